"""An order: one outside event for one person in one week, and what it names beside the person."""

from __future__ import annotations

from dataclasses import dataclass

from sim.vocabulary import Channel, Happening, Occupation, Problem, Sector, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """``happening`` befalls a citizen at the start of a week, before everything else of that week.

    ``citizen`` and ``firm`` are numbers within the town of ``seed``. ``amount`` means what the happening's own words
    say; None leaves it to them. ``problem``, ``service``, ``sector``, ``occupation`` and ``channel`` narrow down what
    the happening is about, where it is about such a thing. Where several towns of one seed live side by side, ``town``
    is the place of the one that is meant; None means all of them.
    """

    week: int
    happening: Happening
    citizen: int
    seed: int
    amount: float | None = None
    firm: int | None = None
    problem: Problem | None = None
    service: Service | None = None
    sector: Sector | None = None
    occupation: Occupation | None = None
    town: int | None = None
    channel: Channel = Channel.JOBCENTRE

    def amount_or(self, usual: float) -> float:
        """The amount, or what stands in for it."""
        return usual if self.amount is None else self.amount
