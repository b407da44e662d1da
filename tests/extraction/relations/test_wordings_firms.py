"""What holds between firms, said in so many words: `wordings_firms.txt` and `branded.py`, on invented names."""

import pytest

from tests.extraction.reading import read, said, say

ALTERNATIVES = (
    "Velmora Foods is shopping around for a replacement for Odessa Mills.",
    "Velmora Foods wants to become less dependent on Odessa Mills.",
    "Velmora Foods has been trying to wean itself off Odessa Mills.",
    "Velmora Foods is weighing a switch from Odessa Mills to Sabrel.",
    "Velmora Foods is holding talks with rivals of Odessa Mills.",
    "Velmora Foods invited bids from competitors of Odessa Mills.",
    "Velmora Foods has put its Odessa Mills contract out to tender.",
    "Velmora Foods said it was exploring other options besides Odessa Mills.",
    "Odessa Mills' biggest customer, Velmora Foods, is looking for another supplier.",
    "Unhappy with Odessa Mills, Velmora Foods has begun looking elsewhere.",
)
DISCONTENT = (
    "Velmora Foods is dissatisfied with the flour that Odessa Mills supplies.",
    "There is growing dissatisfaction with Odessa Mills at Velmora Foods.",
    "Odessa Mills has disappointed Velmora Foods with late deliveries.",
    "Odessa Mills' late deliveries have angered Velmora Foods.",
    "Velmora Foods raised issues with Odessa Mills' quality control.",
    "Odessa Mills failed to meet the expectations of Velmora Foods.",
    "Velmora Foods blamed Odessa Mills for the delays.",
)
PARTNERS = (
    "Velmora Foods and Odessa Mills are working together on a new flour.",
    "Velmora Foods signed a memorandum of understanding with Odessa Mills.",
    "Velmora Foods, in partnership with Odessa Mills, will build a bakery.",
)
MERGERS = (
    "Velmora Foods will combine its operations with those of Odessa Mills.",
    "Shareholders of Velmora Foods approved a merger with Odessa Mills.",
    "A merger with Odessa Mills would make Velmora Foods the largest baker.",
)
PRODUCTS = (
    ("Velmora Motors builds the Tarka train.", "Tarka"),
    ("Velmora Motors has recalled its Tarka electric vans.", "Tarka"),
    ("Velmora Motors has begun production of its Tarka electric van.", "Tarka"),
    ("Sales of Tarka, Velmora Motors' best-known brand, rose 11%.", "Tarka"),
    ("Regulators approved Tarkavir, a weight-loss drug from Velmora Pharma.", "Tarkavir"),
    ("Velmora Games, the studio behind Tarka 3, is hiring.", "Tarka 3"),
    ("Velmora, the Leeds software company that makes Tarkalist, is hiring.", "Tarkalist"),
    ("Velmora on Thursday unveiled Velmora 3, the latest version of its model.", "Velmora 3"),
    ("Velmora Pharma, which makes the rival injection Tarkavir, fell 7%.", "Tarkavir"),
    ("The camera is sold as Tarkacam by Velmora Motors.", "Tarkacam"),
)

SUPPLIES = (
    "The payroll of Velmora Foods is handled by Odessa Mills.",
    "Odessa Mills has won a contract to clean Velmora Foods' offices.",
    "A contract to clean the offices of Velmora Foods has gone to Odessa Mills.",
    "Odessa Mills has lost Velmora Foods' account.",
    "Odessa Mills is acting as financial adviser to Velmora Foods.",
    "Odessa Mills has delivered the last of 12 jets to Velmora Foods.",
    "Odessa Mills sells most of its flour to Velmora Foods.",
    "Velmora Foods accounts for 40 percent of sales at Odessa Mills.",
    "Velmora Foods uses data labelled by Odessa Mills, a start-up.",
    "Velmora Foods buys its salt from Sabrel and its flour from Odessa Mills.",
    "Sabrel was advised by Larkfield Capital, and Velmora Foods by Odessa Mills.",
    "Velmora Foods will start selling Odessa Mills' flour in March.",
    "Odessa Mills' flour is sold in Velmora Foods stores.",
    "Velmora Foods, which is backed by Larkfield Capital, has hired bankers at Odessa Mills to prepare a listing.",
    "Velmora Foods pays Odessa Mills to annotate its images.",
)
CHANGES = (
    "Velmora Foods has moved its deliveries from Sabrel to Odessa Mills.",
    "Velmora Foods has replaced Sabrel as its haulier with Odessa Mills.",
    "Odessa Mills will replace Sabrel as a supplier of Velmora Foods.",
    "Velmora Foods stopped using Sabrel in May and now works with Odessa Mills.",
    "Odessa Mills has taken over the work from Sabrel at Velmora Foods.",
)
STAKES = (
    ("Larkfield Capital is to take a minority stake in Velmora Foods.", "investedIn"),
    ("Larkfield Capital increased its stake in Velmora Foods to 48 percent.", "investedIn"),
    ("Larkfield Capital will pay $8 million for 10 percent of Velmora Foods.", "investedIn"),
    ("Larkfield Capital first invested in Velmora Foods in 2019.", "investedIn"),
    ("The investment by Larkfield Capital values Velmora Foods at $90 million.", "investedIn"),
    ("Larkfield Capital owns 40% of Sabrel and 12% of Velmora Foods.", "ownsStakeIn"),
    ("Velmora Foods, a joint venture in which Larkfield Capital has 55%, lost money.", "ownsStakeIn"),
    ("Velmora Foods said it had been approached by Larkfield Capital about a takeover.", "acquired"),
    ("Larkfield Capital has made an offer of $90 million for Velmora Foods.", "acquired"),
    ("Shareholders in Velmora Foods have approved its sale to Larkfield Capital.", "acquired"),
    ("Larkfield Capital has bought three firms this year: Sabrel, Odessa Mills and Velmora Foods.", "acquired"),
    ("The acquisition of Velmora Foods makes Larkfield Capital the largest baker.", "acquired"),
    ("With the purchase of Velmora Foods, Larkfield Capital enters Britain.", "acquired"),
)
UNITS = (
    "Sabrel and Odessa Mills are both owned by Velmora Foods.",
    "Odessa Mills will be combined with Sabrel under a plan announced by Velmora Foods, which owns both.",
    "Velmora Foods plans to list its flour business, Odessa Mills, in London.",
    "Velmora Foods has put Odessa Mills up for sale.",
    "Odessa Mills is run as a separate unit within Velmora Foods.",
    "Velmora Foods set up Odessa Mills as a subsidiary in 2015.",
    "Velmora Foods has folded Odessa Mills into its bakery division.",
)

NAMES = (
    "Odessel has rebranded as Velmora.",
    "Velmora, née Odessel, is hiring.",
    "Odessel, now Velmora, opened a shop in Leeds.",
    "Velmora, then called Odessel, opened a shop in Leeds.",
    "Originally named Odessel, Velmora is hiring.",
    "The former Odessel, now trading as Velmora, is hiring.",
    "Velmora, the company formerly known as Odessel, is hiring.",
    "Velmora, the new name of Odessel, will appear on shops.",
    "In 2019 Odessel took the name Velmora.",
    "Velmora's old name was Odessel.",
    "Velmora, which used to trade as Odessel, is hiring.",
)


@pytest.mark.parametrize("text", NAMES)
def test_what_a_firm_was_called(text):
    assert any(c.startswith("formerName(") and c.endswith("> Odessel)") for c in said(text))


@pytest.mark.parametrize("text", SUPPLIES)
def test_who_supplies_whom(text):
    assert {c for c in said(text) if "Velmora" in c and c.startswith("supplies")} == {
        "supplies(Odessa Mills > Velmora Foods)"
    } | {c for c in said(text) if c == "supplies(Sabrel > Velmora Foods)"}


@pytest.mark.parametrize("text", CHANGES)
def test_a_change_of_supplier_tells_of_both(text):
    assert {"supplies(Odessa Mills > Velmora Foods)", "supplies(Sabrel > Velmora Foods)"} <= said(text)


@pytest.mark.parametrize(("text", "relation"), STAKES)
def test_who_puts_money_into_whom_or_buys_it(text, relation):
    assert f"{relation}(Larkfield Capital > Velmora Foods)" in said(text)


@pytest.mark.parametrize("text", UNITS)
def test_what_belongs_to_whom(text):
    assert "unitOf(Odessa Mills > Velmora Foods)" in said(text)


def test_a_bid_that_is_considered_is_no_search_for_another():
    assert not [c for c in said("Velmora Foods is considering a bid for Odessa Mills.") if "Alternatives" in c]


def test_a_subject_is_met_across_what_is_told_of_it():
    found = said("Velmora Foods, which Larkfield Capital took private in 2019, pays Odessa Mills to run its vans.")
    assert {c for c in found if c.startswith("supplies")} == {"supplies(Odessa Mills > Velmora Foods)"}


def test_what_is_done_to_another_is_not_done_by_it():
    text = "Sabrel was advised by Larkfield Capital, and Velmora Foods by Odessa Mills."
    assert "supplies(Velmora Foods > Sabrel)" not in said(text)


def test_an_aside_is_not_the_subject_of_what_follows_it():
    text = (
        "Velmora Foods, which is backed by Larkfield Capital, has hired bankers at Odessa Mills to prepare a listing."
    )
    assert "supplies(Odessa Mills > Larkfield Capital)" not in said(text)


@pytest.mark.parametrize("text", ALTERNATIVES)
def test_another_is_looked_for(text):
    assert "consideringAlternativesTo(Velmora Foods > Odessa Mills)" in said(text)


@pytest.mark.parametrize("text", DISCONTENT)
def test_somebody_is_unhappy_with_somebody(text):
    assert "dissatisfiedWith(Velmora Foods > Odessa Mills)" in said(text)


@pytest.mark.parametrize("text", PARTNERS)
def test_two_work_together(text):
    assert "partnerOf(Velmora Foods > Odessa Mills)" in said(text)


@pytest.mark.parametrize("text", MERGERS)
def test_two_merge(text):
    found = {say(c) for c in read(text) if c.relation == "mergedWith"}
    assert len(found) == 1
    assert found <= {"mergedWith(Velmora Foods > Odessa Mills)", "mergedWith(Odessa Mills > Velmora Foods)"}


@pytest.mark.parametrize(("text", "product"), PRODUCTS)
def test_what_a_firm_makes(text, product):
    assert any(c.startswith("makesProduct(Velmora") and c.endswith(f"> {product})") for c in said(text))


def test_a_list_that_forms_a_consortium_is_of_partners_each_with_each():
    found = {c for c in said("Velmora, Sabrel and Odessa Mills have formed a consortium.") if "partnerOf" in c}
    assert len(found) == 3


def test_what_is_moved_is_its_own_and_nobody_elses():
    text = "Velmora Foods could take Sabrel's business from Odessa Mills to Larkfield Capital."
    assert not [c for c in said(text) if c.startswith("consideringAlternativesTo")]


def test_a_move_of_the_seat_is_no_move_of_business():
    assert not [c for c in said("Velmora Foods might move its seat from Odessa Mills.") if "Alternatives" in c]


def test_its_in_a_wording_is_also_the_its_that_is_known_to_be_somebodys():
    text = "Velmora Foods has ended its contract with Odessa Mills."
    assert "supplies(Odessa Mills > Velmora Foods)" in said(text)


def test_shared_installations_and_new_distributors_make_partners():
    assert "partnerOf(Telkom West > Beacon Mobile)" in said(
        "Telkom West has shared towers with Beacon Mobile since 2016."
    )
    text = "The brewer Old Mill then appointed two new distributors, Palmer Stone and KVR Imports, which sell its ale."
    assert {"partnerOf(Old Mill > Palmer Stone)", "partnerOf(Old Mill > KVR Imports)"} <= said(text)
    assert not any(claim.startswith("partnerOf") for claim in said("Orrin shared the news with Beacon Mobile."))


@pytest.mark.parametrize(
    "text",
    [
        "Velmora continues to operate under its own brand as part of Sabrel.",
        "Velmora was folded into Sabrel in April.",
    ],
)
def test_what_is_folded_into_a_firm_is_its_unit(text):
    assert "unitOf(Velmora > Sabrel)" in said(text)
