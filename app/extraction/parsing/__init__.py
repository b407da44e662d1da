"""From text to parsed passages in which every word knows where it stands in the article."""
