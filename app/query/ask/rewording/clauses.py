"""Puts clauses that say a plain thing in a roundabout order into that plain thing ("was it A or B that")."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_BUYS = r"(?:buy|acquire|purchase|take over) (?=[^?]*\b(?:announce|reveal|disclos|publish|made public|unveil|report))"
CLAUSES: tuple[Rule, ...] = (
    (
        r"^\W*(?:was|is) it ([^?,]+? or [^?,]+?) (?:that|who|which) ([^?]+?)\W*$",
        r"who \2, \1",
    ),
    # What is said of the subject may stand behind the verb: "is the firm based that led the round".
    (
        r"\b(is|was|are|were) (the \w+(?: \w+)?) (based|headquartered|located|situated|domiciled|seated|registered"
        r"|found) (that|which|who|whose) ([^?]+)",
        r"\1 \2 \4 \5 \3",
    ),
    (
        r"^(\W*(?:which|what|who)(?: \w+)?),? having (?:(?:once|formerly|previously|earlier|first|already"
        r"|long) )?(been )?(?P<first>[^?,]+),\s*(?:and )?"
        r"(?P<then>(?:is|was|has|had|did|now|later|then|went|became|joined)\b[^?]*)",
        lambda found: f"{found[1]} {'was' if found[2] else 'has'} {found['first']} and {found['then']}",
    ),
    (
        r"\b(who|which \w+) (?:was|were|is) the (first|last)(?: one| person| company| investor)? to (?=\w)",
        r"\1 \2 ",
    ),
    (r"\b(who|what|which \w+) (?:was|is|were|are) (?:the )?most ", r"\1 is the most "),
    (r"\bwhat (is|are) (the [^?]+?) called(?=\W*$)", r"what \1 \2"),
    (r"^\W*(?:and )?(the [^?]+?) would be(?: who(?:m|ever)?)?\W*$", r"who is \1"),
    (r"\bhave (in common)\b", r"share"),
    # what is wanted or meant to happen
    (r"\b(?:is|are) (?:taking over|stepping up|moving up|coming in|stepping in) as\b", r"will become"),
    (
        r"\b((?:chief [a-z]+(?: officer)?|[a-z]+ director|director|chair\w*|president|ceo|cfo))[ -](?:designate"
        r"|elect|in waiting)\b",
        r"incoming \1",
    ),
    (
        r"\b(is|are) (?:still |now |also )?to (?=(?:go|pass|move|become|be(?! found| seen| had| met)|join|leave|take"
        r"|start|buy|acquire|sell|head)\b)",
        r"will ",
    ),
    (r"\bwould (.+?) (?:like|love|want) to\b", r"does \1 want to"),
    (
        r"\b(?:is|are) ((?!going|about|set\b|due|ready|said|plan|expect|close|likely|try|will|hop|look|able|sure"
        r"|keen|prepar|talk|negoti|suppos|rumou?r|report|slat|pois|still|now\b|to\b)\w+(?: (?!in\b|going|about"
        r"|set\b|due|ready|said|plan|expect|close|likely|try|will|hop|look|able|sure|keen|prepar|talk|negoti|suppos"
        r"|rumou?r|report|slat|pois|still|now\b)\w+){0,2}) "
        r"to (join|become|leave|take over|start|buy|acquire|sell|invest|head|lead)\b",
        r"does \1 plan to \2",
    ),
    (
        r"\b(?:the )?(?:agreement|deal|plan|decision|offer|intention|move|bid|proposal|contract)s?"
        rf" (?:by|of|from) ([^?]+?) to {_BUYS}",
        r"\1's purchase of ",
    ),
    (
        r"\b([\w&.-]+)['’]s? (?:agreement|plan|decision|offer|intention|move|proposal) to"
        rf" {_BUYS}",
        r"\1's purchase of ",
    ),
)
