"""The parts of docs/ that are made from the code are what the code makes, and the prose names only what there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from sim.doors.coefficients import claims, coefficients, in_source, numbers_in, sources
from sim.doors.constants import constants_in, named_constants
from sim.doors.kinds_of_numbers import KINDS
from sim.doors.reference import BLOCKS, PAGES, UnknownBlockError, filled, main
from sim.engine.week import WEEK
from sim.population.citizens import Citizens
from sim.scenario.facts import facts_of, sections_of
from sim.scenario.settings import Settings

DOCS = Path(__file__).parents[1] / "docs"
KEY = re.compile(r"`([a-z_]+\.[a-z_]+)`")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_in_step_with_the_code(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    assert filled(page) == page, "run make docs"


def test_every_block_stands_on_some_page() -> None:
    pages = "".join((DOCS / name).read_text(encoding="utf-8") for name in PAGES)
    assert {name for name in BLOCKS if f"<!-- made from the code: {name} -->" in pages} == set(BLOCKS)


@pytest.mark.parametrize(
    "name", ["odd.md", "assumptions.md", "plain-summary.md", "policy-guide.md", "vejledning-kommuner.md"],
)
def test_pages_name_only_settings_there_are(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    sections = sections_of(Settings)
    named = {key for key in KEY.findall(page) if key.partition(".")[0] in sections}
    assert named <= set(facts_of(Settings))


@pytest.mark.parametrize("name", [path.name for path in sorted(DOCS.glob("*.md"))])
def test_links_between_pages_lead_somewhere(name: str) -> None:
    for target, anchor in re.findall(r"\]\(([\w-]+\.md)(#[\w-]+)?\)", (DOCS / name).read_text(encoding="utf-8")):
        assert (DOCS / target).is_file()
        headings = re.findall(r"^#+ (.+)$", (DOCS / target).read_text(encoding="utf-8"), re.MULTILINE)
        anchors = {"#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not anchor or anchor in anchors


def test_the_tables_hold_every_stage_column_and_setting() -> None:
    assert [line.split(" | ")[1] for line in BLOCKS["schedule"]().splitlines()[2:]] == [stage.name for stage in WEEK]
    assert BLOCKS["citizens"]().count("\n") == len(Citizens.facts()) + 1
    both = BLOCKS["assumptions"]() + BLOCKS["choices"]()
    assert all(f"| `{key}` |" in both for key in facts_of(Settings))
    assert BLOCKS["assumptions"]().index("Grade E") < BLOCKS["assumptions"]().index("Grade A")


def test_constants_are_found_with_their_numbers_and_kind() -> None:
    found = {one.file: one for one in named_constants()}["sim/processes/casework.py"]
    assert any("_BLUR = 0.3" in number for number in found.numbers)
    assert found.kind == "detail"
    assert {one.kind for one in named_constants()} <= set(KINDS)


def test_every_number_with_a_name_says_why_it_is_no_setting() -> None:
    """Codes, keys and sizes of tables are whole and say nothing of the world; any other number has a kind."""
    silent = [one for path, shown in sources() for one in constants_in(path.read_text(encoding="utf-8"), shown)
              if not one.kind and ("grade" in one.meaning or re.search(r"\d\.\d", " ".join(one.numbers)))]
    assert silent == []


@pytest.mark.parametrize(("line", "kind", "term"), [
    ("c.x[rows] = real(0.15) + real(1.2) * c.trust[rows]", "weight", "0.15 + 1.2 * trust"),
    ("nudge(c.trust, rows, -0.08)", "step", "trust: -0.08"),
    ("know(town, firm, 0.02)", "step", "relation: 0.02"),
    ("turn(c, now, rows, kind, ((c.belief, 0.9), (c.coping, 1.0)))", "jump", "coping 1.0"),
    ("hit = rows[now.draws.uniform(luck, c.luck[rows], 3) < 0.3]", "bar", "uniform(luck, luck, 3) < 0.3"),
    ("c.post[rows] = 0.25", "weight", "post = 0.25"),
])
def test_numbers_in_formulas_are_found(line: str, kind: str, term: str) -> None:
    text = f'def act(c, now, rows):\n    """Acts.\n\n    And more."""\n    {line}\n'
    (found,) = in_source(text, "sim/processes/x.py")
    assert (found.meaning, term in found.terms[kind]) == ("Acts.", True)


@pytest.mark.parametrize("line", [
    "x = c.trust[:, 3] + real(1.0) - real(now.week / 52.0)", "young = c.born > now.week - 30 * 52",
    "x = np.zeros(12)",
    "x = now.draws.lottery(Decision.GATE, c.luck, 3)", "c.pointless[rows] = np.minimum(c.pointless[rows] + 1, 250)",
    "moved = 4.0 * weekly(work.reorganisation)", "x = np.add.reduce(c.problem, axis=2)",
])
def test_arithmetic_claims_nothing(line: str) -> None:
    assert list(in_source(f"def act(c, now, rows):\n    {line}\n", "sim/processes/x.py")) == []


def test_every_function_with_numbers_says_what_it_does() -> None:
    assert [(one.file, one.function) for one in coefficients() if not one.meaning] == []


def test_only_arithmetic_is_left_out() -> None:
    """Of all real numbers in the formulas, these values alone are passed over somewhere."""
    functions = [node for path, _ in sources() for node in ast.parse(path.read_text(encoding="utf-8")).body
                 if isinstance(node, ast.FunctionDef)]
    passed = {number.value for node in functions for number, around in numbers_in(node)
              if isinstance(number.value, float) and not claims(number, around)}
    assert passed <= {0.0, 1.0, 37.0, 52.0, 100.0, 1000.0, 18.0, 0.5, 2.0, 3.0, 4.0, 13.0, 1.7320508, 1e-3, 1e-6, 1e-12}


def test_a_page_may_not_ask_for_what_nobody_makes() -> None:
    with pytest.raises(UnknownBlockError):
        filled("<!-- made from the code: nonsense -->\n<!-- end -->\n")


def test_making_writes_only_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "docs").mkdir()
    for name in PAGES:
        page = "<!-- made from the code: counts -->\nold\n<!-- end -->\n"
        (tmp_path / "docs" / name).write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main()
    main()
    said = capsys.readouterr().out
    assert said.count("made anew") == said.count("in step") == len(PAGES)
    assert "old" not in (tmp_path / "docs" / PAGES[0]).read_text(encoding="utf-8")
