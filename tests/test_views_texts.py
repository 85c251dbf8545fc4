"""Every sentence exists in both languages, with the same placeholders, and for every word it may be asked about."""

from __future__ import annotations

import pytest

from sim.record.schema import GROUPS
from sim.views.texts import CATALOGUE, joined, placeholders, say
from sim.vocabulary import Cause, EventKind, TurningPoint

_PRONOUNS = {"she", "She", "her", "hers"}
"""Each language puts its pronouns where it needs them; every teller has them all."""
_COUNTED_OR_SILENT = {EventKind.TURNING_POINT, EventKind.ENTERED}


@pytest.mark.parametrize("key", sorted(CATALOGUE))
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    text = CATALOGUE[key]
    assert placeholders(text.da) - _PRONOUNS == placeholders(text.en) - _PRONOUNS
    assert bool(text.da) == bool(text.en)
    assert text.da == text.da.strip(" ") or text.da.startswith(" ")


def test_every_turning_point_and_cause_has_a_sentence() -> None:
    assert {f"turn.{kind.key}" for kind in TurningPoint} <= set(CATALOGUE)
    assert {f"cause.{cause.key}" for cause in Cause} <= set(CATALOGUE)


def test_every_event_that_a_story_tells_has_a_sentence() -> None:
    written = {key.split(".")[1] for key in CATALOGUE if key.startswith("event.")}
    assert {kind.key for kind in EventKind if kind not in _COUNTED_OR_SILENT} <= written


def test_every_group_has_a_name() -> None:
    assert {f"group.{group}" for group in GROUPS} <= set(CATALOGUE)


def test_values_are_never_read_as_placeholders() -> None:
    sentence = say("brief.made.stopping", "en", {"reason": "{evil} {0.__class__}"})
    assert "{evil} {0.__class__}" in sentence


def test_an_unknown_sentence_is_refused() -> None:
    with pytest.raises(KeyError):
        say("no.such.sentence", "da")


def test_words_are_joined_as_a_sentence_does() -> None:
    assert joined([], "da") == ""
    assert joined(["a"], "da") == "a"
    assert joined(["a", "b", "c"], "da") == "a, b og c"
    assert joined(["a", "b"], "en") == "a and b"
