#!/usr/bin/env python3
"""Makes an archive of harmless conversations, mixed in the order of time, for `himaya audit`.

    make_archive.py ROWS OUT.jsonl|OUT.csv|OUT.parquet [--messages FOLDER] [--indicators SHARE]

What is said comes from a folder of ordinary chat (`<source>.<lang>.txt` or `.jsonl`; default
../shared/data/benign), or, where there is none, from the harmless half of tests/accuracy; a share of
the messages are the non-explicit indicators of tests/accuracy. The same arguments make the same
archive. Parquet needs pyarrow.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Messages of a conversation, and conversations that are going on at a time.
LENGTH, OPEN = 40, 2_000
START = 1_790_000_000_000
BATCH = 200_000

Row = tuple[int, str, str, int, str]


def ordinary(folder: Path) -> list[str]:
    """All messages of a folder of ordinary chat."""
    said = []
    for path in sorted(folder.glob("*.txt")):
        said += [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            said += [message["text"] for message in json.loads(line)["messages"]]
    return said


def labelled(label: str) -> list[str]:
    """Messages of tests/accuracy that are labelled so."""
    said = []
    for path in sorted((ROOT / "tests/accuracy/messages").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            message = json.loads(line)
            if message["label"] == label:
                said.append(message["text"])
    return said


def rows(number: int, harmless: list[str], indicators: list[str], share: float) -> Iterator[Row]:
    """Rows in the order of time."""
    chance = random.Random(1)
    pick, uniform = chance.choice, chance.random
    for place in range(number):
        conversation = f"c{place // LENGTH + int(uniform() * OPEN):09}"
        role = "protected" if uniform() < 0.45 else "counterpart"
        text = pick(indicators) if uniform() < share else pick(harmless)
        yield place, conversation, role, START + 250 * place, text


def write(out: Path, made: Iterator[Row]) -> None:
    """Writes rows in the form that the name asks for."""
    names = ["id", "conversation", "role", "time", "text"]
    if out.suffix == ".parquet":
        write_parquet(out, made)
    elif out.suffix == ".csv":
        with out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(names)
            writer.writerows(made)
    elif out.suffix == ".jsonl":
        with out.open("w", encoding="utf-8") as file:
            for place, conversation, role, time, text in made:
                said = json.dumps(text, ensure_ascii=False)
                file.write(
                    f'{{"id":{place},"conversation":"{conversation}","role":"{role}","time":{time},"text":{said}}}\n'
                )
    else:
        sys.exit(f"{out}: give a name that ends with .jsonl, .csv or .parquet")


def write_parquet(out: Path, made: Iterator[Row]) -> None:
    """Writes rows in groups, so that memory does not grow with them."""
    from itertools import islice

    import pyarrow as pa
    import pyarrow.parquet as pq

    time = pa.timestamp("ms", tz="UTC")
    schema = pa.schema(
        [("id", pa.int64()), ("conversation", pa.string()), ("role", pa.string()), ("time", time), ("text", pa.string())]
    )
    with pq.ParquetWriter(out, schema, compression="snappy") as writer:
        while batch := list(islice(made, BATCH)):
            columns = [pa.array(column, field.type) for column, field in zip(zip(*batch), schema)]
            writer.write_table(pa.table(columns, schema=schema))


def main() -> None:
    """Reads the arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--messages", type=Path, default=ROOT.parent / "shared/data/benign")
    parser.add_argument("--indicators", type=float, default=0.0)
    args = parser.parse_args()
    harmless = ordinary(args.messages) if args.messages.is_dir() else labelled("hard_negative")
    write(args.out, rows(args.rows, harmless, labelled("indicator"), args.indicators))


if __name__ == "__main__":
    main()
