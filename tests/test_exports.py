"""Exports: worked by hand, consistent with each other, readable by others, and sequenzo measures what we measure."""

from __future__ import annotations

import json
import runpy
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import pyarrow.parquet
import pytest

from sim.doors.cli import answer
from sim.outcomes.dream import dream, dream_code, dream_words, week_names
from sim.outcomes.exports import spell, sts, tse
from sim.outcomes.presences import from_phases
from sim.outcomes.week_codes import WORDS, WeekCodes
from sim.record.schema import NO_CODE, Layer
from sim.vocabulary import Benefit, Cause, EventKind, Phase, Standing, TurningPoint
from sim.views.palette import colour_of
from tests.fixtures_hand import Event, Person, hand_tables
from tests.fixtures_runs import run_folder
from tests.fixtures_tables import synthetic_tables

ROOT = Path(__file__).parents[1]
WHOLE = Person(
    [(Standing.BENEFIT, 3), (Standing.TRAINING, 2), (Standing.PART_TIME, 3)],
    [(Phase.STAGNATION, 4), (Phase.PROGRESSION, 1), (Phase.IN_WORK, 3)],
    [(Benefit.ACTIVITY_READY, 5), (Benefit.NONE, 3)],
)
LATE = Person(
    [(Standing.RESOURCE_COURSE, 1), (Standing.SUPPORT, 2)], [(Phase.SETBACK, 3)], [(Benefit.RESOURCE_COURSE, 3)],
    entry=2, traits={"age": 61.5, "female": True, "benefit_at_start": int(Benefit.RESOURCE_COURSE)},
)
EVENTS = (
    Event(3, 0, EventKind.TURNING_POINT, current=int(TurningPoint.FIRM_OFFER), turned=True),
    Event(4, 0, EventKind.TURNING_POINT, current=int(TurningPoint.RELATION), turned=False),
    Event(5, 1, EventKind.EXITED, previous=int(Standing.SUPPORT), cause=Cause.AGE),
)
TABLES = hand_tables([WHOLE, LATE], 8, EVENTS)


def test_a_week_a_column() -> None:
    found = sts(TABLES, Layer.STANDING)
    assert found.columns == ["id", "seed", "citizen", "age", "female", "benefit", *(f"w{week}" for week in range(1, 9))]
    assert found.row(0)[6:] == (*["benefit"] * 3, *["training"] * 2, *["part_time"] * 3)
    assert found.row(1) == (
        "1-1", 1, 1, 61.5, True, "resource_course", None, None, "resource_course", "support", "support", None, None,
        None,
    )


def test_a_stay_a_row() -> None:
    found = spell(TABLES, Layer.PHASE).select("id", "begin", "end", "status", "open_left", "open_right")
    assert found.rows() == [
        ("1-0", 1, 4, "stagnation", True, False), ("1-0", 5, 5, "progression", False, False),
        ("1-0", 6, 8, "in_work", False, True), ("1-1", 3, 5, "setback", False, False),
    ]


def test_an_event_a_row_and_only_what_turned() -> None:
    assert tse(TABLES, Layer.STANDING).select("id", "time", "event").rows() == [
        ("1-0", 1, "benefit"), ("1-0", 4, "turned_firm_offer"), ("1-0", 4, "training"), ("1-0", 6, "part_time"),
        ("1-1", 3, "resource_course"), ("1-1", 4, "support"),
    ]


def test_weekly_codes_of_the_register_form() -> None:
    found = dream(TABLES, date(2016, 12, 19))
    assert found.columns[2:] == ["y_1651", "y_1652", "y_1701", "y_1702", "y_1703", "y_1704", "y_1705", "y_1706"]
    assert found.row(0)[2:] == (730, 730, 730, 733, 733, 0, 0, 0)
    assert found.row(1)[2:] == (None, None, 810, 815, 815, 998, 998, 998)  # gone at pension age, told ever after


def test_every_code_of_the_register_form_has_a_label_and_its_own_number() -> None:
    words = dream_words()
    made = {dream_code(benefit, standing) for benefit in Benefit for standing in Standing}
    assert made <= set(words)
    assert len({da for da, _ in words.values()}) == len(words)
    assert len(set(week_names(date(2017, 1, 2), 6000))) == 6000


def test_colours_tell_the_words_of_a_layer_apart() -> None:
    for words in WORDS.values():
        assert len({colour_of(word) for word in words}) == len(words)


@pytest.mark.parametrize("layer", Layer)
def test_the_forms_tell_the_same(layer: Layer) -> None:
    tables = synthetic_tables([1, 2], 30, 50)
    wide = sts(tables, layer).drop("seed", "citizen", "age", "female", "benefit")
    by_week = wide.unpivot(index="id", variable_name="week", value_name="status").drop_nulls().with_columns(
        week=pl.col("week").str.slice(1).cast(pl.Int32)).sort("id", "week")
    stays = spell(tables, layer)
    from_stays = stays.select("id", "status", week=pl.int_ranges("begin", pl.col("end") + 1)).explode("week")
    assert by_week.equals(from_stays.select("id", pl.col("week").cast(pl.Int32), "status").sort("id", "week"))
    begun = tse(tables, layer).filter(~pl.col("event").str.starts_with("turned_"))
    assert begun.select("id", begin="time", status="event").equals(stays.select("id", "begin", "status"))


def test_cross_sections_by_hand() -> None:
    codes = WeekCodes.of(TABLES, Layer.PHASE)
    assert codes.counts()[int(Phase.STAGNATION)].tolist() == [1, 1, 1, 1, 0, 0, 0, 0]
    assert codes.shares()[int(Phase.SETBACK)].tolist() == [0, 0, 0.5, 0.5, 0.5, 0, 0, 0]
    assert codes.entropy()[[0, 2]] == pytest.approx([0, np.log(2) / np.log(6)])
    assert codes.mean_time()[int(Phase.SETBACK)] == 1.5
    rates = codes.weekly_rates()
    assert rates[int(Phase.STAGNATION), [int(Phase.STAGNATION), int(Phase.PROGRESSION)]].tolist() == [0.75, 0.25]
    assert np.isnan(rates[int(Phase.DERAILMENT)]).all()


@pytest.mark.parametrize("form", ["sts", "spell", "tse", "dream"])
def test_others_read_what_we_write(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_folder(tmp_path / "run")
    layer = "" if form == "dream" else " --layer benefit"
    assert answer(f"export {tmp_path}/run --format {form}{layer} --out {tmp_path}/x".split(), "en") == 0
    csv, parquet, told = (Path(line) for line in capsys.readouterr().out.splitlines()[1:])
    ours = pl.read_parquet(parquet)
    assert duckdb.read_parquet(str(parquet)).pl().equals(ours)
    assert pl.DataFrame(pyarrow.parquet.read_table(parquet)).equals(ours)  # the reader that R's arrow builds on
    assert pl.read_csv(csv, schema=ours.schema).equals(ours, null_equal=True)
    about = json.loads(told.read_text(encoding="utf-8"))
    assert told.read_text(encoding="utf-8").count("\n") == 1
    assert len(about["alphabet"]) == len(about["labels"]["da"]) == len(about["labels"]["en"])
    if form == "sts":
        assert set(ours["w1"].drop_nulls()) <= set(about["alphabet"])
        assert all(colour.startswith("#") for colour in about["colours"])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # what sequenzo's own libraries say is not ours to mend
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_sequenzo_measures_what_we_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = run_folder(tmp_path / "run").tables()
    assert answer(f"export {tmp_path}/run --layer phase --out {tmp_path}/x".split(), "en") == 0
    monkeypatch.setattr("sys.argv", ["with_sequenzo.py", f"{tmp_path}/x"])
    theirs = runpy.run_path(str(ROOT / "docs/sequences/with_sequenzo.py"))
    all_weeks = WeekCodes.of(tables, Layer.PHASE)
    ours = all_weeks.taken((all_weeks.codes != NO_CODE).all(axis=1))
    assert len(ours.codes) > 20
    known = ours.moves().sum(axis=1) > 0
    assert np.asarray(theirs["rates"])[known] == pytest.approx(ours.weekly_rates()[known])
    each = ours.people.join(from_phases(tables), on=["seed", "citizen"], how="left", maintain_order="left")
    assert theirs["entropy"]["Entropy"].to_numpy() == pytest.approx(each["entropy_phase"].to_numpy())
    assert theirs["turbulence"]["Turbulence"].to_numpy() == pytest.approx(each["turbulence_phase"].to_numpy())


@pytest.mark.parametrize(("line", "said"), [
    ("export nowhere", "does not exist"),
    ("export run --format stss", "Did you mean sts?"),
    ("export run --layer fase", "standing, phase, benefit"),
    ("export run --format dream --layer phase", "does not apply to dream"),
    ("export run --out run/manifest.json", "manifest.json"),
    ("export empty", "no weeks or no citizens"),
])
def test_what_cannot_be_exported_is_refused(
    line: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    run_folder(tmp_path / "run", weeks=5, citizens=3)
    if "empty" in line:
        run_folder(tmp_path / "empty", weeks=5, citizens=0)
    before = sorted(tmp_path.rglob("*"))
    assert answer(line.split(), "en") == 2
    assert said in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
