"""How the audit in Spark scales on this machine: time, stages and bytes that rows are moved by,
against the size of the archive. Called by `test --scale [ROWS]`: that many rows, 4 and 16 times as
many."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession

import audit
import himaya_spark

MAKER = Path(os.environ["HIMAYA_ROOT"]) / "tests/benchmarks/audit/make_archive.py"


def session(events: Path) -> SparkSession:
    """Spark on all cores of this machine, which writes down what it does."""
    return (
        SparkSession.builder.master("local[*]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.memory", "2g")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.eventLog.enabled", "true")
        .config("spark.eventLog.rolling.enabled", "false")
        .config("spark.eventLog.compress", "false")
        .config("spark.eventLog.dir", events.as_uri())
        .getOrCreate()
    )


def told(events: Path) -> tuple[int, int, int]:
    """Stages, bytes and rows that were moved, as Spark wrote them down."""
    stages, moved, rows = set(), 0, 0
    for path in events.iterdir():
        for line in path.read_text("utf-8").splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerStageCompleted":
                stages.add(event["Stage Info"]["Stage ID"])
            if event["Event"] == "SparkListenerTaskEnd" and "Task Metrics" in event:
                shuffled = event["Task Metrics"]["Shuffle Write Metrics"]
                moved += shuffled["Shuffle Bytes Written"]
                rows += shuffled["Shuffle Records Written"]
    return len(stages), moved, rows


def run(number: int, folder: Path, text_model: bool) -> tuple[float, int, int, int]:
    """Seconds, stages, bytes and rows moved, of an archive of so many rows."""
    archive = folder / f"archive-{number}.parquet"
    if not archive.exists():
        subprocess.run([sys.executable, MAKER, str(number), archive, "--indicators", "0.001"], check=True)
    with tempfile.TemporaryDirectory(dir=folder) as made:
        events = Path(made) / "events"
        events.mkdir()
        spark = session(events)
        # The processes and models, which are there before the first row of a long audit.
        himaya_spark.assessed(audit.archive(spark, str(archive)).limit(100), text_model=text_model).count()
        before = told(events)
        begun = time.monotonic()
        read = audit.archive(spark, str(archive))
        himaya_spark.assessed(read, text_model=text_model).write.parquet(str(Path(made) / "out"))
        seconds = time.monotonic() - begun
        spark.stop()
        after = told(events)
    stages, moved, rows = (now - then for now, then in zip(after, before))
    return seconds, stages, moved, rows


def main() -> None:
    """Prints the table."""
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    cores, load = len(os.sched_getaffinity(0)), os.getloadavg()[0]
    print(f"local[{cores}], rules and classifier; load before: {load:.1f}")
    print("| Size | Rows | Seconds | Rows a second | Stages | Shuffled rows | Shuffled bytes a row |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for factor in (1, 4, 16):
            number = factor * first
            seconds, stages, moved, rows = run(number, Path(folder), True)
            per_row = moved / max(rows, 1)
            print(
                f"| {factor}x | {number:,} | {seconds:.1f} | {number / seconds:,.0f} | {stages} | {rows:,} | {per_row:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
