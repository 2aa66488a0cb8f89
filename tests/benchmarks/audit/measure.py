"""How fast `himaya audit` is: rows a second, processor time and the most memory, by the form of the
archive, with the text classifier and by rules alone. Called by `run`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def audit(archive: Path, *more: str) -> tuple[float, float, int, int]:
    """Seconds, processor seconds, MB at most, and bytes of the table."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        out = Path(folder) / "out"
        begun = time.monotonic()
        command = [os.environ["HIMAYA_BIN"], "audit", str(archive), "--out", str(out), *more]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.monotonic() - begun
        if status != 0:
            sys.exit(f"himaya audit ended with {status}")
        table = sum(path.stat().st_size for path in out.glob("assessments/*.parquet"))
        return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, table


def main() -> None:
    """Prints a row of the table for each way."""
    number, folder = int(sys.argv[1]), Path(sys.argv[2])
    forms = sys.argv[3:] or ["jsonl", "csv", "parquet"]
    cores = len(os.sched_getaffinity(0))
    print(f"{number:,} rows, {cores} cores; load before: {os.getloadavg()[0]:.1f}")
    print("| Archive | Text by | Seconds | Rows a second | Processor µs a row | Rows a second, all cores free | MB at most | Bytes a row out |")
    print("|---|---|---|---|---|---|---|---|")
    for ending in forms:
        archive = folder / f"archive-{number}.{ending}"
        if not archive.exists():
            maker = [sys.executable, str(HERE / "make_archive.py"), str(number), str(archive), "--indicators", "0.001"]
            subprocess.run(maker, check=True)
        for name, more in [("rules", ["--no-text-model"]), ("rules and classifier", [])]:
            if ending != "parquet" and not more:
                continue
            seconds, used, memory, table = audit(archive, *more)
            row = 1e6 * used / number
            print(
                f"| {ending}, {archive.stat().st_size / 1e6:.0f} MB | {name} | {seconds:.1f} | {number / seconds:,.0f} "
                f"| {row:.1f} | {cores * 1e6 / row:,.0f} | {memory} | {table / number:.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
