"""Partnerships that `partnership` does not read off one noun or verb: agreements, joint work, lists of partners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.dealings import VENDORS, is_told_as
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame, verb_frame
from app.extraction.relations.reading.groups import groups, members, members_at, mentions_after, objects_after
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.listing import mentions_from
from app.extraction.relations.reading.owners import holders, without
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.ties.agreements import PARTNERSHIPS, partners, phase_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOIN = words(
    """partner collaborate cooperate co-operate ally team team_up pair pair_up join_forces tie_up pool affiliate
    co-produce coproduce co-develop codevelop co-design co-brand co-found co-create co-publish co-host co-market
    co-sponsor liaise"""
)
# Said of two firms, these mean work in common; said of a person or a body they may mean anything.
_WORK = words("work")
_JOINTLY = words(
    """develop produce launch create design build run operate offer release introduce open establish make
    publish market
    form organise organize host distribute manufacture explore research test provide"""
)
# "in collaboration with X": the preposition phrases that make the subject of their clause X's partner.
_IN_WITH = words(
    "partnership collaboration conjunction cooperation co-operation alliance association concert tandem league venture"
)
_PARTNERS = words("partner collaborator")
# Whom these befall does not do them together with anybody.
_NOT_SHARED = words("award name win receive honour honor nominate rank recognise recognize list")
_MADE = words("create develop design produce write publish record release make build direct film shoot")


_ONCE = (
    r"(?:has |have |had |also |now |recently |since |later |then |are |is |was |been |"
    r"again |regularly |often |which |who |that |,|currently |previously )*"
)
_WITH = {
    # The parser takes "A partners with B" for a noun, and what follows "with A," for more of the same list.
    "verb with": (
        rf"{{O+:s}},? ?{_ONCE}(?P<t>partner(?:s|ed|ing)?|team(?:s|ed|ing)?(?: up)?|collaborat(?:es?|ed|ing)|"
        rf"cooperat(?:es?|ed|ing)|"
        r"co-produc(?:es?|ed|ing)|co-develop(?:s|ed|ing)?|all(?:ies|ied)|pair(?:s|ed)? up|(?:joins?|joined) "
        r"forces|affiliated|"
        r"works closely|worked closely|working closely) (?:[\w-]+ ){0,5}?with (?P<w>)"
    ),
    "front": (
        r"(?:in|through) (?:an? )?(?:[\w-]+ ){0,2}(?P<t>partnership|collaboration|conjunction|cooperation|"
        r"co-operation|alliance|"
        r"association|joint venture) with (?:the )?(?:[a-z][\w-]* ){0,4}{O:o}(?:,? (?:an?|the) [^,;.]{3,50})?, "
        r"(?:the )?(?:[a-z][\w-]* ){0,4}{O:s}(?= (?:has|have|had|is|was|will|also|[a-z]+ed|[a-z]+s|set|made|"
        r"built|began|ran|won)\b)"
    ),
}


def _surface(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _WITH):
        sides, trigger = found.mentions("s"), sentence.passage.doc[found.trigger]
        if name == "front":
            yield from partners(sentence, sides, without(found.mentions("o"), sides), trigger, Kind.STATE)
            continue
        others = mentions_after(sentence, sentence.token_at(found.match.end("w")), "O")
        word = found.text("t")
        past = word.endswith("ed")
        if word.startswith("co-produc") and past and _is_of_one_work(sentence, trigger):
            continue
        yield from partners(
            sentence,
            sides[-1:] if len(sides) > 1 and "," in found.text("s") else sides,
            without(others, sides),
            trigger,
            Kind.EVENT if past else Kind.STATE,
            Phase.STARTED if past else Phase.ONGOING,
        )


def _is_of_one_work(sentence: Sentence, trigger: Token) -> bool:
    """As in "co-produced with X a film": what two made once binds them to nothing."""
    after = sentence.passage.doc[trigger.i : sentence.end]
    return any(t.dep_ == "dobj" and t.tag_ == "NN" and lemma(t) in _WORKS for t in after)


_WORKS = words("film movie album single song track record episode show documentary play musical picture")


def alliances(sentence: Sentence) -> Iterator[Candidate]:
    """Partnerships in a sentence, by agreement, joint work, "in partnership with" or a list of partners."""
    for token in sentence.words:
        if is_verb(token):
            yield from _verb(sentence, token)
        if token.pos_ in ("NOUN", "PROPN", "VERB") and token.dep_ == "pobj":
            yield from _noun(sentence, token)
    for group in groups(sentence, _PARTNERS | PARTNERSHIPS):
        owners = holders(sentence, group.noun)[:1]
        named = without(mentions_from(sentence, group.start, "O"), owners)
        yield from partners(sentence, owners, named, group.noun, Kind.STATE)
    yield from _own_partner(sentence)
    yield from _surface(sentence)


def _verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    key, word = key_of(verb), lemma(verb)
    frame = verb_frame(verb)
    if word == "co-produce" and verb.tag_ in ("VBD", "VBN") and _is_of_one_work(sentence, verb):
        return
    if key in _JOIN or word in _JOIN or word in _WORK:
        sides = first_filled(sentence, frame, ("agent",), "O") or first_filled(sentence, frame, ("patient",), "O")
        others = members(sentence, frame, ("with",), "O") or _reached(sentence, verb, "with")
        if not others and word in _JOIN and not frame.passive and frame.get("patient") != frame.get("agent"):
            others = members(sentence, frame, ("patient",), "O") if word == "partner" else []
        if not others and ((word == "work" and _has(verb, "closely")) or _has(verb, "together")):
            others = members(sentence, frame, ("alongside",), "O")
        if word in _WORK:
            others = [m for m in others if not is_told_as(sentence, m, VENDORS)]
        yield from partners(sentence, sides, without(others, sides), verb, _kind(verb), phase_of(verb))
    elif word in _JOINTLY and (_has(verb, "jointly") or _has(verb, "together")):
        sides = members(sentence, frame, ("by",) if frame.passive else ("agent",), "O")
        others = without(members(sentence, frame, ("with",), "O"), sides[:1])
        pairs_of = others or sides[1:]
        yield from partners(sentence, sides[:1], pairs_of, verb, _kind(verb), phase_of(verb))


def _reached(sentence: Sentence, verb: Token, preposition: str) -> list[FoundMention]:
    for target in objects_after(verb, frozenset({preposition}))[:1]:
        return members_at(sentence, target, "O")
    return []


def _has(verb: Token, word: str) -> bool:
    return any(c.lower_ == word for c in verb.children) or (verb.i > 0 and verb.doc[verb.i - 1].lower_ == word)


def _kind(verb: Token) -> Kind:
    return Kind.STATE if verb.tag_ in ("VBZ", "VBP") else Kind.EVENT


def _noun(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    word = lemma(noun)
    if word in _IN_WITH and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "through", "under", "by"):
        yield from _in_with(sentence, noun)


def _in_with(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "In partnership with A, B launched C": B and A, whoever the subject of that clause is."""
    others = members(sentence, noun_frame(noun), ("with",), "O")
    clause = noun.head.head
    for _ in range(6):
        if is_verb(clause) or clause.head == clause:
            break
        clause = clause.head
    if not others or not is_verb(clause):
        return
    if lemma(clause) in _NOT_SHARED or (noun.head.i > 0 and noun.head.nbor(-1).text == "," and lemma(clause) == "hire"):
        return
    frame = verb_frame(clause)
    if frame.passive and not frame.get("by") and lemma(clause) in _MADE:
        return  # "a film that was created in partnership with A"
    sides = members(sentence, frame, ("by",) if frame.passive and frame.get("by") else ("agent",), "O")
    sides = without(sides or first_filled(sentence, frame, ("patient",), "O") * frame.passive, others)
    yield from partners(sentence, sides, others, noun, Kind.STATE, scope=_venture(sentence, noun))


def _venture(sentence: Sentence, noun: Token) -> Detail | None:
    if lemma(noun) != "venture" or noun.i == sentence.start or sentence.passage.doc[noun.i - 1].lower_ != "joint":
        return None
    return Detail("joint venture", sentence.raw(noun.i - 1, noun.i + 1))


def _own_partner(sentence: Sentence) -> Iterator[Candidate]:
    """As in "its longtime partner Y", "with Y as its partner", "X is an official partner of Y"."""
    scene, index = sentence.scene, sentence.passage.index
    for token in sentence.words:
        if lemma(token) not in _PARTNERS or token.pos_ not in ("NOUN", "PROPN"):
            continue
        titled = token.text[:1].isupper() and not token.is_sent_start  # "Acme: Partners for Peace"
        if titled or any(c.lower_ in ("general", "limited", "managing") for c in token.children):
            continue
        frame = noun_frame(token)
        owners = fillers(scene, index, frame.get("poss"), "O", metonyms=False)
        following = mentions_from(sentence, token.i + 1, "O", first_only_without_and=True) if owners else []
        apart = [m for m in following if m.start - token.i <= 2]
        yield from partners(sentence, owners[:1], without(apart, owners), token, Kind.STATE, presupposed=True)
        if not owners:
            named = members(sentence, frame, ("is",), "O")
            others = members(sentence, frame, ("of", "to", "for"), "O")
            yield from partners(sentence, named, without(others, named), token, Kind.STATE)
