"""Compares claims with what a careful reader recorded: the gold of the seed articles, the traps, and the news set.

A key that is absent is not checked; null must be absent; a list means any of these (for `attribution`: all of these);
`*` is anything. Names may come out in any form that the article uses for the entity.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from app.model import Attribution, Claim, Extraction, Mention, SourceKind, TimeValue
from app.ontology import load_ontology

Item = Mapping[str, Any]

TEXTS = ("title", "responsibility", "round", "service", "topic", "scope", "from", "destination", "organization")
EXACT = ("amount", "currency", "percent", "manner")
TIMES = ("date", "announced", "start", "end")
FALSEHOODS = ("asserted", "stated", "reported")


def options(value: Any) -> list[Any]:
    """A list means any of these."""
    return list(value) if isinstance(value, list) else [value]


def plain(text: str) -> str:
    """A name without case, article, quotes and outer marks."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").casefold().strip(" \"“”.,;:'")
    return re.sub(r"^(?:the|an?) ", "", re.sub(r"\s+", " ", text)).removesuffix("'s")


class Gold:
    """Compares the claims of one extraction with gold items."""

    def __init__(self, extraction: Extraction) -> None:
        self.claims = extraction.claims
        self._forms = {
            e.id: {plain(n) for n in (e.name, *e.aliases, *(m.text for m in e.mentions))} for e in extraction.entities
        }
        self._by_name = {e.name: e.id for e in extraction.entities}

    def found(self, item: Item) -> list[Claim]:
        """The claims that an item of `must` or `should` describes in every key."""
        return [claim for claim in self.claims if not self.faults(item, claim)]

    def violations(self, item: Item) -> list[Claim]:
        """The claims that an item of `never` forbids. Without a status it forbids what is given as so."""
        rest = {key: value for key, value in item.items() if key not in ("why", "quote", "status_in", "date_matches")}
        statuses = options(item.get("status_in") or list(FALSEHOODS))
        pattern = item.get("date_matches")
        return [
            claim
            for claim in self.claims
            if claim.status.value in statuses
            and not self.faults(rest, claim)
            and (
                pattern is None
                or any(re.search(pattern, time.edtf) for time in (claim.time.date, claim.time.announced) if time)
            )
        ]

    def about(self, item: Item) -> list[Claim]:
        """The claims with an item's relation, subject and object, whatever else they say."""
        return [claim for claim in self.claims if self.same_arguments(item, claim)]

    def same_arguments(self, item: Item, claim: Claim) -> bool:
        """Whether relation, subject and object are those of an item."""
        if claim.relation not in options(item["relation"]) and item["relation"] != "*":
            return False
        if self._is(item, "subject", claim) and self._is(item, "object", claim):
            return True
        schema = load_ontology().relations[claim.relation]
        swapped = {**item, "subject": item.get("object", "*"), "object": item.get("subject", "*")}
        return schema.symmetric and self._is(swapped, "subject", claim) and self._is(swapped, "object", claim)

    def faults(self, item: Item, claim: Claim) -> list[str]:
        """The keys of an item in which a claim differs from it."""
        if not self.same_arguments(item, claim):
            return ["arguments"]
        wrong = [
            key
            for key in ("status", "phase", "polarity", "certainty", "mode")
            if key in item and getattr(claim, key).value not in options(item[key])
        ]
        wrong += [key for key in EXACT if key in item and claim.qualifiers.get(key) not in options(item[key])]
        wrong += [key for key in TEXTS if key in item and not _same_text(item[key], claim.qualifiers.get(key))]
        wrong += [key for key in TIMES if key in item and not _same_time(item[key], getattr(claim.time, key))]
        if "duration" in item and claim.time.duration not in options(item["duration"]):
            wrong.append("duration")
        if "attribution" in item and not self._attributed(item["attribution"], claim.attribution):
            wrong.append("attribution")
        if "quote" in item and not any(_squeeze(item["quote"]) in _squeeze(span.text) for span in claim.evidence):
            wrong.append("quote")
        return wrong

    def _is(self, item: Item, side: str, claim: Claim) -> bool:
        wanted = options(item.get(side, "*"))
        if wanted == ["*"]:
            return True
        argument = claim.subject if side == "subject" else claim.object
        if argument is None:
            return wanted == [None]
        if not isinstance(argument, Mention):
            return any(_same_text(name, argument.value) for name in wanted)
        forms = self._forms.get(argument.entity, set()) | {plain(argument.name), plain(argument.mention)}
        return any(plain(str(name)) in forms for name in wanted)

    def _attributed(self, wanted: Any, sources: Iterable[Attribution]) -> bool:
        sources = list(sources)
        if wanted == "unnamed":
            return any(source.kind in (SourceKind.UNNAMED, SourceKind.REPORT) for source in sources)
        given = {plain(form) for source in sources if source.name for form in self._names(source.name)}
        return all(plain(name) in given for name in options(wanted))

    def _names(self, name: str) -> set[str]:
        return self._forms.get(self._by_name.get(name, ""), set()) | {name}


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _same_text(wanted: Any, found: str | None) -> bool:
    """Whether one contains the other word by word: "labeled datasets" and "high-quality labeled datasets"."""
    for option in options(wanted):
        if option is None or found is None:
            if option is found:
                return True
            continue
        one, other = f" {plain(str(option))} ", f" {plain(found)} "
        if one in other or other in one:
            return True
    return False


def _same_time(wanted: Any, found: TimeValue | None) -> bool:
    edtf = found.edtf if found else None
    return any(
        edtf == option or (edtf is not None and option is not None and edtf.rstrip("~?%") == option)
        for option in options(wanted)
    )
