"""What an anaphor can mean: all that was mentioned so far, how near and prominent it is, and how it was described."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import pronouns
from app.extraction.lexicon.nouns import (
    FEMALE_HONORIFICS,
    FEMALE_NOUNS,
    MALE_HONORIFICS,
    MALE_NOUNS,
    SAYING_VERBS,
)
from app.extraction.mentions.capitals import bare
from app.extraction.mentions.runs import is_headline
from app.extraction.mentions.silence import keeps_silent, only_asked
from app.extraction.mentions.types import ORGANIZATIONS, PERSON
from app.extraction.parsing.passages import FoundMention, Mentions, Passage
from app.model import LocalEntity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# How many sentences an anaphor looks back.
_REACH = 3
_NEARNESS = {0: 3.0, 1: 2.0, 2: 1.0, 3: 0.5}
# The winner must be ahead of the next by this much, or nothing is recorded.
_MARGIN = 0.6


_HIRING = frozenset({"hire", "poach", "recruit", "lure"})
_HOLDERS = frozenset(
    "founder owner co-founder cofounder family parent shareholder management manager leader staff employee".split()
)
_SHARES = frozenset("stake share holding interest half majority minority part".split())
_ADVISING = frozenset("advise counsel represent".split())
_ABOUT = frozenset("on in over about".split())
_DEALING = frozenset("buy acquire purchase take buy_out sell inherit".split())
_ENDS = frozenset("exit departure resignation removal dismissal ouster replacement head ousting".split())
_DEMANDING = frozenset("push call press demand seek want campaign agitate lobby ask urge".split())
_OWN_MODIFIERS = frozenset("first second third new next own inaugural latest".split())
_COMING = frozenset("arrive come defect hire join lure move poach recruit switch transfer".split())


_PARTS_OF_FIRMS = frozenset(
    """staff workforce employee worker share stock sale profit revenue turnover board management owner shareholder
    founder creditor customer order factory plant office shop store product brand result debt business team""".split()
)


@dataclass(frozen=True)
class Referent:
    """An entity as mentioned at a place: what an anaphor after it can mean."""

    entity: str
    others: tuple[str, ...]
    passage: int
    token: int
    sentence: int
    subject: bool
    name: Span

    @property
    def all_entities(self) -> tuple[str, ...]:
        """Every entity meant."""
        return (self.entity, *self.others)


@dataclass
class Discourse:
    """The article as read so far."""

    mentions: Mentions
    passages: Sequence[Passage]
    referents: list[Referent] = field(default_factory=list)
    names: dict[str, Span] = field(default_factory=dict)
    sentence: int = 0

    def add(self, mention: FoundMention) -> None:
        """Take note of a mention."""
        passage = self.passages[mention.passage]
        if mention.entity not in self.names or not mention.ties:
            self.names[mention.entity] = mention.ties[0] if mention.ties else passage.span(mention.start, mention.end)
        root = passage.doc[mention.start : mention.end].root
        self.referents.append(
            Referent(
                mention.entity,
                mention.others,
                mention.passage,
                root.i,
                self.sentence,
                is_subject(root),
                self.names[mention.entity],
            )
        )

    def close(self, root: Token) -> None:
        """End a sentence, given its root; nothing goes on about who keeps silent in it."""
        if keeps_silent(root):
            said = [r for r in self.referents if r.sentence == self.sentence]
            kept = [r for r in said if not self._was_only_asked(r)]
            self.referents[len(self.referents) - len(said) :] = kept
        else:
            self.sentence += 1

    def _was_only_asked(self, referent: Referent) -> bool:
        token = self.passages[referent.passage].doc[referent.token]
        return self.entity(referent).type in ORGANIZATIONS and only_asked(token)

    def recent(self, reach: int = _REACH) -> list[Referent]:
        """What was mentioned in this and the last few sentences, nearest last."""
        found = list(takewhile(lambda r: self.sentence - r.sentence <= reach, reversed(self.referents)))
        return found[::-1]

    def entity(self, referent: Referent) -> LocalEntity:
        """The local entity of a referent."""
        return self.mentions.entities[referent.entity]


def is_subject(token: Token) -> bool:
    """Whether a token is, or is coordinated with, the subject of a clause, or is whom a sentence is said to be for."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.dep_ in _SUBJECTS or _opens_with(token) or _owns_subject(token)


def _opens_with(token: Token) -> bool:
    """Whether it is X in "For X it was the second blow": the sentence is about X."""
    preposition = token.head
    return token.dep_ == "pobj" and preposition.lower_ == "for" and bool(preposition.is_sent_start)


def _owns_subject(token: Token) -> bool:
    """Whether it is X in "X's staff are moving", "X's sales rose": that is said of X."""
    return token.dep_ == "poss" and token.head.dep_ in _SUBJECTS and token.head.lemma_.lower() in _PARTS_OF_FIRMS


def most_salient(
    discourse: Discourse, anaphor: Token, candidates: Iterable[Referent], bonus: Mapping[str, float]
) -> Referent | None:
    """The candidate clearly ahead of the others in nearness and prominence; None if two are close."""
    best: dict[str, tuple[float, Referent]] = {}
    counts: dict[str, int] = defaultdict(int)
    considered = list(candidates)
    # Whoever is the subject here is not "the company", wherever else it was named; a mere "it" may be no firm at all.
    noun = anaphor.pos_ != "PRON"
    barred = {r.entity for r in considered if noun and r.subject and clashes(discourse, r, anaphor)}
    for referent in considered:
        if referent.others or referent.entity in barred or clashes(discourse, referent, anaphor):
            continue
        counts[referent.entity] += 1
        score = _score(discourse, referent) + bonus.get(referent.entity, 0.0) + 0.2 * min(counts[referent.entity], 3)
        if referent.entity not in best or score >= best[referent.entity][0]:
            best[referent.entity] = (score, referent)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].passage, pair[1].token))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    return ranked[0][1]


def _score(discourse: Discourse, referent: Referent) -> float:
    distance = discourse.sentence - referent.sentence
    subject = (1.2 if distance == 0 or _leads(discourse, referent) else 0.3) if referent.subject else 0.0
    return _NEARNESS.get(distance, 0.0) + subject


def _leads(discourse: Discourse, referent: Referent) -> bool:
    """Whether a sentence may go on about a subject: it is not the one of a relative clause."""
    token = discourse.passages[referent.passage].doc[referent.token]
    return token.head.dep_ != "relcl" and token.tag_ not in ("WDT", "WP")


def clashes(discourse: Discourse, referent: Referent, anaphor: Token) -> bool:
    """Whether grammar forbids it: subject and object of one verb are two things, unless a reflexive says otherwise."""
    doc = discourse.passages[referent.passage].doc
    if doc is not anaphor.doc:
        return False
    token = doc[referent.token]
    # Of "X sells parts for the company's cars" the company is another: its own would be "its".
    if (anaphor.dep_ == "poss" and anaphor.pos_ == "PRON") or anaphor.lower_.endswith("self"):
        beside = token.i == anaphor.head.i or (token.head.i == anaphor.head.i and token.dep_ == "appos")
        return beside or (anaphor.dep_ == "poss" and _is_what(token, anaphor))
    verb = verb_of(anaphor.head if anaphor.dep_ == "poss" else anaphor)
    if token.dep_ in {"poss", "compound"}:
        return False
    return verb_of(token).i == verb.i or token in _controllers(verb)


def _controllers(verb: Token) -> list[Token]:
    """Who does what an infinitive says: "asked P to succeed him", "P is expected to succeed him"."""
    if verb.dep_ != "xcomp" or any(child.dep_ in _SUBJECTS for child in verb.children):
        return []
    objects = [child for child in verb.head.children if child.dep_ == "dobj"]
    return objects or subjects_above(verb)


def _is_what(token: Token, anaphor: Token) -> bool:
    """Whether it is X in "X, its supplier," or "X has been its supplier": there "its" is another's."""
    noun = anaphor.head
    if noun.dep_ == "appos":
        # The parser may take the first of "between A and B, its supplier" for what the supplier is.
        return token.i == anaphor.i - 2 or token == noun.head
    be = (
        noun.dep_ == "attr"
        and noun.head.lemma_ in {"be", "become", "remain"}
        and not any(c.lower_ == "own" for c in noun.children)
    )
    return be and token.head == noun.head and token.dep_ == "nsubj"


def object_before(token: Token) -> Token | None:
    """The object that "it" takes up in "founded X and runs it": that of the verb which its own verb follows on."""
    verb = token.head
    if token.dep_ != "dobj" or verb.dep_ != "conj":
        return None
    return next((child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i), None)


def verb_of(token: Token) -> Token:
    """The verb (or root) that the token is an argument of, through prepositions and coordination."""
    head = token
    while head.head.i != head.i and head.dep_ in {"conj", "appos", "pobj", "prep", "compound", "agent", "pcomp"}:
        head = head.head
        if head.pos_ in {"VERB", "AUX"}:
            return head
    return head.head


def hiring_verb(token: Token) -> Token | None:
    """The verb of "hired its founder", where "its" is another's; "hired its first engineer" is the firm's own."""
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ not in {"dobj", "appos", "conj"}:
        return None
    hired = token.head
    while hired.dep_ in {"appos", "conj"}:
        hired = hired.head
    verb = hired.head
    own = any(child.lower_ in _OWN_MODIFIERS for child in token.head.children)
    taken = hired.dep_ == "dobj" and verb.lemma_ in _HIRING and not own
    return verb if taken else None


def dealt_with(token: Token) -> Token | None:
    """What is bought "from its founder" or taken over "by its managers": there "its" is the thing, not who deals in it.

    So is whoever somebody advises "on its purchase of Y", and what is bought "from X, which had owned it".

    None where "its" stands elsewhere.
    """
    if token.lower_ == "it":
        return _sold_by(token)
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ != "pobj":
        return None
    above = token.head.head.head
    if token.head.head.lower_ in _ABOUT and above.lemma_ in _ADVISING:
        return next((child for child in above.children if child.dep_ == "dobj" and child.i < token.i), None)
    if token.head.lemma_ not in _HOLDERS:
        return None
    preposition = token.head.head
    verb = verb_of(preposition)
    wanted = {"from": ("dobj",), "by": ("nsubjpass",)}.get(preposition.lower_)
    if wanted is None or verb.lemma_ not in _DEALING:
        return None
    dealt = next((child for child in verb.children if child.dep_ in wanted and child.i < token.i), None)
    if dealt is None or dealt.lemma_ not in _SHARES:
        return dealt
    return next((t for child in dealt.children if child.lower_ in {"in", "of"} for t in child.children), None)


def bought_before(token: Token) -> Token | None:
    """What the sentence before tells to be bought, for "its" in "X bought Y. Its founders stayed": Y's founders."""
    opens = token.lower_ == "its" and token.dep_ == "poss" and bool(token.is_sent_start) and token.i > 0
    if not opens or token.head.lemma_ not in {"founder", "co-founder", "cofounder", "seller"}:
        return None
    verb = token.nbor(-1).sent.root
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return objects[-1] if objects and verb.lemma_ in {"buy", "acquire", "purchase", "swallow"} else None


def _sold_by(token: Token) -> Token | None:
    """What was bought "from X, which had owned it", sold "to X, which wants to close it"."""
    clause = verb_of(token) if token.dep_ == "dobj" else token
    while clause.dep_ in {"xcomp", "conj"}:
        clause = clause.head
    seller = clause.head
    subjects = [child.lower_ for child in clause.children if child.dep_ == "nsubj"]
    if clause.dep_ != "relcl" or not {"which", "who"} & set(subjects) or seller.dep_ not in {"pobj", "appos"}:
        return None
    preposition = (seller.head if seller.dep_ == "appos" else seller).head
    verb = preposition.head
    if verb.dep_ in {"dobj", "appos"}:  # "bought X from Y": the parser may hang "from" on X
        verb = verb.head if verb.dep_ == "dobj" else verb.head.head
    if preposition.lower_ not in {"from", "to"} or verb.lemma_ not in _DEALING:
        return None
    bought = [child for child in verb.children if child.dep_ == "dobj" and child.i < token.i]
    return bought[-1] if bought else None


def presents_speaker(token: Token) -> bool:
    """Whether it is the "its" of "'...', says P, its founder": whose the speaker is, the quotation does not tell."""
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ != "appos":
        return False
    person = token.head.head
    saying = person.dep_ == "nsubj" and person.head.lemma_.lower() in SAYING_VERBS
    return saying and person.i > person.head.i


def demanding_verb(token: Token) -> Token | None:
    """The verb of "pushed for the exit of its chairman", where "its" is another's than who pushes."""
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ != "pobj":
        return None
    end = token.head.head.head
    verb = verb_of(end)
    return verb if end.lemma_ in _ENDS and verb.lemma_ in _DEMANDING else None


def subjects_above(verb: Token) -> list[Token]:
    """The subjects of a verb, those it shares with the verb before it included."""
    while True:
        found = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if found or verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.i >= verb.i:
            return found + [t for subject in found for t in subject.conjuncts]
        verb = verb.head


def came_from(token: Token) -> bool:
    """Whether it is Y in "joined from Y", "came to X from Y"."""
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ != "from":
        return False
    source = preposition.head
    if source.dep_ == "prep":
        source = source.head
    return source.lemma_ in _COMING


# --- how entities were described -------------------------------------------------------------------------------------


def describe(mentions: Mentions, passages: Sequence[Passage]) -> dict[str, set[str]]:
    """For each entity the words that describe it: those of its names, those before them, and those in apposition."""
    words: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        passage = passages[mention.passage]
        if is_headline(passage):
            continue
        entity = words[mention.entity]
        entity.update(token.lower_ for token in passage.doc[mention.start : mention.end])
        entity.update(_beside(passage.doc, mention.start, mention.end))
    return words


def _beside(doc: Doc, start: int, end: int) -> set[str]:
    found: set[str] = set()
    position = start - 1
    while position >= 0 and start - position <= 6 and doc[position].pos_ in {"NOUN", "ADJ", "PROPN", "PUNCT"}:
        if doc[position].text in {",", ";", "(", ")", ".", "“", '"'}:
            break
        found.add(doc[position].lemma_.lower())
        position -= 1
    root = doc[start:end].root
    described = [child for child in root.children if child.dep_ == "appos" and child.i >= end]
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < start:
        found.add(root.head.lemma_.lower())  # "a joint venture, X"
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        described += [child for child in root.head.children if child.dep_ == "attr"]
    for noun in described:
        found.update(t.lemma_.lower() for t in noun.subtree if t.i - noun.i <= 3 and t.pos_ in {"NOUN", "ADJ", "PROPN"})
    return found


def genders(mentions: Mentions, passages: Sequence[Passage], described: Mapping[str, set[str]]) -> dict[str, str]:
    """The pronoun, "he" or "she", of each person whose titles, description or given name tell."""
    titles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.start > 0:
            titles[mention.entity].add(bare(passages[mention.passage].doc[mention.start - 1].text))
    found: dict[str, str] = {}
    for entity in mentions.entities.values():
        if entity.type == PERSON:
            words = described.get(entity.id, set())
            title = _one_of(titles[entity.id], MALE_HONORIFICS, FEMALE_HONORIFICS)
            given = _pronoun(entity.name.split()[0])
            guess = title or _one_of(words, MALE_NOUNS, FEMALE_NOUNS) or given
            if guess != "either":
                found[entity.id] = guess
    return found


def _pronoun(given: str) -> str:
    """The pronoun that goes with a given name; of a double one the first half tells, except of "Jean-Paul"."""
    first, _, second = given.partition("-")
    if first == "Jean" and second:
        return "either" if second == "Marie" else "he"
    return pronouns().get(first, "either")


def _one_of(words: Collection[str], male: frozenset[str], female: frozenset[str]) -> str | None:
    he, she = any(w in male for w in words), any(w in female for w in words)
    return None if he == she else ("he" if he else "she")
