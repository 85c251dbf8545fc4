"""One error class per stage of the flow: where, what, what is allowed and what to try, in Danish or English."""

from __future__ import annotations

import errno
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from sim.vocabulary import Language

_WIDTH = 100
_LONGEST_VALUE = 60
_LONGEST_SENTENCE = 600
_WIDEST_HEAD = 50
_MOST_SHOWN = 40
_INDENT = "      "
_OF_SYSTEM = {
    errno.EACCES: "det er ikke tilladt", errno.EPERM: "det er ikke tilladt", errno.EROFS: "her kan kun læses",
    errno.EEXIST: "der ligger en fil i vejen", errno.ENOTDIR: "en del af stien er en fil",
    errno.EISDIR: "det er en mappe", errno.ENOENT: "stien findes ikke", errno.ENOSPC: "der er ikke plads",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EBUSY: "et andet program bruger den", errno.EADDRINUSE: "et andet program bruger den",
}
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Danish and English."""

    da: str
    en: str

    def label(self, language: Language) -> str:
        """Return the words in the given language."""
        return self.da if language == "da" else self.en


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a problem: a file as the user named it, a line (from 1) and a dotted key, as far as known."""

    file: str
    line: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a user must put right.

    ``what`` and ``allowed`` read as one sentence ("must be one of" + "none, file, planned"); ``remedy`` is a sentence
    of its own. A plain ``str`` is used in both languages. ``value`` is what the user wrote, as text.
    """

    where: Where
    what: Text | str
    value: str | None = None
    allowed: Text | str | None = None
    remedy: Text | str | None = None

    def sentence(self, language: Language) -> str:
        """Return what is wrong, what is allowed and the remedy as running text."""
        fault = " ".join(_words(part, language) for part in (self.what, self.allowed) if part)
        if not self.remedy:
            return fault
        stop = "" if fault.endswith((".", "?", "!")) else "."
        return f"{fault}{stop} {_words(self.remedy, language)}"


class VendepunktError(Exception):
    """A mistake a user can put right; the command line prints ``text`` and no stack trace.

    ``problems`` holds everything found, never empty; ``nothing_done`` says what did not happen because of it.
    """

    undone: ClassVar[Text] = Text("Intet er kørt.", "Nothing was run.")
    setting_words: ClassVar[tuple[Text, Text]] = (Text("ting", "thing"), Text("ting", "things"))

    def __init__(self, problems: Sequence[Problem], nothing_done: Text | str | None = None) -> None:
        """Collect the problems; arguments are passed on as they came, so that errors travel between processes."""
        super().__init__(tuple(problems), nothing_done)
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.nothing_done: Text | str = self.undone if nothing_done is None else nothing_done

    @classmethod
    def about(
        cls, file: str, what: Text | str, remedy: Text | str | None = None, *, line: int | None = None,
        key: str | None = None, value: str | None = None, allowed: Text | str | None = None,
        nothing_done: Text | str | None = None,
    ) -> Self:
        """Return an error with a single problem; ``file`` may be any place a user knows, such as a run folder."""
        return cls((Problem(Where(file, line, key), what, value, allowed, remedy),), nothing_done)

    def text(self, language: Language) -> str:
        """Return the whole message: a heading per file, then each problem with its line."""
        files = dict.fromkeys(problem.where.file for problem in self.problems)
        blocks = []
        for number, file in enumerate(files):
            own = [problem for problem in self.problems if problem.where.file == file]
            heading = f"{printable(file, 200)}: {self._count(own, language)}"
            if number == 0:
                heading = f"{heading} {_words(self.nothing_done, language)}"
            lines = _entries(own[:_MOST_SHOWN], language)
            if len(own) > _MOST_SHOWN:
                more = len(own) - _MOST_SHOWN
                lines.append(f"  … og {more} til." if language == "da" else f"  … and {more} more.")
            blocks.append("\n".join((heading, "", *lines)))
        return "\n\n".join(blocks)

    def __str__(self) -> str:
        """The English text."""
        return self.text("en")

    def _count(self, problems: Sequence[Problem], language: Language) -> str:
        words = self.setting_words if all(problem.where.key for problem in problems) else VendepunktError.setting_words
        one = len(problems) == 1
        noun = words[0 if one else 1].label(language)
        if language == "da":
            return f"{len(problems)} {noun} skal rettes."
        return f"{len(problems)} {noun} {'needs' if one else 'need'} attention."


class ScenarioError(VendepunktError):
    """A scenario file cannot be used."""

    setting_words = (Text("indstilling", "setting"), Text("indstillinger", "settings"))


class StudyError(VendepunktError):
    """A study file or a study folder cannot be used."""

    setting_words = ScenarioError.setting_words


class PopulationError(VendepunktError):
    """A population cannot be made or read."""


class RunError(VendepunktError):
    """A run cannot start or go on."""

    undone = Text("Kørslen er stoppet.", "The run was stopped.")


class RecordError(VendepunktError):
    """A run folder cannot be read or written."""

    undone = Text("Intet er ændret.", "Nothing was changed.")


class OutcomeError(VendepunktError):
    """A result cannot be measured or compared."""

    undone = Text("Intet er målt.", "Nothing was measured.")


class ViewError(VendepunktError):
    """A page, figure or workbook cannot be made."""

    undone = Text("Intet er skrevet.", "Nothing was written.")


def said_by_system(error: BaseException) -> Text:
    """What the operating system said, which it says in English; the usual refusals have Danish words too."""
    said = getattr(error, "strerror", None) or type(error).__name__
    return Text(_OF_SYSTEM.get(getattr(error, "errno", None) or 0, said), said)


def printable(text: str, longest: int = _LONGEST_VALUE) -> str:
    """Return text that is safe and short enough for a terminal: control characters shown as codes, the rest cut off.

    User text may hold escape sequences or characters that turn the reading direction; none of them reaches the screen.
    """
    short = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return "".join(_shown(character) for character in short)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _REFUSED:
        return character
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character, f"\\u{ord(character):04x}")


def _words(text: Text | str, language: Language) -> str:
    return printable(text if isinstance(text, str) else text.label(language), _LONGEST_SENTENCE)


def _entries(problems: Sequence[Problem], language: Language) -> list[str]:
    """The problems of one file; the line numbers of the keys stand under each other."""
    heads = [_head(problem) for problem in problems]
    short = [len(head) for head, problem in zip(heads, problems, strict=True) if problem.where.line]
    width = max((length for length in short if length <= _WIDEST_HEAD), default=0)
    lines: list[str] = []
    for head, problem in zip(heads, problems, strict=True):
        word = "linje" if language == "da" else "line"
        place = "" if problem.where.line is None else f"({word} {problem.where.line})"
        if head or place:
            lines.append("  " + (f"{head:<{width}}   {place}" if head else place).rstrip())
        body = problem.sentence(language)
        lines += textwrap.wrap(
            body, _WIDTH, initial_indent=_INDENT if head or place else "  ",
            subsequent_indent=_INDENT if head or place else "  ", break_long_words=False, break_on_hyphens=False,
        )
    return lines


def _head(problem: Problem) -> str:
    key = "" if problem.where.key is None else printable(problem.where.key, 80)
    if problem.value is None:
        return key
    value = printable(problem.value)
    return f"{key} = {value}" if key else value
