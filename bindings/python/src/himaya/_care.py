"""What the modules on messages, digests, policies and reports share."""

from __future__ import annotations

import os
import time as clock
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ._convert import lowered
from ._native import ffi
from .guard import StrPath, Time, milliseconds
from .vocabulary import AgeBand


def instant(time: Time | None) -> int:
    """Milliseconds since 1970; now for None."""
    return clock.time_ns() // 1_000_000 if time is None else milliseconds(time)


def text_of(given: StrPath) -> str:
    """A text, or what the file of a path holds."""
    return Path(given).read_text(encoding="utf-8") if isinstance(given, os.PathLike) else given


def age_or_none(age: AgeBand | None) -> Any:
    return None if age is None else lowered(ffi.AgeBand, age)


def ages(bands: Iterable[AgeBand]) -> list[Any]:
    return [lowered(ffi.AgeBand, band) for band in bands]
