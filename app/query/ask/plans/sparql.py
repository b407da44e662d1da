"""A small syntax tree for SPARQL: text of users enters it as terms only, and terms write themselves escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Var:
    """A variable."""

    name: str

    def __str__(self) -> str:
        return f"?{self.name}"


@dataclass(frozen=True)
class Term:
    """An IRI or literal, in the notation that pyoxigraph wrote it in."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Triple:
    """A triple pattern; several properties are alternatives."""

    subject: Var | Term
    properties: tuple[Term, ...]
    object: Var | Term

    def __str__(self) -> str:
        return f"{self.subject} {'|'.join(map(str, self.properties))} {self.object} ."


@dataclass(frozen=True)
class Values:
    """A variable with the values it may take."""

    variable: Var
    terms: tuple[Term, ...]

    def __str__(self) -> str:
        return f"VALUES {self.variable} {{ {' '.join(map(str, self.terms))} }}"


@dataclass(frozen=True)
class Compare:
    """A comparison as a filter."""

    left: Var
    operator: str
    right: Var | Term

    def __str__(self) -> str:
        return f"FILTER({self.left} {self.operator} {self.right})"


@dataclass(frozen=True)
class In:
    """A variable that must be one of some terms, as a filter."""

    variable: Var
    terms: tuple[Term, ...]

    def __str__(self) -> str:
        return f"FILTER({self.variable} IN ({', '.join(map(str, self.terms))}))"


@dataclass(frozen=True)
class Group:
    """Patterns that hold together."""

    patterns: tuple[Pattern, ...]

    def __str__(self) -> str:
        return "{ " + " ".join(map(str, self.patterns)) + " }"


@dataclass(frozen=True)
class Exists:
    """A filter on whether patterns hold."""

    group: Group
    negated: bool = False

    def __str__(self) -> str:
        return f"FILTER {'NOT ' if self.negated else ''}EXISTS {self.group}"


@dataclass(frozen=True)
class Union:
    """Alternatives."""

    groups: tuple[Group, ...]

    def __str__(self) -> str:
        return " UNION ".join(map(str, self.groups))


@dataclass(frozen=True)
class InGraph:
    """Patterns within a named graph."""

    graph: Var | Term
    group: Group

    def __str__(self) -> str:
        return f"GRAPH {self.graph} {self.group}"


Pattern = Triple | Values | Compare | In | Group | Exists | Union | InGraph


@dataclass(frozen=True)
class Select:
    """A query for distinct rows."""

    variables: tuple[Var, ...]
    patterns: Sequence[Pattern]

    def __str__(self) -> str:
        where = "\n".join(f"  {pattern}" for pattern in self.patterns)
        return f"SELECT DISTINCT {' '.join(map(str, self.variables))} WHERE {{\n{where}\n}}"
