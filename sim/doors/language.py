"""Which language to answer in, known before anything else is, so that even a refusal comes in the right one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.vocabulary import Language

OPTION = "--lang"
VARIABLE = "VENDEPUNKT_LANG"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language asked for: ``--lang``, else ``VENDEPUNKT_LANG``, else the computer's own; Danish if in doubt.

    A ``--lang`` that is neither ``da`` nor ``en`` is left for the command to refuse.
    """
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        after = arguments[place + 1] if place + 1 < len(arguments) else ""
        said = after if argument == OPTION else argument.removeprefix(f"{OPTION}=")
        if said != argument and said in ("da", "en"):
            return "da" if said == "da" else "en"
    own = environment.get(VARIABLE, "").strip().lower()
    if own:
        return "en" if own.startswith("en") else "da"
    # The same order in which the C library looks.
    computer = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if computer.lower().startswith("en") else "da"
