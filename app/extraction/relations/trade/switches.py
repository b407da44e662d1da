"""Changes of supplier: from whom to whom, by switch, replacement, and work that is taken over."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_AUX = (
    r"(?:has |had |have |is |was |will |would |to |could |may |might |also |been |be |being |now |recently |plans |it |"
    r"said )*"
)
_VENDOR = (
    r"(?:auditors?|law firm|advisers?|advisors?|brokers?|insurers?|caterers?|contractors?|suppliers?|vendors?|"
    r"providers?|distributors?|printers?|hauliers?|carriers?|agency|wholesalers?|packers?|operators?|builders?|partners?|"
    r"host|makers?|"
    r"bankers?|sponsors?|manufacturers?|sources?)"
)
# What leads in a name: "the brewer X", "the cheaper X".
_LEAD = r"(?:(?:the|an?|its|their|fellow|rival) (?:(?!{O})[\w&-]+ ){0,4}?)?"
_ACCOUNT = r"(?:clients?|customers?|accounts?|licensee|subscriber)"
_AS_CLIENT = (
    rf"(?:, (?:(?:an?|the|one of|by far|easily|once|its|their|{{O}}'s) )+"
    rf"(?:(?!{{O}})[\w-]+ ){{0,4}}?{_ACCOUNT}(?: (?:of|for|since|in|by) [^,;.]{{1,50}}?)?(?:,|(?=[.;]|$))"
    rf"| as (?:an?|its|their) (?:[\w-]+ ){{0,3}}?{_ACCOUNT})"
)
_LOSING = r"(?P<t>lost|loses|lose|losing)"
_WINNING = (
    r"(?P<t>(?:won|wins|win|winning)(?: back)?|gained|gains|landed|lands|signed(?: up)?|signs(?: up)?|poached|poaches|"
    r"took|taken|picked up|secured|secures|added|adds|regained)"
)
_CHANGED = {
    "lost a client": (
        rf"{{O:x}},? {_AUX}{_LOSING} {_LEAD}{{O:c}}(?!'s){_AS_CLIENT}"
        rf"(?:(?: {{T}})? to {_LEAD}{{O:v}})?"
    ),
    "lost its client": (
        rf"{{O:x}},? {_AUX}{_LOSING} (?:an?|the|its|their|one of its) (?:(?!{{O}})[\w-]+ ){{0,4}}?{_ACCOUNT},? "
        rf"{_LEAD}{{O:c}},?(?: {{T}})? to {_LEAD}{{O:v}}"
    ),
    "won a client": (
        rf"{{O:v}},? {_AUX}{_WINNING} {_LEAD}{{O:c}}(?!'s){_AS_CLIENT}(?:(?: {{T}})? from {_LEAD}{{O:x}})?"
    ),
    "switched its supplier": (
        rf"{{O:c}},? {_AUX}(?P<t>switched|switches|switch|switching|changed|changes|changing) (?:{{ITS}} )?"
        rf"(?:[\w-]+ ){{0,2}}?{_VENDOR},? (?:away )?from {_LEAD}{{O:x}} to {_LEAD}{{O:v}}"
    ),
    "switched": (
        rf"{{O:c}},? {_AUX}(?P<t>switched|switches|switch|switching|moved|move|changed|change|changing|gone "
        rf"over) (?:over )?"
        r"from (?:(?!{O})[\w-]+ ){0,4}?{O:x} to (?:(?!{O})[\w-]+ ){0,4}?{O:v}"
    ),
    "in favour of": (
        rf"{{O:c}},? {_AUX}(?P<t>dropped|drops|drop|dropping|ditched|ditches|dumped|dumps|ditching|left|leaving|"
        r"abandoned|swapped|swaps|swap|swapping|exchanged) (?:{ITS} (?:[\w-]+ ){1,4}?|(?:the )?(?:(?!{O})"
        r"[\w-]+ ){1,3}?)?{O:x} "
        r"(?:in favou?r of|for) (?:(?!{O})[\w-]+ ){0,4}?{O:v}"
    ),
    "replaced with": (
        rf"{{O:c}},? {_AUX}(?P<t>replaced|replaces|replace|replacing) "
        rf"(?:(?:{{ITS}}|an?|the|one) (?:[\w-]+ ){{0,4}}?[\w-]+,? )?{{O:x}},? "
        rf"(?:as (?:{{ITS}} |the |an? )?(?:[\w-]+ ){{0,4}}?)?(?:with|by) (?:(?!{{O}})[\w-]+ ){{0,4}}?{{O:v}}"
    ),
    "replaces as n of": (
        rf"{{O:v}},? {_AUX}(?P<t>replaced|replaces|replace|replacing|succeeds|succeed|succeeded|takes over from|"
        rf"took over "
        rf"from|take over from|taken over from) {{O:x}} as (?:the |an? )?(?:[\w-]+ ){{0,4}}?{_VENDOR} "
        r"(?:of|to|for|at) (?:the )?{PLAIN}{O:c}(?!'s)"
    ),
    "replaces as its n": (
        rf"{{O:v}},? {_AUX}(?P<t>replaced|replaces|replace|replacing|succeeds|succeed|succeeded|takes over from|"
        rf"took over "
        rf"from|take over from|taken over from) {{O:x}} as {{O:c}}'s (?:[\w-]+ ){{0,4}}?{_VENDOR}"
    ),
    "replaced by as n": (
        rf"{{O:x}},? {_AUX}(?P<t>replaced|succeeded) by {{O:v}} as (?:the |an? )?(?:[\w-]+ ){{0,4}}?{_VENDOR} "
        r"(?:of|to|for|at) (?:the )?{PLAIN}{O:c}(?!'s)"
    ),
    "moved its work": (
        rf"{{O:c}},? {_AUX}(?P<t>moved|move|moves|switched|switch|switches|shifted|shift|shifts|transferred|transfer|"
        r"transfers|moving|switching|shifting|transferring|taken|take|took) (?:{ITS}|the|all|most|some) "
        r"(?!(?:[\w-]+ )?(?:seat|base|head|headquarters|office|listing|production|staff|plant|factory|shares|"
        r"operation))"
        r"(?:(?!{O}|{P})[\w-]+ ){1,5}?(?:away )?from {O:x} to (?:(?!{O})[\w-]+ ){0,4}?{O:v}(?!'s)"
    ),
    "stopped and now": (
        rf"{{O:c}},? {_AUX}(?P<t>stopped|dropped|ended|quit|abandoned|cancelled|terminated|ditched|left) "
        r"(?:(?:using|working with|buying from|dealing with|{ITS} (?:[\w-]+ ){0,2}?(?:contract|deal|agreement) "
        r"with) )?{O:x}"
        r"(?: (?:in|on|last|this) (?:{T}|[\w]+))?,? and (?:has |it |{O} |is |had )*(?:now |since |instead |then )*"
        r"(?:works? with|working with|uses?|using|buys? from|buying from|turned to|switched to|gone to|went to|"
        r"hired|chose|"
        r"chosen|signed up|relies on|gets? {ITS} [\w-]+ from|signed (?:an? )?[\w -]{0,20}with) {O:v}"
    ),
    "taken over the work": (
        rf"{{O:v}},? {_AUX}(?P<t>taken over|took over|takes over|take over|taking over|inherited|won|taken|took|"
        rf"wins) (?:the |an? |"
        r"all )?(?:[\w-]+ ){0,3}?(?:work|contract|account|business|job|deal|order)s? (?:away )?from {O:x} "
        r"(?:at|for|with) (?:the )?{PLAIN}{O:c}(?!'s)"
    ),
}


def switches(sentence: Sentence) -> Iterator[Candidate]:
    """Changes of supplier in a sentence: of "X switched from Y to Z", that Z supplies X and Y did."""
    for _, found in find(sentence, _CHANGED):
        for client in _clients(sentence, found):
            for role, phase in (("v", Phase.STARTED), ("x", Phase.ENDED)):
                for vendor in found.mentions(role)[:1]:
                    if vendor.entity != client.entity:
                        yield Candidate(
                            "supplies", "supply", sentence, vendor, client, found.trigger, Kind.EVENT, phase=phase
                        )


def _clients(sentence: Sentence, found: Found) -> list[FoundMention]:
    """Who changes suppliers: of "the payments team at X has switched" the team, whose vendor is not all of X's."""
    clients = found.mentions("c")[:1]
    if not clients:
        return []
    before = sentence.passage.doc[sentence.start : clients[0].start]
    within = next((t for t in reversed(before[-_FEW:]) if t.lower_ in _WITHIN), None)
    part = within.nbor(-1) if within is not None and within.i > sentence.start else None
    if part is None or part.tag_ != "NN" or part.lower_ not in _PARTS:
        return clients
    own = sentence.scene.mentions.at(sentence.passage.index, part.i)
    return [own] if own is not None else []


_FEW = 4
_WITHIN = frozenset({"at", "within", "inside"})
_PARTS = frozenset("team group unit desk department division".split())
