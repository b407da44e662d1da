"""What a verb or a noun says of whom: its arguments by role, read off the dependency tree.

Active, passive, reduced relatives, control, coordination and light verbs all come out as the same roles: `agent`,
`patient`, `attr`, and one role a preposition ("in", "with", "from"). A noun has `poss`, `compound` and its
prepositions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVES = frozenset({"which", "who", "that", "whom"})
_SEVERAL = frozenset({"were", "both", "all", "each", "together", "jointly"})
_VERBAL = frozenset({"VERB", "AUX"})
_MAX_CLIMB = 12
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


def key_of(token: Token) -> str:
    """The lemma, with its particle: "take over", "step down"."""
    if token.n_rights:
        for child in token.rights:
            near = child.i == token.i + 1 and child.lower_ in _PARTICLES
            if child.dep_ == "prt" or (near and child.dep_ in ("advmod", "prep")):
                return f"{lemma(token)} {child.lower_}"
    return lemma(token)


_PARTICLES = frozenset({"over", "down", "up", "out", "away", "off", "aside", "together", "along"})


def lemma(token: Token) -> str:
    """The lemma in lower case; a few that the lemmatiser gets wrong are put right."""
    # Rules ask for lemmas more than for anything else: each word's is worked out once.
    key = (token.lower, token.lemma)
    found = _KNOWN.get(key)
    if found is None:
        if len(_KNOWN) > _MOST_KNOWN:
            _KNOWN.clear()
        found = _KNOWN[key] = _LEMMAS.get(token.lower_) or token.lemma_.lower()
    return found


_KNOWN: dict[tuple[int, int], str] = {}
_MOST_KNOWN = 20_000
_LEMMAS = {
    "hoped": "hope",
    "hopes": "hope",
    "hoping": "hope",
    "founded": "found",
    "founding": "found",
    "co-founded": "co-found",
}


def is_verb(token: Token) -> bool:
    """Whether a token works as a verb."""
    return token.pos_ in _VERBAL or token.tag_ in ("VBN", "VBD", "VBG", "VBZ", "VBP", "VB")


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
    _prepositions(verb, roles)
    for thing in [*roles["patient"], *roles["attr"]]:
        if thing not in subjects:
            _prepositions(thing, roles)
    if not passive and not roles["patient"]:
        roles["patient"].extend(_gap(verb))
    if passive:
        roles["agent"].extend(t for t in roles.get("by", []))
    if not roles["patient"] and not passive:
        roles["patient"].extend(_shared_objects(verb))
    return Frame(verb, dict(roles), passive)


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
    _prepositions(noun, roles)
    if noun.dep_ == "conj" and not roles["poss"] and noun.head.pos_ in ("NOUN", "PROPN"):
        roles["poss"].extend(c for c in noun.head.children if c.dep_ == "poss")
    if noun.dep_ == "appos":
        roles["is"].append(noun.head)
    elif noun.dep_ in ("attr", "oprd") and lemma(noun.head) in ("be", "become", "remain"):
        roles["is"].extend(subjects_of(noun.head))
    governor = governing_verb(noun)
    if governor is not None:
        if lemma(governor) in LIGHT_VERBS:
            # Who "was given a stake" has it.
            received = noun.dep_ == "dobj" or not is_passive(governor)
            roles["subject"].extend(subjects_of(governor) if received else _by(governor))
        # "signed a deal with X for Y": the parser may hang the preposition on the verb.
        for name, tokens in _prepositions(governor, defaultdict(list)).items():
            if all(token.i > noun.i for token in tokens):
                roles["far " + name].extend(tokens)
    return Frame(noun, dict(roles))


def governing_verb(noun: Token) -> Token | None:
    """The verb that a noun is the object, subject complement or prepositional object of."""
    if noun.dep_ in ("dobj", "obj", "attr", "oprd", "dative", "nsubjpass") and is_verb(noun.head):
        return noun.head
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return governing_verb(noun.head)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and is_verb(noun.head.head):
        return noun.head.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what it is done to."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if any(child.dep_ in ("dobj", "nsubj") for child in verb.children):
        return False
    if verb.tag_ in ("VBN", "VBD") and not any(child.dep_ == "aux" for child in verb.children):
        if verb.dep_ in ("acl", "advcl", "amod", "ccomp", "xcomp") or (verb.dep_ == "ROOT" and verb.tag_ == "VBN"):
            return True
        if verb.dep_ == "conj":
            return is_passive(verb.head)
    return False


def subjects_of(verb: Token, depth: int = 0) -> Iterator[Token]:
    """The tokens that a verb's subject stands for, shared and controlled subjects included."""
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if own:
        for subject in own:
            yield antecedent(subject)
        return
    if depth > _MAX_CLIMB:
        return
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head != verb:
        yield from _of_clause(verb, head, depth)
    elif verb.dep_ == "xcomp" and is_verb(head):
        objects = [child for child in head.children if child.dep_ == "dobj"]
        if objects and lemma(head) in _OBJECT_CONTROL:
            yield from objects
        else:
            yield from subjects_of(head, depth + 1)
    elif verb.dep_ in ("conj", "advcl", "ccomp", "dep") and is_verb(head):
        yield from subjects_of(head, depth + 1)
    elif verb.dep_ == "pcomp" and head.dep_ == "prep" and lemma(head.head) in _OBJECT_OF:
        yield from (child for child in head.head.children if child.dep_ == "dobj")
    elif verb.dep_ == "pcomp" and head.dep_ == "prep":
        yield from _subject_above(head.head, depth + 1)
    elif verb.dep_ in ("acl", "xcomp") or (verb.dep_ == "conj" and not is_verb(head)):
        yield from _subject_above(head, depth + 1)


def _of_clause(verb: Token, noun: Token, depth: int) -> Iterator[Token]:
    """The subject of a clause that hangs on a noun: the noun; in "an agreement to buy", whoever agrees."""
    if lemma(noun) in PROJECTS and any(child.lower_ == "to" for child in verb.lefts):
        yield from bearers(noun, depth + 1)
    elif verb.dep_ == "acl" and verb.tag_ == "VB":
        yield from [c for c in noun.children if c.dep_ == "poss"] or _subject_above(noun, depth + 1)
    else:
        yield noun


# "accused X of buying Y": X is who buys.
_OBJECT_OF = frozenset("accuse prevent stop bar ban block discourage suspect keep dissuade".split())
# Nouns whose bearer does what they are about: "X has an agreement to buy Y".
PROJECTS = frozenset(
    """
    agreement deal plan talk negotiation discussion option offer bid proposal intention decision pact contract intent
    move right chance attempt effort ambition desire interest hope paper letter memorandum announcement commitment
    pledge promise term front-runner frontrunner runner favourite favorite race battle fight struggle running
    auction""".split()
)
# Who does this to a project bears it; those who approve, block or receive one do not.
_BEARING = frozenset(
    """
    be have sign strike ink reach agree announce unveil reveal confirm make enter conclude complete hold begin start
    open launch resume restart end break abandon scrap drop cancel terminate pull walk back withdraw exercise finalise
    finalize near negotiate seek win beat take outline detail disclose file submit deny consider weigh mull shelve
    revive renew express set hatch draw consider quit join step lose pursue secure get ditch call clinch
    seal close""".split()
)


def bearers(noun: Token, depth: int = 0) -> Iterator[Token]:
    """Whose plan, deal or talks a noun speaks of: its owner, its maker, or the subject of the verb above it."""
    own = [c for c in noun.children if c.dep_ == "poss"]
    own += [t for p in noun.children if p.dep_ in ("prep", "agent") and p.lower_ == "by" for t in p.children]
    if own:
        yield from own
        return
    token = noun
    for _ in range(_MAX_CLIMB):
        if token.dep_ in ("nsubj", "relcl", "advcl", "ccomp") or token.head == token:
            return
        passive = token.dep_ == "nsubjpass"
        token = token.head
        if is_verb(token):
            if lemma(token) in _BEARING:
                yield from _by(token) if passive else subjects_of(token, depth)
            return


_OBJECT_CONTROL = frozenset(
    """
    ask tell persuade order force allow help let make appoint name hire want require invite urge press push advise
    encourage expect pressure instruct authorise authorize forbid lobby
    """.split()
)


def _subject_above(token: Token, depth: int) -> Iterator[Token]:
    for _ in range(_MAX_CLIMB):
        if is_verb(token):
            yield from subjects_of(token, depth)
            return
        if token.head == token:
            return
        token = token.head


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token itself."""
    if token.lower_ not in _RELATIVES:
        return token
    verb = token.head
    for _ in range(_MAX_CLIMB):
        if verb.dep_ == "relcl":
            return _named_by(_told_apart(verb.head)) if token.lower_ == "that" else _last_before(token, verb.head)
        if verb.head == verb:
            break
        verb = verb.head
    return token


def _last_before(token: Token, noun: Token) -> Token:
    """Of "A and B, who ran X" it is B that did; of all of them only where the verb is in the plural, or "both" did."""
    members = [member for member in coordinated(noun) if member.i < token.i]
    told = [token.head, *token.head.children]
    plural = any(t.lower_ in _SEVERAL or (t.tag_ == "VBP" and t.dep_ != "conj") for t in told)
    return noun if plural or len(members) < 2 else max(members, key=lambda member: member.i)


def _told_apart(noun: Token) -> Token:
    """What a "that" clause tells apart: a name needs none, so in "a unit of X that makes Y" it is the unit."""
    prep = noun.head
    comma = any(t.text == "," for t in noun.doc[noun.i + 1 : noun.i + 2])
    if noun.pos_ != "PROPN" or noun.dep_ != "pobj" or prep.lower_ not in ("of", "at", "within", "inside") or comma:
        return noun
    whole = prep.head
    indefinite = any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in whole.children)
    return whole if whole.pos_ == "NOUN" and indefinite else noun


def _named_by(noun: Token) -> Token:
    """The name that "a unit of X" stands beside: what is said of the unit is not said of X."""
    of = any(child.lower_ in ("of", "at", "within", "inside") for child in noun.children)
    beside = noun.pos_ == "NOUN" and noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    return noun.head if beside and of else noun


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


def _prepositions(head: Token, roles: dict[str, list[Token]]) -> dict[str, list[Token]]:
    pending = [
        (child, 0)
        for child in head.children
        if child.dep_ in ("prep", "agent", "dative", "advmod") or child.pos_ == "ADP"
    ]
    while pending:
        prep, depth = pending.pop(0)
        if prep.pos_ not in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
            continue
        for child in prep.children:
            if child.dep_ in ("pobj", "pcomp"):
                if child.lower_ in _RELATIVES:
                    roles[prep.lower_].append(antecedent(child))
                elif child.dep_ == "pobj":
                    roles[prep.lower_].append(child)
            elif (child.dep_ == "conj" and child.pos_ == "ADP" and depth < 4) or (child.dep_ == "prep" and depth < 4):
                pending.append((child, depth + 1))
    return roles


def _by(verb: Token) -> list[Token]:
    return _prepositions(verb, defaultdict(list)).get("by", [])


def _gap(verb: Token) -> Iterator[Token]:
    """The head of a relative clause whose object it is: "the company that X bought"."""
    if verb.dep_ != "relcl":
        return
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if own and own[0].lower_ not in _RELATIVES:
        yield verb.head


def _shared_objects(verb: Token) -> Iterator[Token]:
    """The object that stands with a later verb of the same coordination: "founded and led X"."""
    for child in verb.children:
        near = child.dep_ == "conj" and is_verb(child) and child.i - verb.i <= 4
        if near and not any(t.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for t in child.children):
            yield from (t for t in child.children if t.dep_ == "dobj")


def coordinated(token: Token) -> list[Token]:
    """A token and those coordinated with it, without what "but not" excludes."""
    members, queue = [token], [token]
    while queue:
        current = queue.pop(0)
        negated = any(child.dep_ == "neg" or child.lower_ == "not" for child in current.children if child.i > current.i)
        for child in current.children:
            if child.dep_ == "conj" and (not is_verb(child) or _is_gerund(child)):
                excluded = negated or any(t.dep_ == "neg" or t.lower_ == "not" for t in child.children)
                # "X by A, and Y by B": Y is none of those that did X.
                gapped = current.head.lower_ == "by" and any(t.lower_ == "by" for t in child.children)
                if excluded or gapped or not _linked(current, child):
                    continue
                members.append(child)
                queue.append(child)
    return members


def _linked(first: Token, second: Token) -> bool:
    """Whether a conjunction joins two tokens, here or further on in the list: a mere comma may be an apposition."""
    between = first.doc[first.i + 1 : second.i]
    if any(token.lower_ in _JOINERS for token in between):
        return True
    return any(child.dep_ in ("cc", "conj") for child in second.children)


_JOINERS = frozenset({"and", "or", "&", "plus", "nor", "well"})


def _is_gerund(token: Token) -> bool:
    """A participle used as a noun: "annotation and machine learning"."""
    return (
        token.tag_ == "VBG"
        and any(c.dep_ == "compound" for c in token.children)
        and not any(c.dep_ in ("aux", "dobj", "nsubj") for c in token.children)
    )
