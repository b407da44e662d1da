"""One page that draws the graph wherever it is opened, even from a disk, and loads nothing from elsewhere.

Data, script and style are in it, and its policy lets nothing else in. It has the parts of the explorer's graph page.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.errors import ClaimgraphError
from app.query.exports.base import Export, Graph, Writer
from app.query.exports.json_text import compact, plain, write_list
from app.query.lookup import Lookup
from app.query.network import link
from app.query.statuses import MARKS
from app.resources import EXPLORER_DIR

_SCRIPT = EXPLORER_DIR / "dist" / "standalone.js"
_STYLES = ("1-base.css", "5-tools.css")
_DATA = "<!-- data -->"


def write(export: Export, out: IO[bytes]) -> None:
    """Write the page, its data as they come.

    Raises:
        ClaimgraphError: the explorer's scripts are not built.
    """
    if not _SCRIPT.is_file():
        raise ClaimgraphError(
            "The page's script is not built.", hint="scripts/build-explorer makes it; a wheel has it already."
        )
    before, after = _frame(export).split(_DATA)
    out.write(before.encode())
    _write_data(export, _Inert(out))
    out.write(after.encode())


def _frame(export: Export) -> str:
    environment = Environment(
        loader=FileSystemLoader(EXPLORER_DIR / "templates"), autoescape=True, undefined=StrictUndefined
    )
    style = "\n".join((EXPLORER_DIR / "styles" / name).read_text(encoding="utf-8") for name in _STYLES)
    # Nothing in a script may look like its end.
    script = _SCRIPT.read_text(encoding="utf-8").replace("</script", "<\\/script").replace("<!--", "<\\!--")
    root = export.selection.root
    chosen = {name: value for name, value in export.selection.parameters().items() if name != "root"}
    graph = export.graph
    return environment.get_template("standalone.html").render(
        title=f"Around {export.lookup.entity(_local(root, export)).name}" if root else "Graph",
        described="; ".join(
            (
                f"{graph.number_of_nodes()} nodes and {graph.number_of_edges()} edges",
                *(f"{name.replace('_', ' ')}: {value.replace(',', ', ')}" for name, value in chosen.items()),
            )
        ),
        style=Markup(style),  # noqa: S704  (our own files)
        style_hash=_hash(style),
        script=Markup(script),  # noqa: S704
        script_hash=_hash(script),
        statuses=MARKS,
        data=Markup(_DATA),  # noqa: S704
    )


def _local(root: str, export: Export) -> str:
    return root.removeprefix(export.lookup.iris.base)


def _hash(text: str) -> str:
    """What a content policy calls an inline element by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class _Inert:
    """Passes JSON on so that no text in it can end the element that it stands in."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, data: bytes) -> int:
        """Write with every `<` as JSON may spell it: JSON itself has none."""
        return self._out.write(data.replace(b"<", b"\\u003c"))

    def writelines(self, lines: Iterable[bytes]) -> None:
        """Write one after the other."""
        for line in lines:
            self.write(line)


def _write_data(export: Export, out: _Inert) -> None:
    graph, lookup = export.graph, export.lookup
    root = export.selection.root
    start = lookup.iris.entity(lookup.entity(_local(root, export)).id).value if root else None
    out.write(f'{{"root": {compact(start)},\n"nodes": '.encode())
    write_list(out, (plain(data) | {"id": node} for node, data in graph.nodes(data=True)))
    out.write(b',\n"edges": ')
    edges = graph.edges(keys=True, data=True)
    write_list(out, (plain(data) | {"id": key, "source": s, "target": t} for s, t, key, data in edges))
    out.write(b',\n"spells": ')
    write_list(out, _spells(graph))
    out.write(b',\n"evidence": ')
    articles: set[str] = set()
    write_list(out, _evidence(graph, lookup, articles))
    out.write(b',\n"articles": ')
    write_list(out, _articles(lookup, articles))
    out.write(b"}\n")


def _spells(graph: Graph) -> Iterator[Mapping[str, object]]:
    """The days on which each edge holds, where anything is known of them."""
    for edge in graph.edges(keys=True):
        spell = link(graph, edge, "").spell
        if spell.surely or spell.possibly.first or spell.possibly.last:
            yield {"id": edge[2], **spell.model_dump()}


def _evidence(graph: Graph, lookup: Lookup, articles: set[str]) -> Iterator[Mapping[str, object]]:
    """The words that each fact rests on, and those against it; notes the articles that they are from."""
    told = {str(data["fact_id"]): data for _, data in graph.nodes(data=True) if "fact_id" in data}
    told |= {str(data["fact_id"]): data for _, _, data in graph.edges(data=True) if "slot" not in data}
    for fact_id, data in sorted(told.items()):
        quotes = [
            quote
            for name, supports in (("claim_ids", True), ("disputing_claim_ids", False))
            for quote in _quotes(lookup, str(data.get(name, "")).split(), supports=supports)
        ]
        articles.update(str(quote["article"]) for quote in quotes)
        if quotes:
            yield {"fact": fact_id, "quotes": quotes}


def _quotes(lookup: Lookup, claim_ids: list[str], *, supports: bool) -> Iterator[Mapping[str, object]]:
    for claim in lookup.claims_by_id(claim_ids):
        said = {
            "article": claim.article,
            "supports": supports,
            "status": str(claim.status),
            "attribution": [source.model_dump(mode="json", include={"kind", "name"}) for source in claim.attribution],
        }
        words = [span.model_dump() for span in claim.evidence]
        if words:
            yield said | words[0] | {"context": words[1:]}


def _articles(lookup: Lookup, wanted: set[str]) -> Iterator[Mapping[str, object]]:
    shown = {"id", "title", "publisher", "published", "url"}
    return (article.model_dump(include=shown) for article in lookup.articles() if article.id in wanted)


WRITER = Writer("html", "text/html", ".html", write)
