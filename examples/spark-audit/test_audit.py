"""Spark and `himaya audit` on the same archive: the same rows."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import DataFrame, SparkSession

import audit
import himaya_spark
from himaya import Guard

ROOT = Path(os.environ["HIMAYA_ROOT"])
ROWS = int(os.environ.get("HIMAYA_SPARK_ROWS", "20000"))
CANARY = "CANARYWORD"
COMPARED = ["conversation", "role", "action", "severity", "categories", "behaviors", "reason_codes", "status"]


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Spark on this machine alone, with batches much smaller than a partition."""
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with indicators in it, and a canary that nothing may repeat."""
    folder = tmp_path_factory.mktemp("archive")
    plain = folder / "plain.jsonl"
    maker = ROOT / "tests/benchmarks/audit/make_archive.py"
    subprocess.run([sys.executable, maker, str(ROWS), plain, "--indicators", "0.3"], check=True)
    rows = [json.loads(line) for line in plain.read_text("utf-8").splitlines()]
    for row in rows:
        # Few conversations, so that each goes over many of Spark's batches.
        row["conversation"] = f"c{int(row['conversation'][1:]) % 40}"
        if row["id"] % 7 == 0:
            row["text"] += f" {CANARY}"
    path = folder / "archive.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def by_command(archive: Path, out: Path, *more: str) -> tuple[pa.Table, dict[str, Any]]:
    """The table and the summary of `himaya audit`."""
    command = [os.environ["HIMAYA_BIN"], "audit", archive, "--out", out, "--chunk-rows", "3000", *more]
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
    return pq.read_table(out / "assessments"), json.loads((out / "summary.json").read_text("utf-8"))


def by_id(table: pa.Table) -> dict[str, tuple[Any, ...]]:
    """What was said of each row, floats by their bits."""
    rows = table.to_pylist()

    def bits(value: float | None) -> bytes | None:
        return None if value is None else struct.pack("<f", value)

    return {
        row["id"]: (*(row[name] for name in COMPARED), bits(row["risk"]), bits(row["message_score"])) for row in rows
    }


def collected(frame: DataFrame, out: Path) -> pa.Table:
    frame.write.parquet(str(out))
    return pq.read_table(out)


@pytest.mark.parametrize("text_model", [False, True], ids=["rules", "classifier"])
def test_spark_gives_what_the_command_gives_to_the_row(
    spark: SparkSession, archive: Path, tmp_path: Path, text_model: bool
) -> None:
    more = [] if text_model else ["--no-text-model"]
    expected, summary = by_command(archive, tmp_path / "command", *more)
    read = audit.archive(spark, str(archive))
    found = collected(himaya_spark.assessed(read, text_model=text_model), tmp_path / "spark")
    assert found.num_rows == expected.num_rows == ROWS
    assert by_id(found) == by_id(expected)
    for name, counts in [("action", "by_action"), ("status", "by_status")]:
        assert dict(Counter(found[name].to_pylist())) == summary[counts]
    categories = Counter(one for row in found["categories"].to_pylist() for one in row)
    assert dict(categories) == summary["by_category"]
    assert sum(summary["by_action"].values()) > summary["by_action"]["allow"], "something was found"


def test_the_forms_of_an_archive_are_read_alike(spark: SparkSession, archive: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in archive.read_text("utf-8").splitlines()[:500]]
    table = pa.Table.from_pylist(rows)
    time = pa.array([row["time"] for row in rows], pa.timestamp("ms", tz="UTC"))
    table = table.set_column(table.column_names.index("time"), "time", time)
    pq.write_table(table, tmp_path / "archive.parquet")
    import csv

    with (tmp_path / "archive.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    (tmp_path / "archive.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    tables = [
        by_id(himaya_spark.assessed(audit.archive(spark, str(path)), text_model=False).toArrow())
        for path in sorted(tmp_path.glob("archive.*"))
    ]
    assert len(tables) == 3 and len(tables[0]) == 500
    assert tables[0] == tables[1] == tables[2]


def test_rows_are_moved_once_and_only_what_is_needed(spark: SparkSession, archive: Path) -> None:
    frame = himaya_spark.assessed(audit.archive(spark, str(archive)), text_model=False)
    plan = frame._jdf.queryExecution().executedPlan().toString()
    assert plan.count("Exchange hashpartitioning(conversation") == 1 and plan.count("Exchange") == 1, plan
    assert "MapInArrow" in plan


def test_no_word_of_a_message_gets_into_the_result(spark: SparkSession, archive: Path, tmp_path: Path) -> None:
    frame = himaya_spark.assessed(audit.archive(spark, str(archive)), text_model=False)
    assert "text" not in frame.columns
    collected(frame, tmp_path / "spark")
    for path in (tmp_path / "spark").rglob("*"):
        assert path.is_dir() or CANARY.encode() not in path.read_bytes(), path


def test_where_a_conversation_stands_is_carried_over_batches() -> None:
    said = ["are you home alone?", "this is our secret, don't tell your mum", "add me on snapchat", "send me a selfie"]
    guard = Guard(text_model=False)

    def batch(texts: list[str]) -> pa.RecordBatch:
        rows = {
            "id": pa.nulls(len(texts), pa.string()),
            "conversation": ["a"] * len(texts),
            "role": pa.nulls(len(texts), pa.string()),
            "time": pa.nulls(len(texts), pa.timestamp("us", tz="UTC")),
            "text": texts,
        }
        return pa.RecordBatch.from_pydict(rows)

    whole = list(himaya_spark.table(iter([batch(said)]), guard))
    parts = list(himaya_spark.table(iter([batch([text]) for text in said]), guard))
    risks = [row for part in parts for row in part.column("risk").to_pylist()]
    assert risks == whole[0].column("risk").to_pylist()
    assert risks[-1] > risks[0]
