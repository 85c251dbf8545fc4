"""A small workshop for tests: a studio, a server on a free port, an exported file, and a browser to look with."""

from __future__ import annotations

import json
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from sim.doors.workshop.export import Wanted, exported_page
from sim.doors.workshop.server import workshop_app
from sim.doors.workshop.serving import open_port
from sim.doors.workshop.sliders import BASE
from sim.doors.workshop.studio import Size, Studio
from sim.scenario.scenario import Scenario, catalogue_scenario

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
SIZE = Size(people=40, towns=2, weeks=60, futures=1)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
)


def small_studio() -> Studio:
    """A town of forty, two side by side; one preset with a title that wants to be run."""
    base = catalogue_scenario("baseline").with_time(weeks=SIZE.weeks, burn_in_weeks=40).with_values(
        {"town.activity_ready": 32, "town.resource_course": 8})
    return Studio(base, {"hostile": _titled(base)}, SIZE, cases=("dennis",))


def _titled(base: Scenario) -> Scenario:
    from sim.scenario.scenario import load_text

    text, found = re.subn(r'(?m)^(da|en) = "baseline"$', f"\\1 = {json.dumps(HOSTILE)}", base.to_toml())
    assert found
    return load_text(text, "hostile").with_values({"casework.handover": "planned"})


def small_page(studio: Studio) -> str:
    """An exported page with three runs of the sliders and the preset."""
    choices = ({}, {"caseload": "c40"}, {"handover": "planned"})
    wanted = [*(Wanted({**BASE, **choice}) for choice in choices), Wanted(None, "hostile")]
    return exported_page(studio, wanted, 1, lambda _done, _of: None)


@contextmanager
def served(studio: Studio) -> Iterator[str]:
    """The address of a server over the studio."""
    place = open_port("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(
        workshop_app(studio), log_level="error", access_log=False, ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://localhost:{place.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join(10)
        place.close()


@contextmanager
def browser() -> Iterator[Browser]:
    """The machine's own Chromium; the test is skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=found, args=list(FLAGS))
        yield opened
        opened.close()


@contextmanager
def opened_page(viewer: Browser, address: str, *, offline: bool = False) -> Iterator[tuple[Page, list[str]]]:
    """A page at the address, and everything that went wrong or left the machine while it was open."""
    context = viewer.new_context(viewport={"width": 1280, "height": 720}, offline=offline)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("request", lambda asked: faults.append(f"left: {asked.url}") if _leaves(asked.url, address) else None)
    page.on("dialog", lambda dialog: (faults.append(f"ran: {dialog.message}"), dialog.dismiss())[0])
    page.goto(address)
    yield page, faults
    context.close()


def _leaves(asked: str, address: str) -> bool:
    return not asked.startswith((address, "data:", "blob:"))


def written(page: str, folder: Path) -> str:
    """The page as a file; its address."""
    file = folder / "workshop.html"
    file.write_text(page, encoding="utf-8")
    return file.as_uri()
