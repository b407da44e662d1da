"""Claimgraph: a knowledge graph of news in which every fact shows the sentence it came from."""

from importlib.metadata import version

__version__ = version("claimgraph")
