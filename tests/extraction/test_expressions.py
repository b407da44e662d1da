import re

import pytest

from app.extraction.expressions import compile_quick

WORDS = "chief|chair|head|head of|header|(?:co-)?founder|director|deputy|chairman|x(?P<rest>y)|[0-9]+|dean"
TEXT = "a Chairman, the HEAD OF it, co-founders; Headers, xY 12 deans, deputy chair; di\u017fmay, \u212aing"


@pytest.mark.parametrize(
    "expression",
    [
        WORDS,
        rf"\b(?:{WORDS})s?\b",
        rf"(?-i:{WORDS})",
        rf"(?:{WORDS}|)(?= )",
        rf"(?<!\w)(?!{WORDS})\w+",
        rf"(?P<title>(?:{WORDS}){{1,2}}?)[ ,]",
        "dismay|king|sing|ink|mask",
    ],
)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_what_is_compiled_quickly_matches_the_same(expression: str, flags: re.RegexFlag):
    quick, plain = (
        [(match.span(), match.groupdict()) for match in compiled.finditer(TEXT)]
        for compiled in (compile_quick(expression, flags), re.compile(expression, flags))
    )
    assert quick == plain
