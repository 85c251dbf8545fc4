"""Who may talk to the workshop's server: browsers on this machine, from the workshop's own page."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MOST_BYTES = 256 * 1024
"""A request larger than this is not one of the page's."""

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may do: its own files and this server, nothing else. Styles are set by the chart library."""

_HEADERS = (
    (b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"), (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"), (b"cross-origin-resource-policy", b"same-origin"),
)


class Guard:
    """Refuses names other than this machine's and pages other than our own.

    A foreign page that makes the browser look up its own name as 127.0.0.1 still carries that name in ``Host``; one
    that posts to us carries its own address in ``Origin``.
    """

    def __init__(self, app: App, hosts: tuple[str, ...]) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with a refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refused(headers, scope["method"])
        if refused:
            await _refuse(send, *refused)
            return

        async def with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(each for each in _HEADERS if each[0] not in given)]
            await send(message)

        await self._app(scope, receive, with_headers)

    def _refused(self, headers: dict[str, str], method: str) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return 403, "this server answers to its own machine's name only"
        origin = headers.get("origin")
        if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
            return 403, "this server answers to its own page only"
        if method == "POST":
            if headers.get("sec-fetch-site", "same-origin") != "same-origin":
                return 403, "this server answers to its own page only"
            if not headers.get("content-type", "").startswith("application/json"):
                return 415, "send application/json"
            if not headers.get("content-length", "x").isdigit() or int(headers["content-length"]) > MOST_BYTES:
                return 413, "too long"
        return None


def _name(host: str) -> str:
    """The name without the port; an address of the sixth version keeps its brackets."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.rpartition(":")[0] if ":" in host else host


async def _refuse(send: Send, status: int, why: str) -> None:
    body = json.dumps({"refused": why}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
