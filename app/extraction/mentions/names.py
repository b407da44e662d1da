"""The names of an article: which runs of capitals are names at all, of what type each is, and everywhere it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import (
    ABSTRACT_ENDINGS,
    COMPANY_NOUNS,
    DEMONYMS,
    MASS_NOUNS,
    OPENERS,
    PRODUCT_HEADS,
    ROLE_HEADS,
)
from app.extraction.mentions.capitals import HYPHENS, is_kin, is_legal_form
from app.extraction.mentions.clauses import is_listed_place, tells_where_from
from app.extraction.mentions.context import context_votes
from app.extraction.mentions.genitives import Run
from app.extraction.mentions.learned import Place, add_learned, learned_votes
from app.extraction.mentions.runs import find_runs
from app.extraction.mentions.types import COMPANY, ORGANIZATIONS, PERSON, PLACE, PRODUCT, spelling_votes, total, winner
from app.extraction.parsing.dictionary import is_listed_word
from app.extraction.parsing.passages import Passage
from app.extraction.values.money import is_currency

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A name nobody tells us anything of is most often a company: this is business news.
_UNKNOWN = 0.6
# However often a name is said, the words around it count no more than this for one type.
_MOST_CONTEXT = 8.0
_RECOGNISER_WEIGHT = 2.0
# A single word with this many votes is surely a company, surely a surname; a full name with fewer than that is a guess.
_SURE_SHORT, _SURE_SURNAME, _GUESSED = 1.5, 5.0, 3.7
# So little more for a firm than for a person gives way to what is known of the surname: "Ms. Roe".
_CLOSE = 2.0
# What the context must say to make a name of a word that opens its sentence.
_SURE = 3.0
# Of what there are chiefs and heads that are no company's.
_OFFICES = frozenset(
    """Union Fire Police State City County Town Village Board Team School Club Church Party Army Navy Hospital Station
    Industry Government Campaign Committee Council Harbour Harbor Company Group Bank Family
    Factory Plant Branch Shire Borough Parish""".split()
)
_OFFICIALS = frozenset("officials leaders bosses chiefs heads officers representatives spokespeople members".split())
_NO_PERSON = frozenset({"of", "and", "&", "for", "in"})
_DETERMINERS = frozenset("the a an this that these those its their his her our every each another".split())


@dataclass(frozen=True)
class Name:
    """One spelling of a name in the article, with the votes on its type and where it first stands (passage, token)."""

    text: str
    tokens: tuple[str, ...]
    type: str
    score: float
    votes: tuple[tuple[str, float], ...]
    first: tuple[int, int]

    @cached_property
    def words(self) -> list[str]:
        """Its words without commas; hyphenated ones are one."""
        return self.text.replace(",", " ").split()

    @cached_property
    def core(self) -> list[str]:
        """Its words without a legal form at the end."""
        words = self.words
        while len(words) > 1 and is_legal_form(words[-1]):
            words = words[:-1]
        return words

    @property
    def is_organization(self) -> bool:
        """Whether it is a company, a body or a unit."""
        return self.type in ORGANIZATIONS


@dataclass(frozen=True, order=True)
class Spot:
    """A place where a name stands."""

    passage: int
    start: int
    end: int
    text: str


def find_names(passages: Sequence[Passage]) -> list[Name]:
    """Every name of the article with its type, in order of appearance."""
    groups: dict[str, list[Run]] = defaultdict(list)
    for run in find_runs(passages):
        groups[run.text].append(run)
    lowercase = {token.text for passage in passages for token in passage.doc if token.is_lower} - groups.keys()
    heads = {text.split()[0] for text in groups if " " in text and text.split()[0] not in OPENERS | DEMONYMS}
    parts = heads | {text.split()[-1] for text in groups if " " in text}
    found = (_name(runs, passages) for runs in groups.values() if _is_name(runs, passages, lowercase, heads, parts))
    names = [name for name in found if name is not None]
    singular = {name.text for name in names}
    several = {name.text for name in names if name.text[:-1] in singular and _are_several(groups[name.text], passages)}
    return _agreed(sorted((name for name in names if name.text not in several), key=lambda name: name.first))


def _are_several(runs: Sequence[Run], passages: Sequence[Passage]) -> bool:
    """Whether it speaks of many like one that is named: "a dozen Acmes", "the Roes"."""
    docs = [(passages[run.passage].doc, run) for run in runs]
    plural = all(run.text.endswith("s") and doc[run.end - 1].tag_ in {"NNPS", "NNP"} for doc, run in docs)
    return plural and not any(_acts(run, passages) for run in runs)


def _agreed(names: Sequence[Name]) -> list[Name]:
    """The names, where a guess at a full name gives way to what is surely known of its first or last word alone."""
    alone = [name for name in names if len(name.words) == 1]
    companies = {n.text for n in alone if n.is_organization and n.score >= _SURE_SHORT}
    people = {n.text for n in alone if n.type == PERSON and n.score >= _SURE_SURNAME}
    return [_corrected(name, companies, people) if len(name.words) > 1 else name for name in names]


def _corrected(name: Name, companies: set[str], people: set[str]) -> Name:
    if name.type == PERSON and name.score < _GUESSED and name.words[0] in companies:
        return replace(name, type=COMPANY)
    doubtful = name.type == PLACE or (name.is_organization and name.score < _GUESSED and name.core == name.words)
    person = dict(name.votes).get(PERSON, 0.0)
    close = name.is_organization and name.core == name.words and person > _GUESSED and name.score - person < _CLOSE
    if (doubtful or close) and name.words[-1] in people and not _NO_PERSON & set(name.words):
        return replace(name, type=PERSON)
    return name


def find_spots(names: Iterable[Name], passages: Iterable[Passage]) -> list[Spot]:
    """Every place where one of the names stands, headings included; of overlapping ones the longest."""
    by_first_word: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_first_word[name.tokens[0]].append(name)
    for spellings in by_first_word.values():
        spellings.sort(key=lambda name: (-len(name.tokens), name.text))
    return [spot for passage in passages for spot in _passage_spots(passage, by_first_word)]


def _passage_spots(passage: Passage, by_first_word: Mapping[str, Sequence[Name]]) -> Iterable[Spot]:
    words = tuple(token.text for token in passage.doc)
    position = 0
    while position < len(words):
        spellings = by_first_word.get(words[position], ())
        found = next((n for n in spellings if words[position : position + len(n.tokens)] == n.tokens), None)
        if found is None:
            position += 1
            continue
        end = position + len(found.tokens)
        if len(found.tokens) == 1 and is_kin(passage.doc, end):  # "the Ashby family" is none of the Ashbys
            position = end
            continue
        yield Spot(passage.index, position, end, found.text)
        position = end


# --- is it a name, and of what ---------------------------------------------------------------------------------------


def _is_name(
    runs: Sequence[Run], passages: Sequence[Passage], lowercase: set[str], heads: set[str], parts: set[str]
) -> bool:
    """Whether a capitalised word is a name, where only its place may have given it the capital.

    `heads` are the first words of longer names, which stand for these; `parts` their first and last words.
    """
    text = runs[0].text
    if all(_is_trade(run, passages) for run in runs) or all(_is_language(run, passages) for run in runs):
        return False
    if all(_is_price(run, passages) for run in runs):
        return False
    if all(_is_office(run, passages) for run in runs) or all(_is_kicker(run, passages) for run in runs):
        return False
    if text not in heads and all(_is_count(run, passages) for run in runs):
        return False
    if any(not run.doubtful for run in runs) or (text in heads and any(_acts(run, passages) for run in runs)):
        return True
    if (text.lower() in lowercase and "." not in text) or text.lower() in COMPANY_NOUNS or text in DEMONYMS:
        return False
    return any(_stands_as_name(run, passages, text in parts) for run in runs)


def _is_trade(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it only says what a firm does, at the opening of a sentence: "Software group Acme"."""
    doc = passages[run.passage].doc
    known = doc[run.start].ent_type_ in ("GPE", "LOC") or is_listed_place(doc[run.start])
    return run.doubtful and not known and tells_where_from(doc, run.end)


def _is_price(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it is no more than the currency of a sum: "NKr 870m", "S$150 million", "R1.4bn"."""
    doc, figures = passages[run.passage].doc, run.text.lstrip("$€£")[-1:].isdigit()
    before_sum = run.end < len(doc) and doc[run.end].text[:1].isdigit()
    return (figures or before_sum) and is_currency(run.text)


def _is_language(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it only says in what language a name is: "a chain (Kalaallisut: Brugseni)"."""
    doc = passages[run.passage].doc
    within = run.end - run.start == 1 and run.start > 0 and run.end < len(doc)
    return within and doc[run.start - 1].text == "(" and doc[run.end].text == ":"


def _is_office(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it is the first word of an office at the opening of a sentence: "Fire chief Jane Roe"."""
    doc = passages[run.passage].doc
    after = doc[run.end].lower_ if run.end < len(doc) else ""
    return run.doubtful and doc[run.start].text in _OFFICES and after in ROLE_HEADS | _OFFICIALS


def _is_kicker(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it is a label in capitals that a paragraph opens with: "BIG ROUND. Acme has raised", "EXIT: Acme"."""
    doc = passages[run.passage].doc
    # A single word before a colon is as likely the firm itself.
    marks = {".", ":"} if " " in run.text else {"."}
    labelled = run.start == 0 and run.end + 1 < len(doc) and doc[run.end].text in marks
    return labelled and doc[: run.end].text.isupper()


_COUNT = re.compile(r"#|\d{1,2}")


def _is_count(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it is a common word before the number of one of several: "the Batch 17 images", "Lesson #2"."""
    doc = passages[run.passage].doc
    after = doc[run.end] if run.end < len(doc) else None
    if after is None or run.end - run.start > 1 or not doc[run.start].is_alpha:
        return False
    return _COUNT.fullmatch(after.text) is not None and is_listed_word(doc[run.start])


def _acts(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it stands as a name would: "Acme, which", "Acme sells", "Acme's"."""
    doc = passages[run.passage].doc
    after = doc[run.end] if run.end < len(doc) else None
    return after is not None and (after.text in {",", "'s", "’s"} or after.tag_ in {"VBZ", "VBD", "MD"})


def _stands_as_name(run: Run, passages: Sequence[Passage], part: bool) -> bool:
    """Whether it is used as a name is; `part`: it is the first or last word of a longer one and may be short for it."""
    doc = passages[run.passage].doc
    if max(total(context_votes(doc, run)).values(), default=0.0) >= _SURE:
        return True
    token = doc[run.start]
    if _is_apposed(doc, run):
        return True
    if (
        run.end - run.start == 1
        and not part
        and is_listed_word(token)
        and not (_is_agent(token) or is_listed_place(token))
    ):
        return False  # "Quick hits", "Rumour: a bid", "Hype is a loan"
    if token.tag_ in {"NNS", "NNPS"} and token.text.endswith("s") and "." not in token.text:
        return token.ent_type_ in {"ORG", "GPE"}
    if token.ent_type_ in {"ORG", "PERSON", "GPE", "PRODUCT"} or token.tag_ == "NNP":
        return not token.text.endswith(ABSTRACT_ENDINGS) or token.ent_type_ != ""
    # "Quarry hired", "Tolk lost": a singular subject without an article, and neither a mass noun nor an abstract one.
    common = token.lower_ in MASS_NOUNS or token.lower_.endswith(("s", *ABSTRACT_ENDINGS))
    subject = token.dep_ in {"nsubj", "nsubjpass"} and token.tag_.startswith("NN") and token.head.pos_ == "VERB"
    return subject and not common and not any(child.i < token.i for child in token.children)


def _is_agent(token: Token) -> bool:
    """Whether it does what firms and people do, or has something."""
    after = token.nbor().text if token.i + 1 < len(token.doc) else ""
    if token.i and token.nbor(-1).text in HYPHENS and not token.nbor(-1).whitespace_:
        return True  # "ex-Acme"
    subject = token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ in {"VERB", "AUX"}
    # "Quick hits": nothing follows that would be done.
    acts = subject and token.head.lemma_ not in {"be", "have"} and token.head.i + 1 < len(token.doc)
    # "Inhale is part of Acme", "Inhale is to become a unit of Acme"
    told = subject and token.head.lemma_ == "be"
    belongs = told and any(c.dep_ == "xcomp" or (c.dep_ == "attr" and c.lower_ == "part") for c in token.head.children)
    return after in {"'s", "’s"} or acts or belongs


def _is_apposed(doc: Doc, run: Run) -> bool:
    """Whether a word opens a sentence as names do that are told of at once: "Oranje, the fund that owns X, cut"."""
    if run.end - run.start > 1 or doc[run.start].lower_.endswith(("ly", "s")) or run.end + 2 >= len(doc):
        return False
    if doc[run.end].text != "," or doc[run.end + 1].lower_ not in {"the", "a", "an"}:
        return False
    nouns = [t for t in doc[run.end + 2 : run.end + 7] if t.lemma_.lower() in COMPANY_NOUNS]
    closing = next((t for t in doc[run.end + 2 : run.end + 30] if t.text in {",", ";", "."}), None)
    if not nouns or closing is None or closing.text != "," or closing.i + 1 >= len(doc):
        return False
    # "Meanwhile, the fund, which owns X, cut its stake": there the clause is the fund's.
    return doc[closing.i + 1].tag_ in {"VBD", "VBZ", "MD"} and nouns[0].i < closing.i


def _name(runs: Sequence[Run], passages: Sequence[Passage]) -> Name | None:
    votes = _votes(runs, passages)
    kind, score = winner(votes)
    if kind is None:
        return None
    first = min(runs)
    if kind == PRODUCT and all(_product_noun(run, passages) for run in runs):
        first = replace(first, end=first.end + 1, text=passages[first.passage].span(first.start, first.end + 1).text)
    tokens = tuple(token.text for token in passages[first.passage].doc[first.start : first.end])
    return Name(first.text, tokens, kind, score, tuple(sorted(votes.items())), (first.passage, first.start))


def _product_noun(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it is "Talon" in "the Talon headset": the noun belongs to the product's name."""
    doc = passages[run.passage].doc
    return run.end < len(doc) and doc[run.end].lower_ in PRODUCT_HEADS and doc[run.end - 1].head.i == run.end


def _votes(runs: Sequence[Run], passages: Sequence[Passage]) -> dict[str, float]:
    """The votes of the rules, and on full names also the learned one."""
    places = [Place.of(passages[run.passage].doc, run) for run in runs]
    votes = _ruled(places, passages)
    if " " in runs[0].text and winner(votes)[0] is not None:
        add_learned(votes, learned_votes(places))
    if all(_is_the(run, passages) for run in runs):
        votes.pop(PERSON, None)
    if _NO_PERSON & set(runs[0].text.split()) or re.search(r"['’]s\b", runs[0].text):
        votes.pop(PERSON, None)
    return {kind: round(weight, 3) for kind, weight in votes.items()}


def _is_the(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether it is "the Ledger", which is nobody; in "the Ledger affair" it may be."""
    doc = passages[run.passage].doc
    one = run.end - run.start == 1 and run.start > 0 and doc[run.start].dep_ not in ("compound", "nmod", "poss")
    return one and doc[run.start - 1].lower_ == "the"


def _ruled(places: Sequence[Place], passages: Sequence[Passage]) -> dict[str, float]:
    """The votes of spelling, of the recogniser (a mean: it repeats its mistakes) and of the context (up to a limit)."""
    runs = [place.run for place in places]
    sums = total(spelling_votes(runs[0].text.replace(",", " ").split()))
    recognised = total(vote for place in places for vote in place.recognised.items())
    around = total(vote for place in places for vote in place.around.items())
    for kind, weight in recognised.items():
        sums[kind] = sums.get(kind, 0.0) + _RECOGNISER_WEIGHT * weight / len(runs)
    for kind, weight in around.items():
        sums[kind] = sums.get(kind, 0.0) + min(weight, _MOST_CONTEXT)
    if any(_lacks_article(run, passages) for run in runs):
        sums[COMPANY] = sums.get(COMPANY, 0.0) + _UNKNOWN
        if runs[0].end - runs[0].start in (2, 3):
            sums[PERSON] = sums.get(PERSON, 0.0) + _UNKNOWN
    return sums


def _lacks_article(run: Run, passages: Sequence[Passage]) -> bool:
    """Whether nothing like "the" or "its" stands before it: names of agents go without."""
    return run.start == 0 or passages[run.passage].doc[run.start - 1].lower_ not in _DETERMINERS
