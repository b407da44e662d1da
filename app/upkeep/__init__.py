"""Keeps the derived graphs in step with claims and rulings: the whole at once, or only what a change touches."""
