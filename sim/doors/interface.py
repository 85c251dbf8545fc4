"""The five verbs of the Python interface: load, run, measure, compare, report. Polars frames come out of each."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import polars as pl

from sim.doors.kept_runs import Runs
from sim.doors.loading import scenarios
from sim.doors.measuring import measured
from sim.doors.model import MODEL, beside, burnt_in, played
from sim.doors.own_measures import OwnMeasure, own_measured
from sim.doors.playing import drafted
from sim.doors.study import kept_together, study_of
from sim.engine.dealing import side_by_side
from sim.engine.experiment import Experiment, SeedFailedError
from sim.engine.mechanism import Mechanism, week_with
from sim.engine.tasks import Model
from sim.errors import RunError, Text
from sim.outcomes import comparison
from sim.record.folder import RunFolder, RunWriter
from sim.record.parts import write_part
from sim.scenario.scenario import Scenario, catalogue_scenario
from sim.scenario.size import resized
from sim.views.brief import write_brief
from sim.vocabulary import Word

Value = float | int | bool | str | Word
Dated = Mapping[str, Value]
"""A value per date: ``{"start": 80, "2018-01": 40}``; ``start`` reaches back into the burn-in."""

_NOTHING_RUN = Text("Intet er kørt.", "Nothing was run.")


def load(
    file: Path | str | None = None, values: Mapping[str, Value | Dated] | None = None, *, name: str | None = None,
    citizens: int | None = None, weeks: int | None = None, burn_in_weeks: int | None = None,
) -> Scenario:
    """Read a scenario file (without one: the catalogue's values), and change it where asked.

    ``values`` are settings by dotted key, plain (from week 0 on) or dated. ``name`` tells it from others in
    comparisons. ``citizens``, ``weeks`` and ``burn_in_weeks`` replace the file's.

    Raises:
        ScenarioError, PopulationError: with every problem, as ``vendepunkt check`` tells them.
    """
    read = resized(catalogue_scenario("baseline"), citizens, weeks) if file is None else scenarios(
        (Path(file),), citizens, weeks)[0]
    if burn_in_weeks is not None:
        read = read.with_time(burn_in_weeks=burn_in_weeks)
    changed = read.with_values(dict(values)) if values else read
    return changed if name is None else replace(changed, name=name)


def run(
    scenario: Scenario, seeds: int | Sequence[int] = 8, out: Path | str | None = None,
    mechanisms: Sequence[Mechanism] = (), jobs: int = 1,
) -> Runs:
    """Play a scenario, once per seed.

    Args:
        scenario: what ``load`` gives.
        seeds: how many (1 to n), or which.
        out: the folder for the results; without one they live as long as what is returned.
        mechanisms: of one's own, put into the week; the results name them.
        jobs: processes. Results are the same; with several, mechanisms must be importable by name.

    Raises:
        RunError: when there is nothing to run or a mechanism cannot be used. What a mechanism itself raises is in the
            notes of the error.
        RecordError: when the disk refuses.
    """
    numbers = tuple(range(1, seeds + 1)) if isinstance(seeds, int) else tuple(seeds)
    model = _model(mechanisms, jobs)
    told = {one.name: one.told for one in mechanisms}
    experiment = Experiment((scenario,), numbers, model, jobs, side_by_side((scenario,)))
    if out is not None:
        return _kept(experiment, Path(out), told)
    scratch = Path(mkdtemp(prefix="vendepunkt-"))
    try:
        return _kept(experiment, scratch / "run", told).forgotten_with_me(scratch)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def measure(runs: Runs, own: Mapping[str, OwnMeasure] | None = None) -> pl.DataFrame:
    """Return seed, group, measure and value: every measure of the catalogue, then one's own.

    ``own`` gives each measure's name and a function from the run's tables to a frame with seed and value (and group,
    where there is one for each).

    Raises:
        OutcomeError: when a name is taken or a frame is not of that shape.
    """
    return pl.concat([measured(runs.scenario, runs.tables), own_measured(runs.tables, own or {})])


def compare(base: Runs, *others: Runs, own: Mapping[str, OwnMeasure] | None = None) -> pl.DataFrame:
    """Hold runs against a baseline, seed by seed: a row per scenario, measure and group.

    The columns after ``scenario`` are those of ``sim.outcomes.comparison.compare``: levels, the difference with its
    precision and its range from run to run, what the common luck saved, and a verdict.

    Raises:
        OutcomeError: when the runs do not have the same seeds.
        RunError: when two have the same name or other weeks.
    """
    kept_together([one.kept for one in (base, *others)])
    first = measure(base, own)
    frames = [
        comparison.compare(first, measure(other, own)).select(pl.lit(other.scenario.name).alias("scenario"), pl.all())
        for other in others
    ]
    return pl.concat(frames) if frames else pl.DataFrame()


def report(base: Runs, *others: Runs, out: Path | str = "brief.html") -> Path:
    """Write the brief, one HTML page in Danish and English, and return where it is.

    Raises:
        RunError: when two runs have the same name, or other seeds or weeks.
        ViewError: when it cannot be written.
    """
    runs = [one.kept for one in (base, *others)]
    kept_together(runs)
    path = Path(out)
    write_brief(study_of(runs, path.stem), path)
    return path


def _kept(experiment: Experiment, folder: Path, told: Mapping[str, str]) -> Runs:
    def begin(scenario: Scenario) -> RunWriter:
        draft = drafted(scenario, experiment.seeds)
        return RunWriter.begin(folder, draft.model_copy(update={"mechanisms": dict(told)}))

    try:
        experiment.run(begin)
    except SeedFailedError as error:
        error.add_note(error.trace)
        raise
    return Runs(experiment.scenarios[0], RunFolder.open(folder))


def _model(mechanisms: Sequence[Mechanism], jobs: int) -> Model:
    stages = week_with(mechanisms)
    if not mechanisms:
        return MODEL
    if jobs > 1:
        _refuse_what_cannot_travel(mechanisms)
    return Model(burnt_in, partial(played, stages=stages), measured, write_part, beside)


def _refuse_what_cannot_travel(mechanisms: Sequence[Mechanism]) -> None:
    for one in mechanisms:
        if _travels(one.act):
            continue
        raise RunError.about(
            "mechanism",
            Text("kan ikke bruges med flere processer, for funktionen kan ikke importeres ved navn",
                 "cannot be used with several processes, since the function cannot be imported by name"),
            Text("Læg den i en fil for sig selv, eller kør med jobs=1.",
                 "Put it into a file of its own, or use jobs=1."),
            key=one.name, nothing_done=_NOTHING_RUN,
        )


def _travels(act: Callable[..., None]) -> bool:
    if getattr(act, "__module__", "__main__") == "__main__":
        return False
    try:
        pickle.dumps(act)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True
