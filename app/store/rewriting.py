"""Updates as they are to be sent to a store whose default graph goes by a name: every operation says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from app.store.notation import OPAQUE

_TOKEN = re.compile(rf"{OPAQUE} | (?P<word>[\w:?$@%\\-]+) | \s+ | .", re.VERBOSE | re.DOTALL)


@dataclass(frozen=True)
class _Token:
    text: str
    word: str
    """In capitals; empty for what is no word."""

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() or self.text.startswith("#")


def with_named_default(update: str, default: NamedNode, graphs: Callable[[], Sequence[NamedNode]]) -> list[str]:
    """The operations of an update, in which a name stands for the default graph.

    `graphs` lists the named graphs, for what speaks of all of them. What is not valid is left for the server to refuse.

    >>> [update] = with_named_default("INSERT DATA { <a:a> <a:b> 1 }", NamedNode("a:d"), list)
    >>> " ".join(update.split())
    'INSERT DATA { GRAPH <a:d> { <a:a> <a:b> 1 } }'
    """
    named = [str(default)]
    found = []
    for operation in _operations(update):
        start = _after_prologue(operation)
        if start < len(operation):
            prologue, body = operation[:start], operation[start:]
            found.append((prologue, _rewritten(body, str(default), lambda: [*map(str, graphs()), *named])))
    return [_text(prologue) + body for prologue, body in found]


def _operations(update: str) -> Iterator[list[_Token]]:
    """The tokens of each operation: semicolons part them, except within braces."""
    tokens, depth = list[_Token](), 0
    for match in _TOKEN.finditer(update):
        token = _Token(match[0], (match["word"] or "").upper())
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if token.text == ";" and depth == 0:
            yield tokens
            tokens = []
        else:
            tokens.append(token)
    yield tokens


def _after_prologue(tokens: Sequence[_Token]) -> int:
    """Where the operation begins: after any PREFIX name: <iri> and BASE <iri>."""
    at, lengths = 0, {"PREFIX": 3, "BASE": 2}
    while at < len(tokens):
        if tokens[at].is_blank:
            at += 1
        elif (length := lengths.get(tokens[at].word)) is None:
            break
        else:
            while length and at < len(tokens):
                length -= not tokens[at].is_blank
                at += 1
    return at


def _rewritten(tokens: Sequence[_Token], default: str, everything: Callable[[], list[str]]) -> str:
    words = [token.word for token in tokens if not token.is_blank]
    verb, following = words[0], words[1:2]
    if verb in ("CLEAR", "DROP") and {"ALL", "NAMED"} & set(words):
        graphs = everything() if "ALL" in words else everything()[:-1]
        # One that is nowhere: what has been named by PREFIX has to lead up to an operation.
        return ";\n".join(f"{verb} SILENT GRAPH {graph}" for graph in graphs or ["<urn:claimgraph:nothing>"])
    if verb in ("CLEAR", "DROP"):
        return "".join(f"GRAPH {default}" if token.word == "DEFAULT" else token.text for token in tokens)
    if verb in ("ADD", "MOVE", "COPY"):
        return "".join(default if token.word == "DEFAULT" else token.text for token in tokens)
    if verb == "LOAD" and "INTO" not in words:
        return f"{_text(tokens)}\nINTO GRAPH {default}"
    if verb in ("INSERT", "DELETE") and following in (["DATA"], ["WHERE"]):
        return _wrapped(tokens, default)
    if verb in ("INSERT", "DELETE"):
        return f"WITH {default} {_text(tokens)}"
    return _text(tokens)


def _wrapped(tokens: Sequence[_Token], default: str) -> str:
    """Quads in which every triple lies in a GRAPH block."""
    texts = [token.text for token in tokens]
    if "{" not in texts or "}" not in texts:
        return "".join(texts)
    first, last = texts.index("{"), len(texts) - 1 - texts[::-1].index("}")
    written, loose, depth, in_graph = list[str](), list[_Token](), 0, False
    for token in tokens[first + 1 : last]:
        if depth == 0 and token.word == "GRAPH":
            written.append(_block(loose, default))
            loose, in_graph = [], True
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        (written.append(token.text) if in_graph else loose.append(token))
        if in_graph and token.text == "}" and depth == 0:
            in_graph = False
    written.append(_block(loose, default))
    return f"{''.join(texts[:first])}{{ {' '.join(filter(None, [''.join(written)]))} }}{''.join(texts[last + 1 :])}"


def _block(loose: Sequence[_Token], default: str) -> str:
    """The triples between two blocks as a block; a full stop may part them from the one before."""
    shown = [token for token in loose if not token.is_blank]
    if not shown or (len(shown) == 1 and shown[0].text == "."):
        return " "
    begin = loose.index(shown[0]) + (shown[0].text == ".")
    return f" GRAPH {default} {{ {_text(loose[begin:]).strip()}\n}} "


def _text(tokens: Sequence[_Token]) -> str:
    return "".join(token.text for token in tokens)
