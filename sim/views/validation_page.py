"""The validation report: every target and pattern, observed and simulated, hit or missed, with misses explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from sim.views.numbers import THIN, number
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

    @property
    def written(self) -> Written:
        """Its numbers as the page shows them: shares in per cent, and the best row never as the limit it missed."""
        share = self.key not in _PLAIN
        band = _span(self.low, self.high, share=share).replace(".0 to", " to").replace(f".0{THIN}%", f"{THIN}%")
        return Written(
            band, _apart(self, share=share), shown(self.error, share=share),
            "–" if self.accepted is None else _span(self.accepted[0], self.accepted[2], share=share))


@dataclass(frozen=True, slots=True)
class Written:
    """The numbers of a target in words."""

    band: str
    best: str
    error: str
    accepted: str


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

    @property
    def found(self) -> tuple[str, ...]:
        """What it comes to, in a sentence."""
        fitted, others = ([row.status == "hit" for row in self.targets if row.role == role]
                          for role in ("fitted", "reported"))
        answered = [row.status for row in self.checks]
        counts = {status: answered.count(status) for status in ("pass", "inconclusive", "fail")}
        hit = f"{sum(fitted) + sum(others)} of {len(self.targets)} targets lie in their band"
        roles = f"{sum(fitted)} of {len(fitted)} that were fitted, {sum(others)} of {len(others)} that were not"
        answers = f"{counts['pass']} pass, {counts['inconclusive']} cannot be told, {counts['fail']} fail"
        return f"{hit}: {roles}.", f"Of {len(self.checks)} patterns and checks {answers}."


_PLAIN = frozenset(("T2 ratio", "T4 gap", "T4 gained", "T4 lost", "T7 ratio", "C1 hours"))
"""Targets that are no shares: ratios, standardised differences, hours."""

_FINEST = 6
MARKS = {"hit": "✓", "missed": "✗", "unknown": "·", "pass": "✓", "fail": "✗", "inconclusive": "≈"}


def write_validation(report: ValidationReport, place: Path) -> None:
    """Write the report as one HTML file without network.

    Raises:
        ViewError: when it cannot be written.
    """
    content = {"report": report, "marks": MARKS}
    save_text(place, page_html("validation.html", "vendepunkt: validation", content, version("vendepunkt"), "en"))


def shown(value: float | None, *, share: bool = False) -> str:
    """A number with three digits that mean something; a share in per cent."""
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return "–"
    if share:
        return f"{number(100 * value, 1, 'en')}{THIN}%"
    return number(value, 3 if abs(value) < 1 else 2 if abs(value) < 10 else 1, "en")


def _span(low: float, high: float, *, share: bool) -> str:
    first = shown(low, share=share).removesuffix(f"{THIN}%")
    return f"{first} to {shown(high, share=share)}"


def _apart(row: TargetRow, *, share: bool) -> str:
    """The best row's number, with as many digits as part a miss from the limit of its band."""
    plain = shown(row.best, share=share)
    if row.status != "missed" or row.best is None:
        return plain
    if plain not in {shown(row.low, share=share), shown(row.high, share=share)}:
        return plain
    factor, unit = (100, f"{THIN}%") if share else (1, "")
    limits = {round(factor * row.low, _FINEST), round(factor * row.high, _FINEST)}
    digits = next((count for count in range(1, _FINEST) if round(factor * row.best, count) not in limits), _FINEST)
    return f"{number(factor * row.best, digits, 'en')}{unit}"


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
