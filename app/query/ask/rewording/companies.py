"""Puts phrases for what a company is into plain ones: its founding, its name, its business, its staff."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

COMPANIES: tuple[Rule, ...] = (
    (
        r"\b(?:what is the size of|how (?:big|large|numerous) (?:is|are)) (?:the )?(.+?)['’]s? (?:staff|workforce"
        r"|personnel|payroll|team of employees)(?=\W*$)",
        r"what is the headcount of \1",
    ),
    (
        r"\bwhat (line|field|area) of (?:business|work|trade|activity) (is|are|was|were) ([^?]+?) in(?=\W*$)",
        r"what \2 \3's line of business",
    ),
    (
        r"\b(?:in )?(?:what|which) (?:line of (?:business|work|trade)|industry|sector|trade|line|business)"
        r" (?:is|are|was|does|do) ([^?]+?)(?: in| active(?: in)?| work(?:ing)?(?: in)?| operat(?:e"
        r"|ing)(?: in)?)?\W*$",
        r"what does \1 specialise in",
    ),
    (r"\bwhat (?:kind|sort|type) of (?:company|firm|business|outfit|organi[sz]ation) (?=is|was)", r"what "),
    (
        r"\b(what|which) (?:kind|sort|type)s? of (?:work|thing|things|stuff|business|activity) (?=(?:is|are|was|does"
        r"|do|did|has)\b)",
        r"\1 ",
    ),
    (r"\b(what|which) (?:kind|sort|type)s? of (?=\w)", r"\1 "),
    (
        r"\bwhat do they (make|produce|sell|build|do|manufacture|develop|offer) (?:over )?(?:at|in) ([^?,]+?)(?=\W*$)",
        r"what does \2 \1",
    ),
    (
        r"\bwhat (?:comes|rolls|gets) (?:out of|off) ([^?,]+?)(?:['’]s|(?<=s)['’]) (?:workshop|factory|factories"
        r"|plant|workshops|labs?|assembly line|production line)(?=\W*$)",
        r"what does \1 make",
    ),
    (
        r"\bwhat (?:is|was|are|were) the (?:thing|things|service|services|product|products|goods|area|field|stuff"
        r"|item|items|matter|subject|topic|issue"
        r"|line of work|activity|business) (?:that |which )?((?-i:[A-Z])[^?]*\b\w+(?:s|ed|es)\b[^?]*?)(?=\W*$)",
        r"what \1",
    ),
    (
        r"\bthe (company|firm|business|outfit|maker) behind (?!it\b)(?=(?:the )?(?-i:(?!Series\b)[A-Z]))",
        r"the company that makes ",
    ),
    (r"\bbehind the (?:founding|foundation|creation|establishment|launch) of\b", r"behind"),
    # founding
    (
        r"\bto whom (?:does|do|did) ([^?,]+?) owe (?:its|their) (?:founding|foundation|creation|existence|birth"
        r"|origins?)(?=\W*$)",
        r"who founded \1",
    ),
    (
        r"\bto whom (?:is|was) the (?:founding|foundation|creation) of ([^?,]+?) (?:attributed|credited|ascribed|due"
        r"|owed)(?=\W*$)",
        r"who founded \1",
    ),
    (
        r"\bto whom the (?:founding|foundation|creation) of ([^?,]+?) (?:is|was) (?:attributed|credited|ascribed|due"
        r"|owed)(?=\W*$)",
        r"who founded \1",
    ),
    (
        r"\b(?:back )?to (?:which|what) (?:founders?|person|people) (?:does |do )?([^?,]+?) (?:goes?|dates?)(?:"
        r" back)?(?=\W*$)",
        r"who founded \1",
    ),
    (r"\b(?:which|what) (?:founders?|person|people) (?:does|do) ([^?,]+?) go back to(?=\W*$)", r"who founded \1"),
    (r"^\W*([^?,:]+?) (?:was|is) the (?:brainchild|creation|idea|work|child) of whom\W*$", r"who founded \1"),
    (r"^\W*of whom ([^?,:]+?) (?:was|is) the (?:brainchild|creation|idea|work|child)\W*$", r"who founded \1"),
    (r"\bwhose (?:brainchild|creation|foundation|idea) (?:is|was) (?!it\b)([^?,:]+?)(?=\W*$)", r"who founded \1"),
    (r"\bwho (?:brought|called) ([^?,:]+?) into (?:being|life|existence)(?=\W*$)", r"who founded \1"),
    (r"\bwho (?:stood|was) at the (?:cradle|birth) of ", r"who founded "),
    (r"\bwho got ((?-i:[A-Z])[^?,:]*?) (?:started|going|off the ground|up and running)(?=\W*$)", r"who founded \1"),
    (
        r"\bwhen did (?:they|someone|somebody) (?:launch|found|start|set up|create|establish|open) ([^?]+?)(?=\W*$)",
        r"when was \1 founded",
    ),
    (r"\bwhen did ([^?]+?) get off the ground(?=\W*$)", r"when was \1 founded"),
    (r"^\W*in (what|which) year did (?=[^?]+ come into (?:being|existence))", r"when did "),
    (
        r"\bwhen did (?!the )([^?]+?) (?:come into (?:being|existence)|(?:begin|start) (?:life|operating"
        r"|operations)|start up"
        r"|see the light of day|get (?:started|going|founded)|open its doors)\W*$",
        r"when was \1 founded",
    ),
    (
        r"^\W*(?:what (?:is|was) )?(?:the )?(?:founding|foundation) (?:year|date) (?:of|for) (.+?)\W*$",
        r"when was \1 founded",
    ),
    (r"^\W*(?:what (?:is|was) )?(.+?)(?:['’]s)? (?:founding|foundation) (?:year|date)\W*$", r"when was \1 founded"),
    (r"\bco[- ]?(?=found)", r""),
    (
        r"\bhow long (?:has|have|had) (.+?) (?:existed|been around|been in (?:business|existence))\b",
        r"when was \1 founded",
    ),
    (
        r"\bsince when (?:does|do|has|have) (.+?) (?:exist|existed|been around|been in (?:business|existence))\b",
        r"when was \1 founded",
    ),
    (
        r"^\W*since (?:when|(?:what|which) year) ([^?]+?) (?:has|have) (?:been around|existed|been in business|been"
        r" going|been in existence)\W*$",
        r"when was \1 founded",
    ),
    (
        r"^\W*(?:to when |when |to what year )?(?:does |do )?(?:the )?(?:founding|foundation|creation|launch|start"
        r"|origins?|beginnings?) of ([^?]+?)"
        r" (?:goes|go|dates?|reach(?:es)?) back(?: to)?(?: when| what year| which year)?\W*$",
        r"when was \1 founded",
    ),
    (r"\b(?:how far back does|to when does) ([^?]+?) (?:go|date|reach)(?: back)?\W*$", r"when was \1 founded"),
    (
        r"\bwhen did (?:its|their) founders? (?:launch|found|start|set up|create|establish|open|form) ([^?]+?)(?=\W*$)",
        r"when was \1 founded",
    ),
    (r"^\W*(.+?) (?:exists?|has existed|has been around) since when\b", r"when was \1 founded"),
    (
        r"^\W*(?:since )?when (?!does|do|did|has|have|was|is)([^?]+?) (?:exists?|existed|has existed"
        r"|has been around)(?=\W*$)",
        r"when was \1 founded",
    ),
    (r"\bhow old is\b(.+?)(?=\W*$)", r"when was\1 founded"),
    # name
    (
        r"\bbefore (?:it|they|the company|the firm) (?:(?:was|were|got|became|came to be) (?:re)?(?:called|named"
        r"|known as) [^,?]+|(?:changed|took|got|adopted|chose|switched to) (?:its|their|the) (?:current |present "
        r"|new |today's )?name"
        r"|rebranded|was renamed|renamed itself)(?=\W*$)",
        r"before",
    ),
    (r"\bwhat was the name of (.+?) (until|before|till|up to) (?=\S)", r"what was \1 called \2 "),
    (r"^\W*(?:what is )?(?!what\b|the\b)([^?]+?)(?:['’]s?)? full(?:er|est)? name\W*$", r"what is \1"),
    (r"^\W*(?:what (?:does|do) )?([^?]+?) stands? for(?: what)?\W*$", r"what is \1"),
    (r"^\W*what is ([^?]+?) (?:short|an abbreviation|an acronym) (?:for|of)\W*$", r"what is \1"),
    (
        r"^\W*(?!what\b|who\b|which\b|where\b|is\b|are\b)([^?,:]+?) (?:is|are) (?:now |currently |today )?(?:called"
        r"|named|known as)"
        r"(?: (?:now|today|these days|what))*\W*$",
        r"what is the new name of \1",
    ),
    (r"\bwhat (is|are) ([^?]+?(?:['’]s|(?<=s)['’]) [^?]+?) called(?=\W*$)", r"which \1 \2"),
    (r"\bwhat (?:is|was) the names? of\b", r"whichever is"),
    (r"\bwhat (?:are|were) the names of\b", r"who are"),
    (
        r"\b(?:under|by) (?:what|which) name (?:does|do|is|are) ([^?]+?) (?:trade|trading|operate|operating|go"
        r"|known|run|called|appear|exist|work|working|do business|doing business|active)\b(?: by)?"
        r"(?: (?:now|today|these days|nowadays|at present|currently))?",
        r"what is the new name of \1",
    ),
    (r"\bunder (?:what|which) name\b", r"what"),
    (r"\bby (?:what|which) name\b", r"what"),
    (r"\bwhat is (?:the )?(?:current |new |present )name of\b", r"what is the new name of"),
)
