"""The validation report: every target and pattern, observed and simulated, hit or missed, with misses explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from sim.views.page import page_html
from sim.views.saving import save_text


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as the report shows it; numbers on the target's own scale, None where unknown.

    ``low`` and ``high``: the band. ``best``: at the best row, ``error``: its Monte Carlo error. ``accepted``: 5th, 50th
    and 95th percentile over the accepted rows. ``prior``: the same over the prior. ``role``: fitted or reported.
    """

    key: str
    says: str
    observed: str
    low: float
    high: float
    best: float | None
    error: float | None
    accepted: tuple[float, float, float] | None
    prior: tuple[float, float, float] | None
    status: str
    role: str
    grade: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A pattern, ablation or face check: what it says, its status, its numbers in words, and a note."""

    key: str
    says: str
    status: str
    numbers: str
    note: str


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A fitted setting: prior range, accepted range, how much was learned, how well it is recovered."""

    key: str
    prior: str
    accepted: str
    learned: str
    error: str
    covered: str


@dataclass(frozen=True)
class ValidationReport:
    """All that the page shows. ``figures``: titles and SVG. ``lead``: paragraphs at the top."""

    lead: tuple[str, ...]
    targets: tuple[TargetRow, ...]
    checks: tuple[CheckRow, ...]
    odense: tuple[tuple[str, str, str, str], ...]
    settings: tuple[SettingRow, ...]
    switches: tuple[str, ...]
    pulls: tuple[str, ...]
    effects: tuple[tuple[str, str, str, str], ...]
    limits: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    made: tuple[str, ...]


MARKS = {"hit": "✓", "missed": "✗", "unknown": "·", "pass": "✓", "fail": "✗", "inconclusive": "≈"}


def write_validation(report: ValidationReport, place: Path) -> None:
    """Write the report as one HTML file without network.

    Raises:
        ViewError: when it cannot be written.
    """
    content = {"report": report, "marks": MARKS, "number": shown}
    save_text(place, page_html("validation.html", "vendepunkt: validation", content, version("vendepunkt"), "en"))


def shown(value: float | None) -> str:
    """A number with three digits that mean something."""
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return "–"
    return f"{value:.3f}" if abs(value) < 1 else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"


def table_rows(report: ValidationReport) -> list[Sequence[object]]:
    """The same as a flat table, its heading first."""
    rows: list[Sequence[object]] = [("kind", "key", "says", "observed", "low", "high", "best_row", "monte_carlo_error",
                                     "accepted_5", "accepted_50", "accepted_95", "status", "role", "grade", "source",
                                     "note")]
    for one in report.targets:
        span = one.accepted or (None, None, None)
        rows.append(("target", one.key, one.says, one.observed, one.low, one.high, _cell(one.best), _cell(one.error),
                     *(_cell(number) for number in span), one.status, one.role, one.grade, one.source, one.note))
    empty = ("",) * 4
    rows += [("check", one.key, one.says, "", "", "", one.numbers, *empty, one.status, "", "", "", one.note)
             for one in report.checks]
    rows += [("odense", "T14", what, source, "", "", simulated, *empty, status, "", "D", "S1", "")
             for what, source, simulated, status in report.odense]
    return rows


def _cell(value: float | None) -> str:
    return "" if value is None or value != value else f"{value:.5g}"  # noqa: PLR0124
