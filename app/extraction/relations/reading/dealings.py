"""What counts as business between two firms, as tables that several families share, and who is told to be in it."""

from __future__ import annotations

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence

NO_GOODS = words(
    """stake share interest business company firm unit division arm brand site plant factory property building
    land right
    asset portfolio station store shop restaurant studio operation licence license rest half part control approval
    player franchise subsidiary group bank chain catalogue catalog trademark name title it them newspaper loan
    venture team hotel
    brewery hospital house estate network patent mine field home office headquarters interest ownership
    percent % stock holding one ticket"""
)
# Made for somebody, but no work done for pay: "made an offer for A", "set the stage for B".
NO_WORK = words(
    """cheque check offer bid proposal case way room allowance statement payment plan debut appearance donation name
    reputation provision
    investment mark stage path campaign-trail support base market home foundation stake share position demand
    opportunity
    problem precedent search talk interview test vote role vehicle
    subsidiary company unit firm division"""
)
# "games for iOS": what they run on buys nothing.
FOR_PLATFORMS = words(
    "game app application software title version port accessory driver navigation plugin plug-in tool extension"
)
# What is used and bought of nobody: "used the name A", and "uses A, a database" names no vendor.
NO_USE = words("name title term word slogan motto label logo trademark brand abbreviation acronym pseudonym")
TOOLS = words(
    """database language framework library protocol tool software app application platform system program engine
    technology format standard method technique language plug-in package algorithm"""
)
ORGANIZATIONS = words(
    """company firm brand retailer broadcaster network organisation organization airline bank studio publisher
    institution
    corporation agency manufacturer maker chain operator insurer carmaker automaker team club university school
    hospital
    restaurant label startup start-up enterprise business giant utility carrier supermarket developer group government
    channel station store distributor label festival museum charity authority council ministry department hotel"""
)
# Who is told to be one of these is paid for what it does.
VENDORS = words(
    """supplier vendor provider contractor subcontractor caterer haulier printer auditor insurer wholesaler installer
    integrator agency consultancy recruiter"""
)


def is_told_as(sentence: Sentence, firm: FoundMention, nouns: frozenset[str]) -> bool:
    """Whether a name stands beside one of some nouns: "the logistics provider X", "X, a vendor in L"."""
    root = sentence.passage.doc[firm.start : firm.end].root
    beside = [c for c in root.children if c.dep_ in ("compound", "nmod", "appos")]
    beside += [root.head] if root.dep_ == "appos" and root.head.i < root.i else []
    return any(t.pos_ == "NOUN" and lemma(t) in nouns for t in beside)
