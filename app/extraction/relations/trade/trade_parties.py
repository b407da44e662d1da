"""What is traded and who takes part, by role, owner or what the article tells of; and the claims that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.trade_topic import is_far_pronoun, is_open_anaphor, or_told_of
from app.extraction.relations.reading.antecedents import coordinated
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.dealings import NO_GOODS
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.prepositions import add_prepositions
from app.extraction.relations.reading.rules import first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_words import NO_ORDERED_WORK, TAKINGS
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_OLD = frozenset({"old", "former", "previous", "earlier", "original"})
OWN = frozenset({"its", "their", "our", "his", "her"})


def is_ware(sentence: Sentence, thing: Token, but: frozenset[str]) -> bool:
    """Whether a noun is of goods or work, and no name."""
    of = [t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    return thing.pos_ in ("NOUN", "PROPN") and named is None and not any(lemma(t) in but for t in (thing, *of))


_PORTIONS = words(
    """all most much some many half third quarter fifth sixth eighth tenth part bulk majority share lot rest remainder
    dozen hundred thousand million ton tonne kilogram pound litre liter barrel gallon percent %"""
)


def goods_frame(verb: Token) -> Frame:
    """The roles of a verb of trade: of "buys most of its milk from X" it is the milk that is bought, and from X."""
    frame = _with_head(verb_frame(verb))
    between = verb.doc[verb.head.i + 1 : verb.left_edge.i] if verb.dep_ == "relcl" else ()
    if any(t.pos_ == "NOUN" and lemma(t) in NO_GOODS for t in between):
        # "bogies from the plant that X bought from Y": the plant was bought, whatever the parser says.
        return Frame(verb, {name: tokens for name, tokens in frame.roles.items() if name != "from"}, frame.passive)
    if not any(_is_portion(thing) for thing in frame.get("patient")):
        return frame
    roles = {name: list(tokens) for name, tokens in frame.roles.items()}
    whole = [whole_of(thing) for thing in frame.get("patient")]
    roles["patient"] = whole
    inner: dict[str, list[Token]] = defaultdict(list)
    for thing in whole:
        if thing not in frame.get("patient"):
            add_prepositions(thing, inner)
    for name, tokens in inner.items():
        roles[name] = [*roles.get(name, []), *tokens]
    return Frame(verb, roles, frame.passive)


def _with_head(frame: Frame) -> Frame:
    """The roles with what a clause is told of: in "the depot that X is building for Y" the depot is built."""
    verb = frame.trigger
    if frame.passive or frame.get("patient") or verb.dep_ != "acl" or verb.head.pos_ != "NOUN":
        return frame
    own = any(c.dep_ == "nsubj" for c in verb.children) and any(c.lower_ == "that" for c in verb.lefts)
    return Frame(verb, {**frame.roles, "patient": [verb.head]}) if own else frame


def _is_portion(thing: Token) -> bool:
    return lemma(thing) in _PORTIONS or thing.like_num


def whole_of(thing: Token) -> Token:
    """What a portion is of: the milk of "most of its milk", "half of all the milk"."""
    for _ in range(3):
        of = [t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
        if not _is_portion(thing) or not of or of[0].pos_ not in ("NOUN", "NUM", "DET", "PRON"):
            break
        if lemma(of[0]) in TAKINGS:
            break  # "gets a third of its sales from X": X is the client
        thing = of[0]
    return thing


def owners_of(sentence: Sentence, thing: Token, other: Sequence[FoundMention] = ()) -> list[FoundMention]:
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
        # "a fifth of everything that Y makes"
        made = [c for c in head.children if c.dep_ in ("relcl", "acl") and lemma(c) in _MAKING] if not own else []
        subjects = [t for c in made for t in c.children if t.dep_ == "nsubj"]
        found = fillers(sentence.scene, sentence.passage.index, subjects, "O", metonyms=False)
        if found and lemma(head) in ("everything", "all", "what"):
            return found
    return []


_MAKING = words("make produce grow build brew bake mine refine sell turn_out")


# Of these a firm has several, and what they get or do is its own: "for X's phones", "to X's schools".
_OTHERS = words(
    """rival competitor supplier vendor contractor customer client user buyer subscriber tenant partner owner parent
    shareholder investor backer founder chairman chairwoman chair president chief executive director manager boss head
    unit subsidiary division arm affiliate spin-off spinoff predecessor successor family widow"""
)
_SITES = words(
    """mine plant factory farm works mill quarry smelter refinery warehouse depot dairy brewery kitchen bakery
    laboratory lab foundry yard orchard vineyard greenhouse field well
    terminal"""
)

_HOUSES = words(
    """store shop supermarket restaurant hotel hospital school clinic office branch canteen kitchen data-centre centre
    center campus port airport station base works site fleet ship vessel staff employee worker passenger pupil
    patient"""
)


def receivers(sentence: Sentence, frame: Frame, roles: Sequence[str]) -> list[FoundMention]:
    """Whom something is for: by name, or as whose things it is for, "for X's phones", "for every X machine"."""
    for role in roles:
        found = members(sentence, frame, (role,), "O")
        things = [t for t in frame.get(role) if t.pos_ == "NOUN" and _may_receive(t, role)]
        found = found or [m for thing in things for m in _whose(sentence, thing)]
        found = found or (_on_behalf(sentence, frame) if role == "for" else [])
        if found:
            return found
    return []


def unnamed_receivers(
    sentence: Sentence, frame: Frame, roles: Sequence[str], vendors: Sequence[FoundMention]
) -> list[FoundMention]:
    """The firm that "to the company", "for the pump maker" means, where nobody could tell at once."""
    tokens = [t for role in roles for t in frame.get(role)]
    told = [t for t in tokens if t.pos_ == "NOUN" and is_open_anaphor(sentence, t)]
    return or_told_of(sentence, vendors) if told and vendors else []


def _on_behalf(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """As in "on behalf of X", "on X's behalf"."""
    behalf = next((t for t in frame.get("on") if t.lower_ == "behalf"), None)
    if behalf is None:
        return []
    of = [t for c in behalf.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    return fillers(sentence.scene, sentence.passage.index, of, "O", metonyms=False) or _whose(sentence, behalf)


def _may_receive(thing: Token, role: str) -> bool:
    """Whether what a firm's thing gets the firm gets: "to X's hospitals", "for X's phones"; not "to X's hopes"."""
    word = lemma(thing)
    if role != "for" or word in _SITES | _HOUSES:
        return role in ("for", "to") and word in _SITES | _HOUSES
    several = thing.tag_ == "NNS" or any(c.lower_ in ("every", "each") for c in thing.children)
    return several and word not in _OTHERS and is_concrete(thing)


def is_concrete(thing: Token) -> bool:
    """Whether a noun may be of goods: no person's, and none of what only happens or is only thought."""
    word = lemma(thing)
    abstract = word.endswith(("tion", "ment", "ness", "ism", "ship", "ity", "ist", "ance", "ence"))
    return not abstract and word not in NO_ORDERED_WORK


def sources(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """From whom something comes: by name, as the owner of a site, "from two X mines", and "the rest from Y"."""
    found = members(sentence, frame, ("from",), "O")
    names = [m for m in found if m.kind is MentionKind.NAME]
    if len(names) == 2 and [t.lower_ for t in sentence.passage.doc[names[0].end : names[1].start]] == [",", "and"]:
        found = names[:1]  # "A, which bought it from X, and B, whose chief": no list of X and B
    for place in (t for head in frame.get("from") for t in coordinated(head)):
        if lemma(place) in _SITES:
            found += _whose(sentence, place)
        if lemma(place) in _PORTIONS:
            others = [t for c in place.children if c.lower_ == "from" for t in c.children if t.dep_ == "pobj"]
            found += fillers(sentence.scene, sentence.passage.index, others, "O", metonyms=False)
    return [m for number, m in enumerate(found) if m.entity not in {f.entity for f in found[:number]}]


def _whose(sentence: Sentence, thing: Token) -> list[FoundMention]:
    """Whose a thing is, by possessive or as a name that stands right before it."""
    scene, index = sentence.scene, sentence.passage.index
    if scene.mentions.at(index, thing.i) is not None:
        return []
    found = fillers(scene, index, [c for c in thing.children if c.dep_ == "poss"], "O", metonyms=False)
    if found:
        return [m for m in found if not is_far_pronoun(sentence, m)]
    named = scene.mentions.at(index, thing.i - 1) if thing.i > sentence.start else None
    beside = named is not None and named.end == thing.i and scene.type_of(named) == "Company"
    several = thing.tag_ == "NNS" or any(c.lower_ in ("every", "each", "all", "any") for c in thing.children)
    return [named] if named is not None and beside and several else []


def branded(sentence: Sentence, thing: Token) -> list[FoundMention]:
    """The firm of "sells Acme coats": its name right before a plural of goods."""
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i - 1) if thing.tag_ == "NNS" else None
    fits = named is not None and sentence.scene.type_of(named) == "Company" and named.end == thing.i
    return [named] if named is not None and fits else []


def owners_of_user(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """Whose the vans are of "X's vans use batteries from Y"."""
    users = [t for t in frame.get("agent") if t.pos_ == "NOUN" and lemma(t) not in _OTHERS and is_concrete(t)]
    own = [c for t in users[:1] for c in t.children if c.dep_ == "poss"]
    found = fillers(sentence.scene, sentence.passage.index, own, "O", metonyms=False)
    return [m for m in found if not is_far_pronoun(sentence, m)]


def agents_of(sentence: Sentence, frame: Frame, others: Sequence[str]) -> list[FoundMention]:
    """Who does it: by name, or the firm told of where the sentence says "it" or "the company" of nobody known."""
    found = first_filled(sentence, frame, ("agent",), "O")
    if found:
        return [m for m in found if not is_far_pronoun(sentence, m)]
    tokens = frame.get("agent")
    if frame.passive or not tokens or not is_open_anaphor(sentence, tokens[0]):
        return []
    return or_told_of(sentence, members(sentence, frame, others, "O"))


def doers(sentence: Sentence, frame: Frame, others: Sequence[FoundMention], slot: str = "vendor") -> list[FoundMention]:
    """Who does it; where the sentence says "it" or "the company" of nobody known, the firm that the article means."""
    found = first_filled(sentence, frame, ("agent",), "O")
    tokens = frame.get("agent")
    if found or frame.passive or not tokens or not others or not is_open_anaphor(sentence, tokens[0]):
        return found
    return or_told_of(sentence, others, slot)


def untold(candidates: Iterable[Candidate], known: Iterable[Candidate]) -> Iterator[Candidate]:
    """The first candidate of each two firms of which nothing known tells, whichever way round."""
    said = {_pair(candidate) for candidate in known}
    for candidate in candidates:
        pair = _pair(candidate)
        if len(pair) == 2 and pair not in said:
            said.add(pair)
            yield candidate


def _pair(candidate: Candidate) -> frozenset[str | None]:
    return frozenset((candidate.subject.entity, candidate.object_entity))


def trade_pairs(
    sentence: Sentence,
    frame: Frame,
    vendors: Sequence[FoundMention],
    clients: Sequence[FoundMention],
    thing: Token | None,
    kind: Kind = Kind.STATE,
) -> Iterator[Candidate]:
    """That each of the vendors supplies each of the clients, with what; the old ones did."""
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
