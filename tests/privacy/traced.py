"""Runs a program under strace and says what it did besides computing."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

# Calls by which a program speaks to others, starts others, or changes files.
WATCHED = (
    "%network,execve,execveat,open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,"
    "symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,truncate,truncate64,ptrace,process_vm_readv"
)
CALL = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<rest>.*)$")
PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Where everybody may write: nothing is kept there.
NOWHERE = {"/dev/null", "/dev/tty", "/dev/zero"}


@dataclass
class Trace:
    """What a program did."""

    status: int
    stdout: bytes
    stderr: bytes
    network: list[str] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)

    def written(self) -> bytes:
        """Everything that it wrote: both streams, and the files that it changed and left."""
        files = [Path(name) for name in sorted(self.changed)]
        kept = [file.read_bytes() for file in files if file.is_file()]
        return b"\n".join([self.stdout, self.stderr, *kept])


def traced(command: list[str], stdin: bytes = b"", cwd: Path | None = None) -> Trace:
    """Runs it to its end."""
    with tempfile.NamedTemporaryFile(prefix="himaya-strace-") as log:
        # LC_ALL and RUST_BACKTRACE as where somebody looks for a fault: most is said then.
        environment = os.environ | {"RUST_BACKTRACE": "full", "LC_ALL": "C.UTF-8"}
        strace = ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={WATCHED}", "-o", log.name]
        done = subprocess.run(
            [*strace, *command], input=stdin, capture_output=True, cwd=cwd, env=environment, check=False
        )
        trace = Trace(done.returncode, done.stdout, done.stderr)
        text = Path(log.name).read_text("utf-8", "replace")
    for line in text.splitlines():
        call = CALL.match(line)
        if not call or "<unfinished" in line and "open" not in line:
            continue
        name, rest = call["name"], call["rest"]
        paths = [path.encode().decode("unicode_escape") for path in PATH.findall(rest)]
        if name.startswith("exec"):
            trace.programs.extend(paths[:1])
        elif name.startswith("open"):
            # Where opening failed nothing was written, but it was tried.
            if re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)", rest):
                trace.changed.update(paths[:1])
        elif name in {"creat", "truncate", "truncate64"} or re.match(r"(rename|link|symlink|unlink|mkdir)", name):
            trace.changed.update(paths)
        else:
            trace.network.append(line)
    base = cwd or Path.cwd()
    trace.changed = {str((base / path).resolve()) for path in trace.changed if path not in NOWHERE}
    return trace
