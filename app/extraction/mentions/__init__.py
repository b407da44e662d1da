"""What an article names, of what type it is, and everywhere it is spoken of: names, groups, pronouns."""
