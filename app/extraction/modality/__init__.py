"""How a claim is meant: by whom it is said, how sure, how far it had come, and whether it is denied."""
