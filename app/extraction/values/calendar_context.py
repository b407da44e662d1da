"""Whether a number is a year and a capitalised word a month or weekday, by the words beside it.

"2019 employees", "Windows 2000", "led by April Jones", "Black Friday" and "March on" are none.
"""

from __future__ import annotations

import re

from app.extraction.values.calendar_words import MONTH

# What makes four digits an amount, or a number the day of no month.
_COUNTED = re.compile(
    r"""[-\s]{1,3}(?:[a-z-]{2,14}\s)?
    (?:employees|people|workers|staff|jobs|positions|companies|firms|users|customers|clients|subscribers|stores|shops
    |shares|units|cars|vehicles|trucks|robots|patients|participants|students|members|seats|votes|voters|tons|tonnes|miles
    |kilometers|kilometres|km|metres|meters|feet|hours|days|weeks|months|years|dollars|euros|pounds|yen|rupees|francs
    |times|points|barrels|megawatts|mw|gw|kwh|engineers|developers|researchers|hectares|acres|square|respondents
    |locations|branches|outlets|homes|flats|apartments|buildings|men|women|children|cases|deaths|percent|per\scent
    |thousand|million|billion|trillion|crore|lakh|others|more|models|sites|rooms|beds|copies|chips|servers|residents
    |passengers|flights)\b
    |\s?[%°]""",
    re.VERBOSE,
)
_AMOUNT_BEFORE = re.compile(
    r"(?:[$€£¥₹#]"
    r"|\b(?:no\.?|number|flight|page|room|route|model|version|article|section)\s?"
    r"|\b(?:nearly|almost|some|than|least|over|exactly|all|another|usd|eur|gbp|rs\.?|total of|totall?ing)\s?"
    r"|[a-z0-9][-–])$",
    re.IGNORECASE,
)
_DATED_BEFORE = re.compile(
    r"\b(?:mid|early|late|pre|post|since|then|now|spring|summer|autumn|fall|winter)-$", re.IGNORECASE
)
# "Windows 2000", "Expo 2020": a capitalised word makes the number part of a name, unless it only opens the sentence.
_NAME_BEFORE = re.compile(r"(?<![\w.])([A-Z][\w&-]*)\s$")
_OPENERS = frozenset(
    "In Since By From Until Till During Before After Between Around About Circa Through Throughout Late Early Mid And "
    "Of To Founded Established Year For Its The Their His Her Our Spring Summer Autumn Fall Winter On As Both When "
    "While".split()
)

_MONTH_AFTER = re.compile(
    r"(?P<safe>\b(?:in|since|until|till|during|through|throughout|early|mid|late|last|next|this|around)[\s-]{1,2})$"
    r"|(?P<person>\b(?:by|before|after|from|between|and|to|of|or)\s{1,2})$"
    r"|(?P<noun>(?:\b(?:the|a|an|its|their|his|her|our|that)|['’]s?)\s{1,2})$",
    re.IGNORECASE,
)
_TO_MONTH = re.compile(rf"(?:\s?[-–—]\s?|\s(?:to|and|or|through)\s){MONTH}")
_NAMED_DAY = re.compile(r"\b(?:Black|Cyber|Super|Good|Ash|Easter|Bloody|Palm|[Ee]very|[Ee]ach)\s$")
_DAY_NAME_AFTER = re.compile(r"\s(?:Times|Mirror|Telegraph|Night|Post|Express|Mail|Herald)\b")
_SHORT_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
_LOOK_BACK, _LOOK_AHEAD = 32, 40


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]


def is_counted(match: re.Match[str]) -> bool:
    """Whether the number at the end of the match counts things."""
    return bool(_COUNTED.match(match.string, match.end(), match.end() + _LOOK_AHEAD))


def is_year(match: re.Match[str]) -> bool:
    """Whether four digits by themselves name a year."""
    before = _before(match)
    name = _NAME_BEFORE.search(before)
    if name and name[1] not in _OPENERS:
        return False
    return not _AMOUNT_BEFORE.search(before) or bool(_DATED_BEFORE.search(before))


def is_month(match: re.Match[str]) -> bool:
    """Whether a month's name by itself means the month: the words around it leave no doubt."""
    if _TO_MONTH.match(match.string, match.end()) or match[0] == match.string:
        return True
    context = _MONTH_AFTER.search(_before(match))
    follows = match.string[match.end() : match.end() + 2]
    if not context or (context["person"] and follows[:1].isspace() and follows[1:].isupper()):
        return False
    if not context["safe"] and match["month"] in _SHORT_MONTHS:
        return False
    return not context["noun"] or (follows[:1] in " -" and follows[1:].islower())


def is_weekday(match: re.Match[str]) -> bool:
    """Whether a day's name means a day near the publication, and not a feast, a paper or every such day."""
    return not _NAMED_DAY.search(_before(match)) and not _DAY_NAME_AFTER.match(match.string, match.end())


def is_amount(match: re.Match[str]) -> bool:
    """Whether the words before a number make it an amount."""
    return bool(_AMOUNT_BEFORE.search(_before(match)))
