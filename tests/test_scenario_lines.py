"""On which line things stand, in every kind of TOML."""

from __future__ import annotations

import string
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.lines import key_lines

WRITTEN = '''\
# a comment with [brackets] and = signs
extends = "b.toml" # [x]
question = """one
"" two \\""" [not]
key = 1""""

[title]
da = 'x # y'
"en" = "y \\" = z"
[casework]
caseload = { 2017-01 = 82, "2018-01" = { a.b = [1,
  2] }, "æ.ø" = 4 }
sub.deep = 1
list = [ # hej
  "a]", # ]
  [1, 2], { x = 1 },
]
literal = \'\'\'a
'' b\'\'\'\'\'
last = 1979-05-27 07:32:00
[[p]]
a=1
[p.q]
c=2
[[p]]
a=2
[ "a b" . 'c' ]
"\\u00e6" = 1
'''


def test_lines_of_keys_in_every_kind_of_toml() -> None:
    tomllib.loads(WRITTEN)
    lines = {".".join(path): line for path, line in key_lines(WRITTEN).items()}
    expected = {
        "extends": 2, "question": 3, "title": 7, "title.da": 8, "title.en": 9, "casework": 10, "casework.caseload": 11,
        "casework.caseload.2018-01.a.b.1": 12, "casework.caseload.æ.ø": 12, "casework.sub.deep": 13,
        "casework.list": 14,
        "casework.list.1.1": 16, "casework.list.2.x": 16, "casework.literal": 18, "casework.last": 20, "p.0.a": 22,
        "p.0.q.c": 24, "p.1.a": 26, "a b.c": 27, "a b.c.æ": 28,
    }
    assert {key: lines[key] for key in expected} == expected


VALUES = st.sampled_from([
    "1", "-0.5", "true", "2018-01-01", '"# = ["', "'\"'", '"""a\n[x]\nb = 1"""', "'''\n\\'''", "[\n 1, # ]\n 2,\n]",
    '{ 2017-01 = 82, x = "}" }', "[{ a = 1 },\n [2]]", '"\\""', "{}", "[]",
])
KEYS = st.text(string.ascii_letters + string.digits + "-_", min_size=1, max_size=8)
BLANKS = st.sampled_from(["", "\n", "# [not] = 1\n", "  \t\n\n"])


@given(st.lists(st.tuples(KEYS, st.lists(st.tuples(KEYS, VALUES, BLANKS), unique_by=lambda each: each[0], max_size=4)),
                unique_by=lambda each: each[0], max_size=4))
def test_lines_are_right_whatever_stands_between(sections: list[tuple[str, list[tuple[str, str, str]]]]) -> None:
    text, expected = "", {}
    for section, pairs in sections:
        expected[(section,)] = text.count("\n") + 1
        text += f"[{section}] # here\n"
        for key, value, blank in pairs:
            text += blank
            expected[(section, key)] = text.count("\n") + 1
            text += f"{key} = {value}\n"
    lines = key_lines(text)
    assert {path: lines[path] for path in expected} == expected
