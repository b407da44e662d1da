"""Whom the tokens of a role stand for: names, those in apposition or listed, and the organisation behind its staff."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COLLECTIVE_HEADS
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.antecedents import coordinated
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.sentences import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

# "researchers at X", "X's London office": what such a part of an organisation does, the organisation does.
METONYMS = frozenset(
    """office team staff management leadership board executive researcher engineer scientist employee worker
    subsidiary unit arm division business side product technology system lawyer investor""".split()
)


def fillers(
    scene: Scene, passage: int, tokens: list[Token], letters: str = "", *, metonyms: bool = True
) -> list[FoundMention]:
    """The mentions that tokens stand for: coordinated ones, appositions, and the organisation behind "X's team"."""
    found: dict[tuple[int, int, str], FoundMention] = {}
    for token in tokens:
        for member in coordinated(token):
            own = _mentions_of(scene, passage, member, letters, metonyms)
            for mention in each([*_listed_before(scene, passage, own, letters), *own]):
                found.setdefault((mention.start, mention.end, mention.entity), mention)
    return list(found.values())


def _listed_before(scene: Scene, passage: int, found: list[FoundMention], letters: str) -> list[FoundMention]:
    """The name before "and" that the parser took for a part of the name after it."""
    before: list[FoundMention] = []
    for mention in found:
        if mention.start < 2 or mention.passage != passage:
            continue
        doc = scene.passages_by_index[passage].doc
        other = scene.mentions.at(passage, mention.start - 2)
        if doc[mention.start - 1].lower_ not in ("and", "&") or other is None or other.end != mention.start - 1:
            continue
        root = doc[other.start : other.end].root
        if mention.start <= root.head.i < mention.end and (not letters or scene.letter(other) in letters):
            before.append(other)
    return before


def each(mentions: list[FoundMention]) -> list[FoundMention]:
    """The mentions, those of several entities ("both companies") once for each."""
    return [replace(m, entity=e, others=()) if m.others else m for m in mentions for e in m.all_entities]


def _mentions_of(scene: Scene, passage: int, token: Token, letters: str, metonyms: bool) -> list[FoundMention]:
    """What one token stands for: its own name, one in apposition, examples of a group, or whose part it is."""

    def fits(mention: FoundMention | None) -> bool:
        return mention is not None and (not letters or scene.letter(mention) in letters)

    own = _own(scene, passage, token)
    part = metonyms and lemma(token) in METONYMS and not _is_former(token)
    if own is None and token.lower_ in COLLECTIVE_HEADS and (listed := _listed_after(scene, passage, token, letters)):
        return listed
    if own is not None and scene.type_of(own) == "Collective":
        # "researchers at X" do what they do for X; "retailers such as A and B", "two retailers, A and B" are A and B.
        inner = (
            _examples(scene, passage, token, letters)
            or _apposed(scene, passage, token, letters)
            or _members(scene, passage, token, letters)
            or (_owners(scene, passage, token, letters) if part else [])
        )
        if inner:
            return inner
    if own is not None and fits(own):
        return [own]
    named = _apposed(scene, passage, token, letters)
    if named or own is not None:
        return named
    # "X is a label set up by Y": what is said of the label is said of X.
    if token.dep_ == "attr" and lemma(token) in _ORGANIZATION_NOUNS and lemma(token.head) == "be":
        subjects = [scene.mentions.at(passage, s.i) for s in token.head.children if s.dep_ == "nsubj"]
        return [mention for mention in subjects if mention is not None and fits(mention)][:1]
    described = _beside(scene, passage, token) or _described(scene, passage, token)
    if described is not None and fits(described):
        return [described]
    # "the battery start-up X": the parser may take a word before the name for the head.
    following = _named_after(scene, passage, token)
    if following is not None and fits(following):
        return [following]
    # "retailers including A and B", "customers such as C"
    examples = _examples(scene, passage, token, letters) or _members(scene, passage, token, letters)
    # "X, a maker of bicycles in which he had invested": what is said of the description is said of the name.
    if not examples and token.dep_ == "appos":
        described = scene.mentions.at(passage, token.head.i)
        examples = [described] if described is not None and fits(described) else []
    return examples or (_owners(scene, passage, token, letters) if part else _labelled(scene, passage, token, letters))


def _is_past_verb(token: Token, apposed: Token) -> bool:
    """Whether the verb stands between a subject and what the parser takes for another name of it."""
    verb = token.head
    return token.dep_ in ("nsubj", "nsubjpass") and is_verb(verb) and token.i < verb.i < apposed.i


_SUCCEEDING = frozenset({"successor", "predecessor", "replacement"})


def _apposed(scene: Scene, passage: int, token: Token, letters: str) -> list[FoundMention]:
    """The name in apposition to a noun; "two brothers, A and B" are both."""
    several = token.tag_ == "NNS"
    told = [child for child in token.children if child.dep_ == "appos" and not _is_past_verb(token, child)]
    if not told and lemma(token) in _SUCCEEDING:  # "her successor as head of sales, P, came"
        titles = [t for c in token.children if c.lower_ == "as" for t in c.children]
        told = [child for t in titles for child in t.subtree if child.dep_ == "appos"][:1]
    # "its largest client, the social network X": the parser has X describe what describes the client.
    told += [t for c in told if scene.mentions.at(passage, c.i) is None for t in c.children if t.dep_ == "appos"]
    found = [scene.mentions.at(passage, t.i) for c in told for t in (coordinated(c) if several else [c])]
    named = [m for m in found if m is not None and (not letters or scene.letter(m) in letters)]
    named = [m for m in named if not _is_region(scene, m)]
    if several and not named:
        return _counted_after(scene, passage, token, letters)
    return named if several else named[:1]


_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


def _counted_after(scene: Scene, passage: int, noun: Token, letters: str) -> list[FoundMention]:
    """The names of "dismissed two managers, A and B", which the parser may tie to the verb: as many as there are."""
    count = next((_COUNTS.get(c.lower_) for c in noun.children if c.dep_ in ("nummod", "det")), None)
    doc, after = noun.doc, noun.i + 1
    if count is None or after >= len(doc) or doc[after].text not in (",", ":"):
        return []
    listed = _listed_after(scene, passage, doc[after], letters)
    return listed if len(listed) == count else []


def _is_region(scene: Scene, mention: FoundMention) -> bool:
    """Whether a name stands right after a town, as the region that it lies in: "a plant in Leeds, West Yorkshire"."""
    doc, start = scene.passages_by_index[mention.passage].doc, mention.start
    town = scene.mentions.at(mention.passage, start - 2) if start > 2 and doc[start - 1].text == "," else None
    return town is not None and scene.letter(town) == "L" and doc[town.start - 1].lower_ in ("in", "at", "near", "from")


def _listed_after(scene: Scene, passage: int, noun: Token, letters: str) -> list[FoundMention]:
    """The names that a plural right before them describes: "Stanford graduates A and B" are A and B."""
    listed: list[FoundMention] = []
    doc, at = noun.doc, noun.i + 1
    while at < len(doc) and (mention := scene.mentions.at(passage, at)) is not None and mention.start == at:
        if mention.kind is not MentionKind.NAME or (letters and scene.letter(mention) not in letters):
            break
        listed.append(mention)
        at = mention.end
        while at < len(doc) - 1 and doc[at].lower_ in (",", "and", "&"):
            at += 1
    return listed if len(listed) > 1 and doc[listed[-1].start - 1].lower_ in ("and", "&") else listed[:1]


_ORGANIZATION_NOUNS = frozenset(
    "company firm label charity club bank group organization organisation agency business foundation institute".split()
)


def _beside(scene: Scene, passage: int, noun: Token) -> FoundMention | None:
    """The name right before ", the firm run by P", to which the parser may not have tied the description."""
    start = noun.left_edge.i
    if noun.dep_ != "appos" or noun.tag_ not in ("NN", "NNP") or start < 2 or noun.doc[start - 1].text != ",":
        return None
    return scene.mentions.at(passage, start - 2)


def _described(scene: Scene, passage: int, noun: Token) -> FoundMention | None:
    """The name that a common noun describes: "P is a lawyer who ...", "X, a firm that ..."; not "one of the firms"."""
    if noun.tag_ != "NN" or not any(c.dep_ in ("relcl", "acl") for c in noun.children):
        return None
    if noun.dep_ == "appos":
        return scene.mentions.at(passage, noun.head.i)
    if noun.dep_ == "attr" and lemma(noun.head) == "be":
        subjects = [scene.mentions.at(passage, s.i) for s in noun.head.children if s.dep_ == "nsubj"]
        return next((mention for mention in subjects if mention is not None), None)
    return None


def _own(scene: Scene, passage: int, token: Token) -> FoundMention | None:
    """The mention at a token; in "Pell Instruments plc" the name may end before the suffix."""
    own = scene.mentions.at(passage, token.i)
    if own is not None and own.end > token.i + 1 and token.dep_ == "poss" and scene.type_of(own) == "Collective":
        return None  # "the company's customers" are a group: the company is none of it
    if own is None and token.i and token.text.rstrip(".").lower() in _SUFFIXES:
        before = scene.mentions.at(passage, token.i - 1)
        return before if before is not None and before.kind is MentionKind.NAME else None  # no "her company"
    return own


_SUFFIXES = frozenset(
    """
    plc inc ltd llc llp ag nv se sa gmbh corp co kk oy ab asa corporation limited incorporated company group holdings
    """.split()
)


def _is_former(token: Token) -> bool:
    """Former staff do nothing for whom they have left."""
    return any(child.lower_ in ("former", "ex", "previous", "past") for child in token.children)


def _named_after(scene: Scene, passage: int, token: Token) -> FoundMention | None:
    """The name that follows a common noun within its noun phrase."""
    if token.pos_ not in ("NOUN", "ADJ", "VERB"):
        return None
    doc = token.doc
    for following in doc[token.i + 1 : token.i + 5]:
        mention = scene.mentions.at(passage, following.i)
        if mention is not None:
            return mention if mention.start == following.i else None
        if following.pos_ not in ("NOUN", "PROPN") and following.text not in ("-", "up"):
            return None
    return None


def _owners(scene: Scene, passage: int, token: Token, letters: str) -> list[FoundMention]:
    owners: list[FoundMention] = []
    for child in token.children:
        heads = [child] if child.dep_ in ("poss", "compound") else []
        if child.dep_ == "prep" and child.lower_ in ("at", "of", "in"):
            heads = [t for t in child.children if t.dep_ == "pobj"]
        for head in heads:
            mention = scene.mentions.at(passage, head.i)
            if mention is not None and (not letters or scene.letter(mention) in letters):
                owners.append(mention)
    return owners[:1]


_GROUPS = frozenset("consortium syndicate group partnership team trio pair duo alliance coalition fund".split())
_LEADING = frozenset("lead head manage advise comprise consist form make compose spearhead".split())
_LABELS = frozenset(
    "chain brand business company firm group retailer airline label network franchise website bank".split()
)


def _members(scene: Scene, passage: int, token: Token, letters: str) -> list[FoundMention]:
    """Who acts in "a consortium of A and B", "a group led by C", "funds managed by D"."""
    if lemma(token) not in _GROUPS:
        return []
    heads: list[Token] = []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "between"):
            heads += [t for t in child.children if t.dep_ == "pobj"]
        elif child.dep_ == "acl" and lemma(child) in _LEADING:
            heads += [t for p in child.children if p.lower_ in ("by", "of", "between") for t in p.children]
            heads += [t for p in child.children for q in p.children if q.lower_ == "of" for t in q.children]
            heads += [t for t in child.children if t.dep_ == "dobj"]
    found = [scene.mentions.at(passage, member.i) for head in heads for member in coordinated(head)]
    return [m for m in found if m is not None and (not letters or scene.letter(m) in letters)]


def _labelled(scene: Scene, passage: int, token: Token, letters: str) -> list[FoundMention]:
    """The name in "the X clothing chain"."""
    if lemma(token) not in _LABELS:
        return []
    found = [scene.mentions.at(passage, c.i) for c in token.children if c.dep_ in ("compound", "nmod")]
    # "the A clothing chain" is A, "the A dealer sales network" is not.
    near = [m for m in found if m is not None and sum(t.pos_ == "NOUN" for t in token.doc[m.end : token.i]) < 2]
    return [m for m in near if not letters or scene.letter(m) in letters][:1]


def _examples(scene: Scene, passage: int, token: Token, letters: str) -> list[FoundMention]:
    found: list[FoundMention] = []
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in ("including", "as", "like"):
            for head in (child for child in prep.children if child.dep_ == "pobj"):
                for member in coordinated(head):
                    mention = scene.mentions.at(passage, member.i)
                    if mention is not None and (not letters or scene.letter(mention) in letters):
                        found.append(mention)
    return found
