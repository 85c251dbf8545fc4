"""The page of the ledger: which published effect is imposed, fitted, held back, a check, or left alone."""

from __future__ import annotations

from collections.abc import Iterator

from sim.register import texts
from sim.register.ledger import Creator, Effect, Ledger, Part, ledger
from sim.register.tables import table

def markdown() -> str:
    """Return the page as Markdown, ending in a newline."""
    whole = ledger()
    parts = [texts.LEDGER, "## In numbers", "", *_counts(whole)]
    for role, head in texts.HEADS.items():
        parts += [f"## {head}", "", texts.MEANING[role], "", *_effects(whole, role)]
    parts += [texts.JOBS, *_creators(whole)]
    return "\n".join(parts).rstrip() + "\n"


def _counts(whole: Ledger) -> list[str]:
    fitted = {key for effect in whole.effect if effect.role == "fitted" for key in effect.settings}
    rows = [(head, str(sum(effect.role == role for effect in whole.effect))) for role, head in texts.HEADS.items()]
    return table(("role", "effects"), [*rows, ("settings that are fitted", str(len(fitted)))])


def _effects(whole: Ledger, role: Part) -> list[str]:
    rows = (_row(effect) for effect in whole.effect if effect.role == role)
    return table(("source", "effect", "settings", "target", "grade", "note"), rows)


def _row(effect: Effect) -> tuple[str, ...]:
    settings = ", ".join(f"`{key}`" for key in effect.settings)
    return effect.source, effect.effect, settings, effect.target, effect.grade, effect.note


def _creators(whole: Ledger) -> Iterator[str]:
    for creator in whole.jobs.creator:
        yield f"### {creator.way}"
        yield ""
        deciding = ", ".join(f"`{_short(path)}`" for path in creator.decided_in)
        yield f"Hired in `{_short(creator.function)}`, decided in {deciding}."
        yield ""
        yield f"Columns: {', '.join(f'`{name}`' for name in creator.states)}."
        yield ""
        yield from _settings(creator)


def _settings(creator: Creator) -> list[str]:
    rows = ((f"`{allowed.key}`", allowed.reason) for allowed in creator.settings)
    return table(("setting", "why it may be read here"), rows)


def _short(path: str) -> str:
    return path.removeprefix("sim.processes.")
