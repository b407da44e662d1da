"""Puts phrases for what companies are to each other into plain ones: stakes, customers, partners."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule
from app.query.ask.rewording.ventures import VENTURES

_PERCENT = r"\d+(?:\.\d+)? ?(?:%|percent|per cent)"

TIES: tuple[Rule, ...] = (
    (r"(?<=['’]s) own (?=(?:stake|shares?|holding|shareholding|interest)\b)", r" "),
    (
        r"\bof the (?:merged|combined|enlarged|united|new|newly merged|joint) (?:company|group|firm|business|entity)"
        r"(?:,| called| named)? (?=(?-i:[A-Z]))",
        r"of ",
    ),
    (
        r"^\W*(?:which|what) (?:takeover|acquisition|purchase|deal|bid|buyout)s? (did|has|does) ([^?,]+?)"
        r" (den(?:y|ied|ies))(?=\W*$)",
        r"which company \1 \2 \3 buying",
    ),
    *VENTURES,
    # people
    (
        r"\bamong (?:those|the people|the ones) (?:who|that) (?:make up|form|constitute|work (?:for|at)|belong to|are"
        r" (?:with|at|in|on|part of)) ",
        r"a member of ",
    ),
    (r"\b(?:do|have) they (?:have |got )([^?,]+?) (on|in|at) (?=(?:the )?\w)", r"is \1 \2 "),
    (
        r"\b(?:does|do|did) ([^?,]+?) count (?:as one of|among) ([^?,]+?)(?:['’]s|(?<=s)['’]) (?:people|staff"
        r"|employees|workers|team|men|women|own)\b",
        r"is \1 an employee of \2",
    ),
    (
        r"\b(is|was) ([^?,]+?) (?:one of|among) ((?-i:[A-Z])[^?,]*?)(?:['’]s|(?<=s)['’]) (?:people|staff|employees"
        r"|workers|team|men|women|own)\b",
        r"\1 \2 an employee of \3",
    ),
    (r"\bowned as an? (?:subsidiary|unit|daughter)\b", r"owned"),
    # parts of a company, by their size
    (r"^\W*of ([^?,]+?), (what|which|how) (\w+) (?=\w)", r"\2 \3 of \1 "),
    (
        r"\b(what|which) (percentage|share|part|portion|stake|slice) of ([^?,]+?) (?:is|are|was|were)"
        r" ([^?,]+?)(?:['’]s|(?<=s)['’])(?=\W*$)",
        r"\1 \2 of \3 is owned by \4",
    ),
    (
        rf"\bwhose (?:is|are|was) (?:the )?({_PERCENT}) (?:stake|share|holding|interest|shareholding|part)s? (?:in"
        rf"|of) ([^?,]+?)(?=\W*$)",
        r"who owns \1 of \2",
    ),
    (
        rf"^\W*(?:the )?({_PERCENT}) (?:stake )?(?:of|in) ([^?,]+?) (?:is|are|lies?|rests?|was|were) (?:in|with)"
        rf" (?:whose (?:hands|possession|ownership)|whom)\W*$",
        r"who owns \1 of \2",
    ),
    (
        rf"^\W*in whose (?:hands|possession) (?:is|are|was|were|lies?|does) (?:the )?({_PERCENT}) (?:stake )?(?:of"
        rf"|in) ([^?,]+?)(?: lie| rest)?\W*$",
        r"who owns \1 of \2",
    ),
    (
        rf"\bby (?:whom|who) (?:is|was|are) ([^?,]+?) owned (?:to|as to|at|up to) ({_PERCENT})(?=\W*$)",
        r"who owns \2 of \1",
    ),
    (rf"^\W*([^?,]+?) (?:is|was) owned (?:to|as to|at|up to) ({_PERCENT}) by (?:whom|who)\W*$", r"who owns \2 of \1"),
    (rf"\b(?:by (?:whom|who) )?([^?,]+?) is owned (?:to|as to|at|up to) ({_PERCENT})(?=\W*$)", r"who owns \2 of \1"),
    (
        rf"\b(which|what) (\w+)(?:['’]s|(?<=s)['’]) (?:stake|share|holding|interest|shareholding) (?:in|of) ([^?,]+?)"
        rf" (?:amounts to|is|comes to|makes up|equals|stands at|was|runs to) ({_PERCENT})(?=\W*$)",
        r"\1 \2 owns \4 of \3",
    ),
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
    (
        r"\b(who|which \w+) (has|had|owns|owned|holds|held) (?:a|the) (?:bigger|larger) (stake|share|holding|part"
        r"|piece|slice)"
        r" (?=(?:in|of)\b(?!.*\b(?:or|than)\b))",
        r"\1 \2 the biggest \3 ",
    ),
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
