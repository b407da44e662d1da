"""How far the name of a product goes: titles hold small words, numbers and possessives that names of firms do not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COMMON_CAPITALS
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.listing import Item
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ARTICLES = frozenset({"the", "a", "an"})
_FIRMS = frozenset({"Company", "Corporation", "Group", "Holdings"})
# What is given or held, and made by nobody: "the Elm Hall of Fame".
_HONOURS = frozenset(
    """Award Awards Championship Championships Committee Conference Congress Council Fame Fellowship Fellowships Honor
    Honors Honour Honours Prize Prizes Scholarship Scholarships""".split()
)
_ROMAN = frozenset({"II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"})


def whole_name(sentence: Sentence, item: Item, maker: FoundMention) -> Item | None:
    """The item with all that belongs to its name; None where it is no name of a product or nobody can tell its end."""
    doc = sentence.passage.doc
    if item.mention is not None and item.mention.kind is not MentionKind.NAME:
        return None
    start, end = _start(sentence, item, maker), _end(sentence, item.start, item.end)
    subtitle = start - 2 > sentence.start and doc[start - 1].text == ":" and doc[start - 2].text[:1].isupper()
    if subtitle or is_legal_form(doc[item.end - 1].text):
        return None
    # "The Hulu-exclusive series B" is B.
    if doc[end - 1].text == "-" or (end < sentence.end and doc[end].text == "-" and not doc[end - 1].whitespace_):
        return None
    words = [token.text for token in doc[start:end]]
    if words[-1] in _FIRMS | _HONOURS or all(word in COMMON_CAPITALS for word in words):
        return None
    same = (start, end) == (item.start, item.end)
    return item if same else Item(start, end, None)


def _start(sentence: Sentence, item: Item, maker: FoundMention) -> int:
    """The first word: "Anna's Journey" is one title, in "Anna Roe's Journey" and "Acme's Journey" it is only whose."""
    doc, start = sentence.passage.doc, item.start
    while start > sentence.start + 1 and _is_loose(sentence, start - 1):
        start -= 1
    if start - 2 > sentence.start and _is_genitive(doc, start - 1) and doc[start - 2].text[:1].isupper():
        before = sentence.scene.mentions.at(sentence.passage.index, start - 2)
        single = not doc[start - 3].text[:1].isupper() and (before is None or before.end - before.start == 1)
        if single and (before is None or before.entity != maker.entity):
            return start - 2
    if start - 2 >= sentence.start and doc[start - 1].text == "/" and doc[start - 2].text[:1].isupper():
        return start - 2
    return start


def _is_genitive(doc: Doc, index: int) -> bool:
    """Whether it is the mark of "Anna's", or of "Ladies'"; quotes look like it."""
    return doc[index].text in ("'s", "’s") or (doc[index].text in ("'", "’") and doc[index - 1].text.endswith("s"))


def _is_loose(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word right before or after a name belongs to nothing else: the "Wish" of "Wish You"."""
    token = sentence.passage.doc[index]
    capital = token.text[:1].isupper() and token.is_alpha and not token.is_sent_start
    free = sentence.scene.mentions.at(sentence.passage.index, index) is None
    timed = any(slot.start <= index < slot.end for slot in sentence.slots)
    return capital and free and not timed and token.tag_ not in ("JJ", "NNPS") and token.text not in COMMON_CAPITALS


def _end(sentence: Sentence, start: int, end: int) -> int:
    """Past what goes on: "Season" is "Season of Miracles", "Room" is "Room 104", "Found" is "Found: A Lost Way"."""
    doc, limit = sentence.passage.doc, sentence.end
    # "the programme Escape from Talon Isle", "Get to the Heart": a single word, and after its kind or no noun at all.
    beside = start > sentence.start and doc[start - 1].pos_ == "NOUN" and doc[start - 1].is_lower
    goes_on = {"from": beside, "to": doc[start].tag_.startswith("VB")} if end - start == 1 else {}
    dated = any(slot.letter == "T" and start <= slot.start < end for slot in sentence.slots)
    while end < limit:
        following = _following(doc, end, limit, goes_on=goes_on)
        if following > end:
            end = following
        elif dated and doc[end].text[:1].isupper() and doc[end].is_alpha:
            end += 1  # "The Saturday Post"
        elif _is_loose(sentence, end) and doc[end - 1].text[:1].isupper():
            end += 1
        else:
            break
    return end


def _following(doc: Doc, end: int, limit: int, *, goes_on: Mapping[str, bool]) -> int:
    token = doc[end]
    after = doc[end + 1] if end + 1 < limit else None
    if token.text in _ROMAN or (token.like_num and token.text[:1].isdigit() and _closes(doc, end + 1, limit)):
        return end + 1
    if after is None:
        return end
    if token.text in ("/", ":") and after.text[:1].isupper() and not (token.text == "/" and token.whitespace_):
        return _capitals(doc, end + 1, limit)
    if token.lower_ == "of" or goes_on.get(token.lower_):
        first = end + 2 if after.lower_ in _ARTICLES else end + 1
        if first < limit and doc[first].text[:1].isupper():
            return _capitals(doc, first, limit)
    return end


def _capitals(doc: Doc, start: int, limit: int) -> int:
    """The end of the capitalised words from a token on."""
    end = start + 1
    while end < limit and (doc[end].text[:1].isupper() or doc[end].text in ("-", "&")):
        end += 1
    return end


def _closes(doc: Doc, index: int, limit: int) -> bool:
    """Whether nothing is counted by the number before: "Room 104, to air", and not "Room 3 weeks later"."""
    return index >= limit or doc[index].pos_ in ("PUNCT", "CCONJ", "ADP", "PART", "AUX", "VERB", "SCONJ")
