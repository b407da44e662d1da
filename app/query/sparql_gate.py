"""Reads a SPARQL query's tokens before it runs: refuses SERVICE and updates, and says what form and dataset it has.

Oxigraph evaluates SERVICE over the network with no switch to turn that off, so a query that calls it must not reach it.
Its parser works on characters, not on words: `1SERVICE <x>`, `trueSERVICE <x>` and `SERVICE:x {` (with an empty
prefix) are all calls. So any bare word that holds "service" is refused, wherever a string, an IRI, a comment, a
variable or a prefixed name cannot hold it. Its parser also backs off and tries again: a string, an IRI or a name that
turns out to be invalid is read as something shorter, so whatever could be read in two ways is refused too. All of that
concerns only queries with the word "service" in them, and a test holds it against the parser itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from urllib.parse import urlsplit

import pyoxigraph

from app.errors import CallRefused, InvalidQuery


class Form(StrEnum):
    """What a query asks for."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"


@dataclass(frozen=True)
class CheckedQuery:
    """A query that may run. `undeclared` are the prefixes that it uses and does not declare."""

    text: str
    form: Form
    has_dataset: bool
    undeclared: frozenset[str]


@dataclass(frozen=True)
class Token:
    """A stretch of a query that is neither space nor comment."""

    kind: str
    text: str
    start: int


# The grammar's own classes, exactly: a character more or less in a name would let an escaped quote pass for a string.
_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_WORD = _BASE + "_0-9\u00b7\u0300-\u036f\u203f\u2040"
_ESCAPED = r"\\[_~.\-!$&'()*+,;=/?#@%]|%[0-9A-Fa-f]{2}"
_CODE_POINT = r"\\u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|\\U000(?!0[dD][89a-fA-F])[0-9A-Fa-f]{5}|\\U0010[0-9A-Fa-f]{4}"
_CHAR = rf"\\[tbnrf\\\"']|{_CODE_POINT}"
_TOKEN = re.compile(
    rf"""
      (?P<space>[ \t\r\n]+)
    | (?P<comment>\#[^\n\r]*)
    | (?P<string>\'\'\'(?:\'?\'?(?:[^'\\]|{_CHAR}))*\'\'\' | \"\"\"(?:\"?\"?(?:[^"\\]|{_CHAR}))*\"\"\"
              | '(?:[^'\\\n\r]|{_CHAR})*' | "(?:[^"\\\n\r]|{_CHAR})*")
    | (?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|{_CODE_POINT})*>)
    | (?P<variable>[?$][{_WORD}]+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<blank>_:[{_BASE}_0-9](?:[{_WORD}\-.]*[{_WORD}\-])?)
    | (?P<name>(?:[{_BASE}](?:[{_WORD}\-.]{{0,200}}[{_WORD}\-])?)?:
              (?:(?:[{_BASE}_0-9:]|{_ESCAPED})(?:(?:[{_WORD}\-.:]|{_ESCAPED})*(?:[{_WORD}\-:]|{_ESCAPED}))?)?)
    | (?P<number>\d+(?:\.\d+)?|\.\d+)
    | (?P<word>[{_WORD}]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH".split())
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")  # no expression goes on with two slashes
_CUT_OFF = re.compile(r"//[^/?#]*>$")
# More tokens could be nested so deeply that whoever reads them runs out of stack.
_MOST_TRIED = 1000
_OPERANDS = frozenset({"variable", "string", "number", "iri", "name", "language"})


def check_query(text: str, service_hosts: Collection[str] = ()) -> CheckedQuery:
    """Let a query through, or say where it goes wrong. SERVICE may call the hosts given, by their IRI in full.

    >>> check_query("SELECT * { ?service ?p 'SERVICE' }").form
    <Form.SELECT: 'SELECT'>

    Raises:
        InvalidQuery: it is no query, or calls SERVICE elsewhere.
    """
    tokens = list(read_tokens(text))
    try:
        refuse_service(text, tokens, service_hosts)
    except InvalidQuery as error:
        if is_valid_otherwise(text, tokens):
            raise CallRefused(error.message, hint=error.hint) from error
        raise
    form = _form(text, tokens)
    words = {token.text.upper() for token in tokens if token.kind == "word"}
    return CheckedQuery(text, form, "FROM" in words, _undeclared(tokens))


def is_valid_otherwise(text: str, tokens: list[Token]) -> bool:
    """Whether a query would be valid but for SERVICE, which the grammar takes where it takes GRAPH.

    What is left of it is read over nothing at all, and only where no call is left in it. A long one is not tried.
    """
    if len(tokens) > _MOST_TRIED:
        return False
    for word, following in reversed([*pairwise(tokens)]):
        if word.kind == "word" and word.text.upper() == "SERVICE":
            last = following if following.text.upper() == "SILENT" else word
            text = f"{text[: word.start]} GRAPH {text[last.start + len(last.text) :]}"
    try:
        refuse_service(text, list(read_tokens(text)))
        pyoxigraph.Store().query(text, base_iri="http://localhost/")
    except (InvalidQuery, SyntaxError, ValueError, RuntimeError, OSError):
        return False
    return True


def place(text: str, offset: int) -> str:
    """An offset as a person counts: `line 2, column 7`."""
    before = text[:offset]
    line = before.count("\n") + 1
    column = offset - before.rfind("\n")
    return f"line {line}, column {column}"


def read_tokens(text: str) -> Iterator[Token]:
    """The tokens of a query or an update, without spaces and comments."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind not in ("space", "comment"):
            yield Token(kind, match.group(), match.start())


# --- SERVICE ---------------------------------------------------------------------------------------------------------


def refuse_service(text: str, tokens: list[Token], hosts: Collection[str] = ()) -> None:
    r"""Refuse calls to hosts on no list, also where `\u0022` is read before any token, so that it closes a string.

    Oxigraph reads escapes inside strings and IRIs only, and a remote store may do either: both readings have to pass.

    Raises:
        InvalidQuery: SERVICE is called, or may be.
    """
    _refuse_service(text, tokens, hosts)
    decoded = unescaped(text)
    if decoded != text:
        try:
            _refuse_service(decoded, list(read_tokens(decoded)), hosts)
        except InvalidQuery as error:
            escape = _ESCAPE.search(text)
            where = place(text, escape.start() if escape else 0)
            raise InvalidQuery(
                f"With its \\u escapes read, the query calls SERVICE (first escape at {where}).",
                hint="Write the characters themselves instead of escapes.",
            ) from error


def unescaped(text: str) -> str:
    r"""The text with its `\u` escapes read, wherever they stand."""
    return _ESCAPE.sub(_decode, text)


def _decode(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]


def _refuse_service(text: str, tokens: list[Token], hosts: Collection[str]) -> None:
    if "service" not in text.casefold():
        return
    refuse_unclear(text, tokens)
    for index, token in enumerate(tokens):
        following = tokens[index + 1 : index + 3]
        if token.kind == "word" and "service" in token.text.casefold() and not _is_allowed(token, following, hosts):
            raise _service_error(text, token)
        previous = tokens[index - 1] if index else None
        if token.kind == "name" and _calls_endpoint(previous, token, following[0] if following else None):
            raise _service_error(text, token)


def _is_allowed(word: Token, following: list[Token], hosts: Collection[str]) -> bool:
    """Whether SERVICE calls a host on the list: `SERVICE SILENT <http://host/...>`, and nothing less plain."""
    if following and following[0].text.upper() == "SILENT":
        following = following[1:]
    return bool(word.text.upper() == "SERVICE" and following and names_host(following[0], hosts))


def names_host(token: Token, hosts: Collection[str]) -> bool:
    """Whether a token is the IRI, in full and without escapes, of something at one of the hosts."""
    if token.kind != "iri" or "\\" in token.text:
        return False
    try:
        address = urlsplit(token.text[1:-1])
        return address.scheme in ("http", "https") and address.username is None and address.hostname in hosts
    except ValueError:
        return False


def refuse_unclear(text: str, tokens: list[Token]) -> None:
    """Refuse what could be read in two ways.

    Raises:
        InvalidQuery: it could, at a place that is named.
    """
    _refuse_unclear_angles(text, tokens)
    _refuse_cut_off_hosts(text, tokens)
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if token.text in ("'", '"', "\\") or _is_torn_string(token, following):
            raise InvalidQuery(
                f"At {place(text, token.start)} a string is not closed, or an escape is none of SPARQL's.",
                hint="Close its quotes; in a string write \\\\ for a backslash.",
            )


def _calls_endpoint(previous: Token | None, name: Token, following: Token | None) -> bool:
    """`SERVICE:x {` calls the endpoint `:x`; only after these words can a name come before a brace."""
    prefix = name.text.partition(":")[0]
    if "service" not in prefix.casefold() or following is None or following.text != "{":
        return False
    return previous is None or previous.text.upper() not in ("GRAPH", "FROM", "NAMED")


def _is_torn_string(token: Token, following: Token | None) -> bool:
    """A long string that does not close, which a parser can take for an empty one and the start of another."""
    if token.text not in ("''", '""') or following is None:
        return False
    return following.start == token.start + 2 and following.text.startswith(token.text[0])


def _refuse_unclear_angles(text: str, tokens: list[Token]) -> None:
    """`?a<?b#>` may be an IRI, or a comparison and a comment; what follows it is then code or not: ask for a space."""
    brackets: list[str] = []
    lost = False  # brackets may stand in what was taken for an IRI, so that none can be relied on from there
    for previous, token in zip([None, *tokens], tokens, strict=False):
        if token.text in ("(", "{"):
            brackets.append(token.text)
        elif token.text in (")", "}"):
            lost |= not brackets or brackets.pop() + token.text not in ("()", "{}")
        if token.kind != "iri" or previous is None or _ABSOLUTE.match(token.text):
            continue
        in_expression = lost or brackets[-1:] == ["("]
        if previous.text == "<" or (in_expression and _ends_operand(previous)):
            lost |= "(" in token.text or ")" in token.text
            if "#" in token.text or "'" in token.text:
                raise InvalidQuery(
                    f"At {place(text, token.start)}, '<' can open an IRI or mean 'less than'.",
                    hint="Put a space after it if it compares, or write the IRI as a prefixed name.",
                )


def _refuse_cut_off_hosts(text: str, tokens: list[Token]) -> None:
    """With `PREFIX x: <http://x:>`, `x:SERVICE` is no IRI (a port is digits), and is read as `x:` and SERVICE."""
    for token in tokens[: len(tokens) - len(_after_prologue(tokens))]:
        if token.kind == "iri" and _CUT_OFF.search(_ESCAPE.sub(_decode, token.text)):
            raise InvalidQuery(
                f"{token.text} at {place(text, token.start)} ends within the name of a host.",
                hint="End it with a slash or a hash.",
            )


def _ends_operand(token: Token) -> bool:
    return token.kind in _OPERANDS or token.text in (")", ">") or token.text.lower() in ("true", "false")


def _service_error(text: str, token: Token) -> InvalidQuery:
    return InvalidQuery(
        f"SERVICE is not allowed ({place(text, token.start)}): queries do not leave this store.",
        hint="Query the other endpoint yourself and put its results in a VALUES block.",
    )


# --- form and prefixes -----------------------------------------------------------------------------------------------


def _form(text: str, tokens: list[Token]) -> Form:
    for token in _after_prologue(tokens):
        word = token.text.upper()
        if token.kind == "word" and word in set(Form):
            return Form(word)
        if token.kind == "word" and word in _UPDATES:
            raise InvalidQuery(
                f"{word} at {place(text, token.start)} is an update, and only queries are taken here.",
                hint="Articles come and go with `claimgraph ingest` and `remove`, or at /articles.",
            )
        raise InvalidQuery(
            f"A query cannot start with {token.text[:40]!r} ({place(text, token.start)}).",
            hint="Start it with SELECT, ASK, CONSTRUCT or DESCRIBE, after any PREFIX lines.",
        )
    raise InvalidQuery("The query is empty.", hint="Start it with SELECT, ASK, CONSTRUCT or DESCRIBE.")


def _after_prologue(tokens: list[Token]) -> list[Token]:
    index = 0
    lengths = {"PREFIX": 3, "BASE": 2, "VERSION": 2}
    while index < len(tokens) and (length := lengths.get(tokens[index].text.upper())):
        index += length
    return tokens[index:]


def _undeclared(tokens: list[Token]) -> frozenset[str]:
    declared, used = set[str](), set[str]()
    for previous, token in zip([None, *tokens], tokens, strict=False):
        if token.kind != "name":
            continue
        prefix = token.text.partition(":")[0]
        is_declaration = previous is not None and previous.text.upper() == "PREFIX"
        (declared if is_declaration else used).add(prefix)
    return frozenset(used - declared)


def with_prologue(query: CheckedQuery, prefixes: Mapping[str, str], base: str | None = None) -> str:
    """The query with a base, and with the prefixes that it uses undeclared, on one line before its own first."""
    lines = [f"BASE <{base}>"] if base else []
    lines += [f"PREFIX {name}: <{prefixes[name]}>" for name in sorted(query.undeclared & prefixes.keys())]
    return " ".join(lines) + "\n" + query.text
