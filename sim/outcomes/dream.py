"""Weekly three-digit codes in the manner of the DREAM register: what a person lives of, and which offer is running.

The groups (the first two digits) follow the register's groups of benefits as they are commonly cited in Danish register
studies, written from memory and not checked against a codebook: 65x study grant, 73x cash benefit to those who are not
ready for a job, 74x flexjob allowance, 77x flexjob, 78x disability pension, 81x resource course, 99x gone. The last
digit, which offer is running, is ours. Grade E as a rendering of the register: it lets scripts written for such codes
run on simulated people, and must be held against the codebook of the data it is to stand beside.

DREAM notes benefits only, so a week of wages is a week without a code; here it has the code 0.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import polars as pl

from sim.outcomes.week_codes import WeekCodes
from sim.record.schema import NO_CODE, Layer
from sim.record.tables import RunTables
from sim.vocabulary import Benefit, Cause, EventKind, Standing

NO_BENEFIT = 0
GROUPS: dict[Benefit, int] = {
    Benefit.ACTIVITY_READY: 730, Benefit.RESOURCE_COURSE: 810, Benefit.FLEXJOB_ALLOWANCE: 740,
    Benefit.FLEXJOB_SUBSIDY: 771, Benefit.STUDY_GRANT: 651, Benefit.PENSION: 783, Benefit.NONE: NO_BENEFIT,
}
"""The code of a benefit without any offer."""

OFFERS: dict[Standing, int] = {
    Standing.UPSKILLING: 1, Standing.WAGE_SUBSIDY: 2, Standing.CLARIFICATION: 3, Standing.TRAINING: 3,
    Standing.RECRUITMENT: 3, Standing.ACTIVATION: 4, Standing.SUPPORT: 5, Standing.SMALL_JOB: 6,
}
"""The last digit on a benefit that comes with offers."""

WITH_OFFERS = (Benefit.ACTIVITY_READY, Benefit.RESOURCE_COURSE, Benefit.FLEXJOB_ALLOWANCE)
GONE: dict[Cause, int] = {Cause.MOVED: 997, Cause.AGE: 998, Cause.DIED: 999}
"""What stands in every week after someone has left, by why."""

_GONE_OTHERWISE = -1
_A_CENTURY = 5200
_OFFER_WORDS = {
    1: ("opkvalificering", "upskilling"), 2: ("løntilskud", "wage subsidy"), 3: ("virksomhedspraktik", "placement"),
    4: ("generel aktivering", "generic activation"), 5: ("støtte", "support"), 6: ("småjob", "small job"),
}
_GONE_WORDS = {997: ("Fraflyttet", "Moved away"), 998: ("Folkepension", "Retired"), 999: ("Død", "Died")}

Codes = npt.NDArray[np.int16]


def dream_code(benefit: Benefit, standing: Standing) -> int:
    """The code of one week."""
    return GROUPS[benefit] + (OFFERS.get(standing, 0) if benefit in WITH_OFFERS else 0)


def dream_words() -> dict[int, tuple[str, str]]:
    """Every code that can occur, with its Danish and English label, smallest first."""
    words = {code: (benefit.da, benefit.en) for benefit, code in GROUPS.items()}
    for benefit in WITH_OFFERS:
        words |= {
            GROUPS[benefit] + digit: (f"{benefit.da}, {da}", f"{benefit.en}, {en}")
            for digit, (da, en) in _OFFER_WORDS.items()
        }
    return dict(sorted({**words, **_GONE_WORDS}.items()))


def dream(tables: RunTables, start: date) -> pl.DataFrame:
    """Return seed, citizen and a column per week (``y_1701`` is the first ISO week of 2017) of whole numbers.

    0 is a week without benefit; null a week before the person came. ``start`` is the Monday of week 0.
    """
    benefits, standings = (WeekCodes.of(tables, layer) for layer in (Layer.BENEFIT, Layer.STANDING))
    codes = _combined(benefits.codes, standings.codes)
    _fill_gone(codes, tables, benefits.people)
    weeks = {
        name: pl.Series(name, codes[:, week], dtype=pl.Int16).replace(_GONE_OTHERWISE, None)
        for week, name in enumerate(week_names(start, tables.weeks))
    }
    return benefits.people.with_columns(**weeks)


def week_names(start: date, weeks: int) -> list[str]:
    """The register's way to name a week: ``y_`` with two digits of the ISO year and two of the week.

    Runs of a century and more get four digits of the year, since two would name weeks twice.
    """
    calendar = ((start + timedelta(weeks=week)).isocalendar() for week in range(weeks))
    digits = 2 if weeks <= _A_CENTURY else 4
    return [f"y_{str(one.year)[-digits:]}{one.week:02d}" for one in calendar]


def _combined(benefits: npt.NDArray[np.uint8], standings: npt.NDArray[np.uint8]) -> Codes:
    table = np.full((NO_CODE + 1, NO_CODE + 1), _GONE_OTHERWISE, dtype=np.int16)
    for benefit in Benefit:
        for standing in Standing:
            table[int(benefit), int(standing)] = dream_code(benefit, standing)
    return np.asarray(table[benefits, standings])


def _fill_gone(codes: Codes, tables: RunTables, people: pl.DataFrame) -> None:
    """Write why somebody is gone into the weeks after, in place."""
    left = tables.events.filter(
        (pl.col("kind") == int(EventKind.EXITED)) & pl.col("cause").is_in([int(cause) for cause in GONE])
    ).select("seed", "citizen", "cause")
    found = (
        people.with_row_index("row").join(left, on=["seed", "citizen"], how="inner")
        .join(tables.citizens.select("seed", "citizen", "exit_week"), on=["seed", "citizen"], how="inner")
    )
    for row, cause, week in found.select("row", "cause", "exit_week").iter_rows():
        codes[row, week:] = GONE[Cause(cause)]
