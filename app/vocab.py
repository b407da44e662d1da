"""Namespaces, the ontology's terms, and the minting of every IRI.

`cg("Tenure")` is the IRI of a term and raises `KeyError` for one that the ontology does not have, so a misspelt one
fails at once and not in a query. A test holds the sets below against `ontology/claimgraph.ttl`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from app.model import digest

CG = "https://w3id.org/claimgraph/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"

PREFIXES = {
    "cg": CG,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "prov": PROV,
    "oa": OA,
    "dcterms": DCTERMS,
}

CLASSES = frozenset(
    """
    Acquisition Agent Article Aspect AspectKind Attribution Claim Collective Company DataVendor Event
    ExtractionRun Fact Founding Investment LocalEntity Mention NegativeFact Organization OrganizationUnit
    Partnership Person Place Product Qualifier Relation Responsibility Role Ruling SimpleFact Stake Tenure Time
    TimeConstraint Topic VendorRelationship
    """.split()
)

RELATIONS = frozenset(
    """
    acquired consideringAlternativesTo dissatisfiedWith focusesOn formerName founded foundingDate
    headquarteredIn heldRole investedIn joined left makesProduct memberOf mergedWith ownsStakeIn partnerOf
    recruitedFrom restructured specializesIn succeeded supplies tensionWith unitOf
    """.split()
)

PROPERTIES = frozenset(
    """
    acquiredOrganization acquirer affiliatedWith amount announcedEarliest announcedEdtf announcedLatest
    articleCount aspect aspectStatus attributedTo because boardMemberOf certainty client confidence currency
    dateEarliest dateEdtf dateLatest denotes destination discriminator disputedBy duration durationMaxDays
    durationMinDays earliest edtf endEarliest ended endLatest endOffset endpoint entails entityType evidence
    exclusive executiveOf founder from functionalSlot hasAspect hasMember hasQualifier hasTime holder inArticle
    independentOrigins inPhase investee investor key keySlot kind latest lead leftOrganization localEntity
    manner mention mode name object objectClass objectMention objectSlot openValue organization origin oversaw partner
    partOf percent person phase pointInTime polarity precedence presupposes published qualifiedBy rawText
    realised reason relation responsibility role round ruledOn scope service shortcut situation source
    startEarliest startLatest startOffset status subject subjectClass subjectMention subjectSlot suppliesTo
    supportedBy symmetric target tellsApart tellsApartWithin text timeText title tolerance topic until
    usesVendor usesVendorThroughUnit valuation value vendor
    """.split()
)

_TERMS = CLASSES | RELATIONS | PROPERTIES

TYPE = NamedNode(RDF + "type")
PREF_LABEL = NamedNode(SKOS + "prefLabel")
ALT_LABEL = NamedNode(SKOS + "altLabel")
HIDDEN_LABEL = NamedNode(SKOS + "hiddenLabel")
COMMENT = NamedNode(RDFS + "comment")
IS_REPLACED_BY = NamedNode(DCTERMS + "isReplacedBy")
XSD_DATE = NamedNode(XSD + "date")
XSD_DECIMAL = NamedNode(XSD + "decimal")
XSD_DURATION = NamedNode(XSD + "duration")


def cg(name: str) -> NamedNode:
    """The IRI of one of the ontology's terms; `KeyError` if there is none of that name."""
    if name not in _TERMS:
        raise KeyError(f"the ontology has no term cg:{name}")
    return NamedNode(CG + name)


def prov(name: str) -> NamedNode:
    """A term of PROV-O."""
    return NamedNode(PROV + name)


def oa(name: str) -> NamedNode:
    """A term of the Web Annotation vocabulary."""
    return NamedNode(OA + name)


def date_literal(iso: str) -> Literal:
    """An `xsd:date`."""
    return Literal(iso, datatype=XSD_DATE)


def duration_literal(iso: str) -> Literal:
    """An `xsd:duration`. ISO 8601 counts weeks and XML Schema does not, so weeks become days.

    >>> duration_literal("P6W").value
    'P42D'
    """
    weeks = re.fullmatch(r"P(\d+)W", iso)
    return Literal(f"P{int(weeks[1]) * 7}D" if weeks else iso, datatype=XSD_DURATION)


# Latin letters that are no plain letter with an accent, and would be lost.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "ng", "&": " and "}
)


def slug(text: str) -> str:
    """A name as the last part of an IRI: ASCII letters, digits and hyphens.

    A name with nothing of that (Chinese, say) becomes a hash, so that two of them never share a slug.

    >>> slug("Scale AI"), slug("Café Zoë & Co.")
    ('scale-ai', 'cafe-zoe-and-co')
    """
    ascii_text = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-") or digest(text)


@dataclass(frozen=True)
class Iris:
    """Mints the IRIs of data and of named graphs below one base (it ends in a slash).

    >>> Iris("https://example.org/id/").entity("organization/scale-ai").value
    'https://example.org/id/organization/scale-ai'
    """

    base: str = "https://w3id.org/claimgraph/id/"

    def article(self, article_id: str) -> NamedNode:
        """An article."""
        return NamedNode(f"{self.base}article/{article_id}")

    def claim(self, claim_id: str) -> NamedNode:
        """A claim."""
        return NamedNode(f"{self.base}claim/{claim_id}")

    def fact(self, fact_id: str) -> NamedNode:
        """A fact."""
        return NamedNode(f"{self.base}fact/{fact_id}")

    def local_entity(self, article_id: str, local_id: str) -> NamedNode:
        """An entity as one article knows it."""
        return NamedNode(f"{self.base}article/{article_id}/entity/{local_id}")

    def entity(self, entity_id: str) -> NamedNode:
        """A global entity; `entity_id` is its kind and slug."""
        return NamedNode(f"{self.base}{entity_id}")

    def part(self, node: NamedNode, *names: object) -> NamedNode:
        """A node that exists only as part of another, such as a selector: named, so that there are no blank nodes."""
        return NamedNode(node.value + "#" + "-".join(map(str, names)))

    def ruling(self, ruling_id: str) -> NamedNode:
        """A ruling."""
        return NamedNode(f"{self.base}ruling/{ruling_id}")

    def graph(self, name: str) -> NamedNode:
        """One of the product's named graphs: `facts`, `entities`, `reported` ..."""
        return NamedNode(f"{self.base}graph/{name}")

    def article_graph(self, article_id: str) -> NamedNode:
        """The named graph that holds what one article says."""
        return NamedNode(f"{self.base}graph/article/{article_id}")

    def local_name(self, node: NamedNode) -> str:
        """What follows the base in one of our IRIs."""
        return node.value.removeprefix(self.base)
