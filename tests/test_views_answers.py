"""What a brief says first: only what holds, in plain words, and what its measures count."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from sim.outcomes.comparison import compare
from sim.outcomes.holding import held, with_knowledge
from sim.outcomes.knowledge import knowledge
from sim.views.amounts import Unit, difference_decimals
from sim.views.answers import answers_lead, answers_of, explained
from sim.views.contrasts import HEADLINES
from sim.views.rows import Band, Row
from sim.views.study import Study
from sim.views.tables import differences
from tests.fixtures_study import synthetic_study

SHOWN = 5


@pytest.fixture(scope="module")
def study() -> Study:
    """Three alternatives, each with more work than the one before."""
    return synthetic_study(seeds=(1, 2, 3, 4, 5, 6), alternatives=3)


def frame(values: list[float]) -> pl.DataFrame:
    return pl.DataFrame({"seed": range(1, len(values) + 1), "group": "all", "measure": "jobs", "value": values},
                        {"seed": pl.Int32, "group": pl.String, "measure": pl.String, "value": pl.Float64})


def test_a_difference_that_turns_with_the_parameter_row_does_not_hold() -> None:
    base, rows = frame([0.0] * 6), {1: 1, 2: 1, 3: 2, 4: 2, 5: 3, 6: 3}
    steady, wavering = frame([5.0, 5.1, 5.2, 5.3, 5.1, 5.2]), frame([0.1, 0.2, 5.0, 5.1, 9.0, 9.1])
    assert compare(base, wavering, rows)["verdict"][0] == "higher", "chance alone cannot explain it"
    found = held(base, wavering, rows)
    assert found["verdict"][0] == "cannot_tell"
    assert found["known_low"][0] < 0 < found["precision_low"][0]
    assert held(base, steady, rows)["verdict"][0] == "higher"
    assert held(base, steady, {})["known_low"][0] is None, "without rows nothing is known of them"


def test_each_measure_names_the_alternatives_that_differ_largest_first(study: Study) -> None:
    lines = {line.label: line.text for line in answers_of(study, SHOWN, "en")}
    weeks = lines["Weeks in ordinary work"]
    assert weeks.startswith("Higher with “Alternative other-2” (+")
    assert weeks.index("other-2") < weeks.index("other-1"), "the larger difference comes first"
    assert "weeks, from\N{NO-BREAK SPACE}+" in weeks
    assert len(lines) == SHOWN


def test_what_may_turn_round_is_not_named_and_the_workbook_says_the_same(study: Study) -> None:
    rows = pl.DataFrame({"measure": ["weeks_job"], "group": ["all"], "rows": [3], "low": [-9.0], "high": [99.0],
                         "between": [1.0], "within": [1.0]})
    unsure = replace(study, knowledge={arm.name: rows for arm in study.others}, accepted_sets=3)
    lines = {line.label: line.text for line in answers_of(unsure, SHOWN, "da")}
    assert lines["Uger i ordinært job"] == "Ingen af de 3 alternativer kan skelnes fra udgangspunktet."
    town = differences(unsure, "en").filter((pl.col("measure") == "weeks_job") & (pl.col("group") == "all"))
    assert set(town["verdict"]) == {"Cannot tell apart"}
    assert set(town["known_low"]) == {-9.0}
    assert "Higher" in set(differences(study, "en")["verdict"])
    assert answers_lead(unsure, "en") != answers_lead(study, "en"), "the brackets hold something else"


def test_knowledge_of_other_measures_changes_nothing(study: Study) -> None:
    compared = study.comparison[study.others[0].name]
    nothing = knowledge(study.base.measures, study.others[0].measures, {})
    for known in (None, nothing):
        assert with_knowledge(compared, known).drop("known_low", "known_high").equals(compared)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_main_measure_is_explained(language: str) -> None:
    lines = explained(SHOWN, "da" if language == "da" else "en")
    assert len({line.text for line in lines}) == min(SHOWN, len(HEADLINES))


def test_more_decimals_are_given_only_where_they_keep_an_end_from_zero() -> None:
    def row(low: float) -> Row:
        return Row("a", "A", 1.0, 1.014, 0.014, Band(low, 0.028), None, "higher")

    assert difference_decimals(row(0.0004), Unit(1.0, "", "")) == 4
    assert difference_decimals(row(0.00003), Unit(1.0, "", "")) == 3, "four would not help, so three do"
    assert difference_decimals(row(0.002), Unit(1.0, "", "")) == 3
