"""What it costs to keep the facts up to date while the graph grows."""
