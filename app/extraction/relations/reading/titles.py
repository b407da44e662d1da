"""Titles as they stand in a sentence: "as deputy finance director", and the organisation that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import DEMONYMS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.frames import (
    Frame,
)
from app.extraction.relations.reading.lemmas import auxiliary, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.templates import compile_pattern
from app.extraction.relations.reading.words import TITLE_HEADS
from app.model import Phase, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


_TITLE = compile_pattern(
    r"(?:both )?(?:(?:the |a )?(?:new |[\w-]+ ){0,3}?(?:post|role|position|job|title|rank|office) of )?(?:the |its |"
    r"an? |{O}'s |"
    r"their |his |her |our |it's |the company's |the group's |the firm's )?{NEWLY}"
    r"(?P<title>{LONGTITLE}(?:(?:, | and | & |, and |/)(?:as )?(?:the |its |then |an? |his |her )?{LONGTITLE}){0,4})"
)
# After "as" any noun may tell what kind of manager or engineer.
_ANY_TITLE = compile_pattern(r"(?:the |its |an? |{O}'s )?{NEWLY}(?P<title>{ANYTITLE})")
_BESIDES = compile_pattern(r" ?{BESIDES} ?")
_SPLIT = re.compile(r"\s*(?:,? and | & |, |/)\s*(?:as )?(?:the |its |then |an? |his |her )?", re.IGNORECASE)
_TITLE_END = re.compile(rf"(?:^|[ -])(?:{TITLE_HEADS}|(?:co-)?founders?)(?: of .*| for .*)?$", re.IGNORECASE)
_FOUNDER = re.compile(r"(?:co-?)?founders?$", re.IGNORECASE)
# Who is called so works there, and holds no post.
STAFF = re.compile(r"\b(?:employees?|staffers?|workers?)$", re.IGNORECASE)
# Of a town, which is no organisation.
OF_TOWNS = re.compile(r"\bmayors?$", re.IGNORECASE)
# One is an adviser or an assistant "to" a firm.
_ADVISES = re.compile(
    r"\b(?:advis[eo]r|consultant|counsel|assistant|aide|ambassador|secretary|deputy|envoy)$", re.IGNORECASE
)
# Words that make a part of a coordination a title by itself.
STRONG = re.compile(
    r"chief|board member|president|chair|executive|ceo|cfo|cto|coo|head|boss|director|founder|treasurer|"
    r"counsel|officer|secretary|partner|governor|dean|principal|controller|editor|advis|manager|vp|md\b|spokes",
    re.IGNORECASE,
)


# The rule of "The chair is P": the seat is spoken of, and not the person.
SEAT = "role: seat"
# The rule of who may get a post: at none of the firms where somebody is already.
CONTENDER = "contender"
# The rule of "Q's successor as T, P" and "Q's deputy, P": a post where Q is or was.
BESIDE = "role: beside"


def split_titles(span: Span) -> list[Span]:
    """Each title of "chief executive and chairman"; "sales and marketing director" is one."""
    parts = [part for part in _SPLIT.split(span.text) if part]
    if len(parts) < 2 or not all(_TITLE_END.search(part) for part in parts):
        return [span]
    found: list[Span] = []
    position = 0
    for part in parts:
        start = span.text.index(part, position)
        position = start + len(part)
        found.append(Span(start=span.start + start, end=span.start + position, text=part))
    return [
        part for part, following in zip(found, [*found[1:], None], strict=True) if not _is_trade(span, part, following)
    ]


def _is_trade(whole: Span, part: Span, following: Span | None) -> bool:
    """Whether it is the first of "geologist, president of X": what somebody is, apart from what X has them as."""
    if (
        following is None
        or STRONG.search(part.text)
        or not (STRONG.search(following.text) or following.text[:1].isupper())
    ):
        return False
    return whole.text[part.end - whole.start : following.start - whole.start].strip() == ","


def with_titles(candidate: Candidate, titles: Sequence[Detail]) -> Iterator[Candidate]:
    """One claim for each title; being a founder is a claim of its own kind."""
    for title in map(bare_title, titles):
        if _FOUNDER.fullmatch(title.value.strip()):
            yield replace(
                candidate,
                relation="founded",
                rule="founder",
                kind=Kind.EVENT,
                phase=Phase.COMPLETED,
                presupposed=True,
                timed=False,
            )
        else:
            yield candidate.with_details(title=title)


_SEVERAL = re.compile(rf"(?:^|[ -])(?:{TITLE_HEADS})(?<=[a-rt-z]s)$", re.IGNORECASE)
# What only says when, or from where, somebody is what the title says.
_BESIDE_TITLES = re.compile(r"(?:current|then|present|visionary|/)\s+", re.IGNORECASE)


def bare_title(title: Detail) -> Detail:
    """The title without "current" and the like before it; each of "two managers" is a manager."""
    if _SEVERAL.search(title.value) and " of " not in title.value and title.span is not None:
        span = Span(start=title.span.start, end=title.span.end - 1, text=title.span.text[:-1])
        return bare_title(Detail(title.value[:-1], span))
    match = _BESIDE_TITLES.match(title.value)
    if match is None or title.span is None:
        return title
    span = Span(start=title.span.start + match.end(), end=title.span.end, text=title.span.text[match.end() :])
    return Detail(span.text, span)


def title_of(sentence: Sentence, frame: Frame) -> list[Detail]:
    """The titles after "as", "to" or straight after the person."""
    doc = sentence.passage.doc
    for role in ("as", "attr", "to"):
        for token in frame.get(role):
            if token.i > frame.trigger.i and (titles := titles_at(sentence, token.left_edge.i)):
                return titles
    # The parser's edges fail on long titles: read on from the first "as" or "to" after the verb.
    for token in doc[frame.trigger.i + 1 : min(sentence.end, frame.trigger.i + 14)]:
        if token.lower_ in ("as", "to", "became") and (titles := titles_at(sentence, token.i + 1)):
            return titles
        if token.text in (";", ":"):
            break
    return titles_at(sentence, frame.trigger.i + 1) if frame.passive else []


def titles_at(sentence: Sentence, token: int) -> list[Detail]:
    """The titles that start at a token: none, one, or those of a coordination."""
    doc = sentence.passage.doc
    if not sentence.start <= token < sentence.end:
        return []
    if doc[token].text == ",":
        token += 1
    # In the encoded line a name is no word, so no title runs over one.
    match = _TITLE.match(sentence.code, sentence.position_of(token))
    if match is None and doc[token - 1].lower_ == "as":
        match = _ANY_TITLE.match(sentence.code, sentence.position_of(token))
        # "Hired X as defence adviser": as likely a firm.
        match = None if match is not None and "advis" in match["title"].lower() else match
    if match is None:
        return []
    first, last = sentence.tokens_between(match.start("title"), _end_of(sentence, match))
    last = _before_another(sentence, first, last)
    if last == first + 1 and is_done(sentence, first):
        return []
    if last - first > 1 and doc[first].text in DEMONYMS and doc[first - 1].lower_ in ("a", "an"):
        first += 1
    last = widened(sentence, last)
    body = _committee_after(sentence, last)
    if body is None:
        return [Detail(part.text, part) for part in split_titles(sentence.raw(first, last))]
    # "chair of its audit committee" chairs no more than that; another's committee is not for us to place.
    *before, chair = split_titles(sentence.raw(first, last))
    end = sentence.raw(first, body)
    whole = Span(start=chair.start, end=end.end, text=end.text[chair.start - end.start :])
    parts = [*before, whole] if doc[last + 1].lower_ in ("its", "their") else before
    return [Detail(part.text, part) for part in parts]


def _before_another(sentence: Sentence, first: int, last: int) -> int:
    """Where titles end after which another's stands: "as finance director, chairman P said", "as T, the chair said"."""
    doc = sentence.passage.doc
    commas = [t.i for t in doc[first:last] if t.text == "," and doc[t.i + 1].lower_ != "and"]
    if not commas or last >= sentence.end:
        return last
    after = last + 1 if doc[last].text == "," and last + 1 < sentence.end else last
    mention = sentence.scene.mentions.at(sentence.passage.index, after)
    named = mention is not None and mention.start == after and sentence.scene.letter(mention) == "P"
    return commas[-1] if named or lemma(doc[last]) in _SPEAKING else last


_SPEAKING = words("say tell add write announce confirm comment note explain declare insist argue report reveal")
# Titles that are verbs as well.
_DOABLE = words("chair head lead captain partner coach pilot co-chair co-head co-lead chef engineer champion")
_BEFORE_VERBS = words("will would to shall may might can could should must 'll ’ll")
_NOUNS_BEGIN = words("DET NOUN PROPN ADJ PRON NUM")


def is_done(sentence: Sentence, title: int) -> bool:
    """Whether a title is a verb: "will chair the board", "to head X", "to lead pensions"; not "promoted to head of"."""
    doc = sentence.passage.doc
    if title <= sentence.start or doc[title].lower_ not in _DOABLE or doc[title - 1].lower_ not in _BEFORE_VERBS:
        return False
    return doc[title - 1].lower_ != "to" or (title + 1 < sentence.end and doc[title + 1].pos_ in _NOUNS_BEGIN)


def own_of(sentence: Sentence, first: int, last: int) -> int:
    """Where the titles start that a name right after them has.

    Of "hired Q as chief scientist, chief executive P said" P is chief executive alone.
    """
    doc = sentence.passage.doc
    before = [t.lower_ for t in doc[max(sentence.start, first - 3) : first]]
    commas = [t.i for t in doc[first:last] if t.text == ","]
    after = last + 1 if last + 1 < sentence.end and doc[last].text == "," else last
    if not commas or sentence.scene.mentions.at(sentence.passage.index, after) is None:
        return first
    # "Founder, chairman and chief executive P" is a list, unless it is what somebody is taken on as.
    listed = any(t.lower_ in ("and", "&") for t in doc[first:last])
    return commas[-1] + 1 if not listed or "as" in before or "be" in before else first


def _end_of(sentence: Sentence, match: re.Match[str]) -> int:
    """Where a title ends: in "chief executive of chip maker X" before what describes X."""
    described = _OF_DESCRIBED.search(match["title"])
    named = _ORGANIZATION.match(sentence.code, match.end("title"))
    return (
        match.start("title") + described.start() if described is not None and named is not None else match.end("title")
    )


_ORGANIZATION = compile_pattern(r" ?{O}")
_OF_DESCRIBED = re.compile(r"\s+(?:of|for|at)\s+(?:[a-z-]+\s+)*[a-z-]+$")


def widened(sentence: Sentence, last: int) -> int:
    """Where a title ends that a field with capitals goes on: "Professor of Innovation & Knowledge Exchange"."""
    doc, mentions = sentence.passage.doc, sentence.scene.mentions
    if last + 1 >= sentence.end or doc[last].text != "&" or not doc[last - 1].text[:1].isupper():
        return last
    end = last + 1
    while end < sentence.end and doc[end].text[:1].isupper() and mentions.at(sentence.passage.index, end) is None:
        end += 1
    return end if end > last + 1 and not _TITLE_END.search(doc[last + 1 : end].text) else last


def _committee_after(sentence: Sentence, token: int) -> int | None:
    """Where "of its audit committee" ends that starts at a token."""
    following = sentence.passage.doc[token : min(sentence.end, token + 8)]
    if len(following) < 3 or following[0].lower_ != "of":
        return None
    for word in following[2:]:
        if word.lower_ in ("committee", "council"):
            return word.i + 1
        if word.pos_ in ("PUNCT", "ADP", "VERB", "CCONJ"):
            return None
    return None


def after_title(sentence: Sentence, titles: Sequence[Detail]) -> list[FoundMention]:
    """The organisation right after titles, "president of X", or else right before them: "as X's president"."""
    return _after(sentence, titles) or _owner_before(sentence, titles)


def _owner_before(sentence: Sentence, titles: Sequence[Detail]) -> list[FoundMention]:
    span = titles[0].span if titles else None
    if span is None:
        return []
    doc, offset = sentence.passage.doc, sentence.passage.block.start
    first = next((t.i for t in sentence.tokens if offset + t.idx >= span.start), sentence.start)
    # "X's former finance chief", "X's new and first finance chief"
    mark = next((t.i for t in reversed(doc[max(sentence.start, first - 4) : first]) if t.tag_ == "POS"), None)
    if mark is None or any(t.pos_ not in ("ADJ", "ADV", "DET", "NUM", "CCONJ") for t in doc[mark + 1 : first]):
        return []
    return [m for m in sentence.mentions() if m.end in (mark, mark + 1) and sentence.scene.letter(m) == "O"][-1:]


def _after(sentence: Sentence, titles: Sequence[Detail]) -> list[FoundMention]:
    span = titles[-1].span if titles else None
    if span is None:
        return []
    doc = sentence.passage.doc
    end = next(
        (t.i for t in doc[sentence.start : sentence.end] if sentence.passage.block.start + t.idx >= span.end),
        sentence.end,
    )
    besides = _BESIDES.match(sentence.code, sentence.position_of(end)) if end < sentence.end else None
    end = sentence.token_at(besides.end()) if besides is not None and besides.group().strip() else end
    links = ("of", "at", "for", "with", "to") if _ADVISES.search(titles[-1].value) else ("of", "at", "for", "with")
    if end >= sentence.end or doc[end].lower_ not in links:
        return []
    near = [m for m in sentence.mentions() if end < m.start <= end + 9 and sentence.scene.letter(m) == "O"][:1]
    # "chairman of the Leeds scheduling start-up X": only what describes it stands between.
    if near and near[0].start > end + 5 and not _describes(doc[end + 1 : near[0].start]):
        return []
    return [*near, *_listed_after(sentence, near[0])] if near else []


def _describes(words: Words) -> bool:
    """Whether words only tell what kind of firm comes next."""
    return all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV") or t.text == "-" for t in words)


def _listed_after(sentence: Sentence, first: FoundMention) -> list[FoundMention]:
    """The further organisations of a list that ends in "and": "chairman of A, B and C"."""
    doc, scene = sentence.passage.doc, sentence.scene
    found: list[FoundMention] = []
    at, closed = first.end, False
    while at < sentence.end and not closed:
        if doc[at].text == "(":
            at = next((t.i + 1 for t in doc[at : min(at + 8, sentence.end)] if t.text == ")"), sentence.end)
            continue
        start = at
        while at < sentence.end and doc[at].lower_ in (",", "and", "the", "of"):
            closed = closed or doc[at].lower_ == "and"
            at += 1
        mention = scene.mentions.at(sentence.passage.index, at) if start < at < sentence.end else None
        if mention is None or mention.start != at or scene.letter(mention) != "O" or mention.end >= sentence.end:
            return []
        found.append(mention)
        at = mention.end
    return found if closed and doc[at].lower_ in (".", ",", ";", "(", "from", "until", "since", "in", "before") else []


def appointed(
    sentence: Sentence, person: FoundMention, organization: FoundMention | None, trigger: int, phase: Phase | None
) -> Candidate:
    """A post that somebody is given; no organisation where the sentence leaves it unsaid."""
    return Candidate(
        "heldRole",
        "appointed",
        sentence,
        person,
        organization,
        trigger,
        Kind.EVENT,
        phase=phase,
        needs_object=organization is None,
    )


def start_phase(verb: Token) -> Phase | None:
    """A new role has started, unless it is still to come."""
    helpers = {auxiliary(child) for child in verb.children if child.dep_ in ("aux", "auxpass")}
    coming = verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s"}  # "is joining the board"
    return None if coming or helpers & {"will", "would", "to", "may", "might", "could", "should"} else Phase.STARTED


def _before_place(sentence: Sentence, where: int) -> int:
    """Where the words end that "where" follows, without the town of "X in Paris, where"."""
    doc, scene = sentence.passage.doc, sentence.scene
    before = [m for m in sentence.mentions() if m.end <= where and where - m.end <= 2]
    town = before[-1] if before and scene.letter(before[-1]) == "L" else None
    told = town is not None and town.start > sentence.start and doc[town.start - 1].lower_ in ("in", "of")
    return town.start - 1 if town is not None and told else where


def where(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The organisation that "where" stands for: "X, where she had led the team"."""
    if not any(c.lower_ == "where" for c in verb.children) and not any(c.lower_ == "where" for c in verb.head.children):
        return []
    doc = sentence.passage.doc
    where = next((t.i for t in sentence.tokens if t.lower_ == "where" and t.i < verb.i), None)
    if where is None:
        return []
    reach = _before_place(sentence, where)
    return [
        m
        for m in sentence.mentions()
        if m.end <= where
        and reach - m.end <= 2
        and sentence.scene.letter(m) == "O"
        and doc[m.start - 1].lower_ not in ("near", "nearby", "around")
    ][-1:]
