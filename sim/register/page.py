"""The page of mechanisms: what the sources claim, what the model holds, what it leaves out, which story shows what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sim.register import texts
from sim.register.entries import Domain, Entry, Register, register
from sim.register.tables import table
_HEADS = ("cause → effect", "", "when", "held by", "through", "uses", "turned off by")


def markdown() -> str:
    """Return the page as Markdown, ending in a newline."""
    whole = register()
    parts = [
        texts.MECHANISMS,
        "## The documents", "", *_documents(whole),
        "## In numbers", "", *_counts(whole),
        "## What is missing or wrong, most important first", "", *_missing(whole),
        "## By domain", "", *_domains(whole),
        "## Every numbered mechanism of the documents", "", *_coverage(whole),
        "## Stories", "", texts.STORIES, "", *_stories(whole),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _documents(whole: Register) -> list[str]:
    covered = whole.coverage()
    held = {entry.id for entry in whole.entries if entry.modelled}
    rows = []
    for document in whole.documents:
        mine = [set(ids) for key, ids in covered.items() if key.startswith(f"{document.key} ")]
        counts = (len(mine), sum(bool(ids) for ids in mine), sum(bool(ids & held) for ids in mine))
        rows.append((document.key, document.title, *map(str, counts)))
    return table(("key", "document", "numbered mechanisms", "accounted for", "of these, held by some function"), rows)


def _counts(whole: Register) -> list[str]:
    kinds = Counter(_kind(entry) for entry in whole.entries)
    grades = Counter((str(entry.grade), entry.modelled) for entry in whole.entries)
    modelled = [entry for entry in whole.entries if entry.modelled]
    rows = [(kind, str(kinds[kind])) for kind in ("modelled", "modelled with a gap", "not modelled")]
    rows += [
        ("modelled, with a switch of its own", str(sum(bool(entry.switch) for entry in modelled))),
        ("modelled, with a test of its direction", str(sum(bool(entry.direction_test) for entry in modelled))),
    ]
    by_grade = [(grade, str(grades[grade, True]), str(grades[grade, False])) for grade in "ABCDE"]
    return table(("entries", "number"), rows) + table(("grade", "modelled", "not modelled"), by_grade)


def _kind(entry: Entry) -> str:
    if not entry.modelled:
        return "not modelled"
    return "modelled with a gap" if entry.gap else "modelled"


def _missing(whole: Register) -> Iterator[str]:
    for priority in (1, 2, 3):
        rows = [
            (f"`{entry.id}`", _claim(entry), entry.not_modelled or f"Gap: {entry.gap}", entry.would_need)
            for entry in whole.entries if entry.priority == priority
        ]
        yield f"### Importance {priority}"
        yield ""
        yield from table(("mechanism", "claim", "what is missing or wrong", "where it would go, in which form"), rows)


def _domains(whole: Register) -> Iterator[str]:
    for name, domain in whole.domains.items():
        yield f"### {name.capitalize()}"
        yield ""
        yield domain.title
        yield ""
        yield from table(
            ("mechanism", *_HEADS, "sources", "grade", "tested by"),
            (_modelled(entry) for entry in domain.mechanism if entry.modelled),
        )
        yield from _left_out(domain)


def _modelled(entry: Entry) -> tuple[str, ...]:
    return (
        f"`{entry.id}`", _claim(entry), entry.direction, entry.condition, f"`{entry.function.removeprefix('sim.')}`",
        ", ".join(entry.through), entry.uses, _switch(entry), _sources(entry), entry.grade, _case(entry),
    )


def _left_out(domain: Domain) -> list[str]:
    rows = [
        (f"`{entry.id}`", _claim(entry), entry.direction, _sources(entry), entry.grade, str(entry.priority))
        for entry in domain.mechanism if not entry.modelled
    ]
    return table(("not modelled", "cause → effect", "", "sources", "grade", "importance"), rows)


def _switch(entry: Entry) -> str:
    if not entry.switch:
        return f"no switch: {entry.no_switch}"
    if isinstance(entry.switch, str):
        return f"`{entry.switch}`"
    return ", ".join(f"`{key} = {str(value).lower()}`" for key, value in entry.switch.items())


def _sources(entry: Entry) -> str:
    return ", ".join(
        citation.key if citation.number else f"{citation.document} {' '.join(citation.lines)}"
        for citation in entry.citations
    )


def _claim(entry: Entry) -> str:
    return f"{entry.cause} → {entry.effect}"


def _case(entry: Entry) -> str:
    """The case of the test in brackets, or the test's name when it has no cases."""
    if not entry.direction_test:
        return ""
    name = entry.direction_test.partition("::")[2]
    return f"`{name.partition('[')[2].removesuffix(']') or name}`"


def _coverage(whole: Register) -> list[str]:
    named = {entry.id: _shown(entry) for entry in whole.entries}
    rows = ((key, ", ".join(named[name] for name in ids)) for key, ids in whole.coverage().items())
    return table(("number", "entries (not modelled in italics)"), rows)


def _stories(whole: Register) -> list[str]:
    named = {entry.id: _shown(entry) for entry in whole.entries}
    rows = (
        (story.key, story.lines, ", ".join(named[name] for name in story.shows) or story.note)
        for story in whole.stories
    )
    return table(("story", "lines", "shows"), rows)


def _shown(entry: Entry) -> str:
    return entry.id if entry.modelled else f"*{entry.id}*"
