"""What somebody named in full is called besides is set aside where a question is not understood with it, and told."""

from __future__ import annotations

from app.query.ask import ask
from app.query.lookup import Lookup


def test_is_set_aside_and_told(harbour: Lookup):
    answer = ask(harbour, "Augusta March, the chess lady: what does she run?")
    assert [item.label for item in answer.answers] == ["Wind Lock"]
    assert "Whether “the chess lady” is so was not looked at." in answer.caveats


def test_others_in_it_must_have_to_do_with_whom_it_is_of(harbour: Lookup):
    assert ask(harbour, "Will Harbour, the old Stone Marine guy: where did he go?").answers
    assert not ask(harbour, "Will Harbour, the old Health First guy: where did he go?").answers
