"""What is said about differences, ranks, money and the workbook's numbers."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from sim.errors import Text
from sim.outcomes.catalogue import BY_KEY, MEASURES
from sim.scenario.scenario import catalogue_scenario
from sim.views.amounts import difference_words, level_words, measure_label, unit_of
from sim.views.assumptions import all_assumptions, assumptions
from sim.views.changes import change_sentences
from sim.views.contrasts import HEADLINES, headline_rows, relative
from sim.views.money import Grid, break_even, money_grid
from sim.views.ranking import ranks
from sim.views.results import result_of, sure_words
from sim.views.rows import Band, Row, Verdict
from sim.views.study import Study
from sim.views.texts import CATALOGUE
from sim.views.trust import seed_words
from sim.views.workbook import frames_of, workbook_bytes, write_csv
from sim.vocabulary import Language
from tests.fixtures_study import synthetic_study


@pytest.fixture(scope="module")
def study() -> Study:
    return synthetic_study(seeds=(1, 2, 3), alternatives=2)


def _row(verdict: Verdict, low: float, high: float, run: Band | None = None) -> Row:
    middle = (low + high) / 2
    return Row("lasting_job", "Varigt job", 0.2, 0.2 + middle, middle, Band(low, high), run, verdict, better=1, pairs=8)


def test_how_sure_is_said_in_words() -> None:
    both = sure_words(_row("higher", 0.01, 0.02, Band(0.005, 0.03)), "da")
    assert "til det bedre" in both
    assert "enkelt kommune af denne størrelse må regne" in both
    assert "kan det gå den modsatte vej" in sure_words(_row("higher", 0.01, 0.02, Band(-0.01, 0.03)), "da")
    assert sure_words(_row("cannot_tell", -0.01, 0.02), "en").startswith("With 8 runs we do not know")
    assert sure_words(_row("same", 0, 0), "da").startswith("Ændringen berører ikke")
    assert "for få til at sige" in sure_words(replace(_row("higher", 0.01, 0.02, Band(0.005, 0.03)), pairs=7), "da")
    assert "0 i alle kørslerne" in sure_words(replace(_row("same", 0, 0), base=0.0), "da")
    hidden = replace(_row("cannot_tell", 0.01, 0.02), knowledge=Band(-1, 1))
    assert "parametersæt" in sure_words(hidden, "da")


def test_a_result_that_cannot_be_told_shows_no_number_as_its_amount() -> None:
    result = result_of(BY_KEY["lasting_job"], _row("cannot_tell", -0.01, 0.02), "da")
    assert result.amount == "Kan ikke skelnes"
    assert result.tone == "unsure"
    assert result.mark == "≈"


def test_amounts_in_the_units_readers_know() -> None:
    unit = unit_of("share", "da")
    assert level_words(0.213, 0.2, unit, "da") == "21,3\u00a0%"
    assert difference_words(_row("higher", 0.01, 0.02), unit, "da") == "+1,5\u00a0procentpoint"
    assert measure_label(BY_KEY["cost_public"], "da") == "Offentlig udgift pr. borger og år"


def test_every_unit_of_the_catalogue_has_words() -> None:
    units = {measure.unit for measure in MEASURES} - {"share"}
    assert {f"unit.{unit}" for unit in units} <= set(CATALOGUE)


def test_unlike_measures_share_an_axis_only_where_there_is_something_to_divide_by() -> None:
    row = _row("higher", 0.01, 0.03)
    shared = relative(row, "note")
    assert shared is not None
    assert shared.difference == pytest.approx(10)
    assert relative(replace(row, base=0.0), "") is None
    assert relative(replace(row, base=None), "") is None


def test_nobody_is_ranked_who_cannot_be_told_apart(study: Study) -> None:
    measure = next(measure for measure in HEADLINES if measure.better > 0)
    rows = {arm.name: {one.key: row for one, row in headline_rows(study, arm, "da")}[measure.key]
            for arm in study.others}
    first, second = study.others
    twin = replace(study, others=(first, replace(second, measures=first.measures)))
    assert set(ranks(twin, measure, rows).values()) == {None}
    assert set(ranks(study, replace(measure, better=0), rows).values()) == {None}
    for name, rank in ranks(study, measure, rows).items():
        assert rank is None or rows[name].clear


def _grid(verdict: Verdict, yearly: tuple[float, ...]) -> Grid:
    whole = {("municipality", 0): replace(_row(verdict, 0, 0), difference=sum(yearly))}
    years = {("municipality", year): replace(_row("higher", 0, 0), difference=amount)
             for year, amount in enumerate(yearly, start=1)}
    return {**whole, **years}


@pytest.mark.parametrize(("verdict", "yearly", "words"), [
    ("higher", (1.0, 1.0), "ikke tjent hjem"), ("lower", (2.0, -1.0, -2.0), "tjent hjem i år 3"),
    ("lower", (-1.0, -1.0), "allerede fra første år"), ("cannot_tell", (1.0, -1.5), "kan ikke afgøres"),
    ("same", (0.0, 0.0), "ingen forskel"),
])
def test_break_even(verdict: Verdict, yearly: tuple[float, ...], words: str) -> None:
    assert words in break_even(_grid(verdict, yearly), list(range(1, len(yearly) + 1)), "da")


def test_the_public_purse_is_the_sum_of_its_payers(study: Study) -> None:
    grid = money_grid(study.base, study.others[0])
    parts = [grid[payer, 0].difference for payer in ("municipality", "region", "state")]
    assert sum(part for part in parts if part is not None) == pytest.approx(grid["public", 0].difference)


def test_changes_are_said_old_to_new_with_their_date(study: Study) -> None:
    sentences = change_sentences(study.others[0].changes, "da")
    assert "Sager pr. sagsbehandler: fra 82 til 40\u00a0borgere pr. sagsbehandler fra januar 2018." in sentences
    assert "Overlevering: fra sagsakter til overleveringsmøde fra januar 2018." in sentences


def test_shares_are_said_as_per_cent() -> None:
    base = catalogue_scenario()
    changes = base.with_values({"casework.turnover": 0.1}).differences_from(base)
    assert "fra 21\u00a0%" in change_sentences(changes, "da")[0]
    assert "10\u00a0% chance a year" in change_sentences(changes, "en")[0]


def test_assumptions_are_counted_from_the_catalogue() -> None:
    found = assumptions(["casework.handover", "casework.hours", "no.such"], [])
    assert found.total == sum(found.counts.values()) > 100
    assert [one.key for one in found.changed] == ["casework.handover"]
    assert 0 < found.weak_share < 1
    assert len(all_assumptions()) > found.total


def test_seeds_are_written_briefly() -> None:
    assert seed_words([3, 1, 2]) == "1-3"
    assert seed_words([1, 2, 5, 9, 10]) == "1-2, 5, 9-10"
    assert seed_words([]) == ""


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_workbook_holds_every_table(study: Study, language: str) -> None:
    words: Language = "da" if language == "da" else "en"
    content = workbook_bytes(frames_of(study, words), study.base.manifest.created, words)
    assert content == workbook_bytes(frames_of(study, words), study.base.manifest.created, words)
    with zipfile.ZipFile(BytesIO(content)) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        strings = book.read("xl/sharedStrings.xml").decode("utf-8")
    assert len(sheets) == len(frames_of(study, "da")) + 1, "the first sheet says what the others hold"
    assert {"da": "Hvert mål og hver gruppe", "en": "Every measure and group"}[language] in strings


def test_a_title_never_becomes_a_formula(study: Study, tmp_path: Path) -> None:
    arm = replace(study.others[0], title=Text("=1+1", "=1+1"))
    hostile = replace(study, others=(arm,), comparison={arm.name: study.comparison[arm.name]})
    frames = frames_of(hostile, "da")
    with zipfile.ZipFile(BytesIO(workbook_bytes(frames, hostile.base.manifest.created, "da"))) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet for sheet in sheets)
    places = write_csv(frames, tmp_path)
    about = pl.read_csv(tmp_path / "about.csv")
    assert len(places) == len(frames)
    assert about["title"].to_list()[1] == "'=1+1"


def test_a_study_without_alternatives_has_a_workbook(study: Study) -> None:
    frames = frames_of(replace(study, others=(), comparison={}), "en")
    assert workbook_bytes(frames, study.base.manifest.created, "en")
