"""Writes out what people shorten when they type in haste ("b4", "w/", "3 yrs", "who & when"), but nothing in a name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from app.query.ask.lexical.names import Names
from app.query.ask.lexical.words import spelt_words

_SHORT = {
    "1st": "first", "2day": "today", "abt": "about", "acq": "acquisition", "acqs": "acquisitions",
    "approx": "approximately", "asst": "assistant", "atm": "now", "b4": "before", "bc": "because", "bday": "birthday",
    "biz": "business", "cant": "can not", "co": "company", "cos": "companies", "couldnt": "could not",
    "coz": "because", "cuz": "because", "dept": "department", "dont": "do not", "dunno": "do not know",
    "estd": "founded", "gimme": "give me", "govt": "government", "howd": "how did", "hqd": "headquartered",
    "hw": "how", "im": "i am", "intl": "international", "ive": "i have", "lemme": "let me", "mgmt": "management",
    "mgr": "manager", "mktg": "marketing", "mth": "month", "mths": "months", "n": "and", "nxt": "next",
    "ops": "operations", "pls": "please", "plz": "please", "ppl": "people", "prev": "previous", "prez": "president",
    "r": "are", "rn": "now", "shd": "should", "thats": "that is", "theres": "there is", "theyre": "they are",
    "theyve": "they have", "thru": "through", "u": "you", "ur": "your", "w": "with", "wats": "what is",
    "whatd": "what did", "whens": "when is", "whered": "where did", "whod": "who did", "whove": "who have",
    "whr": "where", "wht": "what", "whyd": "why did", "whys": "why is", "wk": "week", "wks": "weeks",
    "wont": "will not", "wot": "what", "wots": "what is", "wouldnt": "would not", "yr": "year", "yrs": "years",
}  # fmt: skip
_LETTERED = frozenset({"series", "class", "tranche", "round", "type", "plan", "phase", "group", "unit"})
_COMPANIES_ASKED = frozenset({"which", "what", "other", "all", "any", "list", "many", "these", "those", "the", "two"})
_SCALED = {
    "mil": "m",
    "mill": "m",
    "mln": "m",
    "mio": "m",
    "mm": "m",
    "bil": "bn",
    "bill": "bn",
    "bln": "bn",
    "mrd": "bn",
}
_MONTHS = {name.casefold(): calendar.month_name[number] for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = "September"
_ASKING = r"(?:who|whom|what|when|where|why|how(?: much| long)?|which)"
_NAME_WORDS, _FEW_LETTERS = 3, 2
"""So many words of a name may stand on either side; a word of so few letters may be a letter of a name (N'Roe)."""
_NEWEST_SHORT_YEAR = 40
"""A year of two digits up to this one is of this century."""

_WORD = re.compile(r"(?<![\w'’&./@-])[^\W_]+(?![\w&@/-]|['’]\w|\.\w)")
_MARKS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (r"(?<!\w)w/o\b ?", "without "),
        (r"(?<!\w)w/ ?(?=\w)", "with "),
        (r"(?<!\w)b/c\b", "because"),
        (r"\s@\s?(?=\w)", " at "),
        (rf"\b({_ASKING})\s*/\s*(?={_ASKING}\b)", r"\1 and "),
        (r"\band ?/ ?or\b", "or"),
        (r"\b(his|he) ?/ ?(?:hers?|she)\b", r"\1"),
        (r"(?:\band|\bn|,|&|\+|\bwith|\bw/) ?%(?=\W*$)", "and percentage"),
        (r"\b(what|which) ?%", r"\1 percent"),
        (r"\b(how (?:many|much)) ?%", "what percent"),
        (r"(?<=\w)%age\b", " percentage"),
        # "45 mil", "1.2bln"
        (rf"(?<=\d) ?({'|'.join(_SCALED)})\b", lambda found: _SCALED[found[1].casefold()]),
        # "in '24", "Q1/25", "dec 2025", "since jan 5"
        (
            r"\b(in|since|until|till|by|before|after|from|of|during|early|late|mid|end|spring|summer|autumn|fall|winter"
            r"|to|and|or)(?P<mark>[ -])['’‘](?P<year>\d\d)\b",
            lambda found: f"{found[1]} {_year(found['year'])}",
        ),
        (r"\bq([1-4]) ?[/'’‘] ?['’‘]?(?P<year>\d\d)\b", lambda found: f"Q{found[1]} {_year(found['year'])}"),
        (
            rf"\b({'|'.join(_MONTHS)})\.? (?=(?:of )?[12]\d{{3}}\b|\d{{1,2}}(?:st|nd|rd|th)?\b(?!['’ ]?[%mkb]))",
            lambda found: f"{_MONTHS[found[1].casefold()]} ",
        ),
        (
            rf"(?<=\d )({'|'.join(_MONTHS)})\b\.?(?=,? [12]\d{{3}}\b)",
            lambda found: _MONTHS[found[1].casefold()],
        ),
        # an apostrophe that was left out, with a space for it
        (r"\b(who|what|when|where|how|it|he|she|that|there) s (?=\w)", r"\1 is "),
        (r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n t\b", r"\1 not"),
    )
)
_LISTING = re.compile(r"(?<=[a-z]) ?/ ?(?=[a-z])(?!no\b|n\b|false\b|not\b)")
_JOINING = re.compile(r"\s[+&]\s")
_CAPITALS = re.compile(r"\b[A-Z][\w.'’-]*\s[+&]\s[A-Z]")


def written_out(question: str, names: Names) -> str:
    """The question with its short forms as whole words; those that stand in a name of the graph as they are.

    >>> nobody = Names(by_words={}, labels={}, values={}, vocabulary=frozenset(), longest=1)
    >>> written_out("what did roe do b4 acme n for how many yrs", nobody)
    'what did roe do before acme and for how many years'
    >>> written_out("who/when founded acme w/ 45mil + what % does roe hold", nobody)
    'who and when founded acme with 45m and what percent does roe hold'
    """
    for pattern, put in _MARKS:
        question = pattern.sub(put, question)
    capitals = [span.end() - 1 for span in _CAPITALS.finditer(question)]  # a name, if one that nobody knows
    question = _JOINING.sub(
        lambda found: found.group() if found.end() in capitals or _is_in_name(found, names) else " and ", question
    )
    question = _LISTING.sub(lambda found: found.group() if _joins_names(found, names) else ", ", question)
    return _WORD.sub(lambda found: _whole(found, names), question)


def _year(digits: str) -> str:
    return f"{20 if int(digits) <= _NEWEST_SHORT_YEAR else 19}{digits}"


def _whole(found: re.Match[str], names: Names) -> str:
    """The word that a short one is for, unless it is one of its own here."""
    written = found.group()
    word = written.casefold()
    whole = _SHORT.get(word)
    if whole is None or (len(word) <= _FEW_LETTERS and written != word):
        return written
    before = spelt_words(found.string[: found.start()])[-1:]
    if _is_in_name(found, names, (word,)) if len(word) <= _FEW_LETTERS else word in names.vocabulary:
        return written
    if len(word) == 1 and (not before or before[0] in _LETTERED):
        return written
    if word == "cos" and not _COMPANIES_ASKED.intersection(before):
        return "because" if before else written
    return whole.capitalize() if written[:1].isupper() else whole


def _joins_names(found: re.Match[str], names: Names) -> bool:
    """Whether a slash stands beside a word of a name, where it pairs two that take part in one thing."""
    beside = (*spelt_words(found.string[: found.start()])[-1:], *spelt_words(found.string[found.end() :])[:1])
    return any(word in names.vocabulary for word in beside)


def _is_in_name(found: re.Match[str], names: Names, words: tuple[str, ...] = ()) -> bool:
    """Whether a sign, or a word, stands amid one name: "Roe & Lind"."""
    before, after = spelt_words(found.string[: found.start()]), spelt_words(found.string[found.end() :])
    left = (before[len(before) - length :] for length in range(min(_NAME_WORDS, len(before)) + 1))
    right = [after[:length] for length in range(min(_NAME_WORDS, len(after)) + 1)]
    around = (
        (first, second) for first in left for second in right if (first and second) or (words and (first or second))
    )
    return any((*first, *words, *second) in names.by_words for first, second in around)
