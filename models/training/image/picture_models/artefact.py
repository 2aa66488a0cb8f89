"""The files of a model folder: written, and compared with what was recorded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Artefact:
    """A model and all that is published with it, but its card."""

    name: str
    version: str
    model: bytes
    #: `config.json` but for its first three fields.
    config: dict[str, Any]
    #: Where the weights come from, for `manifest.json`.
    source: dict[str, str]
    #: SPDX identifier of the weights' licence.
    spdx: str
    #: Licences and notices by file name; the first is that of the weights.
    notices: dict[str, bytes]

    def files(self) -> dict[str, bytes]:
        """Every file, by name."""
        head = {"schema_version": 1, "name": self.name, "version": self.version}
        loaded = {"model.onnx": self.model, "config.json": _json({**head, **self.config})}
        manifest = {
            **head,
            "files": {
                name: {"sha256": sha256(data), "bytes": len(data)} for name, data in loaded.items()
            },
            "source": self.source,
            "license": {"spdx": self.spdx, "file": next(iter(self.notices))},
        }
        return {**loaded, "manifest.json": _json(manifest), **self.notices}


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def sums_of_folder(files: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """SHA-256 of those of `files` that are in `folder`, by name."""
    paths = {name: folder / name for name in files}
    return {name: sha256(path.read_bytes()) for name, path in paths.items() if path.is_file()}


def differences(files: Mapping[str, bytes], expected: Mapping[str, str], place: Path) -> list[str]:
    """One line for each file that does not have the SHA-256 that `place` gives it."""
    lines = []
    for name, data in files.items():
        if name not in expected:
            lines.append(f"{name}: missing in {place}")
        elif expected[name] != sha256(data):
            lines.append(f"{name}: {place} has {expected[name]}, the build gives {sha256(data)}")
    return lines


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
