"""Columns: one array per attribute, declared once with dtype, unit, range and starting value."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
I16 = npt.NDArray[np.int16]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]
U16 = npt.NDArray[np.uint16]
U32 = npt.NDArray[np.uint32]
U64 = npt.NDArray[np.uint64]
Bool = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]

NEVER = -16000
"""The week that stands for "never": far enough back that week arithmetic stays inside 16 bits."""


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """What is known about a column; ``width`` is the number of kinds when it holds one value per kind and row."""

    dtype: str
    unit: str
    meaning: str
    fill: float
    low: float
    high: float
    width: int


def column(
    dtype: str,
    unit: str,
    meaning: str,
    fill: float = 0,
    low: float = -np.inf,
    high: float = np.inf,
    width: int = 0,
) -> Any:
    """Declare a column of a :class:`Columns` class."""
    fact = ColumnFact(dtype, unit, meaning, fill, low, high, width)
    return dataclasses.field(metadata={"fact": fact})


def share(meaning: str, fill: float = 0.0) -> Any:
    """Declare a real-valued column in [0, 1]."""
    return column("float32", "0-1", meaning, fill, 0.0, 1.0)


@dataclass
class Columns:
    """A table of equally long arrays; kinds run along the first axis, rows along the last."""

    _starting: ClassVar[tuple[tuple[str, Any], ...]]

    @classmethod
    def facts(cls) -> dict[str, ColumnFact]:
        """What is known about each column, in order of declaration."""
        return {f.name: f.metadata["fact"] for f in dataclasses.fields(cls)}

    @classmethod
    def empty(cls, rows: int) -> Self:
        """A table of ``rows`` rows, every column at its starting value."""
        return cls(**{name: _filled(fact, rows) for name, fact in cls.facts().items()})

    @property
    def rows(self) -> int:
        """Number of rows."""
        # Called many times a week: dataclasses.fields would walk over a hundred fields each time.
        for first in self.__dict__.values():
            return int(first.shape[-1])
        return 0

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """The arrays by name (not copies)."""
        return {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}

    def copy(self) -> Self:
        """An independent copy."""
        return type(self)(**{name: array.copy() for name, array in self.arrays().items()})

    def grow(self, extra: int) -> None:
        """Add ``extra`` rows at the end, at their starting values."""
        for name, fact in self.facts().items():
            tail = _filled(fact, extra)
            setattr(self, name, np.concatenate([getattr(self, name), tail], axis=-1))

    def reset(self, rows: Rows) -> None:
        """Put the given rows back to their starting values."""
        for name, fill in self._fills():
            getattr(self, name)[..., rows] = fill

    @classmethod
    def _fills(cls) -> tuple[tuple[str, Any], ...]:
        """Each column's starting value, worked out once per class."""
        if "_starting" not in cls.__dict__:
            cls._starting = tuple(
                (name, np.asarray(fact.fill).astype(fact.dtype)[()]) for name, fact in cls.facts().items()
            )
        return cls._starting

    def out_of_range(self) -> list[str]:
        """Names of columns that hold a value outside their range, or NaN."""
        return [name for name, fact in self.facts().items() if not _within(getattr(self, name), fact)]


def _filled(fact: ColumnFact, rows: int) -> npt.NDArray[Any]:
    shape = (fact.width, rows) if fact.width else (rows,)
    return np.full(shape, np.asarray(fact.fill).astype(fact.dtype), dtype=fact.dtype)


def _within(array: npt.NDArray[Any], fact: ColumnFact) -> bool:
    return bool(array.size == 0 or (np.all(array >= fact.low) and np.all(array <= fact.high)))
