import pytest

from app.documents.language import language_of
from app.documents.text import parse_text

GERMAN = (
    "Der Münchner Softwarehersteller Solvane übernimmt den britischen Anbieter Pemberly für 620 Millionen Euro. "
    "Das teilten die beiden Unternehmen am Dienstag mit. Die Aufsichtsbehörden müssen noch zustimmen."
)
ENGLISH = (
    "Solvane, the German maker of business software, has agreed to buy Pemberly Systems for 620 million euros in cash. "
    "The two companies said so on Tuesday. Regulators still have to agree."
)
RUSSIAN = (
    "Немецкий разработчик программ Сольване покупает британскую компанию Пемберли за 620 миллионов евро. "
    "Об этом обе компании сообщили во вторник."
)


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ENGLISH, "en"), (RUSSIAN, "ru"), ("Solvane.", None)])
def test_the_language_is_told_where_there_is_enough_text(text, language):
    assert language_of(text) == language
    assert parse_text(text).language == language


def test_what_the_source_says_wins():
    assert parse_text(GERMAN, language="de-AT").language == "de-AT"
