"""The page put together: live it names its files, exported it carries them. The modules are the same to the letter."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from sim.doors.workshop.config import config
from sim.doors.workshop.studio import Studio

_FOLDER = Path(__file__).parent / "page"
_STYLES = ("vendor/uPlot.css", "page.css")
_CHART = "vendor/uPlot.js"
_BOOT = 'import "vp/main";'


@cache
def page_files() -> dict[str, str]:
    """Everything the live page may ask for, by its name below the page's folder."""
    found = sorted([*_FOLDER.rglob("*.js"), *_FOLDER.rglob("*.css")])
    return {file.relative_to(_FOLDER).as_posix(): file.read_text(encoding="utf-8") for file in found}


@cache
def _template() -> str:
    return (_FOLDER / "page.html").read_text(encoding="utf-8")


def live_page(studio: Studio) -> tuple[str, str]:
    """The page that asks the server, and the hashes of its two inline scripts for the policy."""
    modules = {name: f"/page/{file}" for name, file in _modules().items()}
    styles = "\n".join(f'<link rel="stylesheet" href="/page/{name}">' for name in _STYLES)
    importmap = _importmap(modules)
    page = _filled({
        "styles": styles, "map": f'<script type="importmap">{importmap}</script>',
        "workshop": json_in_page(config(studio, "live")), "boot": f'<script type="module">{_BOOT}</script>',
    })
    return page, f"{_hash(importmap)} {_hash(_BOOT)}"


def whole_page(studio: Studio, recordings: dict[str, bytes], sentences: bytes, more: dict[str, Any]) -> str:
    """The page that carries everything inside itself and may ask nobody for anything."""
    files = page_files()
    modules = {name: _as_data(files[file]) for name, file in _modules().items()}
    importmap = _importmap(modules)
    policy = (
        f"default-src 'none'; script-src data: {_hash(importmap)} {_hash(_BOOT)}; style-src 'unsafe-inline'; "
        "img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    blocks = [_block("sentences", sentences), *(_block(f"run:{name}", raw) for name, raw in recordings.items())]
    return _filled({
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        "styles": "\n".join(f"<style>{files[name]}</style>" for name in _STYLES),
        "map": f'<script type="importmap">{importmap}</script>',
        "workshop": json_in_page({**config(studio, "file"), **more}),
        "recordings": "\n".join(blocks), "boot": f'<script type="module">{_BOOT}</script>',
    })


def json_in_page(values: object) -> str:
    """Values as JSON that cannot end the element it stands in, whatever a title holds."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _modules() -> dict[str, str]:
    """What modules call each other, and the file behind it."""
    own = {f"vp/{name.removesuffix('.js')}": name for name in page_files() if name.endswith(".js") and "/" not in name}
    return {"uplot": _CHART, **own}


def _importmap(modules: dict[str, str]) -> str:
    return json.dumps({"imports": modules}, separators=(",", ":"))


def _as_data(source: str) -> str:
    return f"data:text/javascript;base64,{base64.b64encode(source.encode()).decode()}"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _block(name: str, raw: bytes) -> str:
    assert not set(name) & set('"<>&'), name
    return f'<script type="text/plain" id="{name}">{base64.b64encode(raw).decode()}</script>'


def _filled(parts: dict[str, str]) -> str:
    page = _template()
    for name in ("policy", "styles", "map", "workshop", "recordings", "boot"):
        head, mark, tail = page.partition(f"<!--{name}-->")
        assert mark, name
        page = f"{head}{parts.get(name, '')}{tail}"
    return page
