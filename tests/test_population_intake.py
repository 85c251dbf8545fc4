"""A town of one's own: what is read of it, what is drawn, and that any bytes give a table or a problem."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings as hypothesis_settings
from hypothesis import strategies as st

from sim.errors import PopulationError
from sim.population.fields import FIELDS
from sim.population.intake import own_town, read, template
from sim.population.own_tables import read_sheet
from sim.population.own_values import parse
from sim.population.synthesis import synthesise
from sim.scenario.own_town import TownFiles, fingerprint
from sim.vocabulary import Benefit, Occupation, Problem, Sector
from tests.fixtures_own_town import parquet, sized, town_files


def test_two_columns_are_enough_and_the_rest_is_drawn(tmp_path: Path) -> None:
    files = town_files(tmp_path, citizens="age,benefit\n24.5,activity_ready\n51,resource_course\n40,activity_ready\n")
    settings = sized(2, 1)
    c = synthesise(0, 7, settings, own_town(files, 0, settings)).citizens
    assert np.round(-c.born[:3] / 52.0, 3).tolist() == [24.5, 51.0, 40.0]
    assert c.benefit[:3].tolist() == [Benefit.ACTIVITY_READY, Benefit.RESOURCE_COURSE, Benefit.ACTIVITY_READY]
    assert int(c.present.sum()) == 3
    assert not c.out_of_range()
    other = synthesise(0, 8, settings, own_town(files, 0, settings)).citizens
    assert (c.coping[:3] != other.coping[:3]).all()  # what no table tells differs from seed to seed


def test_a_table_as_the_danish_excel_writes_it_is_the_same_table(tmp_path: Path) -> None:
    plain = ("age,benefit,female,coping,weeks_on_support,id\n24.5,activity_ready,true,0.125,1200,a\n"
             "51,resource_course,,,,\n")
    danish = plain.replace(",", ";").replace(".", ",").replace("true", "SAND")
    (tmp_path / "plain").mkdir()
    (tmp_path / "danish").mkdir()
    one, other = (read(town_files(tmp_path / name, citizens=text)).citizens.columns
                  for name, text in (("plain", plain), ("danish", f"\ufeff{danish}".replace("\n", "\r\n"))))
    assert list(one) == list(other)
    for name, (values, known) in one.items():
        assert values.tolist() == other[name][0].tolist()
        assert known.tolist() == other[name][1].tolist()


def test_known_values_are_kept_and_empty_cells_are_drawn(tmp_path: Path) -> None:
    heading = "age,benefit,female,trade,coping,problem_pain,weeks_on_support,chronic_mental\n"
    rows = "30,activity_ready,true,care,0.25,0.9,520,ja\n31,activity_ready,,,,,,\n"
    files = town_files(tmp_path, citizens=heading + rows)
    settings = sized(2, 0)
    c = synthesise(0, 1, settings, own_town(files, 0, settings)).citizens
    drawn = synthesise(0, 1, settings).citizens
    assert c.female[0]
    assert c.chronic_mental[0]
    assert c.trade[0] == Occupation.CARE
    assert (c.coping[0], c.coping_base[0]) == (0.25, 0.25)
    assert c.problem[Problem.PAIN, 0] == np.float32(0.9)
    assert (c.support_weeks[0], c.benefit_weeks[0], c.jobless_weeks[0]) == (520, 520, 520)
    assert c.trade[1] == drawn.trade[1]
    assert (c.problem_floor <= c.problem).all()


def test_what_is_drawn_is_drawn_for_the_person_as_known(tmp_path: Path) -> None:
    rows = 4000
    citizens = parquet(
        age=np.full(rows, 40.0), benefit=np.full(rows, "activity_ready"), chronic_mental=np.arange(rows) < rows // 2,
    )
    files, settings = town_files(tmp_path, citizens=citizens), sized(rows, 0)
    c = synthesise(0, 1, settings, own_town(files, 0, settings)).citizens
    ill, well = np.arange(rows // 2), np.arange(rows // 2, rows)
    assert c.anxious[ill].mean() > 3 * c.anxious[well].mean()
    assert c.hours_possible[ill].mean() < c.hours_possible[well].mean() - 4
    assert c.problem[Problem.MENTAL, ill].mean() > c.problem[Problem.MENTAL, well].mean() + 0.2


def test_workplaces_and_caseworkers_of_ones_own(tmp_path: Path) -> None:
    files = town_files(
        tmp_path,
        citizens="age,benefit,caseworker\n30,activity_ready,b\n40,activity_ready,a\n" + "50,activity_ready,\n" * 10,
        firms="sector,employees,mentor,inclusion_capacity\nmunicipal,250,leader,0.8\nprivate,4,none,\n",
        caseworkers="id,listening,weeks_in_post\na,0.9,100\nb,0.1,2\n",
    )
    settings = sized(12, 0, 6.0)
    town = synthesise(0, 1, settings, own_town(files, 0, settings))
    assert town.citizens.post[:2].tolist() == [1, 0]
    assert town.posts.listening[:2].tolist() == [np.float32(0.9), np.float32(0.1)]
    assert town.posts.since[:2].tolist() == [-100, -2]
    assert town.firms.sector.tolist() == [Sector.MUNICIPAL, Sector.PRIVATE]
    assert town.firms.mentor.tolist() == [2, 0]
    assert (town.firms.capacity[0], town.firms.capacity_base[0]) == (np.float32(0.8), np.float32(0.8))
    assert town.firms.limit[0] == 6


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_template_is_read_back_as_the_town_it_shows(tmp_path: Path, suffix: str) -> None:
    settings = sized(60, 20)
    paths = template(tmp_path, settings, 5, suffix)  # type: ignore[arg-type]
    assert [path.name for path in paths] == [f"{name}{suffix}" for name in FIELDS]
    contents = {path.stem: path.read_bytes() for path in paths}
    files = TownFiles(*(path.as_posix() for path in paths), fingerprint(contents))
    for name, path in zip(FIELDS, paths, strict=True):
        frame = pl.read_csv(path) if suffix == ".csv" else pl.read_parquet(path)
        assert frame.columns == [field.name for field in FIELDS[name]]
    shown, back = synthesise(0, 5, settings), synthesise(0, 6, settings, own_town(files, 0, settings))
    for table, name in (("citizens", "citizens"), ("firms", "firms"), ("posts", "caseworkers")):
        for field in FIELDS[name]:
            if field.column:
                one, other = (getattr(getattr(town, table), field.column) for town in (shown, back))
                rows = shown.reference_stock if table == "citizens" else one.shape[-1]
                np.testing.assert_array_equal(one[..., :rows], other[..., :rows], err_msg=field.name)
    np.testing.assert_allclose(shown.citizens.born[:80], back.citizens.born[:80], atol=1e-3)
    np.testing.assert_array_equal(shown.citizens.post[:80], back.citizens.post[:80])
    with pytest.raises(PopulationError, match="exists and is not overwritten"):
        template(tmp_path, settings, 5, suffix)  # type: ignore[arg-type]


@given(st.binary(max_size=200))
@hypothesis_settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_table_or_a_problem(content: bytes) -> None:
    for file in ("x.csv", "x.parquet"):
        sheet, problems = read_sheet(file, content)
        assert (sheet is None) == bool(problems)
        if sheet is not None:
            parse(sheet, FIELDS["citizens"])


@given(st.lists(st.lists(st.sampled_from(["30", "0,5", "", "nan", "1e400", "activity_ready", "-", "ø", "true"]),
                         min_size=4, max_size=4), min_size=1, max_size=6))
@hypothesis_settings(max_examples=100, deadline=None)
def test_any_cells_give_values_in_range_or_problems(rows: list[list[str]]) -> None:
    text = "age,benefit,coping,female\n" + "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    sheet, _ = read_sheet("x.csv", text.encode())
    if sheet is None:
        return
    parsed, problems = parse(sheet, FIELDS["citizens"])
    for name, low, high in (("age", 18, 70), ("coping", 0, 1), ("female", 0, 1)):
        values, known = parsed.columns[name]
        assert ((values[known] >= low) & (values[known] <= high)).all()
    bad = sum(cell not in {"", "true", "30", "activity_ready"} for row in rows for cell in row)
    assert problems or not bad


def test_reading_alone_tells_sizes(tmp_path: Path) -> None:
    files = town_files(tmp_path, citizens="age,benefit\n30,activity_ready\n40,resource_course\n")
    assert read(files).sizes == (1, 1)
