"""How sentences tie people to titles, as patterns: with the organisation there, and with it left unsaid."""

from __future__ import annotations

_LINK = (
    r"(?:both |all |who (?:is|was|has been|had been) |formerly |previously |currently |now |also "
    r"|most recently |until recently |then |the |a |an |its |his |her |one of the |one of its |\d+-year-old "
    r"|at the time |for {T} |since {T} |until {T} |for (?:[a-z]+ ){1,3}(?:years|months|decades) "
    r"|new |next |first |current |second |third |only |long-?time |long-serving |longest-serving "
    r"|(?:these days|nowadays|today|once|lately|latterly|for now|for the (?:moment|time being|(?:past |last )?{T})"
    r"|at present|still|until (?:now|then|{T})|up to (?:now|then)|hitherto|by then|in those days|at that time|himself"
    r"|herself|already|eventually|finally|simultaneously|in turn),? |two |three |four |{L} )*"
)
# What may stand between a firm's mark and the title: "X's London chief", "X's new head of sales".
_OWN = r"(?:(?:new|next|first|current|longtime|long-time|long-serving|newly appointed|veteran|own|{L}) )*"
# When somebody has had a post, before whose it is: "P, formerly X's treasurer", "P, at the time X's treasurer".
_WHEN = (
    r"(?:(?:who (?=is|was|has|had)|the|now|today|these days|once|"
    r"(?P<t>is|was|has been|had been|remains|became|becomes)|then|also|still|formerly|previously|currently|at the "
    r"time|at that time|at present|until recently|most recently|"
    r"latterly|until {T}|since {T}|for {T}),? )*"
)
# A part of an organisation that somebody heads or works in, without a name of its own.
_PART = (
    r"(?:business|arm|operations?|department|team|practice|sales|exports|marketing|desk|division|unit|office|bureau|"
    r"branch|lab|laboratory|plant|factory|works|store|studio|newsroom|section|research|"
    r"engineering|logistics|finance|fund|portfolio|activities|side|programme|program|project|workshop|academy)"
)
# What may stand before a person's name: "her nephew P", "the former banker P", "Q's deputy P".
_WHO = (
    r"(?:(?:{ITS}|{P}'s|{O}'s|the|an?|former|fellow|ex-) (?:(?!(?:who|whom|whose|that|which|of|with|by|for|to|and|not|"
    r"in|on|from|at|said|as|than|if)\b)[\w-]+ ){0,4}?)?"
)
# What somebody is besides, before the post that is told: "the founder's grandson and its chairman".
_AND = r"(?:(?:an?|the|his|her|{P}'s) (?:(?!(?:who|that|which|for)\b)[\w'-]+ ){1,5}?and )?"
_AT = r"(?:of|at|for|with|in|from|(?:(?<=advis[eo]r\s)|(?<=advis[eo]rs\s)|(?<=consultant\s)|(?<=ambassador\s))to)"
# Of "head of X's liquor brand Y" it is Y that somebody heads.
_ITS_BRAND = r"(?:{O}'s (?:[\w&-]+ ){1,4}?(?={O}))?"
# How long somebody has had a post: "X's finance chief for most of the decade, P".
_LONG_THERE = (
    r"(?: since {T}| for (?:(?:the|an?|most|much|of|past|last|more|than|nearly|almost|over|about|around|some|many) )*"
    r"(?:{T}|years|decades?|months))?"
)
_BORN = r"(?: \([^()]{0,90}\))?"
_BE = (
    r"(?P<t>is|was|are|were|remains|remained|becomes|became|has become|has been|had been|will "
    r"be|will become|would become|(?:is|are|was|were) (?:to|set to|due to|expected to) become|used to be|will remain|"
    r"is now|is currently|is also)"
)
# Where a firm is, before "where".
_SOMEWHERE = r"(?: (?:in|of|at) (?:the )?{L}(?:, {L})?)?"
# What a title ends with.
_AND_SO_ON = r"(?= at |[.,;:)]|$| (?:and|before|until|when|in|from|for|with|of) )"
# Whose the title is stands in the sentence.
ROLES = {
    "person, title of org": (
        rf"{{P+:p}}{_BORN}(?:, \d\d)?(?:,? | ?[–—-] )(?:\()?{_LINK}(?P<f>{{FORMER}}[ -])?(?:{_LINK})?"
        rf"{{TITLES:title}}{{BESIDES}},? {_AT} {_ITS_BRAND}(?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "person is title of org": (
        rf"{{P+:p}}{_BORN},? {_BE}(?: not)? (?:both )?(?:an? (?:[\w-]+ ){{0,5}}?[\w-]+(?:,? and|,) )?"
        rf"{_LINK}(?P<f>{{FORMER}}[ -])?{{TITLES:title}}{{BESIDES}} {_AT} "
        rf"{_ITS_BRAND}(?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "person is no longer title of org": (
        rf"{{P:p}},? (?:who )?(?:is|was|are|were)(?P<f>) no longer (?:the |its |an? )?{{TITLES:title}} {_AT} "
        r"(?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
    "person is besides former title of org": (
        rf"{{P+:p}}{_BORN},? {_BE} (?:the |a |an )?(?:co-)?(?:founder|owner|director|president|chair(?:man|woman)?)"
        rf"(?:,? and| &) (?:its )?(?P<f>{{FORMER}}) {{TITLES:title}} (?:of|at) (?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "person is some title at org": (
        rf"{{P+:p}}{_BORN},? {_BE} (?:also )?(?:an?|the) {{ANYTITLE:title}} (?:at|with) (?:the )?"
        r"{PLAIN}{O:o}(?!['’]s? )"
    ),
    "person, who did, is title of org": (
        rf"{{P+:p}}, (?:who|whose) (?:(?!{{P}})[^;.]){{3,90}}?, {_BE}(?: not)? {_LINK}(?P<f>{{FORMER}}[ "
        rf"-])?{{TITLES:title}}"
        rf" {_AT} (?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "after years, the last as": (
        r"{P:p}(?:(?!{P})[^.;]){0,60}? {O:o}(?:(?!{P}|{O})[^.;]){0,30}? (?P<t>after) (?:[a-z-]+ ){0,2}?{T},? (?:and )?"
        r"(?:the (?:last|final|past) (?:{T}|[a-z]+)|most|all|half|the last [a-z]+|{T}) of (?:them|it|that|those|"
        r"which) as "
        r"(?:its |an? |the )?{ANYTITLE:title}" + _AND_SO_ON
    ),
    "spent there, ending as": (
        r"{P:p},? [^.;]{0,60}?(?P<f>)(?:spent|worked|served|was|put in) [^.;]{0,50}?(?:at|with|for) (?:the "
        r")?{PLAIN}{O:o},? "
        r"(?:(?:and )?(?:ending|finishing|leaving|rising|ended|finished)(?: up)?(?: there)?) (?:as|to become) "
        r"(?:{ITS} |an? |the )?{ANYTITLE:title}" + _AND_SO_ON
    ),
    "left for, as": (
        r"{P:p},?(?: who| and)? (?:(?!{P}|{O})[^.;,]){0,60}?(?P<t>left|leaves|departed|moved|moves|went|goes|"
        r"decamped|defected|switched|jumped)(?: {O})?(?: (?:in|last|this|on) {T}| {T})? (?:for|to) (?:the )?"
        r"{PLAIN}{O:o}, (?:the|an?) (?:(?!{P}|{O})[^.;,]){2,60}, as (?:its |the |an? )?{NEWLY}{ANYTITLE:title}"
        + _AND_SO_ON
    ),
    "made partner at": (
        r"{P:p},?(?: who| and)? (?:(?:was|had been|has been|also|then|later|first) )*(?P<t>made|elected|promoted to) "
        r"(?:an? |its )?(?P<title>(?:equity |managing |general |junior |senior )?(?:partner|director|principal|"
        r"professor|vice[ -]president)) (?:at|of|with) (?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
    "made partner there": (
        r"{P:p},?(?:(?!{P})[^.;]){0,60}? (?:at|with|for) (?:the )?{PLAIN}{O:o},?(?:(?!{P}|{O})[^.;]){0,60}? (?:and |"
        r"where "
        r"{P} )(?:(?:was|had|been|also|then|later|first) )*(?P<t>made|became|elected) (?:an? |its )?"
        r"(?P<title>(?:equity |managing |general |junior |senior )?(?:partner|director|principal|professor|"
        r"vice[ -]president)) there\b"
    ),
    "years there, some as": (
        r"{P:p},? (?:who )?(?:has |had )?(?P<t>worked|spent|been|was)(?: [^.;,]{0,40}?)? (?:at|for|with) (?:the "
        r")?{PLAIN}{O:o}"
        r"(?:(?!{P}|{O})[^.;]){0,40}?,? (?:(?:and )?(?:most recently|latterly|finally|lately|ultimately|eventually|"
        r"first|mostly|initially|later|including|among them) |the last "
        r"(?:[\w-]+ ){1,4}|the last {T} |(?:including|most|much|some|all|half) (?:[\w-]+ ){1,4})"
        r"(?:of (?:them|that|it|which) )?"
        r"(?:as )?(?:its |an? |the )?{ANYTITLE:title}" + _AND_SO_ON
    ),
    "where some as": (
        rf"{{O:o}}{_SOMEWHERE}(?:, (?:the|an?|its) (?:(?!{{P}}|{{O}})[^,;.]){{2,60}})?,? where {{P:p}} "
        r"(?:has |had |also )*(?P<t>worked|served|spent|been|rose|held)(?:(?!{P}|{O})[^.;]){0,80}?,? (?:and "
        r")?(?:most recently|latterly|"
        r"finally|lately|ultimately|eventually|first|initially|later|(?:the last )?{T}(?: of (?:them|that|it|which))) "
        rf"(?:as )?(?:{{ITS}} |an? |the )?{{ANYTITLE:title}}{_AND_SO_ON}"
    ),
    "began as": (
        r"{P:p},? (?:who )?(?:has |had |first |then |also )*(?P<f>)(?:began|started|launched|ended|finished|spent)"
        r"(?: out| off|(?: {ITS}| most of {ITS})? (?:[\w-]+ ){0,2}?(?:career|work|life|time)(?: in [a-z]+)?)?(?: {T})? "
        r"as (?:an? |the |its )?{ANYTITLE:title} (?:at|with|for) (?:the )?{PLAIN}{O:o}(?!'s)"
    ),
    "career there as": (
        r"{P:p},? (?:who )?(?:has |had |first )*(?P<f>)(?:began|started|launched|ended|finished) {ITS} "
        r"(?:[\w-]+ ){0,2}?career (?:at|with|in) (?:the )?{PLAIN}{O:o},? as (?:an? |the |its )?"
        rf"{{ANYTITLE:title}}{_AND_SO_ON}"
    ),
    "spent there as": (
        r"{P:p},? (?:who )?(?:has |had |also |then )*(?P<t>spent) (?:(?!{P}|{O})[^.;,]){0,40}?(?:at|with) (?:the )?"
        rf"{{PLAIN}}{{O:o}},? as (?:an? |the |{{ITS}} )?{{ANYTITLE:title}}{_AND_SO_ON}"
    ),
    "handed over as": (
        r"{P} (?:[\w-]+ ){0,3}?(?P<n>handed over|hands over|hand over|handing over|passed the baton|made way|will "
        r"make way|passed "
        rf"the reins) (?:to|for) (?:[\w-]+ ){{0,4}}?{{P:p}} as {{TITLES:title}} {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "replaced by as": (
        r"{P} (?:is|was|has been|had been|will be|is to be|to be|being) (?P<n>replaced|succeeded|followed) "
        r"(?:(?!{P})[^.;]){0,40}?by "
        rf"(?:(?!{{P}}|{{O}})[\w-]+ ){{0,4}}?{{P:p}} as {{TITLES:title}} {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "person is head of x at org": (
        rf"{{P:p}},? {_BE} {_LINK}(?P<f>{{FORMER}}[ -])?{{TITLE:title}},? (?:at|for|of|with) (?:the )?{{PLAIN}}"
        r"{O:o}(?!['’]s? )"
    ),
    "stays as title at org": (
        r"{P:p},? (?:[\w-]+ ){0,4}?(?P<t>stay|stays|remain|remains|continue|continues) (?:on )?as "
        r"(?:an? |the |its )?{TITLE:title},? (?:at|for|of|with) (?:the )?{PLAIN}{O:o}(?!['’]s? )"
    ),
    "stays at org as title": (
        r"{P:p},? (?:[\w-]+ ){0,4}?(?P<t>stay|stays|remain|remains|continue|continues) (?:on )?(?:available )?"
        r"(?:with|at|to) (?:the )?{PLAIN}{O:o},? (?:on )?as (?:an? |the |its )?{LONGTITLE:title}"
    ),
    "person, head of x at org": (
        rf"{{P+:p}}(?:, \d\d)?,? {_LINK}(?P<f>{{FORMER}}[ -])?(?:{_LINK})?{{TITLE:title}},? (?:at|for|of|with) "
        rf"(?:the )?{{PLAIN}}{{O:o}}(?!['’]s? )"
    ),
    "org's title person": (
        rf"{{O:o}}'s {_OWN}(?P<f>{{FORMER}}[ -])?{_OWN}{{ANYTITLE:title}}{_LONG_THERE},? (?:who is )?{{P:p}}"
    ),
    "org title person": r"(?P<f>{FORMER}[ -])?{O:o} {TITLES:title},? {P:p}",
    "persons, org titles": (
        r"{P+:p},? (?:who (?:are|were|had been) )?(?:both|two|three|four|all) (?P<f>{FORMER} )?(?:of )?{O:o}(?:'s)? "
        r"(?:{FORMER} )?(?P<title>(?:[a-z-]+ ){0,2}?(?:vice[ -]presidents|directors|partners|executives|managers|"
        r"engineers|scientists|researchers|analysts|officers|bankers|lawyers|traders|designers|developers|editors|"
        r"reporters|economists|consultants|principals|presidents|chairmen))(?=[,.;)]| who )"
    ),
    "org titles persons": r"(?P<f>{FORMER}[ -])?{O:o}(?:'s)? (?:(?:two|three|four|five|both|all) )?(?:(?:most|more|"
    r"best) )?(?:[a-z-]+ )??{ANYTITLE:title}(?<=[a-rt-z]s),? {P+:p}",
    "org desc title person": r"(?P<f>{FORMER}[ -])?{O:o} {TITLE:title} {P:p}",
    # Not "P, chief of X, P, chief of Y": a list of people.
    "title of org person": (
        r"(?<![\w-])(?P<f>{FORMER}[ -])?{TITLE:title} (?:of|at|for) (?:the )?{DESC}{O:o}"
        r"(?: (?:of|for|in) (?:the )?(?:{L}|{NAME}))?,? {P:p}"
        r"(?!, (?:{TITLE}) (?:of|at) )"
    ),
    "titles of org, persons": (
        r"(?<![\w-])(?P<f>{FORMER}[ -])?{TITLES:title}(?<=[a-rt-z]s) (?:of|at|for|from|"
        r"with) (?:the )?{DESC}{O:o},? {P+:p}"
    ),
    "head of org's part, person": (
        r"(?<![\w-])(?P<f>{FORMER}[ -])?{TITLE:title} "
        rf"(?:of|at|for|in|on) {{O:o}}'s (?:[\w&-]+ ){{0,4}}?{_PART},? {{P:p}}(?!')"
    ),
    "person, head of org's part": (
        rf"{{P:p}}(?:(?:, \d\d)?, |,?(?: who)? {_BE} ){_LINK}(?P<f>{{FORMER}}[ -])?{{TITLE:title}} "
        rf"(?:of|at|for|in|on|within|inside|with) {{O:o}}'s (?:[\w&-]+ ){{0,4}}?{_PART}"
        r"(?=[,.;)]|$| who | has | said | says | and )"
    ),
    "persons where all were": (
        r"{P+:p} (?:(?!{P}|{O})[^.;]){1,60}? (?:at|for|with) (?:the )?{DESC}{O:o}, where (?:both|they both|the two|"
        r"they|all) "
        r"(?:of them )?(?P<t>are|were|had been) (?:then |also )?(?:the |an? )?{TITLES:title}"
    ),
    "title person of org": r"(?<![\w-])(?P<f>{FORMER}[ -])?{TITLES:title} {P:p},? (?:of|at|from) (?:the )?{O:o}",
    "person, org's title": (
        rf"{{P+:p}}(?:, \d\d)?,? {_AND}{_WHEN}{{O:o}}'s "
        r"(?:new |next |first |current |second |third |only |{L} )?(?P<f>{FORMER}[ -])?(?:{L} )?{ANYTITLE:title}"
        r"(?= at |[.,;:)]|$| (?:at |on )?{T}| and (?:an?|the|its|his|her|has|is|was|who|former|chair|chief) |"
        r" (?:who|until|till|before|from|since|in|when|said|for|under|during|after|while|but|says|told|as|because) )"
    ),
    "org's title is person": (
        r"{O:o}'s (?:(?:new|next|first|current|present|only) )*(?P<f>{FORMER}[ -])?{ANYTITLE:title} "
        rf"(?P<t>is|was|will be|is to be|has been|remains)(?: now| currently| still)? {_WHO}{{P:p}}(?!['’]s? )"
    ),
    "person, title, org": r"{P:p}, (?:the |a |an )?(?P<f>{FORMER}[ -])?{FULLTITLE:title}, {O:o}",
    "org, part of another, where person is title": (
        rf"{{O:o}}, (?:the|an?|its|{{O}}'s) (?:(?!{{P}}|{{O}})[^,;.]){{2,60}}? (?:of|at|for|owned by|controlled by|"
        rf"belonging to|backed by|within|from|in|to) (?:the )?{{PLAIN}}{{O}},? where {{P:p}} {_BE}(?: not)? "
        r"(?:the |its |an? |their |both |now |also )*{TITLES:title}"
    ),
    "org, where person is title": (
        rf"{{O:o}}{_SOMEWHERE}(?:, (?:the|an?|its) (?:(?!{{P}}|{{O}})[^,;.]){{2,60}})?,? where "
        rf"(?:(?:since|until|from) {{T}},? |for {{T}},? )?{{P:p}} (?:{_BE}|'(?:ll be|s))(?: not)? "
        rf"(?:the |its |an? |their |both |now |also |latterly |most recently |first |{{L}} )*{{LONGTITLE:title}}"
    ),
    "person, an org title": (
        r"{P:p},? (?:who is |who was |is |was |now )?(?:an? |the )(?P<f>{FORMER} )?(?:[a-z-]+ ){0,2}?{O:o} "
        r"{TITLES:title}(?=[,.;)]| (?:who|and|said|says|has|is|was|in|from|until) )"
    ),
    "title of org is person": (
        r"(?:^|[,;.] |and )(?:the |its )?(?:new |next |first |current |present |only )*(?P<f>{FORMER} )?{TITLE:title} "
        r"(?:of|at) (?:the )?{PLAIN}{O:o} "
        rf"(?P<t>is|was|remains|will be|is to be|has been)(?: now| currently)? {_WHO}{{P:p}}(?!['’]s? )"
    ),
    "until then": (
        rf"{{P:p}},? until (?:{{T}}|then|now|recently) (?:the )?(?P<f>){{TITLES:title}},? {_AT} (?:the "
        rf")?{{DESC}}{{O:o}}"
    ),
    "holds the post": (
        r"{P:p},?(?: who)? (?:has |had |will |also |currently |to )*(?P<t>holds|held|hold|took up|takes up|take "
        r"up|assumed|"
        r"assumes|assume|accepted|accepts|occupies|occupied|fills|filled|taken up|assumed) (?:the |an? |his |her |"
        r"their |{P}'s )?(?:[a-z-]+ )?(?:post|"
        r"position|role|"
        rf"title|job|office|chair|duties) (?:of|as) (?:the )?{{TITLES:title}},? {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "out as": rf"{{P:p}} (?:is|was) (?P<f>out) as {{TITLES:title}} {_AT} (?:the )?{{DESC}}{{O:o}}",
    "replaced as": (
        rf"{{P:p}}(?:(?!{{P}})[^.;]){{0,40}}? (?P<t>replaced|succeeded) as {{TITLES:title}} {_AT} (?:the "
        rf")?{{DESC}}{{O:o}}"
    ),
    "took over as": (
        r"{P:p},?(?: who)? (?:[\w-]+ ){0,3}?(?P<t>took over|takes over|take over|taken over|took charge|"
        r"takes charge|take charge|stepped in|steps in|"
        r"returned|"
        rf"returns|rose|came in|stays|remains|continues|stayed on) (?:from {{DESC}}{{P}} )?(?:as|to) "
        rf"(?:the |its |an? )?(?:new )?"
        rf"{{TITLES:title}},? {_AT} (?:the )?{{DESC}}{{O:o}}"
    ),
    "took over as org's title": (
        r"{P:p},?(?: who)? (?:[\w-]+ ){0,3}?(?P<t>took over|takes over|take over|taken over|took charge|returned|"
        r"returns|came in|stays|remains|continues|stayed on) (?:from {DESC}{P} )?as {O:o}'s "
        r"(?:(?:new|first|{L}) )*{ANYTITLE:title}"
    ),
    "person (title, org)": r"{P:p} \((?P<f>{FORMER}[ -])?{TITLES:title}(?:,| of| at) {O:o}\)",
    "person (org's title)": r"{P:p} \((?:{O:o}'s|(?:of )?{O:q},) (?P<f>{FORMER}[ -])?{ANYTITLE:title}\)",
}
# Whose it is stands elsewhere.
BARE_ROLES = {
    "title person": r"(?<![\w-])(?P<f>(?:{FORMER}|outgoing|incoming)[ -])?{FULLTITLE:title},? {P:p}",
    "titles persons": (
        r"(?<![\w-])(?P<f>(?:{FORMER}|outgoing|incoming)[ -])?(?P<title>(?:(?:co-?|joint |managing |senior |executive |"
        r"independent |general |non-executive |founding |deputy |board )*)(?:directors|partners|vice[ -]presidents|"
        r"chief executives|executives|managers|presidents|chairs|chairmen|heads|principals)),? {P+:p}"
    ),
    "person, title": (
        rf"{{P+:p}}(?:, \d\d)?, {_LINK}(?:its |the |{{FIRMS}} |who is |who was "
        r"|who is also |who is the )*(?P<f>(?:{FORMER}|outgoing|incoming)[ -])?{FULLTITLE:title}(?=[,.;)\"]| "
        r"who | and | said| says| since {T}| until {T}| at the time)"
    ),
    "person is title": (
        rf"{{P:p}},? (?:who )?{_BE}(?: not)? (?:the |its |an? |their |both |now |"
        rf"also |still |currently )*(?P<f>(?:{{FORMER}}|outgoing|incoming|sole) "
        rf")?{{TITLES:title}}\b(?! (?:of|at|for|with|in|from) (?!{{T}}))"
    ),
    "person, title there": (
        r"{P:p}(?:, \d\d)?, (?:an? |the )?(?P<f>{FORMER}[ -])?{ANYTITLE:title} there(?=[,.;)\"]| who | and )"
    ),
    "person is head of x": (
        rf"{{P:p}},? (?:who )?{_BE}(?: not)? (?:the |its |both |now |also |still |currently )*"
        r"(?P<f>(?:{FORMER}|outgoing|incoming|sole) )?(?P<title>(?:[a-z-]+ ){0,2}?(?:head|chief|director|manager|"
        r"president|vice[ -]president) (?:of|for) (?!(?:the|an?|its|their|his|her|all|that|this)\b)[a-z-]+"
        r"(?: (?:and |& )?[a-z-]+){0,2}?)(?= until {T}| since {T}| from {T}| in {T}|[,.;]| and (?:is|was|has)\b)"
    ),
    "title is person": (
        r"(?:^|[,;.] |and |while |but )(?:the |its |{FIRMS} )?(?:new |next |current )*"
        r"(?P<f>(?:{FORMER}|outgoing|incoming|sole) )?{TITLES:title} "
        rf"(?P<t>is|was|remains|will be|is to be|has been)(?: now| still)? {_WHO}{{P:p}}(?!['’]s? )"
    ),
    "person, who did, is title": (
        rf"{{P:p}}, (?:who|whose|{{P}}'s|one of|once|\d\d|an?|the) (?:(?!{{P}})[^;.]){{3,90}}?, {_BE}(?: not)? "
        rf"(?:the |its |an? |also |still "
        rf"|now )*"
        r"{TITLES:title}\b(?! (?:of|at|for|with|in|from) (?!{T}))"
    ),
    "career as": (
        r"{P:p},? (?:who )?(?:has |had )?(?P<f>)(?:ended|finished|began|started|spent) {ITS} (?:[\w-]+ ){0,3}?career "
        r"(?:there )?as "
        r"(?:its |an? |the )?{FULLTITLE:title}(?=[,.;]| in | at )"
    ),
    "person (title)": r"{P:p} \((?:its |the )?(?P<f>{FORMER}[ -])?{FULLTITLE:title}\)",
    "has a new title": (
        r"(?:has|have|had|found|finds|chosen|picked) (?:an? |its |their )(?:new |first |next |second |third |"
        r"permanent )+{TITLES:title}(?:[:,]| in| and it is| -) "
        r"{P:p}"
    ),
    "stays as": (
        r"{P:p},? (?:[\w-]+ ){0,4}?(?P<t>stay|stays|remain|remains|continue|continues|stayed|serve|serves) "
        r"(?:on )?(?:available )?(?:(?:with|at|to) the (?:company|firm|group|business|bank) )?"
        r"as (?:an? |the |its )?{LONGTITLE:title}"
    ),
    "took over as": (
        r"{P:p},? (?:[\w-]+ ){0,3}?"
        r"(?P<t>took over|takes over|taken over|took charge|takes charge|stepped in|steps in|returned|returns|"
        r"rose|came in) (?:from {DESC}{P} )?(?:as|to) (?:the |its |an? )?(?:new )?{TITLES:title}"
    ),
    "moved to seat": (
        r"{P:p}(?:(?!{P})[^.;]){0,90}? (?P<t>moved|moves|switched|shifted|stepped up) (?:up |over "
        r")?(?:to|into) (?:the |its |an? )?{TITLES:title}(?:'s)?(?: (?:seat|role|post|job|position|chair))"
    ),
}
