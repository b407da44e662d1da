"""The organisation that an article, its opening or the last sentences are about: whose a bare title is."""

from __future__ import annotations

from app.extraction.mentions.arguments import came_from
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.sentences import COMPANIES, Scene, Sentence


def topic_so_far(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The organisation that this sentence up to a bare title, or else the one before, is about: its subject."""
    if candidate.relation not in ("heldRole", "founded") or candidate.sentence.is_heading:
        return None
    here = candidate.sentence
    if ";" in here.text:
        return None
    for sentence in (here, *scene.previous(here, 3 if candidate.relation == "heldRole" else 1)):
        firms = [m for m in firms_in(scene, sentence) if sentence is not here or m.start < candidate.trigger]
        subjects = [m for m in firms if not m.others and is_main_subject(sentence, m)]
        if not firms:
            continue
        # Named first, and of several in the title's own sentence none.
        alone = len({m.entity for m in firms}) == 1 or (sentence is not here and candidate.relation == "heldRole")
        one = len({m.entity for m in subjects}) == 1 and subjects[0] is firms[0] and alone
        return (subjects[0], sentence) if one and _is_told_of(scene, subjects[0], sentence) else None
    return None


def opening_topic(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The organisation that a paragraph opens with, for a bare title of somebody whom the sentence is about.

    It must be the article's first and the only one of the opening, and no other may have been told of since.
    """
    here = candidate.sentence
    lone = " " not in scene.mentions.entity(candidate.subject).name  # as likely a firm
    if candidate.rule != "role: implied" or lone or here.is_heading or not _is_told(here, candidate.subject):
        return None
    opening = next((s for s in scene.sentences if not s.is_heading and firms_in(scene, s)), None)
    if opening is None or opening.index > here.index or opening.passage is not here.passage:
        return None
    firms = [m for m in firms_in(scene, opening) if opening is not here or m.start < candidate.trigger]
    if not firms or len({m.entity for m in firms}) != 1:
        return None
    for sentence in scene.sentences[opening.index + 1 : here.index + 1]:
        for mention in firms_in(scene, sentence):
            if mention.entity != firms[0].entity and (acts(sentence, mention) or _leads(sentence, mention)):
                return None
    return firms[0], opening


def _is_told(sentence: Sentence, person: FoundMention) -> bool:
    """Whether a sentence says of somebody what they did or said: "said P, the chair", "Chairman P resigned"."""
    root = sentence.passage.doc[person.start : person.end].root
    while root.dep_ in ("appos", "compound", "nmod", "conj") and root.head.i != root.i:
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass") and is_verb(root.head)


def acts(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether an organisation is the subject of any clause."""
    root = sentence.passage.doc[mention.start : mention.end].root
    while root.dep_ in ("compound", "conj", "nmod") and root.head.i != root.i:
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass")


def _leads(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a sentence begins with an organisation: "For X it is the second blow"."""
    verb = next((t.i for t in sentence.tokens if is_verb(t) and t.dep_ in ("ROOT", "ccomp")), sentence.end)
    return mention.start < verb


def firms_in(scene: Scene, sentence: Sentence) -> list[FoundMention]:
    """The companies that a sentence names, in its order."""
    return [m for m in sentence.mentions() if scene.type_of(m) in COMPANIES]


def _is_told_of(scene: Scene, topic: FoundMention, sentence: Sentence) -> bool:
    """Whether the article began with the organisation, or names it first of all."""
    for before in scene.sentences[: sentence.index]:
        firms = firms_in(scene, before)
        if firms:
            return firms[0].entity == topic.entity
    return True


def is_main_subject(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a sentence, or what it says that somebody said, is about it: "X has been sold", "X may move, P said"."""
    root = sentence.passage.doc[mention.start : mention.end].root
    if root.dep_ not in ("nsubj", "nsubjpass") or not is_verb(root.head):
        return False
    verb = root.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i)


def main_organization(scene: Scene, sentence: Sentence, trigger: int) -> tuple[FoundMention, Sentence] | None:
    """The one organisation that a bare title can mean: the article's main one, named in or just before the sentence.

    It must be the one that the article's title or opening is about, and the last that was spoken of.
    """
    main = scene.main_company
    if main is None:
        return None
    for near in (sentence, *scene.previous(sentence, 6)):
        named = [m for m in near.mentions() if scene.mentions.entities[m.entity].type in COMPANIES]
        # "P, who came from X, will leave, chief executive Q said": nobody speaks for X.
        firms = {m.entity for m in named if not came_from(near.passage.doc[m.start : m.end].root)}
        # What the sentence before told of another firm may go on here.
        elsewhere = main not in firms and near.index == sentence.index - 1
        if firms - {main} and (near is sentence or elsewhere):
            return None
        for mention in near.mentions():
            # What stands after a title in its own sentence is met, bought or sued by its holder, not led.
            if mention.entity == main and (near is not sentence or mention.start < trigger):
                return mention, near
    return None


def only_organization(scene: Scene, candidate: Candidate) -> tuple[FoundMention, Sentence] | None:
    """The organisation that a bare title means if the article has named no other up to there."""
    # A lone word with a title is as likely a firm: "the pension manager Acme".
    if candidate.relation != "heldRole" or " " not in scene.mentions.entity(candidate.subject).name:
        return None
    found: tuple[FoundMention, Sentence] | None = None
    for sentence in scene.sentences[: candidate.sentence.index + 1]:
        for mention in sentence.mentions():
            if sentence is candidate.sentence and mention.start >= candidate.trigger:
                continue
            kind = scene.mentions.entities[mention.entity].type
            named = kind in COMPANIES
            if mention.others or kind == "Collective" or (found and named and mention.entity != found[0].entity):
                return None
            if named:
                found = mention, sentence
    return None if found is not None and _is_in_passing(*found) else found


def _is_in_passing(mention: FoundMention, sentence: Sentence) -> bool:
    """Whether an article that began without a firm names one only as where somebody is: "P, a curator at X,"."""
    before = sentence.passage.doc[max(sentence.start, mention.start - 2) : mention.start]
    return sentence.index > 0 and any(token.lower_ in ("at", "from") for token in before)
