"""Verbs with "co-" before them: "who co-founded X and leads it" has one verb more than its parts say.

Taken apart at the hyphen, the "co" becomes the verb and what follows hangs on whatever comes next. So each is one word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


# What one does with others one does: these have the lemma of the plain verb.
_PLAIN = {
    "found": "found founds founded founding",
    "lead": "lead leads led leading",
    "manage": "manage manages managed managing",
    "head": "headed heading",
    "chair": "chaired chairing",
    "run": "run runs ran running",
    "direct": "directed directing",
}
# These say that there are others: whose partner one is, who own the rest.
_SHARED = {
    "co-own": "own owns owned owning",
    "co-produce": "produce produces produced producing",
    "co-develop": "develop develops developed developing",
    "co-design": "designed designing",
    "co-create": "create creates created creating",
    "co-invest": "invest invests invested investing",
    "co-finance": "finance finances financed financing",
    "co-publish": "publish publishes published publishing",
}
LEMMAS = {
    f"co-{form}": lemma for table in (_PLAIN, _SHARED) for lemma, forms in table.items() for form in forms.split()
}


def name_joint_verbs(doc: Doc) -> Doc:
    """Give these verbs their lemmas, which the lemmatiser does not know."""
    if "o-" in doc.text:
        for token in doc:
            lemma = LEMMAS.get(token.lower_)
            if lemma is not None and token.pos_ == "VERB":
                token.lemma_ = lemma
    return doc
