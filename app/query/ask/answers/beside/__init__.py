"""Looks beside and beyond the facts where none answers, and says in every sentence that it does."""
