"""Puts the many ways to ask for a speaker into two: "who says that ..." and "who denies that ...".

>>> SOURCED.first("Acme bought Pelm. According to whom?"), SOURCED.first("On whose word is it that Acme bought Pelm?")
('who says that Acme bought Pelm', 'who says that Acme bought Pelm?')
>>> SOURCED.first("Who contests the claim that Acme bought Pelm?")
'who denies that Acme bought Pelm?'
"""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rewriting, Rule

_WORD = (
    r"(?:claim|report|story|news|rumou?r|information|info|idea|notion|statement|assertion|allegation|suggestion|account"
    r"|version|word|tip|scoop|theory|talk|hint|revelation|disclosure|announcement|line|view|fact|quote|remark)s?"
)
_SAID = (
    r"(?:said|reported|claimed|stated|alleged|asserted|maintained|insisted|known|suggested|announced|disclosed|revealed"
    r"|confirmed|written|argued)"
)
_SAYING = (
    r"(?:saying|stating|claiming|insisting|maintaining|asserting|reporting|telling \w+|confirming|arguing|declaring"
    r"|having (?:said|stated|claimed|told \w+|reported|confirmed|insisted|asserted|maintained|declared))"
)
_DENYING = (
    r"(?:denying|disputing|contesting|rejecting|contradicting|refuting|having (?:denied|disputed|contested|rejected))"
)
_DENIES = (
    r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|contest(?:s|ed)?|challeng(?:e|es|ed)|reject(?:s|ed)?|refut(?:e|es|ed)"
    r"|contradict(?:s|ed)?|dismiss(?:es|ed)?|rebut(?:s|ted)?|question(?:s|ed)?|doubt(?:s|ed)?|s(?:ay|ays|aid) no to"
    r"|(?:shoots?|shot|knocks?|knocked|plays?|played) down|pours? cold water on|poured cold water on|waves? off"
    r"|waved off"
    r"|brush(?:es|ed) off|push(?:es|ed) back (?:on|against)|scotch(?:es|ed)|rubbish(?:es|ed))"
)
_SPREADS = (
    r"(?:publish(?:es|ed)?|print(?:s|ed)?|r[ua]ns?|carr(?:y|ies|ied)|br(?:eaks?|oke)|spreads?|float(?:s|ed)?"
    r"|puts? (?:out|about|forward|around)|ma(?:kes?|de)|br(?:ings?|ought) up|c[ao]mes? (?:up|out|forward) with"
    r"|issue[sd]?|g[ai]ves?|launch(?:es|ed)?|circulate[sd]?|voice[sd]?|raise[sd]?|start(?:s|ed)?|aire?[sd]"
    r"|advance[sd]?"
    r"|stands? (?:by|behind)|is (?:making|spreading|behind)|tells?|told|wr(?:ites?|ote)|offer(?:s|ed)?|had|has"
    r"|got|sourced"
    r"|(?:is|was) (?:the source|the origin|the author|the person|the one|the outlet)(?: of| for| behind| given for)?)"
)
_THAT = r"(?: (?:that|to the effect that|of|about|on|which says(?: that)?|saying(?: that)?))"
_WHO = (
    r"(?:who|(?:which|what) (?:source|person|paper|newspaper|outlet|article|company|party|publication|magazine|site)"
    r"|who (?:is|was) it (?:that|who))"
)
_QUOTED = (
    r"(?:is|was|are|were|has been|have been|gets|got|being) (?:quoted|cited|named|credited|reported|given|mentioned"
    r"|referenced)(?: anywhere| in the articles)?"
)
_FORMS = (
    # under a heading: "Acme buying Pelm: who says no to that story", "Acme to buy Pelm - who reported it"
    (
        rf"^\W*([^?:]+?)\s*(?::|\s[–—-]|,)\s*(?:and |so )?{_WHO} (?:has |have )?{_DENIES} (?:that|this|it"
        rf"|(?:the|that|this) {_WORD})\W*$",
        r"who denies that \1",
    ),
    (
        rf"^\W*([^?:]+?)\s*(?::|\s[–—-]|,)\s*(?:and |so )?(?:{_WHO} (?:first |originally )?(?:{_SPREADS}|says|said"
        rf"|reports?"
        rf"|reported|claims?|claimed)(?: (?:that|this|it|so|(?:the|that|this) {_WORD}))?|says who"
        rf"|according to whom?)\W*$",
        r"who says that \1",
    ),
    (
        r"^\W*(?:on|upon|by) whose (?:word|authority|say[- ]so|account|evidence|testimony|information|statement|claim"
        r"|report)"
        r"(?: (?:is|was) it(?: \w+ed| said| known)?| do(?:es)? (?:we|one|it) (?:have|know|hear|rest)(?: it)?"
        r"| did (?:we|one) (?:hear|learn|know)(?: it)?)?,? that\b",
        "who says that",
    ),
    (
        r"^\W*(?:from|by|through|via) (?:whom?|(?:which|what) sources?) (?:do|did) (?:we|you|the articles) "
        r"(?:have|know|hear|learn|get|understand)(?: it| this| the \w+)?,? that\b",
        "who says that",
    ),
    (rf"^\W*by whom (?:is|was|has) it (?:been )?({_SAID}|denied|disputed) that\b", r"who \1 that"),
    (
        rf"^\W*whose {_WORD} (?:is|was) (?:it|this|that|the {_WORD})(?: that| to say that)\b",
        "who says that",
    ),
    (
        rf"^\W*{_WHO} (?:is|was|are|were|has been|have been|went|goes|has gone|stands|stood) on (?:the )?record"
        rf"(?: as)? {_DENYING}(?: that)?\b",
        "who denies that",
    ),
    (
        rf"^\W*{_WHO} (?:is|was|are|were|has been|have been|went|goes|has gone|stands|stood)(?: quoted| cited)?"
        rf" on (?:the )?record(?: as| for)?(?: {_SAYING})?(?: that| to say that)?\b",
        "who says that",
    ),
    (
        rf"^\W*{_WHO} {_QUOTED} (?:as|for|with)(?: the source| the one)? {_DENYING}(?: that)?\b",
        "who denies that",
    ),
    (
        rf"^\W*{_WHO} {_QUOTED} (?:as|for|with)(?: the source(?: of| for)?| the one)?"
        rf" (?:{_SAYING}(?: that)?|the {_WORD}{_THAT}?)\b",
        "who says that",
    ),
    (rf"^\W*{_WHO} (?:first |originally )?{_SPREADS} (?:the|this|that|an?) (?:\w+ )?denial{_THAT}", "who denies that"),
    (rf"^\W*{_WHO} (?:first |originally )?{_SPREADS} (?:the|this|that|an?) (?:\w+ )?{_WORD}{_THAT}", "who says that"),
    (rf"^\W*{_WHO} {_DENIES} (?:the|this|that|an?|any) (?:\w+ )?{_WORD}{_THAT}", "who denies that"),
    (rf"^\W*{_WHO} (?:{_DENIES}) (?=that\b)", "who denies "),
    (
        rf"^\W*(?:what|who) (?:is|was) (?:given as |named as |cited as )?the source (?:for|of|behind) (?:the {_WORD} )?"
        r"(?:that |of |about )",
        "who says that ",
    ),
)
_DENIAL = r"(?:denials?|rejections?|contradictions?|rebuttals?|dementi|refutations?)"
_TRACED = r"(?:attributed|ascribed|credited|traced(?: back)?|put down|owed|due|attributable|to be attributed)"
_COMES = r"(?:comes?|came|stems?|stemmed|originates?|originated|is|was|hails?|has come)"
_DENIED = (
    r"(?:denied|disputed|contested|challenged|rejected|refuted|contradicted|called into question|questioned|doubted)"
)
_SAYS_SO = r"(?:say|says|said|claims?|claimed|states?|stated|reports?|reported|maintains?|insists?)"
_UNTRUE = r"(?:not true|untrue|false|wrong|not the case|not so|incorrect|not right|not correct|nonsense|made up)"
_NOT_SO = r"(?:not true|untrue|false|not the case|not so)"
_ATTRIBUTED = (
    # "to whom is the claim attributed that", "from whom comes the denial of", "whose denial is it that"
    (
        rf"^\W*to whom (?:is|was|can|are|were) (?:the|that|this|a|any) {_DENIAL} (?:be )?{_TRACED},? that\b",
        "who denies that",
    ),
    (
        rf"^\W*to whom (?:is|was|can|are|were) (?:the|that|this|a|any) {_DENIAL} of ([^?]+?) (?:be )?{_TRACED}\W*$",
        r"who denies \1",
    ),
    (
        rf"^\W*to whom (?:is|was|can|are|were) (?:the|that|this|a|any) (?:\w+ )?{_WORD} (?:be )?{_TRACED},? (?:that"
        rf"|about|of)\b",
        "who says that",
    ),
    (
        rf"^\W*to whom (?:is|was|can|are|were) (?:the|that|this) (?:\w+ )?{_WORD} (?:that|about|of) ([^?]+?) (?:be"
        rf" )?{_TRACED}\W*$",
        r"who says that \1",
    ),
    (rf"^\W*to whom (?:is|was|can) it (?:be )?{_TRACED},? that\b", "who says that"),
    (rf"^\W*from whom {_COMES} (?:the|that|this|a) {_DENIAL},? that\b", "who denies that"),
    (
        rf"^\W*from whom (?:does|did|is) (?:the|that|this|a) {_DENIAL} (?:come|stem|originate)?,? ?that\b",
        "who denies that",
    ),
    (rf"^\W*from whom (?:{_COMES}|do we have) (?:the|that|this|a) (?:\w+ )?{_WORD},? that\b", "who says that"),
    (
        r"^\W*(?:from whom|where|who) (?:(?:does|did) it (?:come|stem|originate)|it (?:comes|came|stems))(?:"
        r" from)?,? that\b",
        "who says that",
    ),
    (
        rf"^\W*from whom (?:does|did) (?:the|that|this) (?:\w+ )?{_WORD} (?:come|stem|originate),? that\b",
        "who says that",
    ),
    (rf"^\W*whose {_DENIAL} (?:is|was) (?:it|there|this|that|on record)(?: that|,)? that\b", "who denies that"),
    (rf"^\W*whose {_DENIAL} (?:is|was) (?:it|there|this|that|on record)(?: that)?(?: of)?\b", "who denies"),
    (
        rf"^\W*(?:the|that|this) (?:{_WORD} that )?([^?]+?) (?:is|was|has been|gets) {_DENIED} by (?:whom|who)\W*$",
        r"who denies that \1",
    ),
    (
        rf"^\W*(?:that|the {_WORD} that) ([^?]+?) (?:is|was|has been) (?:{_SAID}|{_TRACED}) (?:by|to|on the word of)"
        rf" (?:whom|who)\W*$",
        r"who says that \1",
    ),
    (
        rf"^\W*(?:the|that|this) {_DENIAL} (?:that|of) ([^?]+?) (?:{_COMES}|is {_TRACED}|was made|was issued) (?:from"
        rf"|by|to) (?:whom|who)\W*$",
        r"who denies that \1",
    ),
    (
        rf"^\W*(?:the|that|this) {_WORD} that ([^?]+?) {_COMES} (?:from )?(?:whom|who)(?: from)?\W*$",
        r"who says that \1",
    ),
    (rf"^\W*(who|which \w+) {_SAYS_SO} (?:that )?(?:it is|it was|it['’]s) {_UNTRUE},? that\b", r"\1 denies that"),
    (rf"^\W*(who|which \w+) {_SAYS_SO} (?:that )?([^?]+?) (?:is|was) {_NOT_SO}\W*$", r"\1 denies that \2"),
    (rf"^\W*([^?:]+?)(?:\s*[-–—:,]\s*| ){_DENIED} by(?: whom| who)?\W*$", r"who denies \1"),
    (
        r"^\W*([^?:]+?)(?:\s*[-–—:,]\s*| )(?:according to|said by|reported by|claimed by|stated by)(?: whom|"
        r" who)?\W*$",
        r"who says that \1",
    ),
    (rf"^\W*(?:the )?source (?:of|for|behind) (?:the )?(?:{_WORD}(?: that| of| about)?|that) ", "who says that "),
)
_BY_WHOM = (
    (rf"^\W*by whom (?:is|was|were|are|has been|have been) (?!it\b)([^?]+?) (?:been )?{_DENIED}\W*$", r"who denied \1"),
)
_TAIL_SAYS = (
    r"(?:according to whom?|says who|who (?:says?|said|has said|reports|reported|claims|claimed|told \w+|stated|states"
    r"|maintains|wrote|is saying)(?: (?:that|so|this|it))?"
    rf"|whose (?:{_WORD}) (?:is|was) (?:that|this|it)|(?:on|by) whose (?:word|authority|say[- ]so|account)"
    r"|(?:what|who|which) (?:is|was) (?:the|its|that) source(?: of| for)?(?: that| this| it)?"
    r"|where (?:does|did) (?:that|this|it) come from|from whom(?: do we (?:have|know) (?:that|this|it))?"
    r"|by whom (?:is|was) (?:that|this|it) (?:said|claimed|reported|stated))"
)
_TAIL_DENIES = rf"(?:who {_DENIES}(?: (?:that|so|this|it)))"
_STATEMENT = (
    r"^\W*(?:that |the (?:claim|report|story|statement|rumou?r|news) that )?"
    r"(?!(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|has|have|had|will|list|name)\b)"
    r"([^?]+?)\s*[.,:;?!–—-]+\s*(?:and |but |so )?"
)
_TAILS = (
    (rf"{_STATEMENT}{_TAIL_SAYS}\W*$", r"who says that \1"),
    (rf"{_STATEMENT}{_TAIL_DENIES}\W*$", r"who denies that \1"),
)
SOURCED = Rewriting((*_TAILS, *_ATTRIBUTED, *_BY_WHOM, *_FORMS))
"""Puts a question's words for a speaker plainly."""

_TOLD = (
    r"(?:said|reported|rumou?red|thought|believed|understood|alleged|claimed|known|supposed|reputed|stated|presumed)"
)
SAYS: tuple[Rule, ...] = (
    (
        r"(?:,\s*)?\b(?:as (?:reported|stated|claimed|told|described|given|quoted|confirmed) by|in the words of"
        r"|in the view of|on the word of|by the account of|by the word of|on the authority of"
        r"|according to information from) (?=\w)",
        r" according to ",
    ),
    # That it is only said to be so, the answer will tell.
    (rf"\b(?:is|was) ((?:[^?]{{1,60}} )??){_TOLD} to have (?=\w)", r"has \1"),
    (rf"\b(?:are|were) ((?:[^?]{{1,60}} )??){_TOLD} to have (?=\w)", r"have \1"),
    (rf"\b(is|are|was|were) ((?:[^?]{{1,60}} )??){_TOLD} to be (?=\w)", r"\1 \2"),
    (
        r"^\W*(?:is|was) it (?:still |yet |already |now )?(?:open|unclear|uncertain|doubtful|undecided|clear|settled"
        r"|certain|known|established|confirmed|disputed|contested) (?:whether|if) ",
        r"is it certain that ",
    ),
    (
        r"\bwhere (?:does|did) the (?:claim|report|story|rumou?r|news|information|idea) (?:come|came"
        r"|originate) from that\b",
        r"who says that",
    ),
    (
        r"\bwhere (?:does|did) the (?:claim|report|story|rumou?r|news|information"
        r"|idea) that (.+?) (?:come|came|originate) from\b",
        r"who says that \1",
    ),
    (
        r"\b(?:which|what) (?:news)?(?:paper|outlet|publication|magazine|agency|medium|article|report"
        r"|journalist)s? (says?|said|reports?|reported|claims?|claimed|writes?|wrote|states?|stated)\b",
        r"who \1",
    ),
    (
        r"\b(?:who|what) (?:is|was) the source (?:of|for|behind) the (?:claim|report|story|rumou?r|news"
        r"|information|statement) (?:that|of)\b",
        r"who says that",
    ),
    (r"\b(?:says who|on whose word|whose claim is it)[,:]? (?:that )?", r"who says that "),
    (
        r"\bdo(?:es)? (?:anyone|anybody|any (?:article|source|paper|report)s?|an article"
        r"|one of the articles) (say|claim|report|state|deny)\b",
        r"who \1",
    ),
    (
        r"\b(is|was) it (?:only |just |merely )?(?:a |an )?(?:rumou?r|hearsay|speculation|gossip|allegation) that\b",
        r"\1 it certain that",
    ),
)
