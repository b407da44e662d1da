"""What an organisation does: its special field, its focus, its products, its reorganisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.reading.antecedents import coordinated
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.structure.fields_told import fields_told
from app.extraction.relations.structure.goods_told import goods_told
from app.extraction.relations.structure.makers import makers, told_of
from app.extraction.relations.structure.reorganisations import reorganisations

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPECIALIZE = words("specialize specialise")
_FOCUS = words("focus concentrate center centre")
_GIVEN_TO = words("dedicate devote task charge")
_BUILD = words("build develop create advance pursue design research make")
_GENERIC = words(
    "initiative effort project business work operation product activity area space field market "
    "sector goal ambition strategy plan use"
)
# Services for data, which make a firm a data vendor ("a data-labelling company"). Of others the trade says no more than
# of what kind a firm is ("a payments company").
_FIELD = (
    r"(?P<n>(?!(?:small|large|big|major|leading|global|local|new|private|boutique|independent) )"
    r"[a-z]+[ -](?:label?ling|annotation|tagging|curation|transcription|translation|moderation))"
)
_FIRM = r"(?P<t>compan(?:y|ies)|firms?|start-?ups?|vendors?|providers?|business(?:es)?|specialists?|suppliers?)"
_SPECIALISTS = {
    "firm of a field": (
        rf"{{O:s}},? (?:which is |is |was )?(?:an?|the|one of the) (?:[\w-]+ ){{0,3}}?{_FIELD} {_FIRM}\b"
    ),
    "field's firm": rf"(?:^|[ ,(])(?:the |an? )?(?:[\w-]+ )?{_FIELD} {_FIRM} {{O:s}}",
    "specialist in": (
        r"{O:s},? (?:which is |is |was )?(?:an?|the|one of the) (?:[\w-]+ ){0,4}?(?P<t>specialist|"
        r"expert|leader|specialists) "
        r"in (?P<n>[a-z][\w-]*(?: [\w-]+){0,3}?)(?=[,.;)]| that | which | has | said )"
    ),
    "focus is": (
        r"(?:{O:s}'s (?:[\w-]+ )?(?P<t>speciality|specialty|specialism|focus|forte)|"
        r"the (?:speciality|specialty|specialism) "
        r"of {O}) (?:is|are|lies in|remains) (?P<n>[a-z][\w-]*(?: [\w-]+){0,2}?)(?=[,.;)]|$)"
    ),
    "its speciality": (
        r"(?:^|[;.,] )(?P<n>[a-z][\w-]*(?: [a-z][\w-]*){0,3}?) (?:is|are|remains?|was) (?:still |"
        r"also )?{O:s}'s (?:[\w-]+ )?"
        r"(?P<t>speciality|specialty|specialism|forte|field|strong suit)"
    ),
    "the x specialist": (
        r"(?:the|a|an|its) (?:[A-Z][\w-]+ )?(?P<n>[a-z][\w-]*(?: [a-z][\w-]*)?) (?P<t>specialist) " r"{O:s}"
    ),
}

_ONTO = r"(?P<n>[a-z][\w'-]*(?: [a-z][\w'-]*){0,4}?)(?=[,.;)]|$| and | after | in | because | as | since )"
_FOCUSES = {
    "turns its attention": (
        r"{O:s},? (?:which |that )?(?:has |had |is |will |now |to |would )*(?P<t>shifted|shifts|shift|"
        r"shifting|turned|turns|turn|"
        r"turning|narrowed|narrows|narrow|narrowing|switched|switching|moved|moving|redirected|sharpened) "
        r"(?:{ITS}|the) "
        r"(?:[\w-]+ )?(?:focus|attention|efforts|emphasis)(?: away)?(?: from [^.;,]{3,40}?)? (?:to|onto|towards?|on) "
        + _ONTO
    ),
    "a firm focused on": (
        r"(?:^|[;.] )(?:an?|the) (?:[\w-]+ ){0,3}?(?P<t>focused|focusing|focussed|concentrating|centred|centered) on "
        r"(?P<n>[a-z][\w'-]*(?: [a-z][\w'-]*){0,4}?), {O:s}"
    ),
    "with a focus on": (
        r"(?:^|[;.] )with (?:an? |its |their )(?:[\w-]+ )?(?P<t>focus|emphasis|concentration) on "
        r"(?P<n>[a-z][\w'-]*(?: [a-z][\w'-]*){0,4}?), {O:s}"
    ),
    "has a focus on": (
        r"{O:s},? (?:which |that )?(?P<t>has|have|had|with|maintains|retains) (?:an? |its |"
        r"their )(?:[\w-]+ )?(?:focus|emphasis) on " + _ONTO
    ),
    "its focus has been on": (
        r"{O:s}'s (?:[\w-]+ )?(?P<t>focus|emphasis|priority) (?:is|was|has been|will be|remains|"
        r"has always been) (?:on )?" + _ONTO
    ),
    "is dedicated to": (
        r"{O:s},? (?:which |that )?(?:is|was|are|remains) (?:[a-z]+ly )?(?P<t>dedicated|devoted) to " + _ONTO
    ),
    "doubles down on": (
        r"{O:s},? (?:which |that )?(?:has |had |is |will |now |to |would )*(?P<t>doubling down|doubles down|"
        r"doubled down|double "
        r"down|zeroed in|zeroes in|zeroing in|homed in|homing in) on " + _ONTO
    ),
    "puts its focus": (
        r"{O:s},? (?:which |that )?(?:has |had |is |will |now |to |would )*(?P<t>put|puts|place|places|placed|"
        r"placing|putting|keeps|keep) "
        r"(?:{ITS}|the|more) (?:[\w-]+ )?(?:focus|attention|emphasis) on " + _ONTO
    ),
}


def activities(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """Fields, products and reorganisations in a sentence."""
    yield from reorganisations(sentence, discourse)
    fields = list(_fields(sentence))
    yield from fields
    yield from fields_told(sentence, fields)
    yield from makers(sentence)
    yield from goods_told(sentence)


def _fields(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.words:
        word = lemma(token)
        if is_verb(token):
            yield from _verb(sentence, token)
        if (token.pos_ == "NOUN" and word == "expertise") or (token.pos_ == "ADJ" and word in ("dedicated", "devoted")):
            yield from _expertise(sentence, token)
    yield from _specialists(sentence)
    yield from _focuses(sentence)


def _verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    word = lemma(token)
    if word in _SPECIALIZE:
        yield from _topics(sentence, token, "specializesIn", ("in", "on"))
    elif word in _FOCUS:
        yield from _topics(sentence, token, "focusesOn", ("on", "upon"))
    elif token.tag_ in ("VBN", "VBD") and token.dep_ == "acl" and word in _GIVEN_TO:
        yield from _tasks(sentence, token)


def _tasks(sentence: Sentence, participle: Token) -> Iterator[Candidate]:
    """As in "X, the unit dedicated to robotics", "X, a team tasked with building robots"."""
    subjects = _described(sentence, [participle.head])
    for preposition in (c for c in participle.children if c.dep_ == "prep" and c.lower_ in ("to", "with")):
        for aim in preposition.children:
            works = [c for c in aim.children if c.dep_ == "dobj"] if is_verb(aim) and lemma(aim) in _BUILD else [aim]
            for thing in works:
                if aim.dep_ == "pobj" or thing is not aim:
                    yield from _topic(sentence, participle, "focusesOn", subjects, thing)


def _topics(sentence: Sentence, verb: Token, relation: str, roles: tuple[str, ...]) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    tokens = list(subjects_of(verb)) or frame.get("agent") or frame.get("patient")
    if verb.tag_ == "VB" and any(_is_dropped(sentence, token) for token in tokens):
        return
    # "X, a firm specialising in steel, and Y": the firm is X.
    firm = tokens[0] if tokens and verb.dep_ == "acl" and tokens[0].dep_ == "appos" else None
    before = None if firm is None else sentence.scene.mentions.at(sentence.passage.index, firm.left_edge.i - 2)
    if firm is not None and before is not None and firm.pos_ == "NOUN" and sentence.scene.letter(before) == "O":
        tokens = [verb.doc[before.start : before.end].root]
    subjects = fillers(sentence.scene, sentence.passage.index, tokens, "O") or _described(sentence, tokens)
    for role in roles:
        for target in frame.get(role):
            shared = _shared(coordinated(target))
            for subject in subjects[:2] if shared is not None else []:
                yield Candidate(relation, "topic", sentence, subject, shared, verb.i, Kind.STATE)
            for member in coordinated(target) if shared is None else []:
                yield from _topic(sentence, verb, relation, subjects, member)
            return


def _is_dropped(sentence: Sentence, thing: Token) -> bool:
    """Whether it is the bid of "X drops its bid for Y to focus on Z": who focuses is X, and not whose bid it is."""
    return thing.dep_ in ("dobj", "pobj") and sentence.scene.mentions.at(sentence.passage.index, thing.i) is None


def _shared(members: list[Token]) -> Text | None:
    """Of "the design and production of cars" all of it: both are of cars."""
    if len(members) < 2 or members[1].i - members[0].i != 2:
        return None
    of = [c for member in members[:2] for c in member.children if c.lower_ == "of" and c.i > members[1].i]
    if len(members) > 2 or not of or of[0].i != members[1].i + 1:
        return None
    return Text(noun_phrase(members[0]).start, max(noun_phrase(member, whole=True).end for member in members))


def _described(sentence: Sentence, tokens: list[Token]) -> list[FoundMention]:
    """As in "X, the unit focused on ...": the noun is in apposition to the name."""
    passage, doc = sentence.passage.index, sentence.passage.doc
    for token in tokens:
        if token.dep_ in ("appos", "attr") or doc[max(sentence.start, token.left_edge.i - 1)].text == ",":
            before = [
                m
                for m in sentence.mentions()
                if 0 <= token.left_edge.i - m.end <= 1 and sentence.scene.letter(m) == "O"
            ]
            if before:
                return before[-1:]
            if token.dep_ == "attr":
                return fillers(sentence.scene, passage, list(subjects_of(token.head)), "O")
    return []


def _topic(
    sentence: Sentence, verb: Token, relation: str, subjects: list[FoundMention], member: Token
) -> Iterator[Candidate]:
    if member.pos_ not in ("NOUN", "PROPN", "VERB") or member.tag_ == "PRP":
        return
    text = _topic_phrase(sentence, member)
    if text is None:
        return
    for subject in subjects[:2]:
        yield Candidate(relation, "topic", sentence, subject, text, verb.i, Kind.STATE)


def _topic_phrase(sentence: Sentence, member: Token) -> Text | None:
    """The topic without possessive and without a generic last noun: "its metaverse initiatives" is "metaverse"."""
    phrase = noun_phrase(member, whole=False)
    doc = sentence.passage.doc
    start, end = phrase.start, phrase.end
    if end < sentence.end - 1 and doc[end].text == "-" and not doc[end].whitespace_ and doc[end + 1].pos_ == "NOUN":
        end += 2  # "e-bikes"
    while start < end and (doc[start].tag_ in ("PRP$", "DT", "POS") or doc[start].lower_ in ("its", "their", "our")):
        start += 1
    while end - start > 1 and doc[start].tag_ == "VBG" and lemma(doc[start]) in _BUILD:
        start += 1  # "tasked with developing robots"
    while end - start > 1 and lemma(doc[end - 1]) in _GENERIC:
        end -= 1
    if (
        end <= start
        or lemma(doc[end - 1]) in _GENERIC
        or not any(t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") for t in doc[start:end])
    ):
        return None
    return Text(start, end)


def _expertise(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X's expertise in A and B"."""
    frame = noun_frame(noun)
    subjects = first_filled(sentence, frame, ("poss", "subject"), "O") or (
        _described(sentence, [noun.head]) if noun.pos_ != "NOUN" else []
    )
    relation = "specializesIn" if noun.pos_ == "NOUN" else "focusesOn"
    for target in frame.get("in" if noun.pos_ == "NOUN" else "to"):
        for member in coordinated(target):
            if member.pos_ in ("NOUN", "PROPN", "VERB"):
                for candidate in _topic(sentence, noun, relation, subjects, member):
                    yield Candidate(**{**candidate.__dict__, "presupposed": noun.pos_ == "NOUN", "rule": "expertise"})


def _focuses(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _FOCUSES):
        tokens = found.tokens("n")
        for subject in found.mentions("s")[:1]:
            if tokens is None:
                break
            yield Candidate("focusesOn", "topic", sentence, subject, Text(*tokens), found.trigger, Kind.STATE)


def _specialists(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _SPECIALISTS):
        tokens = found.tokens("n")
        text = tokens and told_of(sentence, *tokens)
        for subject in found.mentions("s")[:1] if text else []:
            relation = "focusesOn" if found.text("t") == "focus" else "specializesIn"
            yield Candidate(
                relation,
                "specialist",
                sentence,
                subject,
                text or None,
                found.trigger,
                Kind.STATE,
                presupposed=True,
                timed=False,
            )
