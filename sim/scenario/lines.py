"""On which line of a TOML file each key stands: what ``tomllib`` does not tell.

The scanner trusts that ``tomllib`` has read the text; on text that is not TOML it gives up where
it stops understanding.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field

Path = tuple[str, ...]
"""A key as its parts: ``("casework", "caseload", "2018-01")``. Members of arrays count as ``"0"``, ``"1"``."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_LITERAL = re.compile(r"'([^'\n]*)'")
_LONG_ENDS = {'"""': re.compile(r'\\.|("{3,5})', re.DOTALL), "'''": re.compile(r"('{3,5})")}
_PLAIN = re.compile(r"[^,\]}#\n]+")
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\bfnrt]))')
_DEEPEST = 20
_SHORT_ESCAPES = {'"': '"', "\\": "\\", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class _NotTomlError(Exception):
    """The text is not TOML from here on."""


def key_lines(text: str) -> dict[Path, int]:
    """Return the line (from 1) on which each key, table and array member begins.

    A table that is opened by a heading stands on the heading's line; one that only exists because of a dotted key
    stands on the first line that mentions it.
    """
    scanner = _Scanner(text)
    with contextlib.suppress(_NotTomlError, RecursionError):
        scanner.document()
    return scanner.lines


@dataclass
class _Scanner:
    text: str
    at: int = 0
    lines: dict[Path, int] = field(default_factory=dict)
    _line: int = 1
    _counted: int = 0
    _tables: dict[Path, int] = field(default_factory=dict)

    def document(self) -> None:
        """Read headings and keys until the text ends."""
        table: Path = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                table = self._array_heading()
            elif self.text.startswith("[", self.at):
                table = self._heading()
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _heading(self) -> Path:
        line = self._line_here()
        self.at += 1
        table = self._inside_arrays(self._key())
        self._expect("]")
        self._note(table, line)
        return table

    def _array_heading(self) -> Path:
        line = self._line_here()
        self.at += 2
        table = self._inside_arrays(self._key())
        self._expect("]]")
        self._tables[table] = self._tables.get(table, -1) + 1
        self._note(table, line)
        member = (*table, str(self._tables[table]))
        self._note(member, line)
        return member

    def _inside_arrays(self, key: Path) -> Path:
        """Lead a heading below an array of tables to the array's latest member."""
        path: Path = ()
        for number, part in enumerate(key, start=1):
            path = (*path, part)
            if path in self._tables and number < len(key):
                path = (*path, str(self._tables[path]))
        return path

    def _pair(self, table: Path) -> None:
        line = self._line_here()
        path = (*table, *self._key())
        self._note(path, line)
        self._expect("=")
        self._skip(_SPACE)
        self._value(path)

    def _key(self) -> Path:
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            if found := _BARE.match(self.text, self.at):
                parts.append(found.group())
            elif found := _LITERAL.match(self.text, self.at):
                parts.append(found.group(1))
            elif found := _BASIC.match(self.text, self.at):
                parts.append(_ESCAPE.sub(_unescaped, found.group(1)))
            else:
                raise _NotTomlError
            self.at = found.end()
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def _value(self, path: Path) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        elif (quotes := self.text[self.at : self.at + 3]) in _LONG_ENDS:
            self._long_string(_LONG_ENDS[quotes])
        elif found := (_BASIC.match(self.text, self.at) or _LITERAL.match(self.text, self.at)
                       or _PLAIN.match(self.text, self.at)):
            self.at = found.end()
        else:
            raise _NotTomlError

    def _long_string(self, ends: re.Pattern[str]) -> None:
        self.at += 3
        for found in ends.finditer(self.text, self.at):
            if found.group(1):
                self.at = found.end()
                return
        raise _NotTomlError

    def _array(self, path: Path) -> None:
        self.at += 1
        self._skip(_BLANK)
        number = 0
        while not self.text.startswith("]", self.at):
            member = (*path, str(number))
            self._note(member, self._line_here())
            self._value(member)
            self._skip(_BLANK)
            number += 1
            if self.text.startswith(",", self.at):
                self.at += 1
                self._skip(_BLANK)
            elif not self.text.startswith("]", self.at):
                raise _NotTomlError
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        self._skip(_BLANK)
        while not self.text.startswith("}", self.at):
            self._pair(path)
            self._skip(_BLANK)
            if self.text.startswith(",", self.at):
                self.at += 1
                self._skip(_BLANK)
            elif not self.text.startswith("}", self.at):
                raise _NotTomlError
        self.at += 1

    def _expect(self, mark: str) -> None:
        self._skip(_SPACE)
        if not self.text.startswith(mark, self.at):
            raise _NotTomlError
        self.at += len(mark)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        assert found is not None
        self.at = found.end()

    def _note(self, path: Path, line: int) -> None:
        if len(path) > _DEEPEST:
            raise _NotTomlError
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def _line_here(self) -> int:
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line


def _unescaped(found: re.Match[str]) -> str:
    short, long, mark = found.group(1), found.group(2), found.group(3)
    return _SHORT_ESCAPES[mark] if mark else chr(int(short or long, 16))
