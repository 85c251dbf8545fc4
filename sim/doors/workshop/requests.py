"""What a page may ask the server for; each request says all it needs, and anything else is refused in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sim.doors.workshop.intervening import read_order
from sim.doors.workshop.sliders import read_choice
from sim.doors.workshop.studio import Studio
from sim.errors import RunError, Text


def answer(studio: Studio, what: str, asked: object) -> bytes:
    """Return the block for a request.

    Raises:
        RunError: when the request is none of those the page makes, or holds values that are not allowed.
    """
    known = _ANSWERS.get(what)
    if known is None:
        raise RunError.about("request", Text("kendes ikke her", "is not known here"), value=what)
    if not isinstance(asked, Mapping):
        raise RunError.about("request", Text("skal være navngivne værdier", "must be named values"))
    return known(studio, asked)


def _run(studio: Studio, asked: Mapping[str, Any]) -> bytes:
    if "preset" in asked:
        return studio.of_preset(str(asked["preset"])).block()
    return studio.of_choice(read_choice(asked.get("sliders", {}))).block()


def _life(studio: Studio, asked: Mapping[str, Any]) -> bytes:
    order = read_order(asked, studio.size.weeks, studio.size.first_seed)
    return studio.lives(str(asked.get("run", "")), [order])[0].block()


def _role_play(studio: Studio, asked: Mapping[str, Any]) -> bytes:
    return json.dumps(studio.role_play(asked)).encode()


def _case(studio: Studio, asked: Mapping[str, Any]) -> bytes:
    return json.dumps(studio.case(str(asked.get("name", "")))).encode()


_ANSWERS: Mapping[str, Callable[[Studio, Mapping[str, Any]], bytes]] = {
    "run": _run, "life": _life, "roleplay": _role_play, "case": _case,
}
