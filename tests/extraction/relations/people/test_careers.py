"""The constructions in which roles, memberships, successions, foundings, seats and former names are told."""

import pytest

from tests.extraction.reading import one, read, said, say

RUNS = "heldRole(Lena Voss > Marlow Group)"
BELONGS = "memberOf(Lena Voss > Marlow Group)"
FOUNDED = "founded(Lena Voss > Marlow Group)"
SEATED = "headquarteredIn(Marlow Group > Munich)"
RENAMED = "formerName(Marlow Group > Sable Holdings)"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lena Voss has been at the helm of Marlow Group since 2015.", RUNS),
        ("Lena Voss became the first woman to lead Marlow Group.", RUNS),
        ("Lena Voss took the top job at Marlow Group in 2019.", RUNS),
        ("Lena Voss, a former Marlow Group executive, spoke.", RUNS),
        ("The chief executive of Marlow Group is Lena Voss.", RUNS),
        ("Lena Voss, until last year head of trading at Marlow Group, spoke.", RUNS),
        ("Lena Voss holds the post of treasurer at Marlow Group.", RUNS),
        ("Lena Voss rose to become head of trading at Marlow Group.", RUNS),
        ("Lena Voss is out as chief executive of Marlow Group.", RUNS),
        ("Lena Voss is Professor Emeritus of Mathematics at Marlow Group.", RUNS),
        ("Lena Voss is a lawyer who served as general counsel of Marlow Group.", RUNS),
        ("Lena Voss sits on the board of Marlow Group.", RUNS),
        ("Lena Voss is a member of the board of directors of Marlow Group.", BELONGS),
        ("Lena Voss is employed by Marlow Group.", BELONGS),
        ("Lena Voss started her career at Marlow Group.", BELONGS),
        ("After six years at Marlow Group, Lena Voss joined Crane Partners.", BELONGS),
        ("Marlow Group's Lena Voss said sales rose.", BELONGS),
    ],
)
def test_reads_who_belongs_where(text: str, wanted: str) -> None:
    assert wanted in said(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marlow Group hired Lena Voss in 2019.", "joined(Lena Voss > Marlow Group)"),
        ("Marlow Group elected Lena Voss to its board.", RUNS),
        ("Lena Voss joined the board of Marlow Group in 2012.", RUNS),
        ("Prior to joining Marlow Group, Lena Voss was a partner at Crane.", "joined(Lena Voss > Marlow Group)"),
        ("Lena Voss has parted ways with Marlow Group.", "left(Lena Voss > Marlow Group)"),
        ("Marlow Group announced the resignation of Lena Voss.", "left(Lena Voss > Marlow Group)"),
        ("Lena Voss leaves after 12 years at Marlow Group.", "left(Lena Voss > Marlow Group)"),
        ("Lena Voss lost her job at Marlow Group.", "left(Lena Voss > Marlow Group)"),
        ("Lena Voss was let go by Marlow Group.", "left(Lena Voss > Marlow Group)"),
        ("Lena Voss will be replaced as chair of Marlow Group by Anders Holm.", "succeeded(Anders Holm > Lena Voss)"),
        ("Marlow Group named Lena Voss chief to succeed Anders Holm.", "succeeded(Lena Voss > Anders Holm)"),
        ("Lena Voss, the successor to Anders Holm at Marlow Group, spoke.", "succeeded(Lena Voss > Anders Holm)"),
    ],
)
def test_reads_comings_and_goings(text: str, wanted: str) -> None:
    assert wanted in said(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lena Voss runs Marlow Group, a firm she founded in 2009.", FOUNDED),
        ("Marlow Group is the brainchild of Lena Voss.", FOUNDED),
        ("Anders Holm co-founded Marlow Group with Lena Voss.", FOUNDED),
        ("Lena Voss is one of the founding members of Marlow Group.", FOUNDED),
        ("Marlow Group dates back to 1887.", "foundingDate(Marlow Group > 1887)"),
        ("Marlow Group began life in 1998 in Leeds.", "foundingDate(Marlow Group > 1998)"),
        ("Marlow Group (NYSE: MRL) is headquartered in Munich.", SEATED),
        ("Marlow Group is a pump maker that is based in Munich.", SEATED),
        ("Marlow Group is owned by Crane Partners and is headquartered in Munich.", SEATED),
        ("Marlow Group moved its headquarters to Munich.", SEATED),
        ("The headquarters of Marlow Group is in Munich.", SEATED),
        ("Marlow Group's Munich headquarters was searched.", SEATED),
        ("Sable Holdings changed its name to Marlow Group.", RENAMED),
        ("Marlow Group previously traded as Sable Holdings.", RENAMED),
        ("When Sable Holdings became Marlow Group, it lost customers.", RENAMED),
    ],
)
def test_reads_what_an_organisation_is(text: str, wanted: str) -> None:
    assert wanted in said(text)


def test_each_title_of_a_coordination_is_a_role() -> None:
    claims = read("Lena Voss served as Chairman of the Board, President and Chief Executive Officer of Flowers Foods.")
    assert {(say(c), c.qualifiers.get("title")) for c in claims} == {
        ("heldRole(Lena Voss > Flowers Foods)", title)
        for title in ("Chairman of the Board", "President", "Chief Executive Officer")
    }


@pytest.mark.parametrize("role", ["CEO", "President", "Chairman"])
def test_a_name_keeps_its_first_word_after_a_capital_title(role: str) -> None:
    assert one(f"Lena Voss became {role} of Calder Foods in 2013.", "heldRole").object.name == "Calder Foods"  # type: ignore[union-attr]


def test_a_field_of_work_is_no_organisation() -> None:
    claim = one("Lena Voss, Vice President of Operations at Marlow Group, spoke.", "heldRole")
    assert (say(claim), claim.qualifiers["title"]) == (RUNS, "Vice President of Operations")


def test_a_move_tells_the_old_seat_too() -> None:
    seats = [c for c in read("Marlow Group moved its headquarters from Berlin to Munich.") if "quartered" in c.relation]
    assert {(say(c), c.phase.value) for c in seats} == {
        (SEATED, "completed"),
        ("headquarteredIn(Marlow Group > Berlin)", "ended"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Lena Voss attended a fair in Munich for Marlow Group.",
        "Marlow Group invests in firms based in Munich.",
        "Marlow Group opened its European headquarters in Munich.",
        "Lena Voss bought shares at the top of Marlow Group.",
        "Crane University's Lena Voss won the race against Marlow Group.",
        "Marlow Group established itself in Denmark in 1976.",
    ],
)
def test_invents_nothing(text: str) -> None:
    ours = ("heldRole", "memberOf", "joined", "left", "founded", "foundingDate", "headquarteredIn")
    assert [say(claim) for claim in read(text) if claim.relation in ours] == []


def test_a_wish_to_succeed_is_no_succession() -> None:
    assert "succeeded(Lena Voss > Anders Holm)" not in said("Lena Voss wants to succeed in business like Anders Holm.")


def test_the_board_of_a_company_is_no_company() -> None:
    text = "The Board of Calder Foods Ltd announces the appointment of Lena Voss as Group Chief Financial Officer."
    assert "heldRole(Lena Voss > Calder Foods Ltd)" in said(text)


CAME = (
    "Corvane Foods' chief executive, Dana Priestley, came from the dairy Milkwell, "
    "where she had been in charge of exports"
)


def test_who_comes_from_somewhere_joins_where_their_post_is() -> None:
    claim = one(f"{CAME}.", "joined")
    assert say(claim) == "joined(Dana Priestley > Corvane Foods)"
    assert claim.qualifiers["from"] == "Milkwell"
    assert not any(c.relation == "joined" for c in read("Rita Moss came from Acorn Labs. She spoke for an hour."))


def test_nobody_takes_up_a_post_or_succeeds_where_they_come_from() -> None:
    text = f"{CAME}, and took over from Tom Arkwright, who had run the company since 2011."
    assert "heldRole(Tom Arkwright > Corvane Foods)" in said(text)
    assert "heldRole(Tom Arkwright > Milkwell)" not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group brought in Lena Voss as chief financial officer from Kestrel Foods last year.",
        "Lena Voss, whom Marlow Group brought in as finance chief from Kestrel Foods in 2020, is ill.",
    ],
)
def test_who_is_hired_as_something_from_somewhere_comes_from_there(text: str) -> None:
    claims = said(text)
    assert {"joined(Lena Voss > Marlow Group)", "left(Lena Voss > Kestrel Foods)"} <= claims
    assert not {claim for claim in claims if claim.startswith("left(Lena Voss > Marlow")}


def test_who_was_somewhere_most_recently_as_something_was_that_there() -> None:
    text = "Lena Voss was at Marlow Group for five years, most recently as director of quality."
    assert "heldRole(Lena Voss > Marlow Group)" in said(text)


def test_a_former_post_was_not_where_somebody_has_gone_since() -> None:
    text = "Lena Voss, a former manager, runs a competitor in Hull called Brackwater."
    claims = said(text)
    assert "headquarteredIn(Brackwater > Hull)" in claims
    assert not {claim for claim in claims if claim.startswith("heldRole")}


def test_who_has_the_say_has_no_post_by_that() -> None:
    text = 'Lena Voss founded Marlow Group with Paul Roe. "We argued, and she was the boss," Roe says.'
    assert not {claim for claim in said(text) if claim.startswith("heldRole")}


def test_who_is_told_of_with_whom_is_a_person() -> None:
    text = "Marlow Group, founded by Lena Voss, relies on Ulvik Tarnau, whom Voss trusts."
    assert not {claim for claim in said(text) if claim.startswith("supplies")}


@pytest.mark.parametrize("verb", ["brought in as finance chief", "poached as finance chief", "lured away"])
def test_who_brings_somebody_in_does_not_come(verb: str) -> None:
    text = f"Lena Voss founded Marlow Group. The rest she leaves to Ulvik Tarnau, whom she {verb} from Kestrel Foods."
    claims = said(text)
    assert not {claim for claim in claims if claim.startswith(("joined(Lena", "heldRole(Lena", "left(Lena"))}


def test_who_is_brought_in_comes() -> None:
    text = "Marlow Group makes pumps. Lena Voss, brought in from Kestrel Foods in 2020, runs Marlow Group."
    assert "left(Lena Voss > Kestrel Foods)" in said(text) or "joined(Lena Voss > Marlow Group)" in said(text)
