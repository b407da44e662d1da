"""The words that turn how a situation is meant: modals, negations, verbs and nouns that take it as their content."""

from __future__ import annotations

from app.extraction.lexicon.tables import names, words

POSSIBLE_MODALS = words("may might could")
NEGATIONS = words("not n't never nor no neither hardly n’t 't")
NEGATIVE_PRONOUNS = words("nobody none neither nothing")
PLANNING = words(
    """
    agree plan intend promise pledge commit vow prepare decide schedule opt choose resolve arrange undertake contract
    sign     set due poised ready slate determined bind"""
)
WANTING = words(
    "want hope seek wish try attempt aim bid offer like aspire love threaten strive vie keen eager willing desire wait "
    "urge press push advise encourage lobby pressure"
)
CONSIDERING = words(
    """consider explore mull weigh eye contemplate discuss evaluate study examine negotiate debate ponder think toy look
    propose float approach tempt entertain envisage"""
)
# What one asks of another, who may or may not do it.
DEMANDING = words(
    "demand insist recommend request require ask order instruct tell invite urge call beg implore pressure petition"
)
# Who was made to do it did it.
COMPELLING = words("force compel persuade convince oblige")
EXPECTING = words("expect tip anticipate likely forecast project estimate certain sure bound")
DOUBTING = words(
    "speculate fear worry wonder suspect guess ask question doubt unlikely unclear uncertain "
    "imagine suppose assume pretend"
)
DISCLOSING = words(
    "say comment confirm disclose discuss tell specify reveal state know explain elaborate announce report verify "
    "corroborate substantiate"
)
SUGGESTING = words("suggest hint imply")
DENYING = words(
    "deny refuse reject refute dismiss dispute rebut decline fail cancel scrap abandon drop avoid "
    "rebuff prevent block stop forget neglect cease rescind revoke"
)
DENYING_PHRASES = names("rule out | call off")
BELIEVING = words("believe think feel opine reckon consider argue hold view see regard")
PREDICTING = words("predict forecast foresee bet")
SEEMING = words("seem appear")
PLAN_NOUNS = words(
    "plan proposal agreement deal intention pledge commitment decision pact intent move announcement "
    "promise vow undertaking"
)
TALK_NOUNS = words(
    """
    talk negotiation discussion interest option right bid offer attempt effort chance opportunity ambition hope desire
    call vote demand motion petition request ultimatum pressure
    possibility prospect speculation rumour rumor risk idea suggestion likelihood threat fear question doubt gossip
    worry concern candidate target potential approach"""
)
# What people tell one another: whoever passes it on does not vouch for it.
TALES = words("rumour rumor gossip speculation theory belief myth talk legend suggestion")
# "Lost no time", "made no secret of": nothing of what is told is denied.
IDLE_NOUNS = words("time secret effort expense doubt mistake bone")
DENIAL_NOUNS = words("denial refusal lack absence failure")
HEDGING_ADVERBS = words("possibly perhaps maybe potentially conceivably hypothetically")
LIKELY_ADVERBS = words("probably likely presumably apparently seemingly")
POSSIBLE_ADJECTIVES = words(
    "potential possible rumoured rumored hypothetical eventual prospective would-be likely speculative suggested mooted"
)
PLANNED_ADJECTIVES = words("planned proposed upcoming forthcoming impending future pending intended")
FAILED_ADJECTIVES = words("failed aborted abandoned cancelled canceled unsuccessful scrapped attempted")
ENDED_ADJECTIVES = words("former previous past old erstwhile defunct ex")
# What one managed, began or helped to do is done; any other "to do" is still to come.
# "Stopped using X" speaks of an end, where "stopped X from" is a no.
ENDING = words("stop cease halt discontinue quit end suspend finish")
IMPLICATIVE = words(
    "manage help begin start continue go get come use happen proceed tend appear seem prove turn rush opt"
)
CONDITIONS = words("if unless provided assuming")
PRESUPPOSING_MARKS = words("after when because since while as although though before until once despite whereas")
