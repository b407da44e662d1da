"""A learned reader of relations. It proposes pairs of spans with a score; rules and the grounding gate decide."""
