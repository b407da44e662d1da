"""What the fields of answers mean, each with an example: said once here for the many models that share them.

A model's own words come first. A name with its model's before it (`Claim.object`) comes before the bare name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FIELDS: Mapping[str, tuple[str, Any]] = {
    # names and places
    "id": ("Id, stable as long as what it stands for is the same", "organization/meta"),
    "iri": ("IRI in the graph; it can be visited", "https://w3id.org/claimgraph/id/organization/meta"),
    "name": ("Name", "Meta"),
    "label": ("In words", "Ruben Mayer left Meta"),
    "type": ("Class of the ontology", "Company"),
    "aliases": ("Other names", ["Facebook"]),
    "title": ("Title", "Head of AI data work leaves Meta"),
    "text": ("The words, as they are written", "has left the company after just two months"),
    "start": ("First code point in the article's raw text", 120),
    "end": ("Code point after the last in the article's raw text", 163),
    "mention": ("The words that name it there", "the social media group"),
    "mentions": ("Where the article names it", None),
    # articles
    "article": ("Id of the article", "54a941c39d03b47e"),
    "publisher": ("Who published it, if known", "Tidewater Business Journal"),
    "published": ("Day, month or year of publication, ISO 8601, if known", "2025-09-01"),
    "url": ("Where it was published, if known", "https://example.org/news/1"),
    "language": ("Language, BCP 47, if known", "en"),
    "source": ("Name of the file it was read from, if it was one", "article.txt"),
    "replaces": ("Id or URL of the version that it corrects, if it is a correction", "https://example.org/news/1"),
    "ArticleSummary.id": ("Id: a hash of publisher, day, title, URL and text", "54a941c39d03b47e"),
    # what articles say
    "claim": ("Id of the claim", "f9effb50f7153ca3"),
    "claims": ("How many claims it makes", 9),
    "ArticleView.article": ("The article, with its raw text", None),
    "ArticleView.claims": ("What it says, in the order it says it", None),
    "ArticleView.entities": ("Whom and what it speaks of, as it knows them", None),
    "relation": ("Relation of the ontology", "heldRole"),
    "subject": ("Who or what the claim is about", None),
    "object": ("The other end: an entity, or a value such as a name; null where the relation has none", None),
    "value": ("The value, as it is written", "Facebook"),
    "qualifiers": (
        "What else is said, by name: amounts as decimals, currencies as ISO 4217",
        {"title": "chief executive"},
    ),
    "qualifier_spans": ("Where each of the qualifiers is written", None),
    "phase": ("How far the situation had come", "completed"),
    "polarity": ("Whether it is said to be so, or not to be so", "affirmed"),
    "certainty": ("How sure the sentence is", "certain"),
    "mode": ("Statement, question, opinion or prediction", "statement"),
    "attribution": ("Who says it: the author, named parties, unnamed sources, another report", [{"kind": "author"}]),
    "Attribution.name": ("Who it is, if named", "Ms Roe"),
    "Attribution.start": ("Where the words begin that say so; null for the author", 12),
    "Attribution.end": ("Code point after those words; null for the author", 24),
    "evidence": ("The words that it rests on", None),
    "confidence": ("Probability that a careful reader would agree, from 0 to 1", 0.95),
    "engine": ("Name and version of the engine that read it", "rules 2"),
    "dropped": ("Candidates that the grounding gate refused", 2),
    "ArticleView.dropped": ("Candidates that the grounding gate refused, each with the reason", None),
    "Dropped.text": ("The words in which it was seen", "may buy"),
    "notices": ("What its reader ought to know", None),
    "IngestSummary.outcomes": ("What became of each article, in the order given", None),
    "Outcome.status": ("`added`, or `unchanged` because the graph had it", "added"),
    # what is made of it
    "status": ("What may be made of it: asserted, stated, reported, disputed, possible, denied ...", "asserted"),
    "fact": ("Id of the fact", "0b3f6f1f0f4c7a52"),
    "FactView.id": ("Id: a hash of what the fact is about, not of what supports it", "0b3f6f1f0f4c7a52"),
    "Neighbour.fact": ("What joins the two", None),
    "ConflictView.fact": ("The fact that is in dispute", None),
    "realised": ("False for what is only planned or considered", True),
    "aspects": ("What is said of it beyond that it is so, such as its end; each with a status of its own", None),
    "Aspect.name": ("exists, started, ended, amount, time ...", "ended"),
    "supported_by": ("Ids of the claims that say so", ["f9effb50f7153ca3"]),
    "disputed_by": ("Ids of the claims that stand against it; hearsay of another amount or day too", None),
    "article_count": ("How many articles support it", 2),
    "articles": ("How many articles speak of it", 2),
    "sides": ("What each side says, the one with most claims first", None),
    "person": ("Who", None),
    "organization": ("Where", None),
    "Tenure.title": ("The role's title, if one is named", "chief executive"),
    "responsibility": ("What the holder oversees, if it is said", "AI data operations"),
    "investor": ("Who gives", None),
    "investee": ("Who gets", None),
    "round": ("The round, if one is named", "Series C"),
    "percent": ("The share in percent, a decimal, if it is said", "49"),
    "supplies": ("What is known of each supply", None),
    # time
    "time": ("What is known of when", None),
    "date": ("The day of an event", None),
    "announced": ("The day of an announcement", None),
    "Times.start": ("When it began, as written", None),
    "Times.end": ("When it ended, as written", None),
    "FactTime.start": ("When it began, at the earliest and latest", None),
    "FactTime.end": ("When it ended, at the earliest and latest; null is unknown, never open", None),
    "earliest": ("First day that is possible, ISO 8601; null if nothing is known", "2025-06-01"),
    "latest": ("Last day that is possible, ISO 8601; null if nothing is known", "2025-06-30"),
    "because": ("What the bounds follow from, in sentences", ["it ended by 2025-09-01"]),
    "edtf": ("Extended Date/Time Format", "2025-06"),
    "date_edtf": ("The day as stated, EDTF", "2025-06"),
    "announced_edtf": ("The announcement as stated, EDTF", "2025-06"),
    "duration": ("How long it lasted as stated, ISO 8601", "P2M"),
    "duration_days": ("The fewest and the most days that it can mean", [45, 77]),
    "duration_span": ("Where the duration is written", None),
    "duration_min_days": ("The fewest days that the duration can mean", 45),
    "duration_max_days": ("The most days that the duration can mean", 77),
    "ended": ("True only if a source says that it is over", True),
    "first": ("First day; null is without limit", "2025-07-18"),
    "last": ("Last day; null is without limit", "2025-09-01"),
    "possibly": ("Days on which it may hold", None),
    "surely": ("Days on which it surely holds; null where none is sure", None),
    # questions
    "question": ("The question, in English", "Who founded Annotara?"),
    "answer": ("The answer in a sentence", "Ruben Mayer oversaw AI data operations at Meta."),
    "Answer.status": ("How the question fared", "answered"),
    "answers": ("The values that answer it", None),
    "AnswerItem.iri": ("IRI of the entity, if it is one", "https://w3id.org/claimgraph/id/person/ruben-mayer"),
    "AnswerItem.value": ("The value, if it is none", "P2M"),
    "interpretation": ("How the question was understood", "who oversaw data operations at Meta"),
    "sparql": ("The queries that gave the answer", None),
    "caveats": ("What to bear in mind", ["No calendar date is stated."]),
    "alternatives": ("Other ways to understand it", None),
    "followups": ("What may be asked next", None),
    # changes and decisions
    "cause": ("Why, in words", "new source"),
    "about": ("The articles, names, claims or rulings that it is about", ["54a941c39d03b47e"]),
    "facts": ("The facts that came, went or changed", None),
    "before": ("Its status before; null if it is new", None),
    "after": ("Its status after; null if it is gone", "asserted"),
    "kind": ("What kind of thing it is", "same"),
    "reason": ("Why, in words", "its full name"),
    "made": ("What was decided", None),
    "withdrawn": ("The decisions that this one undid", None),
    "one": ("The one", "organization/meta"),
    "other": ("The other", "organization/facebook"),
    "points": ("What it adds to the score", 0.4),
    "detail": ("What it rests on", "shared sector"),
    "says": ("What it says", "45000000"),
    # the graph as it is drawn
    "nodes": ("Entities, and facts with one end or with three", None),
    "links": ("Facts, each between two nodes", None),
    "edges": ("How many edges", 40),
    "steps": ("For each step between two nodes, the facts that make it", None),
    "root": ("Id of the entity in the middle, if there is one", "organization/meta"),
    "target": ("Id of the node that it leads to", "organization/scale-ai"),
    "Link.detail": (
        "Title or responsibility of a role, which tells it from others between the same two",
        "chief executive",
    ),
    "Link.source": ("Id of the node that it comes from", "organization/meta"),
    "symmetric": ("Whether it goes both ways", False),
    "spell": ("The days on which it holds", None),
    "degree": ("How many facts it takes part in", 5),
    "betweenness": ("Share of the shortest ways that lead over it", 0.2),
    "community": ("Number of the community it belongs to", 1),
    "distance": ("Facts between it and the root", 1),
    "number": ("Number of the community, the largest first", 1),
    "size": ("How many belong to it", 7),
    "total": ("How many nodes there would have been without the limit", 80),
    "node_types": ("How many nodes there are of each class", {"Company": 12}),
    "fact_types": ("How many facts there are of each class", {"Tenure": 9}),
    "statuses": ("How many facts there are of each status", {"asserted": 30}),
    "most_connected": ("Who takes part in most facts", None),
    "most_between": ("Whom most of the shortest ways lead over", None),
    "communities": ("Who belongs together", None),
    "paths": ("The shortest chains of facts between two entities", None),
    "Problem.type": ("IRI of the kind of error", "https://w3id.org/claimgraph/problems#not-found"),
    "Problem.title": ("The kind of error in words", "Not found"),
    "Problem.status": ("The HTTP status", 404),
}
_PAGE = "Some of a list, and where the rest begins"


def describe_fields(schemas: Mapping[str, dict[str, Any]]) -> None:
    """Add what is said here wherever a model of the OpenAPI document does not speak for itself."""
    for model, schema in schemas.items():
        if model.startswith("Page_"):
            schema.setdefault("description", _PAGE)
        for name, declared in schema.get("properties", {}).items():
            found = FIELDS.get(f"{model}.{name}") or FIELDS.get(name)
            if found is None or declared.get("description"):
                continue
            declared["description"], example = found
            if example is not None and "examples" not in declared:
                declared["examples"] = [example]
