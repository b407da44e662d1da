"""Posts told by a copula: is a professor at X, became director of Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.onward import LEAVING, going_phase
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.titles import OF_TOWNS, STAFF, STRONG, after_title, titles_at, with_titles
from app.extraction.relations.reading.words import TITLE_HEADS
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


def title_by_copula(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "... and is a professor at X", "left X to become director of Y": the person stands far from the title."""
    verb = noun.head if noun.dep_ == "attr" else noun.head.head
    if lemma(verb) not in ("be", "become", "remain") or (noun.dep_ == "conj" and noun.head.dep_ != "attr"):
        return
    start = noun.left_edge.i
    while start < noun.i and sentence.passage.doc[start].pos_ in ("DET", "CCONJ", "ADV", "PUNCT"):
        start += 1
    titles = [title for title in titles_at(sentence, start) if not OF_TOWNS.search(title.value)]
    people = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "P")
    titles = titles or _any_title(sentence, start, noun)
    if not titles or not people:
        return
    # Right after the name the surface patterns read it, title by title.
    doc = sentence.passage.doc
    people = [p for p in people if verb.i < p.end or any(is_verb(t) or t.text == "," for t in doc[p.end : verb.i])]
    phase = Phase.ENDED if verb.lower_ == "been" and _of_several(noun) else _start_phase_of_copula(verb)
    owners = [c for c in noun.children if c.dep_ == "poss"]
    own = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
    told: list[FoundMention | None] = list(after_title(sentence, titles) or own[:1] or _had_by(sentence, noun))
    # "... and has been chief executive since 2020": of the organisation that is spoken of.
    bare = not told and verb.dep_ in ("conj", "xcomp", "relcl") and STRONG.search(titles[-1].value) and _ends_here(noun)
    for organization in told or [None][: bool(bare)]:
        for person in people:
            if (
                organization is not None
                and lemma(verb) == "become"
                and verb.dep_ in ("advcl", "xcomp")
                and lemma(verb.head) in LEAVING
            ):
                yield Candidate(
                    "joined", "left for", sentence, person, organization, verb.i, phase=going_phase(verb.head)
                ).with_details(title=titles[0])
            role = Candidate(
                "heldRole",
                "role: own" if organization is not None else "role: implied",
                sentence,
                person,
                organization,
                verb.i,
                Kind.STATE,
                phase=phase,
                needs_object=organization is None,
            )
            yield from with_titles(role, [title for title in titles if not STAFF.search(title.value)])
            if any(STAFF.search(title.value) for title in titles):
                yield replace(role, relation="memberOf", rule="member")


def _any_title(sentence: Sentence, start: int, noun: Token) -> list[Detail]:
    """As in "became a venture partner at X": before "at X" any word may tell what kind of partner."""
    after = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    kinds = sentence.passage.doc[start : noun.i]
    plain = all(t.is_lower and t.pos_ in ("NOUN", "ADJ", "PROPN") and t.dep_ in ("compound", "amod") for t in kinds)
    if after not in ("at", "with") or not plain or len(kinds) > 2 or not _HEAD.fullmatch(noun.lower_):
        return []
    span = sentence.raw(start, noun.i + 1)
    return [Detail(span.text, span)]


_HEAD = re.compile(TITLE_HEADS)


def _of_several(noun: Token) -> bool:
    """Whether posts are held at several firms, one after the other: "has been president of several companies"."""
    return any(t.lower_ in ("several", "various", "numerous", "many") for t in noun.doc[noun.i : noun.i + 8])


def _had_by(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """The X of "the first safety chief that X ever had"."""
    clauses = [c for c in noun.children if c.dep_ == "relcl" and lemma(c) == "have"]
    subjects = [t for c in clauses for t in c.children if t.dep_ == "nsubj"]
    return fillers(sentence.scene, sentence.passage.index, subjects, "O", metonyms=False)[:1]


def _ends_here(noun: Token) -> bool:
    """Whether a title stands alone: "was president", not "was president of the union"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.lower_ == "in" and after.nbor().lower_ in ("place", "succession"):
        return True  # "became chief executive in place of her uncle"
    return after is None or after.lower_ not in ("of", "at", "for", "with", "in", "to", "-") or after.nbor().like_num


def _told_past(verb: Token) -> bool:
    """Whether the verb that another hangs on is in the past tense."""
    above = verb.head
    for _ in range(4):
        if is_verb(above):
            break
        above = above.head
    return above.tag_ in ("VBD", "VBN")


# After these "becoming chairman" is told of somebody who became chairman.
_ORDER = words("before after since until upon")


def _start_phase_of_copula(verb: Token) -> Phase | None:
    if lemma(verb) == "become":
        leaving = verb.dep_ in ("advcl", "xcomp") and lemma(verb.head) in ("leave", "quit", "resign", "go", "rise")
        # "took early retirement to become chairman": not "planned", "was set to".
        leaving = leaving or (verb.dep_ == "advcl" and verb.tag_ == "VB" and lemma(verb.head) in _MOVING)
        # "ran sales there before becoming finance chief here"
        after = verb.tag_ == "VBG" and any(c.lower_ in ("before", "then", "eventually") for c in verb.lefts)
        prior = verb.head.lower_ == "to" and verb.head.head.lower_ == "prior"
        goes = (leaving or after or prior or verb.head.lower_ in _ORDER) and _told_past(verb)
        return Phase.STARTED if goes or verb.tag_ in ("VBD", "VBN") else Phase.PLANNED
    return Phase.ENDED if verb.lower_ in ("was", "were") and not any(c.dep_ == "neg" for c in verb.children) else None


_MOVING = words(
    "retire take move return step depart switch transfer relocate advance progress join rejoin come cross jump defect"
)
