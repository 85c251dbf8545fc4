"""The shell that every page of ours shares: one file, two languages, no request to anywhere, all text escaped."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sim.vocabulary import Language


def page_html(
    template: str, title: str, content: Mapping[str, object], version: str, opens: Language = "da",
) -> str:
    """Return a page made from one of the templates; equal input gives equal text.

    It holds both languages and ``opens`` in one of them; the other is a click away.

    ``template`` extends ``shell.html``; ``content`` is what it names. Everything is escaped, save figures of our own
    making, which the template hands through ``markup``.

    Raises:
        jinja2.UndefinedError: when the template names something that is not there; a fault of ours.
    """
    environment = Environment(
        loader=PackageLoader("sim.views"), autoescape=True, undefined=StrictUndefined, trim_blocks=False,
    )
    return environment.get_template(template).render(
        content, title=title, version=version, opens=opens, css=_resource("brief.css"), script=_resource("brief.js"),
        markup=Markup,
    )


def _resource(name: str) -> str:
    return (files("sim.views") / "templates" / name).read_text(encoding="utf-8")
