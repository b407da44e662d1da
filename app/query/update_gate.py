"""Reads a SPARQL update before it runs: what each of its operations would write to, and from where it would load.

Oxigraph has no way to look at an update without running it, so this reads it: word by word, and strictly. What it
cannot account for is refused, also where Oxigraph might read it some harmless way; a test holds what passes against
what Oxigraph then does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import NamedNode

from app.errors import CallRefused, Forbidden, InvalidQuery
from app.query.sparql_gate import Token, names_host, place, read_tokens, refuse_service, refuse_unclear
from app.store.dialect import OWN

DEFAULT, NAMED, ALL = "DEFAULT", "NAMED", "ALL"
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_PROLOGUE = {"PREFIX": 3, "BASE": 2, "VERSION": 2}


@dataclass(frozen=True)
class Operation:
    """One operation of an update: its tokens, and those that name what it writes to (IRIs, variables, ALL ...)."""

    tokens: tuple[Token, ...]
    targets: tuple[Token, ...]
    where: int | None
    """Offset of WHERE in an operation with a template, which may take USING there."""
    pattern: tuple[int, int] | None
    """Offsets of the braces of a DELETE WHERE, which is short for a template and the same pattern."""
    prefixes: dict[str, str]

    @property
    def is_bounded(self) -> bool:
        """Whether it does no more than its own length allows: it adds or takes away what it spells out."""
        words = [token.text.upper() for token in self.tokens[:2]]
        return words[:1] == ["CREATE"] or words in (["INSERT", "DATA"], ["DELETE", "DATA"])

    @property
    def is_load(self) -> bool:
        """Whether it loads from elsewhere."""
        return self.tokens[0].text.upper() == "LOAD"

    @property
    def is_silent(self) -> bool:
        """Whether it may fail and not say so."""
        return len(self.tokens) > 1 and self.tokens[1].text.upper() == "SILENT"

    @property
    def has_dataset(self) -> bool:
        """Whether it names a dataset itself, with WITH or USING."""
        return any(token.kind == "word" and token.text.upper() in ("WITH", "USING") for token in self.tokens)


def check_update(text: str, hosts: Collection[str] = (), prefixes: Mapping[str, str] | None = None) -> list[Operation]:
    """Let an update through, or say where it goes wrong. SERVICE and LOAD may call the hosts given.

    `prefixes` are those that it need not declare.

    Raises:
        InvalidQuery: it is no update, or calls another host, or could be read in two ways.
    """
    tokens = list(read_tokens(text))
    _refuse_escapes(text, tokens)
    refuse_unclear(text, tokens)
    refuse_service(text, tokens, hosts)
    operations = list(_operations(text, tokens, dict(prefixes or {})))
    for operation in operations:
        _refuse_load(text, operation, hosts)
    return operations


def check_syntax(prologue: str, text: str) -> None:
    """Have Oxigraph read an update without making it: an operation that fails stands before it, and none after runs.

    It stands behind the update's own prologue, for Oxigraph takes BASE at the beginning alone.

    Raises:
        InvalidQuery: it is not valid.
    """
    body = _without_prologue(text, list(read_tokens(text)), {})
    start = body[0].start if body else len(text)
    failing = "CREATE GRAPH <urn:x>; CREATE GRAPH <urn:x>" + (";\n" if body else "")
    try:
        pyoxigraph.Store().update(prologue + text[:start] + failing + text[start:])
    except SyntaxError as error:
        raise InvalidQuery(f"The update is not valid SPARQL: {error}.") from error
    except (RuntimeError, ValueError, OSError):
        return  # it was read, and the second operation failed as it was to


def refuse_protected(text: str, operations: Sequence[Operation], below: str) -> None:
    """Refuse an update that could write to a graph whose IRI begins like that.

    Raises:
        Forbidden: it could.
    """
    for operation in operations:
        for target in operation.targets:
            named = _resolved(target, operation.prefixes)
            if named == DEFAULT or (named is not None and _is_elsewhere(named, below)):
                continue
            raise Forbidden(
                f"{target.text} at {place(text, target.start)} could be a graph of the product: what articles say, and "
                "what follows from it, is never written by hand.",
                hint="Write to the default graph, or to a graph of your own, by its IRI in full. Articles come and go "
                "at /articles; decisions about names and claims at /rulings.",
            )


def without_silent_loads(text: str, operations: Sequence[Operation], hosts: Collection[str]) -> str:
    """The update with nothing in place of each LOAD SILENT from a host on no list: it fails, and may not say so."""
    for operation in reversed(operations):
        if _loads_from_elsewhere(operation, hosts):
            last = operation.tokens[-1]
            text = text[: operation.tokens[0].start] + "INSERT DATA {}" + text[last.start + len(last.text) :]
    return text


def with_using(
    text: str, operations: Sequence[Operation], default: Sequence[NamedNode], named: Sequence[NamedNode]
) -> str:
    """The update with a dataset for each of its patterns, as the protocol's parameters name it.

    Raises:
        InvalidQuery: an operation names a dataset itself.
    """
    using = "".join([*(f" USING {iri}" for iri in default), *(f" USING NAMED {iri}" for iri in named)]) + " "
    for operation in reversed(operations):
        if operation.has_dataset:
            raise InvalidQuery(
                "The update names its dataset, and so does the request.",
                hint="Use either USING and WITH, or using-graph-uri and using-named-graph-uri.",
            )
        if operation.where is not None:
            text = text[: operation.where] + using + text[operation.where :]
        elif operation.pattern is not None:
            start, end = operation.pattern
            text = text[: operation.tokens[0].start] + f"DELETE {text[start:end]}{using}WHERE " + text[start:]
    return text


def _refuse_escapes(text: str, tokens: Sequence[Token]) -> None:
    """Escapes belong in strings: in an IRI they could hide what it names, elsewhere parsers differ on them."""
    for token in tokens:
        if token.text == "\\" or (token.kind != "string" and "\\u" in token.text.lower()):
            raise InvalidQuery(
                f"An update has no \\u escapes outside of strings ({place(text, token.start)}).",
                hint="Write the character itself.",
            )


# --- operations ------------------------------------------------------------------------------------------------------


def _operations(text: str, tokens: list[Token], prefixes: dict[str, str]) -> Iterator[Operation]:
    for part in _parts(text, tokens):
        body = _without_prologue(text, part, prefixes)
        if body:
            yield _operation(text, tuple(body), dict(prefixes))


def _parts(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens between the semicolons that stand outside of all brackets."""
    part: list[Token] = []
    open_: list[str] = []
    for token in tokens:
        if token.kind == "other" and token.text in _OPENING:
            open_.append(token.text)
        elif (
            token.kind == "other"
            and token.text in _CLOSING
            and (not open_ or open_.pop() + token.text not in ("{}", "()", "[]"))
        ):
            raise _unread(text, token)
        if token.text == ";" and not open_:
            yield part
            part = []
        else:
            part.append(token)
    if open_:
        raise InvalidQuery(f"The update ends with a {open_[-1]} left open.", hint="Close it.")
    yield part


def _without_prologue(text: str, tokens: list[Token], prefixes: dict[str, str]) -> list[Token]:
    while tokens and tokens[0].kind == "word" and (length := _PROLOGUE.get(tokens[0].text.upper())):
        if tokens[0].text.upper() == "PREFIX":
            if len(tokens) < length or (tokens[1].kind, tokens[2].kind) != ("name", "iri"):
                raise _unread(text, tokens[0])
            prefixes[tokens[1].text.removesuffix(":")] = tokens[2].text[1:-1]
        tokens = tokens[length:]
    return tokens


def _operation(text: str, tokens: tuple[Token, ...], prefixes: dict[str, str]) -> Operation:
    words = [token.text.upper() if token.kind == "word" else token.text for token in tokens]
    targets: list[Token] = []
    where = pattern = None
    if words[0] in ("CLEAR", "DROP", "CREATE", "LOAD", "ADD", "MOVE", "COPY"):
        targets = _graph_targets(text, tokens, words)
    elif words[0] in ("INSERT", "DELETE", "WITH") and len(tokens) > 2:
        blocks = list(_blocks(text, tokens))
        written = [block for block in blocks if block.is_template]
        targets = [target for block in written for target in _template_targets(text, tokens, block)]
        if words[0] == "WITH":
            targets.append(tokens[1])
        if words[:2] == ["DELETE", "WHERE"]:
            pattern = (tokens[blocks[0].first].start, tokens[blocks[0].last].start + 1)
        elif words[1] != "DATA":
            where = next((tokens[block.before].start for block in blocks if not block.is_template), None)
    else:
        raise _unread(text, tokens[0])
    return Operation(tokens, tuple(targets), where, pattern, prefixes)


def _graph_targets(text: str, tokens: tuple[Token, ...], words: list[str]) -> list[Token]:
    """What an operation on whole graphs writes to: `COPY a TO b` the last, `MOVE a TO b` both, `CLEAR a` the one."""
    named = [
        token
        for token, word in zip(tokens[1:], words[1:], strict=True)
        if token.kind in ("iri", "name") or word in (DEFAULT, NAMED, ALL)
    ]
    rest = [word for word in words[1:] if word not in ("SILENT", "GRAPH", "TO", "INTO", DEFAULT, NAMED, ALL)]
    if len(rest) != sum(token.kind in ("iri", "name") for token in named):
        raise _unread(text, tokens[0])
    if words[0] == "LOAD":
        return named[1:]
    if words[0] in ("ADD", "COPY", "MOVE"):
        if len(named) != 2:
            raise _unread(text, tokens[0])
        return named if words[0] == "MOVE" else named[1:]
    if len(named) != 1:
        raise _unread(text, tokens[0])
    return named


@dataclass(frozen=True)
class _Block:
    """Something in braces that are in no others, by the places of its first and last token and the word before it."""

    before: int
    first: int
    last: int
    is_template: bool


def _blocks(text: str, tokens: tuple[Token, ...]) -> Iterator[_Block]:
    """The blocks of an operation: templates after INSERT, DELETE and DATA, a pattern after WHERE or USING."""
    depth, first, reads = 0, 0, False
    for index, token in enumerate(tokens):
        if token.text == "{" and token.kind == "other":
            if not depth:
                first = index
            depth += 1
        elif token.text == "}" and token.kind == "other":
            depth -= 1
            if not depth:
                block = _block(text, tokens, first, index, reads=reads)
                yield block
                reads = not block.is_template or tokens[first - 1].text.upper() == "WHERE"
        elif not depth and not _is_structure(tokens, index):
            raise _unread(text, token)
    if depth or tokens[-1].text != "}":
        raise _unread(text, tokens[-1])


def _block(text: str, tokens: tuple[Token, ...], first: int, last: int, *, reads: bool) -> _Block:
    words = [token.text.upper() if token.kind == "word" else token.text for token in tokens[:first]]
    if reads or not words:
        raise _unread(text, tokens[first])
    if words[-1] in ("INSERT", "DELETE", "DATA"):
        return _Block(first, first, last, is_template=True)
    if words[-2:] == ["DELETE", "WHERE"] and len(words) == 2:
        return _Block(first, first, last, is_template=True)
    # WHERE may be left out, and USING clauses may come before.
    return _Block(first - 1 if words[-1] == "WHERE" else first, first, last, is_template=False)


def _is_structure(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a token may stand outside of all braces."""
    token, previous = tokens[index], tokens[index - 1].text.upper() if index else ""
    if token.kind == "word":
        return token.text.upper() in ("INSERT", "DELETE", "DATA", "WHERE", "WITH", "USING", "NAMED")
    return token.kind in ("iri", "name") and previous in ("WITH", "USING", "NAMED")


def _template_targets(text: str, tokens: tuple[Token, ...], block: _Block) -> Iterator[Token]:
    """The graphs that a template names. Braces in it belong to GRAPH, or to the annotation of a triple (RDF 1.2)."""
    for index in range(block.first + 1, block.last):
        token, following = tokens[index], tokens[index + 1]
        if token.kind == "word" and "graph" in token.text.casefold() and tokens[index + 2].text != "{":
            raise _unread(text, token)
        if token.text != "{" or token.kind != "other" or following.text == "|":
            continue
        word, target = tokens[index - 2], tokens[index - 1]
        if word.kind != "word" or word.text.upper() != "GRAPH" or target.kind not in ("iri", "name", "variable"):
            raise _unread(text, token)
        yield target


def _refuse_load(text: str, operation: Operation, hosts: Collection[str]) -> None:
    first = operation.tokens[0]
    if _loads_from_elsewhere(operation, hosts) and not operation.is_silent:
        raise CallRefused(
            f"LOAD is not allowed ({place(text, first.start)}): this server fetches nothing.",
            hint="Send the triples themselves, to /graphs.",
        )


def _loads_from_elsewhere(operation: Operation, hosts: Collection[str]) -> bool:
    first, *rest = operation.tokens
    source = next(iter(rest[operation.is_silent :]), first)
    return operation.is_load and not names_host(source, hosts)


# --- names of graphs -------------------------------------------------------------------------------------------------


def _resolved(target: Token, prefixes: dict[str, str]) -> str | None:
    """The IRI that a token stands for, or DEFAULT; None for what can only be known when it runs."""
    if target.kind == "iri":
        return target.text[1:-1]
    if target.kind == "name" and "\\" not in target.text:
        prefix, _, local = target.text.partition(":")
        return prefixes[prefix] + local if prefix in prefixes else None
    return DEFAULT if target.text.upper() == DEFAULT else None


def _is_elsewhere(iri: str, below: str) -> bool:
    """Whether an IRI is absolute, stays as it is when it is resolved, and does not begin like the product's."""
    scheme, colon, rest = iri.partition(":")
    is_absolute = bool(colon) and scheme[:1].isalpha() and all(c.isalnum() or c in "+-." for c in scheme)
    return is_absolute and "/." not in rest and not iri.lower().startswith((below.lower(), OWN))


def _unread(text: str, token: Token) -> InvalidQuery:
    return InvalidQuery(
        f"The update cannot be read at {token.text[:40]!r} ({place(text, token.start)}).",
        hint="Write its keywords as words of their own, with every bracket closed.",
    )
