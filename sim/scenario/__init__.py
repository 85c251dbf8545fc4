"""The scenario room: from a TOML file to frozen settings for every week."""

from __future__ import annotations

from sim.scenario.baseline import baseline_toml
from sim.scenario.checking import Remark, remarks
from sim.scenario.differences import Dated, Difference
from sim.scenario.explaining import Explanation, explanation_of, explanations
from sim.scenario.scenario import Scenario, catalogue_scenario, load, load_text
from sim.scenario.schema import scenario_schema
from sim.scenario.settings import Settings
from sim.scenario.writing import starter

__all__ = [
    "Dated", "Difference", "Explanation", "Remark", "Scenario", "Settings", "baseline_toml", "catalogue_scenario",
    "explanation_of", "explanations", "load", "load_text", "remarks", "scenario_schema", "starter",
]
