"""Claimgraph: news articles in, a knowledge graph with evidence out."""

from importlib.metadata import version

__version__ = version("claimgraph")
