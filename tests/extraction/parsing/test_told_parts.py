import pytest

from app.extraction.parsing.parse import pipeline


@pytest.mark.parametrize("sum_", ["€42 million", "$42 million", "CHF 42 million"])
@pytest.mark.parametrize("told", ["has acquired", "has agreed to acquire"])
def test_what_stands_before_the_speaker_is_told(sum_, told):
    doc = pipeline()(
        f"Pellworth Ceramics {told} Umbra Tiles, a firm based in Zurich, for {sum_}, the companies said on Tuesday."
    )
    said = next(token for token in doc if token.text == "said")
    assert [child.text for child in said.children if child.dep_ == "prep"] == ["on"]
