"""Partnerships: that they exist, that they start or end, and what "the partnership" further down speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.context.trade_topic import or_told_of
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.frames import governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, is_definite, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.ties.agreements import is_assured
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTNERSHIP = words(
    "partnership collaboration alliance cooperation co-operation tie-up venture agreement pact contract"
)
# Of contracts only those by which two work together: not any agreement is a partnership.
_CONTRACTS = words("agreement pact contract")
_COOPERATIVE = words(
    """
    partnership cooperation collaboration strategic licensing licence license distribution supply marketing research
    development manufacturing franchise sponsorship joint alliance
    """
)
_VERBS = words("partner collaborate cooperate co-operate ally team team_up pair_up join_forces tie_up")
ENDING = words(
    """end dissolve terminate collapse cease expire unravel sever break_up break_off fall_apart fall end_up scrap cancel
    cut wind_up wind_down disband discontinue break"""
)
_END_NOUNS = words(
    "end collapse demise breakdown dissolution termination breakup break-up unravelling unraveling failure"
)
STARTING = words("announce sign form launch strike forge enter begin unveil ink establish start agree seal")
_PAIRS = {
    "of": (
        r"{O:s},? (?:which is |is |was |as |remains )?(?:an?|the|one of the) "
        r"(?:(?!general|limited|managing)[\w-]+ ){0,3}"
        r"(?P<t>partner)s? "
        r"(?:of|to|with|for) {DESC}{O:o}"
    ),
    "poss": r"{O:s}'s (?:[\w-]+ ){0,3}(?P<t>partner)s?,? (?:the (?:[\w-]+ ){1,4})?{O:o}",
    "forces": (
        r"{O:s} and {O:o} (?:have |had |are |will )?(?:[\w-]+ )?(?P<t>joined forces|join forces|joining "
        r"forces|teamed up|team up|partnered|collaborat(?:e|ed|ing))(?! with\b)"
    ),
    "cut ties": (
        r"{O:s},? (?:(?:has|have|had|will|would|since|also|now|then) )*(?P<t>cut|cuts|cutting|severed|severs|"
        r"severing|broke off|ended|ends|ending) "
        r"(?:all |{ITS} |all {ITS} )?(?:ties|relations|links) with (?:that [\w-]+, )?{DESC}{O:o}"
    ),
    "between": (
        r"(?P<t>partnership|collaboration|alliance|tie-up|cooperation|joint venture) (?:agreement "
        r"|deal )?between {O:s} (?:\([^)]*\) )?(?:and|with) {O:o}"
    ),
    "compound": r"(?:the|a) {O:s} (?:and|-) {O:o} (?P<t>partnership|collaboration|alliance|tie-up)",
    "forces with": (
        r"{O:s},? (?:has |have |had |will )?(?P<t>joined forces|join forces|teamed up|team up|partnered|allied) "
        r"with {DESC}{O:o}"
    ),
}


def partnerships(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """Partnerships in a sentence; the pairs are remembered in the discourse."""
    seen: set[tuple[object, ...]] = set()
    for candidate in (*_nouns(sentence), *_verbs(sentence), *_surface(sentence)):
        key = (candidate.trigger, *sorted((candidate.subject.entity, candidate.object_entity)))
        if key in seen or candidate.subject.entity == candidate.object_entity:
            continue
        seen.add(key)
        if candidate.details.get("scope") and candidate.details["scope"].value == "":
            continue
        yield candidate
        if isinstance(candidate.object, FoundMention):
            discourse.remember_pair(sentence, candidate.subject, candidate.object)
        yield from _ending(candidate)
    yield from _anaphoric(sentence, discourse)
    yield from _statements(sentence, discourse)


def _nouns(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.words:
        if lemma(token) not in PARTNERSHIP or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if lemma(token) in _CONTRACTS and not any(c.lower_ in _COOPERATIVE for c in token.children):
            continue
        joint = lemma(token) == "venture"
        if joint and not any(child.lower_ == "joint" for child in token.children):
            continue
        for subject, obj in pairs_of(sentence, token):
            scope = (
                Detail("joint venture", sentence.raw(token.i - 1, token.i + 1))
                if joint and sentence.passage.doc[token.i - 1].lower_ == "joint"
                else None
            )
            candidate = Candidate(
                "partnerOf",
                "partnership",
                sentence,
                subject,
                obj,
                token.i,
                Kind.STATE,
                presupposed=is_definite(token) and not is_assured(token),
            ).with_details(scope=scope)
            yield _phased(candidate, token)


def pairs_of(sentence: Sentence, noun: Token) -> list[tuple[FoundMention, FoundMention]]:
    """The pairs that a noun joins: "between A and B", "A's ... with B"; of "a venture with B" also the firm told of."""
    frame = noun_frame(noun)
    between = first_filled(sentence, frame, ("between", "among", "of"), "O")
    if _is_one_of_its_parts(sentence, noun, between):
        return []
    if len(between) >= 2:
        return [(a, b) for i, a in enumerate(between) for b in between[i + 1 :]]
    sides = first_filled(sentence, frame, ("poss", "subject", "compound", "by"), "O")
    others = first_filled(sentence, frame, ("with", "far with", "and"), "O", skip=sides)
    if sides and others:
        return [(side, other) for side in sides for other in others]
    if others and not sides and lemma(noun) in ("venture", "partnership", "alliance") and noun.dep_.startswith("nsubj"):
        return [(side, other) for other in others[:1] for side in or_told_of(sentence, [other])]
    # "A and B had their first collaboration with a designer": it is not with each other.
    elsewhere = frame.get("with") or frame.get("far with")
    known = any(c.lower_ == "the" for c in noun.children) and not frame.get("poss")
    if len(sides) == 2 and not others and not elsewhere and not known:
        return [(sides[0], sides[1])]
    return []


def _phased(candidate: Candidate, noun: Token) -> Candidate:
    governor = governing_verb(noun)
    if governor is None:
        return candidate
    key, bare = key_of(governor), lemma(governor)
    if bare in STARTING and noun.dep_ in ("dobj", "nsubjpass", "pobj"):
        return replace(
            candidate,
            phase=Phase.STARTED,
            trigger=governor.i if is_verb(governor) else candidate.trigger,
            presupposed=False,
            kind=Kind.EVENT,
        )
    if key in ENDING or bare in ENDING:
        return replace(candidate, phase=Phase.ENDED, trigger=governor.i, presupposed=False)
    return candidate


def _ending(candidate: Candidate) -> Iterator[Candidate]:
    """As in "X's partnership with Y may end": the partnership stands, and its end is a claim of its own."""
    noun = candidate.sentence.passage.doc[candidate.trigger]
    if lemma(noun) not in PARTNERSHIP:
        return
    end = end_of(noun)
    if end is not None:
        yield replace(
            candidate,
            trigger=end.i,
            phase=Phase.ENDED,
            kind=Kind.EVENT,
            presupposed=False,
            rule="partnership end",
            possible=_only_feared(end),
        )


def _only_feared(end: Token) -> bool:
    """Whether an end is only a noun, which does not say that it has come: "a breakdown in the partnership could"."""
    if is_verb(end):
        return False
    return not (end.dep_ == "pobj" and end.head.lower_ in ("after", "following", "since"))


def end_of(noun: Token) -> Token | None:
    """The word that ends what a noun names: "the partnership may dissolve", "the collapse of the alliance"."""
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and is_verb(head):
        chain = [
            head,
            *(c for c in head.children if c.dep_ == "xcomp"),
            *(c for c in head.children if c.dep_ == "conj"),
        ]
        return None if _tells_when(head) else next((v for v in chain if key_of(v) in ENDING and _ends(v)), None)
    if noun.dep_ == "pobj" and head.lower_ in ("of", "in", "to") and lemma(head.head) in _END_NOUNS:
        return head.head
    if noun.dep_ == "poss" and lemma(head) in _END_NOUNS:
        return head
    return None


def _tells_when(verb: Token) -> bool:
    """Whether an end is only what something else waits for: "as soon as the agreement expires", "if it has ended"."""
    if verb.dep_ != "advcl":
        return False
    present = verb.tag_ in ("VBZ", "VBP") or any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.lefts)
    return present and any(c.lower_ in _WHEN and c.dep_ in ("mark", "advmod") for c in verb.lefts)


_WHEN = words("when once if until till before after unless as soon whether should")


def _ends(verb: Token) -> bool:
    return lemma(verb) not in ("fall", "break", "cut") or any(
        c.lower_ in ("apart", "up", "down", "off") for c in verb.children
    )


def _verbs(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.words:
        if not is_verb(token) or not (
            key_of(token) in _VERBS or lemma(token) in ("partner", "collaborate", "cooperate", "ally")
        ):
            continue
        frame = verb_frame(token)
        sides = first_filled(sentence, frame, ("agent",), "O")
        others = first_filled(sentence, frame, ("with",), "O", skip=sides) or (
            first_filled(sentence, frame, ("patient",), "O", skip=sides) if frame.passive else []
        )
        pairs = [(a, b) for a in sides for b in others]
        # "A and B partnered with two others": not with each other.
        if not pairs and not frame.get("with"):
            pairs = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
        for subject, obj in pairs:
            kind = Kind.STATE if token.tag_ in ("VBZ", "VBP") else Kind.EVENT
            phase = Phase.ONGOING if kind is Kind.STATE else Phase.STARTED if token.tag_ in ("VBD", "VBN") else None
            yield Candidate(
                "partnerOf",
                "partnership verb",
                sentence,
                subject,
                obj,
                token.i,
                kind,
                phase=phase if not _modal(token) else None,
            )


def _modal(verb: Token) -> bool:
    return any(child.tag_ == "MD" or child.lower_ == "to" for child in verb.children if child.dep_ == "aux")


def _surface(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _PAIRS):
        nominal = name in ("of", "poss", "between", "compound")
        noun = sentence.passage.doc[found.trigger]
        venture = noun.head if noun.dep_ in ("amod", "compound") else noun  # "joint venture"
        if name == "between" and _is_one_of_its_parts(sentence, venture, (*found.mentions("s"), *found.mentions("o"))):
            continue
        for subject in found.mentions("s"):
            for obj in found.mentions("o"):
                if name == "cut ties":
                    yield Candidate(
                        "partnerOf", "partnership end", sentence, subject, obj, found.trigger, phase=Phase.ENDED
                    )
                    continue
                event = name.startswith("forces") and noun.tag_ in ("VBD", "VBN", "NN", "NNS", "NNP")
                yield Candidate(
                    "partnerOf",
                    "partnership",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    Kind.EVENT if event else Kind.STATE,
                    phase=Phase.STARTED if event and not _modal(noun) else None,
                    presupposed=nominal and name != "of" and is_definite(noun),
                    timed=name != "of",
                )


def _is_one_of_its_parts(sentence: Sentence, venture: Token, parts: Sequence[FoundMention]) -> bool:
    """As in "Acme (Ireland), a venture between X and Acme (UK)": which Acme is which we cannot tell."""
    doc, at = sentence.passage.doc, venture.left_edge.i - 1
    if at <= sentence.start or doc[at].text != ",":
        return False
    at -= 1
    if doc[at].text == ")":
        at = next((t.i - 1 for t in reversed(doc[sentence.start : at]) if t.text == "("), at)
    whole = sentence.scene.mentions.at(sentence.passage.index, at)
    return whole is not None and any(part.entity == whole.entity for part in parts)


def _anaphoric(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """What is said of "the partnership" where it names no partners: its end, its going on."""
    for token in sentence.words:
        if lemma(token) not in PARTNERSHIP or token.pos_ != "NOUN":
            continue
        if not any(
            c.lower_ in ("the", "this", "their") for c in token.children if c.dep_ in ("det", "poss")
        ) or pairs_of(sentence, token):
            continue
        pair = discourse.pair_before(sentence)
        end = end_of(token)
        if pair is None or end is None:
            continue
        subject, obj = discourse.at(pair, sentence, token.i, token.i + 1)
        yield Candidate(
            "partnerOf",
            "partnership end",
            sentence,
            subject,
            obj,
            end.i,
            Kind.EVENT,
            phase=Phase.ENDED,
            possible=_only_feared(end),
        )


def _statements(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """As in "both companies have issued statements emphasising continued cooperation": said by each of the two."""
    for token in sentence.tokens:
        if lemma(token) not in (
            "cooperation",
            "co-operation",
            "partnership",
            "collaboration",
            "commitment",
        ) or pairs_of(sentence, token):
            continue
        lasting = any(c.lower_ in ("continued", "continuing", "ongoing", "strong", "close") for c in token.children)
        if not lasting:
            continue
        span = discourse.group_in(sentence)
        pair = discourse.pair_before(sentence)
        if span is None or pair is None or span[0] > token.i:
            continue
        subject, obj = discourse.at(pair, sentence, *span)
        yield Candidate(
            "partnerOf",
            "joint statement",
            sentence,
            subject,
            obj,
            token.i,
            Kind.STATE,
            phase=Phase.ONGOING,
            said_by=(subject, obj),
        )
