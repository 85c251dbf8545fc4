"""What a calibration says of the sets it leaves, in Danish and English."""

from __future__ import annotations

from collections.abc import Sequence

from sim.errors import Text

FEW = 0.01
"""Share of candidates under which the search goes on from the least implausible ones, cut or no cut."""


def how_kept(kept: int, played: int, left: Sequence[float]) -> Text:
    """How the sets were chosen; ``left`` is the share of candidates inside the cut, wave by wave."""
    share = left[-1]
    da = f"{kept} parametersæt er beholdt: dem, der kom nærmest kalibreringsmålene, af de {played}, der blev spillet til sidst."
    en = f"{kept} sets are kept: the nearest to the targets of the {played} played last."
    if share >= FEW:
        few = f"{100 * share:.1f}"
        return Text(f"{da} De blev trukket blandt de {few.replace('.', ',')} % af kandidaterne, som kalibreringsmålene ikke udelukker.",
                    f"{en} They were drawn from the {few} % of candidates that the targets do not rule out.")
    some = f"{100 * share:.2f}"
    who = Text(f"Kun {some.replace('.', ',')} % af kandidaterne", f"Only {some} % of the candidates") if share else Text(
        "Ingen kandidat", "No candidate")
    return Text(
        f"{da} {who.da} kom inden for tre standardafvigelser af alle kalibreringsmål på nær ét, så den mindst usandsynlige "
        "hundrededel blev brugt i stedet.",
        f"{en} {who.en} came within three standard deviations of all targets but one, so the least implausible "
        "hundredth was used instead.")
