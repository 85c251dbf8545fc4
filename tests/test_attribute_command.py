"""``vendepunkt attribute`` from a finished run to a page; interrupted and taken up again; what it cannot do."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from sim.doors.cli import answer
from sim.doors.study import opened
from sim.engine.experiment import InterruptedRunError
from sim.engine.terms import Progress
from sim.outcomes.event_sample import sample, strata
from sim.studies.attribution.conduct import conduct
from sim.studies.attribution.gathering import gathered
from sim.studies.attribution.plan import Plan
from sim.studies.attribution.store import Store
from sim.views.attribution import Attributed, write_attribution
from sim.vocabulary import Family, TurningPoint
from tests.fixtures_typed import typed

BASE = """
[title]
da = "Som nu"
en = "As now"
[time]
weeks = 40
burn_in_weeks = 20
[town]
activity_ready = 40
resource_course = 10
"""
ASK = "attribute results/base --events 1 --weeks 52 --lives 0 --jobs 1"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a finished run of a tiny town."""
    folder = tmp_path_factory.mktemp("attribute")
    (folder / "base.toml").write_text(BASE, encoding="utf-8")
    assert answer(["run", str(folder / "base.toml"), "--seeds", "1", "--jobs", "1", "--out", str(folder / "results")],
                  "en") == 0
    return folder


@pytest.fixture(autouse=True)
def _there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)


def test_a_page_in_two_languages_and_the_numbers_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = typed(ASK, capsys)
    assert code == 0
    folder = Path("results/base/attribution")
    assert str(folder / "attribution.html") in out
    page = (folder / "attribution.html").read_text(encoding="utf-8")
    assert 'lang="da"' in page
    assert "Passed over" in page
    assert pl.read_parquet(folder / "futures.parquet")["future"].n_unique() == 50
    assert not list(Path("results/base").glob(".*.partial")), "what was kept on the way is gone"
    _, _, said = typed(ASK, capsys)
    assert "played before" in said
    assert typed("verify results/base --files-only", capsys)[0] == 0


def test_lives_have_their_fans_and_families_their_shares(tmp_path: Path) -> None:
    run = opened(Path("results/base"))
    drawn = sample(run.folder.tables(), 3, 1)
    plan = Plan(run.folder.manifest, drawn, 4, 8, 1, (0,))
    store = Store(tmp_path / "out", plan)
    conduct(plan, run.lived_by, store, 1, lambda _progress: None)
    played = gathered(plan, store)
    each = played["fan"].group_by("event", "version", "ahead").agg(pl.col("futures").sum())
    assert each["futures"].unique().to_list() == [4], "every future is in some phase every week"
    page = write_attribution(Attributed(run.folder.manifest, run.folder.tables(), drawn, played, (0,), 8, 1), tmp_path)
    text = page.read_text(encoding="utf-8")
    assert "http" not in text.replace("http-equiv", "").replace("http://www.w3.org", ""), "it stands alone"
    assert "Futures with" in text
    shares = pl.read_csv(tmp_path / "families.csv")
    for _, mine in shares.group_by("event"):
        assert mine["gain"].sum() == pytest.approx(float(mine["whole"][0] - mine["none"][0]))
        assert mine["family"].to_list() == [family.key for family in Family]


def test_interrupted_and_taken_up_again_it_gives_the_same(tmp_path: Path) -> None:
    run = opened(Path("results/base"))
    drawn = sample(run.folder.tables(), 2, 5)
    plan = Plan(run.folder.manifest, drawn, 50, 8, 5, ())
    whole, broken = Store(tmp_path / "whole", plan), Store(tmp_path / "broken", plan)
    conduct(plan, run.lived_by, whole, 1, lambda _progress: None)

    def interrupt(progress: Progress) -> None:
        if progress.seeds == 1:
            raise KeyboardInterrupt

    with pytest.raises(InterruptedRunError, match=f"1 of {len(plan.units)}"):
        conduct(plan, run.lived_by, broken, 1, interrupt)
    assert [broken.done(unit) for unit in plan.units].count(True) == 1
    kept = broken.folder.stat().st_ino
    conduct(plan, run.lived_by, broken, 2, lambda _progress: None)
    assert broken.folder.stat().st_ino == kept
    first, second = gathered(plan, whole), gathered(plan, broken)
    assert all(first[name].equals(second[name]) for name in first), "also with several processes"


@pytest.mark.parametrize(("line", "says"), [
    ("attribute results/base --kinds relasion", "Did you mean relation"),
    ("attribute results/base --futures 10", "from 50 to"),
    ("attribute results/base --weeks 10", "from 52 to"),
    ("attribute results", "is not a finished run"),
    ("attribute results/base --out results", "holds something else"),
])
def test_what_cannot_be_done_is_said_in_words(line: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = typed(line, capsys)
    assert code == 2
    assert says in " ".join(said.split()), "wherever a line breaks"
    assert "Traceback" not in said


def test_kinds_that_never_happened_are_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    there = strata(opened(Path("results/base")).folder.tables())["kind"].unique().to_list()
    missing = ",".join(kind.key for kind in TurningPoint if kind.key not in there)
    code, _, said = typed(f"attribute results/base --kinds {missing}", capsys)
    assert code == 2
    assert "has no such events" in said
