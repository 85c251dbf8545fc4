"""Numbers on their way to the page: named arrays and a head of plain values, in one compressed block of bytes.

The block, once inflated: the length of the head (four bytes, little-endian), the head as JSON in UTF-8, and the arrays
one after the other, each on an address that eight divides. The head's ``columns`` names them with type and length.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

FORMAT = 1
"""Raised whenever columns change meaning; the page refuses another number instead of guessing."""

_TYPES = {"uint8": "|u1", "uint16": "<u2", "uint32": "<u4", "int16": "<i2", "int32": "<i4", "float32": "<f4"}
_LEVEL = 6


def packed(head: Mapping[str, Any], columns: Mapping[str, npt.NDArray[Any]]) -> bytes:
    """Return the block.

    Raises:
        ValueError: when a column has a type the page cannot read.
    """
    listed, parts = [], []
    for name, values in columns.items():
        kind = str(values.dtype)
        if kind not in _TYPES:
            raise ValueError(f"the column {name!r} is {kind}; the page reads {', '.join(_TYPES)}")
        listed.append({"name": name, "type": kind, "length": int(values.size)})
        raw = np.ascontiguousarray(values).astype(_TYPES[kind]).tobytes()
        parts.append(raw + bytes(-len(raw) % 8))
    text = json.dumps({"format": FORMAT, "columns": listed, **head}, ensure_ascii=False).encode()
    text += b" " * (-(len(text) + 4) % 8)
    return zlib.compress(len(text).to_bytes(4, "little") + text + b"".join(parts), _LEVEL)


def unpacked(block: bytes) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """Read a block back: head and columns, as the page does."""
    raw = zlib.decompress(block)
    start = 4 + int.from_bytes(raw[:4], "little")
    head = json.loads(raw[4:start])
    columns = {}
    for column in head["columns"]:
        kind = np.dtype(_TYPES[column["type"]])
        columns[column["name"]] = np.frombuffer(raw, kind, column["length"], start)
        size = column["length"] * kind.itemsize
        start += size + (-size % 8)
    return head, columns


def joined_lists(lists: list[npt.NDArray[Any]], kind: str) -> tuple[npt.NDArray[np.uint32], npt.NDArray[Any]]:
    """Lay lists of different length end to end: where each begins (one more at the end), and the values."""
    begins = np.zeros(len(lists) + 1, dtype=np.uint32)
    np.cumsum([len(values) for values in lists], out=begins[1:])
    whole = np.concatenate(lists) if lists else np.zeros(0)
    return begins, whole.astype(kind)
