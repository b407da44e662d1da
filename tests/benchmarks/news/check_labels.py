"""Check the labels of the news set: `python3 check_labels.py`.

Prints the number of articles and claims, by relation and by status. Exits 1 with one line per fault.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent

RELATIONS = frozenset(
    """heldRole memberOf joined left succeeded founded foundingDate investedIn ownsStakeIn acquired mergedWith partnerOf
    supplies consideringAlternativesTo tensionWith dissatisfiedWith recruitedFrom unitOf formerName headquarteredIn
    specializesIn focusesOn makesProduct restructured""".split()
)
STATUSES = frozenset("asserted stated reported possible denied negated question".split())
PHASES = frozenset("completed started ongoing ended planned considered".split())
MANNERS = frozenset("resigned dismissed retired moved unstated".split())
TIMES = frozenset({"date", "announced", "start", "end"})
TEXTS = frozenset("title responsibility round service topic scope from destination organization".split())
CLAIM_KEYS = (
    frozenset("relation subject object status quote phase amount currency percent manner duration attribution".split())
    | TIMES
    | TEXTS
)
NEVER_KEYS = frozenset("relation subject object phase status_in date_matches why quote title from".split())
# The part of EDTF that the labels use: days, months, seasons, quarters, years, unknown years and intervals.
_POINT = r"(?:\d{4}|\d{3}X|XXXX)(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-9]|4[01])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?"
EDTF = re.compile(rf"{_POINT}(?:/(?:{_POINT}|\.\.)?)?|\.\./{_POINT}")
DURATION = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")
FORMS = {
    **dict.fromkeys(TIMES, EDTF),
    **dict.fromkeys(TEXTS, re.compile(r".+")),
    "duration": DURATION,
    "amount": re.compile(r"\d+(?:\.\d+)?"),
    "percent": re.compile(r"\d+(?:\.\d+)?"),
    "currency": re.compile(r"[A-Z]{3}"),
}
MIN_WORDS, MAX_WORDS = 120, 700


def options(value: Any) -> list[Any]:
    """A list means "any of these"."""
    return value if isinstance(value, list) else [value]


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        raise ValueError("no front matter")
    head, body = text[4:].split("\n---\n", 1)
    return yaml.safe_load(head), body


def article_faults(text: str) -> list[str]:
    try:
        head, body = front_matter(text)
    except ValueError as error:
        return [str(error)]
    faults = [f"front matter lacks {key}" for key in ("title", "publisher") if not head.get(key)]
    if "published" in head and not isinstance(head["published"], date):
        faults.append("published is not YYYY-MM-DD")
    words = len(body.split())
    if not MIN_WORDS <= words <= MAX_WORDS:
        faults.append(f"the body has {words} words, not {MIN_WORDS} to {MAX_WORDS}")
    return faults


def term_faults(item: dict[str, Any], text: str) -> list[str]:
    """Faults that an item of any section can have: its closed lists and its names."""
    faults = [f"no {key}" for key in ("relation", "subject") if not item.get(key)]
    closed = (
        ("relation", RELATIONS),
        ("status", STATUSES),
        ("status_in", STATUSES),
        ("phase", PHASES),
        ("manner", MANNERS),
    )
    for key, legal in closed:
        faults += [
            f"{key} {value!r} is not in the closed list" for value in options(item.get(key, [])) if value not in legal
        ]
    for key in ("subject", "object"):
        for name in options(item.get(key, [])):
            if name != "*" and not (isinstance(name, str) and name in text):
                faults.append(f"{key} {name!r} does not stand in the article")
    return faults


def form_faults(claim: dict[str, Any]) -> list[str]:
    """Faults of the values that have a written form: times, sums, durations, texts."""
    faults: list[str] = []
    for key, form in FORMS.items():
        for value in options(claim.get(key, [])):
            absent = value is None and key in TIMES
            if not absent and not (isinstance(value, str) and form.fullmatch(value)):
                faults.append(f"{key} {value!r} is not a string of the form {form.pattern}")
    if ("amount" in claim) != ("currency" in claim):
        faults.append("amount and currency go together")
    return faults


def attribution_faults(claim: dict[str, Any], text: str) -> list[str]:
    speakers = claim.get("attribution")
    if speakers is None:
        return []
    if not set(options(claim["status"])) & {"stated", "reported", "denied", "possible"}:
        return ["attribution, but a status that has none"]
    if speakers == "unnamed":
        return []
    if not isinstance(speakers, list):
        return ["attribution is a list of names, or unnamed"]
    return [f"speaker {name!r} does not stand in the article" for name in speakers if name not in text]


def claim_faults(claim: dict[str, Any], text: str) -> list[str]:
    """Faults of an item of `must` or `should`."""
    faults = [f"unknown key {key}" for key in claim.keys() - CLAIM_KEYS]
    faults += [f"no {key}" for key in ("status", "quote") if not claim.get(key)]
    if faults:
        return faults
    if claim["quote"] not in text:
        faults.append("the quote is not verbatim in the article")
    if ("object" in claim) == (claim["relation"] == "restructured"):
        faults.append("every relation but restructured has an object")
    if "*" in options(claim.get("subject")) + options(claim.get("object")):
        faults.append("only never may say *")
    return faults + term_faults(claim, text) + form_faults(claim) + attribution_faults(claim, text)


def never_faults(item: dict[str, Any], text: str) -> list[str]:
    faults = [f"unknown key {key}" for key in item.keys() - NEVER_KEYS]
    if not item.get("why"):
        faults.append("no why")
    return faults + term_faults(item, text)


def contradicts(item: dict[str, Any], claim: dict[str, Any]) -> bool:
    """Whether a claim that `must` or `should` lists is one that a `never` item forbids."""

    def meets(key: str) -> bool:
        wanted = options(item.get(key, "*"))
        return "*" in wanted or bool(set(wanted) & set(options(claim.get(key, []))))

    if not set(options(claim["status"])) <= set(item.get("status_in", ["asserted", "stated", "reported"])):
        return False
    if "date_matches" in item:
        dates = [str(d) for key in TIMES & claim.keys() for d in options(claim[key])]
        if not any(re.search(item["date_matches"], d) for d in dates):
            return False
    return all(meets(key) for key in ("relation", "subject", "object", "phase", "title", "from"))


def label_faults(labels: dict[str, Any], text: str) -> list[str]:
    faults = [f"unknown section {key}" for key in labels.keys() - {"must", "should", "never"}]
    if not labels.get("must"):
        faults.append("no must")
    claims: list[dict[str, Any]] = [*(labels.get("must") or []), *(labels.get("should") or [])]
    for claim in claims:
        faults += [f"{claim.get('relation')} {claim.get('quote')!r}: {fault}" for fault in claim_faults(claim, text)]
    for item in labels.get("never") or []:
        faults += [f"never {item.get('relation')}: {fault}" for fault in never_faults(item, text)]
        if not faults:
            forbidden = [claim["quote"] for claim in claims if contradicts(item, claim)]
            faults += [f"never {item['relation']} ({item['why']}) forbids {quote!r}" for quote in forbidden]
    return faults


def check_part(part: str, relations: Counter[str], statuses: Counter[str]) -> list[str]:
    """Check `dev` or `heldout`, print its counts and add its `must` items to the two counters."""
    faults: list[str] = []
    sections: Counter[str] = Counter()
    articles = sorted((ROOT / part).glob("*.txt"))
    stems = {path.stem for path in articles}
    strays = [path.name for path in (ROOT / part).glob("*.yaml") if path.stem not in stems]
    faults += [f"{part}/{name}: labels without an article" for name in strays]
    for path in articles:
        where = f"{part}/{path.stem}"
        text = path.read_text(encoding="utf-8")
        labels_path = path.with_suffix(".yaml")
        if not labels_path.exists():
            faults.append(f"{where}: no labels")
            continue
        labels = yaml.safe_load(labels_path.read_text(encoding="utf-8"))
        faults += [f"{where}: {fault}" for fault in article_faults(text) + label_faults(labels, text)]
        sections.update({section: len(items or []) for section, items in labels.items()})
        for claim in labels.get("must") or []:
            relations["|".join(sorted(map(str, options(claim.get("relation")))))] += 1
            statuses["|".join(sorted(map(str, options(claim.get("status")))))] += 1
    print(f"{part}: {len(articles)} articles; " + ", ".join(f"{n} {section}" for section, n in sections.items()))
    return faults


def main() -> int:
    relations: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    faults = [fault for part in ("dev", "heldout") for fault in check_part(part, relations, statuses)]
    print("must, by relation:", ", ".join(f"{name} {n}" for name, n in relations.most_common()))
    print("must, by status:", ", ".join(f"{name} {n}" for name, n in statuses.most_common()))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
