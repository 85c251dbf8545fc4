"""From ``{ distribution = "triangular", low = 0.3, high = 1 }`` to a distribution, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sim.errors import Problem, Text, Where
from sim.scenario.facts import sections_of
from sim.scenario.names import nearest
from sim.scenario.parameter import Fact
from sim.scenario.settings import Settings
from sim.scenario.shown import number, raw_value
from sim.scenario.texts import did_you_mean
from sim.scenario.units import unit_text
from sim.studies import texts
from sim.studies.distributions import Distribution, LogUniform, Normal, Triangular, Uniform, Whole

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "uniform": ("low", "high"), "log-uniform": ("low", "high"), "triangular": ("low", "mode", "high"),
    "normal": ("mean", "sd", "low", "high"), "discrete": ("values", "weights"),
}
Places = Callable[..., Where]


def is_whole(key: str) -> bool:
    """Whether a setting is a whole number."""
    section, _, name = key.partition(".")
    return sections_of(Settings)[section].model_fields[name].annotation is int


def over_plausible(key: str, fact: Fact) -> Distribution:
    """Uniform over the plausible range, which the setting must have."""
    assert fact.plausible is not None
    spread = Uniform(*fact.plausible)
    return Whole(spread) if is_whole(key) else spread


def read_spread(
    raw: Mapping[str, object], fact: Fact, usual: float, *, whole: bool, where: Places,
) -> tuple[Distribution | None, list[Problem]]:
    """Return a bounded distribution of numbers; what is left out comes from the plausible range and the usual value.

    Args:
        raw: the table as written, without ``from``.
        fact: what is known about the setting, which has a possible range.
        usual: the value it has in the study's first scenario; mode and mean when none is given.
        whole: whether the setting is a whole number.
        where: gives the place of a key of the table.
    """
    kind, problems = _kind(raw, where)
    numbers, found = _numbers(raw, kind, fact, where)
    problems += found
    if problems:
        return None, problems
    assert fact.plausible is not None
    low, high = numbers.get("low", fact.plausible[0]), numbers.get("high", fact.plausible[1])
    middle = numbers.get("mode", numbers.get("mean", min(max(usual, low), high)))
    sd = numbers.get("sd", (high - low) / 4)
    fault = _fault(kind, low, middle, high, sd)
    if fault is not None:
        return None, [Problem(where(), fault, raw_value(dict(raw)), None, None)]
    made: dict[str, Distribution] = {
        "uniform": Uniform(low, high), "triangular": Triangular(low, middle, high),
        "normal": Normal(middle, sd, low, high), "log-uniform": LogUniform(low, high),
    }
    return (Whole(made[kind]) if whole else made[kind]), []


def read_weights(
    raw: Mapping[str, object], values: tuple[object, ...], where: Places,
) -> tuple[tuple[float, ...], list[Problem]]:
    """Return the weights of a discrete distribution: equal when none are given."""
    given = raw.get("weights")
    if given is None:
        return (1.0,) * len(values), []
    fine = isinstance(given, list) and len(given) == len(values) and all(
        isinstance(one, (int, float)) and not isinstance(one, bool) and 0 <= one < float("inf") for one in given)
    if not fine or not isinstance(given, list) or sum(given) <= 0:
        return (), [Problem(where("weights"), texts.weights_wrong(len(values)), raw_value(given))]
    return tuple(float(one) for one in given), []


def _kind(raw: Mapping[str, object], where: Places) -> tuple[str, list[Problem]]:
    kind = raw.get("distribution", "discrete" if "values" in raw else "uniform")
    if not isinstance(kind, str) or kind not in ALLOWED:
        near = nearest(str(kind), ALLOWED)
        remedy = did_you_mean(f'"{near}"') if near else None
        at, known = where("distribution"), ", ".join(ALLOWED)
        return "uniform", [Problem(at, texts.MUST_BE_ONE_OF, raw_value(kind), known, remedy)]
    problems = []
    for key, value in raw.items():
        if key != "distribution" and key not in ALLOWED[kind]:
            near = nearest(key, ALLOWED[kind])
            problems.append(Problem(
                where(key), texts.NOT_OF_DISTRIBUTION, raw_value(value),
                Text(f"{kind} har {', '.join(ALLOWED[kind])}", f"{kind} has {', '.join(ALLOWED[kind])}"),
                did_you_mean(near) if near else None))
    return kind, problems


def _numbers(
    raw: Mapping[str, object], kind: str, fact: Fact, where: Places,
) -> tuple[dict[str, float], list[Problem]]:
    """The numbers of a distribution; all but a standard deviation lie within what is possible."""
    found: dict[str, float] = {}
    problems: list[Problem] = []
    assert fact.possible is not None
    least, most = fact.possible
    for key in ALLOWED[kind]:
        value = raw.get(key)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value:  # noqa: PLR0124 - NaN
            problems.append(Problem(where(key), texts.MUST_BE_NUMBER, raw_value(value)))
        elif key != "sd" and not least <= value <= most:
            unit = unit_text(fact.unit)
            allowed = Text(f"mellem {number(least)} og {number(most)} ({unit.da})",
                           f"between {number(least)} and {number(most)} ({unit.en})")
            problems.append(Problem(where(key), texts.MUST_LIE, raw_value(value), allowed))
        else:
            found[key] = float(value)
    return found, problems


def _fault(kind: str, low: float, middle: float, high: float, sd: float) -> Text | None:
    if not low < high:
        return texts.low_not_below_high(number(low), number(high))
    if kind in {"triangular", "normal"} and not low <= middle <= high:
        return texts.middle_outside(number(middle), number(low), number(high))
    if kind == "normal" and not sd > 0:
        return texts.SD_POSITIVE
    if kind == "log-uniform" and low <= 0:
        return texts.LOG_POSITIVE
    return None
