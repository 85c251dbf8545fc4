"""The register of mechanisms: what the sources claim, where the model holds it, what it leaves out and why."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from sim.register.citations import Citation, cite, numbers
from sim.scenario.parameter import Grade
from sim.scenario.reading import read_document

PLACE = Path(__file__).parent
DOMAINS = (
    "relation", "continuity", "hours", "clarification", "support", "network", "person", "identity", "matching",
    "placements", "activation", "workplace", "accommodation", "mentors", "firms", "openings", "municipal", "work",
    "exits",
)
"""One file each, in the order of the page."""

Direction = Literal["+", "-", "0", "inverted-u", "fork"]
"""What the cause does to the effect; ``0`` is a claim of no effect, ``fork`` goes either way on the condition."""
Priority = Literal[0, 1, 2, 3]
"""How much it matters that something is missing: 1 most; 0 when nothing is."""
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def _cited(text: str) -> str:
    cite(text)
    return text


class Entry(BaseModel):
    """One mechanism. Either ``function`` holds it, or ``not_modelled`` says why nothing does.

    ``switch`` turns it off: a flag such as ``mechanisms.alliance``, or one setting with the value that does; where
    there is none, ``no_switch`` says why. ``through`` names the columns it acts on or by, ``uses`` what it uses up,
    ``logs`` the rows it writes, ``direction_test`` the test that it pulls the right way (``file::test[case]``).
    ``gap`` is what the modelled form leaves out or has wrong.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    cause: str
    effect: str
    direction: Direction
    condition: str = ""
    sources: tuple[Annotated[str, AfterValidator(_cited)], ...] = Field(min_length=1)
    grade: Grade
    function: str = ""
    switch: str | dict[str, bool | int | float | str] = ""
    no_switch: str = ""
    through: tuple[str, ...] = ()
    uses: str = ""
    logs: tuple[str, ...] = ()
    direction_test: str = ""
    gap: str = ""
    not_modelled: str = ""
    would_need: str = ""
    priority: Priority = 0

    @property
    def modelled(self) -> bool:
        """Whether some function holds the mechanism."""
        return bool(self.function)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources, read."""
        return tuple(cite(text) for text in self.sources)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.modelled == bool(self.not_modelled):
            raise ValueError(f"{self.id}: either a function holds it, or not_modelled says why none does")
        if self.modelled and bool(self.switch) == bool(self.no_switch):
            raise ValueError(f"{self.id}: either a switch turns it off, or no_switch says why none does")
        if self.modelled and not self.through:
            raise ValueError(f"{self.id}: through names the columns it acts on")
        if not self.modelled and not self.would_need:
            raise ValueError(f"{self.id}: would_need says what it would take")
        if bool(self.priority) != bool(self.not_modelled or self.gap):
            raise ValueError(f"{self.id}: what is missing has a priority of 1, 2 or 3; what is whole has none")
        return self


class Story(BaseModel):
    """A life or history a source tells, and the mechanisms it shows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    lines: str
    shows: tuple[Name, ...]
    note: str = ""


class Document(BaseModel):
    """A source whose mechanisms are numbered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    title: str
    mechanisms: tuple[str, ...]


class Domain(BaseModel):
    """One file of the register."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    mechanism: tuple[Entry, ...]


class Register(BaseModel):
    """The whole register."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    domains: dict[str, Domain]
    stories: tuple[Story, ...]
    documents: tuple[Document, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All mechanisms, domain by domain."""
        return tuple(entry for domain in self.domains.values() for entry in domain.mechanism)

    @property
    def numbered(self) -> tuple[str, ...]:
        """Every numbered mechanism of the documents, such as ``S4 M11``, in order."""
        return tuple(
            f"{document.key} {number}" for document in self.documents for number in numbers(document.mechanisms)
        )

    def coverage(self) -> dict[str, tuple[str, ...]]:
        """For every numbered mechanism, the ids of the entries that answer to it (empty when none does)."""
        found: dict[str, list[str]] = {key: [] for key in self.numbered}
        for entry in self.entries:
            for citation in entry.citations:
                if citation.key in found:
                    found[citation.key].append(entry.id)
        return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}


@lru_cache(maxsize=1)
def register() -> Register:
    """The register as shipped.

    Raises:
        ValueError: when a file of the register is not whole; a fault of ours, not of a user.
    """
    return Register.model_validate({
        "domains": {name: dict(read_document(PLACE / f"{name}.toml").values) for name in DOMAINS},
        "stories": read_document(PLACE / "stories.toml").values["story"],
        "documents": read_document(PLACE / "documents.toml").values["document"],
    })
