"""The ledger: the one role of every published effect, and what the chances of getting a job are made of."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sim.register.entries import PLACE
from sim.scenario.parameter import Grade
from sim.scenario.reading import read_document

Part = Literal["input", "fitted", "held", "verification", "unused"]
"""Imposed, calibrated on, predicted by the frozen model, checks the code, or deliberately left alone."""


class Effect(BaseModel):
    """A published effect and its one role.

    ``settings``: what imposes it or is calibrated on it; for a held effect, priors that lean on the same source, so
    that nobody mistakes a part of it for prediction. ``target``: the row of the targets it is judged by.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    effect: str
    role: Part
    grade: Grade
    settings: tuple[str, ...] = ()
    target: str = ""
    note: str = ""


class Allowed(BaseModel):
    """A setting that a chance of getting a job may read, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    reason: str


class Creator(BaseModel):
    """A way a job begins: the function that hires, the functions that decide for whom, and what these read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    function: str
    way: str
    decided_in: tuple[str, ...]
    states: tuple[str, ...]
    settings: tuple[Allowed, ...] = ()


class Jobs(BaseModel):
    """How jobs begin. ``acts``: functions that carry a decision out or prepare later ones; they are not looked into."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hires: tuple[str, ...]
    acts: tuple[str, ...]
    bookkeeping: tuple[str, ...]
    creator: tuple[Creator, ...]


class Ledger(BaseModel):
    """The whole ledger."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    effect: tuple[Effect, ...]
    jobs: Jobs


@lru_cache(maxsize=1)
def ledger() -> Ledger:
    """The ledger as shipped.

    Raises:
        ValueError: when its file is not whole; a fault of ours, not of a user.
    """
    return Ledger.model_validate(dict(read_document(PLACE / "ledger.toml").values))
