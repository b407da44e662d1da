"""Posts in everyday constructions: with towns, in the plural, at the time, raised from another, where somebody was."""

import pytest

from tests.extraction.reading import read, said

FIRM = "Tern Systems makes pumps in Leeds. "
# The text, the claims that it makes, and those that it looks as if it made.
CASES = [
    # towns and lands before titles
    ("Tern Systems approached Claudia Roe, the U.S. head of Swiss drugmaker Kestrane.",
     ["heldRole(Claudia Roe > Kestrane)"], []),
    ("Tern Systems is close to landing Kessler's London disputes chief, Oscar Lind.",
     ["heldRole(Oscar Lind > Kessler)"], []),
    ("The president of the Association of Milk Producers of Leeds, Jo Roe, said that the dairy pays late.",
     ["heldRole(Jo Roe > Association of Milk Producers)"], []),
    # several holders
    ("Its case was argued by Tom Roe and Ana Frosch, two Kestrane vice presidents.",
     ["heldRole(Tom Roe > Kestrane)", "heldRole(Ana Frosch > Kestrane)"], []),
    (FIRM + "Directors Judith Abel and Raymond Croft wrote to the staff.",
     ["heldRole(Judith Abel > Tern Systems)", "heldRole(Raymond Croft > Tern Systems)"], []),
    # whose, and when
    ("Ana Frosch, formerly Tern's finance director, is the new CFO at Kestrane.",
     ["heldRole(Ana Frosch > Tern)", "heldRole(Ana Frosch > Kestrane)"], []),
    ('"She had read the loans," remembers Uwe Hart, at the time Tern\'s head of acquisitions, now a partner at the '
     "Frankfurt boutique Hart Lily.", ["heldRole(Uwe Hart > Tern)", "heldRole(Uwe Hart > Hart Lily)"], []),
    ('"We never made it," said Tom Roe, who took over from Ana Frosch as Tern\'s chief executive in November.',
     ["heldRole(Tom Roe > Tern)", "succeeded(Tom Roe > Ana Frosch)"], []),
    (FIRM + '"We are growing," said Tom Roe, a spokesperson.', ["heldRole(Tom Roe > Tern Systems)"], []),
    (FIRM + "Tom Roe, who was head of product until last June, agreed.", ["heldRole(Tom Roe > Tern Systems)"], []),
    (FIRM + "The deal is the first of Ana Frosch, who on 2 September became chief executive in place of her uncle.",
     ["heldRole(Ana Frosch > Tern Systems)"], []),
    # by a board, and from another post
    (FIRM + "On Monday the board named Ana Frosch, a former director of Sahel Bank, as chairman.",
     ["heldRole(Ana Frosch > Tern Systems)", "heldRole(Ana Frosch > Sahel Bank)"], []),
    ("Tom Roe is leaving at the end of June to become chief financial officer of wind turbine maker Kestrane.",
     ["heldRole(Tom Roe > Kestrane)", "joined(Tom Roe > Kestrane)"], []),
    (FIRM + "Bill Orland, the former general manager of High Mesa Power, becomes its first independent chair.",
     ["heldRole(Bill Orland > Tern Systems)", "heldRole(Bill Orland > High Mesa Power)"], []),
    # the investor's partner sits on the board of what is invested in
    (FIRM + "Kestrane Ventures has put in money. Its partner Helena Strand joins the board.",
     ["heldRole(Helena Strand > Tern Systems)", "heldRole(Helena Strand > Kestrane Ventures)"], []),
    (FIRM + "The local partner supplies the manager, Ana Frosch.", [], ["heldRole"]),
    # where somebody was
    ("Ana Frosch comes from Atelier Neuf in Paris, where she was executive creative director.",
     ["heldRole(Ana Frosch > Atelier Neuf)"], []),
    ("Ana Frosch comes from Harbour Bank, where since 2020 she has been deputy finance director.",
     ["heldRole(Ana Frosch > Harbour Bank)"], []),
    (FIRM + "Tom Roe will start as finance chief in May. The Norwegian spent 11 years at Kestrane, latterly as head of "
     "ship finance.", ["heldRole(Tom Roe > Kestrane)", "memberOf(Tom Roe > Kestrane)"], []),
    ("Ana Frosch spent fifteen years at the carrier Kestrane, ending as its technical director.",
     ["heldRole(Ana Frosch > Kestrane)"], []),
    ("Ana Roe is leaving Tern Capital after nine years, the last four of them as a general partner.",
     ["heldRole(Ana Roe > Tern Capital)", "left(Ana Roe > Tern Capital)"], []),
    ("Adam Cole, 49, trained at Finch & Dorrow and made partner there in 2007.",
     ["heldRole(Adam Cole > Finch & Dorrow)"], []),
    ("Ana Roe left Tern in April for Kestrane, the audio outfit, as president. Her deputy Colin Reed fills in.",
     ["heldRole(Ana Roe > Kestrane)"], ["heldRole(Colin Reed > Kestrane)"]),
    # posts without a title
    ("Earlier in her career Ana Frosch held commercial positions at Northgate Metering and at Pell Software.",
     ["memberOf(Ana Frosch > Northgate Metering)", "memberOf(Ana Frosch > Pell Software)"], []),
    ("The company held positions at Northgate Metering.", [], ["memberOf"]),
    ("Ana Frosch, 49, learnt the trade in a shop and spent eleven years at Kestrane, where she doubled exports.",
     ["memberOf(Ana Frosch > Kestrane)"], []),
    ("Ana Frosch of Tern learnt a lot and spent three days with Kestrane.", [], ["memberOf(Ana Frosch > Kestrane)"]),
    (FIRM + "Tom Roe has been consulting for Kestrane since August.", ["memberOf(Tom Roe > Kestrane)"], []),
    # given, taken and held without a title
    (FIRM + "Kim Daems handed the chief executive's job to Ana Frosch in 2021.",
     ["heldRole(Ana Frosch > Tern Systems)"], []),
    ("Tern Dairy makes cheese. Renato Roe, who presided over the dairy until 2023, was among the sellers.",
     ["heldRole(Renato Roe > Tern Dairy)"], []),
    ("Judge Ana Frosch presided over the trial of Tern Systems.", [], ["heldRole"]),
    (FIRM + "Ana Frosch will take charge on October 1.", ["heldRole(Ana Frosch > Tern Systems)"], []),
    (FIRM + "The judges charged Ana Frosch on October 1.", [], ["heldRole"]),
    # firms that bear people's names
    ("Ana Frosch began her career as an auditor at Lyle Kestrane.", ["heldRole(Ana Frosch > Lyle Kestrane)"], []),
    ("Ana Frosch was previously a partner at the accountants Kestrane Holt.",
     ["heldRole(Ana Frosch > Kestrane Holt)"], []),
    ("Ana Frosch spent five years with rival broker Strand Hallett.", ["memberOf(Ana Frosch > Strand Hallett)"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims", "wrong"), CASES, ids=[case[0][:60] for case in CASES])
def test_posts_are_read(text: str, claims: list[str], wrong: list[str]) -> None:
    made = said(text)
    assert set(claims) <= made, made
    assert not [claim for claim in made if any(part in claim for part in wrong)], made


@pytest.mark.parametrize(
    ("text", "title"),
    [("Tern has promoted Ana Frosch from principal to partner.", {"principal", "partner"}),
     ("Ana Frosch was promoted from finance director to chief executive of Tern.",
      {"finance director", "chief executive"})],
)  # fmt: skip
def test_the_post_before_is_told(text: str, title: set[str]) -> None:
    posts = {c.qualifiers["title"]: c.phase.value for c in read(text) if c.relation == "heldRole" and c.phase}
    assert set(posts) == title
    assert sorted(posts.values()) == ["ended", "started"]
