"""What is said in so many words: the patterns of `wordings.txt` and its kin, on sentences with invented names."""

import re
from importlib.resources import files

import pytest

from app.extraction.relations.wordings import _FILES, _MUTUAL, _read
from app.ontology import load_ontology
from tests.extraction.reading import read, said

SAID = [
    ("Velmora Foods has leaned on Odessa Mills for its flour since 2022.", "supplies", "Odessa Mills", "Velmora Foods"),
    ("Odessa Data has been labelling for Velmora Foods since 2021.", "supplies", "Odessa Data", "Velmora Foods"),
    ("Velmora Foods moved off Odessa Cloud last year.", "supplies", "Odessa Cloud", "Velmora Foods"),
    ("Clients such as Velmora Foods have paused work with Odessa Mills.", "supplies", "Odessa Mills", "Velmora Foods"),
    ("Velmora Foods is now owned 49% by Odessa Mills.", "ownsStakeIn", "Odessa Mills", "Velmora Foods"),
    ("Velmora Foods's lab, called Odessa Labs, opened in June.", "unitOf", "Odessa Labs", "Velmora Foods"),
    ("Odessa Labs, a lab inside Velmora Foods, has 40 staff.", "unitOf", "Odessa Labs", "Velmora Foods"),
    ("Ines Roth, Velmora Foods's chief buyer, is out after four years.", "left", "Ines Roth", "Velmora Foods"),
    ("Velmora Foods of Leeds bakes waffles.", "headquarteredIn", "Velmora Foods", "Leeds"),
    ("Dana Whitby of Larkfield Capital called it late.", "memberOf", "Dana Whitby", "Larkfield Capital"),
    ("Ines Roth joins from Larkfield Capital.", "left", "Ines Roth", "Larkfield Capital"),
    ("Larkfield Capital gave Ines Roth the boot.", "left", "Ines Roth", "Larkfield Capital"),
    ("Ines Roth has gone over to Larkfield Capital.", "joined", "Ines Roth", "Larkfield Capital"),
    ("Ines Roth took charge of Larkfield Capital in May.", "heldRole", "Ines Roth", "Larkfield Capital"),
    ("Velmora Foods buys its flour from Odessa Mills.", "supplies", "Odessa Mills", "Velmora Foods"),
    ("Velmora Foods switched to Odessa Mills.", "supplies", "Odessa Mills", "Velmora Foods"),
    ("Odessa Mills gets 40% of its revenue from Velmora Foods.", "supplies", "Odessa Mills", "Velmora Foods"),
    ("Larkfield Capital owns 30% of Velmora Foods.", "ownsStakeIn", "Larkfield Capital", "Velmora Foods"),
    ("Velmora Foods has taken $3 million from Larkfield Capital.", "investedIn", "Larkfield Capital", "Velmora Foods"),
    ("The union of Velmora Foods with Odessa Mills pleased no one.", "mergedWith", "Velmora Foods", "Odessa Mills"),
    ("Velmora Foods and Odessa Mills are at loggerheads.", "tensionWith", "Velmora Foods", "Odessa Mills"),
    ("Ines Roth is out at Velmora Foods.", "left", "Ines Roth", "Velmora Foods"),
    ("Ines Roth has swapped Velmora Foods for Odessa Mills.", "joined", "Ines Roth", "Odessa Mills"),
    ("Ines Roth's contract at Velmora Foods was terminated in May.", "left", "Ines Roth", "Velmora Foods"),
    ("Velmora Foods and Ines Roth agreed to part company.", "left", "Ines Roth", "Velmora Foods"),
    ("Velmora Foods's newest recruit is Ines Roth, a former minister.", "joined", "Ines Roth", "Velmora Foods"),
    ("Ines Roth accepted an offer from Velmora Foods.", "joined", "Ines Roth", "Velmora Foods"),
    ("Ines Roth's move to Velmora Foods was reported in March.", "joined", "Ines Roth", "Velmora Foods"),
    ("Ines Roth, a 20-year veteran of Velmora Foods, left.", "memberOf", "Ines Roth", "Velmora Foods"),
    ("Velmora Foods, Ines Roth's employer, declined to comment.", "memberOf", "Ines Roth", "Velmora Foods"),
    ("Ines Roth honed her skills at Velmora Foods.", "memberOf", "Ines Roth", "Velmora Foods"),
    ("Ines Roth is the woman behind Velmora Foods.", "founded", "Ines Roth", "Velmora Foods"),
    ("Ines Roth steps into the shoes of Tom Kerr.", "succeeded", "Ines Roth", "Tom Kerr"),
    ("Tom Kerr's successor at Velmora Foods will be Ines Roth.", "succeeded", "Ines Roth", "Tom Kerr"),
    ("The vacancy left by Tom Kerr was filled by Ines Roth.", "succeeded", "Ines Roth", "Tom Kerr"),
    ("Velmora Foods raided Odessa Mills for talent.", "recruitedFrom", "Velmora Foods", "Odessa Mills"),
    ("Engineers from Odessa Mills have been joining Velmora Foods.", "recruitedFrom", "Velmora Foods", "Odessa Mills"),
    (
        "From its headquarters in Utrecht, Velmora Foods runs forty shops.",
        "headquarteredIn",
        "Velmora Foods",
        "Utrecht",
    ),
    ("Velmora Foods calls Utrecht home.", "headquarteredIn", "Velmora Foods", "Utrecht"),
    ("Velmora Foods has had enough of Odessa Mills.", "dissatisfiedWith", "Velmora Foods", "Odessa Mills"),
]


@pytest.mark.parametrize(("text", "relation", "subject", "obj"), SAID)
def test_it_is_found(text, relation, subject, obj):
    found = {(c.relation, c.subject.name, getattr(c.object, "name", None)) for c in read(text)}
    assert (relation, subject, obj) in found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Velmora Foods may switch to Odessa Mills.", "possible"),
        ("Velmora Foods has not switched to Odessa Mills.", "negated"),
        ("Has Velmora Foods switched to Odessa Mills?", "possible"),
    ],
)
def test_how_it_is_said_counts(text, status):
    assert {c.status for c in read(text) if c.relation == "supplies"} <= {status}


@pytest.mark.parametrize(
    ("text", "relation", "status"),
    [
        ("Some analysts believe Velmora Foods may drop Odessa Mills.", "consideringAlternativesTo", "possible"),
        ('Velmora Foods calls Odessa Mills its "partner of choice".', "partnerOf", "stated"),
    ],
)
def test_who_says_it_and_how_sure_counts(text, relation, status):
    assert {c.status for c in read(text) if c.relation == relation} == {status}


def test_what_follows_a_name_in_apposition_is_not_said_of_it():
    claims = read("Optrak, a unit of Straits Meridian, clashed with Iris Maritime over prices.")
    assert not [c for c in claims if c.relation == "tensionWith" and c.subject.name == "Straits Meridian"]


def test_a_country_is_no_seat():
    assert not [c for c in read("Velmora Foods of Belgium bakes waffles.") if c.relation == "headquarteredIn"]


def test_every_wording_has_a_known_relation_and_both_slots():
    by_name, templates = _read()
    assert by_name.keys() == templates.keys()
    assert {wording.relation for wording in by_name.values()} <= load_ontology().relations.keys()
    assert all(":s}" in template or "(?P<s>" in template for template in templates.values())
    lists = {name for name, template in templates.items() if ":o}" not in template}
    assert all(by_name[name].relation in _MUTUAL and ":s}" in templates[name] for name in lists)
    assert not any("%" in template for template in templates.values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Velmora Foods was once called Odessa Mills.", "Odessa Mills"),
        ("Velmora Foods used to be called Odessa Mills.", "Odessa Mills"),
        ("Velmora Foods began life in 1990 as Odessa Mills.", "Odessa Mills"),
    ],
)
def test_what_a_firm_was_called(text, name):
    assert f"formerName(Velmora Foods > {name})" in said(text)


def test_who_resigns_from_the_post_told_beside_leaves():
    assert "left(Ines Roth > Velmora Foods)" in said("Ines Roth, the treasurer of Velmora Foods, quit.")
    former = read("Ines Roth, former treasurer of Velmora Foods, quit.")
    assert "left" not in {c.relation for c in former}


def test_no_two_wordings_have_one_name():
    folder = files("app.extraction.relations")
    text = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _FILES)
    names = re.findall(r"^\w+(?: \w+)*: (.+)$", text, re.MULTILINE)
    assert sorted(names) == sorted(set(names))
