"""All settings of one week: one section per domain."""

from __future__ import annotations

from pydantic import Field

from sim.scenario.catalogue.casework import Casework
from sim.scenario.catalogue.costs import Costs
from sim.scenario.catalogue.help import Activation, Brokers, Rehabilitation, Support
from sim.scenario.catalogue.life import Life
from sim.scenario.catalogue.mechanisms import Mechanisms
from sim.scenario.catalogue.network import Firms, Network
from sim.scenario.catalogue.person import Person, Phases
from sim.scenario.catalogue.placements import Employment, Placements
from sim.scenario.catalogue.town import Town
from sim.scenario.parameter import Section


class Settings(Section):
    """Everything a week needs to know. Sections and fields name the keys of scenario files."""

    town: Town = Field(default_factory=Town)
    life: Life = Field(default_factory=Life)
    person: Person = Field(default_factory=Person)
    casework: Casework = Field(default_factory=Casework)
    support: Support = Field(default_factory=Support)
    rehabilitation: Rehabilitation = Field(default_factory=Rehabilitation)
    brokers: Brokers = Field(default_factory=Brokers)
    activation: Activation = Field(default_factory=Activation)
    network: Network = Field(default_factory=Network)
    firms: Firms = Field(default_factory=Firms)
    placements: Placements = Field(default_factory=Placements)
    employment: Employment = Field(default_factory=Employment)
    mechanisms: Mechanisms = Field(default_factory=Mechanisms)
    phases: Phases = Field(default_factory=Phases)
    costs: Costs = Field(default_factory=Costs)
