"""One colour per standing, phase and benefit, for figures with too many kinds for patterns, and for exports.

Blue is work, green what leads there, grey waiting, ochre and orange the way down; neighbours differ in lightness.
"""

from __future__ import annotations

from sim.vocabulary import Benefit, Phase, Standing, Word

PHASE_COLOURS: dict[Phase, str] = {
    Phase.IN_WORK: "#0b5fa5", Phase.PROGRESSION: "#86bfe6", Phase.STAGNATION: "#d3d8dc", Phase.SETBACK: "#f3b562",
    Phase.DERAILMENT: "#b5480d", Phase.OUTSIDE: "#efe9dc",
}
STANDING_COLOURS: dict[Standing, str] = {
    Standing.BENEFIT: "#d3d8dc", Standing.SUPPORT: "#d9b8d6", Standing.UPSKILLING: "#2c7f6f",
    Standing.ACTIVATION: "#a3adb6", Standing.CLARIFICATION: "#cfe3a8", Standing.TRAINING: "#a5cc6b",
    Standing.RECRUITMENT: "#6fa62e", Standing.WAGE_SUBSIDY: "#3e7a1c", Standing.SMALL_JOB: "#59c1c9",
    Standing.FLEXJOB_WAITING: "#b9a6e0", Standing.FLEXJOB: "#7a4fc0", Standing.PART_TIME: "#5aa0dc",
    Standing.FULL_TIME: "#0b4f8c", Standing.EDUCATION: "#f0d24b", Standing.RESOURCE_COURSE: "#f3b562",
    Standing.PENSION: "#b5480d", Standing.SELF_SUPPORT: "#7d6b4f", Standing.LEFT: "#efe9dc",
}
BENEFIT_COLOURS: dict[Benefit, str] = {
    Benefit.ACTIVITY_READY: "#d3d8dc", Benefit.RESOURCE_COURSE: "#f3b562", Benefit.FLEXJOB_ALLOWANCE: "#b9a6e0",
    Benefit.FLEXJOB_SUBSIDY: "#7a4fc0", Benefit.STUDY_GRANT: "#f0d24b", Benefit.PENSION: "#b5480d",
    Benefit.NONE: "#0b5fa5",
}


def colour_of(word: Word) -> str:
    """The colour of a standing, phase or benefit, as ``#rrggbb``.

    Raises:
        KeyError: for any other word.
    """
    if isinstance(word, Phase):
        return PHASE_COLOURS[word]
    return STANDING_COLOURS[word] if isinstance(word, Standing) else BENEFIT_COLOURS[Benefit(word)]


ORDER: dict[type[Word], tuple[Word, ...]] = {
    Phase: tuple(PHASE_COLOURS),
    Standing: (
        Standing.FULL_TIME, Standing.PART_TIME, Standing.FLEXJOB, Standing.EDUCATION, Standing.SELF_SUPPORT,
        Standing.SMALL_JOB, Standing.WAGE_SUBSIDY, Standing.RECRUITMENT, Standing.TRAINING, Standing.CLARIFICATION,
        Standing.UPSKILLING, Standing.SUPPORT, Standing.ACTIVATION, Standing.BENEFIT, Standing.RESOURCE_COURSE,
        Standing.FLEXJOB_WAITING, Standing.PENSION, Standing.LEFT,
    ),
    Benefit: (
        Benefit.NONE, Benefit.STUDY_GRANT, Benefit.FLEXJOB_SUBSIDY, Benefit.FLEXJOB_ALLOWANCE, Benefit.ACTIVITY_READY,
        Benefit.RESOURCE_COURSE, Benefit.PENSION,
    ),
}
"""In the order in which they are stacked and sorted, from the bottom: work first."""
