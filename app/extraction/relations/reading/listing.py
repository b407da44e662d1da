"""Lists of names as writers make them: "the airline A, Norway's B and C", with names among them that we missed.

The parser loses its way in long lists, so they are read word by word: an item is a name with a few words about it, and
the list ends at the first thing that is neither an item nor between two items. A name that is not one of our mentions
passes as an item, so that it does not cut the list short.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.fillers import each
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MAX_LEAD, _MAX_TAIL = 6, 4
_JOINTS = frozenset({",", ";", "and", "or", "&", "/"})
_ANDS = frozenset({"and", "or", "&", "well"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’", "*"})
_LEGAL = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "plc", "corp", "corp.", "co", "co.", "ag", "s.a.", "llp"})


@dataclass(frozen=True)
class Item:
    """One item of a list: its tokens, and the mention if it is one of ours."""

    start: int
    end: int
    mention: FoundMention | None


def items_from(
    sentence: Sentence, index: int, *, first_only_without_and: bool = False, titles: bool = False
) -> list[Item]:
    """The items of the list that starts at a token.

    `titles` lets an item go on past its name, as titles do ("It's a Living"). `first_only_without_and` is for lists
    that nothing announces: "with A, B launched" is no list of A and B.
    """
    doc, found, joined, at = sentence.passage.doc, list[Item](), False, index
    last_joined = False
    while at < sentence.end and doc[at].text in (":", ",", *_QUOTES):
        at += 1
    joint: set[str] = set()
    while at < sentence.end:
        item = _item(sentence, at)
        if item is None:
            break
        found.append(item)
        last_joined = bool(joint & _ANDS)
        end = _after_item(sentence, item.end)
        if titles and end < sentence.end:
            end = _after_title(sentence, end)
        following = _after_joint(sentence, end)
        if following is None:
            at = end
            break
        joint = {t.lower_ for t in doc[end:following]}
        joined = joined or bool(joint & _ANDS)
        at = following
    # "with A, B launched": B is who launched.
    plain = len(found) > 1 and not last_joined
    if plain and at < sentence.end and doc[at].pos_ in ("VERB", "AUX") and doc[at].tag_ not in ("VBG", "VBN"):
        found.pop()
    return found[:1] if first_only_without_and and not joined else found


def mentions_from(
    sentence: Sentence, index: int, letters: str, *, first_only_without_and: bool = False
) -> list[FoundMention]:
    """The mentions of the list that starts at a token."""
    items = items_from(sentence, index, first_only_without_and=first_only_without_and)
    whole = [i.mention for i in items if i.mention is not None and not _is_cut_short(sentence, i.mention)]
    return each([mention for mention in whole if sentence.scene.letter(mention) in letters])


def _is_cut_short(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether it is but a piece of a name: the Friends of "Friends of Velmar", the Dawns of "At the Dawns"."""
    doc, end = sentence.passage.doc, mention.end
    following = _named_at(sentence, end + 1)
    place = following is not None and sentence.scene.letter(following) == "L"
    if end + 1 < sentence.end and doc[end].lower_ == "of" and doc[end + 1].text[:1].isupper() and not place:
        return True
    numbered = end + 1 < sentence.end and doc[end].text.isdigit() and len(doc[end]) < 4
    if numbered and doc[end + 1].lower_ in (",", ".", "and", ";"):
        return True  # the Studio of "Studio 12"
    first = mention.start - 2
    led = first > sentence.start and doc[first + 1].lower_ in ("the", "a") and doc[first].text.istitle()
    return led and doc[first].pos_ == "ADP" and doc[first - 1].text in _JOINTS


def _item(sentence: Sentence, index: int) -> Item | None:
    """The item that starts at a token: up to six plain words, then a name. "Norway's A" and "its rival A" are A."""
    doc, at = sentence.passage.doc, index
    lead = 0
    while at < sentence.end:
        mention = _named_at(sentence, at)
        if mention is not None:
            end = min(mention.end, sentence.end)
            if not _owns_what_follows(sentence, end) and not _describes_what_follows(sentence, end):
                return Item(mention.start, end, mention)
            at, lead = end + (doc[end].text in ("'s", "’s", "'")), lead + 1
            continue
        if _is_capital(doc[at]):
            end = at + 1
            while end < sentence.end and _named_at(sentence, end) is None and _continues_name(doc[end]):
                end += 1
            if _named_at(sentence, end) is not None and end < sentence.end:
                # "the Norwegian driller A", but also a name that we know only the end of.
                if doc[end - 1].pos_ not in ("ADJ", "NOUN", "DET") and not doc[end - 1].text.endswith("s"):
                    return Item(at, sentence.passage.doc[end].i + 1, None)
                at, lead = end, lead + 1
                continue
            describes = _describes_what_follows(sentence, end)
            adjective = _is_adjective_before_noun(doc, at, end, sentence.end)
            if not _owns_what_follows(sentence, end) and not adjective and not describes:
                return Item(at, end, None)
            at, lead = end + (doc[end].text in ("'s", "’s", "'") if end < sentence.end else 0), lead + 1
            continue
        if doc[at].text == "(" and lead:  # "the Lumo (TV network) series A"
            at = next((t.i + 1 for t in doc[at : sentence.end] if t.text == ")"), sentence.end)
            continue
        if lead >= _MAX_LEAD or not _may_lead(doc[at]):
            return None
        at, lead = at + 1, lead + 1
    return None


def _named_at(sentence: Sentence, index: int) -> FoundMention | None:
    mention = sentence.scene.mentions.at(sentence.passage.index, index) if index < sentence.end else None
    if mention is None or sentence.scene.type_of(mention) == "Collective":
        return None
    return mention if mention.start == index else None


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() or (token.like_num and token.i > 0)


def _continues_name(token: Token) -> bool:
    if token.text == "-" and token.i + 1 < len(token.doc) and token.nbor().is_lower:
        return False
    if token.text[:1].isupper() or token.text in ("&", "-", "!", "+", "/", "'s", "’s") or token.text[:1].isdigit():
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.lower_ in ("of", "the", "for", "de", "in", "to", "a", "and") and (
        following is not None and following.text[:1].isupper() and token.lower_ != "and"
    )


def _is_adjective_before_noun(doc: Doc, start: int, end: int, limit: int) -> bool:
    """As in "Norwegian driller A"."""
    return end - start == 1 and end < limit and doc[start].pos_ == "ADJ" and doc[end].pos_ in ("NOUN", "ADJ")


def _owns_what_follows(sentence: Sentence, end: int) -> bool:
    doc = sentence.passage.doc
    return end < sentence.end - 1 and doc[end].text in ("'s", "’s", "'") and doc[end + 1].text not in (",", ".", ";")


def _describes_what_follows(sentence: Sentence, end: int) -> bool:
    """As in "the A series B": A is only said about B."""
    doc, at = sentence.passage.doc, end
    if end < sentence.end and doc[end].text == "(":
        at = end = next((t.i + 1 for t in doc[end : sentence.end] if t.text == ")"), end)
    within = doc[end - 1].is_lower and doc[end - 1].pos_ == "NOUN"  # the mention "A series" before B
    if within and end < sentence.end and doc[end].text[:1].isupper():
        return True
    while at < sentence.end and at < end + 3 and doc[at].pos_ == "NOUN" and doc[at].text.islower():
        at += 1
    return end < at < sentence.end and (_named_at(sentence, at) is not None or doc[at].text[:1].isupper())


def _may_lead(token: Token) -> bool:
    return token.text in _QUOTES or (
        token.text not in (",", ";", ".")
        and (token.pos_ in ("DET", "ADJ", "NOUN", "NUM", "ADV") or token.tag_ in ("PRP$", "VBN", "VBG", "HYPH", "POS"))
    )


def _after_item(sentence: Sentence, index: int) -> int:
    """Past what may follow a name within its item: brackets, quotes, "plc", a few plain nouns, its place."""
    doc, at, tail = sentence.passage.doc, index, 0
    while at < sentence.end:
        token = doc[at]
        if token.text == "(":
            closing = next((t.i for t in doc[at : sentence.end] if t.text == ")"), None)
            if closing is None:
                return at
            at = closing + 1
        elif token.text in _QUOTES or token.lower_ in _LEGAL or token.text in ("®", "™", "!", "'s", "’s"):
            at += 1
        elif token.text == "," and at + 1 < sentence.end and doc[at + 1].lower_ in _LEGAL:
            at += 2
        elif not tail and (token.text[:1].isdigit() or (token.text[:1].isupper() and _named_at(sentence, at) is None)):
            at += 1
        elif tail < _MAX_TAIL and token.pos_ in ("NOUN", "PROPN") and not token.text[:1].isupper():
            at, tail = at + 1, tail + 1
        elif (
            token.lower_ in ("in", "of", "from")
            and at + 1 < sentence.end
            and (place := _named_at(sentence, at + 1)) is not None
            and sentence.scene.letter(place) == "L"
        ):
            at = place.end
        else:
            return at
    return at


def _after_title(sentence: Sentence, index: int) -> int:
    """Past the rest of a title that we know only the start of, if a comma or "and" follows soon."""
    doc = sentence.passage.doc
    for at in range(index, min(index + 7, sentence.end)):
        token = doc[at]
        if token.text in (",", "and", "&", "("):
            return _after_item(sentence, at)
        if token.text in (".", ";") or token.lower_ in ("which", "who", "that", "to", "for", "by", "from", "in", "on"):
            return index
        if token.tag_ in ("VBD", "MD") or (token.tag_ == "VBZ" and token.lower_ not in ("'s", "’s")):
            return index
    return index


def _after_joint(sentence: Sentence, index: int) -> int | None:
    """Past a comma, "and", "as well as"; None where the list ends."""
    doc, at = sentence.passage.doc, index
    while at < sentence.end and doc[at].lower_ in _JOINTS | _QUOTES:
        at += 1
    if [t.lower_ for t in doc[at : at + 3]] == ["as", "well", "as"]:
        at += 3
    return at if index < at < sentence.end else None
