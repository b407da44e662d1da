"""Kinds of question that are answered in a way of their own: comparisons, attribution, disagreement, several parts."""
