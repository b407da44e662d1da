"""Puts everyday words for times into those that the grammar knows ("before the end of 2024", "as of when")."""

from __future__ import annotations

import calendar

from app.query.ask.rewording.rewriting import Rewriting, Rule

_YEAR = r"[12]\d{3}"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul"
    r"|aug|sept?|oct|nov|dec)"
)
_DAY = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? )?{_YEAR}"
_END, _START = r"(?:end|close|last day)", r"(?:start|beginning|first day|outset)"
_SPAN = r"(?:years?|periods?|time|span|months?|time span|timeframe|time frame|stretch|interval|dates?)"
_WHICH = r"(?:which|what)"
_POINT = r"(?:dates?|days?|years?|months?|points?(?: in time)?|times?)"
_COMPLETES = r"(?:clos\w*|complet\w*|finali[sz]\w*|conclud\w*|go(?:es)? through|went through|done|sealed|consummat\w*)"
_IN = r"(?:in|during|over|for|through|throughout|within|across)(?: the)? (?:whole )?"
_HELPS = r"(?:did|does|do|was|were|is|are|has|have|had)"


def _last_day(month: str | None, year: str) -> str:
    """The last day of a year, or of one of its months."""
    number = next(
        (i for i, name in enumerate(calendar.month_abbr) if name and month and name.lower() == month[:3].lower()), 12
    )
    return f"{calendar.monthrange(int(year), number)[1]} {calendar.month_name[number]} {year}"


# Dates are written as the reader of dates knows them before anything else looks at the question.
_TIMES: tuple[Rule, ...] = (
    (r"\b(?:in|during) (?:which|what) decade\b", r"when"),
    (
        rf"\b(?:before|by|no later than|at the latest by|prior to) (?:the )?(?:very )?{_END} of (?:({_MONTH}) )?"
        rf"({_YEAR})\b",
        lambda found: f"by {_last_day(found[1], found[2])}",
    ),
    # what is asked
    (
        r"^\W*(?:after )?how long (?:did|has|had) ([^?]+?) (?:leave|left|quit|depart(?:ed)? from|go(?:ne)? from"
        r"|part(?:ed)? (?:with|from)|resign(?:ed)? from) (?=\w)",
        r"how long was \1 at ",
    ),
    (rf"\b(?:as of|as from|starting|beginning|effective) (?:when|{_WHICH} {_POINT})\b", "since when"),
    (rf"\b(?:between|from) {_WHICH} {_POINT}(?: (?:and|to|until) {_WHICH} {_POINT})?(?= \w)", "when"),
    (
        rf"\b(?:in|during|over|for|through) {_WHICH} (?:{_SPAN}|weeks)(?= {_HELPS}\b)",
        "when",
    ),
    (rf"\b(?:on|at) {_WHICH} (?:exact |precise |calendar |very )?(?:date|day)\b", "on what date"),
    (rf"\b{_WHICH} (?:exact|precise|calendar) (date|day)\b", r"what \1"),
    (
        r"^\W*(?:when (?:is|was) )?(?:the )?(?:first (?:working )?day|start(?:ing)? date|day one|joining date)"
        r" of ([^?]+?)"
        r" (as|at|in|with) ",
        r"when does \1 start \2 ",
    ),
    (
        r"^\W*(?!when\b|what\b|which\b|how\b)([^?]+?)(?:['’]s?)? (?:first (?:working )?day|start(?:ing)? date|day one"
        r"|joining date) (as|at|in|with) ",
        r"when does \1 start \2 ",
    ),
    (
        r"^\W*(?!when\b|what\b|which\b|how\b)([^?]+?)['’]s? (length|duration) of (service|tenure|employment|stay|time"
        r"|stint|reign)\b",
        r"\2 of \1's \3",
    ),
    (r",? by (?:the )?(?:year of |date of )?(?:founding|foundation|age)(?: year| date)?(?=\s*[:,?]|\W*$)", ""),
    (
        r"^\W*(?:what (?:is|was) )?(?:the )?(?:expected |planned |scheduled |exact )?(?:completion|closing) date"
        r" (?:of |for |on )?(?:the )?(?!is\b|was\b)([^?]+?)(?=\W*$)",
        r"when was \1 completed",
    ),
    (
        r"^\W*(?:what (?:is|was) )?(?:the )?(?:date of (?:the )?announcement|announcement date)"
        r" (?:of|for) ([^?]+?)(?=\W*$)",
        r"when was \1 announced",
    ),
    (r"\bas of (?:today|now|this moment|the present|the moment)\b", "currently"),
    (rf"\b(?:as from|effective (?:from |as of )?|with effect from|starting(?: from| in)?) (?={_DAY}\b)", "from "),
    # what is only contrasted
    (
        rf"(?=^[^?]*\b{_COMPLETES}\b)(^[^?]*?),? (?:as opposed to|rather than|and not|not)"
        r"(?: just| merely| only| simply| when)* (?:(?:it|that) (?:was|is) |being |its being |having been )?"
        r"(?:announced|agreed|signed|reported|planned|proposed)(?: on it)?(?=\W*$)",
        r"\1",
    ),
    # times
    (rf"\b({_YEAR})\s?[-–—/]\s?({_YEAR})\b", r"from \1 to \2"),
    (
        rf"\b{_IN}{_SPAN}(?: of)? from (?={_DAY}\b)",
        "from ",
    ),
    (
        rf"\b{_IN}{_SPAN}(?: of)? between"
        rf" (?:the years )?(?={_DAY}\b)",
        "between ",
    ),
    (
        rf"\b{_IN}{_SPAN}(?: of)?"
        rf" (?:from )?({_DAY}) (?:to|until|till|through|up to|and) ({_DAY})\b",
        r"from \1 to \2",
    ),
    (rf"\b(between|from) (?:the )?years? (?={_YEAR}\b)", r"\1 "),
    (r"\bfrom from\b", "from"),
    (rf"\b(?:until|till|up to) (?:the )?(?:very )?{_END} of (?={_DAY}\b)", "until "),
    (rf"\bafter (?:the )?{_END} of (?={_DAY}\b)", "after "),
    (rf"\b(?:before|prior to|ahead of|until|by) (?:the )?(?:very )?{_START} of (?={_DAY}\b)", "before "),
    (rf"\b(?:since|from|after|as of) (?:the )?(?:very )?{_START} of (?={_DAY}\b)", "since "),
    (rf"\bprior to (?={_DAY}\b)", "before "),
    (rf"\b(?:following|later than|past) (?={_DAY}\b)", "after "),
    (rf"\b(?:no later than|not later than|at the latest by|up to and including) (?={_DAY}\b)", "until "),
    (rf"\b(?:in|during) the course of (?={_DAY}\b)", "in "),
    (rf"\b(?:at any (?:time|point) (?:in|during)|some ?time (?:in|during)) (?={_DAY}\b)", "in "),
    (rf"\b({_MONTH}) of ({_YEAR})\b", r"\1 \2"),
)
_DATES = Rewriting(_TIMES)

MOMENTS: tuple[Rule, ...] = (
    (
        r"^\W*(?:(?:give|state|name|tell me|tell us|what (?:is|was)) )?(?:the )?(?:exact |precise )?"
        r"(?:date|day|year|month|time) (?:on|in|at|during) which (?=\w)",
        r"when was it that ",
    ),
    (
        r"\b(is|was|are|were|been) ([^?]+?) (?:done|sealed|wrapped up|accomplished|all done|over and done"
        r" with|in the bag)"
        r"(?= (?:before|by|until|after|in|on|since|from)\b|\W*$)",
        r"\1 \2 completed",
    ),
    (
        r"\b(when|on what date|what date|what day) (?:was|is) (?:it|the news) (?:announced|made public|revealed"
        r"|disclosed|made known|reported)"
        r" that ([^?]+?) (?:would|will|was going to|is going to|was to|is to|had agreed to|has agreed to) be"
        r" ((?:bought|acquired|taken over"
        r"|purchased|sold)[^?]*?)(?=\W*$)",
        r"\1 was the takeover of \2 announced",
    ),
    (
        r"\b(when|on what date|what date|what day) (?:was|is) (?:it|the news) (?:announced|made public|revealed"
        r"|disclosed|made known|reported)"
        r" that ([^?]+?) (?:would|will|was going to|is going to|was to|is to|had agreed to|has agreed to) (buy"
        r"|acquire|take over"
        r"|purchase) ",
        r"\1 did \2 announce to \3 ",
    ),
    (
        r"\b(when) did (?:the )?announcement of (?:the )?([^?]+?) (?:come|take place|happen|go out)(?=\W*$)",
        r"\1 was \2 announced",
    ),
    (
        r"\b(when|on what date|what day) was (?:the )?(?:agreement|deal|plan|decision) to (?:buy|acquire|take over"
        r"|purchase) ([^?]+?)"
        r" (?:made known|announced|made public|revealed|disclosed|published|signed)(?=\W*$)",
        r"\1 was the takeover of \2 announced",
    ),
    (r"\bmost recently(?=\W*$)", r"last"),
    (r"\b(?:for )?how many (?:years|months|weeks|days) (?=(?:did|was|were|has|have|had|is|does|do)\b)", r"how long "),
    (r"\bhow much time (did|does|has) ([^?]+?) spend (?=(?:as|at|in|with|on)\b)", r"how long \1 \2 stay "),
    (r"\b(?:for )?what (?:length|period|stretch|span|amount) of time\b", r"how long"),
    (r"\b(tenure|service) (?:length|duration)(?=\W*$)", r"\1"),
    (r"\bfrom when (?:un)?(?:to|till?) when\b", r"when"),
    (r"\b(?:up (?:to|until|till)) when\b", r"until when"),
    (r"\bfrom when(?! (?:un)?(?:to|till?)\b)(?: onwards?| on\b)?", r"since when"),
    (r"^\W*(?:the )?(tenure|stint|stay) (of|at) ", r"how long was the \1 \2 "),
    (r"\b(until|till|since|by) (?:what|which) (?:year|month|date|day|time)\b", r"\1 when"),
    (r"\bfrom (?:what|which) (?:year|month|date|day)(?: on| onwards?)?\b", r"since when"),
    (
        r"^\W*(?:what|which) (?:is|was) the (?:length of time|duration|period|stretch of time|time) (?:that|for which"
        r"|during which|over which) (?=\w)",
        r"how long ",
    ),
    (
        r"^\W*(?:what (?:is|was) )?(.+?)(?:['’]s)? (?:start|starting|joining) date (?:at |with |in )?(\w.+?)\W*$",
        r"when does \1 start at \2",
    ),
    (
        r"\b(when|on what date|what date|what day) (did|does|has|will) (.+?)"
        r" (announced?|reveal(?:ed)?|disclosed?|sa(?:y|id)|made? public|declared?|make known"
        r"|let it be known|report(?:ed)?)"
        r" (?:that )?(?:it|they|he|she) (?:would|will|was going to|were going to|is going to|are going to"
        r"|planned to|plans to|intended to|had agreed to|has agreed to|agreed to|was to|wanted to) (\w+) ",
        r"\1 \2 \3 announce to \5 ",
    ),
    (r"^\W*(?:what (?:is|was) )?(?:the )?(?:duration|length) of\b", r"how long was"),
    (r"\b(?:is|are) (the \w+(?: [^?]+?)?) over(?=\W*$)", r"has \1 ended"),
    (r"\b(?:is|was) over(?=\W*$)", r"has ended"),
    (
        r"\bwhen (?:is|was|will be) ([^?]+?)['’]s? (?:first day|start date|starting date|first working day"
        r"|day one)\b",
        r"when does \1 start",
    ),
    (
        r"\bwhen (?:is|will be) ([^?]+?)['’]s? (?:last day|leaving date|departure date|final day) (?:at|with|in) ",
        r"when will \1 leave ",
    ),
    (
        r"\bwhen (?:is|was|will be) ([^?]+?)['’]s? (?:last day|leaving date|departure date|final day)\b",
        r"when did \1 leave",
    ),
)


def dated(question: str) -> str:
    """The question with its times in plain words.

    >>> dated("Was it sold before the end of 2024?"), dated("As of when has Roe run Acme?")
    ('Was it sold by 31 December 2024?', 'since when has Roe run Acme?')
    >>> dated("Who ran Acme in the years from 2019 to 2022?"), dated("When did it close, rather than being announced?")
    ('Who ran Acme from 2019 to 2022?', 'When did it close?')
    """
    return _DATES.every(question)
