"""Lossless picture files with the standard library alone: PNG of every kind, BMP and GIF."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from enum import IntEnum

Rows = Sequence[Sequence[int]]


class PngColor(IntEnum):
    """PNG colour types. Samples of a pixel follow each other in a row."""

    GREY = 0
    RGB = 2
    PALETTE = 3
    GREY_ALPHA = 4
    RGBA = 6

    @property
    def samples(self) -> int:
        return {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[self]


#: The seven passes of Adam7: first column, first row, column step, row step.
_ADAM7 = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)


def png(
    rows: Rows,
    color: PngColor,
    depth: int = 8,
    palette: Sequence[tuple[int, int, int]] = (),
    palette_alpha: Sequence[int] = (),
    interlaced: bool = False,
) -> bytes:
    """A PNG of `rows` of samples, each 0..2^depth - 1 (a palette index for PALETTE)."""
    width, height = len(rows[0]) // color.samples, len(rows)
    passes = _interlace(rows, color.samples) if interlaced else [rows]
    scanlines = b"".join(b"\0" + _pack(row, depth) for part in passes for row in part)
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    chunks = [(b"IHDR", header)]
    if palette:
        chunks.append((b"PLTE", bytes(sample for entry in palette for sample in entry)))
    if palette_alpha:
        chunks.append((b"tRNS", bytes(palette_alpha)))
    chunks += [(b"IDAT", zlib.compress(scanlines, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def bmp(rows: Rows) -> bytes:
    """A 24-bit BMP, stored bottom-up as usual, of `rows` of RGB samples."""
    width, height = len(rows[0]) // 3, len(rows)
    body = bytearray()
    for row in reversed(rows):
        for x in range(0, len(row), 3):
            body += bytes((row[x + 2], row[x + 1], row[x]))
        body += bytes(-len(row) % 4)
    header = struct.pack("<2sIHHI", b"BM", 54 + len(body), 0, 0, 54)
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(body), 2835, 2835, 0, 0)
    return header + info + bytes(body)


def gif(rows: Rows, palette: Sequence[tuple[int, int, int]]) -> bytes:
    """A GIF of one frame; `rows` hold indices into `palette`, which has 128 entries at most.

    With 128 colours a code has 8 bits until the table grows; it is cleared before that happens,
    so there is no compression, and none is needed.
    """
    width, height = len(rows[0]), len(rows)
    entries = list(palette) + [(0, 0, 0)] * (128 - len(palette))
    clear, end = 128, 129
    indices = [index for row in rows for index in row]
    codes: list[int] = []
    for start in range(0, len(indices), 120):
        codes += [clear, *indices[start : start + 120]]
    data = bytes([*codes, end])
    blocks = b"".join(
        bytes([len(data[at : at + 255])]) + data[at : at + 255] for at in range(0, len(data), 255)
    )
    screen = struct.pack("<6sHHBBB", b"GIF89a", width, height, 0x80 | 0x70 | 6, 0, 0)
    table = bytes(sample for entry in entries for sample in entry)
    descriptor = struct.pack("<BHHHHB", 0x2C, 0, 0, width, height, 0)
    return screen + table + descriptor + b"\x07" + blocks + b"\0;"


def _interlace(rows: Rows, samples: int) -> list[Rows]:
    width, height = len(rows[0]) // samples, len(rows)
    passes: list[Rows] = []
    for left, top, across, down in _ADAM7:
        columns = range(left, width, across)
        lines = range(top, height, down)
        if columns and lines:
            passes.append(
                [
                    [s for x in columns for s in rows[y][x * samples : (x + 1) * samples]]
                    for y in lines
                ]
            )
    return passes


def _pack(row: Sequence[int], depth: int) -> bytes:
    if depth == 8:
        return bytes(row)
    if depth == 16:
        return struct.pack(f">{len(row)}H", *row)
    per_byte = 8 // depth
    padded = list(row) + [0] * (-len(row) % per_byte)
    packed = bytearray()
    for at in range(0, len(padded), per_byte):
        byte = 0
        for sample in padded[at : at + per_byte]:
            byte = byte << depth | sample
        packed.append(byte)
    return bytes(packed)
