"""Complaints, courts and the search for somebody else, of which the sentence names but one side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import ORG_ANAPHORS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.counterparts import counterpart
from app.extraction.relations.context.trade_topic import is_far_pronoun
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNHAPPY = words(
    """unhappy dissatisfied frustrated disappointed displeased annoyed disillusioned disenchanted exasperated angry
    furious livid fed unimpressed dismayed impatient"""
)
_HAPPY = words("happy satisfied pleased content amused impressed thrilled")
_REFUSED = frozenset({"not", "n't", "no", "none", "never", "hardly", "far", "longer", "less"})
_PATIENCE = words("patience faith confidence trust enough")
_LOSING = words("lose run have exhaust")
_COMPLAIN = words("complain grumble gripe protest")
_GOODS = words(
    """delivery service quality product part support shipment supply result software system work food cleaning bill
    invoice repair response maintenance paperwork data label consignment batch order"""
)
_BAD = words(
    """mess late poor shoddy unacceptable disaster awful slow unreliable bad patchy wrong faulty disgrace shambles
    chaotic unusable incomplete inaccurate terrible sloppy"""
)
_N = (
    r"(?:at least |about )?(?:two |three |four |five |six |several |some |a few |a number of |various |many |both |"
    r"its |the |an? )*"
)
_SOMEBODY = (
    r"(?:suppliers?|vendors?|providers?|producers?|manufacturers?|makers?|exporters?|contractors?|shops?|chains?|"
    r"carriers?|hauliers?|printers?|caterers?|mills?|bakeries|labs?|laboratories|yards?|agencies|brokers?|insurers?|"
    r"auditors?|products?|systems?|packages?|platforms?|quotes?|quotations?|bids?|sources?|distributors?|"
    r"wholesalers?|dairies|launderers?|laundries|cleaners?|installers?|hosts?|reinsurers?|foundr(?:y|ies)|tanner(?:y|ies)|glassmakers?|underwriters?|advisers?|lenders|growers?|farmers|growers|builders?|shipyards?|airports?|agency|agencies|weavers?|companies|firms|developers|bureaus|"
    r"studios|operators|specialists|banks|engines?)\b"
)
_RIVALS = (
    rf"{_N}(?:other|another|rival|alternative|competing|second|further|cheaper|replacement|different|new|"
    rf"(?-i:[A-Z][a-z]+(?:an|ine|ese|ish|ch))) (?:[\w-]+ ){{0,3}}?{_SOMEBODY}"
)
_LOOKING = (
    r"(?:invit|ask|see|approach|canvass|sound|talk|speak|court|meet|test|try|tried|tries|trial|compar|evaluat|"
    r"look|study|"
    r"studie|weigh|consider|explor|assess|review|seek|sought|solicit|hunt|search|vet|contact)(?:ed|ing|s|es|ying|n)?"
)
_ASKS = r"(?:ask|asked|asking|invit(?:e|ed|ing)|approach(?:ed|ing)?)"
_OFFERS = r"(?:quotations|quotes|prices|bids?|tenders?|offers|quote|tender|pitch)"
_WEIGHS = (
    r"(?:thinking of|considering|weighing|mulling|contemplating|threatening to|threatened to|could|may|might|studying)"
)
_MOVES = r"(?:moving|move|shifting|shift|switching|switch|transferring|transfer|taking|take|dropping|drop)"
_SEARCH = re.compile(
    rf"\bin (?P<s>conversations?|discussions?|talks) with {_RIVALS}"
    rf"|\b(?P<t>{_LOOKING})\b (?:out |from |with |of |to |for |at |around for )?{_RIVALS}"
    r"|\b(?P<u>go|goes|going|gone|went|put|puts|putting)\b (?:[^.;,]{0,40} )?(?:out|back|up) (?:to|for) "
    r"(?:tender|bids?)\b"
    rf"|\b(?P<v>{_ASKS})\b {_N}(?:other|rival) [^.;,]{{0,50}}?(?:for|to) {_OFFERS}\b"
    rf"|\b(?P<w>{_WEIGHS}) (?:an? |whether to )?{_MOVES} (?:[^.;,]{{0,50}}? )?"
    r"(?:to (?:an? )?(?:rival|competitor|another)|elsewhere|next|for those of)\b"
    r"|\b(?P<x>look|looks|looking|looked|shop|shopping)\b (?:elsewhere|around)\b",
    re.IGNORECASE,
)
_BUYERS = words("buyer manager purchaser executive team staff")
_SEARCH_WORDS = (
    "talks",
    "talking",
    "conversation",
    "discussion",
    "tender",
    "other",
    "rival",
    "alternative",
    "second",
    "elsewhere",
    "around",
    "competitor",
    "new ",
    "another",
    "bid",
    "next",
)
_COURT = re.compile(
    r"\b(?P<t>gone|go|goes|went|going) to (?:court|law|arbitration)\b"
    r"|\b(?:threaten(?:s|ed|ing)?) to (?P<u>sue)\b|\b(?P<v>sued|suing)\b(?=[.,;]| and | for |$)"
    r"|\b(?P<w>contesting|disputing|disputes|contests) the (?:bill|claim|charge|invoice|debt|amount|figures?)\b",
    re.IGNORECASE,
)
_COURT_WORDS = ("court", "to law", "sue", "suing", "arbitration", "contest", "disput")


def grievances(sentence: Sentence, known: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[Candidate]:
    """What a sentence says of one side; `known` is what else it says, `told` what the sentences before it say."""
    if "O" not in sentence.letters or sentence.is_heading:
        return
    said = {(c.relation, c.subject.entity) for c in known}
    every = [*told, *known]
    for verb, accuser, firm in _accused(sentence, every):
        if ("dissatisfiedWith", accuser.entity) not in said:
            said.add(("dissatisfiedWith", accuser.entity))
            yield Candidate("dissatisfiedWith", "one side", sentence, accuser, firm, verb.i, Kind.STATE)
    for relation, trigger, who in _found(sentence):
        if (relation, who.entity) in said or is_far_pronoun(sentence, who):
            continue
        search = relation == "consideringAlternativesTo"
        before = [*told, *(c for c in known if not search or c.trigger < trigger.i)]
        other = _who_is_told(sentence, trigger, who) or counterpart(sentence, who, trigger.i, relation, before)
        if other is None and search:  # the sentences that follow may tell who supplies it
            yield Candidate(relation, "one side", sentence, who, None, trigger.i, Kind.STATE, needs_object=True)
        if other is None or other.entity == who.entity or (search and is_part_of_it(who, other, every)):
            continue
        said.add((relation, who.entity))
        kind = Kind.EVENT if relation == "tensionWith" else Kind.STATE
        yield Candidate(relation, "one side", sentence, who, other, trigger.i, kind)


def is_part_of_it(unit: FoundMention, firm: FoundMention, every: Sequence[Candidate]) -> bool:
    """Whether one firm is told to belong to the other."""
    pair = {unit.entity, firm.entity}
    return any(c.relation == "unitOf" and {c.subject.entity, c.object_entity} == pair for c in every)


def _who_is_told(sentence: Sentence, trigger: Token, who: FoundMention) -> FoundMention | None:
    """The vendor of "X told Y that it would look elsewhere", "X threatened Y that it would sue"."""
    verb: Token = trigger
    while verb.head != verb and not (is_verb(verb) and lemma(verb) in _TELLING):
        verb = verb.head
    if lemma(verb) not in _TELLING or verb == trigger:
        return None
    told = [t for t in verb.children if t.dep_ in ("dobj", "dative") and t.i > verb.i]
    firms = [m for m in _firms(sentence, told) if m.entity != who.entity]
    return (
        firms[0] if firms and any(s.entity == who.entity for s in _firms(sentence, list(subjects_of(verb)))) else None
    )


_TELLING = words("tell inform warn notify")


def _accused(sentence: Sentence, every: Sequence[Candidate]) -> Iterator[tuple[Token, FoundMention, FoundMention]]:
    """As in "X accuses Y of delivering late": of whom it deals with, or of what concerns goods or pay."""
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) != "accuse":
            continue
        frame = verb_frame(verb)
        accusers = _firms(sentence, list(frame.get("agent")))
        accused = _firms(sentence, frame.get("patient"))
        deal = any(
            {c.subject.entity, c.object_entity} == {a.entity, b.entity}
            for c in every
            for a in accusers
            for b in accused
        )
        business = any(lemma(t) in _DEALING for t in verb.subtree if t.i > verb.i)
        for accuser in accusers if deal or business else ():
            for firm in accused:
                if accuser.entity != firm.entity:
                    yield verb, accuser, firm


_DEALING = words(
    "deliver pay supply owe overcharge overbill late invoice delivery quality shoddy faulty overrun contract"
)


def _found(sentence: Sentence) -> Iterator[tuple[str, Token, FoundMention]]:
    for token in sentence.words:
        if _is_discontent(token) and not _is_about_others(sentence, token):
            for who in _who(sentence, token):
                yield "dissatisfiedWith", token, who
    code = sentence.lower_code
    if any(word in code for word in _SEARCH_WORDS):
        for found in _SEARCH.finditer(sentence.code):
            yield from _by_verb(sentence, found, "consideringAlternativesTo")
    if any(word in code for word in _COURT_WORDS):
        for found in _COURT.finditer(sentence.code):
            yield from _by_verb(sentence, found, "tensionWith")


def _is_about_others(sentence: Sentence, token: Token) -> bool:
    """As in "furious at the taxman", "complained about the weather": nobody whom the article names, nor their goods."""
    things = [t for c in token.children if c.lower_ in _ABOUT for t in c.children if t.dep_ == "pobj"]
    named = (sentence.scene.mentions.at(sentence.passage.index, t.i) for t in things)
    told = (lemma(t) in _GOODS or t.pos_ == "PRON" or any(c.dep_ == "poss" for c in t.children) for t in things)
    return bool(things) and not any(m is not None for m in named) and not any(told) and not any(map(_is_firm, things))


def _is_firm(thing: Token) -> bool:
    return thing.lower_ in ORG_ANAPHORS


_ABOUT = frozenset({"about", "at", "with", "over", "of"})


def _by_verb(sentence: Sentence, found: re.Match[str], relation: str) -> Iterator[tuple[str, Token, FoundMention]]:
    doc = sentence.passage.doc
    verb = doc[sentence.token_at(found.start(found.lastgroup or 0))]
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    firms = [m for m in sentence.mentions() if sentence.scene.letter(m) == "O"]
    every = {m.entity: m for m in firms if m.end <= verb.i or len(firms) > 1}
    subjects = list(subjects_of(verb))
    if subjects and lemma(subjects[0]) in _BUYERS and len(every) == 1 and not _firms(sentence, subjects):
        yield relation, verb, next(iter(every.values()))  # "A manager at X said that buyers were talking to"
        return
    if relation == "tensionWith" and first_filled(sentence, verb_frame(verb), ("patient", "against", "with"), "O"):
        return
    for who in _firms(sentence, subjects):
        yield relation, verb, who


def _is_discontent(token: Token) -> bool:
    word = lemma(token)
    if token.lower_ in _UNHAPPY and token.dep_ in ("acomp", "ROOT", "attr", "oprd", "ccomp", "conj", "xcomp"):
        return token.lower_ != "fed" or (token.i + 1 < len(token.doc) and token.nbor().lower_ == "up")
    if token.lower_ in _HAPPY and token.dep_ in ("acomp", "ROOT"):
        near = {c.lower_ for c in (*token.children, *token.head.children)}
        near |= {c.lower_ for child in token.children for c in child.children}
        return bool(near & _REFUSED)
    if token.pos_ == "NOUN" and word in _PATIENCE and word != "enough" and lemma(token.head) in _LOSING:
        return lemma(token.head) != "have"
    if is_verb(token) and word in _COMPLAIN:
        return True
    return _tells_of_bad_goods(token)


def _tells_of_bad_goods(token: Token) -> bool:
    """As in "said that deliveries were late": goods or services that are a mess."""
    if lemma(token) not in _BAD or token.dep_ not in ("acomp", "attr") or token.head.dep_ != "ccomp":
        return False
    return any(c.dep_ == "nsubj" and lemma(c) in _GOODS for c in token.head.children)


def _who(sentence: Sentence, token: Token) -> list[FoundMention]:
    """Who is unhappy: the subject of the verb that tells it, or of the one that it is said with."""
    verb: Token = token
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    if _tells_of_bad_goods(token):
        verb = verb.head
    return _firms(sentence, list(subjects_of(verb)))


def _firms(sentence: Sentence, tokens: list[Token]) -> list[FoundMention]:
    found = fillers(sentence.scene, sentence.passage.index, tokens, "O")
    return [m for m in found if sentence.scene.type_of(m) in ("Company", "Organization", "OrganizationUnit")][:1]
