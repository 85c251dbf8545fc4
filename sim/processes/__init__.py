"""Processes: one file per domain noun; plain functions on columns, without a clock, a generator, or files."""
