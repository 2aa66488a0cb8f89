"""What the tests share."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from himaya import Guard

ROOT = Path(os.environ.get("HIMAYA_ROOT", Path(__file__).parents[3]))
CACHE = Path(os.environ.get("HIMAYA_CACHE", Path.home() / ".cache/himaya"))
PICTURES = CACHE / "golden-pictures"


@pytest.fixture(scope="session")
def guard() -> Guard:
    return Guard()


def lines(path: str) -> list[dict[str, Any]]:
    """The objects of a JSONL file of the repository."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
