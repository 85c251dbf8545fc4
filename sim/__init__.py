"""vendepunkt: an agent-based simulation of unemployment pathways in Denmark.

Five verbs for scripts and notebooks, ``load``, ``run``, ``measure``, ``compare`` and ``report``, with the nouns they
need; each is fetched when it is first asked for, so that importing a room of the project stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.doors.interface import compare, load, measure, report, run
    from sim.doors.kept_runs import Runs
    from sim.draws import own_decision
    from sim.engine.mechanism import Mechanism
    from sim.engine.model import PathwayModel

__all__ = ["Mechanism", "PathwayModel", "Runs", "compare", "load", "measure", "own_decision", "report", "run"]

_HOMES = {
    "Mechanism": "sim.engine.mechanism", "PathwayModel": "sim.engine.model", "Runs": "sim.doors.kept_runs",
    "own_decision": "sim.draws",
}


def __getattr__(name: str) -> Any:
    """Fetch a verb or noun of the interface.

    Raises:
        AttributeError: when there is none of that name.
    """
    if name not in __all__:
        raise AttributeError(f"module 'sim' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "sim.doors.interface")), name)
