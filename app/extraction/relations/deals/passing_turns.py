"""What is said in passing of a backer, a holder or a bidder, where the company is left unsaid: a table of turns."""

from __future__ import annotations

from collections.abc import Mapping

from app.extraction.relations.deals.turns import Turn

_HELPERS = (
    r"(?:(?:has|have|had|is|are|was|were|been|be|also|still|now|already|both|all|could|may|might|would|will|to|said|"
    r"believed|understood|reported|known|thought|among|those|reportedly|quietly|recently|last {T}|in {T}|later|then) )*"
)
_KIND = (
    r"(?:(?:largest|biggest|second-largest|third-largest|main|major|majority|minority|principal|leading|lead|sole|only|"
    r"single|other|another|existing|early|earliest|first|original|founding|long-?time|long-standing|activist|"
    r"institutional|outside|controlling|key|new|seed|angel|top|current|big|large|private|remaining|former|final|"
    r"venture|financial|strategic|[a-z]+-term) )"
)
# No company is told right after: "a shareholder in Acme", "the owner of Acme".
_BARE = r"(?! (?:in|of|at|to|behind|for|relations|group|base|meeting|vote|and|or|who|with {O}|{O}|{P})\b| ?\ue000|'|-)"
_BID = r"(?:bid|offer|counter-?bid|counter-?offer|approach|takeover)"
_OF_ITS = (
    r"(?:possible |potential |rival |takeover |full |firm |formal |counter |cash |competing |better |higher |new )*"
)
_CHUNK = (
    r"(?:(?:largest|biggest|second-largest|single|first|other|next|main|remaining|final) )+(?:[a-z]+ )?"
    r"(?:commitment|contribution|cheque|check|ticket|chunk|share|slice|backer|investor|pledge|subscription)"
)


PASSING_TURNS: Mapping[str, Turn] = {
    # Backers.
    "an investor since": Turn(
        "investedIn",
        rf"{{OP:s}}, (?:which is |who is |also )?(?:an?|the|its|{{ITS}}|one of (?:the|its)) {_KIND}*(?P<t>investor|"
        rf"backer)s?"
        r"(?= (?:since|from the (?:start|outset|beginning|seed))\b)",
    ),
    "its other backer": Turn(
        "investedIn",
        rf"{{OP:s}}, (?:an?|the|its|{{ITS}}|one of (?:the|its)) {_KIND}+(?P<t>investor|backer){_BARE}",
    ),
    "both backers": Turn(
        "investedIn",
        rf"{{OP:s}} and (?:the )?{{PLAIN}}{{OP:q}}, (?:both|two) (?:of them )?(?:an? )?{_KIND}*(?P<t>investors|"
        rf"backers|investor|backer){_BARE}",
    ),
    "early backer x": Turn(
        "investedIn",
        r"(?:^|[,.;] |\b(?:and|by|of|from|with|at|its|{ITS}) )(?:early|earliest|first|original|existing|seed|"
        r"angel|long-?time|lead|largest|biggest) "
        rf"(?P<t>investor|backer)s?,? {{DESC}}{{OP+:s}}(?!'s (?!{_BID}))",
    ),
    "the lead was": Turn(
        "investedIn", r"(?:^|[,.;:] )the (?P<t>lead|lead investor) (?:this time )?(?:was|is) {DESC}{OP:s}"
    ),
    "came in as an angel": Turn(
        "investedIn",
        rf"{{OP:s}},? (?:(?:who|which) [^,.;]{{3,60}}, )?{_HELPERS}(?P<t>came in|came on|came aboard|joined|signed "
        rf"up|comes in|"
        r"come in|invested|bought in) (?:as )?(?:an? |its )?(?:seed |early |minority )?(?:angels?|backer|investor|"
        r"shareholder)\b",
    ),
    "and so did": Turn(
        "investedIn",
        r"(?:\bas an? (?:angel|investor|backer|shareholder)|\binvested|\bput money in|\bput in {M}|\btook part|"
        r"\bcame in again)"
        r",? (?:and|as|with) (?P<t>so did|did) {DESC}{OP+:s}",
    ),
    "put up the rest": Turn(
        "investedIn",
        rf"{{OP+:s}},? {_HELPERS}(?P<t>put up|contributed|provided|supplied|invested|chipped in|came up with|kicked in|"
        r"stumped up) (?:about |nearly |some |almost )?(?:the (?:rest|remainder|balance|bulk|lion's share|"
        r"remaining {M})|half|"
        r"a third|a quarter|most|all|two thirds|(?:[a-z]+ )?{M}) of (?:it|that|{O}|the (?:money|cash|sum|round|"
        r"total|funding))",
    ),
    "put up the rest of all": Turn(
        "investedIn",
        rf"{{OP+:s}},? {_HELPERS}(?P<t>put up|contributed|provided|invested|chipped in|came up with|kicked in|"
        rf"stumped up) "
        r"the (?:rest|remainder|balance|bulk|remaining {M})(?=[,.;]|$)",
    ),
    "led, with others": Turn(
        "investedIn",
        r"{OP+:s} (?P<t>led|co-led),? (?:with|joined by|alongside|and) (?:the )?{PLAIN}{OP+:q}"
        r"(?=[,.;]|$| (?:also )?(?:participating|taking part|took part|following|joining|joined|participated|"
        r"contributing))",
    ),
    "the largest cheque": Turn(
        "investedIn",
        rf"(?:the|its|{{ITS}}|another|an?) {_CHUNK}(?:, (?:of )?(?:about |some )?{{M}},| of {{M}})? (?P<t>comes|"
        rf"came|come|is coming|was|is) "
        r"(?:again )?(?:from )?{DESC}{OP:s}",
    ),
    "bought in": Turn(
        "investedIn",
        r"{OP:s},? (?:(?:an?|the) (?:(?!{O}|{P})[^,.;]){3,60}? )?(?:that|which|who) (?:first |had |has "
        r")*(?P<t>bought in|invested|came in|"
        r"came on board|came aboard|entered|got in)(?= {T}| in {T}| (?:last|this|in|at the|early|from the)\b|[,.;]|$)",
    ),
    "declined to follow": Turn(
        "investedIn",
        rf"{{OP:s}},?(?: (?:an?|the|its|{{ITS}}) (?:(?!{{O}}|{{P}})[^,.;]){{3,60}},)? {_HELPERS}(?P<t>declined|"
        rf"refused|chose not|opted not|decided not) "
        r"to (?:follow|take part|participate|invest(?! in)|join(?: the round)?|put (?:in|up) (?:any )?(?:more|"
        r"money|cash)|contribute)\b",
        refused=True,
    ),
    "signed up again": Turn(
        "investedIn",
        rf"{{OP:s}}(?:, (?:(?!{{O}}|{{P}})[^,.;]){{3,50}},)?(?:,? and (?:the )?{{PLAIN}}{{OP:q}})? "
        rf"{_HELPERS}(?P<t>signed up again|re-upped|"
        r"doubled down|invested again|reinvested|put in more|topped up|came back for more|followed on|upped "
        r"[a-z]+ commitments?)",
    ),
    "are the investors": Turn(
        "investedIn",
        rf"{{OP+:s}} (?:is|was|are|were) (?:now |also |again )?(?:among |one of )?(?:the|its|{{ITS}}|an?) {_KIND}+"
        rf"(?P<t>investors?|backers?){_BARE}",
    ),
    # Holders.
    "is the owner": Turn(
        "ownsStakeIn",
        rf"{{OP+:s}} (?P<t>became|is|are|was|remains|remain|has become) (?:now |also |still )?(?:the|its|{{ITS}}) "
        rf"{_KIND}*"
        rf"(?:owners?|controlling shareholder|majority shareholder){_BARE}",
    ),
    "stake held by": Turn(
        "ownsStakeIn",
        r"(?:^|[.;,] |and |while )(?:(?:the|another|a further|an?) )?(?:majority|bulk|lion's share|minority|"
        r"{C})(?: (?:stake|holding|interest|share))?"
        r"(?: of (?:the|its) (?:shares|company|capital|stock|equity|firm|group|business))? (?:is|are|was|were) "
        r"(?:now |still |also )?"
        r"(?P<t>held|owned|controlled|in the hands of)(?: by)? {DESC}{OP+:s}(?!'s)",
    ),
    "a shareholder beside": Turn(
        "ownsStakeIn",
        rf"{{OP:s}}, (?:which is |who is |also )?(?:an?|the|its|{{ITS}}|one of (?:the|its)|another) {_KIND}*"
        rf"(?P<t>shareholder|stockholder|part-owner|co-owner){_BARE}",
    ),
    "another shareholder, x": Turn(
        "ownsStakeIn",
        rf"(?:^|[,.;] |\b(?:and|by|of|from|with|to|but) )(?:(?:another|one|an?|its|{{ITS}}|the) "
        rf")?{_KIND}*(?P<t>shareholder|stockholder|co-owner),? "
        r"(?:the )?{PLAIN}{OP:s}(?!'s)(?=[,.;]| (?:said|says|has|had|is|was|which|who|will|wants|called|[a-z]+ed)\b|$)",
    ),
    "owner x": Turn(
        "ownsStakeIn",
        rf"(?:^|[,.;] |\b(?:and|by|of|from|with|to|but|under|its|{{ITS}}|the|at) ){_KIND}*(?P<t>owner|parent|"
        rf"parent company|majority owner),? "
        r"{O:s}(?!'s [a-z]+ (?:of|at) )(?=[,.;']| (?:said|says|has|had|is|was|which|who|will|wants|[a-z]+ed|in|"
        r"over|about)\b|$)",
    ),
    "no longer holds": Turn(
        "ownsStakeIn",
        r"{OP:s},? (?:(?:an?|the) (?:(?!{O}|{P})[^,.;]){3,60}, )?(?P<t>no longer (?:has|have|owns|holds|"
        r"own|hold)) (?:any )?(?:shares|stock|stake|holding|interest)"
        r"(?! (?:in|of) {O})",
        ended=True,
    ),
    # Bidders.
    "among the bidders": Turn(
        "acquired",
        rf"{{OP+:s}},? {_HELPERS}(?:among |one of |as )*(?:the |an? )?(?:(?:possible|potential|likely|interested|"
        rf"logical|natural|obvious|"
        r"other|several|two|three|four|shortlisted|prospective|remaining) )*(?P<t>bidders?|suitors?|would-be "
        r"buyers?|potential buyers?)"
        r"(?=[,.;]|$)(?! for)",
        sought=True,
    ),
    "as a possible buyer": Turn(
        "acquired",
        r"(?:nam(?:ed|ing|es)|mention(?:ed|ing|s)|cit(?:ed|ing|es)|identif(?:ied|ying|ies)|list(?:ed|ing|s)|"
        r"tout(?:ed|ing|s)|tipp(?:ed|ing)|see|sees|saw) "
        r"{DESC}{OP+:s}(?:, (?:(?!{O}|{P})[^,.;]){3,50},)? as (?:an?|one|the|the most)? ?(?:(?:possible|potential|"
        r"likely|natural|obvious|logical) )+"
        r"(?P<t>buyers?|bidders?|suitors?|acquirers?|purchasers?)",
        sought=True,
    ),
    "bidders include": Turn(
        "acquired",
        r"(?:^|[,.;] |\b(?:the|other|its) )(?:(?:possible|potential|likely|interested|rival|other|remaining|"
        r"shortlisted|prospective) )*"
        r"(?P<t>bidders|suitors|buyers|interested parties) (?:now |also |still |are said to |are understood to |"
        r"could |may )*"
        r"(?:include|included|are|were)(?: said to include| understood to include| thought to include)? {DESC}{OP+:s}",
        sought=True,
    ),
    "looks at the books": Turn(
        "acquired",
        rf"{{OP+:s}},? {_HELPERS}(?:signed (?:an? )?(?:[\w-]+ )?(?:agreements?|NDAs?) and (?:is|are|have been) "
        rf")?(?P<t>looked|looking|look|poring|gone|going|"
        r"pored|combing) (?:at|through|over|into) (?:the|its|{ITS}) (?:books|data room|numbers|figures)",
        sought=True,
    ),
    "signed to see the books": Turn(
        "acquired",
        rf"{{OP+:s}},? {_HELPERS}(?P<t>signed) (?:an? )?(?:confidentiality|non-disclosure|nondisclosure)(?: "
        rf"agreements?)?",
        sought=True,
    ),
    "in the running": Turn(
        "acquired",
        rf"{{OP+:s}},? {_HELPERS}(?:left |remain |remains |still |made it )*(?P<t>in the (?:running|race|final "
        rf"round|frame|"
        rf"hunt)|on the shortlist|shortlisted|"
        r"through to the (?:second|next|final) round|into the (?:second|final|last) round)(?=[,.;]|$)",
        sought=True,
    ),
    "suitors, a and b": Turn(
        "acquired",
        r"(?:^|[,.;] |\b(?:and|its|{ITS}) )(?:(?:two|three|four|the|other|rival|interested|remaining|possible|"
        r"potential|"
        r"likely|another) )+(?P<t>suitors?|bidders?|would-be buyers?|potential buyers?|interested parties),? "
        r"{DESC}{OP+:s}"
        r"(?=[,.;]| (?:is|are|was|were|has|have|had|said|says|will|declined|did|did not)\b|$)",
        sought=True,
    ),
    "came back with": Turn(
        "acquired",
        rf"{{OP:s}},? {_HELPERS}(?P<t>came back|comes back|returned|coming back) with (?:an? )?"
        r"(?:{M}|(?:[\w-]+ ){1,3}?(?:offer|bid|proposal))",
        sought=True,
    ),
    "the bidder is": Turn(
        "acquired",
        r"(?:^|[.;:] |\bthat )the (?:other |mystery |second |would-be |rival |unnamed |likely )?(?P<t>bidder|suitor|"
        r"would-be buyer)s? "
        r"(?:is|was|were|are|turned out to be)(?: said to be| understood to be| believed to be)? "
        r"{DESC}{OP+:s}(?!'s (?!{O}))",
        sought=True,
    ),
    "put in a bid": Turn(
        "acquired",
        rf"{{OP+:s}},? {_HELPERS}(?P<t>lodged|submitted|tabled|put in|made|handed in|entered|sent) (?:an? "
        rf")?(?:first-round|indicative|binding|"
        r"non-binding|preliminary|final|written|unsolicited|takeover|rival|competing|cash|all-cash|all-share)(?: "
        r"[a-z-]+)? (?:offers?|bids?|proposals?|approach)(?! for| to| on)",
        sought=True,
    ),
    "looked at a bid": Turn(
        "acquired",
        rf"{{OP:s}},? {_HELPERS}(?P<t>looked at|looking at|considered|considering|weighed|weighing|explored|"
        rf"exploring|studied|"
        rf"studying|mulled|mulling|preparing|prepared|readying|plotting|planning|drawing up|working on|make|making|"
        rf"made|launch|table) (?:an? |the )?{_OF_ITS}{_BID}"
        r"(?: of (?:its|{ITS}) own)?(?=[,.;]|$| (?:last|this|in|with|before|after|but|as|early|late|earlier|which|"
        r"that|and|backed|by)\b| {T})(?! in (?:the|which))",
        sought=True,
    ),
    "the bid by": Turn(
        "acquired",
        rf"(?:the|that|this|an?) {_OF_ITS}(?P<t>{_BID}|proposal|overture),? (?:which (?:was )?)?(?:made |launched |"
        rf"tabled )?(?:by|from|came from) {{DESC}}{{OP:s}}"
        r"(?: (?:in|on|last) (?:{T}|[a-z]+)| {T})?,? (?:was|is|were|had been|has been|which|came|valued|lapsed|failed)",
        sought=True,
    ),
    "option on the rest": Turn(
        "acquired",
        rf"{{OP:s}},? (?:(?:an?|the|which) [^;.]{{3,80}} and )?{_HELPERS}(?P<t>has|have|had|holds|got|received|"
        rf"secured) (?:an?|the) (?:[a-z]+ )?(?:option|right)s? (?:(?:to (?:buy|acquire|"
        r"take|purchase)|on|over|for) )(?:the )?(?:rest|remainder|remaining (?:{C}|shares|stake|half)|other "
        r"(?:{C}|half)|outstanding (?:{C}|shares))(?! (?:of|in) {O})",
        sought=True,
    ),
    # Buyers of what was just told to be sold.
    "the buyer is": Turn(
        "acquired",
        r"(?:^|[,.;:] )the (?:new )?(?P<t>buyer|purchaser|acquirer|new owner|winner|winning bidder)s? (?:of "
        r"(?:the )?(?:stake|company|business|firm|{C}(?: stake)?) )?"
        r"(?:is|was|were|are|turned out to be|will be)(?: said to be| to be)? {DESC}{OP:s}(?!'s (?!{O}))",
    ),
    "took control": Turn(
        "acquired",
        rf"{{O:s}},? {_HELPERS}(?:which |that )?{_HELPERS}(?P<t>took|gained|assumed|seized) (?:full |majority |"
        rf"outright )?(?:control|ownership)"
        r"(?= {T}| in {T}| (?:last|this|in|after|through|from|two|three|four|five) |[,.;]|$)(?! of)",
    ),
    "the buyer, x": Turn(
        "acquired",
        r"(?:^|[.;] )the (?P<t>buyer|purchaser|acquirer|new owner), {DESC}{OP:s}(?= of |,)",
    ),
    "x, the buyer": Turn(
        "acquired",
        r"{OP:s}(?: of {L})?, the (?P<t>buyer|purchaser|acquirer|new owner|prospective buyer),",
    ),
    "sold control to": Turn(
        "acquired",
        r"(?P<t>sold|sell|sells|selling|ceded|handed) (?:off |over )?(?:control|majority control|out|a majority|a "
        r"majority stake|a controlling stake|"
        r"a controlling interest|the (?:company|firm|business|group|club|paper|chain|brand|start-?up|agency|"
        r"bank)) to (?:the )?{PLAIN}{OP:s}(?!'s)",
    ),
    "sold a part to": Turn(
        "investedIn",
        r"(?P<t>sold|sell|sells|selling|sale of|handed|hand|hands|ceded|pass|passed) (?:off |over )?"
        r"(?:(?:its|his|her|their|(?P<w>{ITS})|{P}|the|about|around|nearly|up to|another|entire|whole|remaining|"
        r"combined|family's|last) )*(?:an? )?(?:{C}|half|third|quarter|fifth|tenth|stake|shares|shareholding|holding)"
        r"(?: of (?:the )?(?:shares|company|capital|group|business|firm|it))?"
        r"(?: (?:stake|holding|shareholding|interest|slice))? to (?:the )?{PLAIN}{OP:s}(?!'s)(?! (?:in|of) {O})",
    ),
}
