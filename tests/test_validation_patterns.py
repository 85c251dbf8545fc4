"""The patterns as statistical tests at small size, their arithmetic by hand, and the report they end in."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from sim.doors.cli import answer
from sim.record.schema import TABLES, Layer
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario, catalogue_scenario
from sim.studies.calibration import odense
from sim.studies.calibration.texts_targets import TARGETS
from sim.studies.validation import faces, lives, paths
from sim.studies.validation.findings import above, all_of, below
from sim.studies.validation.indicators import area
from sim.studies.validation.texts_patterns import ASKS
from sim.vocabulary import Benefit, CaseworkerKind, Channel, EventKind, Phase, Standing


def small() -> Scenario:
    return catalogue_scenario().with_values({"town.activity_ready": 160, "town.resource_course": 40}).with_time(
        weeks=120, burn_in_weeks=40)


@pytest.fixture(scope="module")
def place() -> lives.Towns:
    return lives.towns(small(), (1, 2, 3, 4))


def test_judgement_by_hand() -> None:
    sure, unsure = np.array([1.0, 1.1, 0.9, 1.0]), np.array([1.0, -1.0, 0.5, -0.4])
    assert (above(sure, 0.5), below(sure, 0.5), above(unsure, 0.0)) == ("pass", "fail", "inconclusive")
    assert above(np.array([1.0]), 0.0) == "inconclusive"
    assert all_of("pass", "pass") == "pass"
    assert all_of("pass", "inconclusive") == "inconclusive"
    assert all_of("inconclusive", "fail") == "fail"


def test_area_under_the_curve_by_hand() -> None:
    assert area(np.array([1.0, 2.0, 3.0, 4.0]), np.array([0.0, 0.0, 1.0, 1.0])) == 1.0
    assert area(np.array([4.0, 3.0, 2.0, 1.0]), np.array([0.0, 0.0, 1.0, 1.0])) == 0.0
    assert area(np.ones(4), np.array([0.0, 1.0, 0.0, 1.0])) == 0.5
    assert np.isnan(area(np.ones(3), np.zeros(3)))


def test_a_lost_good_caseworker_costs_and_nothing_is_lost_with_the_loss_off() -> None:
    # Few lose a caseworker in a quarter: it takes more towns than the other patterns.
    five, nine = lives.lost_caseworkers(lives.towns(small(), tuple(range(1, 13))))
    assert five.numbers["lost_good"] < 0
    assert five.numbers["lost_good"] < five.numbers["planned"]
    assert nine.status != "fail"
    assert abs(nine.numbers["without_loss"]) < abs(nine.numbers["with_loss"])


@pytest.mark.parametrize("check", [lives.demands_on_the_derailed, lives.identical_caseworkers])
def test_patterns_are_not_refuted_at_small_size(check: lives.Check, place: lives.Towns) -> None:
    assert check(place).status != "fail"


def test_identical_caseworkers_are_identical_from_the_start(place: lives.Towns) -> None:
    posts, alike = place.state.town.posts, lives.of_identical_caseworkers(place).state.town.posts
    filled = alike.filled & (alike.kind == CaseworkerKind.AUTHORITY)
    for trait in ("listening", "drive", "optimism"):
        assert np.ptp(getattr(alike, trait)[filled]) == 0
        assert np.ptp(getattr(posts, trait)[filled]) > 0


def test_faces_of_the_model() -> None:
    found = faces.faces(small(), (5,), weeks=40)
    assert {one.key: one.status for one in found} == {one.key: "pass" for one in found}
    assert all(one.key in ASKS for one in found)


def _tables(spells: pl.DataFrame, events: pl.DataFrame) -> RunTables:
    def filled(name: str, frame: pl.DataFrame) -> pl.DataFrame:
        typed = frame.cast({key: TABLES[name][key] for key in frame.columns})
        return pl.concat([TABLES[name].to_frame(), typed], how="diagonal").with_columns(
            pl.col(pl.Boolean).fill_null(value=False))

    panel = pl.DataFrame({"seed": [1], "week": [27], "group": ["all"]})
    people = pl.DataFrame({"seed": [1], "citizen": [1]})
    return RunTables(filled("citizens", people), filled("spells", spells), filled("events", events),
                     filled("panel", panel))


def test_odense_counts_late_what_is_true_now() -> None:
    code = int(Standing.CLARIFICATION)
    placed = pl.DataFrame({"seed": 1, "citizen": [1, 2, 3, 4], "layer": int(Layer.STANDING), "code": code,
                           "start": [0, 4, 20, 6], "end": [10, 28, 24, 28], "open_left": [True, False, False, False],
                           "open_right": [False, True, False, True]})
    course, granted = int(Benefit.RESOURCE_COURSE), int(Benefit.FLEXJOB_ALLOWANCE)
    benefits = pl.DataFrame({"seed": 1, "citizen": [1, 2, 3, 4], "layer": int(Layer.BENEFIT),
                             "code": [course, course, course, granted], "start": 0, "end": 28, "open_left": True,
                             "open_right": True})  # the fourth is no longer on a course, and is not counted
    spells = pl.concat([placed, benefits], how="vertical_relaxed")
    events = pl.DataFrame({"seed": 1, "week": [4, 20], "citizen": [2, 3], "kind": int(EventKind.PLACEMENT_STARTED),
                           "current": [int(Channel.BROKER), int(Channel.PROVIDER)]})
    at_once, late = (odense.measured(_tables(spells, events), 7, delay) for delay in (0.0, 3.0))
    assert at_once.true[[0, 4, 9, 10, 20, 24, 25]].tolist() == [1, 2, 2, 1, 2, 1, 1]
    assert at_once.counted.tolist() == at_once.true.tolist()
    assert late.counted[0] == 1
    assert late.counted[6] == pytest.approx(1 + 1 - np.exp(-2 / 3))
    assert late.counted[12] == pytest.approx(np.exp(-2 / 3) + 1 - np.exp(-8 / 3))
    books = at_once.values()
    assert (books["mentors"], books["starts"], books["citizens"], books["referred"]) == (1, 1, 1, 7)
    assert odense.shape(np.arange(30.0))["november_december"] == 9


def test_a_markov_chain_has_no_memory_and_alternation_has() -> None:
    luck = np.random.default_rng(2)
    rows = []
    for citizen in range(400):
        week, phase, last = 0, int(Phase.STAGNATION), -1
        while week < 300:
            stay = 1 + int(luck.geometric(0.05))
            rows.append((citizen, phase, week, min(week + stay, 300)))
            week += stay
            away = [int(one) for one in (Phase.PROGRESSION, Phase.SETBACK, Phase.DERAILMENT)]
            phase = int(luck.choice(away)) if phase == int(Phase.STAGNATION) else int(Phase.STAGNATION)
            last = phase
        assert last >= 0
    spells = pl.DataFrame(rows, ["citizen", "code", "start", "end"], orient="row").with_columns(
        seed=1, layer=int(Layer.PHASE), open_left=pl.col("start") == 0, open_right=pl.col("end") == 300)
    tables = _tables(spells, pl.DataFrame({"seed": [1], "citizen": [1], "kind": [0], "week": [0]}))
    found = paths.no_single_path(tables).numbers
    assert found["dwell_stagnation"] == pytest.approx(1.0, abs=0.1)
    assert found["dwell_setback"] == pytest.approx(1.0, abs=0.15)
    assert found["returns"] == pytest.approx(1.0, abs=0.1)


@pytest.mark.slow
def test_the_report_is_written_and_misses_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shipped = Path(__file__).parents[1] / "scenarios"
    assert answer(["validate", str(shipped / "baseline.toml"), "--quick", "--out", str(tmp_path)], "en") == 0
    capsys.readouterr()
    page = (tmp_path / "validation.html").read_text(encoding="utf-8")
    rows = list(csv.DictReader((tmp_path / "validation.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["key"] for row in rows if row["kind"] == "target"} == {
        target.key for target in TARGETS if not target.key.startswith("T14")}
    assert {row["status"] for row in rows if row["kind"] == "check"} <= {"pass", "fail", "inconclusive"}
    assert page.count("<svg") >= 2
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "")
