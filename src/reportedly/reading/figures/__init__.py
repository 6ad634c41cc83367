"""How many, of what, by whom: the counts of a report."""
