"""Where an organisation has its head office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS, PROFESSIONS
from app.extraction.lexicon.nouns import BODY_NOUNS, BODY_WORDS, COMPANY_NOUNS, PLACE_WORDS, ROLE_HEADS
from app.extraction.lexicon.places import PLACES, STATES
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import Found, find_throughout
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.words import COUNTRIES
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

# A seat of the whole: "European headquarters", "regional office" are none.
_OWN = (
    r"(?:(?!european|asian|american|african|regional|us|u\.s\.|uk|north|south|latin|asia|emea|new|former|local)"
    r"[\w-]+ ){0,2}"
)
_FIRM = "|".join(sorted(COMPANY_NOUNS | BODY_NOUNS))
# What a firm is called after its town; of an authority or an exchange the town says whose it is.
_NO_KINDS = words(
    "agency airport authority body buyer club commission committee competitor council court customer employer exchange "
    "federation government house league market ministry office parent parliament party platform regulator rival seller "
    "site store team union vendor venture watchdog partner business brand factory"
)
_MORE_KINDS = words("house agency lab franchise neighbour neighbor independent")
_SEVERAL = "|".join(sorted(PROFESSIONS))
KINDS = "|".join(sorted({*(COMPANY_NOUNS | BODY_NOUNS | FIRM_DESCRIPTIONS) - _NO_KINDS, *_MORE_KINDS}))
# Words before a place that only say which part of it.
_AREA = (
    r"(?:[a-z]+ (?:city|town|village|suburb|port|county|state|province|district|borough|region|area|outskirts|heart|"
    r"cent(?:re|er)|north|south|east|west|part|edge) of (?:the )?|(?:city|town|village|suburb|port|county|state|"
    r"province|district|borough|region|outskirts|heart|cent(?:re|er)|north|south|east|west|edge) of (?:the )?|"
    r"(?:downtown|central|nearby|rural|suburban|unincorporated|northern|southern|eastern|western|greater|upstate|"
    r"inner|neighbou?ring|beautiful|sunny|historic) )?"
)
_SEATS = {
    # Not "the X-based maker in which Y invested".
    "based": r"{L:o}-(?P<t>based|headquartered) (?:(?!(?:which|that|who|whom|whose|where|as) )[\w'&/-]+ ){0,5}?{O:s}",
    "based in": (
        r"{O:s},? (?:which (?:is|was) |is |was |are |now |currently |a company )*(?P<t>based|headquartered|located|"
        r"with (?:its )?(?:seat|headquarters|head office)|domiciled)(?: out of)? (?:in|at|near) "
        r"(?:the )?%AREA%{L:o}"
    ),
    "is a firm based in": (
        r"{O:s}(?: \([^)]*\))? (?:is|was) an? (?:(?!{O})[^.;,]){2,60}? (?P<t>based|headquartered) in {L:o}"
    ),
    "headquarters": (
        rf"{{O:s}}'s {_OWN}(?P<t>headquarters|head office|HQ|head offices|main office|base) (?:in|is in|are "
        r"in|at|is at|is located in|are located in|was in|is based in) (?:[\w' -]{0,30}? in )?(?:the )?{L:o}"
    ),
    "city headquarters": r"{O:s}'s {L:o} (?P<t>headquarters|head office|HQ)\b",
    "headquarters of": (
        rf"{_OWN}(?P<t>headquarters|head office|HQ|main office) of (?:the )?{{O:s}} (?:is|are|was|were|lies|stands)?"
        r" ?(?:located |situated |based )?in (?:the )?{L:o}"
    ),
    "with headquarters": (
        rf"{{O:s}},? (?:(?!{{O}}|{{P}})[^.;]){{0,60}}?(?:with|has|keeps|maintains|had) (?:its |their |an? )?{_OWN}"
        r"(?P<t>headquarters|head office|main office|HQ) (?:in|at) (?:the )?{L:o}"
    ),
    "a city based firm": (
        r"{O:s},? (?:which )?(?:is |was |are )?(?:an?|the) (?:[\w-]+,? ){0,2}?{L:o}(?:, {L},?)?[- ](?P<t>based|"
        r"headquartered)\b"
    ),
    "a firm based in": (
        r"{O:s},? (?:which )?(?:is |was |are )?(?:an?|the) (?:(?!{O}|{P})[^.;]){0,90}?"
        rf"(?:{_FIRM}|marketplace)\b(?: of(?: (?!based\b|headquartered\b)[a-z][\w-]*){{1,4}}?)?"
        rf",? (?:that is |which is |and is |originally )?(?P<t>based|headquartered|domiciled)(?: out of)? "
        r"(?:in|at|near) (?:the )?%AREA%{L:o}"
    ),
    "and is based in": (
        r"{O:s} (?:is|was|has|employs|operates|makes|runs|sells) (?:(?!{O}|{P})[^.;]){2,90}?,? and (?:is |was )"
        r"(?P<t>based|headquartered) (?:in|at) (?:the )?{L:o}"
    ),
    "fronted": (
        r"(?:^|[,;] |(?:founded|established|formed|listed|owned|run) (?:(?!{O}|{P})[^.;,]){1,50}? and (?:now )?)"
        r"(?P<t>based|headquartered) (?:in|at) {L:o}(?:, {L})?, (?:the )?(?!its |their )"
        r"(?:(?!(?:to|for|from|by|with|and|or|of|as|on|at|in|into|after|before) )[\w-]+ ){0,3}{O:s}"
    ),
    "the city firm": (
        r"{L:o}(?:-based)? (?:(?!(?:parent|sister|holding|mother|portfolio|to|for|from|by|with|and|or|of|the|an?|its|"
        r"is|was|has|had|as|on|at|in|into|that|which|where|when|while|after|before) )[a-z]+ ){0,3}?"
        rf"(?P<t>{KINDS}|{_SEVERAL}|(?:fund|asset|wealth|money) manager),? {{O:s}}"
    ),
    "appended": (
        r"{O:s}(?: itself)?,? (?:the|an?) {L:o}(?:-based)? (?:(?!(?:and|or|of|in|for|with|portfolio|parent|"
        rf"sister|holding)\b)[a-z-]+ ){{0,3}}?(?P<t>{KINDS})\b"
        r"(?! (?:operator|owner|executive|veteran|partner)\b)(?:(?<=maker)|(?<=producer)|(?<=developer)|(?<=provider)|"
        r"(?<=supplier)|(?<=manufacturer)|(?<=operator)|(?! of\b))"
    ),
    "city's": r"{L:o}'s {O:s}(?P<t>)",
    "of city": r"{O:s}(?P<c>,)? of {L:o}(?!'s)(?P<t>)(?P<state>, {L})?",
    "where it has its seat": (
        r"{L:o}(?:, {L})?,? where (?:the )?{O:s} (?:(?:is|was|has been|will be) (?:also |still |now |itself )?"
        r"(?P<t>based|headquartered|domiciled|seated|at home)|(?:still |also |now )?(?:has|had|keeps|maintains) {ITS} "
        r"(?:(?:main|own|global|corporate) )?(?P<u>headquarters|head offices?|seat|HQ))\b"
    ),
    "has its seat": (
        rf"{{O:s}}(?:,? (?:which|that))? (?:(?:also|still|now|itself|and) )*(?:has|have|had|keeps?|kept|maintains?|"
        rf"will have|is to have|are to have) (?:both )?{{ITS}} {_OWN}(?P<t>headquarters|head offices?|main office|"
        rf"HQ|seat|"
        r"home base|offices) (?:(?!{O}|{P}|and )(?:[\w'-]+ ){1,5})?(?:in|at|near) (?:the )?%AREA%{L:o}"
    ),
    "has its own seat": (
        rf"\b(?:has|have|had|keeps?|kept|maintains?) {{O:s}}'s {_OWN}(?P<t>headquarters|head offices?|main office|HQ|"
        r"seat|home base|offices) (?:(?!{O}|{P}|and )(?:[\w'-]+ ){1,5})?(?:in|at|near) (?:the )?%AREA%{L:o}"
    ),
    "whose seat is": (
        rf"{{O:s}},? whose {_OWN}(?P<t>headquarters|head offices?|main office|HQ|seat|home base) "
        r"(?:is|are|lies|stands?|was|were)(?: located| situated)? (?:(?!{O}|{P}|and )(?:[\w'-]+ ){1,5})?(?:in|at|near) "
        r"(?:the )?%AREA%{L:o}"
    ),
    "run from": (
        r"{O:s},? (?:which |that )?(?:is|was|are|has been|have been|will be|to be|being) (?:(?:always|long|still|"
        r"now|to|be) )*"
        r"(?P<t>run|managed|directed|steered|seated)(?: by (?:(?!{O})[^.;,]){2,40})?,? "
        r"(?:from|out of|in) (?:(?!{O}|{P}|and )(?:[\w'-]+ ){1,5}(?:in|near|of) )?(?:the )?%AREA%{L:o}"
    ),
    "sits in": r"{O:s},? (?:which |that )?(?:now |still )?(?P<t>sits|resides|is at home|makes its home) in %AREA%{L:o}",
    "firm in": (
        r"{O:s}, (?:an?|his|her) (?:(?!{O}|{P}|(?:and|or|for|with|that|which|who|by|largest|biggest|leading|only|"
        rf"oldest|main|top|chain)\b)[\w'-]+ ){{0,5}}?(?P<t>{_FIRM})(?: of \d+(?: people)?)?,? (?:in|from|near) "
        r"%AREA%{L:o}(?=,|[.;]|$| that | which )"
    ),
}
_SEATS = {name: template.replace("%AREA%", _AREA) for name, template in _SEATS.items()}
_SUFFIXED = re.compile(r"\b(?:GmbH|Inc|Ltd|LLC|plc|AG|SA|NV|Oy|AB|Corp|Co)\b")
_CONTINENTS = words("europe asia africa america gulf the_gulf middle_east latin_america north_america south_america")


def seats(sentence: Sentence) -> Iterator[Candidate]:
    """Where organisations have their head office."""
    yield from _by_verb(sentence)
    yield from _by_name_of_town(sentence)
    for name, found in find_throughout(sentence, _SEATS):
        for subject in found.mentions("s"):
            for obj in found.mentions("o")[:1]:
                if not _is_said_of(name, found, subject, obj):
                    continue
                obj = _town_before(sentence, obj) if name in ("based", "the city firm") else obj
                seat = Candidate(
                    "headquarteredIn",
                    "seat",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    Kind.STATE,
                    presupposed=name not in _ASSERTED,
                    timed=False,
                )
                yield _as_its_verb_tells(seat)


def _as_its_verb_tells(seat: Candidate) -> Candidate:
    """The seat that a firm "will have", or that "is to be" somewhere, is not there yet; one that it keeps is."""
    noun = seat.sentence.passage.doc[seat.trigger]
    verb = noun.head
    if (noun.dep_, lemma(verb)) not in (("dobj", "have"), ("nsubj", "be")):
        return seat
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers & words("will would shall 'll ’ll to"):
        return replace(seat, presupposed=False, phase=Phase.PLANNED)
    return replace(seat, presupposed=False) if helpers or verb.tag_ == "VBD" else seat


# Those that say so with a verb, which tense and hedges go with.
_ASSERTED = frozenset(
    {
        "based in",
        "is a firm based in",
        "a firm based in",
        "and is based in",
        "has its own seat",
        "has its seat",
        "run from",
        "sits in",
    }
)
# How an adjective for a place ends.
_DEMONYM = ("ese", "ian", "ean", "ish", "ic")


def _is_said_of(name: str, found: Found, firm: FoundMention, place: FoundMention) -> bool:
    """Whether what matched is the seat of that firm, and not of another or a part of a name."""
    sentence, doc = found.sentence, found.sentence.passage.doc
    if sentence.scene.mentions.entity(place).name in _DIRECTIONS or _is_area(sentence, firm):
        return False  # where a firm is active
    if firm.end <= place.start and _begins_a_clause(found, firm):
        return False
    if place.end - place.start == 1 and doc[place.start].lower_.endswith(_DEMONYM) and doc[place.start].pos_ == "ADJ":
        return False  # "Piedmontese bank"
    if name in ("city's", "of city", "appended", "the city firm", "firm in", "run from", "sits in") and not is_city(
        sentence, place
    ):
        return False
    if name in ("appended", "the city firm", "firm in") and not doc[found.trigger].is_lower:
        return False  # "a Leeds Co-operative Federation member"
    if name == "based":
        # "the X-based company has hired Y", "the X-based Y broadcaster Z"
        apart = any(is_verb(token) for token in doc[place.end + 2 : firm.start])
        return not apart and not _describes_another(sentence, firm)
    if name == "fronted":
        return not any(is_verb(token) for token in doc[place.end : firm.start])
    if name == "of city":
        return found.has("c") or found.has("state") or _is_of_town(sentence, firm, place)
    if name == "city's":
        return _is_known(sentence, place) and not _goes_on(sentence, firm)
    if name in ("based in", "with headquarters") and _is_within(sentence, firm):
        return False
    if name == "based in" and doc[firm.start - 1].lower_ == "of" and doc[firm.end].lower_ == found.text("t"):
        return False  # "a rival of X based in L"
    return name != "based in" or not found.ends_a_clause("s")


def _begins_a_clause(found: Found, firm: FoundMention) -> bool:
    """Whether a comma after X ends what leads in: "Backed by X, the L-based maker sells", "After X, the L firm's"."""
    doc = found.sentence.passage.doc
    told = doc[found.trigger]
    noun = told.head if told.dep_ == "amod" else told
    if doc[firm.end].text != "," or noun.i < firm.end or noun.dep_ not in ("nsubj", "nsubjpass", "poss"):
        return False
    root = doc[firm.start : firm.end].root
    return noun.dep_ == "poss" or (root != noun.head and root.head != noun.head and noun.head in root.ancestors)


def _describes_another(sentence: Sentence, firm: FoundMention) -> bool:
    """Whether it is Y in "the London-based Y broadcaster Z"."""
    doc, index = sentence.passage.doc, sentence.passage.index
    if firm.end + 1 >= sentence.end or doc[firm.end].pos_ != "NOUN":
        return False
    other = sentence.scene.mentions.at(index, firm.end + 1)
    return other is not None and other.start == firm.end + 1 and sentence.scene.letter(other) == "O"


def _town_before(sentence: Sentence, state: FoundMention) -> FoundMention:
    """The town of "Louisville, Colorado-based"; "in London, Leeds-based" names two towns."""
    doc = sentence.passage.doc
    if state.start - 2 < sentence.start or doc[state.start - 1].text != ",":
        return state
    town = sentence.scene.mentions.at(sentence.passage.index, state.start - 2)
    if town is None or sentence.scene.letter(town) != "L":
        return state
    return state if town.start > sentence.start and doc[town.start - 1].lower_ in _WHERE else town


_WHERE = words("in at from near to")
# Names of bodies hold the place in them: "the Economic Club of New York" is one name.
_BODIES = frozenset(word.capitalize() for word in BODY_NOUNS) | BODY_WORDS | frozenset({"Exchange", "Service", "Order"})


# "The Golden Age of Hollywood", "the Battle of Leeds"
_NO_FIRMS = frozenset(
    """Age Ages Era Battle Siege Treaty Conference Festival Prize Cup Tower Bridge Palace Cathedral Archdiocese Diocese
    History Lord Lady Spirit Pride Heart Streets Kings Queen Queens Capital People Republic Peace Fall Gates""".split()
)
# Parts of a country, which a firm may be active in but not seated.
_DIRECTIONS = frozenset(
    """Midwest South North East West Northeast Northwest Southeast Southwest Mid-Atlantic Midlands Southland Heartland
    Sunbelt""".split()
) | {"Pacific Northwest", "Deep South", "Upper Midwest", "East Coast", "West Coast", "Gulf Coast"}
# What ends with these is an area, and no body: "the 24th District of Pennsylvania".
_AREAS = frozenset(
    "District County Ward Parish Riding Constituency Precinct Borough Township Province Region Municipality".split()
)


def _is_area(sentence: Sentence, firm: FoundMention) -> bool:
    return sentence.raw(firm.start, firm.end).text.split()[-1] in _AREAS


def _is_firm(sentence: Sentence, firm: FoundMention) -> bool:
    """Whether what stands before "of Leeds" is a firm's name, and neither a body's nor the first word of a title."""
    name = sentence.raw(firm.start, firm.end).text
    last = name.split()[-1]
    if last in _BODIES or last in _NO_FIRMS or " Saint " in f" {name} ":
        return False
    return " " in name or bool(_SUFFIXED.search(name)) or sentence.scene.counts[firm.entity] > 1


def _is_of_town(sentence: Sentence, firm: FoundMention, place: FoundMention) -> bool:
    """Whether "Tarn Tools of Leeds" tells a firm's town; a state does so after a legal form: "Tarn Inc. of Oregon"."""
    suffixed = _SUFFIXED.search(sentence.raw(firm.start, firm.end).text) is not None
    return _is_firm(sentence, firm) and (suffixed or not _is_state(sentence, place))


def _is_state(sentence: Sentence, place: FoundMention) -> bool:
    """Whether it is a state or province, which names hold: "Tarn Shield of California"."""
    return sentence.raw(place.start, place.end).text in STATES


def _is_known(sentence: Sentence, place: FoundMention) -> bool:
    """Whether a place is known for one: "Dexter's Laboratory" is nobody's seat."""
    token = sentence.passage.doc[place.end - 1]
    return token.ent_type_ in ("GPE", "LOC") or sentence.raw(place.start, place.end).text in PLACES


def _goes_on(sentence: Sentence, firm: FoundMention) -> bool:
    """Whether more of a title or a description follows: "Hollywood's King of the Pitch", "Leeds's Best Tailor"."""
    doc = sentence.passage.doc
    after = doc[firm.end] if firm.end < sentence.end else None
    other = doc[firm.end - 1].lower_ in ROLE_HEADS or doc[firm.end - 1].text in PLACE_WORDS  # "Leeds's City Square"
    return other or (after is not None and (after.pos_ in ("NOUN", "PROPN") or after.lower_ == "of"))


def _is_within(sentence: Sentence, firm: FoundMention) -> bool:
    """Whether the firm only says whose, or where: "the Church of X is located in", "listed on X with its seat in"."""
    doc = sentence.passage.doc
    root = doc[firm.start : firm.end].root
    before = doc[max(sentence.start, firm.start - 2) : firm.start]
    church = len(before) == 2 and before[0].text.istitle() and before[0].lower_ not in ROLE_HEADS
    named = church and before[1].lower_ == "of"
    listed = root.dep_ == "pobj" and root.head.lower_ == "on" and doc[firm.end : firm.end + 1].text != ","
    return named or listed


def _by_name_of_town(sentence: Sentence) -> Iterator[Candidate]:
    """As in "the Dublin group", "the Busan, South Korea-based yard" for a firm that was named before."""
    passage, mentions = sentence.passage, sentence.scene.mentions
    for firm in mentions.within(passage.index, sentence.start, sentence.end):
        inside = sentence.start <= firm.start and firm.end <= sentence.end
        if not inside or firm.kind is not MentionKind.NOMINAL or firm.others:
            continue
        if sentence.scene.letter(firm) != "O" or passage.doc[firm.start].lower_ != "the":
            continue
        if not _is_told_apart(sentence, firm):
            continue
        place = mentions.at(passage.index, firm.start + 1)
        if place is None or sentence.scene.letter(place) != "L" or place.start != firm.start + 1:
            continue
        state = mentions.at(passage.index, place.end + 1) if passage.doc[place.end].text == "," else None
        end = state.end if state is not None and sentence.scene.letter(state) == "L" else place.end
        if is_city(sentence, place) and _is_told_by_seat(passage.doc[end : firm.end]):
            yield Candidate(
                "headquarteredIn",
                "seat",
                sentence,
                firm,
                place,
                firm.end - 1,
                Kind.STATE,
                presupposed=True,
                timed=False,
            )


def _is_told_apart(sentence: Sentence, firm: FoundMention) -> bool:
    """Whether it can be told which firm "the Leeds-based company" is: the only one of before, or its subject.

    After "X has agreed to buy Y" it may be either; a wrong seat is worse than none.
    """
    earlier = [m for m in sentence.mentions() if m.end <= firm.start]
    told = sentence
    if not any(sentence.scene.letter(m) == "O" for m in earlier):
        before = list(sentence.scene.previous(sentence, 1))
        if not before:
            return True
        told = before[0]
        earlier = list(told.mentions())
    firms = [m for m in earlier if sentence.scene.letter(m) == "O"]
    if len({m.entity for m in firms}) < 2:
        return True
    doc = told.passage.doc
    subjects = [m for m in firms if doc[m.start : m.end].root.dep_ in ("nsubj", "nsubjpass")]
    main = [m for m in subjects if doc[m.start : m.end].root.head.dep_ in ("ROOT", "conj", "ccomp")]
    return bool(main) and {m.entity for m in main} == {firm.entity}


def _is_told_by_seat(words_after: TokenSpan) -> bool:
    """Whether what follows a town tells a firm by its seat: "-based lender", "drug maker"; not "-listed", "airport"."""
    text = [token.lower_ for token in words_after]
    if text[:1] == ["-"]:
        return text[1:2] in (["based"], ["headquartered"])
    plain = all(token.is_lower and token.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT") for token in words_after)
    plain = plain and not _OF_OTHERS & set(text)
    return plain and 0 < len(text) <= _LONGEST_KIND and lemma(words_after[-1]) in _COMMON


_LONGEST_KIND = 4
_OF_OTHERS = words("portfolio parent sister holding listed")
_BASED = words("base headquarter")
_COMMON = COMPANY_NOUNS | BODY_NOUNS


def _by_verb(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X is owned by Y and is headquartered in L", "X, the largest carrier, based in L"."""
    for token in sentence.words:
        if token.tag_ != "VBN" or lemma(token) not in _BASED:
            continue
        # "a unit of X based in L", "investors in firms based in L": only what one company is called may stand there.
        if token.dep_ == "acl" and (token.head.tag_ != "NN" or lemma(token.head) not in _COMMON):
            continue
        frame = verb_frame(token)
        if not frame.passive:
            continue
        subjects = first_filled(sentence, frame, ("patient",), "O", metonyms=False)
        for place in first_filled(sentence, frame, ("in", "at", "near"), "L")[:1]:
            for subject in subjects:
                yield Candidate("headquarteredIn", "seat", sentence, subject, place, token.i, Kind.STATE, timed=False)


def is_city(sentence: Sentence, place: FoundMention) -> bool:
    """Whether a place can hold a head office; a country or continent says too little, and "the City" is a trade."""
    name = sentence.scene.mentions.entity(place).name
    return name != "City" and name not in COUNTRIES and name.lower() not in _CONTINENTS
