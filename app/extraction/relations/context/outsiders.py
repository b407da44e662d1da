"""Who has to do with a firm only from outside, and whose name a firm bears: where no post is to be looked for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.sentences import COMPANIES, Scene, Sentence
from app.extraction.relations.reading.words import FIRMS_CALLED

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who is told of so has to do with the firm from outside: analysts, politicians, customers.
_OUTSIDERS = frozenset(
    """analyst lawyer attorney solicitor barrister economist minister mayor senator politician governor
    president-elect novelist author writer actor actress singer artist professor lecturer academic scholar
    historian consultant trader investor activist mp lawmaker legislator candidate farmer resident customer
    client passenger broker journalist reporter columnist leader coach player striker midfielder footballer
    judge prosecutor regulator unionist official aide banker priest bishop pastor rabbi teacher student
    councillor councilman councilwoman commissioner ambassador diplomat general colonel detective neighbour
    neighbor patient tenant shopper victim witness critic rival supplier""".split()
)
_OWN_BODIES = frozenset(
    """company firm business group board post job role position office bank airline retailer maker chair
    presidency top helm executive management organization organisation committee agency studio lab startup
    start-up hospital university newspaper carrier operator lender insurer brewer builder chain venture""".split()
)


_LEAVING = frozenset({"leave", "quit", "resign", "retire", "depart", "exit", "oust", "dismiss", "remove", "expel"})


def leaves_another_body(candidate: Candidate) -> bool:
    """As in "resigned from the bar council", "quit the race": what is left is told, and is no firm's."""
    verb = candidate.sentence.passage.doc[candidate.trigger]
    if candidate.relation != "left" or lemma(verb) not in _LEAVING:
        return False
    left = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    left += [t for c in verb.children if c.lower_ == "from" for t in c.children if t.dep_ == "pobj"]
    named = candidate.sentence.scene.mentions
    return any(
        lemma(t) not in _OWN_BODIES and t.ent_type_ not in ("DATE", "TIME")
        for t in left
        if named.at(candidate.sentence.passage.index, t.i) is None
    )


def is_outsider(scene: Scene, person: str, firm: str) -> bool:
    """Whether somebody is ever told of as a lawyer, a minister, a customer, or bears another firm's name."""
    if any(bearer != firm for bearer in bearers(scene, person)):
        return True
    for mention in (m for m in scene.mentions if m.entity == person):
        root = scene.passages_by_index[mention.passage].doc[mention.start : mention.end].root
        beside = [c for c in root.children if c.dep_ in ("compound", "amod", "appos", "nmod")]
        beside += [root.head] if root.dep_ in ("appos", "compound", "nmod") else []
        if any(lemma(token) in _OUTSIDERS or _is_anothers(scene, mention, token, firm) for token in beside):
            return True
    return False


_LIFE = re.compile(
    r"\b(?:death|died|dying|born|buried|educated|schooled|graduated|studied|degree)\b[^.;]{0,40}? "
    r"(?:in|at|from) (?:the )?$"
)


def is_of_life(sentence: Sentence, firm: FoundMention) -> bool:
    """Whether somebody died or studied there: "until his death in 1924, at X", "graduated from X"."""
    return _LIFE.search(sentence.passage.doc[sentence.start : firm.start].text_with_ws) is not None


def _is_anothers(scene: Scene, mention: FoundMention, beside: Token, firm: str) -> bool:
    """As in "P, the mayor's spokeswoman"; whose "the publisher's chief executive" is, is told of firms."""
    owners = [c for c in beside.children if c.dep_ == "poss" and c.tag_ != "PRP$"]
    named = [scene.mentions.at(mention.passage, owner.i) for owner in owners]
    return any(
        (m is None and not is_called_firm(owner))
        or (m is not None and m.entity != firm and scene.type_of(m) in COMPANIES)
        for m, owner in zip(named, owners, strict=True)
    )


def is_called_firm(token: Token) -> bool:
    """Whether it is the publisher of "the publisher's chief executive": a firm that the text has spoken of."""
    definite = any(c.lower_ in ("the", "this", "that") for c in token.lefts)
    return definite and lemma(token) in FIRMS_CALLED


# Asked of the same few people for each post that is told.
@lru_cache(maxsize=64)
def bearers(scene: Scene, person: str) -> frozenset[str]:
    """The firms that bear somebody's surname beside other words: "Hobbs & Co" for Peter Hobbs."""
    names = scene.mentions.entities[person].name.split()
    firms = ((e, known.name.split()) for e, known in scene.mentions.entities.items() if known.type in COMPANIES)
    return frozenset(e for e, name in firms if len(names) > 1 and len(name) > 1 and names[-1] in name)


def name_bearer(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The firm that bears the name of the holder of a bare title, if it is one and was spoken of before."""
    firms = bearers(scene, candidate.subject.entity)
    if candidate.relation not in ("heldRole", "founded") or len(firms) != 1:
        return None
    for sentence in reversed(scene.sentences[: candidate.sentence.index + 1]):
        for mention in sentence.mentions():
            later = sentence is candidate.sentence and mention.start >= candidate.trigger
            if mention.entity in firms and not mention.others and not later:
                return mention, sentence
    return None
