"""Takes names apart for comparing: what of a firm's name tells it from others, whose a person's given name may be."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LEGAL = frozenset(
    """inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag sa sas nv bv ab asa as oy oyj spa
    srl pty kk pte se kg kgaa pbc""".split()
)
# What firms put behind their name and leave out again. A word for a trade ("bank", "records") makes another firm of it.
_GENERAL = frozenset(
    """group holding holdings technologies technology industries international global worldwide systems partners capital
    management associates venture ventures enterprises""".split()
)
_JOINTS = frozenset("and und et of the de for".split())
_HONORIFICS = frozenset("mr mrs ms miss dr prof professor sir dame lord lady".split())
_GENERATIONS = frozenset("jr sr ii iii iv".split())
_NUMBER = re.compile(r"\d+|ii|iii|iv|v|vi|vii|viii|ix|x")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_NICKNAMES = Path(__file__).with_name("nicknames.txt")


def words_of(name: str) -> list[str]:
    """The words of a name without case, accents and punctuation.

    >>> words_of("L’Oréal S.A.")
    ['loreal', 'sa']
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return re.findall(r"\w+", re.sub(r"[.'’]", "", text).replace("a/s", "as"))


@dataclass(frozen=True)
class FirmName:
    """A firm's name: all of its words, those without the legal form, and those that tell it from other firms."""

    text: str
    every: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def compact(self) -> str:
        """The name without spaces, and without the little words between."""
        return "".join(word for word in self.words if word not in _JOINTS) or "".join(self.words)

    @property
    def distinctive(self) -> frozenset[str]:
        """The words that tell it from others; of a name that has none, all."""
        found = frozenset(word for word in self.words if word not in _GENERAL and word not in _JOINTS)
        return found or frozenset(self.words)

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers after its first word: the second fund is not the third."""
        return frozenset(word for word in self.words[1:] if _NUMBER.fullmatch(word))

    @property
    def initials(self) -> frozenset[str]:
        """What its words begin with, with and without the little ones and the legal form."""
        found = {
            "".join(word[0] for word in words if word not in skipped)
            for words in (self.every, self.words)
            for skipped in (frozenset[str](), _JOINTS)
        }
        return frozenset(letters for letters in found if len(letters) > 1)

    @property
    def acronym(self) -> str | None:
        """The name itself if it may be one: two to six capitals ("P&G" is one too)."""
        letters = re.sub(r"[\W_]", "", self.text)
        is_one = letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 6 and len(self.text.split()) == 1
        return letters.casefold() if is_one else None


@cache
def firm_name(name: str) -> FirmName:
    """A firm's name taken apart.

    >>> sorted(firm_name("The Umbra Technologies Group, Inc.").distinctive)
    ['umbra']
    """
    every = words_of(name)
    every = every[1:] if every[:1] == ["the"] and len(every) > 1 else every
    words = list(every)
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return FirmName(name, tuple(every), tuple(words))


@dataclass(frozen=True)
class PersonName:
    """A person's name: given, middle and last, and the generation ("Jr"). What is not said is empty."""

    text: str
    given: str
    middle: tuple[str, ...]
    last: str
    generation: str


@cache
def person_name(name: str) -> PersonName:
    """A person's name taken apart, as names in English-language news are written.

    >>> person_name("Dr. Lisa T. Su").last, person_name("Prof Roe").given
    ('su', '')
    """
    words = words_of(name.replace("-", ""))
    while len(words) > 1 and words[0] in _HONORIFICS:
        words.pop(0)
    generation = words.pop() if len(words) > 1 and words[-1] in _GENERATIONS else ""
    last = words.pop() if words else ""
    given, middle = (words[0], tuple(words[1:])) if words else ("", ())
    return PersonName(name, given, middle, last, generation)


def are_short_for_one(one: str, other: str) -> bool:
    """Whether two given names can be forms of one.

    >>> are_short_for_one("bob", "robert"), are_short_for_one("bob", "bill")
    (True, False)
    """
    groups = _nicknames()
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, ()))


@cache
def _nicknames() -> Mapping[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_NICKNAMES.read_text(encoding="utf-8").splitlines()):
        for name in line.split() if not line.startswith("#") else ():
            groups[name].add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def differ_by_general_words(more: Sequence[str], fewer: Sequence[str]) -> bool:
    """Whether one name is the other and words besides that firms use and drop at will."""
    extra = [word for word in more if word not in fewer and word not in _JOINTS]
    return all(word in _GENERAL or word in _LEGAL for word in extra)
