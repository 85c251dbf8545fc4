"""The validation report's page, from a report made by hand: whole, in the shared shell, and nothing unescaped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sim.views.validation_page import CheckRow, SettingRow, TargetRow, ValidationReport, write_validation

_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>'


def _report() -> ValidationReport:
    hit = TargetRow("T1", "exits <script>", "50 %", 0.38, 0.55, 0.5, 0.004, (0.44, 0.52, 0.59), None, "hit", "fitted",
                    "A", "C23", "")
    missed = TargetRow("T8", "a change", "-22 %", -0.32, -0.1, -0.07, None, None, None, "missed", "reported", "B", "A6",
                       "too weak <b>")
    return ValidationReport(
        lead=("What it was fitted to.",), targets=(hit, missed),
        checks=(CheckRow("5", "a planned handover", "fail", "saved 0.151", "less than claimed"),),
        odense=(("counted", "121", "79 ± 8", "missed"),),
        settings=(SettingRow("person.erosion", "0.05 to 0.5", "0.1 to 0.2", "0.40", "0.55", "90%"),),
        switches=("split: balanced 40%",), pulls=("None that shows.",),
        effects=(("A change", "-7 %", "-2 %", "-5 %"),), limits=("Not everything.",),
        figures=tuple((name, _SVG.format(name)) for name in ("Targets", "Odense", "Learned")), made=("Seeds: 20.",),
    )


def test_the_page_is_whole_and_escaped(tmp_path: Path) -> None:
    write_validation(_report(), tmp_path / "validation.html")
    page = (tmp_path / "validation.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 3
    assert "exits &lt;script&gt;" in page
    assert "too weak &lt;b&gt;" in page
    for said in ("✓ hit", "✗ missed", "✗ fail", "38 to 55\N{NO-BREAK SPACE}%",
                 "44.0 to 59.0\N{NO-BREAK SPACE}%", "79 ± 8", "None that shows.",
                 "Seeds: 20.", "1 of 2 targets lie in their band: 1 of 1 that were fitted, 0 of 1 that were not."):
        assert said in page


def test_a_near_miss_is_never_written_as_the_limit_it_missed() -> None:
    _, missed = _report().targets
    near = replace(missed, key="T6 network", low=0.24, high=0.45, best=0.23997)
    assert near.written.band == "24 to 45\N{NO-BREAK SPACE}%"
    assert near.written.best == "23.997\N{NO-BREAK SPACE}%"
    assert replace(near, status="hit", best=0.24).written.best == "24.0\N{NO-BREAK SPACE}%"
    assert replace(near, key="T2 ratio", low=1.6, high=3.0, best=2.42).written.band == "1.60 to 3.00"



def test_the_page_is_english_without_a_switch_that_would_show_nothing(tmp_path: Path) -> None:
    write_validation(_report(), tmp_path / "validation.html")
    page = (tmp_path / "validation.html").read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert 'id="choose-da"' not in page
