"""Facts, entities and evidence as people and programs get them: ids with their names, facts with their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import BaseModel, Field

from app.errors import NotFound
from app.graphs import is_entity_id
from app.model import TIME_POINTS, Aspect, Attribution, Claim, Entity, Extraction, Fact, FactTime, Span, Status
from app.ontology import load_ontology
from app.query.corrections import Lineage, lineage
from app.query.holding import Holds, holds
from app.query.lookup import Lookup
from app.query.standing import Standing, Standings


class EntityRef(BaseModel):
    """An entity where something else speaks of it."""

    id: str = Field(examples=["organization/meta"])
    iri: str = Field(examples=["https://w3id.org/claimgraph/id/organization/meta"])
    name: str = Field(examples=["Meta"])
    type: str = Field(description="Class of the ontology", examples=["Company"])


class EntityView(EntityRef):
    """An entity with all its names and the articles that speak of it."""

    aliases: list[str]
    articles: list[str] = Field(description="Ids of the articles that name it")


class EvidenceView(BaseModel):
    """Words of an article that a fact rests on, or that stand against it."""

    claim: str = Field(description="Id of the claim")
    article: str = Field(description="Id of the article")
    start: int = Field(description="First code point in the article's raw text")
    end: int = Field(description="Code point after the last")
    text: str
    supports: bool = Field(description="False where the claim disputes the fact")
    attribution: list[Attribution]
    status: Status
    context: list[Span] = Field(
        description="What the words are read with, such as the name that a pronoun among them stands for"
    )


class ClaimView(Claim):
    """A claim, and whether facts rest on it."""

    standing: Standing = Field(
        description="Whether it counts: not if it was rejected, or its article superseded by a correction or retracted"
    )


class ArticleView(Extraction):
    """What was made of one article, which of its claims facts rest on, and how it stands to other versions of it."""

    claims: tuple[ClaimView, ...] = ()
    standing: Standing = Field(description="Whether facts rest on it: not if it was corrected or retracted")
    versions: Lineage = Field(description="Which versions of it on record it replaces, and which replace it")


class FactView(BaseModel):
    """A fact: what holds, how firmly, when, and on which words it rests."""

    id: str
    iri: str
    type: str = Field(description="Fact class of the ontology", examples=["Tenure"])
    relation: str = Field(examples=["heldRole"])
    label: str = Field(description="The fact in words", examples=["Ruben Mayer left Meta"])
    status: Status
    realised: bool = Field(description="False for what is only planned or considered")
    slots: dict[str, list[EntityRef | str]] = Field(description="Who and what, by property of the ontology")
    time: FactTime
    aspects: list[Aspect]
    article_count: int
    independent_origins: int = Field(description="Copies of one story count once")
    holds: Holds | None = Field(None, description="Whether it holds on the day asked for, if one is: surely, possibly")
    evidence: list[EvidenceView]


class Tenure(FactView):
    """One person in one organisation, with the role if one is named."""

    person: EntityRef
    organization: EntityRef
    title: str | None
    responsibility: str | None
    duration: str | None = Field(description="How long it lasted, ISO 8601, as stated", examples=["P2M"])


class Investment(FactView):
    """Money put by one agent into one organisation."""

    investor: EntityRef
    investee: EntityRef
    amount: str | None = Field(description="Null where none is stated or sources differ", examples=["14300000000"])
    currency: str | None = Field(description="ISO 4217", examples=["USD"])
    round: str | None
    percent: str | None


class Vendor(EntityView):
    """An organisation that supplies others, with what is known of each supply."""

    supplies: list[FactView]


class Views:
    """Makes views of what one look-up finds. One a request: it remembers the entities that it has looked up."""

    def __init__(self, lookup: Lookup, *, as_of: date | None = None) -> None:
        self._lookup = lookup
        self._as_of = as_of
        self._refs: dict[str, EntityRef] = {}
        self._claims: dict[str, Claim] = {}

    def expect(self, facts: Iterable[Fact]) -> None:
        """Look up at once what showing these facts takes: the store may be a round trip away."""
        facts = list(facts)
        named = {value for fact in facts for values in fact.slots.values() for value in values if is_entity_id(value)}
        for entity in self._lookup.entities_by_id(sorted(named - self._refs.keys())):
            self._refs[entity.id] = self.entity_ref(entity)
        claims = {claim for fact in facts for claim in (*fact.supported_by, *fact.disputed_by)}
        for claim in self._lookup.claims_by_id(sorted(claims - self._claims.keys())):
            self._claims[claim.id] = claim

    def ref(self, entity_id: str) -> EntityRef:
        """An entity by its id; one that the graph no longer has keeps the words of its id."""
        if entity_id not in self._refs:
            try:
                self._refs[entity_id] = self.entity_ref(self._lookup.entity(entity_id))
            except NotFound:
                kind, _, slug = entity_id.partition("/")
                iri = self._lookup.iris.entity(entity_id).value
                name = slug.replace("-", " ")
                self._refs[entity_id] = EntityRef(id=entity_id, iri=iri, name=name, type=kind.capitalize())
        return self._refs[entity_id]

    def entity_ref(self, entity: Entity) -> EntityRef:
        """An entity, briefly."""
        iri = self._lookup.iris.entity(entity.id).value
        return EntityRef(id=entity.id, iri=iri, name=entity.name, type=entity.type)

    def entity(self, entity: Entity) -> EntityView:
        """An entity."""
        prefix = self._lookup.iris.article("").value
        articles = {member.removeprefix(prefix).partition("/")[0] for member in entity.members}
        ref = self.entity_ref(entity)
        return EntityView(**ref.model_dump(), aliases=list(entity.aliases), articles=sorted(articles))

    def fact(self, fact: Fact) -> FactView:
        """A fact."""
        self.expect([fact])
        slots = {name: [self._slot(value) for value in values] for name, values in fact.slots.items()}
        return FactView(
            id=fact.id,
            iri=self._lookup.iris.fact(fact.id).value,
            type=fact.type,
            relation=fact.relation,
            label=_label(fact, slots),
            status=fact.status,
            realised=fact.realised,
            slots=slots,
            time=fact.time,
            aspects=list(fact.aspects),
            article_count=fact.article_count,
            independent_origins=fact.independent_origins,
            holds=holds(fact, self._as_of) if self._as_of else None,
            evidence=self._evidence(fact),
        )

    def tenure(self, fact: Fact) -> Tenure:
        """A tenure, its slots by name."""
        return Tenure(
            **dict(self.fact(fact)),
            person=self.ref(fact.slots["person"][0]),
            organization=self.ref(fact.slots["organization"][0]),
            title=_all(fact, "title"),
            responsibility=_all(fact, "responsibility"),
            duration=fact.time.duration,
        )

    def investment(self, fact: Fact) -> Investment:
        """An investment, its slots by name."""
        return Investment(
            **dict(self.fact(fact)),
            investor=self.ref(fact.slots["investor"][0]),
            investee=self.ref(fact.slots["investee"][0]),
            amount=_one(fact, "amount"),
            currency=_one(fact, "currency"),
            round=_one(fact, "round"),
            percent=_one(fact, "percent"),
        )

    def vendor(self, entity: Entity, supplies: Iterable[Fact]) -> Vendor:
        """A vendor with what it supplies."""
        return Vendor(**dict(self.entity(entity)), supplies=[self.fact(fact) for fact in supplies])

    def _slot(self, value: str) -> EntityRef | str:
        return self.ref(value) if is_entity_id(value) else value

    def _evidence(self, fact: Fact) -> list[EvidenceView]:
        sides = ((fact.supported_by, True), (fact.disputed_by, False))
        # Who only holds it possible comes after those who say so.
        open_ = (Status.POSSIBLE, Status.QUESTION)
        return [
            words(self._claims[claim_id], supports=supports)
            for claim_ids, supports in sides
            for claim_id in sorted(
                (id_ for id_ in claim_ids if id_ in self._claims), key=lambda id_: self._claims[id_].status in open_
            )
            if self._claims[claim_id].evidence
        ]


def claim_view(claim: Claim, standings: Standings) -> ClaimView:
    """A claim with its standing."""
    return ClaimView(**dict(claim), standing=standings.of_claim(claim))


def article_view(found: Extraction, lookup: Lookup) -> ArticleView:
    """What one article says, each claim with its standing."""
    standings, article_id = Standings(lookup), found.article.id
    standings.expect_claims(found.claims)
    said = dict(found) | {"claims": tuple(claim_view(claim, standings) for claim in found.claims)}
    return ArticleView(**said, standing=standings.of(article_id), versions=lineage(lookup, article_id))


def words(claim: Claim, *, supports: bool) -> EvidenceView:
    """The words that carry a claim."""
    return EvidenceView(
        claim=claim.id,
        article=claim.article,
        start=claim.quote.start,
        end=claim.quote.end,
        text=claim.quote.text,
        supports=supports,
        attribution=list(claim.attribution),
        status=claim.status,
        context=list(claim.context),
    )


def _label(fact: Fact, slots: Mapping[str, list[EntityRef | str]]) -> str:
    """A fact in words: subject, relation, object, role; and what keeps it from being a plain fact, if anything does."""
    schema = load_ontology().relations[fact.relation]
    subject_slot, object_slot = schema.ends(fact.type)
    subjects, objects = slots.get(subject_slot, []), slots.get(object_slot or "", [])
    if subject_slot == object_slot:  # both partners share a slot
        subjects, objects = subjects[:1], objects[1:]
    said = " ".join(filter(None, (_names(subjects), schema.label, _names(objects))))
    role = _all(fact, "title") or _all(fact, "responsibility")
    doubts = [] if fact.status.vouched else [str(fact.status)]
    if not fact.realised:
        doubts.append("not realised")
    return said + (f": {role}" if role else "") + (f" ({', '.join(doubts)})" if doubts else "")


def _names(values: Iterable[EntityRef | str]) -> str:
    return " and ".join(value if isinstance(value, str) else value.name for value in values)


def _one(fact: Fact, slot: str) -> str | None:
    """The value of a slot on which there is no disagreement."""
    values = fact.slots.get(slot, ())
    return values[0] if len(values) == 1 else None


def _all(fact: Fact, slot: str) -> str | None:
    """The wordings of a slot, which need not disagree: "director; head of data"."""
    return "; ".join(fact.slots.get(slot, ())) or None


def first_day(fact: Fact) -> str | None:
    """The earliest day that anything about a fact's time is known to mean."""
    bounds = (getattr(fact.time, name) for name in TIME_POINTS)
    return min((day for bound in bounds for day in (bound.earliest, bound.latest) if day), default=None)
