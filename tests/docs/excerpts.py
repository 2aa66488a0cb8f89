"""Code in the guides is taken from files that a test runs: it cannot go stale unnoticed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from fences import Fence

LANGUAGES = {"rust", "kotlin", "swift", "python", "js", "toml", "jsonl", "json"}
# What marks code inside comments of Rust and prompts of Python.
MARKS = re.compile(r"^\s*(?://[/!] ?|>>> |\.\.\. |\.\.\.$)")


def plain(lines: Iterable[str]) -> list[str]:
    """Lines without indents, marks and empty lines."""
    bare = (MARKS.sub("", line).strip() for line in lines)
    return [line for line in bare if line]


def faults(fence: Fence, root: Path) -> list[str]:
    """What of a block is in no file that a test runs."""
    if fence.language not in LANGUAGES:
        return []
    kind, _, name = fence.note.partition(" ")
    if kind == "file:":
        return []
    if kind != "from":
        return ["no test runs this code: say `<!-- from FILE -->` before it"]
    source = root / name
    if not source.is_file():
        return [f"{name}: there is no such file"]
    rest = iter(plain(source.read_text("utf-8").splitlines()))
    for line in plain(fence.text.splitlines()):
        if line not in rest:
            return [f"`{line}` is not in {name}, or not in this order"]
    return []
