"""Every mistake a user can make in a scenario file, with its exact message."""

from __future__ import annotations

import pytest

from sim.errors import ScenarioError
from tests.scenario_catalogue import complaints_about, tiny_text

CASELOAD = "between 5 and 1000: citizens per caseworker. Citizens divided by posts"
CASELOAD_DA = "mellem 5 og 1000: sager pr. sagsbehandler (borgere pr. sagsbehandler)"
TURNOVER = "between 0 and 1: chance a year that a caseworker leaves. At no strain"
POSTS = "between 0 and 5000: share. Posts in all"
DATES = 'Write 2018-01 (from the 1st of the month), 2018-03-05 or "start".'

VALUES = [
    ("caseload = 1200", f"casework.caseload = 1200 (line 2) must lie {CASELOAD}"),
    ("turnover = 25", f"casework.turnover = 25 (line 2) must lie {TURNOVER}. Write 0.25 if 25 % is meant."),
    ("turnover = -0.5", f"casework.turnover = -0.5 (line 2) must lie {TURNOVER}"),
    ('caseload = "82"',
     f'casework.caseload = "82" (line 2) must be a number {CASELOAD}. Write 82 without quotation marks.'),
    ('turnover = "0,25"',
     f'casework.turnover = "0,25" (line 2) must be a number {TURNOVER}. '
     "Write 0.25 with a point and without quotation marks."),
    ('turnover = "12,5 %"',
     f'casework.turnover = "12,5 %" (line 2) must be a number {TURNOVER}. '
     "Write 0.125 if it is a share, otherwise 12.5."),
    ('caseload = "many"', f'casework.caseload = "many" (line 2) must be a number {CASELOAD}'),
    ("caseload = true",
     f"casework.caseload = true (line 2) must be a number {CASELOAD}. "
     "true and false belong to settings that are on or off."),
    ("caseload = [82, 40]",
     f"casework.caseload = [82, 40] (line 2) must be a number {CASELOAD}. "
     "Write a single value or dates: { 2017-01 = 82, 2018-01 = 40 }."),
    ("caseload = 2018-01-01", f"casework.caseload = 2018-01-01 (line 2) must be a number {CASELOAD}"),
    ("caseload = nan", f"casework.caseload = nan (line 2) must be an ordinary number {CASELOAD}"),
    ("caseload = -inf", f"casework.caseload = -inf (line 2) must be an ordinary number {CASELOAD}"),
    ("posts = 1.600",
     f"casework.posts = 1.6 (line 2) must be a whole number {POSTS}. "
     "Write 2, or 1600 if the point was meant to divide thousands."),
    ("posts = 2.000",
     f"casework.posts = 2 (line 2) must be a whole number {POSTS}. "
     "Write 2, or 2000 if the point was meant to divide thousands."),
    ("posts = 24.0", f"casework.posts = 24 (line 2) must be a whole number {POSTS}. Write 24."),
    ('posts = "24"',
     f'casework.posts = "24" (line 2) must be a whole number {POSTS}. Write 24 without quotation marks.'),
    ("posts = true",
     f"casework.posts = true (line 2) must be a whole number {POSTS}. "
     "true and false belong to settings that are on or off."),
    ("keep = 1", "casework.keep = 1 (line 2) must be true (on) or false (off). Write true."),
    ('keep = "nej"',
     'casework.keep = "nej" (line 2) must be true (on) or false (off). Write false without quotation marks.'),
    ("keep = []", "casework.keep = [] (line 2) must be true (on) or false (off)"),
    ('handover = "Sagsakter"',
     'casework.handover = "Sagsakter" (line 2) must be one of none, file, planned. Did you mean "file"?'),
    ('handover = "plannd"',
     'casework.handover = "plannd" (line 2) must be one of none, file, planned. Did you mean "planned"?'),
    ('handover = "zzz"', 'casework.handover = "zzz" (line 2) must be one of none, file, planned'),
    ("handover = 2", "casework.handover = 2 (line 2) must be one of none, file, planned"),
    ("caselod = 45",
     "casework.caselod = 45 (line 2) is not a setting. Did you mean caseload (citizens per caseworker)?"),
    ("Case-Load = 45",
     "casework.Case-Load = 45 (line 2) is not a setting. Did you mean caseload (citizens per caseworker)?"),
    ("citizens = 45", "casework.citizens = 45 (line 2) is not a setting. citizens belongs under [town]."),
    ("weeks = 45", "casework.weeks = 45 (line 2) is not a setting. weeks belongs under [time]."),
    ('question = "?"',
     'casework.question = "?" (line 2) is not a setting. '
     "question belongs at the top of the file, before the first [section]."),
    ("qqq = 45",
     "casework.qqq = 45 (line 2) is not a setting. See the section's settings with: vendepunkt explain casework"),
    ("citzens = 45", "casework.citzens = 45 (line 2) is not a setting. Did you mean town.citizens?"),
    ("hand = 45", "casework.hand = 45 (line 2) is not a setting. Did you mean handover (none, file, planned)?"),
    ("caseload = {}",
     "casework.caseload = { } (line 2) lacks dates. Write a single value or dates: { 2017-01 = 82, 2018-01 = 40 }."),
    ("caseload = { 2018-13 = 40 }", "casework.caseload.2018-13 = 40 (line 2) does not exist in the calendar. "
     "Months run from 01 to 12, and the month must have the day."),
    ("caseload = { 2018-02-30 = 40 }",
     "casework.caseload.2018-02-30 = 40 (line 2) does not exist in the calendar. "
     "Months run from 01 to 12, and the month must have the day."),
    ("caseload = { maj = 40 }", f"casework.caseload.maj = 40 (line 2) is not a date. {DATES}"),
    ("caseload = { 2018 = 40 }", f"casework.caseload.2018 = 40 (line 2) is not a date. {DATES}"),
    ("caseload = { 2018-1-5 = 40 }", f"casework.caseload.2018-1-5 = 40 (line 2) is not a date. {DATES}"),
    ("caseload = { 2018-01 = 4 }", f"casework.caseload.2018-01 = 4 (line 2) must lie {CASELOAD}"),
    ("caseload = { 2018-02 = 50, 2018-01 = 40 }",
     "casework.caseload.2018-01 = 40 (line 2) stands after a later date. "
     "Write the dates in order, the earliest first."),
    ("caseload = { 2018-02 = 50, start = 40 }",
     "casework.caseload.start = 40 (line 2) stands after a later date. "
     "Write the dates in order, the earliest first."),
    ("caseload = { 2018-01 = 50, 2018-01-01 = 40 }",
     "casework.caseload.2018-01-01 = 40 (line 2) falls in the same week as the date before it "
     "(from Monday 2018-01-01). Keep one of the dates."),
    ("caseload = { 2018-01 = 50, 2022-01 = 40 }",
     "casework.caseload.2022-01 = 40 (line 2) lies after the end of the run (2021-12-26). "
     "Move the date, or lengthen the run: weeks under [time]."),
]


@pytest.mark.parametrize(("line", "message"), VALUES)
def test_a_wrong_line_under_casework_is_explained(line: str, message: str) -> None:
    assert complaints_about(f"[casework]\n{line}\n")[1] == message


IN_DANISH = [
    ("caseload = 1200", f"casework.caseload = 1200 (linje 2) skal ligge {CASELOAD_DA}"),
    ('caseload = "82"',
     f'casework.caseload = "82" (linje 2) skal være et tal {CASELOAD_DA}. Skriv 82 uden anførselstegn.'),
    ('handover = "x"',
     'casework.handover = "x" (linje 2) skal være en af none (ingen), file (sagsakter), planned (overleveringsmøde)'),
    ("caselod = 45",
     "casework.caselod = 45 (linje 2) er ikke en indstilling. Mente du caseload (borgere pr. sagsbehandler)?"),
    ("keep = 1", "casework.keep = 1 (linje 2) skal være true (ja) eller false (nej). Skriv true."),
    ("caseload = { 2018-02 = 50, 2018-01 = 40 }",
     "casework.caseload.2018-01 = 40 (linje 2) står efter en senere dato. "
     "Skriv datoerne i rækkefølge, den tidligste først."),
]


@pytest.mark.parametrize(("line", "message"), IN_DANISH)
def test_the_same_in_danish(line: str, message: str) -> None:
    assert complaints_about(f"[casework]\n{line}\n")[0] == message


ANYWHERE = [
    ("[town]\ncitizens = { 2018-01 = 5 }",
     "town.citizens = { 2018-01 = 5 } (line 2) holds for a whole run and cannot change on a date. "
     "Write a single value."),
    ("caseload = 40", "caseload = 40 (line 1) is not a section or a setting. caseload belongs under [casework]."),
    ("caselod = 40", "caselod = 40 (line 1) is not a section or a setting. Did you mean casework.caseload?"),
    ("[caswork]\ncaseload = 40", "caswork (line 1) is not a section or a setting. Did you mean casework?"),
    ("[tme]\nweeks = 40", "tme (line 1) is not a section or a setting. Did you mean time?"),
    ("[zzz]\nx = 1", "zzz (line 1) is not a section or a setting. All settings stand in scenarios/baseline.toml."),
    ("casework = 40",
     "casework = 40 (line 1) is a section; write [casework] on a line of its own and its settings below it"),
    ("[time]\nstart = 2017-01-03",
     "time.start = 2017-01-03 (line 2) must be a Monday. The nearest: 2017-01-02, 2017-01-09"),
    ('[time]\nstart = "2017-01-02"',
     'time.start = "2017-01-02" (line 2) must be a date. Write it without quotation marks, such as 2017-01-02.'),
    ("[time]\nstart = 1817-01-06",
     "time.start = 1817-01-06 (line 2) must lie between 1990-01-01 and 2100-01-01: the Monday on which week 0 begins"),
    ("[time]\nweeks = 9999",
     "time.weeks = 9999 (line 2) must lie between 0 and 2600: weeks. Weeks that are recorded, from the start"),
    ("[time]\nweks = 9", "time.weks = 9 (line 2) is not a setting. Did you mean weeks?"),
    ('title = ""', 'title = "" (line 1) is empty'),
    ("title = 3", 'title = 3 (line 1) must be a text, or a text in each language: { da = "…", en = "…" }'),
    ('[title]\nda = "a\\nb"', 'title.da = "a\\nb" (line 2) holds a line break or an invisible character (U+000A). '
     "Delete the character; write a text of several lines on one."),
    ('[title]\nen = "a\\u001b[31m"',
     'title.en = "a\\U0000001b[31m" (line 2) holds a line break or an invisible character (U+001B). '
     "Delete the character; write a text of several lines on one."),
    ('[title]\nda = "a"\nen = "\\u202Ex"',
     'title.en = "\\U0000202ex" (line 3) holds a line break or an invisible character (U+202E). '
     "Delete the character; write a text of several lines on one."),
    ('[title]\nda = "a"\nquestion = "x"',
     'title.question = "x" (line 3) does not belong here. Only da and en stand here. extends, question and '
     "not_modelled stand at the top of the file, before the first [section]."),
    ('not_modelled = "x"', 'not_modelled = "x" (line 1) must be a list of texts: ["…", "…"]'),
    ('not_modelled = [\n "x",\n 3]',
     'not_modelled.1 = 3 (line 3) must be a text, or a text in each language: { da = "…", en = "…" }'),
    ('regime = "Reform 2025!"',
     'regime = "Reform 2025!" (line 1) must be a short name of lower-case letters a-z, digits and hyphens, '
     "such as rules-2016-2019"),
    ("[limits]\nlow = 7", "limits (line 1) do not go together (Value error, low above high)"),
]


@pytest.mark.parametrize(("text", "message"), ANYWHERE)
def test_a_wrong_file_is_explained(text: str, message: str) -> None:
    assert complaints_about(text)[1] == message


def test_a_title_of_ten_thousand_characters_is_refused_without_being_repeated_in_full() -> None:
    message = complaints_about(f'title = "{"æ" * 10_000}"')[1]
    assert message.endswith("(line 1) may have 120 characters at most")
    assert len(message) < 200


def test_html_in_a_title_is_a_title() -> None:
    assert tiny_text('title = "<script>alert(1)</script>"').title.da == "<script>alert(1)</script>"


def test_all_problems_of_a_file_come_in_one_message_in_the_order_of_lines() -> None:
    text = "[casework]\nturnover = 1.5\ncaselod = 45\ncaseload = { 2018-01 = 50, 2023-01 = 40 }\n[zz]\n"
    with pytest.raises(ScenarioError) as caught:
        tiny_text(text, "scenarios/same-caseworker.toml")
    assert caught.value.text("en") == """\
scenarios/same-caseworker.toml: 4 settings need attention. Nothing was run.

  casework.turnover = 1.5          (line 2)
      must lie between 0 and 1: chance a year that a caseworker leaves. At no strain
  casework.caselod = 45            (line 3)
      is not a setting. Did you mean caseload (citizens per caseworker)?
  casework.caseload.2023-01 = 40   (line 4)
      lies after the end of the run (2021-12-26). Move the date, or lengthen the run: weeks under
      [time].
  zz                               (line 5)
      is not a section or a setting. All settings stand in scenarios/baseline.toml."""
