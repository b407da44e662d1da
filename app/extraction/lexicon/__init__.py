"""The words and names of news: kinds of company, bodies, units, posts, given names, places."""
