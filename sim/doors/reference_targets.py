"""The tables of docs/trace.md and docs/stress-abs.md: targets, priors of what is fitted, and what the tests are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.studies.calibration.priors import SWITCHES, priors
from sim.studies.calibration.study import FULL
from sim.studies.calibration.texts_targets import TARGETS
from sim.studies.validation.report import FULL as MEASURED
from sim.studies.validation.texts_patterns import ASKS

Rows = tuple[tuple[str, ...], ...]


def targets() -> Rows:
    """Every target: what was observed, the band, its weight in the fit."""
    rows = [("target", "what", "observed", "band", "weight in the fit", "grade", "source")]
    rows += [(one.key, one.en, one.observed, f"{one.low:g} to {one.high:g}",
              f"{one.weight:g}" if one.weight else "reported",
              one.grade, one.source) for one in TARGETS]
    return tuple(rows)


def fitted() -> Rows:
    """What calibration varies, and over which prior."""
    facts = facts_of(Settings)
    rows = [("setting", "what", "unit", "prior", "source")]
    rows += [(f"`{one.key}`", facts[one.key].en, facts[one.key].unit,
              f"flat{' on a log scale' if one.logarithmic else ''}, {one.low:g} to {one.high:g}", facts[one.key].source)
             for one in priors()]
    rows += [(f"`{key}`", facts[key].en, "choice", ", ".join(member.key for member in members), facts[key].source)
             for key, members in SWITCHES.items()]
    return tuple(rows)


def patterns() -> Rows:
    """Every pattern, ablation and face check, and what it asks."""
    return (("check", "question"), *((key, words) for key, words in ASKS.items()))


def sizes() -> Rows:
    """How much is run for calibration and validation."""
    return (
        ("study", "size"),
        ("first wave", f"{FULL.first} rows from the prior, {FULL.seeds} seed each"),
        ("later waves", f"{', '.join(str(count) for count in FULL.waves)} rows, {FULL.seeds} seed each"),
        ("last wave", f"{FULL.last} rows, {FULL.last_seeds} seeds each; the {FULL.accepted} nearest are kept"),
        ("burn-in in the calibration", f"{FULL.burn_in} weeks, then five years"),
        ("validation: targets", f"{MEASURED.targets} seeds of five years"),
        ("validation: twins", f"{MEASURED.twins} seeds"),
        ("validation: lives with one thing changed", f"{MEASURED.lives} seeds"),
        ("validation: Odense", f"{MEASURED.odense} seeds"),
    )


TARGET_TABLES: Mapping[str, Callable[[], Rows]] = {
    "targets": targets, "fitted": fitted, "patterns": patterns, "sizes": sizes,
}
"""Tables by the name of their block."""
