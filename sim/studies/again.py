"""Playing some cells of a finished study again, to see whether every bit comes out as it did."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from sim.errors import RecordError
from sim.studies import texts
from sim.studies.folder import StudyFolder
from sim.studies.plays import Task, play, source_here
from sim.studies.points import Cell


def sample_of(folder: StudyFolder, most: int) -> tuple[int, ...]:
    """Some cells, spread evenly over the design, the first and the last among them."""
    cells = folder.manifest.cells
    if cells <= most:
        return tuple(range(cells))
    return tuple(sorted({round(place * (cells - 1) / max(most - 1, 1)) for place in range(most)}))


def play_again(folder: StudyFolder, numbers: tuple[int, ...]) -> Iterator[Cell]:
    """Play cells again with all their seeds and yield each whose kept frames are the same to the last bit.

    Runs that failed are left out.

    Raises:
        RecordError: naming the first dataset and cell that differ.
    """
    told = folder.manifest
    names = list(told.scenarios)
    failed = folder.failures()
    kept = {name: folder.data(name) for name in folder.kept()}
    for cell in folder.cells(numbers):
        scenario, point = names[cell.number % len(names)], cell.number // len(names)
        mine = (pl.col("scenario") == scenario) & (pl.col("point") == point)
        broken = set(failed.filter(mine)["seed"])
        seeds = tuple(seed for seed in told.seeds if seed not in broken)
        if not seeds or (broken and told.pooled):
            continue
        task = Task(((cell.number, cell.scenario()),), seeds, folder.keep(), told.pooled, source_here())
        frames = play(task).played[0].frames
        for name, frame in frames.items():
            before = kept[name].filter(mine).select(frame.columns)
            if not same_bits(before, frame):
                place = f"{folder.path / name}: {scenario}, point {point}"
                raise RecordError.about(place, texts.NOT_THE_SAME, texts.made_with(told.versions))
        yield cell


def same_bits(left: pl.DataFrame, right: pl.DataFrame) -> bool:
    """Whether two frames have the same columns, types and bits; a NaN is the same as an equal NaN, and 0 not as -0."""
    if left.schema != right.schema or left.height != right.height:
        return False
    for name in left.columns:
        one, other = left[name], right[name]
        if not one.is_null().equals(other.is_null()):
            return False
        if one.dtype.is_float():
            if one.drop_nulls().to_numpy().tobytes() != other.drop_nulls().to_numpy().tobytes():
                return False
        elif not one.equals(other, null_equal=True):
            return False
    return True
