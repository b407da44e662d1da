"""How a sentence is read: its words and names, the roles of a verb or noun, lists, titles, amounts and times."""
