"""Cells × seeds through one code path: what is missing is grouped by burn-in, handed out, and answered as it comes.

Whoever takes the answers keeps them; an answer that was not taken was never given, so nothing is ever half there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import groupby, islice

from sim.engine.dealing import dealt, side_by_side
from sim.engine.together import burn_in_company, company
from sim.errors import RunError, VendepunktError
from sim.scenario.scenario import Scenario
from sim.studies import texts
from sim.studies.crews import Crew
from sim.studies.keeping import Keeping
from sim.studies.plays import Answer, Broken, OtherSourceError, Task, broken_by, source_here
from sim.studies.points import Cell, Point, cells_of

_MOST_CELLS = 16
"""Cells with one burn-in that are handed over together; the next ones find the burn-in again where they land."""

_MOST_LOOKED_AT = 64
"""Cells with one burn-in that are made ready at a time."""

_LOOK_UP_SECONDS = 0.5

Done = Callable[[int], frozenset[int]]
"""The seeds of a cell that need not be played again."""


@dataclass(frozen=True)
class Runs:
    """What is to be played. ``cells`` are asked for as they are needed, those that share a burn-in one after the other.

    ``keep`` says what is kept of a run. ``pooled``: what is kept looks at all seeds of a cell at once, so they are
    played in one place and kept together or not at all. ``done`` tells what an earlier attempt has.
    """

    cells: Iterable[Cell]
    seeds: tuple[int, ...]
    keep: Keeping
    pooled: bool = False
    count: int = 1
    done: Done = field(default=lambda _cell: frozenset())

    def answers(self, crew: Crew, watch: Callable[[], None] = lambda: None) -> Iterator[Answer]:
        """Play what is missing and give each answer when it is ready, in any order; ``watch`` is called in between.

        Members of the crew that vanish are replaced. A task that brings its process down even when left to itself is
        answered as failed runs, like one that breaks.

        Raises:
            RunError: when there is no seed, the cluster is gone, or a worker has another version.
        """
        if not self.seeds:
            raise RunError.about("seeds", texts.NO_SEEDS, nothing_done=texts.NOTHING_RUN)
        yield from _Desk(self, crew, watch).answers()

    def tasks(self, jobs: int) -> Iterator[Task | Broken]:
        """What is missing, as tasks for ``jobs`` players; a cell whose scenario cannot be made is broken at once."""
        for _, group in groupby(self._missing(), _together):
            while found := list(islice(group, _MOST_LOOKED_AT)):
                for one in found:
                    if isinstance(one, Broken):
                        yield one
                cells = [one for one in found if isinstance(one, _Missing)]
                if cells:
                    yield from self._dealt(cells, jobs)

    def _missing(self) -> Iterator[_Missing | Broken]:
        for cell in self.cells:
            done = self.done(cell.number)
            left = tuple(seed for seed in self.seeds if seed not in done)
            if not left:
                continue
            try:
                yield _Missing(cell.number, cell.scenario(), left)
            except VendepunktError as error:
                for seed in left:
                    yield broken_by(cell.number, seed, error)

    def _dealt(self, cells: Sequence[_Missing], jobs: int) -> Iterator[Task]:
        """Cells with one burn-in one after the other; rows of cells whose burn-ins are alike side by side.

        Where the seeds alone are more than go well side by side, they are dealt in blocks instead.
        """
        rows = [tuple(row) for _, row in groupby(cells, lambda cell: cell.scenario.burn_in_digest)]
        fits = self.pooled or len(cells[0].seeds) <= side_by_side([cell.scenario for cell in cells])
        if fits and len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows) and _columns_alike(rows):
            yield from self._beside(rows, jobs)
        else:
            for row in rows:
                yield from self._in_turn(row, jobs)

    def _beside(self, rows: Sequence[tuple[_Missing, ...]], jobs: int) -> Iterator[Task]:
        """As many rows side by side as still go quickly, but no more than give everybody something to do."""
        seeds = rows[0][0].seeds
        most = max(side_by_side([cell.scenario for cell in rows[0]]) // len(seeds), 1)
        size = min(most, -(-len(rows) // jobs), max(-(-self.count // (jobs * len(rows[0]))), 1))
        for start in range(0, len(rows), size):
            some = tuple((cell.number, cell.scenario) for row in rows[start : start + size] for cell in row)
            yield Task(some, seeds, self.keep, self.pooled, source_here())

    def _in_turn(self, cells: Sequence[_Missing], jobs: int) -> Iterator[Task]:
        """Blocks of seeds and of cells: large enough to share, small enough that everybody has something to do."""
        source, seeds = source_here(), cells[0].seeds
        most = len(seeds) if self.pooled else side_by_side([cell.scenario for cell in cells])
        blocks = dealt(seeds, 1 if self.pooled else -(-jobs // max(self.count, 1)), most)
        whole = jobs == 1 or self.count * len(blocks) >= 2 * jobs * len(cells)
        together = len(cells) if whole else max(self.count * len(blocks) // (4 * jobs), 1)
        size = min(together, _MOST_CELLS)
        for block in blocks:
            for start in range(0, len(cells), size):
                some = tuple((cell.number, cell.scenario) for cell in cells[start : start + size])
                yield Task(some, block, self.keep, self.pooled, source)


@dataclass(frozen=True, slots=True)
class _Missing:
    """A cell with the seeds that are still to be played."""

    number: int
    scenario: Scenario
    seeds: tuple[int, ...]


def _together(one: _Missing | Broken) -> tuple[str, tuple[int, ...]]:
    """What must be equal for cells to be played together."""
    return (burn_in_company(one.scenario), one.seeds) if isinstance(one, _Missing) else ("", ())


def _columns_alike(rows: Sequence[tuple[_Missing, ...]]) -> bool:
    first = [company(cell.scenario) for cell in rows[0]]
    return all([company(cell.scenario) for cell in row] == first for row in rows[1:])


def played(
    base: Scenario, points: Sequence[Point], seeds: Sequence[int], keep: Keeping, crew: Crew,
) -> Iterator[Answer]:
    """Play one scenario at several points, all with the same seeds; ``Played.cell`` is the place of the point.

    What is kept may look at all seeds of a point at once. For calibration and whoever else needs no store.

    Raises:
        RunError: as ``Runs.answers`` tells.
    """
    return Runs(cells_of((base,), points), tuple(seeds), keep, pooled=True, count=len(points)).answers(crew)


class _Desk:
    """Keeps the crew's hands full, and no fuller; takes back what vanished members had in hand."""

    def __init__(self, runs: Runs, crew: Crew, watch: Callable[[], None]) -> None:
        self._tasks = runs.tasks(crew.size)
        self._crew = crew
        self._watch = watch
        self._out: dict[Future[Answer], Task] = {}
        self._suspects: list[Task] = []
        self._again: list[Task] = []
        self._ready: list[Answer] = []

    def answers(self) -> Iterator[Answer]:
        """Every answer."""
        while self._fill():
            ready, _ = wait(self._out, _LOOK_UP_SECONDS, FIRST_COMPLETED) if self._out else (set(), set())
            self._watch()
            for future in ready:
                self._take(future)
            while self._ready:
                yield self._ready.pop(0)
            if not self._out and self._suspects:
                yield self._alone(self._suspects.pop())

    def _fill(self) -> bool:
        """Hand over until everybody has one in hand and one waiting; whether anything is left to do."""
        while not self._suspects and len(self._out) < 2 * self._crew.size:
            task = self._again.pop() if self._again else next(self._tasks, None)
            if task is None:
                break
            if isinstance(task, Broken):
                self._ready.append(Answer((), (task,), 0))
            else:
                self._hand(task)
        return bool(self._out or self._ready or self._suspects)

    def _hand(self, task: Task) -> None:
        try:
            self._out[self._crew.hand(task)] = task
        except BrokenProcessPool:
            self._again.append(task)
            self._renew()

    def _take(self, future: Future[Answer]) -> None:
        task = self._out.pop(future, None)
        if task is None:
            return
        try:
            self._ready.append(future.result())
        except OtherSourceError as error:
            raise RunError.about(str(error), texts.OTHER_SOURCE, texts.SAME_SOURCE) from error
        except BrokenProcessPool:
            self._suspects.append(task)
            self._renew()
        except CancelledError as error:
            raise RunError.about("--cluster", texts.CLUSTER_GONE, texts.RESUME) from error
        except Exception as error:  # noqa: BLE001 - told as failed runs; the study goes on
            self._ready.append(_given_up(task, error))

    def _renew(self) -> None:
        """Somebody vanished: take back all that was out, save what was answered, and start the crew again."""
        for future, task in self._out.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                self._ready.append(future.result())
            else:
                self._suspects.append(task)
        self._out.clear()
        self._crew.renew()

    def _alone(self, task: Task) -> Answer:
        """One of those in hand when somebody vanished: by itself it does no harm to others, and is known by name."""
        try:
            return self._crew.hand_alone(task).result()
        except BrokenProcessPool as error:
            self._crew.renew()
            return _given_up(task, error)


def _given_up(task: Task, error: Exception) -> Answer:
    """A task that comes to nothing: its process vanishes (Dask says so by the error's name), or cannot do it at all."""
    vanished = isinstance(error, BrokenProcessPool) or type(error).__name__ == "KilledWorker"
    found = [broken_by(number, seed, error) for number, _ in task.cells for seed in task.seeds]
    if vanished:
        found = [replace(one, what=texts.VANISHED) for one in found]
    return Answer((), tuple(found), 0)
