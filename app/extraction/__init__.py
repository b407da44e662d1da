"""Article in, claims out: the engines and the grounding gate that all of them pass."""
