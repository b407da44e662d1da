"""What a sentence leaves to the article: the firm it is about, the pair spoken of, the post told just before."""
