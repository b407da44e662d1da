"""The language-model engine: a model reads beside the rules, and what it says passes the same grounding gate."""
