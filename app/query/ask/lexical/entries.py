"""What an entry of the lexicon is: of what kind, in which forms, and who stands where around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.query.ask.lexical.inflect import Form

ANYBODY = "*"
"""In a frame, the place of words that name a kind of people and nobody in particular."""


class Kind(StrEnum):
    """The classes of entries; the file's head says what each is for."""

    VERB = "Verb"
    ADJECTIVE = "Adjective"
    NOUN = "Noun"
    TITLE = "Title"
    CLASS_NOUN = "ClassNoun"
    ASPECT_VERB = "AspectVerb"
    COPULA = "Copula"
    SUPPORT = "Support"
    SLOT_NOUN = "SlotNoun"
    SAYING = "Saying"
    ORDER = "Order"
    STATE = "State"
    SAME = "Same"
    PLAN = "Plan"
    LINK = "Link"
    STAND_IN = "StandIn"
    COMMAND = "Command"
    FILLER = "Filler"
    UNRECORDED = "Unrecorded"
    BEYOND = "Beyond"
    SHARED = "Shared"
    WHEREABOUTS = "Whereabouts"
    WORTH = "Worth"
    EPITHET = "Epithet"
    STANDING = "Standing"
    FRAMING = "Framing"
    PART_NOUN = "PartNoun"
    DEALING = "Dealing"
    STAGE = "Stage"


VERBAL = frozenset({Kind.PLAN, Kind.VERB, Kind.ASPECT_VERB, Kind.COPULA, Kind.SUPPORT, Kind.SAYING})
NOMINAL = frozenset({Kind.NOUN, Kind.TITLE, Kind.CLASS_NOUN, Kind.SLOT_NOUN, Kind.UNRECORDED})


@dataclass(frozen=True)
class Frame:
    """Who stands where around a word: the slot before it, the slot after it, and the slots behind prepositions."""

    subject: str
    object: str | None = None
    obliques: tuple[tuple[frozenset[str], str], ...] = ()
    required: frozenset[str] = frozenset()

    @property
    def slots(self) -> frozenset[str]:
        """All slots that the frame can fill."""
        return frozenset(
            {self.subject, *(slot for _, slot in self.obliques)} | ({self.object} if self.object else set())
        )


def parse_frame(text: str) -> Frame:
    """A frame from its notation in the lexicon.

    >>> parse_frame("investor ~ amount in|into investee").object
    'amount'
    """
    required = frozenset(part.rstrip("!") for part in text.split() if part.endswith("!"))
    before, _, after = text.replace("!", "").partition("~")
    parts = after.split()
    object_ = parts.pop(0) if len(parts) % 2 else None
    pairs = zip(parts[::2], parts[1::2], strict=True)
    obliques = tuple((frozenset(words.split("|")), slot) for words, slot in pairs)
    return Frame(before.strip(), object_, obliques, required)


@dataclass(frozen=True)
class Entry:
    """One entry of the lexicon. Fields that its kind does not have are empty."""

    name: str
    kind: Kind
    forms: tuple[str, ...]
    relation: str = ""
    frames: tuple[Frame, ...] = ()
    denotes: str | None = None
    constants: tuple[tuple[str, tuple[str, ...]], ...] = ()
    aspect: str | None = None
    open: bool = False
    class_name: str = ""
    detail: str = ""
    measures: bool = False
    impersonal: bool = False
    whole: bool = False
    loose: bool = False
    mutual: bool = False
    passive: bool = False
    stands_in: str = ""
    counted: bool = False


@dataclass(frozen=True)
class Sense:
    """One reading of a form: its entry, the base it comes from, and which form it is."""

    entry: Entry
    base: str
    form: Form = Form.NONE
    plural: bool = False
