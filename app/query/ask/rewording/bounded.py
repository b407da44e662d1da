"""Puts signs and words that make a number a bound before it: "20 percent or more" is "at least 20 percent"."""

from __future__ import annotations

from app.query.ask.rewording.rewriting import Rule

_SCALE = r"(?:k|m|mn|mm|bn|b|thousand|million|billion|trillion)"
_MONEY = r"(?:dollars?|euros?|pounds?|yen|francs?|kron(?:a|or|er)|rupees?|usd|eur|gbp|jpy|chf|sek|nok|dkk|inr)"
_AMOUNT = (
    rf"(?:(?:[$€£¥]\s?\d[\d.,]*(?:\s?{_SCALE}\b)?|(?:\d[\d.,]*|\w+)\s?{_SCALE}?\s{_MONEY}\b|\d[\d.,]*\s?{_SCALE}\b"
    r"|(?:\d[\d.,]*|\w+)\s?(?:%|per ?cent\b)))"
)
_DEALS = (
    r"(?:deals?|transactions?|acquisitions?|takeovers?|purchases?|buyouts?|mergers?|investments?|rounds?|financings?"
    r"|fundraisings?|stakes?|holdings?|shareholdings?)"
)

BOUNDED: tuple[Rule, ...] = (
    (r"(?<=[\w\s])(?:>=|=>|≥)\s?(?=[$€£¥\d])", r" at least "),
    (r"(?<=[\w\s])(?:<=|=<|≤)\s?(?=[$€£¥\d])", r" at most "),
    (r"(?<=[\w\s])>\s?(?=[$€£¥\d])", r" more than "),
    (r"(?<=[\w\s])<\s?(?=[$€£¥\d])", r" less than "),
    (
        rf"(?<!than )(?<!over )(?<!above )(?<!least )({_AMOUNT})(?:\+| plus\b| (?:or|and) (?:more|above|over|up"
        r"|upwards?|higher|greater|bigger)\b)",
        r"at least \1",
    ),
    (rf"({_AMOUNT}) (?:or|and) (?:less|below|under|lower|smaller)\b", r"at most \1"),
    (
        rf"\b({_DEALS}) (?:that |which )?(?:exceed(?:s|ed)?|top(?:s|ped)?|surpass(?:es|ed)?|pass(?:es|ed)"
        rf"|went over|go over|ran over|broke) (?=(?:the )?{_AMOUNT})(?:the )?",
        r"\1 over ",
    ),
)
