"""Changes as quads and back."""

from datetime import UTC, datetime

import pyoxigraph

from app.history import change_quads, read_changes
from app.model import Change, FactChange, Status
from app.vocab import Iris

IRIS = Iris()


def test_what_is_written_is_read_back() -> None:
    changes = [
        Change(
            at=datetime(2025, 9, 1, 10, tzinfo=UTC),
            cause="new source",
            about=("a1",),
            facts=(
                FactChange(fact="f1", before=None, after=Status.ASSERTED),
                FactChange(fact="f2", before=Status.REPORTED, after=None),
                FactChange(fact="f3", before=Status.ASSERTED, after=Status.DISPUTED),
            ),
        ),
        Change(at=datetime(2025, 9, 1, 10, 0, 0, 5, tzinfo=UTC), cause="ruling withdrawn"),
    ]
    store = pyoxigraph.Store()
    store.extend(quad for change in changes for quad in change_quads(change, IRIS))
    assert read_changes(list(store), IRIS) == changes
