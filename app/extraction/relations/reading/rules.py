"""The tables that most relations are written in: a verb or noun, and the roles that hold subject and object.

`VerbRule("acquired", verbs("buy acquire"), ("agent",), ("patient",))` covers active, passive, relative clause,
control and coordination, because `frames` gives all of them the same roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind, Text
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.values.money import FoundMoney, FoundPercent
from app.model import Phase, Span
from app.ontology import load_ontology

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Roles = tuple[str, ...]
_LETTERS = {"Person": "P", "Agent": "PO", "Organization": "O", "Place": "L", "Product": "R"}


def words(text: str) -> frozenset[str]:
    """A table of lemmas; "_" stands for the blank in "take_over"."""
    return frozenset(word.replace("_", " ") for word in text.split())


@dataclass(frozen=True)
class VerbRule:
    """A relation that a verb states. Roles are tried in order; the first that holds a fitting mention counts."""

    relation: str
    verbs: frozenset[str]
    subject: Roles
    object: Roles
    kind: Kind = Kind.EVENT
    phase: Phase | None = None
    name: str = "verb"
    details: Mapping[str, Roles] = field(default_factory=dict)
    passive: bool | None = None


@dataclass(frozen=True)
class NounRule:
    """A relation that a noun states: "X's acquisition of Y", "a stake in Y"."""

    relation: str
    nouns: frozenset[str]
    subject: Roles
    object: Roles
    kind: Kind = Kind.EVENT
    phase: Phase | None = None
    name: str = "noun"
    details: Mapping[str, Roles] = field(default_factory=dict)


def letters(relation: str, side: str) -> str:
    """The slot letters that fit a relation's subject or object."""
    schema = load_ontology().relations[relation]
    expected = schema.subject_class if side == "subject" else schema.object_class
    return _LETTERS.get(expected or "", "")


def by_verb(sentence: Sentence, rules: Sequence[VerbRule]) -> Iterator[Candidate]:
    """What verb rules find in a sentence."""
    for token, key, bare in _verbs(sentence):
        for rule in rules:
            if key in rule.verbs or (key != bare and bare in rule.verbs and key not in _OTHER_SENSE):
                frame = verb_frame(token)
                if rule.passive is None or rule.passive == frame.passive:
                    yield from _pairs(sentence, rule, frame, presupposed=False)


def _verbs(sentence: Sentence) -> list[tuple[Token, str, str]]:
    """The verbs with their keys, with and without particle. Each family asks: they are kept with the text."""
    known: dict[int, list[tuple[Token, str, str]]] = sentence.passage.doc.user_data.setdefault("verbs", {})
    if sentence.start not in known:
        known[sentence.start] = [(t, key_of(t), lemma(t)) for t in sentence.words if is_verb(t)]
    return known[sentence.start]


# "take over a job" is not "take": where the particle makes another verb, the bare verb's rule does not apply.
_OTHER_SENSE = words("take_over buy_out take_off sell_out hire_out back_out back_down back_off merge_away pick_up")


def by_noun(sentence: Sentence, rules: Sequence[NounRule]) -> Iterator[Candidate]:
    """What noun rules find in a sentence."""
    for token, key in _nouns(sentence):
        for rule in rules:
            if key in rule.nouns and (token.pos_ != "VERB" or token.tag_ == "VBG"):
                yield from _pairs(sentence, rule, noun_frame(token), presupposed=is_definite(token))


def _nouns(sentence: Sentence) -> list[tuple[Token, str]]:
    """What nouns are looked for among, with their lemmas; kept as the verbs are."""
    known: dict[int, list[tuple[Token, str]]] = sentence.passage.doc.user_data.setdefault("nouns", {})
    if sentence.start not in known:
        nouns = (t for t in sentence.words if t.pos_ in ("NOUN", "PROPN", "VERB"))
        known[sentence.start] = [(t, lemma(t)) for t in nouns]
    return known[sentence.start]


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase takes for granted that what it names exists: "X's stake in Y", "the partnership between".

    A verb that makes or unmakes what its object names decides instead ("announced the acquisition", "denied the rift").
    """
    if not any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these")) for c in noun.children
    ):
        return False
    if any(c.lower_ in _UNSETTLING for c in noun.children if c.dep_ in ("amod", "compound")):
        return False
    governor = governing_verb(noun)
    return governor is None or lemma(governor) not in _DECISIVE


_UNSETTLING = words(
    "potential possible proposed planned rumoured rumored alleged reported failed former previous "
    "past prospective pending would-be"
)
_DECISIVE = words(
    """
    announce complete close finalise finalize conclude deny reject refute dispute dismiss consider explore seek propose
    discuss plan negotiate weigh mull eye end terminate sever dissolve abandon cancel scrap sign agree approve block
    clear call oppose rule unveil confirm want pursue deserve say expect"""
)


# What an organisation's office or staff may do for the whole; they do not buy, found or own for it.
_BY_PARTS = words("supplies dissatisfiedWith consideringAlternativesTo recruitedFrom tensionWith partnerOf")


def _pairs(sentence: Sentence, rule: VerbRule | NounRule, frame: Frame, *, presupposed: bool) -> Iterator[Candidate]:
    metonyms = rule.relation in _BY_PARTS
    subjects = first_filled(sentence, frame, rule.subject, letters(rule.relation, "subject"), metonyms=metonyms)
    if not subjects:
        return
    if any(t.lower_ == "which" and t.dep_ == "nsubj" for t in frame.trigger.lefts):
        subjects = [mention for mention in subjects if sentence.scene.letter(mention) != "P"]
    objects = first_filled(sentence, frame, rule.object, letters(rule.relation, "object"), skip=subjects)
    for subject in subjects:
        for obj in objects:
            if subject.entity == obj.entity:
                continue
            yield Candidate(
                relation=rule.relation,
                rule=rule.name,
                sentence=sentence,
                subject=subject,
                object=obj,
                trigger=frame.trigger.i,
                kind=rule.kind,
                phase=rule.phase,
                presupposed=presupposed,
                details=details_of(sentence, frame, rule.details),
            )


def first_filled(
    sentence: Sentence,
    frame: Frame,
    roles: Roles,
    allowed: str,
    skip: Sequence[FoundMention] = (),
    *,
    metonyms: bool = True,
) -> list[FoundMention]:
    """The mentions in the first role that holds a fitting one."""
    skipped = {(mention.start, mention.end) for mention in skip}
    for role in roles:
        found = fillers(
            sentence.scene,
            sentence.passage.index,
            frame.get(role),
            allowed,
            metonyms=metonyms and role in ("agent", "subject", "poss"),
        )
        found = [mention for mention in found if (mention.start, mention.end) not in skipped]
        if role == "agent":
            found = [mention for mention in found if not _is_listed_after(frame, mention)]
        if found:
            return found
    return []


def _is_listed_after(frame: Frame, mention: FoundMention) -> bool:
    """As B in "A, which led the round, and B": what a clause of A's tells is not said of those who follow it."""
    verb = frame.trigger
    relative = verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in verb.children)
    return relative and mention.start > verb.i


def without_names(sentence: Sentence, phrase: Text) -> Text:
    """A phrase up to the first name in it: of "battery cells for Tesla", the cells."""
    doc = sentence.passage.doc
    for mention in sentence.scene.mentions.within(sentence.passage.index, phrase.start, phrase.end):
        end = mention.start
        if end <= phrase.start:
            return phrase
        # "artwork for many bands, including A": whom it is for is not what it is.
        listing = any(t.lower_ in ("including", "such", "like") for t in doc[max(phrase.start, end - 3) : end])
        receivers = [t.i for t in doc[phrase.start : end] if t.lower_ in ("for", "to") and listing]
        end = min([end, *receivers[-1:]])
        while end > phrase.start + 1 and _introduces(doc[end - 1]):
            end -= 1
        return Text(phrase.start, end)
    return phrase


def _introduces(token: Token) -> bool:
    """Whether a word before a name is no part of the phrase: "pumps, including X", "pumps such as X"."""
    return token.pos_ in ("ADP", "DET", "CCONJ", "PUNCT") or token.lower_ in ("including", "such", "like")


def before_receivers(doc: Doc, phrase: Text, receivers: Sequence[FoundMention]) -> Text:
    """A phrase without those it is for, where these are listed after it: of "toys for brands", the toys."""
    if not any(m.start >= phrase.end for m in receivers):
        return phrase
    for token in reversed(doc[phrase.start + 1 : phrase.end]):
        if token.lower_ in ("for", "to") and token.dep_ == "prep":
            plural = any(c.tag_ in ("NNS", "NNPS") for c in token.children)
            return Text(phrase.start, token.i) if plural else phrase
    return phrase


def or_unsaid(organizations: Sequence[FoundMention]) -> list[FoundMention | None]:
    """The first organisation; None where the sentence leaves it unsaid."""
    return [organizations[0]] if organizations else [None]


def details_of(
    sentence: Sentence, frame: Frame, wanted: Mapping[str, Roles], receivers: Sequence[FoundMention] = ()
) -> dict[str, Detail]:
    """The qualifiers that a frame's roles hold, as written, without the `receivers` of what is done."""
    found: dict[str, Detail] = {}
    for name, roles in wanted.items():
        for role in roles:
            token = next(iter(frame.get(role)), None)
            if token is None or sentence.scene.mentions.at(sentence.passage.index, token.i) is not None:
                continue
            if not sentence.start <= token.i < sentence.end or token.pos_ not in ("NOUN", "PROPN", "VERB"):
                continue
            phrase = without_names(sentence, noun_phrase(token, whole=True))
            phrase = before_receivers(sentence.passage.doc, phrase, receivers)
            span = sentence.raw(phrase.start, phrase.end)
            found[name] = Detail(span.text, span)
            break
    return found


_TRIMMED = words("the a an its his her their our some any this that these those several many more new own")


def noun_phrase(token: Token, *, whole: bool = False) -> Text:
    """The tokens of a noun phrase without its article; `whole` keeps coordination and "of"-phrases."""
    start = token.i
    for child in token.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "nummod", "npadvmod", "advmod", "punct", "quantmod", "poss"):
            start = min(start, child.left_edge.i)
    end = token.i + 1
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to") and (whole or child.lower_ == "of"):
            end = _reach(child, end)
        elif child.dep_ == "punct" and child.text == "-":
            continue
        elif whole and child.dep_ in ("cc", "conj", "punct"):
            if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
                end = _reach(child, end)
        else:
            break
    doc = token.doc
    while start < token.i and (doc[start].lower_ in _TRIMMED or doc[start].pos_ in ("DET", "PUNCT")):
        start += 1
    return Text(start, end)


def _reach(child: Token, end: int) -> int:
    """The end of a child's subtree, up to the first clause or comma within it."""
    tokens = sorted(child.subtree, key=lambda t: t.i)
    for position, token in enumerate(tokens):
        if token.dep_ in ("relcl", "advcl", "appos", "parataxis", "acl") or token.text in (
            ";",
            "(",
            ")",
            ":",
            '"',
            "”",
        ):
            tokens = tokens[:position]
            break
    while tokens and (tokens[-1].pos_ in ("PUNCT", "CCONJ", "ADP", "DET") or tokens[-1].lower_ == "including"):
        tokens.pop()
    return max([end, *(t.i + 1 for t in tokens)])


def named(sentence: Sentence, mentions: Sequence[FoundMention]) -> Detail | None:
    """The first of some mentions as a qualifier, by its entity's name; None if there is none."""
    if not mentions:
        return None
    scene = sentence.scene
    return Detail(scene.mentions.entity(mentions[0]).name, scene.span_of(mentions[0]))


def money_detail(money: FoundMoney, sentence: Sentence) -> dict[str, Detail]:
    """An amount and its currency as qualifiers."""
    raw = sentence.scene.document.article.text
    span = Span(start=money.start, end=money.end, text=raw[money.start : money.end])
    details = {"amount": Detail(plain_decimal(money.money.amount), span)}
    if money.money.currency:
        details["currency"] = Detail(money.money.currency, span)
    return details


def percent_detail(percent: FoundPercent, sentence: Sentence) -> Detail:
    """A share as a qualifier."""
    raw = sentence.scene.document.article.text
    return Detail(
        plain_decimal(percent.percent),
        Span(start=percent.start, end=percent.end, text=raw[percent.start : percent.end]),
    )


def plain_decimal(number: object) -> str:
    """A decimal without exponent or trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
