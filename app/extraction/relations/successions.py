"""Who came after whom in a post, and what that says of the one before: who is succeeded in a post has held it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.fillers import fillers
from app.extraction.relations.frames import Frame, is_verb, key_of, lemma, verb_frame
from app.extraction.relations.patterns import find
from app.extraction.relations.rules import first_filled, or_unsaid, words
from app.extraction.relations.sentences import Sentence
from app.extraction.relations.titles import after_title, appointed, start_phase, titles_at, with_titles
from app.model import Phase

_SUCCEED = words("succeed replace")
_CHOSEN = words("appoint name choose pick select elect tap hire promote nominate recruit designate")
_WENT = (
    r"(?:retired|resigned|left|quit|died|departed|stepped down|stood down|stepped aside|was (?:fired|sacked|ousted|"
    r"dismissed|removed|promoted|forced out|let go)|moved on|went)"
)
_TOOK = r"(?:takes?|took|taken|taking) (?:over|charge|the (?:helm|reins|job|post|role|chair))"
_FOLLOWED = {
    "since he went": (
        r"{P:s},? (?:who )?(?:is|was|has been|had been|became|becomes|has run|has led|has headed|took over|has "
        r"served|has "
        rf"acted|was named|was appointed)(?:(?!{{P}})[^.;]){{0,80}}? (?:since|when|after) {{P:o}} (?P<t>){_WENT}"
    ),
    "until she took over": (
        rf"{{P:o}}(?:(?!{{P}})[^.;]){{0,80}}? until (?:{{T}},? )?(?:when )?{{P:s}} (?P<t>{_TOOK}|succeeded|replaced)"
    ),
    "went and she took over": (
        rf"(?:when|after|since|before) {{P:o}} {_WENT}(?:(?!{{P}})[^.;]){{0,40}}?,? (?:and )?{{P:s}} (?P<t>{_TOOK})"
    ),
    "following his death": (
        r"{P:s},? (?:who )?(?:is|was|has been|had been|became|becomes|took over|was named|was appointed|will become|"
        r"takes over)"
        r"(?:(?!{P})[^.;]){0,80}?,? (?:after|following|on|upon) (?P<t>)(?:the (?:sudden |early )?(?:death|departure|"
        r"resignation|retirement|"
        r"exit|dismissal|sacking|ouster) of {P:o}|{P:q}'s (?:sudden |early )?(?:death|departure|resignation|"
        r"retirement|exit|dismissal|"
        r"sacking|ouster))"
    ),
    "his successor": (
        r"{P:s},? (?:who (?:is|was|became) |is |was |became )?{P:o}'s (?P<t>successor)(?= as | at | in |,|\.| and )"
    ),
    "in his place": (
        r"{P:s},? (?:[^.;,]{0,40}, )?(?:who )?(?P<t>was|has been|had been|is|will be|is to be) (?:named|appointed|"
        r"elected|"
        r"chosen|hired|picked|promoted|brought in)(?: (?:(?!{P})[^.;,]){0,40}?)? (?:in|to|to fill|to take) {P:o}'s "
        r"(?:place|stead|seat|post|position|role|job)"
    ),
    "takes his seat": (
        r"{P:s},? (?:who )?(?:has |had |will |is to |to )*(?P<t>takes?|took|taken|fills?|filled|assumes?|assumed|"
        r"inherits?|"
        r"inherited) (?:up |over )?(?:the (?:seat|place|post|role|job|chair|position|duties) of {P:o}|{P:q}'s (?:old "
        r"|former )?"
        r"(?:seat|place|post|role|job|chair|position|duties))"
    ),
    "gives way to": (
        r"{P:o},? (?:who )?(?:(?!{P})[^.;]){0,60}?(?:is|was|will be|has been|to be|being) (?P<t>succeeded|replaced|"
        r"followed)"
        r"(?: in (?:the|that) (?:post|role|job|position))? by {P:s}"
    ),
    "handed over as": (
        r"{P:o} (?:[\w-]+ ){0,3}?(?P<t>followed) (?:in (?:the )?(?:job|post|role) )?by (?:[\w-]+ ){0,4}?{P:s}"
    ),
    "looks for a successor": (
        r"{P:s} (?:as|to be) (?:its |the |an? )?(?P<t>interim|acting)(?:(?!{P})[^.;]){0,120}? (?:permanent "
        r")?(?:successor "
        r"to|replacement for) {P:o}"
    ),
}
# Posts that one gives up without a word on which: "will take over as chief executive" after "will step down".
_TOP = (
    "chief executive",
    "ceo",
    "chief executive officer",
    "managing director",
    "president",
    "chairman",
    "chair",
    "head",
)
_INTERIM = frozenset("acting interim new next permanent group co co-".split())


def successions(sentence: Sentence) -> Iterator[Candidate]:
    """The successions that a sentence tells, and the posts that "succeed Q as T" gives to both."""
    for _, found in find(sentence, _FOLLOWED):
        for subject in found.mentions("s")[-1:]:
            for obj in (found.mentions("o") or found.mentions("q"))[:1]:
                if subject.entity != obj.entity:
                    yield Candidate("succeeded", "took over", sentence, subject, obj, found.trigger)
    for token in sentence.words:
        if is_verb(token) and lemma(token) in _SUCCEED:
            yield from _in_post(sentence, verb_frame(token).trigger.i)


def _in_post(sentence: Sentence, verb: int) -> Iterator[Candidate]:
    """As in "P will succeed Q as T of X", "P succeeds Q as T": P takes the post."""
    doc = sentence.passage.doc
    frame = verb_frame(doc[verb])
    # "Named P to succeed Q as T": that P is named says it.
    told = doc[verb].tag_ == "VB" and doc[verb].dep_ in ("xcomp", "advcl", "acl") and lemma(doc[verb].head) in _CHOSEN
    if told:
        return
    people = _by_whom(sentence, frame) if frame.passive else first_filled(sentence, frame, ("agent",), "P")
    before = first_filled(sentence, frame, ("patient",), "P", skip=people)
    # "Succeeded her father as T": of him no more is known.
    kin = [t.i + 1 for t in frame.get("patient") if any(c.dep_ == "poss" for c in t.children)]
    after = verb + 1 if frame.passive else before[-1].end if before else kin[0] if kin else None
    if not people or after is None or (frame.passive and not before):
        return
    titles: list[Detail] = []
    for token in doc[after : min(sentence.end, after + 8)]:
        if token.lower_ == "as":
            titles = titles_at(sentence, token.i + 1)
            break
        if token.text in (";", ":") or is_verb(token):
            break
    if not titles:
        return
    for person in people[:1]:
        for organization in or_unsaid(after_title(sentence, titles)):
            role = appointed(sentence, person, organization, verb, start_phase(doc[verb]))
            yield from with_titles(role, titles)
            if frame.passive and organization is None:
                gone = replace(role, rule="left role", subject=before[0], kind=Kind.STATE, phase=_gone(role))
                yield from with_titles(gone, titles)


def _by_whom(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """Who replaces somebody; "by P" may hang on the title in "was replaced as chairman by P"."""
    titled = [t for title in frame.get("as") for p in title.children if p.lower_ == "by" for t in p.children]
    return first_filled(sentence, frame, ("by",), "P") or fillers(sentence.scene, sentence.passage.index, titled, "P")


def _gone(role: Candidate) -> Phase:
    """How far a predecessor's post has come by the successor's."""
    return Phase.ENDED if role.phase is Phase.STARTED else Phase.ONGOING


def predecessors(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The posts of those who are succeeded: the one that the successor is given in that sentence, or has had before."""
    held = {(c.subject.entity, c.object_entity) for c in candidates if c.relation == "heldRole"}
    for succession in candidates:
        if succession.relation != "succeeded" or succession.negated or not isinstance(succession.object, FoundMention):
            continue
        post = _post_of(succession, candidates)
        if post is None or (succession.object.entity, post.object_entity) in held:
            continue
        held.add((succession.object.entity, post.object_entity))
        verb = succession.sentence.passage.doc[succession.trigger]
        gone = not is_verb(verb) or start_phase(verb) is Phase.STARTED
        ties = () if post.sentence is succession.sentence else (post.sentence.span,)
        yield Candidate(
            "heldRole",
            "left role",
            succession.sentence,
            succession.object,
            post.object,
            succession.trigger,
            Kind.STATE,
            phase=Phase.ENDED if gone and succession.phase is not Phase.PLANNED else Phase.ONGOING,
            presupposed=True,
            timed=False,
            details={"title": post.details["title"]} if "title" in post.details else {},
            ties=ties,
        )


def successors(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The posts of those who succeed somebody, where no other is told: the one that the predecessor is told to have."""
    held = {(c.subject.entity, c.object_entity) for c in candidates if c.relation == "heldRole"}
    for succession in candidates:
        if succession.relation != "succeeded" or succession.negated or not isinstance(succession.object, FoundMention):
            continue
        near = [
            c
            for c in candidates
            if c.relation == "heldRole"
            and c.subject.entity == succession.object.entity
            and isinstance(c.object, FoundMention)
            and 0 <= succession.sentence.index - c.sentence.index <= 1
            and not _went_to(c, candidates)
        ]
        if len({c.object_entity for c in near}) != 1 or (succession.subject.entity, near[-1].object_entity) in held:
            continue
        if any(
            c.relation == "heldRole"
            and c.subject.entity == succession.subject.entity
            and c.sentence is succession.sentence
            and c.phase in (Phase.STARTED, Phase.PLANNED)
            for c in candidates
        ):
            continue
        post = near[-1]
        if _is_elsewhere(succession, post, candidates):
            continue
        held.add((succession.subject.entity, post.object_entity))
        yield replace(
            succession,
            relation="heldRole",
            rule="joined as",
            object=post.object,
            details={"title": post.details["title"]} if "title" in post.details else {},
            ties=(*succession.ties, *(() if post.sentence is succession.sentence else (post.sentence.span,))),
        )


def _is_elsewhere(succession: Candidate, post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a successor was told before to have a post somewhere else, so that whose post is meant is unclear."""
    return any(
        c.relation == "heldRole"
        and c.subject.entity == succession.subject.entity
        and c.sentence.index < succession.sentence.index
        and isinstance(c.object, FoundMention)
        and c.object_entity != post.object_entity
        and c.phase is not Phase.ENDED
        and not _came_from(c, candidates)
        for c in candidates
    )


def _went_to(post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it is where a predecessor has gone: "Q has joined Y as T. His successor, P," succeeds Q elsewhere."""
    return any(
        c.relation == "joined"
        and not c.needs_object  # "came from Z" says where P was
        and c.subject.entity == post.subject.entity
        and c.sentence is post.sentence
        and c.object_entity == post.object_entity
        for c in candidates
    )


def _post_of(succession: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The one post that a successor has in the sentence of the succession, else in the one before."""
    left = {
        c.object_entity for c in candidates if c.relation == "left" and c.subject.entity == succession.subject.entity
    }
    posts = [
        c
        for c in candidates
        if c.relation == "heldRole"
        and c.subject.entity == succession.subject.entity
        and isinstance(c.object, FoundMention)
        and c.phase is not Phase.ENDED
        and not c.negated
        and c.object_entity not in left
        and not _had_before(c, succession)
        and not _is_left_behind(succession, c)
    ]
    for back in (0, 1):
        near = [c for c in posts if succession.sentence.index - c.sentence.index == back]
        if near:
            return near[-1] if len({c.object_entity for c in near}) == 1 else None
    return None


def _came_from(post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it is where a successor comes from: "P came from X, where she ran sales. She replaced Q"."""
    return any(
        c.relation == "left"
        and c.rule in ("left for", "moved")
        and c.subject.entity == post.subject.entity
        and c.object_entity == post.object_entity
        for c in candidates
    )


def _had_before(post: Candidate, succession: Candidate) -> bool:
    """Whether it tells where somebody comes from: "Q will be succeeded by P, a partner at Y"."""
    return post.sentence is succession.sentence and post.kind is Kind.STATE and post.trigger > succession.trigger


def _is_left_behind(succession: Candidate, post: Candidate) -> bool:
    """Whether it is the post from which a successor comes: "P, X's head of sales, is to replace Q".

    "Its next chief executive, P, will replace Q" tells of the one to come.
    """
    verb, doc = succession.sentence.passage.doc[succession.trigger], post.sentence.passage.doc
    coming = is_verb(verb) and verb.tag_ in ("VBZ", "VB", "VBG")
    if not coming or post.kind is not Kind.STATE or post.phase in (Phase.STARTED, Phase.PLANNED):
        return False
    near = {t.lower_ for t in doc[max(0, post.trigger - 3) : post.trigger]}
    aside = post.presupposed and post.sentence is succession.sentence and post.rule == "role: own"
    to_come = verb.tag_ == "VB" and not near & {"new", "next", "incoming", "future", "designated"}
    return bool(near & {"currently", "now", "presently"}) or (aside and to_come)


def recruited(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "P was hired from Y", "X has hired P; she comes from Y": X has taken P from Y."""
    known = {(c.subject.entity, c.object_entity) for c in candidates if c.relation == "recruitedFrom"}
    hired = [c for c in candidates if c.rule == "hired away" and isinstance(c.object, FoundMention) and not c.negated]
    for join in hired:
        yield from _lured(join, candidates)
        for left in candidates:
            if left.rule != "left for" or left.relation != "left" or left.subject.entity != join.subject.entity:
                continue
            if not 0 <= left.sentence.index - join.sentence.index <= 1 or not isinstance(join.object, FoundMention):
                continue
            if (join.object.entity, left.object_entity) not in known and join.object.entity != left.object_entity:
                known.add((join.object.entity, left.object_entity))
                ties = (*join.ties, *(() if left.sentence is join.sentence else (join.sentence.span,)))
                yield replace(
                    left,
                    relation="recruitedFrom",
                    rule="hired",
                    subject=join.object,
                    details={},
                    ties=ties,
                    timed=False,
                )


_LURED = words("poach lure headhunt entice pinch nab hire_away lure_away")


def _lured(join: Candidate, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "X poached P, the sales chief of Y": P has left Y, and X has taken P from there."""
    verb = join.sentence.passage.doc[join.trigger]
    told = any(c.relation == "left" and c.subject.entity == join.subject.entity for c in candidates)
    posts = [
        c
        for c in candidates
        if c.relation == "heldRole"
        and c.subject.entity == join.subject.entity
        and c.sentence is join.sentence
        and c.rule.startswith("role:")
        and isinstance(c.object, FoundMention)
        and c.object_entity != join.object_entity
    ]
    if told or not {lemma(verb), key_of(verb)} & _LURED or len({c.object_entity for c in posts}) != 1:
        return
    left = replace(
        join, relation="left", rule="left for", object=posts[0].object, details={"manner": Detail("moved")}, timed=False
    )
    yield left
    if isinstance(join.object, FoundMention):
        yield replace(left, relation="recruitedFrom", rule="hired", subject=join.object, details={})


def taken_over(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """As in "P will step down. Q will take over as chief executive": who gets a post that another has just left."""
    known = {c.subject.entity for c in candidates if c.relation == "succeeded"}
    for post in candidates:
        if post.relation != "heldRole" or post.subject.entity in known or not _starts(post):
            continue
        before = {c.subject.entity: c.subject for c in candidates if _leaves(c, post, candidates)}
        if len(before) == 1:
            known.add(post.subject.entity)
            ties = tuple({c.sentence.span for c in candidates if _leaves(c, post, candidates)} - {post.sentence.span})
            yield replace(
                post,
                relation="succeeded",
                rule="took over",
                object=next(iter(before.values())),
                kind=Kind.EVENT,
                details={},
                ties=(*post.ties, *ties),
                timed=False,
            )


def _starts(post: Candidate) -> bool:
    return post.rule in ("appointed", "role: implied", "role: own") and post.phase in (Phase.STARTED, Phase.PLANNED)


def _leaves(gone: Candidate, post: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether somebody else is told, here or in the sentence before, to give up or to have had until now a post."""
    if (
        gone.relation != "heldRole"
        or gone.subject.entity == post.subject.entity
        or gone.object_entity != post.object_entity
    ):
        return False
    if not 0 <= post.sentence.index - gone.sentence.index <= 1 or gone.negated or _starts(gone):
        return False
    goes = gone.rule in ("left role", "role: gone") or any(
        c.relation == "left" and c.subject.entity == gone.subject.entity and c.sentence is gone.sentence
        for c in candidates
    )
    title = _title(post)
    return goes and (_title(gone) == title or ("title" not in gone.details and title in _TOP))


def _title(post: Candidate) -> str:
    title = post.details.get("title")
    return " ".join(w for w in title.value.lower().split() if w not in _INTERIM) if title is not None else ""
