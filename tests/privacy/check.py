"""Holds the promises of SECURITY.md against the system calls of real runs."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from traced import Trace, traced

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
HIMAYA = os.environ["HIMAYA_BIN"]

# In every text that is read, in no text that is written. The second would be found normalised, too.
CANARIES = ["kanarienvogel4711", "طائر٤٧١١كناري"]
# Words are looked for also as an encoder, a normaliser or a debugger would write them.
SPELLINGS = [
    spelling
    for canary in CANARIES
    for spelling in {
        canary.encode(),
        canary.encode("utf-16-le"),
        json.dumps(canary)[1:-1].encode(),
        canary.encode("unicode_escape"),
        "".join(f"\\u{{{ord(c):x}}}" for c in canary).encode(),
        str(list(canary.encode()))[1:-1].encode(),
        canary.replace("4711", "").encode(),
        canary.upper().encode(),
    }
]
LEAFLET = [
    "how old are you {}?",
    "are you home alone {}?",
    "this is our secret {}, don't tell your mum",
    "add me on snapchat {}",
    "send me a selfie {}",
    "call me on +44 7911 123456 {}",
    "{} I will post your pictures if you don't pay",
    "{} لا تخبر أمك هذا سر بيننا",
]


def chat(folder: Path) -> Path:
    """A chat in which every message has a canary, also as names."""
    file = folder / "chat.jsonl"
    lines = []
    for at, text in enumerate(LEAFLET * 2):
        canary = CANARIES[at % 2]
        sender = "child" if at % 5 == 4 else f"stranger {canary}"
        stamp = f"2026-11-20T18:{at:02}:00Z"
        lines.append({"from": sender, "time": stamp, "text": text.format(canary)})
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return file


def score_lines(broken: bool) -> bytes:
    """Input of `score`: good lines, and lines that cannot be read."""
    good = [
        {"id": str(at), "text": text.format(CANARIES[at % 2])} for at, text in enumerate(LEAFLET)
    ]
    lines = [json.dumps(line, ensure_ascii=False) for line in good]
    if broken:
        canary = CANARIES[0]
        lines += [
            f'{{"id": "x", "text": "{canary}',
            f'{{"id": "x", "text": ["{canary}"]}}',
            f'{{"id": "x", "texts": "{canary}"}}',
            f'{{"id": "x", "messages": [{{"from": 7, "text": "{canary}"}}]}}',
            f'{{"id": "x", "{canary}": 1}}',
            canary,
        ]
    return "\n".join(lines).encode() + b"\n\xff\xfe" + CANARIES[0].encode() + b"\n"


class Checks:
    """Counts what held."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.passed = 0
        self.failed = 0

    def hold(self, name: str, faults: list[str]) -> None:
        """One check."""
        for fault in faults if not self.quiet else []:
            print(f"FAILED: {name}: {fault}")
        if faults:
            self.failed += 1
        else:
            self.passed += 1

    def private(self, name: str, trace: Trace, asked: set[Path], program: str, statuses: set[int]) -> None:
        """That a run spoke to nobody, started nobody, wrote where it was asked to and no canary."""
        faults = [f"it speaks to others: {line}" for line in trace.network]
        faults += [f"it starts {other}" for other in trace.programs if other != program]
        allowed = {str(path.resolve()) for path in asked}
        stray = sorted(
            path for path in trace.changed if not any(path == one or path.startswith(one + os.sep) for one in allowed)
        )
        faults += [f"it changes {path}" for path in stray]
        written = trace.written()
        faults += [f"it writes {spelling!r}" for spelling in SPELLINGS if spelling in written]
        if trace.status not in statuses:
            faults.append(f"status {trace.status}: {trace.stderr[-500:]!r}")
        self.hold(name, faults)


def command(checks: Checks, folder: Path) -> None:
    """Every command that reads what a child may have written."""
    file = chat(folder)
    ledger = folder / "ledger.json"
    cut = folder / "cut.jsonl"
    cut.write_bytes(file.read_bytes()[:-40])
    plain = folder / "plain.txt"
    plain.write_text("\n".join(text.format(CANARIES[0]) for text in LEAFLET), "utf-8")
    picture = ROOT / "examples/data/pictures/astronaut.jpg"
    spoilt = folder / "spoilt.jpg"
    spoilt.write_bytes(picture.read_bytes()[:2000] + CANARIES[0].encode() * 20)
    runs: list[tuple[str, list[str], bytes, set[Path], set[int]]] = [
        ("check of a chat", ["check", str(file), "--protected", "child"], b"", set(), {1}),
        ("check as JSON", ["check", "--json", str(file)], b"", set(), {1}),
        ("check of lines", ["check", str(plain)], b"", set(), {0, 1}),
        ("check of a chat that breaks off", ["check", str(cut)], b"", set(), {0, 1, 2}),
        ("check with a ledger", ["check", "--ledger", str(ledger), str(file)], b"", {ledger, folder}, {1}),
        ("check of a picture", ["check", str(picture)], b"", set(), {0, 1}),
        ("check of a spoilt picture", ["check", str(spoilt)], b"", set(), {0, 1, 2}),
        ("score", ["score"], score_lines(broken=False), set(), {0, 1, 2}),
        ("score of lines that cannot be read", ["score"], score_lines(broken=True), set(), {0, 1, 2}),
        ("digest", ["digest", str(file), "--protected", "child"], b"", set(), {0, 1}),
        ("transparency", ["transparency", str(ledger)], b"", set(), {0}),
        ("contest", ["contest", str(ledger)], b"", {ledger}, {0}),
        ("draft of a report", ["report-draft", "--request-by", "guardian", str(file)], b"", set(), {0}),
        ("a file that is no chat", ["check", str(ROOT / "README.md")], b"", set(), {0, 1, 2}),
        ("explain", ["explain", "grooming"], b"", set(), {0}),
        ("hashes of pictures", ["hash", str(picture)], b"", set(), {0}),
    ]
    for name, arguments, stdin, asked, statuses in runs:
        trace = traced([HIMAYA, *arguments], stdin, folder)
        checks.private(name, trace, asked, HIMAYA, statuses)


def package(checks: Checks, folder: Path) -> None:
    """The Python package: everything that it keeps, shows and raises."""
    python = Path(os.environ["HIMAYA_CACHE"]) / "python/clean/bin/python"
    if not python.exists():
        print(f"no Python package was built ({python}): bindings/python/test builds it")
        if os.environ.get("CI") == "true":
            checks.hold("Python package", ["it is not there"])
        return
    program = folder / "use.py"
    shutil.copy(HERE / "use_package.py", program)
    kept = folder / "kept"
    kept.mkdir()
    texts = json.dumps([text.format(CANARIES[at % 2]) for at, text in enumerate(LEAFLET)])
    trace = traced([str(python), "-I", "-B", str(program), str(kept)], texts.encode(), folder)
    checks.private("Python package", trace, {kept}, str(python), {0})


def the_search_finds(checks: Checks, folder: Path) -> None:
    """A check that could not fail would prove nothing."""
    script = folder / "leak.py"
    script.write_text(
        "import os, socket, subprocess\n"
        f"open({str(folder / 'leak.txt')!r}, 'w').write({CANARIES[1]!r})\n"
        "socket.socket().close()\n"
        "subprocess.run(['true'])\n",
        "utf-8",
    )
    trace = traced([sys.executable, "-I", "-B", str(script)], cwd=folder)
    own = Checks(quiet=True)
    own.private("a program that leaks", trace, set(), sys.executable, {0})
    seen = bool(trace.network), len(trace.programs) > 1, bool(trace.changed), CANARIES[1].encode() in trace.written()
    checks.hold("a program that leaks is caught", [] if own.failed and all(seen) else [f"caught: {seen}"])


def main() -> None:
    """Runs all."""
    if not shutil.which("strace"):
        raise SystemExit("tests/privacy/run: strace is missing (Debian: apt-get install strace)")
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="himaya-privacy-") as name:
        folder = Path(name)
        the_search_finds(checks, folder)
        command(checks, folder)
        package(checks, folder)
    print(f"{checks.passed} passed, {checks.failed} failed")
    raise SystemExit(1 if checks.failed else 0)


main()
