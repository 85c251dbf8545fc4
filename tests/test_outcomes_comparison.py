"""Paired comparison and the stopping rule: honest verdicts."""

from __future__ import annotations

import math

import numpy as np
import polars as pl
import pytest
from scipy import stats

from sim.errors import OutcomeError
from sim.outcomes.catalogue import HEADLINES
from sim.outcomes.comparison import SCHEMA, compare
from sim.outcomes.displacement import displaced, jobs_by_channel
from sim.outcomes.gains import gains
from sim.outcomes.measuring import measure
from sim.outcomes.prices import CostBook
from sim.outcomes.stopping import StoppingRule
from sim.vocabulary import Channel, EventKind, Phase, Standing
from tests.fixtures_hand import Event, Person, hand_tables
from tests.fixtures_tables import synthetic_tables


def frame(values: list[float | None], name: str = "m", group: str = "all", first: int = 1) -> pl.DataFrame:
    return pl.DataFrame({
        "seed": range(first, first + len(values)), "group": [group] * len(values), "measure": [name] * len(values),
        "value": values,
    }, schema={"seed": pl.Int32, "group": pl.String, "measure": pl.String, "value": pl.Float64})


def only(base: list[float | None], other: list[float | None]) -> dict[str, object]:
    return compare(frame(base), frame(other)).row(0, named=True)


def test_the_interval_is_that_of_a_paired_t_test() -> None:
    base, other = [1.0, 2.0, 4.0, 3.0], [2.0, 2.5, 6.0, 4.5]
    row = only(base, other)  # differences 1, 0.5, 2, 1.5: mean 1.25, sd 0.6455, half width 3.182 * 0.6455 / 2
    reference = stats.ttest_rel(other, base).confidence_interval(0.95)
    assert (row["pairs"], row["base"], row["other"], row["difference"]) == (4, 2.5, 3.75, 1.25)
    assert (row["precision_low"], row["precision_high"]) == pytest.approx((reference.low, reference.high))
    assert (row["run_low"], row["run_high"]) == pytest.approx((0.575, 1.925))
    assert row["variance_reduction"] == pytest.approx((np.var(base, ddof=1) + np.var(other, ddof=1)) / (1.25 / 3))
    assert row["verdict"] == "higher"


@pytest.mark.parametrize(("base", "other", "verdict"), [
    ([1.0, 2.0, 3.0], [1.0, 2.0, 3.0], "same"),
    ([1.0, 2.0, 3.0], [1.0, 2.0, 3.0 + 1e-12], "cannot_tell"),
    ([1.0, 2.0, 3.0], [0.0, 3.0, 3.5], "cannot_tell"),
    ([5.0, 6.0, 7.0], [1.0, 2.1, 2.9], "lower"),
    ([1.0], [2.0], "cannot_tell"), ([1.0], [1.0], "same"),
    ([1.0, 2.0], [2.0, 3.0], "cannot_tell"),              # alike twice: no spread to judge by
    ([1.0] * 6, [2.0] * 6, "higher"),                     # alike six times of one sign
    ([None, None], [None, None], "cannot_tell"), ([], [], None),
    ([None, 1.0, 2.0], [9.0, None, 2.0], "same"),         # one whole pair is left, and it is identical
])
def test_verdicts(base: list[float | None], other: list[float | None], verdict: str | None) -> None:
    found = compare(frame(base), frame(other))
    assert found.schema == SCHEMA
    assert found["verdict"].to_list() == ([] if verdict is None else [verdict])


def test_unequal_seeds_are_refused_by_name() -> None:
    with pytest.raises(OutcomeError, match=r"1, 4") as caught:
        compare(frame([1, 2, 3]), frame([1, 2, 3], first=2))
    assert "samme frø" in caught.value.text("da")


def test_unequal_measures_are_refused() -> None:
    with pytest.raises(OutcomeError, match="not the same in the two"):
        compare(frame([1, 2]), frame([1, 2], name="n"))


def test_a_scenario_compared_with_itself_is_the_same_everywhere() -> None:
    measured = measure(synthetic_tables([1, 2, 3], 60, 80), CostBook())
    found = compare(measured, measured)
    assert set(found.filter(pl.col("pairs") > 0)["verdict"]) == {"same"}
    assert set(found.filter(pl.col("pairs") == 0)["verdict"]) == {"cannot_tell"}


def test_the_chance_of_a_false_difference_is_about_one_in_twenty() -> None:
    luck = np.random.default_rng(1)
    many = pl.concat([frame(list(luck.normal(size=10)), name=f"m{number}") for number in range(1000)])
    other = many.with_columns(value=pl.Series(luck.normal(size=many.height)))
    told = compare(many, other)["verdict"].is_in(["higher", "lower"]).sum()
    assert 25 <= told <= 80  # 50 expected; this many by chance in all but one of ten thousand tries


def headlines(values: dict[str, list[float]]) -> pl.DataFrame:
    count = len(next(iter(values.values())))
    return pl.concat([frame(list(values.get(key, [1.0] * count)), name=key) for key in HEADLINES])


def test_the_rule_goes_on_stops_by_precision_and_stops_at_the_cap() -> None:
    rule = StoppingRule(floor=4, cap=8, batch=2, relative_precision=0.05)
    key = "weeks_job"
    few, wild, calm = [10.0, 11, 12], [1.0, 20, 3, 30, 2, 25, 4, 18], [10.0, 10.1, 9.9, 10, 10.1, 9.9]
    assert rule.decide({"a": headlines({key: few})}).enough is False
    going = rule.decide({"a": headlines({key: wild[:6]})})
    assert (going.enough, going.rule) == (False, "")
    capped = rule.decide({"a": headlines({key: wild})})
    assert (capped.enough, capped.rule) == (True, "cap")
    assert "loftet på 8" in capped.reason.da
    assert "cap of 8" in capped.reason.en
    precise = rule.decide({"a": headlines({key: calm})})
    assert (precise.enough, precise.rule, precise.seeds) == (True, "precision", 6)
    assert rule.decide({"a": headlines({key: calm[:4]})}).rule == "floor"


def test_the_rule_looks_at_paired_differences_when_there_are_several_scenarios() -> None:
    rule = StoppingRule(floor=4, cap=40)
    wild = [1.0, 20, 3, 30, 2, 25]
    shifted = [value + 5 + change for value, change in zip(wild, [0.01, 0, 0.02, 0, 0.01, 0], strict=True)]
    base, other = headlines({"weeks_job": wild}), headlines({"weeks_job": shifted})
    assert rule.decide({"a": base}).enough is False
    verdict = rule.decide({"a": base, "b": other})
    assert verdict.enough is True
    assert "independent seeds would have taken" in verdict.reason.en
    assert "Fælles tilfældigheder" in verdict.reason.da
    calm = headlines({"weeks_job": [10.0, 10.1, 9.9, 10.0]})
    assert "Common luck" not in rule.decide({"a": calm}).reason.en, "one scenario has nothing to share its luck with"


def test_the_rule_does_not_care_whether_a_difference_is_clear() -> None:
    rule = StoppingRule(floor=4, cap=40)
    base = headlines({"weeks_job": [10.0, 10.2, 9.8, 10.1, 9.9]})
    clear = headlines({"weeks_job": [90.0, 10.2, 109.8, 210.1, 150.0]})
    assert rule.decide({"a": base, "b": clear}).enough is False


def test_rules_and_frames_that_make_no_sense_are_refused() -> None:
    for floor, cap, batch, precision in ((1, 4, 1, 0.1), (8, 4, 1, 0.1), (4, 8, 0, 0.1), (4, 8, 1, 0.0)):
        with pytest.raises(OutcomeError):
            StoppingRule(floor=floor, cap=cap, batch=batch, relative_precision=precision)
    with pytest.raises(OutcomeError, match="nothing to judge"):
        StoppingRule().decide({})
    with pytest.raises(OutcomeError, match="not the same"):
        StoppingRule().decide({"a": headlines({"weeks_job": [1.0, 2]}), "b": headlines({"weeks_job": [1.0]})})


def test_who_gains_is_counted_person_by_person() -> None:
    def person(job: int) -> Person:
        return Person([(Standing.BENEFIT, 40 - job), *([(Standing.PART_TIME, job)] if job else [])],
                      [(Phase.STAGNATION, 40)])

    base = hand_tables([person(job) for job in (0, 10, 20, 5, 0)], 40)
    other = hand_tables([person(job) for job in (12, 10, 8, 7, 0)], 40)
    row = gains(base, other).filter(pl.col("group") == "all", pl.col("weeks_in") == "job").row(0, named=True)
    assert row == {
        "group": "all", "weeks_in": "job", "people": 5, "gained": 0.2, "lost": 0.2, "unchanged": pytest.approx(0.6),
        "mean_gain": 12.0, "mean_loss": -12.0, "mean_difference": pytest.approx(0.4)}
    assert gains(base, other).filter(pl.col("group") == "female")["gained"].to_list() == [None] * 3
    with pytest.raises(OutcomeError):
        gains(base, hand_tables([person(0)], 40, seed=2))


def test_jobs_move_between_channels_and_the_sum_is_the_net() -> None:
    people = [Person([(Standing.BENEFIT, 20)], [(Phase.STAGNATION, 20)]) for _ in range(5)]
    network = Event(4, 1, EventKind.JOB_WON, current=Channel.NETWORK)
    base = hand_tables(people, 20, [Event(3, 0, EventKind.JOB_WON, current=Channel.JOBCENTRE), network])
    other = hand_tables(people, 20, [Event(3, 2, EventKind.JOB_WON, current=Channel.BROKER), network])
    found = displaced(base, other).filter(pl.col("group") == "all")
    assert dict(found.select("measure", "difference").rows()) == {
        "none": 0, "jobcentre": -1, "broker": 1, "provider": 0, "network": 0, "own": 0}
    shares = jobs_by_channel(base).filter(pl.col("group") == "all")
    assert dict(shares.select("channel", "share").rows())["network"] == 0.5
    assert math.isclose(shares["share"].sum(), 1)
