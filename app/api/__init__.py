"""The graph over HTTP: one file a resource, one table from errors to answers."""
