"""One sentence for each common way of saying a thing in business news: what it says is found."""

import pytest

from tests.extraction.reading import said

CASES = {
    "Orrin Steel on Monday named Mara Lindt as its chief executive.": ["heldRole(Mara Lindt > Orrin Steel)"],
    "Orrin Steel, meanwhile, has also named Mara Lindt as its chief executive.": ["heldRole(Mara Lindt > Orrin Steel)"],
    "Orrin Brewing has named Ankit Bansal its new finance chief.": ["heldRole(Ankit Bansal > Orrin Brewing)"],
    "Orrin Steel reported a loss. Mara Lindt, who became chief executive in June, blamed prices.": [
        "heldRole(Mara Lindt > Orrin Steel)"
    ],
    "Orrin Steel reported a loss. The chair is Paul Okoye.": ["heldRole(Paul Okoye > Orrin Steel)"],
    "Orrin Steel was founded by Mara Lindt in 2012. Lindt is still chief executive.": [
        "founded(Mara Lindt > Orrin Steel)",
        "heldRole(Mara Lindt > Orrin Steel)",
    ],
    "The Rotterdam firm Veldhuis Marine said on Monday that it had hired Joost Bakker as finance chief.": [
        "headquarteredIn(Veldhuis Marine > Rotterdam)",
        "heldRole(Joost Bakker > Veldhuis Marine)",
    ],
    "Larkspur Foods opened a second plant in March. The Dublin group employs 400 people.": [
        "headquarteredIn(Larkspur Foods > Dublin)"
    ],
    "Orrin Steel reported a loss on Friday. Chief executive Mara Lindt said demand had collapsed.": [
        "heldRole(Mara Lindt > Orrin Steel)"
    ],
    "Orrin Steel reported a loss. Chairman Paul Okoye blamed prices; finance director Ines Prado will leave in June.": [
        "heldRole(Ines Prado > Orrin Steel)",
        "heldRole(Paul Okoye > Orrin Steel)",
        "left(Ines Prado > Orrin Steel)",
    ],
    "Fenwick Bio was co-founded by Dr Lena Osei and the chemist Raj Patel.": [
        "founded(Lena Osei > Fenwick Bio)",
        "founded(Raj Patel > Fenwick Bio)",
    ],
    "Backers of Fenwick Bio include Alder Capital and the Pine Fund.": [
        "investedIn(Alder Capital > Fenwick Bio)",
        "investedIn(Pine Fund > Fenwick Bio)",
    ],
    "Fenwick Bio counts Alder Capital among its backers.": ["investedIn(Alder Capital > Fenwick Bio)"],
    "Fenwick Bio has raised $12m from Alder Capital, Pine Fund and Birch Partners.": [
        "investedIn(Alder Capital > Fenwick Bio)",
        "investedIn(Birch Partners > Fenwick Bio)",
    ],
    "With $4m from Alder Capital, Fenwick Bio will open a lab.": ["investedIn(Alder Capital > Fenwick Bio)"],
    "Alder Capital put $5m into Fenwick Bio.": ["investedIn(Alder Capital > Fenwick Bio)"],
    "Alder Capital holds 30% of Fenwick Bio.": ["ownsStakeIn(Alder Capital > Fenwick Bio)"],
    "Alder Capital, which has 30% of Fenwick Bio, voted against.": ["ownsStakeIn(Alder Capital > Fenwick Bio)"],
    "Fenwick Bio is 30% owned by Alder Capital.": ["ownsStakeIn(Alder Capital > Fenwick Bio)"],
    "Fenwick Bio is majority-owned by Alder Capital.": ["ownsStakeIn(Alder Capital > Fenwick Bio)"],
    "Alder Capital owns a fifth of Fenwick Bio.": ["ownsStakeIn(Alder Capital > Fenwick Bio)"],
    "Alder Capital's 30% stake in Fenwick Bio was sold to Birch Partners.": [
        "ownsStakeIn(Alder Capital > Fenwick Bio)"
    ],
    "Corvo Retail agreed to sell its parcel arm, Tindle Parcels, to Dray Logistics for $90m.": [
        "acquired(Dray Logistics > Tindle Parcels)",
        "unitOf(Tindle Parcels > Corvo Retail)",
    ],
    "Corvo Retail sold Tindle Parcels to Dray Logistics in 2020.": ["acquired(Dray Logistics > Tindle Parcels)"],
    "Corvo Retail offloaded Tindle Parcels to Dray Logistics last year.": ["acquired(Dray Logistics > Tindle Parcels)"],
    "Tindle Parcels, which Dray Logistics bought in 2020, is based in Hull.": [
        "acquired(Dray Logistics > Tindle Parcels)",
        "headquarteredIn(Tindle Parcels > Hull)",
    ],
    "Dray Logistics snapped up Tindle Parcels for an undisclosed sum.": ["acquired(Dray Logistics > Tindle Parcels)"],
    "Tindle Parcels has been swallowed by Dray Logistics.": ["acquired(Dray Logistics > Tindle Parcels)"],
    "Dray Logistics filed papers to buy Tindle Parcels.": ["acquired(Dray Logistics > Tindle Parcels)"],
    "Dray Logistics walked away from the purchase of Tindle Parcels.": ["acquired(Dray Logistics > Tindle Parcels)"],
    "Anna Krall took over from Ben Foss as chief executive of Dray Logistics.": [
        "heldRole(Anna Krall > Dray Logistics)",
        "succeeded(Anna Krall > Ben Foss)",
    ],
    "Ben Foss handed over to Anna Krall in May.": ["succeeded(Anna Krall > Ben Foss)"],
    "Ben Foss will be replaced by Anna Krall at Dray Logistics.": ["succeeded(Anna Krall > Ben Foss)"],
    "Anna Krall fills the post left vacant by Ben Foss.": ["succeeded(Anna Krall > Ben Foss)"],
    "Anna Krall, who succeeds Ben Foss, joined Dray Logistics from Corvo Retail.": [
        "joined(Anna Krall > Dray Logistics)",
        "succeeded(Anna Krall > Ben Foss)",
    ],
    "Ben Foss ran Dray Logistics for nineteen years.": ["heldRole(Ben Foss > Dray Logistics)"],
    "Anna Krall heads Dray Logistics.": ["heldRole(Anna Krall > Dray Logistics)"],
    "Anna Krall is at the helm of Dray Logistics.": ["heldRole(Anna Krall > Dray Logistics)"],
    "Dray Logistics, led by Anna Krall, is based in Hull.": [
        "headquarteredIn(Dray Logistics > Hull)",
        "heldRole(Anna Krall > Dray Logistics)",
    ],
    "Anna Krall worked at Dray Logistics for six years before joining Corvo Retail.": [
        "joined(Anna Krall > Corvo Retail)",
        "memberOf(Anna Krall > Dray Logistics)",
    ],
    "Anna Krall quit Dray Logistics on Tuesday after a row with the board.": ["left(Anna Krall > Dray Logistics)"],
    "Anna Krall walked out of Dray Logistics on Friday.": ["left(Anna Krall > Dray Logistics)"],
    "Dray Logistics has parted company with its finance chief, Anna Krall.": [
        "heldRole(Anna Krall > Dray Logistics)",
        "left(Anna Krall > Dray Logistics)",
    ],
    "Dray Logistics lost its head of sales, Anna Krall, to Corvo Retail.": [
        "joined(Anna Krall > Corvo Retail)",
        "left(Anna Krall > Dray Logistics)",
    ],
    "Dray Logistics poached Anna Krall from Corvo Retail.": [
        "joined(Anna Krall > Dray Logistics)",
        "recruitedFrom(Dray Logistics > Corvo Retail)",
    ],
    "Anna Krall retired from Dray Logistics in March.": ["left(Anna Krall > Dray Logistics)"],
    "The dismissal of Anna Krall by Dray Logistics surprised investors.": ["left(Anna Krall > Dray Logistics)"],
    "Dray Logistics buys its software from Tarn Systems.": ["supplies(Tarn Systems > Dray Logistics)"],
    "Dray Logistics uses Tarn Systems for its payroll.": ["supplies(Tarn Systems > Dray Logistics)"],
    "Tarn Systems provides Dray Logistics with software.": ["supplies(Tarn Systems > Dray Logistics)"],
    "Tarn Systems won a contract to run the warehouses of Dray Logistics.": ["supplies(Tarn Systems > Dray Logistics)"],
    "Dray Logistics, a customer of Tarn Systems, has complained.": ["supplies(Tarn Systems > Dray Logistics)"],
    "Tarn Systems makes the labels for Dray Logistics and Corvo Retail.": [
        "supplies(Tarn Systems > Corvo Retail)",
        "supplies(Tarn Systems > Dray Logistics)",
    ],
    "Customers of Tarn Systems include Dray Logistics and Corvo Retail.": ["supplies(Tarn Systems > Dray Logistics)"],
    "Dray Logistics dropped Tarn Systems in favour of Quill Data.": [
        "supplies(Quill Data > Dray Logistics)",
        "supplies(Tarn Systems > Dray Logistics)",
    ],
    "Dray Logistics switched from Tarn Systems to Quill Data in May.": ["supplies(Quill Data > Dray Logistics)"],
    "Dray Logistics is looking for a replacement for Tarn Systems.": [
        "consideringAlternativesTo(Dray Logistics > Tarn Systems)"
    ],
    "Dray Logistics is unhappy with Tarn Systems.": ["dissatisfiedWith(Dray Logistics > Tarn Systems)"],
    "Dray Logistics is suing Tarn Systems over late deliveries.": ["tensionWith(Dray Logistics > Tarn Systems)"],
    "A dispute between Dray Logistics and Tarn Systems has gone to court.": [
        "tensionWith(Dray Logistics > Tarn Systems)"
    ],
    "Dray Logistics has teamed up with Tarn Systems.": ["partnerOf(Dray Logistics > Tarn Systems)"],
    "Dray Logistics signed a distribution deal with Tarn Systems.": ["partnerOf(Dray Logistics > Tarn Systems)"],
    "Drayta, a unit of Dray Logistics, is based in Oslo.": [
        "headquarteredIn(Drayta > Oslo)",
        "unitOf(Drayta > Dray Logistics)",
    ],
    "Drayta belongs to Dray Logistics.": ["unitOf(Drayta > Dray Logistics)"],
    "Dray Logistics' Swedish subsidiary, Drayta AB, lost money.": ["unitOf(Drayta AB > Dray Logistics)"],
    "Drayta's parent, Dray Logistics, is listed in Oslo.": ["unitOf(Drayta > Dray Logistics)"],
    "Dray Logistics, formerly Hull Haulage, moved its head office to Leeds.": [
        "formerName(Dray Logistics > Hull Haulage)",
        "headquarteredIn(Dray Logistics > Leeds)",
    ],
    "Hull Haulage renamed itself Dray Logistics in 2015.": ["formerName(Dray Logistics > Hull Haulage)"],
    "Dray Logistics will move its headquarters from Hull to Leeds.": ["headquarteredIn(Dray Logistics > Leeds)"],
    "Dray Logistics makes a sorting robot called Pickwell.": ["makesProduct(Dray Logistics > Pickwell)"],
    "Pickwell, a sorting robot made by Dray Logistics, is on sale.": ["makesProduct(Dray Logistics > Pickwell)"],
    "Dray Logistics' flagship product, Pickwell, is on sale.": ["makesProduct(Dray Logistics > Pickwell)"],
    "Dray Logistics specialises in cold storage.": ["specializesIn(Dray Logistics > cold storage)"],
    "Dray Logistics will merge with Tarn Systems.": ["mergedWith(Dray Logistics > Tarn Systems)"],
    "Dray Logistics split its business into two divisions.": ["restructured(Dray Logistics > )"],
    "Founded in 1987, Dray Logistics employs 300 people.": ["foundingDate(Dray Logistics > 1987)"],
    "Dray Logistics dates back to 1987.": ["foundingDate(Dray Logistics > 1987)"],
    "Anna Krall, until now head of sales, becomes finance director at Dray Logistics.": [
        "heldRole(Anna Krall > Dray Logistics)"
    ],
    "Dray Logistics has named Anna Krall its finance director; she starts in May.": [
        "heldRole(Anna Krall > Dray Logistics)"
    ],
    "Anna Krall of Dray Logistics said the plan was sound.": ["memberOf(Anna Krall > Dray Logistics)"],
    '"We bought Tarn Systems for its people," said Anna Krall, chief executive of Dray Logistics.': [
        "acquired(Dray Logistics > Tarn Systems)",
        "heldRole(Anna Krall > Dray Logistics)",
    ],
    "Dray Logistics has taken a 12% stake in Tarn Systems.": ["ownsStakeIn(Dray Logistics > Tarn Systems)"],
    "Dray Logistics raised its stake in Tarn Systems to 25% from 12%.": ["ownsStakeIn(Dray Logistics > Tarn Systems)"],
    "Dray Logistics recruited ten engineers from Tarn Systems.": ["recruitedFrom(Dray Logistics > Tarn Systems)"],
    "The takeover of Brandt Glas by Helvar Group was completed on Thursday.": ["acquired(Helvar Group > Brandt Glas)"],
    "Helvar Group has completed its €40m purchase of Brandt Glas.": ["acquired(Helvar Group > Brandt Glas)"],
    "Brandt Glas was bought by Helvar Group from its founder, Otto Brandt.": [
        "acquired(Helvar Group > Brandt Glas)",
        "founded(Otto Brandt > Brandt Glas)",
    ],
    "Helvar Group paid €40m for Brandt Glas.": ["acquired(Helvar Group > Brandt Glas)"],
    "Helvar Group, which bought Brandt Glas last year, is cutting jobs.": ["acquired(Helvar Group > Brandt Glas)"],
    "Brandt Glas is now owned by Helvar Group.": ["unitOf(Brandt Glas > Helvar Group)"],
    "Helvar Group is in talks to buy Brandt Glas, two people said.": ["acquired(Helvar Group > Brandt Glas)"],
    "Regulators cleared Helvar Group's takeover of Brandt Glas.": ["acquired(Helvar Group > Brandt Glas)"],
    "Helvar Group made an offer for Brandt Glas worth €40m.": ["acquired(Helvar Group > Brandt Glas)"],
    "Brandt Glas rejected a bid from Helvar Group.": ["acquired(Helvar Group > Brandt Glas)"],
    "Helvar Group named Priya Nair as its new chief financial officer, succeeding Tom Ek, who is retiring.": [
        "heldRole(Priya Nair > Helvar Group)",
        "succeeded(Priya Nair > Tom Ek)",
    ],
    "Priya Nair has been promoted to chief operating officer at Helvar Group.": ["heldRole(Priya Nair > Helvar Group)"],
    "Priya Nair was chief executive of Helvar Group from 2015 to 2021.": ["heldRole(Priya Nair > Helvar Group)"],
    "Priya Nair moved to Brandt Glas from Helvar Group in 2020.": [
        "joined(Priya Nair > Brandt Glas)",
        "left(Priya Nair > Helvar Group)",
    ],
    "Priya Nair left Helvar Group for Brandt Glas.": [
        "joined(Priya Nair > Brandt Glas)",
        "left(Priya Nair > Helvar Group)",
    ],
    "Priya Nair and Tom Ek have left Helvar Group.": ["left(Priya Nair > Helvar Group)", "left(Tom Ek > Helvar Group)"],
    "Helvar Group sacked Priya Nair in May.": ["left(Priya Nair > Helvar Group)"],
    "Priya Nair sits on the board of Helvar Group.": ["heldRole(Priya Nair > Helvar Group)"],
    "Priya Nair joined the board of Helvar Group in June.": ["heldRole(Priya Nair > Helvar Group)"],
    "Priya Nair oversees sales at Helvar Group.": ["heldRole(Priya Nair > Helvar Group)"],
    "Priya Nair is responsible for exports at Helvar Group.": ["heldRole(Priya Nair > Helvar Group)"],
    "Helvar Group's Priya Nair said prices had fallen.": ["memberOf(Priya Nair > Helvar Group)"],
    "The founder of Helvar Group, Tom Ek, died on Sunday.": ["founded(Tom Ek > Helvar Group)"],
    "Tom Ek set up Helvar Group in his garage in 1998.": ["founded(Tom Ek > Helvar Group)"],
    "Tom Ek started Helvar Group with his brother Jan Ek.": [
        "founded(Jan Ek > Helvar Group)",
        "founded(Tom Ek > Helvar Group)",
    ],
    "Helvar Group raised €20m in a round led by Nordlys Capital.": ["investedIn(Nordlys Capital > Helvar Group)"],
    "Nordlys Capital led a €20m Series B round in Helvar Group.": ["investedIn(Nordlys Capital > Helvar Group)"],
    "Nordlys Capital has backed Helvar Group since 2018.": ["investedIn(Nordlys Capital > Helvar Group)"],
    "Nordlys Capital, an early investor in Helvar Group, sold its shares.": [
        "investedIn(Nordlys Capital > Helvar Group)"
    ],
    "Nordlys Capital is the largest shareholder in Helvar Group, with 22%.": [
        "ownsStakeIn(Nordlys Capital > Helvar Group)"
    ],
    "Nordlys Capital sold its 22% stake in Helvar Group.": ["ownsStakeIn(Nordlys Capital > Helvar Group)"],
    "Nordlys Capital and Fjord Fund each hold 20% of Helvar Group.": [
        "ownsStakeIn(Fjord Fund > Helvar Group)",
        "ownsStakeIn(Nordlys Capital > Helvar Group)",
    ],
    "Helvar Group supplies glass to Corvo Retail and Tarn Brewing.": [
        "supplies(Helvar Group > Corvo Retail)",
        "supplies(Helvar Group > Tarn Brewing)",
    ],
    "Helvar Group's customers include Corvo Retail.": ["supplies(Helvar Group > Corvo Retail)"],
    "Corvo Retail gets its glass from Helvar Group.": ["supplies(Helvar Group > Corvo Retail)"],
    "Corvo Retail awarded Helvar Group a contract to supply bottles.": ["supplies(Helvar Group > Corvo Retail)"],
    "Helvar Group has won an order from Corvo Retail for 3m bottles.": ["supplies(Helvar Group > Corvo Retail)"],
    "Helvar Group is the sole supplier of bottles to Corvo Retail.": ["supplies(Helvar Group > Corvo Retail)"],
    "Corvo Retail relies on Helvar Group for its bottles.": ["supplies(Helvar Group > Corvo Retail)"],
    "Helvar Group works with Corvo Retail on recycling.": ["partnerOf(Helvar Group > Corvo Retail)"],
    "Helvar Group and Corvo Retail have formed an alliance to recycle glass.": [
        "partnerOf(Helvar Group > Corvo Retail)"
    ],
    "Corvo Retail is weighing other suppliers to replace Helvar Group.": [
        "consideringAlternativesTo(Corvo Retail > Helvar Group)"
    ],
    "Corvo Retail complained about late deliveries by Helvar Group.": ["dissatisfiedWith(Corvo Retail > Helvar Group)"],
    "Relations between Corvo Retail and Helvar Group have soured.": ["tensionWith(Corvo Retail > Helvar Group)"],
    "Corvo Retail and Helvar Group are at odds over prices.": ["tensionWith(Corvo Retail > Helvar Group)"],
    "Helvar Group, based in Malmö, employs 300 people.": ["headquarteredIn(Helvar Group > Malmö)"],
    "Malmö-based Helvar Group employs 300 people.": ["headquarteredIn(Helvar Group > Malmö)"],
    "Helvar Group has its headquarters in Malmö.": ["headquarteredIn(Helvar Group > Malmö)"],
    "From its head office in Malmö, Helvar Group runs six plants.": ["headquarteredIn(Helvar Group > Malmö)"],
    "Helvar Group moved its head office from Lund to Malmö in 2019.": ["headquarteredIn(Helvar Group > Malmö)"],
    "Helvar Group, once called Ek Glas, was founded in 1998.": [
        "formerName(Helvar Group > Ek Glas)",
        "foundingDate(Helvar Group > 1998)",
    ],
    "Ek Glas changed its name to Helvar Group in 2006.": ["formerName(Helvar Group > Ek Glas)"],
    "Helvar Group, known as Ek Glas until 2006, is based in Malmö.": ["formerName(Helvar Group > Ek Glas)"],
    "Brandt Glas, a subsidiary of Helvar Group, makes lenses.": ["unitOf(Brandt Glas > Helvar Group)"],
    "Helvar Group's German arm, Brandt Glas, makes lenses.": ["unitOf(Brandt Glas > Helvar Group)"],
    "Brandt Glas is part of Helvar Group.": ["unitOf(Brandt Glas > Helvar Group)"],
    "Helvar Group, the parent of Brandt Glas, fell 2%.": ["unitOf(Brandt Glas > Helvar Group)"],
    "Helvar Group owns the brands Lumo and Vitra.": ["unitOf(Lumo > Helvar Group)"],
    "Helvar Group is reorganising its business into three divisions.": ["restructured(Helvar Group > )"],
    "Helvar Group announced a restructuring on Monday.": ["restructured(Helvar Group > )"],
    "Helvar Group, which specialises in medical glass, is growing.": ["specializesIn(Helvar Group > medical glass)"],
    "Helvar Group is a specialist in medical glass.": ["specializesIn(Helvar Group > medical glass)"],
    "Helvar Group will focus on medical glass.": ["focusesOn(Helvar Group > medical glass)"],
    "Helvar Group hired Priya Nair from Brandt Glas to run sales.": [
        "joined(Priya Nair > Helvar Group)",
        "recruitedFrom(Helvar Group > Brandt Glas)",
    ],
    "Helvar Group has poached three designers from Brandt Glas.": ["recruitedFrom(Helvar Group > Brandt Glas)"],
    "Helvar Group said goodbye to Priya Nair, its head of design.": [
        "heldRole(Priya Nair > Helvar Group)",
        "left(Priya Nair > Helvar Group)",
    ],
    "Corvo Retail, Helvar Group's biggest customer, is cutting orders.": ["supplies(Helvar Group > Corvo Retail)"],
}


@pytest.mark.parametrize(("text", "claims"), CASES.items())
def test_what_a_sentence_says_is_found(text: str, claims: list[str]) -> None:
    assert set(claims) <= said(text)
