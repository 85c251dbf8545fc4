"""The live workshop: a small server on this machine that plays what the page asks for and remembers nobody.

What a page shows is kept by the page itself, and each request says all it needs. So a page that was reloaded, one of
many tabs, or one on a machine that slept all night asks again and gets the same answer: the same luck, the same bytes.
"""

from __future__ import annotations

import json
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sim.doors.workshop.guard import LOOPBACK, POLICY, App, Guard
from sim.doors.workshop.page_file import live_page, page_files
from sim.doors.workshop.requests import answer
from sim.doors.workshop.studio import Studio
from sim.errors import VendepunktError
from sim.vocabulary import Language

_MOST_TOLD = 5
"""Problems of one request that the page is told."""

_FILES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def workshop_app(studio: Studio, hosts: tuple[str, ...] = LOOPBACK) -> App:
    """The server over a studio, answering to the names in ``hosts``."""
    files = page_files()

    async def page(_request: Request) -> Response:
        html, scripts = live_page(studio)
        return HTMLResponse(html, headers={"content-security-policy": POLICY.format(scripts=scripts)})

    async def file(request: Request) -> Response:
        name = request.path_params["name"]
        content = files.get(name)
        if content is None:
            return JSONResponse({"refused": "no such file"}, 404)
        return Response(content, media_type=_FILES["." + name.rpartition(".")[2]])

    async def ask(request: Request) -> Response:
        return await _answered(studio, request)

    routes = [
        Route("/", page), Route("/page/{name:path}", file), Route("/ask/{what}", ask, methods=["POST"]),
    ]
    return Guard(Starlette(routes=routes), hosts)


async def _answered(studio: Studio, request: Request) -> Response:
    """What the page asked for, or the reason why not, in both languages."""
    try:
        asked: Any = json.loads(await request.body())
        block = await run_in_threadpool(answer, studio, request.path_params["what"], asked)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        return JSONResponse({"refused": "not JSON"}, 400)
    except VendepunktError as error:
        return JSONResponse({"refused": _short(error, "en"), "da": _short(error, "da")}, 422)
    return Response(block, media_type="application/octet-stream")


def _short(error: VendepunktError, language: Language) -> str:
    heads = (
        f"{problem.where.key or problem.where.file}: {problem.sentence(language)}"
        for problem in error.problems[:_MOST_TOLD]
    )
    return " ".join(heads)
