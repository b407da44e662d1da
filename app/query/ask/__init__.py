"""Answers plain questions: words to readings, to plans, to SPARQL, to an answer with its evidence."""

from app.query.ask.ask import ask

__all__ = ["ask"]
