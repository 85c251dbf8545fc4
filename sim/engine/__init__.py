"""The engine: the week as a table of stages, the town that lives it, and many runs of it at once."""
