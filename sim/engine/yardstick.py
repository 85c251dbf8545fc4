"""A yardstick: what a week costs for the simplest possible mesa agent, five states and one draw. Used by the bench."""

from __future__ import annotations

import mesa

from sim.draws import mix

_STATES = 5
_CHANCE = 0.05
_FINE = 2.0**-53


class TrivialAgent(mesa.Agent):  # type: ignore[misc]  # mesa ships no types
    """An agent that now and then moves to its next state."""

    def __init__(self, model: TrivialModel) -> None:
        super().__init__(model)
        self.state = 0
        self.luck = mix(self.unique_id)

    def step(self) -> None:
        """One keyed draw, perhaps one move."""
        if (mix(self.luck ^ self.model.key) >> 11) * _FINE < _CHANCE:
            self.state = (self.state + 1) % _STATES


class TrivialModel(mesa.Model):  # type: ignore[misc]  # mesa ships no types
    """A model of trivial agents, stepped by ``AgentSet.do``."""

    def __init__(self, agents: int) -> None:
        super().__init__()
        self.key = mix(0)
        for _ in range(agents):
            TrivialAgent(self)

    def step(self) -> None:
        """Let every agent act once, in order."""
        self.key = mix(self.key)
        self.agents.do("step")
