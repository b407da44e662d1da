"""What words may mean: the lexicon, names and values of a graph, times, amounts, and all these over a question."""
