"""A mechanism from outside the model: a named function put into the week after one of its stages.

What is plugged in keeps the same manners as the model's own processes, or comparisons lose their meaning:

- It changes columns of ``town`` in place, only for rows it concerns, and states or circumstances rather than jobs: who
  is hired is decided where the model decides it.
- Luck comes from ``now.draws`` with a decision of its own (``sim.draws.own_decision``) and the luck of the person
  (``town.citizens.luck[rows]``), so that everybody else meets the luck they would have met without it.
- Several towns may stand side by side in the columns: no sums or ranks across rows of different ``citizens.town``.
- Phases and nearness are read-outs; nothing may depend on them.
"""

from __future__ import annotations

import difflib
import hashlib
import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sim.engine.week import WEEK, Desk, Stage
from sim.errors import Problem, RunError, Text, Where
from sim.population.town import Town
from sim.processes.now import Now

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_STAGES = tuple(stage.name for stage in WEEK)
_NOTHING_RUN = Text("Intet er kørt.", "Nothing was run.")


@dataclass(frozen=True, slots=True)
class Mechanism:
    """Something of one's own in the week.

    ``name``: small letters, digits and underscores, not a stage of the model. ``act`` is called with the town and the
    week. ``after``: the stage it follows (the table ``sim.engine.week.WEEK``). ``meaning``: one sentence for whoever
    reads the results. ``every``: its cadence in weeks. It acts from week 0 on; the burn-in is lived without it, so that
    runs with and without it start from the same town.
    """

    name: str
    act: Callable[[Town, Now], None]
    after: str
    meaning: str
    every: int = 1

    @property
    def told(self) -> str:
        """What a manifest says of it: where it stands, what it is, and a digest of its source."""
        cadence = "" if self.every == 1 else f", every {self.every} weeks"
        return f"after {self.after}{cadence}: {self.meaning} [{self._digest()}]"

    def _digest(self) -> str:
        try:
            source = inspect.getsource(self.act)
        except (OSError, TypeError):  # typed in without a file, or a callable that is no function
            return "source unknown"
        return hashlib.sha256(source.encode()).hexdigest()[:12]


def week_with(mechanisms: Sequence[Mechanism]) -> tuple[Stage, ...]:
    """The week's table with each mechanism after its stage, in the order given.

    Raises:
        RunError: for a name that cannot be used or comes twice, an unknown stage, or a cadence under a week.
    """
    problems = [problem for one in mechanisms for problem in _problems(one)]
    names = [one.name for one in mechanisms]
    problems += [
        _problem(name, Text("står mere end én gang", "comes more than once"))
        for name in dict.fromkeys(names) if names.count(name) > 1
    ]
    if problems:
        raise RunError(problems, _NOTHING_RUN)
    table: list[Stage] = []
    for stage in WEEK:
        table.append(stage)
        own = [one for one in mechanisms if one.after == stage.name]
        table += [Stage(one.name, partial(_act, one), one.meaning, one.every) for one in own]
    return tuple(table)


def _act(mechanism: Mechanism, town: Town, now: Now, _desk: Desk) -> None:
    """Let it act, and see that no column has left the range it is declared with."""
    mechanism.act(town, now)
    strange = [
        f"{table}.{name}" for table in ("citizens", "posts", "firms") for name in getattr(town, table).out_of_range()
    ]
    if strange:
        raise RunError([_problem(mechanism.name, Text(
            f"har i uge {now.week} bragt en søjle uden for sit mulige område: {', '.join(strange)}",
            f"has in week {now.week} brought a column outside its possible range: {', '.join(strange)}",
        ))])


def _problems(mechanism: Mechanism) -> list[Problem]:
    found = []
    if not _NAME.fullmatch(mechanism.name) or mechanism.name in _STAGES:
        found.append(_problem(mechanism.name, Text(
            "kan ikke være navnet på en mekanisme: små bogstaver, tal og _, og ikke et af modellens egne trin",
            "cannot be the name of a mechanism: small letters, digits and _, and not one of the model's own stages",
        )))
    if mechanism.after not in _STAGES:
        near = difflib.get_close_matches(mechanism.after, _STAGES, 1)
        guess = Text(f"Mente du {near[0]}?", f"Did you mean {near[0]}?") if near else None
        found.append(_problem(mechanism.name, Text(
            f"skal stå efter et trin i ugen; {mechanism.after!r} er ikke et af dem:",
            f"must follow a stage of the week; {mechanism.after!r} is none of them:",
        ), ", ".join(_STAGES), guess))
    if mechanism.every < 1 or not mechanism.meaning.strip():
        found.append(_problem(mechanism.name, Text(
            "skal have en takt på mindst en uge og en forklaring på en sætning",
            "must have a cadence of at least a week and a meaning of a sentence",
        )))
    return found


def _problem(name: str, what: Text, allowed: str | None = None, remedy: Text | None = None) -> Problem:
    return Problem(Where("mechanism", None, name), what, None, allowed, remedy)
