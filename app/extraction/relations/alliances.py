"""Partnerships that `partnership` does not read off one noun or verb: agreements, joint work, lists of partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.frames import (
    fillers,
    governing_verb,
    is_verb,
    key_of,
    lemma,
    noun_frame,
    verb_frame,
)
from app.extraction.relations.groups import groups, members, members_at, mentions_after, objects_after
from app.extraction.relations.listing import mentions_from
from app.extraction.relations.patterns import find
from app.extraction.relations.rules import first_filled, words
from app.extraction.relations.sentences import Sentence
from app.extraction.relations.vendors import holders, without
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOIN = words(
    """partner collaborate cooperate co-operate ally team team_up pair pair_up join_forces tie_up affiliate co-produce
    coproduce co-develop codevelop co-design co-brand co-found co-create co-publish co-host co-market co-sponsor
    liaise"""
)
# Said of two firms, these mean work in common; said of a person or a body they may mean anything.
_WORK = words("work")
_JOINTLY = words(
    """develop produce launch create design build run operate offer release introduce open establish make
    publish market
    form organise organize host distribute manufacture explore research test provide"""
)
# "in collaboration with X": the preposition phrases that make the subject of their clause X's partner.
_IN_WITH = words(
    "partnership collaboration conjunction cooperation co-operation alliance association concert tandem league venture"
)
_NOUNS = words(
    """partnership collaboration alliance cooperation co-operation tie-up relationship co-production affiliation
    mou memorandum jv accord pact"""
)
_AGREEMENTS = words("agreement deal contract memorandum mou accord pact arrangement understanding")
_JOINT_KINDS = words(
    """partnership distribution licensing license licence marketing cooperation co-operation collaboration
    collaborative
    joint development co-development strategic sponsorship supply roaming teaming alliance commercial reseller
    merchandising syndication publishing interline codeshare code-share franchise promotional affiliation
    cross-licensing
    production co-production exclusive content technology research manufacturing broadcast broadcasting co-marketing
    interoperability integration interconnection endorsement data-sharing sharing cross-promotion long-term multi-year
    first-look output worldwide global international overall agency"""
)
_OTHER_KINDS = words(
    """takeover merger acquisition purchase sale settlement credit loan lease rental debt plea tax peace trade
    union labor
    labour wage confidentiality non-disclosure financing investment share stock buyout rescue bail-out bailout
    financial
    voting shareholder tenancy refinancing farm-out farm farmout property land"""
)
_SIGNING = words(
    """sign enter strike ink reach form announce make have conclude seal negotiate secure establish forge begin start
    renew extend create maintain build unveil develop hold set_up agree complete set expand end terminate finalise
    finalize celebrate"""
)
_UNJOINT = words("buy acquire purchase sell merge settle pay invest borrow lease rent take lend drop resolve divest")
_PARTNERS = words("partner collaborator")
_FRONT = words("together alongside along jointly")


_ONCE = (
    r"(?:has |have |had |also |now |recently |since |later |then |are |is |was |been |"
    r"again |regularly |often |which |who |that |,|currently |previously )*"
)
_WITH = {
    # The parser takes "A partners with B" for a noun, and what follows "with A," for more of the same list.
    "verb with": (
        rf"{{O+:s}},? ?{_ONCE}(?P<t>partner(?:s|ed|ing)?|team(?:s|ed|ing)?(?: up)?|collaborat(?:es?|ed|ing)|"
        rf"cooperat(?:es?|ed|ing)|"
        r"co-produc(?:es?|ed|ing)|co-develop(?:s|ed|ing)?|all(?:ies|ied)|pair(?:s|ed)? up|(?:joins?|joined) "
        r"forces|affiliated|"
        r"works closely|worked closely|working closely) (?:[\w-]+ ){0,5}?with (?P<w>)"
    ),
    "front": (
        r"(?:in|through) (?:an? )?(?:[\w-]+ ){0,2}(?P<t>partnership|collaboration|conjunction|cooperation|"
        r"co-operation|alliance|"
        r"association|joint venture) with (?:the )?(?:[a-z][\w-]* ){0,4}{O:o}(?:,? (?:an?|the) [^,;.]{3,50})?, "
        r"(?:the )?(?:[a-z][\w-]* ){0,4}{O:s}(?= (?:has|have|had|is|was|will|also|[a-z]+ed|[a-z]+s|set|made|"
        r"built|began|ran|won)\b)"
    ),
}


def _surface(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _WITH):
        sides, trigger = found.mentions("s"), sentence.passage.doc[found.trigger]
        if name == "front":
            yield from _pairs(sentence, sides, without(found.mentions("o"), sides), trigger, Kind.STATE)
            continue
        others = mentions_after(sentence, sentence.token_at(found.match.end("w")), "O")
        past = trigger.lower_.endswith("ed") or trigger.lower_ == "joined"
        yield from _pairs(
            sentence,
            sides[-1:] if len(sides) > 1 and "," in found.text("s") else sides,
            without(others, sides),
            trigger,
            Kind.EVENT if past else Kind.STATE,
            Phase.STARTED if past else Phase.ONGOING,
        )


def alliances(sentence: Sentence) -> Iterator[Candidate]:
    """Partnerships in a sentence, by agreement, joint work, "in partnership with" or a list of partners."""
    for token in sentence.tokens:
        if is_verb(token):
            yield from _verb(sentence, token)
        if (token.pos_ in ("NOUN", "PROPN", "VERB") and token.dep_ == "pobj") or lemma(token) in _NOUNS | _AGREEMENTS:
            yield from _noun(sentence, token)
    for group in groups(sentence, _PARTNERS | _NOUNS):
        owners = holders(sentence, group.noun)[:1]
        named = without(mentions_from(sentence, group.start, "O"), owners)
        yield from _pairs(sentence, owners, named, group.noun, Kind.STATE)
    yield from _own_partner(sentence)
    yield from _surface(sentence)


def _verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    key, word = key_of(verb), lemma(verb)
    frame = verb_frame(verb)
    if key in _JOIN or word in _JOIN or word in _WORK:
        sides = first_filled(sentence, frame, ("agent",), "O") or first_filled(sentence, frame, ("patient",), "O")
        others = members(sentence, frame, ("with",), "O") or _reached(sentence, verb, "with")
        if not others and word in _JOIN and not frame.passive and frame.get("patient") != frame.get("agent"):
            others = members(sentence, frame, ("patient",), "O") if word == "partner" else []
        if not others and ((word == "work" and _has(verb, "closely")) or _has(verb, "together")):
            others = members(sentence, frame, ("alongside",), "O")
        yield from _pairs(sentence, sides, without(others, sides), verb, _kind(verb), _phase(verb))
    elif word in _JOINTLY and (_has(verb, "jointly") or _has(verb, "together")):
        sides = members(sentence, frame, ("by",) if frame.passive else ("agent",), "O")
        others = without(members(sentence, frame, ("with",), "O"), sides[:1])
        pairs_of = others or sides[1:]
        yield from _pairs(sentence, sides[:1], pairs_of, verb, _kind(verb), _phase(verb))


def _reached(sentence: Sentence, verb: Token, preposition: str) -> list[FoundMention]:
    for target in objects_after(verb, frozenset({preposition}))[:1]:
        return members_at(sentence, target, "O")
    return []


def _has(verb: Token, word: str) -> bool:
    return any(c.lower_ == word for c in verb.children) or (verb.i > 0 and verb.doc[verb.i - 1].lower_ == word)


def _kind(verb: Token) -> Kind:
    return Kind.STATE if verb.tag_ in ("VBZ", "VBP") else Kind.EVENT


def _phase(verb: Token) -> Phase | None:
    if any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children if c.dep_ == "aux"):
        return None
    if verb.tag_ in ("VBZ", "VBP", "VBG"):
        return Phase.ONGOING
    return Phase.STARTED


def _noun(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    word = lemma(noun)
    if word in _IN_WITH and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "through", "under", "by"):
        yield from _in_with(sentence, noun)
    elif (word in _NOUNS and governing_verb(noun) is not None) or (word in _AGREEMENTS and _joint(noun)):
        yield from _signed(sentence, noun)


def _in_with(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "In partnership with A, B launched C": B and A, whoever the subject of that clause is."""
    others = members(sentence, noun_frame(noun), ("with",), "O")
    clause = noun.head.head
    for _ in range(6):
        if is_verb(clause) or clause.head == clause:
            break
        clause = clause.head
    if not others or not is_verb(clause):
        return
    frame = verb_frame(clause)
    sides = members(sentence, frame, ("by",) if frame.passive and frame.get("by") else ("agent",), "O")
    sides = without(sides or first_filled(sentence, frame, ("patient",), "O") * frame.passive, others)
    yield from _pairs(sentence, sides, others, noun, Kind.STATE, scope=_venture(sentence, noun))


def _venture(sentence: Sentence, noun: Token) -> Detail | None:
    if lemma(noun) != "venture" or noun.i == sentence.start or sentence.passage.doc[noun.i - 1].lower_ != "joint":
        return None
    return Detail("joint venture", sentence.raw(noun.i - 1, noun.i + 1))


def _joint(noun: Token) -> bool:
    """Whether an agreement is one to work together: its kind says so, or what it is "to" do."""
    kinds = {lemma(c) for c in noun.children if c.dep_ in ("amod", "compound", "nmod")}
    if kinds & _OTHER_KINDS:
        return False
    verb = governing_verb(noun)
    purposes = [*noun.children, *(verb.children if verb is not None else ())]
    aims = {lemma(c) for c in purposes if c.tag_ == "VB" and c.dep_ in ("acl", "xcomp", "advcl", "relcl")}
    if aims & _UNJOINT:
        return False
    return bool(kinds & _JOINT_KINDS) or bool(aims)


def _signed(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X entered into a distribution agreement with Y", "X has partnerships with A, B and C"."""
    verb = governing_verb(noun)
    if verb is None or (lemma(verb) not in _SIGNING | {"be", "continue", "sign_up"} and key_of(verb) not in _SIGNING):
        return
    frame = verb_frame(verb)
    others = members(sentence, noun_frame(noun), ("with", "far with"), "O")
    sides = members(sentence, frame, ("by",), "O") if frame.passive else members(sentence, frame, ("agent",), "O")
    others = without(others, sides)
    ended = lemma(verb) in ("end", "terminate")
    lasting = lemma(verb) in ("have", "maintain", "hold", "be")
    phase = Phase.ENDED if ended else None if lasting else Phase.STARTED
    yield from _pairs(sentence, sides, others, verb, Kind.STATE if lasting else Kind.EVENT, _phase(verb) and phase)


def _own_partner(sentence: Sentence) -> Iterator[Candidate]:
    """As in "its longtime partner Y", "with Y as its partner", "X is an official partner of Y"."""
    scene, index = sentence.scene, sentence.passage.index
    for token in sentence.tokens:
        if lemma(token) not in _PARTNERS or token.pos_ not in ("NOUN", "PROPN"):
            continue
        frame = noun_frame(token)
        owners = fillers(scene, index, frame.get("poss"), "O", metonyms=False)
        following = mentions_from(sentence, token.i + 1, "O", first_only_without_and=True) if owners else []
        apart = [m for m in following if m.start - token.i <= 2]
        yield from _pairs(sentence, owners[:1], without(apart, owners), token, Kind.STATE, presupposed=True)
        if not owners:
            named = members(sentence, frame, ("is",), "O")
            others = members(sentence, frame, ("of", "to", "for"), "O")
            yield from _pairs(sentence, named, without(others, named), token, Kind.STATE)


def _pairs(
    sentence: Sentence,
    sides: Sequence[FoundMention],
    others: Sequence[FoundMention],
    trigger: Token,
    kind: Kind,
    phase: Phase | None = None,
    scope: Detail | None = None,
    *,
    presupposed: bool = False,
) -> Iterator[Candidate]:
    for side in sides:
        for other in others:
            if side.entity != other.entity:
                yield Candidate(
                    "partnerOf",
                    "alliance",
                    sentence,
                    side,
                    other,
                    trigger.i,
                    kind,
                    phase=phase,
                    presupposed=presupposed,
                ).with_details(scope=scope)
