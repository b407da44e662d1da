"""Stances in set wordings that may name but one side: "X faulted Y for", "asked rivals for samples", "a row with Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.counterparts import counterpart
from app.extraction.relations.context.trade_topic import is_far_pronoun
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.clause_doers import doers_of
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.ties.grievances import is_part_of_it
from app.model import Phase

_ALSO = (
    r"(?:(?:which|that|who|has|had|have|is|was|are|were|will|would|now|also|already|recently|since|long|then|been|"
    r"not|yet|however|quietly|even|publicly|openly|repeatedly|begun|began|started|in {T}|on {T}|{T}|last|this|"
    r"week|month|"
    r"to),? )*"
)
_BEFORE = "{LED}"
# What may stand between a name and its verb: "X of Leeds, which buys steel,".
_AFTER = r"(?: (?:of|in|from) {L})?(?:, (?:an?|the|which|who|whose) (?:(?!{P})[^,;.]){2,90},)?,? "
_SAYS = r"(?:(?:said|says|told [^,.;]{2,30}|confirmed|added)(?: that)? (?:it|they) )?"
_BLAMES = (
    r"(?P<t>faulted|faults|faulting|blamed|blames|blaming|criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|slammed|chided|"
    r"rebuked|berated|lambasted|castigated|accus(?:ed|es|ing)|denounced|reproached|scolded)"
)
_TIRED = (
    r"(?P<t>distrusts?|distrusted|mistrusts?|mistrusted|(?:grew|is|was|are|were|had grown) (?:wary|tired|weary|sick|"
    r"critical|distrustful|suspicious) of|(?:has|had|have|having) (?:doubts|misgivings|reservations) about|"
    r"(?:lost|losing|"
    r"loses) (?:faith|trust|confidence) in|objects? to|objected to|complains? (?:about|of|over)|complained (?:about|of|"
    r"over)|grumbl(?:es|ed) (?:about|at|over)|hit out at|lashed out at|took issue with|takes issue with|"
    r"(?:is|was|are|were) (?:unhappy|frustrated|dissatisfied|annoyed|angry|displeased|disappointed|fed up) "
    r"(?:with|at|by))"
)
_BAD = (
    r"(?:shallow|poor|shoddy|weak|late|unreliable|sloppy|bad|slow|patchy|useless|inaccurate|thin|mediocre|overpriced|"
    r"too (?:slow|dear|expensive|late|shallow|thin|costly|noisy)|not good enough|below (?:par|standard)|substandard)"
)
_LOW = (
    r"(?P<t>views?|viewed|sees?|saw|considers?|considered|regards?|regarded|rates?|rated|deems?|deemed|finds?|found) "
    r"(?:the )?(?:quality|accuracy|reliability|standard) of {O:o}(?:'s)? (?:[\w-]+ ){0,3}?(?:as |to be )?"
    r"(?:too |very |rather )?(?:low|poor|inferior|mediocre|lacking|insufficient|inadequate|weak|subpar|below par)\b"
)
_UNHAPPY = {
    "faulted": rf"{{PO:s}},? {_ALSO}{_BLAMES} {_BEFORE}{{O:o}}(?!'s (?:rival|competitor))(?: \"?(?:for|of|over)\b)",
    "faulted, relative": rf"{{O:o}},? (?:which|whom|that|who) {{PO:s}} {_ALSO}{_BLAMES} (?:for|of)\b",
    "tired of": rf"{{PO:s}},? {_ALSO}{_TIRED} {_BEFORE}{{O:o}}",
    "distrusts goods from": (
        rf"{{PO:s}},? {_ALSO}{_TIRED} (?:the|its|{{ITS}}) (?:(?!{{P}})[^.;,]){{3,60}}? (?:from|by|of) {_BEFORE}{{O:o}}"
    ),
    "finds it poor": (
        rf"{{PO:s}},? {_ALSO}(?P<t>considers?|considered|calls?|called|finds?|found|thinks?|thought|describe[sd]?|"
        rf"rates?|"
        rf"rated) {{O:o}}'s (?:[\w-]+ ){{1,3}}?(?:as |to be |is |was )?\"?{_BAD}"
    ),
    "let down by": (
        rf"{{PO:s}},? {_ALSO}(?:(?:badly|repeatedly|often|felt|feels|feel|again) )*(?P<t>let down|short-changed|"
        rf"shortchanged|ill-served|burned|burnt) by {_BEFORE}{{O:o}}(?!'s)"
    ),
    "thinks little of its quality": rf"{{PO:s}},? {_ALSO}{_LOW}",
    "thinks little of its quality, unsaid": (
        rf"(?P<u>\b(?:they|people|staff|managers?|team|researchers|executives|engineers|buyers|editors|insiders)) "
        rf"{_ALSO}{_LOW}"
    ),
    "tired of, unsaid": rf"(?P<u>\b(?:people|staff|managers?|department|team|researchers|executives|engineers|buyers|"
    rf"editors|planners|teachers|nurses|side)) {_ALSO}{_TIRED} {_BEFORE}{{O:o}}",
    "finds it poor, unsaid": (
        r"(?P<u>\b(?:people|staff|managers?|team|researchers|executives|engineers|buyers|editors|insiders)) "
        rf"(?P<t>consider|call|called|find|found|think|describe|described|rate) {{O:o}}'s (?:[\w-]+ ){{1,3}}?"
        rf"(?:as |to be |is |was )?\"?{_BAD}"
    ),
}
_OWED = {
    "is owed": (
        r"{O:s},? (?:(?!{P})[^.;]{0,80}?)?(?:is|was|are|were|be) (?:still )?(?P<t>owed) (?:about |some |nearly )?{M}"
    ),
}
_OTHERS = (
    r"(?:other |rival |another |competing |alternative |cheaper |(?-i:[A-Z][a-z]+) |and |South |North )+(?:[\w-]+ "
    r"){0,2}?"
    r"(?:suppliers?|vendors?|makers?|manufacturers?|providers?|agenc(?:y|ies)|firms?|companies|producers?|mills|yards?|"
    r"contractors?|carriers?|hauliers|labs|brokers|insurers|banks|hosts|dairies|bakeries|printers|foundries)"
)
_RIVAL = r"(?:an? |the |its |their )?(?:rivals?|competitors?)"
_TRIAL = (
    r"(?P<t>test(?:ing|ed|s)|trial(?:ling|ing|led|ed|s)|pilot(?:ing|ed|s)|sampl(?:ing|ed|es)|trying(?: out)?|"
    r"tried(?: out)?|"
    r"evaluat(?:ing|ed|es)|assess(?:ing|ed|es)|vet(?:ting|ted)|weigh(?:ing|ed|s)|compar(?:ing|ed|es)|study(?:ing)?|"
    r"studied|look(?:ing|ed|s) at)"
)
_WARES = (
    r"(?:chips|parts|components|machines|lathes|tools|models|systems|platforms|products|materials|batteries|cells|"
    r"sensors|software|services|flour|steel|paper|pumps|lamps|engines|trucks|vans|trains|data|labels|sets|samples|"
    r"cards|packages|feeds|drugs|seeds|cloth|yarn|boards|panels|turbines|inverters|motors|valves|tyres|tires)"
)
_SEEKS = {
    "asks for samples": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?P<t>asked|asking|asks|approached|approaching) {_BEFORE}(?:{{O:q}}|"
        rf"{_OTHERS}|{_RIVAL}) "
        r"(?:(?!{P})[^.;,]){0,30}?for (?:[\w-]+ )?(?:samples|quotations|quotes|prices|quote|proposals|pitches)\b"
    ),
    "calls for quotations": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?P<t>called for|calling for|invited|inviting|solicited|soliciting|"
        rf"requested|requesting|"
        rf"sought|seeking|obtained|collected|collecting|gathered|ordered) (?:[\w-]+ )?(?:quotations|quotes|samples|"
        rf"prices|proposals|pitches) from {_BEFORE}(?:{{O:q}}|{_OTHERS}|{_RIVAL})"
    ),
    "evaluates other wares": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}{_TRIAL} (?:other|rival|alternative|competing|different|cheaper|another "
        rf"(?:maker|"
        rf"supplier)'s) "
        rf"(?:[\w-]+ )?{_WARES}\b"
    ),
    "looks for a replacement": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}\"?(?P<t>look(?:ing|s|ed)|search(?:ing|es|ed)|hunt(?:ing|ed)|shop(?:ping|ped)) "
        rf"(?:at|for|around for) (?:(?!{{O}}|{{P}})[^.;,]){{0,50}}?(?:replacement|second source|"
        r"(?:second|new|another|different|other|alternative) (?:[\w-]+ )?(?:supplier|provider|vendor|contractor|agency|"
        r"host|printer|caterer|carrier|haulier|maker|source))\b"
    ),
    "puts it up for review": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?P<t>put|puts|putting|called|calling|opened|launched) (?:{{ITS}}|the|an?) "
        rf"(?:[\w-]+ |"
        rf"{{M}} )"
        r"{0,4}?(?:account|contract|business|work|review|pitch|tender)(?:(?: up)? (?:for|out to|under) "
        r"(?:re-?view|pitch|"
        r"tender|grabs)| of (?:its|{ITS}) (?:[\w-]+ ){0,3}(?:account|contract|agency|suppliers?))"
    ),
    "takes its business elsewhere": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?:could |may |might |threatened to |threatens to |is ready to "
        rf")?(?P<t>take|taking|"
        rf"move|moving|"
        r"shift|shifting) (?:its|their|{ITS}) (?:[\w-]+ )?(?:business|custom|work|orders|money|account) elsewhere\b"
    ),
    "may turn to": (
        rf"{{O:s}},? (?:(?!{{O}})[^.;,]{{0,30}} )?(?:not (?:rule|ruled|ruling) out|could|may|might|considering|"
        rf"considers|"
        rf"weighing|thinking of|threatening to|threatened to) (?:soon )?(?P<t>turning|switching|defecting|turn|switch|"
        rf"defect) to {_BEFORE}{{O:q}}"
    ),
}
# These tell of a search only where the article has told whose client it is.
_CLIENT_SEEKS = {
    "tests wares from": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}{_TRIAL} (?:(?!{{O}}|{{P}})[\w-]+ ){{1,4}}?(?:from|by|made by|of) "
        rf"{_BEFORE}{{O:q}}"
    ),
    "talks to": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?P<t>talking to|talks with|talked to|talks to|meeting|met|negotiating "
        rf"with|approached|"
        rf"approaching|sounded out|sounding out|courting|courted|speaking to|spoken to) {_BEFORE}{{O:q}}"
    ),
    "invites offers": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?P<t>invited|inviting|sought|seeking|asked for|solicited|received) (?:[\w-]+ "
        rf")?(?:offers|bids|"
        rf"tenders) from {_BEFORE}(?:{{O:q}}|{_OTHERS}|{_RIVAL})"
    ),
    "wants out": r"{O:s},? (?:(?!{O})[^.;]){0,60}?(?P<t>wants out|want out|wanted out)\b",
}
_ROW = (
    r"(?:disputes?|rows?|feuds?|quarrels?|arguments?|spats?|battles?|fights?|tussles?|wrangles?|stand-?offs?|"
    r"disagreements?|falling-out|lawsuits?|litigation|squabbles?|clash(?:es)?)"
)
_ODDS = {
    "claims damages": (
        r"{O:s},? (?:(?!{P})[^.;]{0,90}?,? )?(?P<t>claiming|claims|claimed|seeking|seeks|sought|demanding|demands|"
        rf"demanded|suing for) (?:about |some |nearly )?{{M}} (?:from {_BEFORE}{{O:o}} )?(?:in|as|for|of) (?:[\w-]+ )?"
        r"(?:damages|compensation|invoices|fees|bills|profits|penalties|arrears|costs|royalties)\b"
        rf"(?: from {_BEFORE}{{O:p}})?"
    ),
    "withholds": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?:(?!{{O}})[^.;]{{0,60}} and (?:has|is) )?(?P<t>withholding|withheld|"
        rf"refusing to pay|"
        rf"refused "
        rf"to pay|refuses to pay|contesting|disputing) (?:about |some )?(?:{{M}}|payments?|an? invoice|the bill|fees)"
        rf"(?: in [\w ]{{3,20}})?(?: (?:from|to) {_BEFORE}{{O:o}})?"
    ),
    "has a battle with": (
        rf"{{O:s}}{_AFTER}{_SAYS}{_ALSO}(?P<t>has|had|have|fought|fighting|waging|waged|locked in|embroiled in|"
        rf"involved in|"
        rf"caught in|"
        rf"settled|lost|won|in) (?:an? |its |the |{{ITS}} )?(?:[\w-]+ ){{0,3}}?{_ROW} with {_BEFORE}{{O:o}}(?!'s "
        rf"(?:own|founder))"
    ),
    "a row with": rf"\b(?:an?|the|its|this|another) (?:[\w-]+ ){{0,2}}?(?P<t>{_ROW}) with {_BEFORE}{{O:o}}(?!'s)",
    "in a quarrel over": (
        rf"{{O:s}},? (?:(?!{{P}})[^.;]){{3,140}}? in (?:an?|the) (?:[\w-]+ ){{0,2}}?(?P<t>{_ROW}) (?:over|about)\b"
    ),
}
_BETWEEN = {
    "between the two": (
        rf"\b(?P<t>{_ROW}|conflict|rift|tensions?|friction|bad blood) between (?:the two|them|both|our companies|"
        r"the (?:companies|firms|parties|partners|sides)|client and [\w-]+|the two "
        r"[\w-]+)(?=[.,;\"]| (?:over|about|has|have|had|is|was|were|will)\b|$)"
    ),
    "relations are poor": (
        r"^\W*(?:[^.;,]{0,40} (?:said|say|that) )?\b(?:the )?(?P<t>relations|relationship|ties)(?: between (?:the "
        r"two|them|"
        r"client and [\w-]+|the (?:companies|firms|partners|sides|two [\w-]+)))? (?:has |have |had |was |were |is "
        r"|are )*"
        r"(?:been |become |grown |turned |remained )?(?:strained|poor|tense|bad|frosty|sour|soured|fraught|cool|icy|"
        r"difficult|deteriorated|worsened|testy)\b"
    ),
    "the two fight": (
        r"\bthe two (?:[\w-]+ )?(?:have |are |were |had |been |still )*(?P<t>fight|fighting|fought|quarrel|quarrelled|"
        r"quarrelling|feud|feuding|squabble|squabbling|at odds|at loggerheads|at war|in dispute|in court)\b"
    ),
}
_TIES = frozenset(
    {"supplies", "partnerOf", "tensionWith", "dissatisfiedWith", "mergedWith", "consideringAlternativesTo"}
)
_NEAR = 3


def told_stances(sentence: Sentence, known: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[Candidate]:
    """What a sentence says of how firms stand; `known` is what else it says, `told` what those before it say."""
    if sentence.is_heading:
        return
    said = {(c.relation, c.subject.entity) for c in known} | {
        (c.relation, c.object_entity) for c in known if c.relation == "tensionWith"
    }
    for relation, subject, other, found in chain(
        _discontent(sentence, known, told), _searches(sentence, known, told), _quarrels(sentence, known, told)
    ):
        if subject.entity == other.entity or (relation, subject.entity) in said:
            continue
        said.add((relation, subject.entity))
        if relation == "tensionWith":
            said.add((relation, other.entity))
        told_of = Candidate(relation, "told stance", sentence, subject, other, found.trigger, Kind.STATE)
        # Who is asked for samples or talked to may come to supply.
        yield replace(told_of, possible=True, phase=Phase.PLANNED) if relation == "supplies" else told_of


_Told = tuple[str, FoundMention, FoundMention, Found]


def _discontent(sentence: Sentence, known: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[_Told]:
    for _, found in find(sentence, _UNHAPPY):
        objects = found.mentions("o")[:1]
        subjects = doers_of(found, "s", "PO")[:1] or [
            c for o in objects for c in _clients_of(sentence, o, [*told, *known])
        ]
        for subject in subjects[:1]:
            for other in objects:
                if not is_far_pronoun(sentence, subject):
                    yield "dissatisfiedWith", subject, other, found
    for _, found in find(sentence, _OWED):
        for subject in doers_of(found, "s")[:1]:
            firm = counterpart(sentence, subject, found.trigger, "dissatisfiedWith", [*told, *known])
            if firm is not None:
                yield "dissatisfiedWith", subject, firm, found


def _clients_of(sentence: Sentence, vendor: FoundMention, every: Sequence[Candidate]) -> list[FoundMention]:
    """Who was told last to have its work done by a firm: its people are unhappy."""
    clients = [c.object for c in every if c.relation == "supplies" and c.subject.entity == vendor.entity]
    last = clients[-1] if clients else None
    if not isinstance(last, FoundMention):
        return []
    return [last] if sentence.scene.type_of(last) == "Company" else []


def _searches(sentence: Sentence, known: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[_Told]:
    for table, sure in ((_SEEKS, True), (_CLIENT_SEEKS, False)):
        for _, found in find(sentence, table):
            others = {m.entity for m in found.mentions("q")}
            for subject in doers_of(found, "s")[:1]:
                if is_far_pronoun(sentence, subject) or subject.entity in others:
                    continue
                own = [
                    c.subject
                    for c in (*told, *known)
                    if c.relation == "supplies" and c.object_entity == subject.entity and c.subject.entity not in others
                ]
                firm = own[-1] if own else None
                if firm is None and sure:
                    before = [*told, *(c for c in known if c.trigger < found.trigger)]
                    firm = counterpart(sentence, subject, found.trigger, "consideringAlternativesTo", before)
                if firm is not None and firm.entity not in others and not is_part_of_it(subject, firm, [*told, *known]):
                    yield "consideringAlternativesTo", subject, firm, found
                    for other in found.mentions("q"):
                        yield "supplies", other, subject, found


def _quarrels(sentence: Sentence, known: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[_Told]:
    every = [*told, *known]
    for name, found in find(sentence, _ODDS):
        sides, others = doers_of(found, "s")[:1], [*found.mentions("o"), *found.mentions("p")][:1]
        if name == "a row with" and not sides:
            sides, others = others, []
        for side in sides:
            if is_far_pronoun(sentence, side):
                continue
            firm = others[0] if others else counterpart(sentence, side, found.trigger, "tensionWith", every)
            if firm is not None:
                yield "tensionWith", side, firm, found
    for _, found in find(sentence, _BETWEEN):
        tie = next((c for c in reversed(every) if c.relation in _TIES and isinstance(c.object, FoundMention)), None)
        if tie is not None and sentence.index - tie.sentence.index <= _NEAR and isinstance(tie.object, FoundMention):
            yield "tensionWith", tie.subject, tie.object, found
