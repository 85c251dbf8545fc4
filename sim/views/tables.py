"""The numbers of a study as plain frames: what the workbook holds, and what a terminal or a notebook can print."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from sim.outcomes.accounts import per_payer
from sim.outcomes.catalogue import BY_KEY, MEASURES
from sim.outcomes.comparison import FEWEST_RUNS
from sim.outcomes.holding import with_knowledge
from sim.outcomes.placebo import excess
from sim.outcomes.pathways import phase_shares, transition_rates
from sim.outcomes.socio_economy import ITEMS
from sim.outcomes.turning_points import by_kind
from sim.scenario.differences import listed
from sim.views.amounts import measure_label
from sim.views.assumptions import all_assumptions
from sim.views.numbers import monday_of
from sim.views.study import Arm, Study
from sim.views.texts import CATALOGUE, say
from sim.views.trust import regime_words
from sim.vocabulary import Language, Phase, TurningPoint

_QUARTER = 13
_SPARSE = 26
"""One in so many weeks is enough as placebo weeks of several runs."""


def differences(study: Study, language: Language) -> pl.DataFrame:
    """Every measure and group of every alternative, with all bands and the verdict in words."""
    names = {measure.key: measure_label(measure, language) for measure in MEASURES}
    units = {key: measure.unit for key, measure in BY_KEY.items()}
    frames = [
        with_knowledge(study.comparison[arm.name], (study.knowledge or {}).get(arm.name)).select(
            pl.lit(arm.name).alias("scenario"), "measure", label=_words("measure", names),
            unit=_words("measure", units), group=pl.col("group"), group_label=_groups(language), pairs=pl.col("pairs"),
            base=pl.col("base"), other=pl.col("other"), difference=pl.col("difference"),
            known_low=pl.col("known_low"), known_high=pl.col("known_high"),
            precision_low=pl.col("precision_low"), precision_high=pl.col("precision_high"),
            run_low=_with_runs("run_low"), run_high=_with_runs("run_high"),
            variance_reduction=pl.col("variance_reduction"), verdict=_verdicts(language),
        ) for arm in study.others
    ]
    return _stacked(frames)


def measures(study: Study) -> pl.DataFrame:
    """Every measure of every run: scenario, seed, group, measure, value."""
    return _stacked(arm.measures.select(pl.lit(arm.name).alias("scenario"), pl.all()) for arm in _arms(study))


def phases(study: Study, language: Language) -> pl.DataFrame:
    """Average number and share of citizens in each phase, every thirteenth week, per scenario."""
    frames = []
    for arm in _arms(study):
        shares = phase_shares(arm.tables).filter(pl.col("week") % _QUARTER == 0)
        means = shares.group_by("week", "phase", maintain_order=True).agg(
            citizens=pl.col("citizens").mean(), share=pl.col("share").mean())
        weeks = {week: monday_of(arm.start, week) for week in means["week"].unique().to_list()}
        frames.append(means.select(
            pl.lit(arm.name).alias("scenario"), "week",
            date=pl.col("week").replace_strict(weeks, default=None, return_dtype=pl.Date),
            phase=_words("phase", {phase.key: phase.label(language) for phase in Phase}), citizens="citizens",
            share="share",
        ))
    return _stacked(frames)


def flows(study: Study, language: Language) -> pl.DataFrame:
    """Moves between phases per scenario: average number per run, and moves per year spent in the phase left."""
    names = {phase.key: phase.label(language) for phase in Phase}
    frames = [
        transition_rates(arm.tables).group_by("from", "to", maintain_order=True).agg(
            moves_in_all=pl.col("moves").sum(), rate=pl.col("rate").mean(),
        ).sort("from", "to").select(
            pl.lit(arm.name).alias("scenario"), _words("from", names).alias("from"), _words("to", names).alias("to"),
            moves_per_run=pl.col("moves_in_all") / max(len(arm.manifest.seeds), 1), moves_a_year=pl.col("rate"),
        ) for arm in _arms(study)
    ]
    return _stacked(frames)


def turning_points(study: Study, language: Language) -> pl.DataFrame:
    """Candidate events and turning points by kind and scenario, averaged over runs."""
    names = {kind.key: kind.label(language) for kind in TurningPoint}
    families = {kind.key: kind.family.label(language) for kind in TurningPoint}
    frames = [
        by_kind(arm.tables).group_by("kind", maintain_order=True).agg(
            candidates=pl.col("candidates").mean(), followed=pl.col("known").mean(), turned=pl.col("turned").mean(),
            turned_share=pl.col("turned").sum() / pl.col("known").sum(),
        ).select(
            pl.lit(arm.name).alias("scenario"), family=_words("kind", families), kind=_words("kind", names),
            candidates="candidates", followed="followed", turned="turned",
            turned_share=pl.col("turned_share").fill_nan(None),
        ) for arm in _arms(study)
    ]
    return _stacked(frames)


def placebo(study: Study, language: Language) -> pl.DataFrame:
    """How much more often the phase turns after each kind of event than after weeks alike without one."""
    names = {kind.key: kind.label(language) for kind in TurningPoint}
    families = {kind.key: kind.family.label(language) for kind in TurningPoint}
    people = {key: say(f"workbook.people.{key}", language) for key in ("all", "no_job")}
    frames = [
        excess(arm.tables, _SPARSE).select(
            pl.lit(arm.name).alias("scenario"), family=_words("kind", families), kind=_words("kind", names),
            people=_words("people", people), candidates="matched", turned_share="rate", placebo_share="placebo",
            excess="excess", precision_low="low", precision_high="high",
        ) for arm in _arms(study)
    ]
    return _stacked(frames)


def accounts(study: Study, language: Language) -> pl.DataFrame:
    """Budget economy per scenario, payer and year, averaged over runs, in kr.; citizens' income with its own sign."""
    payers = ("municipality", "region", "state", "public", "firm", "citizen")
    names = {payer: say(f"money.payer.{'total' if payer == 'public' else payer}", language) for payer in payers}
    sign = pl.when(pl.col("payer") == "citizen").then(-1.0).otherwise(1.0)
    frames = [
        per_payer(arm.accounts).group_by("year", "payer", maintain_order=True)
        .agg(amount=(pl.col("amount") * sign).mean())
        .select(pl.lit(arm.name).alias("scenario"), "year", payer=_words("payer", names), amount="amount")
        for arm in _arms(study) if not arm.accounts.is_empty()
    ]
    return _stacked(frames)


def welfare(study: Study, language: Language) -> pl.DataFrame:
    """Socio-economy per scenario and item: present value in kr., averaged over runs."""
    names = {item: say(f"welfare.item.{item}", language) for item in ITEMS}
    frames = [
        arm.welfare.group_by("item", maintain_order=True).agg(pl.col("amount").mean())
        .select(pl.lit(arm.name).alias("scenario"), item=_words("item", names), amount="amount")
        for arm in _arms(study) if not arm.welfare.is_empty()
    ]
    return _stacked(frames)


def changes(study: Study, language: Language) -> pl.DataFrame:
    """Every setting an alternative changes: key, label, unit, old and new values with their dates."""
    rows = [
        (arm.name, change.key, change.label.label(language), change.unit.label(language),
         listed(change.old, language), listed(change.new, language))
        for arm in study.others for change in arm.changes
    ]
    return pl.DataFrame(rows, schema=["scenario", "key", "label", "unit", "old", "new"], orient="row")


def assumptions(language: Language) -> pl.DataFrame:
    """Every parameter of the catalogue with its grade, role and source."""
    rows = [
        (one.key, one.label.label(language), one.grade, say(f"brief.role.{one.role}", language), one.source)
        for one in all_assumptions()
    ]
    return pl.DataFrame(rows, schema=["key", "label", "grade", "role", "source"], orient="row")


def about(study: Study, language: Language) -> pl.DataFrame:
    """What was compared: a line per scenario with its title, rules, fingerprint, seeds, weeks and version."""
    rows = [
        (arm.name, arm.title.label(language), regime_words(arm.regime, language), arm.manifest.scenario_digest,
         len(arm.manifest.seeds), arm.manifest.weeks, arm.manifest.citizens, arm.manifest.vendepunkt_version,
         arm.manifest.created.isoformat())
        for arm in _arms(study)
    ]
    columns = ["scenario", "title", "rules", "digest", "runs", "weeks", "citizens", "version", "created"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def _arms(study: Study) -> tuple[Arm, ...]:
    return study.base, *study.others


def _stacked(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    kept = list(frames)
    return pl.concat(kept) if kept else pl.DataFrame()


def _with_runs(column: str) -> pl.Expr:
    """A band from run to run, empty where there were too few runs to show one."""
    return pl.when(pl.col("pairs") >= FEWEST_RUNS).then(pl.col(column)).alias(column)


def _words(column: str, names: dict[str, str]) -> pl.Expr:
    """A column of keys as words; keys without words stay as they are."""
    return pl.col(column).replace(names)


def _groups(language: Language) -> pl.Expr:
    names = {key.removeprefix("group."): say(key, language) for key in CATALOGUE if key.startswith("group.")}
    return _words("group", names)


def _verdicts(language: Language) -> pl.Expr:
    names = {key.removeprefix("verdict."): say(key, language) for key in CATALOGUE if key.startswith("verdict.")}
    return _words("verdict", names)
