"""Turning-point attribution: futures with an event and without it, from the snapshot just before (model section 3)."""
