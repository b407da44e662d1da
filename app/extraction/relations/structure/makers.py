"""What a firm makes: "makes valves", "a maker of valves", "the valve maker X", "its products include A"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import DEMONYMS, SAYING_VERBS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.antecedents import coordinated
from app.extraction.relations.reading.candidates import Candidate, Kind, Text
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.listing import Item
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.product_names import whole_name
from app.extraction.relations.reading.rules import first_filled, noun_phrase, without_names, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.structure.works import is_anothers_work

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAKE = words("make brew bake manufacture produce build sell develop design market")
NO_PRODUCT = words(
    """
    sense decision move progress effort money profit way mistake offer deal statement acquisition investment difference
    case use choice change headway loss gain debut appearance call point bet announcement contribution payment return
    brand relationship team community audience stake share asset business company unit division operation plan revenue
    result job name history headline record
    bid proposal appointment promise comment remark visit appeal speech inquiry concession cut saving purchase
    assumption arrangement preparation demand request threat error enemy friend allegation recommendation suggestion
    payout repayment transfer arrest reference attempt adjustment improvement redundancy provision donation film
    tonne ton ounce barrel unit figure estimate forecast report document witness evidence winner list note phone
    sale impact wave headline stride inroad end term one lot thing other people decision claim use"""
)
_MAKERS = {
    "maker of": (
        r"{O:s},? (?:which is |is |was )?(?:an?|the|one of the|{L}'s) (?:[\w'-]+ |{L}-based |{L}'s |{L} ){0,4}?"
        r"(?P<t>makers?|manufacturers?|producers?|developers?|builders?) "
        r"of (?:{M} )?(?P<n>[a-z][\w'-]*(?: (?:for|and|of) [\w'-]+| [\w'-]+){0,4}?)(?=[,.;)]| in | that | with "
        r"| which | said| for {M}| to | from | has | was | is | and (?:one|some|part|a|the|an) )"
    ),
    "maker of, beside": (
        r"{O:s}, (?P<t>makers?|manufacturers?|producers?|brewers?|developers?|publishers?) of "
        r"(?!(?:the|an?|its|their|some|all) )(?P<n>[a-z][\w'-]*(?: [\w'-]+){0,3}?)(?=[,.;)]| in | that | and )"
    ),
    "x maker": (
        r"(?:^|[ ,(])(?:the )?(?P<n>[a-z][\w-]*(?: [a-z][\w-]*)?)(?: |-)(?P<t>maker|manufacturer|producer|builder) "
        r"{O:s}"
    ),
    "product": r"{O:s}'s (?:(?!{O})[\w' -]){0,60}?{R:n}",
    "including": (
        r"{O:s}'s (?:[\w-]+ ){0,4}(?P<t>products?|devices?|lineup|range|brands?|portfolio|hardware),? "
        r"(?:including|such as|like) (?:the |its )?(?P<n>{R}|(?-i:[A-Z][\w-]*)(?: [\w-]+)?)(?=[.,;)]|$)"
    ),
    "brands": (
        r"{O:s}'s (?:[\w-]+ ){0,2}(?P<t>brands|products|labels) (?:include|are|such as|including) "
        r"{DESC}(?P<n>{RXOP+})"
    ),
    "flagship": (
        r"{O:s}'s (?:[\w-]+ ){0,2}(?P<t>product|tool|app|platform|device|chatbot|model|assistant|"
        r"service|software|game|phone|car|drug),? "
        r"(?P<n>{R}|{X}|{NAME})"
    ),
    "range": (
        r"{O:s},? (?:which )?(?P<t>makes|sells|produces|owns) the (?P<n>{R}|{O}|{X}|{P}|"
        r"{NAME})(?= (?:range|line|brand|family|series))"
    ),
}
# "Makes 38 products" says of these no more than how many.
_COUNTED = words("product item good model")
_COMPARED = words("fewer more less enough")
# "A maker of tools based in X": what comes next says where.
_PLACED = frozenset({"based", "headquartered", "located"})


def makers(sentence: Sentence) -> Iterator[Candidate]:
    """Makers and what they make, by verb and by set wording."""
    for token in sentence.words:
        if is_verb(token) and lemma(token) in _MAKE:
            yield from _product(sentence, token)
    for name, found in find(sentence, _MAKERS):
        if name == "brands":
            yield from _brands(sentence, found)
        else:
            yield from _told(sentence, name, found)


def _brands(sentence: Sentence, found: Found) -> Iterator[Candidate]:
    for subject in found.mentions("s")[:1]:
        for product in found.mentions("n"):
            if product.entity != subject.entity:
                yield _maker(sentence, subject, Text(product.start, product.end), found)


def _told(sentence: Sentence, name: str, found: Found) -> Iterator[Candidate]:
    tokens = found.tokens("n")
    if name == "maker of" and _goes_on_to_say(sentence, found, tokens):
        return
    text = tokens and told_of(sentence, *tokens, whole=name == "x maker")
    named = found.mentions("n")[:1]
    for subject in found.mentions("s")[:1] if text else []:
        if name == "product" and _is_of_another(sentence, subject, tokens):
            continue
        target: FoundMention | Text | None = text or None
        for product in named:
            whole = whole_name(sentence, Item(product.start, product.end, product), subject)
            kept = product if sentence.scene.letter(product) == "R" else text or None
            extended = whole is not None and whole.mention is None
            target = None if whole is None else Text(whole.start, whole.end) if extended else kept
        if target is not None and not (named and named[0].entity == subject.entity):
            yield _maker(sentence, subject, target, found, presupposed=name != "range")


def _goes_on_to_say(sentence: Sentence, found: Found, thing: tuple[int, int] | None) -> bool:
    """Whether it is whoever speaks, and not who stands before it: "a round led by X, the maker of valves said"."""
    doc = sentence.passage.doc
    if thing is None or thing[1] >= sentence.end or doc[found.trigger].lower_.endswith("s"):
        return False
    beside = any(doc[m.end].text == "," for m in found.mentions("s") if m.passage == sentence.passage.index)
    return beside and is_verb(doc[thing[1]]) and lemma(doc[thing[1]]) in SAYING_VERBS


def _is_of_another(sentence: Sentence, subject: FoundMention, product: tuple[int, int] | None) -> bool:
    """Whether a noun between the two tells of a work that is none of the firm's: "Scott's second album, Lumo"."""
    start = subject.end if subject.passage == sentence.passage.index else sentence.end
    between = sentence.passage.doc[start : product[0]] if product is not None else ()
    return any(token.pos_ == "NOUN" and is_anothers_work(token, subject) for token in between)


def _maker(
    sentence: Sentence, subject: FoundMention, product: FoundMention | Text, found: Found, *, presupposed: bool = True
) -> Candidate:
    return Candidate(
        "makesProduct",
        "maker",
        sentence,
        subject,
        product,
        found.trigger,
        Kind.STATE,
        presupposed=presupposed,
        timed=False,
    )


def told_of(sentence: Sentence, start: int, end: int, *, whole: bool = False) -> Text | None:
    """What is made or done, without words that only stand before or after it; `whole` takes in all that is said of it.

    None if nothing is left.
    """
    doc = sentence.passage.doc
    while start < end and _is_before_thing(doc[start]):
        start += 1
    if whole and start < end:
        start = _all_said_before(sentence, start, end)
    end = next((t.i for t in doc[start + 1 : end] if t.lower_ in _PLACED and t.nbor(-1).text != "-"), end)
    # "A consumer-goods maker": of goods no more is said. "A contract manufacturer" makes what others have it make.
    return Text(start, end) if start < end and doc[end - 1].lower_ not in _ANYTHING else None


_ANYTHING = frozenset(
    "goods products things wares items stuff merchandise contract private own-label label local rival".split()
)


def _is_before_thing(token: Token) -> bool:
    """Whether it only stands before what is made: "bought chip maker X", "a stake in Turkish tyre maker X"."""
    finite = token.tag_ in ("VBD", "VBZ", "VBP", "MD") or (
        token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).pos_ == "AUX"
    )
    return finite or token.pos_ in ("ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX") or token.text in DEMONYMS


def _all_said_before(sentence: Sentence, start: int, end: int) -> int:
    """The first word about a thing: of "commercial vehicle system maker X" all but the maker."""
    doc = sentence.passage.doc
    while start > sentence.start and doc[start - 1].head.i in range(start, end):
        word = doc[start - 1]
        if word.dep_ not in ("compound", "amod") or sentence.scene.mentions.at(sentence.passage.index, word.i):
            break
        start -= 1
    return start


def _product(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "makes pressure gauges": in the present, plural or a product by name."""
    frame = verb_frame(verb)
    now = verb.tag_ in ("VBZ", "VBP", "VBG") or _has_long_made(verb) or _has_made(verb)
    if frame.passive or not now or verb.dep_ in ("pcomp", "advcl") or (verb.dep_ == "xcomp" and not _goes_on(verb)):
        return
    subjects = first_filled(sentence, frame, ("agent",), "O")
    for target in frame.get("patient"):
        listed = coordinated(target)
        for member in listed:
            product = _what_is_made(sentence, verb, member, alone=len(listed) == 1)
            for subject in subjects[:1]:
                if product is not None:
                    yield Candidate(
                        "makesProduct", "product", sentence, subject, product, verb.i, Kind.STATE, timed=False
                    )


def _has_made(verb: Token) -> bool:
    """As in "X made radios", "X designed chips for cars": what it made, not what it was seen to do once."""
    counted = any(c.dep_ == "nummod" for t in verb.children if t.dep_ == "dobj" for c in t.children)
    made = verb.tag_ == "VBD" and lemma(verb) in ("make", "manufacture", "produce", "design", "brew", "bake")
    return made and not counted


def _goes_on(verb: Token) -> bool:
    """As in "will keep making axles", "continues to make axles"."""
    return lemma(verb.head) in ("keep", "continue", "go")


def _has_long_made(verb: Token) -> bool:
    """As in "has made valves since 1990": what it still makes."""
    has = any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'ve") for child in verb.children)
    if lemma(verb) == "sell":
        return False
    since = any(child.lower_ == "since" and child.dep_ == "prep" for child in verb.subtree)
    return has and verb.tag_ == "VBN" and since


_MAKING_GOODS = words("make manufacture produce brew bake")
# So much of something is an output and no product: "9,000 hours of film a month", "600 loaves an hour".
_MEASURES = words(
    """hour minute second day week year metre meter kilometre kilometer mile foot yard acre hectare gram gramme kilo
    kilogram pound tonne ton ounce litre liter pint gallon barrel megawatt gigawatt kilowatt watt terabyte gigabyte
    page line word frame pair dozen hundred thousand million billion loaf bottle can jar box crate case sack bag roll
    sheet dose copy set piece batch load cup pallet head square cubic strip reel"""
)
# Of a mass, without an article: "makes uncoated paper", "brews beer".
_MASSES = words(
    """software hardware paper glass steel cement concrete plastic rubber leather wool cotton silk linen cloth fabric
    denim yarn furniture clothing jewellery jewelry footwear knitwear packaging machinery equipment bread beer wine
    cider whisky gin vodka cheese butter milk yoghurt chocolate flour sugar salt oil ethanol hydrogen biogas fertiliser
    fertilizer paint ink soap wallpaper cardboard board pulp timber plywood bedding lingerie underwear porcelain
    crockery cutlery cookware tableware tobacco feed fodder semovita yarn foam insulation ammonia insulin plasma
    electronics lighting apparatus ammunition weaponry gear kit ceramics silicon graphite aluminium aluminum copper zinc
    fuel kerosene diesel asphalt bitumen gypsum lime starch gelatine protein pasta rice tofu honey jam juice coffee tea
    ice-cream sauce ketchup mustard vinegar"""
)


def _is_mass(thing: Token) -> bool:
    counted = any(c.dep_ in ("det", "poss", "nummod") for c in thing.children)
    return lemma(thing) in _MASSES and not counted


def _what_is_made(sentence: Sentence, verb: Token, thing: Token, *, alone: bool) -> FoundMention | Text | None:
    """A product by name, or a plural of things; "makes sense" and "makes headlines" are no products."""
    mention = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    if mention is not None:
        letter = sentence.scene.letter(mention)
        if letter == "R":
            return mention
        return Text(mention.start, mention.end) if letter == "X" or lemma(verb) in ("brew", "bake") else None
    if thing.i + 1 < sentence.end and sentence.scene.mentions.at(sentence.passage.index, thing.i + 1) is not None:
        return None  # "the cattle dewormer X": the parser may stop short of the thing
    compared = any(child.lower_ in _COMPARED for child in thing.children)  # "sells fewer jeans for more money"
    mass = thing.tag_ == "NN" and _is_mass(thing) and lemma(verb) in _MAKING_GOODS
    things = (thing.tag_ == "NNS" or mass) and lemma(thing) not in NO_PRODUCT and not compared
    counted = next((c for c in thing.children if c.dep_ == "nummod"), None)
    if counted is not None and lemma(thing) in _MEASURES:
        return None
    if lemma(thing) in _COUNTED and not any(c.dep_ in ("compound", "amod", "nmod", "poss") for c in thing.children):
        return None
    made = lemma(verb) in ("make", "manufacture", "produce", "build", "sell", "design", "brew", "bake")
    phrase = without_names(sentence, noun_phrase(thing, whole=alone)) if things and made else None
    if phrase is not None and counted is not None and counted.i < thing.i:
        phrase = Text(max(phrase.start, counted.i + 1), phrase.end)  # "builds 40 gearboxes a week"
    # "makes Talon, Bexley and Orrin boats": the names are of what we cannot tell apart.
    named = phrase is not None and sentence.passage.doc[phrase.start].pos_ == "PROPN" and phrase.end - phrase.start > 1
    return (
        None if named and any(t.pos_ == "CCONJ" for t in sentence.passage.doc[thing.left_edge.i : thing.i]) else phrase
    )
