"""Who makes or does something for whom, read off the line of words where the parser has lost the verb.

A name before "supplies", "stitches" or "tans" is often parsed as one long noun; the words alone say enough then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.listing import mentions_from
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_parties import untold
from app.extraction.relations.trade.trade_words import NO_ORDERED_WORK
from app.model import Phase

_NOW = r"(?:(?:now|also|still|already|currently|mainly|has|had|have|will|would|used to|long|since|today|to|is to),? )*"
_AFTER = (
    r"(?: (?:of|in|from) {LO})?(?:, (?:an?|the|one of|based|which|whose|once|founded) (?:(?!{O})[^,;.]){2,70},)?,? "
    r"(?:which |that )?"
)
_THIRD = (
    r"(?P<t>supplies|supplied|provides|provided|delivers|delivered|makes|made|builds|built|produces|produced|"
    r"manufactures|manufactured|prints|printed|bakes|baked|brews|brewed|bottles|bottled|cans|packs|packed|sews|sewed|"
    r"sewn|stitches|stitched|weaves|wove|woven|knits|knitted|spins|spun|dyes|dyed|casts|forges|forged|presses|tans|"
    r"tanned|mills|milled|turns|moulds|molds|assembles|assembled|fits|cleans|cleaned|washes|washed|launders|cooks|"
    r"cooked|caters|roasts|roasted|blends|hauls|hauled|transports|ships|shipped|carries|carried|stores|hosts|hosted|"
    r"processes|processed|labels|labelled|labeled|annotates|transcribes|translates|designs|designed|develops|"
    r"developed|machines|machined|refines|licenses|licences|licensed|leases|leased|sells|winds|cuts|coats|paints|"
    r"supply|provide|deliver|make|build|produce|manufacture|print|bake|brew|bottle|pack|stitch|weave|assemble|install|"
    r"clean|design|develop|ship|carry|transport|host|process)"
)
_GOODS = (
    r"(?P<s>(?:(?!{O}|{P}|(?:to|for|by|and|that|which|who|but|because|as|with|it|them|up|out|way|sense)\b)"
    r"[\w'’&%-]+ ){1,7}?)"
)
# "Two Italian shoe houses, A and B", "customers such as A".
_LISTED = (
    r"(?:(?:two|three|four|five|several|many|other|big|large|some|makers|companies|firms|customers|clients|brands|"
    r"(?-i:[A-Z][a-z]+)) (?:(?!{O}|{P}|and\b|of\b)[\w-]+ ){0,4}?(?:[\w-]+, (?:among them |including |notably "
    r"|such as )?|"
    r"(?:such as|including|like) )|{LED})"
)
_LINES = {
    "makes goods for": rf"{{O:v}}{_AFTER}{_NOW}{_THIRD} {_GOODS}(?:to|for) {_LISTED}(?P<w>){{O:c}}",
    "does it for": (
        rf"{{O:v}}{_AFTER}{_NOW}(?P<t>tans|sews|prints|bakes|brews|packs|bottles|weaves|spins|mills|cans|cooks|caters|labels|"
        rf"annotates|transcribes|translates|dyes|forges|stitches|knits|washes|launders|hauls) for "
        rf"{_LISTED}(?P<w>){{O:c}}"
    ),
    "and makes goods for": (
        rf"{{O:v}} (?:(?!{{P}})[^.;]){{3,140}}?,? and (?:now |also |today )?{_THIRD} {_GOODS}(?:to|for) {_LISTED}"
        r"(?P<w>){O:c}"
    ),
}


def supply_lines(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients read off the line of words, where no other rule has found them in the sentence."""
    if "O" in sentence.letters and not sentence.is_heading:
        told = (c for c in known if c.relation in ("supplies", "unitOf", "acquired", "mergedWith"))
        yield from untold(_told(sentence), told)


def _told(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _LINES):
        if _is_no_ware(sentence, found) or _is_purpose(sentence, found):
            continue
        vendors = [
            m for m in found.mentions("v")[:1] if not is_far_pronoun(sentence, m) and not _is_within(sentence, m)
        ]
        if name == "and makes goods for" and any(
            m.entity != v.entity and sentence.scene.letter(m) == "O"
            for v in vendors
            for m in sentence.mentions()
            if v.end <= m.start < found.trigger
        ):
            continue
        clients = mentions_from(sentence, sentence.token_at(found.match.end("w")), "O") or found.mentions("c")
        if _is_owner(found):
            clients = found.mentions("c")[:1]
        for vendor in vendors:
            for client in without(clients, vendors):
                yield _candidate(sentence, found, vendor, client)


def _is_within(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a name only describes who does it: "Y, a unit of X, labels images for Z"."""
    before = sentence.passage.doc[mention.start - 1] if mention.start > sentence.start else None
    return before is not None and (before.pos_ == "ADP" or before.lower_ in _LINKS)


_LINKS = frozenset({"of", "by", "with", "from", "at", "in", "to", "for"})


def _is_purpose(sentence: Sentence, found: Found) -> bool:
    """Whether "to" tells what for: "made an approach to buy Y" makes nothing for Y."""
    client = found.mentions("c")[:1]
    between = sentence.passage.doc[found.trigger + 1 : client[0].start] if client else ()
    return any(t.lower_ == "to" and t.i + 1 < sentence.end and t.nbor().tag_ == "VB" for t in between)


def _is_owner(found: Found) -> bool:
    """Whether it is somebody's thing that is supplied: "for X's new range"."""
    return found.match.string[found.match.end("c") :].startswith("'")


def _candidate(sentence: Sentence, found: Found, vendor: FoundMention, client: FoundMention) -> Candidate:
    span = found.span("s")
    details = {"service": Detail(span.text, span)} if span is not None and span.text.strip() else {}
    told = Candidate("supplies", "supply", sentence, vendor, client, found.trigger, Kind.STATE, details=details)
    # A verb that the parser took for a noun has no tense.
    lost = sentence.passage.doc[found.trigger].pos_ not in ("VERB", "AUX") and found.text("t").endswith("s")
    return replace(told, phase=Phase.ONGOING) if lost else told


def _is_no_ware(sentence: Sentence, found: Found) -> bool:
    tokens = found.tokens("s")
    if tokens is None:
        return False
    noun = sentence.passage.doc[tokens[1] - 1]
    # "Develops games for" tells of consoles as well as of publishers.
    games = lemma(noun) == "game"
    sold = games or (
        found.text("t") in ("sells", "cuts", "turns", "leases") and noun.tag_ not in ("NNS", "NNPS", "VBZ")
    )
    return lemma(noun) in NO_ORDERED_WORK or noun.pos_ in ("ADP", "PRON", "ADV", "NUM") or sold
