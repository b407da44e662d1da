"""Makes the forms of English verbs and nouns, so that the lexicon need only name the base."""

from __future__ import annotations

import re
from enum import Flag, auto


class Form(Flag):
    """What a form of a verb can be; several hold for "put"."""

    BASE = auto()
    PRESENT = auto()  # third person singular
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()
    NONE = 0


_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
_FINAL_L = re.compile(r"[aeiou][^aeiou]+[aeiou]l$")
_SIBILANT = re.compile(r"(s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")


def verb_forms(entry: str) -> dict[str, Form]:
    """All forms of a verb; irregular ones are written base/past/participle. The first of several words is inflected.

    >>> sorted(verb_forms("leave/left/left"))
    ['leave', 'leaves', 'leaving', 'left']
    >>> sorted(verb_forms("step down"))
    ['step down', 'stepped down', 'stepping down', 'steps down']
    """
    base, *irregular = entry.split("/")
    head, _, rest = base.partition(" ")
    if irregular:
        past, participle = irregular
    else:
        past = participle = f"{_past(head)} {rest}".strip()
    forms: dict[str, Form] = {}
    if not irregular and _FINAL_L.search(head):  # "labelled" beside "labeled"
        forms[f"{head}led {rest}".strip()] = Form.PAST | Form.PARTICIPLE
        forms[f"{head}ling {rest}".strip()] = Form.ING
    for text, form in (
        (base, Form.BASE),
        (f"{plural(head)} {rest}".strip(), Form.PRESENT),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        *((f"{ing} {rest}".strip(), Form.ING) for ing in _ing(head)),
    ):
        forms[text] = forms.get(text, Form.NONE) | form
    return forms


def past_tense(entry: str) -> str:
    """The past form, to be used in a sentence.

    >>> past_tense("leave/left/left"), past_tense("acquire")
    ('left', 'acquired')
    """
    return next(text for text, form in verb_forms(entry).items() if Form.PAST in form)


def noun_forms(entry: str) -> dict[str, bool]:
    """Both numbers of a noun, with whether it is the plural; irregular ones are written singular/plural.

    >>> noun_forms("data vendor")
    {'data vendor': False, 'data vendors': True}
    """
    singular, _, irregular = entry.partition("/")
    *before, last = singular.split(" ")
    many = irregular or " ".join([*before, plural(last)])
    return {many: True, singular: False} if many == singular else {singular: False, many: True}


def plural(word: str) -> str:
    """A noun's plural, which is also a verb's third person.

    >>> plural("company"), plural("business"), plural("firm")
    ('companies', 'businesses', 'firms')
    """
    if word in ("have", "be"):
        return {"have": "has", "be": "is"}[word]
    if _CONSONANT_Y.search(word):
        return _CONSONANT_Y.sub("ies", word)
    return word + ("es" if _SIBILANT.search(word) or word in {"go", "do"} else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if _CONSONANT_Y.search(word):
        return _CONSONANT_Y.sub("ied", word)
    return word + word[-1] + "ed" if _DOUBLED.search(word) else word + "ed"


def _ing(word: str) -> list[str]:
    if word.endswith("ee") or not word.endswith("e"):
        stem = word + word[-1] if _DOUBLED.search(word) else word
        return [stem + "ing"]
    return [word[:-1] + "ing"]
