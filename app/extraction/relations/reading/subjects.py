"""Who does what a verb or a noun of planning says: subjects shared, controlled and understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.speech_words import SPOKESPEOPLE
from app.extraction.relations.reading.antecedents import MAX_CLIMB, antecedent
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.prepositions import by_whom

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what it is done to."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if any(child.dep_ == "dobj" for child in verb.children):
        return False
    if any(child.dep_ == "nsubj" for child in verb.children):
        return _is_aside(verb)
    if verb.tag_ in ("VBN", "VBD") and not any(child.dep_ == "aux" for child in verb.children):
        if verb.dep_ in ("acl", "advcl", "amod", "ccomp", "xcomp") or (verb.dep_ == "ROOT" and verb.tag_ == "VBN"):
            return True
        if verb.dep_ == "conj":
            return is_passive(verb.head)
    return False


def _is_aside(verb: Token) -> bool:
    """As in "P, poached from X last year, runs the shop", where the parser takes P for who poaches."""
    bare = verb.tag_ in ("VBN", "VBD") and not any(child.dep_ == "aux" for child in verb.children)
    main = verb.head if verb.dep_ in ("advcl", "ccomp") and verb.head.i > verb.i and is_verb(verb.head) else None
    lost = main is not None and not any(child.dep_ in ("nsubj", "nsubjpass") for child in main.children)
    return bare and lost and verb.doc[verb.i - 1].text == ","


def subjects_of(verb: Token, depth: int = 0) -> Iterator[Token]:
    """The tokens that a verb's subject stands for, shared and controlled subjects included."""
    teller = _teller(verb)
    if teller is not None:
        yield teller
        return
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    # The subject of "are not thrilled" may be tied to "are".
    own = own or [t for c in verb.lefts if c.dep_ == "auxpass" for t in c.lefts if t.dep_ in ("nsubj", "nsubjpass")]
    if own:
        for subject in own:
            yield antecedent(subject)
        return
    if depth > MAX_CLIMB:
        return
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head != verb:
        yield from _of_clause(verb, head, depth)
    elif verb.dep_ == "xcomp" and is_verb(head):
        objects = [child for child in head.children if child.dep_ == "dobj"]
        if objects and lemma(head) in _OBJECT_CONTROL:
            yield from objects
        else:
            yield from subjects_of(head, depth + 1)
    elif verb.dep_ in ("conj", "advcl", "ccomp", "dep") and is_verb(head):
        yield from _of_verb_before(verb, head, depth)
    elif verb.dep_ == "pcomp" and head.dep_ == "prep" and lemma(head.head) in _OBJECT_OF:
        yield from (child for child in head.head.children if child.dep_ == "dobj")
    elif verb.dep_ == "pcomp" and head.dep_ == "prep":
        yield from _subject_above(head.head, depth + 1)
    elif verb.dep_ in ("acl", "xcomp") or (verb.dep_ == "conj" and not is_verb(head)):
        yield from _subject_above(head, depth + 1)


def _teller(verb: Token) -> Token | None:
    """The source of "P is headed for X, a source said", which the parser takes for another name of X.

    What only tells more of X ends in a comma: "X, a source of copper, said".
    """
    if lemma(verb) not in _SAYING or verb.i == verb.sent.start:
        return None
    last = verb.nbor(-1)
    beside = (t for t in (last, *last.ancestors) if t.dep_ == "appos" and lemma(t) in _TELLERS)
    return next((t for t in beside if t.right_edge == last and verb.doc[t.left_edge.i - 1].text == ","), None)


_TELLERS = SPOKESPEOPLE | {"source", "person", "people", "official", "insider"}


def _told_beside(verb: Token, said: Token) -> Token | None:
    """The verb before "two people said" in "P left in May, two people said, and turns up at X": P does."""
    if verb.dep_ != "conj" or lemma(said) not in _SAYING or said.tag_ != "VBD":
        return None
    helpers = [child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    other_tense = verb.tag_ in ("VBZ", "VBP") or "MD" in helpers or "VBZ" in helpers
    if not other_tense or not any(t.text == "," for t in said.doc[said.i + 1 : verb.i]):
        return None
    if said.dep_ == "parataxis" and is_verb(said.head):
        return said.head
    told = [child for child in said.lefts if child.dep_ == "ccomp" and is_verb(child)]
    return told[-1] if told else None


def _of_verb_before(verb: Token, head: Token, depth: int) -> Iterator[Token]:
    """The subject of a verb that follows on another."""
    if verb.dep_ == "conj" and _is_of_a_paper(verb, head):
        aside = _according(head)
        yield from _subject_above(head.head if aside is None else aside.head, depth + 1)
    else:
        yield from subjects_of(_told_beside(verb, head) or head, depth + 1)


def _is_of_a_paper(verb: Token, seen: Token) -> bool:
    """As in "X is buying Y, according to a notice that the Herald has seen, and will own Z": the Herald only tells.

    What the teller does besides is told in the same tense: "a notice that it had seen and copied".
    """
    if lemma(seen) not in _SEEING or seen.nbor().text != ",":
        return False
    if seen.dep_ != "relcl" and (seen.dep_ != "ccomp" or _according(seen) is None):
        return False  # of "a notice to staff that the Herald has seen" the parser makes a verb of the staff
    if not any(child.dep_ == "nsubj" for child in seen.children):
        return False
    finite = [child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")] or [verb.tag_]
    return "MD" in finite or verb.tag_ in ("VBZ", "VBP")


def _according(token: Token) -> Token | None:
    """The "according" that a token stands below."""
    return next((above for above in token.ancestors if above.lower_ == "according"), None)


_SEEING = frozenset("see obtain review view read publish report examine get receive cite inspect".split())
_SAYING = frozenset({"say", "tell", "report", "write", "add", "announce"})


def _of_clause(verb: Token, noun: Token, depth: int) -> Iterator[Token]:
    """The subject of a clause that hangs on a noun: the noun; in "an agreement to buy", whoever agrees."""
    if lemma(noun) in PROJECTS and any(child.lower_ == "to" for child in verb.lefts):
        yield from bearers(noun, depth + 1)
    elif verb.dep_ == "acl" and verb.tag_ == "VB":
        yield from [c for c in noun.children if c.dep_ == "poss"] or _subject_above(noun, depth + 1)
    else:
        yield noun


# "accused X of buying Y": X is who buys.
_OBJECT_OF = frozenset("accuse prevent stop bar ban block discourage suspect keep dissuade".split())
# Nouns whose bearer does what they are about: "X has an agreement to buy Y".
PROJECTS = frozenset(
    """
    agreement deal plan talk negotiation discussion option offer bid proposal intention decision pact contract intent
    move right chance attempt effort ambition desire interest hope paper letter memorandum announcement commitment
    pledge promise term front-runner frontrunner runner favourite favorite race battle fight struggle running
    auction""".split()
)
# Who does this to a project bears it; those who approve, block or receive one do not.
_BEARING = frozenset(
    """
    be have sign strike ink reach agree announce unveil reveal confirm make enter conclude complete hold begin start
    open launch resume restart end break abandon scrap drop cancel terminate pull walk back withdraw exercise finalise
    finalize near negotiate seek win beat take outline detail disclose file submit deny consider weigh mull shelve
    revive renew express set hatch draw consider quit join step lose pursue secure get ditch call clinch
    seal close""".split()
)


def bearers(noun: Token, depth: int = 0) -> Iterator[Token]:
    """Whose plan, deal or talks a noun speaks of: its owner, its maker, or the subject of the verb above it."""
    own = [c for c in noun.children if c.dep_ == "poss"]
    own += [t for p in noun.children if p.dep_ in ("prep", "agent") and p.lower_ == "by" for t in p.children]
    if own:
        yield from own
        return
    token = noun
    for _ in range(MAX_CLIMB):
        if token.dep_ in ("nsubj", "relcl", "advcl", "ccomp") or token.head == token:
            return
        passive = token.dep_ == "nsubjpass"
        token = token.head
        if is_verb(token):
            if lemma(token) in _BEARING:
                yield from by_whom(token) if passive else subjects_of(token, depth)
            return


_OBJECT_CONTROL = frozenset(
    """
    ask tell persuade order force allow help let make appoint name hire want require invite urge press push advise
    encourage expect pressure instruct authorise authorize forbid lobby
    """.split()
)


def _subject_above(token: Token, depth: int) -> Iterator[Token]:
    for _ in range(MAX_CLIMB):
        if is_verb(token):
            yield from subjects_of(token, depth)
            return
        if token.head == token:
            return
        token = token.head
