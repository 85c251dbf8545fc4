"""A command typed in, and what came of it."""

from __future__ import annotations

import pytest

from sim.doors.cli import answer
from sim.vocabulary import Language


def typed(line: str, capsys: pytest.CaptureFixture[str], language: Language = "en") -> tuple[int, str, str]:
    """The exit code, and what was written to the two streams."""
    code = answer(line.split(), language)
    said = capsys.readouterr()
    return code, said.out, said.err
