"""Claimgraph: news articles in, a knowledge graph with evidence out."""
