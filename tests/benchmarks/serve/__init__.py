"""How fast our server answers SPARQL, beside others on the same data, and what one endless query does to the rest."""
