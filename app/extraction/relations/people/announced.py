"""Posts told before their holders are named: "X has a new chair. P joins from Y", "Two directors left. P and Q ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import HE, SAYING_VERBS, SHE
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.reading.titles import titles_at, with_titles
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HAS = (
    r"(?:(?:has|have|had|is|are|was|were|will|to|today|also|just|now|finally|at last|recently|said it had|"
    r"said they had) )*"
)
_WHOSE = r"(?:an? |the |its |their |{O}'s )"
_NUMBER = r"(?P<n>two|three|four|five|six|both)"
_WENT = (
    r"(?P<t>left|resigned|quit|stepped down|stood down|retired|departed|gone|dismissed|sacked|fired|ousted|leaving|"
    r"resigning|stepping down|standing down|retiring|departing|leave|resign|step down|stand down|retire|depart|"
    r"moved on)"
)
# Of a new holder.
_COMES = {
    "appointed one": (
        rf"{{O:o}},? {_HAS}(?P<t>appointed|appoints|named|names|hired|hires|found|finds|chosen|chose|picked|picks|"
        rf"recruited|"
        rf"recruits|promoted|poached|brought in|elected|elects|unveiled|announced|announces|installed|"
        rf"lured) {_WHOSE}{{NEWLY}}"
        r"(?:[a-z-]+ )??{LONGTITLE:title}"
    ),
    "has a new one": (
        rf"{{O:o}},? {_HAS}(?P<t>has|have|gets|got|getting|get) {_WHOSE}(?:new|first|permanent|female|"
        rf"next) {{NEWLY}}(?:[a-z-]+ )??"
        r"{LONGTITLE:title}"
    ),
    "its new one is": r"{O:o}'s (?:new|next|incoming) {LONGTITLE:title} (?P<t>is|comes|has|will|was|starts|knows)",
    "a new one at": (
        r"(?:^|[.;] )(?:an?|the) (?:new|next|incoming) {LONGTITLE:title} (?:of|at|for) (?:the )?{DESC}{O:o} "
        r"(?P<t>is|comes|has|will|was|starts|knows|takes)"
    ),
    "appointed several": (
        rf"{{O:o}},? {_HAS}(?P<t>appointed|appoints|named|names|hired|hires|promoted|promotes|elected|elects|made|"
        rf"added|adds) "
        rf"{_NUMBER} (?:of {{ITS}} )?(?:new |more |further |independent |non-executive |women |men |people |"
        rf"lawyers |colleagues |insiders "
        r"|outsiders |staff )*(?:as |to |to be )?{LONGTITLE:title}"
    ),
}
# Of one who goes or has gone.
_GOES = {
    "got rid of one": (
        rf"{{O:o}},? {_HAS}(?P<t>dismissed|dismisses|fired|fires|sacked|sacks|ousted|ousts|axed|removed|"
        rf"parted company with|parted ways "
        r"with|parted with|split with|let go|lost|loses|losing|said goodbye to|says goodbye to|"
        r"bid farewell to) (?:of )?(?:{ITS} |the )(?:[a-z-]+ )??"
        r"{LONGTITLE:title}"
    ),
    "its own went": rf"{{O:o}}'s (?:[a-z-]+ )??{{LONGTITLE:title}} {_HAS}(?:been )?{_WENT}",
    "that of went": (
        rf"(?:^|[.;] )the (?:[a-z-]+ )??{{LONGTITLE:title}} (?:of|at) (?:the )?{{DESC}}{{O:o}} {_HAS}(?:been )?{_WENT}"
    ),
    "several of its own went": (
        rf"(?:^|[.;] ){_NUMBER} (?:of {{O:o}}'s (?:[a-z-]+ )??{{LONGTITLE:title}}|"
        rf"(?:[a-z-]+ )??{{LONGTITLE:u}} (?:of|at) (?:the )?{{DESC}}"
        rf"{{O:q}}|{{O:w}} {{LONGTITLE:v}}) {_HAS}(?:been )?{_WENT}"
    ),
}
# Of one who did something else since.
_WAS = {
    "a former one": (
        r"(?:^|[.;] )an? (?:former|ex-?|one-time|onetime) ?(?:{LONGTITLE:title} (?:of|at|from) (?:the )?{DESC}{O:o}|"
        r"{O:q} {LONGTITLE:u}) "
        r"(?P<t>has|is|was|will|had|and|who|joined|started|founded|set)"
    ),
    "several former ones": (
        rf"(?:^|[.;] ){_NUMBER} (?:former|ex-?|one-time|onetime) ?(?:{{LONGTITLE:title}} (?:of|at|"
        rf"from) (?:the )?{{DESC}}{{O:o}}|{{O:q}} "
        r"{LONGTITLE:u}) (?P<t>have|are|were|will|had|and|who|joined|started|founded|set)"
    ),
}
_NUMBERS: Mapping[str, int] = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# How somebody goes, by the verb; "stepped down" gives up a post, and the firm perhaps not.
_MANNERS: Mapping[str, str] = {
    **dict.fromkeys("leave depart go lose part move let".split(), "unstated"),
    **dict.fromkeys("resign quit".split(), "resigned"),
    **dict.fromkeys("dismiss fire sack oust axe remove".split(), "dismissed"),
    "retire": "retired",
}
_CAREER = words(
    """
    join rejoin start begin come arrive move take replace succeed be have serve work lead run head spend leave hold
    become return oversee manage chair study train teach found rise graduate quit advise build sell win direct
    bring"""
)
_UNSURE = frozenset("may might could should would not never n't n’t no".split())


@dataclass(frozen=True)
class _News:
    """A table, and what it says of whoever is named next."""

    templates: Mapping[str, str]
    rule: str
    phase: Phase


_KINDS = (
    _News(_COMES, "appointed", Phase.STARTED),
    _News(_GOES, "left role", Phase.ENDED),
    _News(_WAS, "role: own", Phase.ENDED),
)


def announced(scene: Scene) -> Iterator[Candidate]:
    """The posts of those whom the sentence after names."""
    for sentence in scene.sentences[:-1]:
        if not sentence.has_title or sentence.is_heading or sentence.asks or "P" in sentence.letters:
            continue
        for news in _KINDS:
            for _, found in find(sentence, news.templates):
                yield from _of_next(scene, news, found)


def _of_next(scene: Scene, news: _News, found: Found) -> Iterator[Candidate]:
    sentence = found.sentence
    following = scene.sentences[sentence.index + 1]
    tokens = found.tokens("title") or found.tokens("u") or found.tokens("v")
    titles = titles_at(sentence, tokens[0]) if tokens else []
    organizations = found.mentions("o") or found.mentions("q") or found.mentions("w")
    number = _NUMBERS.get(found.text("n"), 1)
    holders = _newly_named(scene, following, number)
    if not titles or not organizations or _is_unsure(found) or len(holders) != number:
        return
    if number == 1 and not _is_of_a_career(*holders[0], known=news.rule == "left role"):
        return
    for holder, verb in holders:
        post = Candidate(
            "heldRole",
            news.rule,
            following,
            holder,
            organizations[0],
            verb.i,
            Kind.STATE if news.phase is Phase.ENDED else Kind.EVENT,
            phase=_phase(news, found),
            presupposed=True,
            timed=False,
            ties=(sentence.span,),
        )
        yield from with_titles(post, [_singular(title, number) for title in titles])
        verb_said = lemma(_doc(found)[found.trigger])
        told = any(lemma(token) in _MANNERS for token in following.words) and lemma(verb) not in SAYING_VERBS
        if news.rule == "left role" and verb_said in _MANNERS and not told:
            left = replace(post, relation="left", rule="departure", kind=Kind.EVENT, phase=_gone(post))
            yield left.with_details(manner=Detail(_MANNERS[verb_said]))


def _is_of_a_career(person: FoundMention, verb: Token, *, known: bool) -> bool:
    """Whether a sentence goes on about whoever has the post: with their age, or what they did before and will do.

    Somebody else may be asked what they think of it. Of one who had the post (`known`) any deed will do.
    """
    doc = verb.doc
    aged = person.end + 1 < len(doc) and doc[person.end].text == "," and doc[person.end + 1].like_num
    if lemma(verb) in SAYING_VERBS:
        return aged or (known and _says_to_go(verb))
    return aged or known or lemma(verb) in _CAREER


def _says_to_go(verb: Token) -> bool:
    """As in "P told staff that he was leaving": nobody but the holder says so."""
    leaving = [t for t in verb.subtree if is_verb(t) and lemma(t) in _MANNERS and t.i > verb.i]
    return any(c.dep_ == "nsubj" and c.lower_ in HE | SHE for t in leaving for c in t.children)


def _doc(found: Found) -> Doc:
    return found.sentence.passage.doc


def _gone(post: Candidate) -> Phase:
    return Phase.PLANNED if post.phase is Phase.ONGOING else Phase.COMPLETED


def _phase(news: _News, found: Found) -> Phase:
    """A post that is still to be given up goes on."""
    coming = _doc(found)[found.trigger].tag_ in ("VB", "VBG")
    return Phase.ONGOING if news.rule == "left role" and coming else news.phase


def _singular(title: Detail, number: int) -> Detail:
    plural = number > 1 and title.value.endswith("s") and title.span is not None
    return Detail(title.value[:-1], title.span) if plural else title


def _is_unsure(found: Found) -> bool:
    """Whether it is only wanted or denied: "may appoint a new chief executive"."""
    first = max(found.sentence.start, found.trigger - 4)
    return any(token.lower_ in _UNSURE for token in _doc(found)[first : found.trigger])


def _newly_named(scene: Scene, sentence: Sentence, number: int) -> list[tuple[FoundMention, Token]]:
    """Those whom a sentence is about and the article names there first, each with the verb; of one the first alone."""
    before = {m.entity for s in scene.sentences[: sentence.index] for m in s.mentions()}
    found: dict[str, tuple[FoundMention, Token]] = {}
    for mention in sentence.mentions():
        if scene.letter(mention) != "P" or mention.kind is not MentionKind.NAME:
            continue
        verb = _verb_of_subject(sentence, mention)
        if verb is not None and mention.entity not in before:
            found.setdefault(mention.entity, (mention, verb))
        elif number == 1:
            break  # the sentence is about somebody else
        if found and number == 1:
            break
    return list(found.values())


def _verb_of_subject(sentence: Sentence, person: FoundMention) -> Token | None:
    """The verb of a main clause that somebody is subject of, alone or with others."""
    root = sentence.passage.doc[person.start : person.end].root
    while root.dep_ in ("conj", "appos", "compound", "nmod") and not is_verb(root.head) and root.head.i != root.i:
        root = root.head
    if root.dep_ not in ("nsubj", "nsubjpass") or not is_verb(root.head):
        return None
    main = root.head.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
    return root.head if main else None
