"""A study over made-up tables, for tests of what readers see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tests.fixtures_tables import synthetic_tables

from sim.errors import Text
from sim.outcomes.accounts import accounts
from sim.outcomes.socio_economy import socio_economy
from sim.outcomes.comparison import compare
from sim.outcomes.measuring import measure
from sim.record.manifest import Manifest
from sim.record.tables import RunTables
from sim.scenario.scenario import Scenario, catalogue_scenario
from sim.outcomes.costs import cost_book
from sim.views.study import Arm, Study

WEEKS = 130
_CHANGES = (
    {"casework.caseload": {"2018-01": 40.0}, "casework.handover": {"2018-01": "planned"}},
    {"casework.meeting_interval": 2.0}, {"casework.keep_across_benefits": True},
)


def synthetic_study(
    seeds: Sequence[int] = (1, 2, 3, 4), alternatives: int = 1, citizens: int = 60, weeks: int = WEEKS,
) -> Study:
    """A baseline and so many alternatives, each with a little more work than the one before."""
    baseline = catalogue_scenario("baseline")
    base = _arm(baseline, baseline, synthetic_tables(seeds, citizens, weeks), seeds)
    others = tuple(
        _named(_arm(baseline.with_values(_CHANGES[place]), baseline,
                    synthetic_tables(seeds, citizens, weeks, lift=0.8 * (place + 1)), seeds), f"other-{place}")
        for place in range(alternatives)
    )
    return Study(
        name="study", question=Text("Hvad koster det?", "What does it cost?"), base=base, others=others,
        comparison={arm.name: compare(base.measures, arm.measures) for arm in others},
        stopping=Text("Nok gennemkørsler.", "Enough runs."),
    )


def _arm(scenario: Scenario, baseline: Scenario, tables: RunTables, seeds: Sequence[int]) -> Arm:
    prices = cost_book(scenario)
    manifest = Manifest(
        created=datetime(2026, 1, 5, 12, tzinfo=UTC), vendepunkt_version="0.1.0", scenario_name=scenario.name,
        scenario="", scenario_digest=scenario.digest, start=scenario.start, seeds=tuple(seeds), weeks=tables.weeks,
        burn_in_weeks=312, citizens=60, versions={},
    )
    amounts = accounts(tables, prices)
    welfare = socio_economy(tables, prices, amounts)
    return Arm.of(scenario, baseline, manifest, tables, measure(tables, prices), amounts, welfare)


def _named(arm: Arm, name: str) -> Arm:
    return replace(
        arm, name=name, title=Text(f"Alternativ {name}", f"Alternative {name}"),
        question=Text(f"Virker {name}?", f"Does {name} work?"),
        not_modelled=(Text("Boligmarkedet.", "The housing market."),),
    )
