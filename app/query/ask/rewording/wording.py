"""Puts everyday turns of phrase into the plain words that lexicon and grammar know ("no longer", "how come")."""

from __future__ import annotations

import re

from app.query.ask.rewording.dating import dated
from app.query.ask.rewording.figures import summed
from app.query.ask.rewording.openings import opened
from app.query.ask.rewording.reasons import reasoned
from app.query.ask.rewording.sourcing import sourced
from app.query.ask.rewording.topics import in_place
from app.query.ask.rewording.turns import TURNS

_CONTRACTIONS = (
    (r"\b(who|what|when|where|how) (?:exactly|precisely|actually|really)['’]s\b", r"\1 is"),
    (r"\b(who|what|when|where|how|why|that|there|it|he|she)['’]s\b", r"\1 is"),
    (r"\bi['’]d\b", r"i would"),
    (r"\b(\w+)['’]re\b", r"\1 are"),
    (r"\b(\w+)['’]d\b", r"\1 did"),
    (r"\b(\w+)['’]ll\b", r"\1 will"),
    (r"\b(\w+)['’]ve\b", r"\1 have"),
    (r"\bwon['’]t\b", r"will not"),
    (r"\bshan['’]t\b", r"shall not"),
    (r"\bcan['’]t\b", r"can not"),
    (r"\b(\w+?)n['’]t\b", r"\1 not"),
    (r"(?<!\w)['’]?til{1,2}\b", r"until"),
    (r"\b(who|what|when|where|how)s\b(?= \w)", r"\1 is"),
    (r"\b(is|are|was|were|do|does|did|has|have|had)nt\b", r"\1 not"),
    (
        r"^\W*(is|are|was|were|do|does|did|has|have|had|will|would) not\b(?= \w)",
        r"\1",
    ),  # who asks "isn't it" wants to hear that it is
)
_SAME_WORDS = (
    (
        r"\b(who|whom|what|when|where|why|how) (?:on earth|in the world|the hell|the heck|in heaven['’]s name)\b",
        r"\1",
    ),
    (r"\bas well as\b", r"and"),
    (r",? whether or not [^?,]+(?=\W*$)", r""),  # says itself that it restricts nothing
    (r"\bthe cost of\b|^\W*cost of\b", r"the price of"),
    (
        r"\b(?:what is the size of|how (?:big|large|numerous) (?:is|are)) (?:the )?(.+?)['’]s? (?:staff|workforce"
        r"|personnel|payroll|team of employees)(?=\W*$)",
        r"what is the headcount of \1",
    ),
    (r"\b(?:its|their|his|her) (?=\d+(?:\.\d+)? ?(?:%|percent\b|per cent\b))", r""),
    (r",\s*(?:old|past|former|previous) (?:and|or) (?:new|present|current|existing)(?=\W*$)", r""),
    (r"\b(which|what) (?:several|various) (?=\w+(?:s|people)\b)", r"\1 "),
    (r"\b(?:in|into) (?!the )([^?,]+?)(?:['’]s|(?<=s)['’]) (?:hands|possession|ownership)\b", r"held by \1"),
    (
        r"\bwhat (line|field|area) of (?:business|work|trade|activity) (is|are|was|were) ([^?]+?) in(?=\W*$)",
        r"what \2 \3's line of business",
    ),
    (r"\b(?:gives?|given) ([^?,]+?) the (?:sack|boot|push|axe|chop)\b", r"dismiss \1"),
    (r"\bgave ([^?,]+?) the (?:sack|boot|push|axe|chop)\b", r"dismissed \1"),
    (
        r"\b(pay|paid|spend|spent|fork out|shell out) (?:in order )?to (?:get hold of|acquire|buy|get|take over|secure"
        r"|own|purchase|obtain) ",
        r"\1 for ",
    ),
    (
        r"\bwhose (?:stake|share|holding|slice|interest) (?:in|of) (.+?) (?:is|was) (?:bigger|larger|greater|higher),? "
        r"(?:that of )?(.+?)(?:['’]s)? or (?:that of )?(.+?)(?:['’]s)?(?=\W*$)",
        r"who owns more of \1, \2 or \3",
    ),
    (r"(?<=\w) each(?=\W*$)", r""),
    (r"['’]s (?:confirmed|established|undisputed|definite) (?=\w+s\b)", r"'s "),
    (
        r"\b(?:a |the |an )?(?:short|brief|quick|concise|full|complete|little|small|rough) "
        r"(?=(?:profile|summary|overview|rundown|run-down|description|portrait|sketch|outline|introduction)\b)",
        r"",
    ),
    (
        r"\b(which|what|how many) (companies|firms|businesses|organi[sz]ations|groups|startups|banks) "
        r"(?:have|had|has|count|number) (.+?) (?:among|as one of) (?:its|their) (\w+)",
        r"\1 \2 is \3 one of the \4 of",
    ),
    (r"^\W*and (?=(?:the|what|who|how|where|when)\b)", r""),
    (r"(?<=\w)[,.;]\s*(?:please )?(?:list|name|show|give) (?:them|me)(?: all)?(?=\W*$)", r""),
    (r"\b(?:wich|whihc|witch|whcih)\b(?= \w)", r"which"),
    (r"\b(?:together|along|jointly|in tandem) with\b", r"with"),
    (r"\balongside\b", r"with"),
    (r"\b(?:apart from|other than|except(?: for)?|aside from|in addition to|excluding)\b", r"besides"),
    (r"\b(?:elsewhere|somewhere else|anywhere else|in (?:an)?other places?)\b", r"at another company"),
    (r"\bhow come\b", r"why"),
    (
        r"(?:,\s*)?\b(?:as (?:reported|stated|claimed|told|described|given|quoted|confirmed) by|in the words of"
        r"|in the view of|on the word of|by the account of|by the word of|on the authority of"
        r"|according to information from) (?=\w)",
        r" according to ",
    ),
    # The reason for a decision is that for what was decided, if it was done.
    (
        r"\b(why (?:did|has|have|had) [^?]+?) (?:decided?|chose|chosen|choose|opt(?:ed)?|elect(?:ed)?|resolved?"
        r"|make up (?:his|her|its|their) minds?|made up (?:his|her|its|their) minds?|see fit|seen fit|feel compelled"
        r"|felt compelled|have|had) to (?=\w)",
        r"\1 ",
    ),
    (
        r"(?:\bwhat (?:is|was) )?(?:\bthe )?\b(?:price|sum|amount|money|cost|figure|consideration|purchase price"
        r"|acquisition price)(?: that (?:was|is|will be))? (paid|agreed|offered|spent|put up|bid|laid out|to be paid)"
        r"(?= (?:for|on|by)\b)",
        r"how much was \1",
    ),
    *TURNS,
    (r"\b(who|whom|what|when|where|why|how much) (?:exactly|precisely|actually|really)\b", r"\1"),
    (r"\b(who|whom|what|which \w+) all (?=\w)", r"\1 "),
    (r"\b(is|was|are|were) ([^?]+?) (?:part(?:ly|ially)|in part) owned by (.+?)(?=\W*$)", r"does \3 own part of \2"),
    (
        r"\bwhat (?:is|was) (?!the )([^?]+?) before (he|she) (was|became|joined|took|came)\b",
        r"what did \1 do before \2 \3",
    ),
    (r"\b(do|does|did|doing|conducts?|carr(?:y|ies) out) (?:its|their) (research|work)\b", r"\1 \2"),
    (
        r"\b(succe\w+|preced\w+|replac\w+|follow\w+|c[ao]me (?:after|before)) ([^?]+?)"
        r" (?:at the (?:head|helm|top)|in charge|as (?:the )?(?:head|boss|leader)) of\b",
        r"\1 \2 at",
    ),
    (r"\bhave (in common)\b", r"share"),
    (
        r"^(\W*(?:who|what|which|when|where|how|did|does|do|has|is|was)\b[^,]*),"
        r"\s*(when|why|how much|how long) (?=(?:was|were|is|are|did|does|do|has|have|will)\b)",
        r"\1 and \2 ",
    ),
    (r",\s*(when|where|why|(?:for )?how much|how long|(?:by|with|to) whom)(?= and\b|,|\W*$)", r" and \1"),
    (r"^\W*in (what|which) year did (?=[^?]+ come into (?:being|existence))", r"when did "),
    (
        r"\bwhen did (?!the )([^?]+?) (?:come into (?:being|existence)|(?:begin|start) (?:life|operating"
        r"|operations)|start up"
        r"|see the light of day|get (?:started|going|founded)|open its doors)\W*$",
        r"when was \1 founded",
    ),
    (r"\b(?:has|have|holds?|held|takes?|took|occupies|occupied) the chair(?= (?:at|of|in|on)\b)", r"chairs"),
    (r"\bout of (what|which) (?=\w+ (?:does|do|did)\b)", r"from \1 "),
    (r"\bhow many (?:thousand |million |billion )?(?:us )?(dollars|euros|pounds|francs|yen)\b", r"how much"),
    (r"\b(?:its|their) (?=(?:series \w|seed|pre-seed|angel)\b)", r"the "),
    (
        r"\b(los(?:e|es|t|ing)|drop(?:s|ped)?|ke(?:ep|eps|pt)|w(?:in|ins|on)) ([^?]+?) as (?:an? |its |their "
        r"|one of its )"
        r"(?:clients?|customers?|suppliers?|vendors?|partners?|providers?|buyers?)\b",
        r"\1 \2",
    ),
    (
        r"\b(?:whom?|which \w+) (?:does|do|did|can) ([^?]+?) (?:count|number|list|rank) among (?:its|their|his"
        r"|her) (\w+)",
        r"who are \1's \2",
    ),
    (
        r"\bwhose (?:place|seat|shoes|mantle) (did|has|does|will) (.+?) (?:take[ns]?|fill(?:ed)?)\b(?: over)?",
        r"who \1 \2 succeed",
    ),
    (
        r"\b(takes?|took|taken|taking|fills?|filled|steps? into|stepped into) ([^?]+?)(?:['’]s"
        r"|(?<=s)['’]) (?:place|shoes|seat|mantle)\b",
        r"succeeded \2",
    ),
    (r"\b(?:has|have|holds?) the (?:top|number one|highest) (?:job|post|position|spot|role)\b", r"is the boss"),
    (r"\b(?:had|held) the (?:top|number one|highest) (?:job|post|position|spot|role)\b", r"was the boss"),
    (
        r"\b(?:takes?|took|taken|taking|gets?|got|gotten|lands?|landed) the (?:top|number one) (?:job|post"
        r"|position|spot|role)\b",
        r"became boss",
    ),
    (r"\b(?:as well as|and also|and likewise)\b", r"and"),
    (r"\b(?:prior|previous) to\b", r"before"),
    (r"\bsubsequent to\b", r"after"),
    (
        r",? and (?:please )?(?:also )?(?:say|tell me|tell us|state|indicate|specify|mention|note|add|give)"
        r" (?=(?:\w+ )?(?:whom?|what|which|when|where|why|how)\b)",
        r" and ",
    ),
    (
        r"\b(pa(?:y|id)|sp(?:end|ent)|shell(?:ed)? out|fork(?:ed)? out|cough(?:ed)? up|la(?:y|id) out|splash\w* out)"
        r" (?:for|on) (?:its|the|their|his|her) ([^?]+?) (?:stake|shares?|holding|shareholding|interest|slice|piece"
        r"|investment)(?=\W*$)",
        r"invest in \2",
    ),
    (
        r"\b(which|what|how many|who)((?: [\w&.-]+)*?)"
        r" (?:have|has|had|counts?|counted|numbers?|numbered|lists?|boasts?) (.+?)"
        r" (?:as (?:an? |one of (?:its|their|his|her) )|among (?:its|their|his|her|the) )(\w+?)s?(?=\W*$)",
        r"\1\2 is \3 a \4 of",
    ),
    (
        r"\b(?:does|do|did|has|have) ([^?]+?) (?:have|count|number|list|got) ([^?]+?)"
        r" among (?:its|their|his|her|the) (\w+?)s?(?=\W*$)",
        r"is \2 a \3 of \1",
    ),
    (
        r"\bbefore (?:it|they|the company|the firm)"
        r" (?:(?:was|were|got|became|came to be) (?:re)?(?:called|named|known as) [^,?]+"
        r"|(?:changed|took|got|adopted|chose|switched to) (?:its|their|the) (?:current |present |new |today's )?name"
        r"|rebranded|was renamed|renamed itself)(?=\W*$)",
        r"before",
    ),
    (r"\b(?:its|their|his|her) (?=\d+(?:\.\d+)? ?(?:%|percent|per cent))", r""),
    (r"\b(half|(?:a )?third|(?:a )?quarter|\d+ ?(?:%|percent|per cent)) of ([^?]+?) each(?=\W*$)", r"\1 of \2"),
    (r"\b(?:way )?back in (?=[12]\d{3}\b)", r"in "),
    (r"\bhow many (?:different|distinct|separate|individual|various|other) ", r"how many "),
    (
        r"\b(after|before|since) (?:his|her|their|its|the) (?:resignation|departure|exit|dismissal|retirement|stint"
        r"|spell|time|years|tenure|stay|service|sacking|ouster|removal|leaving|going) (?:from|at|with|in) ",
        r"\1 ",
    ),
    (
        r"\b(?:when it comes to|in relation to|with (?:regard|respect|reference) to|in regard to|in respect of"
        r"|so far as (?=[^?]+ is concerned))",
        r"about",
    ),
    (
        r"\bin (what|which) (city|town|place|country) (?:can|could|would|do|does|might) (?:i|you|one|we|people) find\b",
        r"where is",
    ),
    (
        r"\bwhose board (is|was|does|did|has|will|are|were) (.+?) (sit|serve|join|on|leave|be|part|sitting|serving"
        r"|joined|left)(?: on)?(?=\W*$)",
        r"which company \1 \2 \3 the board of",
    ),
    (
        r"\b(?:state|(?:what|how much) (?:is|was|were)) (?:the )?(?:price|sum|amount|consideration|fee|money|figure)"
        r"(?: that was)? paid by (.+?) (for|to acquire|to buy) (.+?)(?=\W*$)",
        r"how much did \1 pay for \3",
    ),
    (
        r"\b(?:state|(?:what|how much) (?:is|was|were)) (?:the )?(?:price|sum|amount|consideration|fee|money|figure)"
        r"(?: that)? ([^?]+?) paid for ([^?]+?)(?=\W*$)",
        r"how much did \1 pay for \2",
    ),
    (r"^\W*(?:and )?(the [^?]+?) would be(?: who(?:m|ever)?)?\W*$", r"who is \1"),
    (r"\bis it over between\b", r"does the relationship end between"),
    (r"\bteh\b", r"the"),
    (r"\bmost recently(?=\W*$)", r"last"),
    (r"\byet(?=\W*$)", r""),
    (r"\b(?:invest(?:s|ed)?|put) (?:the )?most(?: money| cash)? (?:in|into)\b", r"made the largest investment in"),
    (r"\b(?:invest(?:s|ed)?|put) (?:the )?least(?: money| cash)? (?:in|into)\b", r"made the smallest investment in"),
    (r"\b(?:owns?|owned|holds?|held|has) (?:the )?most(?: shares)? (?:of|in)\b", r"has the largest stake in"),
    (
        r"\b(who|which \w+) (?:was|were|is) the (first|last)(?: one| person| company| investor)? to (?=\w)",
        r"\1 \2 ",
    ),
    (r"['’]s (?:move|switch|transfer) to\b", r"'s arrival at"),
    (r"\bwhere (?:can|could|might|would) (?:one|you|we|i|people|anyone|somebody) find\b", r"where is"),
    (r"\bhow (?:big|high|large|great|sizeable) (is|was|are|were)\b", r"how much \1"),
    (r"\b(is|are|was|were|lies?|lay) in (?:the )?(?:hands|possession|ownership) of\b", r"is held by"),
    (r"\b(?:up (?:to|until|till)) when\b", r"until when"),
    (r"\bfrom when(?! (?:un)?(?:to|till?)\b)(?: onwards?| on\b)?", r"since when"),
    (r"\bin (?:what|which) (city|town|place|country) (?=(?:is|are|was|were)\b)", r"where "),
    (r"\bin (?:what|which) (city|town|place|country) (?:sits?|lies?|stands?|resides?|can)\b", r"where is"),
    (r"^\W*(?:the )?(tenure|stint|stay) (of|at) ", r"how long was the \1 \2 "),
    (r"\b(until|till|since|by) (?:what|which) (?:year|month|date|day|time)\b", r"\1 when"),
    (r"\bfrom (?:what|which) (?:year|month|date|day)\b", r"since when"),
    (
        r"^\W*(?:what (?:is|was) )?(?:the )?(?:founding|foundation) (?:year|date) (?:of|for) (.+?)\W*$",
        r"when was \1 founded",
    ),
    (r"^\W*(?:what (?:is|was) )?(.+?)(?:['’]s)? (?:founding|foundation) (?:year|date)\W*$", r"when was \1 founded"),
    (
        r"^\W*(?:what (?:is|was) )?(.+?)(?:['’]s)? (?:start|starting|joining) date (?:at |with |in )?(\w.+?)\W*$",
        r"when does \1 start at \2",
    ),
    (r"\bwhat (is|are) (the [^?]+?) called(?=\W*$)", r"what \1 \2"),
    (r"(?<=\w) in (?:percent|per cent|%)(?=\W*$)", r""),
    (
        r"\bwhat (?:reasons?|explanation|grounds) (?:is|was|are|were|has been|have been|did .{2,40}) (?:given"
        r"|stated|named|offered|cited|mentioned|give|offer|cite|state) for\b",
        r"why was",
    ),
    (r"^\W*(?:the )?reasons? (?:for|behind)\b", r"why was"),
    (r"\b(?:in|under) (?:what|which) (?:capacity|role|function|position|title|job)\b", r"as what"),
    (
        r"\b(left|leave|leaves|leaving|quit|gave up|give up|given up|resigned from|stepped down from|vacated)"
        r" (?:the|her|his|their) (?:post|role|position|job|office) (?:of|as) ",
        r"\1 as ",
    ),
    (
        r"\b(takes?|took|taken|taking) up (?:his|her|their|its) (?:new )?(?:post|role|position|job|duties"
        r"|office|work)\b",
        r"\1 up the post",
    ),
    (
        r"\b(on|join(?:s|ed|ing)?|enter(?:s|ed)?|leaves?|left) ((?:[\w&.-]+ ){0,3}[\w&.-]+?)(?:['’]s"
        r"|(?<=s)['’]) board\b(?! member)",
        r"\1 the board of \2",
    ),
    (
        r"^(?!.*\bwhose\b)(\W*(?:how many|which|what) (?:\S+ )+?\S+) (?:is|are|was|were) (?:known|named"
        r"|mentioned|listed)(?: by name| so far)?(?=\W*$)",
        r"\1",
    ),
    (
        r"\b(when|on what date|what date|what day) (did|does|has|will) (.+?)"
        r" (announced?|reveal(?:ed)?|disclosed?|sa(?:y|id)|made? public|declared?|make known"
        r"|let it be known|report(?:ed)?)"
        r" (?:that )?(?:it|they|he|she) (?:would|will|was going to|were going to|is going to|are going to"
        r"|planned to|plans to|intended to|had agreed to|has agreed to|agreed to|was to|wanted to) (\w+) ",
        r"\1 \2 \3 announce to \5 ",
    ),
    (r"\bwould (.+?) (?:like|love|want) to\b", r"does \1 want to"),
    (r"^\W*(?:what (?:is|was) )?(?:the )?(?:duration|length) of\b", r"how long was"),
    (r"\bbehind the (?:founding|foundation|creation|establishment|launch) of\b", r"behind"),
    (r"\bfor (?:what|which) reasons?\b", r"why"),
    (r"\bwhat (?:is|was) the reason (?:why|that)\b", r"why"),
    (r"\bw(?:h?at|aht|hta)\b", r"what"),
    (r"\b(?:hwo|whoo|woh)\b", r"who"),
    (r"\b(?:wen|whne|wehn)\b", r"when"),
    (r"\bhow much (?:money|cash|capital|funding)\b", r"how much"),
    (r"\b(?:what|which) (?:sum|amount)(?: of money)?\b(?= (?:did|has|have|had|does|do|is|was|will)\b)", r"how much"),
    (r"\bwhat was the name of (.+?) (until|before|till|up to) (?=\S)", r"what was \1 called \2 "),
    (r"\bwhat (?:is|was) the names? of\b", r"whichever is"),
    (r"\bwhat (?:are|were) the names of\b", r"who are"),
    (r"(?<=\bme )(?:the )?names? of\b", r""),
    (r"\b(?:whose|the) names? (?:is|are) known\b", r""),
    (r"\b(?:used|use) to be\b", r"was formerly"),
    (r"\b(?:is|are) or (?:once )?(?:was|were|has been|have been|has ever been)\b", r"was"),
    (r"\b(?:was|were|has been|have been) (?:and|or) (?:now )?(?:is|are)\b", r"was"),
    (r"\bat (?:what|which) (?:company|firm)\b", r"where"),
    (r"\b(?:is|are) no longer\b", r"was formerly"),
    (r"\b(?:no longer|not any ?more)\b", r"formerly"),
    (r"\b(?:what (?:is|was) )?(?:the )?(?:total )?number of\b", r"how many"),
    (r"\bwhat (?:is|was|were|are) the reasons? (?:for|behind)\b", r"why was"),
    (r"\bwhat (?:led to|caused|prompted|triggered)\b", r"why was"),
    (r"\bco[- ]?(?=found)", r""),
    (r"\bwhat (?:kind|sort|type) of (?:company|firm|business|outfit|organi[sz]ation) (?=is|was)", r"what "),
    (
        r"\b(?:under|by) (?:what|which) name (?:does|do|is|are) ([^?]+?) (?:trade|trading|operate|operating|go|known"
        r"|run|called|appear|exist|work|working|do business|doing business|active)\b(?: by)?"
        r"(?: (?:now|today|these days|nowadays|at present|currently))?",
        r"what is the new name of \1",
    ),
    (r"\bunder (?:what|which) name\b", r"what"),
    (r"\bby (?:what|which) name\b", r"what"),
    (r"\bon behalf of\b", r"for"),
    (r"(?<!take )(?<!took )(?<!taken )(?<!taking )\bover (?=(?:at|in) )", r""),
    (r"\bfrom when (?:un)?(?:to|till?) when\b", r"when"),
    (r"\b(?:at|for) (?:what|which) price\b", r"for how much"),
    (r"\bat (?:what|which) (?:figure|amount|sum|level|number|valuation|value)\b", r"at how much"),
    (r"\bfor (?:what|which) (?:figure|amount|sum|consideration|money)\b", r"for how much"),
    (r"\bhow many (?:dollars|euros|pounds|percent|per cent)\b", r"how much"),
    (r"\b(all|every|many|the) (?:known|named) (?=\w+s\b)", r"\1 "),
    (r"\bwhen (?:he|she|they) (?:left|quit|departed from|resigned from)\b", r"after"),
    (r"\b(?:in (?:what|which) (?:way|manner)|under (?:what|which) circumstances|by (?:what|which) means)\b", r"how"),
    (
        r"\bwhat (?:has |had )?(?:made|drove|led|forced|pushed|moved|brought) (?=\w+ (?:\w+ ){0,8}(?:to )?\w+\W*$)",
        r"why did ",
    ),
    (
        r"\bhow long (?:has|have|had) (.+?) (?:existed|been around|been in (?:business|existence))\b",
        r"when was \1 founded",
    ),
    (
        r"\bsince when (?:does|do|has|have) (.+?) (?:exist|existed|been around|been in (?:business|existence))\b",
        r"when was \1 founded",
    ),
    (r"^\W*(.+?) (?:exists?|has existed|has been around) since when\b", r"when was \1 founded"),
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
    (
        r"\b(chairs?|chaired|chairing|chair of|chairman of|chairwoman of|head of|heads"
        r"|leads?) (?:the )?board of (?:directors (?:of|at) )?",
        r"\1 ",
    ),
    (
        r"\b(chairs?|chaired|chairing|chair of|chairman of|chairwoman of|head of|heads|leads?) ([^?]+?)['’]s?"
        r" board\b",
        r"\1 \2",
    ),
    (
        r"\b(pa(?:y|id)|sp(?:end|ent)) for (?:its |a |the |their |his |her )?(?:(?:\d+(?:\.\d+)? ?(?:%"
        r"|percent|per cent) )?(?:stake|shares?|holding|interest|slice|piece|part)(?: of \d+ ?(?:%|percent))?"
        r"|\d+(?:\.\d+)? ?(?:%|percent|per cent)) (?:in|of|at) ",
        r"invest in ",
    ),
    (r"\b(who|what|which \w+) (?:was|is|were|are) (?:the )?most ", r"\1 is the most "),
    (r"\b(which|what) (company|firm)['’]s board\b", r"\1 \2"),
    (
        r"\b(?:is|are) ((?!going|about|set\b|due|ready|said|plan|expect|close|likely|try|will|hop|look|able|sure|"
        r"keen|prepar|talk|negoti|suppos|rumou?r|report|slat|pois|still|now\b|to\b)"
        r"\w+(?: (?!in\b|going|about|set\b|due|ready|said|plan|expect|close|likely|try|"
        r"will|hop|look|able|sure|keen|prepar|talk|negoti|suppos|rumou?r|report|slat|pois|still|now\b)\w+){0,2}) "
        r"to (join|become|leave|take over|start|buy|acquire|sell|invest|head|lead)\b",
        r"does \1 plan to \2",
    ),
    (r"\b(?:is|are) (the \w+(?: [^?]+?)?) over(?=\W*$)", r"has \1 ended"),
    (r"\b(?:is|was) over(?=\W*$)", r"has ended"),
    (r"\bhow old is\b(.+?)(?=\W*$)", r"when was\1 founded"),
    (r"\bof all(?: time)?(?=\W*$)", r""),
    (r"\b(?:stops?|stopped|stopping|ceases?|ceased) (?:being|to be|working as|acting as|serving as)\b", r"formerly be"),
    (r"\bwhen did (.+?) formerly be\b", r"until when was \1"),
    (r"\b(?:has|have|had) (.+?) formerly be\b", r"was \1 formerly"),
    (r"\bdid (.+?) formerly be\b", r"was \1 formerly"),
    (
        r"\bwhen (?:is|was|will be) ([^?]+?)['’]s? (?:first day|start date|starting date|first working day"
        r"|day one)\b",
        r"when does \1 start",
    ),
    (
        r"\bwhen (?:is|was|will be) ([^?]+?)['’]s? (?:last day|leaving date|departure date|final day)\b",
        r"when did \1 leave",
    ),
    (
        r"\b(has|had|have|holds?|held|got) the ((?:[\w-]+ ){1,5}?)(?:job|post|role|position)(?= (?:at|of"
        r"|in|before|after|until)\b|\W*$)",
        r"was the \2",
    ),
    (r"\b(?:was|were) it that (?=\w)", r""),
    (r"\bwhat is (?:the )?(?:current |new |present )name of\b", r"what is the new name of"),
)
_ASKS = (
    r"(?=(?:who|whom|whose|what|when|where|which|why|how|since|until|for how|in what|in which|is|are|was|were|do|does"
    r"|did|has|have|had|will|tell|show|list|give|name|find)\b)"
)
_OPENING = re.compile(
    r"^\s*(?:(?:so|hey|hi|hello|ok|okay|well|please|now|btw|by the way|just|oh|um|good (?:morning|day|evening))\b"
    rf"(?:\s*[,:!.–—-]+\s*|\s+{_ASKS}))*"
    r"(?:(?:(?:please|kindly)\s+)?"
    r"(?:(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody) (?:please |kindly )?)?"
    rf"(?:tell|let) (?:me|us)(?: know)?[\s,:-]+{_ASKS}"
    rf"|[^?:;]{{0,60}}?\b(?:likes?|loves?|wants?|wanted|needs?|trying|eager|curious|keen)"
    r" to (?:know|find out|learn|hear)"
    rf"[\s,:-]+{_ASKS}"
    r"|(?:i|we) (?:have |just )?(?:heard|read|hear|thought|understand|gather|was told|were told)(?: that)? (?=\w))?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:[\s,.!?]+(?:please|pls|plz|(?:many )?thanks(?: a lot| so much| in advance)?"
    r"|thank you(?: very much)?|thx|cheers"
    r"|according to the (?:articles|graph|press|papers|reports|news)|in the (?:articles|graph))"
    r"|,\s*(?:is that|is this|is it) (?:right|true|correct|so)|,\s*(?:right|correct|true)"
    r"|,\s*(?:is|was|did|does|has|have|are|were)(?:n['’]?t)? (?:it|they|he|she))+[\s.!?]*$",
    re.IGNORECASE,
)
_PATTERNS = tuple((re.compile(find, re.IGNORECASE), put) for find, put in (*_CONTRACTIONS, *_SAME_WORDS))


def plain(text: str) -> str:
    """A text in plainer words, be it a question or a name.

    >>> plain("Who's no longer at Acme?")
    'Who was formerly at Acme?'
    """
    for pattern, replacement in _PATTERNS:
        if pattern.search(text):  # to look is cheaper than to replace nothing
            text = pattern.sub(replacement, text)
    return text


def asked(question: str) -> str:
    """A question without courtesies, in the order and the words that the grammar knows.

    >>> asked("Hello! Ann Roe: who's she, please?")
    'who is Ann Roe'
    """
    return plain(reasoned(dated(in_place(summed(sourced(without_courtesy(opened(question))))))))


def without_courtesy(question: str) -> str:
    """The question without what people say before and after one, so that it begins and ends with itself.

    >>> without_courtesy("Hey, could you tell me: who runs Acme, please?")
    'who runs Acme'
    """
    return _CLOSING.sub("", _OPENING.sub("", question, count=1)) or question
