"""Sentences whose verb the parser took for a part of a clause: "X, which competes with Y, named P its chief".

"Named" may be either form of its verb. Where it hangs on Y, and X is left without a verb, X gets it. So it does in a
list: "X, a Leeds fund, and Y invested in Z". In "Founded by P and Q, the startup sells" it is the subject that hangs on
what leads in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BESIDE = frozenset({"relcl", "acl", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_NO_MAIN = frozenset({"agent", "nsubj", "nsubjpass", "aux", "auxpass", "mark"})
# "A firm called X": with no more than a name, these only say how it is called.
_CALLING = frozenset({"name", "call", "dub", "know", "title"})


def mend_lost_mains(doc: Doc) -> Doc:
    """Give subjects the verbs that they lost."""
    for sentence in list(doc.sents):
        subject = sentence.root
        if subject.pos_ in ("NOUN", "PROPN") and subject.i + 1 < sentence.end:
            verb = _lost(sentence, subject) or _lost_in_list(sentence, subject)
            if verb is not None:
                _reattach(subject, verb)
        elif subject.pos_ in ("VERB", "AUX") and (noun := _lost_subject(sentence, subject)) is not None:
            noun.head, noun.dep_ = subject, "nsubjpass" if _is_passive(subject) else "nsubj"
    return doc


def _lost_subject(sentence: Span, verb: Token) -> Token | None:
    """The startup of "Founded by P and Q, the startup sells", where the parser takes it for another name of P."""
    lead = sentence[0]
    if lead.tag_ != "VBN" or lead.dep_ != "advcl" or lead.head != verb:
        return None
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg")]
    finite = verb.tag_ in ("VBZ", "VBP", "VBD") or any(c.tag_ in ("VBZ", "VBP", "VBD", "MD") for c in helpers)
    last = min([verb, *helpers], key=lambda t: t.i).i - 1
    noun = sentence.doc[last] if finite and last > lead.i else None
    if noun is None or noun.tag_ != "NN" or noun.dep_ != "appos" or noun.left_edge.lower_ != "the":
        return None
    return noun if noun.left_edge.nbor(-1).text == "," and lead in noun.ancestors else None


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _lost(sentence: Span, subject: Token) -> Token | None:
    """The verb after the comma that closes what is told of a subject."""
    doc = subject.doc
    if doc[subject.i + 1].text != "," or not any(child.dep_ in _BESIDE for child in subject.rights):
        return None
    return next((t for t in doc[subject.i + 2 : sentence.end] if _is_main(t, subject, sentence)), None)


def _lost_in_list(sentence: Span, subject: Token) -> Token | None:
    """The "invested" of "X, a Leeds fund, and Y invested in Z": right after the last of a list that is told of."""
    if not any(child.dep_ == "appos" for child in subject.rights) or sentence[-1].text != ".":
        return None
    last = subject
    while further := [child for child in last.rights if child.dep_ == "conj" and child.pos_ == "PROPN"]:
        last = further[-1]
    verb = next((child for child in last.rights if child.dep_ == "acl" and child.i == last.i + 1), None)
    if last is subject or verb is None or verb.tag_ not in ("VBN", "VBD"):
        return None
    if any(child.dep_ in _NO_MAIN for child in verb.children):
        return None
    return verb if any(child.dep_ in ("dobj", "prep") for child in verb.rights) else None


def _is_main(token: Token, subject: Token, sentence: Span) -> bool:
    if token.tag_ not in ("VBN", "VBD") or token.dep_ not in ("acl", "relcl") or token.nbor(-1).text != ",":
        return False
    if not subject.i < token.head.i < token.i - 1 or token.i + 2 >= sentence.end:
        return False
    if any(child.dep_ in _NO_MAIN for child in token.children):
        return False
    objects = [child for child in token.children if child.dep_ in ("dobj", "oprd", "ccomp", "xcomp")]
    if token.lemma_ in _CALLING:
        return any(child.right_edge.i + 2 < sentence.end or _describes(child, token) for child in objects)
    return bool(objects)


def _describes(child: Token, verb: Token) -> bool:
    """Whether a name is given with a noun of what it becomes: "named Roe chief executive"."""
    return child.pos_ == "NOUN" and child.i - verb.i > 1


def _reattach(subject: Token, verb: Token) -> None:
    """Make a verb its sentence's head, and the head so far its subject."""
    verb.head = verb
    verb.dep_, verb.tag_ = "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
