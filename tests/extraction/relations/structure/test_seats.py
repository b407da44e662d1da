"""Where organisations are based: whose seat a sentence tells, in which town, and what only looks like one."""

import pytest

from app.model import Phase
from tests.extraction.reading import one, said

# The text, a claim that it makes (empty if it is enough that none is made), and one that it does not make.
CASES = [
    # the place is a part of a title or of a body's name
    ("Their films include Psalm and Weaver's Play.", "", "headquarteredIn(Play > Weaver)"),
    ("She was voted Leeds's Best Baker in 2019.", "", "headquarteredIn(Best Baker > Leeds)"),
    ("Orla Venn sits on the board of the Economic Club of Boston.", "", "headquarteredIn(Economic Club > Boston)"),
    ("Tarvo Foods is listed on the Stock Exchange of Helsinki.", "", "headquarteredIn(Stock Exchange > Helsinki)"),
    ("His father was Arvid Lund, Duke of Milan.", "", "headquarteredIn(Duke > Milan)"),
    ("The service between Hull and Bergen is run with the Spirit of Ontario.", "",
     "headquarteredIn(Spirit > Ontario)"),
    ("Tarvo Foods of Leeds bakes waffles.", "headquarteredIn(Tarvo Foods > Leeds)", ""),
    ("Pentland Aircraft Co of Salt Lake City built it.", "headquarteredIn(Pentland Aircraft Co > Salt Lake City)", ""),
    ("In 2010, Tarvo Shield of California formed a venture.", "", "headquarteredIn(Tarvo Shield > California)"),
    ("He was elected from the 24th District of Pennsylvania.", "", "headquarteredIn(24th District > Pennsylvania)"),
    ("The Church of Saint Brenna of Siena is located in Boston.", "", "headquarteredIn(Siena > Boston)"),
    ("Orla Venn was elected from the 24th District of Ohio.", "", "headquarteredIn(24th District > Ohio)"),
    ("Tarvo Tools Inc. of Oregon bought Ondix.", "headquarteredIn(Tarvo Tools Inc. > Oregon)", ""),
    ("Much like its rivals, Tarvo's was located in the Midwest and South.", "", "headquarteredIn(Tarvo's > Midwest)"),
    ("He was an actor in the Golden Age of Hollywood.", "", "headquarteredIn(Golden Age > Hollywood)"),
    ("Vadim Orlan was born in Ufa. Vadim moved from Moscow to Los Angeles in 2010.", "",
     "headquarteredIn(Vadim > Los Angeles)"),
    # who buys moves the head office of what is bought
    ("Tarvo Foods was acquired by the Maverin Corporation in 2008, moving its head office to Toronto.", "",
     "headquarteredIn(Maverin Corporation > Toronto)"),
    ("Tarvo Foods was acquired by Maverin Corporation, which moved its head office to Toronto.",
     "headquarteredIn(Maverin Corporation > Toronto)", ""),
    # another firm than the one beside the words
    ("Based in Bonn, its subsidiaries operate Tarvo networks.", "", "headquarteredIn(Tarvo > Bonn)"),
    ("Maverin's parent company Tarvo Foods paid the bill.", "", "headquarteredIn(Tarvo Foods > Maverin)"),
    ("The firm is listed on the Oslo Stock Exchange with its headquarters in Weybridge.", "",
     "headquarteredIn(Oslo Stock Exchange > Weybridge)"),
    # the town and not the state
    ("Louisville, Colorado-based software company Tarvo Systems cut prices.",
     "headquarteredIn(Tarvo Systems > Louisville)", "headquarteredIn(Tarvo Systems > Colorado)"),
    # a firm that was named before, told by its town
    ("Kolberg Marine won an order. The Gdynia-based shipbuilder will deliver two hulls.",
     "headquarteredIn(Kolberg Marine > Gdynia)", ""),
    ("Kolberg Marine won an order. The Busan, South Korea-based shipbuilder will deliver two hulls.",
     "headquarteredIn(Kolberg Marine > Busan)", "headquarteredIn(Kolberg Marine > South Korea)"),
    ("Kolberg Marine fell in Oslo. The London-listed shipbuilder has cut its forecast.", "",
     "headquarteredIn(Kolberg Marine > London)"),
    ("It works with Madison, Wisconsin-based Tarvo Systems.", "headquarteredIn(Tarvo Systems > Madison)",
     "headquarteredIn(Tarvo Systems > Wisconsin)"),
    # among other things that are told of it
    ("Founded in 1921 as a sawmill and now based in Leeds, Tarvo Board had sales of $3 billion.",
     "headquarteredIn(Tarvo Board > Leeds)", ""),
    ("Tarvo Ventures, the nine-year-old, Leeds-based firm, has closed its fourth fund.",
     "headquarteredIn(Tarvo Ventures > Leeds)", ""),
    ("Tarvo Works, a Leeds maker of espresso grinders, said so.", "headquarteredIn(Tarvo Works > Leeds)", ""),
    ("Tarvo Works, a Leeds owner of shops, said so.", "", "headquarteredIn(Tarvo Works > Leeds)"),
    ("Kolberg AI, a developer of weather models based in Leeds, was sold.", "headquarteredIn(Kolberg AI > Leeds)", ""),
    # what a firm does stands between the town and what it is
    ("In May he left for Tessier Soeurs, the Lyon department store chain.",
     "headquarteredIn(Tessier Soeurs > Lyon)", ""),
    ("She was a buyer at the Bilbao shipper Arteaga & Cruz.", "headquarteredIn(Arteaga & Cruz > Bilbao)", ""),
    ("The Dundee naval architects Firth & Moray drew the plans.", "headquarteredIn(Firth & Moray > Dundee)", ""),
    ("Tuatara Freight bought Pukeko Haulage, the Napier South trucking firm.",
     "headquarteredIn(Pukeko Haulage > Napier South)", ""),
    ("Wabash Trailers bought Transo, a Lincolnshire portfolio company.", "",
     "headquarteredIn(Transo > Lincolnshire)"),
    # people move as well
    ("Ilsa Khatib studied law. Khatib moved to Michigan from California in 2000, where she taught.", "",
     "headquarteredIn(Khatib > Michigan)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "never"), CASES)
def test_seats(text: str, told: str, never: str) -> None:
    found = said(text)
    assert not told or told in found, found
    assert never not in found


@pytest.mark.parametrize(
    "text",
    [
        "Headquartered in Hull, Tarvo Foods bakes waffles.",
        "Tarvo Foods is a bakery founded in 1986 and headquartered in Hull.",
    ],
)
def test_participle_has_no_past(text: str) -> None:
    assert one(text, "headquarteredIn").phase is Phase.ONGOING


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Nordlund Systems will have its headquarters in Oslo.", Phase.PLANNED),
        ("Nordlund Systems is to have its seat in Oslo.", Phase.PLANNED),
        ("Nordlund Systems will keep its headquarters in Oslo.", Phase.ONGOING),
        ("Nordlund Systems has its headquarters in Oslo and will open a yard in Bergen.", Phase.ONGOING),
    ],
)
def test_a_seat_that_a_firm_will_have_is_planned(text, phase):
    assert one(text, "headquarteredIn").phase is phase


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Tern Power sold its flagship in Leeds to the developer Halden Estates.", set()),
        (
            "Tern Power sold Norrick Foods, based in Bergen, to Halden Estates.",
            {"headquarteredIn(Norrick Foods > Bergen)"},
        ),
        ("The award is a blow to Tern Power, which had served Halden. The Leeds company will cut jobs.", set()),
        (
            "Tern Power makes pumps. The Leeds-based company will hire 20 people.",
            {"headquarteredIn(Tern Power > Leeds)"},
        ),
    ],
)
def test_a_seat_is_that_of_a_firm_that_can_be_told(text: str, seats: set[str]) -> None:
    assert {claim for claim in said(text) if claim.startswith("headquarteredIn")} == seats


@pytest.mark.parametrize(
    "text",
    [
        "Backed by Tern Power, the Leeds-based startup sells pumps.",
        "Formerly known as Tern Power, the Leeds-based company makes pumps.",
        "In a letter to Tern Power, the Leeds-based retailer said it would end the contract.",
        "Since its purchase by Tern Power, the Leeds company has doubled its sales.",
        "A maker of pumps for Tern Power, the Leeds-based company employs 30 people.",
    ],
)
def test_what_leads_in_is_not_seated_where_the_subject_is(text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith("headquarteredIn")]
