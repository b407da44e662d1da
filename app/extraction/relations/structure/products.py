"""Products by name: released, published, brewed, best known for; the films, drugs, games and models of a firm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import BODY_NOUNS, COMPANY_NOUNS, PLACE_NOUNS, ROLE_HEADS, SITE_NOUNS, UNIT_NOUNS
from app.extraction.lexicon.places import gazetteer
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.dealings import FOR_PLATFORMS
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.groups import groups, is_subject, owning_verb
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.listing import Item, items_from
from app.extraction.relations.reading.owners import holders
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.structure.branded import branded
from app.extraction.relations.structure.product_lines import lines, made
from app.extraction.relations.structure.works import is_anothers_work, is_credit
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

# Only products are published or brewed, so whatever name follows is one; a firm too is launched or developed.
_ONLY_PRODUCTS = words(
    """release publish brew produce manufacture co-produce reissue re-release bottle distil
    introduce unveil develop roll_out"""
)
_ALSO_FIRMS = words(
    """launch introduce develop create make design build unveil market offer sell present debut ship announce
    build deliver
    direct roll_out bring_out"""
)
_KINDS = words(
    """film movie series show sitcom documentary drama comedy programme program podcast game videogame title
    album single
    song book novel magazine newspaper newspapers daily weekly journal beer ale lager wine whisky drug medicine
    vaccine
    treatment therapy app application software platform chatbot assistant model phone smartphone tablet console laptop
    computer car suv truck motorcycle aircraft jet engine missile device gadget headset watch toy console tool product
    service website site system suite package processor chip camera speaker guitar yacht ship boat rocket satellite
    cartoon musical production anime feature sequel franchise line range collection release publication brand
    cigarette
    soap shampoo sauce snack crisp biscuit chocolate drink beverage cereal feature-film miniseries credit
    project telefilm
    videogame blockbuster hit picture soap-opera work scooter bike bicycle locomotive tractor weapon rifle gun
    helmet boot
    shoe trainer sneaker lamp engine browser database language framework api marketplace newsletter festival event"""
)
_HAVE = words("have include own")
# What is sold under a brand or runs on a platform is not the brand or the platform.
_NOT_LISTED = words("brand label platform project console channel festival event credit site language system")
_SEVERAL = words("line range collection series portfolio franchise family release work output")
_KNOWN = words("know famous renowned note noted remember notable")


def products(sentence: Sentence) -> Iterator[Candidate]:
    """Named products in a sentence, with who makes them."""
    for token in sentence.words:
        if is_verb(token):
            yield from _verb(sentence, token)
        if lemma(token) in _KNOWN:
            yield from _known_for(sentence, token)
    for group in groups(sentence, _KINDS - _NOT_LISTED):
        if group.copula and group.noun.tag_ == "NN" and lemma(group.noun) not in _SEVERAL:
            continue  # "an app that includes A" has A, and is none
        makers = _makers(sentence, group.noun, copula=group.copula)
        items = items_from(sentence, group.start, titles=True)
        yield from made(sentence, makers, items, group.noun.i, sure=True, titled=True, phase=_once(group.noun))
    yield from _own(sentence)
    yield from lines(sentence)
    yield from branded(sentence)


def _once(noun: Token) -> Phase | None:
    """The phase of "series previously developed by X"."""
    made = (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN")
    over = any(t.lower_ in ("previously", "formerly", "originally") for c in made for t in c.children)
    return Phase.ENDED if over else None


def _verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    word = lemma(verb)
    if word == "sell" and verb.tag_ not in ("VBZ", "VBP"):
        return  # who sold a thing or would sell it need not have made it
    only, also = word in _ONLY_PRODUCTS, word in _ALSO_FIRMS or key_of(verb) in _ALSO_FIRMS
    if not only and not also:
        return
    if word in _LICENSED and _is_agreed_use(verb):
        return
    frame = verb_frame(verb)
    makers = first_filled(sentence, frame, ("by",) if frame.passive else ("agent",), "O")
    if is_credit(verb):
        return
    if only and makers and not frame.passive:
        items = items_from(sentence, verb.i + 1, first_only_without_and=True, titles=True)
        if items and items[0].start - verb.i <= 6 and all(_stands_alone(sentence, i) for i in items[:1] + items[-1:]):
            yield from made(sentence, makers, [i for i in items if i.mention is not None], verb.i, sure=True)
    if frame.passive and verb.dep_ not in ("acl", "relcl") and _was_to_be(verb):
        return
    for thing in frame.get("patient") if makers else []:
        yield from _thing(sentence, verb, makers, thing, only=only)


# What one firm agrees with another to put on the market is the other's.
_LICENSED = words("release publish distribute market sell offer launch introduce re-release")
_AGREEMENTS = words("agreement deal contract licence license right pact arrangement partnership")


def _is_agreed_use(verb: Token) -> bool:
    """As in "signed a distribution agreement with X to release A", "won the rights to publish A"."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    above = verb.head
    things = [above, *(c for c in above.children if c.dep_ == "dobj")] if verb.dep_ in ("advcl", "acl", "xcomp") else []
    return any(lemma(t) in _AGREEMENTS and t.i < verb.i for t in things)


def _was_to_be(verb: Token) -> bool:
    """As in "A was to be published by X": it need not have come to that."""
    return any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux") and verb.head.lower_ in ("was", "were")


def _stands_alone(sentence: Sentence, item: Item) -> bool:
    """Whether an item is no mere word about the next: "Bollywood films", "the Netflix series B"."""
    doc, end = sentence.passage.doc, item.end
    if end < sentence.end and doc[end].text == "(":
        end = next((t.i + 1 for t in doc[end : sentence.end] if t.text == ")"), end)
    if end >= sentence.end:
        return True
    return doc[end].pos_ not in ("NOUN", "PROPN", "ADJ", "PART") and doc[end].text != "-"


def _thing(
    sentence: Sentence, verb: Token, makers: Sequence[FoundMention], thing: Token, *, only: bool
) -> Iterator[Candidate]:
    mention = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    kind = lemma(thing) in _KINDS or any(
        lemma(c) in _KINDS for c in thing.children if c.dep_ in ("compound", "nmod", "appos")
    )
    if mention is not None or thing.pos_ == "PROPN":
        start = mention.start if mention is not None else thing.left_edge.i
        items = items_from(sentence, start, first_only_without_and=True)
        if verb.dep_ in ("acl", "relcl") and verb_frame(verb).passive:
            items = _told_beside(sentence, verb, items)
        after = _past_brackets(sentence, items[-1].end) if items else sentence.end
        if after < sentence.end and sentence.passage.doc[after].tag_ == "NNS" and not _is_kind(sentence, after):
            return  # adapters with two names before them are none of the two
        if after >= sentence.end or lemma(sentence.passage.doc[after]) not in FOR_PLATFORMS:
            yield from made(sentence, makers, items, verb.i, sure=only or kind)
    elif kind or (verb.dep_ not in ("acl", "relcl") and _is_named_thing(sentence, thing)):
        for item in _titles_beside(sentence, thing):
            yield from made(sentence, makers, [item], verb.i, sure=True, titled=True)


def _is_named_thing(sentence: Sentence, thing: Token) -> bool:
    """Whether a noun that is no firm's goes on with its name: "a sneaker called A", "its own valve, the A"."""
    after = [t.lower_ for t in sentence.passage.doc[thing.i + 1 : min(thing.i + 3, sentence.end)]]
    named = after[:1] in (["called"], ["dubbed"], ["named"]) or after == ["known", "as"]
    own = any(c.dep_ == "poss" for c in thing.children) and any(c.dep_ == "appos" for c in thing.children)
    named = named or (own and after[:1] == [","] and lemma(thing) not in ROLE_HEADS)
    return named and lemma(thing) not in COMPANY_NOUNS | BODY_NOUNS | UNIT_NOUNS | SITE_NOUNS | PLACE_NOUNS | _NO_GOODS


_NO_GOODS = words("scheme fund plan initiative campaign programme program venture plant store club school base")


def _told_beside(sentence: Sentence, verb: Token, items: list[Item]) -> list[Item]:
    """What a clause beside it is about: of "A (published by X) and B" the first, unless the verb is plural.

    In "at home in Oslo, which was drawn by X" it is not the town.
    """
    doc = sentence.passage.doc
    if any(sentence.scene.letter(i.mention) == "L" for i in items[:1] if i.mention is not None):
        return []
    if any(doc[item.start].text in gazetteer() for item in items[:1]):
        return []
    several = verb.dep_ == "relcl" and any(c.lower_ in ("are", "were", "have") for c in verb.children)
    return items if several else items[:1]


def _past_brackets(sentence: Sentence, index: int) -> int:
    doc = sentence.passage.doc
    if index < sentence.end and doc[index].text == "(":
        index = next((t.i + 1 for t in doc[index : sentence.end] if t.text == ")"), index)
    while index + 1 < sentence.end and doc[index].tag_ == "NN" and doc[index].is_lower and doc[index + 1].is_lower:
        if doc[index + 1].tag_ not in ("NN", "NNS"):
            break
        index += 1
    return index


def _is_kind(sentence: Sentence, index: int) -> bool:
    return lemma(sentence.passage.doc[index]) in _KINDS


def _titles_beside(sentence: Sentence, noun: Token) -> list[Item]:
    """The titles right after a noun: "the films A, B and C", "its first game, A", "a device called A"."""
    doc, at = sentence.passage.doc, noun.i + 1
    while at < sentence.end and (
        doc[at].text in (",", ":", "-", '"', "``", "“", "'")
        or doc[at].lower_ in ("called", "named", "titled", "entitled", "the", "dubbed", "known", "as")
    ):
        at += 1
    if at < sentence.end and (doc[at].text[:1].isupper() or sentence.scene.mentions.at(sentence.passage.index, at)):
        return items_from(sentence, at, first_only_without_and=True)
    return []


def _known_for(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    """As in "X is best known for A and B", "X is known for its A"."""
    doc = sentence.passage.doc
    makers = fillers(
        sentence.scene, sentence.passage.index, list(subjects_of(token if is_verb(token) else token.head)), "O"
    )
    at = token.i + 1
    if not makers or at >= sentence.end or doc[at].lower_ != "for":
        return
    at += 1
    while at < sentence.end and at < token.i + 14:
        if doc[at].tag_ == "VBG" and lemma(doc[at]) not in _ONLY_PRODUCTS | _ALSO_FIRMS | {"make"}:
            return  # "known for hosting A"
        if doc[at].text[:1].isupper() or sentence.scene.mentions.at(sentence.passage.index, at) is not None:
            items = items_from(sentence, at, titles=True)
            items = [item for item in items if not _names_another(sentence, item)]
            yield from made(sentence, makers, items, token.i, sure=True)
            return
        comma = doc[at].text == "," and lemma(doc[at - 1]) not in _KINDS
        if (
            comma
            or doc[at].tag_ in ("VBD", "VBZ", "VBP")
            or doc[at].text in (".", ";")
            or doc[at].pos_ in ("ADP", "CCONJ")
        ):
            return
        at += 1


def _names_another(sentence: Sentence, item: Item) -> bool:
    """Whether an item only says of what a thing is: "the original Acme II disk operating system"."""
    following = sentence.passage.doc[item.end : min(item.end + 2, sentence.end)]
    return len(following) == 2 and all(t.pos_ in ("NOUN", "VERB") and t.tag_ in ("NN", "VBG") for t in following)


def _who(known: Token) -> Iterator[Token]:
    """The subject of "is known for", "is best known for"."""
    return subjects_of(known.head if known.dep_ in ("acomp", "oprd", "attr") or not is_verb(known) else known)


def _makers(sentence: Sentence, noun: Token, *, copula: bool) -> list[FoundMention]:
    """Whose products they are: by possessive, "by X", or as the subject of a verb of making."""
    verb = owning_verb(noun)
    possessed = any(c.dep_ == "poss" for c in noun.children)
    if (copula and is_subject(noun)) or (possessed and verb is not None):
        return holders(sentence, noun)[:1]
    by = [
        p
        for c in noun.children
        for p in [c, *c.children]
        if c.lower_ in ("by", "from") or (is_verb(c) and p.lower_ == "by")
    ]
    found = fillers(
        sentence.scene, sentence.passage.index, [t for p in by for t in p.children if t.dep_ == "pobj"], "O"
    )
    if found:
        return found[:1]
    known = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    if known is not None and lemma(known) in _KNOWN and not copula:
        return fillers(sentence.scene, sentence.passage.index, list(_who(known)), "O", metonyms=False)[:1]
    if verb is not None and lemma(verb) in _ONLY_PRODUCTS | _ALSO_FIRMS | _HAVE and not (copula and is_subject(noun)):
        frame = verb_frame(verb)
        return [] if frame.passive else first_filled(sentence, frame, ("agent",), "O")[:1]
    return []


def _own(sentence: Sentence) -> Iterator[Candidate]:
    """As in "X's asthma drug Velmarix", "its lamp, the Jua Moja", "the company's flagship product, A"."""
    for token in sentence.words:
        if token.pos_ not in ("NOUN", "PROPN") or lemma(token) not in _KINDS or token.tag_ not in ("NN", "NNS"):
            continue
        owners = [c for c in token.children if c.dep_ == "poss"]
        makers = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
        # "X's Today show, A and B": it has its name before it.
        named = any(c.pos_ == "PROPN" and c.text[:1].isupper() for c in token.children if c.dep_ == "compound")
        if any(is_anothers_work(token, maker) for maker in makers):
            continue
        if makers and not (named and sentence.passage.doc[min(token.i + 1, sentence.end - 1)].text == ","):
            yield from made(sentence, makers, _titles_beside(sentence, token), token.i, sure=True, presupposed=True)
