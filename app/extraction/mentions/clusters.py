"""Which names of an article are one entity: by spelling, as short forms, as initials, or because the text says so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.extraction.lexicon.given_names import EAST_ASIAN_SURNAMES
from app.extraction.lexicon.nouns import PARTICLES
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.mentions.distinct import names_another, told_apart
from app.extraction.mentions.names import Name, Spot
from app.extraction.mentions.types import COMPANY, ORGANIZATIONS, PERSON, PLACE, PRODUCT, UNIT, winner
from app.extraction.parsing.passages import Passage

# What stands between a name and its former, present or other name. Matched on the text between two neighbouring names.
_OPEN = r"\s*(?:,|\(|–|—|-)?\s*"
_IS = r"(?:(?:which|who)\s+)?(?:(?:is|was|has been|had been|is now|was then|were|are)\s+)?"
_KNOWN = r"(?:known|called|named|branded|operating|trading|listed|styled)\s+(?:as\s+)?"
_QUOTE = r"[\"“‘']?"
# "Until 1998", "until the end of May 1998"; "X until he joined Y" tells of two.
_UNTIL = (
    r"until\s+(?:recently|now|then|(?:last|this)\s+\w+|"
    r"(?:(?:the|early|late|mid|end|start|beginning|summer|spring|autumn|fall|winter|of|in|\d{1,2}|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[\s-]+){0,4}?"
    r"\d{4}s?),?"
)
_FORMER = re.compile(
    rf"^(?:{_OPEN}|\s*:\s*){_IS}(?:formerly|previously|once|originally|née|{_UNTIL})\s+(?:{_KNOWN})?(?:the\s+)?{_QUOTE}$",
    re.IGNORECASE,
)
_FORMER_BRACKET = re.compile(
    rf"^\s*\(\s*(?:[\w\s-]{{2,40}},\s+)?(?:formerly|previously|ex|originally|once|née)[\s-]+(?:{_KNOWN})?$",
    re.IGNORECASE,
)
# "X, the data company previously known as": what stands between says what X is.
_FORMER_KIND = re.compile(
    rf"^,\s+(?:the|an?)\s+(?:[\w-]+\s+){{1,7}}(?:(?:formerly|previously|once|originally)\s+{_KNOWN}|"
    rf"\((?:formerly|previously|once|originally|ex)[\s-]+(?:{_KNOWN})?)(?:the\s+)?{_QUOTE}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    rf"^(?:\s*\(\s*(?:now|today|currently)\s+(?:{_KNOWN})?|{_OPEN}{_IS}(?:now|today|currently|later|since)\s+{_KNOWN})"
    rf"(?:the\s+)?{_QUOTE}$",
    re.IGNORECASE,
)
_RENAMED = re.compile(
    r"^[,\s]*(?:which\s+|who\s+)?(?:(?:has|had|was|is|been|being|since|later|then|subsequently|recently|itself)\s+)*"
    r"(?:(?:renamed|rebranded|rechristened|renaming|rebranding)(?:\s+(?:itself|themselves))?(?:\s+(?:as|to|into))?"
    r"|(?:changed|changes|changing)\s+(?:its|their|the\s+company(?:'|’)s|his|her)\s+name(?:\s+from\s+[\w\s&.-]{2,40}?)?\s+to"
    rf"|became\s+known\s+as|adopted\s+the\s+name)\s+(?:the\s+)?{_QUOTE}$",
    re.IGNORECASE,
)
_RENAMED_FROM = re.compile(
    rf"^\s+(?:has\s+|had\s+)?(?:changed|changes)\s+(?:its|their)\s+name\s+from\s+{_QUOTE}$", re.IGNORECASE
)
_ALSO = re.compile(
    rf"^{_OPEN}(?:(?:also|better|commonly|popularly|widely|often|usually|professionally)\s+)*"
    r"(?:(?:known|referred\s+to|abbreviated|called|branded|trading|styled)\s+(?:simply\s+)?(?:as\s+|to\s+)?"
    r"|a\.?k\.?a\.?\s+|d/?b/?a\s+)"
    rf"(?:the\s+)?{_QUOTE}$",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"^[,\s]*\(\s*(?:(?:or|the|hereinafter|together)\s+)*[\"“‘]\s*$")
_BRACKET = re.compile(r"^\s*\(\s*$")
_DISTINCT = re.compile(
    r"not\s+to\s+be\s+confused|no\s+relation|unrelated\s+to|not\s+(?:be\s+)?affiliated|distinct\s+from", re.IGNORECASE
)
# "Acme Ventures, the investment arm of the insurer Acme": two firms.
_PART_OF = re.compile(
    r"^,? (?:which is |is )?(?:the|an?) (?:[\w-]+ ){0,4}?"
    r"(?:arm|unit|subsidiary|division|affiliate|offshoot|brand|wing|fund) of (?:the )?(?:[\w-]+ ){0,4}$"
)
_SMALL_WORDS = PARTICLES | {"and", "&", "for", "of", "the", "in", "on", "at"}
_LONGEST_GAP = 90
_SURE_PERSON = 2.5
# What a town's name has without anything around it that speaks of a place.
_GAZETTEER_ONLY = 3.0
# A surname that has been introduced stays one unless it has this many more votes for a company.
_SURE_COMPANY = 6.0
# So close are a company and the person whom it may be named after.
_CLOSE = 3.0
# Words that make a name longer than its short form and yet another thing: "Acme" is not "Acme Ventures".
_OFFSHOOTS = frozenset(
    """Bank Ventures Capital Foundation Labs Lab Research Cloud Music Pay Games Studios Foods Health Energy Insurance
    Asset Financial University Institute Europe Asia Canada UK US India Japan China Australia Germany France""".split()
)
# Where several names share a first word, one that ends in these is the parent.
_HEADS = frozenset({"Group", "Holding", "Holdings", "Company", "Corporation"})


@dataclass(frozen=True)
class Cluster:
    """The names of one entity. `name` is the fullest of its present names."""

    name: str
    type: str
    names: tuple[Name, ...]


def cluster(names: Sequence[Name], spots: Sequence[Spot], passages: Sequence[Passage]) -> list[Cluster]:
    """The entities of an article, in order of appearance."""
    by_text = {name.text: name for name in names}
    forms = _Union(by_text)
    stated = list(_stated(spots, by_text, passages))
    apart = {frozenset(pair.names) for pair in stated if pair.relation == "distinct"}
    apart |= told_apart(spots, by_text, passages)
    # An old name is none of the forms of the present one, however much they have in common.
    unlike = apart | {frozenset(pair.names) for pair in stated if pair.relation == "former"}
    for one, other in _same_form(names):
        forms.join(one, other, unlike)
    for one, other in _short_forms(names, unlike):
        forms.join(one, other, unlike)
    for pair in stated:
        if pair.relation == "also" and PLACE not in {by_text[text].type for text in pair.names}:
            forms.join(*pair.names, unlike)
    whole = forms.copy()
    former: set[str] = set()
    for pair in stated:
        if pair.relation == "former" and forms.root(pair.names[0]) != forms.root(pair.names[1]):
            former.add(forms.root(pair.names[1]))
            whole.join(*pair.names, apart)
    groups = whole.groups(names)
    return [_cluster(group, {n.text for n in group if forms.root(n.text) in former}) for group in groups]


def _cluster(group: Sequence[Name], former: set[str]) -> Cluster:
    kind = _type(group)
    present = [name for name in group if name.text not in former] or list(group)
    fullest = max(present, key=lambda n: (n.type == kind or n.is_organization, *_fullness(n)))
    return Cluster(fullest.text, kind, tuple(group))


def _type(group: Sequence[Name]) -> str:
    """The type of the full names, if there are any; which kind of organisation it is, all its names say."""
    full = [name for name in group if len(name.words) > 1] or group
    kinds = {name.type for name in full}
    if len(kinds) == 1 and not full[0].is_organization:
        return full[0].type
    organisation = all(name.is_organization for name in full)
    votes: dict[str, float] = {}
    for name in group if organisation else full:
        for kind, weight in name.votes:
            if not organisation or kind in ORGANIZATIONS:
                votes[kind] = votes.get(kind, 0.0) + weight
    return winner(votes)[0] or full[0].type


def _fullness(name: Name) -> tuple[int, int, int, tuple[int, int]]:
    """The order of a name's forms: more words, then not in capitals throughout, then longer, then the earlier."""
    return len(name.words), not name.text.isupper(), len(name.text), (-name.first[0], -name.first[1])


class _Union:
    """Names joined into groups; a join that would put two names together which the text tells apart is refused."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._root = {text: text for text in texts}
        self._members = {text: [text] for text in self._root}

    def copy(self) -> _Union:
        twin = _Union(())
        twin._root = dict(self._root)
        twin._members = {root: list(members) for root, members in self._members.items()}
        return twin

    def root(self, text: str) -> str:
        return self._root[text]

    def join(self, one: str, other: str, apart: set[frozenset[str]]) -> None:
        first, second = sorted((self._root[one], self._root[other]))
        if first == second:
            return
        sides = self._members[first], self._members[second]
        if apart and any(frozenset((a, b)) in apart for a in sides[0] for b in sides[1]):
            return
        for text in self._members.pop(second):
            self._root[text] = first
            self._members[first].append(text)

    def groups(self, names: Sequence[Name]) -> list[list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in names:
            found.setdefault(self._root[name.text], []).append(name)
        return list(found.values())


# --- the same by form ------------------------------------------------------------------------------------------------


def _key(name: Name) -> str:
    """What two spellings of one name have in common."""
    words = [word for word in name.core if word.lower() != "the"]
    plain = unicodedata.normalize("NFKD", " ".join(words).casefold().replace("&", "and"))
    return re.sub(r"[^\w ]|_", "", "".join(c for c in plain if not unicodedata.combining(c))).strip() or name.text


def _same_form(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    first: dict[str, Name] = {}
    for name in names:
        known = first.setdefault(_key(name), name)
        if known is not name:
            yield known.text, name.text


# --- short for another -----------------------------------------------------------------------------------------------


def _short_forms(names: Sequence[Name], apart: set[frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Each short name with the one full name that it can be short for."""
    by_word = _by_word(names)
    for name in names:
        near = {n.text: n for key in _look_ups(name) for n in by_word.get(key, ()) if n is not name}
        near = {text: n for text, n in near.items() if frozenset((text, name.text)) not in apart}
        people = _introduced(name, [n for n in near.values() if _is_part_of_person(name, n)])
        organisations = [n for n in near.values() if _is_part_of_organisation(name, n)]
        full = _one_entity(people) if _reads_as_person(name, people, organisations) else _main(organisations)
        if full is not None:
            yield name.text, full.text


def _introduced(short: Name, people: Sequence[Name]) -> list[Name]:
    """Of several people of one surname the one introduced before it is used alone; all if that does not tell."""
    before = [full for full in people if full.first < short.first]
    apart = len({full.words[0] for full in people}) > 1
    return before if apart and len({full.words[0] for full in before}) == 1 else list(people)


def _by_word(names: Sequence[Name]) -> dict[str, list[Name]]:
    """The names of several words by their first and last word and their initials, so that few need comparing."""
    index: dict[str, list[Name]] = {}
    for name in names:
        if len(name.words) > 1:
            keys = {name.words[0].casefold(), name.core[-1].casefold(), *("".join(i) for i in _initials(name))}
            for key in sorted(keys):
                index.setdefault(key, []).append(name)
    return index


def _look_ups(short: Name) -> list[str]:
    return [short.words[0].casefold(), short.words[-1].casefold(), short.text.replace(".", "")]


def _reads_as_person(name: Name, people: Sequence[Name], organisations: Sequence[Name]) -> bool:
    votes = dict(name.votes)
    person = votes.get(PERSON, 0.0)
    organisation = sum(votes.get(kind, 0.0) for kind in ORGANIZATIONS)
    if not people or (organisations and organisation >= person):
        return False
    introduced = any(full.first < name.first for full in people)
    if introduced and len(name.words) > 1 and name.words[0].lower() in PARTICLES:
        return True  # "De Vries" after "Anna de Vries"
    return organisation - person < (_SURE_COMPANY if introduced else 0.0) or person > organisation


def _is_part_of_person(short: Name, full: Name) -> bool:
    """Whether it is the surname, the given name, or given name and surname of a longer name."""
    if full.type != PERSON or len(full.words) <= len(short.words) or short.type not in {PERSON, COMPANY, PLACE}:
        return False
    long_words, words = full.words, short.words
    surname = _is_surname(words, long_words)
    given = long_words[: len(words)] == words and (
        short.type == PERSON or (full.first < short.first and _may_be_a_person(short))
    )
    return surname or given or (len(words) == 2 and words == [long_words[0], long_words[-1]])


def _may_be_a_person(short: Name) -> bool:
    """Whether little speaks for a company, or much for a person too."""
    person = dict(short.votes).get(PERSON, 0.0)
    return short.score < 3 or (person > 1 and short.score - person < _CLOSE)


def _is_surname(words: list[str], whole: list[str]) -> bool:
    """Whether it ends the whole name, or opens it where surnames come first; "Van Aalst" may open a sentence."""
    if len(words) == 1 and words[0] == whole[0] and words[0] in EAST_ASIAN_SURNAMES:
        return True
    if words[0].lower() in PARTICLES:
        words = [words[0].lower(), *words[1:]]
    return whole[-len(words) :] == words


def _is_part_of_organisation(short: Name, full: Name) -> bool:
    """Whether it is the first word or words, or the initials, of an organisation named in full before."""
    if not full.is_organization or short.type == PRODUCT or len(full.core) <= len(short.core):
        return False
    if _is_acronym(short, full):
        return True
    if short.core != short.words:
        return False  # with its legal form a name is whole: "Acme Games Corporation" is not "Acme Games Racing"
    starts = [w.casefold() for w in full.core[: len(short.core)]] == [w.casefold() for w in short.core]
    is_place = short.type == PLACE and short.score > _GAZETTEER_ONLY
    before = full.first < short.first or set(full.core[len(short.core) :]) <= _HEADS
    return starts and before and not is_place and not names_another(short, full)


def _is_acronym(short: Name, full: Name) -> bool:
    letters = short.text.replace(".", "")
    if len(short.words) > 1 or not letters.isupper() or not 2 <= len(letters) <= 6:
        return False
    return list(letters) in _initials(full)


def _is_ticker(short: Name, full: Name) -> bool:
    """Whether its capitals stand in an organisation's name in their order: "Quarry Loom Inc. (QRLM)"."""
    if not (short.is_organization and full.is_organization and re.fullmatch(r"[A-Z]{3,5}", short.text)):
        return False
    letters = iter("".join(full.core).upper())
    return full.text[:1].upper() == short.text[0] and all(letter in letters for letter in short.text)


def _initials(full: Name) -> tuple[list[str], list[str], list[str]]:
    """The initials: without small words, without these and the legal form, and of every word."""
    words = [part for word in full.words for part in re.split(r"[-/]", word) if part]
    large = [word for word in words if word.lower() not in _SMALL_WORDS]
    core = [word[0] for word in large if not is_legal_form(word)]
    return [word[0] for word in large], core, [word[0].upper() for word in words]


def _one_entity(candidates: Sequence[Name]) -> Name | None:
    """The candidate, if all are forms of one person (one's words contain the others')."""
    if not candidates:
        return None
    longest = max(candidates, key=lambda n: len(n.words))
    return longest if all(set(n.words) <= set(longest.words) for n in candidates) else None


def _main(candidates: Sequence[Name]) -> Name | None:
    """The organisation that a short form means: the only one, or the only one that is no offshoot of another."""
    if len({_key(name) for name in candidates}) > 1:
        candidates = [n for n in candidates if n.type != UNIT and n.core[-1] not in _OFFSHOOTS]
        heads = [n for n in candidates if n.core != n.words or n.core[-1] in _HEADS]
        candidates = heads if len({_key(name) for name in heads}) == 1 else candidates
    keys = {_key(name) for name in candidates}
    nested = [n for n in candidates if all(_key(n).startswith(key) or key.startswith(_key(n)) for key in keys)]
    return nested[0] if nested and len(nested) == len(candidates) else None


# --- what the text says ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Stated:
    """What a sentence says of two names: `former` (the second is the first's old name), `also`, or `distinct`."""

    relation: str
    names: tuple[str, str]


def _stated(spots: Sequence[Spot], names: dict[str, Name], passages: Sequence[Passage]) -> Iterator[_Stated]:
    for left, right in pairwise(spots):
        if left.passage != right.passage or left.text == right.text or right.start < left.end:
            continue
        doc = passages[left.passage].doc
        gap = doc[left.end - 1].whitespace_ + doc[left.end : right.start].text_with_ws
        if len(gap) > _LONGEST_GAP or not _may_be_one(names[left.text], names[right.text]):
            continue
        after = doc[right.end : right.end + 2].text
        found = _relation(gap, after, names[left.text], names[right.text])
        if found:
            yield found


def _may_be_one(left: Name, right: Name) -> bool:
    """Whether the types allow it. A single word that the recogniser alone takes for a person may be anything."""
    sure = [
        name for name in (left, right) if name.type == PERSON and (len(name.words) > 1 or name.score > _SURE_PERSON)
    ]
    return left.type == right.type or not sure


def _relation(gap: str, after: str, left: Name, right: Name) -> _Stated | None:
    possessed = after.startswith(("'s", "’s")) and "(" not in gap
    if _DISTINCT.search(gap) or _PART_OF.match(gap):
        return _Stated("distinct", (left.text, right.text))
    if possessed:
        return None
    if _FORMER.match(gap) or _FORMER_BRACKET.match(gap) or _FORMER_KIND.match(gap):
        return _Stated("former", (left.text, right.text))
    if _NOW.match(gap) or _RENAMED.match(gap):
        return _Stated("former", (right.text, left.text))
    if _RENAMED_FROM.match(gap):
        return _Stated("former", (left.text, right.text))
    closed = after.startswith((")", "”", '"', "’"))
    acronym = (
        _BRACKET.match(gap)
        and closed
        and (_is_acronym(right, left) or _is_acronym(left, right) or _is_ticker(right, left))
    )
    if acronym or _ALSO.match(gap) or (_DEFINED.match(gap) and closed):
        return _Stated("also", (left.text, right.text))
    return None
