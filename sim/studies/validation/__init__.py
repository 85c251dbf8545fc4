"""Validation: targets, patterns, Odense, ablations and faces of the model, each a question that can be answered no."""
