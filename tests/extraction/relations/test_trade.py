"""Trade told by what is done, ordered or called a customer, also where a party is left unsaid."""

import pytest

from tests.extraction.reading import said

# What is said, and all trade that it tells of.
TOLD: list[tuple[str, list[str]]] = [
    ("Dunmore Foods is a chain. Fennel & Sons will stop making own-label soup for Dunmore Foods at the end of May.",
     ["supplies(Fennel & Sons > Dunmore Foods)"]),
    ("Lakshmi Aerosols, which has filled canisters for Inhalis Pharma since production began, cut 20 jobs.",
     ["supplies(Lakshmi Aerosols > Inhalis Pharma)"]),
    (
        "Ribble Moor Hospitals, for which Whitlow Laundries has washed scrubs and theatre gowns since 2016, "
        "will cut costs.",
     ["supplies(Whitlow Laundries > Ribble Moor Hospitals)"]),
    ("Portland Bakeries, for whom Corrin Millers has been grinding rye since 2003, is based in Leeds.",
     ["supplies(Corrin Millers > Portland Bakeries)"]),
    ("Astor Airlines has been sending its A320s to Selat Aero since October.",
     ["supplies(Selat Aero > Astor Airlines)"]),
    ("Since June Agro Mart has also been stocking pumps from Taizhou Longhe, a Chinese manufacturer.",
     ["supplies(Taizhou Longhe > Agro Mart)"]),
    ("Norden Cars agreed last year to take a fifth of Salar Mining's output from 2026.",
     ["supplies(Salar Mining > Norden Cars)"]),
    ("ShopFare also takes about a fifth of Rooikrans Foods's chickens.",
     ["supplies(Rooikrans Foods > ShopFare)"]),
    ("Companion Health had promised to buy from nobody but the wholesaler Provetica Pharma for five years.",
     ["supplies(Provetica Pharma > Companion Health)"]),
    ("Saptak AI has paid Meghdoot Cloud $19 million since October under a three-year agreement.",
     ["supplies(Meghdoot Cloud > Saptak AI)"]),
    (
        "The worst concern is the laboratories, which Shanthi Hospitals turned over in 2022 to Precisa "
        "Diagnostics of Hyderabad.",
     ["supplies(Precisa Diagnostics > Shanthi Hospitals)"]),
    ("Ravel Motors then switched to a Turkish vendor, Kilitsan Locks, a year later.",
     ["supplies(Kilitsan Locks > Ravel Motors)"]),
    ("Matai Cold says it has since switched all of its stores to equipment from Hakko Controls, a Japanese maker.",
     ["supplies(Hakko Controls > Matai Cold)"]),
    ("Frost Warehouses has had its warehouses monitored remotely by Sensa Systems, a start-up from Bandung.",
     ["supplies(Sensa Systems > Frost Warehouses)"]),
    (
        "Two sources said Garuda Merah Airlines, an Indonesian carrier which accounts for a tenth of Savour "
        "Foods's sales, is growing.",
     ["supplies(Savour Foods > Garuda Merah Airlines)"]),
    ("Alcon Dairies outsourced its payroll to Beck Services last year.",
     ["supplies(Beck Services > Alcon Dairies)"]),
    ("Orrin Hotels launders its sheets itself. It handed its linen work to Brill Laundry in May.",
     ["supplies(Brill Laundry > Orrin Hotels)"]),
    ("Wexley Insurance entrusted its claims handling to Dovetail Systems.",
     ["supplies(Dovetail Systems > Wexley Insurance)"]),
    ("Castor Breweries sells Pellow Crisps's snacks in its pubs.",
     ["supplies(Pellow Crisps > Castor Breweries)"]),
    (
        "Korrin Steel rolls plate. Korrin Steel has rebuilt its works at Hull. The furnaces were built by "
        "Danforth Engineering, and the cranes came from Lindqvist Lifts.",
     ["supplies(Danforth Engineering > Korrin Steel)", "supplies(Lindqvist Lifts > Korrin Steel)"]),
    (
        "Voa Airlines is short of cash. Voa Airlines has grounded six jets, Voa Airlines said on Monday. "
        "Delizia Foods, which cooked its on-board meals until June, is owed 18 million reais.",
     ["supplies(Delizia Foods > Voa Airlines)"]),
    (
        "Salar Norte Mining is in trouble. Salar Norte Mining has stopped work at its mine. The wrangle has "
        "put suppliers on edge. Tecnosal Engineering, which built the evaporation ponds, has not been paid "
        "since January.",
     ["supplies(Tecnosal Engineering > Salar Norte Mining)"]),
    (
        "Brightwater Dairies makes the Alpha yogurt. Brightwater Dairies bought Coral Foods last year. Coral "
        "Foods makes the Beta yogurt.",
     []),
    ("Acme Robotics raised $40m on Monday. The money came from Sable Partners, a fund in London.",
     []),
    ("Acme Robotics will move to Leeds. The order came from Hallow Stores.",
     []),
    ("Tarrant Steel sold its mill to Bolton Metals last year.",
     []),
    ("Tarrant Steel paid Bolton Metals $3m under a settlement.",
     []),
    ("Tarrant Steel moved its headquarters to Leeds. Growth came from Bolton Metals, its subsidiary.",
     []),
    ("Acme Robotics transferred its shares to Bolton Holdings.",
     []),
    ("Acme Robotics built a case for Bolton Metals.",
     []),
    ("Acme Motors's chief engineer came from Bolton Metals.",
     []),
    ("Acme Robotics sent its lawyers to Bolton Metals.",
     []),
    ("Acme Robotics will build a plant for its Bolton Metals unit.",
     []),
    ("Criticism came from Bolton Metals. Acme Robotics said so.",
     []),
    ("Acme Foods takes a dim view of Bolton Metals's plans.",
     []),
    (
        "Lichtwerk Computing makes optical chips. Lichtwerk Computing has raised $20m. Only one commercial "
        "customer has been named: Nordstrom Cloud, a Danish operator of data centres.",
     ["supplies(Lichtwerk Computing > Nordstrom Cloud)"]),
    (
        "Selat Aero repairs jets. Selat Aero used to belong to Federation Air. Federation Air is still by far "
        "the biggest customer.",
     ["supplies(Selat Aero > Federation Air)"]),
    (
        "Bharat Agro Stores, a chain of 900 rural stores and the biggest buyer of Vardhini Pumps's range, "
        "said deliveries were late.",
     ["supplies(Vardhini Pumps > Bharat Agro Stores)"]),
    ("Tarn Foods makes pies. Tarn Foods sacked its cleaners. The caterer, Olive & Rye Ltd, will stay.",
     ["supplies(Olive & Rye Ltd > Tarn Foods)"]),
    (
        "Castor Breweries has lost two chiefs. Castor Breweries said on Monday that its auditor, Pryce "
        "Donnellan LLP, had resigned.",
     ["supplies(Pryce Donnellan LLP > Castor Breweries)"]),
    ("Mercer Tools said its biggest customer, the retailer Halden Stores, had cut orders.",
     ["supplies(Mercer Tools > Halden Stores)"]),
    ("Mercer Tools is looking for a buyer. Mercer Tools said Halden Stores was a possible buyer.",
     []),
    ("Mercer Tools was sold last year. The buyer, Halden Holdings, is based in Leeds.",
     []),
    ("Mercer Tools makes saws. Mercer Tools is a customer of Halden Steel.",
     ["supplies(Halden Steel > Mercer Tools)"]),
    ("Mercer Tools makes saws. Mercer Tools has 40 staff. Its landlord, Halden Estates, wants it out.",
     ["supplies(Halden Estates > Mercer Tools)"]),
    ("Dorset Yarns has a new contract. Dorset Yarns counts on one client: Lakeland Knits.",
     ["supplies(Dorset Yarns > Lakeland Knits)"]),
    ("Halden Steel, once Mercer Tools's main supplier, closed in May.",
     ["supplies(Halden Steel > Mercer Tools)"]),
    ("Halden Steel, a supplier of nails, closed in May. Mercer Tools bought the site.",
     []),
    ("Pollux Labels prints labels. Pollux Labels has moved to Ghent. Alena Breweries has signed for five years.",
     ["supplies(Pollux Labels > Alena Breweries)"]),
    ("Within weeks Anselm Systems stopped sending work to Handprint Labs.",
     ["supplies(Handprint Labs > Anselm Systems)"]),
    ("Twende Mobility rents out bikes. Twende Mobility has run out of money. In May Accura Cells stopped delivering.",
     ["supplies(Accura Cells > Twende Mobility)"]),
    (
        "Matai Cold is in trouble. Matai Cold's chief has quit. The board has engaged Sinclair Voss Ltd to "
        "find a replacement.",
     ["supplies(Sinclair Voss Ltd > Matai Cold)"]),
    (
        "Umlazi Fresh runs supermarkets. Umlazi Fresh has sacked its chief. The software came from Kanban "
        "Systems, a Dutch supplier that won the contract in 2021 over the incumbent, Axiom Stock Systems.",
     ["supplies(Kanban Systems > Umlazi Fresh)", "supplies(Axiom Stock Systems > Umlazi Fresh)"]),
    ("Acme Robotics won an order on Monday. Acme Robotics hired 20 people.",
     []),
    ("Acme Robotics said the job of finance chief would go to Jane Roe.",
     []),
    ("Acme Robotics has signed Jane Roe for five years.",
     []),
    ("The board has appointed Jane Roe to lead Acme Robotics.",
     []),
    ("Acme Robotics stopped delivering pizzas last year.",
     []),
    ("Acme Robotics won the contract to build the bridge. The contract is worth $4m.",
     []),
    ("Bolton Metals lost the lawsuit. Acme Robotics won the case.",
     []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TOLD)
def test_who_supplies_whom_is_read_off_what_is_done(text: str, claims: list[str]) -> None:
    found = {claim for claim in said(text) if claim.startswith("supplies(")}
    assert all(any(claim in one for one in found) for claim in claims)
    assert len(found) == len(claims)
