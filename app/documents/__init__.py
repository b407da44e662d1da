"""Files in, articles and their readable blocks out, with every offset counted in the raw text."""
