"""Trade by portions, by customers won and lost, on behalf, through a firm's things; and ties of some years."""

import pytest

from tests.extraction.reading import said

TRADE: dict[str, set[str]] = {
    # What is bought, made or sold may be told by its share.
    "Palmer Labs buys all of its capacity from Kestrel Cloud.": {"Kestrel Cloud > Palmer Labs"},
    "Palmer Steel gets most of its ore from two Kestrel Mining mines and the rest from Sauzal Minerals.": {
        "Kestrel Mining > Palmer Steel",
        "Sauzal Minerals > Palmer Steel",
    },
    "Yushan Foundries has made all of Corundum Devices's chips since 2019.": {"Yushan Foundries > Corundum Devices"},
    "Badger Group buys a fifth of everything that Hallberg Foods makes.": {"Hallberg Foods > Badger Group"},
    "Most of Hallberg Foods's curds go to the supermarket chain Badger Group.": {"Hallberg Foods > Badger Group"},
    "Hallberg Foods gets a third of its sales from Badger Group.": {"Hallberg Foods > Badger Group"},
    # Things that are a firm's receive or use them.
    "Pompe Rossi has made the pumps for every Valdini Group machine since 1968.": {"Pompe Rossi > Valdini Group"},
    "Yushan Foundries makes nearly half of the parts for Corundum Devices's phones.": {
        "Yushan Foundries > Corundum Devices"
    },
    "Hallberg Motors' vans use Orlo Cells batteries.": {"Orlo Cells > Hallberg Motors"},
    "Palmer Labs trains its models on Kestrel Cloud's servers.": {"Kestrel Cloud > Palmer Labs"},
    "The depot that Orlo Construction is building for Badger Group will open in May.": {
        "Orlo Construction > Badger Group"
    },
    # Customers won and lost, suppliers replaced.
    "Corvane Testing has lost Brackley Foods, a client for nine years, to Velmore Labs.": {
        "Corvane Testing > Brackley Foods",
        "Velmore Labs > Brackley Foods",
    },
    "Ostrel Media lost Dunvale Motors as a client last year.": {"Ostrel Media > Dunvale Motors"},
    "Ostrel Media has won back Dunvale Motors, a former client.": {"Ostrel Media > Dunvale Motors"},
    "Solwar Stores has replaced a contractor, Portside Logistics, with the cheaper Freightwell.": {
        "Portside Logistics > Solwar Stores",
        "Freightwell > Solwar Stores",
    },
    "Badger Group has switched suppliers, from Hallberg Dairies to Orlo Dairies.": {
        "Hallberg Dairies > Badger Group",
        "Orlo Dairies > Badger Group",
    },
    "Albarosa Hotels placed an order for 2,400 machines with Valdini Group.": {"Valdini Group > Albarosa Hotels"},
    "Valdini Group received an order for 2,400 machines from Albarosa Hotels.": {"Valdini Group > Albarosa Hotels"},
    # Done for somebody without saying "for".
    "Zenquil Labs will make medicines on Sarvani Pharma's behalf for five years.": {"Zenquil Labs > Sarvani Pharma"},
    "Zenquil Labs makes tablets on behalf of Sarvani Pharma.": {"Zenquil Labs > Sarvani Pharma"},
    "Hanbit Energy is delivering to Solwar Buses as agreed.": {"Hanbit Energy > Solwar Buses"},
    "Nile Trust Bank settles Jirani Payments's transactions in Kenya.": {"Nile Trust Bank > Jirani Payments"},
    "Oxbow Data did a three-month trial for Tamarind Labs in 2024.": {"Oxbow Data > Tamarind Labs"},
    "Solwar Stores will work with Mosaico Talent, a vendor in Miami, from September.": {
        "Mosaico Talent > Solwar Stores"
    },
    "Hallberg Motors owes Orlo Cells $4 million for batteries.": {"Orlo Cells > Hallberg Motors"},
    # Contracts for goods and for work.
    "Tarn Trams signed a contract on March 3 with Moravel Works for 28 low-floor trams.": {
        "Moravel Works > Tarn Trams"
    },
    "Tarn Catering signed a contract with Moravel Works for three years.": {"Tarn Catering > Moravel Works"},
    "Tarn Trams had cancelled an earlier order, placed in 2022 with Stalmet Vehicles.": {
        "Stalmet Vehicles > Tarn Trams"
    },
    "Nordhavn Compute has signed a five-year contract worth about $6.4 billion to provide capacity to Lumen Labs.": {
        "Nordhavn Compute > Lumen Labs"
    },
    "Heliand Hospitals moved its service desk from Lumatec Systems to Servico Systems.": {
        "Lumatec Systems > Heliand Hospitals",
        "Servico Systems > Heliand Hospitals",
    },
    # Who uses a ware is its maker's customer.
    "Fernwick Systems makes software. Fernwick has 20 staff. Morrow Foods relies on Fernwick Horizon to plan.": {
        "Fernwick Systems > Morrow Foods"
    },
    "Taktgeber competes with Tessel Software's Rosta. Inkhorn Media uses Rosta to plan its shifts.": {
        "Tessel Software > Inkhorn Media"
    },
    "Tarn Group owns Rosta Systems. Inkhorn Media uses Rosta Systems to plan its shifts.": {
        "Rosta Systems > Inkhorn Media"
    },
    "Stagecraft Labs sells a library known as Playhouse and counts Thalweg Foods among its customers.": {
        "Stagecraft Labs > Thalweg Foods"
    },
    (
        "The filing points to Arclight Labs, which disclosed that it had bought question sets from Fern Data, and "
        "Sable AI, whose manager left in January."
    ): {"Fern Data > Arclight Labs"},
    # None of these is trade.
    "Bogies will come from the plant at Leeds that Moravel Works bought from Rabafem Group in 2022.": set(),
    "Most of the proceeds go to Badger Group. Hallberg Foods said so.": set(),
    "Hallberg Foods sold half of its stores to Badger Group.": set(),
    "Hallberg Foods sold most of its vineyards to Badger Group.": set(),
    "Hallberg Foods delivered a blow to Badger Group's hopes.": set(),
    "Hallberg Foods delivered its answer to Badger Group.": set(),
    "Hallberg Foods has lost its chief executive to Badger Group.": set(),
    "Hallberg Foods has lost customers to Badger Group.": set(),
    "Hallberg Foods took a third of Badger Group's market.": set(),
    "Hallberg Foods took half of Badger Group's staff.": set(),
    "Hallberg Freight took over the contract from Orlo Haulage.": set(),
    "One customer, Hallberg Motors, has cancelled its order with Orlo Cells.": set(),
    "Hallberg Motors owes its success to Orlo Cells.": set(),
    "Hallberg Motors pays Orlo Cells $3 million a year in dividends.": set(),
    "Hallberg Motors gets most of its staff from Orlo Cells.": set(),
    "Hallberg Motors gets two million visitors from Orlo Cells.": set(),
    "Hallberg Motors bought most of the business from Orlo Cells.": set(),
    "Hallberg Motors added Orlo Cells to its portfolio.": set(),
    "Hallberg Motors made an offer on behalf of Orlo Cells.": set(),
    "Hallberg Motors provided the stage for Orlo Cells's comeback.": set(),
    "Hallberg Motors supplies rivals of Orlo Cells.": set(),
    "Hallberg Motors has delisted Orlo Cells's shares.": set(),
    "Hallberg Motors has bid for the contract with Orlo Cells.": set(),
}

PARTNERS: dict[str, bool] = {
    "Solwar Buses and Haoyu Group signed a six-year agreement in 2020.": True,
    "Solwar Buses signed a multi-year agreement with Haoyu Group.": True,
    "Solwar Buses set up a joint venture with Haoyu Group in June.": True,
    "Solwar Buses runs a joint venture with Haoyu Group in Bursa.": True,
    "Solwar Buses and Haoyu Group are forming a venture to build axles.": True,
    "With the insurer Haoyu Group, Solwar Buses offers cover to drivers.": True,
    "Together with Haoyu Group, Solwar Buses is developing an axle.": True,
    "Solwar Buses has since cut ties with Haoyu Group.": True,
    "Solwar Buses had cut ties with that firm, Haoyu Group.": True,
    "Solwar Buses parted ways with Haoyu Group in May.": True,
    "Solwar Buses and Haoyu Group have been partners since 2021.": True,
    "Solwar Buses had bought a tenth of Haoyu Group, its partner in Suzhou.": True,
    "Haoyu Group, Solwar Buses's partner in China, wants more.": True,
    "Solwar Buses named Haoyu Group as its partner for China.": True,
    "Solwar Buses is a member of a consortium that includes Haoyu Group.": True,
    "Solwar Buses makes buses. Solwar Buses has shut a plant. A venture with Haoyu Group was sold.": False,
    "Solwar Buses makes buses. Solwar Buses has shut a plant. A joint venture with Haoyu Group was dissolved.": True,
    "Solwar Buses and Haoyu Group signed a three-year loan agreement.": False,
    "Solwar Buses and Haoyu Group reached a ten-year lease agreement.": False,
    "With Haoyu Group, Solwar Buses competes for space.": False,
    "With Haoyu Group in trouble, Solwar Buses offers cover to drivers.": False,
    "Haoyu Group, Solwar Buses's former partner, wants more.": False,
    "Solwar Buses beat Haoyu Group, its rival in China.": False,
    "Solwar Buses works with the logistics provider Haoyu Group.": False,
}


@pytest.mark.parametrize(("text", "pairs"), TRADE.items(), ids=list(TRADE))
def test_trade(text: str, pairs: set[str]) -> None:
    assert {claim for claim in said(text) if claim.startswith("supplies")} == {f"supplies({pair})" for pair in pairs}


@pytest.mark.parametrize(("text", "told"), PARTNERS.items(), ids=list(PARTNERS))
def test_partners(text: str, told: bool) -> None:
    assert any(claim.startswith("partnerOf") for claim in said(text)) == told
