"""The `himaya` command on the same pictures."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

#: Runs of `himaya models check`, of which the fastest counts.
_RUNS = 3


def score_images(himaya: Path, files: list[Path], *settings: str | Path) -> list[dict[str, Any]]:
    """What `score-images` says of each file."""
    command = [himaya, "score-images", "--no-text-model", *settings, *files]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def milliseconds(himaya: Path, pack: Path) -> tuple[float, float]:
    """(to load a pack, to look at a picture of 256x256 with it)."""
    times = []
    for _ in range(_RUNS):
        command = [himaya, "models", "check", pack]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        found = (re.search(rf"{word} in ([0-9.]+) ms", run.stdout) for word in ("loaded", "ran"))
        times.append(tuple(float(match[1]) for match in found if match))
    loaded, ran = zip(*times, strict=True)
    return min(loaded), min(ran)
