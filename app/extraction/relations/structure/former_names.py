"""What an organisation was called before."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

_FORMERLY = r"(?:formerly|previously|once|originally|earlier|until recently)"
_NAMES = {
    "formerly": (
        rf"{{O:s}},? ?\(?(?:(?:which|who) (?:is|was|were) )?(?P<t>{_FORMERLY})(?: known| called| named| "
        rf"operating| trading| incorporated| branded)?(?: as| under the name)?,? (?:the )?\"?"
        r"(?P<n>{ORPX}|{NAME})"
    ),
    "was called": (
        r"{O:s},? (?:which )?(?:was|used to be|had been) (?P<t>called|known as|named) \"?(?P<n>{ORPXL}|{NAME})\"? "
        r"(?:until|before|up to|till)"
    ),
    "had been called since": (
        r"{O:s},? (?:which |that )?(?:had been|was|has been) (?P<t>called|known as|named) \"?(?P<n>{ORPX}|"
        r"{NAME})\"? since"
    ),
    "was known until": (
        r"{O:s},? (?:which |that )?(?:was|had been) (?P<t>known|called|named) (?:until|before|till|up to) "
        r"(?:{T}|[\w' ]{3,30}?) (?:as )?(?:the )?\"?(?P<n>{ORPX}|{NAME})"
    ),
    "the former": r"{O:s}, the (?P<t>former|erstwhile|old) (?P<n>{ORPX}|{NAME})(?=,)",
    "until lately called": (
        r"{O:s},? (?:which was )?(?:(?P<t>known|called|named) )?until (?:{T}|recently|now|then|the end of {T}|"
        r"[\w ]{3,20}) "
        r"(?:known |called |named )?(?:as )?\"?(?P<n>{ORPX}|{NAME})(?=,)"
    ),
    "dropped the name": (
        r"{O:s} (?:has |had )?(?P<t>dropped|abandoned|gave up|shed|retired) (?:the|its old|its former) name "
        r"\"?(?P<n>{ORPX}|{NAME})"
    ),
    "renamed itself": (r"(?P<n>{O}) (?:has |had )?(?P<t>renamed|rebranded) itself (?:as )?(?:from )?{O:s}"),
    "will be called": (
        r"(?P<n>{O}) (?P<t>will|is to|would) (?:then |henceforth |in future |from now on )?(?:be (?:called|known as|"
        r"renamed|rebranded(?: as)?)|change {ITS} name to|take the name|adopt the name|trade as|operate as|trade under "
        r"the name(?: of)?|go by the name of) {O:s}(?!'| in {L})"
    ),
    "before that": (
        r"(?:^|[;.] )(?:before (?:that|then)|previously|earlier|until then),? {O:s} (?:was|had been) "
        r"(?P<t>called|known as|named) "
        r"\"?(?P<n>{ORPX}|{NAME})"
    ),
    "now": r"(?P<n>{O}),? ?\((?P<t>now|since renamed|today|currently)(?: known as| called| named)? {O:s}\)",
    "now known": r"(?P<n>{O}), (?:which is )?(?P<t>now|since)(?: known as| called| renamed) {O:s}",
    "changed its name": (
        r"{O:s},? (?:which |that )?(?:has |had )?(?P<t>changed|changes) {ITS} (?:corporate |company |legal "
        r")?name from \"?"
        r"(?P<n>{ORPX}|{NAME})"
    ),
    "known as until": (
        r"{O:s},? (?:which was |was |or )?(?P<t>known as|called|named|trading as) (?:the )?\"?(?P<n>{ORPX}|"
        r"{NAME})\"? "
        r"(?:until|before|till|up to) "
    ),
    "fka": (
        r"{O:s} \((?:(?!{O})[^().;]{2,40}, )?(?P<t>f/?k/?a|née|ex|formerly|previously|originally|once)(?: known as| "
        r"called| named)?(?: | ?- ?)\"?(?P<n>{ORPX}|{NAME})\"?(?=[,)])"
    ),
    "still called": (
        r"{O:s},? (?:back )?(?:when|while) (?:it|{O}) was (?:(?:still|just|then|only) )*(?P<t>called|known as|named|"
        r"trading as|operating as|going by) (?:the )?\"?(?P<n>{ORPX}|{NAME})"
    ),
    "changed to": (
        r"(?P<n>{O}),? (?:which )?(?:has |had |have |is |was |will |recently |later )*(?P<t>changed|changes|"
        r"changing|change) "
        r"{ITS} (?:corporate |company |legal |trading )?name(?: in {T})? to {O:s}"
    ),
    "traded as": (
        r"{O:s},? (?:which |that )?(?:has |had )?(?P<t>previously|formerly|originally|once|until recently) (?:traded|"
        r"operated|did business|went|was known|was called|been known|been called) (?:as|under the name|by the name)"
        r"(?: of)? \"?(?P<n>{ORPX}|{NAME})"
    ),
    "became": (
        r"(?:^|, )(?P<t>when|after|before|since) (?P<n>{O}) (?:became|was renamed|turned into) {O:s}(?=,| in | "
        r"last )"
    ),
    "is now called": (
        r"(?P<n>{O}) (?P<t>is|has been) (?:now|today|since) (?:called|known as|named|renamed|rebranded) "
        r"(?:as )?{O:s}"
    ),
    "used to trade": (
        r"{O:s}(?:[^.;,]{0,30}|, [^.;,]{0,30}) (?:that|which) (?P<t>used to) (?:trade|operate|go by|be "
        r"known|be called|do business) ?(?:as|under|by)? ?(?:the name )?\"?(?P<n>{ORPX}|{NAME})"
    ),
    "renamed": (
        r"(?P<n>{O}) (?:was |has been |has since been |later )?(?P<t>renamed|rebranded|rebranded as|renamed "
        r"itself|changed its name to)(?: itself)?(?: as| to)? {O:s}"
    ),
    "once called": (
        r"{O:s},? (?:which |that )?(?:was|used to be|had been) (?:first |once |originally |initially |formerly |"
        r"previously )+(?P<t>called|known as|named|christened|branded) (?:the )?\"?(?P<n>{ORPX}|{NAME})"
    ),
    "until then was called": (
        r"(?:^|[;.] )(?:until|before|till|up to|for (?:its|the) first) (?:{T}|[\w' ]{3,30}?|(?:its|the) [\w ]{3,30}? "
        r"in {T}),? {O:s} (?:was|had been) (?P<t>called|known as|named|branded) (?:the )?\"?(?P<n>{ORPX}|{NAME})"
    ),
    "went by": (
        r"{O:s},? (?:which |that )?(?P<t>went|had gone|goes) by (?:the name (?:of )?)?\"?(?P<n>{ORPX}|{NAME})\"? "
        r"(?:until|before|till)"
    ),
    "as it was called until": (
        r"(?P<n>{O}), as {O:s} (?:was|had been) (?P<t>called|known|named|styled) (?:until|before|at first|at the time|"
        r"in those days|then)"
    ),
    "as it has been called since": (
        r"{O:s}, as (?P<n>{O}) (?:has been|is|was) (?P<t>called|known|renamed|named) (?:since|from|now)"
    ),
    "had been until then": (
        r"{O:s} (?P<t>took|adopted|assumed|received|acquired|got) {ITS} (?:present|current|new) name[^.;]{0,40}[;,] "
        r"(?:and )?(?:until|before) (?:then|that),? {O} (?:had been|was) (?:called |known as )?(?P<n>{ORPX}|{NAME})"
    ),
    "under the name": (
        r"(?:found|founded|co-founded|set up|start|started|launched|established|built) (?:the )?{O:s}(?: in {T})?"
        r"(?: in {L})?(?: in {T})?,? (?P<t>under) the name(?: of)? \"?(?P<n>{ORPX}|{NAME})"
    ),
    "used to be called": (
        r"{O:s},? (?:which |that )?(?P<t>used to) be (?:called|known as|named) \"?(?P<n>{ORPX}|{NAME})"
    ),
    "began as": (
        r"{O:s},? (?:which )?(?:had |has )?(?P<t>began life|began|started life|started out|started|set out)"
        r"(?: [^.;,]{0,50}?)? (?:as|under the name)(?: of)? (?:the )?\"?(?P<n>{ORPX}|{NAME})"
    ),
    "known as is now": (
        r"(?:formerly|previously|once|originally) (?:known|called|trading|operating)(?: as)? (?P<n>{ORPX}|{NAME}),? "
        r"(?P<t>is|goes) (?:now|today)(?: by the name)?(?: of| called| known as)? {O:s}"
    ),
    "the former x": (
        r"(?P<t>former|old) (?P<n>{ORPX}|{NAME})(?: is| was| has been)?(?: now| today| since)* (?:calls "
        r"itself|called|"
        r"known as|goes by|trades as|trading as|goes as|renamed|rebranded)(?: the| as)? {O:s}"
    ),
    "once x": r"(?:^|[;.] )(?P<t>once|formerly|originally) (?:the )?(?P<n>{O})(?:, then {O})?, {O:s}(?!')",
    "founded as": (
        r"{O:s},? (?:which was |was )?(?P<t>incorporated|founded|established|registered|launched|set up|started|born|"
        r"created)(?: in {T})?(?: in {L})?(?: in {T})? (?:as|under the name)(?: of)? (?:the )?\"?(?P<n>{ORPX}|{NAME})"
    ),
    "founded as, later": (
        r"(?:^|[;.] )(?P<t>founded|established|launched|incorporated)(?: in {T})? as (?:the )?(?P<n>{ORPX}|{NAME})"
        r"(?: in {T})?(?: and (?:now )?(?:based|headquartered|listed|run|led) (?:(?!{O})[^.;]){2,60}?)?,"
        r"(?: [^.;]{0,80},)? {O:s}(?!')"
    ),
    "known until as": (
        r"(?:^|[;.] |\band )(?P<t>known|called|named) (?:until|before|till) {T} as (?:the )?(?P<n>{ORPX}|{NAME}), "
        r"(?:the )?{PLAIN}{O:s}(?!')"
    ),
    "became in": r"(?:^|[;.] )(?P<n>{O}) (?P<t>became) {O:s}(?!')(?= (?:in|last) |[.;])",
    "what began as": (
        r"what (?P<t>began|started|was founded)(?: life)?(?: in {T})? as (?:the )?(?P<n>{ORPX}|{NAME}) is "
        r"(?:today|now)"
        r"(?: called| known as)? {O:s}"
    ),
    "until x": r"{O:s}, (?P<t>until|till|before) (?:{T}|recently|then|now|last \w+),? (?:the )?(?P<n>{O})(?=,)",
    "did business as": (
        r"{O:s},? (?:which )?(?P<t>traded|operated|did business) (?:as|under the name)(?: of)? (?P<n>{ORPX}|{NAME})"
    ),
    "rebranded as": (
        r"(?P<n>{O}),? (?:which )?(?:has |had |have |is |was |will |would |be |to |been |being |later |recently "
        r"|plans )*"
        r"(?P<t>rebranded as|rebranding as|rebrand as|rebrands as|renamed itself|renames itself|took the name|take the "
        r"name|takes the name|adopted the name|adopts the name|relaunched as|restyled itself|became known as) "
        r"(?:itself )?"
        r"(?:of )?(?:as )?{O:s}(?!')"
    ),
    "goes by the name": r"(?P<n>{O}) (?P<t>now goes|goes now|today goes) (?:by|under) (?:the name(?: of)? )?{O:s}(?!')",
    "renamed from to": (
        r"(?P<t>renamed|rebranded|(?:changed|changes|changing|change) {ITS} (?:[\w]+ )?name) from (?:the )?"
        r"(?P<n>{ORPX}|{NAME}) (?:to|as) {O:s}(?!')"
    ),
    "née": r"{O:s},? \(?(?P<t>née|nee|ex-?|alias once|f/?k/?a) (?P<n>{O})(?=[,)])",
    "now x": r"(?P<n>{O}), (?P<t>now|today|later|since renamed|subsequently|nowadays) {O:s}(?=[,;.])(?!')",
    "then called": (
        r"{O:s},? (?P<t>then|at the time|at that time|in those days) (?:still )?(?:called|known as|named|trading as) "
        r"(?P<n>{O})(?=[,)])"
    ),
    "(then x)": r"{O:s} \((?P<t>then|at the time) (?:called |known as )?(?P<n>{O})\)",
    "originally named": (
        r"(?:^|[;.] )(?P<t>originally|formerly|previously|once|initially|first|until recently|until {T})(?: "
        r"known as| called|"
        r" named| incorporated as| founded as| trading as| branded)? (?:the )?(?P<n>{ORPX}|{NAME}),? (?:the "
        r"[a-z][\w-]* )?"
        r"{O:s}(?!')(?= (?:is|was|has|had|will|now|[a-z]+s\b|[a-z]+ed\b))"
    ),
    "the former x, now": (
        r"(?P<t>former|old|erstwhile) (?P<n>{O}|{NAME}),? (?:which (?:is|was) )?(?:now|today|since) (?:calls "
        r"itself |called |"
        r"known as |going by |trades as |trading as |operating as |renamed |rebranded (?:as )?)?{O:s}(?=[,;.])(?!')"
    ),
    "the firm formerly known as": (
        r"{O:s}, (?:the|an?) (?:[\w'-]+ ){0,4}?(?:that was |which was )?(?P<t>formerly|previously|once|"
        r"originally|then|until "
        r"recently) (?:known as|called|named|trading as|operating as) (?:the )?(?P<n>{ORPX}|{NAME})"
    ),
    "the firm (formerly x)": (
        r"{O:s}, (?:the|an?) (?:[\w'-]+ ){1,6}?\((?P<t>formerly|previously|once|originally)(?: known as| called| "
        r"named)? (?:the )?\"?(?P<n>{ORPX}|{NAME})\"?(?=[,)])"
    ),
    "the new name of": r"{O:s}, (?:the|its) (?P<t>new name) (?:of|for) (?:the )?(?P<n>{ORPX}|{NAME})",
    "its former name": (
        r"{O:s}'s (?P<t>former|old|previous|original|earlier|first) (?:[\w]+ )?name,? (?:was|is|had been)? ?(?:the )?"
        r"(?P<n>{ORPX}|{NAME})"
    ),
    "under its former name": (
        r"under (?:its|the) (?P<t>former|old|previous|original) name,? (?:of )?(?P<n>{ORPX}|{NAME}), {O:s}(?!')"
    ),
    "as it was then called": (
        r"(?P<n>{ORPX}|{NAME}), as (?:the )?{O:s} (?:was|is) (?P<t>then|formerly|previously|originally|once|still) "
        r"(?:called|known|named)"
    ),
    "used to trade as": (
        r"{O:s},? (?:which |that )?(?P<t>used) to (?:trade as|be called|be known as|operate as|be named|go by "
        r"the name of|"
        r"do business as) (?:the )?(?P<n>{ORPX}|{NAME})"
    ),
    "is now": r"(?:^|[;.] )(?P<n>{O}) (?P<t>is) now {O:s}(?=[ ,.;])(?!')",
    "in its early years": (
        r"(?:^|[;.] )(?:in (?:its|the|their) (?:very )?(?:early|first|beginning|initial)(?: [\w-]+){0,2}"
        r"|in the beginning|at first|at the start|back then|in those days),? (?:the )?{PLAIN}{O:s} (?:was|had been) "
        r"(?:still )?(?P<t>called|known as|named) \"?(?P<n>{ORPX}|{NAME})"
    ),
    "that all now know as": (
        r"(?P<n>{O}), (?:(?:the|an?) (?:(?!{O})[^.;,]){2,50} )?(?:which|that) (?:the world|the public|the industry"
        r"|every(?:one|body)|most people|most of us|people|we|you|customers|investors) (?:all )?(?P<t>now|today)"
        r" knows? as {O:s}(?!['’]s)"
    ),
    "what x calls itself": (
        r"{O:s},? which is what (?P<n>{O}) (?P<t>calls|has called|is calling) itself (?:now|these days|nowadays|today"
        r"|since)"
    ),
    "founded under the name, now": (
        r"(?:^|[;.] )(?:founded|established|launched|started|incorporated|set up) (?:[^.;]){0,80}?(?P<t>under)"
        r" the name(?: of)? (?:the )?\"?(?P<n>{ORPX}|{NAME})\"?, (?:the )?{PLAIN}{O:s} (?:has |had |later |then )*"
        r"(?:adopted|took|got|received|assumed|switched to|changed to|goes|went)\b"
    ),
    "x, a firm, changed to": (
        r"(?:^|[;.] )(?P<n>{O}), (?:(?!{O})[^.;]){3,80}, (?:has |had )?(?P<t>changed) {ITS} (?:\w+ )?name to {O:s}"
    ),
}
# Those that tell of the change itself, so that a time beside them is the day on which the name was given up.
_TELLING = frozenset(
    {
        "was called",
        "changed its name",
        "renamed itself",
        "known as until",
        "changed to",
        "became",
        "renamed",
        "is now called",
    }
)


def former_names(sentence: Sentence) -> Iterator[Candidate]:
    """The names that organisations gave up."""
    for rule, found in find(sentence, _NAMES):
        tokens = found.tokens("n")
        subjects = found.mentions("s")
        if sentence.passage.doc[found.trigger - 1].lower_ in ("will", "may", "not", "could", "would"):
            continue
        if tokens is None or not subjects:
            continue
        old = sentence.scene.mentions.at(sentence.passage.index, tokens[0]) if rule == "will be called" else None
        if old is not None and old.kind is not MentionKind.NAME:
            yield from _renamed_anaphor(found, old, subjects[0])
            continue
        if found.text("t") == "once" and _has_verb(sentence, tokens[1]):
            continue
        if rule == "became in" and not _are_names(sentence, tokens, subjects[0]):
            continue
        named = sentence.raw(subjects[0].start, subjects[0].end).text.lower()
        if named in ("it", "they", "its", "their", "itself", "themselves"):
            named = sentence.scene.mentions.entity(subjects[0]).name.lower()
        if not _is_another_name(sentence, tokens, named):
            continue
        if _is_of_a_person(sentence, found.text("t")) or _is_cut(sentence, subjects[0].start, tokens):
            continue
        yield Candidate(
            "formerName",
            "former name",
            sentence,
            subjects[0],
            Text(*tokens),
            found.trigger,
            Kind.STATE,
            presupposed=True,
            timed=rule in _TELLING,
            phase=Phase.ENDED,
        )


def _renamed_anaphor(found: Found, old: FoundMention, new: FoundMention) -> Iterator[Candidate]:
    """Of "the company will be called X", where the company is known, its name."""
    if old.entity == new.entity or old.others or not old.ties:
        return
    yield Candidate(
        "formerName",
        "former name",
        found.sentence,
        new,
        old.ties[0],
        found.trigger,
        Kind.STATE,
        presupposed=True,
        timed=False,
        phase=Phase.ENDED,
    )


def _are_names(sentence: Sentence, tokens: tuple[int, int], present: FoundMention) -> bool:
    """Whether both are names: "it became X" may tell of a part of it."""
    before = sentence.scene.mentions.at(sentence.passage.index, tokens[0])
    return before is not None and before.kind is MentionKind.NAME and present.kind is MentionKind.NAME


def _is_another_name(sentence: Sentence, tokens: tuple[int, int], present: str) -> bool:
    """Whether what is said to be the old name is a name at all, and not the present one."""
    words = sentence.passage.doc[slice(*tokens)]
    return sentence.raw(*tokens).text.lower() != present and any(t.text[:1].isupper() for t in words)


_FAMILY = frozenset("wife husband daughter son widow mother father sister brother married died born".split())


def _is_of_a_person(sentence: Sentence, word: str) -> bool:
    """As in "his wife, Catharine (née Davenant)"."""
    return word in ("née", "nee") and any(token.lower_ in _FAMILY for token in sentence.tokens)


def _is_cut(sentence: Sentence, start: int, tokens: tuple[int, int]) -> bool:
    """Whether either is a part of "Young Men's College": a name with a possessive in it may be read in part only."""
    doc = sentence.passage.doc
    before = doc[start - 1].tag_ == "POS" if start > sentence.start else False
    goes_on = tokens[1] + 1 < sentence.end and doc[tokens[1]].tag_ == "POS" and doc[tokens[1] + 1].text[:1].isupper()
    return before or goes_on


def _has_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb follows: "will chair X once P retires" tells when, and no name."""
    return index < sentence.end and sentence.passage.doc[index].tag_ in ("VBZ", "VBP", "VBD", "MD")
