"""Commands in the documentation: those marked `run` are run, all others are held against `--help`."""

from __future__ import annotations

import functools
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fences import Fence

SHELLS = {"", "sh", "bash", "console"}
RUN = re.compile(r"run(?:, exits (\d+))?$")
# What hangs must end; how fast a command is, is measured elsewhere.
SECONDS = 900


def commands(fence: Fence) -> Iterator[str]:
    """The lines of a block that call `himaya`, with what they go on with."""
    if fence.language not in SHELLS:
        return
    for line in fence.text.replace("\\\n", " ").splitlines():
        if line.startswith("himaya "):
            yield line


class Command:
    """The built command."""

    def __init__(self, binary: Path, root: Path) -> None:
        self.binary = binary.resolve()
        self.root = root

    @functools.cache  # noqa: B019 - there is one for the whole run
    def help(self, *words: str) -> str:
        """What `--help` prints."""
        call = [self.binary, *words, "--help"]
        return subprocess.run(call, capture_output=True, text=True, timeout=SECONDS).stdout

    def fault(self, line: str) -> str | None:
        """A subcommand or an option that there is not."""
        words = shlex.split(line.split(">")[0].split("|")[0], comments=True)[1:]
        path: tuple[str, ...] = ()
        for word in words:
            listed = re.findall(r"^  ([a-z][a-z-]*) ", self.help(*path).partition("Commands:")[2], re.MULTILINE)
            if word in listed:
                path = (*path, word)
            elif listed and not path and not word.startswith("-"):
                # The value of an option before the subcommand, or a subcommand that there is not.
                if words[words.index(word) - 1].startswith("-"):
                    continue
                return f"`himaya {word}`: there is no such command"
        options = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", self.help(*path)))
        strange = [word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)]
        strange = [option for option in strange if option not in options]
        return f"`himaya {' '.join(path)}` has no {', '.join(strange)}" if strange else None

    def follow(self, page: list[Fence]) -> list[tuple[Fence, str]]:
        """Does what a page says, in an empty folder beside the examples and rules of the repository."""
        faults: list[tuple[Fence, str]] = []
        printed: list[str] = []
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            for name in ("examples", "models"):
                shutil.copytree(self.root / name, place / name, ignore=shutil.ignore_patterns("*.onnx", "training"))
            for fence in page:
                if fence.note.startswith("file: "):
                    file = place / fence.note.removeprefix("file: ")
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(fence.text, "utf-8")
                elif found := RUN.match(fence.note):
                    printed, fault = self.run(list(commands(fence)), place, int(found[1] or 0))
                    faults += [(fence, fault)] if fault else []
                elif fence.note == "prints" and (missing := absent(fence.lines, printed)):
                    faults.append((fence, f"the command does not print `{missing}`, or not here"))
        return faults

    def run(self, lines: list[str], place: Path, status: int) -> tuple[list[str], str | None]:
        """Runs commands; gives what they print, and what was wrong."""
        printed: list[str] = []
        if not lines:
            return printed, "no command begins with `himaya`"
        paths = f"{self.binary.parent}{os.pathsep}{os.environ['PATH']}"
        for number, line in enumerate(lines, 1):
            ended = subprocess.run(
                ["bash", "-c", line],
                cwd=place,
                env={**os.environ, "PATH": paths, "LANG": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=SECONDS,
            )
            printed += (ended.stdout + ended.stderr).splitlines()
            wanted = status if number == len(lines) else 0
            if ended.returncode != wanted:
                said = ended.stderr.strip() or ended.stdout.strip()
                return printed, f"`{line}` ends with {ended.returncode}, not {wanted}: {said[-400:]}"
        return printed, None


def absent(wanted: list[str], printed: list[str]) -> str | None:
    """The first line that is not printed where it should be."""
    rest = iter(printed)
    for line in (one.strip() for one in wanted if one.strip() != "…"):
        begins = line.removesuffix("…")
        is_cut = line != begins
        if not any(one.strip() == line or (is_cut and one.strip().startswith(begins)) for one in rest):
            return line
    return None
