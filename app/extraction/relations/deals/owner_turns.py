"""Turns of phrase that name an owner and leave it unsaid of what: "says the owner, P", "P, the sole owner, has"."""

from __future__ import annotations

from collections.abc import Mapping

from app.extraction.relations.deals.turns import Turn

_KIND = (
    r"(?:(?:present|current|latest|new|sole|only|majority|main|principal|biggest|largest|joint|part|private|ultimate|"
    r"proud|one and only|long-?time|absentee|controlling|[\w-]+-year-old|second-generation|third-generation|"
    r"{LO}-based|[A-Z]?[a-z]+(?:ish|ese|ian|ean|can|ch)) )*"
)
_OWNER = r"(?P<t>owner|co-owner|part-owner|proprietor|proprietress|owner-manager|owner and [a-z]+)s?"
_WHOSE = r"(?:the|its|{ITS})"
_REST = r"(?: of (?:the (?:rest|remainder|remaining {C}|other {C}|other half)))?"

OWNER_TURNS: Mapping[str, Turn] = {
    "says the owner": Turn(
        "ownsStakeIn",
        r"(?:said|says?|told us|explain(?:s|ed)|jok(?:es|ed)|add(?:s|ed)|shrugs|insist(?:s|ed)|recall(?:s|ed)|"
        r"according to|admit(?:s|ted)|complain(?:s|ed)|asks|sighs) "
        rf"(?:{_WHOSE} )?{_KIND}{_OWNER},? {{PLAIN}}{{OP+:s}}(?!'s)",
    ),
    "the owner, x": Turn(
        "ownsStakeIn",
        rf"(?:^|[,.;:\u201c\"] |\b(?:and|but|by|of|from|with|to|under|for|as|when|while|that|said|says) ){_WHOSE} "
        rf"{_KIND}{_OWNER}, "
        r"{PLAIN}{OP+:s}(?=[,.;]|$)",
    ),
    "x, the owner": Turn(
        "ownsStakeIn",
        rf"{{OP+:s}}(?: of {{L}})?,(?: \d\d,)? (?:who is |which is |who was )?{_WHOSE} "
        rf"{_KIND}{_OWNER}{_REST}(?=[,.;]|$)",
    ),
    "owner p": Turn("ownsStakeIn", rf"(?:^|[.;:\u201c\"] ){_KIND}{_OWNER} {{P+:s}}(?!'s)"),
    "the owner is x": Turn(
        "ownsStakeIn",
        rf"(?:^|[.;,:] |\band ){_WHOSE} {_KIND}{_OWNER} (?:now |today |these days |still )?(?:is|are) "
        r"{PLAIN}{OP+:s}(?!'s)(?=[,.;]|$| and | who| which| in | since )",
    ),
    "the present one": Turn(
        "ownsStakeIn",
        r"\b(?:owners?|proprietors?)\b[^;]{0,40}[.;:] the (?P<t>present|current|latest) one, {PLAIN}{OP:s},",
    ),
    # A share that changes hands.
    "a stake passes": Turn(
        "investedIn",
        r"(?:stake|holding|shareholding|block|slice)s? of (?:about |around |nearly |some )?{C} (?:has |had |was |"
        r"were |then |later "
        r"|since )*(?P<t>passed|went|goes|transferred|sold|moved|gone|going) (?:{T} |in {T} |over |back )*to "
        r"{DESC}{OP:s}(?!'s)",
    ),
    "whose share went": Turn(
        "investedIn",
        r"(?:his|her|their|{ITS}|family's|remaining) (?:remaining )?(?:{C}(?: (?:stake|holding|share|of "
        r"[^,.;]{3,30}))?|shares|"
        r"shareholding|stake|half|third|quarter)(?:, which|,? that)? (?:has |had |have |was |were )*"
        r"(?P<t>went|passed|goes|sold|gone|go) to {PLAIN}{OP:s}(?!'s)(?! (?:in|of) {O})",
    ),
    "so much to": Turn(
        "investedIn",
        r"\b(?P<t>sold) (?:something else|part of it|a part|some)[^,.;]{0,20}[:,] (?:(?:an?|his|her|its) )?(?:{C}|"
        r"half|third|"
        r"quarter|stake)[^,.;]{0,30},? to {PLAIN}{OP:s}(?!'s)",
    ),
    # Bidders.
    "offers from": Turn(
        "acquired",
        r"(?:has|have|had|received|got|drew|drawn|attracted|fielded|fielding|considering|weighing|studying) "
        r"(?:[a-z]+ ){0,3}?(?P<t>offers|bids|takeover approaches|expressions of interest)"
        r"(?: on the table| for (?:it|the (?:company|business|firm|chain|brand)))?,? (?:including (?:one |some "
        r")?)?from {DESC}{OP+:s}(?!'s)",
        sought=True,
    ),
    "shows interest": Turn(
        "acquired",
        r"{OP:s}(?: (?:of|from) {L})?,? (?:(?:has|have|had|is|was|are|were|also|too|said|to|both|reportedly|believed|"
        r"understood|thought|be|once) )*(?P<t>expressed (?:an )?interest|expressing interest|shown interest|"
        r"showed interest|"
        r"took a (?:close |good |quick )?look|taken a look|circling|sniffing around|in the hunt)"
        r"(?! (?:in|at|around) (?:{O}|[a-z]+ing))",
        sought=True,
    ),
    "the former owner": Turn(
        "ownsStakeIn",
        rf"(?:^|[,.;:] |\b(?:and|but|by|from|with|to|under|said|says) ){_WHOSE} (?:former|previous|old|late|"
        rf"earlier|last) "
        rf"{_KIND}{_OWNER},? {{PLAIN}}{{OP+:s}}(?=[,.;]|$)",
        ended=True,
    ),
    "x, the former owner": Turn(
        "ownsStakeIn",
        rf"{{OP+:s}}(?: of {{L}})?,(?: \d\d,)? {_WHOSE} (?:former|previous|old|late|earlier|last) "
        rf"{_KIND}{_OWNER}(?=[,.;]|$)",
        ended=True,
    ),
}
