"""How nodes and edges look in formats that say so: a colour for each class, a line for what a fact is worth."""

from __future__ import annotations

from collections.abc import Mapping

from app.model import Status

# Paul Tol's bright scheme, told apart by readers who see fewer colours too.
COLOURS = {
    "Person": "#4477AA",
    "Company": "#EE6677",
    "Organization": "#EE6677",
    "DataVendor": "#EE6677",
    "OrganizationUnit": "#AA3377",
    "Collective": "#BBBBBB",
    "Product": "#228833",
    "Place": "#CCBB44",
    "Topic": "#66CCEE",
}
OTHER = "#777777"
LINES = {Status.DISPUTED: "dashed", Status.REPORTED: "dashed", Status.POSSIBLE: "dotted"}


def colour(data: Mapping[str, object]) -> str:
    """A node's colour, as in `#4477AA`."""
    return COLOURS.get(str(data["type"]), OTHER)


def line(data: Mapping[str, object]) -> str:
    """An edge's line: solid for what somebody vouches for and has come about, else dashed or dotted."""
    return LINES.get(Status(str(data["status"])), "solid" if data["realised"] else "dotted")
