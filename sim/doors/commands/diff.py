"""``vendepunkt diff``: what one scenario does differently from another."""

from __future__ import annotations

from pathlib import Path

import click

from sim.doors import options
from sim.doors.command import About, Command
from sim.errors import RunError, Text
from sim.vocabulary import Language

ABOUT = About(
    "diff",
    Text("Vis hvad der er anderledes mellem to scenarier.", "Show what differs between two scenarios."),
    Text(
        "Sammenligner indstillingerne, ikke resultaterne: før → nu, med dato og enhed. Uden NEW sammenlignes filen med "
        "den, den selv bygger på.",
        "Compares the settings, not the results: old → new, with date and unit. Without NEW, the file is compared with "
        "the one it extends.",
    ),
    ("vendepunkt diff scenarios/baseline.toml scenarios/same-caseworker.toml",
     "vendepunkt diff scenarios/same-caseworker.toml"),
)
_ALONE = Text("bygger ikke på et andet scenarie, så der er intet at holde den op imod",
              "extends no other scenario, so there is nothing to hold it against")
_NAME_TWO = Text("Nævn to filer.", "Name two files.")
_NOT_COMPARED = Text("Intet er sammenlignet.", "Nothing was compared.")
_SAME = Text("Ingen forskel: de to giver samme kørsel.", "No difference: the two give the same run.")


def command(language: Language) -> click.Command:
    """Return the command."""
    new = click.Argument(["new"], required=False, metavar="[NEW]", type=click.Path(path_type=Path))
    return Command(ABOUT, language, diff, (options.file("old", "OLD"), new, options.lang(language)))


def diff(old: Path, new: Path | None, lang: Language) -> None:
    """Write every difference on a line."""
    from sim.doors.loading import scenarios

    if new is None:
        (after,) = scenarios((old,), None, None)
        if after.parent is None:
            raise RunError.about(str(old), _ALONE, _NAME_TWO, nothing_done=_NOT_COMPARED)
        before = after.parent
    else:
        before, after = scenarios((old, new), None, None)
    differences = after.differences_from(before)
    for difference in differences:
        click.echo(difference.sentence(lang))
    if not differences:
        click.echo(_SAME.label(lang))
