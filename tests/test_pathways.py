"""Pathways summed up, held against each other and gathered in types; and the page that shows them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import polars as pl
import pytest

from sim.doors.cli import answer
from sim.errors import OutcomeError
from sim.outcomes.cross_sections import CrossSections, gap
from sim.outcomes.twins import Twin, Twins, by_time, evenly
from sim.outcomes.typology import optimal_matching, typology
from sim.outcomes.week_codes import WeekCodes
from sim.record.schema import NO_CODE, Layer
from sim.views.palette import ORDER
from sim.vocabulary import Phase, Standing
from tests.fixtures_hand import Person, hand_tables
from tests.fixtures_runs import run_folder
from tests.fixtures_tables import synthetic_tables


def pathways(paths: list[list[int]], layer: Layer = Layer.PHASE) -> WeekCodes:
    people = pl.DataFrame({"seed": 1, "citizen": np.arange(len(paths))}, {"seed": pl.Int32, "citizen": pl.UInt32})
    return WeekCodes(layer, people, np.array(paths, dtype=np.uint8))


P, S, B, D, W, OUT = (int(phase) for phase in Phase)


def test_summed_up_by_seed() -> None:
    person = Person([(Standing.BENEFIT, 4)], [(Phase.STAGNATION, 3), (Phase.IN_WORK, 1)])
    still = Person([(Standing.BENEFIT, 4)], [(Phase.STAGNATION, 4)])
    found = CrossSections.of(WeekCodes.of(hand_tables([person, still], 4), Layer.PHASE))
    assert found.shares[0, S].tolist() == [1, 1, 1, 0.5]
    assert found.mean_time[0, [S, W]].tolist() == [3.5, 0.5]
    assert found.moves[0, S, W] == pytest.approx(1000 / 6)  # one move in six weeks that have a next one
    assert np.isnan(found.moves[0, S, S])
    assert np.isnan(found.moves[0, D]).all()


def test_a_gap_is_paired_and_leaves_out_what_is_unknown() -> None:
    base = np.array([[1.0, 0.0], [2.0, np.nan], [6.0, 4.0]])
    found = gap(base, base + np.array([[1.0, 1.0], [1.1, 5.0], [0.9, 3.0]]))
    assert found.mean == pytest.approx([1.0, 2.0])
    assert found.clear.tolist() == [True, False]
    alone = gap(base[:1], base[:1] + 1)
    assert alone.mean.tolist() == [1, 1]
    assert not alone.clear.any()


def test_twins_stand_on_a_line_toward_work_or_not_at_all() -> None:
    base = pathways([[S, S, B, OUT, W, NO_CODE], [S] * 6])
    other = pathways([[S, P, D, W, W, S], [S] * 6])
    twins = Twins.of(base, other)
    assert [Twin(code) for code in twins.compared[0]] == [
        Twin.ALIKE, Twin.NEARER, Twin.FURTHER, Twin.OTHERWISE, Twin.ALIKE, Twin.ABSENT]
    shares = twins.shares()
    assert shares[Twin.NEARER] == pytest.approx(1 / 11)
    assert sum(shares.values()) == pytest.approx(1)
    assert len(twins.first(5).base.codes) == 1  # only the second is known from first to last week


def test_twins_are_matched_by_who_they_are() -> None:
    one, other = pathways([[S], [P], [W]]), pathways([[S], [P], [W]])
    shuffled = other.taken(np.array([2, 0]))
    twins = Twins.of(one, shuffled)
    assert twins.base.people["citizen"].to_list() == [0, 2]
    assert not twins.compared.any()


def test_sorting_and_picking() -> None:
    codes = pathways([[S, S, S], [W, W, S], [P, W, W], [P, P, P]])
    assert by_time(codes, ORDER[Phase]).tolist() == [2, 1, 3, 0]
    assert evenly(3, 5).tolist() == [0, 1, 2]
    assert evenly(100, 3).tolist() == [0, 49, 99]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # what sequenzo's own libraries say is not ours to mend
def test_optimal_matching_is_the_textbooks() -> None:
    codes = pathways([[S, S, W, W], [S, W, W, W], [S, S, S, S], [W, W, S, S]])
    found = optimal_matching(codes)
    assert found[0, 1] == 2  # one week changed
    assert found[0, 2] == 4  # two weeks changed
    assert found[0, 3] == 4  # two weeks left out in front, two put in behind
    assert (found == found.T).all()
    assert not np.diag(found).any()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_planted_types_are_found_named_and_firm() -> None:
    luck = np.random.default_rng(1)
    planted = [[S] * 60 + [W] * 60, [B] * 120, [P] * 30 + [D] * 90]
    paths = []
    for path in planted:
        for _ in range(30):
            noisy = np.array(path)
            noisy[luck.integers(0, 120, 6)] = luck.integers(0, 5, 6)
            paths.append(noisy.tolist())
    found = typology(pathways(paths))
    assert found.count == 3
    assert sorted(np.bincount(found.kind).tolist()) == [30, 30, 30]
    assert found.agreement.min() == 1
    assert found.overlap.tolist() == [1, 1, 1]
    assert {found.shape(kind, 30) for kind in range(3)} == {(S, W), (B,), (P, D)}
    assert typology(pathways(paths), 4).count == 4
    again = typology(pathways(paths))
    assert (again.kind == found.kind).all()


def test_too_little_to_find_types_in() -> None:
    with pytest.raises(OutcomeError, match="at least 20"):
        typology(pathways([[S, W]] * 19))
    with pytest.raises(OutcomeError, match="more than 8 that differ"):
        typology(pathways([[S, W]] * 50))


def test_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(OutcomeError, match="that are not installed"):
        typology(WeekCodes.of(synthetic_tables([1], 40, 30), Layer.PHASE))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs")
    run_folder(folder / "baseline")
    other = run_folder(folder / "other", lift=1.5)
    told = json.loads((other.path / "manifest.json").read_text(encoding="utf-8"))
    del told["seal"]
    (other.path / "manifest.json").write_text(json.dumps({**told, "scenario_name": "other"}), encoding="utf-8")
    return folder


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("line", ["baseline", "baseline other --types auto", "baseline other --layer standing",
                                  "baseline other --layer benefit"])
def test_the_page_stands_alone_and_is_the_same_twice(
    line: str, runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(runs)
    pages = []
    for name in ("a.html", "b.html"):
        assert answer(["pathways", *line.split(), "--out", str(tmp_path / name)], "en") == 0
        pages.append((tmp_path / name).read_text(encoding="utf-8"))
    assert pages[0] == pages[1]
    assert str(tmp_path / "a.html") in capsys.readouterr().out
    assert "://" not in pages[0]
    assert pages[0].count("<main") == 2
    assert pages[0].count("<svg") == 2 * (6 if "--types" in line else 5)
    for figure in pages[0].split("<svg")[1:]:
        ET.fromstring(f"<svg{figure.split('</svg>')[0]}</svg>")  # noqa: S314 - our own page


@pytest.mark.parametrize(("line", "said"), [
    ("pathways nowhere", "does not exist"),
    ("pathways baseline --types many", "none, auto or a number from 2 to 8"),
    ("pathways baseline --types 9", "from 2 to 8"),
    ("pathways baseline --layer fase", "standing, phase, benefit"),
    ("pathways baseline baseline", "twice"),
    ("pathways baseline --out baseline", "cannot be written"),
])
def test_what_cannot_be_drawn_is_refused(
    line: str, said: str, runs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(runs)
    assert answer(line.split(), "en") == 2
    assert said in capsys.readouterr().err
