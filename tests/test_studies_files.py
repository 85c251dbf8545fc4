"""Study files: what they may say, and what is said about those that are wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.errors import StudyError, VendepunktError
from sim.scenario.settings import Settings
from sim.studies.factors import Factor
from sim.studies.reading import load_study
from sim.studies.study import Study

ROOT = Path(__file__).parents[1]
Write = Callable[..., Path]
DESIGN = '[design]\nmethod = "lhs"\npoints = 5\nreplications = 2\n'
UNCERTAIN = '[uncertain]\ncasework.change_loss = "plausible"\n'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    (tmp_path / "base.toml").write_text("[time]\nweeks = 60\n", encoding="utf-8")
    (tmp_path / "low.toml").write_text('extends = "base.toml"\n[casework]\ncaseload = 40\n', encoding="utf-8")

    def made(text: str, scenarios: str = '"base.toml"') -> Path:
        file = tmp_path / "study.toml"
        file.write_text(f"scenarios = [{scenarios}]\n{text}", encoding="utf-8")
        return file

    return made


def refused(path: Path, language: str = "en") -> str:
    with pytest.raises(VendepunktError) as error:
        load_study(path)
    return error.value.text("da" if language == "da" else "en")


def one(study: Study, key: str) -> Factor:
    return next(factor for factor in study.factors if factor.key == key)


@pytest.mark.parametrize("path", sorted((ROOT / "studies").glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_studies_are_right_and_small_enough_to_be_tried(path: Path) -> None:
    study = load_study(path)
    assert study.title.da != study.title.en
    assert study.question.da
    assert study.laid_out().points.height == study.points
    assert study.runs < 2_000


def test_levers_hold_from_week_0_and_uncertain_numbers_in_the_burn_in_too(write: Write) -> None:
    study = load_study(write(
        "[levers]\ncasework.caseload = [82, 40]\n"
        'casework.turnover = { values = [0.1, 0.2], from = "2017-06" }\n'
        '[uncertain]\ncasework.change_loss = "plausible"\n' + DESIGN))
    assert one(study, "casework.caseload").given(40) == 40
    assert one(study, "casework.turnover").given(0.1) == {"2017-06": 0.1}
    assert one(study, "casework.change_loss").given(0.5) == {"start": 0.5}
    assert (study.points, study.runs, study.seeds) == (20, 40, (1, 2))


def test_a_mode_left_out_is_the_scenarios_own_value(write: Write) -> None:
    study = load_study(write('[uncertain]\ncasework.change_loss = { distribution = "triangular" }\n' + DESIGN))
    spread = one(study, "casework.change_loss").spread
    assert spread is not None
    assert spread.words() == f"triangular 0.3 - {Settings().casework.change_loss:g} - 1"


def test_all_brings_every_uncertain_number_and_a_written_one_goes_before(write: Write) -> None:
    study = load_study(write(
        '[uncertain]\nall = { roles = ["prior"], sections = ["casework"], except = ["casework.learning"] }\n'
        "casework.standstill = { low = 5, high = 6 }\n" + DESIGN))
    assert one(study, "casework.standstill").spread.words() == "uniform 5 - 6"  # type: ignore[union-attr]
    keys = {factor.key for factor in study.factors}
    assert "casework.fixed_hours" in keys
    assert keys.isdisjoint({"casework.learning", "casework.caseload", "casework.hours"})


def test_all_spares_what_the_scenarios_differ_in_and_says_so(write: Write) -> None:
    study = load_study(write(
        '[uncertain]\nall = { roles = ["lever"], sections = ["casework"] }\n' + DESIGN, '"base.toml", "low.toml"'))
    assert "casework.caseload" not in {factor.key for factor in study.factors}
    assert any(remark.where.key == "casework.caseload" and "differ" in remark.text.en for remark in study.remarks)


def test_a_spread_outside_the_plausible_is_remarked(write: Write) -> None:
    study = load_study(write("[uncertain]\ncasework.change_loss = { low = 0.1, high = 0.9 }\n" + DESIGN))
    assert [remark.where.line for remark in study.remarks] == [3]
    assert "plausible, 0.3 to 1" in study.remarks[0].text.en


MISTAKES = {
    "a misspelt section": ("[lever]\n" + UNCERTAIN + DESIGN, ["lever", "(line 2)", "Did you mean levers"]),
    "a misspelt setting": (
        "[levers]\ncasework.caselod = [40, 50]\n" + UNCERTAIN + DESIGN,
        ["casework.caselod", "(line 3)", "Did you mean caseload"]),
    "a value out of range": (
        "[levers]\ncasework.turnover = [0.1, 1.5]\n" + UNCERTAIN + DESIGN,
        ["casework.turnover = 1.5", "(line 3)", "between 0 and 1"]),
    "a distribution out of range": (
        "[uncertain]\ncasework.change_loss = { low = 0.5, high = 1.5 }\n" + DESIGN,
        ["high = 1.5", "(line 3)", "between 0 and 1"]),
    "an empty spread": (
        "[uncertain]\ncasework.change_loss = { low = 0.9, high = 0.5 }\n" + DESIGN,
        ["low (0.9) must be below high (0.5)"]),
    "a mode outside": (
        '[uncertain]\ncasework.change_loss = { distribution = "triangular", mode = 0.9, high = 0.5 }\n' + DESIGN,
        ["the middle (0.9) must lie between"]),
    "no such distribution": (
        '[uncertain]\ncasework.change_loss = { distribution = "trinagular" }\n' + DESIGN,
        ["must be one of", 'Did you mean "triangular"']),
    "a part of another distribution": (
        "[uncertain]\ncasework.change_loss = { low = 0.3, mode = 0.5 }\n" + DESIGN,
        ["mode = 0.5", "does not belong", "uniform has low, high"]),
    "a logarithm of nothing": (
        '[uncertain]\ncasework.change_loss = { distribution = "log-uniform", low = 0 }\n' + DESIGN,
        ["low must be above 0"]),
    "weights that do not fit": (
        "[uncertain]\ncasework.change_loss = { values = [0.3, 0.5], weights = [1] }\n" + DESIGN, ["must be 2 numbers"]),
    "a value twice": ("[levers]\ncasework.caseload = [40, 40]\n" + UNCERTAIN + DESIGN, ["comes twice"]),
    "a plain lever": (
        "[levers]\ncasework.caseload = 40\n" + UNCERTAIN + DESIGN,
        ["must be values or a distribution", "Write [40, 60]"]),
    "one name in two sections": (
        "[levers]\ncasework.change_loss = [0.3, 0.5]\n" + UNCERTAIN + DESIGN,
        ["casework.change_loss", "(line 5)", "varied already on line 3"]),
    "a number as structure": ("[structure]\ncasework.caseload = [40, 50]\n" + UNCERTAIN + DESIGN, ["is a number"]),
    "a moment before the start": (
        '[levers]\ncasework.caseload = { values = [40, 50], from = "2016-01" }\n' + UNCERTAIN + DESIGN,
        ["does not lie within the run", "burn-in"]),
    "a moment that is none": (
        '[levers]\ncasework.caseload = { values = [40, 50], from = "soon" }\n' + UNCERTAIN + DESIGN,
        ["is not a moment"]),
    "no method": (UNCERTAIN + "[design]\npoints = 4\n", ["design.method", "must be one of grid, lhs"]),
    "a misspelt method": (UNCERTAIN + '[design]\nmethod = "moris"\n', ['Did you mean "morris"']),
    "a number of another method": (
        UNCERTAIN + '[design]\nmethod = "morris"\npoints = 4\n', ["design.points = 4", "trajectories"]),
    "no replications": (
        UNCERTAIN + '[design]\nmethod = "lhs"\nreplications = 0\n',
        ["replications = 0", "between 1 and 10000"]),
    "an odd Morris grid": (
        UNCERTAIN + '[design]\nmethod = "morris"\nlevels = 5\n',
        ["levels = 5", "even number, such as 6"]),
    "a Sobol design of 100": (UNCERTAIN + '[design]\nmethod = "sobol"\npoints = 100\n', ["power of two", "64, 128"]),
    "nothing to draw": ("[levers]\ncasework.caseload = [40, 82]\n" + DESIGN, ["has nothing to draw"]),
    "too much": (
        UNCERTAIN + '[design]\nmethod = "lhs"\npoints = 1000000\nreplications = 100\n', ["100000000 runs", "at most"]),
    "a measure that is none": (
        UNCERTAIN + DESIGN + '[outcomes]\nmeasures = ["weeks_jbo"]\n', ["weeks_jbo", "is not a measure", "weeks_job"]),
    "a group that is none": (UNCERTAIN + DESIGN + '[outcomes]\ngroups = ["femal"]\n', ["is not a group", "female"]),
    "a size too small": (UNCERTAIN + DESIGN + "[size]\ncitizens = 0\n", ["size.citizens = 0", "between 1 and"]),
    "a table that is not there": ('[design]\nmethod = "file"\nfile = "none.csv"\n', ["none.csv", "does not exist"]),
    "no table": ('[design]\nmethod = "file"\n', ["must name a table"]),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_to_do(name: str, write: Write) -> None:
    text, expected = MISTAKES[name]
    said = " ".join(refused(write(text)).split())
    for words in expected:
        assert words in said
    assert "Nothing was run." in said
    assert "Intet er kørt." in refused(write(text), "da")


def test_all_mistakes_are_told_at_once(write: Write) -> None:
    said = refused(write(
        "[levers]\ncasework.caselod = [40]\ncasework.turnover = [2]\n"
        '[uncertain]\ncasework.change_loss = { low = 3 }\n[design]\nmethod = "moris"\n[outcomes]\ngroups = ["al"]\n'))
    assert "5 settings need attention" in said


def test_a_difference_between_scenarios_is_not_wiped_out(write: Write) -> None:
    text = "[levers]\ncasework.caseload = [82, 60]\n" + '[design]\nmethod = "grid"\n'
    assert "differs between base and low" in refused(write(text, '"base.toml", "low.toml"'))
    assert load_study(write(text, '"low.toml"')).points == 2


def test_scenarios_cover_the_same_time(write: Write, tmp_path: Path) -> None:
    (tmp_path / "short.toml").write_text('extends = "base.toml"\n[time]\nweeks = 20\n', encoding="utf-8")
    text = UNCERTAIN + DESIGN
    assert "covers another time" in refused(write(text, '"base.toml", "short.toml"'))
    assert load_study(write(text + "[size]\nweeks = 10\n", '"base.toml", "short.toml"')).scenarios[1].weeks == 10


def test_a_scenario_that_is_not_there_is_told_like_anywhere(write: Write) -> None:
    assert "bas.toml" in refused(write(UNCERTAIN + DESIGN, '"bas.toml"'))
    assert "must be a list of scenario files" in refused(write(UNCERTAIN + DESIGN, "3"))


def test_a_table_of_points_is_read_and_its_mistakes_have_rows(write: Write, tmp_path: Path) -> None:
    file = write('[levers]\ncasework.caseload = [82, 40]\n[design]\nmethod = "file"\nfile = "points.csv"\n')
    table = tmp_path / "points.csv"
    table.write_text("casework.change_loss,casework.change_loss_split\n0.5,trust\n0.9,balanced\n", encoding="utf-8")
    points = load_study(file).laid_out().points
    assert points.select("casework.change_loss", "casework.change_loss_split", "casework.caseload").rows() == [
        (0.5, "trust", 82.0), (0.5, "trust", 40.0), (0.9, "balanced", 82.0), (0.9, "balanced", 40.0)]
    table.write_text("casework.change_loss,casework.caseload\n0.5,82\n1.9,40\n", encoding="utf-8")
    said = refused(file)
    assert "(line 3)" in said
    assert "between 0 and 1" in said
    assert "stands in the study file too" in said


def test_a_file_that_is_no_study_file_is_told_so(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "none.toml")
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    assert "studies/levers.toml" in refused(tmp_path / "empty.toml")
    with pytest.raises(StudyError):
        load_study(tmp_path / "empty.toml")
