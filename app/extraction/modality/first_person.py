"""Whom "we", "us" and "our" mean in a quotation: the organisation of its speaker, where the article names it.

"You" means it in the questions of an interview; "I" is the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from app.extraction.modality.attribution import Speakers
from app.extraction.modality.interviews import WE
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.affiliations import is_just_taken_up
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.model import Attribution, Phase, SourceKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_YOU = frozenset({"you", "your"})
_I = frozenset({"i", "me", "my"})
_UNREAL = frozenset({"would", "'d", "’d", "could", "might", "may", "should"})


def says_we(scene: Scene) -> bool:
    """Whether a "we" or "I" stands in the article that no mention covers yet."""
    return any(
        token.lower_ in WE | _I and scene.mentions.at(sentence.passage.index, token.i) is None
        for sentence in scene.sentences
        for token in sentence.tokens
    )


def _speaks_for(sentence: Sentence, speakers: Speakers) -> frozenset[str]:
    """The words of a sentence that can stand for the speaker's organisation."""
    interview = speakers.interview
    return _YOU if interview is not None and sentence.passage.index in interview.questions else WE


def first_person(scene: Scene, speakers: Speakers, roles: Callable[[], Iterable[Candidate]]) -> list[FoundMention]:
    """Mentions for "we", "us" and "our", tied to the speaker and to what ties the speaker to the organisation.

    `roles` are asked for only once somebody who is named says "we": to find them takes a while.
    """
    told = cache(lambda: list(roles()))
    homes = cache(lambda: _homes(scene, told()))
    new_at = cache(lambda: _new_at(scene, told()))
    organizations = {e.name: e.id for e in scene.mentions.entities.values()}
    people = {e.name: e.id for e in scene.mentions.entities.values() if e.type == "Person"}
    found: list[FoundMention] = []
    for sentence in scene.sentences:
        words = _speaks_for(sentence, speakers)
        for token in sentence.tokens:
            if scene.mentions.at(sentence.passage.index, token.i) is not None:
                continue
            if token.lower_ in _I and (own := _speaker(sentence, token.i, speakers, people)) is not None:
                found.append(own)
            if token.lower_ in words:
                home = _home(sentence, token.i, speakers, homes, new_at, organizations, scene)
                if home is not None:
                    found.append(
                        FoundMention(
                            sentence.passage.index, token.i, token.i + 1, home[0], MentionKind.PRONOUN, home[1]
                        )
                    )
    return found


def _homes(scene: Scene, roles: Iterable[Candidate]) -> Mapping[str, Mapping[str, tuple[Span, ...]]]:
    """The organisations that people have posts at, by the people's names, with what ties the one to the other."""
    homes: dict[str, dict[str, tuple[Span, ...]]] = {}
    for role in roles:
        if isinstance(role.object, FoundMention) and role.phase is not Phase.ENDED:
            ties = (*role.ties, scene.span_of(role.subject), scene.span_of(role.object))
            homes.setdefault(scene.mentions.entity(role.subject).name, {}).setdefault(role.object.entity, ties)
    return homes


def _new_at(scene: Scene, roles: Iterable[Candidate]) -> Mapping[str, set[str]]:
    """Where people have only just started, by their names."""
    found: dict[str, set[str]] = {}
    for role in roles:
        if is_just_taken_up(role):
            found.setdefault(scene.mentions.entity(role.subject).name, set()).add(role.object_entity)
    return found


def _is_of_past(token: Token) -> bool:
    """Whether a "we" or "our" stands in what is told as past: that was elsewhere for who has just changed firms."""
    for above in (token, *token.ancestors):
        if above.pos_ in ("VERB", "AUX") and above.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN"):
            return above.tag_ == "VBD" or any(c.lower_ in ("had", "was", "were", "did") for c in above.children)
    return False


def _speaker(sentence: Sentence, token: int, speakers: Speakers, people: dict[str, str]) -> FoundMention | None:
    """The person who says "I" in a quotation; nobody in "I would buy it", which tells no deed."""
    word = sentence.passage.doc[token]
    if any(t.lower_ in _UNREAL for t in (*word.head.children, *word.head.head.children) if t.dep_ == "aux"):
        return None
    sources = speakers.quoting(sentence, token)
    entity = people.get(sources[0].name or "") if len(sources) == 1 else None
    cue = _cue(sentence.scene, sources[0]) if entity is not None else None
    if entity is None or cue is None:
        return None
    return FoundMention(sentence.passage.index, token, token + 1, entity, MentionKind.PRONOUN, (cue,))


def _cue(scene: Scene, source: Attribution) -> Span | None:
    """Where the article names who speaks."""
    if source.start is None or not source.end:
        return None
    return Span(start=source.start, end=source.end, text=scene.document.article.text[source.start : source.end])


def _home(
    sentence: Sentence,
    token: int,
    speakers: Speakers,
    homes: Callable[[], Mapping[str, Mapping[str, tuple[Span, ...]]]],
    new_at: Callable[[], Mapping[str, set[str]]],
    organizations: dict[str, str],
    scene: Scene,
) -> tuple[str, tuple[Span, ...]] | None:
    sources = speakers.asked_or_quoted(sentence, token)
    if len(sources) != 1 or sources[0].kind is not SourceKind.NAMED or sources[0].name is None:
        return None
    source = sources[0]
    own = organizations.get(sources[0].name)
    cue = _cue(scene, source)
    known = homes().get(sources[0].name, {})
    if len(known) == 1:
        entity, ties = next(iter(known.items()))
        if entity in new_at().get(sources[0].name, ()) and _is_of_past(sentence.passage.doc[token]):
            return None
        return entity, (*ties, *([cue] if cue else []))
    if own is not None and scene.mentions.entities[own].type in ("Company", "Organization") and cue is not None:
        return own, (cue,)
    return None
