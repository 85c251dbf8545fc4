"""Tables of a town of one's own that cannot be used: each mistake is told with its place and its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.population.intake import own_town
from sim.scenario.own_town import TownFiles, fingerprint
from tests.fixtures_own_town import parquet, refused, sized, town_files


MISTAKES = [
    ("age\n30\n", "benefit (line 1) is missing: the column must be there. Add it; every row must have a value."),
    ("age,benefit,trad\n30,activity_ready,care\n",
     "trad (line 1) is not a column the table can have. Did you mean trade?"),
    ("age,benefit,zzzz\n30,activity_ready,1\n",
     "zzzz (line 1) is not a column the table can have. Delete the column, or see the columns in docs/population.md."),
    ("age,benefit,CPR-nr\n30,activity_ready,1\n",
     "CPR-nr (line 1) looks like something that tells who a person is. Only pseudonyms belong here. Delete the column, "
     "and do not keep the file with results."),
    ("age,benefit,id\n30,activity_ready,010190-1234\n",
     "id (line 2) looks like a civil registration number. Use a running number or another key that says nothing of the "
     "person. The value is left out here on purpose."),
    ('age,benefit\n"30,5",activity_ready\n',
     "age = 30,5 (line 2) must be a number between 18 and 70 (years). Write 30.5 (with a point)."),
    ("age,benefit\n30,5,activity_ready\n",
     "30,5,activity_ready (line 2) cells in the row: 3; in the heading: 2. Write numbers with a point: 0.5, not 0,5."),
    ("age,benefit\n30\n",
     "30 (line 2) cells in the row: 1; in the heading: 2. Each row must have as many cells as the heading, empty ones"),
    ("age,benefit\n" + "30\n" * 9, "30 (line 6) cells in the row: 1; in the heading: 2 (and 4 more rows)."),
    ("age,benefit\r30,activity_ready\r", "The lines end in a way no longer used (CR only). Save the file again with"),
    ("age\tbenefit\n30\tactivity_ready\n",
     "(line 1) The cells are separated by tabs. Save with commas or semicolons between the cells, or save as parquet."),
    ("age;benefit;weeks_on_support\n30,5;activity_ready;1.200\n",
     "weeks_on_support = 1.200 (line 2) must be a number between 0 and 2700 (weeks). Write 1200 without points, or "
     "with a comma if it is a decimal fraction."),
    ("age;benefit\n170,5;activity_ready\n", "age = 170,5 (line 2) must lie between 18 and 70 (years)"),
    ("age;benefit\n30,5;activity_ready;x\n",
     "30,5;activity_ready;x (line 2) cells in the row: 3; in the heading: 2. Each row must have as many cells as the"),
    ("age,benefit\n17,activity_ready\n", "age = 17 (line 2) must lie between 18 and 70 (years)"),
    ("age,benefit,coping\n30,activity_ready,45\n",
     "coping = 45 (line 2) must lie between 0 and 1 (0-1). Write 0.45."),
    ("age,benefit,coping\n30,activity_ready,45%\n",
     "coping = 45% (line 2) must be a number between 0 and 1 (0-1). Write 0.45."),
    ("age,benefit,children\n30,activity_ready,1.5\n", "children = 1.5 (line 2) must be a whole number"),
    ("age,benefit,children\n30,activity_ready,nan\n",
     "children = nan (line 2) must be a number between 0 and 12 (children)"),
    ("age,benefit\n30,Aktivitetsparat\n",
     "benefit = Aktivitetsparat (line 2) must be one of activity_ready, resource_course"),
    ("age,benefit\n30,activity ready\n",
     "benefit = activity ready (line 2) must be one of activity_ready, resource_course. "
     "Did you mean activity_ready?"),
    ("age,benefit,female\n30,activity_ready,kvinde\n", "female = kvinde (line 2) must be true or false"),
    ("age,benefit\n,activity_ready\n", "age (line 2) is empty. Write a value; this column cannot be drawn."),
    ("age,benefit,id\n30,activity_ready,x\n31,activity_ready,x\n",
     "id = x (line 3) stands in an earlier row too. Give each row a name of its own, or delete the column."),
    ("age,age,benefit\n30,30,activity_ready\n", "age (line 1) stands twice in the heading. Keep one of the columns."),
    ("age,benefit\n\n30,activity_ready\n,\n99,activity_ready\n",
     "age = 99 (line 5) must lie between 18 and 70 (years)"),
    ('age,benefit\n"30,activity_ready\n', "A quotation mark is not closed"),
    ("age,benefit\n", "The table has a heading but no rows. Write tables to fill in with: "
     "vendepunkt starter --tables FOLDER"),
    ("", "The file is empty. Write tables to fill in with: vendepunkt starter --tables FOLDER"),
    ("age,benefit,caseworker\n30,activity_ready,a\n",
     "caseworker (line 1) names caseworkers, but there is no table of them. Add caseworkers under [population], or "
     "delete the column."),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_mistakes_are_told_with_line_value_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    said = refused(town_files(tmp_path, citizens=text))
    assert said.startswith("citizens.csv: ")
    assert message in said


def test_all_mistakes_of_all_tables_are_told_at_once(tmp_path: Path) -> None:
    said = refused(town_files(
        tmp_path, citizens="age,benefit,extra\n1,x,1\n" + "2,activity_ready,1\n" * 50,
        firms="sector\nprivat\n", caseworkers="id\na\na\n",
    ))
    assert "citizens.csv: 5 things need attention. Nothing was run." in said
    assert "must lie between 18 and 70 (years) (and 48 more rows)" in said
    assert "sector = privat (line 2) must be one of private, municipal. Did you mean private?" in said
    assert "employees (line 1) is missing" in said
    assert "id = a (line 3) stands in an earlier row too" in said


def test_parquet_tells_rows_and_wrong_types(tmp_path: Path) -> None:
    citizens = parquet(age=[30.0, 12.0], benefit=["activity_ready"] * 2, female=[2, 1], coping=[[1], [2]], id=[1, 1])
    said = refused(town_files(tmp_path, citizens=citizens))
    assert "age = 12.0 in row 2: must lie between 18 and 70 (years)" in said
    assert "female = 2 in row 1: must be true or false" in said
    assert "coping = List(Int64) is a column of a kind that cannot be used. Save it as numbers between 0 and 1" in said
    assert "id = 1 in row 2: stands in an earlier row too" in said


def test_caseworkers_that_are_in_no_table_are_counted(tmp_path: Path) -> None:
    rows = "30,activity_ready,k11\n" * 5
    said = refused(town_files(tmp_path, citizens=f"age,benefit,caseworker\n{rows}", caseworkers="id\nk1\nk2\n"))
    assert "caseworker = k11 (line 2) is not in the caseworkers' table. Did you mean k1?" in said
    assert "caseworker = k11 (line 4) is not in the caseworkers' table (and 2 more rows)." in said


def test_damaged_and_foreign_files(tmp_path: Path) -> None:
    whole = parquet(age=[30.0], benefit=["activity_ready"])
    for content in (whole[:-9], b"PAR1" + b"x" * 40 + b"PAR1", b"age,benefit\n", b"\x89PNG\0"):
        assert "The file is damaged or is not parquet. Save it again" in refused(town_files(tmp_path, citizens=content))
    path = tmp_path / "citizens.csv"
    for content, message in (
        ("age,benefit\n30,activity_ready\n40,ø\n".encode("latin-1"), "(line 3) The file is not saved as UTF-8"),
        ("age,benefit\n".encode("utf-16"), "is not saved as UTF-8"),
        (b"age\0", "it is not text"),
    ):
        path.write_bytes(content)
        files = TownFiles(path.as_posix(), None, None, fingerprint({"citizens": content}))
        assert message in refused(files)
    path.unlink()
    assert refused(files).startswith("citizens.csv: 1 thing needs attention. Nothing was run. does not exist")


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.population.own_tables.MOST_ROWS", 2)
    rows = "30,activity_ready\n" * 3
    said = refused(town_files(tmp_path, citizens=f"age,benefit\n{rows}"))
    assert "The table has 3 rows; 2 at most can be used" in said
    said = refused(town_files(tmp_path, citizens=parquet(age=[30.0] * 3, benefit=["activity_ready"] * 3)))
    assert "The table has 3 rows; 2 at most can be used" in said


def test_a_file_that_changed_since_is_refused(tmp_path: Path) -> None:
    files = town_files(tmp_path, citizens="age,benefit\n30,activity_ready\n")
    Path(files.citizens).write_text("age,benefit\n31,activity_ready\n")
    assert "has changed since the scenario was read" in refused(files)


def test_settings_and_tables_must_ask_for_the_same_town(tmp_path: Path) -> None:
    files = town_files(
        tmp_path, caseworkers="id\na\nb\n",
        citizens="age,benefit\n" + "30,activity_ready\n" * 8 + "32,resource_course\n" * 4,
    )
    said = refused(files)
    assert "Write activity_ready = 8 and resource_course = 4 under [town]. Leave out --citizens" in said
    assert "The table has 2 caseworkers; casework.caseload makes 1." in said
    assert "Write caseload = { start = 6 } under [casework]." in said
    own_town(files, 0, sized(8, 4, 6.0))
