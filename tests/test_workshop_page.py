"""The workshop page in a real browser, live and exported, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.fixtures_workshop import browser, opened_page, served, small_page, small_studio, written

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def viewer() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module", params=["live", "exported"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    studio = small_studio()
    if request.param == "live":
        with served(studio) as here:
            yield here
    else:
        yield written(small_page(studio), tmp_path_factory.mktemp("page"))


def ready(page: Page, view: str) -> None:
    page.wait_for_selector(f"html[data-ready={view}]", timeout=20_000)


def test_people_move_and_play_pauses_steps_and_goes_back(viewer: Browser, address: str) -> None:
    with opened_page(viewer, address, offline=address.startswith("file:")) as (page, faults):
        ready(page, "see")
        first = page.locator("canvas[role=img]").first.get_attribute("aria-label")
        page.get_by_role("button", name="Afspil").click()
        page.locator(".when", has_text="Uge 5 ").wait_for()
        page.get_by_role("button", name="Pause").click()
        week = page.locator(".when").text_content()
        assert page.locator("canvas[role=img]").first.get_attribute("aria-label") != first
        page.keyboard.press("ArrowRight")
        assert page.locator(".when").text_content() != week
        page.keyboard.press("ArrowLeft")
        assert page.locator(".when").text_content() == week
        page.get_by_role("button", name="Forfra").click()
        assert page.locator("canvas[role=img]").first.get_attribute("aria-label") == first
        page.get_by_role("button", name="English").click()
        assert page.get_by_role("button", name="Play").is_visible()
        assert faults == []
