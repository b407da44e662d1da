"""Puts phrases for posts and those who come and go into verbs ("took the chair", "in whose shoes", "no longer at")."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_NAMED = r"(?!(?:the|an?|he|she|it|they)\b)[^?,\d]{2,40}?"
_PARTICLE = r"(?:von|van|de|der|den|del|della|di|da|du|la|le|ben|bin|ibn|al|el|ter|zu)"
_GONE = (
    r"(?: (?:had |has |was |were )?(?:gone|left|departed|resigned|stepped down|quit|moved on|retired|went|bowed out"
    r"|been \w+ed)|['’]s? (?:exit|departure|resignation|dismissal|retirement|leaving|ouster|going|sacking"
    r"|stepping down|removal))"
)
# Whoever leads a firm as its chair is its chair: the title says more than the verb.
_AS = r"(?: as (?:its |their |the |an? )?)([^?,]+?)(?=\W*$)"
_LEADING: tuple[Rule, ...] = (
    (r"\b(?:heads|leads|runs|manages|directs), as (?:its |their |the |an? )?([^?,]+), ([^?,]+)", r"is \1 of \2"),
    (r"\b(?:headed|led|ran|managed|directed), as (?:its |their |the |an? )?([^?,]+), ([^?,]+)", r"was \1 of \2"),
    (rf"\b(?:leads|runs|heads|manages|directs|helms|steers) ([^?,]+?){_AS}", r"is \2 of \1"),
    (rf"\b(did|does) ([^?,]+?) (?:lead|run|head|manage|direct|helm|steer) ([^?,]+?){_AS}", r"was \2 \4 of \3"),
    (rf"\b(has|have|had) ([^?,]+? )?(?:led|run|headed|managed|directed) ([^?,]+?){_AS}", r"\1 \2been \4 of \3"),
    (rf"\b(?:is|was) ([^?,]+? )?(?:led|headed|managed|directed) (formerly )?by ([^?,]+?){_AS}", r"was \3 \4 of \1"),
    (
        rf"\b(?<!whom was )(?<!is )(?<!was )(?:led|ran|headed|managed|directed|helmed|steered) ([^?,]+?){_AS}",
        r"was \2 of \1",
    ),
)

_ITS = r"(?:its |their |the |an? )?"
POSTS: tuple[Rule, ...] = (
    (r"\b(?:step|stepp|slip|slipp)(?:s|ed|ing)? into whose shoes\b", r"succeeded whom"),
    (r"\binto whose shoes (did|has|will) ([^?,]+?) (?:step|slip)(?:ped)?\b", r"whom \1 \2 succeed"),
    (rf"\b(?:step|stepp|slip|slipp)(?:s|ed|ing)? into ({_NAMED})['’]s? (?:old |former )?shoes\b", r"succeeded \1"),
    *_LEADING,
    (
        rf"\b(who|(?:which|what) \w+) (?:serves?|works? for|acts? for|is employed by|works? at|works? with|sits at|is"
        rf" with) ((?-i:[A-Z])[^?,]*?) as {_ITS}([^?,]+?)(?=\W*$)",
        r"\1 is the \3 of \2",
    ),
    (
        rf"\b(who|(?:which|what) \w+) (?:served|worked for|acted for|was employed by|worked at|worked with)"
        rf" ((?-i:[A-Z])[^?,]*?) as {_ITS}([^?,]+?)(?=\W*$)",
        r"\1 was the \3 of \2",
    ),
    (
        r"^\W*([^?,:]+?) has (?:whom|who|(?:which|what) \w+) as (?:its |their |the )?([^?,]+?)\W*$",
        r"who is the \2 of \1",
    ),
    (
        r"^\W*as (?:the )?([^?,]+?) (of|at) ([^?,]+?) (?:serves|acts|works) (?:who|whom|(?:which|what) \w+)\W*$",
        r"who is the \1 \2 \3",
    ),
    (
        r"\bwas (?:once |formerly |previously |at one time )?(the [^?,]+?),? but (?:is |are )?(?:no longer|not (?:now"
        r"|any ?more|any longer))(?: is| so| the case)?(?=\W*$)",
        r"was formerly \1",
    ),
    (
        r"\b(?:heads|leads|runs|is in charge of|oversees|looks after|is responsible for) (?:the )?(?:finances?"
        r"|finance department)(?= (?:at|of|for|in|with)\b)",
        r"is the chief financial officer",
    ),
    (
        r"^\W*([^?:;,.]+?) (?:has |had )?(?:lost|said goodbye to|parted with|let go of|bade farewell to)"
        r" ([^?:;,.]+?)\s*[;:.,–—-]+\s*(?:and )?who (?:has |had )?(?:filled|took|taken|got|stepped into|came in"
        r"|inherited|fills|takes)(?: over)?"
        r" (?:in )?(?:his|her|their) (?:place|shoes|job|post|seat|role|position|chair|office)\W*$",
        r"who succeeded \2 at \1",
    ),
    (
        r"\bthe (?:post|position|job|role|office) of ([^?,]+?) (?:at|of|with) ([^?,]+?) (?:has been|is|was)"
        r" ([^?,]+?)['’]s\b",
        r"\3 is \1 of \2",
    ),
    (
        r"\bby (?:whom|who) (?:is|was) (?:the )?board of ([^?,]+?) (?:chaired|headed|led|presided over)(?=\W*$)",
        r"who chairs \1",
    ),
    (
        r"\bby (?:whom|who) (?:is|was) ([^?,]+?)['’]s board (?:chaired|headed|led|presided over)(?=\W*$)",
        r"who chairs \1",
    ),
    (
        r"\bto (?:whom|who) did ([^?,]+?) (?:hand|pass) over(?: (?:his|her|the) (?:post|job|duties|role))?(?= (?:at"
        r"|in|of)\b|\W*$)",
        r"who succeeded \1",
    ),
    (
        r"\binto whose hands did ([^?,]+?)['’]s (?:post|job|role|position) (at|in|of) ([^?,]+?) (?:pass|go"
        r"|fall)(?=\W*$)",
        r"who succeeded \1 at \3",
    ),
    (r"\bwho has the (?:say|last word|reins|upper hand) (?:at|in|over) ", r"who runs "),
    (r"\b(which|what) (company|firm|employer) lost ([^?,]+?) to ([^?,]+?)(?=\W*$)", r"from which \2 did \3 join \4"),
    (
        r"\bby (?:whom|who) ([^?,]+?)['’]s board (?:is|was) (?:chaired|headed|led|presided over)(?=\W*$)",
        r"who chairs \1",
    ),
    (r"\b(?:presides?|presided|presiding) over the board(?: of directors)? (?:of|at) ", r"chairs "),
    (r"\b(?:heads|leads|runs) (?:the board(?: of directors)? (?:of|at) )", r"chairs "),
    (r"\b(?:head|leader) of the board(?: of directors)? (?:of|at) ", r"chair of "),
    (r"\b(?:is|sits) in the chair (?:of|at|for) ", r"chairs "),
    (r"\b(?:bring|take) ((?-i:[A-Z])[^?,]*?) (?:on board|aboard|on)(?=\W*$)", r"hire \1"),
    (r"\b(?:brought|took) ((?-i:[A-Z])[^?,]*?) (?:on board|aboard|on)(?=\W*$| (?:after|from|in|as)\b)", r"hired \1"),
    (r"\b(?:go|goes) to work (?:for|at|with) ", r"join "),
    (r"\bwent to work (?:for|at|with) ", r"joined "),
    (r"\b(who|which \w+) (?:swapped|exchanged|traded) ([^?,]+?) for ([^?,]+?)(?=\W*$)", r"\1 left \2 for \3"),
    (
        r"\b(?:left|quit|gave up|leave|resigned from) (?:his|her|their|a) (?:job|post|position|role) (?:at|with)"
        r" ([^?,]+?) to (?:join|go to|move to|work for) ",
        r"left \1 for ",
    ),
    (r"\b(left|quit|leave) ([^?,]+?) (?:in order )?to (?:join|go to|move to|work for|go and work for) ", r"\1 \2 for "),
    (
        r"\bwho(?:m)? (?:did|has) ([^?,]+?) (?:get|got|take|taken|win|won|lure|lured|poach|poached|recruit|recruited)"
        r" (?:away )?from ([^?,]+?)(?=\W*$)",
        r"who left \2 for \1",
    ),
    (
        r"^\W*([^?,:]+?) (?:got|took|won|lured|poached|recruited|hired) (?:whom|who) (?:away )?from ([^?,:]+?)\W*$",
        r"who left \2 for \1",
    ),
    (
        r"\bwhen (?:is|was|will) ([^?,]+?) (?:losing|going to lose|lose|to lose) ((?-i:[A-Z])[^?,]*?)(?=\W*$)",
        r"when will \2 leave \1",
    ),
    # "Acme has a new chair. Who is it?"
    (
        r"^\W*([^?:;,.]+?) (?:has|have|has got|got|gets|is getting|has found|has named|has appointed|has hired|found"
        r"|named"
        r"|appointed|hired) (?:an?|its|their|the) (?!series\b)([^?:;,.]+?)\s*[:;,.–—-]+\s*(?:and )?(?:(?:what|who)"
        r" (?:is|are) (?:it|this|that|he"
        r"|she|they|the person|the (?:new )?(?:one|man|woman)|(?:his|her|their|the) name)|who|(?:the )?name)\W*$",
        r"who is the \2 of \1",
    ),
    (r"\b(?:take|assume|takes|assumes|taking|assuming) the (?:post|position|job|role|office) (?:of|as) ", r"become "),
    (
        r"\b(?:move|moving|step|stepping|go|going) into ([^?,]+?)['’]s? (?:office|shoes|job|seat|chair)"
        r" (?=(?:at|of)\b)",
        r"become \1 ",
    ),
    (r"\btake the (?:helm|reins) (?:of|at) ([^?,]+?) as ([^?,]+)", r"become \2 of \1"),
    (r"\bwill be (becom|mov|assum)\w*ing\b", r"will \1e"),
    (
        r"\b(?:gave|give|given|giving) up (?:his|her|their) (?:post|position|job|role|office|seat) (at|with|in|of) ",
        r"left ",
    ),
    (
        r"\b(got|gets|get|landed|was given|took|takes) ([^?,]+?)(?:['’]s|(?<=s)['’]) (?:old "
        r"|former )?(?:job|post|position|role|place|seat)\b",
        r"succeeded \2",
    ),
    (
        r"\b(?:succeed|succeeded|succeeds) to ([^?,]+?)(?:['’]s|(?<=s)['’]) (?:post|job|position|role|office|place)\b",
        r"succeeded \1",
    ),
    (r"\bwho (?:came|comes|was|is) next (at|in) ([^?,]+?),? (?:after|following) ([^?,]+)", r"who succeeded \3 at \2"),
    (r"\b(had|has) ((?-i:[A-Z])[^?,]*?) as (?:its|their) ([^?,]+?)(?=\W*$)", r"had \2 as \3"),
    (r"\bhow long ((?-i:[A-Z])[^?,]*?) had ((?-i:[A-Z])[^?,]*?) as ([^?,]+?)(?=\W*$)", r"how long was \2 \3 of \1"),
    (r"\bwho ((?-i:[A-Z])[^?,]*?) (?:has|had|have) as (?:its |their )?([^?,]+?)(?=\W*$)", r"who is \2 of \1"),
    (r"\blet ([^?,]+?) go(?=\W*$| (?:from|in|on|after|before|because)\b)", r"dismiss \1"),
    (r"\b(?:let|lets|letting) go (?:of )?(?=[A-Z])", r"dismiss "),
    (r"\bterminated ([^?,]+?)['’]s? (?:employment|contract|job)\b", r"dismissed \1"),
    (r"\b(did|does) ([^?]+?) get rid of (?=[A-Z])", r"\1 \2 dismiss "),
    # Whoever holds the post of chair is the chair, whichever way round it is said.
    (r"\bby whom (is|was) the (?:post|position|job|role|office) of ([^?]+?) (?:held|filled|occupied)\b", r"who \1 \2"),
    (
        r"\bthe (?:post|position|job|role|office) of ([^?,]+?) (at|of|in) ([^?,]+?) (is|was) (?:held|filled|occupied)"
        r" by ([^?,]+)",
        r"\5 \4 \1 \2 \3",
    ),
    (
        r"\b(?:the )?(?:current |present )?(?:holder|occupant|incumbent) of the (?:post|position|job|role"
        r"|office) of ",
        r"the ",
    ),
    (r"\bwho (?:occupies|holds|fills|has) the (?:post|position|job|role|office|rank) (?:of|as) ", r"who is "),
    (r"\bwho (?:occupied|held|filled|had) the (?:post|position|job|role|office|rank) (?:of|as) ", r"who was "),
    (r"\bheld (?:the )?([^?,]+?)['’]s? (?:post|position|job|role|office)\b", r"was \1"),
    (r"\bstay in the ([^?]+?) (?:job|post|role|position|seat)\b", r"stay as \1"),
    (
        r"\b(?:which company|where) did ([^?]+?) (?:leave|quit|give up) (?:to join|for|in order to join) (?=[A-Z])",
        r"from which company did \1 join ",
    ),
    (
        r"\bwhat (?:is|was) ([^?]+?)['’]s? (?:last|previous) (?:stop|station|job|employer|company|post) before"
        r" (?:joining )?",
        r"where did \1 work before ",
    ),
    (
        r"\b(?:which|what) (?:company|firm|employer) ([^?]+?) (?:was|had been) (?:with|at) before\b",
        r"where did \1 work before",
    ),
    (r"\bwhere did ([^?]+?) come from (?:when|on|before|upon) joining ", r"from which company did \1 join "),
    (r"\bwhere ([^?]+?) (?:got|gets) (?-i:([A-Z][^?]*?)) from(?=\W*$)", r"from where did \1 recruit \2"),
    (r"\b(?:gives?|given) ([^?,]+?) the (?:sack|boot|push|axe|chop)\b", r"dismiss \1"),
    (r"\bgave ([^?,]+?) the (?:sack|boot|push|axe|chop)\b", r"dismissed \1"),
    # Who holds a post after somebody succeeds them; who held it until somebody came held it before them.
    (
        r"^(\W*(?:who|which \w+)) (?:(?:was|is|became|becomes|served as|serves as|(?:c[ao]me|comes|took|stepped"
        r"|moved|filled) (?:in|over|up) as|(?:was|got|is) (?:made|named|appointed|elected|chosen"
        r"|hired)(?: as)?)) (?:the )?(?:new |next )?"
        rf"([^?\d]+?) (?:once|after|following|as soon as) ({_NAMED}){_GONE}?\W*$",
        r"\1 succeeded \3 as \2",
    ),
    (
        rf"\b(?:until|till|before) ({_NAMED}) (?:arrived|came(?: in| along| on board)?|took over"
        r"|was (?:appointed|named|hired|found|elected)|stepped in|took (?:up )?office|took the helm)\W*$",
        r"before \1",
    ),
    (
        r"^(\W*(?:who|which \w+)) (?:took (?:the helm|charge|the reins|over|command)|came|ran|led|runs|leads|headed"
        r"|was in charge|was at the helm)(?: in)?(?: at| of)? ([^?\d]+?)"
        rf" (?:once|after|following) ({_NAMED}){_GONE}\W*$",
        r"\1 succeeded \3 at \2",
    ),
    (
        r"^(\W*(?:who|which \w+)) (?:ran|led|headed|managed|took over)(?: at)? ([^?\d]+?) (?:after|following)"
        rf" ((?-i:[A-Z])[\w'’.-]*(?: (?:(?-i:[A-Z])[\w'’.-]*|{_PARTICLE})){{0,4}})\W*$",
        r"\1 succeeded \3 at \2",
    ),
    (
        r"\b(succe\w+|preced\w+|replac\w+|follow\w+|c[ao]me (?:after|before)) ([^?]+?)"
        r" (?:at the (?:head|helm|top)|in charge|as (?:the )?(?:head|boss|leader)) of\b",
        r"\1 \2 at",
    ),
    (r"\b(succe\w+|replac\w+|follow\w*) (?:at the (?:head|helm|top)|as (?:the )?(?:head|boss|leader)) of\b", r"\1 at"),
    (
        r"^(\W*(?:who|whom|which \w+)) (?:has|had|have|is|was)(?: been)? (?:named|chosen|picked|tapped|selected"
        r"|lined up|designated|appointed|nominated|set|due|slated|going)(?: as the (?:person|one))? to"
        r" (?:follow|succeed|replace|take over from)\b",
        r"\1 will succeed",
    ),
    (r"^(\W*(?:who|whom|which \w+)) is to (follow|succeed|replace|take over from)\b", r"\1 will \2"),
    (
        r"\bwhere (did|does|has) ([^?,]+?) (?:get|got|gotten|find|found|poach|poached|lure|lured|hire|hired) ([^?,]+?)"
        r" from\b",
        r"from which company \1 \2 recruit \3",
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
    (
        r"\b(get|got|gets|take|took|takes|begin|began|land|landed|start|started)"
        r" (?:his|her|their|its|the) (?:new |current |present )?(?:job|post|role|position) as\b",
        r"start as",
    ),
    (
        r"\b(hand(?:s|ed)? in|tender(?:s|ed)?|submit(?:s|ted)?|turn(?:s|ed)? in|ga?ve in|gives? in|offer(?:s|ed)?"
        r"|puts? in|announce[sd]?|declare[sd]?) (?:his|her|their) (?:resignation|notice|departure"
        r"|letter of resignation)\b",
        r"resign",
    ),
    (
        r"\bwhat (?:is|was) (?!the )([^?]+?) before (he|she) (was|became|joined|took|came)\b",
        r"what did \1 do before \2 \3",
    ),
    (r"\b(do|does|did|doing|conducts?|carr(?:y|ies) out) (?:its|their) (research|work)\b", r"\1 \2"),
    # the boss, and the board
    (r"\b(?:has|have|holds?|held|takes?|took|occupies|occupied) the chair(?= (?:at|of|in|on)\b)", r"chairs"),
    (r"\b(?:has|have|holds?) the (?:top|number one|highest) (?:job|post|position|spot|role)\b", r"is the boss"),
    (r"\b(?:had|held) the (?:top|number one|highest) (?:job|post|position|spot|role)\b", r"was the boss"),
    (
        r"\b(?:takes?|took|taken|taking|gets?|got|gotten|lands?|landed) the (?:top|number one) (?:job|post"
        r"|position|spot|role)\b",
        r"became boss",
    ),
    (
        r"\bwhose board (is|was|does|did|has|will|are|were) (.+?) (sit|serve|join|on|leave|be|part|sitting|serving"
        r"|joined|left)(?: on)?(?=\W*$)",
        r"which company \1 \2 \3 the board of",
    ),
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
        r"\b(on|join(?:s|ed|ing)?|enter(?:s|ed)?|leav(?:es?|ing)"
        r"|left) (?:the )?((?-i:[A-Z])[\w&.-]*(?: [\w&.-]+){0,3}?)"
        r" board\b"
        r"(?! member)",
        r"\1 the board of \2",
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
    (r"\b(which|what) (company|firm)['’]s board\b", r"\1 \2"),
    # who holds a post for somebody else
    (
        r"\b(?:stand[- ]?in|stop[- ]?gap|temporary|temp|fill[- ]?in|place[- ]?holder) (?:ceo"
        r"|chief executive(?: officer)?|boss"
        r"|chief(?! \w+ officer)|head|leader)\b(?! of \w+ (?:at|of)\b)",
        r"interim boss",
    ),
    (
        r"\b(?:is|are) (?:on (?:the|his|her|their) way out(?: of| at| from)?|heading (?:out|for the exit)(?: of"
        r"| at)?)\b",
        r"is leaving",
    ),
    (
        r"^\W*(?!(?:was|were|is|did|has|had)\b)((?-i:[A-Z])[^?,:]*?):? (?:was )?(fired|sacked|dismissed"
        r"|pushed(?: out)?|ousted|let go|axed) or"
        r" (?:did (?:he|she|they) )?(?:resign(?:ed)?|quit|le(?:ave|ft)|walk(?:ed)?|retired?|went|step(?:ped)? down"
        r"|jumped|moved)\W*$",
        r"was \1 dismissed or did they resign",
    ),
    (
        r"\bwho(?: is| was|['’]s)? (?:the )?(?!(?:top|main|right|old|new|same|first|last|next|other|big"
        r"|only)\b)([a-z]+(?: [a-z]+)?)"
        r" (?:guy|lady|dude|person|man|woman) (?=(?:at|of|in|for) )",
        r"who is in charge of \1 ",
    ),
    (
        r"\b(where (?:did|has) [^?,]+? (?:go|gone|end up)|[^?,]+? went where) after (?:quitting|leaving|resigning"
        r"|that|this|it)(?=\W*$)",
        r"\1",
    ),
    # what somebody did at a firm they did before they went
    (
        r"^(\W*what (?:did|was|were) [^?,]+? (?:do|doing|up to) (?:at|for|with) [^?,]+?),? (?:before|until"
        r"|till) (?:he|she|they)"
        r" (?:then )?(?:moved|left|went (?:over|off)|switched|jumped(?: ship)?|decamped|defected|changed|was poached"
        r"|was hired"
        r" away)\b(?! (?:up|into|on)\b)[^?,]*?(?=\W*$)",
        r"\1",
    ),
    (r"^(\W*what) (?:was|were) ([^?,]+?) (?:doing|up to)(?= (?:at|for|with) )", r"\1 did \2 do"),
    (
        r"\bwhat (?:is|are|has) ([^?,]+?) (?:been )?up to(?: (?:these days|now|nowadays|today|at the moment|lately"
        r"|currently"
        r"|at present))?(?=\W*$)",
        r"what does \1 do now",
    ),
    (
        r"\bnow that ([^?,]+?)(?: (?:is|has|have|are|had))? (?:gone|left|out|quit|retired|resigned|stepped down"
        r"|moved on"
        r"|departed|been (?:fired|sacked|dismissed|replaced))(?=\W*$)",
        r"now",
    ),
    (
        r"\bbefore (?:becoming|being (?:made|named|appointed|promoted to)|taking over as|starting as"
        r"|taking the job as|rising to"
        r"|getting promoted to) ",
        r"before they became ",
    ),
    # who is there no longer
    (
        r"\b(after|before|since) (?:his|her|their|its|the) (?:resignation|departure|exit|dismissal|retirement|stint"
        r"|spell|time|years|tenure|stay|service|sacking|ouster|removal|leaving|going) (?:from|at|with|in) ",
        r"\1 ",
    ),
    (r"['’]s (?:move|switch|transfer) to\b", r"'s arrival at"),
    # "Formerly" is the one word by which the grammar knows that a post is over; the verb is put back to the present.
    (r"\b(?:used|use) to be\b", r"was formerly"),
    (r"\b(?:is|are) or (?:once )?(?:was|were|has been|have been|has ever been)\b", r"was"),
    (r"\b(?:was|were|has been|have been) (?:and|or) (?:now )?(?:is|are)\b", r"was"),
    (r"\b(?:is|are) no longer\b", r"was formerly"),
    (r"\b(?:no longer|not any ?more)\b", r"formerly"),
    (r"(?<!take )(?<!took )(?<!taken )(?<!taking )\bover (?=(?:at|in) )", r""),
    (r"\bwhen (?:he|she|they) (?:left|quit|departed from|resigned from)\b", r"after"),
    (r"\b(?:stops?|stopped|stopping|ceases?|ceased) (?:being|to be|working as|acting as|serving as)\b", r"formerly be"),
    (r"\bwhen did (.+?) formerly be\b", r"until when was \1"),
    (r"\b(?:has|have|had) (.+?) formerly be\b", r"was \1 formerly"),
    (r"\bdid (.+?) formerly be\b", r"was \1 formerly"),
    (
        r"\b(has|had|have|holds?|held|got) the ((?:[\w-]+ ){1,5}?)(?:job|post|role|position)(?= (?:at|of"
        r"|in|before|after|until)\b|\W*$)",
        r"was the \2",
    ),
)
