"""The record: what a run leaves behind. The only room that writes results; it knows nothing about how they arose."""
