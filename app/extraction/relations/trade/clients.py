"""Whose clients they are: "clients such as A and B", "signed A as a client", "A and B are among its customers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.groups import groups, members
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.listing import mentions_from
from app.extraction.relations.reading.owners import holders, verb_above, without
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIENTS = words("client customer user licensee subscriber account")
# "Its client list includes A", "a customer base including A"
_LISTS = words("list base roster portfolio")
_SUPPLIERS = words("supplier vendor subcontractor")
_KEEPS = words(
    """have count list boast serve include number name claim add gain win sign attract land acquire supply take rank
    work sell provide offer deliver ship produce make create design develop build run manage do represent
    advise support help
    retain secure handle host maintain distribute use"""
)
_LOSES = words("lose")
_AMONG = {
    "are among": (
        r"{O+:c} (?:is|are|were|was|have been) (?:all |also |now )?(?:among|some of|one of) (?:the )?{O:v}(?:'s|')? "
        r"(?:[\w-]+ ){0,3}(?P<t>clients?|customers?|users)"
    ),
    "to its list": (
        r"{O:v},? (?:[^,;.]{0,80} )?(?P<t>added|adding|adds|signed|signing|welcomed) {O+:c} (?:to|onto) "
        r"{O}'s (?:[\w-]+ ){0,2}(?:client|customer|books|roster)"
    ),
}


def clients(sentence: Sentence) -> Iterator[Candidate]:
    """Vendor relationships that a sentence states by naming somebody's clients or suppliers."""
    for token in sentence.words:
        if token.pos_ in ("NOUN", "PROPN") and lemma(token) in _CLIENTS:
            yield from _signed_as(sentence, token)
    for group in groups(sentence, _CLIENTS | _SUPPLIERS):
        yield from _listed(sentence, group.noun, group.start, copula=group.copula)
    for group in groups(sentence, _LISTS):
        if any(lemma(c) in _CLIENTS for c in group.noun.children if c.dep_ in ("compound", "nmod")):
            yield from _listed(sentence, group.noun, group.start, copula=group.copula)
    for _, found in find(sentence, _AMONG):
        vendors, named = found.mentions("v")[:1], found.mentions("c")
        if any(m.entity == vendor.entity for m in named for vendor in vendors):
            continue  # "A and B are among their clients": whoever they are, it is none of the listed
        yield from _pairs(sentence, vendors, named, sentence.passage.doc[found.trigger])


def _signed_as(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X added A as a client", "X's first customer was A", "A became a client of X"."""
    doc = sentence.passage.doc
    owners = [c for c in noun.children if c.dep_ == "poss"]
    makers = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "as" and is_verb(head.head):
        frame = verb_frame(head.head)
        makers = makers or first_filled(sentence, frame, ("agent",), "O")
        clients = without(members(sentence, frame, ("patient",), "O"), makers)
        if lemma(head.head) in _KEEPS and not frame.passive:
            yield from _pairs(sentence, makers, clients, head)
    elif noun.dep_ == "pobj" and head.text == "among" and is_verb(head.head) and lemma(head.head) in _KEEPS:
        frame = verb_frame(head.head)
        makers = first_filled(sentence, frame, ("agent",), "O")
        named = without(members(sentence, frame, ("patient",), "O"), makers)
        yield from _pairs(sentence, makers, named, head.head)
    elif makers and noun.dep_ == "nsubj" and lemma(head) == "be":
        after = head.i + 1
        while after < sentence.end and doc[after].pos_ == "ADV":
            after += 1
        clients = without(mentions_from(sentence, after, "O"), makers)
        yield from _pairs(sentence, makers, clients, head)


def _listed(sentence: Sentence, noun: Token, start: int, *, copula: bool) -> Iterator[Candidate]:
    """As in "X's clients include A and B", "X serves customers such as A", "X, whose suppliers include A"."""
    named = mentions_from(sentence, start, "O")
    if not named:
        return
    verb = verb_above(noun)
    lost = verb is not None and lemma(verb) in _LOSES
    if verb is not None and not copula and not lost and lemma(verb) not in _KEEPS:
        return
    # "The company's box office clients" have no name: they are nobody's vendor.
    owners = [m for m in without(holders(sentence, noun), named) if not m.start <= noun.i < m.end]
    supplied = lemma(noun) in _SUPPLIERS
    for owner in owners[:1]:
        for name in without(named, owners):
            vendor, client = (name, owner) if supplied else (owner, name)
            candidate = Candidate("supplies", "client list", sentence, vendor, client, noun.i, Kind.STATE)
            yield replace(candidate, phase=Phase.ENDED) if lost else candidate


def _pairs(
    sentence: Sentence, vendors: Sequence[FoundMention], named: Sequence[FoundMention], trigger: Token
) -> Iterator[Candidate]:
    for vendor in vendors:
        for client in named:
            if vendor.entity != client.entity:
                yield Candidate("supplies", "client list", sentence, vendor, client, trigger.i, Kind.STATE)
