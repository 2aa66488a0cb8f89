"""The code blocks of a page, with what the comment before each says about it.

    <!-- from FILE -->      every line stands in that file of the repository, which a test runs
    <!-- file: NAME -->     is written to that file before the page's commands run
    <!-- run -->            the page's commands: lines that begin with `himaya` are run, one after the other
    <!-- run, exits N -->   the last of them ends with that status; without, with 0
    <!-- prints -->         what the commands before it print, in this order; `…` stands for more
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(
    r"(?:^<!-- (?P<note>[^\n]*?) -->\n)?^(?P<fence>```|~~~)(?P<language>[^\n]*)\n(?P<text>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Fence:
    """A block of code."""

    page: Path
    line: int
    language: str
    note: str
    text: str

    @property
    def lines(self) -> list[str]:
        """Its lines without empty ones."""
        return [line for line in self.text.splitlines() if line.strip()]


def fences(page: Path) -> list[Fence]:
    """All of a page, in order."""
    text = page.read_text("utf-8")
    return [
        Fence(
            page,
            text.count("\n", 0, block.start("fence")) + 1,
            block["language"].strip(),
            block["note"] or "",
            block["text"],
        )
        for block in BLOCK.finditer(text)
    ]
