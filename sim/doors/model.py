"""The real model, as worker processes are given it."""

from __future__ import annotations

from sim.doors.measuring import measured
from sim.engine.run import burn_in, simulate
from sim.engine.workers import Model
from sim.record.parts import write_part

MODEL = Model(burn_in, simulate, measured, write_part)
