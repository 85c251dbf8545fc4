"""The catalogue: every parameter of the model, one section per file."""

from __future__ import annotations
