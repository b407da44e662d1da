"""The parts of speech and irregular lemmas that spaCy's attribute ruler gives, in a fraction of its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LOOKED_AT: list[int | str] = ["TAG", "DEP", "LOWER", "IS_SPACE"]


class RememberedAttributes:
    """Sets what the pipeline's ruler sets, and asks it once for each kind of token.

    The ruler tries each of its patterns on each token. Nearly all of them look at one token: its tag, its dependency,
    and whether it is one of a few hundred words. A text in which any other pattern may begin is left to the ruler.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        from spacy.matcher import Matcher

        self.name = name
        ruler: Any = nlp.get_pipe("attribute_ruler")
        self._ruler = ruler
        self._words: set[int] = set()
        self._others = Matcher(nlp.vocab)
        self._known: dict[tuple[int, ...], dict[int, int]] = {}
        for pattern in (pattern for entry in ruler.patterns for pattern in entry["patterns"]):
            words = _words_of(pattern[0])
            if words is None or len(pattern) > 1:
                self._others.add("other", [pattern[:1]])
            else:
                self._words.update(map(nlp.vocab.strings.add, words))

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a text's tokens, which have tags and dependencies."""
        from spacy.tokens._retokenize import set_token_attrs

        if self._others(doc, allow_missing=True):
            self._ruler(doc)
            return doc
        words = self._words
        looks = doc.to_array(_LOOKED_AT).tolist()
        kinds = [(tag, dep, word if word in words else 0, space) for tag, dep, word, space in looks]
        if not self._known.keys() >= set(kinds):
            self._learn(doc, kinds)
        for token, kind in zip(doc, kinds, strict=True):
            set_token_attrs(token, self._known[kind])
        return doc

    def _learn(self, doc: Doc, kinds: Iterable[tuple[int, ...]]) -> None:
        found: list[dict[int, int]] = [{} for _ in doc]
        for pattern, _, start, _ in self._ruler.match(doc):  # later ones have precedence
            found[start].update(self._ruler.attrs[pattern])
        self._known.update(zip(kinds, found, strict=True))


def _words_of(token: Mapping[str, Any]) -> Iterable[str] | None:
    """The words that a token's pattern names; None if it looks at more than is remembered."""
    word = token.get("LOWER", {"IN": ()})
    words = [word] if isinstance(word, str) else word.get("IN")
    return words if token.keys() <= set(_LOOKED_AT) else None
