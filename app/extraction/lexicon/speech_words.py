"""The words that mark whose saying something is: verbs of saying, records, reports, outlets."""

from __future__ import annotations

import re

from app.extraction.lexicon.tables import words

SAYING = words(
    """
    say tell announce state confirm claim insist deny report note add argue warn remind inform explain write
    reveal disclose acknowledge admit suggest indicate believe think expect estimate predict allege emphasize
    emphasise stress declare comment hear dispute reject refute dismiss assert maintain mention reply respond
    recall remark observe concede boast joke complain caution rumour rumor promise pledge tweet post hint
    speculate fear worry learn understand feel reckon guess forecast project describe call
    """
)
# Other ways of saying: what they have for a clause is said, what they have for an object is not.
TELLING = words(
    """
    relay swear whisper quip snort snap grumble mutter vow attest testify recount contend posit opine muse theorise
    theorize surmise venture gloat brag crow lament bemoan assure intimate insinuate divulge retort counter echo repeat
    reiterate underline underscore summarise summarize relate gush scoff grouse sigh joke shrug hypothesise hypothesize
    conjecture profess
    """
)
SAYING |= TELLING
# Verbs that report a saying only with a clause as content; with a plain object they are deeds ("reported a profit").
CLAUSE_ONLY = (
    words(
        """report hear add expect learn understand feel think describe call write post suggest indicate see estimate
        project"""
    )
    | TELLING
)
DENYING_SPEECH = words("deny dispute reject refute dismiss")
REPORT_NOUNS = words(
    "report newspaper magazine daily weekly article rumour rumor media outlet press tabloid website "
    "blog paper headline coverage"
)
# What is on the record by itself, and parties that speak for themselves though the sentence does not name them.
RECORDS = words("filing document record datum data register prospectus website figure accounts statistics")
# Who speaks for somebody else.
SPOKESPEOPLE = words("spokesman spokeswoman spokesperson")
SPEAKERS = SPOKESPEOPLE | {"representative"}
PARTIES = words(
    "company firm group bank ministry union regulator government court authority agency manufacturer "
    "maker retailer carrier university"
)
_OUTLETS = re.compile(
    r"\b(?:Times|Journal|Post|News|Newspaper|Herald|Guardian|Telegraph|Tribune|Chronicle|"
    r"Gazette|Observer|Daily|Press|Reuters|"
    r"Bloomberg|BBC|CNN|CNBC|NPR|TechCrunch|Axios|Politico|Forbes|Fortune|Wired|Economist|"
    r"Register|Verge|Examiner|Mail|Sun|Mirror|"
    r"Magazine|Review|Insider|Wire|Information|Independent|Standard|Courier|Dispatch|Bulletin|"
    r"Clarion|Gazeta|Zeitung|Spiegel|Monde|"
    r"Figaro|Pa[ií]s|Stampa|Nikkei|Sentinel|Globe|Ledger|Echo|Inquirer)\b"
)
IT_IS_SAID = re.compile(
    r"it (?:is|was|has been) (?:widely |being )?(?:said|heard|believed|rumou?red|understood|"
    r"reported|thought|claimed|alleged|whispered)\b",
    re.IGNORECASE,
)
REPORTEDLY = words("reportedly allegedly supposedly purportedly")


def is_outlet(name: str) -> bool:
    """Whether an organisation's name is that of a newspaper, agency or station."""
    return bool(_OUTLETS.search(name))
