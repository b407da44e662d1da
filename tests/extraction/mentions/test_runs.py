"""Where names begin and end, in sentences whose names are made up."""

import pytest

from app.documents.clean import segment
from app.extraction.mentions.runs import find_runs
from app.extraction.parsing.parse import parse
from app.model import Article


def runs(text: str) -> list[str]:
    return [run.text for run in find_runs(parse(segment(Article(text=text))))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # joined by "and", where both parts say what one body is
        ("He is a member of the Utah Orchard and Meadow Association.", ["Utah Orchard and Meadow Association"]),
        ("He is a veteran of the Elmford Fire and Rescue Department.", ["Elmford Fire and Rescue Department"]),
        (
            "The Ashbury and District Agricultural Society was formed in 1909.",
            ["Ashbury and District Agricultural Society"],
        ),
        ("The Evening Tern and General Trust floated the site.", ["Evening Tern and General Trust"]),
        ("He met the White House and State Department in May.", ["White House", "State Department"]),
        ("The EPA and Energy Department agreed.", ["EPA", "Energy Department"]),
        ("It supplies Burger King, Kroger and Walmart.", ["Burger King", "Kroger", "Walmart"]),
        # one house that is two things
        ("He runs the Elmford Cancer Center and Research Institute.", ["Elmford Cancer Center and Research Institute"]),
        ("It gave to the Elmford Museum and Art Gallery.", ["Elmford Museum and Art Gallery"]),
        ("It bought the Elmford Hospital and Tolk Medical Center.", ["Elmford Hospital", "Tolk Medical Center"]),
        ("It gave to the Elmford Museum and the National Gallery.", ["Elmford Museum", "National Gallery"]),
        ("It bought Elmford Iron and Brass Works of Tolk.", ["Elmford Iron and Brass Works", "Tolk"]),
        ("She runs the Elmford Gas and Electric Company.", ["Elmford Gas and Electric Company"]),
        ("It bought Elmford Coal and Tolk Works.", ["Elmford Coal", "Tolk Works"]),
        ("Its owner is Word of God Fellowship.", ["Word of God Fellowship"]),
        # no names, and what stands before them
        ("She is the pioneer Surgical Oncologist of South India.", ["South India"]),
        ("Tolk to Acquire Birchcombe Systems in a cash deal in May.", ["Tolk", "Birchcombe Systems"]),
        ("Clients Birchcombe and Elmford have left Tolk.", ["Birchcombe", "Elmford", "Tolk"]),
        ("Customers Bancorp was founded in 1997.", ["Customers Bancorp"]),
        # small words of other tongues
        ("It sold Società Tolkana per Gomme SpA in 1990.", ["Società Tolkana per Gomme SpA"]),
        ("She runs the Bank für Tolk und Elmford.", ["Bank für Tolk und Elmford"]),
        ("Tolk paid $5 per Birchcombe share.", ["Tolk", "Birchcombe"]),
        # whose seat, and where
        ("He sat on the Legislative Council for North Elmford.", ["Legislative Council", "North Elmford"]),
        ("She chairs the Council for the Elmford Arts.", ["Council for the Elmford Arts"]),
        ("She left the University of Texas at Austin in May.", ["University of Texas at Austin"]),
        ("Jazz at Elmford Center is led by Jane Roe.", ["Jazz at Elmford Center", "Jane Roe"]),
        ("She met Tolk at Elmford Center.", ["Tolk", "Elmford Center"]),
        # what is called after its owner
        ("Birchcombe Foods bought Tolk's Grill in 1990.", ["Birchcombe Foods", "Tolk's Grill"]),
        ("It owns the Tolk's House of Beef chain.", ["Tolk's House of Beef"]),
        ("Birchcombe Foods bought Tolk's Leeds mill.", ["Birchcombe Foods", "Tolk", "Leeds"]),
        ("Tolk's of Birchcombe was founded in 1990.", ["Tolk's of Birchcombe"]),
        ("Birchcombe agreed to buy Tolk's from Elmford Capital.", ["Birchcombe", "Tolk's", "Elmford Capital"]),
        ("Birchcombe Foods bought Tolk's. Tolk had been for sale.", ["Birchcombe Foods", "Tolk", "Tolk"]),
        # two countries
        ("Tolk is an American-Bermudian company.", ["Tolk"]),
        # where a sentence ends in a letter
        ("It wrote Part D. Developer Jane Roe joined Tolk.", ["Jane Roe", "Tolk"]),
        ("He served king Aldred I. Birchcombe was his rival.", ["Aldred I.", "Birchcombe"]),
        ("It went to John D. Birchcombe in May.", ["John D. Birchcombe"]),
        # a headline as a sentence
        (
            "Elmford Advanced Materials Closes Acquisition of Tolk Exploration Company.",
            ["Elmford Advanced Materials", "Tolk Exploration Company"],
        ),
        # brackets and numbers
        ("He chairs Brinemoor Media (India) Ltd. in Delhi.", ["Brinemoor Media (India) Ltd.", "Delhi"]),
        ("Robert (Bob) Tolland joined Birchcombe.", ["Robert (Bob) Tolland", "Birchcombe"]),
        ("It was bought by 365 Solutions in 2001.", ["365 Solutions"]),
        ("It is a subsidiary of 22nd Century Stoat.", ["22nd Century Stoat"]),
        ("8-Alder is a chain of stores.", ["8-Alder"]),
        ("The 36th Group Army was formed in 1949.", ["36th Group Army"]),
        ("Its investors include Group 12, Tern Capital and Brill.", ["Group 12", "Tern Capital", "Brill"]),
        ("Radio 9 was acquired by Corvel Radio.", ["Radio 9", "Corvel Radio"]),
        ("Tolk 3 years ago bought Birchcombe.", ["Tolk", "Birchcombe"]),
        # hyphens
        ("Tolk was owned by Bren-dale, Inc. until 2015.", ["Tolk", "Bren-dale, Inc."]),
        ("It is the owner of Brill-a-Rest and other brands.", ["Brill-a-Rest"]),
        ("He worked at Imperial Russian universities.", []),
        ("Tolk LLC is a leading, privately held, Internet Service Provider based in Ohio.", ["Tolk LLC", "Ohio"]),
        ("Jane Tolland, Jr. was a member of it.", ["Jane Tolland"]),
        ("The Tolk-led group sold it.", ["Tolk"]),
        # short days
        ("It sold Oslo Sun Publishing Ltd to Sun Media.", ["Oslo Sun Publishing Ltd", "Sun Media"]),
        # posts that are words of a firm's name
        ("The shop was taken over by Head Entertainment.", ["Head Entertainment"]),
        # what people are called
        ("Old Henry Tolland would not have signed.", ["Henry Tolland"]),
        ("Poor Jane Tolland lost Brillcombe.", ["Jane Tolland", "Brillcombe"]),
        ("Old Tolk bought Brillcombe.", ["Old Tolk", "Brillcombe"]),
        ("Chairman Jane Tolland left Brillcombe.", ["Jane Tolland", "Brillcombe"]),
        ("Tolk is a unit of Marsh Counsel Inc. of Ohio.", ["Tolk", "Marsh Counsel Inc.", "Ohio"]),
    ],
)
def test_a_name_is_whole_and_no_more(text: str, names: list[str]):
    assert runs(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It will invest in Tolkgene In 2011 and 2012.", ["Tolkgene"]),
        ("History The firm was founded by Jane Tolland.", ["Jane Tolland"]),
        ("History and management The company was founded in 1982.", []),
        ("Plug In was bought by Tolk.", ["Plug In", "Tolk"]),
        ("He was Chairman of Directors until his death.", []),
        ("She is Professor of Innovation & Knowledge Exchange at Brillcombe.", ["Brillcombe"]),
        ("He served as Superintendent of Buildings.", []),
        ("He was Secretary General of the Northern Union.", ["Northern Union"]),
        ("Lando was the Duke of Milan.", ["Lando", "Milan"]),
        ("Tolk is an Internet Service Provider based in Florida.", ["Tolk", "Florida"]),
        ("Tolk bought 1.7 million MWh of power and an IDE.", ["Tolk"]),
        ("The NGO and several VCs and ISPs agreed.", []),
        # where people are from
        ("Tolk was bought by an Irishman with a taste for horses.", ["Tolk"]),
        ("He hired a quiet Berliner who had run Tolk.", ["Tolk"]),
        ("The crane was built by a Finn.", []),
        ("It was sold to a Bremerhavener who ran Tolk.", ["Tolk"]),
        ("It was sold to a Finn Tolland of Tolk.", ["Finn Tolland", "Tolk"]),
    ],
)
def test_what_names_nothing_is_left_out(text: str, names: list[str]):
    assert runs(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Brindley's was bought by Tolk.", ["Brindley's", "Tolk"]),
        ("Tolk purchased Corvel from Poster's in 1995.", ["Tolk", "Corvel", "Poster's"]),
        ("Ms Roe is President of Tolloway's, and a member.", ["Roe", "Tolloway's"]),
        ("Its clients include Corvel, Mike's Soft Cider and Tolk.", ["Corvel", "Mike's Soft Cider", "Tolk"]),
        ("Arlene's Loom Supplies opened in 1960.", ["Arlene's Loom Supplies"]),
        ("St Odile's Church of England Academy closed.", ["St Odile's Church of England Academy"]),
        ("It publishes Ladies' Garden Journal.", ["Ladies' Garden Journal"]),
        ("Its investors include Founders' Larder, Tolk and Brill.", ["Founders' Larder", "Tolk", "Brill"]),
        # somebody's
        ("Its sales were higher than Tolk's.", ["Tolk"]),
        ("He is a customer of Tolk's.", ["Tolk"]),
        ("Tolk's and Brill's stores closed.", ["Tolk", "Brill"]),
        ("Tolk grew. It left an idea of Tolk's, not ours.", ["Tolk", "Tolk"]),
        ("Arlene Roe left. Arlene's Tolk grew.", ["Arlene Roe", "Arlene", "Tolk"]),
        ("Victoria's Ticketing Authority grew.", ["Victoria", "Ticketing Authority"]),
    ],
)
def test_a_possessive_may_belong_to_a_name(text: str, names: list[str]):
    assert runs(text) == names
