"""A trained network and the linear scorers as the arrays that the product reads, and those as a file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.extraction.learned.encode import MOST_PIECES
from app.extraction.learned.network import stored
from scripts.training.network import Reader

Arrays = dict[str, NDArray[Any]]
_EMBEDDINGS = frozenset({"word", "position", "case", "name_type", "word_class", "role", "kind", "distance"})


def arrays_of(reader: Reader, vocabulary: Sequence[str]) -> Arrays:
    """The network's weights by the names that the product knows them under."""
    arrays = {}
    for name, tensor in reader.state_dict().items():
        array = tensor.detach().float().numpy()
        name = name.removesuffix(".weight") if name.removesuffix(".weight") in _EMBEDDINGS else name
        # No window is longer.
        arrays[name] = array[: MOST_PIECES + 6] if name == "position" else array
    return stored(arrays, vocabulary)


def write(arrays: Mapping[str, NDArray[Any]], path: Path) -> None:
    """The arrays as an npz file; the same arrays give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            content = io.BytesIO()
            np.lib.format.write_array(content, np.asarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), content.getvalue(), zipfile.ZIP_DEFLATED)


def read(path: Path) -> Arrays:
    """The arrays of a file."""
    with np.load(path, allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}
