"""From measurements and the accepted set's summary to the validation report: words, rows and figures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from sim.doors.rows import accepted_near
from sim.errors import ScenarioError, Text
from sim.record.manifest import versions_here
from sim.studies.accepted import Accepted
from sim.studies.calibration import odense
from sim.studies.calibration.priors import place_of, priors
from sim.studies.calibration.texts import how_kept
from sim.studies.calibration.texts_targets import TARGETS, Target
from sim.studies.validation.report import QUICK, Measurements, Size
from sim.studies.validation.texts_patterns import ASKS, LEAD, LIMITS, REDUCED, WHY
from sim.views.figures_validation import (
    Curve, Span, correlation_chart, learned_chart, odense_chart, posterior_chart, target_chart,
)
from sim.views.numbers import MINUS, THIN, number, signed
from sim.views.study import CaseworkerEffect
from sim.views.texts import joined
from sim.views.validation_page import CheckRow, SettingRow, TargetRow, ValidationReport

Summary = Mapping[str, Any]

_ODENSE_WORDS = {
    "start": "placements counted as it begins (under)", "all": "counted on 30 March",
    "mentors": "of them the job mentors'",
    "ordinary": "of them the ordinary provider's", "other": "of them by others (jobcentre, network, own)",
    "starts": "placements started by the job mentors", "citizens": "for so many citizens",
    "referred": "referred to the job mentors", "handed_back": "handed back for needs they could not meet",
}
_WITHIN = 0.15
_MUCH = 0.5
_PLACED = "Where the targets are strict, the accepted sets keep to a part of the prior"


def summary_near(file: Path) -> Summary:
    """What the accepted set beside a scenario says of itself; empty where there is none.

    Raises:
        ScenarioError: when the file is damaged.
    """
    place = file.parent / "accepted.json"
    try:
        found = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
    except (OSError, ValueError) as error:
        raise ScenarioError.about(
            place.as_posix(), Text(f"kan ikke læses ({error})", f"cannot be read ({error})"),
            Text("Lav den igen med vendepunkt calibrate, eller slet den.",
                 "Make it again with vendepunkt calibrate, or delete it.")) from error
    return found if isinstance(found, dict) else {}


def report_of(found: Measurements, file: Path, size: Size) -> ValidationReport:
    """Put the report together."""
    said, accepted = summary_near(file), accepted_near((file,))
    targets = tuple(_target(target, found, said) for target in TARGETS if not target.key.startswith("T14"))
    checks = tuple(CheckRow(one.key, ASKS.get(one.key, ""), one.status, _numbers(one.numbers), WHY.get(one.key, ""))
                   for one in found.findings)
    return ValidationReport(
        lead=(*((REDUCED,) if size == QUICK else ()), *LEAD), targets=targets,
        checks=checks, odense=_odense(found), settings=_settings(said),
        switches=_switches(said), pulls=_pulls(said), effects=effects(found), limits=LIMITS,
        figures=_figures(targets, found, said, accepted), made=_made(said, accepted, size),
    )


def effects(found: Measurements) -> tuple[tuple[str, str, str, str], ...]:
    """T8 and T9: what the panel shows, what is true, and the gap."""
    rows = []
    for key, words in (("T8", "A change of caseworker"), ("T9", "An optimistic against a pessimistic caseworker")):
        for months, effect in found.twins[key].items():
            panel, error = found.targets.get(f"{key} {months}"), found.errors.get(f"{key} {months}")
            if panel is None:
                continue
            rows.append((f"{words}, {months} months ({key})", _per_cent(panel, error or 0.0),
                         _per_cent(effect.relative, effect.error),
                         f"{signed(100 * (panel - effect.relative), 1, 'en')} points"))
    return tuple(rows)


def _per_cent(value: float, error: float) -> str:
    return f"{signed(100 * value, 1, 'en')} ± {number(200 * error, 1, 'en')}{THIN}%"


def caseworker_effects(found: Measurements) -> tuple[CaseworkerEffect, ...]:
    """T8 and T9 within a year, for the briefs."""
    published = {"T8": -0.22, "T9": 0.325}
    made = []
    for key, share in published.items():
        panel, truth = found.targets.get(f"{key} 12"), found.twins[key][12].relative
        if panel is not None and truth == truth:  # noqa: PLR0124 - NaN
            made.append(CaseworkerEffect(key, panel, truth, share))
    return tuple(made)


def _target(target: Target, found: Measurements, said: Summary) -> TargetRow:
    best = found.targets.get(target.key)
    hit = target.hit(best)
    known = said.get("targets", {}).get(target.key, {})
    return TargetRow(
        target.key, target.en, target.observed, target.low, target.high, best, found.errors.get(target.key),
        _three(known.get("accepted")), _three(known.get("prior")),
        "unknown" if hit is None else "hit" if hit else "missed",
        "fitted" if target.weight > 0 else "reported", target.grade, target.source,
        WHY.get(target.key, "not explained yet") if hit is False else "",
    )


def _three(numbers: Any) -> tuple[float, float, float] | None:
    return (float(numbers[0]), float(numbers[1]), float(numbers[2])) if numbers else None


def _numbers(numbers: Mapping[str, float]) -> str:
    return "; ".join(f"{name.replace('_', ' ')} {_three_digits(value)}" for name, value in numbers.items())


def _three_digits(value: float) -> str:
    """Never as a power of ten."""
    text = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return text.replace("-", MINUS)


def _odense(found: Measurements) -> tuple[tuple[str, str, str, str], ...]:
    rows = []
    for key, words in _ODENSE_WORDS.items():
        values = np.array([one.values()[key] for one in found.odense])
        source = odense.SOURCE[key]
        near = values.mean() <= source if key == "start" else abs(values.mean() / source - 1) <= _WITHIN
        rows.append((words, f"{source:.0f}", f"{values.mean():.0f} ± {values.std():.0f}", "hit" if near else "missed"))
    shapes = [odense.shape(one.counted) for one in found.odense]
    wanted = {"october": "well under 28", "november_december": "near 57", "january_february": "about 5",
              "march": "large (not required)"}
    for name, words in wanted.items():
        values = np.array([shape[name] for shape in shapes])
        rows.append((f"gain in {name.replace('_', ' and ')}", words, f"{values.mean():.0f} ± {values.std():.0f}", ""))
    return tuple(rows)


def _settings(said: Summary) -> tuple[SettingRow, ...]:
    return tuple(
        SettingRow(key, f"{one['prior'][0]:g} to {one['prior'][1]:g}{', log' if one['logarithmic'] else ''}",
                   f"{one['accepted'][0]:.3g} to {one['accepted'][2]:.3g}", number(one["learned"], 2, "en"),
                   f"{one['recovered']['error']:.2f}", f"{one['recovered']['covered']:.0%}")
        for key, one in said.get("settings", {}).items())


def _switches(said: Summary) -> tuple[str, ...]:
    return tuple(f"{key}: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
                 for key, shares in said.get("switches", {}).items())


def _pulls(said: Summary) -> tuple[str, ...]:
    lines = tuple(f"The sets nearest to {one['nearer']} lie {one['worse']:.2f} tolerances further from "
                  f"{one['further']} than sets that fit do on average." for one in said.get("pulls", []))
    return lines or ("None that shows.",)


def _figures(
    targets: tuple[TargetRow, ...], found: Measurements, said: Summary, accepted: Accepted,
) -> tuple[tuple[str, str], ...]:
    figures = [(_outside(targets), target_chart([_span(row) for row in targets], "targets")),
               (_odense_finding(found), odense_chart(_curve(found), "odense"))]
    settings = said.get("settings", {})
    if settings:
        names = list(settings)
        figures.append((_learned_finding(settings), learned_chart(
            names, [one["learned"] for one in settings.values()],
            [one["recovered"]["error"] for one in settings.values()], "learned")))
        figures.append((_together_finding(names, said["correlations"]), correlation_chart(
            names, np.array(said["correlations"], dtype=np.float64), "correlations")))
    if accepted.rows and settings:
        shares = np.array([place_of(row)[: len(priors())] for row in accepted.rows])
        figures.insert(3, (_PLACED, posterior_chart([prior.key for prior in priors()], shares, "posterior")))
    return tuple(figures)


def _outside(targets: tuple[TargetRow, ...]) -> str:
    missed = [row.key for row in targets if row.status == "missed"]
    return f"Outside their band: {joined(missed, 'en')}" if missed else "Every target lies in its band"


def _odense_finding(found: Measurements) -> str:
    said = {words: status for words, _, _, status in _odense(found)}
    met = {True: "met", False: "missed"}
    mentors, whole = (said[_ODENSE_WORDS[key]] == "hit" for key in ("mentors", "all"))
    return f"Odense: the job mentors' placements are {met[mentors]}, all placements together {met[whole]}"


def _learned_finding(settings: Summary) -> str:
    much = sum(one["learned"] > _MUCH for one in settings.values())
    return f"The targets take away more than half of the prior's variance for {much} of {len(settings)} settings"


def _together_finding(names: list[str], table: Any) -> str:
    pairs = [(abs(table[row][column]), row, column) for row in range(len(names)) for column in range(row)]
    strength, row, column = max(pairs)
    return f"{names[column]} and {names[row]} go together most in what fits (correlation {strength:.1f} in size)"


def _span(row: TargetRow) -> Span:
    middle, half = (row.low + row.high) / 2, (row.high - row.low) / 2

    def scaled(numbers: tuple[float, float, float] | None) -> tuple[float, float, float] | None:
        return None if numbers is None else tuple((one - middle) / half for one in numbers)  # type: ignore[return-value]

    best = None if row.best is None else (row.best - middle) / half
    return Span(row.key, best, scaled(row.accepted), scaled(row.prior))


def _curve(found: Measurements) -> Curve:
    def quantiles(name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
        curves = [one.by_channel["broker"] if name == "mentors" else getattr(one, name) for one in found.odense]
        table = np.stack(curves)
        return np.asarray(np.quantile(table[:, : odense.END + 1], (0.05, 0.5, 0.95), axis=0), dtype=np.float64)

    known = [(0, odense.SOURCE["start"], "under 40"), (odense.END, odense.SOURCE["all"], "121"),
             (odense.END, odense.SOURCE["mentors"], "55 job mentors")]
    return Curve(range(odense.END + 1), quantiles("counted"), quantiles("true"), quantiles("mentors"),
                 list(odense.PLANNED.items()), known)


def _made(said: Summary, accepted: Accepted, size: Size) -> tuple[str, ...]:
    seeds = (f"Best row: {size.targets} seeds; twins: {size.twins} seeds; patterns that change one thing: {size.lives} "
             f"seeds; Odense: {size.odense} seeds.")
    lines = [seeds, f"Source digest {versions_here()['source']}."]
    if said:
        plan = said["plan"]
        kind = "provisional" if said["provisional"] else "calibrated"
        lines.append(
            f"Accepted set ({kind}): first wave {plan['first']} rows, then {', '.join(map(str, plan['waves']))}, last "
            f"{plan['last']} rows of {plan['last_seeds']} seeds. "
            f"{how_kept(len(accepted.rows), plan['last'], said['not_ruled_out']).en} "
            f"The furthest lies {said['tolerance']} tolerances (quarters of a band) away.")
    return tuple(lines)
