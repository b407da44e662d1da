"""Times, durations, amounts and shares as a text states them, never more precise than its words."""
