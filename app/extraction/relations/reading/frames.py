"""What a verb or a noun says of whom: its arguments by role, read off the dependency tree.

Active, passive, reduced relatives, control, coordination and light verbs all come out as the same roles: `agent`,
`patient`, `attr`, and one role a preposition ("in", "with", "from"). A noun has `poss`, `compound` and its
prepositions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.relations.reading.antecedents import RELATIVE_PRONOUNS, antecedent
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.prepositions import add_prepositions, by_whom
from app.extraction.relations.reading.subjects import is_passive, subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token


# Verbs that lend their subject to the noun they govern: "X has a stake in Y", "X made an investment in Y".
LIGHT_VERBS = frozenset(
    """
    have hold own take make do give get keep enter sign form announce strike forge reach complete close finalise
    finalize conclude undertake launch begin start establish build secure buy acquire purchase sell raise increase boost
    lift cut reduce plan consider agree pursue seek explore end terminate sever expand extend renew deepen strengthen
    deny confirm include involve win land ink develop maintain retain see mark propose unveil declare abandon drop scrap
    negotiate discuss weigh mull eye express voice pay amass accumulate disclose trim pare lower dilute double
    halve""".split()
)


@dataclass(frozen=True)
class Frame:
    """A trigger and the tokens that fill its roles."""

    trigger: Token
    roles: dict[str, list[Token]]
    passive: bool = False

    def get(self, role: str) -> list[Token]:
        """The tokens in a role, nearest first."""
        return self.roles.get(role, [])


def verb_frame(verb: Token) -> Frame:
    """The roles of a verb."""
    # Several families ask for the same verb: its frame is kept with the text that it stands in.
    known: dict[int, Frame] = verb.doc.user_data.setdefault("verb frames", {})
    frame = known.get(verb.i)
    if frame is None:
        frame = known[verb.i] = _verb_frame(verb)
    return frame


def _verb_frame(verb: Token) -> Frame:
    passive = is_passive(verb)
    roles: dict[str, list[Token]] = defaultdict(list)
    subjects = list(subjects_of(verb))
    roles["patient" if passive else "agent"].extend(subjects)
    _objects(verb, roles)
    add_prepositions(verb, roles)
    for thing in [*roles["patient"], *roles["attr"]]:
        if thing not in subjects:
            add_prepositions(thing, roles)
    if not roles.get("from"):
        roles["from"].extend(_beyond_title(roles.get("as", [])))
    if not passive and not roles["patient"]:
        roles["patient"].extend(_gap(verb))
    if passive:
        roles["agent"].extend(t for t in roles.get("by", []))
    if not roles["patient"] and not passive:
        roles["patient"].extend(_shared_objects(verb))
    return Frame(verb, dict(roles), passive)


def _beyond_title(titles: Iterable[Token]) -> Iterator[Token]:
    """Where somebody is from who is hired "as sales chief from X", which the parser hangs on the post."""
    for title in titles:
        for preposition in title.children:
            if preposition.lower_ == "from" and preposition.dep_ == "prep":
                yield from (child for child in preposition.children if child.dep_ == "pobj")


def noun_frame(noun: Token) -> Frame:
    """The roles of a noun: whose it is, what it is of, in, with; and the subject of a light verb above it."""
    roles: dict[str, list[Token]] = defaultdict(list)
    for child in noun.children:
        if child.dep_ == "poss":
            roles["poss"].append(child)
        elif child.dep_ in ("compound", "nmod", "amod", "npadvmod"):
            roles["compound"].append(child)
        elif child.dep_ == "relcl" or child.dep_ == "acl":
            roles["clause"].append(child)
    add_prepositions(noun, roles)
    _beyond_share(roles)
    if noun.dep_ == "conj" and not roles["poss"] and noun.head.pos_ in ("NOUN", "PROPN"):
        roles["poss"].extend(c for c in noun.head.children if c.dep_ == "poss")
    if noun.dep_ == "appos":
        roles["is"].append(noun.head)
    elif noun.dep_ in ("attr", "oprd") and lemma(noun.head) in ("be", "become", "remain"):
        roles["is"].extend(subjects_of(noun.head))
    governor = governing_verb(noun)
    if governor is not None:
        if lemma(governor) in LIGHT_VERBS or key_of(governor) == "set up":
            # Who "was given a stake" has it.
            received = noun.dep_ == "dobj" or not is_passive(governor)
            roles["subject"].extend(subjects_of(governor) if received else by_whom(governor))
        # "signed a deal with X for Y": the parser may hang the preposition on the verb.
        for name, tokens in add_prepositions(governor, defaultdict(list)).items():
            if all(token.i > noun.i for token in tokens):
                roles["far " + name].extend(tokens)
    return Frame(noun, dict(roles))


def _beyond_share(roles: dict[str, list[Token]]) -> None:
    """Adds what hangs on the share of "a stake of 15% in X"."""
    for share in [t for t in roles.get("of", []) if t.lower_ in ("%", "percent", "cent")]:
        add_prepositions(share, roles)


def governing_verb(noun: Token) -> Token | None:
    """The verb that a noun is the object, subject complement or prepositional object of."""
    if noun.dep_ in ("dobj", "obj", "attr", "oprd", "dative", "nsubjpass") and is_verb(noun.head):
        return noun.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return governing_verb(noun.head)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and is_verb(noun.head.head):
        return noun.head.head
    return None


def _objects(verb: Token, roles: dict[str, list[Token]]) -> None:
    for child in verb.children:
        if child.dep_ in ("dobj", "obj"):
            roles["patient"].append(antecedent(child))
        elif child.dep_ in ("attr", "oprd", "acomp"):
            roles["attr"].append(child)
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            roles["to"].append(child)
        elif child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN"):
            roles["attr"].append(child)


def _gap(verb: Token) -> Iterator[Token]:
    """The head of a relative clause whose object it is: "the company that X bought"."""
    if verb.dep_ != "relcl" or any(child.lower_ in ("when", "where") for child in verb.lefts):
        return  # "in 2011, when A and B merged"
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if own and own[0].lower_ not in RELATIVE_PRONOUNS:
        yield verb.head


def _shared_objects(verb: Token) -> Iterator[Token]:
    """The object that stands with a later verb of the same coordination: "founded and led X"."""
    for child in verb.children:
        near = child.dep_ == "conj" and is_verb(child) and child.i - verb.i <= 4
        if near and not any(t.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for t in child.children):
            yield from (t for t in child.children if t.dep_ == "dobj")
