"""Puts phrases for what companies are to each other into plain ones: stakes, customers, partners."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule
from app.query.ask.rewording.ventures import VENTURES

TIES: tuple[Rule, ...] = (
    *VENTURES,
    (r"\b(?:counts?|counted|ranks?|numbers?) (?:among|as one of) (?:the )?(?=\w+(?:[ -]\w+)? of\b)", r"is one of the "),
    (
        r"\b(is|are|was|were) (?:part(?:ly|ially)|in part) owned by (whom|who|which \w+)(?=\W*$)",
        r"\1 owned in part by \2",
    ),
    (r"^\W*by (whom|who) ([^?]+?) (?:is|was) (?:part(?:ly|ially)|in part) owned(?=\W*$)", r"who owns part of \2"),
    (
        r"\b(?:that|which|who) (?:has|have|counts?|lists?) ([^?,]+?) (?:as|among) (?:an? |its |their "
        r"|one of its )(?:clients?|customers?|buyers?)(?=\W*$)",
        r"that supply \1",
    ),
    (
        r"\b(?:that|which|who) (?:has|have|counts?|lists?) ([^?,]+?) (?:as|among) (?:an? |its |their "
        r"|one of its )(?:subsidiar(?:y|ies)|units?|daughters?|divisions?)(?=\W*$)",
        r"that owns \1",
    ),
    (
        r"\bprovid(?:e|es|ed|ing) ([^?,]+?) with (?:capital|money|funds|funding|cash|finance|financing)\b",
        r"invested in \1",
    ),
    (
        r"\bwhere (?:did|does|has) ([^?]+?) (?:get|got|obtain|obtained|have) (?:its|their) (?:funding"
        r"|money|capital|cash|financing)(?: from)?(?=\W*$)",
        r"who invested in \1",
    ),
    # stakes
    (r"\b(?:in|into) (?!the )([^?,]+?)(?:['’]s|(?<=s)['’]) (?:hands|possession|ownership)\b", r"held by \1"),
    (
        r"\bwhose (?:stake|share|holding|slice|interest) (?:in|of) (.+?) (?:is|was) (?:bigger|larger|greater"
        r"|higher),? "
        r"(?:that of )?(.+?)(?:['’]s)? or (?:that of )?(.+?)(?:['’]s)?(?=\W*$)",
        r"who owns more of \1, \2 or \3",
    ),
    (r"\b(is|was|are|were) ([^?]+?) (?:part(?:ly|ially)|in part) owned by (.+?)(?=\W*$)", r"does \3 own part of \2"),
    (r"\b(?:owns?|owned|holds?|held|has) (?:the )?most(?: shares)? (?:of|in)\b", r"has the largest stake in"),
    (r"\b(is|are|was|were|lies?|lay) in (?:the )?(?:hands|possession|ownership) of\b", r"is held by"),
    (
        r"\b(owns?|owned|holds?|held|possess(?:es|ed)?|have|has|had) (?:any|some|anything|something|a bit|bits"
        r"|any part"
        r"|any share|any portion|any piece) (?:of|in) (?=[\w])",
        r"\1 part of ",
    ),
    (r"\bwho(?:m)? does ([^?]+?) have as (?:its |their )?(\w+)(?=\W*$)", r"who are \1's \2"),
    (
        r"^\W*(?:from (?:whom|who|(?:which|what) \w+)|who(?:m)?|where) (?:does|do|did) ([^?]+?) (?:get|obtain"
        r"|receive|buy|source|procure|purchase|take|draw) (?:its |their |any )?(?:services|supplies|goods"
        r"|deliveries)(?: from)?(?=\W*$)",
        r"who supplies \1",
    ),
    (
        r"^\W*who(?:m)? ([^?]+?) (?:gets|obtains|receives|buys|sources|procures)"
        r" (?:its |their )?(?:services|supplies|goods) from(?=\W*$)",
        r"who supplies \1",
    ),
    # customers and suppliers: whose they are comes to stand behind them, where the grammar looks for it
    (
        r"^(\W*which \w+) (?:has|have|had|employs?|employed|keeps?|retains?) ((?-i:[A-Z])[^?]*?) as(?! well| of"
        r"| from)"
        r" (?:an? |its |their |the )?([^?]+?)\W*$",
        r"\1 is \2 \3 of",
    ),
    (
        r"\b(which|what|how many) (companies|firms|businesses|organi[sz]ations|groups|startups|banks) "
        r"(?:have|had|has|count|number) (.+?) (?:among|as one of) (?:its|their) (\w+)",
        r"\1 \2 is \3 one of the \4 of",
    ),
    (
        r"\b(los(?:e|es|t|ing)|drop(?:s|ped)?|ke(?:ep|eps|pt)|w(?:in|ins|on)) ([^?]+?) as (?:an? |its |their "
        r"|one of its )"
        r"(?:clients?|customers?|suppliers?|vendors?|partners?|providers?|buyers?)\b",
        r"\1 \2",
    ),
    (
        r"\b(?:whom?|which \w+) (?:does|do|did|can) ([^?]+?) (?:count|number|list|rank) among (?:its|their|his"
        r"|her) (\w+)",
        r"who are \1's \2",
    ),
    (
        r"\b(which|what|how many|who)((?: [\w&.-]+)*?) (?:have|has|had|counts?|counted|numbers?|numbered|lists?"
        r"|boasts?) (.+?)"
        r" (?:as (?:an? |one of (?:its|their|his|her) )|among (?:its|their|his|her|the) )(\w+?)s?(?=\W*$)",
        r"\1\2 is \3 a \4 of",
    ),
    (
        r"\b(?:does|do|did|has|have) ([^?]+?) (?:have|count|number|list|got) ([^?]+?)"
        r" among (?:its|their|his|her|the) (\w+?)s?(?=\W*$)",
        r"is \2 a \3 of \1",
    ),
    (r"\bis it over between\b", r"does the relationship end between"),
)
