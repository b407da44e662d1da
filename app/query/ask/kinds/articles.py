"""Answers which articles speak of something: "which articles mention X", "in how many stories does X appear"."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions

from app.graphs import ENTITIES
from app.model import AnswerItem, AnswerStatus, Article
from app.query.ask.answers import refusals
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import join
from app.query.ask.grammar.reading import Asked, Phrase
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.names import Candidate, Names
from app.query.ask.lexical.words import FUNCTION_WORDS
from app.query.ask.plans.plan import Plan
from app.vocab import TYPE, cg

_ARTICLES = frozenset(
    """article articles story stories text texts source sources document documents publication publications""".split()
)
_SPEAKING = frozenset(
    """mention mentions mentioned mentioning name names named cover covers covered covering discuss discusses discussed
    talk talks talked write writes written wrote report reports reported speak speaks spoken refer refers referred
    appear appears appeared occur occurs occurred feature features featured featuring deal deals concern concerns
    concerning regarding say says said tell tells told contain contains include includes come comes up quote quotes
    quoted cite cites cited available exist exists have got find found""".split()
)
_ASKING = frozenset("which what how many in of the all any are is there do we you have".split())
_MOST_EVIDENCE = 12


@dataclass(frozen=True)
class Mentioned:
    """Who has to be named in the articles that are asked for; `missing` are words that name nobody in the graph."""

    names: tuple[Candidate, ...]
    missing: str = ""


def articles_question(analysis: Analysis) -> Mentioned | None:
    """Whose articles are asked for; None for any other question, and where any word says more than that."""
    words = analysis.words
    asked = next((i for i, word in enumerate(words) if word in _ARTICLES), None)
    before = words[:asked] if asked is not None else []
    if asked is None or not _ASKING.issuperset(before):
        return None
    names: list[Candidate] = []
    missing: list[str] = []
    position, spoken = asked + 1, before[:1] == ["in"]
    while position < len(words):
        named = max((m for m in analysis.at(position) if m.names), key=lambda m: (m.end, -m.cost), default=None)
        if named is not None and len(named.names) == 1:
            names.append(named.names[0])
            position = named.end
        elif words[position] in _SPEAKING or words[position] in FUNCTION_WORDS:
            spoken = spoken or words[position] in _SPEAKING or words[position] in ("about", "on", "of", "with")
            position += 1
        elif analysis.is_known(position):
            return None
        else:
            missing.append(analysis.text(position, position + 1))
            position += 1
    named_all = tuple(dict.fromkeys(names))
    return Mentioned(named_all, " ".join(missing)) if (names or missing) and spoken else None


def mentioning(asked: Mentioned, answerer: Answerer, names: Names) -> Draft:
    """The articles that name all of them, newest last, with what is known of all of them as evidence."""
    if asked.missing:
        nobody = Plan(Asked.LIST, (), None, None, missing=(Phrase(asked.missing, unknown=True),))
        return refusals.unknown(nobody, names)
    lookup, iris = answerer.lookup, answerer.lookup.iris
    named = " ".join(
        f"?local{n} {cg('denotes')} {NamedNode(candidate.iri)} ." for n, candidate in enumerate(asked.names)
    )
    there = " ".join(f"?local{n} ?said{n} [] ." for n in range(len(asked.names)))
    query = (
        f"SELECT DISTINCT ?article WHERE {{ GRAPH {iris.graph(ENTITIES)} {{ {named} }} "
        f"GRAPH ?graph {{ {there} ?article {TYPE} {cg('Article')} }} }}"
    )
    rows = lookup.store.query(query)
    assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
    ids = [lookup.iris.local_name(row["article"]).removeprefix("article/") for row in rows]
    who = join([candidate.label for candidate in asked.names])
    if not ids:
        return Draft(AnswerStatus.NOT_STATED, f"No article mentions {who}.", queries=[query])
    found = lookup.articles_by_id(ids)
    many = f"{len(found)} article{'' if len(found) == 1 else 's'} mention{'s' if len(found) == 1 else ''} {who}"
    facts = lookup.shared_facts([iris.local_name(NamedNode(candidate.iri)) for candidate in asked.names])
    return Draft(
        AnswerStatus.ANSWERED,
        f"{many}: {'; '.join(_told(article) for article in found)}.",
        [_item(article, answerer) for article in found],
        facts=facts[:_MOST_EVIDENCE],
        queries=[query],
        confidence=0.95,
    )


def _told(article: Article) -> str:
    where = ", ".join(part for part in (article.publisher, article.published) if part)
    return f"“{article.title or article.id}”{f' ({where})' if where else ''}"


def _item(article: Article, answerer: Answerer) -> AnswerItem:
    day = (article.published or "")[:10]
    return AnswerItem(
        label=article.title or article.id,
        iri=answerer.lookup.iris.article(article.id).value,
        value=article.id,
        time={"date": {"edtf": day}} if day else {},
    )
