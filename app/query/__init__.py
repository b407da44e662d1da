"""Reads the graph: look-ups by noun, SPARQL, and the graph as networkx and as files."""
