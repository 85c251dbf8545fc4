"""Which language is answered in."""

from __future__ import annotations

import pytest

from sim.doors.language import language_of


@pytest.mark.parametrize(("arguments", "environment", "language"), [
    ([], {}, "da"),
    ([], {"LANG": "C.UTF-8"}, "da"),
    ([], {"LANG": "en_GB.UTF-8"}, "en"),
    ([], {"LANG": "da_DK.UTF-8"}, "da"),
    ([], {"LC_ALL": "da_DK", "LANG": "en_US"}, "da"),
    ([], {"LC_ALL": "", "LANG": "en_US"}, "en"),
    ([], {"VENDEPUNKT_LANG": "en", "LANG": "da_DK"}, "en"),
    ([], {"VENDEPUNKT_LANG": "da", "LANG": "en_US"}, "da"),
    (["check", "--lang", "en", "x.toml"], {"VENDEPUNKT_LANG": "da"}, "en"),
    (["--lang=da", "check"], {"LANG": "en_US"}, "da"),
    (["check", "--lang", "fr"], {}, "da"),
    (["check", "--lang"], {"LANG": "en_US"}, "en"),
    (["check", "--", "--lang", "en"], {}, "da"),
    (["check", "en"], {}, "da"),
])
def test_the_option_then_the_variable_then_the_computer(
    arguments: list[str], environment: dict[str, str], language: str,
) -> None:
    assert language_of(arguments, environment) == language
