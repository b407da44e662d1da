"""Names that begin alike: whether they are one firm."""

import pytest

from tests.extraction.mentions.test_mentions import entities as names

TWO = (
    ("Brightside by Ardel Spas was a venture between Ardel and Lumont.", "Ardel"),
    ("Parts came from Corvel Halden, an alliance formed by the gear maker Corvel and by Halden Tools.", "Corvel"),
    ("Brackley was bought by Monto, though the offices of Monto Compass remain. Monto Compass lends.", "Monto"),
    ("Tonal Music Benelux was set up in 2010. In 2019, Tonal bought Arvo Digital.", "Tonal"),
    ("The Kesto Royal Commission met. It heard that Kesto chairman Ray Bell had resigned.", "Kesto"),
    ("Oldmere Foods Canada is run from Toronto. Oldmere bought Brenta in 2004.", "Oldmere"),
)
ONE = (
    ("Tarvo Foods said on Monday that Tarvo would buy Bexley Mills.", "Tarvo"),
    ("Tarvo Foods sells bread. Tarvo bought Brenta Mills in 2004.", "Tarvo"),
    ("Tarvo Foods (or Tarvo) is based in Oslo.", "Tarvo"),
    ("Marrick Robotics was founded in 2010 by Ada Reed. Marrick is based in Bath.", "Marrick"),
    ("Solvang Marine was bought by Brenta in 2012. Solvang employs 90 people.", "Solvang"),
    ("Kesto Insurance Group hired Ada Reed. Kesto is based in Bath.", "Kesto"),
)


@pytest.mark.parametrize(("text", "short"), TWO)
def test_two_firms(text: str, short: str) -> None:
    assert short in names(text)


@pytest.mark.parametrize(("text", "short"), ONE)
def test_one_firm(text: str, short: str) -> None:
    assert sum(name.startswith(short) for name in names(text)) == 1
