"""Reads words as clauses and phrases: which situations they speak of, who stands where in them, and what is asked."""
