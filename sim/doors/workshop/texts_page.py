"""Every word of the workshop page, in Danish and English.

A key that ends in ``.gentle`` is the wording for rooms with citizens; without one, the ordinary wording is used there.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sim.doors.workshop.texts_cases import CASES
from sim.doors.workshop.texts_follow import FOLLOW
from sim.doors.workshop.texts_intervene import INTERVENE, ROLE
from sim.doors.workshop.texts_see import SEE
from sim.doors.workshop.texts_take import ABOUT, NOTES
from sim.doors.workshop.texts_try import TRY
from sim.errors import Text

_FRAME = {
    "view.nav": Text("Afsnit", "Sections"),
    "view.see": Text("Se", "See"),
    "view.try": Text("Prøv", "Try"),
    "view.follow": Text("Følg", "Follow"),
    "view.intervene": Text("Grib ind", "Intervene"),
    "view.roleplay": Text("Rollespil", "Role play"),
    "view.cases": Text("Fortællinger", "Cases"),
    "view.notebook": Text("Notesbog", "Notebook"),
    "view.about": Text("Om", "About"),
    "words.gentle": Text("Nænsomme ord", "Gentle words"),
    "words.plain": Text("Fagord", "Technical words"),
    "words.why": Text("Fagsprog eller ord til rum med borgere", "Technical words, or words for rooms with citizens"),
    "skip": Text("Spring til indholdet", "Skip to content"),
    "foot.not": Text("Opdigtede mennesker i en opdigtet by. Siden siger intet om en virkelig person og må aldrig bruges til at vurdere nogen.",
                     "Invented people in an invented town. The page says nothing about a real person and must never be used to judge anyone."),
    "waiting": Text("Modellen regner. Det tager nogle sekunder …", "The model is at work. It takes a few seconds …"),
    "failed": Text("Det lykkedes ikke at hente kørslen. Er vendepunkt workshop stadig i gang på denne computer?",
                   "The run could not be fetched. Is vendepunkt workshop still running on this computer?"),
    "refused": Text("Det kan ikke vises: {why}", "This cannot be shown: {why}"),
    "again": Text("Prøv igen", "Try again"),
    "link.taken": Text("Linket er åbnet.", "The link was opened."),
    "link.refused": Text("Linket kunne ikke læses og er sprunget over.", "The link could not be read and was passed over."),
    "run.base": Text("Som i dag", "As today"),
}

PAGE: Mapping[str, Text] = MappingProxyType({**_FRAME, **SEE, **TRY, **FOLLOW, **INTERVENE, **ROLE, **CASES, **NOTES, **ABOUT})
"""All words by key."""
