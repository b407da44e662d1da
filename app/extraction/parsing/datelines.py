"""The dateline that opens an agency's story: "ZURICH (AP) — ", "MUNICH, Nov 3 - ". It acts in no sentence."""

from __future__ import annotations

import re

from app.extraction.lexicon.nouns import LEGAL_FORMS, OUTLETS, STATE_CODES
from app.extraction.lexicon.places import is_known_place

_LONGEST = 120
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?:\w+day,?\s+)?(?:{_MONTH}\s+{_DAY}|{_DAY}\.?\s+{_MONTH})(?:,?\s+\d{{4}})?"
_WORD = r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*"
_PLACE = rf"{_WORD}(?:[ ](?:(?:de|of|the|del|am|on|and)\s+)?{_WORD}){{0,3}}"
_AGENCY = r"\(\s*[^()\n:]{2,40}\s*\)|/[^/\n:]{2,40}/"
_DATELINE = re.compile(
    rf"\s*(?:(?P<place>{_PLACE})(?P<region>(?:[,/]\s?(?!{_MONTH}\s\d)(?:{_PLACE})){{0,3}}))?"
    rf"(?:(?:^|,|\s|(?<=\s))\s*(?P<date>{_DATE}),?)?"
    rf"\s*[-–—]*\s*(?P<agency>{_AGENCY})?"
    r"\s*(?P<mark>[-–—]{1,2}|:)\s*(?=\S)"
)
_WIRE = re.compile(
    r"\b\w*(?:wire|newswires?)\b|^(?:AP|AFP|PA|DPA|UPI|ANSA|PTI|EFE|TASS|Xinhua|Kyodo|Yonhap)\b", re.IGNORECASE
)
_SMALL = frozenset({"and", "of", "de", "del", "the", "am", "on"})
_STATES = frozenset(
    """Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo. Mont.
    Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Va. Vt. Wash. W.Va. Wis. Wyo. D.C.
    Ont. Que. Alta. B.C.""".split()
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the sentence begins in the paragraph there: after its dateline, or at its start if it has none."""
    opening = text[start : min(end, start + _LONGEST)]
    match = _DATELINE.match(opening)
    if match is None or not (match["place"] or match["date"] or match["agency"]):
        return start
    return start + match.end() if _is_dateline(match, text) and start + match.end() < end else start


def _is_dateline(match: re.Match[str], text: str) -> bool:
    place, region = match["place"] or "", match["region"] or ""
    following = match.string[match.end()]
    agency = (match["agency"] or "").strip("()/ ")
    if match["mark"] == ":" and not (_shouts(place) and _known(place)):
        return False
    if agency and (agency in OUTLETS or _WIRE.search(agency)):
        return True
    if following.islower() and not match["date"]:
        return False
    if agency and not (match["date"] or _shouts(place)):
        return False
    if match["date"]:
        return bool(place) and (_shouts(place) or _known(place)) and not _is_firm(place)
    if _known(place) or (region and _in_region(region)):
        return match["mark"] == ":" or not match.string[match.start("mark") - 1].isalnum()
    # An unknown town in capitals: a firm's name in capitals would come again.
    spaced = match.string[match.start("mark") - 1].isspace()
    return _shouts(place) and len(place) > 3 and spaced and text.count(place) == 1 and not _is_firm(place)


def _shouts(place: str) -> bool:
    return len(place) > 2 and all(word.isupper() or word in _SMALL for word in place.split())


def _known(place: str) -> bool:
    titled = place.title() if place.isupper() else place
    return any(is_known_place(name) for name in (place, titled))


def _in_region(region: str) -> bool:
    last = re.split(r"[,/]", region)[-1].strip()
    return last in _STATES or last in STATE_CODES or _known(last)


def _is_firm(place: str) -> bool:
    return any(word.strip(".,").title() in LEGAL_FORMS or word in LEGAL_FORMS for word in place.split()[1:])
