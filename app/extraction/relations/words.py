"""The words that several rule families share: titles, descriptions, units."""

from __future__ import annotations

from collections.abc import Mapping

# Nouns that are a title by themselves or at the end of one ("chief executive", "deputy finance director").
TITLE_HEADS = (
    "chief executive officer|chief executive|chief of staff|vice[ -]president|vice[ -]chair(?:man|woman|person)?|"
    "president|chair(?:man|woman|person)?|ceo|cfo|cto|coo|cio|cmo|cpo|ciso|evp|svp|vp|md|"
    "managing partner|general partner|general counsel|managing director|executive director|"
    "directors?|head|boss|chief|officers?|managers?|treasurer|secretary|controller|"
    "founding partner|partner|principal|analysts?|economists?|strategists?|"
    "engineers?|scientists?|researchers?|developers?|designers?|architects?|executives?|"
    "advis[eo]rs?|consultants?|counsel|editor(?:-in-chief)?|publisher|producer|"
    "spokes(?:man|woman|person)|lawyers?|attorneys?|professor|dean|provost|chancellor|lecturer|fellow|"
    "governor|commissioner|minister|ambassador|mayor|senator|"
    "leader|lead|supervisor|superintendent|coordinator|administrator|trustee|curator|coach|captain|"
    "buyer|trader|banker|broker|employees?|staffer|physicist|chemist|inventor|programmer|accountant|auditor"
)
_MODIFIER = (
    "chief|executive|senior|junior|deputy|vice|assistant|associate|group|global|regional|international|national|interim|acting|"
    "general|managing|non-executive|finance|financial|operating|operations|technology|technical|information|marketing|data|"
    "product|products|people|legal|human|resources|commercial|investment|portfolio|research|science|scientific|sales|"
    "strategy|strategic|policy|security|compliance|risk|revenue|business|development|communications|content|creative|"
    "medical|supply|chain|software|hardware|engineering|design|digital|innovation|growth|customer|corporate|communications|"
    "public|affairs|relations|editorial|artistic|musical|principal|lead|staff|founding|country|area|district|division|"
    "divisional|departmental|program|programme|project|plant|site|store|brand|privacy|accounting|administrative|academic|"
    "european|asian|american|african|north|south|latin|joint|first|second|top|long-time|longtime|veteran|market|"
    "equity|credit|energy|industry|ai|machine|learning|cloud|platform|quality|safety|transformation|sustainability|diversity|"
    "talent|hr|it|pr|ir|and|&|/|co-"
)
_DEPARTMENT = r"(?:(?:the |its |their )?[\w'&/-]+(?: (?:and|&|for) [\w'&/-]+|, [\w'&/-]+(?=,? and )| [\w'&/-]+){0,4}?)"

_TITLE_BODY = rf"(?:(?:co-)?(?:{_MODIFIER})(?:,? | ?- ?)){{0,5}}?(?:co-|ex-)?(?:{TITLE_HEADS})\b"
_HEAD_OF = rf"(?:{_TITLE_BODY}) (?:of|for) (?:(?!the board)[a-z][\w&'-]*)(?: (?:and|&) [a-z][\w&'-]*| [a-z][\w&'-]*){{0,4}}?"

FRAGMENTS: Mapping[str, str] = {
    "TITLE": rf"(?:{_HEAD_OF}|{_TITLE_BODY} of the (?:board|supervisory board|executive board)|{_TITLE_BODY})",
    "TITLES": rf"(?:{_TITLE_BODY})(?:(?:, | and | & |, and |/)(?:the |its |then )?(?:{_TITLE_BODY}|co-founder|founder)){{0,3}}",
    # Any short noun phrase before a title head, where a possessive already says whose it is.
    "ANYTITLE": rf"(?:(?:co-)?[a-z][\w&/-]*(?:,? | ?- ?)){{0,4}}?(?:co-|ex-)?(?:{TITLE_HEADS})\b(?: (?:of|for) [a-z][\w&'-]*(?: (?:and|&) [a-z][\w&'-]*| [a-z][\w&'-]*){{0,3}}?)?",
    "DESC": r"(?:(?:the|an?|its|his|her|their|fellow|former|old|rival) )?(?:[\w'&.$-]+ ){0,5}?",
    "AGE": r"(?:, \d\d,?)?",
    "FORMER": r"(?:former|formerly|ex-|ex|erstwhile|one-time|onetime|previous|past|then)",
    "NAME": r"(?-i:[A-Z][\w&'.-]*(?: (?:(?:of|and|&|the|for) )?[A-Z][\w&'.-]*){0,5})",
}
