"""Figures drawn here and elsewhere are the same, and a page does not depend on who drew them."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any

from sim.doors.drawing import easel
from sim.views.easel import HERE, Elsewhere
from sim.views.figures_costs import CostChart, cost_chart

CHART = CostChart(["year 1", "year 2"], {"State": [1.0, -2.5], "Region": [0.5, 0.0]}, [1.0, -1.5])


class Broken(Executor):
    """Hands whose owner was ended by somebody."""

    def submit(self, *_work: Any, **_with: Any) -> Future[Any]:
        """Take the work and never do it."""
        asked: Future[Any] = Future()
        asked.set_exception(BrokenExecutor("gone"))
        return asked


def test_another_process_draws_the_same_figure_into_its_place() -> None:
    with easel(alternatives=7, jobs=2) as elsewhere:
        page = "".join(f"<p>{elsewhere.markup(cost_chart, CHART, name, 'da')}</p>" for name in ("a1-da", "a2-da"))
        assert "<svg" not in page, "a page waits for its figures until it is finished"
        one, two = cost_chart(CHART, "a1-da", "da"), cost_chart(CHART, "a2-da", "da")
        assert elsewhere.finished(page) == f"<p>{one}</p><p>{two}</p>"


def test_where_the_other_process_is_gone_the_figure_is_drawn_here() -> None:
    drawing = Elsewhere(Broken())
    page = drawing.markup(cost_chart, CHART, "a1-en", "en")
    assert drawing.finished(page) == cost_chart(CHART, "a1-en", "en")


def test_a_short_brief_and_a_single_process_need_no_other() -> None:
    for alternatives, jobs in ((1, 8), (7, 1)):
        with easel(alternatives, jobs) as drawing:
            assert drawing is HERE
