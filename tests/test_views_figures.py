"""Figures: the same bytes every time, safe whatever they are called, and never lost on empty or thin data."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb

from sim.record.tables import RunTables
from sim.views.figures import LOOKS, short
from sim.views.figures_costs import CostChart, cost_chart
from sim.views.figures_life import life_figure
from sim.views.figures_phases import PhaseChart, phase_chart, spread_chart
from sim.views.figures_rows import RowChart, _levels_and_differences, difference_chart, row_chart
from sim.views.findings import phase_finding
from sim.views.life import life_of, most_eventful
from sim.views.phases_over_time import phase_differences, phase_paths
from sim.views.rows import Band, Row
from sim.vocabulary import Phase
from tests.fixtures_tables import synthetic_tables

_ROWS = (
    Row("a", "Stagnation → progression", 112, 131, 19, Band(14, 24), Band(3, 35), "higher", better=1, heading="Op"),
    Row("b", "$x_1$ <b>&\"'", 61, 63, 2, Band(-1, 5), Band(-9, 13), "cannot_tell", better=1),
    Row("c", "ø" * 200, 80, 70, -10, Band(-14, -6), Band(-20, 1), "lower", better=-1, knowledge=Band(-30, 4)),
    Row("d", "Lille gruppe", None, None, None, None, None, "missing"),
    Row("e", "Ens", 0, 0, 0, Band(0, 0), Band(0, 0), "same"),
)


@pytest.fixture(scope="module")
def tables() -> RunTables:
    return synthetic_tables((1, 2, 3), 60, 120)


def _whole(svg: str) -> ET.Element:
    """Parse a figure as the page's parser would: inline, without namespaces."""
    return ET.fromstring(svg)  # noqa: S314 - we wrote it ourselves


@pytest.mark.parametrize("language", ["da", "en"])
def test_rows_are_the_same_every_time(language: str) -> None:
    chart = RowChart(_ROWS, "niveau", "forskel")
    first = row_chart(chart, "p", "da" if language == "da" else "en")
    assert first == row_chart(chart, "p", "da" if language == "da" else "en")
    root = _whole(first)
    words = [element.text for element in root.iter("text")]
    assert "$x_1$ <b>&\"'" in words
    assert not list(root.iter("b"))
    assert any(word is not None and word.endswith("…") for word in words)


def test_ids_of_two_figures_never_meet() -> None:
    chart = RowChart(_ROWS, "", "")
    first, second = _whole(difference_chart(chart, "one", "da")), _whole(difference_chart(chart, "two", "da"))
    ids = [{element.get("id") for element in root.iter() if element.get("id")} for root in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_rows_without_any_row() -> None:
    assert _whole(row_chart(RowChart((), "", ""), "p", "da")) is not None
    assert _whole(difference_chart(RowChart((), "", ""), "p", "en")) is not None


def test_phases_add_up_and_differ_by_nothing_from_themselves(tables: RunTables) -> None:
    paths = phase_paths(tables.panel)
    assert np.allclose(paths.shares.sum(axis=1), 1)
    gaps = phase_differences(paths, paths)
    assert gaps.pairs == 3
    assert not gaps.mean.any()
    assert "3 gennemkørsler er for få" in phase_finding(paths, paths, gaps, "da")
    level = replace(gaps, pairs=8, run_low=gaps.mean, run_high=gaps.mean)
    assert "kan ikke skelnes" in phase_finding(paths, paths, level, "da")


def test_phases_are_the_same_every_time(tables: RunTables) -> None:
    paths = phase_paths(tables.panel)
    chart = PhaseChart(date(2017, 1, 2), paths, paths, "<base>", "$other$", (0, 52))
    assert phase_chart(chart, "p", "da") == phase_chart(chart, "p", "da")
    assert "&lt;base&gt;" in phase_chart(chart, "p", "da")
    assert _whole(spread_chart(chart, "p", "en")) is not None


def test_phases_of_one_run_and_of_nobody(tables: RunTables) -> None:
    alone = phase_paths(tables.of_seed(1).panel)
    nobody = phase_paths(RunTables.empty().panel)
    for paths in (alone, nobody):
        chart = PhaseChart(date(2017, 1, 2), paths, paths, "a", "b", ())
        assert _whole(phase_chart(chart, "p", "da")) is not None
        assert phase_finding(paths, paths, phase_differences(paths, paths), "da")


def test_every_phase_has_its_own_look() -> None:
    assert set(LOOKS) == set(Phase)
    assert len({look.fill for look in LOOKS.values()}) == len(Phase)
    neighbours = [look.hatch for look in LOOKS.values()]
    dark = [look for look in LOOKS.values() if _grey(look.fill) < 0.35]
    assert len({look.hatch for look in dark}) == len(dark), "on grey paper only the pattern parts them"
    assert all(abs(_grey(look.pattern) - _grey(look.fill)) > 0.3 for look in dark if look.hatch)
    assert all(one != other for one, other in pairwise(neighbours))


def test_costs_with_and_without_years() -> None:
    chart = CostChart(["År 1", "År 2"], {"Kommunen": [2.0, -3.0], "Staten": [0.0, 0.1]}, [2.0, -3.0])
    assert cost_chart(chart, "p", "da") == cost_chart(chart, "p", "da")
    assert _whole(cost_chart(replace(chart, years=[], by_payer={}, running=[]), "p", "da")) is not None


def test_a_cost_that_cannot_be_told_from_zero_is_drawn_hollow() -> None:
    chart = CostChart(["År 1"], {"Kommunen": [2.0]}, [2.0])
    unsure = replace(chart, unsure=frozenset({("Kommunen", 0)}), known=False)
    assert "kan ikke skelnes" not in cost_chart(chart, "p", "da")
    assert "kan ikke skelnes" in cost_chart(unsure, "p", "da")


def test_a_life_line_is_the_same_every_time(tables: RunTables) -> None:
    citizen = most_eventful(tables, 1)
    assert citizen is not None
    life = life_of(tables, citizen, 1)
    first = life_figure(life, date(2017, 1, 2), "kilde", "da")
    assert first == life_figure(life, date(2017, 1, 2), "kilde", "da")
    assert _whole(first.svg) is not None


def test_labels_lose_what_could_hurt() -> None:
    assert short("a\u202eb\x00c\nd\te") == "abc d e"
    assert short("x" * 100, 10) == "x" * 9 + "…"


def test_the_keys_never_stand_on_the_names_of_the_axes() -> None:
    for rows in (_ROWS[:2], _ROWS):  # five keys fit one line; what we do not know makes six
        figure = _levels_and_differences(RowChart(rows, "niveau", "forskel"), "da")
        renderer = FigureCanvasAgg(figure).get_renderer()
        figure.draw(renderer)
        keys = figure.legends[0].get_window_extent(renderer)
        for axes in figure.axes:
            assert axes.xaxis.label.get_window_extent(renderer).y0 >= keys.y1


def _grey(colour: str) -> float:
    """How light a colour is on a sheet without colours, 0 to 1."""
    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue
