"""Puts facts into answers, and says why there is none."""
