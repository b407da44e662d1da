"""What a rule read out of words that do not carry it: money as goods, amounts as products, another's shares as hers."""

from __future__ import annotations

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Text
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Scene, Sentence

_FIRMS = frozenset({"Company", "Organization", "OrganizationUnit"})
_AMOUNTS = words("fewer more less many much several enough")
_SHARES = words("stake share shares holding shareholding interest stock")


def is_misplaced(candidate: Candidate, scene: Scene) -> bool:
    """Whether the words that a candidate was read from tell something else."""
    if candidate.relation == "supplies":
        return _is_paid(candidate)
    if candidate.relation == "makesProduct":
        return _is_no_product(candidate, scene)
    if candidate.relation in ("ownsStakeIn", "investedIn", "acquired") and _has_its_own_share(candidate):
        return True
    return candidate.relation == "ownsStakeIn" and _is_anothers_share(candidate, scene)


def _has_its_own_share(candidate: Candidate) -> bool:
    """Whether what is taken for held is another holder: the Y of "X owns 30% of the shares and Y 12%"."""
    sentence, obj = candidate.sentence, candidate.object
    if not isinstance(obj, FoundMention) or obj.passage != sentence.passage.index:
        return False
    shares = [slot for slot in sentence.slots if slot.letter == "C"]
    before = [slot for slot in shares if slot.end <= obj.start]
    if not before or all(slot.start != obj.end for slot in shares):
        return False
    between = sentence.passage.doc[before[-1].end : obj.start]
    return any(token.lower_ in ("and", "while", ",", ";") for token in between)


def _is_paid(candidate: Candidate) -> bool:
    """As in "offered creditors 400 million reais": who gives money is no vendor."""
    service = candidate.details.get("service")
    if service is None or service.span is None:
        return False
    sentence = candidate.sentence
    sums = (sentence.raw(slot.start, slot.end).text for slot in sentence.slots if slot.letter == "M")
    return any(text in service.value for text in sums)


def _is_no_product(candidate: Candidate, scene: Scene) -> bool:
    """As in "sells fewer jeans for more money", or where the thing is a firm of the article: "the group's brand X"."""
    thing = candidate.object
    if not isinstance(thing, Text):
        return False
    text = candidate.sentence.raw(thing.start, thing.end).text
    if text.split()[0].lower() in _AMOUNTS:
        return True
    doc = candidate.sentence.passage.doc
    runs_on = thing.end < candidate.sentence.end and doc[thing.end].pos_ in ("VERB", "AUX")
    if runs_on and doc[thing.start - 1].pos_ == "NOUN" and any(t.lower_ == "whose" for t in doc[: thing.start]):
        return True  # "whose platform X has used"
    if is_called_a_thing(candidate.sentence, thing.start, thing.end):
        return False
    # What is named but once may well be taken for a firm and be none.
    firms = [e for e in scene.mentions.entities.values() if e.type in _FIRMS and scene.counts.get(e.id, 0) > 1]
    return any(text == name for firm in firms for name in (firm.name, *firm.aliases))


# Of a name right after one of these, "its drug, X", it is plain that it is no firm's.
_THINGS = words(
    """platform program programme app application software tool chip processor drug medicine treatment therapy vaccine
    device chatbot assistant model console engine game phone smartphone tablet watch car truck van bike bicycle cheese
    yoghurt beer cereal biscuit shampoo cream spray antibody inhaler dewormer pesticide fertiliser headset camera robot
    drone scanner sensor tag battery jet aircraft trolley bag shoe trainer sneaker valve pump lamp lathe"""
)


def is_called_a_thing(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name stands beside a noun of goods: "its platform, X", "the cattle dewormer X", "its X chips"."""
    doc = sentence.passage.doc
    if end < sentence.end and doc[end].pos_ == "NOUN" and lemma(doc[end]) in _THINGS:
        return True
    at = start - 1
    while at > sentence.start and doc[at].text in (",", '"', "“", "``", "the"):
        at -= 1
    return at >= sentence.start and doc[at].pos_ == "NOUN" and lemma(doc[at]) in _THINGS


def _is_anothers_share(candidate: Candidate, scene: Scene) -> bool:
    """As in "In July she sold its remaining shares": those of the firm that she works for."""
    if scene.type_of(candidate.subject) != "Person" or not isinstance(candidate.object, FoundMention):
        return False
    doc = candidate.sentence.passage.doc
    for token in doc[candidate.subject.end : candidate.object.start]:
        if token.lower_ == "its" and token.dep_ == "poss" and token.head.lemma_.lower() in _SHARES:
            return True
    return False
