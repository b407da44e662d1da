"""The graph for agents: a server of the Model Context Protocol, whose tools ask what the HTTP interface answers."""
