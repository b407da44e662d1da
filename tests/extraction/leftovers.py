"""Sentences with plain claims, and the left-overs of markup that a careless copy of them may hold.

`python -m tests.extraction.leftovers [PLACES]` prints how many readings survive each kind, at so many places a
sentence.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.model import Claim, Mention, TimeValue
from app.model.claims import TIME_POINTS
from tests.extraction.reading import read

PUBLISHED = "2025-06-15"

SENTENCES = (
    "Smith & Halloran acquired Tern Systems for $45 million in March 2024.",
    "Corvane Ltd has named Maria Dolan as its chief executive. She joined from Pellworth.",
    "Quillon Labs raised €12 million in a Series A round led by Harrow & Vale Ventures.",
    "Anneke Brandt resigned as finance director of Osterman Group on 3 May 2025.",
    "Brightwell Foods was founded in 2009 by Peter Lindqvist and Oona Marsh.",
    "Delmar Shipping is based in Rotterdam. It bought Kestrel Lines last year.",
    "Tolmin Energy and Varga Power formed a partnership to build batteries.",
    "Ravensby Plc owns 34% of Calder Mills.",
    "Marrow & Pike's chief technology officer, Ines Okafor, left the company in April.",
    "Fennick Data supplies labelled images to Orbay Motors.",
    "Hale Brothers agreed to buy Lomax Paper for £310 million, the company said on Monday.",
    "Karin Volkova joined Bexley Bank as head of risk and compliance in January 2023.",
    "Nordhaven Capital invested $8 million in Pippin Robotics.",
    "Thornbury Glass may sell its unit Clearlight to Amstel Partners, people familiar with the matter said.",
    "Gareth Sunil is chairman and chief executive of Wexcombe Industries.",
    "Pallas Software, formerly known as Inkwell Systems, has its headquarters in Leeds.",
    "Odile Renaud succeeded Tom Farrow as chairman of Lorient Marine.",
    "Stellan Foods merged with Baker & Rowe in 2018.",
    "Castor Air said it had not acquired Linden Travel.",
    "Ostrava Steel's subsidiary Brenner Tools makes cutting machines.",
    "Helix Pharma appointed Dr. Samuel Iyer as its chief medical officer, effective 1 July 2025.",
    "Meridian Rail completed its acquisition of Copperfield Trains from Hadley Group in 2021.",
    "Yara Benali, who founded Saltmarsh Games in 2015, remains its president.",
    "Vantage Media will acquire Lark & Sons for about $90 million.",
    "Jonas Whitlock has been director of research at Penrose Institute since 2019.",
    "Ashdown Wines sold Corley Estates to Tamsin Holdings in October 2022.",
)

Places = Iterator[str]


def _around_names(text: str, before: str, after: str) -> Places:
    for match in re.finditer(r"\b[A-Z]\w+(?: (?:& )?[A-Z]\w+)*", text):
        yield f"{text[: match.start()]}{before}{match[0]}{after}{text[match.end() :]}"


def _around_words(text: str, before: str, after: str) -> Places:
    for match in re.finditer(r"\w+(?: \w+)?", text):
        yield f"{text[: match.start()]}{before}{match[0]}{after}{text[match.end() :]}"


def _within_words(text: str, mark: str) -> Places:
    for match in re.finditer(r"(?<=[a-z]{2})(?=[a-z]{2})", text):
        yield text[: match.start()] + mark + text[match.start() :]


def _at_spaces(text: str, mark: str) -> Places:
    """The mark in place of a space, and of all of them."""
    yield text.replace(" ", mark)
    for match in re.finditer(" ", text):
        yield text[: match.start()] + mark + text[match.end() :]


def _after_words(text: str, mark: str) -> Places:
    """The mark after words, but within no name."""
    for match in re.finditer(r"(?<=[a-z])(?=[,.]| (?![A-Z&]))", text):
        yield text[: match.start()] + mark + text[match.start() :]


def _after_names_and_sentences(text: str, mark: str) -> Places:
    for match in re.finditer(r"(?<=\.)(?= |$)|(?<=[a-z])(?=,)|(?<=[A-Z][a-z]{4})(?= [a-z])", text):
        yield text[: match.start()] + mark + text[match.start() :]


def _sentences(text: str, before: str, after: str, between: str = "") -> Places:
    """Every sentence marked, and each alone."""
    parts = re.split(r"(?<=[a-z]{3}\.) (?=[A-Z])", text)
    yield between.join(before + part + after for part in parts)
    if len(parts) > 1:
        yield " ".join([before + parts[0] + after, *parts[1:]])
        yield " ".join([parts[0], before + " ".join(parts[1:]) + after])


def _replaced(text: str, old: str, new: str) -> Places:
    if old in text:
        yield text.replace(old, new)


def _quoted(text: str, mark: str) -> Places:
    """A second sentence in quotation marks, which says nothing of anybody."""
    yield f"{text} {mark}We are glad,{mark} he added."


def _all_at_once(text: str) -> Places:
    """As a page of news has it when its source is copied."""
    text = text.replace("&", "&amp;").replace("'", "&rsquo;")
    for linked in _around_names(text, '<strong><a href="/t/1?a=1&amp;b=2">', "</a></strong>"):
        spaces = linked.replace(" in ", " in&nbsp;").replace(" for ", "\u200b for ")
        yield f'<div class="x">\n<p>{spaces}[1]</p>\n<!-- ad --><p>Read&nbsp;more</p>\n</div>'


KINDS: Mapping[str, Callable[[str], Places]] = {
    "&amp;": lambda t: _replaced(t, "&", "&amp;"),
    "&amp;amp;": lambda t: _replaced(t, "&", "&amp;amp;"),
    "&#38;": lambda t: _replaced(t, "&", "&#38;"),
    "&nbsp;": lambda t: _at_spaces(t, "&nbsp;"),
    "&amp;nbsp;": lambda t: _at_spaces(t, "&amp;nbsp;"),
    "&nbsp; and space": lambda t: _at_spaces(t, "&nbsp; "),
    "non-breaking space": lambda t: _at_spaces(t, "\xa0"),
    "narrow space": lambda t: _at_spaces(t, "\u202f"),
    "&#8217;": lambda t: _replaced(t, "'", "&#8217;"),
    "&rsquo;": lambda t: _replaced(t, "'", "&rsquo;"),
    "&#x27;": lambda t: _replaced(t, "'", "&#x27;"),
    "&euro;": lambda t: _replaced(t, "€", "&euro;"),
    "&pound;": lambda t: _replaced(t, "£", "&pound;"),
    "&quot;": lambda t: _quoted(t, "&quot;"),
    "&ldquo;": lambda t: iter([f"{t} &ldquo;We are glad,&rdquo; he added."]),
    "<p>": lambda t: _sentences(t, "<p>", "</p>"),
    '<p class="lead">': lambda t: _sentences(t, '<p class="lead">\n', "\n</p>\n"),
    "</p> alone": lambda t: _sentences(t, "", "</p>"),
    "&lt;p&gt;": lambda t: _sentences(t, "&lt;p&gt;", "&lt;/p&gt;"),
    "<br>": lambda t: _sentences(t, "", "<br>"),
    "<br/>": lambda t: _sentences(t, "", "<br/><br />"),
    "<li>": lambda t: _sentences(t, "<li>", "</li>"),
    "<h2>": lambda t: iter([f"<h2>In brief</h2>{t}"]),
    "<b>": lambda t: _around_names(t, "<b>", "</b>"),
    "<em>": lambda t: _around_words(t, "<em>", "</em>"),
    "<span>": lambda t: _around_words(t, '<span style="color: #333">', "</span>"),
    "<a>": lambda t: _around_names(t, '<a href="https://example.com/a?b=1&c=2" target=_blank>', "</a>"),
    "<a> of words": lambda t: _around_words(t, "<a href='/tag/x'>", "</a>"),
    "<sup>": lambda t: _after_names_and_sentences(t, "<sup>[1]</sup>"),
    "<!-- -->": lambda t: _around_words(t, "<!-- ad > -->", ""),
    "<img>": lambda t: _sentences(t, '<img src="a.png" alt="Two men at Acme Inc"/>', "", " "),
    "[caption]": lambda t: _sentences(t, '[caption id="attachment_1" width="300"]Photo[/caption] ', "", " "),
    "[gallery]": lambda t: _sentences(t, "", ' [gallery ids="1,2"] ', ""),
    "[1]": lambda t: _after_names_and_sentences(t, "[1]"),
    "[2][3]": lambda t: _after_names_and_sentences(t, "[2][3]"),
    "[citation needed]": lambda t: _after_names_and_sentences(t, "[citation needed]"),
    "**": lambda t: _around_names(f"{t} More to come.", "**", "**"),
    "__": lambda t: _around_names(f"{t} More to come.", "__", "__"),
    "*": lambda t: _around_words(t, "*", "*"),
    "_": lambda t: _around_names(t, "_", "_"),
    "[]()": lambda t: _around_names(t, "[", "](https://example.com/x_(y)?z=1)"),
    "**[]()**": lambda t: _around_names(t, "**[", '](http://example.com "Title")**'),
    "![]()": lambda t: _sentences(t, "![Two men](https://example.com/a.png) ", "", " "),
    "zero width": lambda t: _within_words(t, "\u200b"),
    "zero width at words": lambda t: _after_words(t, "\u200b"),
    "&#8203;": lambda t: _after_words(t, "&#8203;"),
    "byte order mark": lambda t: _around_words(t, "\ufeff", ""),
    "soft hyphen": lambda t: _within_words(t, "\xad"),
    "&shy;": lambda t: _within_words(t, "&shy;"),
    "control": lambda t: _after_words(t, "\x07"),
    "escape": lambda t: _around_names(t, "\x1b[1m", "\x1b[0m"),
    "right to left": lambda t: _around_words(t, "\u200f", "\u200e"),
    "embedding": lambda t: _around_names(t, "\u202a", "\u202c"),
    "many at once": _all_at_once,
    "emoji": lambda t: _after_words(t, " 🚀"),
    "emoji first": lambda t: _sentences(t, "📈 ", "", " "),
    "emoji last": lambda t: _sentences(t, "", " 👩‍🔬🇩🇪❤️", " "),
}

# No name has any of these, nor has a title or a topic.
RESIDUE = re.compile(
    r"[<>*_\[\]{}]|&\w+;|&#|\]\(|[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u202a-\u202f\ufeff]|[\U0001f000-\U0001ffff]"
)

Said = Counter[tuple[object, ...]]


def told(claims: Sequence[Claim]) -> Said:
    """What claims say, places apart."""
    return Counter(_told(claim) for claim in claims)


def _told(claim: Claim) -> tuple[object, ...]:
    times = [(point, time.edtf) for point in TIME_POINTS if isinstance(time := getattr(claim.time, point), TimeValue)]
    qualifiers = [(name, _straight(value)) for name, value in sorted(claim.qualifiers.items())]
    spoken_by = tuple((source.kind, _straight(source.name or "")) for source in claim.attribution)
    names = (_straight(name) for name in names_of(claim))
    return (claim.relation, *names, claim.status, claim.phase, tuple(qualifiers), tuple(times), spoken_by)


def names_of(claim: Claim) -> list[str]:
    """The names of what a claim is about."""
    obj = claim.object
    return [claim.subject.name, obj.name if isinstance(obj, Mention) else obj.value if obj else ""]


def _straight(text: str) -> str:
    return text.replace("’", "'")


def strewn(sentence: str, kind: str, places: int, seed: int = 0) -> list[str]:
    """The sentence with that left-over, at so many of the places that it could stand at."""
    found = list(KINDS[kind](sentence))
    chance = random.Random(f"{seed} {kind} {sentence}")  # noqa: S311 - no secret
    return chance.sample(found, min(places, len(found)))


@dataclass(frozen=True)
class Reading:
    """What is read of a text with left-overs, beside what is read of the clean one."""

    kind: str
    text: str
    lost: Said
    new: Said
    residue: list[str]

    @property
    def same(self) -> bool:
        return not self.lost and not self.new


def survey(places: int, every: int = 1, seed: int = 0) -> Iterator[Reading]:
    """A reading of every sentence with every kind of left-over (or every so many), at so many of the places for it."""
    clean = {sentence: told(read(sentence, PUBLISHED)) for sentence in SENTENCES}
    for turn, kind in enumerate(KINDS):
        for sentence, expected in list(clean.items())[turn % every :: every]:
            for text in strewn(sentence, kind, places, seed):
                claims = read(text, PUBLISHED)
                words = [word for claim in claims for word in (*names_of(claim), *claim.qualifiers.values())]
                residue = [word for word in words if RESIDUE.search(word)]
                yield Reading(kind, text, expected - told(claims), told(claims) - expected, residue)


def main() -> None:
    """Print how many readings survive each kind, how many have residue in a name, how many say more than the clean."""
    found = list(survey(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
    for kind in (*KINDS, None):
        of_kind = [reading for reading in found if kind in (reading.kind, None)]
        same = sum(reading.same for reading in of_kind)
        residue = sum(bool(reading.residue) for reading in of_kind)
        false = sum(bool(reading.new) and not reading.residue for reading in of_kind)
        share = f"{same / len(of_kind):.3f}"
        print(
            f"{kind or 'all':22} {same:4} of {len(of_kind):4} {share} {residue:4} with residue {false:4} else changed"
        )
    for reading in (reading for reading in found if not reading.same):
        print(
            repr(reading.text),
            *(f"\n    - {lost}" for lost in reading.lost),
            *(f"\n    + {new}" for new in reading.new),
        )


if __name__ == "__main__":
    main()
