"""What a careful reader finds in the sample articles, as claims written by hand, and the graph that follows from them.

So that these tests measure answering and not reading. One line a claim in sample-claims.txt: article | subject |
relation | object | words of the article that carry it | qualifiers and the rest, as key=value.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from app.claims.writing import article_quads
from app.model import (
    Article,
    Attribution,
    Certainty,
    Claim,
    Extraction,
    LocalEntity,
    Mention,
    Phase,
    Polarity,
    SourceKind,
    Span,
    Times,
    TimeValue,
    Value,
)
from app.query.lookup import Lookup
from app.resolution.derivation import derivation
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.query.sample_graph import sample_article

IRIS = Iris("https://example.org/id/")

TYPES = {
    "Person": """Ruben Mayer; Ingrid Solheim; Tomás Breval; Helena Voss; Adaeze Nwosu; Gareth Tindall; Markus Oberlin;
        Bettina Krall; Priya Raghunathan; Daniel Okafor; Rosa Quintanilla; Erik Thorsen; Camille Rousset; Jonas Reiter;
        Peter Lindqvist; Yuki Tanabe; Willem Aerts; Zofia Wilk; Wanjiru Kamande; Samuel Otieno; Lukas Amsler;
        Sunniva Dahl; Mateus Arruda; Katrien Bos; Noor Haddad; Étienne Marchal""",
    "Company": """Meta; Facebook; Scale AI; Kestrelworks; Tallowmere Capital; Harrowgate Ventures; Solvane; Brightfold;
        Delmare Semiconductor; Pemberly Systems; Mirador Mobility; Larkspur Data; Annotara; Quillmark Labs; Cindervale;
        The Hanover Ledger; Corvane Research; Roadlight; Ostrey Micro; Papercrane; OpenAI""",
    "OrganizationUnit": "TBD Labs; Perch Lab; superintelligence team",
    "Collective": "third-party data vendors; any other truck company",
    "Place": """Leeds; Munich; Nairobi; Lyon; Kraków; Toronto; Eindhoven; Porto; Boston; Trondheim; Zurich; Austin;
        London""",
    "Product": "Talon; Tidepool; Oculus headset",
}
_TYPE_OF = {name.strip(): cls for cls, names in TYPES.items() for name in names.split(";")}

CLAIMS = Path(__file__).with_name("sample-claims.txt").read_text(encoding="utf-8")

_PLAIN = {"phase", "pol", "cert", "src", "date", "start", "end", "announced", "duration", "days", "words"}


@cache
def extractions() -> tuple[Extraction, ...]:
    """What the articles say, by the lines above."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    articles: dict[str, Article] = {}
    for line in CLAIMS.strip().splitlines():
        number, subject, relation, object_, words, details = line.split("|")
        articles[number] = articles.get(number) or sample_article(number)
        claims[number].append(_claim(articles[number], subject, relation, object_, words, details))
    return tuple(_extraction(article, claims[number]) for number, article in articles.items())


def _extraction(article: Article, claims: list[Claim]) -> Extraction:
    mentions = {m.entity: m for c in claims for m in (c.subject, c.object) if isinstance(m, Mention)}
    aliases = {"Cindervale": ("Papercrane",)} if "renamed it Cindervale" in article.text else {}
    if "formerly named Facebook" in article.text:
        aliases["Meta"] = ("Facebook",)
    if "Facebook, which is now called Meta" in article.text:
        aliases["Facebook"] = ("Meta",)
    entities = [
        LocalEntity(id=m.entity, name=m.name, type=m.type, aliases=aliases.get(m.name, ())) for m in mentions.values()
    ]
    return Extraction(article=article, entities=tuple(entities), claims=tuple(claims))


def _claim(article: Article, subject: str, relation: str, object_: str, words: str, details: str) -> Claim:
    given = dict(pair.split("=", 1) for pair in details.split())
    start = article.text.index(words)
    evidence = (Span(start=start, end=start + len(words), text=words),)
    target: Mention | Value | None = None
    if object_.startswith("="):
        target = Value(value=object_[1:], start=start, end=start + 1)
    elif object_:
        target = _mention(object_, start)
    return Claim(
        article=article.id,
        relation=relation,
        subject=_mention(subject, start),
        object=target,
        qualifiers={key: value.replace("_", " ") for key, value in given.items() if key not in _PLAIN},
        time=_times(given),
        phase=Phase(given.get("phase", "ongoing")),
        polarity=Polarity(given.get("pol", "affirmed")),
        certainty=Certainty(given.get("cert", "certain")),
        attribution=_sources(given.get("src")),
        evidence=evidence,
        confidence=0.9,
        engine="by-hand 1",
    )


def _mention(name: str, start: int) -> Mention:
    local = re.sub(r"\W+", "-", name.lower())
    return Mention(entity=local, name=name, type=_TYPE_OF[name], mention=name, start=start, end=start + 1)


def _sources(text: str | None) -> tuple[Attribution, ...]:
    if text is None:
        return (Attribution(kind=SourceKind.AUTHOR),)
    pairs = (part.partition(":") for part in text.replace("_", " ").split(","))
    return tuple(Attribution(kind=SourceKind(kind), name=name or None) for kind, _, name in pairs)


def _times(given: dict[str, str]) -> Times:
    values = {name: _time(given[name]) for name in ("date", "start", "end", "announced") if name in given}
    if "duration" not in given:
        return Times(**values)
    least, most = given["days"].split(",")
    words = given["words"].replace("_", " ")
    return Times(
        **values,
        duration=given["duration"],
        duration_days=(int(least), int(most)),
        duration_span=Span(start=0, end=len(words), text=words),
    )


def _time(text: str) -> TimeValue:
    edtf, _, words = text.partition("/")
    first, _, last = edtf.partition("..")
    return TimeValue(
        text=words.replace("_", " "),
        edtf=edtf.replace("..", "/"),
        earliest=_day(first, 0),
        latest=_day(last or first, 1),
    )


def _day(edtf: str, side: int) -> str:
    year, *rest = edtf.split("-")
    month = rest[0] if rest else ("01", "12")[side]
    day = rest[1] if len(rest) > 1 else ("01", f"{calendar.monthrange(int(year), int(month))[1]}")[side]
    return f"{year}-{month}-{day}"


@cache
def graph() -> Lookup:
    """The graph that follows from the claims."""
    return lookup_of(extractions())


def lookup_of(found: tuple[Extraction, ...]) -> Lookup:
    """The graph that follows from what some articles say."""
    store = EmbeddedStore()
    quads = [quad for extraction in found for quad in article_quads(extraction, IRIS)]
    origins = {extraction.article.id: extraction.article.id for extraction in found}
    store.apply(Change(add=[*quads, *derivation(found, IRIS, origins=origins)]))
    return Lookup(store, IRIS)
