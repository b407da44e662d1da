"""The named entities that spaCy's recogniser finds, in half of its time.

The recogniser walks through a text, and at each token takes the best of its moves: the token stands outside of names,
is one by itself, or begins, continues or ends one. What it makes of a token outside depends on none before it. So all
tokens are first scored as if outside, in one go, and then those that follow a beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc


class Recognition:
    """Sets the entities that the pipeline's recogniser would set in texts that are parsed and have none yet."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        recogniser: Any = nlp.get_pipe("ner")
        self._model = recogniser.model
        names = [recogniser.moves.get_class_name(move) for move in range(recogniser.moves.n_moves)]
        self._label = [name[2:] for name in names]
        self._outside = names.index("O")
        kinds = np.array([name[0] for name in names])
        self._begins, self._unit = kinds == "B", kinds == "U"
        # The unit without a label stands where a name was forbidden beforehand.
        self._within = np.isin(kinds, ["I", "L"]) | (np.array(names) == "U-")
        # For each move that begins an entity those that continue and end it.
        self._continue, self._end = (
            np.array([names.index(f"{kind}-{name[2:]}") if name[0] == "B" else -1 for name in names]) for kind in "IL"
        )

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one text."""
        return next(self.pipe([doc], batch_size=1))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Set the entities of many texts, in batches."""
        waiting = iter(docs)
        # A quarter at once, as spaCy's own does: its scores take much memory.
        while batch := list(islice(waiting, max(1, batch_size // 4))):
            self._recognise([doc for doc in batch if len(doc)])
            yield from batch

    def _recognise(self, docs: Sequence[Doc]) -> None:
        from spacy.tokens import Span

        if not docs:
            return
        moves, stops = self._moves(docs)
        offset = last = 0
        for doc in docs:
            found = []
            for start in np.flatnonzero(moves[offset : offset + len(doc)] != self._outside).tolist():
                if start + offset >= last:  # and not within the entity before
                    last = int(stops[start + offset])
                    found.append(Span(doc, start, last - offset, self._label[moves[start + offset]]))
            doc.set_ents(found)
            offset += len(doc)

    def _moves(self, docs: Sequence[Doc]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """For each token of all texts the move that is best outside of entities, and where what it begins stops."""
        final = np.concatenate([np.append(doc.to_array("SENT_START")[1:] == 1, True) for doc in docs])
        blank = np.concatenate([doc.to_array("IS_SPACE") == 1 for doc in docs])
        model = self._model.predict(docs)
        places = np.arange(len(final))

        def scores(*tokens: NDArray[np.intp]) -> NDArray[np.float32]:
            """What each move is worth, by three tokens: the one to decide on, the first of its entity, the last."""
            state = model.state2vec.predict(np.stack(tokens, axis=1).astype("i"))
            worth: NDArray[np.float32] = model.vec2scores.predict(state)
            return worth

        none = np.full_like(places, -1)
        outside = scores(places, none, none)
        outside[:, self._within] = -np.inf
        outside[np.ix_(final | blank, self._begins)] = -np.inf  # no entity goes beyond a sentence
        outside[np.ix_(blank, self._unit)] = -np.inf
        moves = outside.argmax(axis=1)
        stops = places + 1
        opened = np.flatnonzero(self._begins[moves])
        while opened.size:
            token, rows, begun = stops[opened], np.arange(opened.size), moves[opened]
            inside = scores(token, opened, token - 1)
            goes_on = inside[rows, self._continue[begun]] >= inside[rows, self._end[begun]]
            stops[opened] += 1
            opened = opened[goes_on & ~final[token]]
        return moves, stops
