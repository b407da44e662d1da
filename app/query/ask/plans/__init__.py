"""Turns readings into plans, plans into SPARQL, and SPARQL into the facts that it finds."""
