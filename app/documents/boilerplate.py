"""Lines of a web page that are no part of the article: comment forms, share buttons, newsletters, cookies, rights."""

from __future__ import annotations

import re

# Each must fit the whole line, so that a sentence that only mentions one of these stays.
_WHOLE_LINE = (
    r"(?:leave|post|write|add) a (?:comment|reply)",
    r"(?:\d+ )?comments?(?: \(?\d+\)?)?|no comments(?: yet)?|comments are closed",
    r"(?:scroll|back|go|return) to (?:the )?top",
    r"your e-?mail address will not be published.*",
    r"required fields are marked.*",
    r"save my name, e-?mail,? and website.*",
    r"(?:name|e-?mail|website) ?\*?",
    r"(?:share|tweet|pin|print|e-?mail|save|copy link|like|follow us|reply)(?: (?:this|on|via|with) ?.{0,30})?:?",
    r"(?:share|like) this(?: .{0,20})?:?",
    r"(?:click|tap) (?:here )?to (?:share|print|e-?mail|subscribe|read|continue).*",
    r"(?:please )?(?:subscribe|sign up|register|log in|sign in)(?: now| here| today)?(?: (?:to|for|in)\b.{0,80})?[.!]?",
    r"(?:get|receive) (?:the|our) .{0,60}(?:newsletter|in your inbox).{0,40}",
    r"(?:our |the )?(?:daily |weekly |free )?newsletters?",
    r"(?:all rights reserved|©|\(c\)|copyright ©?).{0,120}",
    r".{0,80}\ball rights reserved\.?",
    r"(?:read (?:more|also|next|the full (?:story|article))|see also|more on this(?: story)?|most read|up next"
    r"|related(?: (?:articles?|posts?|stories|news|reading|topics))?|you may (?:also )?like|recommended(?: for you)?"
    r"|trending(?: now)?)(?::.{0,160})?",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|ad)",
    r"(?:continue reading|load more|show more|skip to (?:main )?content|skip advertisement|jump to navigation)\W{0,3}",
    r"(?:previous|next|older|newer) (?:post|article|story|page)s?\W{0,3}",
    r"(?:this (?:site|website)|we(?: and our partners)?) (?:use|uses) cookies.*",
    r".{0,60}\b(?:accept(?: all)?|manage|reject(?: all)?) cookies\b.{0,40}",
    r"(?:accept|reject)(?: all)?|cookie (?:policy|settings|preferences)",
    r"privacy policy|terms (?:of (?:use|service)|and conditions)",
    r"(?:home|menu|search|close|login|toggle navigation|contact us|about us)",
    r"(?:\d+ )?min(?:ute)?s? read",
    r"(?:image|photo|picture|video)(?: credits?| source)?:.{0,120}",
    r"(?:tags?|filed under|categories|topics|posted in):.{0,160}",
    r"\W{1,40}",
)
_BOILERPLATE = re.compile("|".join(f"(?:{pattern})" for pattern in _WHOLE_LINE), re.IGNORECASE)
_LONGEST = 240


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is page furniture.

    >>> is_boilerplate("Leave a Comment"), is_boilerplate("He declined to leave a comment.")
    (True, False)
    """
    return len(line) <= _LONGEST and _BOILERPLATE.fullmatch(line.strip()) is not None
