"""Trade told by what is done: work for pay, goods taken, work handed over; also where one party is left unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun, is_open_anaphor, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.dealings import FOR_PLATFORMS
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_goods import bought_from, came, gave, took, went
from app.extraction.relations.trade.trade_parties import (
    OWN,
    goods_frame,
    is_concrete,
    is_ware,
    owners_of,
    receivers,
    trade_pairs,
    untold,
)
from app.extraction.relations.trade.trade_words import (
    BUYING,
    CONTRACTORS,
    FOR_OTHERS,
    GIVING,
    HANDLED,
    HANDLING,
    NO_ORDERED_WORK,
    OUTSOURCING,
    PACTS,
    STOCKING,
    TAKINGS,
    WORK,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY_VERB = (
    WORK
    | FOR_OTHERS
    | BUYING
    | STOCKING
    | OUTSOURCING
    | GIVING
    | frozenset(
        "come pay owe take account have spend switch turn farm contract hand go earn derive make generate".split()
    )
)
# Who runs another's mine or films its show is as often its owner.
_RUNNING = frozenset(
    "run operate manage staff broadcast distribute record film shoot edit grow rear land raise".split()
)
# What is done to somebody's things by these for years is done for somebody else, whomever "its" may be taken for.
_SERVING = words(
    """wash launder audit cater haul insure host clean translate transcribe moderate label guard sweep carry
    transport service repair feed collect distribute bottle pack print"""
)
_EARNING = frozenset("get earn derive make generate draw obtain".split())
_EVENTS = frozenset(
    "prize award awards cup games olympics festival championship league project programme program".split()
)


def trades(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients in a sentence that no other rule has found there."""
    if not sentence.letters & {"O"}:
        return
    told = (c for c in known if c.relation in ("supplies", "unitOf"))
    yield from untold(chain(_by_verbs(sentence), _for_which(sentence)), told)


def _by_verbs(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.words:
        if is_verb(token) and lemma(token) in _BY_VERB:
            yield from _by_verb(sentence, token)


def _for_which(sentence: Sentence) -> Iterator[Candidate]:
    """As in "Y, for which X has been sewing since 2017": the parser hangs it on many a word."""
    doc, index = sentence.passage.doc, sentence.passage.index
    for relative in sentence.tokens[1:]:
        if relative.lower_ not in ("which", "whom") or doc[relative.i - 1].lower_ != "for":
            continue
        before = [m for m in sentence.mentions() if m.end < relative.i and sentence.scene.letter(m) == "O"]
        after = [m for m in sentence.mentions() if relative.i < m.start <= relative.i + 8]
        after = [
            m for m in after if sentence.scene.letter(m) == "O" and not _is_described_by_verb(sentence, relative, m)
        ]
        verb = next((t for m in after[:1] for t in doc[m.end : min(m.end + 8, sentence.end)] if t.pos_ == "VERB"), None)
        while verb is not None and lemma(verb) in (
            "continue",
            "start",
            "begin",
            "stop",
            "go",
            "expect",
            "agree",
            "keep",
        ):
            verb = next((t for t in doc[verb.i + 1 : min(verb.i + 4, sentence.end)] if t.pos_ == "VERB"), None)
        if not before or verb is None or not (lemma(verb) in WORK or lemma(verb) == "work"):
            continue
        client = before[-1]
        if sentence.scene.mentions.at(index, relative.i - 1) is None:
            yield from trade_pairs(sentence, verb_frame(verb), after[:1], [client], None)


def _is_described_by_verb(sentence: Sentence, relative: Token, firm: FoundMention) -> bool:
    return any(t.pos_ == "VERB" for t in sentence.passage.doc[relative.i : firm.start])


def _by_verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    frame, word, key = goods_frame(token), lemma(token), key_of(token)
    if word in WORK:
        yield from _worked(sentence, frame)
    if (word in BUYING or word in STOCKING or word == "take") and not frame.passive:
        plain = verb_frame(token)
        yield from took(sentence, frame if frame.get("from") or plain.get("from") else plain)
    if word in BUYING and frame.passive:
        yield from bought_from(sentence, frame)
    if key in OUTSOURCING or word in OUTSOURCING or key in GIVING or word in GIVING:
        yield from gave(sentence, frame, always=key in OUTSOURCING)
    if word == "come" and not frame.passive:
        yield from came(sentence, frame)
    if word in ("pay", "owe", "spend"):
        yield from _paid(sentence, frame)
    if word == "account":
        yield from _accounted(sentence, frame)
    if word in _EARNING and not frame.passive:
        yield from _earned(sentence, frame)
    if word == "go" and not frame.passive:
        yield from went(sentence, frame)
    if word == "have":
        yield from _had_done(sentence, frame)
    if word == "switch":
        yield from _switched(sentence, frame)


def _worked(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X fills canisters for Y", "X fills Y's tanks", "the ponds were built by X"."""
    things = [t for t in frame.get("patient") if t.pos_ in ("NOUN", "PROPN")]
    handled = lemma(frame.trigger) in HANDLING and bool(things) and lemma(things[0]) in HANDLED
    if not things or not (handled or is_ware(sentence, things[0], NO_ORDERED_WORK | FOR_PLATFORMS)):
        return
    vendors = (
        members(sentence, frame, ("by",), "O") if frame.passive else first_filled(sentence, frame, ("agent",), "O")
    )
    vendors = [v for v in vendors if not is_far_pronoun(sentence, v)]
    clients = [m for m in receivers(sentence, frame, ("for",)) if not _is_event(sentence, m)]
    if not clients and lemma(frame.trigger) not in _RUNNING:
        clients = owners_of(sentence, things[0], vendors)
    clients = without(clients, vendors)
    agents = frame.get("agent")
    if not vendors and clients and agents and not frame.passive and is_open_anaphor(sentence, agents[0]):
        vendors = or_told_of(sentence, clients, "vendor")
    if not vendors:
        return
    if clients or frame.get("for") or frame.get("to"):
        yield from trade_pairs(sentence, frame, vendors, clients, things[0])
    elif lemma(frame.trigger) in FOR_OTHERS | _SERVING and len(vendors) == 1 and _is_given(things[0]):
        clause = frame.trigger.dep_ in ("relcl", "acl")
        own = any(c.lower_ in OWN for c in things[0].children if c.dep_ == "poss")
        serving = lemma(frame.trigger) in _SERVING and own and (_is_for_long(frame) or clause)
        if lemma(frame.trigger) not in FOR_OTHERS and not serving:
            return
        if (
            not clause
            and not serving
            and any(m.entity == vendors[0].entity for c in things[0].children for m in _owner_of(sentence, c))
        ):
            return  # "X has filled its halls"
        client = or_told_of(sentence, vendors) if _is_work_done(frame) or serving else []
        yield from trade_pairs(sentence, frame, vendors, client, things[0])


def _is_for_long(frame: Frame) -> bool:
    """As in "has washed its sheets since 1922", "had carried its milk for years"."""
    verb = frame.trigger
    perfect = any(c.lemma_ == "have" for c in verb.children if c.dep_ == "aux")
    return perfect and any(c.lower_ in ("since", "for") for c in verb.children)


def _owner_of(sentence: Sentence, token: Token) -> list[FoundMention]:
    named = sentence.scene.mentions.at(sentence.passage.index, token.i) if token.dep_ == "poss" else None
    return [named] if named is not None else []


def _is_event(sentence: Sentence, mention: FoundMention) -> bool:
    return sentence.scene.mentions.entity(mention).name.lower().split()[-1] in _EVENTS


def _is_work_done(frame: Frame) -> bool:
    """Whether work is told as done or to be done, not as what a firm does: "which built", "will provide"."""
    verb = frame.trigger
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return frame.passive or verb.tag_ in ("VBD", "VBN") or bool(helpers & {"will", "would"})


def _is_given(thing: Token) -> bool:
    """Whether a thing is one that the article goes on about: "the ponds", "its meals"; no name."""
    told = [c for c in thing.children if c.dep_ in ("det", "poss")]
    if not any(c.lower_ in ("the", "those", "these") or c.lower_ in OWN for c in told):
        return False
    return not any(t.tag_ == "NNP" for t in thing.doc[thing.left_edge.i : thing.i + 1])


def _paid(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X has paid Y $2m under a three-year agreement", "spends $3m a year with Y", "owes Y $4m for milk"."""
    clients = first_filled(sentence, frame, ("agent",), "O")
    vendors = without(first_filled(sentence, frame, ("patient", "to", "with"), "O", skip=clients), clients)
    regular = any(lemma(t) in PACTS for t in frame.get("under")) or _is_each_year(sentence, frame)
    owed = any(t.pos_ == "NOUN" and t.tag_ in ("NN", "NNS") and is_concrete(t) for t in frame.get("for"))
    if lemma(frame.trigger) in ("pay", "owe") and not (owed if lemma(frame.trigger) == "owe" else regular):
        return
    if lemma(frame.trigger) == "spend" and not frame.get("with"):
        return
    if any(lemma(t) in ("settlement", "loan") for t in frame.get("under")):
        return
    yield from trade_pairs(sentence, frame, vendors, clients, None)


def _is_each_year(sentence: Sentence, frame: Frame) -> bool:
    """Whether it is paid again and again for something: "$3m a year for storage"."""
    doc = sentence.passage.doc
    spells = (t for t in doc[frame.trigger.i : sentence.end] if t.lower_ in ("year", "month", "quarter", "week"))
    each = any(doc[t.i - 1].lower_ in ("a", "per", "each", "every") for t in spells)
    return (each or "annually" in sentence.lower_code) and bool(frame.get("for"))


def _earned(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X gets a third of its sales from Y", "makes half of its sales to Y": Y buys from X."""
    shares = [t for t in frame.get("patient") if any(lemma(s) in TAKINGS for s in t.subtree)]
    if not shares or not any(c.lower_ in OWN for s in shares[0].subtree for c in s.children):
        return
    vendors = [v for v in first_filled(sentence, frame, ("agent",), "O") if not is_far_pronoun(sentence, v)]
    within = [
        t for s in shares[0].subtree if s.lower_ in ("from", "to", "with") for t in s.children if t.dep_ == "pobj"
    ]
    named = fillers(sentence.scene, sentence.passage.index, within, "O", metonyms=False)
    clients = without(members(sentence, frame, ("from",), "O") or named, vendors)
    companies = [c for c in clients if sentence.scene.type_of(c) == "Company"]
    yield from trade_pairs(sentence, frame, vendors, companies, None)


def _accounted(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X accounts for a tenth of Y's sales": X buys from Y."""
    clients = first_filled(sentence, frame, ("agent",), "O", metonyms=False)
    for share in frame.get("for"):
        takings = [t for t in share.subtree if lemma(t) in TAKINGS and t.tag_ in ("NN", "NNS")]
        for thing in takings[:1]:
            own = [c for c in thing.children if c.dep_ == "poss"]
            vendors = without(fillers(sentence.scene, sentence.passage.index, own, "O", metonyms=False), clients)
            companies = [c for c in clients if sentence.scene.type_of(c) == "Company"]
            its = bool(own) and own[0].lower_ in OWN and not vendors  # "X, which accounts for a tenth of its sales"
            if its or (not own and not any(c.dep_ in ("prep", "compound") for c in thing.children)):
                vendors = or_told_of(sentence, companies[:1], "vendor")
            yield from trade_pairs(sentence, frame, vendors, companies[:1], None)


def _had_done(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X has its bread baked by Y", "has had its warehouses monitored remotely by Y"."""
    for done in (c for c in frame.trigger.children if c.tag_ == "VBN" and c.dep_ in ("ccomp", "acl", "oprd", "xcomp")):
        clients = first_filled(sentence, frame, ("agent",), "O")
        inner = verb_frame(done)
        vendors = without(members(sentence, inner, ("by", "at"), "O"), clients)
        things = [c for c in done.children if c.dep_ in ("nsubj", "nsubjpass")]
        if things and lemma(done) in WORK and any(c.lower_ in OWN for c in things[0].children):
            yield from trade_pairs(sentence, frame, vendors, clients, things[0])


def _switched(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X switched to a Turkish vendor, Y", "has switched all of its stores to equipment from Y"."""
    clients = first_filled(sentence, frame, ("agent",), "O")
    vendors: list[FoundMention] = []
    for target in frame.get("to"):
        inside = [t for t in target.subtree if t.dep_ in ("pobj", "appos") and t.i >= target.i]
        if lemma(target) in CONTRACTORS:
            vendors = vendors or fillers(sentence.scene, sentence.passage.index, [target], "O", metonyms=False)
        sources = [t for t in inside if t.head.lower_ in ("from", "by") and t.head.head == target]
        vendors = vendors or fillers(sentence.scene, sentence.passage.index, sources, "O", metonyms=False)
    yield from trade_pairs(sentence, frame, without(vendors, clients), clients, None, Kind.EVENT)
