"""The kinds of numbers that stand in the code and not in the catalogue, and why each is no setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """What such a number is, and why nobody can set it."""

    what: str
    why: str


KINDS: Mapping[str, Kind] = {
    "form": Kind(
        what="Where the usual person, talk or workplace lies, and how one thing is shared out among several",
        why="Chosen with the settings beside it so that the usual comes out as usual; moved alone it shifts the level "
        "that fitted settings hold",
    ),
    "detail": Kind(
        what="One step of one mechanism",
        why="A setting or a switch beside it turns the whole up, down or off, and few people meet the step in a week",
    ),
    "weight": Kind(
        what="What a state weighs in a formula",
        why="The weights that decide most are settings; these were chosen with them, on scales from 0 to 1 without a "
        "natural zero",
    ),
    "bar": Kind(
        what="A state or a chance from which something happens",
        why="As a weight: the bars that decide most are settings",
    ),
    "step": Kind(
        what="How far one event, or one week, moves a state",
        why="Small beside the paces and half-lives that are settings (`person.*_pace`, `casework.*_pace`), which take "
        "it back",
    ),
    "jump": Kind(
        what="How a turning point's jump is shared out among the states it touches; 1 is the usual jump",
        why="`person.jump` sizes them all, and a switch turns them off",
    ),
    "trait": Kind(
        what="What people, staff and workplaces are like when they come",
        why="Composition, no behaviour: what is known of it has settings (section `town`), and "
        "[a town of one's own](population.md) brings the rest",
    ),
    "stand-in": Kind(
        what="What an outside event brings when it names no amount",
        why="The amount that the event names takes its place",
    ),
    "definition": Kind(
        what="What a word or a published table means",
        why="Another value would be another question",
    ),
    "reporting thresholds": Kind(
        what="From where on a reader is told that something is so",
        why="No process reads it",
    ),
    "resolution": Kind(
        what="How finely time is cut: weeks between two looks at what changes slowly",
        why="Another value costs or saves time, and claims nothing",
    ),
}
"""By the word that stands in the code; the first two and the last five are told there, the others found by form."""
