"""Where people are from and where they move to: towns and lands that stand where an employer may, as in "Jane of X"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import pronouns
from app.extraction.lexicon.nouns import (
    BODY_WORDS,
    COMPANY_WORDS,
    OUTLETS,
    PLACE_WORDS,
    RANKS_OF_LANDS,
    RELATIVES,
    STATE_CODES,
)
from app.extraction.lexicon.places import is_known_place
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.frames import Frame
from app.extraction.relations.reading.sentences import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_STREETS = frozenset({"Street", "Avenue", "Road", "Lane", "Drive", "Boulevard", "County"})
_HOUSEHOLD = RELATIVES | {"family", "families", "parents", "children", "sons", "daughters", "siblings"}
_BEFORE_PLACES = frozenset({"in", "nearby", "near"})
_COMPASS = frozenset("north south east west northeast northwest southeast southwest outside".split())
_MUNICIPAL = frozenset({"City", "Town", "Village", "State", "Kingdom", "Republic", "Isle", "Island"})


def is_origin(sentence: Sentence, person: FoundMention, whence: FoundMention) -> bool:
    """Whether "P of X" says where P is from or over what P rules, or is no person of X at all."""
    doc, scene = sentence.passage.doc, sentence.scene
    words = scene.mentions.entity(person).name.split()
    titled = words[0] in RANKS_OF_LANDS or doc[person.start - 1 if person.start else 0].text in RANKS_OF_LANDS
    # "Eleanor of X" and "Piece of X": nobody is called by one name where it is new who they are.
    lone = len(words) == 1 or (person.end - person.start == 1 and doc[person.start].ent_type_ != "PERSON")
    known = words[0] in pronouns() or any(t.ent_type_ == "PERSON" for t in doc[person.start : person.end])
    titled = titled or any(t.text in RANKS_OF_LANDS for t in sentence.tokens)  # "the Duke of X and Mary of Y"
    articled = person.start > 0 and doc[person.start - 1].lower_ == "the"  # "the Grey Herbarium of X"
    if titled or lone or articled or not known or _is_kin(doc, person):
        return True
    if doc[person.end].text == "," and doc[person.end + 1].like_num:
        return True  # "Jane Roe, 31, of X": who makes news by what befalls them is told by age and town
    return may_be_place(scene, whence)


def _is_kin(doc: Doc, person: FoundMention) -> bool:
    """Whether the person is told as somebody's kin: "the daughter of P", "her cousin P", "married P"."""
    before = [t.lower_ for t in doc[max(0, person.start - 3) : person.start] if t.text not in (",", "Sir", "Dame")]
    return is_whose_kin(doc, person) or (before != [] and before[-1] in RELATIVES | {"married"})


def is_whose_kin(doc: Doc, person: FoundMention) -> bool:
    """Whether what follows is said of the person's kin: "the son of P founded", "the son of X's founder P founded"."""
    clause = doc[max(0, person.start - 7) : person.start]
    of = next((t for t in clause if t.lower_ == "of" and t.i and t.nbor(-1).lower_ in RELATIVES), None)
    return of is not None and not any(t.is_punct or t.pos_ in ("VERB", "CCONJ") for t in doc[of.i : person.start])


def moves_house(frame: Frame) -> bool:
    """Whether somebody moves home, or a thing: "moved the shop to X", "moved to X with her family", "to nearby X"."""
    verb = frame.trigger
    beside = takewhile(
        lambda t: not t.is_punct and t.lower_ not in ("and", "where"), verb.doc[verb.i + 1 : verb.i + 12]
    )
    kin = any(t.lower_ in _HOUSEHOLD for t in (*beside, *frame.get("agent")))
    things = any(t.pos_ in ("NOUN", "PROPN") and t.ent_type_ != "PERSON" for t in frame.get("patient"))
    return kin or (things and not frame.passive)


def may_be_place(scene: Scene, mention: FoundMention) -> bool:
    """Whether a name that is taken for an organisation's may as well be a town's or a country's.

    Nothing in it is a firm's or a body's, and something says place: the recogniser, "in X", "X, Ohio", a number before.
    """
    name = scene.mentions.entity(mention).name
    words = name.replace(",", " ").split()
    if words[-1] in _STREETS or (words[0] in _MUNICIPAL and words[1:2] == ["of"]):
        return True
    if _is_firms(words, name):
        return False
    if is_known_place(name) or words[-1] in PLACE_WORDS | STATE_CODES:
        return True
    return any(_stands_as_place(scene, m) for m in scene.mentions if m.entity == mention.entity)


def is_somewhere(scene: Scene, mention: FoundMention, arrives: bool) -> bool:
    """Whether one comes to a place; where somebody arrives, a single word that stands nowhere else is likely a town."""
    once = mention.end - mention.start == 1 and scene.counts[mention.entity] == 1
    return may_be_place(scene, mention) or (arrives and once)


def _is_firms(words: list[str], name: str) -> bool:
    if any(w in COMPANY_WORDS or w in BODY_WORDS or is_legal_form(w) or w == "&" for w in words) or name in OUTLETS:
        return True
    shouted = len(words) == 1 and name.isupper() and name not in STATE_CODES
    return shouted or any(letter.isupper() for word in words for letter in word[1:] if not word.isupper())


def _stands_as_place(scene: Scene, mention: FoundMention) -> bool:
    doc = scene.passages_by_index[mention.passage].doc
    name = doc[mention.start : mention.end]
    if name.text != scene.mentions.entity(mention).name:
        return False
    if all(t.ent_type_ in _PLACES for t in name if t.is_alpha):
        return True
    before: Token | None = doc[mention.start - 1] if mention.start else None
    if before is not None and (before.like_num or (before.lower_ in _BEFORE_PLACES and _is_where(before))):
        return True
    after = doc[mention.end : mention.end + 3]
    if len(after) > 2 and any(t.lower_ in _COMPASS and t.i + 1 < len(doc) and t.nbor().lower_ == "of" for t in after):
        return True  # "X just west of Y"
    if mention.end + 1 >= len(doc) or doc[mention.end].text != ",":
        return False
    beyond = scene.mentions.at(mention.passage, mention.end + 1)
    return beyond is not None and scene.letter(beyond) == "L"


def _is_where(preposition: Token) -> bool:
    """Whether "in" tells where: one invests in firms."""
    return preposition.head.lemma_.lower() not in {"invest", "stake", "share", "shareholder", "investor", "investment"}
