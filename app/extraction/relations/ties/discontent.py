"""Dissatisfaction: who is unhappy with whom, complains about whom, has lost patience with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.ties.tension import topic_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNHAPPY_NOUNS = words("dissatisfaction unhappiness frustration discontent disappointment displeasure annoyance")
_COMPLAINTS = words("complaint concern misgiving grievance")
_UNHAPPY = words(
    """
    unhappy dissatisfied impatient frustrated disappointed displeased fed_up annoyed disillusioned disenchanted
    exasperated discontented angry"""
)
_HAPPY = words("satisfied happy content pleased thrilled impressed")
_PATIENCE = words("patience faith confidence")
_LOSING = words("lose run exhaust")
_COMPLAIN = words("complain grumble gripe moan")
_DOUBTS = _COMPLAINTS | words("worry doubt issue problem")
_CITING = words("cite")
_QUALITY = words("quality accuracy reliability consistency performance delay error mistake inconsistency")
_TARGETS = ("with", "at", "about", "over", "of", "by")
_VOICING = words("voice express raise have")


def discontents(sentence: Sentence) -> Iterator[Candidate]:
    """Dissatisfaction in a sentence."""
    for token in sentence.words:
        word = lemma(token)
        if token.pos_ == "NOUN" and word in _UNHAPPY_NOUNS:
            frame = noun_frame(token)
            yield from _unhappy(sentence, token, frame.get("with") + frame.get("at"))
        elif token.lower_ in _UNHAPPY or (key_of(token) == "feed up" and token.lower_ == "fed"):
            yield from _unhappy(sentence, token, _with(token))
        elif token.lower_ == "critical":
            yield from _unhappy(sentence, token, [t for p in token.children if p.lower_ == "of" for t in p.children])
        elif token.lower_ in _HAPPY and token.dep_ in ("acomp", "ROOT", "attr", "conj"):
            yield from _satisfied(sentence, token)
        elif token.pos_ == "NOUN" and word in _PATIENCE and lemma(token.head) in _LOSING:
            yield from _unhappy(sentence, token, [*noun_frame(token).get("with"), *noun_frame(token).get("far with")])
        elif (is_verb(token) and word in _COMPLAIN) or (
            token.pos_ == "NOUN" and word in _COMPLAINTS and lemma(token.head) in _VOICING
        ):
            yield from _unhappy(sentence, token, _with(token) or _blamed(sentence, token))
        elif token.pos_ == "NOUN" and word in _DOUBTS and (_is_reason(token) or lemma(token.head) in _CITING):
            yield from _unhappy(sentence, token, [t for t in _with(token) if _is_told_by_quality(t)])


def _is_told_by_quality(thing: Token) -> bool:
    """Whether it is how well somebody works: who has doubts about "the quality of X's data" is not content with X."""
    inside = (thing, *(t for p in thing.children if p.lower_ == "of" for t in p.children))
    return any(lemma(t) in _QUALITY for t in (*inside, *(c for t in inside for c in t.lefts)))


def _blamed(sentence: Sentence, verb: Token) -> list[Token]:
    """Who is complained of in "complained that X had raised its prices": whom the clause begins with."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i] if lemma(verb) in _COMPLAIN else []
    subjects = [t for c in clauses for t in c.children if t.dep_ in ("nsubj", "nsubjpass")]
    firms = [sentence.scene.mentions.at(sentence.passage.index, t.i) for t in subjects]
    own = {m.entity for t in _who(verb) for m in fillers(sentence.scene, sentence.passage.index, [t], "PO")}
    named = [t for t, m in zip(subjects, firms, strict=True) if m is not None and m.entity not in own]
    for owner in (c for t in subjects for c in t.children if c.dep_ == "poss" and not named):
        firm = sentence.scene.mentions.at(sentence.passage.index, owner.i)
        if firm is not None and firm.entity not in own and firm.kind is MentionKind.NAME:
            named = [owner]  # "complained that X's chatbot made things up"
    return named[:1]


def _with(token: Token) -> list[Token]:
    return [
        t
        for p in token.children
        if p.dep_ in ("prep", "agent") and p.lower_ in _TARGETS
        for t in p.children
        if t.dep_ in ("pobj", "pcomp")
    ]


def _satisfied(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    """The opposite: "is satisfied with" says no; "is not happy with" is a complaint."""
    refused = any(c.dep_ == "neg" for c in (*token.children, *token.head.children))
    refused = refused or any(_is_not_all(t) for t in token.head.children if t.dep_ == "nsubj")
    if not refused and token.lower_ != "satisfied":
        return
    by_few = any(_is_not_all(t) for t in token.head.children if t.dep_ == "nsubj")
    for candidate in _unhappy(sentence, token, _with(token)):
        yield candidate if by_few else replace(candidate, opposite=True)


def _whose_people(who: Sequence[Token]) -> list[Token]:
    """The firm of "some doctors at X", "nobody inside X": what its people are unhappy with, it is."""
    people = [t for t in who if t.tag_ == "NNS" or t.lower_ in _ANYBODY]
    people = [t for t in people if lemma(t) not in _OUTSIDERS]
    within = [p for t in people for p in t.children if p.lower_ in ("at", "inside", "within") and p.dep_ == "prep"]
    return [t for p in within for t in p.children if t.dep_ == "pobj"]


_ANYBODY = words("everybody everyone nobody few many some all none somebody")
_OUTSIDERS = words(
    "analyst customer client trader broker reporter journalist visitor guest shareholder investor fan economist"
)


def _is_not_all(subject: Token) -> bool:
    """As in "not everybody at X is happy with", "few at X are impressed with"."""
    before = [c.lower_ for c in subject.lefts]
    if subject.lower_ in ("everybody", "everyone", "all") or {"all", "every"} & set(before):
        return any(t.lower_ == "not" for t in subject.doc[subject.left_edge.i : subject.i])
    return subject.lower_ in ("few", "nobody") or "few" in before


def _unhappy(sentence: Sentence, token: Token, targets: list[Token]) -> Iterator[Candidate]:
    passage = sentence.passage.index
    for target in targets[:1]:
        objects = fillers(sentence.scene, passage, [target], "O", metonyms=False)
        topic = None
        if not objects:
            objects, topic = _criticised(sentence, target)
        owners = [c for c in target.children if c.dep_ == "poss"]
        if not objects:
            objects = fillers(sentence.scene, passage, owners, "O", metonyms=False)
            if objects:
                phrase = noun_phrase(target)
                span = sentence.raw(max(phrase.start, owners[0].right_edge.i + 1), phrase.end)
                topic = Detail(span.text.removeprefix("'s ").removeprefix("’s "), span)
        who = list(_who(token))
        subjects = fillers(sentence.scene, passage, who, "PO")
        subjects = subjects or fillers(sentence.scene, passage, _whose_people(who), "O", metonyms=False)
        named = sentence.scene.mentions.within(passage, target.left_edge.i, target.right_edge.i + 1)
        if not objects and subjects and not named and not owners:
            # "X served us well, but we were unhappy with how long upgrades took": the one other organisation it can be.
            firms = (m for m in sentence.mentions() if sentence.scene.letter(m) == "O" and m.start < token.i)
            others = {m.entity: m for m in firms if not _is_where_they_speak(sentence, m)}
            rest = [m for e, m in others.items() if e not in {s.entity for s in subjects}]
            objects = rest if len(rest) == 1 else []
            span = sentence.raw(target.left_edge.i, target.right_edge.i + 1)
            topic = Detail(span.text, span)
        for subject in subjects:
            for obj in objects:
                if subject.entity != obj.entity:
                    yield Candidate(
                        "dissatisfiedWith",
                        "dissatisfied",
                        sentence,
                        subject,
                        obj,
                        token.i,
                        Kind.STATE,
                        presupposed=token.pos_ == "NOUN" and _is_reason(token),
                    ).with_details(topic=topic or _over(sentence, token))


def _is_where_they_speak(sentence: Sentence, firm: FoundMention) -> bool:
    """Whether it is X in "two people at X say that the team is not happy": whose people they are, and no other's."""
    root = sentence.passage.doc[firm.start : firm.end].root
    if root.dep_ != "pobj" or root.head.lower_ not in ("at", "in", "inside", "within"):
        return False
    people = root.head.head
    return people.pos_ in ("NOUN", "PRON", "NUM") and people.dep_ in ("nsubj", "nsubjpass")


def _over(sentence: Sentence, token: Token) -> Detail | None:
    """The topic, where "over late deliveries" hangs on the adjective, on its target or on the verb."""
    heads = [token, *_with(token), *([token.head] if is_verb(token.head) else [])]
    return next((topic for head in heads if (topic := topic_of(sentence, head))), None)


def _criticised(sentence: Sentence, target: Token) -> tuple[list[FoundMention], Detail | None]:
    """Whose fault it is in "delays at X", "the quality of X's clamps": the one organisation named there."""
    inside = [
        m
        for m in sentence.scene.mentions.within(sentence.passage.index, target.left_edge.i, target.right_edge.i + 1)
        if sentence.scene.letter(m) == "O"
    ]
    if len({m.entity for m in inside}) != 1 or not any(
        p.lower_ in ("at", "of", "by", "from") for p in target.children if p.dep_ == "prep"
    ):
        return [], None
    phrase = noun_phrase(target)
    end = min(phrase.end, max(target.i + 1, inside[0].start))
    while end > target.i + 1 and (
        sentence.passage.doc[end - 1].pos_ in ("ADP", "DET") or sentence.passage.doc[end - 1].lower_ == "what"
    ):
        end -= 1  # "the quality of X's clamps" is about quality, not "quality of"
    span = sentence.raw(phrase.start, end if end <= inside[0].start else target.i + 1)
    text = span.text.rstrip()
    return inside[:1], Detail(text, span) if len(text) == len(span.text) else None


def _is_reason(noun: Token) -> bool:
    """Whether a noun gives the reason of a statement: "due to dissatisfaction with"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("to", "of", "because", "by", "over", "after", "amid", "from")


def _who(token: Token) -> Iterator[Token]:
    owners = [c for c in token.children if c.dep_ == "poss"]
    if owners:
        yield from owners
        return
    head = token
    for _ in range(10):
        if is_verb(head):
            yield from subjects_of(head)
            return
        if head.head == head:
            yield from (c for c in head.children if c.dep_ in ("nsubj", "nsubjpass"))
            return
        head = head.head
