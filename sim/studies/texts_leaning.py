"""The words of sensitivity and scenario discovery, in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.errors import Text
from sim.scenario.facts import facts_of
from sim.scenario.settings import Settings
from sim.studies.prim import SHUFFLES

_MUCH = 0.5


def difference_of(measure: Text, scenario: Text, policy: int) -> Text:
    """A measure as a difference from the first scenario and policy."""
    more = f", {policy}" if policy else ""
    return Text(f"{measure.da} (forskel: {scenario.da}{more})", f"{measure.en} (difference: {scenario.en}{more})")


def structure_of(values: Mapping[str, object]) -> Text:
    """The structure of a stratum: the settings that set it apart, and their values."""
    named = [(label_of(key), _chosen(key, value)) for key, value in values.items()]
    return Text("; ".join(f"{label.da}: {value.da}" for label, value in named),
                "; ".join(f"{label.en}: {value.en}" for label, value in named))


def _chosen(key: str, value: object) -> Text:
    """One of a setting's choices by its label, anything else as it stands."""
    words = facts_of(Settings)[key].choices
    if words is None or not isinstance(value, str):
        return Text(str(value), str(value))
    word = words.from_key(value)
    return Text(word.label("da").lower(), word.label("en").lower())


def within(answer: Text, structure: Text) -> Text:
    """An answer within a structure."""
    return Text(f"{answer.da} ({structure.da})", f"{answer.en} ({structure.en})")


def label_of(setting: str) -> Text:
    """What a setting is called."""
    fact = facts_of(Settings)[setting]
    return Text(fact.da, fact.en)


def leans_on(answer: Text, strongest: Sequence[str], weak: float | None, luck: float | None) -> Text:
    """What an answer depends on most, how much of that is weakly known, and how much is luck."""
    if weak is None:
        return Text(f"{answer.da}: varierer ikke over punkterne.", f"{answer.en}: does not vary over the points.")
    names = [label_of(setting) for setting in strongest]
    da = f"{answer.da}: afhænger mest af {_listed([one.da for one in names], 'og')}. "
    en = f"{answer.en}: depends most on {_listed([one.en for one in names], 'and')}. "
    da += f"{_percent(weak)} af den afhængighed hviler på tal med evidensgrad D eller E."
    en += f"{_percent(weak)} of the leaning rests on numbers of grade D or E."
    return Text(f"{da} {_luck(luck).da}".strip(), f"{en} {_luck(luck).en}".strip())


def nothing_held(fewest: int) -> Text:
    """No alternative could be judged."""
    return Text(
        f"Intet kunne sammenlignes: der skal være et mål, hvor mere eller mindre er bedre, i mindst {fewest} "
        "punkter. Bed om for eksempel weeks_job under [outcomes], og kør studiet i en ny mappe.",
        f"Nothing could be held against anything: it takes a measure of which more or less is better, at {fewest} "
        "points or more. Ask for weeks_job, say, under [outcomes], and run the study in a new folder.")


def never_or_always(answer: Text, share: float) -> Text:
    """An alternative that fails nowhere, or everywhere."""
    if share:
        return Text(f"{answer.da}: ingen gavn i noget punkt.", f"{answer.en}: does no good at any point.")
    return Text(f"{answer.da}: gavner i alle punkter.", f"{answer.en}: does good at every point.")


def fails_where(
    answer: Text, share: float, limits: Sequence[Mapping[str, object]], found: tuple[float, float], chance: int | None,
) -> Text:
    """Where an alternative fails: limits, how pure and how full the box is, and whether chance would do as well."""
    da = f"{answer.da}: ingen gavn i {_percent(share)} af punkterne"
    en = f"{answer.en}: does no good at {_percent(share)} of points"
    if not limits or chance is None:
        return Text(f"{da}; ingen indstilling skiller dem ud.", f"{en}; no setting sets them apart.")
    where = [(label_of(str(one["setting"])), _range(one)) for one in limits]
    inside = [_percent(value) for value in found]
    da += (f", mest hvor {_listed([f'{name.da} {span.da}' for name, span in where], 'og')}: "
           f"dér {inside[0]}, og {inside[1]} af alle tilfælde.")
    en += (f", mostly where {_listed([f'{name.en} {span.en}' for name, span in where], 'and')}: "
           f"there {inside[0]}, and {inside[1]} of all cases.")
    if chance:
        return Text(
            f"{da} Men i {chance} af {SHUFFLES} tilfældige blandinger gav en lige så god afgrænsning; byg ikke på den.",
            f"{en} But in {chance} of {SHUFFLES} random shuffles as good a box was found; do not build on it.")
    return Text(f"{da} Ingen af {SHUFFLES} tilfældige blandinger gav en lige så god afgrænsning.",
                f"{en} None of {SHUFFLES} random shuffles gave as good a box.")


def _luck(share: float | None) -> Text:
    if share is None:
        return Text("Med ét frø kan tilfældigheder ikke skilles fra indstillingernes betydning.",
                    "With one seed luck cannot be told from settings.")
    much = share > _MUCH
    da = f"Tilfældigheder fra frø til frø udgør {_percent(share)} af variationen"
    en = f"Luck from seed to seed makes up {_percent(share)} of the variation"
    if much:
        return Text(f"{da}; flere frø er nødvendige.", f"{en}; more seeds are needed.")
    return Text(f"{da}.", f"{en}.")


def _range(limits: Mapping[str, object]) -> Text:
    low, high = limits["from"], limits["to"]
    if isinstance(low, float) and isinstance(high, float):
        return _both("er fra {} til {}", "is from {} to {}", low, high)
    if isinstance(low, float):
        return _both("er over {}", "is above {}", low)
    assert isinstance(high, float)
    return _both("er under {}", "is below {}", high)


def _both(da: str, en: str, *values: float) -> Text:
    """Put numbers into a sentence, with a comma in Danish."""
    shown = [f"{value:.3g}" for value in values]
    return Text(da.format(*(one.replace(".", ",") for one in shown)), en.format(*shown))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def _listed(names: Sequence[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
