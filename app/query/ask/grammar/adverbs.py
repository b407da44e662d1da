"""The words that ask for a time, a reason or a way, each with the adverb that it stands for."""

from __future__ import annotations

ADVERBS: dict[tuple[str, ...], str] = {
    ("when",): "when",
    ("why",): "why",
    ("how",): "how",
    ("how", "long"): "how long",
    ("for", "how", "long"): "how long",
    ("since", "when"): "since when",
    **{("how", "many", unit): "how long" for unit in ("years", "months", "weeks", "days")},
    **{("for", "how", "many", unit): "how long" for unit in ("years", "months", "weeks", "days")},
    ("until", "when"): "until when",
    ("how", "often"): "how often",
    ("how", "frequently"): "how often",
    **{(*on, "how", "many", time): "how often" for on in ((), ("on",), ("at",)) for time in ("times", "occasions")},
    **{("on", which, day): "what date" for which in ("what", "which") for day in ("date", "day")},
    **{(which, day): "what date" for which in ("what", "which") for day in ("date", "day")},
    **{(which, time): "when" for which in ("what", "which") for time in ("year", "month", "time")},
    **{(at, which, time): "when" for at in ("in",) for which in ("what", "which") for time in ("year", "month")},
}
