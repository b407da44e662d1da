"""Measurements: how well, how surely and how fast the product does what it is for. `scripts/benchmark` runs them."""
