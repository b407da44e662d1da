"""Whose "its" is where the verb says that it is not its subject's: hired its founder, bought X from its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COMPANY_NOUNS, HE, ROLE_HEADS, SAYING_VERBS, SHE
from app.extraction.mentions.arguments import subjects_above, verb_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_HIRING = frozenset({"hire", "poach", "recruit", "lure"})
_HOLDERS = frozenset(
    "founder owner co-founder cofounder family parent shareholder management manager leader staff employee".split()
)
_SHARES = frozenset("stake share holding interest half majority minority part".split())
_ADVISING = frozenset("advise counsel represent".split())
_ABOUT = frozenset("on in over about".split())
_DEALING = frozenset("buy acquire purchase take buy_out sell inherit".split())
_ENDS = frozenset("exit departure resignation removal dismissal ouster replacement head ousting".split())
_DEMANDING = frozenset("push call press demand seek want campaign agitate lobby ask urge".split())
_OWN_MODIFIERS = frozenset("first second third new next own inaugural latest".split())


def hiring_verb(token: Token) -> Token | None:
    """The verb of "hired its founder", where "its" is another's; "hired its first engineer" is the firm's own."""
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ not in {"dobj", "appos", "conj"}:
        return None
    hired = token.head
    while hired.dep_ in {"appos", "conj"}:
        hired = hired.head
    verb = hired.head
    own = any(child.lower_ in _OWN_MODIFIERS for child in token.head.children)
    taken = hired.dep_ == "dobj" and verb.lemma_ in _HIRING and not own
    return verb if taken else None


def dealt_with(token: Token) -> Token | None:
    """What is bought "from its founder" or taken over "by its managers": there "its" is the thing, not who deals in it.

    So is whoever somebody advises "on its purchase of Y", and what is bought "from X, which had owned it".

    None where "its" stands elsewhere.
    """
    if token.lower_ == "it":
        return _sold_by(token)
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ != "pobj":
        return None
    above = token.head.head.head
    if token.head.head.lower_ in _ABOUT and above.lemma_ in _ADVISING:
        return next((child for child in above.children if child.dep_ == "dobj" and child.i < token.i), None)
    if token.head.lemma_ not in _HOLDERS:
        return None
    preposition = token.head.head
    verb = verb_of(preposition)
    wanted = {"from": ("dobj",), "by": ("nsubjpass",)}.get(preposition.lower_)
    if wanted is None or verb.lemma_ not in _DEALING:
        return None
    dealt = next((child for child in verb.children if child.dep_ in wanted and child.i < token.i), None)
    if dealt is None or dealt.lemma_ not in _SHARES:
        return dealt
    return next((t for child in dealt.children if child.lower_ in {"in", "of"} for t in child.children), None)


def bought_before(token: Token) -> Token | None:
    """What the sentence before tells to be bought, for "its" in "X bought Y. Its founders stayed": Y's founders."""
    opens = token.lower_ == "its" and token.dep_ == "poss" and bool(token.is_sent_start) and token.i > 0
    if not opens or token.head.lemma_ not in {"founder", "co-founder", "cofounder", "seller"}:
        return None
    verb = token.nbor(-1).sent.root
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return objects[-1] if objects and verb.lemma_ in {"buy", "acquire", "purchase", "swallow"} else None


def _sold_by(token: Token) -> Token | None:
    """What was bought "from X, which had owned it", sold "to X, which wants to close it"."""
    clause = verb_of(token) if token.dep_ == "dobj" else token
    while clause.dep_ in {"xcomp", "conj"}:
        clause = clause.head
    seller = clause.head
    subjects = [child.lower_ for child in clause.children if child.dep_ == "nsubj"]
    if clause.dep_ != "relcl" or not {"which", "who"} & set(subjects) or seller.dep_ not in {"pobj", "appos"}:
        return None
    preposition = (seller.head if seller.dep_ == "appos" else seller).head
    verb = preposition.head
    if verb.dep_ in {"dobj", "appos"}:  # "bought X from Y": the parser may hang "from" on X
        verb = verb.head if verb.dep_ == "dobj" else verb.head.head
    if preposition.lower_ not in {"from", "to"} or verb.lemma_ not in _DEALING:
        return None
    bought = [child for child in verb.children if child.dep_ == "dobj" and child.i < token.i]
    return bought[-1] if bought else None


def presents_speaker(token: Token) -> bool:
    """Whether it is the "its" of "'...', says P, its founder": whose the speaker is, the quotation does not tell.

    So it is in "'...', says its founder, P".
    """
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.dep_ not in ("appos", "nsubj"):
        return False
    person = token.head.head if token.head.dep_ == "appos" else token.head
    saying = person.dep_ == "nsubj" and person.head.lemma_.lower() in SAYING_VERBS
    return saying and person.i > person.head.i


def tells_earlier_post(token: Token) -> bool:
    """Whether it is the firm of "she had been with the bank for years", "he had spent a decade at the group"."""
    preposition = token.head
    verb = preposition.head
    if token.dep_ != "pobj" or preposition.lower_ not in {"with", "at"} or token.pos_ == "PRON":
        return False
    past = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    return past and any(c.dep_ == "nsubj" and c.lower_ in HE | SHE for c in verb.children)


def head_of_clause(token: Token) -> Token | None:
    """The firm of "the maker of lenses, which keeps its present managing director": whose he is, and not the buyer's.

    None where "its" stands elsewhere, or with what may be anybody's: "X, which supplies its plants".
    """
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.lemma_.lower() not in _OWN_PEOPLE:
        return None
    clause = verb_of(token.head)
    while clause.dep_ in {"conj", "xcomp", "advcl"} and clause.head.i < clause.i:
        clause = clause.head
    told = any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"which", "that"} for c in clause.children)
    if clause.dep_ != "relcl" or not told:
        return None
    head = clause.head
    made = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    return made if is_a_firm(made) else head


_OWN_PEOPLE = (ROLE_HEADS - COMPANY_NOUNS) | frozenset(
    "management leadership staff workforce team board name headquarters head".split()
)


def is_a_firm(noun: Token) -> bool:
    """Whether it is a maker, a bank or the like, which is only called what it is."""
    kind = noun.lemma_.lower()
    return noun.pos_ == "NOUN" and (kind in COMPANY_NOUNS or kind.endswith(("maker", "producer")))


def served_by_customer(token: Token) -> Token | None:
    """Whose "its robots" are in "X is the company's biggest customer: its robots are there": its vendor's."""
    if token.lower_ != "its" or token.dep_ != "poss" or token.head.lemma_.lower() in _OWN_PEOPLE | _HOLDERS:
        return None
    for noun in token.doc[token.sent.start : token.i]:
        if noun.dep_ == "attr" and noun.head.lemma_ == "be" and noun.lemma_.lower() in _CUSTOMERS:
            owners = [c for c in noun.children if c.dep_ == "poss"]
            owners += [t for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
            return owners[0] if owners and token not in owners[0].subtree else None
    return None


_CUSTOMERS = frozenset("customer client buyer user dealer distributor importer tester".split())


def leads_with_post(token: Token) -> bool:
    """Whether it is the "its" of "Its managing director, P, said" at the opening of a sentence."""
    opens = token.lower_ == "its" and token.dep_ == "poss" and bool(token.is_sent_start)
    post = token.head
    return opens and post.dep_ == "nsubj" and post.lemma_.lower() in ROLE_HEADS - COMPANY_NOUNS - {"founder"}


def part_acting(token: Token) -> Token | None:
    """The team of "the payments team at X is replacing its supplier": "its" is no more than the team's."""
    if token.lower_ != "its" or token.dep_ != "poss":
        return None
    subjects = subjects_above(verb_of(token.head))
    teams = (s for s in subjects if s.tag_ == "NN" and s.lower_ in _TEAMS and s.i < token.i)
    return next((s for s in teams if any(c.lower_ in {"at", "within", "inside"} for c in s.rights)), None)


_TEAMS = frozenset("team group unit desk department division".split())


def demanding_verb(token: Token) -> Token | None:
    """The verb of "pushed for the exit of its chairman", where "its" is another's than who pushes.

    So it is in "called for a sale of its unit" and "urged X to sell its unit".
    """
    if token.lower_ != "its" or token.dep_ != "poss":
        return None
    if token.head.dep_ == "dobj":
        sold, urged = token.head.head, token.head.head.head
        told = any(c.dep_ == "dobj" for c in urged.children) and sold.dep_ == "xcomp"
        return urged if told and sold.lemma_ in _PARTING_WITH and urged.lemma_ in _URGING else None
    if token.head.dep_ != "pobj":
        return None
    end = token.head.head.head
    verb = verb_of(end)
    if end.lemma_.lower() in _SALES:
        return verb if verb.lemma_ in _URGING else None
    return verb if end.lemma_ in _ENDS and verb.lemma_ in _DEMANDING else None


def demanded_by_holder(token: Token) -> bool:
    """Whether an investor is told to do something about it: "The activist has pushed for a sale of the company"."""
    verbs = [t for t in token.ancestors if t.pos_ in ("VERB", "AUX")]
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in _INVESTORS for verb in verbs for c in verb.children)


_INVESTORS = frozenset("activist investor shareholder fund backer raider financier".split())
_URGING = _DEMANDING - {"seek", "want", "ask"}  # a firm may seek a sale of its own unit
_SALES = frozenset(
    """sale spin-off spinoff spin-out split break-up breakup divestiture divestment disposal separation demerger
    carve-out closure review overhaul""".split()
)
_PARTING_WITH = frozenset("sell spin divest hive carve float list demerge separate close shut dump shed".split())
