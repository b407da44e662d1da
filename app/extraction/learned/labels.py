"""The labels that the reader was taught: KnowledgeNet's properties, FIRE's relations, CORE's classes with direction."""

from __future__ import annotations

from app.vocab import RELATIONS

PROPERTY_IDS = {
    "904": "EMPLOYEE_OR_MEMBER_OF",
    "902": "CEO",
    "910": "FOUNDED_BY",
    "903": "SUBSIDIARY_OF",
    "911": "HEADQUARTERS",
    "905": "DATE_FOUNDED",
}
PROPERTIES = tuple(PROPERTY_IDS.values())

PERSONAL_IDS = {
    "900": "PLACE_OF_BIRTH",
    "901": "NATIONALITY",
    "906": "DATE_OF_DEATH",
    "907": "POLITICAL_AFFILIATION",
    "908": "DATE_OF_BIRTH",
    "909": "PLACE_OF_RESIDENCE",
    "912": "CHILD_OF",
    "913": "SPOUSE",
    "914": "EDUCATED_AT",
}
"""Taught beside the six, so that a study is not taken for a job; never proposed."""

FIRE = ("Employeeof", "Designation", "ActionBuy", "Subsidiaryof", "ActionMerge")

# The class, and whether the pair stands the other way round (`invert_relation`).
_DIRECTED = (
    *("product_or_service_of", "acquired_by", "client_of", "shareholder_of", "subsidiary_of", "brand_of"),
    *("competitor_of", "traded_on", "regulated_by"),
)
SYMMETRIC = frozenset({"collaboration", "merged_with", "undefined", "competitor_of"})
CORE = (
    "undefined:0",
    "collaboration:0",
    "merged_with:0",
    *(f"{name}:{way}" for name in _DIRECTED for way in (0, 1) if way == 0 or name not in SYMMETRIC),
)

SAME = "same"
"""The label of two mentions of one thing."""

NEWS = (*sorted(RELATIONS - {"restructured"}), SAME)
"""The product's own relations between two ends, and which mentions speak of the same thing."""

HEADS = {"knowledgenet": PROPERTIES, "fire": FIRE, "news": NEWS}
"""The heads that look for pairs by themselves; CORE's is asked about a given pair."""

TAUGHT = {"knowledgenet": (*PROPERTIES, *PERSONAL_IDS.values()), "fire": FIRE, "core": CORE, "news": NEWS}
"""What each head was taught, in its order; the first are those that it proposes."""

LEFT_OUT = frozenset({"competitor_of", "traded_on", "regulated_by", "undefined"})
"""The classes of CORE that the product has no relation for."""
