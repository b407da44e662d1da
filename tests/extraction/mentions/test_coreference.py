"""What pronouns and definite nouns stand for, and that nothing is recorded where it is unclear."""

from pathlib import Path

import pytest

from app.documents.clean import segment
from app.extraction.mentions.coreference import resolve_anaphora
from app.extraction.mentions.mentions import find_mentions
from app.extraction.parsing.parse import parse
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.model import Article


def read(text: str) -> tuple[list[Passage], Mentions]:
    document = segment(Article(text=text))
    passages = parse(document)
    return passages, resolve_anaphora(passages, find_mentions(passages, document))


def anaphors(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every anaphor with the names of what it stands for, in order."""
    passages, mentions = read(text)
    return [
        (passages[m.passage].span(m.start, m.end).text, tuple(mentions.entities[e].name for e in m.all_entities))
        for m in mentions
        if points_back(m, mentions)
    ]


def points_back(mention: FoundMention, mentions: Mentions) -> bool:
    return mention.kind is not MentionKind.NAME and mentions.entity(mention).type != "Collective"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruth Okoro joined Tessel. She had run Corvid.", [("She", ("Ruth Okoro",))]),
        (
            "Ruth Okoro met Paul Finch. He runs Tessel and she runs Corvid.",
            [("He", ("Paul Finch",)), ("she", ("Ruth Okoro",))],
        ),
        ("Mr Adeyo met Ms Brandt. He smiled.", [("He", ("Adeyo",))]),
        ("Tessel said it had bought Corvid Inc.", [("it", ("Tessel",))]),
        ("Tessel Inc. sold its stake in Corvid Inc.", [("its", ("Tessel Inc.",))]),
        ("Tessel Inc. grew. The company hired 20 people.", [("The company", ("Tessel Inc.",))]),
        ("Tessel, a chipmaker, sued Ostrow Bank. The bank declined to comment.", [("The bank", ("Ostrow Bank",))]),
        (
            "Belgian sensor maker Vantello NV sued Corvid Inc. The Belgian company won.",
            [("The Belgian company", ("Vantello NV",))],
        ),
        (
            "Tessel Inc. agreed to buy Corvid Inc. Both companies expect to close the deal.",
            [("Both companies", ("Tessel Inc.", "Corvid Inc."))],
        ),
        (
            "Tessel Inc. and Corvid Inc. quarrel. The two firms share an office.",
            [("The two firms", ("Tessel Inc.", "Corvid Inc."))],
        ),
        ("Tessel Inc., which makes chips, sued Corvid Inc.", [("which", ("Tessel Inc.",))]),
        ("Ruth Okoro, who runs Tessel, resigned.", [("who", ("Ruth Okoro",))]),
        (
            "Ruth Okoro left Crane Partners, where she had led the team.",
            [("where", ("Crane Partners",)), ("she", ("Ruth Okoro",))],
        ),
        ("Tessel Inc. is a company that makes chips.", [("that", ("Tessel Inc.",))]),
        ("In her time at Tessel, Ruth Okoro hired many.", [("her", ("Ruth Okoro",))]),
        ("Tessel Inc. itself made no comment.", [("itself", ("Tessel Inc.",))]),
        (
            "Tessel Inc. took a stake in Corvid Inc. and hired its founder, Ruth Okoro.",
            [("its", ("Corvid Inc.",))],
        ),
        ("Tessel Inc. hired its first engineer.", [("its", ("Tessel Inc.",))]),
        (
            "Tessel Inc. grew. Ruth Okoro, who joined from Corvid Inc. in March, will leave the company.",
            [("who", ("Ruth Okoro",)), ("the company", ("Tessel Inc.",))],
        ),
        ("Acme's Dune Labs builds robots. The unit employs 20 people.", [("The unit", ("Dune Labs",))]),
        # The firm that the article is about, though others stand nearer.
        (
            "Tessel Inc. raised money from Ostrow Ventures. Tessel makes chips. Birch Ltd. and Corvid Inc. are clients "
            "of Tessel. The company was founded in 2019.",
            [("The company", ("Tessel Inc.",))],
        ),
        (
            "Ruth Okoro, who founded Tessel Inc. and runs it, met Corvid Inc.",
            [("who", ("Ruth Okoro",)), ("it", ("Tessel Inc.",))],
        ),
        # No subject of a relative clause: what is told goes on about the other.
        (
            "Tessel Inc. lost Corvid Inc., which went to Birch Ltd. It hired many.",
            [("which", ("Corvid Inc.",)), ("It", ("Tessel Inc.",))],
        ),
        ("Tessel Inc. bought Corvid Inc. in May. Its founder now leads Tessel's team.", [("Its", ("Corvid Inc.",))]),
        (
            "Ruth Okoro is a partner at Ostrow Equity, Tessel Inc.'s top shareholder. The firm invested $5 million.",
            [("The firm", ("Ostrow Equity",))],
        ),
        (
            "Fairmoor Bank fell. Tom Brandt of Corvid Inc. sold. Paul Finch bought. Nothing else fell. "
            "Ruth Okoro runs the bank.",
            [("the bank", ("Fairmoor Bank",))],
        ),
    ],
)
def test_what_they_stand_for(text: str, expected: list[tuple[str, tuple[str, ...]]]):
    assert anaphors(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that Tessel Inc. will win.",
        "It seems that prices fell at Tessel Inc.",
        "Paul Finch and Tom Brandt met. He smiled.",
        "The deal between Tessel Inc. and Corvid Inc. failed. Its cost was high.",
        "Tessel Inc. likes the company that Ruth Okoro founded.",
        "He resigned on Friday.",
        "Tessel Inc., Corvid Inc. and Birch Ltd. quarrel. Both companies declined to comment.",
        "Ruth Okoro spoke. The company was small.",
        "Tessel Inc. hired its founder, Ruth Okoro.",
        "Tessel Inc. fell. The business was bought by Corvid Inc. in 2018 from its founder, Ruth Okoro.",
        "A spokesman told the BBC on Monday. Ruth Okoro will leave the company.",
        "Ostrow Ltd. fell. Tessel Inc. sued Corvid Inc. and Birch Ltd. and poached its boss, Ruth Okoro.",
        "Tessel Inc. grew. Ruth Okoro will not head the new company.",
        "Tessel Inc. and Corvid Inc. will merge. The combined company will be large.",
        "Tessel Inc. sued the Swedish toy maker Corvid.",
        "Tessel Inc. sued Corvid Inc. Tessel shares fell. Tessel grew. Corvid makes clamps. "
        "Corvid denied Tessel's claim. Ruth Okoro leads the company.",
        "Tessel Inc. met Corvid Inc. Somebody established a shop and directed it.",
    ],
)
def test_nothing_where_it_is_unclear(text: str):
    assert anaphors(text) == []


def test_several_things_told_of_before_are_they():
    told = anaphors(
        "Tessel delivered the panels to Corvid in May and says that they leaked. Corvid sent half of them back."
    )
    assert not [names for words, names in told if words in ("they", "them")]


def test_whom_an_unknown_she_hired_is_not_she():
    far = "Mara Oduor runs it. The depot opened. It has lorries. It has trucks. It has vans. "
    told = anaphors(far + "In April she hired Jane Achen from Safir as finance chief. Would she sell? She laughs.")
    assert not [names for words, names in told if words.lower() == "she"]


def test_what_an_unknown_it_has_is_no_other_firms():
    text = (
        "Tessel sued Corvid. Ostrow Bank, Harmon Foods and Brill Rail came. It denied that its finance chief had left."
    )
    assert not [names for words, names in anaphors(text) if words == "its"]


def test_the_company_may_be_the_one_the_article_is_about():
    text = "Tessel Inc. fell by a third. Tessel has 20 shops. They said that Corvid Inc. may buy Tessel. "
    assert anaphors(text + "The company declined to comment.") in ([], [("The company", ("Tessel Inc.",))])


def test_the_name_that_it_stands_for_is_kept_as_evidence():
    text = "Pinecrest Inc., now called Alder, grew. It hired many. The company made a profit."
    passages, mentions = read(text)
    ties = {passages[m.passage].span(m.start, m.end).text: m.ties for m in mentions if points_back(m, mentions)}
    assert [tie.text for tie in ties["It"]] == ["Alder"]
    assert all(text[tie.start : tie.end] == tie.text for found in ties.values() for tie in found)


def test_several_entities_give_several_claim_mentions():
    passages, mentions = read("Tessel Inc. met Corvid Inc. Both companies declined to comment.")
    both = next(m for m in mentions if m.others)
    found = mentions.claim_mentions(passages[both.passage], both)
    assert [(mention.name, mention.mention) for mention in found] == [
        ("Tessel Inc.", "Both companies"),
        ("Corvid Inc.", "Both companies"),
    ]
    assert mentions.claim_mention(passages[both.passage], both) == found[0]


def test_anaphors_are_among_the_mentions_of_their_entity():
    _, mentions = read("Tessel Inc. grew. It hired many.")
    assert [span.text for span in mentions.entities["tessel-inc"].mentions] == ["Tessel Inc.", "It"]


def test_in_the_articles_both_companies_are_the_two(shared_dir: Path):
    text = sorted((shared_dir / "articles").glob("*.txt"))[1].read_text(encoding="utf-8")
    pairs = {(words.lower(), frozenset(names)) for words, names in anaphors(text) if len(names) > 1}
    assert pairs == {(words, frozenset({"Meta", "Scale AI"})) for words in ("both companies", "the two companies")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lessing Pianos closed its shop. Karl Lessing founded the business in 1951.",
            ("the business", "Lessing Pianos"),
        ),
        ("The concern Brno Kotly makes boilers. Jan Novak led the concern until 2015.", ("the concern", "Brno Kotly")),
        ("Ostfin, the island's third-largest lender, fell. The bank sold Brimble.", ("The bank", "Ostfin")),
        ("Redmayne bought Hartle Glass. Jo Lund joined the glassmaker in May.", ("the glassmaker", "Hartle Glass")),
        ("Halstead bought the jam maker Pippin from Grange, which had owned it since 2011.", ("it", "Pippin")),
    ],
)
def test_a_firm_is_called_by_its_kind_and_by_what_is_dealt_in(text: str, expected: tuple[str, str]):
    assert (expected[0], (expected[1],)) in anaphors(text)


def test_a_business_of_ones_own_is_not_the_employer():
    text = "Ina Moor left Ostfin to set up her own business. She runs the business from home."
    assert all(words != "the business" for words, _ in anaphors(text))


def test_what_an_unknown_firm_has_is_no_other_firms():
    text = "Ostfin hired Lund & Sons. The brewer said that its unit Brimble had been sold."
    assert all(words != "its" for words, _ in anaphors(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mirren said that work goes on. The Korean publisher bought Rua Nova.", ("The Korean publisher", "Mirren")),
        ("Strand seems to be hedging. The Swedish maker owns 8% of Halyard.", ("The Swedish maker", "Strand")),
        ("Tarnow Mills closed two plants. The Lodz-based group fell.", ("The Lodz-based group", "Tarnow Mills")),
        ("Mirren bought Rua Nova in 2021. Its founders stayed.", ("Its", "Rua Nova")),
        (
            "Ostfin bought Tessel. The founder of Tessel, Jo Roe, stayed to run the business.",
            ("the business", "Tessel"),
        ),
    ],
)
def test_a_firm_is_called_anew_by_where_it_is_from(text: str, expected: tuple[str, str]):
    assert (expected[0], (expected[1],)) in anaphors(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ferrol is a Spanish brewer. The Danish group bought Old Tower.",
        "Acme borrowed from Ostfin. The Swedish company owns 5% of Calder.",
        "Acme Valves is in trouble. The German rival has bought its factory.",
        "Acme Valves is in trouble. The Swedish regulator has fined its auditor.",
    ],
)
def test_a_firm_from_elsewhere_is_another(text: str):
    assert all(not words.startswith(("The Danish", "The Swedish", "The German")) for words, _ in anaphors(text))


@pytest.mark.parametrize(
    ("text", "anaphor", "meant"),
    [
        # two in one sentence, none where two people are named
        ("Ansel Foods sued Corvid Inc. The two are in arbitration.", "The two", ("Ansel Foods", "Corvid Inc.")),
        ("Jana Holt and Piet Vos met in Riga. The two set up Tarn Labs.", "The two", None),
        ("Film wrapping, which the printer tried with Pellan, has failed. The two could not agree.", "The two", None),
        # of whom it is told before, what the lab is
        ("Tamber, a Lisbon AI lab, lost its data chief. A spokesman said the lab was sorry.", "the lab", ("Tamber",)),
        # the speaker's firm is the one told of just before
        (
            'Dorvan Mart said deliveries from Kestra Pumps were a mess. "They were late," said Imre Vass, its buyer.',
            "its",
            ("Dorvan Mart",),
        ),
        (
            "One of the lessors, Slane Aviation, has sued Corvid Inc. Its lawyer was in court.",
            "Its",
            ("Slane Aviation",),
        ),
        # a town tells which of several firms is meant
        (
            "Kolberg Marine sued Orsk Line in May. The Gdynia-based yard has won.",
            "The Gdynia-based yard",
            ("Kolberg Marine",),
        ),
        (
            "Kolberg Marine has not paid, a source at the Gdynia company said.",
            "the Gdynia company",
            ("Kolberg Marine",),
        ),
        # what the managers of a firm buy may be the firm
        ("The management of Holt & Sons has bought the company from its founder.", "the company", ("Holt & Sons",)),
        # the head is of the firm that the sentence before is about
        (
            "Lakin Aerosols was told that Sander Remedies fills the cans. Its managing director, Imre Vass, quit.",
            "Its",
            ("Lakin Aerosols",),
        ),
        # where somebody had been before is where she came from
        (
            "Lumos Bank hired Petra Vana away from Vale Savings. She had been with the Prague bank for 11 years.",
            "the Prague bank",
            ("Vale Savings",),
        ),
        # a founder is somebody who has been called one
        ("Marta Kral runs Brix Wines. The founder said no.", "The founder", None),
        (
            "Carl Aurel, the founder of Brix Wines, hired Marta Kral. The founder said no.",
            "The founder",
            ("Carl Aurel",),
        ),
        # an employer before is not the firm spoken of
        (
            "Karin Holm, previously at Baltic Growth Fund, has cut the firm's holdings.",
            "the firm",
            None,
        ),
    ],
)
def test_whom_words_for_one_of_several_mean(text: str, anaphor: str, meant: tuple[str, ...] | None) -> None:
    found = dict(anaphors(text))
    assert found.get(anaphor) == meant, found


def test_a_paragraph_that_turns_to_a_firm_goes_on_about_it() -> None:
    text = (
        "Halden Labs cut 200 jobs in July. Halden Labs blamed its customers. Two clients of Halden Labs left.\n\n"
        "Mercato Data was founded in 2023. The startup, which is based in Leeds, hired 50 people."
    )
    assert dict(anaphors(text)).get("The startup") == ("Mercato Data",)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Orvik AI relies on Halden Labs and Brask Data. Tamsin Labs works with both companies.", {"Halden", "Brask"}),
        ("Orvik AI merged with Halden Labs. Brask Data supplies both companies.", {"Orvik", "Halden"}),
        ("Orvik AI tests Halden Labs, Brask Data and Sorrel Data. Tamsin Labs supplies both companies.", set()),
    ],
)
def test_who_deals_with_both_is_neither(text: str, meant: set[str]) -> None:
    found = dict(anaphors(text)).get("both companies") or ()
    assert {name.split()[0] for name in found} == meant


def test_what_may_follow_from_all_that_is_told_is_no_firms() -> None:
    text = (
        "Orvik AI is understood to be evaluating chips from Axon7 Inc, which would reduce its reliance on Tamsin Data."
    )
    found = dict(anaphors(text))
    assert "which" not in found
    assert found.get("its") == ("Orvik AI",)


@pytest.mark.parametrize(
    "speaker", ["Tagwise's chief executive, Jason Drew,", "Jason Drew, chief executive of Tagwise,"]
)
def test_the_company_of_whoever_speaks_is_meant(speaker: str) -> None:
    text = f"Quillion Labs invested in Tagwise Inc in June. {speaker} told employees that the company plans to hire."
    assert dict(anaphors(text)).get("the company") == ("Tagwise Inc",)


def test_a_former_name_is_not_the_company() -> None:
    text = "Loom Inc cut jobs. Formerly known as Harrow Semiconductor, the San Jose-based company designs chips."
    assert dict(anaphors(text)).get("the San Jose-based company") == ("Loom Inc",)


def test_what_stands_in_a_bracket_before_which_is_not_meant() -> None:
    text = "Its backers include Bankly Inc (formerly Mutual & Mersey), which put in £15 million in 2022."
    assert dict(anaphors(text)).get("which") == ("Bankly Inc",)


@pytest.mark.parametrize(
    ("text", "anaphor", "meant"),
    [
        (
            "Pellan cut its forecast. Formerly known as Tarn Semi, the Lyon-based firm fell.",
            "the Lyon-based firm",
            "Pellan",
        ),
        (
            "Pellan fell. Founded by P. Roe of Tarn Labs in 2019, the Lyon-based maker sells pumps.",
            "the Lyon-based maker",
            "Pellan",
        ),
        (
            "Pellan closed a Series B. Ostfin led, and Corvid Inc joined the round. Founded by Jo Roe and Alan Dahl, "
            "the Lyon-based startup sells pumps.",
            "the Lyon-based startup",
            "Pellan",
        ),
        ("Pellan cut its forecast. After buying Tarn Labs, the company fell.", "the company", "Pellan"),
        # what leads in is said of somebody else
        ("Founded by engineers at Tarn Labs, the Lyon-based maker sells pumps.", "the Lyon-based maker", None),
        ("Backed by Tarn Labs, the Lyon-based startup sells pumps.", "the Lyon-based startup", None),
        ("Once a unit of Tarn Labs, the Lyon-based company sells pumps.", "the Lyon-based company", None),
        # one that has just been presented may be meant as well
        ("Pellan rents servers from a small firm, Tarn Labs. The Lyon startup has grown.", "The Lyon startup", None),
        ("Pellan rents servers from a firm called Tarn Labs. The Lyon startup has grown.", "The Lyon startup", None),
    ],
)
def test_a_firm_called_anew_is_none_of_what_leads_in(text: str, anaphor: str, meant: str | None):
    assert [names for words, names in anaphors(text) if words == anaphor] == ([(meant,)] if meant else [])


@pytest.mark.parametrize(
    ("text", "anaphor", "meant"),
    [
        ("Pellan's chief executive, Jo Roe, said that her company would grow.", "her company", "Pellan"),
        ("Al Dahl, who runs Tarn Labs, spoke to Pellan. His firm makes pumps.", "His firm", "Tarn Labs"),
        ("Pellan boss Al Dahl said his employer had no plans.", "his employer", "Pellan"),
        ("Pellan's chief executive, Al Dahl, said his former company was smaller.", "his former company", None),
        ("Al Dahl left Pellan. He said his company would grow.", "his company", None),
    ],
)
def test_somebodys_company_is_where_they_have_a_post(text: str, anaphor: str, meant: str | None):
    assert [names for words, names in anaphors(text) if words == anaphor] == ([(meant,)] if meant else [])


@pytest.mark.parametrize(
    ("text", "anaphor", "meant"),
    [
        ("Ostfin, which owns 5% of Pellan, is pressing for the sale of its printing unit.", "its", "Pellan"),
        ("Ostfin has urged Pellan to spin off its printing unit.", "its", "Pellan"),
        ("Pellan is seeking a sale of its printing unit.", "its", "Pellan"),
        ("Ostfin is critical of the printer and may push for a sale of its printing unit.", "its", None),
        ("Ostfin has a stake in Pellan. The activist wants a sale of the company.", "the company", None),
        # no unit that was named by the way
        (
            "Pellan Group set up Pellan Lab, a unit within the group. Jo Roe left the company.",
            "the company",
            "Pellan Group",
        ),
    ],
)
def test_who_presses_for_a_sale_does_not_own_what_is_sold(text: str, anaphor: str, meant: str | None):
    assert {names for words, names in anaphors(text) if words == anaphor} <= ({(meant,)} if meant else set())


def test_a_clause_after_a_bracket_is_said_of_the_name_before_it():
    text = "Ostfin backs Pellan, the digital bank (formerly Mutual Weir), which makes cards."
    assert ("which", ("Pellan",)) in anaphors(text)
