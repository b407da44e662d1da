"""Turns of encyclopedic prose and of lists, in which a neighbour is easily taken for whom something is told of."""

import pytest

from tests.extraction.reading import said

TOLD = {
    "Jo Reed runs Tarvo River Holding in Zwijnkerk, a subsidiary of Brenta Coal.": (
        "unitOf(Tarvo River Holding > Brenta Coal)"
    ),
    "Tarvo bought a stake in Brenta Foods, a subsidiary of Osmark Group.": "unitOf(Brenta Foods > Osmark Group)",
    "Most buyers like it. Brenta Foods is now part of Osmark Group.": "unitOf(Brenta Foods > Osmark Group)",
    "Tarvo hired Studio Henricks to redraw its logo.": "supplies(Studio Henricks > Tarvo)",
    "Jo Reed is a professor at the Tarvo Institutet in Oslo.": "heldRole(Jo Reed > Tarvo Institutet)",
    "Brenta Couriers Ltd. was sold to Onyx Group.": "acquired(Onyx Group > Brenta Couriers Ltd.)",
    "Guests were Mike Shaw, CTO of Tarvo Foods, and Aaron Hill, Partner at Sequel Fund.": (
        "heldRole(Aaron Hill > Sequel Fund)"
    ),
    "Tarvo Games is best known for the Glide headset and Brookside.": "makesProduct(Tarvo Games > Brookside)",
    "Brenta Mills sold a 20% stake to Tarvo Foods.": "investedIn(Tarvo Foods > Brenta Mills)",
    "Tarvo Foods hired advisers. Jo Reed, an adviser to Tarvo Foods, left.": "left(Jo Reed > Tarvo Foods)",
}
UNTOLD = {
    "Jo Reed runs Tarvo River Holding in Zwijnkerk, a subsidiary of Brenta Coal.": "unitOf(Zwijnkerk",
    "Much of what was once Marrick Bank is now part of Osmark Bank.": "unitOf",
    "Denfield also bought WQTB, a Meridian affiliate owned by Fenn Stations.": "unitOf(WQTB > Meridian)",
    "Tarvo Coffee was founded with help from advisers Cate Fane (co-founder of Flick) and Jo Reed.": "heldRole",
    "Guests were Mike Shaw, CTO of Tarvo Foods, Aaron Hill, Partner at Sequel Fund.": "heldRole(Aaron Hill > Tarvo",
    "Early in 2012, Eido reprinted Kit Longfield's first published novel, China Reds.": "makesProduct(Kit",
    "Brugsby is a chain (Lallisut: Nunat Brugseni), which was founded in 1991.": "foundingDate(Lallisut",
    "SMQ is most noted for the original Orchard II disk operating system.": "makesProduct",
    "Brenta sold its stake to Tarvo Foods in Boxer Mills.": "investedIn(Tarvo Foods > Brenta",
    "Brenta Couriers Ltd. was sold to Onyx Group, while Brenta Couriers Corp. was bought by Emery Freight.": (
        "acquired(Onyx Group > Brenta Couriers Corp."
    ),
}


@pytest.mark.parametrize(("text", "claim"), TOLD.items())
def test_told(text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(("text", "claim"), UNTOLD.items())
def test_not_told(text: str, claim: str) -> None:
    assert not {found for found in said(text) if found.startswith(claim)}
