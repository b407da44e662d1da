"""The post spoken of just before: "who had held the role since 2015", "is doing the job for now"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.titles import BESIDE
from app.model import Phase

_THE_POST = (
    r"(?:the|that|this|the same|the vacant)(?: interim| top| new| acting)? (?:role|post|position|job|title|office)"
)
_HOLDING = {
    "holds": (
        r"{P:s},? (?:[^.;,]{3,40}, )?(?:who )?(?:is |was |has |had |have |will |to |been |also |still |now |currently |"
        r"previously |first |temporarily |'s )*(?P<t>held|holds|hold|holding|had|has|occupied|occupies|did|does|done|"
        rf"doing|filled|fills|filling|been in|remained in|served in) {_THE_POST}"
        r"(?! (?:of|at|for [\ue000][^T]|as|in [\ue000]))"
    ),
    "takes": (
        r"{P:s},? (?:[^.;,]{3,40}, )?(?:who )?(?:is |was |has |had |have |will |to |been |also |now |would "
        r")*(?P<t>took|takes|"
        r"take|taken|taking|assumed|assumes|assume|got|gets|accepted|started in|starts in|moves into|moved into|"
        r"stepped into|"
        rf"steps into|given|offered)(?: up| on| over)? {_THE_POST}(?! (?:of|at|as))"
    ),
}


def holders(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those who are said to have the post that the sentence, or the one before, has spoken of; and whom they follow."""
    # "P, for years her deputy, now has the job": hers.
    posts = [
        c
        for c in candidates
        if c.relation == "heldRole" and "title" in c.details and c.object_entity and c.rule != BESIDE
    ]
    if not posts:
        return
    for sentence in scene.sentences:
        for name, found in find(sentence, _HOLDING):
            post = _spoken_of(posts, sentence, found.trigger)
            if post is None or found.text("t") == "offered":
                continue
            for holder in found.mentions("s")[:1]:
                if holder.entity == post.subject.entity:
                    yield from _still(sentence, name, holder, found.trigger, post)
                    continue
                yield from _has(sentence, name, holder, found.trigger, post)


def _still(sentence: Sentence, name: str, holder: FoundMention, trigger: int, post: Candidate) -> Iterator[Candidate]:
    """As in "P, the treasurer, will go. She has been in the role since 2019": how long, where it is said."""
    has = {t.lower_ for t in sentence.passage.doc[max(sentence.start, trigger - 3) : trigger]} & {"has", "have"}
    dated = any(slot.letter == "T" and 0 < slot.start - trigger <= _NEAR for slot in sentence.slots)
    if name != "holds" or not has or not dated or post.phase not in (None, Phase.ONGOING) or post.negated:
        return
    yield from _has(sentence, name, holder, trigger, post)


_NEAR = 6


def _has(sentence: Sentence, name: str, holder: FoundMention, trigger: int, post: Candidate) -> Iterator[Candidate]:
    ties = () if post.sentence is sentence else (post.sentence.span,)
    role = replace(
        post,
        rule="served",
        sentence=sentence,
        subject=holder,
        trigger=trigger,
        kind=Kind.STATE if name == "holds" else Kind.EVENT,
        phase=None,
        presupposed=False,
        ties=(*post.ties, *ties),
        timed=True,
    )
    before = any(t.lower_ == "had" for t in sentence.passage.doc[max(sentence.start, trigger - 3) : trigger + 1])
    yield replace(role, phase=Phase.ENDED) if before and name == "holds" else role
    if before and name == "holds" and post.phase in (Phase.STARTED, Phase.PLANNED):
        yield replace(
            post,
            relation="succeeded",
            rule="took over",
            object=holder,
            kind=Kind.EVENT,
            details={},
            ties=(*post.ties, sentence.span),
            timed=False,
        )


def _spoken_of(posts: Sequence[Candidate], sentence: Sentence, before: int) -> Candidate | None:
    """The one post that this sentence before a token, or else the sentence before, tells of."""
    for back in (0, 1):
        near = [c for c in posts if sentence.index - c.sentence.index == back and (back or c.trigger < before)]
        kinds = {(c.details["title"].value.lower(), c.object_entity) for c in near}
        if near:
            return near[-1] if len(kinds) == 1 else None
    return None
