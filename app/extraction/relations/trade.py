"""Trade told by what is done: work for pay, goods taken, work handed over; also where one party is left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.dealings import FOR_PLATFORMS
from app.extraction.relations.fillers import fillers
from app.extraction.relations.frames import Frame, verb_frame
from app.extraction.relations.groups import members
from app.extraction.relations.lemmas import is_verb, key_of, lemma
from app.extraction.relations.owners import without
from app.extraction.relations.rules import first_filled, noun_phrase
from app.extraction.relations.sentences import Sentence
from app.extraction.relations.trade_topic import is_far_pronoun, is_open_anaphor, or_told_of
from app.extraction.relations.trade_words import (
    BUSINESS,
    BUYING,
    CONTRACTORS,
    FOR_OTHERS,
    GIVING,
    NO_ORDERED_WORK,
    NO_WARES,
    OUTSOURCING,
    PACTS,
    STOCKING,
    TAKINGS,
    WORK,
)
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY_VERB = (
    WORK
    | FOR_OTHERS
    | BUYING
    | STOCKING
    | OUTSOURCING
    | GIVING
    | frozenset("come pay take account have spend switch turn farm contract hand".split())
)
# Who runs another's mine or films its show is as often its owner.
_RUNNING = frozenset(
    "run operate manage staff broadcast distribute record film shoot edit grow rear land raise".split()
)
_EVENTS = frozenset(
    "prize award awards cup games olympics festival championship league project programme program".split()
)
_OLD = frozenset({"old", "former", "previous", "earlier", "original"})
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{1,4}s")
_OWN = frozenset({"its", "their", "our", "his", "her"})


def trades(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients in a sentence that no other rule has found there."""
    if not sentence.letters & {"O"}:
        return
    said = {frozenset((c.subject.entity, c.object_entity)) for c in known if c.relation in ("supplies", "unitOf")}
    for candidate in chain(_by_verbs(sentence), _for_which(sentence)):
        pair = frozenset((candidate.subject.entity, candidate.object_entity))
        if len(pair) == 2 and pair not in said:
            said.add(pair)
            yield candidate


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
            yield from _pairs(sentence, verb_frame(verb), after[:1], [client], None)


def _is_described_by_verb(sentence: Sentence, relative: Token, firm: FoundMention) -> bool:
    return any(t.pos_ == "VERB" for t in sentence.passage.doc[relative.i : firm.start])


def _by_verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    frame, word, key = verb_frame(token), lemma(token), key_of(token)
    if word in WORK:
        yield from _worked(sentence, frame)
    if (word in BUYING or word in STOCKING or word == "take") and not frame.passive:
        yield from _took(sentence, frame)
    if word in BUYING and frame.passive:
        yield from _bought_from(sentence, frame)
    if key in OUTSOURCING or word in OUTSOURCING or key in GIVING or word in GIVING:
        yield from _gave(sentence, frame, always=key in OUTSOURCING)
    if word == "come" and not frame.passive:
        yield from _came(sentence, frame)
    if word in ("pay", "spend"):
        yield from _paid(sentence, frame)
    if word == "account":
        yield from _accounted(sentence, frame)
    if word == "have":
        yield from _had_done(sentence, frame)
    if word == "switch":
        yield from _switched(sentence, frame)


def _worked(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X fills canisters for Y", "X fills Y's tanks", "the ponds were built by X"."""
    things = [t for t in frame.get("patient") if t.pos_ in ("NOUN", "PROPN")]
    if not things or not _is_ware(sentence, things[0], NO_ORDERED_WORK | FOR_PLATFORMS):
        return
    vendors = (
        members(sentence, frame, ("by",), "O") if frame.passive else first_filled(sentence, frame, ("agent",), "O")
    )
    vendors = [v for v in vendors if not is_far_pronoun(sentence, v)]
    clients = [m for m in members(sentence, frame, ("for",), "O") if not _is_event(sentence, m)]
    if not clients and lemma(frame.trigger) not in _RUNNING:
        clients = _owners(sentence, things[0], vendors)
    clients = without(clients, vendors)
    agents = frame.get("agent")
    if not vendors and clients and agents and not frame.passive and is_open_anaphor(sentence, agents[0]):
        vendors = or_told_of(sentence, clients)
    if not vendors:
        return
    if clients or frame.get("for") or frame.get("to"):
        yield from _pairs(sentence, frame, vendors, clients, things[0])
    elif lemma(frame.trigger) in FOR_OTHERS and len(vendors) == 1 and _is_given(things[0]):
        client = or_told_of(sentence, vendors) if _is_work_done(frame) else []
        yield from _pairs(sentence, frame, vendors, client, things[0])


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
    if not any(c.lower_ in ("the", "those", "these") or c.lower_ in _OWN for c in told):
        return False
    return not any(t.tag_ == "NNP" for t in thing.doc[thing.left_edge.i : thing.i + 1])


def _is_ware(sentence: Sentence, thing: Token, but: frozenset[str]) -> bool:
    """Whether a noun is of goods or work, and no name."""
    of = [t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    return thing.pos_ in ("NOUN", "PROPN") and named is None and not any(lemma(t) in but for t in (thing, *of))


def _owners(sentence: Sentence, thing: Token, other: Sequence[FoundMention] = ()) -> list[FoundMention]:
    """Whose a thing is: "Y's tanks", "the work of Y's hospitals", "all four of Y's creams", "the carrier's tanks"."""
    heads = [thing, *(t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")]
    for head in heads:
        own = [c for c in head.children if c.dep_ == "poss"]
        # "The Acme's Best range" is a name, and of its maker.
        if any(t.text[:1].isupper() for o in own for t in head.doc[o.right_edge.i + 1 : head.i]):
            return []
        found = fillers(sentence.scene, sentence.passage.index, own, "O", metonyms=False)
        if found:
            return [m for m in found if not is_far_pronoun(sentence, m)]
        if own and other and is_open_anaphor(sentence, own[0]):
            return or_told_of(sentence, other)
    return []


def _took(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X stocks Y's pumps", "takes a fifth of Y's output", "buys from nobody but Y"."""
    word = lemma(frame.trigger)
    clients = _agents(sentence, frame, ("from",))
    things = [t for t in frame.get("patient") if t.pos_ in ("NOUN", "NUM", "PROPN", "PRON")]
    if not clients or (things and things[0].pos_ != "NUM" and not _is_ware(sentence, things[0], NO_WARES)):
        return
    if word in ("sell", "offer") and not _is_lasting(frame):
        return
    if frame.get("from") and word not in ("take", "draw", "get", "obtain"):
        vendors = without(members(sentence, frame, ("from",), "O") or _but(sentence, frame), clients)
        if not things or _is_usual(things[0]) or word in STOCKING:
            yield from _pairs(sentence, frame, vendors, clients, things[0] if things else None)
            return
    if not things or word in ("rent", "lease", "commission", "draw", "get", "obtain", "retail"):
        return
    vendors = without(_owners(sentence, things[0]) or _branded(sentence, things[0]), clients)
    if word == "take" and not _is_output(things[0]):
        return
    yield from _pairs(sentence, frame, vendors, clients, None)


def _branded(sentence: Sentence, thing: Token) -> list[FoundMention]:
    """The firm of "sells Acme coats": its name right before a plural of goods."""
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i - 1) if thing.tag_ == "NNS" else None
    fits = named is not None and sentence.scene.type_of(named) == "Company" and named.end == thing.i
    return [named] if named is not None and fits else []


_OUTPUT = frozenset("output production harvest crop capacity volume supply".split())


def _agents(sentence: Sentence, frame: Frame, others: Sequence[str]) -> list[FoundMention]:
    """Who does it: by name, or the firm told of where the sentence says "it" or "the company" of nobody known."""
    found = first_filled(sentence, frame, ("agent",), "O")
    if found:
        return [m for m in found if not is_far_pronoun(sentence, m)]
    tokens = frame.get("agent")
    if frame.passive or not tokens or not is_open_anaphor(sentence, tokens[0]):
        return []
    return or_told_of(sentence, members(sentence, frame, others, "O"))


def _is_output(thing: Token) -> bool:
    """Whether it is what a firm makes: "a fifth of X's output", "half of X's chickens"."""
    inner = [t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    return any(lemma(t) in _OUTPUT or t.tag_ == "NNS" for t in (inner or [thing])) and (
        bool(inner) or lemma(thing) in _OUTPUT
    )


def _is_lasting(frame: Frame) -> bool:
    """Whether something is told as done again and again: "sells", "has sold since", "has been selling"."""
    verb = frame.trigger
    return verb.tag_ in ("VBZ", "VBP", "VBG") or (verb.tag_ == "VBN" and bool(frame.get("since") or frame.get("for")))


def _is_usual(thing: Token) -> bool:
    """Whether goods are bought, several or a mass of them: "problem sets", "its milk"; not "a mill"."""
    own = any(c.lower_ in _OWN or c.lower_ in ("all", "most") for c in thing.children)
    single = thing.tag_ == "NN" and any(
        c.dep_ == "det" and c.lower_ in ("a", "an", "the", "another") for c in thing.children
    )
    return thing.tag_ == "NNS" or own or (not single and thing.tag_ == "NN")


def _but(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """As in "buys from nobody but Y", "from two of its rivals, A and B"."""
    doc = sentence.passage.doc
    for head in frame.get("from"):
        if head.lower_ in ("nobody", "no-one", "none", "one") and head.i + 1 < sentence.end:
            span = doc[head.i + 1 : min(head.i + 7, sentence.end)]
            if span[0].lower_ in ("but", "except", "other"):
                named = [sentence.scene.mentions.at(sentence.passage.index, t.i) for t in span]
                return [m for m in named if m is not None and sentence.scene.letter(m) == "O"][:1]
    told = [t for head in frame.get("from") for t in head.subtree if t.i > head.i and t.dep_ in ("pobj", "appos")]
    return fillers(sentence.scene, sentence.passage.index, told, "O", metonyms=False)


def _bought_from(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "the milk is bought from X": of whom the article tells."""
    vendors = members(sentence, frame, ("from",), "O")
    things = [t for t in frame.get("patient") if t.pos_ == "NOUN"]
    if not vendors or not things or not _is_ware(sentence, things[0], NO_WARES) or not _is_usual(things[0]):
        return
    clients = without(members(sentence, frame, ("by",), "O") or _owners(sentence, things[0]), vendors)
    if not clients and not frame.get("by"):
        clients = or_told_of(sentence, vendors)
    yield from _pairs(sentence, frame, vendors, clients, things[0])


def _gave(sentence: Sentence, frame: Frame, *, always: bool) -> Iterator[Candidate]:
    """As in "X outsourced its payroll to Y", "sends its aircraft to Y", "the work, which X turned over to Y"."""
    things = [t for t in frame.get("patient") if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if not things or not (always or _is_business(sentence, frame, things[0])):
        return
    clients = members(sentence, frame, ("by",), "O") if frame.passive else _agents(sentence, frame, ("to", "with"))
    vendors = without(members(sentence, frame, ("to", "with"), "O"), clients)
    if not clients and frame.passive and not frame.get("by"):
        clients = or_told_of(sentence, vendors)
    for candidate in _pairs(sentence, frame, vendors, clients, None, Kind.EVENT):
        yield candidate
    losers = without(members(sentence, frame, ("from",), "O"), [*clients, *vendors])
    for candidate in _pairs(sentence, frame, losers, clients, None, Kind.EVENT):
        yield replace(candidate, phase=Phase.ENDED)


def _is_business(sentence: Sentence, frame: Frame, thing: Token) -> bool:
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    model = _MODEL.fullmatch(thing.text) is not None  # "its A320s"
    if (named is not None and sentence.scene.letter(named) in "OP") or (lemma(thing) not in BUSINESS and not model):
        return False
    own = any(c.lower_ in _OWN or c.lower_ in ("the", "this", "that", "all", "a", "an") for c in thing.children)
    if lemma(frame.trigger) in ("send", "move", "switch", "shift", "transfer"):
        return any(
            c.lower_ in _OWN or (model and c.lower_ == "its") for t in (thing, *thing.subtree) for c in t.children
        )
    return own or thing.tag_ == "NNS"


def _came(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "meters come from X", "the software came from X": goods, which the firm told of has."""
    vendors = first_filled(sentence, frame, ("from",), "O")
    things = [t for t in frame.get("agent") if t.pos_ == "NOUN"]
    if not vendors or not things or not _is_ware(sentence, things[0], NO_WARES) or len(vendors) > 3:
        return
    if frame.get("for") or frame.get("at") or not _is_concrete(things[0]) or _is_unit_of(sentence, vendors[0]):
        return
    clients = without(_owners(sentence, things[0], vendors), vendors)
    if not clients and not any(c.dep_ == "poss" for c in things[0].children):
        clients = or_told_of(sentence, vendors)
    yield from _pairs(sentence, frame, vendors, clients, things[0])


def _is_concrete(thing: Token) -> bool:
    """Whether a noun may be of goods: no person's, and none of what only happens or is only thought."""
    word = lemma(thing)
    return not word.endswith(("tion", "ment", "ness", "ism", "ship", "ity", "ist", "ance", "ence"))


def _is_unit_of(sentence: Sentence, vendor: FoundMention) -> bool:
    doc = sentence.passage.doc
    return vendor.end < len(doc) and doc[vendor.end].text in ("'s", "’s")


def _paid(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X has paid Y $2m since May under a three-year agreement", "spends $3m a year with Y"."""
    clients = first_filled(sentence, frame, ("agent",), "O")
    vendors = without(first_filled(sentence, frame, ("patient", "to", "with"), "O", skip=clients), clients)
    if lemma(frame.trigger) == "pay" and not any(lemma(t) in PACTS for t in frame.get("under")):
        return
    if lemma(frame.trigger) == "spend" and not frame.get("with"):
        return
    if any(lemma(t) in ("settlement", "loan") for t in frame.get("under")):
        return
    yield from _pairs(sentence, frame, vendors, clients, None)


def _accounted(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X accounts for a tenth of Y's sales": X buys from Y."""
    clients = first_filled(sentence, frame, ("agent",), "O", metonyms=False)
    for share in frame.get("for"):
        takings = [t for t in share.subtree if lemma(t) in TAKINGS and t.tag_ in ("NN", "NNS")]
        for thing in takings[:1]:
            own = [c for c in thing.children if c.dep_ == "poss"]
            vendors = without(fillers(sentence.scene, sentence.passage.index, own, "O", metonyms=False), clients)
            companies = [c for c in clients if sentence.scene.type_of(c) == "Company"]
            yield from _pairs(sentence, frame, vendors, companies[:1], None)


def _had_done(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X has its bread baked by Y", "has had its warehouses monitored remotely by Y"."""
    for done in (c for c in frame.trigger.children if c.tag_ == "VBN" and c.dep_ in ("ccomp", "acl", "oprd", "xcomp")):
        clients = first_filled(sentence, frame, ("agent",), "O")
        inner = verb_frame(done)
        vendors = without(members(sentence, inner, ("by", "at"), "O"), clients)
        things = [c for c in done.children if c.dep_ in ("nsubj", "nsubjpass")]
        if things and lemma(done) in WORK and any(c.lower_ in _OWN for c in things[0].children):
            yield from _pairs(sentence, frame, vendors, clients, things[0])


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
    yield from _pairs(sentence, frame, without(vendors, clients), clients, None, Kind.EVENT)


def _pairs(
    sentence: Sentence,
    frame: Frame,
    vendors: Sequence[FoundMention],
    clients: Sequence[FoundMention],
    thing: Token | None,
    kind: Kind = Kind.STATE,
) -> Iterator[Candidate]:
    details = {}
    if thing is not None and sentence.start <= thing.i < sentence.end and thing.pos_ == "NOUN":
        phrase = noun_phrase(thing)
        owners = [c.right_edge.i + 1 for c in thing.children if c.dep_ == "poss"]
        first = max([phrase.start, *owners])
        if first < phrase.end:
            span = sentence.raw(first, phrase.end)
            details = {"service": Detail(span.text, span)}
    old = thing is not None and any(c.lower_ in _OLD for c in thing.lefts)
    for vendor in vendors:
        for client in clients:
            if vendor.entity != client.entity:
                told = Candidate("supplies", "trade", sentence, vendor, client, frame.trigger.i, kind, details=details)
                yield replace(told, phase=Phase.ENDED) if old else told
