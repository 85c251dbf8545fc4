"""The shape of a part of the text catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from sim.errors import Text

Wording = Mapping[str, Text]
"""Sentences by key; both languages of a sentence hold the same ``{placeholders}``."""
