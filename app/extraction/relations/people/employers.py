"""What an article tells of a person and its firms that bears on which of them a post or a departure is at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import BODY_NOUNS
from app.extraction.lexicon.speech_words import SPOKESPEOPLE
from app.extraction.mentions.arguments import is_subject, verb_of
from app.extraction.mentions.possessors import head_of_clause, is_a_firm
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.affiliations import is_just_taken_up, past_ties, standing_ties, told_as_past
from app.extraction.relations.context.outsiders import bearers, is_of_life, is_outsider, leaves_another_body
from app.extraction.relations.context.public_posts import is_told_elsewhere
from app.extraction.relations.context.queries import FIRMS, Place, Query, places_in, told_of
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.titles import CONTENDER, SEAT
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Posts:
    """What an article tells of who is where: `left` by person and sentence, `backing` and `origins` in pairs.

    `backing` is who put money into whom, `origins` who came from where, `stated` where a sentence tells posts to be.
    """

    scene: Scene
    known: dict[str, list[Candidate]]
    left: dict[tuple[str, int], FoundMention]
    backing: Set[tuple[str, str]]
    origins: Set[tuple[str, str]]
    stated: Mapping[int, Set[str]]


def _in_details(candidate: Candidate) -> set[str]:
    """What is only part of a title or task, or where somebody comes from or goes: "who manages the Lyon plant"."""
    here = candidate.sentence
    spans = [(name, d.span) for name, d in candidate.details.items() if d.span is not None]
    elsewhere = {m.entity for m in here.scene.mentions if m.passage != here.passage.index}
    found = set()
    for mention in here.mentions():
        own = here.raw(mention.start, mention.end)
        within = {name for name, span in spans if span.start <= own.start and own.end <= span.end}
        if within & {"from", "destination"} or (within and mention.entity not in elsewhere):
            found.add(mention.entity)
    return found


def is_of_none(candidate: Candidate, scene: Scene) -> bool:
    """Whether what somebody has or leaves is told to be no firm's: a state's, a club's, that of "the local partner"."""
    return (
        is_told_elsewhere(candidate)
        or leaves_another_body(candidate)
        or _tells_of_unknown(scene, candidate)
        or _is_of_unknown(scene, candidate)
        or _is_of_body(candidate)
        or _has_the_say(candidate)
    )


def _has_the_say(candidate: Candidate) -> bool:
    """Whether "she was the boss" tells who has the say among two: that is a post only where a firm is named."""
    title = candidate.details.get("title")
    if title is None or title.value not in ("boss", "the boss", "leader", "the leader"):
        return False
    span, text = title.span, candidate.sentence.passage.text
    at = span.start - candidate.sentence.passage.block.start if span is not None else 0
    return candidate.rule == "role: implied" and text[:at].endswith(("the ", "the")) and not candidate.presupposed


def employer_sought(candidate: Candidate, posts: Posts) -> Query:
    """The query for the firm that a candidate leaves unsaid."""
    said: dict[str, list[str]] = {}
    where: dict[str, Place] = {}
    scene, person = posts.scene, candidate.subject.entity
    ties = [c for c in posts.known.get(person, []) if isinstance(c.object, FoundMention)]
    standing = [c for c in standing_ties(candidate, posts.known, posts.origins) if isinstance(c.object, FoundMention)]
    for tie in (*ties, *standing):
        if isinstance(tie.object, FoundMention):
            where.setdefault(tie.object.entity, (tie.object, tie.sentence))
    owned = _owned_by_another(candidate)
    held = {c.object_entity for c in standing}
    others = dict(_others(candidate, posts))
    own_firms = _described(candidate, scene)
    firms = {e for e in scene.counts if scene.mentions.entities[e].type in FIRMS} | where.keys()
    for firm in firms:
        own = [c for c in ties if c.object_entity == firm]
        features = said.setdefault(firm, [])
        features += _tied(candidate, own, {c.object_entity for c in ties} - {firm})
        features += _standing(firm, held)
        features += _known(candidate, firm, posts)
        features += (f"{name}={_among(firm, there)}" for name, there in others.items() if there)
        if own_firms:
            features.append(f"described as of={_among(firm, own_firms)}")
    return Query(
        slot=_slot(candidate),
        relation=candidate.relation,
        rule=candidate.rule,
        sentence=candidate.sentence,
        trigger=candidate.trigger,
        known=candidate.subject,
        manner="its" if owned else "bare" if candidate.presupposed else "told",
        barred={person, *_barred(candidate, firms, held, posts), *_in_details(candidate)},
        said=said,
        where=where,
        none=[*_for_none(candidate, len(held)), f"owned={owned}"],
    )


def _others(candidate: Candidate, posts: Posts) -> Iterator[tuple[str, Set[str]]]:
    """Where other people of the sentence, those who act in it, and those of the last are."""
    here, scene = candidate.sentence, posts.scene
    above = [here.passage.doc[candidate.trigger], *here.passage.doc[candidate.trigger].ancestors]
    acting, near = set[str](), set[str]()
    for mention in here.mentions():
        root = here.passage.doc[mention.start : mention.end].root
        if mention.entity != candidate.subject.entity and scene.letter(mention) == "P":
            at = _firms_of(mention.entity, posts)
            near |= at
            acting |= at if is_subject(root) and verb_of(root) in above else set()
    before = {m.entity for s in scene.previous(here) for m in s.mentions() if scene.letter(m) == "P"}
    yield "actor at", acting
    yield "other person at", near
    yield "last person at", {e for person in before - {candidate.subject.entity} for e in _firms_of(person, posts)}


def _firms_of(person: str, posts: Posts) -> set[str]:
    return {c.object_entity for c in posts.known.get(person, []) if c.phase is not Phase.ENDED} - {""}


def _described(candidate: Candidate, scene: Scene) -> set[str]:
    """Whose the person is said to be in the sentence: "X's founder, P", "its manager, P", "P, head of sales at X"."""
    here = candidate.sentence
    found = set[str]()
    for mention in here.mentions():
        if mention.entity != candidate.subject.entity:
            continue
        root = here.passage.doc[mention.start : mention.end].root
        nouns = [root, *(c for c in root.children if c.dep_ in ("appos", "compound", "nmod"))]
        nouns += [root.head] if root.dep_ in ("appos", "compound", "nmod") else []
        for noun in nouns:
            owners = [c for c in noun.children if c.dep_ == "poss"]
            owners += [t for c in noun.children if c.lower_ in ("of", "at") for t in c.children if t.dep_ == "pobj"]
            told = [scene.mentions.at(here.passage.index, owner.i) for owner in owners]
            found |= {m.entity for m in told if m is not None and scene.type_of(m) in FIRMS}
    return found


def _among(firm: str, firms: Set[str]) -> str:
    return "other" if firm not in firms else "this" if len(firms) == 1 else "also"


def _barred(candidate: Candidate, firms: Set[str], standing: Set[str], posts: Posts) -> Iterator[str]:
    """Where the person is told to have been before, to come from, to go, or to have to do with from outside only."""
    person = candidate.subject.entity
    if posts.scene.letter(candidate.subject) != "P":
        return
    ties = posts.known.get(person, [])
    known = {c.object_entity for c in ties}
    here = [c for c in ties if c.sentence is candidate.sentence]
    onward = {c.object_entity for c in here if c.relation in ("founded", "joined") and c.trigger > candidate.trigger}
    gone = candidate.relation == "left"
    past = past_ties(candidate, posts.known) if candidate.phase is not Phase.ENDED and not gone else set()
    past |= {f for f in firms if not gone and candidate.phase is not Phase.ENDED and (person, f) in posts.origins}
    # "P, the former treasurer of X, quit", "left to start X"; "The chair is P" of whom another post was told.
    told = onward if gone or candidate.phase is Phase.ENDED or candidate.rule == "left role" else set()
    told |= {c.object_entity for c in here} - standing if gone else set()
    told |= known - standing if candidate.rule == SEAT else set()
    told |= known if candidate.rule == CONTENDER else set()
    told |= {c.object_entity for c in here if _is_investor(c)} if candidate.rule == "joined as" else set()
    kind = _body_of(candidate)
    for firm in firms:
        if kind and kind not in posts.scene.mentions.entities[firm].name.lower():
            yield firm
        if firm in past | told or (firm not in known and is_outsider(posts.scene, person, firm)):
            yield firm
    yield from _only_told_about(candidate)
    yield from _named_in_passing(candidate)
    yield from _spoken_against(candidate, firms)
    yield from _not_left_again(candidate, firms, ties, posts.origins)


def _body_of(candidate: Candidate) -> str:
    """The trust of "the trust's director of estates, P", which is a body that is called so by its name."""
    owner = _before_title(candidate)[-1:]
    noun = owner[0].removesuffix("'s").removesuffix("’s") if owner else ""
    return noun if owner != [noun] and noun in _BODIES else ""


def _is_investor(tie: Candidate) -> bool:
    """Whether somebody is a partner, whose own board is not spoken of: "Its partner P joins the board"."""
    title = tie.details.get("title")
    return title is not None and title.value.lower().endswith(("partner", "investor", "principal"))


def _only_told_about(candidate: Candidate) -> Iterator[str]:
    """The X of "Chief executive P said X had ordered more" where the sentences before tell of others as well."""
    here, doc = candidate.sentence, candidate.sentence.passage.doc
    firms = [m for m, _ in places_in(here)]
    before = {m.entity for s in here.scene.previous(here, 2) for m, _ in places_in(s)}
    named = {m.entity for m in firms if m.start < candidate.trigger}
    for mention in firms:
        said = doc[mention.start : mention.end].root.head.dep_ == "ccomp"
        own = mention.entity == here.scene.main_company
        if candidate.presupposed and said and not own and mention.entity not in named and before - {mention.entity}:
            yield mention.entity


def _spoken_against(candidate: Candidate, firms: Set[str]) -> Iterator[str]:
    """All but those who make a statement, for "A spokeswoman, P, said": P speaks for none that it is only about."""
    title = candidate.details.get("title")
    if title is None or not title.value.lower().endswith(tuple(SPOKESPEOPLE)):
        return
    here = candidate.sentence
    quoted = max((t.i for t in here.tokens if t.text in _CLOSES and t.i < candidate.subject.start), default=-1)
    for sentence in (here, *here.scene.previous(here, 2)):
        # Of "'X is a good partner', said a spokeswoman, P" the quotation says nothing of whom P speaks for.
        speaking = {m.entity for m in told_of(sentence) if sentence is not here or m.start > quoted}
        if speaking:
            yield from firms - speaking
            return


_CLOSES = frozenset({'"', "”", "’", "»"})


def _not_left_again(
    candidate: Candidate, firms: Set[str], ties: Sequence[Candidate], origins: Set[tuple[str, str]]
) -> Iterator[str]:
    """Where somebody has only just started, for what was left before; all but where they came from, for "there"."""
    if candidate.relation == "left":
        verb = candidate.sentence.passage.doc[candidate.trigger]
        if verb.tag_ == "VBD":
            yield from (c.object_entity for c in ties if is_just_taken_up(c) and c.sentence is not candidate.sentence)
    elif _HAD_BEEN_THERE.search(candidate.sentence.span.text):
        yield from firms - {firm for person, firm in origins if person == candidate.subject.entity}


_HAD_BEEN_THERE = re.compile(
    r"\b(?:he|she|they|[A-Z]\w+) had (?:\w+ ){0,4}?there\b(?! (?:was|were|is|been|had))|"
    r"\b(?:his|her) \w+ years there\b"
)


# "Led the company up to its purchase by X", "until it was bought by X"
_BOUGHT_BY = re.compile(
    r"\b(?:until|till|up to|before|prior to|through)\b[^.;]{0,60}?\b(?:acquisition|acquired|bought|purchased?|"
    r"take-?over|taken over|sale|sold|merger|merged)\b[^.;,]{0,30}? (?:by|to|with|into) (?:the )?$"
)
# What a name only tells from others of its kind: "the old X warehouse", "until the X strike".
_KINDS_OF_THING = frozenset(
    """warehouse building tower house mansion theatre theater hall barn mill castle strike scandal affair crisis lawsuit
    trial riot election campaign war""".split()
)


def _named_in_passing(candidate: Candidate) -> Iterator[str]:
    """Who bought the firm in the end, where somebody died or studied, whose old warehouse the firm has moved into."""
    here, doc = candidate.sentence, candidate.sentence.passage.doc
    for mention, _ in places_in(here):
        if mention.passage != here.passage.index or mention.start < here.start:
            continue
        bought = _BOUGHT_BY.search(doc[here.start : mention.start].text_with_ws)
        after = doc[mention.end] if mention.end < here.end else None
        housed = after is not None and after.lower_ in _KINDS_OF_THING and after.is_lower
        # "Helping Hands, an Oahu charity": where it is
        housed = housed or (
            after is not None and after.is_lower and after.pos_ in ("NOUN", "ADJ") and _is_one(here, mention)
        )
        if housed or bought or is_of_life(here, mention):
            yield mention.entity


def _is_one(sentence: Sentence, mention: FoundMention) -> bool:
    return mention.start > sentence.start and sentence.passage.doc[mention.start - 1].lower_ in ("a", "an")


def _slot(candidate: Candidate) -> str:
    return "post" if candidate.relation in ("heldRole", "memberOf") else candidate.relation


def _tied(candidate: Candidate, own: list[Candidate], others: Set[str]) -> Iterator[str]:
    if not own:
        yield f"tied={'elsewhere' if others else 'nowhere'}"
        return
    yield f"tied={'also' if others else 'only'}"
    for tie in own:
        back = candidate.sentence.index - tie.sentence.index
        when = "here" if back == 0 else "after" if back < 0 else "just before" if back < 3 else "before"
        over = tie.phase is Phase.ENDED or told_as_past(tie)
        yield f"tie {when} over={over}"
        yield f"tie {tie.relation} {when} over={over}"
        yield f"tie by {tie.rule}"


def _standing(firm: str, standing: Set[str]) -> Iterator[str]:
    if standing:
        yield f"stands={'elsewhere' if firm not in standing else 'only' if len(standing) == 1 else 'also'}"


def _known(candidate: Candidate, firm: str, posts: Posts) -> Iterator[str]:
    """What is known of the firm and the person, or of the firm and others."""
    person, here = candidate.subject.entity, candidate.sentence.index
    if (person, firm) in posts.origins:
        yield "origin"
    if firm in past_ties(candidate, posts.known):
        yield "past"
    gone = posts.left.get((person, here))
    if gone is not None:
        yield f"left={'this' if gone.entity == firm else 'other'}"
    for back in (0, 1):
        stated = posts.stated.get(here - back, ())
        if stated:
            among = "other" if firm not in stated else "only" if len(stated) == 1 else "also"
            yield f"posts {back} back={among}"
    if any(one == firm for one, _ in posts.backing):
        yield "backs another"
    if any(other == firm for _, other in posts.backing):
        yield "backed"
    named = bearers(posts.scene, person)
    if named:
        yield f"bears name={firm in named}"


def _for_none(candidate: Candidate, standing: int) -> Iterator[str]:
    title = candidate.details.get("title")
    yield f"standing={min(standing, 2)}"
    yield f"presupposed={candidate.presupposed}"
    yield f"phase={candidate.phase}"
    if title is None:
        return
    yield f"title={title.value.lower().split()[-1]}"
    yield f"words of title={min(len(title.value.split()), 4)}"
    if title.span is not None:
        yield from (f"before title={word}" for word in _before_title(candidate)[-1:])


# Who is told of so is another than the firm that has been spoken of.
_OTHERS = frozenset("partner rival competitor buyer bidder seller supplier customer client contractor parent".split())


def _tells_of_unknown(scene: Scene, candidate: Candidate) -> bool:
    """Whether a sentence is about a firm that nobody could tell: "The local partner supplies the manager, P"."""
    sentence = candidate.sentence
    for token in sentence.passage.doc[sentence.start : candidate.trigger]:
        firm = token.dep_ in ("nsubj", "nsubjpass") and token.lemma_.lower() in _OTHERS
        if firm and scene.mentions.at(sentence.passage.index, token.i) is None and not _names(candidate, token):
            return True
    return False


def _is_of_unknown(scene: Scene, candidate: Candidate) -> bool:
    """Whether it is at a firm without a name: "bought the maker of lenses, which keeps its managing director, P"."""
    sentence, name = candidate.sentence, candidate.subject
    if name.passage != sentence.passage.index:
        return False
    for token in sentence.passage.doc[max(sentence.start, name.start - _FEW) : name.start]:
        head = head_of_clause(token)
        if head is not None and is_a_firm(head) and scene.mentions.at(sentence.passage.index, head.i) is None:
            return True
    return False


_FEW = 7


def _names(candidate: Candidate, token: Token) -> bool:
    """Whether a word only says what the person is: the partner of "Its partner P joins the board"."""
    return 0 <= candidate.subject.start - token.i <= _NEAR and any(
        token in (name.head, *name.children) or name.head == token.head or name.dep_ == "appos"
        for name in token.doc[candidate.subject.start : candidate.subject.end]
    )


_NEAR = 3
_BODIES = BODY_NOUNS | {"trust", "works"}
_OWNERS = ("its", "his", "her", "their", "your", "whose")
_OTHER_BODIES = frozenset(
    """union fire police city town village county state party army church school club hospital league
    association council federation chamber guild parliament senate""".split()
)


def _owned_by_another(candidate: Candidate) -> bool:
    """As in "Its managing director, P", where nothing says what "its" means."""
    near = _before_title(candidate)[-3:]
    # "After its loss, chief executive P": whose it is ends with the comma.
    while any(word.endswith(",") or word == "as" for word in near):
        near = near[1:]  # nor does "her role as" say whose
    return any(word in _OWNERS or word.endswith(("'s", "’s")) for word in near)


def _is_of_body(candidate: Candidate) -> bool:
    """Whether it is a union's or a council's: "works council chairwoman P"."""
    return not _OTHER_BODIES.isdisjoint(_before_title(candidate)[-1:])


def _before_title(candidate: Candidate) -> list[str]:
    """The words of the sentence before a title or "founder"."""
    title, sentence = candidate.details.get("title"), candidate.sentence
    span = title.span if title is not None else None
    if candidate.rule == "founder":
        span = sentence.raw(candidate.trigger, candidate.trigger + 1)
    return sentence.span.text[: max(0, span.start - sentence.span.start)].lower().split() if span is not None else []
