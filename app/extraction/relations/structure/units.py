"""Units, subsidiaries and brands: owned, operated, listed, or under whose name things are sold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.lexicon.nouns import DEMONYMS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame, verb_frame
from app.extraction.relations.reading.groups import groups, is_subject, owning_verb
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.listing import mentions_from
from app.extraction.relations.reading.owners import holders, holds_shares, only_a_share, without
from app.extraction.relations.reading.patterns import find, find_throughout
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.model import Phase

_PARTS = words("subsidiary division unit arm affiliate business_unit imprint sub-brand banner marque brand label")
_BRANDS = words("brand label imprint banner marque sub-brand")
_KINDS = r"(?P<k>(?:sister )?(?:subsidiary|unit|division|arm|branch|brand|affiliate|offshoot|imprint|label|banner))"
# A few words about the owner, within its noun phrase.
_D = r"(?:(?!(?:and|or|with|to|that|which|who|for|by|in)\b)[\w'&.-]+ ){0,4}?"
_PLAIN = r"(?:(?!(?:to|for|at|with|from|by|of)\b)[\w-]+ ){0,5}?"
_SURFACE = {
    "became a subsidiary": (
        rf"{{O:s}}(?:,? (?:which|that))? (?:later |then |subsequently |also |now |has |had |have |again "
        rf")*(?:became|becomes|become|remained|remains|operates as|"
        rf"operated as|functions as|was (?:formed|established|founded|set up|created|launched|started|incorporated|"
        rf"organi[sz]ed|spun off|made|run|reorgani[sz]ed|operated|folded into|absorbed as)(?: in \d{{4}})?(?: "
        rf"as)?|is run as|runs as|operating as|began as|started as|"
        rf"started out as|existed as|made) ?(?:an?|the|one of the)? (?:[\w-]+ ){{0,4}}?(?P<k>subsidiary|unit|"
        rf"division|arm|brand|"
        rf"affiliate|imprint|part|operating company) of (?:the |its )?{_D}{{O:o}}(?!'s)"
    ),
    "has been a subsidiary": (
        r"{O:s} (?:has been|had been|is|was|are|were)(?: now| currently| also| still| once| formerly| "
        r"originally| today|"
        r" since \w+)* (?:an?|the|one of the) (?:[\w-]+ ){0,5}?(?P<k>subsidiary|unit|division|arm|brand|"
        r"affiliate|imprint|"
        r"operating company|group company|part)(?: company| brand| and [a-z -]{3,30}?)? (?:of|within|under) "
        r"(?:the |its )?" + _D + r"{O:o}(?!'s)"
    ),
    "owned by": (
        r"{O:s}(?:,| \([^)]*\))?(?: which| that)? (?:(?:is|was|are|has been|had been|now|currently|also|still|"
        r"wholly|fully|then|"
        r"entirely|ultimately|majority|100%|itself|previously|formerly|being|(?!partly|partially|jointly|"
        r"mostly)[a-z]+ly) )*(?:and operated |and "
        r"managed "
        r")?(?P<k>owned)(?: and [a-z]+)? "
        r"by (?:the |its )?(?:parent(?: company)? )?" + _D + r"{O:o}(?!'s)"
    ),
    "part of the group": (
        r"{O:s}(?:,| \([^)]*\))? (?:(?:which|that|is|was|are|has been|now|currently|also|became|becomes|forms|"
        r"formed|all|joined) )*"
        r"(?P<k>part) of (?:the |its )?(?:[\w-]+ ){0,3}?{O:o}(?! (?:and|with|to|in)\b (?:{O}))(?= ?(?:group|"
        r"family|portfolio|conglomerate|empire|"
        r"[.,;()]|since|until|in \d|from|after|when|and|$))"
    ),
    "parent company": (
        r"{O:s}(?:'s)?,? (?:(?:then|new|current|former|corporate|ultimate|listed|us|british|german|french|"
        r"american) )*"
        r"(?P<k>parent|holding)(?: company| group| firm| corporation| organi[sz]ation)?(?: (?:is|was|has "
        r"been))?,? (?:the )?{O:o}"
    ),
    "the parent of": (
        r"(?P<k>parent|owner|holding)(?: company| group| firm)? of " + _D + r"{O:s} (?:is|was|has been|,) "
        r"(?:the )?{O:o}"
    ),
    "is the parent": (
        r"{O:o}(?: of {L})?,? (?:(?:which|that|is|was|are|became|the|a|an|now|also|current|former|ultimate|corporate|"
        r"then|(?-i:[A-Z]+)-listed|{O}-listed|{L}-listed) )*"
        r"(?P<k>parent|owner|holding)(?: company| group| firm| corporation)? (?:of|to|for|behind) " + _D + r"{O+:s}"
    ),
    "its division": (
        rf"{{O:o}}'s (?:{{L}} )?(?:[a-z][\w'-]* ){{0,5}}?{_KINDS}(?: company)?(?: called| named| known as| -)?,? "
        rf"{{O+:s}}"
    ),
    "its divisions": (
        r"{O:o}'s (?:[a-z][\w'-]* ){0,5}?(?P<k>subsidiaries|units|divisions|arms|brands|labels|imprints|affiliates)"
        r"(?: called| named|:|,)? {O+:s}"
    ),
    "one of its brands": (
        r"{O+:s}(?:,| (?:is|are|was|were|remains|remain|,)(?: now| also| still)?)? (?:another|one|two|three|four|"
        r"five|both|all|"
        r"(?:the )?(?:[a-z]+ ){0,2}(?:largest|biggest|smallest|oldest|best-known|newest|last)) (?:of|among) {O:o}'s "
        r"(?:[\w'-]+ ){0,4}?(?P<k>subsidiaries|units|divisions|arms|brands|labels|imprints|businesses|banners|"
        r"marques)\b"
    ),
    "belong to": (
        r"{O+:s},? (?:all |both |each |also |now )*(?P<k>belong|belonged) to (?:the )?(?!same ){DESC}{O:o}(?!')"
    ),
    "its X division": rf"{{O:o}}'s {{O:s}} {_KINDS}(?! of)",
    "subsidiary before": rf"through (?:its|their) (?:[a-z][\w'-]* ){{0,4}}?{_KINDS},? {{O:s}}",
    "division of its own": (
        rf"{{O:s}},? (?:an?|the|its|one of) {_PLAIN}{_KINDS}(?: company| brand)? of (?:the |its "
        rf")?{_D}{{O:o}}(?!'s)"
    ),
    "a Y company": (
        # A station's affiliate only takes another's programmes.
        r"{O:s},? (?:is |was |- |,)?an? {O:o} (?P<k>company|brand|subsidiary|business|unit|division|"
        r"affiliate(?! (?:owned|licensed|serving|station|in|for)\b))\b(?! (?:of|by))"
    ),
    "the Y unit": r"{O:s}, the {O:o} (?P<k>unit|subsidiary|division|arm|affiliate|offshoot|imprint)\b(?! of)",
    "its venture fund": (
        r"{O:o}'s (?:own )?(?:corporate )?(?P<k>venture(?:[- ]capital)? (?:fund|arm|unit)|ventures arm),? {O:s}(?!')"
    ),
    "and its subsidiaries": (
        r"{O:o} and its (?:[\w-]+ ){0,2}(?P<k>subsidiary|unit|affiliate|division|subsidiaries|units|"
        r"affiliates)(?:,|:)? {O+:s}"
    ),
}
_TAKEN_FOR_GRANTED = frozenset(
    {
        "its division",
        "its X division",
        "parent company",
        "division of its own",
        "a Y company",
        "the Y unit",
        "its venture fund",
        "its divisions",
    }
)
_SOLD_UNDER = {
    "under the brand": (
        r"under (?:the|its|their|both the|a)? ?(?:(?:own|name|label|new|main|brand|brands|brand name|brand "
        r"names|names|trade names?|following brands) ){0,3}"
        r"(?P<n>(?:the )?{XOR}[^.;]{0,160}?)(?:,? )(?P<k>brands?|labels?|banners?|marques?|imprints?|brand "
        r"names?|trade ?marks?)\b"
    ),
}


def units(sentence: Sentence) -> Iterator[Candidate]:
    """Units and brands in a sentence."""
    yield from _surface(sentence)
    for group in groups(sentence, _PARTS):
        owners = holders(sentence, group.noun)[:1]
        named = without(mentions_from(sentence, group.start, "O"), owners)
        verb = owning_verb(group.noun)
        owned = verb is not None and lemma(verb) in _OWNING
        if (group.copula and is_subject(group.noun)) or owned:
            yield from _pairs(sentence, named, owners, group.noun.i, _kind_of(lemma(group.noun)))
    yield from _operated(sentence)
    yield from _part_of_group(sentence)


_OWNING = words(
    "own operate have include run launch create comprise develop market sell hold establish control form acquire"
)


def _kind_of(word: str) -> str:
    if word in _BRANDS or word in ("brands", "labels", "imprints", "banners", "marques"):
        return "brand"
    if word in ("owned", "part", "affiliate", "affiliates", "member", "belong", "belonged", "businesses"):
        return ""  # that says no more than that it belongs there
    return "subsidiary" if "subsidiar" in word or word in ("parent", "holding") else "unit"


def _surface(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find_throughout(sentence, _SURFACE):
        owners = found.mentions("o")[:1]
        if any(only_a_share(sentence, owner, found.match.start()) for owner in owners):
            continue
        if found.text("k") in ("owner", "owned", "belong", "belonged") and any(
            holds_shares(sentence, owner) for owner in owners
        ):
            continue
        if name == "a Y company" and any(_tells_country(sentence, owner) for owner in owners):
            continue
        parts = [_seated(sentence, part) for part in found.mentions("s")]
        if name == "subsidiary before":
            owners = [m for m in sentence.mentions() if sentence.scene.letter(m) == "O" and m.end <= parts[0].start][:1]
        text = found.match.group(0).lower()
        past = any(f" {w} " in text for w in ("was", "were", "former", "formerly", "previously"))
        ended = past and not any(
            f" {w} " in text for w in ("formed", "founded", "established", "created", "launched", "set", "made")
        )
        presupposed = name in _TAKEN_FOR_GRANTED
        yield from _pairs(
            sentence,
            without(parts, owners),
            owners,
            sentence.token_at(found.match.start("k")),
            _kind_of(found.text("k")),
            phase=Phase.ENDED if ended else None,
            presupposed=presupposed,
        )


def _tells_country(sentence: Sentence, owner: FoundMention) -> bool:
    """Whether it is no owner but where a firm is at home: "an American-Bermudian company"."""
    return not DEMONYMS.isdisjoint(sentence.raw(owner.start, owner.end).text.split("-"))


def _seated(sentence: Sentence, part: FoundMention) -> FoundMention:
    """The X of "X in Y, a subsidiary of": Y is where X is."""
    if part.start <= sentence.start or sentence.passage.doc[part.start - 1].lower_ != "in":
        return part
    before = sentence.scene.mentions.at(sentence.passage.index, part.start - 2)
    return before if before is not None and sentence.scene.letter(before) == "O" else part


def is_another_part(candidate: Candidate) -> bool:
    """Whether the unit is not what is named: "X in Y, a subsidiary of Z", "much of what was once X is part of Y"."""
    sentence, part = candidate.sentence, candidate.subject
    if candidate.relation != "unitOf" or part.passage != sentence.passage.index:
        return False
    return (
        _seated(sentence, part) is not part
        or _only_some(sentence, part)
        or _takes_part(candidate)
        or _is_its_buyer(candidate)
    )


def _is_its_buyer(candidate: Candidate) -> bool:
    """Whether "its" is not the firm named before: "became a unit of X when its parent Y was bought" is no unit's X."""
    sentence, owner = candidate.sentence, candidate.object
    doc = sentence.passage.doc
    if not isinstance(owner, FoundMention) or owner.passage != sentence.passage.index:
        return False
    before = {t.lower_ for t in doc[max(sentence.start, owner.start - 3) : owner.start]}
    if "its" not in before or not before & {"parent", "owner", "holding"}:
        return False
    names = [doc[m.start : m.end].root for m in sentence.mentions() if m.entity == candidate.subject.entity]
    wholes = [t.head.head for t in names if t.dep_ == "pobj" and t.head.lower_ == "of" and t.i < owner.start]
    return any(lemma(noun) in _UNITS for noun in wholes)


_UNITS = words("subsidiary unit division part arm affiliate brand")


def _takes_part(candidate: Candidate) -> bool:
    """Whether it is a member among others: "was part of the Mobile Web Initiative"."""
    doc, whole = candidate.sentence.passage.doc, candidate.object
    if lemma(doc[candidate.trigger]) not in ("part", "be", "become") or not isinstance(whole, FoundMention):
        return False
    return candidate.sentence.scene.mentions.entity(whole).name.split()[-1] in _JOINED


# Of these several are members, and remain their own.
_JOINED = frozenset(
    """Initiative Alliance Consortium Coalition Association Programme Program Project Forum Federation Confederation
    League Union Conference Council Partnership Campaign Movement Commission Committee Index Accelerator""".split()
)


def _only_some(sentence: Sentence, part: FoundMention) -> bool:
    """Whether "much of", "parts of" stand before a name."""
    before = sentence.passage.doc[max(sentence.start, part.start - 6) : part.start]
    return any(t.lower_ in _SHARES and t.nbor().lower_ == "of" for t in before[:-1])


_SHARES = frozenset("much most parts some half remnants pieces".split())


def _operated(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X owns and operates Y", "X owns the brands A, B and C", "X sells its tools under the A and B brands"."""
    for token in sentence.words:
        if not is_verb(token):
            continue
        word, frame = lemma(token), None
        if word in ("own", "operate", "market", "sell", "have", "comprise", "include"):
            frame = verb_frame(token)
            owners = [] if frame.passive else first_filled(sentence, frame, ("agent",), "O")
            for thing in frame.get("patient") if owners else []:
                if lemma(thing) in _PARTS and thing.tag_ == "NNS" and word != "sell":
                    named = _beside(sentence, thing.i)
                    yield from _pairs(sentence, without(named, owners), owners[:1], token.i, _kind_of(lemma(thing)))
    for _, found in find(sentence, _SOLD_UNDER):
        brands = found.mentions("n")
        before = [
            m for m in sentence.mentions() if brands and m.end <= brands[0].start and sentence.scene.letter(m) == "O"
        ]
        if len({m.entity for m in before}) == 1:
            named = [b for b in brands if sentence.scene.letter(b) == "O"]
            yield from _pairs(
                sentence, without(named, before), before[:1], sentence.token_at(found.match.start("k")), "brand"
            )


_GROUPS = words("group family portfolio stable empire conglomerate network umbrella division arm holding")


def _part_of_group(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X makes clamps and is part of the Y group", "X is part of Y's family of brands"."""
    scene, index = sentence.scene, sentence.passage.index
    for token in sentence.tokens:
        if lemma(token) not in ("part", "member", "unit", "subsidiary", "division", "arm") or token.dep_ != "attr":
            continue
        parts = fillers(scene, index, list(subjects_of(token.head)), "O", metonyms=False)
        for group in noun_frame(token).get("of"):
            if lemma(group) in _GROUPS and scene.mentions.at(index, group.i) is None:
                owners = fillers(
                    scene,
                    index,
                    [c for c in group.children if c.dep_ in ("compound", "poss", "nmod")],
                    "O",
                    metonyms=False,
                )
                yield from _pairs(sentence, without(parts, owners), owners[:1], token.i, _kind_of(lemma(token)))


def _beside(sentence: Sentence, index: int) -> list[FoundMention]:
    """The names right before or after a noun: "the A, B and C brands", "the brands A and B"."""
    after = mentions_from(sentence, index + 1, "O")
    if after and after[0].start - index <= 2:
        return after
    before = [m for m in sentence.mentions() if m.end <= index]
    if not before or before[-1].end < index - 1:
        return []
    start = before[-1].start
    doc = sentence.passage.doc
    while start > sentence.start and (doc[start - 1].text in (",", "and", "&") or doc[start - 1].text[:1].isupper()):
        start -= 1
    return [m for m in before if m.start >= start and sentence.scene.letter(m) == "O"]


def _pairs(
    sentence: Sentence,
    parts: Sequence[FoundMention],
    owners: Sequence[FoundMention],
    trigger: int,
    kind: str,
    phase: Phase | None = None,
    *,
    presupposed: bool = False,
) -> Iterator[Candidate]:
    for part in parts:
        for owner in owners:
            if part.entity != owner.entity:
                yield Candidate(
                    "unitOf", "unit", sentence, part, owner, trigger, Kind.STATE, phase=phase, presupposed=presupposed
                ).with_details(kind=Detail(kind))
