"""Lists of deals by size, time and stage: "which deals above 30 million euros were announced in 2025"."""
