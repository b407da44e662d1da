"""An article and its claims as quads in the article's own named graph (PROV, Web Annotation), and back.

One article is one graph: ingesting writes it, removing drops it, nothing else ever touches it. There are no blank
nodes: what exists only as part of a claim (a mention, a selector) gets the claim's IRI with a fragment.
"""
