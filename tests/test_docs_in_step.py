"""The parts of docs/ that are made from the code are what the code makes, and the prose names only what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.doors.constants import named_constants
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


def test_constants_are_found_with_their_numbers() -> None:
    found = {one.file: one for one in named_constants()}
    assert any("_BLUR = 0.3" in number for number in found["sim/processes/casework.py"].numbers)


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
