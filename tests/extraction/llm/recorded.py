"""What a good model answers for the three seed articles, by a word that is in only one of them."""

from __future__ import annotations

import json
from typing import Any

AUTHOR = [{"kind": "author", "name": None, "cue": None}]


def argument(name: str, type_: str, quote: str | None = None) -> dict[str, str]:
    return {"name": name, "type": type_, "quote": quote or name}


def company(name: str, quote: str | None = None) -> dict[str, str]:
    return argument(name, "Company", quote)


def said(relation: str, subject: Any, obj: Any, *evidence: str, **more: Any) -> dict[str, Any]:
    usual = {
        "qualifiers": [],
        "times": [],
        "phase": "ongoing",
        "polarity": "affirmed",
        "certainty": "certain",
        "mode": "statement",
        "attribution": AUTHOR,
    }
    return {"relation": relation, "subject": subject, "object": obj, "evidence": list(evidence), **usual, **more}


def details(**quotes: str) -> list[dict[str, str]]:
    return [{"name": name, "quote": quote} for name, quote in quotes.items()]


def times(**quotes: str) -> list[dict[str, str]]:
    return [{"role": role, "quote": quote} for role, quote in quotes.items()]


META, SCALE = company("Meta"), company("Scale AI")
FACEBOOK = company("Facebook")
MAYER = argument("Ruben Mayer", "Person")
TBD = argument("TBD Labs", "OrganizationUnit")

OPENING = (
    "Meta, formerly known as Facebook, has been making waves in the tech industry with its ambitious projects and "
    "collaborations."
)
CRACKS = (
    "However, recent reports indicate that cracks are starting to appear in Meta's partnership with Scale AI, raising "
    "concerns about the future of their relationship."
)
STRATEGIC = (
    "The partnership between Meta and Scale AI was initially seen as a strategic move to leverage Scale AI's expertise "
    "in data annotation and machine learning to enhance Meta's products and services."
)
SOURCES = (
    "According to sources familiar with the matter, Meta is exploring alternative options for AI training and data "
    "annotation, signaling a potential shift away from its reliance on Scale AI."
)
UNNAMED = [{"kind": "unnamed", "name": None, "cue": "sources familiar with the matter"}]
REPORTS = [{"kind": "unnamed", "name": None, "cue": "recent reports"}]

FIRST = [
    said("formerName", META, argument("Facebook", "Value"), OPENING),
    said("partnerOf", META, SCALE, STRATEGIC),
    said("specializesIn", SCALE, argument("data annotation", "Topic"), STRATEGIC),
    said("specializesIn", SCALE, argument("machine learning", "Topic"), STRATEGIC),
    said(
        "consideringAlternativesTo",
        META,
        SCALE,
        SOURCES,
        qualifiers=details(scope="AI training and data annotation"),
        attribution=UNNAMED,
    ),
    said("tensionWith", META, SCALE, CRACKS, attribution=REPORTS),
]

ALLIANCE = (
    "The collaboration between Facebook (now Meta) and Scale AI was initially hailed as a groundbreaking partnership "
    "aimed at advancing artificial intelligence capabilities, particularly in the fields of machine learning and data "
    "annotation."
)
LABELS = (
    "Initially, the collaboration seemed mutually beneficial: Facebook gained access to high-quality labeled datasets, "
    "while Scale AI secured a high-profile client and substantial revenue growth."
)
EMERGED = "Despite early success, tensions have emerged between the two companies."
DISAGREE = (
    "Sources report disagreements over data privacy standards, intellectual property rights, and project priorities."
)
CONFLICTS = (
    "Facebook is known for its aggressive product timelines, while Scale AI emphasizes quality, accuracy, and "
    "compliance, leading to conflicts in execution strategies."
)
DISSOLVE = (
    "Others fear that the partnership may dissolve entirely, forcing both companies to seek alternative solutions in a "
    "competitive AI market."
)
BOTH = (
    "While speculation about the partnership’s demise circulates, both companies have issued statements emphasizing "
    "continued cooperation and shared goals."
)

SECOND = [
    said("formerName", company("Meta"), argument("Facebook", "Value"), ALLIANCE),
    said("partnerOf", FACEBOOK, SCALE, ALLIANCE),
    said(
        "specializesIn",
        SCALE,
        argument("data labeling", "Topic"),
        "Scale AI specializes in data labeling, which is crucial for training AI systems to understand images, "
        "language, and behavior patterns.",
    ),
    said("supplies", SCALE, FACEBOOK, LABELS, qualifiers=details(service="high-quality labeled datasets")),
    said(
        "tensionWith",
        FACEBOOK,
        SCALE,
        DISAGREE,
        CONFLICTS,
        qualifiers=details(topic="data privacy standards, intellectual property rights, and project priorities"),
        attribution=[{"kind": "unnamed", "name": None, "cue": "Sources report"}],
    ),
    said(
        "partnerOf",
        FACEBOOK,
        SCALE,
        DISSOLVE,
        ALLIANCE,
        phase="ended",
        certainty="possible",
        mode="prediction",
        attribution=[{"kind": "unnamed", "name": None, "cue": "Others fear"}],
    ),
    said(
        "partnerOf",
        company("Facebook", "Facebook"),
        company("Scale AI", "Scale AI"),
        BOTH,
        ALLIANCE,
        attribution=[
            {"kind": "named", "name": "Facebook", "cue": "both companies"},
            {"kind": "named", "name": "Scale AI", "cue": "both companies"},
        ],
    ),
]

TROUBLE = (
    "Meta's partnership with Scale AI is encountering difficulties, marked by the departure of Ruben Mayer, a key "
    "executive, after just two months."
)
OVERSAW = (
    "Mayer was responsible for overseeing AI data operations at Meta but was not part of the core team tasked with "
    "developing AI superintelligence."
)
RESEARCHERS = (
    "Researchers at Meta's TBD Labs, the unit focused on AI superintelligence, have started using third-party data "
    "vendors due to dissatisfaction with Scale AI's data quality."
)
MONEY = "This development is significant given Meta's $14.3 billion investment in Scale AI announced in June."

THIRD = [
    said(
        "heldRole",
        {**MAYER, "quote": "Mayer"},
        META,
        OVERSAW,
        TROUBLE,
        qualifiers=details(responsibility="AI data operations"),
        phase="ended",
    ),
    said(
        "left",
        MAYER,
        META,
        TROUBLE,
        OVERSAW,
        qualifiers=details(manner="unstated"),
        times=times(duration="just two months"),
        phase="completed",
    ),
    said(
        "memberOf",
        {**MAYER, "quote": "Mayer"},
        argument("core team", "Collective", "the core team"),
        OVERSAW,
        TROUBLE,
        polarity="negated",
        phase="ended",
    ),
    said("unitOf", TBD, META, RESEARCHERS),
    said("focusesOn", TBD, argument("AI superintelligence", "Topic"), RESEARCHERS),
    said(
        "investedIn",
        META,
        SCALE,
        MONEY,
        qualifiers=details(amount="$14.3 billion"),
        times=times(announced="in June"),
        phase="completed",
    ),
    said("dissatisfiedWith", TBD, SCALE, RESEARCHERS, qualifiers=details(topic="data quality")),
    said(
        "supplies",
        argument("third-party data vendors", "Collective"),
        TBD,
        RESEARCHERS,
        phase="started",
    ),
    said("partnerOf", META, SCALE, TROUBLE),
]

BY_WORD = {"Unraveling": FIRST, "Falling Apart": SECOND, "Ruben Mayer": THIRD}


def reply(claims: list[dict[str, Any]]) -> str:
    return json.dumps({"claims": claims}, ensure_ascii=False)
