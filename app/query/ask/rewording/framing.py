"""Takes off what people say around a question: a small grammar of greetings, requests, wishes, headings and asides.

Nothing that it takes off restricts what is asked: no word such as "former" or "confirmed" is in its rules, so that what
holds one stays, and is answered or refused with the rest.
"""

from __future__ import annotations

import re

from app.query.ask.rewording.rewriting import Rewriting, Rule

_I = r"(?:i|we)"
_ONE = r"(?:you|u|someone|somebody|anyone|anybody|one|i|we|y['’]?all)"
_SOFT = (
    r"(?:(?:please|pls|plz|kindly|possibly|perhaps|maybe|quickly|just|also|then|really|simply|very much|dearly"
    r"|still|at least|be able to|be so (?:kind|good) as to|happen to|by any chance|try to|help me|help us|quite"
    r"|actually|rather) )*"
)
_TELL = (
    r"(?:tell|show|give|remind|inform|advise|enlighten|brief|let)(?: (?:me|us|my \w+|our \w+))(?: know)?|(?:telling"
    r"|showing|reminding|informing) (?:me|us)|say|saying|state|stating|explain|explaining|spell out"
)
_LEARN = (
    r"(?:know|find out|learn|hear|enquire|inquire|check|double[- ]check|confirm|understand|see|establish|ascertain"
    r"|determine|verify|ask|clarify|make sure|work out|figure out|look up|be told|be sure|be clear|nail down"
    r"|pin down|remember|recall)"
)
_TEXTS = (
    r"(?-i:(?:(?:news)?papers?|articles?|(?:knowledge )?graph|data(?:base|set)?|records|files?|texts?|press|news"
    r"|media|reports?|reporting|sources?|documents?|material|coverage|evidence|archives?|stories|notes|system"
    r"|collection))"
)
_THESE = r"(?:(?:the|your|our|these|those|this|all|any|of|available|various|present) )+"
_ASKS = (
    r"(?:(?:for|on|at|by|from|to|of|with|under|until|since|as|in|into|out of) )?(?:whom?|whose|what|which|when"
    r"|where|why|how)\b|(?:whether|if|is|are|was|were|do|does|did|has|have|had|will|can|tell|show|list|give|name"
    r"|find|state|describe|explain|summari[sz]e|compare|identify)\b"
)
_NEXT = rf"(?:\s*[,:;.!–—-]+\s*|\s+(?={_ASKS}))"
_PAUSE = r"\s*[,:;.!–—-]+\s*"

_GREETING = (
    r"(?:hi|hey|hello|hiya|yo|howdy|greetings|(?:good )?(?:morning|day|afternoon|evening)|dear \w+)(?: (?:there|all"
    r"|team|everyone|everybody|folks|guys|again|mate|sir|madam|friends?))*"
)
_SORRY = (
    r"(?:sorry|excuse me|pardon(?: me)?|forgive me|(?:my )?apologies)(?: (?:to|for|if"
    r"|but)\b(?-i:[^,:.?!A-Z]){0,40}?)?"
)
_SO = (
    r"(?:so|ok|okay|well|now|right|alright|all right|oh|ah|um+|erm?|uh|hm+|look|listen|btw|by the way|incidentally"
    r"|fyi|anyway|(?:need(?:ed)? )?(?:this |it )?asap|urgent(?:ly)?|just|real quick|quick one|please|pls|plz|kindly"
    r"|(?:many )?thanks(?: in advance)?|thank you"
    r"|remind me(?: again)?|once more|again|help me out(?: here)?|out of (?:curiosity|interest)|just (?:curious"
    r"|wondering|checking|asking)|in short|in brief|briefly|for the record|for context|to be (?:clear|sure|safe"
    r"|precise|exact)|one more time|tell me|let me ask(?: you)?(?: this)?)"
)
_HEADING = (
    r"(?:(?:just|only|tiny|very|odd|strange|weird|tricky|hard|difficult|obvious|one|a|an|another|two|my|our|the"
    r"|next|last|quick|small|short|little|simple|silly|stupid|dumb|basic|brief|easy|urgent|further|more|other"
    r"|follow[- ]?up|background|general|second|final|here is (?:a|one|my)|i have (?:a|one)|we have (?:a"
    r"|one)) )*(?:question|query|enquiry|inquiry|(?:fact|source|sourcing|background|date|name|sanity|reality"
    r"|ownership|compliance|kyc)?[ -]?check|thing|request|point|clarification|one)(?: for (?:you|the record)| here"
    r"| from me| please)*"
)
_WISH = (
    rf"(?:{_I} )?(?:{_SOFT}(?:would|do|am|are|was|were|have been|keep|have) )?{_SOFT}(?:be |been )?{_SOFT}"
    r"(?:like|love|want(?:ed)?|need|wish|hop(?:e|ing)|try(?:ing)?|curious|keen|eager|interested|glad|grateful|happy"
    r"|looking|have|got"
    rf"|asked|about) {_SOFT}(?:to {_SOFT}{_LEARN}(?: about| from you| of)?|in {_LEARN}ing|if {_ONE} (?:would|could"
    rf"|can) {_SOFT}(?:{_TELL}))|(?:{_I} )?(?:just |only )?(?:(?:was|am|were|are|have been"
    rf"|keep) (?:just )?)?wonder(?:ing)?|(?:{_I} (?:am|are) )?(?:just |only |simply )?(?:asking|not sure|unsure"
    rf"|unclear|curious|puzzled|confused)(?: about| as to)?|{_I} (?:do not|can not) (?:know|remember|recall|find|see"
    rf"|tell)|{_I} (?:forget|forgot|ask)"
    r"|(?:it would|it will|it did) (?:be (?:good|nice|great|useful|interesting|helpful)|help)(?: (?:me"
    r"|us))? to know|(?:my|our) \w+(?: \w+)? (?:(?:would like|wants?|needs?|wishes|has asked (?:me|us)|asked (?:me"
    r"|us)|is trying) to "
    rf"{_LEARN}|asks?|asked|is asking|wonders?)|what {_I} (?:(?:would|really|just|only) )*(?:want|need|like|love"
    rf"|wish|am trying|am asking) (?:to {_LEARN} )?(?:is|about is)|{_I} (?:have been|was|were|am|got"
    rf"|get) asked(?: to {_LEARN})?|(?:are|would|will) {_ONE} (?:be )?able to {_SOFT}(?:{_TELL}|{_LEARN})"
    r"|(?:my|the|our) (?:next |only |other |real )?question is"
)
_REQUEST = (
    rf"(?:please )?(?:can|could|would|will|may|might) {_ONE} {_SOFT}(?:mind )?{_SOFT}(?:{_TELL}|{_LEARN}|help)"
    rf"|(?:any chance|is there any chance|is it possible|is there a way)(?: that)? {_ONE} (?:could|can|would|might"
    rf"|to) {_SOFT}(?:{_TELL})|(?:be (?:a dear|so kind|so good) and |would it be possible to |is it possible to "
    rf"|please |kindly |do )+(?:{_TELL})"
    r"|(?:someone|somebody|anyone|anybody) (?:please )?(?:tell (?:me|us)|know|knows)|(?:let|tell) (?:me|us)(?: know)?"
)
_KNOW = (
    rf"(?:do|does|did|would|might|have) (?:{_ONE}|{_THESE}{_TEXTS}) {_SOFT}(?:know|recall|remember|tell(?: me| us)?"
    rf"|say|state|mention"
    r"|reveal)(?: for (?:sure|certain))?|(?:do |would |have )?(?:you |we |anyone |anybody )?(?:have "
    r"|got )?any (?:idea|clue|notion|inkling)(?: (?:about|on|as to|of))?"
    rf"|any chance (?:that )?{_ONE} (?:happen to )?knows?"
    r"|is it known"
)
_PURPOSE = (
    r"for (?:my|our) (?-i:[a-z]+(?: [a-z]+){0,2})|for (?:a|an|the|this|some) (?:\w+ ){0,2}?(?:note|memo|report"
    r"|story|client|files?|records?|article|piece|presentation|meeting|briefing|review|audit|homework|essay|thesis"
    r"|paper|project|slides?|deck|desk|boss|editor|newsletter|column|podcast|blog(?: post)?|timeline|spreadsheet"
    r"|table|profile|dossier|case study|class|interview|pitch|due diligence)"
)
_PUBLISHING = (
    r"before (?:i|we) (?:print|publish|file|run|send|quote|post|write|ship|sign|cite|use|repeat|go (?:to press|to print"
    r"|live|on air|ahead))(?: (?:it|this|that|anything|them|(?:the|this|my|our) (?:story|piece|article|report|memo"
    r"|note|copy)))?(?: off| up| down| out)?"
)
# What follows a question in a sentence of its own: what it is for, or where the asker has looked. Names, numbers and
# what restricts are no part of it.
_IDLY = (
    r"(?-i:(?:(?!\b(?:only|former|first|last|latest|current|present|confirmed|denied|except|not|before|after|since"
    r"|until|new"
    r"|old|other)\b)[^?A-Z\d])*)"
)
_WHY_ASKED = (
    rf"(?:{_I} )?(?:need(?:ed|s)?|want(?:ed)?|require) (?:it|this|that)\b{_IDLY}"
    rf"|(?:{_I} )?(?:can|could|do)(?:not|n?['’]?t| not) (?:seem to )?(?:find|see|get|tell|make out)"
    rf"\b{_IDLY}|{_I}(?:['’]ve| have)? (?:seen|heard|read|found|got)\b{_IDLY}"
    rf"|(?:(?:but|and|though|although) )?(?:i (?:think|believe|heard|read|thought|guess|assume|remember"
    rf"|recall) )?(?:it|they|he"
    rf"|she|someone|somebody)(?: (?:all|both|also))?(?: have| has)? (?:den(?:y|ied)|confirm(?:ed)?|said (?:so|no|yes"
    rf"|that|it)\b"
    rf"|announced (?:it|that|this)|reported (?:it|that|this)){_IDLY}"
    rf"|(?:it|this|that)(?:['’]?s| is) for {_IDLY}|asking for (?:a|an|my|our) {_IDLY}"
    r"|(?:the |my )?(?:headlines|reports|papers|sources|articles|stories|accounts|notes)(?: (?:all|do))?"
    r" (?:are all over the place|disagree|differ|contradict each other|(?:do not|don['’]?t) agree|conflict"
    r"|say different things)"
)
_IF_YOU = (
    r"if (?:you|i|we|one|anyone|anybody|that) (?:can|may|could|would|please|knows?|do not mind|happen to know|might"
    r"|is ok)(?: (?:ask|tell me|say))?"
)
# Before a thing that is asked for, and not a question: "we need to know the price", "I am after the date".
_THING_WANTED = (
    rf"(?:{_I} (?:{_SOFT}(?:would|did) )?{_SOFT}(?:like|love|want|need|wish) {_SOFT}to {_SOFT}{_LEARN}|(?:{_I} am "
    rf"|just )?(?:looking for|after|interested in|searching for|asking for)) (?=(?:the|a|an|all|every|how)\b)"
    rf"|(?:{_I} am |just )?(?:interested in|looking into|asking about) (?=(?:who|what|where|when|how|why)\b)"
    r"|(?:please |kindly |just |can you |could you )*(?:(?:let|tell|give|send) (?:me|us)(?: know)?|state|name"
    r"|identify|provide|confirm) (?=the (?:exact |precise )?(?:date|day|year|time|price|sum|amount|reason|grounds"
    r"|cause|duration|length)\b)"
    rf"|(?:{_I} would (?:like|love|be (?:grateful|thankful|glad|happy) for|appreciate)|(?:{_I} )?(?:need|want|require)"
    r"|give me|tell me) (?:the )?names? of "
    rf"|(?:can|could|would|will) {_ONE} {_SOFT}(?:identify|name|list|specify|give|state|provide|establish|find(?: out)?"
    rf"|tell|work out)(?: me| us)? (?=(?:the|all|every|everyone|everybody|those)\b)"
)
_HEAD = re.compile(
    rf"^\W*(?:so (?=\w)|(?:{_GREETING}|{_SORRY}|{_SO}(?:,? {_SO})*){_NEXT}"
    rf"|(?:{_HEADING}|{_PURPOSE}|{_PUBLISHING}|{_IF_YOU}){_PAUSE}|(?:{_PURPOSE}) (?={_I} )"
    rf"|(?:{_WISH}|{_REQUEST}|{_KNOW})(?: (?:asap|urgently|quickly|quick|fast|now|today|please|pls|plz|right now"
    rf"|real quick))*"
    rf"(?:{_PAUSE}|\s+(?={_ASKS}))|{_THING_WANTED})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,.;!?–—-]+(?:please|pls|plz|(?:many )?thanks(?: a lot| so much| in advance| a million)?"
    r"|thank you(?: very much| so much)?|thx|tia|cheers|ta|lol|haha|asap|if possible|no rush|yes or no|no idea"
    r"|by the way|btw|(?:just |only )(?:the |a )?(?:full )?names?|(?:full )?names? only|names? (?:is|will) (?:fine"
    r"|do|enough)"
    r"|(?:a )?(?:quick|short|brief|one[- ](?:line|word|sentence)) (?:answer|reply)|(?:just )?(?:a )?(?:rough|ballpark)"
    r" (?:figure|number|estimate|date|idea)(?: (?:is|will be|would be|will) (?:fine|ok|okay|enough|do))?"
    r"|ballpark(?: is fine)?"
    r"|though|tho|idk|imo|iirc|afaik|i (?:think|guess|believe|heard|reckon)|yeah|innit|is(?:n['’]?t| not) it"
    rf"|{_IF_YOU}|(?:in )?(?:one|a) (?:single )?(?:line|sentence|word)(?: (?:is enough|will do|only))?"
    r"|when you (?:have|get) (?:a moment|time|a minute|a chance)"
    rf"|(?:just )?{_I} (?:forget|forgot|do not (?:know|remember|recall)|can not (?:remember|recall)|wonder|ask)"
    r"|just (?:curious|wondering|checking|asking)|out of (?:curiosity|interest)"
    rf"|(?:do|does) {_ONE} (?:happen to )?know|any (?:idea|clue)|(?:can|could) {_ONE} (?:{_TELL}|help)|remind me"
    rf"|tell me)|(?:\s*,)?\s*(?:according to|in) the (?:articles|graph|press|papers|reports|news)"
    r"|,\s*(?:is that|is this|is it) (?:right|true|correct|so)|,\s*(?:right|correct|true)"
    r"|(?<!\bthat)(?<!\bthis)(?<!\bit)(?<!\bthe)(?<!\ba)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\byou)(?<!\ball)\s+(?:right"
    r"|correct)"
    r"(?=\s*\?)"
    r"|,\s*(?:is|was|did|does|has|have|are|were)(?:n['’]?t| not)? (?:it|they|he|she))+[\s.!?]*$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(rf"(?<=[?.!])\s*(?:{_WHY_ASKED})[\s.!]*$", re.IGNORECASE)
_MAKES_OUT = (
    r"(?:know|knows|(?:am|is|are) aware|can tell|can see|say|says|understand|understands|gather|remember|recall)"
)
_ASIDES: tuple[Rule, ...] = (
    (
        rf",?\s*\b(?:as|so) far as (?:(?:{_ONE}|{_THESE}{_TEXTS}) {_MAKES_OUT}|is (?:known|recorded|reported)"
        rf"|{_THESE}{_TEXTS} go)(?: of)?\b,?",
        "",
    ),
    (
        rf",?\s*\b(?:from|going by|judging by|given) what (?:is known|{_ONE} {_MAKES_OUT}"
        rf"|{_THESE}{_TEXTS} {_MAKES_OUT})\b,?",
        "",
    ),
    (r",?\s*\bto (?:the best of )?(?:your|our|my|anyone['’]s|anybody['’]s) knowledge\b,?", ""),
    (
        rf",?\s*\b(?:(?:that |which )?(?:is |are )?(?:mentioned|named) )?(?:according to|judging by|going by"
        rf"|based on|as per|per|from|in|on) {_THESE}{_TEXTS}(?: (?:at hand|available|here|you have|you hold|we have"
        rf"|given|provided))?"
        r"(?! (?:by|of|in|from|about|on|that|which|who|for|to)\b|['’])(?=\W|$),?",
        "",
    ),
    (rf",\s*(?:{_KNOW}|if (?:i|we|you) (?:may|might|can|could)(?: ask)?|may i ask|tell me|please|remind me),", ""),
)
# How the answer shall look: it always shows its dates, names and sums, as exactly as they are known.
_MANNERS: tuple[Rule, ...] = (
    (
        r",?\s*\b(?:if|where|when|as far as|so far as) (?:(?:it|that|this|they|one|there) )?(?:(?:is|was|are"
        r"|has been|have been|be) )?(?:stated|given|known|disclosed|reported|available|recorded|published|any|so"
        r"|at all"
        r"|applicable)(?=\W*(?:$|,))",
        "",
    ),
    (
        r",?\s*\b(?:down )?to the (?:exact |nearest |very )?(?:day|week|month|year|hour|minute)\b(?=\W*(?:$|,"
        r"|and\b))",
        "",
    ),
    (
        r",?\s*\b(?:and )?(?:with|showing|including|giving) (?:(?:the|their|all|a|exact|some|your"
        r"|respective) )*(?:percentages?|dates?|amounts?|figures|names|sums|shares|stakes|sources?|evidence|proof"
        r"|quotes?|quotations?|citations?"
        r"|references|details)(?=\W*$)",
        "",
    ),
    (
        r",?\s*\b(?:and )?(?:in|with) (?:what|which) (?:currency|money)(?=\W*$)",
        "",
    ),
    (
        r",?\s*\bin (?:percent|percentages|percentage terms|terms of percent(?:age)?|figures|numbers"
        r"|money(?: terms)?|detail|short|brief|a (?:word|nutshell|few words|sentence)|one (?:word|sentence|line)"
        r"|plain (?:english|words|language)"
        r"|full)(?=\W*(?:$|,))",
        "",
    ),
    (
        r"\s+(?:(?:that|which|who|whom) )?(?:(?:is|are|was|were) )?(?:(?:we|you|i) (?:know|are aware|have heard"
        r"|have|can find) (?:of|about)|there "
        r"that (?:we|you) know of)(?=\W*$)",
        "",
    ),
    (r"\b(?:do|are) (?:we|you) (?:know|aware|have) (?:of|about)(?=\W*$)", ""),
    # What is not known is compared with nothing anyway.
    (
        r"\s+(?:whose|for which the) (?:\w+ )?(?:year|date|age|amount|size|price|value|valuation|sum|figure"
        r"|percentage|share|stake|name)"
        r" (?:is|are|was|were) (?:known|stated|given|on record|recorded|disclosed|reported)(?=\W*$)",
        "",
    ),
)
_SET_ASIDE = Rewriting((*_ASIDES, *_MANNERS))
_MOST = 4
"""So many frames are taken off in front of one question: a greeting, an apology, a purpose and a wish."""


def without_frame(question: str) -> str:
    """The question by itself, without what is said before and after it.

    >>> without_frame("Hi all! One more quick question, please: I would love to find out who runs Acme. Thanks a lot!")
    'who runs Acme'
    >>> without_frame("Would anybody happen to know when it was sold?"), without_frame("For our memo, the price")
    ('when it was sold?', 'the price')
    >>> without_frame("Before we publish: who runs Acme? Need it for a caption.")
    'who runs Acme?'
    """
    for _ in range(_MOST):
        shorter = _HEAD.sub("", question, count=1)
        if shorter == question or not re.search(r"\w", shorter):
            break
        question = shorter
    question = _AFTERWARDS.sub("", question)
    return _TAIL.sub("", question) or question


def without_asides(question: str) -> str:
    """The question without what is put in between and only says where the answer is to come from, or how it shall look.

    >>> without_asides("who, as far as you know, runs Acme?"), without_asides("who runs Acme, going by your records?")
    ('who runs Acme?', 'who runs Acme?')
    >>> without_asides("when did Acme buy Pelm, to the exact day if known?")
    'when did Acme buy Pelm?'
    """
    return _SET_ASIDE.every(question)
