"""Sentences in and around figures: findings, axes, sources, what a screen reader is told."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

_AXES: Wording = {
    "axis.difference_points": Text("procentpoint", "percentage points"),
    "axis.relative": Text("forskel i pct. af udgangspunktet", "difference in % of the baseline"),
    "axis.relative_without": Text(
        "forskel i pct. af udgangspunktet; uden {left_out}, der ikke kan regnes i pct.",
        "difference in % of the baseline; without {left_out}, which has no per cent"),
    "axis.level": Text("niveau", "level"),
    "axis.difference": Text("forskel", "difference"),
    "axis.per_thousand_year": Text("pr. 1.000 borgere pr. år", "per 1,000 citizens per year"),
    "axis.millions": Text("mio. kr.", "DKK million"),
    "legend.base": Text("udgangspunkt", "baseline"),
    "legend.other": Text("alternativ", "alternative"),
    "legend.precision": Text("præcision (95 %)", "precision (95 %)"),
    "legend.run": Text("fra gang til gang (5-95 %)", "run to run (5-95 %)"),
    "legend.knowledge": Text("viden (accepterede parametersæt)", "knowledge (accepted parameter sets)"),
    "legend.knowledge_missing": Text("viden: ikke beregnet", "knowledge: not computed yet"),
    "legend.cannot_tell": Text("kan ikke skelnes", "cannot tell apart"),
    "legend.turning_up": Text("vendepunkt opad", "turning point upward"),
    "legend.turning_down": Text("vendepunkt nedad", "turning point downward"),
    "legend.no_turn": Text("hændelse, der ikke vendte noget", "event that did not turn"),
    "legend.caseworker": Text("ny sagsbehandler", "new caseworker"),
    "legend.phase": Text("Fase", "Phase"),
    "legend.standing": Text("Situation", "Situation"),
    "legend.events": Text("Hændelser", "Events"),
    "figure.source": Text(
        "Kilde: vendepunkt {version}, {runs} gennemkørsler, {citizens} simulerede borgere. Ikke kalibreret.",
        "Source: vendepunkt {version}, {runs} runs, {citizens} simulated citizens. Not calibrated."),
    "figure.source.calibrated": Text(
        "Kilde: vendepunkt {version}, {runs} gennemkørsler, {citizens} simulerede borgere.",
        "Source: vendepunkt {version}, {runs} runs, {citizens} simulated citizens."),
    "figure.empty": Text("Der er ingen tal at vise.", "There are no numbers to show."),
    "gains.twins": Text(
        "De samme simulerede borgere i begge scenarier: {gained} har mindst {weeks} uger mere i ordinært job, {lost} "
        "mindst {weeks} uger mindre, {unchanged} omtrent det samme. Noget af det er tilfældigheder, der flytter sig, når andet "
        "ændres.",
        "The same simulated citizens in both scenarios: {gained} have at least {weeks} weeks more in an ordinary job, "
        "{lost} at least {weeks} weeks less, {unchanged} about the same. Some of this is luck that moves when other things "
        "change."),
    "displacement.net": Text(
        "Job, der begynder, korte og lange, også småjob og fleksjob: {difference} pr. gennemkørsel (fra {low} til {high}; "
        "udgangspunktet har {base}).",
        "Jobs that begin, short and long, small jobs and flexjobs too: {difference} per run (from {low} to {high}; the "
        "baseline has {base})."),
    "displacement.net_unsure": Text(
        "Antallet af job, der begynder, kan ikke skelnes fra udgangspunktet ({difference} pr. gennemkørsel, fra {low} til "
        "{high}).",
        "The number of jobs that begin cannot be told apart from the baseline ({difference} per run, from {low} to "
        "{high})."),
    "displacement.channels_up": Text("Flere job gennem: {names}.", "More jobs through: {names}."),
    "displacement.channels_down": Text("Færre job gennem: {names}.", "Fewer jobs through: {names}."),
    "displacement.groups_up": Text("Flere job til: {names}.", "More jobs for: {names}."),
    "displacement.groups_down": Text("Færre job til: {names}.", "Fewer jobs for: {names}."),
    "displacement.no_loser": Text(
        "Ingen gruppe eller vej til job har målbart færre job end i udgangspunktet.",
        "No group or way to a job has measurably fewer jobs than in the baseline."),
    "flow.toward": Text("Mod arbejde", "Toward work"),
    "flow.away": Text("Væk fra arbejde", "Away from work"),
    "figure.flow": Text("{origin} → {target}", "{origin} → {target}"),
}

_FINDINGS: Wording = {
    "finding.headline.clear": Text(
        "{clear} af {count} hovedmål kan skelnes fra udgangspunktet",
        "{clear} of {count} main measures can be told apart from the baseline"),
    "finding.headline.none": Text(
        "Ingen af de {count} hovedmål kan skelnes fra udgangspunktet",
        "None of the {count} main measures can be told apart from the baseline"),
    "finding.phases.clear": Text(
        "{phase}: {difference} procentpoint ved periodens slutning, {other} mod {base} af borgerne",
        "{phase}: {difference} percentage points at the end, {other} against {base} of citizens"),
    "finding.phases.cannot_tell": Text(
        "Faserne ved periodens slutning kan ikke skelnes fra udgangspunktet",
        "The phases at the end cannot be told apart from the baseline"),
    "finding.phases.one_run": Text(
        "Faserne over tid i én gennemkørsel", "The phases over time in a single run"),
    "finding.phases.few_runs": Text(
        "Faserne over tid: {pairs} gennemkørsler er for få til at sige, hvad der er tilfældigheder",
        "The phases over time: {pairs} runs are too few to say what is chance"),
    "finding.phases.base": Text(
        "Ved periodens slutning er {share} af borgerne i {phase}",
        "At the end {share} of citizens are in {phase}"),
    "finding.flows.clear": Text(
        "Størst ændring: {flow}, {difference} pr. 1.000 borgere om året",
        "Largest change: {flow}, {difference} per 1,000 citizens a year"),
    "finding.flows.cannot_tell": Text(
        "Ingen vej mellem faserne kan skelnes fra udgangspunktet",
        "No pathway between phases can be told apart from the baseline"),
    "finding.turning.clear": Text(
        "{kind}: {difference} vendepunkter pr. 1.000 borgere om året",
        "{kind}: {difference} turning points per 1,000 citizens a year"),
    "finding.turning.cannot_tell": Text(
        "Ingen type vendepunkt kan skelnes fra udgangspunktet",
        "No kind of turning point can be told apart from the baseline"),
    "finding.gains.all_up": Text(
        "{measure}: højere i alle grupper, der kan skelnes ({clear} af {count})",
        "{measure}: higher in every group that can be told apart ({clear} of {count})"),
    "finding.gains.all_down": Text(
        "{measure}: lavere i alle grupper, der kan skelnes ({clear} af {count})",
        "{measure}: lower in every group that can be told apart ({clear} of {count})"),
    "finding.gains.split": Text(
        "{measure}: højere for {up}, lavere for {down}", "{measure}: higher for {up}, lower for {down}"),
    "finding.gains.cannot_tell": Text(
        "{measure}: ingen gruppe kan skelnes fra udgangspunktet",
        "{measure}: no group can be told apart from the baseline"),
    "finding.life": Text(
        "{changes} faseskift og {turned} vendepunkter i ét simuleret livsforløb",
        "{changes} phase changes and {turned} turning points in one simulated life"),
}

_DESCRIPTIONS: Wording = {
    "describe.headline": Text(
        "Prikker med intervaller for hvert hovedmål, i pct. af udgangspunktet.",
        "Dots with intervals for each main measure, in per cent of the baseline."),
    "describe.phases": Text(
        "Andelen af borgere i hver fase over tid, for udgangspunktet og alternativet, og forskellen i procentpoint.",
        "The share of citizens in each phase over time, for baseline and alternative, and the difference in percentage "
        "points."),
    "describe.flows": Text(
        "Skift mellem faser pr. 1.000 borgere om året, niveau og forskel.",
        "Moves between phases per 1,000 citizens a year, level and difference."),
    "describe.turning": Text(
        "Vendepunkter efter type pr. 1.000 borgere om året, niveau og forskel.",
        "Turning points by kind per 1,000 citizens a year, level and difference."),
    "describe.gains": Text(
        "{measure} for hver gruppe af borgere, niveau og forskel.",
        "{measure} for each group of citizens, level and difference."),
    "describe.cost": Text(
        "Forskel i udgifter pr. betaler og år.", "Difference in cost per payer and year."),
    "describe.life": Text(
        "Ét simuleret livsforløb: fase og situation uge for uge, med hændelser som mærker.",
        "One simulated life: phase and situation week by week, with events as marks."),
}

_GROUPS: Wording = {
    "group.all": Text("Alle", "All"),
    "group.under_30": Text("Under 30 år", "Under 30"),
    "group.over_30": Text("30 år og derover", "30 and over"),
    "group.activity_ready": Text("Aktivitetsparate", "Activity-ready"),
    "group.resource_course": Text("I ressourceforløb", "On a resource course"),
    "group.female": Text("Kvinder", "Women"),
    "group.male": Text("Mænd", "Men"),
    "group.mental": Text("Med psykisk sygdom", "With mental illness"),
    "group.untrained": Text("Uden erhvervsuddannelse", "Without vocational training"),
}

FIGURES: Wording = {**_AXES, **_FINDINGS, **_DESCRIPTIONS, **_GROUPS}
