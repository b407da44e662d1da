"""How organisations stand to each other: partnerships, quarrels, grievances, the search for somebody else."""
