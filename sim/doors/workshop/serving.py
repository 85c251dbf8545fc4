"""Starting the live workshop: open the port, say where, and let the base run begin."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from sim.doors.workshop.guard import LOOPBACK
from sim.doors.workshop.server import workshop_app
from sim.doors.workshop.studio import Studio
from sim.errors import RunError, Text, said_by_system


def open_port(host: str, port: int) -> socket.socket:
    """Take the port before anything is computed.

    Raises:
        RunError: when it is taken or may not be used; nothing has been computed then.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    place = socket.socket(family, socket.SOCK_STREAM)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind((host, port))
    except OSError as error:
        place.close()
        said = said_by_system(error)
        raise RunError.about(
            f"{host}:{port}", Text(f"kan ikke åbnes ({said.da})", f"cannot be opened ({said.en})"),
            Text("Måske kører workshoppen allerede i et andet vindue. Vælg ellers et andet tal med --port.",
                 "Perhaps the workshop is already running in another window. Otherwise choose another --port."),
            nothing_done=Text("Intet er startet.", "Nothing was started.")) from error
    return place


def serve(studio: Studio, place: socket.socket, ready: Callable[[str], None], *, browse: bool) -> None:
    """Serve until interrupted; ``ready`` is told the address.

    The base run begins at once beside the server: the page opens without delay and says that the model is at work.
    """
    threading.Thread(target=studio.base_run, daemon=True).start()
    host, port = place.getsockname()[:2]
    names = (*LOOPBACK, f"[{host}]" if ":" in host else host)
    shown = "localhost" if host in ("127.0.0.1", "::1") else host
    address = f"http://{shown}:{port}/"
    settings = uvicorn.Config(
        workshop_app(studio, names), log_level="warning", access_log=False, server_header=False, ws="none",
        timeout_graceful_shutdown=2, lifespan="off",
    )
    ready(address)
    if browse:
        webbrowser.open(address)
    uvicorn.Server(settings).run(sockets=[place])
