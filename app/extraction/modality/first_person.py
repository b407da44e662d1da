"""Whom "we", "us" and "our" mean in a quotation: the organisation of its speaker, where the article names it."""

from __future__ import annotations

from collections.abc import Iterable

from app.extraction.modality.attribution import Speakers
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.candidates import Candidate
from app.extraction.relations.sentences import Scene, Sentence
from app.model import Phase, SourceKind, Span

_WE = frozenset({"we", "us", "our", "ours"})


def says_we(scene: Scene) -> bool:
    """Whether a "we" stands in the article that no mention covers yet."""
    return any(
        token.lower_ in _WE and scene.mentions.at(sentence.passage.index, token.i) is None
        for sentence in scene.sentences
        for token in sentence.tokens
    )


def first_person(scene: Scene, speakers: Speakers, roles: Iterable[Candidate]) -> list[FoundMention]:
    """Mentions for "we", "us" and "our", tied to the speaker and to what ties the speaker to the organisation."""
    homes: dict[str, dict[str, tuple[Span, ...]]] = {}
    for role in roles:
        if isinstance(role.object, FoundMention) and role.phase is not Phase.ENDED:
            ties = (*role.ties, scene.span_of(role.subject), scene.span_of(role.object))
            homes.setdefault(scene.mentions.entity(role.subject).name, {}).setdefault(role.object.entity, ties)
    organizations = {e.name: e.id for e in scene.mentions.entities.values()}
    found: list[FoundMention] = []
    for sentence in scene.sentences:
        for token in sentence.tokens:
            if token.lower_ in _WE and scene.mentions.at(sentence.passage.index, token.i) is None:
                home = _home(sentence, token.i, speakers, homes, organizations, scene)
                if home is not None:
                    found.append(
                        FoundMention(
                            sentence.passage.index, token.i, token.i + 1, home[0], MentionKind.PRONOUN, home[1]
                        )
                    )
    return found


def _home(
    sentence: Sentence,
    token: int,
    speakers: Speakers,
    homes: dict[str, dict[str, tuple[Span, ...]]],
    organizations: dict[str, str],
    scene: Scene,
) -> tuple[str, tuple[Span, ...]] | None:
    sources = speakers.quoting(sentence, token)
    if len(sources) != 1 or sources[0].kind is not SourceKind.NAMED or sources[0].name is None:
        return None
    source = sources[0]
    own = organizations.get(sources[0].name)
    raw = scene.document.article.text
    cue = (
        Span(start=source.start, end=source.end, text=raw[source.start : source.end])
        if source.start is not None and source.end
        else None
    )
    known = homes.get(sources[0].name, {})
    if len(known) == 1:
        entity, ties = next(iter(known.items()))
        return entity, (*ties, *([cue] if cue else []))
    if own is not None and scene.mentions.entities[own].type in ("Company", "Organization") and cue is not None:
        return own, (cue,)
    return None
