"""Puts names in place of what a part only points at, so that it can be asked by itself: "since her retirement"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.model import Fact
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import Speaker
from app.query.ask.kinds.several.nouns import part_noun
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Candidate, Names, fits_pronoun
from app.query.ask.lexical.words import spelt_words

_POST = r"(?:job|post|role|position|office|title|seat|place|chair|helm)"
_HAD = (
    r"(?:had|held|taken|took|taking|got|gotten|has|have|holds?|filled|fills|done|did|does|do|took over|in|given"
    r"|succeeded to|inherited)(?: on| over)?"
)
_HOLDS = re.compile(
    rf"\b(?P<who>who|which \w+) (?:else )?(?:(?:has|have|had|is|was|does|did|will) )?{_HAD}"
    rf" (?:the|that|this|his|her|their) (?:same )?{_POST}\b",
    re.IGNORECASE,
)
_THE_POST = re.compile(rf"\b(?:the|that|this) (?:same )?{_POST}\b", re.IGNORECASE)
_GONE = re.compile(
    r"\b(?P<when>since|after|following|before|until|from) (?P<whose>his|her|their|its) (?:retirement|departure"
    r"|resignation|exit|dismissal|going|sacking|removal|leaving|ouster|death|stepping down|tenure|term|time|reign"
    r"|appointment|arrival)\b",
    re.IGNORECASE,
)
_SHE_LEFT = re.compile(
    r"\b(?P<when>since|after|before|until|when|once) (?P<who>he|she|they|it) (?:(?:has|had|was|were) )?(?:left|went"
    r"|gone|retired|resigned|quit|departed|dismissed|fired|stepped down|took over|came|arrived|joined)\b(?! \w)",
    re.IGNORECASE,
)
_WHEN_IT = re.compile(
    r"^(?:the |on (?:what|which) |what |which )?(?:date|day|year|month|time)(?: (?:when|that|on which|in which))?"
    r" (?=(?P<who>he|she|they|it)\b)",
    re.IGNORECASE,
)
_NOUN_THEY = re.compile(
    r"^(?:the (?:respective )?|whatever |(?=what (?:they|he|she|it|each|both)\b))(?P<noun>[a-z]+(?: [a-z]+)?)"
    r" (?:(?:that|which) )?(?P<who>he|she|they|it|each|each of them|both) (?P<verb>[a-z]+)(?P<rest>.*)$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"(?: (?:before(?: (?:that|then))?|previously|earlier|until then|formerly))$", re.IGNORECASE)
_JOB_BEFORE = re.compile(
    rf"^(?:what|which) (?:was |is )?(?:(?:his|her) )?{_POST}(?: did (?:he|she) (?:have|hold|do))?"
    r" before(?: (?:that|then))?$",
    re.IGNORECASE,
)
_THAT = re.compile(r" (?:that|this)$", re.IGNORECASE)
_WHAT_IS_SHE = re.compile(
    r"^what (?P<is>is|was) (?P<who>he|she) (?P<rest>now|today|currently|there|doing there|at present|these days)$",
    re.IGNORECASE,
)
_WHO_LEADS = re.compile(
    r"who (?:led|leads|is leading|was leading)(?: (?:it|the (?:round|deal|financing)))?", re.IGNORECASE
)
_WHO_IS = re.compile(
    r"(?P<is>who(?: is| was|['’]s)(?: now| currently)?) (?:the|its|their) (?P<post>[a-z]+(?:[ -][a-z]+){0,3}?)"
    r"(?P<now>(?: now| today| currently)?)",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"(?:do|does|did|has|have) [^?]+? (?:have|own|hold|get|take|acquire|got|owned|held|taken)"
    r" (?:an? |any |some )?(?:\w+ )?(?:stake|share|holding|interest|shares)",
    re.IGNORECASE,
)
_AFTER = {"since": "after", "following": "after", "once": "after", "when": "after", "from": "after"}
_OWN = {"his": "he", "her": "she", "their": "they", "its": "it"}


def as_question(part: str) -> str:
    """A noun with a clause of its own as a question: "the day she came", "the jobs they hold there".

    >>> as_question("the day she arrived"), as_question("the jobs they hold there")
    ('when she arrived', 'what jobs do they hold there')
    """
    if found := _WHAT_IS_SHE.match(part):
        return f"what {found['is']} {'his' if found['who'].casefold() == 'he' else 'her'} job {found['rest']}"
    if found := _WHEN_IT.match(part):
        return f"when {part[found.end() :]}"
    if found := _NOUN_THEY.match(part):
        who, verb = found["who"].casefold(), found["verb"].casefold()
        helper = "did" if verb.endswith("ed") or verb in ("held", "had", "got", "gave", "paid", "put", "took") else "do"
        asked = "how much" if found["noun"].casefold() == "what" else f"what {found['noun']}"
        who = "they" if who in ("each", "each of them", "both") else who
        return f"{asked} {'does' if helper == 'do' and who != 'they' else helper} {who} {verb}{found['rest']}"
    return part


def by_name(part: str, told: Draft, known: Sequence[Candidate], answerer: Answerer) -> Iterator[str]:
    """The part with the post that an earlier part told of, and whoever is meant by "her", by name."""
    post = next((found for fact in told.facts if (found := _post(fact, answerer.speaker))), None)
    text = part
    for pattern in (_GONE, _SHE_LEFT):
        if gone := pattern.search(text):
            pronoun = _OWN.get((gone.groupdict().get("whose") or "").casefold()) or gone["who"].casefold()
            if meant := [candidate for candidate in known if fits_pronoun(pronoun, candidate)]:
                when = _AFTER.get(gone["when"].casefold(), gone["when"])
                text = f"{text[: gone.start()]}{when} {meant[0].label}{text[gone.end() :]}"
    if post:
        held = _HOLDS.sub(lambda match: f"{match['who']} was {post}", text)
        now = re.search(r"\b(?:now|today|currently|at present|these days)\b", held)
        text = held.replace(" was ", " is ", 1) if now and held != text else held
        text = _THE_POST.sub(post, text)
    place = next((place for fact in told.facts if (place := _place(fact, answerer.speaker))), None)
    person = _person(known)
    if person and text != part and _EARLIER.search(text):  # "who was in the job before"
        text = _EARLIER.sub(f" before {person.label}", text)
    elif person and _JOB_BEFORE.match(part):
        text = f"{person.label}'s previous job"
    elif (earlier := _EARLIER.search(part)) and place:
        text = f"{part[: earlier.start()]} before {place}"
        text = re.sub(r"\b(?:he|she|they)\b", person.label, text) if person else text
    if (last := _THAT.search(text)) and known:
        text = f"{text[: last.start()]} {known[-1].label}"
    if text != part:
        yield text


def of_owner(part: str, told: Draft, names: Names, lexicon: Lexicon) -> str | None:
    """The part with the firm of an earlier part, where it has a noun that is of a firm and says not of which.

    "Who is the CEO", "who led" after a round, "does Acme have a stake": by themselves they would be of any firm.
    """
    firm = _firm(told, names)
    if firm is None:
        return None
    relation = told.plan.root.relation.name if told.plan and told.plan.root else ""
    if _WHO_LEADS.fullmatch(part) and relation == "investedIn":
        return f"who led the round of {firm.label}"
    if _HOLDING.fullmatch(part):
        return f"{part} in {firm.label}"
    found = _WHO_IS.fullmatch(part)
    senses = lexicon.senses.get(spelt_words(found["post"]), ()) if found else ()
    if found and any(sense.entry.kind is Kind.TITLE for sense in senses):
        return f"{found['is']} the {found['post']} of {firm.label}{found['now']}"
    return None


def _firm(told: Draft, names: Names) -> Candidate | None:
    """The one firm that the earlier part named, or failing that the one that it found."""
    for iris in (told.plan.names if told.plan else (), [item.iri for item in told.items if item.iri]):
        known = (names.labels[iri] for iri in dict.fromkeys(iris) if iri in names.labels)
        firms = [candidate for candidate in known if candidate.type not in ("Person", "Place", "Product")]
        if firms:
            return firms[0] if len(firms) == 1 else None
    return None


def details_by_name(
    asks: str, told: Draft, known: Sequence[Candidate], answerer: Answerer, names: Names
) -> Iterator[str]:
    """A detail of what was told, asked of those who take part by name: "as what", of whoever has gone there."""
    person = _person(known)
    if person is None:
        return
    found = [answerer.speaker.entity(item.iri) if item.iri else names.find(item.label) for item in told.items]
    places = [place.label for place in found if place and place.type != "Person"]
    places += [place for fact in told.facts if (place := _place(fact, answerer.speaker))]
    for place in dict.fromkeys(places):
        if asks == "title":
            yield f"what is {person.label}'s job at {place}"
        if asks in ("when", "started"):
            ahead = any(not fact.realised for fact in told.facts)
            yield f"when {'does' if ahead else 'did'} {person.label} start at {place}"


def _person(known: Sequence[Candidate]) -> Candidate | None:
    """The one person among those that are known of."""
    people = [candidate for candidate in known if candidate.type == "Person"]
    return people[0] if people else None


def _place(fact: Fact, speaker: Speaker) -> str | None:
    return next((speaker.label(place) for place in fact.slots.get("organization", ())), None)


def _post(fact: Fact, speaker: Speaker) -> str | None:
    titles, places = fact.slots.get("title", ()), fact.slots.get("organization", ())
    return f"{titles[0]} of {speaker.label(places[0])}" if titles and places else None


def of_topic(part: str, topic: str, lexicon: Lexicon) -> Iterator[str]:
    """The ways to ask a part of a topic: "Acme: founder", "founder of Acme", "when was Acme's Series B"."""
    owner, _, rest = topic.partition(", ")
    whole = f"{owner}'s {rest}" if rest and rest[:1].isalnum() else topic
    noun = "lead investor" if part.casefold() in ("lead", "the lead") else part
    asks = part_noun(part, lexicon)
    if asks == "where":
        yield f"where is {whole} based"
    elif asks in ("when", "started", "ended", "announced"):
        yield f"when was {whole}"
        yield f"when was {re.sub(r'^(?:the )?(?:date|day|year|month|time) of (?:the )?', 'the ', part)} of {whole}"
    elif asks == "amount":
        yield f"how much was {whole}"
    elif asks == "why":
        yield f"why was {whole}"
    yield f"{topic}: {noun}"
    yield f"{noun} of {whole}"
    yield f"{noun} in {whole}"
    yield f"{whole}'s {noun}"
    if dated := re.match(r"(?:the )?(?:date|day|year|month|time) of (?:the )?(?P<noun>\w+)$", part, re.IGNORECASE):
        yield f"when was the {dated['noun']} of {whole}"
    if re.fullmatch(r"(?:the )?(?:company|firm|organi[sz]ation)", part, re.IGNORECASE):
        yield f"{whole}'s employer"
