"""Progress as a person sees it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from sim.doors.meter import Lines, duration, meter, said
from sim.engine.terms import Progress


def test_lines_come_with_news_and_not_too_often(capsys: pytest.CaptureFixture[str]) -> None:
    ticks: Iterator[float] = iter([0.0, 1.0, 20.0, 21.0, 50.0, 80.0])
    lines = Lines("en", lambda: next(ticks))
    for weeks, seeds in ((10, 1), (20, 2), (25, 3), (30, 3), (40, 3)):
        lines.show(Progress(weeks, 40, seeds, 4, 8))
    told = capsys.readouterr().err.splitlines()
    # at 1 s too soon, at 20 s the first, at 21 s too soon, at 50 s the third seed is news, at 80 s nothing new
    assert told == ["2 of 4 seeds (at most 8), about 20 s left", "3 of 4 seeds (at most 8), about 17 s left"]


def test_nothing_is_said_of_a_run_that_is_over_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with meter("da") as watch:
        watch(Progress(0, 0, 0, 1, 1))
        watch(Progress(5, 5, 1, 1, 1))
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with meter("da") as watch:
        watch(Progress(10, 40, 1, 4, 4))
    shown = capsys.readouterr().err
    assert "1 af 4 frø" in shown
    assert "25%" in shown


@pytest.mark.parametrize(("seconds", "da", "en"), [
    (0.2, "1 sek.", "1 s"), (59.6, "60 sek.", "60 s"), (100, "2 min.", "2 min"), (7200, "2 timer", "2 hours"),
])
def test_times_are_no_more_exact_than_they_can_be_known(seconds: float, da: str, en: str) -> None:
    assert (duration(seconds, "da"), duration(seconds, "en")) == (da, en)


def test_the_most_is_told_only_when_it_is_more() -> None:
    assert said(Progress(0, 1, 0, 8, 32), "da") == "0 af 8 frø (højst 32)"
    assert said(Progress(0, 1, 0, 8, 8), "en") == "0 of 8 seeds"
