"""Fills in the organisation that a sentence leaves unsaid: "she will step down", "Tsao is chief executive"."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from app.extraction.lexicon.speech_words import is_outlet
from app.extraction.mentions.salience import came_from
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.besides import whose
from app.extraction.relations.candidates import Candidate, Kind
from app.extraction.relations.frames import is_verb, lemma
from app.extraction.relations.patterns import Found, compile_pattern
from app.extraction.relations.public_posts import is_told_elsewhere
from app.extraction.relations.sentences import COMPANIES, Scene, Sentence
from app.extraction.relations.titles import BESIDE, SEAT
from app.extraction.relations.topics import named_company, paragraph_topic, tells_of_unknown
from app.model import Phase

_TENURES = frozenset({"heldRole", "memberOf", "joined", "founded"})
_TAKEN_UP = frozenset({"appointed", "joined as", "joined", "left for", "moved"})
# Rules whose roles are past because the person has left: the departure speaks of the same tenure.
_DEPARTED = frozenset({"responsible", "left role", "role: gone"})


def complete(candidates: list[Candidate], scene: Scene) -> list[Candidate]:
    """The candidates with the organisation filled in where the article gives exactly one, without those it gives none.

    The article ties person and organisation elsewhere, and those words become evidence.
    """
    known = _affiliations(candidates, scene)
    # Whoever joins from somewhere is named with the new title.
    left = {
        (c.subject.entity, c.sentence.index): c.object
        for c in candidates
        if c.relation == "left" and isinstance(c.object, FoundMention) and not c.negated and c.rule != "left for"
    }
    backing = {
        (c.subject.entity, c.object.entity)
        for c in candidates
        if c.relation in ("investedIn", "ownsStakeIn") and isinstance(c.object, FoundMention)
    }
    origins = {
        (c.subject.entity, c.object.entity)
        for c in candidates
        if c.relation == "left" and c.rule in ("left for", "moved") and isinstance(c.object, FoundMention)
    }
    stated = {c.sentence.index: set[str]() for c in candidates}
    for c in candidates:
        over = c.relation == "heldRole" and (c.phase is Phase.ENDED or _told_as_past(c))
        if c.relation in ("heldRole", "founded") and isinstance(c.object, FoundMention) and not over:
            stated[c.sentence.index].add(c.object.entity)
    waiting = [c for c in candidates if c.needs_object and c.object is None]
    filled: dict[int, Candidate] = {}
    # Roles first: what a title implies helps with what a departure leaves unsaid.
    for candidate in sorted(waiting, key=lambda c: (c.relation == "left", c.sentence.index, c.trigger)):
        whole = _fill(candidate, known, scene, left, backing, origins) or _beside(candidate, stated)
        if whole is not None:
            filled[id(candidate)] = whole
            if whole.relation in _TENURES:
                known.setdefault(whole.subject.entity, []).append(whole)
    unsaid = {id(c) for c in waiting}
    return [filled.get(id(c), c) for c in candidates if id(c) not in unsaid or id(c) in filled]


def _affiliations(candidates: Iterable[Candidate], scene: Scene) -> dict[str, list[Candidate]]:
    known: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.relation not in _TENURES or candidate.negated or not isinstance(candidate.object, FoundMention):
            continue
        if scene.type_of(candidate.object) != "Collective":
            known.setdefault(candidate.subject.entity, []).append(candidate)
    return known


def _fill(
    candidate: Candidate,
    known: dict[str, list[Candidate]],
    scene: Scene,
    left: dict[tuple[str, int], FoundMention],
    backing: Set[tuple[str, str]],
    origins: Set[tuple[str, str]],
) -> Candidate | None:
    if is_told_elsewhere(candidate):
        return None
    if candidate.rule == BESIDE:
        return _where_the_other_is(candidate, known, left, origins)
    ties = _ties(candidate, known, origins)
    entities = {c.object.entity for c in ties if isinstance(c.object, FoundMention)}
    if len(entities) == 1:
        nearest = min(ties, key=lambda c: (abs(c.sentence.index - candidate.sentence.index), c.sentence.index))
        if isinstance(nearest.object, FoundMention):
            return _with_object(candidate, nearest.object, nearest.sentence)
    if entities or (candidate.relation == "joined" and candidate.rule == "moved"):
        return None
    if candidate.relation == "left":
        announcer = _announcer(scene, candidate)
        told_by = _with_object(candidate, announcer, candidate.sentence) if announcer is not None else None
        return told_by or _last_held(candidate, known)
    if _owned_by_another(candidate) or tells_of_unknown(scene, candidate):
        return None
    told = _of_staff(candidate, known) or _left_from(candidate, left)
    if told is None and candidate.rule == "oversaw":
        return None
    focus = (
        told
        or named_company(scene, candidate)
        or paragraph_topic(scene, candidate, backing)
        or main_organization(scene, candidate.sentence, candidate.trigger)
        or _only_organization(scene, candidate)
        or _spoken_for(scene, candidate)
        or _topic(scene, candidate)
        or _opening_topic(scene, candidate)
    )
    # Who "joined from X" has the title elsewhere.
    if focus is not None and (candidate.subject.entity, focus[0].entity) in origins:
        return None
    if focus is None or (candidate.phase is not Phase.ENDED and focus[0].entity in _past_ties(candidate, known)):
        return None
    return _with_object(candidate, *focus)


def _where_the_other_is(
    candidate: Candidate,
    known: dict[str, list[Candidate]],
    left: dict[tuple[str, int], FoundMention],
    origins: Set[tuple[str, str]],
) -> Candidate | None:
    """For "Q's deputy, P": where Q is, or else was, if that is one organisation; a successor is where Q was."""
    other = whose(candidate)
    if other is None:
        return None
    ties = [c for c in known.get(other.entity, []) if c.sentence.index <= candidate.sentence.index]
    ties = [c for c in ties if (other.entity, c.object_entity) not in origins]
    present = [c for c in ties if c.phase is not Phase.ENDED and not _told_as_past(c)]
    places = [(c.object, c.sentence) for c in present or ties if isinstance(c.object, FoundMention)]
    gone = [m for (person, _), m in left.items() if person == other.entity]
    if gone and candidate.sentence.passage.doc[candidate.trigger].lower_ == "successor":
        places = []
    entities = {m.entity for m, _ in places} or {m.entity for m in gone}
    if len(entities) != 1:
        return None
    place, sentence = places[-1] if places else (gone[-1], candidate.sentence)
    return _with_object(candidate, place, sentence)


def _ties(candidate: Candidate, known: dict[str, list[Candidate]], origins: Set[tuple[str, str]]) -> list[Candidate]:
    """What ties the person to organisations where the candidate speaks."""
    if candidate.rule == SEAT:
        return _seats_before(candidate, known)
    ties = [c for c in known.get(candidate.subject.entity, []) if _usable(c, candidate)]
    if candidate.relation != "left":
        # Whoever came from somewhere has the post elsewhere.
        ties = [c for c in ties if (candidate.subject.entity, c.object_entity) not in origins]
    if candidate.rule == "appointed":
        # What is told of somebody afterwards is the post that is given up.
        ties = [c for c in ties if c.sentence.index <= candidate.sentence.index]
    return ties


def _seats_before(candidate: Candidate, known: dict[str, list[Candidate]]) -> list[Candidate]:
    """For "The chair is P": the posts that the sentence before has told that somebody else has."""
    return [
        c
        for ties in known.values()
        for c in ties
        if c.relation == "heldRole"
        and c.sentence.index == candidate.sentence.index - 1
        and c.subject.entity != candidate.subject.entity
        and c.phase is not Phase.ENDED
        and not _told_as_past(c)
    ]


def _last_held(candidate: Candidate, known: dict[str, list[Candidate]]) -> Candidate | None:
    """As in "P, X's former head of sales, will testify. He resigned in May": from the one firm where P is told of."""
    ties = known.get(candidate.subject.entity, [])
    near = [c for c in ties if c.presupposed and c.phase is Phase.ENDED and c.relation == "heldRole"]
    near = [c for c in near if 0 < candidate.sentence.index - c.sentence.index <= 2]
    one = len({c.object.entity for c in ties if isinstance(c.object, FoundMention)}) == 1
    if not near or not one or not isinstance(near[-1].object, FoundMention):
        return None
    return _with_object(candidate, near[-1].object, near[-1].sentence)


_REPORTS = compile_pattern(
    r"{P:s}(?:(?!{P})[^.;]){0,80}? (?:reports?|reported|reporting|answers?|answering) (?:directly )?to "
    r"(?:(?!{O}|{P})[^.;]){0,40}?{P:p}"
)


def _of_staff(candidate: Candidate, known: dict[str, list[Candidate]]) -> tuple[FoundMention, Sentence] | None:
    """The organisation of "the chief executive, P", to whom somebody reports: the one that this somebody is with."""
    sentence = candidate.sentence
    if candidate.relation != "heldRole":
        return None
    for match in _REPORTS.finditer(sentence.code):
        found = Found(sentence, match)
        if candidate.subject.entity not in {m.entity for m in found.mentions("p")}:
            continue
        ties = [
            c
            for m in found.mentions("s")
            for c in known.get(m.entity, [])
            if sentence.index - c.sentence.index in (0, 1) and c.phase is not Phase.ENDED and not _told_as_past(c)
        ]
        if len({c.object.entity for c in ties if isinstance(c.object, FoundMention)}) == 1:
            return next((c.object, c.sentence) for c in ties if isinstance(c.object, FoundMention))
    return None


def _left_from(candidate: Candidate, left: dict[tuple[str, int], FoundMention]) -> tuple[FoundMention, Sentence] | None:
    """The organisation of "P, the finance chief, is leaving X": the one that is left in the same sentence."""
    if (
        candidate.relation != "heldRole"
        or candidate.rule not in ("role: implied", "oversaw")
        or _said_former(candidate)
    ):
        return None
    organization = left.get((candidate.subject.entity, candidate.sentence.index))
    return (organization, candidate.sentence) if organization is not None else None


def _topic(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The organisation that this sentence up to a bare title, or else the one before, is about: its subject."""
    if candidate.relation not in ("heldRole", "founded") or candidate.sentence.is_heading:
        return None
    here = candidate.sentence
    if ";" in here.text:
        return None
    for sentence in (here, *scene.previous(here, 3 if candidate.relation == "heldRole" else 1)):
        firms = [m for m in _firms(scene, sentence) if sentence is not here or m.start < candidate.trigger]
        subjects = [m for m in firms if not m.others and _is_main_subject(sentence, m)]
        if not firms:
            continue
        # Named first, and of several in the title's own sentence none.
        alone = len({m.entity for m in firms}) == 1 or (sentence is not here and candidate.relation == "heldRole")
        one = len({m.entity for m in subjects}) == 1 and subjects[0] is firms[0] and alone
        return (subjects[0], sentence) if one and _is_told_of(scene, subjects[0], sentence) else None
    return None


_SPEAKS_FOR_ALL = frozenset(
    {
        "chief executive",
        "chief executive officer",
        "ceo",
        "chairman",
        "chairwoman",
        "chair",
        "managing director",
        "chief financial officer",
        "finance chief",
        "finance director",
        "cfo",
        "chief operating officer",
        "president",
    }
)


def _spoken_for(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The X of "Chief Executive P said X expected to grow": the only firm here, and the only one named just before."""
    title = candidate.details.get("title")
    here, doc = candidate.sentence, candidate.sentence.passage.doc
    if title is None or title.value.lower() not in _SPEAKS_FOR_ALL or not candidate.presupposed:
        return None
    says = doc[candidate.subject.start : candidate.subject.end].root.head
    firms = {m.entity: m for m in reversed(_firms(scene, here))}
    if lemma(says) not in _ANNOUNCING or len(firms) != 1 or candidate.subject.start > says.i:
        return None
    firm = next(iter(firms.values()))
    subject = doc[firm.start : firm.end].root
    said = subject.dep_ == "nsubj" and subject.head.dep_ == "ccomp" and subject.head.head == says
    before = next((s for s in scene.previous(here, 2) if _firms(scene, s)), None)
    known = before is not None and {m.entity for m in _firms(scene, before)} == {firm.entity}
    return (firm, here) if said and known and not firm.others else None


def _announcer(scene: Scene, candidate: Candidate) -> FoundMention | None:
    """The firm of "X said that P would leave": who announces it, if it is the only one that the sentence names."""
    firms = {m.entity: m for m in _firms(scene, candidate.sentence)}
    doc = candidate.sentence.passage.doc
    verb = doc[candidate.trigger]
    if len(firms) != 1 or verb.dep_ != "ccomp" or lemma(verb.head) not in _ANNOUNCING:
        return None
    firm = next(iter(firms.values()))
    # "The Dublin group told investors" may be known as the firm without a slot of its own.
    here = candidate.sentence
    spoken = scene.mentions.within(here.passage.index, here.start, here.end)
    subjects = [doc[m.start : m.end].root for m in spoken if m.entity == firm.entity and not m.others]
    told = any(subject.dep_ == "nsubj" and subject.head == verb.head for subject in subjects)
    return firm if told and not is_outlet(scene.mentions.entity(firm).name) else None


_ANNOUNCING = frozenset("say announce confirm disclose report state reveal tell".split())


def _opening_topic(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The organisation that a paragraph opens with, for a bare title of somebody whom the sentence is about.

    It must be the article's first and the only one of the opening, and no other may have been told of since.
    """
    here = candidate.sentence
    lone = " " not in scene.mentions.entity(candidate.subject).name  # as likely a firm
    if candidate.rule != "role: implied" or lone or here.is_heading or not _is_told(here, candidate.subject):
        return None
    opening = next((s for s in scene.sentences if not s.is_heading and _firms(scene, s)), None)
    if opening is None or opening.index > here.index or opening.passage is not here.passage:
        return None
    firms = [m for m in _firms(scene, opening) if opening is not here or m.start < candidate.trigger]
    if not firms or len({m.entity for m in firms}) != 1:
        return None
    for sentence in scene.sentences[opening.index + 1 : here.index + 1]:
        for mention in _firms(scene, sentence):
            if mention.entity != firms[0].entity and (_acts(sentence, mention) or _leads(sentence, mention)):
                return None
    return firms[0], opening


def _is_told(sentence: Sentence, person: FoundMention) -> bool:
    """Whether a sentence says of somebody what they did or said: "said P, the chair", "Chairman P resigned"."""
    root = sentence.passage.doc[person.start : person.end].root
    while root.dep_ in ("appos", "compound", "nmod", "conj") and root.head.i != root.i:
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass") and is_verb(root.head)


def _acts(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether an organisation is the subject of any clause."""
    root = sentence.passage.doc[mention.start : mention.end].root
    while root.dep_ in ("compound", "conj", "nmod") and root.head.i != root.i:
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass")


def _leads(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a sentence begins with an organisation: "For X it is the second blow"."""
    verb = next((t.i for t in sentence.tokens if is_verb(t) and t.dep_ in ("ROOT", "ccomp")), sentence.end)
    return mention.start < verb


def _firms(scene: Scene, sentence: Sentence) -> list[FoundMention]:
    return [m for m in sentence.mentions() if scene.type_of(m) in COMPANIES]


def _is_told_of(scene: Scene, topic: FoundMention, sentence: Sentence) -> bool:
    """Whether the article began with the organisation, or names it first of all."""
    for before in scene.sentences[: sentence.index]:
        firms = _firms(scene, before)
        if firms:
            return firms[0].entity == topic.entity
    return True


def _is_main_subject(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a sentence, or what it says that somebody said, is about it: "X has been sold", "X may move, P said"."""
    root = sentence.passage.doc[mention.start : mention.end].root
    if root.dep_ not in ("nsubj", "nsubjpass") or not is_verb(root.head):
        return False
    verb = root.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i)


def _past_ties(candidate: Candidate, known: dict[str, list[Candidate]]) -> set[str]:
    """The organisations that the person is told to have been with before: no bare title means one of those."""
    ties = [c for c in known.get(candidate.subject.entity, []) if c.relation in ("heldRole", "memberOf")]
    over = [c for c in ties if (c.phase is Phase.ENDED or _told_as_past(c)) and c.rule not in _DEPARTED]
    return {c.object.entity for c in over if isinstance(c.object, FoundMention)}


_OWNERS = ("its", "his", "her", "their", "your", "whose")
_OTHER_BODIES = tuple(
    [word]
    for word in """union fire police city town village county state party army church school club hospital league
    association""".split()
)


def _owned_by_another(candidate: Candidate) -> bool:
    """As in "Its managing director, P", where nothing says what "its" means: then it is not for us to say."""
    title = candidate.details.get("title")
    span = title.span if title is not None else None
    if candidate.rule == "founder":
        span = candidate.sentence.raw(candidate.trigger, candidate.trigger + 1)
    if span is None:
        return False
    sentence = candidate.sentence
    before = sentence.span.text[: max(0, span.start - sentence.span.start)].lower().split()
    # "After its loss, chief executive P": whose it is ends with the comma. A union's president is none of the firm.
    near = before[-3:]
    while any(word.endswith(",") or word == "as" for word in near):
        near = near[1:]  # nor does "her role as" say whose
    return any(word in _OWNERS or word.endswith(("'s", "’s")) for word in near) or before[-1:] in _OTHER_BODIES


def _beside(candidate: Candidate, stated: dict[int, set[str]]) -> Candidate | None:
    """The organisation that the rest of the sentence gives roles in: "X named A its president; B stays as adviser"."""
    organizations = stated[candidate.sentence.index]
    elsewhere = candidate.relation == "left" or candidate.rule == SEAT or _owned_by_another(candidate)
    elsewhere = elsewhere or is_told_elsewhere(candidate)
    if elsewhere or len(organizations) != 1:
        return None
    entity = next(iter(organizations))
    mention = next((m for m in candidate.sentence.mentions() if m.entity == entity), None)
    return replace(candidate, object=mention) if mention is not None else None


def _usable(tie: Candidate, candidate: Candidate) -> bool:
    """Whether an affiliation still stands where the candidate speaks."""
    gone = candidate.relation == "left" or candidate.rule == "left role"
    # "Its finance chief, P, has resigned": the bare title ends with the departure.
    if gone and tie.rule == "role: implied" and tie.sentence is candidate.sentence and not _said_former(tie):
        return True
    if tie.rule in ("member", "worked") and tie.sentence is candidate.sentence:
        return True
    # What one takes up afterwards is elsewhere: "P is leaving. She will join Y as its head".
    if candidate.relation == "left" and tie.sentence.index > candidate.sentence.index and tie.rule in _TAKEN_UP:
        return False
    # "P, who joined X in May, left on Friday": what was joined before; what is joined after leaving is another.
    if tie.relation == "joined" and gone and tie.sentence is candidate.sentence:
        verbs = [candidate.sentence.passage.doc[i] for i in (tie.trigger, candidate.trigger)]
        return verbs[0].dep_ == "relcl" and verbs[1].tag_ in ("VBD", "VBN") and verbs[0].i < verbs[1].i
    later = tie.sentence is candidate.sentence and tie.trigger > candidate.trigger
    later = later and (tie.phase is Phase.STARTED or tie.sentence.passage.doc[tie.trigger].tag_ == "VB")
    if candidate.relation == "left" and (tie.phase is Phase.PLANNED or later):
        return False
    if tie.phase is Phase.ENDED and tie.rule not in _DEPARTED:
        return False
    if _told_as_past(tie, plainly=not gone) and tie.rule not in _DEPARTED:
        return False
    # Nor does one leave what one goes on to found: "left in May to start X".
    if gone and tie.relation == "founded" and tie.sentence is candidate.sentence and tie.trigger > candidate.trigger:
        return False
    # One leaves what one has joined before, not what one joins next.
    if tie.relation == "joined":
        # "P, who joined X in May, has been appointed T".
        aside = tie.sentence is candidate.sentence and tie.trigger < candidate.trigger
        aside = aside and tie.sentence.passage.doc[tie.trigger].dep_ == "relcl"
        return (
            candidate.relation == "heldRole"
            and candidate.phase is not Phase.ENDED
            and (aside or tie.sentence.index < candidate.sentence.index)
        )
    return True


def _said_former(tie: Candidate) -> bool:
    """Whether a title is told to be a former one by a word before it."""
    title = tie.details.get("title")
    if title is None or title.span is None:
        return False
    before = tie.sentence.span.text[: max(0, title.span.start - tie.sentence.span.start)].lower().split()
    return bool({"former", "ex-", "previous", "past", "onetime", "then"} & set(before[-3:]))


_EARLIER = frozenset({"previously", "formerly", "earlier", "before", "recently", "once", "ex", "former", "then"})
_PAST = frozenset({"was", "were", "had", "did", "used"})


def _told_as_past(tie: Candidate, *, plainly: bool = True) -> bool:
    """Whether a lasting tie is told as over: "previously ran X" or, plainly, "led X". Its phase is read only later."""
    if tie.kind is not Kind.STATE or tie.presupposed:
        return False
    trigger = tie.sentence.passage.doc[tie.trigger]
    if plainly and trigger.dep_ == "xcomp" and trigger.head.lower_ == "used":
        return True
    if not is_verb(trigger) or any(child.lower_ in ("has", "have") for child in trigger.children):
        return any(child.lower_ in _EARLIER for child in trigger.children)
    nearby = {child.lower_ for child in trigger.children} | {trigger.lower_}
    if not plainly:
        return bool(nearby & _EARLIER)
    return trigger.tag_ == "VBD" or bool(nearby & (_EARLIER | _PAST))


def _with_object(candidate: Candidate, mention: FoundMention, sentence: Sentence) -> Candidate:
    if mention.entity == candidate.subject.entity:
        return candidate
    if sentence is candidate.sentence:
        return replace(candidate, object=mention)
    return replace(candidate, object=mention, ties=(*candidate.ties, sentence.span))


def main_organization(scene: Scene, sentence: Sentence, trigger: int) -> tuple[FoundMention, Sentence] | None:
    """The one organisation that a bare title can mean: the article's main one, named in or just before the sentence.

    It must be the one that the article's title or opening is about, and the last that was spoken of.
    """
    main = scene.main_company
    if main is None:
        return None
    for near in (sentence, *scene.previous(sentence, 6)):
        named = [m for m in near.mentions() if scene.mentions.entities[m.entity].type in COMPANIES]
        # "P, who came from X, will leave, chief executive Q said": nobody speaks for X.
        firms = {m.entity for m in named if not came_from(near.passage.doc[m.start : m.end].root)}
        # What the sentence before told of another firm may go on here.
        elsewhere = main not in firms and near.index == sentence.index - 1
        if firms - {main} and (near is sentence or elsewhere):
            return None
        for mention in near.mentions():
            # What stands after a title in its own sentence is met, bought or sued by its holder, not led.
            if mention.entity == main and (near is not sentence or mention.start < trigger):
                return mention, near
    return None


def _only_organization(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The organisation that a bare title means if the article has named no other up to there."""
    # A lone word with a title is as likely a firm: "the pension manager Acme".
    if candidate.relation != "heldRole" or " " not in scene.mentions.entity(candidate.subject).name:
        return None
    found: tuple[FoundMention, Sentence] | None = None
    for sentence in scene.sentences[: candidate.sentence.index + 1]:
        for mention in sentence.mentions():
            if sentence is candidate.sentence and mention.start >= candidate.trigger:
                continue
            kind = scene.mentions.entities[mention.entity].type
            named = kind in COMPANIES
            if mention.others or kind == "Collective" or (found and named and mention.entity != found[0].entity):
                return None
            if named:
                found = mention, sentence
    return None if found is not None and _is_in_passing(*found) else found


def _is_in_passing(mention: FoundMention, sentence: Sentence) -> bool:
    """Whether an article that began without a firm names one only as where somebody is: "P, a curator at X,"."""
    before = sentence.passage.doc[max(sentence.start, mention.start - 2) : mention.start]
    return sentence.index > 0 and any(token.lower_ in ("at", "from") for token in before)
