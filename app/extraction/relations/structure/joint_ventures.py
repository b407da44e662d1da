"""Joint ventures that one sentence tells to be formed and another names: "A and B form a venture. It is called X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Scene, Sentence

_FORM = (
    r"(?:(?:has|have|had|will|would|is|are|to|agreed|plans?|planning|want|wants|also|together|jointly|today|recently|"
    r"on {T}|{T}) )*"
    r"(?P<t>set up|setting up|forms?|formed|forming|creates?|created|creating|establish(?:es|ed|ing)?|"
    r"launch(?:es|ed|ing)?|found(?:ed|ing)?|start(?:s|ed|ing)?)"
)
_VENTURE = (
    r"(?:an?|their|its) (?:(?!(?:of|to|for|with|in)\b)[\w%/-]+ ){0,4}?(?:joint venture|joint company|joint firm|"
    r"venture|JV)"
)
_THING = r"(?:joint venture|joint company|joint firm|venture|JV|alliance)"
_POOL = r"(?P<t>merg(?:e|es|ed|ing)|pool(?:s|ed|ing)?|combin(?:e|es|ed|ing)|join(?:s|ed|ing)?|bundl(?:e|es|ed|ing))"
_PARENTS = {
    "several form": rf"{{O+:s}},? (?:which [^.;,]{{2,40}}, )?{_FORM} {_VENTURE}",
    "both form": rf"{{O:s}},? (?:and|&) (?:the )?{{DESC}}{{O:p}},?(?: which [^.;,]{{2,40}},)? {_FORM} {_VENTURE}",
    "forms with": rf"{{O:s}},? (?:which |that )?{_FORM} {_VENTURE}(?: [^.;,]{{2,40}}?)? with (?:the )?{{DESC}}{{O:p}}",
    "venture of": (
        r"\b(?:an?|the) (?:[\w%/-]+ ){0,3}?(?P<t>joint venture|venture) (?:of|between) (?:the )?{DESC}{O:s} (?:and|"
        r"with) "
        r"(?:the )?{DESC}{O:p}"
    ),
    "pool": (
        rf"{{O:s}} (?:and (?:the )?{{DESC}}{{O:p}} )?(?:(?:will|is|are|to|have|has|agreed) )*{_POOL} [^.;]{{3,60}}?"
        rf"(?:with {{O:p2}}(?:'s)?[^.;]{{0,30}}? )?(?:in|into|to form|to create|creating|forming),? (?:an?|one) "
        rf"(?:[\w-]+ ){{0,2}}?(?:{_THING}|company)"
    ),
}
_IS_CALLED = r"(?:which )?(?:(?:is|will be|to be|was|has been) )?(?:called|named|known as|dubbed|baptised|christened)"
_CALLED = rf"(?:{_IS_CALLED} )?(?:the )?"
_NAMED = {
    "with its name": rf"\b{_THING}(?:(?:[^.;,]{{0,60}}?)?,? {_IS_CALLED})?,?(?: the)? {{O:o}}(?!')",
    "the venture is": (
        rf"(?:^|[;.] )(?:the|this) (?:new |joint )*(?P<t>venture|company|firm|business|entity),? "
        rf"{_CALLED}{{O:o}}(?!')"
    ),
    "it is called": (
        r"(?:^|[;.] )(?:it|the (?:new )?[a-z]+) (?:is|was|will be|is to be) (?P<t>called|named|baptised) {O:o}"
    ),
    "as it is called": r"{O:o}, as (?:it|{O}|the (?:joint )?venture) (?:is|will be|was) (?P<t>called|named|known)",
    "of the result": r"\bthe (?P<t>result|venture|joint company),? (?:called |named )?{O:o}(?!')",
}
_REACH = 2


def joint_ventures(scene: Scene, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each parent as a founder of the venture, which is named with it or in the next sentences."""
    known = {(c.subject.entity, c.object_entity) for c in told if c.relation == "founded"}
    seen: set[int] = set()
    for sentence in scene.sentences:
        if "O2" not in sentence.letters or sentence.is_heading:
            continue
        for _, found in find(sentence, _PARENTS):
            parents = _parents(found)
            if len(parents) < 2 or sentence.index in seen:
                continue
            venture = _venture(scene, found, {p.entity for p in parents})
            if venture is None:
                continue
            seen.add(sentence.index)
            firm, at = venture
            ties = () if at is sentence else (at.span,)
            for parent in parents:
                if (parent.entity, firm.entity) not in known:
                    yield Candidate("founded", "founding", sentence, parent, firm, found.trigger, ties=ties, timed=True)


def _parents(found: Found) -> list[FoundMention]:
    parents = {m.entity: m for group in ("s", "p", "p2") for m in found.mentions(group)}
    letter = found.sentence.scene.letter
    return [m for m in parents.values() if letter(m) == "O"]


def _venture(scene: Scene, found: Found, parents: set[str]) -> tuple[FoundMention, Sentence] | None:
    """The name of the venture, and the sentence that gives it: a name that is told for the first time."""
    here = found.sentence
    after = [s for s in scene.sentences[here.index + 1 : here.index + 1 + _REACH] if not s.is_heading]
    for sentence in (here, *after):
        for name, named in find(sentence, _NAMED):
            if (name == "with its name") is not (sentence is here):
                continue
            firm = named.mentions("o")[0]
            first = all(s.index >= sentence.index for s in scene.sentences if _names(s, firm))
            if firm.entity not in parents and firm.kind is MentionKind.NAME and first:
                return firm, sentence
    return None


def _names(sentence: Sentence, firm: FoundMention) -> bool:
    return any(m.entity == firm.entity for m in sentence.mentions())
