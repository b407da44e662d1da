"""Puts the many ways to ask for a reason into "why": "reason given for", "on what grounds did", "what lay behind".

>>> REASONED.first("Reason given for Roe's departure from Acme?")
"why was Roe's departure from Acme?"
>>> REASONED.first("On what grounds did Acme dismiss Roe?")
'why did Acme dismiss Roe?'
"""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rewriting, Rule

_REASON = (
    r"(?:reasons?|motives?|motivations?|explanations?|causes?|justifications?|grounds|rationales?|excuses?|pretexts?"
    r"|background|argument|trigger)"
)
_KIND = r"(?:(?:official|main|stated|given|real|actual|declared|published|exact|precise|alleged|possible|public) )?"
_GIVEN = (
    r"(?:given|stated|named|offered|cited|mentioned|put forward|advanced|provided|reported|quoted|published|made public"
    r"|disclosed|known|on record|recorded|supplied)"
)
_IS = r"(?:is|was|are|were|has been|have been|had been|gets|got)"
_GIVE = r"(?:give|state|name|offer|cite|mention|put forward|provide|report|quote|suggest|see)"
_GAVE = r"(?:gave|gives|stated|states|named|names|offered|offers|cited|cites|mentioned|provided|provides|had|has)"
_FOR = r"(?:for|behind|of|to explain|as to)"
_ANY = r"(?:,? if any,?| \(if any\))?"
_DEEDS = {
    "leaving": "leave", "quitting": "quit", "resigning": "resign", "retiring": "retire", "stepping down": "step down",
    "departing": "depart", "going": "go", "selling": "sell", "buying": "buy", "acquiring": "acquire", "joining": "join",
    "dropping": "drop", "dismissing": "dismiss", "firing": "fire", "sacking": "sack", "moving": "move",
    "switching": "switch", "investing": "invest", "merging": "merge", "ditching": "ditch", "ending": "end",
}  # fmt: skip
_FORMS: tuple[Rule, ...] = (
    # "Roe's reasons for leaving": only with a deed do we know what there was a reason for.
    (
        rf"^\W*(?:what (?:is|was|are|were) )?(?!what\b|which\b|the {_REASON}\b)([^?]+?)['’]s? {_KIND}{_REASON}"
        rf"(?: {_GIVEN})? (?:for|in|behind) ({'|'.join(_DEEDS)})\b",
        lambda found: f"why did {found[1]} {_DEEDS[found[2].lower()]}",
    ),
    # "what reason is given for", "which motives have been cited for"
    (
        rf"^\W*(?:what|which) {_KIND}{_REASON}{_ANY} {_IS} (?:there |{_GIVEN} |being given )+"
        rf"(?:in [^?]{{2,30}} )?{_FOR} ",
        "why was ",
    ),
    (
        rf"^\W*(?:what|which) {_KIND}{_REASON} (?:do|does|did) ((?-i:[A-Z])[^?]{{1,40}}?) {_GIVE} {_FOR}"
        r" ((?:the [a-z]+ of )?)(?:its|their|his|her) ",
        r"why was \2\1's ",
    ),
    (rf"^\W*(?:what|which) {_KIND}{_REASON} (?:do|does|did) [^?]{{2,40}}? {_GIVE} {_FOR} ", "why was "),
    (rf"^\W*(?:what|who) {_IS} (?:the |a )?{_KIND}{_REASON}{_ANY}(?: that {_IS})?(?: {_GIVEN})?,? {_FOR} ", "why was "),
    # "reason given for", "state the reason for", "is there a reason for"
    (
        rf"^\W*(?:(?:please )?(?:state|give|name|tell me|tell us|quote|cite|list) )?(?:the |any |a )?{_KIND}"
        rf"{_REASON}{_ANY}(?: (?:that )?(?:{_IS} )?{_GIVEN})?,? {_FOR} ",
        "why was ",
    ),
    (rf"^\W*(?:is|was) there (?:a|any|some) {_KIND}{_REASON}(?: {_GIVEN})? {_FOR} ", "why was "),
    (rf"^\W*{_IS} (?:a|any|some|the) {_KIND}{_REASON}(?: ever)? {_GIVEN} {_FOR} ", "why was "),
    (rf"^\W*(?:is|was) it {_GIVEN} why ", "why "),
    # "on what grounds did", "for what motive was"
    (rf"\b(?:on|for|with|under|out of|from) (?:what|which) {_KIND}{_REASON}(?= \w)", "why"),
    (
        rf"^\W*what {_KIND}{_REASON} (?:did|does|had|has) ([^?]+?) (?:have|had|give|gave)? ?(?:for|in|to) (?=\w)",
        r"why did \1 ",
    ),
    # "what lay behind", "what explains"
    (
        r"^\W*what (?:(?:is|was) the story|lies|lay|stands|stood|is|was|were) behind (?=[^?]*['’]|the \w+ of)",
        "why was ",
    ),
    (
        r"^\W*what (?:explains|explained|motivated|brought about|gave rise to|occasioned|sparked|accounts for"
        r"|accounted for|precipitated|provoked|justified|justifies|lies at the root of|was at the root of) ",
        "why was ",
    ),
    (rf"^\W*what {_GAVE} rise to ", "why was "),
)
REASONED = Rewriting(_FORMS)
"""Puts a question after a reason as the question "why"."""

WHY: tuple[Rule, ...] = (
    # What made somebody do a thing is why they did it; what cost somebody the post is why they were dismissed.
    (
        r"\bwhat (?:has |had )?(?:prompted|made|led|driven|caused|moved|induced|brought|persuaded|pushed|forced) "
        r"([^?]+?) to (?=\w)",
        r"why did \1 ",
    ),
    (
        r"\bwhat (?:makes|leads|drives|prompts|moves|has|had|got) ((?-i:[A-Z])[^?]*?) (?:to )?"
        r"(look|consider|weigh|seek|search|think|shop|leave|sell|buy|invest|drop|switch|turn|explore)(?:ing)?\b",
        r"why does \1 \2",
    ),
    (r"\bwhat (?:drove|forced|pushed) ([^?]+?) out of (?=\w)", r"why did \1 leave "),
    (
        r"\bwhat (?:got|had) ([^?]+?) (?:fired|sacked|dismissed|removed|ousted)(?: (?:from|at|by|of))? (?=\w)",
        r"why was \1 dismissed from ",
    ),
    (
        r"\bwhat cost ([^?]+?) (?:his|her|their) (?:job|post|position|seat|place|role)(?: (?:at|with|in|as))? (?=\w)",
        r"why was \1 dismissed from ",
    ),
    (r"\bhow come\b", r"why"),
    # The reason for a decision is that for what was decided, if it was done.
    (
        r"\b(why (?:did|has|have|had) [^?]+?) (?:decided?|chose|chosen|choose|opt(?:ed)?|elect(?:ed)?|resolved?"
        r"|make up (?:his|her|its|their) minds?|made up (?:his|her|its|their) minds?|see fit|seen fit|feel compelled"
        r"|felt compelled|have|had) to (?=\w)",
        r"\1 ",
    ),
    (
        r"\bwhat (?:reasons?|explanation|grounds) (?:is|was|are|were|has been|have been|did .{2,40}) (?:given"
        r"|stated|named|offered|cited|mentioned|give|offer|cite|state) for\b",
        r"why was",
    ),
    (r"^\W*(?:the )?reasons? (?:for|behind)\b", r"why was"),
    (r"\bfor (?:what|which) reasons?\b", r"why"),
    (r"\bwhat (?:is|was) the reason (?:why|that)\b", r"why"),
    (r"\bwhat (?:is|was|were|are) the reasons? (?:for|behind)\b", r"why was"),
    (r"\bwhat (?:led to|caused|prompted|triggered)\b", r"why was"),
    (r"\b(?:in (?:what|which) (?:way|manner)|under (?:what|which) circumstances|by (?:what|which) means)\b", r"how"),
    (
        r"\bwhat (?:has |had )?(?:made|drove|led|forced|pushed|moved|brought) (?=\w+ (?:\w+ ){0,8}(?:to )?\w+\W*$)",
        r"why did ",
    ),
)
