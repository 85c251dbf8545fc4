"""From scenarios and seeds to finished run folders: the model, the record and the stopping rule put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.doors import options
from sim.doors.failures import say
from sim.doors.model import MODEL
from sim.doors.meter import duration, meter
from sim.doors.seeds import Seeds
from sim.engine.dealing import side_by_side
from sim.engine.experiment import Experiment
from sim.engine.terms import Finished
from sim.errors import Text
from sim.outcomes.stopping import StoppingRule
from sim.record.folder import RunWriter
from sim.record.manifest import AcceptedRow, Manifest
from sim.scenario.loading import Given
from sim.scenario.scenario import Scenario
from sim.scenario.size import citizens_of
from sim.studies.accepted import NONE, Accepted
from sim.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Request:
    """What to play: the first scenario is what the others are held against. Each has its own folder below ``out``."""

    scenarios: tuple[Scenario, ...]
    seeds: Seeds
    out: Path
    jobs: int
    accepted: Accepted = NONE

    def folder(self, scenario: Scenario) -> Path:
        """Where a scenario's run goes."""
        return self.out / scenario.name


def play(request: Request, language: Language) -> Finished:
    """Play it, showing progress; afterwards the run folders are whole.

    Raises:
        InterruptedRunError, RunError, RecordError: as ``Experiment.run`` tells.
    """
    def begin(scenario: Scenario) -> RunWriter:
        draft = with_rows(drafted(scenario, request.seeds.numbers), request.accepted)
        writer = RunWriter.begin(request.folder(scenario), draft)
        if writer.notice is not None:
            say(writer.notice.label(language))
        return writer

    most, floor = max(options.MOST_AS_NEEDED, len(request.seeds.numbers)), request.seeds.floor
    rule = StoppingRule(floor=floor, cap=most) if request.seeds.as_needed else None
    with meter(language) as watch:
        experiment = Experiment(
            request.scenarios, request.seeds.numbers, MODEL, request.jobs, side_by_side(request.scenarios), rule, watch,
            request.accepted.rows,
        )
        finished = experiment.run(begin)
    seeds, took = len(finished.seeds), duration(finished.elapsed_seconds, language)
    told = Text(f"{seeds} frø på {took}", f"{seeds} seed{'' if seeds == 1 else 's'} in {took}").label(language)
    say(f"{told.rstrip('.')}. {finished.reason.label(language)}")
    return finished


def drafted(scenario: Scenario, seeds: Sequence[int]) -> Manifest:
    """The manifest of a run about to begin."""
    draft = Manifest.drafted(
        scenario_name=scenario.name, scenario=scenario.to_toml(), scenario_digest=scenario.digest, seeds=tuple(seeds),
        weeks=scenario.weeks, burn_in_weeks=scenario.burn_in_weeks, citizens=citizens_of(scenario),
    )
    files = dict.fromkeys(Path(layer.file).stem for layer in scenario.layers)
    parents = tuple(name for name in files if name != scenario.name)
    return draft.model_copy(update={"start": scenario.start, "parents": parents, "late": scenario.late})


def with_rows(draft: Manifest, accepted: Accepted) -> Manifest:
    """The manifest with the accepted rows the seeds will be lived under, in turn."""
    if not accepted.rows:
        return draft
    told = tuple(AcceptedRow(row=row.number, values={key: _plain(value) for key, value in row.values.items()})
                 for row in accepted.rows)
    turn = {seed: accepted.rows[place % len(told)].number for place, seed in enumerate(draft.seeds)}
    return draft.model_copy(update={
        "accepted": told, "row_of_seed": turn, "rows_provisional": accepted.provisional,
        "rows_digest": accepted.digest,
    })


def _plain(value: Given) -> float | str:
    return str(getattr(value, "key", value)) if not isinstance(value, (int, float)) else float(value)
