"""The brief as a browser shows it: on a wide screen, on a telephone, on paper, and to assistive technology."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.fixtures_study import synthetic_study
from tests.fixtures_workshop import browser

from sim.views.brief import write_brief

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PHONE, _DESK = 390, 1440
_FEWEST_PAGES_TOO_MANY = 5
_ASKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    # The switch between languages stands before every landmark, so that it works without a script.
    "rules": {"region": {"enabled": False}},
}


@pytest.fixture(scope="module")
def viewer() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("briefs")
    two = synthetic_study(seeds=tuple(range(1, 9)))
    studies = {"two": two, "many": synthetic_study(seeds=(1, 2), alternatives=2),
               "alone": replace(two, others=(), comparison={})}
    for name, study in studies.items():
        write_brief(study, folder / f"{name}.html", "en")
    return {name: folder / f"{name}.html" for name in studies}


def _opened(viewer: Browser, brief: Path, wide: int) -> Page:
    page = viewer.new_page(viewport={"width": wide, "height": 844})
    page.goto(brief.as_uri())
    return page


@pytest.mark.parametrize("name", ["two", "many", "alone"])
@pytest.mark.parametrize("wide", [_PHONE, _DESK])
def test_nothing_reaches_past_the_screen_but_what_scrolls_and_says_so(
    viewer: Browser, briefs: dict[str, Path], name: str, wide: int,
) -> None:
    page = _opened(viewer, briefs[name], wide)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    loose = page.evaluate("""() => [...document.querySelectorAll('main:not([hidden]) *')].filter(
        (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scroll.more')).length""")
    assert loose == 0
    hidden = page.evaluate("""() => [...document.querySelectorAll('.scroll')].filter(
        (box) => (box.scrollWidth > box.clientWidth + 1) !== (box.tabIndex === 0)).length""")
    assert hidden == 0, "what can be scrolled can be reached from the keyboard, and nothing else stops it"
    page.close()


def test_a_brief_of_two_prints_on_four_pages_in_both_languages(viewer: Browser, briefs: dict[str, Path]) -> None:
    page = _opened(viewer, briefs["two"], _DESK)
    for language in ("da", "en"):
        page.locator(f"[for=choose-{language}]").click()
        paper = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) < _FEWEST_PAGES_TOO_MANY
    page.close()


def test_the_page_opens_in_the_language_asked_for(viewer: Browser, briefs: dict[str, Path]) -> None:
    page = _opened(viewer, briefs["two"], _DESK)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == "What does it cost?"
    assert page.get_by_role("heading", name="In short").is_visible()
    assert not page.get_by_role("heading", name="Kort fortalt").is_visible()
    page.close()


def test_assistive_technology_finds_nothing_to_complain_of(viewer: Browser, briefs: dict[str, Path]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for name, wide in (("two", _PHONE), ("many", _DESK), ("alone", _DESK)):
        page = _opened(viewer, briefs[name], wide)
        found = Axe().run(page, options=_ASKED)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
        page.close()
