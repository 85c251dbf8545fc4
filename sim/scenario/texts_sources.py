"""Where the numbers come from, in Danish: the few English words that stand beside the references to documents."""

from __future__ import annotations

from sim.errors import Text

_DANISH = (
    ("guess from", "skøn ud fra"), ("guess", "skøn"), ("facts ", "fakta "), ("targets, structure switches", "valg af struktur"),
    ("targets ", "kalibreringsmål "), ("specification ", "specifikationen "), ("rules 2016-2019", "reglerne 2016-2019"),
    ("chapter ", "kapitel "), ("Danish agreement", "dansk overenskomst"), ("policy", "politisk valg"),
    ("Danish employment rate", "beskæftigelsesfrekvensen i Danmark"),
    ("turnover of Danish workplaces", "personaleomsætningen på danske arbejdspladser"),
    ("(balances outflow)", "(svarer til afgangen)"), ("(their size is not imposed)", "(størrelsen er ikke lagt ind)"),
    ("(one informant)", "(én informant)"), ("(several months)", "(flere måneder)"),
    ("(a meeting each 2-3 months at usual caseloads)", "(en samtale hver 2.-3. måned ved sædvanlige sagstal)"),
    ("(municipal range 20-76 %)", "(20-76 % mellem kommunerne)"), ("(3 in a town of 2,000)", "(3 i en by på 2.000)"),
    ("(small private firms; not how small)", "(små private virksomheder; ikke hvor små)"),
    ("(that small ones grow; not how much)", "(at små fleksjob vokser; ikke hvor meget)"),
)
"""Longer pieces before those they hold."""


def source_text(source: str) -> Text:
    """Return where a number comes from; references to documents and lines stand as they are."""
    danish = source
    for english, words in _DANISH:
        danish = danish.replace(english, words)
    return Text(danish, source)
