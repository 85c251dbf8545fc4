"""Laws that tables of a run must keep. Each law names the first row that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from sim.errors import Problem, Where
from sim.record.schema import GROUPS, TABLES, Layer
from sim.vocabulary import Benefit, Cause, EventKind, Phase, Standing

_CODES = {Layer.STANDING: len(Standing), Layer.PHASE: len(Phase), Layer.BENEFIT: len(Benefit)}
_PERSON = ("seed", "citizen")
_STAY = ("seed", "citizen", "layer")
_WEEK = ("seed", "week", "group")


@dataclass(frozen=True)
class Frames:
    """The four tables and the number of simulated weeks."""

    citizens: pl.DataFrame
    spells: pl.DataFrame
    events: pl.DataFrame
    panel: pl.DataFrame
    weeks: int


@dataclass(frozen=True)
class _Law:
    table: str
    says: str
    breaches: Callable[[Frames], pl.DataFrame]


def broken_laws(frames: Frames) -> tuple[Problem, ...]:
    """Return a problem for every law that the tables break, with the first row that does; empty when all is well."""
    shape = tuple(problem for name in TABLES for problem in _shape(name, getattr(frames, name)))
    if shape:
        return shape  # the laws below read columns that may be missing
    return tuple(
        Problem(Where(law.table), law.says, remedy=f"First found in {found.row(0, named=True)}.")
        for law in _LAWS if (found := law.breaches(frames)).height
    )


def _shape(name: str, frame: pl.DataFrame) -> list[Problem]:
    """Columns, their order and types, and no holes."""
    wanted = TABLES[name]
    if frame.schema != wanted:
        missing = [column for column in wanted if column not in frame.columns]
        strange = [column for column in frame.columns if column not in wanted]
        other = [column for column in wanted if column in frame.columns and frame.schema[column] != wanted[column]]
        said = f"missing {missing}, unknown {strange}, other type {other}, or another order"
        return [Problem(Where(name), f"columns differ from the schema: {said}")]
    holes = [column for column, count in frame.null_count().row(0, named=True).items() if count and column != "turned"]
    return [Problem(Where(name, key=column), "has rows without a value") for column in holes]


def _twice_citizens(frames: Frames) -> pl.DataFrame:
    return frames.citizens.filter(pl.struct(_PERSON).is_duplicated()).select(_PERSON)


def _twice_panel(frames: Frames) -> pl.DataFrame:
    return frames.panel.filter(pl.struct(_WEEK).is_duplicated()).select(_WEEK)


def _presence(frames: Frames) -> pl.DataFrame:
    entry, leave = pl.col("entry_week"), pl.col("exit_week")
    return frames.citizens.filter((leave < entry.clip(0)) | (leave > frames.weeks)).select(
        *_PERSON, "entry_week", "exit_week"
    )


def _spell_bounds(frames: Frames) -> pl.DataFrame:
    start, end = pl.col("start"), pl.col("end")
    return frames.spells.filter((start < 0) | (start >= end) | (end > frames.weeks))


def _spell_codes(frames: Frames) -> pl.DataFrame:
    layer, code = pl.col("layer"), pl.col("code")
    lawful = pl.any_horizontal([(layer == int(of)) & (code < size) for of, size in _CODES.items()])
    return frames.spells.filter(~lawful | (pl.col("cause") >= len(Cause)))


def _gaps(frames: Frames) -> pl.DataFrame:
    ordered = frames.spells.sort(*_STAY, "start")
    same = pl.all_horizontal([pl.col(column) == pl.col(column).shift(1) for column in _STAY])
    return ordered.filter(same & (pl.col("start") != pl.col("end").shift(1)))


def _ends(frames: Frames) -> pl.DataFrame:
    cut_left = pl.col("open_left") & (pl.col("start") != 0)
    cut_right = pl.col("open_right") & (pl.col("end") != frames.weeks)
    reach = frames.spells.group_by(_STAY).agg(
        pl.col("start").min(), pl.col("end").max(), (cut_left | cut_right).any().alias("cut"),
    )
    presence = frames.citizens.select(*_PERSON, pl.col("entry_week").clip(0).alias("from"), "exit_week")
    return reach.join(presence, on=_PERSON, how="left").filter(
        pl.col("from").is_null() | (pl.col("start") != pl.col("from")) | (pl.col("end") != pl.col("exit_week"))
        | pl.col("cut")
    )


def _layers_missing(frames: Frames) -> pl.DataFrame:
    layers = frames.spells.group_by(_PERSON).agg(pl.col("layer").n_unique().alias("layers"))
    present = frames.citizens.filter(pl.col("exit_week") > pl.col("entry_week").clip(0)).select(_PERSON)
    return present.join(layers, on=_PERSON, how="left").filter(pl.col("layers").fill_null(0) < len(Layer))


def _event_weeks(frames: Frames) -> pl.DataFrame:
    return frames.events.filter((pl.col("week") < 0) | (pl.col("week") >= frames.weeks))


def _event_people(frames: Frames) -> pl.DataFrame:
    return frames.events.join(frames.citizens.select(_PERSON), on=_PERSON, how="anti")


def _event_codes(frames: Frames) -> pl.DataFrame:
    kind = pl.col("kind")
    return frames.events.filter(
        (kind >= len(EventKind)) | (pl.col("cause") >= len(Cause))
        | (pl.col("turned").is_not_null() & (kind != int(EventKind.TURNING_POINT)))
    )


def _groups(frames: Frames) -> pl.DataFrame:
    return frames.panel.filter(~pl.col("group").is_in(list(GROUPS))).select(_WEEK)


def _standing_counts(frames: Frames) -> pl.DataFrame:
    return _uneven(frames.panel, [f"standing_{word.key}" for word in Standing])


def _phase_counts(frames: Frames) -> pl.DataFrame:
    return _uneven(frames.panel, [f"phase_{word.key}" for word in Phase])


def _uneven(panel: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    total = pl.sum_horizontal(columns)
    return panel.filter(total != pl.col("citizens")).select(*_WEEK, "citizens", total.alias("total"))


_LAWS = (
    _Law("citizens", "a citizen stands once per seed", _twice_citizens),
    _Law("panel", "a week and group stand once per seed", _twice_panel),
    _Law("citizens", "a citizen leaves after entering and within the run", _presence),
    _Law("spells", "a spell lasts at least a week and lies within the run", _spell_bounds),
    _Law("spells", "a spell's layer, code and cause are words of the vocabulary", _spell_codes),
    _Law("spells", "spells of a citizen and layer follow each other without gap or overlap", _gaps),
    _Law("spells", "spells span the presence of their citizen, and say where the record cuts them", _ends),
    _Law("spells", "everyone present for a week has spells in all three layers", _layers_missing),
    _Law("events", "an event happens within the run", _event_weeks),
    _Law("events", "an event happens to a citizen of the table", _event_people),
    _Law("events", "an event's kind and cause are known words, and only a turning point can have turned", _event_codes),
    _Law("panel", "the panel's groups are those of the schema", _groups),
    _Law("panel", "the standings of a week and group add up to the citizens present", _standing_counts),
    _Law("panel", "the phases of a week and group add up to the citizens present", _phase_counts),
)
