"""Who founded an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.gapping import begins_a_gap
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import Found, find, find_throughout
from app.extraction.relations.reading.rules import VerbRule, by_verb, first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.whence import is_whose_kin
from app.extraction.relations.structure.founding_dates import FOUND, dated_by
from app.model import Phase

_FOUND_VERBS = (VerbRule("founded", FOUND - words("start launch create"), ("agent",), ("patient",), name="founding"),)
_FOUNDED = {
    "founded": r"{P+:s},? (?:who )?(?:also |later |then |first )?(?P<t>co-?founded|founded) {PLAIN}{O:o}",
    "left to found": (
        r"{P+:s},? (?:who )?(?:[\w-]+ ){0,2}?(?:left|quit)(?: (?:(?!{P})[^.;]){1,60}?)? to "
        r"(?P<t>(?:co-?)?found|set up|start|launch|create|establish|build|form) "
        r"(?:(?:the|an?|its|his|her|their|{P}'s)(?: own)? (?:[\w-]+,? ){0,4}?)?{O:o}(?!['’])"
    ),
    "founding member": (
        r"{P+:s},? (?:is |was |became |who was |who is )?(?:an? |the |one of the |among the )?(?P<t>founding) "
        r"(?:members?|partners?|directors?|chair(?:man|woman)?|editor|shareholders?) of (?:the )?{DESC}{O:o}"
    ),
    "founded with": (
        r"{P},? (?:who )?(?:[a-z]+ )?(?P<t>co-?founded|founded|set up|established|started|launched) (?:the "
        r")?{DESC}{O:o}"
        r"(?: in {T})? (?:together with|along with|alongside|with) {LEADIN}{P+:s}"
    ),
    "a firm she founded": (
        r"{O:o},? (?:an?|the|which|that) (?:[\w-]+ ){0,4}?(?:that |which )?{P+:s} (?:had |has )?(?:also |later |"
        r"himself |herself |together )?"
        r"(?P<t>co-?founded|founded|set up|established|started|began|launched|created|opened)(?=[,.;]| in | with | "
        r"at | from | after )(?:(?: (?:in |on )?{T})? (?:together |along )?with {LEADIN}{P+:q}(?!'s))?"
    ),
    "founded it far with": (
        r"(?P<t>co-?founded|founded|set up|established|started|launched) (?:the )?{PLAIN}{O:o}(?!'s) (?:in|at|from|on) "
        r"(?:(?!{O}|{P}|and |which |who |that )[^.;,]){2,60}? (?:together |along )?with {LEADIN}{P+:s}(?!'s)(?! as\b)"
    ),
    "several founded it": (
        r"{O:o},? (?:an? (?:(?!{O}|{P})[\w-]+ ){1,5}?)?(?:which |that )?(?:was |were |has been )?(?P<t>started|founded|"
        r"co-?founded|set up|established|launched|created|formed) (?:(?!{P}|and |but )[^.;,]){0,40}?by "
        r"(?:two|three|four|five|six|an? (?:group|pair|trio|team)) (?:(?!{P}(?!'s))[^.;,]){2,60}, {P+:s}(?!'s)"
    ),
    "spun out by": (
        r"{O:o},? (?:which )?(?:was |were |has been )?(?P<t>spun out|spun off|set up|started|founded|co-?founded|"
        r"established|"
        r"launched|created|formed) (?:(?!{P}|and |but )[^.;, ]+ ){0,10}?by (?:the )?(?:(?!{O}|{P})[\w-]+,? ){0,4}?"
        r"(?P<s>{P}(?!'s)(?:, (?:an? |the )?(?:(?!{O}|{P})[^.;,]){2,60},? and (?:(?!{O}|{P})[\w-]+ ){0,3}?{P}(?!'s)| "
        r"and "
        r"(?:(?!{O}|{P})[\w-]+ ){0,4}?{P}(?!'s))?)(?:,? (?:and|with|together with) {P}'s (?:[a-z-]+ ){1,3}{P:q}(?!'s))?"
    ),
    "brainchild": (r"{O:o},? (?:which )?(?:is |was )?the (?P<t>brainchild|creation|child) of {LEADIN}{P+:s}"),
}
# Who founded what stands on both sides of the verb: "X, which P founded", "X, a firm started by two friends, A and B".
_BY_SUBJECT = frozenset({"a firm she founded", "founded it far with", "several founded it"})
_FOUNDERS = {
    "founder of": (
        r"{P+:s}(?:, \d\d)?,? (?:who (?:is|was) |is |was |are |the |a |its |an |and |one of the |current "
        r"|both )*(?:[\w-]+ ){0,2}?(?:(?P<t>(?:co-?)?founders?)\b)(?:(?:,| and| &|/) [\w -]{2,40}?)? "
        r"(?:of|at) (?:the )?{DESC}{O:o}"
    ),
    "one of its founders": (
        r"{P:s},? (?:\d\d,? )?(?:who (?:is|was) |is |was )?(?P<t>one) of {O:o}'s (?:[\w-]+ ){0,3}?(?:co-)?founders\b"
    ),
    "own founder": (
        r"{O:o}(?:'s)? (?:[\w -]{2,30}? and )?(?P<t>(?:co-?)?founders?)(?: and [\w -]{2,30}?|, [\w "
        r"-]{2,30}?)?,? {P+:s}"
    ),
    "founder": r"(?P<t>(?:co-?)?founders?) of {O:o},? {P+:s}",
    "title and founder": (
        r"{P:s},? (?:who )?(?:is |was )(?:an? |the )?[\w ,-]{2,60}?,? and (?:the |an? )?(?P<t>(?:co-?)?founder) "
        r"of {DESC}{O:o}"
    ),
    "founders were": r"{O:o}'s (?:[a-z-]+ ){0,2}?(?P<t>founders|co-founders)(?:,| are| were| include) {LEADIN}{P+:s}",
    "founders named": (
        r"(?P<t>(?:co-)?founders) of {O:o},? (?:the )?(?:[a-z]+ (?:and [a-z]+ )?)?{P+:s}(?=,| will| have| are| were|$)"
    ),
    "ceo founder": r"{P:s},? (?:the |an? )?[\w -]{2,40}? and (?P<t>(?:co-?)?founder) of {DESC}{O:o}",
}


def founders(sentence: Sentence) -> Iterator[Candidate]:
    """Who founded what."""
    yield from (c for c in by_verb(sentence, _FOUND_VERBS) if not _is_no_founding(c))
    yield from _launched(sentence)
    for name, found in find(sentence, _FOUNDED):
        for subject in (*found.mentions("s"), *found.mentions("q")):
            if is_whose_kin(sentence.passage.doc, subject):
                continue  # "the son of P founded X"
            for obj in found.mentions("o")[:1]:
                told_of_other = name not in _BY_SUBJECT and found.ends_a_clause("o")
                if found.sentence.scene.type_of(obj) == "Collective" or told_of_other:
                    continue
                yield Candidate("founded", "founding", sentence, subject, obj, found.trigger, phase=Phase.COMPLETED)
                # The date of leaving to found something is that of the leaving.
                if name != "left to found":
                    yield from dated_by(Candidate("foundingDate", "founding date", sentence, obj, None, found.trigger))
    for name, found in find_throughout(sentence, _FOUNDERS):
        for subject in _listed(found):
            if name == "own founder" and subject.kind is MentionKind.PRONOUN:
                continue  # "X's founder, will give up her post"
            for obj in found.mentions("o")[:1]:
                yield Candidate(
                    "founded",
                    "founder",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    presupposed=True,
                    timed=False,
                    phase=Phase.COMPLETED,
                )


def _is_no_founding(candidate: Candidate) -> bool:
    """Whether it is the "founding" of "X's founding president", or a firm "who" founded: that is somebody before it."""
    verb = candidate.sentence.passage.doc[candidate.trigger]
    who = any(child.lower_ == "who" for child in verb.children)
    firm = candidate.sentence.scene.letter(candidate.subject) == "O"
    opens_title = verb.tag_ == "VBG" and verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in ("NOUN", "PROPN")
    return (opens_title and verb.dep_ != "pcomp" and lemma(verb) == "found") or (who and firm)


def _listed(found: Found) -> list[FoundMention]:
    """Who is called a founder: of "its founder A, the actor B and its chair C" only A."""
    doc, told = found.sentence.passage.doc, found.tokens("t")
    people = [m for m in found.mentions("s") if not (told and told[0] < m.start and begins_a_gap(found.sentence, m))]
    for number, (before, after) in enumerate(pairwise(people), start=1):
        if any(token.lower_ not in _BETWEEN for token in doc[before.end : after.start]):
            return people[:number]
    return people


_BETWEEN = frozenset({",", "and", "&", "or", "with", "as", "well", "mr", "mr.", "ms", "ms.", "mrs", "dr", "dr.", "sir"})


def _launched(sentence: Sentence) -> Iterator[Candidate]:
    """As in "P started X": of these verbs only with an organisation, or where the passive says by whom."""
    for token in sentence.words:
        if is_verb(token) and key_of(token) in ("start", "launch", "create", "form", "begin") and token.tag_ != "VBG":
            frame = verb_frame(token)
            subjects = first_filled(sentence, frame, ("agent",), "P")
            targets = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
            for subject in subjects:
                for obj in targets:
                    yield Candidate("founded", "founding", sentence, subject, obj, token.i)
