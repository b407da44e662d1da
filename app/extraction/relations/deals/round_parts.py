"""Who led a funding round, who took part, who stayed away: of the round of a sentence or of one shortly before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.rounds import (
    ROUND,
    ROUND_NOUN,
    investing,
    left_out,
    round_named,
    stands_beside,
    with_round,
)
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase, Span

# The company of a round that the text speaks of in this sentence or has just spoken of.
_RAISE = {
    "raise": (
        rf"(?<!\bof\s){{O:o}}(?: (?:of|in|from) {{LO}})?(?:, (?:(?!{{O}})[^.;]){{3,140}}?,)?,? (?:[\w'-]+ "
        rf"){{0,3}}(?P<t>raised|secured|closed|landed|announced|received|taken|took|attracted) "
        rf"(?:[^.;]{{0,60}}?)(?:{{M}}|{ROUND})"
    ),
    "its round": rf"{{O:o}}'s (?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?(?P<t>{ROUND_NOUN})",
    "round in": rf"(?P<t>{ROUND_NOUN})(?: round)?(?: of {{M}})? (?:of|in|for|at|by) {{DESC}}{{O:o}}",
    "valued": r"{O:o},? (?:which )?(?:is |was |has been )?(?P<t>valued) at [^.;]{0,30}? (?:round|financing|raise)",
}
_THE_ROUND = (
    rf"(?:(?:the|an?|its|{{O}}'s|this|that)? ?(?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?{ROUND_NOUN}|the (?:deal|investment))"
)
TOOK_PART = {
    "led": (
        rf"{{OP+:s}} (?:also |jointly |had )?(?P<t>co-led|led|leads|headed|anchored)"
        rf"(?: {_THE_ROUND}\b|(?=[.,;]| and ))"
    ),
    "led by": (
        rf"{ROUND_NOUN}(?:(?! by |{{O}} (?:led|raised))[^.;]){{0,70}}?,? (?:which )?(?:was |is |were )?(?:being )?"
        rf"(?P<t>co-led|led|anchored) (?:jointly )?by {{DESC}}{{OP+:s}}"
    ),
    "led with": (
        rf"{{OP}} (?P<t>co-led) {_THE_ROUND}\b(?: (?:of|in|for) {{O}})?,? (?:together )?(?:with|alongside) "
        rf"{{DESC}}{{OP+:s}}"
    ),
    "took part": (
        r"{OP+:s} (?:also |both |all )?(?P<t>took part|participated|joined (?:the|that) round|joined in(?! {T})|"
        r"chipped in|"
        rf"(?:contributed to|took part in|participated in|joined) {_THE_ROUND})\b"
    ),
    "so did": (
        r"(?:took part|participated|joined in|invested|came in|chipped in)(?: too| again)?,? "
        r"(?:and so(?:, [^,;.]{1,30},)?|as) did {DESC}{OP+:s}"
    ),
    "participation": (
        r"(?P<t>participation|contributions?|backing|money|cheques?|checks?) (?:also )?(?:came "
        r")?(?:from|by|of) (?:both )?"
        r"{DESC}{OP+:s}(?:(?:,| and|, and|,? as well as) from (?:the )?{PLAIN}{OP+:q})?"
    ),
    "led by and joined by": (
        r"(?:led|co-led|headed|anchored) by {PLAIN}{OP+}(?:, [^,;.]{3,60},)?,? (?:and (?:was )?|who (?:was|were) |"
        r"which was )?(?P<t>joined) by "
        r"{DESC}{OP+:s}"
    ),
    "joined by": rf"{ROUND_NOUN}(?:(?! by )[^.;]){{0,60}}?,? (?P<t>joined|accompanied) by {{DESC}}{{OP+:s}}",
    "alongside": (
        rf"(?:{ROUND_NOUN}(?:(?! by )[^.;]){{0,60}}?|(?:led|anchored|backed) by {{DESC}}{{OP+}}|"
        rf"{{M}} from {{DESC}}{{OP+}}),? "
        rf"(?P<t>alongside|along with|together with) {{PLAIN}}{{OP+:s}}(?!'s)"
    ),
    "in the lead": r"with {DESC}{OP:s} (?P<t>in the lead|in the driving seat|as (?:the |its )?lead(?: investor)?)\b",
    "with x taking part": (
        r"with {DESC}{OP+:s}(?:, (?:an?|the|its) [^,.;]{3,60},)? (?:also )?(?P<t>participating|taking part|"
        r"joining|chipping "
        r"in|contributing)"
    ),
    "existing": (
        r"(?P<t>existing|returning|previous|earlier|new|other) "
        r"(?:investors?|backers?|shareholders?)(?: include[sd]?| were|,|:)? "
        r"{DESC}{OP+:s}"
    ),
    "round includes": (
        rf"{ROUND_NOUN}(?:, (?:which|that) [^,;.]{{3,60}},)? (?:also |has |had )*"
        rf"(?P<t>included?s?|drew|drawn|attracted|brought in) (?:series [a-h] lead |{{DESC}}){{OP+:s}}"
    ),
    "was the investor": (
        r"(?P<only>sole|only|lone|single|lead|main|other|second|biggest|largest) (?P<t>investor|backer|participant)s? "
        r"(?:in (?:the|that) (?:round|raise|deal) |this time )?(?:is|was|were|are) {DESC}{OP+:s}(?!'s)"
    ),
}
LEADING = ("led", "led by", "led with", "in the lead")
# Those in which a noun calls somebody a backer; what became of that the verb tells.
NAMED_SO = ("existing",)
# Who does this to somebody's round stands where the grammar has it: "X, a fund that led Y's Series B".
_OF_NAMED = {
    "leads": (
        r"(?P<t>co-led|co-leads?|led|leads?|leading|anchored|anchoring|headed) "
        rf"(?:{{O:o}}'s (?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?{ROUND_NOUN}\b|"
        rf"(?:the|an?|that) (?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?{ROUND_NOUN}(?: round)?(?: of {{M}})? (?:of|in|for|at|by) "
        r"{DESC}{O:q})"
    ),
    "joins": (
        r"(?P<t>joined|joining|participated in|participating in|took part in|taking part in|invested in|contributed to|"
        r"(?:put|puts|putting|poured|pumped|invested|contributed|committed|chipped in|injected) "
        r"(?:(?:about|around|nearly|some|another|a further|up to) )?{M} (?:into|in|to|towards|toward)) "
        rf"(?:{{O:o}}'s (?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?{ROUND_NOUN}\b|"
        rf"(?:the|an?|that) (?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?{ROUND_NOUN}(?: round)?(?: of {{M}})? (?:of|in|for|at|by) "
        r"{DESC}{O:q})"
    ),
}
_OUT = {
    "out": (
        rf"{{OP:s}} (?:has |have |had )?(?P<t>pulled out of|withdrew from|backed out of|walked "
        rf"away from|sat out|skipped) "
        rf"{_THE_ROUND}\b"
    )
}


def round_parts(sentence: Sentence) -> Iterator[Candidate]:
    """Who led, who took part, who stayed away: of the round of this sentence or of the one before."""
    said: set[tuple[str, str]] = set()
    for candidate in _in_round_of(sentence):
        said.add((candidate.subject.entity, candidate.object_entity))
        yield candidate
    matches = [*find(sentence, TOOK_PART), *find(sentence, _OUT)]
    told = _round_told(sentence) if matches else None
    if told is None:
        return
    company, ties, earlier = told
    for name, found in matches:
        for investor in (*investing(sentence, found), *found.mentions("q")):
            if investor.entity == company.entity or (investor.entity, company.entity) in said:
                continue
            if name in LEADING and left_out(found, investor):
                continue
            candidate = Candidate("investedIn", "round part", sentence, investor, company, found.trigger, ties=ties)
            share = took_part(found) if name in NAMED_SO else True
            if share is None:
                continue
            if name == "out" or not share:
                candidate = replace(candidate, negated=True, phase=Phase.PLANNED)
            led = lead_of(name, found) if share and not stands_beside(found, investor) else None
            yield with_round(candidate.with_details(round=earlier, lead=led))


def took_part(found: Found) -> bool | None:
    """Whether those whom a noun calls backers put money into the round, by the verb it is the subject of.

    "Existing backers A and B did not participate", "the earlier investor A passed on it"; None if that tells neither,
    as of "the existing investor A has called for a sale".
    """
    doc = found.sentence.passage.doc
    first, end = found.sentence.tokens_between(*found.match.span())
    if any(token.lower_ in ("without", "except", "excluding") for token in doc[max(0, first - 3) : first]):
        return False
    if any(token.lower_ in ("not", "n't", "never", "without") for token in doc[end : end + 4]):
        verb = next((token for token in doc[end : end + 6] if is_verb(token) and token.dep_ != "aux"), None)
        return False if verb is not None and key_of(verb) in _TAKES_PART else None
    verbs = (t.head for t in doc[first:end] if t.dep_ in ("nsubj", "nsubjpass") and t.head.i >= end)
    verb = next((verb for verb in verbs if is_verb(verb) or verb.pos_ == "AUX"), None)
    key = key_of(verb) if verb is not None else ""
    if verb is None or key in _TAKES_PART:
        return True
    # "Declined to comment" tells nothing of the round, "declined to invest" does.
    meant = [key_of(child) for child in verb.children if child.dep_ == "xcomp"]
    return False if key in _STAYS_AWAY and all(other in _TAKES_PART for other in meant) else None


_TAKES_PART = words(
    """participate take join join_in invest reinvest contribute put put_in put_up chip_in back include be provide add
    return follow support lead co-lead come come_in inject commit pour pump re-up fund finance anchor"""
)
_STAYS_AWAY = words(
    """sit_out sit pass pass_up skip decline refuse abstain opt_out bow_out drop_out pull_out back_out stay_away
    stay_out hold_back hold_off withdraw forgo miss_out"""
)


def lead_of(name: str, found: Found) -> Detail | None:
    """Whether who is found to take part in a round leads it."""
    return Detail("true") if name in LEADING or found.text("only") == "lead" else None


def _in_round_of(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X, a fund that led Y's Series B", "X put $12m into Y's Series C"."""
    for name, found in find(sentence, _OF_NAMED):
        verb = sentence.passage.doc[found.trigger]
        frame = verb_frame(verb)
        if frame.passive or not is_verb(verb):
            continue
        company = next(iter([*found.mentions("o"), *found.mentions("q")]), None)
        # Whoever leads a round for a fund is no investor.
        letters = "O" if name == "leads" else "PO"
        for investor in first_filled(sentence, frame, ("agent",), letters, metonyms=False):
            if company is None or investor.entity == company.entity:
                continue
            told = Candidate("investedIn", "round part", sentence, investor, company, verb.i)
            if name == "leads":
                yield fated(with_round(told)).with_details(lead=Detail("true"))
            else:
                money = [s for s in found.slots("t") if s.letter == "M"]
                yield fated(with_round(with_amounts(told) if money else told))


def _round_told(sentence: Sentence) -> tuple[FoundMention, tuple[Span, ...], Detail | None] | None:
    """The company whose round is spoken of, the sentence that tells it where it is another, and the round's name."""
    for told in (sentence, *sentence.scene.previous(sentence, 2)):
        found = next((f for _, f in find(told, _RAISE) if f.mentions("o") and not f.ends_a_clause("o")), None)
        if found is None:
            continue
        company = found.mentions("o")[0]
        earlier = round_named(told)
        if told is sentence:
            return company, (), earlier
        tie = told.raw(company.start, company.end)
        return replace(company, ties=(*company.ties, tie)), (told.span,), earlier
    return None
