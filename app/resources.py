"""Where the files that ship with the package lie: the ontology, the sample articles, the explorer.

In a checkout the first two stand beside `app/`; in an installed wheel they travel inside it, under `app/_data`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent

ONTOLOGY_DIR = _ROOT / "ontology"
GRAPH_DATA_DIR = _ROOT / "graph_data"
SAMPLE_ARTICLES_DIR = GRAPH_DATA_DIR / "articles"
EXPLORER_DIR = _PACKAGE / "explorer"
