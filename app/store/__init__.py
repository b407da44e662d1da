"""Where quads are kept: one protocol, one module a backend."""
