"""Cuts words that restrict nothing, so that no rule or phrase has to reckon with them ("who on earth")."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

FILLERS: tuple[Rule, ...] = (
    # what only adds force
    (
        r"\b(who|whom|what|when|where|why|how) (?:on earth|in the world|the hell|the heck|in heaven['’]s name)\b",
        r"\1",
    ),
    (r"\b(who|whom|what|when|where|why|how much) (?:exactly|precisely|actually|really)\b", r"\1"),
    (r"\b(who|whom|what|which \w+) all (?=\w)", r"\1 "),
    (r"\b(who|whom|what|when|where|why|how|(?:which|what|how many|how much) \w+) (?:is|was) it that (?=\w)", r"\1 "),
    (r"\b(?:was|were) it that (?=\w)", r""),
    (
        r"\b(did|does|do|will|would) ([^?]+?) (?:have|need|get) to (?=(?:pay|leave|go|sell|resign|step|quit|invest)\b)",
        r"\1 \2 ",
    ),
    # what says itself that it restricts nothing
    (r",? whether or not [^?,]+(?=\W*$)", r""),
    (r",\s*(?:old|past|former|previous) (?:and|or) (?:new|present|current|existing)(?=\W*$)", r""),
    (r"\b(which|what) (?:several|various) (?=\w+(?:s|people)\b)", r"\1 "),
    (r"\bhow many (?:different|distinct|separate|individual|various|other) ", r"how many "),
    (
        r"^(?!.*\bwhose\b)(\W*(?:how many|which|what) (?:\S+ )+?\S+) (?:is|are|was|were) (?:known|named"
        r"|mentioned|listed)(?: by name| so far)?(?=\W*$)",
        r"\1",
    ),
    # Each gets a row of its own in any answer.
    (r"(?<=\w) each(?=\W*$)", r""),
    (r"\b(half|(?:a )?third|(?:a )?quarter|\d+ ?(?:%|percent|per cent)) of ([^?]+?) each(?=\W*$)", r"\1 of \2"),
    (r"(?<=\w) for good(?=\W*$)", r""),
    (r"\bof all(?: time)?(?=\W*$)", r""),
    (r"\byet(?=\W*$)", r""),
    # how the answer shall look
    (
        r"\b(?:a |the |an )?(?:short|brief|quick|concise|full|complete|little|small|rough) "
        r"(?=(?:profile|summary|overview|rundown|run-down|description|portrait|sketch|outline|introduction)\b)",
        r"",
    ),
    (
        r"(?<=\w)\s*[,.;–—-]+\s*(?:please )?(?:(?:list|name|show|give)(?: (?:them|me))?(?: all| every one)?"
        r"|all of (?:them|it)"
        r"|(?:the )?(?:full|whole|complete) list)(?=\W*$)",
        r"",
    ),
    (r"(?<=\w) in (?:percent|per cent|%)(?=\W*$)", r""),
    # whose it is, where the sentence says that anyway
    (r"\b(?:its|their|his|her) (?=\d+(?:\.\d+)? ?(?:%|percent\b|per cent\b))", r""),
    (r"\b(?:its|their) (?=(?:series \w|seed|pre-seed|angel)\b)", r"the "),
    (r"['’]s (?:confirmed|established|undisputed|definite) (?=\w+s\b)", r"'s "),
    # that a name is asked for
    (r"(?<=\bme )(?:the )?names? of\b", r""),
    (r"\b(?:whose|the) names? (?:is|are) known\b", r""),
    (r"^\W*(?:the )?(?:full )?names? of (?=\w)", r"whichever is "),
    (r"^\W*and (?=(?:the|what|who|how|where|when)\b)", r""),
    (r"\b(?:way )?back in (?=[12]\d{3}\b)", r"in "),
)
