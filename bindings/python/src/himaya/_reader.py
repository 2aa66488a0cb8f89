"""Reads what UniFFI writes: big-endian numbers, texts with their length before them."""

from __future__ import annotations

import struct

_INT = struct.Struct(">i").unpack_from
_FLOAT = struct.Struct(">f").unpack_from


class Reader:
    """A place in some bytes that moves on with what is read."""

    __slots__ = ("_data", "_at")

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def byte(self) -> int:
        value = self._data[self._at]
        self._at += 1
        return value

    def int(self) -> int:
        value: int = _INT(self._data, self._at)[0]
        self._at += 4
        return value

    def float(self) -> float:
        value: float = _FLOAT(self._data, self._at)[0]
        self._at += 4
        return value

    def text(self) -> str:
        length = self.int()
        start = self._at
        self._at += length
        return self._data[start : self._at].decode()

    def optional_text(self) -> str | None:
        return self.text() if self.byte() else None

    def rest(self) -> bytes:
        return self._data[self._at :]
