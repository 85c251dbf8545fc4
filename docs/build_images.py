"""Make the pictures in docs/images anew.

python docs/build_images.py results/shipped/brief.html     phases.png, after make run
python docs/build_images.py http://127.0.0.1:8000/         workshop.png, while vendepunkt workshop --port 8000 runs

Needs what the tests need (make test sets it up) and a Chromium on the path.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"
FIGURE = "a2-en-phases"
"""The phases of the second alternative of the shipped comparison, in English."""
SECONDS = 9
"""So long the workshop plays before its picture is taken."""


def phases(browser: Browser, brief: Path) -> Path:
    """Take the picture of one figure of a brief, with its finding above and its source below."""
    page = browser.new_page(viewport={"width": 1150, "height": 1000}, device_scale_factor=1.5)
    page.goto(f"{brief.resolve().as_uri()}#en")
    page.add_style_tag(content=".languages { visibility: hidden }")
    figure = page.locator(f'figure:has([id^="{FIGURE}"])').first
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    assert box is not None, f"{brief} has no figure {FIGURE}"
    down = page.evaluate("scrollY")
    page.screenshot(path=IMAGES / "phases.png", full_page=True, clip={
        "x": box["x"] - 14, "y": box["y"] + down - 10, "width": box["width"] + 28, "height": box["height"] + 16})
    return IMAGES / "phases.png"


def workshop(browser: Browser, address: str) -> Path:
    """Let the workshop play for a while, and take its picture."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(address)
    page.wait_for_selector("html[data-ready=see]", timeout=120_000)
    page.get_by_role("button", name="Afspil").click()
    page.wait_for_timeout(1000 * SECONDS)
    page.get_by_role("button", name="Pause").click()
    page.wait_for_timeout(1000)
    page.screenshot(path=IMAGES / "workshop.png")
    return IMAGES / "workshop.png"


if __name__ == "__main__":
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for what in sys.argv[1:]:
            made = workshop(opened, what) if what.startswith("http") else phases(opened, Path(what))
            sys.stdout.write(f"{made}\n")
        opened.close()
