"""The suites that are run, and which tests of them fail and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.conformance import evaluation, exchanges
from tests.conformance.manifest import Case, cases

Run = Callable[[httpx.Client, Case], None]

_QUERY = "aggregates bind bindings cast construct exists functions grouping negation project-expression property-path"
_UPDATE = "add basic-update clear copy delete-data delete-insert delete-where delete drop move"
_SYNTAX = "syntax-query syntax-update-1 syntax-update-2 syntax-fed"
_SPARQL11 = f"{_QUERY} subquery {_UPDATE} update-silent {_SYNTAX} csv-tsv-res json-res"
_SPARQL12 = (
    "grouping codepoint-escapes syntax-triple-terms-negative syntax-triple-terms-positive eval-triple-terms expression "
    "lang-basedir rdf11 version syntax"
)


@dataclass(frozen=True)
class Suite:
    """Some manifests, with how their tests are run and how many at least have to pass."""

    name: str
    manifests: tuple[str, ...]
    run: Run


def _all(suite: str, folders: str) -> tuple[str, ...]:
    return tuple(f"{suite}/{folder}/manifest.ttl" for folder in folders.split())


SUITES = (
    Suite("SPARQL 1.1 protocol", _all("sparql11", "protocol"), exchanges.run_protocol),
    Suite(
        "graph store protocol",
        tuple(f"sparql11/graph-store-protocol/manifest-{kind}.ttl" for kind in ("direct", "indirect")),
        exchanges.run_graph_store,
    ),
    Suite("service description", _all("sparql11", "service-description"), exchanges.run_description),
    Suite("SPARQL 1.1 query, update, syntax, results", _all("sparql11", _SPARQL11), evaluation.run),
    Suite("SPARQL 1.2", _all("sparql12", _SPARQL12), evaluation.run),
)


def results(root: Path, client: httpx.Client) -> Iterator[tuple[str, str, str | None]]:
    """Every test that is run: its suite, its name, and how it failed, if it did."""
    for suite in SUITES:
        for case in cases(root, *suite.manifests):
            yield suite.name, case.name, _outcome(lambda case=case, suite=suite: suite.run(client, case))  # type: ignore[misc]
    old = exchanges.OldGraphStore(client)
    for case in cases(root, "sparql11/http-rdf-update/manifest.ttl"):
        yield "graph store protocol, older tests", case.name, _outcome(lambda case=case: old.run(case))  # type: ignore[misc]


def _outcome(run: Callable[[], None]) -> str | None:
    try:
        run()
    except (AssertionError, httpx.HTTPError, SyntaxError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return None


_PATHS = "a path of length zero does not reach a term that the data does not have"
_TYPES = "equal numbers written in two ways become one term when they are stored"
_GRAPH = "GRAPH ?g does not bind ?g at the end of the whole group, once for each graph"

# Oxigraph's own, each with a minimal case in docs/oxigraph.md; and the suite's.
FAILURES: Mapping[str, str] = {
    "sparql11/aggregates/agg-groupconcat-04": "GROUP_CONCAT of texts in a language is in a language",
    "sparql11/aggregates/agg-groupconcat-06": "GROUP_CONCAT of texts in a language is in a language",
    "sparql11/aggregates/agg-empty-group-count-graph": _GRAPH,
    "sparql11/bindings/graph": _GRAPH,
    "sparql11/functions/bnode01": "BNODE(string) gives the same node in every row",
    "sparql11/negation/graph-minus": _GRAPH,
    "sparql11/property-path/zero_or_more_set_start": _PATHS,
    "sparql11/property-path/zero_or_more_set_end": _PATHS,
    "sparql11/property-path/zero_or_one_set_start": _PATHS,
    "sparql11/property-path/zero_or_one_set_end": _PATHS,
    "sparql11/csv-tsv-res/csv03": _TYPES,
    "sparql12/grouping/group01": _TYPES,
    "sparql12/grouping/select-variable-reuse": "(COUNT(?v) AS ?n) (?n + 1 AS ?m) is refused",
    "sparql12/syntax-triple-terms-negative/tripleterm-subject-03": "a triple term may have one for its subject",
    "sparql12/syntax-triple-terms-negative/tripleterm-subject-06": "a triple term may have a literal for its subject",
    "sparql12/syntax/nested-aggregate-functions": "an aggregate in an aggregate is accepted",
    "sparql11/http-rdf-update/get_of_post__existing_graph": "expects what the suite has replaced",
}
