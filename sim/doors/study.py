"""From finished run folders to a study that can be shown: scenarios read back, runs measured, held side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sim.doors.effects import known_effects
from sim.doors.measuring import accounted, measured, welfare
from sim.errors import RecordError, RunError, Text
from sim.outcomes.comparison import compare
from sim.outcomes.knowledge import knowledge
from sim.record.folder import RunFolder
from sim.scenario.rows import Row, on_row
from sim.scenario.scenario import Scenario, load_text
from sim.views.study import Arm, Study

_BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished run read back: its folder and the scenario it played."""

    folder: RunFolder
    scenario: Scenario

    @property
    def name(self) -> str:
        """The scenario's name."""
        return self.scenario.name

    def lived_by(self, seed: int) -> Scenario:
        """The scenario a seed was lived under: with its accepted row beneath, where it had one."""
        manifest = self.folder.manifest
        number = manifest.row_of_seed.get(seed)
        kept = [one for one in manifest.accepted if one.row == number]
        return on_row(self.scenario, Row(kept[0].row, dict(kept[0].values))) if kept else self.scenario


def opened(path: Path) -> Kept:
    """Open a run folder and read its scenario back.

    Raises:
        RecordError: when there is no whole run; a study's folder is called by its name.
        ScenarioError: when its scenario cannot be read by this version.
    """
    folder = run_in(path)
    manifest = folder.manifest
    return Kept(folder, load_text(manifest.scenario, manifest.scenario_name).with_late(manifest.late))


def run_in(path: Path) -> RunFolder:
    """Open a run folder.

    Raises:
        RecordError: when there is no whole run; a study's folder is called by its name.
    """
    try:
        return RunFolder.open(path)
    except RecordError:
        if not _holds_study(path):
            raise
    raise RecordError.about(
        str(path), Text("er et studie, ikke en kørsel", "is a study, not a run"),
        Text("Læs det med vendepunkt study analyse, eller nævn en mappe, som vendepunkt run har skrevet.",
             "Read it with vendepunkt study analyse, or name a folder that vendepunkt run has written."))


def _holds_study(path: Path) -> bool:
    from sim.studies.folder import StudyFolder

    try:
        StudyFolder.open(path)
    except RecordError:
        return False
    return True


def kept_in(paths: Sequence[Path], base: str | None) -> tuple[Kept, ...]:
    """Open run folders, or all runs in a folder of them; the baseline comes first, the others in their order.

    ``base`` names the baseline; without it, it is the first of several folders given, or in a folder the run that all
    others build on.

    Raises:
        RunError: when it is not clear which run is the baseline, two have the same name, or seeds differ.
        RecordError, ScenarioError: as ``opened`` tells.
    """
    runs = [opened(path) for path in _run_folders(paths)]
    names = [run.name for run in runs]
    first = base or (names[0] if len(paths) > 1 or len(runs) == 1 else _built_on(runs))
    if first not in names:
        raise _unclear(paths, names)
    kept_together(runs)
    return tuple(sorted(runs, key=lambda run: run.name != first))


def study_of(runs: Sequence[Kept], name: str, known: Mapping[str, pl.DataFrame] | None = None) -> Study:
    """Hold runs against the first of them. ``known`` are measured frames by scenario, where they exist already."""
    arms = [_arm(run, runs[0], known or {}) for run in runs]
    base, *others = arms
    questions = [arm.question for arm in (*others, base) if arm.question.da]
    rows = base.row_of_seed
    several = len(set(rows.values())) > 1
    return Study(
        name=name, question=questions[0] if questions else base.title, base=base, others=tuple(others),
        comparison={arm.name: compare(base.measures, arm.measures, rows) for arm in others},
        stopping=told(base.manifest.stopping),
        knowledge={arm.name: knowledge(base.measures, arm.measures, rows) for arm in others} if several else None,
        accepted_sets=len(set(rows.values())), provisional=base.manifest.rows_provisional, effects=known_effects(),
    )


def told(stopping: str) -> Text:
    """The manifest's one text as a text in two languages."""
    da, _, en = stopping.partition(" / ")
    return Text(da, en or da)


def _arm(run: Kept, base: Kept, known: Mapping[str, pl.DataFrame]) -> Arm:
    tables = run.folder.tables()
    measures, amounts = known.get(run.name), accounted(run.scenario, tables)
    return Arm.of(
        run.scenario, base.scenario, run.folder.manifest, tables,
        measured(run.scenario, tables) if measures is None else measures, amounts,
        welfare(run.scenario, tables, amounts),
    )


def _run_folders(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        holds_runs = path.is_dir() and not (path / "manifest.json").is_file()
        inside = [file.parent for file in sorted(path.glob("*/manifest.json"))] if holds_runs else []
        found += inside or [path]  # a folder that is no run and holds none is refused when it is opened
    return found


def _built_on(runs: Sequence[Kept]) -> str:
    """The one run that every other builds on, or one called baseline; empty when there is none."""
    names = [run.name for run in runs]
    shared = [
        name for name in names
        if all(name in run.folder.manifest.parents for run in runs if run.name != name)
    ]
    return shared[0] if len(shared) == 1 else _BASELINE if _BASELINE in names else ""


def kept_together(runs: Sequence[Kept]) -> None:
    """See that runs can be held against each other.

    Raises:
        RunError: when two have the same name, or seeds or weeks differ.
    """
    names = [run.name for run in runs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise _refusal(twice, Text("er der to kørsler af", "is there twice"), Text("Vælg én.", "Choose one."))
    first = runs[0].folder.manifest
    for run in runs[1:]:
        here = run.folder.manifest
        if (here.seeds, here.weeks, here.rows_digest) != (first.seeds, first.weeks, first.rows_digest):
            raise _refusal(
                str(run.folder.path),
                Text("har andre frø, uger eller parametersæt end den første",
                     "has other seeds, weeks or parameter sets than the first"),
                Text("Kør dem sammen med vendepunkt compare.", "Run them together with vendepunkt compare."),
            )


def _unclear(paths: Sequence[Path], names: Sequence[str]) -> RunError:
    return _refusal(
        ", ".join(str(path) for path in paths),
        Text("det er ikke klart, hvilken kørsel de andre skal holdes op imod",
             "it is not clear which run the others are to be held against"),
        Text(f"Nævn den med --base: {', '.join(names)}.", f"Name it with --base: {', '.join(names)}."),
    )


def _refusal(where: str, what: Text, remedy: Text) -> RunError:
    return RunError.about(where, what, remedy, nothing_done=Text("Intet er skrevet.", "Nothing was written."))
