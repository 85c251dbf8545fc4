"""Markdown tables from rows of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cell(text: str) -> str:
    """Text as it can stand in a cell."""
    return text.replace("|", "\\|").replace("\n", " ") or "·"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table with its head, and an empty line after it; nothing when there are no rows."""
    body = [f"| {' | '.join(cell(text) for text in row)} |" for row in rows]
    if not body:
        return []
    return [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *body, ""]
