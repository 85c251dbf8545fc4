"""Outcomes: measures, comparisons and accounts, made from recorded tables alone."""
