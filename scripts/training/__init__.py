"""Trains the learned reader; `scripts/train` runs it."""
