"""What a person most likely meant by a line that is not TOML, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Callable

from sim.errors import Problem, Text, Where
from sim.scenario import texts
from sim.scenario.lines import key_lines

_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_STRINGS_AND_COMMENTS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*")
_YES = frozenset({"true", "ja", "yes", "on", "til", "sand", "sandt"})
_NO = frozenset({"false", "nej", "no", "off", "fra", "falsk"})

Explained = tuple[Text, Text]
"""What is wrong and what to do."""


def explain(file: str, text: str, message: str) -> Problem:
    """Return the problem behind ``tomllib``'s message about ``text``.

    The place is taken from the message; everything else from the line itself, since the messages differ between
    versions of Python.
    """
    lines = text.split("\n")
    place = _PLACE.search(message)
    number = int(place.group(1)) if place else max(len(text.rstrip().split("\n")), 1)
    line = lines[min(number, len(lines)) - 1]
    what, remedy = _repeated(message, lines, number) or _line_fault(message, line)
    return Problem(Where(file, number), what, line.strip() or None, None, remedy)


def _repeated(message: str, lines: list[str], number: int) -> Explained | None:
    if "Cannot declare" in message or "namespace" in message:
        return texts.SECTION_TWICE, texts.GATHER_SECTION
    if "Cannot overwrite" not in message and "Duplicate" not in message:
        return None
    above = lines[: number - 1]
    heading = next((line for line in reversed(above) if line.lstrip().startswith("[")), "")
    here = key_lines(f"{heading}\n{lines[number - 1]}")
    before = key_lines("\n".join(above))
    first = next((before[path] for path in here if path in before and here[path] != 1), None)
    return texts.given_twice(first), texts.KEEP_ONE


def _line_fault(message: str, line: str) -> Explained:
    bare = _STRINGS_AND_COMMENTS.sub(lambda found: "" if found.group().startswith("#") else '""', line)
    for pattern, raw, answer in _FAULTS:
        if found := pattern.search(line if raw else bare):
            return answer(found)
    if "date" in message:
        return texts.BAD_DATE, texts.WRITE_DATE
    if re.match(r"\s*\[", bare) or bare.count("[") != bare.count("]") or bare.count("{") != bare.count("}"):
        return texts.UNCLOSED_BRACKET, texts.CLOSE_BRACKET
    if re.search(r",\s*}", bare):
        return texts.UNCLOSED_BRACKET, texts.CLOSE_BRACKET
    return texts.CANNOT_UNDERSTAND, texts.ONE_PER_LINE


def _percent(found: re.Match[str]) -> Explained:
    number = found.group(1).replace(",", ".")
    return texts.PERCENT, texts.as_share(f"{float(number) / 100:.10g}", number)


def _comma(found: re.Match[str]) -> Explained:
    return texts.DANISH_COMMA, texts.point_not_comma(f"{found.group(1)}.{found.group(2)}")


def _thousands(found: re.Match[str]) -> Explained:
    return texts.THOUSANDS, texts.write_number(re.sub(r"[ .]", "", found.group(1)))


def _digits(found: re.Match[str]) -> Explained:
    number = found.group(1)
    whole = f"0{number}" if number.startswith(".") else number.rstrip(".")
    return texts.FULL_DIGITS, texts.write_number(whole)


def _word(found: re.Match[str]) -> Explained:
    word = found.group(1)
    for meaning, spellings in (("true", _YES), ("false", _NO)):
        if word.lower() in spellings:
            return texts.WORD_WITHOUT_QUOTES, texts.on_or_off(meaning)
    return texts.WORD_WITHOUT_QUOTES, texts.quote(word)


def _always(what: Text, remedy: Text) -> Callable[[re.Match[str]], Explained]:
    return lambda _: (what, remedy)


_FAULTS: tuple[tuple[re.Pattern[str], bool, Callable[[re.Match[str]], Explained]], ...] = (
    # (pattern, whether it looks at the raw line with its texts and comments, answer); the first that fits answers.
    (re.compile("[\u00a0\u2000-\u200f\u202f\u2060\u3000\ufeff]"), True,
     _always(texts.SPECIAL_SPACE, texts.ORDINARY_SPACE)),
    (re.compile(r"[\x00-\x08\x0b-\x1f\x7f]"), True, _always(texts.CONTROL, texts.RETYPE)),
    (re.compile("[\u201c-\u201f\u00ab\u00bb\u2018-\u201b]"), False, _always(texts.CURLY_QUOTES, texts.STRAIGHT_QUOTES)),
    (re.compile(r"=\s*(?:[\"'](?![\"'])|\"{3}|'{3})"), False, _always(texts.UNCLOSED_QUOTES, texts.CLOSE_QUOTES)),
    (re.compile(r"=\s*(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{4})\b"), False,
     _always(texts.BAD_DATE, texts.WRITE_DATE)),
    (re.compile(r"=\s*([-+]?\d+(?:[.,]\d+)?)\s*%"), False, _percent),
    (re.compile(r"=\s*([-+]?\d+),(\d+)(?![\d-]|\s*[=.])"), False, _comma),
    (re.compile(r"=\s*(\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3}){2,})(?!\d)"), False, _thousands),
    (re.compile(r"=\s*[-+]?(\.\d+|\d+\.)(?!\d)"), False, _digits),
    (re.compile(r"=\s*[-+]?0\d"), False, _always(texts.LEADING_ZERO, texts.NO_LEADING_ZERO)),
    (re.compile(r"=\s*([^\W\d][\w-]*)"), False, _word),
    (re.compile(r"=\s*$"), False, _always(texts.NO_VALUE, texts.WRITE_VALUE)),
    (re.compile(r"^\s*([\w-]+)\s*:"), False, lambda found: (texts.COLON, texts.equals(found.group(1)))),
    (re.compile(r"^[^=]*[^\x00-\x7f][^=]*="), False, _always(texts.CANNOT_UNDERSTAND, texts.NAME_CHARACTERS)),
    (re.compile(r"^\s*([\w-]+)[^=]*$"), False, lambda found: (texts.NO_EQUALS, texts.equals(found.group(1)))),
)
