"""A town of one's own: what is read, what is refused and in which words, and that it reaches the run."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings as hypothesis_settings
from hypothesis import strategies as st

from sim.doors.loading import scenarios
from sim.engine.run import begin, simulate
from sim.errors import PopulationError, ScenarioError
from sim.population.fields import FIELDS
from sim.population.intake import own_town, read, template
from sim.population.own_tables import read_sheet
from sim.population.own_values import parse
from sim.population.synthesis import synthesise
from sim.scenario.own_town import TownFiles, content_of, fingerprint
from sim.scenario.scenario import Scenario, load, load_text
from sim.scenario.settings import Settings
from sim.vocabulary import Benefit, Occupation, Problem, Sector

SMALL = "[time]\nweeks = 4\nburn_in_weeks = 0\n"


def town_files(folder: Path, **contents: str | bytes) -> TownFiles:
    """The files of a town, written from their contents by table (CSV for text, parquet for bytes)."""
    paths: dict[str, str | None] = dict.fromkeys(("citizens", "firms", "caseworkers"))
    for name, content in contents.items():
        path = folder / f"{name}{'.csv' if isinstance(content, str) else '.parquet'}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        paths[name] = path.as_posix()
    known = {name: content_of(Path(path)) for name, path in paths.items() if path is not None}
    return TownFiles(str(paths["citizens"]), paths["firms"], paths["caseworkers"], fingerprint(known))


def parquet(**columns: object) -> bytes:
    buffer = io.BytesIO()
    pl.DataFrame(columns).write_parquet(buffer)
    return buffer.getvalue()


def sized(ready: int, course: int, caseload: float = 82.0) -> Settings:
    """The catalogue's settings for a town of another size."""
    text = f"[town]\nactivity_ready = {ready}\nresource_course = {course}\n[casework]\ncaseload = {caseload}\n"
    return load_text(text, "sized").settings_at(0)


def refused(files: TownFiles, settings: Settings | None = None) -> str:
    """The message about the tables in English on one line, without the folder."""
    with pytest.raises(PopulationError) as caught:
        own_town(files, 0, sized(1, 0) if settings is None else settings)
    folder = Path(files.citizens).parent.as_posix()
    return " ".join(caught.value.text("en").replace(f"{folder}/", "").split())


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


MISTAKES = [
    ("age\n30\n", "benefit (line 1) is missing: the column must be there"),
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
    ("age,benefit\n30\n", "30 (line 2) cells in the row: 1; in the heading: 2"),
    ("age;benefit\n30,5;activity_ready\n",
     "age;benefit (line 1) The cells are separated by semicolons. Save with commas between the cells and points in "
     "numbers, or save as parquet. Danish Excel writes semicolons; LibreOffice asks for the separator."),
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
    ("age,benefit\n,activity_ready\n", "age (line 2) is empty"),
    ("age,benefit,id\n30,activity_ready,x\n31,activity_ready,x\n",
     "id = x (line 3) stands in an earlier row too"),
    ("age,age,benefit\n30,30,activity_ready\n", "age (line 1) stands twice in the heading. Keep one of the columns."),
    ("age,benefit\n\n30,activity_ready\n,\n99,activity_ready\n",
     "age = 99 (line 5) must lie between 18 and 70 (years)"),
    ('age,benefit\n"30,activity_ready\n', "A quotation mark is not closed"),
    ("age,benefit\n", "The table has a heading but no rows. Write a table to fill in with "
     "sim.population.intake.template."),
    ("", "The file is empty. Write a table to fill in with sim.population.intake.template."),
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
    assert "coping = List(Int64) is a column of a kind that cannot be used" in said
    assert "id = 1 in row 2: stands in an earlier row too" in said


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


def scenario_with(folder: Path, heading: str, rest: str = "[town]\nactivity_ready = 2\nresource_course = 0\n") -> Path:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "people.csv").write_text("age,benefit\n30,activity_ready\n40,activity_ready\n")
    path = folder / "mine.toml"
    path.write_text(f"{heading}\n{SMALL}{rest}")
    return path


def test_a_scenario_names_its_town_and_runs_with_it(tmp_path: Path) -> None:
    path = scenario_with(tmp_path, 'population = "data/people.csv"')
    scenario = load(path)
    assert scenario.population is not None
    assert scenario.population.citizens == (tmp_path / "data" / "people.csv").as_posix()
    tables = simulate(scenario, 1)
    ages = tables.citizens.filter(pl.col("entry_week") <= 0)["age"].to_list()
    assert [round(age, 2) for age in ages] == [30.0, 40.0]
    assert scenarios((path,), None, None) == (scenario,)
    with pytest.raises(PopulationError, match="2 activity-ready citizens and 0 on resource courses"):
        scenarios((path,), 10, None)


def test_the_content_counts_in_both_digests_and_the_name_does_not(tmp_path: Path) -> None:
    path = scenario_with(tmp_path, 'population = "data/people.csv"')
    before, synthetic = load(path), load(scenario_with(tmp_path, ""))
    assert before.digest != synthetic.digest
    assert before.burn_in_digest != synthetic.burn_in_digest
    (tmp_path / "data" / "others.csv").write_bytes((tmp_path / "data" / "people.csv").read_bytes())
    renamed = load(scenario_with(tmp_path, '[population]\ncitizens = "data/others.csv"'))
    assert (renamed.digest, renamed.burn_in_digest) == (before.digest, before.burn_in_digest)
    (tmp_path / "data" / "others.csv").write_text("age,benefit\n30,activity_ready\n41,activity_ready\n")
    assert load(tmp_path / "mine.toml").digest != before.digest


def test_the_difference_is_told_and_a_child_keeps_the_town(tmp_path: Path) -> None:
    parent = scenario_with(tmp_path, 'population = "data/people.csv"')
    (tmp_path / "child.toml").write_text('extends = "mine.toml"\n')
    assert load(tmp_path / "child.toml").population == load(parent).population
    (tmp_path / "plain.toml").write_text(f"{SMALL}[town]\nactivity_ready = 2\nresource_course = 0\n")
    told = load(parent).differences_from(load(tmp_path / "plain.toml"))
    assert [each.key for each in told] == ["population"]
    assert told[0].sentence("da").startswith("Befolkning: syntetisk / synthetic → ")


def test_a_resolved_scenario_can_be_read_when_the_tables_are_gone(tmp_path: Path) -> None:
    scenario = load(scenario_with(tmp_path, 'population = "data/people.csv"'))
    text = scenario.to_toml()
    (tmp_path / "data" / "people.csv").unlink()
    back: Scenario = load_text(text, "mine")
    assert back.digest == scenario.digest
    with pytest.raises(PopulationError, match="does not exist"):
        begin(back, 1)


@pytest.mark.parametrize(("heading", "message"), [
    ('population = "data/peple.csv"', 'population.citizens = "data/peple.csv" (line 1) does not exist. Did you mean'),
    ('population = "data/people.xlsx"', "must end in .parquet or .csv. Save the table as parquet or as CSV"),
    ('population = "data\\\\people.csv"', 'must be written with /, not \\\\. Write "data/people.csv".'),
    ("population = 3", "population = 3 (line 1) must be the path of a table, or a section"),
    ('[population]\nfirms = "data/people.csv"', "population (line 1) lacks a table of citizens"),
    ('[population]\ncitizens = "data/people.csv"\nfirm = "x.csv"', "a table a town can have. Did you mean firms?"),
    ('populaton = "data/people.csv"', "Did you mean population?"),
    ('[casework]\npopulation = "data/people.csv"', "population"),
])
def test_mistakes_in_the_key(tmp_path: Path, heading: str, message: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(scenario_with(tmp_path, heading, ""))
    assert message.replace("\\\\", "\\") in " ".join(caught.value.text("en").split())


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
