"""Puts clauses that say a plain thing in a roundabout order into that plain thing ("was it A or B that")."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_BUYS = r"(?:buy|acquire|purchase|take over) (?=[^?]*\b(?:announce|reveal|disclos|publish|made public|unveil|report))"
_BUYING = r"(?:buy|acquir|purchas|tak)ing(?: (?:over|control of))?"
_TO_BUY = r"(?:buy|acquire|purchase|take over|get)"
_SURE = (
    r"(?:(?:only|just|merely|still|really|actually|simply|a|an|mere|hard|proven) )*(?:confirmed|certain|established"
    r"|fact"
    r"|official|true|settled|reported|rumou?r(?:ed)?|planned|announced|alleged|claimed|hearsay|gossip|talk|speculation"
    r"|done|definite|known|verified|proven|unconfirmed|disputed|denied|pending)"
)
CLAUSES: tuple[Rule, ...] = (
    # what somebody would like to buy
    (
        rf"\b(?:is|are) ([^?,]+?) (?:interested in|thinking (?:of|about)|considering|weighing|contemplating|toying"
        rf" with(?: the idea of)?"
        rf"|mulling(?: over)?|keen on|set on|bent on) {_BUYING} ",
        r"does \1 want to acquire ",
    ),
    (
        rf"\b(?:has|have|did) ([^?,]+?) (?:shown?|express(?:ed)?|voiced?|signall?ed|signal|got) (?:an |any |some"
        rf" )?(?:interest in|designs on) (?:{_BUYING} )?",
        r"does \1 want to acquire ",
    ),
    (
        rf"\b(?:are|is) there (?:any |some )?(?:plans?|intentions?|wish|desire|interest) (?:at|by|of|for|from|on the"
        rf" part of|within|in) ([^?,]+?) (?:to {_TO_BUY}|in {_BUYING}|of {_BUYING}) ",
        r"does \1 want to acquire ",
    ),
    (
        r"\b(?:is|are) ([^?,]+?) (?:an? |the )?(?:takeover|acquisition|buyout|take-over) (?:target|candidate) (?:of"
        r"|for) ([^?,]+?)(?=\W*$)",
        r"does \2 want to acquire \1",
    ),
    (
        r"^\W*(?:could|might|may(?!(?-i: [A-Z]\S+) (?:is|was|has|had|came|went|left|did|does|joined"
        r"|\w+ed)\b)) (?!(?:i|you|we|one|someone|somebody|anyone|anybody|it)\b)(?=\w)",
        r"will ",
    ),
    (
        r"^\W*(?:is there|might there be|could there be) (?:a |any |the |some )?(?:chance|possibility|likelihood"
        r"|prospect|talk) (?:that|of it that) ",
        r"is it possible that ",
    ),
    (
        r"\b(confirmed|certain|official|established|proven|a fact),? or (?:only|merely|just|still|simply)"
        r" (?=(?:reported|rumou?red|planned|announced|alleged|claimed)\b)",
        r"\1 or ",
    ),
    (r"^\W*is it (?:so|the case|a fact|right|correct) that ", r"is it true that "),
    (r"\b(?<!what )(?<!who )(?<!which )((?-i:[A-Z])[^?,]*?) would (?:like|love) to (?=\w)", r"\1 wants to "),
    (r"\b(has|have) ([^?,]+?) been merged with\b", r"\1 \2 merged with"),
    (
        rf"^\W*(?:was|is) it (?!{_SURE}\b)([^?,]+? or (?!{_SURE}\b)[^?,]+?) (?:that|who|which) ([^?]+?)\W*$",
        r"who \2, \1",
    ),
    # "whoever"
    (
        r"^\W*who(?:so)?ever ([^?,]+), (?:so )?(?:who|what) (?:is|are|was) (?:their|its|his|her|the) ([^?,]+?)(?:"
        r" there)?\W*$",
        r"who is the \2 of the company that \1",
    ),
    (
        r"^\W*who(?:so)?ever ([^?,]+), (?:so )?(where|when|how) (is|are|was|were|did|do|does|has|have) (?:they|it|he"
        r"|she)\b ?([^?]*?)\W*$",
        lambda found: (
            f"{found[2]} {'is' if found[3] == 'are' else found[3]} the company that {found[1]} {found[4]}".rstrip()
        ),
    ),
    (r"\bwhichever (company|firm|business|outfit|group|party|bank|fund|person) (?!is\b)(?=\w)", r"the \1 that "),
    (
        r"^\W*(?:(?:i|we) (?:need|want|would like) |give me |tell me )?(?:the )?(?:names? of )?who(?:m|so)?ever (?=\w)",
        r"who ",
    ),
    # "name those that": a question for whom
    (
        r"^\W*(?:(?:please|kindly) )?(?:name|identify|list|state|tell me|give me|show me) (?:the (?:person|people|man"
        r"|woman|one|ones|company"
        r"|firm|companies|firms|parties|individuals?|party)|those|everyone|everybody|anyone|whoever|all those|all)"
        r" (?:who|that|which) ",
        r"who ",
    ),
    (
        r"^\W*(?:(?:please|kindly) )?(?:name|identify|list|state|tell me|give me|show me) (?:(?:the|a|an|all|every"
        r"|each) )?(\w+) (?:who|that|which)"
        r" (?=(?:is|was|are|were|has|have|had|will|does|did|\w+ed|\w+s)\b)",
        r"which \1 ",
    ),
    (
        r"\b(a|the|any) (stake|share|interest|holding|shareholding|part|piece|slice) (?:in|of) ([^?,]+?) (?:belongs"
        r" to|belonged to|is owned by|was owned by|is held by|was held by) ((?-i:[A-Z])[^?,]*?)(?=\W*$)",
        r"\4 owns \1 \2 in \3",
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
