"""Answers who says something, who denies it, and whether it is confirmed: from the claims behind the facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, QuerySolutions

from app.model import AnswerItem, AnswerStatus, Attribution, Claim, Fact, Mention, Phase, Polarity, SourceKind, Status
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.beside.unestablished import negative
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.hearsay import by_hearsay
from app.query.ask.answers.sentences import join, quotations
from app.query.ask.grammar.reading import Tense
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.inflect import Form
from app.query.ask.lexical.names import Candidate, Names
from app.query.ask.lexical.words import AUXILIARIES, BE, Token, content_words, name_words, stem
from app.query.ask.plans.evaluate import ALL_GRAPHS, Evaluator
from app.query.ask.plans.plan import Plan
from app.query.standing import counting
from app.vocab import cg

_ABOUT = frozenset({"about", "on", "regarding", "concerning", "of"})
_VOUCHING = frozenset({"confirm", "acknowledge", "admit"})
"""What nobody does who only reports: an article's author confirms nothing."""
_UNDENIED = {"not": "", "never": "", "no": "a", "none": "any"}
"""What stands in a denial for each word that denies ("has no stake": that it has a stake is denied)."""
_LEAST_WORDS, _MOST_CLAIMS = 2, 2_000
_WHO = (("who",), ("which", "source"), ("which", "sources"), ("what", "source"))


@dataclass(frozen=True)
class Saying:
    """The part of a question that asks for a speaker: whom, with which stance, and the words that they speak of."""

    stance: str
    speakers: tuple[Candidate, ...]
    who: bool
    rest: Sequence[Token]
    verb: str = ""


def find_saying(analysis: Analysis) -> Saying | None:
    """The speaker part of "who denies that", "did X say that", "according to whom"; None if there is none.

    Who says that something is not so denies it; a denial of what is not so is left alone.
    """
    found = _find_saying(analysis)
    negations = sum(token.word in _UNDENIED for token in found.rest) if found else 0
    if found is None or not negations:
        return found
    if negations > 1 or found.stance == "negated":
        return None
    rest = [replace(token, word=_UNDENIED.get(token.word, token.word)) for token in found.rest]
    return replace(found, stance="negated", rest=[token for token in rest if token.word])


def _find_saying(analysis: Analysis) -> Saying | None:
    words, tokens = analysis.words, analysis.tokens
    for opener in (("according", "to", "whom"), ("according", "to", "who")):
        if tuple(words[:3]) == opener:
            return Saying("affirmed", (), True, _without_inversion(tokens[3:]))
    start = next((len(opener) for opener in _WHO if tuple(words[: len(opener)]) == opener), 0)
    if start:
        return _after_speaker(analysis, start, (), who=True)
    if words[:1] and words[0] in AUXILIARIES:
        for match in analysis.at(1):
            if match.names and (found := _after_speaker(analysis, match.end, match.names, who=False)):
                return found
    return None


def _after_speaker(analysis: Analysis, start: int, speakers: tuple[Candidate, ...], *, who: bool) -> Saying | None:
    places = [start]
    while start < len(analysis.words) and analysis.words[start] in AUXILIARIES:
        start += 1
        places.append(start)
    for match in (match for place in places for match in analysis.senses(place, Kind.SAYING)):
        rest = analysis.tokens[match.end :]
        has_that = bool(rest) and rest[0].word == "that"
        stance = match.sense.entry.detail if match.sense else ""
        spoken_of = (
            start > 0 and analysis.words[match.start - 1] in BE and not (match.sense and Form.ING in match.sense.form)
        )
        if who and spoken_of:  # "who is said to own X" does not ask who says so
            continue
        if rest and (has_that or who or stance == "negated"):
            verb = match.sense.base.partition("/")[0] if match.sense else ""
            return Saying(stance, speakers, who, rest[1:] if has_that else rest, verb)
    return None


def _without_inversion(tokens: Sequence[Token]) -> Sequence[Token]:
    return tokens[1:] if tokens and tokens[0].word in AUXILIARIES else tokens


@dataclass(frozen=True)
class Statements:
    """Whose statements are asked for, with which stance, and of what they must speak: an entity, or some words."""

    speaker: Candidate
    stance: str
    about: Candidate | None = None
    words: tuple[str, ...] = ()


def statements_of(analysis: Analysis) -> Statements | None:
    """What "what did X say about Y", "what does X deny", "did X deny anything" ask for; None for any other question."""
    words = analysis.words
    whether = bool(words) and words[0] in AUXILIARIES
    start = 1 if whether else 2
    if len(words) < 4 or not (whether or (words[0] == "what" and words[1] in AUXILIARIES)):
        return None
    for speaker in (match for match in analysis.at(start) if len(match.names) == 1):
        for verb in analysis.senses(speaker.end, Kind.SAYING):
            stance = verb.sense.entry.detail if verb.sense else ""
            end = verb.end
            if whether and words[end : end + 1] not in (["anything"], ["something"]):
                continue
            end += whether
            if end == len(words):
                return Statements(speaker.names[0], stance)
            if words[end] in _ABOUT and end + 1 < len(words):
                return _about(analysis, end + 1, speaker.names[0], stance)
    return None


def _about(analysis: Analysis, start: int, speaker: Candidate, stance: str) -> Statements:
    for about in analysis.at(start):
        if len(about.names) == 1 and about.end == len(analysis.words):
            return Statements(speaker, stance, about.names[0])
    return Statements(speaker, stance, words=content_words(analysis.words[start:]))


class Attributor:
    """Finds the speakers behind facts."""

    def __init__(self, names: Names, evaluator: Evaluator, answerer: Answerer) -> None:
        self.names = names
        self.evaluator = evaluator
        self.answerer = answerer

    def answer(self, saying: Saying, plans: Iterable[Plan]) -> Draft | None:
        """Who takes the stance; None if the graph has nothing of what is spoken of."""
        for plan in plans:
            if plan.missing or plan.pronouns or not plan.atoms:
                continue
            facts, query = self._facts(plan)
            if facts:
                ended = plan.atoms[0].requires == "ended"
                return self._who(saying, facts, query, ended=ended)
        return None

    def denied(self, speaker: Candidate, plans: Iterable[Plan]) -> Draft | None:
        """Whom or what of somebody denies that it is so; None if no such denial is known."""
        names = self.names_of(speaker)
        for plan in plans:
            if plan.missing or plan.pronouns or not plan.atoms:
                continue
            open_plan = replace(plan, atoms=(replace(plan.atoms[0], tense=Tense.ANY, requires=None), *plan.atoms[1:]))
            tried = [open_plan, *([denial] if (denial := negative(open_plan)) else [])]
            results = [self.evaluator.run(each, graphs=ALL_GRAPHS) for each in tried]
            told: dict[str, tuple[Fact, Claim]] = {}
            for row in (row for found in results for row in found.rows):
                own = [claim for claim in self._denials(row.facts[0]) if names.intersection(self._speakers(claim))]
                if own and row.term is not None and row.term.value in self.names.labels:
                    told[row.term.value] = row.facts[0], own[0]
            if told:
                said = quotations(list(dict.fromkeys(claim.evidence[0].text for _, claim in told.values())))
                labels = self.names.labels
                return Draft(
                    AnswerStatus.ANSWERED,
                    f"{speaker.label} denies it of {join([labels[iri].label for iri in told])}: {said}",
                    [AnswerItem(label=labels[i].label, iri=i, status=fact.status) for i, (fact, _) in told.items()],
                    facts=[fact for fact, _ in told.values()],
                    queries=[found.query for found in results if found.rows],
                    confidence=0.9,
                )
        return None

    def _denials(self, fact: Fact) -> list[Claim]:
        """The claims that it is not so."""
        claims = self.evaluator.lookup.claims_by_id((*fact.supported_by, *fact.disputed_by))
        return [claim for claim in claims if claim.polarity is Polarity.NEGATED]

    def _facts(self, plan: Plan) -> tuple[list[Fact], str]:
        tried = [plan, *([denied] if (denied := negative(plan)) else [])]
        results = [self.evaluator.run(each, graphs=ALL_GRAPHS) for each in tried]
        if not any(found.rows for found in results):
            results = [found] if (found := by_hearsay(plan, self.evaluator)) else []
        facts = {row.facts[0].id: row.facts[0] for found in results for row in found.rows}
        return list(facts.values()), next((found.query for found in results if found.rows), "")

    def statements(self, asked: Statements) -> Draft:
        """What somebody is quoted as saying or denying, in the articles' words."""
        speaker, stance, about = asked.speaker, asked.stance, asked.about
        names = " ".join(str(Literal(name)) for name in sorted(self.names_of(speaker)))
        patterns = f"VALUES ?name {{ {names} }} ?claim {cg('attributedTo')} ?source . ?source {cg('name')} ?name"
        query = f"SELECT DISTINCT ?claim WHERE {{ GRAPH ?article {{ {patterns} }} }}"
        rows = self.evaluator.lookup.store.query(query)
        found = [row["claim"].value for row in rows] if isinstance(rows, QuerySolutions) else []
        prefix = self.evaluator.lookup.iris.claim("").value
        claims = self.evaluator.lookup.claims_by_id(sorted(iri.removeprefix(prefix) for iri in found))
        wanted = Polarity.NEGATED if stance == "negated" else Polarity.AFFIRMED
        subjects = self.names_of(about) if about else set()
        kept = [c for c in claims if c.polarity is wanted and (not about or _speaks_of(c, subjects))]
        kept = counting(self.evaluator.lookup, (c for c in kept if _says(c, asked.words)))
        word = "denies" if wanted is Polarity.NEGATED else "says"
        if not kept:
            sentence = f"No article states what {speaker.label} {word}{f' about {about.label}' if about else ''}."
            return Draft(AnswerStatus.NOT_STATED, sentence, queries=[query])
        items = {
            claim.evidence[0].text: AnswerItem(label=claim.evidence[0].text, status=claim.status) for claim in kept
        }
        sentence = f"{speaker.label} {word}: {quotations(items)}"
        facts = self.evaluator.lookup.facts_of_claims([claim.id for claim in kept])
        return Draft(
            AnswerStatus.ANSWERED, sentence, list(items.values()), facts=facts, queries=[query], confidence=0.9
        )

    def by_words(self, saying: Saying) -> Draft | None:
        """Who said it, found by the words of a sentence, where no plan can be made of them."""
        wanted = content_words([token.word for token in saying.rest])
        named = {stem(token.word): found for token in saying.rest if (found := self.names.find(token.text))}
        if len(set(wanted) - named.keys()) < _LEAST_WORDS:
            return None
        where = f"?claim {cg('attributedTo')} ?source . ?source {cg('kind')} ?kind"
        others = f"FILTER(?kind != {Literal(str(SourceKind.AUTHOR))})"  # unnamed sources say things, too
        query = f"SELECT DISTINCT ?claim WHERE {{ GRAPH ?article {{ {where} {others} }} }}"
        rows = self.evaluator.lookup.store.query(query)
        prefix = self.evaluator.lookup.iris.claim("").value
        ids = (
            sorted(row["claim"].value.removeprefix(prefix) for row in rows) if isinstance(rows, QuerySolutions) else []
        )
        if len(ids) > _MOST_CLAIMS:
            return None
        worded = (
            claim
            for claim in self.evaluator.lookup.claims_by_id(ids)
            if _says(claim, tuple(word for word in wanted if not self._is_side(claim, named.get(word))))
        )
        claims = counting(self.evaluator.lookup, worded)
        stance = Polarity.NEGATED if saying.stance == "negated" else Polarity.AFFIRMED
        speakers = {name: c for c in claims if c.polarity is stance for name in self._speakers(c)}
        if not speakers or not saying.who:
            return None
        said = quotations(list(dict.fromkeys(c.evidence[0].text for c in speakers.values()))[:3])
        word = "Denied" if stance is Polarity.NEGATED else "Said"
        return Draft(
            AnswerStatus.ANSWERED,
            f"{word} by {join(list(speakers))}: {said}",
            self._items(saying, speakers),
            facts=self.evaluator.lookup.facts_of_claims([claim.id for claim in speakers.values()]),
            queries=[query],
            confidence=0.85,
        )

    def _is_side(self, claim: Claim, candidate: Candidate | None) -> bool:
        """Whether a claim speaks of somebody whom its words need not name again ("he denied that it was ...")."""
        return candidate is not None and _speaks_of(claim, self.names_of(candidate))

    def who_said(self, saying: Saying, facts: Sequence[Fact]) -> Draft:
        """Who takes the stance on facts that are told already."""
        return self._who(saying, facts, "", ended=all(fact.time.ended for fact in facts))

    def _who(self, saying: Saying, facts: Sequence[Fact], query: str, *, ended: bool) -> Draft:
        ids = [claim_id for fact in facts for claim_id in (*fact.supported_by, *fact.disputed_by)]
        # Whoever says that something may end does not say that it goes on.
        claims = [c for c in self.evaluator.lookup.claims_by_id(ids) if (c.phase is Phase.ENDED) is ended]
        wanted = Polarity.NEGATED if saying.stance == "negated" else Polarity.AFFIRMED
        speakers = {speaker: claim for claim in claims if claim.polarity is wanted for speaker in self._speakers(claim)}
        if named := {s: c for s, c in speakers.items() if c.status is not Status.ASSERTED and saying.who}:
            speakers = named
        elif saying.verb in _VOUCHING:
            speakers = {}
        if not saying.who:
            labels = {name for candidate in saying.speakers for name in self.names_of(candidate)}
            speakers = {speaker: claim for speaker, claim in speakers.items() if speaker in labels}
        draft = Draft(AnswerStatus.ANSWERED, "", facts=list(facts), queries=[query] if query else [])
        if not speakers:
            nobody = self.nobody(saying)
            draft.status, draft.sentence = nobody.status, nobody.sentence
            return draft
        draft.items = self._items(saying, speakers)
        said = quotations(list(dict.fromkeys(c.evidence[0].text for c in speakers.values()))[:3])
        verb = "Denied by" if wanted is Polarity.NEGATED else "Said by"
        draft.sentence = f"{'' if saying.who else 'Yes. '}{verb} {join(list(speakers))}: {said}"
        return draft

    def nobody(self, saying: Saying) -> Draft:
        """For what nobody, or not the one who is asked about, is quoted as saying."""
        word = "denies" if saying.stance == "negated" else "says"
        who = "anyone" if saying.who else saying.speakers[0].label
        return Draft(AnswerStatus.NOT_STATED, f"No article states that {who} {word} that.")

    def _items(self, saying: Saying, speakers: dict[str, Claim]) -> list[AnswerItem]:
        if not saying.who:
            return [AnswerItem(label="yes", value="yes", status=claim.status) for claim in list(speakers.values())[:1]]
        return [
            AnswerItem(label=self._label(name), iri=self._iri(name), status=c.status) for name, c in speakers.items()
        ]

    def _speakers(self, claim: Claim) -> list[str]:
        return [self._name(source, claim) for source in claim.attribution]

    def _name(self, source: Attribution, claim: Claim) -> str:
        if source.kind is SourceKind.AUTHOR:
            article = self.evaluator.lookup.article(claim.article).article
            return article.publisher or article.title or "the author"
        unnamed = "unnamed sources" if source.kind is SourceKind.UNNAMED else "a report"
        return source.name or unnamed

    def names_of(self, candidate: Candidate) -> set[str]:
        """Every name that somebody goes by."""
        entity = self.evaluator.lookup.entity(candidate.iri.removeprefix(self.evaluator.lookup.iris.base))
        return {entity.name, *entity.aliases}

    def _label(self, name: str) -> str:
        found = self._source(name)
        return found.label if found else name

    def _iri(self, name: str) -> str | None:
        found = self._source(name)
        return found.iri if found else None

    def _source(self, name: str) -> Candidate | None:
        """Who a source is: people go by parts of their names, but a paper called "Post" is no "Post Office"."""
        found = self.names.find(name)
        return found if found and (found.type == "Person" or name in self.names_of(found)) else None


def _says(claim: Claim, words: tuple[str, ...]) -> bool:
    """Whether all of the words stand in what the claim rests on."""
    said = {stem(word) for span in claim.evidence for word in name_words(span.text)}
    return set(words) <= said


def _speaks_of(claim: Claim, names: set[str]) -> bool:
    ends = [claim.subject, claim.object] if isinstance(claim.object, Mention) else [claim.subject]
    return any(end.name in names for end in ends)
