"""Who gained, who lost, and who lost what another gained, in sentences."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from sim.outcomes.gains import CLEAR
from sim.record.schema import GROUPS
from sim.views.contrasts import row_from
from sim.views.groundwork import Contrast
from sim.views.numbers import THIN, number, signed
from sim.views.rows import Row
from sim.views.texts import joined, say
from sim.vocabulary import Channel, Language

_SHARED = "job"
"""Weeks in an ordinary job: what gains and losses of single people are counted in."""


def twin_sentence(contrast: Contrast, language: Language) -> str:
    """Say how many of the same people had clearly more and clearly fewer weeks in a job; empty without people."""
    found = contrast.twins.filter((pl.col("group") == "all") & (pl.col("weeks_in") == _SHARED))
    if found.is_empty() or not found["people"][0]:
        return ""
    shares = {name: _percent(found[name][0], language) for name in ("gained", "lost", "unchanged")}
    return say("gains.twins", language, {**shares, "weeks": str(CLEAR)})


def displacement_lines(contrast: Contrast, language: Language) -> tuple[str, ...]:
    """Say the net of jobs, and which ways to a job and which groups won more or fewer; empty when nothing is known."""
    by_group = {str(cells["group"]): cells for cells in contrast.groups.iter_rows(named=True)}
    by_channel = {str(cells["measure"]): cells for cells in contrast.channels.iter_rows(named=True)}
    if "all" not in by_group:
        return ()
    net = row_from(by_group["all"], "")
    if net.difference is None:
        return ()
    groups = [row_from(by_group[group], say(f"group.{group}", language)) for group in GROUPS[1:] if group in by_group]
    channels = [row_from(by_channel[channel.key], channel.label(language)) for channel in Channel
                if channel.key in by_channel]
    lines = [say("displacement.net" if net.clear else "displacement.net_unsure", language, _values(net, language))]
    lines += _named(channels, "displacement.channels", language) + _named(groups, "displacement.groups", language)
    if not any(row.verdict == "lower" for row in (*channels, *groups, net)):
        lines.append(say("displacement.no_loser", language))
    return tuple(lines)


def _named(rows: Iterable[Row], key: str, language: Language) -> list[str]:
    """One sentence for those with more, one for those with fewer; none where nothing can be told."""
    lines = []
    for verdict, way in (("higher", "up"), ("lower", "down")):
        names = [_with_amount(row, language) for row in rows if row.verdict == verdict]
        if names:
            lines.append(say(f"{key}_{way}", language, {"names": joined(names, language)}))
    return lines


def _with_amount(row: Row, language: Language) -> str:
    return f"{row.label[:1].lower()}{row.label[1:]} ({signed(row.difference, 1, language)})"


def _values(row: Row, language: Language) -> dict[str, str]:
    ends = row.knowledge or row.precision
    low, high = (None, None) if ends is None else (ends.low, ends.high)
    return {
        "difference": signed(row.difference, 1, language), "base": number(row.base, 0, language),
        "low": signed(low, 1, language), "high": signed(high, 1, language),
    }


def _percent(share: float | None, language: Language) -> str:
    return f"{number(None if share is None else 100 * share, 0, language)}{THIN}%"
