"""How fast a cluster of two workers is beside one process, and whether a lost worker loses anything."""
