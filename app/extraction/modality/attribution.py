"""Who says it: the author, a party on the record, unnamed sources, another outlet's report.

A speech act is a verb of saying with its speaker, or "according to". It reaches what it has as its content: the
clause below it, a quotation beside it. What a clause presupposes stays the author's, unless it is said between
quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.speech_words import (
    CLAUSE_ONLY,
    DENYING_SPEECH,
    IT_IS_SAID,
    PARTIES,
    RECORDS,
    REPORT_NOUNS,
    REPORTEDLY,
    SAYING,
    SPEAKERS,
    TELLING,
    is_outlet,
)
from app.extraction.lexicon.tables import words
from app.extraction.lexicon.turning_words import PRESUPPOSING_MARKS
from app.extraction.modality.climbing import climb, is_content
from app.extraction.modality.hearsay import Vouched, phrases_about
from app.extraction.modality.interviews import find_interview
from app.extraction.modality.quotations import Quote, find_quotes
from app.extraction.parsing.passages import FoundMention, MentionKind, Passage
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.sentences import COMPANIES, Scene, Sentence
from app.extraction.relations.reading.subjects import is_passive, subjects_of
from app.model import AUTHOR, Attribution, SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token


class Speakers:
    """The speech acts of an article, found once a passage."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._quotes: dict[int, list[Quote]] = {}
        self._quoted_by: dict[tuple[int, int], tuple[Attribution, ...]] = {}
        self.interview = find_interview(scene)

    def attribute(self, candidate: Candidate) -> tuple[Attribution, ...]:
        """Who says what a candidate says; the author if nobody else does."""
        sentence, doc = candidate.sentence, candidate.sentence.passage.doc
        trigger = doc[candidate.trigger]
        found: list[Attribution] = [s for m in candidate.said_by if (s := self._named(sentence, m)) is not None]
        if found:
            return tuple(found)
        quote = self._quote_at(sentence.passage, candidate.trigger)
        if quote is not None:
            found.extend(self._speaker_of_quote(sentence, quote))
        if not candidate.presupposed and not _taken_for_granted(trigger):
            found.extend(self._above(candidate, trigger))
            found.extend(self._according(sentence, candidate.trigger))
            if not found:
                found.extend(self._aside(sentence, candidate.trigger))
            found.extend(self._hearsay(candidate, trigger))
        found = [part for source in found for part in self._each_party(candidate, source)]
        unique = {(a.kind, a.name): a for a in found}
        return tuple(sorted(unique.values(), key=lambda a: (a.start or 0, a.name or ""))) or (AUTHOR,)

    def _each_party(self, candidate: Candidate, source: Attribution) -> list[Attribution]:
        """The source; of "the two said", where it is told of two firms, each of them."""
        words = self._scene.document.article.text[source.start or 0 : source.end or 0]
        sides = (candidate.subject, candidate.object)
        if not isinstance(candidate.object, FoundMention) or not _BOTH.fullmatch(words):
            return [source]
        parties = [self._scene.mentions.entity(s) for s in sides if isinstance(s, FoundMention)]
        names = [party.name for party in parties if party.type in COMPANIES]
        known = source.name in (None, words, *names)
        return (
            [source.model_copy(update={"kind": SourceKind.NAMED, "name": name}) for name in names]
            if known and len(set(names)) > 1
            else [source]
        )

    def quoting(self, sentence: Sentence, token: int) -> tuple[Attribution, ...]:
        """Who speaks the quotation that a token stands in; nobody outside one."""
        quote = self._quote_at(sentence.passage, token)
        return self._speaker_of_quote(sentence, quote) if quote is not None else ()

    def asked_or_quoted(self, sentence: Sentence, token: int) -> tuple[Attribution, ...]:
        """Who speaks the quotation that a token stands in, or is asked the question."""
        asked = self.interview is not None and sentence.passage.index in self.interview.questions
        return self._interviewed() if asked else self.quoting(sentence, token)

    def first_named(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """The first person or organisation that a sentence names; nobody if it names none."""
        named = (self._named(sentence, mention) for mention in sentence.mentions())
        return next(((source,) for source in named if source is not None), ())

    def _interviewed(self) -> tuple[Attribution, ...]:
        if self.interview is None:
            return ()
        person = self.interview.person
        span, name = self._scene.span_of(person), self._scene.mentions.entity(person).name
        return (Attribution(kind=SourceKind.NAMED, name=name, start=span.start, end=span.end),)

    # --- by syntax ---------------------------------------------------------------------------------------------------

    def _above(self, candidate: Candidate, trigger: Token) -> Iterator[Attribution]:
        sentence = candidate.sentence
        for step in climb(trigger):
            token, below = step.token, step.below
            if below is None:
                # Who "dismissed" somebody did it, and said nothing.
                if is_verb(token) and lemma(token) in DENYING_SPEECH and candidate.relation != "left":
                    yield from self.speakers(sentence, token)
                continue
            if (
                not is_verb(token)
                or lemma(token) not in SAYING
                or below.dep_ in ("nsubj", "nsubjpass", "conj", "prep", "advcl")
            ):
                continue
            sources = self.speakers(sentence, token)
            if below.dep_ not in ("ccomp", "parataxis") and lemma(token) in CLAUSE_ONLY:
                # "sources report disagreements" is hearsay; "the company reported a loss" is a deed.
                sources = [source for source in sources if source.kind is not SourceKind.NAMED]
            if lemma(token) == "report" and below.dep_ == "ccomp":
                sources = [self._as_report(candidate, source) for source in sources]
            yield from sources

    def _as_report(self, candidate: Candidate, source: Attribution) -> Attribution:
        """What an organisation "reported" of others: it is an outlet, whatever it is called."""
        sides = (candidate.subject, *((candidate.object,) if isinstance(candidate.object, FoundMention) else ()))
        entities = [self._scene.mentions.entity(side) for side in sides]
        of_itself = any(source.name in (e.name, *e.aliases) for e in entities)
        known = [e for e in self._scene.mentions.entities.values() if e.name == source.name]
        firm = source.kind is SourceKind.NAMED and any(e.type in COMPANIES for e in known)
        return source.model_copy(update={"kind": SourceKind.REPORT}) if firm and not of_itself else source

    def speakers(self, sentence: Sentence, verb: Token) -> list[Attribution]:
        """Who a verb of saying is said by."""
        if is_passive(verb):
            tokens = verb_frame(verb).get("by")
            if not tokens and lemma(verb) in (
                "say",
                "report",
                "believe",
                "understand",
                "allege",
                "think",
                "expect",
                "rumor",
                "rumour",
                "hear",
                "speculate",
            ):
                return [self._cue(sentence, SourceKind.UNNAMED, None, verb.i, verb.i + 1)]
        else:
            tokens = list(subjects_of(verb))
        found = [source for token in tokens for source in self._sources(sentence, token)]
        return found or ([] if tokens else self._swallowed(sentence, verb))

    def _swallowed(self, sentence: Sentence, verb: Token) -> list[Attribution]:
        """The person of ", its head, P, said" and ", P, its head, said", whom the parser gave to the clause before."""
        if is_passive(verb) or not (_is_loose(verb) or any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)):
            return []
        last = verb.i - 2 if verb.nbor(-1).text == "," else verb.i - 1
        person = self._person_ending(sentence, last)
        if person is None and verb.nbor(-1).text == ",":
            last = _phrase_start(sentence, last) - 2
            person = self._person_ending(sentence, last) if sentence.passage.doc[last + 1].text == "," else None
        if person is None or person.start <= sentence.start:
            return []
        begun = person.start
        if sentence.passage.doc[begun - 1].text != ",":
            begun = _phrase_start(sentence, begun - 1)
        source = self._named(sentence, person) if sentence.passage.doc[max(0, begun - 1)].text == "," else None
        return [source] if source is not None else []

    def _person_ending(self, sentence: Sentence, last: int) -> FoundMention | None:
        found = self._scene.mentions.at(sentence.passage.index, last) if last > sentence.start else None
        named = found is not None and found.kind is MentionKind.NAME and found.end == last + 1
        return found if found is not None and named and self._scene.letter(found) == "P" else None

    def _sources(self, sentence: Sentence, token: Token) -> list[Attribution]:
        """Who a noun or name says it is; "the two", "both companies" are each of them."""
        group = [
            m
            for m in fillers(self._scene, sentence.passage.index, [token], "PO")
            if m.start <= token.i < m.end and m.kind is not MentionKind.NAME
        ]
        if len({m.entity for m in group}) > 1 and len({(m.start, m.end) for m in group}) == 1:
            return [source for m in group if (source := self._named(sentence, m)) is not None]
        source = self._source(sentence, token)
        return [source] if source is not None else []

    def _source(self, sentence: Sentence, token: Token) -> Attribution | None:
        passage = sentence.passage.index
        mentions = [m for m in fillers(self._scene, passage, [token], "PO") if m.start <= token.i < m.end]
        if (mentions and mentions[0].kind is not MentionKind.PRONOUN) or mentions:
            return self._named(sentence, mentions[0])
        if token.pos_ == "PRON" and token.lower_ in ("i", "we", "it", "one", "you"):
            return None
        kind = SourceKind.REPORT if lemma(token) in REPORT_NOUNS else SourceKind.UNNAMED
        if token.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
            return None
        if lemma(token) in RECORDS and not _is_leaked(token):
            return None
        if lemma(token) in PARTIES:
            return self._cue(
                sentence,
                SourceKind.NAMED,
                token.doc[token.left_edge.i : token.i + 1].text,
                max(token.left_edge.i, sentence.start),
                token.i + 1,
            )
        called = lemma(token) in SPEAKERS or token.tag_ == "NN"
        if called and (person := self._named_beside(sentence, token)) is not None:
            return person
        if token.pos_ == "PROPN":
            first = max(sentence.start, token.left_edge.i)
            named = self._scene.mentions.within(passage, first, token.right_edge.i + 1)
            return next((s for m in named if (s := self._named(sentence, m)) is not None), None)
        owner = next(
            (m for c in token.children if c.dep_ == "poss" and (m := self._scene.mentions.at(passage, c.i))), None
        )
        if lemma(token) in SPEAKERS or lemma(token) in ("statement", "filing", "release"):
            owner = owner or next(iter(self._of(token, passage)), None)
            if owner is not None:
                return self._named(sentence, owner)
        left, right = token.left_edge.i, min(token.right_edge.i + 1, token.i + 8)
        return self._cue(sentence, kind, None, max(left, sentence.start), max(right, token.i + 1))

    def _named_beside(self, sentence: Sentence, token: Token) -> Attribution | None:
        """The person of "a spokeswoman, P, said", "X's finance chief P said"."""
        for child in token.children:
            mention = self._scene.mentions.at(sentence.passage.index, child.i) if child.dep_ == "appos" else None
            if mention is not None and self._scene.letter(mention) == "P":
                return self._named(sentence, mention)
        return None

    def _of(self, token: Token, passage: int) -> Iterator[FoundMention]:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "of", "at", "from"):
                for target in child.children:
                    mention = self._scene.mentions.at(passage, target.i)
                    if mention is not None:
                        yield mention
            elif child.dep_ == "compound":
                mention = self._scene.mentions.at(passage, child.i)
                if mention is not None:
                    yield mention

    def _named(self, sentence: Sentence, mention: FoundMention) -> Attribution | None:
        letter = self._scene.letter(mention)
        entity = self._scene.mentions.entity(mention)
        if letter not in "PO":
            return None
        if entity.type == "Collective":
            return self._cue(sentence, SourceKind.UNNAMED, None, mention.start, mention.end)
        kind = SourceKind.REPORT if letter == "O" and is_outlet(entity.name) else SourceKind.NAMED
        return self._cue(sentence, kind, entity.name, mention.start, mention.end)

    @staticmethod
    def _cue(sentence: Sentence, kind: SourceKind, name: str | None, start: int, end: int) -> Attribution:
        span = sentence.raw(start, end)
        return Attribution(kind=kind, name=name, start=span.start, end=span.end)

    def _hearsay(self, candidate: Candidate, trigger: Token) -> Iterator[Attribution]:
        sentence, start = candidate.sentence, candidate.sentence.start
        yield from self._passed_on(candidate)
        if IT_IS_SAID.match(sentence.text):
            yield self._cue(sentence, SourceKind.UNNAMED, None, start, start + 3)
        for step in climb(trigger):
            for child in step.token.children:
                if child.lower_ in REPORTEDLY or (
                    child.lower_ in ("reported", "alleged", "purported") and child.dep_ == "amod"
                ):
                    yield self._cue(sentence, SourceKind.UNNAMED, None, child.i, child.i + 1)

    def _passed_on(self, candidate: Candidate) -> Iterator[Attribution]:
        """Who is behind the set phrases that reach a candidate: nobody named, or whoever calls it false."""
        sentence = candidate.sentence
        for phrase in phrases_about(candidate):
            if phrase.vouched in (Vouched.HEARD, Vouched.RUMOURED):
                yield self._cue(sentence, SourceKind.UNNAMED, None, phrase.start, phrase.end)
            elif phrase.vouched is Vouched.REBUFFED:
                yield from self.speakers(sentence, sentence.passage.doc[phrase.start])

    # --- by surface --------------------------------------------------------------------------------------------------

    def _according(self, sentence: Sentence, trigger: int) -> Iterator[Attribution]:
        doc = sentence.passage.doc
        for token in doc[sentence.start : sentence.end - 2]:
            if not _cites(token):
                continue
            end = next((t.i for t in doc[token.i : sentence.end] if t.lower_ in (",", ";", ".")), sentence.end)
            if token.i <= trigger < end:
                continue
            source = self._phrase_source(sentence, token.i + (1 if token.lower_ == "per" else 2), end)
            if source is not None:
                yield source

    def _phrase_source(self, sentence: Sentence, start: int, end: int) -> Attribution | None:
        """Who a noun phrase names as a source: the first name of a person or an organisation that heads it."""
        doc = sentence.passage.doc
        head = next((t for t in doc[start:end] if t.head.i < start and t.dep_ in ("pobj", "dep")), doc[start])
        source = self._source(sentence, head)
        if source is not None and source.name is not None:
            return source
        mentions = [
            m for m in self._scene.mentions.within(sentence.passage.index, start, end) if self._scene.letter(m) in "PO"
        ]
        report = any(lemma(t) in REPORT_NOUNS for t in doc[start : min(end, start + 6)])
        generic = any(t.pos_ == "NOUN" for t in doc[start : mentions[0].start]) if mentions else True
        if mentions and not generic:
            return self._named(sentence, mentions[0]) or self._cue(sentence, SourceKind.UNNAMED, None, start, end)
        if lemma(head) in RECORDS and not _is_leaked(head):
            return None
        if report:
            name = self._scene.mentions.entity(mentions[0]).name if mentions else None
            return self._cue(sentence, SourceKind.REPORT, name, start, max(start + 1, end))
        return self._cue(sentence, SourceKind.UNNAMED, None, start, max(start + 1, end))

    def _aside(self, sentence: Sentence, trigger: int) -> Iterator[Attribution]:
        """As in ", X said" after the clause, where the parser did not see that the clause is what X said."""
        doc = sentence.passage.doc
        for token in doc[trigger + 1 : sentence.end]:
            if lemma(token) not in _SAID_AFTER or not is_verb(token):
                continue
            if token.dep_ not in ("ROOT", "parataxis", "ccomp", "conj", "advcl", "dep") and not _is_loose(token):
                continue
            said = ("ccomp", "xcomp") if lemma(token) == "tell" else ("ccomp", "dobj")  # whom one tells is no content
            if any(c.dep_ in said and c.i > token.i for c in token.children):
                continue
            subjects = [c for c in token.children if c.dep_ == "nsubj"]
            if not subjects and token.dep_ == "conj" and (found := self._swallowed(sentence, token)):
                yield from found
                return
            if (
                subjects
                and subjects[0].left_edge.i - 1 > trigger
                and doc[subjects[0].left_edge.i - 1].text in (",", "”", '"', "--", "-", "–", "—")
            ):
                yield from self.speakers(sentence, token)
                return

    # --- quotations --------------------------------------------------------------------------------------------------

    def quotes(self, passage: Passage) -> list[Quote]:
        """The quotations of a passage, found once."""
        if passage.index not in self._quotes:
            answers = self.interview is not None and passage.index in self.interview.answers
            self._quotes[passage.index] = [Quote(0, len(passage.doc))] if answers else find_quotes(passage)
        return self._quotes[passage.index]

    def _quote_at(self, passage: Passage, token: int) -> Quote | None:
        return next((quote for quote in self.quotes(passage) if quote.start <= token < quote.end), None)

    def _speaker_of_quote(self, sentence: Sentence, quote: Quote) -> tuple[Attribution, ...]:
        key = (sentence.passage.index, quote.start)
        if key not in self._quoted_by:
            self._quoted_by[key] = self._find_speaker(sentence, quote)
        return self._quoted_by[key]

    def _find_speaker(self, sentence: Sentence, quote: Quote) -> tuple[Attribution, ...]:
        """The speaker named nearest to a quotation: right after it, right before it, or around another part of it.

        Of an answer in an interview it is whoever is interviewed.
        """
        if self.interview is not None and sentence.passage.index in self.interview.answers:
            return self._interviewed()
        doc = sentence.passage.doc
        quoted = {i for q in self.quotes(sentence.passage) for i in range(q.start, q.end)}
        near = [t for t in doc[quote.end : quote.end + 30] if t.i not in quoted]
        before = [t for t in reversed(doc[max(0, quote.start - 30) : quote.start]) if t.i not in quoted]
        for tokens in (_until_stop(near), _until_stop(before), before):
            for token in tokens:
                if lemma(token) in SAYING and is_verb(token):
                    owner = self._scene.sentence_of(sentence.passage.index, token.i) or sentence
                    sources = self.speakers(owner, token) or self._beside(owner, token)
                    if sources:
                        return tuple(sources)
        return (
            (self._cue(sentence, SourceKind.UNNAMED, None, quote.start, quote.start + 1),)
            if quote.end - quote.start > 8
            else ()
        )

    def _beside(self, sentence: Sentence, verb: Token) -> list[Attribution]:
        """The name right after a verb of saying, where the parser gave it no subject: "... ," said X."""
        mentions = self._scene.mentions.within(sentence.passage.index, verb.i + 1, min(verb.i + 6, sentence.end))
        if verb.doc[verb.i - 1].text == "," and not any(child.dep_ == "nsubj" for child in verb.children):
            # ", a spokeswoman, P, said"
            before = self._scene.mentions.within(sentence.passage.index, sentence.start, verb.i - 1)
            speaks = before and before[-1].end == verb.i - 1 and before[-1].start > 1
            if speaks and lemma(verb.doc[before[-1].start - 2]) in SPEAKERS:
                mentions = before[-1:]
        return [source for m in mentions[:1] if (source := self._named(sentence, m)) is not None]


_SAID_AFTER = TELLING | words(
    """say announce add confirm report tell inform write claim insist allege state note argue maintain believe reckon
    hear understand"""
)
# Two parties that are told to speak, whatever they are called.
_BOTH = re.compile(
    r"(?:(?:the )?(?:two|pair)|both)(?: (?:companies|firms|groups|sides|parties|partners|banks))?|(?:the )?both",
    re.IGNORECASE,
)


def _cites(token: Token) -> bool:
    """Whether it begins "according to X" or ", per X"; not "per share"."""
    following = token.nbor()
    if token.lower_ == "per":
        apart = token.is_sent_start or token.nbor(-1).text in (",", "(", "-", "–", "—")
        return bool(apart) and (
            following.lower_ in ("a", "an", "the", "its", "his", "her") or following.pos_ == "PROPN"
        )
    return token.lower_ == "according" and following.lower_ == "to"


def _is_leaked(record: Token) -> bool:
    """Whether a document is on no public record: "a leaked filing", "accounts seen by this newspaper"."""
    beside = {lemma(child) for child in record.children if child.dep_ in ("amod", "acl", "relcl", "compound")}
    return bool(beside & _LEAKED)


_LEAKED = words(
    "leak leaked internal confidential unpublished draft secret see obtain review view photograph share hand"
)


def _taken_for_granted(trigger: Token) -> bool:
    """Whether a trigger stands in a clause that is taken for granted: "X, which bought Y in 2019, may sell, said Z"."""
    token = trigger
    for _ in range(40):
        if token.dep_ == "appos" or (token.dep_ == "relcl" and not is_content(token)):
            return True
        if token.dep_ == "advcl" and any(
            c.dep_ in ("mark", "advmod") and c.lower_ in PRESUPPOSING_MARKS for c in token.children
        ):
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def _phrase_start(sentence: Sentence, last: int) -> int:
    """Where the noun phrase before a comma or a name begins, as far as it is plain: "its chief executive"."""
    doc = sentence.passage.doc
    first = last
    while first - 1 > sentence.start and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "DET", "PART"):
        first -= 1
    return first


def _is_loose(verb: Token) -> bool:
    """Whether the clause before is what a verb says, though the parser hangs it on that: ", its head told reporters".

    No relative clause follows a comma without its pronoun, and no clause another without a conjunction.
    """
    if verb.dep_ == "conj":
        return not any(t.dep_ == "cc" and t.i < verb.i for t in (*verb.head.children, *verb.children))
    if verb.dep_ != "relcl" or any(t.tag_ in ("WDT", "WP", "WRB", "WP$") or t.lower_ == "that" for t in verb.subtree):
        return False
    return bool(verb.left_edge.i) and verb.doc[verb.left_edge.i - 1].text == ","


def _until_stop(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if token.text in (".", "!", "?") and kept:
            break
        kept.append(token)
    return kept
