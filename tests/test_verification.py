"""Verification by ablation (model 8.9): a mechanism that is off takes with it what it carries, and nothing is left.

These check the code, not the world: what each mechanism claims to carry must not come from somewhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from sim.engine.run import simulate_many
from sim.population.town import Town, on_support, standings
from sim.processes.casework import Proposals
from sim.processes.handover import hand_over
from sim.processes.matching import find
from sim.processes.now import Now
from sim.vocabulary import ORDINARY_JOB, Cause, CaseworkerKind, Channel
from tests.fixtures_model import past, small_town, this_week, unlike_columns, watched
from tests.fixtures_looks import LOOKS

SEEDS = (1, 2, 3, 4, 5, 6)
SIZE = {"ready": 90, "course": 30, "weeks": 40, "burn_in_weeks": 13}
NO_CHANGE_EFFECT = {"mechanisms.change_loss": False, "mechanisms.anxious_harm": False}
ALIKE = {"mechanisms.caseworker_differences": False, "casework.turnover": 0.0, "casework.strain_turnover": 0.0}
THROUGH_THEM = {
    "casework.caseload": 30.0, "casework.reassignment": 0.0, "casework.belief_to_action": 1.0,
    "employment.applications": 0.0, "network.leads": 0.0, "placements.effort": 1.0, "placements.hire_bar": 0.2,
    "firms.cycle": 2.0,
}
"""A town where the way to a job goes through the caseworker."""
MANY = tuple(range(1, 15))
_WORK = standings(*ORDINARY_JOB)


@pytest.mark.parametrize("cause", [Cause.STAFF_TURNOVER, Cause.REASSIGNED, Cause.BENEFIT_CHANGE])
def test_without_the_change_effect_a_change_takes_nothing(cause: Cause) -> None:
    for given, taken in (({}, True), (NO_CHANGE_EFFECT, False)):
        scenario = small_town(given, **SIZE)
        town = past(scenario, 1).town
        before = town.citizens.copy()
        rows = np.flatnonzero(on_support(town.citizens) & (town.citizens.post >= 0))
        hand_over(town, this_week(scenario), rows, cause, met_by=0)
        changed = set(unlike_columns(town.citizens, before)) - {"caseworker_changes", "changed", "trust_before"}
        assert bool(changed) is taken, changed


def continuity(given: dict[str, Any]) -> float:
    """What moving cases around costs in trust: many moves less none, mean over seeds."""
    rates = ({"casework.reassignment": rate, **ALIKE, **given} for rate in (0.9, 0.0))
    many, none = (watched(small_town(values, **SIZE), SEEDS, LOOKS["trust"]) for values in rates)
    return float((many - none).mean())


def test_without_the_change_effect_there_is_no_continuity_effect() -> None:
    there, gone = continuity({}), continuity(NO_CHANGE_EFFECT)
    assert there < -0.02, "with it, moving cases around costs trust"
    assert abs(gone) < 0.1 * abs(there), "without it, a tenth of that at most: the noise of other queues"


def seekers(town: Town, knowledge: float) -> Proposals:
    """Everybody on support seeks a workplace through the jobcentre, with the same knowledge of firms."""
    rows = np.flatnonzero(on_support(town.citizens))
    return Proposals(rows, np.full(len(rows), int(Channel.JOBCENTRE)), np.full(len(rows), knowledge, dtype=np.float32))


@pytest.mark.parametrize(("different", "matters"), [(True, True), (False, False)])
def test_without_firm_differences_it_does_not_matter_who_knows_the_firms(
    different: bool, matters: bool,  # noqa: FBT001 - two words of a table
) -> None:
    scenario = small_town({"mechanisms.firm_differences": different}, **SIZE)
    town = past(scenario, 2).town
    town.firms.openings[:] = 1  # a prospect everywhere: what is left to know is what the workplaces are like
    town.firms.relation[:] = 0.2
    little, much = (find(town, this_week(scenario), seekers(town, knowledge)) for knowledge in (0.0, 1.0))
    assert bool((little != much).any()) is matters


def test_without_firm_differences_all_workplaces_can_become_the_same_to_a_person() -> None:
    scenario = small_town({"mechanisms.firm_differences": False}, **SIZE)
    firms = past(scenario, 2).town.firms
    for trait in ("tolerance", "competence", "backing", "adaptability", "willingness", "capacity_base"):
        assert np.ptp(getattr(firms, trait)) == 0.0, trait
    other = past(small_town(None, **SIZE), 2).town.firms
    assert np.ptp(other.tolerance) > 0.3


@dataclass(frozen=True)
class ByPost:
    """First jobs of each caseworker's citizens, the citizen weeks they were followed, and the town of the post."""

    jobs: npt.NDArray[np.float64]
    weeks: npt.NDArray[np.float64]
    town: npt.NDArray[np.uint8]

    @property
    def freedom(self) -> int:
        """Caseworkers whose jobs are free to vary, each town's mean being given."""
        return len(self.jobs) - len(np.unique(self.town))

    @property
    def dispersion(self) -> float:
        """Spread of jobs over the caseworkers of a town relative to chance: 1 when only luck tells them apart."""
        rate = np.bincount(self.town, weights=self.jobs) / np.bincount(self.town, weights=self.weeks)
        expected = self.weeks * rate[self.town]
        return float((((self.jobs - expected) ** 2) / expected).sum() / self.freedom)


def first_jobs_by_post(given: dict[str, Any]) -> ByPost:
    """Play the towns and count."""
    values = {**THROUGH_THEM, **ALIKE, **given}
    scenario = small_town(values, ready=180, course=0, weeks=78, burn_in_weeks=13)
    state = past(scenario, *MANY)
    jobs, weeks = np.zeros(state.town.posts.rows), np.zeros(state.town.posts.rows)
    had: set[int] = set()
    led = {int(who): int(post) for who, post in zip(state.town.citizens.citizen, state.town.citizens.post, strict=True)}

    def look(town: Town, now: Now) -> None:  # noqa: ARG001 - the week is told too
        c = town.citizens
        for row in np.flatnonzero(c.present):
            who = int(c.citizen[row])
            if _WORK[c.standing[row]]:
                if who not in had and led.get(who, -1) >= 0:
                    jobs[led[who]] += 1
                had.add(who)
            elif c.post[row] >= 0 and who not in had:
                weeks[c.post[row]] += 1
                led[who] = int(c.post[row])

    simulate_many(scenario, state, look)
    mine = state.town.posts.kind == CaseworkerKind.AUTHORITY
    return ByPost(jobs[mine], weeks[mine], state.town.posts.town[mine])


def test_identical_caseworkers_differ_in_job_starts_by_chance_alone() -> None:
    alike = first_jobs_by_post({})
    assert alike.jobs.mean() > 3, "enough of them that chance has a size"
    assert abs(alike.dispersion - 1.0) < 2.5 * np.sqrt(2.0 / alike.freedom)
    unlike = first_jobs_by_post({"mechanisms.caseworker_differences": True, "casework.differences": 0.5})
    assert unlike.dispersion > alike.dispersion + np.sqrt(2.0 / alike.freedom), "and differ more when they are unlike"
