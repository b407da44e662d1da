"""Answers queries from strangers in processes of their own, which read a snapshot and can be killed."""
