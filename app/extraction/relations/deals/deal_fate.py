"""What became of a deal, by the words that govern it: called off, fallen through, only just missed, only sought.

The certainty of a trigger reads modals, denials and plans. It does not know that a purchase "fell through" or that a
buyer "walked away from" it: that is said by few verbs and nouns, which stand here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from app.extraction.relations.reading.called_off import CALLED_OFF, COLLAPSED, comes_to_nothing
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.subjects import PROJECTS
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

# Talks that end have led nowhere; a purchase that "ends the feud" has not ended.
_ENDED = words("end cease suspend break conclude")
_TALKS = words("talk negotiation discussion bid pursuit attempt effort interest agreement deal plan")
# As in "is in the running to buy", "the front-runner to buy", "interested in buying".
_HOPEFUL = words(
    """
    interested front-runner frontrunner runner favourite favorite contender candidate bidder suitor running
    interest tempted poised option right chance opportunity race battle auction bidding talk negotiation
    discussion"""
)
# Verbs that leave a deal by a preposition: "pulled out of", "reneged on", "failed in its bid".
_LEFT = words("pull_out back_out drop_out walk_away walk_out step_away renege fail")
# The nouns through which a verb reaches a deal; "cancelled a bond sale for the purchase" leaves the purchase alone.
_CARRIERS = (
    PROJECTS
    | _TALKS
    | _HOPEFUL
    | words(
        "acquisition takeover purchase merger buyout sale plan investment round stake verge brink cusp idea prospect"
    )
)
_CONTESTS = words("bid race battle fight auction war contest tussle")
_TWO_WORDS = frozenset(key for key in CALLED_OFF | COLLAPSED if " " in key) | {"lose out"}
_ALMOST = words("almost nearly narrowly")
_SEEKING = words("""
    vie compete race battle fight jostle jockey scramble tussle queue position manoeuvre maneuver""")
_CLOSE = words("close near closing nearing")
_STEPS = 9
_PASSES = words("prep advmod relcl oprd pobj pcomp dobj xcomp acl attr acomp nsubj nsubjpass advcl conj")


def fated(candidate: Candidate) -> Candidate:
    """The candidate as the words around its trigger leave the deal."""
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    if any(child.lower_ in _ALMOST for child in trigger.children if child.dep_ == "advmod"):
        return replace(candidate, negated=True, presupposed=False)
    if (left := _given_up(trigger)) is not None:
        return _undone(candidate, left)
    for step in _path(trigger):
        if (left := _given_up(step.token)) is not None:
            return _undone(candidate, left)
        if _is_off(step):
            return _undone(candidate, step.token)
        if (collapse := _fell_through(step)) is not None:
            return _undone(candidate, collapse)
        if _is_almost(step):
            return replace(candidate, negated=True, presupposed=False, phase=Phase.PLANNED)
        if _is_won(step):
            # "After winning the bid, X announced in May" dates what was announced then.
            timed = candidate.timed and step.token.tag_ != "VBG" and step.token.head.tag_ != "VBG"
            return replace(candidate, possible=False, presupposed=True, phase=Phase.PLANNED, timed=timed)
        if _is_hope(step):
            # What the hope itself came to is said further up: "ended talks to buy".
            candidate = replace(candidate, possible=True, presupposed=False, phase=Phase.CONSIDERED)
    return candidate


def _given_up(verb: Token) -> Token | None:
    """The verb that takes the deal back right after: "had agreed to lead the round but pulled out"."""
    if not is_verb(verb):
        return None
    for after in (c for c in verb.children if c.dep_ == "conj" and c.i > verb.i):
        alone = not any(
            c.dep_ in ("dobj", "nsubj", "prep") and c.lower_ not in ("in", "after", "before", "when")
            for c in after.children
        )
        if key_of(after) in _TAKEN_BACK and after.tag_ in ("VBD", "VBN") and alone:
            return after
    return None


def _fell_through(step: _Step) -> Token | None:
    """What a deal did in the end: "a merger was proposed in May, but fell through"."""
    if step.dep not in ("nsubj", "nsubjpass") or not is_verb(step.token):
        return None
    for after in (c for c in step.token.children if c.dep_ == "conj" and is_verb(c)):
        own = any(c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in after.children)
        if not own and after.tag_ in ("VBD", "VBN") and _key(after) in COLLAPSED:
            return after
    return None


_TAKEN_BACK = words("pull_out back_out drop_out walk_away give_up withdraw step_away back_away bow_out")


class _Step(NamedTuple):
    """A word that governs the trigger, the word below it, and how that hangs on it."""

    token: Token
    below: Token
    dep: str


def _path(trigger: Token) -> Iterator[_Step]:
    """What governs the trigger within its clause."""
    below, token, dep = trigger, trigger.head, trigger.dep_
    for _ in range(_STEPS):
        project = _project_before(below)
        if project is not None:
            token, dep = project, "acl"
        if token == below or dep not in _PASSES or (dep == "relcl" and not _is_infinitive(below)):
            return
        if (dep == "advcl" and lemma(token) not in _SEEKING) or (dep == "conj" and is_verb(below)):
            return
        if token.pos_ in ("NOUN", "PROPN") and not is_verb(token) and lemma(token) not in _CARRIERS:
            return
        yield _Step(token, below, dep)
        if dep in ("nsubj", "nsubjpass"):
            return
        below, token, dep = token, token.head, token.dep_


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in verb.lefts)


def _project_before(verb: Token) -> Token | None:
    """The noun in "pulled out of the deal to buy Y": the parser may hang the infinitive on the verb instead."""
    if verb.dep_ not in ("advcl", "xcomp") or not is_verb(verb) or not verb.left_edge.i:
        return None
    before = verb.doc[verb.left_edge.i - 1]
    return before if verb.left_edge.lower_ == "to" and lemma(before) in PROJECTS and before.pos_ == "NOUN" else None


def _key(verb: Token) -> str:
    """The lemma with the word that follows it, for those of the tables that are written in two words."""
    for child in verb.children:
        if child.i > verb.i and f"{lemma(verb)} {child.lower_}" in _TWO_WORDS:
            return f"{lemma(verb)} {child.lower_}"
    return key_of(verb)


def _is_off(step: _Step) -> bool:
    token, below, dep = step
    if not is_verb(token):
        return False
    key, bare = _key(token), lemma(token)
    if dep == "nsubj":
        # "Takeover of Y cancelled": a headline leaves out "has been", and the parser takes it for an active.
        headless = key in CALLED_OFF and not any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in token.children)
        return headless or key in COLLAPSED or (bare in words("come amount") and comes_to_nothing(token))
    if dep == "advcl":
        return False
    if key in CALLED_OFF and dep in ("prep", "advmod"):
        return below.lower_ in ("out", "away", "from") + (("of", "on", "in") if key in _LEFT else ())
    if key in CALLED_OFF:
        # "failed to stop the takeover", "refuses to sell": certainty has what an infinitive says.
        return dep != "xcomp"
    return bare in _ENDED and lemma(below) in _TALKS and dep in ("dobj", "nsubjpass")


def _undone(candidate: Candidate, verb: Token) -> Candidate:
    """A deal that is off; where the calling off is itself in doubt, so is the deal."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return replace(candidate, phase=Phase.PLANNED, presupposed=True)
    if helpers & {"may", "might", "could", "would", "can", "should", "to", "will"}:
        return replace(candidate, phase=Phase.PLANNED, possible=True, presupposed=False)
    return replace(candidate, phase=Phase.PLANNED, negated=True, possible=False, presupposed=True)


def _is_almost(step: _Step) -> bool:
    """As in "came close to buying", "lost out in the race to buy"."""
    token, _, dep = step
    if lemma(token) == "come" and any(c.lower_ in ("close", "near") for c in token.children):
        return dep in ("prep", "advmod", "acomp", "pcomp")
    if lemma(token) == "lose":
        return _key(token) == "lose out" or (dep == "dobj" and lemma(step.below) in _CONTESTS)
    return is_verb(token) and any(c.lower_ in _ALMOST for c in token.children if c.dep_ == "advmod")


def _is_won(step: _Step) -> bool:
    """As in "won the auction to buy", "after winning the bid to buy": the deal is agreed on."""
    token, below, dep = step
    contest, verb = (token, token.head) if lemma(token) in _CONTESTS else (below, token)
    if contest.dep_ != "dobj" or lemma(contest) not in _CONTESTS or lemma(verb) != "win" or dep not in _PASSES:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg")}
    after = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "since", "by")
    return after or (verb.tag_ in ("VBD", "VBN") and helpers <= {"has", "had", "have", "'ve"})


def _is_hope(step: _Step) -> bool:
    """As in "is interested in buying", "vying to buy", "nearing a deal to buy", "in talks to buy"."""
    token, _, dep = step
    word = lemma(token)
    if word in _SEEKING and is_verb(token):
        return dep in ("xcomp", "advcl", "prep")
    if word == "near" and is_verb(token):
        return dep in ("dobj", "prep")
    if token.lower_ in _CLOSE and dep == "prep":
        return lemma(token.head) in ("be", "get", "draw", "edge", "move", "inch")
    return word in _HOPEFUL and dep in ("acl", "prep", "xcomp", "relcl") and not is_verb(token)
