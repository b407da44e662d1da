"""What is told of firms that a sentence calls by what they are, or leaves unsaid altogether."""

import pytest

from tests.extraction.reading import said

# The text, a claim that it makes (empty if it is enough that none is made), and one that it does not make.
CASES = [
    # called by what they are
    ("Vestra Cantieri agreed to sell its yard to Holm Marine. The shipbuilder, which is based in Genoa, will pay debt.",
     "headquarteredIn(Vestra Cantieri > Genoa)", "headquarteredIn(Holm Marine > Genoa)"),
    ("Tarvo Foods has hired two cooks. The liqueur house is based in Utrecht.",
     "headquarteredIn(Tarvo Foods > Utrecht)", ""),
    ("Half of Kelda Pumps is held by Orrin Capital. The rest belongs to Ngozi Obi, who founded the firm at 19.",
     "founded(Ngozi Obi > Kelda Pumps)", "founded(Ngozi Obi > Orrin Capital)"),
    ("Lumo Robotics has raised $75m. The Pittsburgh start-up specialises in robots.",
     "specializesIn(Lumo Robotics > robots)", ""),
    ("Tarvo Foods has 90 staff. The company, whose headquarters are in Utrecht, makes jam.",
     "headquarteredIn(Tarvo Foods > Utrecht)", ""),
    # told apart from the one spoken of
    ("Tarvo Foods has merged with Kelda Dairies. The new company will be based in Utrecht.", "",
     "headquarteredIn(Tarvo Foods > Utrecht)"),
    ("Tarvo Foods lost an order. The rival is based in Utrecht.", "", "headquarteredIn(Tarvo Foods > Utrecht)"),
    ("Tarvo Foods buys from Orrin Mills, the Leeds mill.", "", "headquarteredIn(Tarvo Foods > Leeds)"),
    # founders of a firm left unsaid
    ("Tarvo Foods makes jam. Its two founders, Jan Vos and Ngozi Obi, are staying.",
     "founded(Ngozi Obi > Tarvo Foods)", ""),
    ("Tarvo Foods makes jam. Its shares fell. Founders Kwame Mensah and Piet Smit sold out.",
     "founded(Kwame Mensah > Tarvo Foods)", ""),
    ("Ann Roe founded Tarvo Foods in 2011. She met Jan Vos, her co-founder, at school.",
     "founded(Jan Vos > Tarvo Foods)", ""),
    ("Ann Roe and Jan Vos run Tarvo Foods. Jan Vos is her co-founder at a choir.", "",
     "founded(Jan Vos > Tarvo Foods)"),
    ("So farewell, Tarvo. The meal-kit firm that Ann Roe founded with a loan went into administration.",
     "founded(Ann Roe > Tarvo)", ""),
    ("The firm Raj Iyer founded in 1961, Malnad Brews, sent a wreath.", "founded(Raj Iyer > Malnad Brews)", ""),
    # ventures that the next sentence names
    ("Orrin Steel and Denmark's Bulkline are forming a joint venture to move ore. The venture, Tamra Lines, sails.",
     "founded(Bulkline > Tamra Lines)", ""),
    ("Four carmakers, Ostra, Gryph Motors, Elbe Auto and Vitesse, have formed a venture to buy ore. Quadra, as it is "
     "called, hires.", "founded(Gryph Motors > Quadra)", ""),
    ("Orrin Steel will merge its wire division with Kelda Metal's, creating a venture in which both have half. The "
     "venture, Indigo Wire, will hire.", "founded(Kelda Metal > Indigo Wire)", ""),
    ("Kelda Metal lost Volt Drive, the motor venture that it formed with Samha Magnetics in 2020.",
     "founded(Samha Magnetics > Volt Drive)", ""),
    ("Tarvo Foods and Kelda Dairies have set up a joint venture. Orrin Steel said the venture would fail.", "",
     "founded(Tarvo Foods > Orrin Steel)"),
    # units and their owners
    ("Sapora Ferment will break even. The brewery arm, Kita Brewing, may be sold, its chief said.",
     "unitOf(Kita Brewing > Sapora Ferment)", ""),
    ("Orlov Games lost its designer. Shares of Nakan Holdings, the parent, slid 5%.",
     "unitOf(Orlov Games > Nakan Holdings)", ""),
    ("Tarvo Press has lured Esi Quartey from Kelda Books. Quartey will run a new imprint called Saltgrass.",
     "unitOf(Saltgrass > Tarvo Press)", ""),
    ("Vistar Telecom is a unit of Orrin Steel. Orrin Steel has created a unit called Lumo Beam and put Jan Vos in "
     "charge.", "unitOf(Lumo Beam > Orrin Steel)", "unitOf(Lumo Beam > Vistar Telecom)"),
    ("Tarvo Foods has a unit in Ghana. Its main unit said Orrin Steel would pay.", "",
     "unitOf(Orrin Steel > Tarvo Foods)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made", "not_made"), CASES)
def test_of_firms_left_unsaid(text: str, made: str, not_made: str) -> None:
    claims = said(text)
    assert not made or made in claims
    assert not not_made or not_made not in claims
