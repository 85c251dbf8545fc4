"""What a study's answers lean on: from the tables of a sweep to sentences, tables and a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from SALib.sample import latin, morris as draw_morris, sobol as draw_sobol

from sim.errors import Text
from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.studies.leaning import Swept, answers, explained, failing, screened
from sim.studies.texts import measure_over_points
from sim.views.leaning_page import Analysed, SweptStudy, write_leaning

_FACTS = {key: fact for key, fact in facts_of(Settings).items() if fact.plausible and fact.role in ("prior", "fitted")}
WEAK = [key for key, fact in _FACTS.items() if fact.grade in "DE"][:2]
KNOWN = next(key for key, fact in _FACTS.items() if fact.grade in "ABC")
NAMES = [KNOWN, *WEAK]
_SPLITS = ("balanced", "trust")
PROBLEM = {"num_vars": 3, "names": NAMES, "bounds": [[0.0, 1.0]] * 3}


def sweep(shares: np.typing.NDArray[np.float64], seeds: int = 3, noise: float = 0.0) -> Swept:
    """Job chance 0.2 u1 + 0.1 u2; the alternative adds 0.05, and takes 0.1 where u1 > 0.6 and u3 < 0.5."""
    luck = np.random.default_rng(1)
    rows, points = [], []
    for sample, row in enumerate(shares):
        points.append({"point": sample, "stratum": 0, "sample": sample, "policy": 0,
                       **{name: 10 * share for name, share in zip(NAMES, row, strict=True)}})
        for seed in range(seeds):
            level = 0.2 * row[0] + 0.1 * row[1] + noise * luck.normal()
            gain = -0.05 if row[0] > 0.6 and row[2] < 0.5 else 0.05
            same = {"point": sample, "seed": seed, "group": "all", "measure": "job_104"}
            rows += [{"scenario": "base", **same, "value": level}, {"scenario": "other", **same, "value": level + gain}]
    unit = pl.DataFrame(shares, schema=NAMES, orient="row")
    return Swept("base", pl.DataFrame(rows), pl.DataFrame(points), unit)


def test_differences_are_taken_seed_by_seed() -> None:
    swept = sweep(np.array([[0.1, 0.2, 0.3], [0.9, 0.2, 0.3]]), noise=5.0)
    level, difference = answers(swept)
    assert (level.place["answer"], difference.place["answer"]) == ("level", "difference")
    assert difference.sample.found == pytest.approx([0.05, -0.05])
    assert difference.spreads == pytest.approx([0, 0], abs=1e-9)
    assert level.seeds.tolist() == [3, 3]


def test_morris_in_words_and_numbers() -> None:
    shares = draw_morris.sample(PROBLEM, 12, num_levels=4, seed=2)
    found = screened(sweep(shares), 4)
    level = found.table.filter(pl.col("answer") == "level")
    assert level["setting"].to_list() == [KNOWN, WEAK[0], WEAK[1]]
    assert level["effect"].to_list() == pytest.approx([0.2, 0.1, 0.0], abs=1e-9)
    assert level["luck"][0] == 0
    assert "33\N{NO-BREAK SPACE}% of the leaning rests on numbers of grade D or E" in found.lines[0].en
    assert _FACTS[KNOWN].da in found.lines[0].da
    one = screened(sweep(shares, seeds=1), 4)
    assert "With one seed luck cannot be told" in one.lines[0].en
    noisy = screened(sweep(shares, seeds=2, noise=1.0), 4)
    assert "more seeds are needed" in noisy.lines[0].en


def test_sobol_in_words_and_numbers() -> None:
    shares = draw_sobol.sample(PROBLEM, 256, calc_second_order=False, seed=2)
    found = explained(sweep(shares, seeds=2), second_order=False)
    level = found.table.filter(pl.col("answer") == "level")
    assert level["total"].to_list() == pytest.approx([0.8, 0.2, 0.0], abs=0.02)  # 4 : 1 in variance
    assert "20\N{NO-BREAK SPACE}% of the leaning rests on numbers of grade D or E" in found.lines[0].en


def test_where_the_alternative_fails() -> None:
    found = failing(sweep(latin.sample(PROBLEM, 250, seed=5), seeds=2))
    assert set(found.table["setting"]) == {KNOWN, WEAK[1]}
    at = {row["setting"]: row for row in found.table.rows(named=True)}
    assert at[KNOWN]["from"] == pytest.approx(6, abs=0.5)
    assert at[WEAK[1]]["to"] == pytest.approx(5, abs=0.5)
    assert found.table["as_good_by_chance"].to_list() == [0, 0]
    assert "None of 19 random shuffles" in found.lines[0].en
    always = sweep(latin.sample(PROBLEM, 60, seed=5) * 0.5)
    assert "does good at every point" in failing(always).lines[0].en
    few = sweep(latin.sample(PROBLEM, 20, seed=5))
    assert "it takes a measure" in failing(few).lines[0].en
    assert failing(few).table.is_empty()


def test_the_page_holds_every_answer_in_both_languages(tmp_path: Path) -> None:
    shares = draw_morris.sample(PROBLEM, 12, num_levels=4, seed=2)
    parts = [screened(sweep(shares), 4), failing(sweep(latin.sample(PROBLEM, 120, seed=5), seeds=2))]
    analysed = [Analysed(one.kind, one.lines, one.table, one.names) for one in parts]
    study = SweptStudy(Text("Hvad svarene hviler på", "What the answers rest on"), Text("12 punkter", "12 points"))
    write_leaning(study, analysed, tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2 * 3
    assert page.count("<main") == 2
    assert "://" not in page
    assert "af punkterne</span>" in page, "the figure of the box says how often there is no benefit"
    write_leaning(study, analysed, tmp_path / "b.html")
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == page


def test_answers_tell_scenario_and_structure_by_their_words() -> None:
    flat = sweep(latin.sample(PROBLEM, 4, seed=5))
    split = "casework.change_loss_split"
    moved = [flat.points.with_columns(stratum=pl.lit(place), point=pl.col("point") + 4 * place) for place in range(2)]
    strata = [points.with_columns(pl.lit(value).alias(split)) for points, value in zip(moved, _SPLITS, strict=True)]
    data = pl.concat([flat.data.with_columns(point=pl.col("point") + 4 * place) for place in range(2)])
    swept = replace(flat, data=data, points=pl.concat(strata), titles={"other": Text("Den anden vej", "The other way")})
    names = [answer.name for answer in answers(swept)]
    assert len({name.da for name in names}) == len(names) == 4
    assert [split in name.da or "trust" in name.da for name in names] == [False] * 4, "Danish words, no keys"
    assert any("(forskel: Den anden vej)" in name.da for name in names)
    assert all(facts_of(Settings)[split].en in name.en for name in names)
    assert all("(" not in answer.name.da for answer in answers(flat) if answer.place["answer"] == "level")


def test_a_figure_says_what_the_answer_depends_on_or_that_luck_is_larger(tmp_path: Path) -> None:
    shares = draw_morris.sample(PROBLEM, 12, num_levels=4, seed=2)
    for noise, said in ((0.0, "depends most on"), (1.0, "luck is larger than the settings")):
        found = screened(sweep(shares, seeds=2, noise=noise), 4)
        one = Analysed(found.kind, found.lines, found.table, found.names)
        write_leaning(SweptStudy(Text("a", "a"), Text("b", "b")), [one], tmp_path / "a.html", "en")
        page = (tmp_path / "a.html").read_text(encoding="utf-8")
        assert said in page
        assert '<html lang="en">' in page


def test_large_numbers_are_never_powers_of_ten() -> None:
    said = measure_over_points(Text("Udgift", "Expense"), "kr.", (106400.0, 107012.0, 107600.0), 3988.1)
    assert " 107.000 " in said.da
    assert "± 4.000" in said.da
    assert "0.02911 in the middle" in measure_over_points(Text("a", "a"), "", (0.02, 0.029112, 0.04), 0.012).en
