"""Puts idioms and framing into plainer words: tables of patterns by what they are about, and the order they come in."""
