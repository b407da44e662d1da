"""Takes off what askers say of themselves before a question, and puts what stands before it behind it."""

from __future__ import annotations

import re

_BEFORE = r"(?:(?:for|on|at|by|from|to|of|with|under|until|since|as|in|into|out of) )?"
_ASKS = (
    rf"(?=(?:{_BEFORE}(?:whom?|whose|what|which|when|how)|where|why|whether|if|is|are|was|were|do|does|did|has|have|had"
    r"|will|tell|show|list|give|name)\b)"
)
_SELF = r"(?:i|we|my|our|i['’]?m|we['’]?re|i['’]ve|we['’]ve|i['’]d|we['’]d)"
_GREETING = (
    r"(?:\s*(?:hi|hey|hello|hiya|yo|dear \w+|good (?:morning|day|afternoon|evening)|greetings|sorry|excuse me|pardon"
    r"(?: me)?|listen|look|alright|all right|ok|okay|so|well|and|but|now|right)\b[\s,:!.–—-]*)*"
)
_OF_ONESELF = re.compile(
    rf"^{_GREETING}{_SELF}\b(?P<said>[^?:.;!]*?)(?P<end>[:.;!]+\s*|,\s*{_ASKS}|\s+[–—-]+\s*){_ASKS}", re.IGNORECASE
)
_TOPIC = re.compile(r"\b(?:about|on|regarding|concerning|into|covering|of) (?P<topic>(?:the |our )?[^,]*[A-Z][^,]*)$")
_REQUEST = re.compile(
    rf"^{_GREETING}(?:(?:i|we|could|can|would|will|may|might|please|kindly|perhaps|maybe|someone|somebody|anyone|be)\b"
    r"(?-i:[^?:;A-Z]){0,80}?)?\b(?:tell|inform|advise|remind|enlighten|ask|brief|update|let|help|say|state|clarify"
    r"|indicate"
    r"|specify|confirm|establish|check|verify|find out|work out|to know|to learn|to hear|to see|to understand)"
    r"(?: (?:me|us|you|him|her|them|my \w+|our \w+))?(?: know| understand| see)?(?: as to| about| on| of| with)??"
    rf"[\s,:–—-]+{_ASKS}",
    re.IGNORECASE,
)
_PLAIN_START = re.compile(
    rf"^\W*(?:{_BEFORE}(?:whom?|whose|what|which|when|how)|where|why|is|are|was|were|did|does|do|has|have|had)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"^\W*(?:can|could|may|should|shall|do) (?:i|we|one|you) (?:really |safely |now |actually )*"
    r"(?:rely on (?:it|the fact|this)|be (?:sure|certain|confident)|count on (?:it|the fact)|trust(?: it)?|bank on it"
    r"|depend on it|take it(?: as (?:read|fact|given|certain|settled|established|true|gospel)| for granted)?|assume"
    r"|safely say|say (?:for sure|with certainty|for certain)|know for (?:sure|certain|a fact)"
    r"|write (?:as (?:a )?fact)?|state as (?:a )?fact) that\b"
    r"|^\W*(?:(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody) |please |kindly )+confirm that\b"
    r"|^\W*(?:is|would) it (?:be )?(?:safe|fair|right|correct|accurate|ok) to"
    r" (?:say|assume|state|write|report|conclude|claim) that\b"
    r"|^\W*(?:is|was) there (?:anything|something|any truth|some truth|truth|any substance|substance) (?:to|in|behind)"
    r" (?:the|this|that|a) (?:claim|report|story|rumou?r|talk|allegation|suggestion|notion|idea)s? that\b"
    r"|^\W*(?:is it|is there) (?:un(?:disputed|contested|questioned|challenged)"
    r"|indisputable|beyond (?:dispute|doubt|question)"
    r"|common ground|agreed(?: by all| on all sides)?|accepted|common knowledge|a given|a settled matter|a done deal"
    r"|any truth (?:in|to) (?:it|the (?:claim|report|story|rumou?r|talk))|truth in the claim|written in stone) that\b"
    r"|^\W*(?:has|have|did) (?:anyone|anybody|someone|somebody|it|this|any (?:source|article|paper|report|company)s?)"
    r" (?:(?:ever|actually|already|yet|really|been) )*(?:confirm|verif|establish|corroborat|substantiat|prov)\w*"
    r"(?: (?:officially|yet|already))? that\b",
    re.IGNORECASE,
)  # fmt: skip
_CIRCUMSTANCE = re.compile(
    r"^\W*(?P<lead>(?:besides|apart from|aside from|other than|in addition to|except(?: for)?|excluding|not counting"
    r"|leaving aside|beyond|over and above|after|before|since|until|prior to|following|at|in|within|during|as of|by"
    r"|with|from|according to) [^,?]+),\s*(?P<asks>(?:\w+ )?"
    r"(?:whom?|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had)\b[^?]*?)\W*$",
    re.IGNORECASE,
)
_SECOND = re.compile(r",?\s+and (?=(?:\w+ )?(?:whom?|what|which|when|where|why|how)\b)", re.IGNORECASE)
_HOLDS_QUESTION = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)


def opened(question: str) -> str:
    """The question without its asker, and with its circumstances behind it.

    >>> opened("Hello, I am new to this and must find out: who runs Acme?")
    'who runs Acme?'
    >>> opened("Besides Acme, who invested in Pelm?")
    'who invested in Pelm besides Acme'
    >>> opened("Can I rely on it that Acme bought Pelm?")
    'is it certain that Acme bought Pelm?'
    >>> opened("My notes are on Pelm's Series B: who was in it?")
    "Pelm's Series B: who was in it?"
    """
    question = _without_asker(question)
    question = _SURE.sub("is it certain that", question)
    return _with_circumstance_last(question)


def _without_asker(question: str) -> str:
    if found := _OF_ONESELF.match(question):
        said = found["said"]
        topic = _TOPIC.search(said)
        if topic and not _HOLDS_QUESTION.search(said):
            return f"{topic['topic']}: {question[found.end() :]}"
        if not re.search(r"[A-Z]", said.replace(" I ", " ")) and not _HOLDS_QUESTION.search(said):
            return question[found.end() :]
    if not _PLAIN_START.match(question) and (request := _REQUEST.match(question)):
        return question[request.end() :]
    return question


def _with_circumstance_last(question: str) -> str:
    found = _CIRCUMSTANCE.match(question)
    if found is None or _HOLDS_QUESTION.search(found["lead"]):
        return question
    first, *second = _SECOND.split(found["asks"], maxsplit=1)
    joint = f" and {second[0]}" if second else ""
    return f"{first} {found['lead'][:1].lower()}{found['lead'][1:]}{joint}"
