"""Scenarios × seeds: which runs are needed, in what batches, kept as they come, stopped when the answer is good enough.

All scenarios meet the same seeds, and those whose burn-in cannot differ share it: seed 7 lives through its six years
once, and every policy then starts from the very same town. What one process finds, two find as well.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import polars as pl

from sim.engine.dealer import Dealer, Share
from sim.engine.tasks import Failed, Model, Ran, weeks_of
from sim.engine.terms import Finished, Keeper, Progress, Stopping
from sim.engine.workers import OtherProcesses, ThisProcess, WorkerDiedError, Workers
from sim.errors import Problem, RunError, Text, Where
from sim.scenario.rows import Row, on_row
from sim.scenario.scenario import Scenario

_GIVEN = Text("De valgte frø er kørt.", "The chosen seeds were run.")
_CAP = Text("Loftet over antallet af frø er nået.", "The largest number of seeds was reached.")
_RESUME = Text(
    "Det, der er færdigt, er gemt. Kør samme kommando igen for at fortsætte.",
    "What is finished is kept. Run the same command again to go on.",
)


class SeedFailedError(RunError):
    """A seed broke in a way the user cannot have caused; ``trace`` is for whoever mends the model."""

    trace: str = ""


class InterruptedRunError(KeyboardInterrupt):
    """Somebody pressed Ctrl-C; ``kept`` says in words what is safe and how to go on."""

    def __init__(self, kept: Text) -> None:
        super().__init__(kept.en)
        self.kept = kept


@dataclass(frozen=True)
class Experiment:
    """A set of runs about to happen.

    ``scenarios``: the first is what others are held against. ``seeds``: in the order they will be run. ``stopping``:
    None runs all of them. ``jobs``: 1 plays in this process. ``side_by_side``: at most so many seeds are played at once
    in a process, which is quicker for small towns and gives the same. ``watch`` hears of progress. ``rows``: accepted
    parameter sets; each seed is lived under one of them, the same in every scenario, so that differences stay paired.
    """

    scenarios: tuple[Scenario, ...]
    seeds: tuple[int, ...]
    model: Model
    jobs: int = 1
    side_by_side: int = 8
    stopping: Stopping | None = None
    watch: Callable[[Progress], None] = field(default=lambda _progress: None)
    rows: tuple[Row, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be run.

        Raises:
            RunError: when there is nothing to run, or a seed or a scenario's name comes twice.
        """
        problems = [*_doubles("seed", "frø", self.seeds), *_doubles("scenario", "scenarie", self._names())]
        if not self.scenarios or not self.seeds:
            problems.append(Problem(Where("vendepunkt"), Text("der er intet at køre", "there is nothing to run")))
        if problems:
            raise RunError(problems, Text("Intet er kørt.", "Nothing was run."))

    def row_of(self, seed: int) -> Row | None:
        """The accepted set a seed is lived under: rows in turn, by the seed's place; None without rows."""
        return self.rows[self.seeds.index(seed) % len(self.rows)] if self.rows else None

    def run(self, begin: Callable[[Scenario], Keeper]) -> Finished:
        """Run, keeping every seed as it comes; an earlier attempt is taken up where it ended.

        Raises:
            InterruptedRunError: on Ctrl-C, when the runs under way have come to rest.
            SeedFailedError: when the model breaks; names the scenario and the seed.
            RunError, RecordError: when the user or the disk stands in the way.
        """
        started = time.monotonic()
        with ExitStack() as stack:
            keepers = {scenario.name: stack.enter_context(_closing(begin(scenario))) for scenario in self.scenarios}
            attempt = _Attempt(self, keepers)
            try:
                reason = self._play(attempt)
                elapsed = time.monotonic() - started
                for keeper in keepers.values():
                    keeper.finish(_both(reason), elapsed, attempt.done)
            except KeyboardInterrupt:
                raise InterruptedRunError(attempt.told()) from None
            except WorkerDiedError as error:
                raise RunError.about("vendepunkt", _DIED, _RESUME) from error
            return Finished(attempt.done, reason, elapsed, attempt.frames())

    def _play(self, attempt: _Attempt) -> Text:
        workers = self._workers(attempt.tell)
        try:
            return attempt.run(workers)
        finally:
            workers.stop()

    def _workers(self, on_tick: Callable[[], None]) -> Workers:
        if self.jobs <= 1:
            return ThisProcess(self.model, on_tick)
        most_tasks = len(self.seeds) * len(self.scenarios)
        return OtherProcesses(self.model, min(self.jobs, most_tasks), 2 * most_tasks, on_tick)

    def _names(self) -> tuple[str, ...]:
        return tuple(scenario.name for scenario in self.scenarios)


class _Attempt:
    """One way through an experiment: what is done, what is measured, what to do next."""

    def __init__(self, experiment: Experiment, keepers: Mapping[str, Keeper]) -> None:
        self._plan = experiment
        self._keepers = keepers
        self._before = {name: keeper.seeds_done() for name, keeper in keepers.items()}
        self._measured: dict[tuple[str, int], pl.DataFrame] = {}
        self._workers: Workers | None = None
        self._spared = 0
        self._batch_end = 0
        self._groups = _groups(experiment.scenarios, experiment.rows[:1])
        self.done: tuple[int, ...] = ()

    def run(self, workers: Workers) -> Text:
        """Run batch after batch and return why it ended."""
        self._workers = workers
        dealer = Dealer(workers, self._plan.jobs, self._plan.side_by_side)
        rule = self._plan.stopping
        for batch in _batches(self._plan.seeds, rule):
            self._batch_end += len(batch)
            for answer in dealer.answers(self._shares(batch)):
                self._note(answer.runs)
                if answer.failed is not None:
                    raise _failure(answer.failed)
            self.done += batch
            self.tell()
            if rule is not None:
                verdict = rule.decide(self.frames())
                if verdict.enough:
                    return verdict.reason
        return _GIVEN if rule is None else _CAP

    def _note(self, runs: Sequence[Ran]) -> None:
        for ran in runs:
            for seed in ran.seeds:  # a run of no weeks has no rows, and is done all the same
                self._measured[ran.scenario, seed] = ran.measured.filter(pl.col("seed") == seed)

    def frames(self) -> dict[str, pl.DataFrame]:
        """Each scenario's measured frame of all seeds done, in the order of the seeds whatever finished first."""
        return {
            scenario.name: pl.concat([self._measured[scenario.name, seed] for seed in sorted(self.done)])
            for scenario in self._plan.scenarios
        }

    def tell(self) -> None:
        """Tell whoever watches how far it is."""
        plan = self._plan
        played = 0 if self._workers is None else self._workers.weeks_played()
        each = sum(weeks_of(group) for group in self._groups)
        plan.watch(Progress(
            self._spared + played, each * self._batch_end, len(self._whole()), self._batch_end, len(plan.seeds),
        ))

    def told(self) -> Text:
        """What is safe after an interruption."""
        whole = sum(len(keeper.seeds_done().intersection(self._plan.seeds)) for keeper in self._keepers.values())
        most = len(self._plan.seeds) * len(self._keepers)
        return Text(
            f"Afbrudt. {whole} af {most} kørsler er færdige. {_RESUME.da}",
            f"Interrupted. {whole} of {most} runs are finished. {_RESUME.en}",
        )

    def _whole(self) -> list[int]:
        names = [scenario.name for scenario in self._plan.scenarios]
        return [seed for seed in self._plan.seeds if all((name, seed) in self._measured for name in names)]

    def _shares(self, batch: Sequence[int]) -> list[Share]:
        """What is left to play of a batch; what an earlier attempt kept is measured instead."""
        blocks: dict[tuple[Scenario, ...], list[int]] = {}
        for seed in batch:
            for group in self._groups:
                left = tuple(scenario for scenario in group if seed not in self._before[scenario.name])
                for scenario in group:
                    if scenario not in left:
                        tables = self._keepers[scenario.name].part(seed)
                        self._measured[scenario.name, seed] = self._plan.model.measure(scenario, tables)
                self._spared += weeks_of(group) - weeks_of(left)
                if left:
                    blocks.setdefault(left, []).append(seed)
        return [
            Share(
                tuple(seeds), scenarios, tuple(self._keepers[scenario.name].parts for scenario in scenarios),
                tuple(row for row in map(self._plan.row_of, seeds) if row is not None),
            )
            for scenarios, seeds in blocks.items()
        ]


_DIED = Text(
    "en af processerne forsvandt; måske slap hukommelsen op (prøv færre --jobs)",
    "one of the processes vanished; perhaps memory ran out (try fewer --jobs)",
)


def _both(text: Text) -> str:
    """A manifest holds one text for all its readers."""
    return f"{text.da} / {text.en}"


def _batches(seeds: tuple[int, ...], rule: Stopping | None) -> Iterator[tuple[int, ...]]:
    """All at once, or first the floor and then batch by batch."""
    first = len(seeds) if rule is None else min(max(rule.floor, 1), len(seeds))
    step = first if rule is None else max(rule.batch, 1)
    yield seeds[:first]
    for start in range(first, len(seeds), step):
        yield seeds[start : start + step]


def _groups(scenarios: Sequence[Scenario], rows: Sequence[Row]) -> list[tuple[Scenario, ...]]:
    """Scenarios that can share a burn-in, also with a row laid under them, in the order of their first."""
    found: dict[tuple[str, ...], list[Scenario]] = {}
    for scenario in scenarios:
        standing = (scenario.burn_in_digest, *(on_row(scenario, row).burn_in_digest for row in rows))
        found.setdefault(standing, []).append(scenario)
    return [tuple(group) for group in found.values()]


def _doubles(en: str, da: str, given: Sequence[int] | Sequence[str]) -> list[Problem]:
    twice = [value for value, times in Counter(given).items() if times > 1]
    return [
        Problem(
            Where("vendepunkt"), Text(f"{da} {value} står mere end én gang", f"{en} {value} comes more than once"),
            remedy=Text("Nævn hver kun én gang, eller giv den ene fil et andet navn.",
                        "Name each only once, or give one of the files another name."),
        )
        for value in twice[:1]
    ]


def _failure(failed: Failed) -> RunError:
    place = f"{failed.scenario}, seed {failed.seed}"
    if failed.known is not None:
        where = Where(place)
        known = [Problem(where, one.what, one.value, one.allowed, one.remedy) for one in failed.known.problems]
        return RunError(known)
    broken = SeedFailedError.about(place, Text(f"modellen fejlede: {failed.what}", f"the model broke: {failed.what}"))
    broken.trace = failed.trace
    return broken


@contextmanager
def _closing(keeper: Keeper) -> Iterator[Keeper]:
    try:
        yield keeper
    finally:
        keeper.close()
