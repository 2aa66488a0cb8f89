"""An archive of conversations in Apache Spark: each conversation in the order of its messages, on
whichever machine, with where it stands carried from message to message.

`assessed` takes a table with the columns conversation, text and, where there are any, id, role
(`protected` or `counterpart`) and time; it gives the table of `himaya audit`, without text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from himaya import Conversation, Guard, Role

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

COLUMNS = ["id", "conversation", "role", "time", "text"]
SCHEMA = (
    "id string, conversation string, role string, time timestamp, action string, risk float, "
    "message_score float, severity tinyint, categories array<string>, behaviors array<string>, "
    "reason_codes array<string>, status string, status_reasons array<string>"
)
TYPES: dict[str, pa.DataType] = {
    "id": pa.string(),
    "conversation": pa.string(),
    "role": pa.string(),
    "time": pa.timestamp("us", tz="UTC"),
    "action": pa.string(),
    "risk": pa.float32(),
    "message_score": pa.float32(),
    "severity": pa.int8(),
    "categories": pa.list_(pa.string()),
    "behaviors": pa.list_(pa.string()),
    "reason_codes": pa.list_(pa.string()),
    "status": pa.string(),
    "status_reasons": pa.list_(pa.string()),
}


@lru_cache(maxsize=1)
def guard(age_band: str, text_model: bool) -> Guard:
    """One a Python process. Spark reuses its processes, so models are loaded once."""
    return Guard(age_band=age_band, text_model=text_model)


def assessed(archive: DataFrame, *, age_band: str = "10-12", text_model: bool = True) -> DataFrame:
    """The archive's assessments. Moves each row once between machines (one shuffle)."""
    from pyspark.sql import functions as F

    missing = {"id": "string", "role": "string", "time": "timestamp"}
    for name, kind in missing.items():
        if name not in archive.columns:
            archive = archive.withColumn(name, F.lit(None).cast(kind))
    archive = archive.select(*COLUMNS).where(F.col("conversation").isNotNull() & F.col("text").isNotNull())
    # Sorted, so that one conversation at a time is in memory, however long it is.
    ordered = archive.repartition("conversation").sortWithinPartitions("conversation", "time", "id")

    def assess(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return table(batches, guard(age_band, text_model))

    return ordered.mapInArrow(assess, SCHEMA)


def table(batches: Iterator[pa.RecordBatch], guard: Guard) -> Iterator[pa.RecordBatch]:
    """Assesses the rows of a partition, in which conversations lie one behind the other. Where a
    conversation stands is carried from one batch to the next."""
    current, conversation = None, Conversation()
    for batch in batches:
        values = {name: batch.column(name) for name in COLUMNS}
        times = values["time"].cast(pa.timestamp("ms", tz="UTC"), safe=False).cast(pa.int64()).to_pylist()
        rows = zip(values["conversation"].to_pylist(), values["role"].to_pylist(), times, values["text"].to_pylist())
        columns: dict[str, list[Any]] = {name: [] for name in TYPES if name not in COLUMNS}
        for name, role, time, text in rows:
            if name != current:
                current, conversation = name, Conversation()
            said_by = Role.PROTECTED if role == "protected" else Role.COUNTERPART
            one = guard.observe(conversation, text, role=said_by, time=time)
            findings = one.findings
            columns["action"].append(str(one.action))
            columns["risk"].append(one.risk)
            columns["message_score"].append(one.message_score)
            columns["severity"].append(max((finding.severity for finding in findings), default=None))
            columns["categories"].append([str(finding.category) for finding in findings])
            columns["behaviors"].append([str(shown.behavior) for finding in findings for shown in finding.behaviors])
            columns["reason_codes"].append([code for finding in findings for code in finding.reason_codes])
            columns["status"].append(str(one.status))
            columns["status_reasons"].append([str(reason) for reason in one.status_reasons])
        kept = {name: values[name] for name in COLUMNS if name != "text"}
        arrays = [
            kept[name].cast(kind) if name in kept else pa.array(columns[name], kind) for name, kind in TYPES.items()
        ]
        yield pa.RecordBatch.from_arrays(arrays, names=list(TYPES))
