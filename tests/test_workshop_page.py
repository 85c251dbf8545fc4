"""The workshop page in a real browser, live and exported, without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.fixtures_workshop import HOSTILE, browser, opened_page, served, small_page, small_studio, written

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("workshop")


@pytest.fixture(scope="module")
def viewer() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module", params=["live", "exported"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, viewer: Browser,  # noqa: ARG001 - skip before working
) -> Iterator[str]:
    studio = small_studio()
    if request.param == "live":
        with served(studio) as here:
            yield here
    else:
        yield written(small_page(studio), tmp_path_factory.mktemp("page"))


def ready(page: Page, view: str) -> None:
    page.wait_for_selector(f"html[data-ready={view}]", timeout=30_000)


def go(page: Page, name: str, view: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()
    ready(page, view)


def test_people_move_and_play_pauses_steps_and_goes_back(viewer: Browser, address: str) -> None:
    with opened_page(viewer, address, offline=address.startswith("file:")) as (page, faults):
        ready(page, "see")
        town = page.locator("canvas[role=img]").first
        first = town.get_attribute("aria-label")
        page.get_by_role("button", name="Afspil").click()
        page.locator(".when", has_text="Uge 5 ").wait_for()
        page.get_by_role("button", name="Pause").click()
        week = page.locator(".when").text_content()
        assert town.get_attribute("aria-label") != first
        page.keyboard.press("ArrowRight")
        assert page.locator(".when").text_content() != week
        page.keyboard.press("ArrowLeft")
        assert page.locator(".when").text_content() == week
        page.get_by_role("button", name="Forfra").click()
        assert town.get_attribute("aria-label") == first
        page.get_by_role("button", name="English").click()
        assert page.get_by_role("button", name="Play").is_visible()
        page.get_by_role("button", name="Gentle words").click()
        assert "Derailment" not in str(page.locator("canvas[role=img]").first.get_attribute("aria-label"))
        assert faults == []


def test_a_forecast_comes_before_the_run_and_stays_with_twins_to_follow(viewer: Browser, address: str) -> None:
    with opened_page(viewer, address, offline=address.startswith("file:")) as (page, faults):
        ready(page, "see")
        go(page, "Prøv", "try")
        start = page.get_by_role("button", name="Kør", exact=True)
        assert start.is_disabled(), "the base case stands alone first"
        page.locator("#slider-handover").press("ArrowRight")
        assert page.locator("#slider-caseload").is_disabled(), "one change at a time"
        page.locator("#try-many").press("Space")
        assert page.locator("#slider-caseload").is_enabled(), "several when they are asked for"
        page.keyboard.press("Space")
        assert page.locator("#slider-caseload").is_disabled(), "the keyboard stays where it was"
        assert start.is_disabled(), "no run without a forecast"
        over = page.locator(".u-over").bounding_box()
        assert over is not None
        page.mouse.move(over["x"] + 3, over["y"] + 80)
        page.mouse.down()
        page.mouse.move(over["x"] + over["width"] - 3, over["y"] + 40, steps=6)
        page.mouse.up()
        start.click()
        page.locator(".results thead th").nth(2).wait_for()
        assert page.locator(".key", has_text="Jeres gæt").is_visible()
        page.reload()
        ready(page, "try")
        assert page.locator(".key", has_text="I gættede").is_visible(), "what a group did survives a reload"
        go(page, "Se", "see")
        boxes = [stage.bounding_box() for stage in page.locator("canvas[role=img]").all()]
        assert [box is not None and box["height"] > 300 for box in boxes] == [True, True], "two towns side by side"
        go(page, "Følg", "follow")
        assert page.locator(".lifeline").count() == 2, "the twin stands beneath"
        page.locator(".lifeline .turn").first.focus()
        assert len(page.locator(".said").first.text_content() or "") > 40, "the reason in a sentence"
        assert page.locator(".story .portrait").first.text_content()
        assert faults == []


def test_one_life_with_and_without_an_intervention(viewer: Browser, address: str) -> None:
    with opened_page(viewer, address, offline=address.startswith("file:")) as (page, faults):
        ready(page, "see")
        go(page, "Grib ind", "intervene")
        page.get_by_role("button", name="En livskrise").click()
        page.locator(".life figcaption", has_text="En livskrise").wait_for()
        page.locator(".life figcaption", has_text="uden indgrebet").wait_for()
        assert faults == []


def test_twelve_weeks_at_the_desk(viewer: Browser, address: str) -> None:
    with opened_page(viewer, address, offline=address.startswith("file:")) as (page, faults):
        ready(page, "see")
        go(page, "Rollespil", "roleplay")
        page.get_by_role("button", name="Spil med alle sagerne").click()
        for week in range(1, 13):
            page.get_by_role("heading", name=f"Uge {week} af 12").wait_for()
            page.get_by_role("button", name="Fyld op oppefra").click()
            page.locator(".cases li.picked").first.wait_for()
            page.get_by_role("button", name="Hold samtalerne").click()
        page.locator(".stack").first.wait_for(timeout=30_000)
        assert page.locator(".results thead th").count() == 4, "your choices, the rule, half as many cases"
        assert faults == []


def test_a_case_is_told_in_four_steps(viewer: Browser, address: str) -> None:
    with opened_page(viewer, address, offline=address.startswith("file:")) as (page, faults):
        ready(page, "see")
        go(page, "Fortællinger", "cases")
        assert page.locator(".case .lead").is_visible()
        page.get_by_role("button", name="Vis livslinjen").click()
        page.locator(".case .lifeline").first.wait_for(timeout=60_000)
        assert page.locator(".script li").count() >= 2
        page.get_by_role("button", name="Hvad tror I, der sker uden").click()
        page.locator(".case .stack").first.wait_for()
        page.get_by_role("button", name="Spørgsmål").click()
        assert page.locator(".questions li").count() >= 2
        assert faults == []


def test_notes_are_kept_exported_and_shared_and_hostile_text_stays_text(viewer: Browser, address: str) -> None:
    with opened_page(viewer, address, offline=address.startswith("file:")) as (page, faults):
        ready(page, "see")
        go(page, "Notesbog", "notebook")
        page.locator("#note-group").fill(HOSTILE)
        page.locator("#note-question").fill("Hvad nu hvis?")
        page.get_by_role("button", name="Gem note").click()
        page.locator(".notes tbody th", has_text=HOSTILE[:20]).wait_for()
        with page.expect_download() as got:
            page.get_by_role("button", name="Gem som fil").click()
        kept = json.loads(got.value.path().read_text(encoding="utf-8"))
        assert kept["notes"][0]["group"] == HOSTILE
        shared = page.evaluate("import('vp/store').then((store) => store.link())")
        page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        page.goto(shared)
        ready(page, "notebook")
        page.locator(".notes tbody th", has_text=HOSTILE[:20]).wait_for()
        page.goto("about:blank")
        page.goto(f"{address}#s=rubbish")
        page.locator(".message", has_text="Linket kunne ikke læses").wait_for()
        go(page, "Prøv", "try")
        assert page.locator("option", has_text="onerror").count() == 1, "a preset's title is shown as it is"
        assert faults == []


def test_the_page_says_what_can_be_told_apart_as_the_comparison_does(viewer: Browser, address: str) -> None:
    import polars as pl

    from sim.outcomes.comparison import compare

    pairs = {"clear": ([0.1, 0.2], [0.2, 0.3]), "open": ([0.1, 0.4], [0.2, 0.1]), "alike": ([1.0, 2.0], [1.0, 2.0])}
    with opened_page(viewer, address) as (page, _):
        ready(page, "see")
        for base, other in pairs.values():
            frames = [pl.DataFrame({"seed": [1, 2], "group": "all", "measure": "x", "value": values})
                      for values in (base, other)]
            row = compare(*frames).row(0, named=True)
            said = page.evaluate(
                "([base, other]) => import('vp/compare').then((found) => found.compared(base, other))", [base, other])
            assert said["verdict"] == row["verdict"]
            assert said["low"] == pytest.approx(row["precision_low"], abs=1e-9)


def test_every_view_passes_the_accessibility_check(viewer: Browser, address: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    views = (("Se", "see"), ("Prøv", "try"), ("Følg", "follow"), ("Grib ind", "intervene"), ("Rollespil", "roleplay"),
             ("Fortællinger", "cases"), ("Notesbog", "notebook"), ("Om", "about"))
    with opened_page(viewer, address) as (page, _):
        ready(page, "see")
        for name, view in views:
            go(page, name, view)
            found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
            assert found.violations_count == 0, f"{view}: {found.generate_report()}"
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{view} is wider than the screen"
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_timeout(300)  # for the drawings to follow the new width
        for name, view in views:
            go(page, name, view)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{view} is wider than a telephone"
            cut = page.evaluate("""() => [...document.querySelectorAll('main button, main select')].filter(
                (one) => one.getBoundingClientRect().right > innerWidth && !one.closest('.case-list')).length""")
            assert cut == 0, f"{view} has something to press beyond the edge of a telephone"
