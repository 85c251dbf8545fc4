"""Studies: many runs over a design of settings, kept in one dataset, taken up again where they were interrupted."""
