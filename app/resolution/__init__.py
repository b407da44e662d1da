"""Claims in, entities and facts out: a pure function of what the articles say."""
