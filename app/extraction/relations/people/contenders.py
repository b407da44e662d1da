"""Who may get a post: "the front-runner is P", "a shortlist that includes P and Q", "has sounded out P"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.titles import CONTENDER, after_title, titles_at, with_titles
from app.model import Phase

_KIND = r"(?:candidates?|contenders?|front-?runners?|favou?rites?|finalists?|hopefuls?)"
_CONTENDS = {
    "is a candidate": (
        r"{P:p}(?:, (?:(?!{P}|who )[^,.;]){2,70})?,? (?:who )?(?:is|was|are|were|has been|remains|emerged as|"
        r"emerges as) (?:(?:seen|considered|regarded|viewed|thought|said|believed|tipped|mentioned) (?:as |to be )?)?"
        rf"(?:(?:the|a|an|one of the|among the|also|now|still|clear|strong|leading|likely|only|main|possible|internal|"
        rf"external|other) )*(?P<t>{_KIND})\b"
    ),
    "the candidate is": (
        rf"(?:^|[,;.:] )(?:(?:the|one|two|three|other|another|also|main|leading|likely|possible|among the|clear|only|"
        rf"current|early) )*(?P<t>{_KIND}|names) (?:(?:in the frame|on the list|mentioned|being discussed|going round|"
        r"for the (?:job|post|role)) )*(?:is|are|was|were|include|includes|included) {LEADIN}{P+:p}"
    ),
    "shortlist": (
        r"(?P<t>short-?list|list of (?:candidates|names|contenders))(?:(?!{P})[^.;]){0,60}? (?:is|are|includes?|"
        r"included|include|names?|with|featuring|of) {LEADIN}{P+:p}"
    ),
    "sounded out": r"(?P<t>sounded out|sounding out|sound out) {LEADIN}{P+:p}",
    "was sounded out": r"{P+:p},? (?:who )?(?:has|have|had|was|were) (?:been )?(?P<t>sounded out)",
    "is mentioned": (
        r"(?:^|[;.] )also (?P<t>mentioned|tipped|in the running|on the list) (?:is|are|was|were) {LEADIN}{P+:p}"
    ),
}
_JOB = re.compile(
    r"\b(?:job|post|role|position|chair|successors?|succeed|replace|replacement|chief executives?|chief|boss|president|"
    r"director|head|chairman|chairwoman|manager|editor|coach|vacancy)\b"
)
_POLL = re.compile(
    r"\b(?:elections?|party|parties|votes?|voters|polls?|mayor|parliament|senate|senator|minister|seats?)\b"
)


def contenders(scene: Scene) -> Iterator[Candidate]:
    """Those who are told to be in the running for a post, of a firm that is named there or spoken of."""
    for sentence in scene.sentences:
        if "P" not in sentence.letters:
            continue
        for _, found in find(sentence, _CONTENDS):
            about = " ".join(s.text for s in (*scene.previous(sentence, 2), sentence)).lower()
            if _JOB.search(about) and not _POLL.search(about):
                for person in found.mentions("p"):
                    yield from _post(sentence, found, person)


def _post(sentence: Sentence, found: Found, person: FoundMention) -> Iterator[Candidate]:
    titles = _wanted(sentence, found)
    firms = after_title(sentence, titles)[:1] if titles else []
    post = Candidate(
        "heldRole",
        CONTENDER,
        sentence,
        person,
        firms[0] if firms else None,
        found.trigger,
        Kind.EVENT,
        Phase.CONSIDERED,
        possible=True,
        needs_object=not firms,
        timed=False,
    )
    yield from with_titles(post, titles) if titles else (post,)


def _wanted(sentence: Sentence, found: Found) -> list[Detail]:
    """The title of "the favourite to become chairman", "for the job of chairman"."""
    after = sentence.passage.doc[found.trigger : sentence.end]
    for token in after:
        if token.lower_ in ("as", "become", "of", "for") and token.i + 1 < sentence.end:
            titles = titles_at(sentence, token.i + 1)
            if titles:
                return titles
    return []
