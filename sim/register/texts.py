"""What the two pages say around their tables."""

from __future__ import annotations

from sim.register.ledger import Part

MECHANISMS = """# Mechanisms

Every mechanism that the five documents behind the model claim, and what became of it. An entry is one causal step. It is
either *modelled* (a function holds it, it acts through columns of some agent, a switch turns it off) or *not modelled*, with
the reason and what it would take. Some are modelled with a *gap*: the form leaves something out, or has it wrong.

Direction: `+` raises, `-` lowers, `0` a claim of no effect, `inverted-u` helps in the middle, `fork` goes either way on the
condition. Grade: A randomised or full register, Danish; B observational, Danish; C foreign or derived; D qualitative or
expert; E a guess needed to run. Importance of what is missing: 1 most.

The documents are qualitative for the most part: what they claim is what somebody said or saw, and a mechanism being modelled
does not make it true. This page is written from `sim/register/*.toml`, which also hold line numbers. Do not edit it by hand.
"""
STORIES = "What each life or history told in the documents shows; mechanisms in *italics* are not modelled."

LEDGER = """# Ledger of published effects

Every published effect has one role. An effect that was imposed or fitted proves nothing when it comes out; one that is held
back is predicted by the frozen model, and may fail. This page is written from `sim/register/ledger.toml`. Do not edit it by
hand.
"""
MEANING: dict[Part, str] = {
    "input": "**Imposed.** Put in as a setting or an initial condition. Comes out because it went in.",
    "fitted": "**Calibrated on.** Reaching it proves nothing. At most fifteen settings may be fitted.",
    "held": "**Held back.** Predicted by the frozen model, never tuned on. Settings named here are priors that lean on the same source: that much of it is no prediction.",
    "verification": "**Checks the code or its consistency.** Failing means a fault, passing means little. Settings named here are set with it in view.",
    "unused": "**Deliberately unused.** Another population, from memory, or needed by nothing.",
}
HEADS: dict[Part, str] = {
    "input": "Input", "fitted": "Fitted", "held": "Held", "verification": "Verification", "unused": "Unused",
}
JOBS = """## How a job begins, and what its chance may read

No mechanism may be one multiplier on the chance of a job. A job begins in the functions below and nowhere else. For each, the
functions that decide who is hired are listed, with every column and every setting these read. A test reads the source again
and fails when a new function hires, when a deciding function appears, or when one of them reads a column or a setting that is
not listed here. Switches of mechanisms are settings like others. A lever of policy may be read only when it is named in the
test as well.

What the test can see: a setting read by name in a deciding function, or in a function it calls; a whole section handed on
shows as `section.*`. What it cannot see: a constant written into a form; a setting that moves a state in an earlier stage so
strongly that the state is the setting in disguise; a state that stands for somebody's policy. Who gets a talk, help, a lead or
a placement at all is decided in earlier stages, and there policies are meant to act: those stages are not listed. That is why
constants carry a grade E, and why every mechanism is in the [register](mechanisms.md) with the columns it acts through and a
switch.
"""
