"""Makes the files of a model folder, and compares them with a committed folder."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from .npm_package import Tarball
from .onnx_graph import GraphBuilder, Tensor
from .recipes import CLASS_SUMS, CLASSES, INPUT_NAME, INPUT_SIDE, OUTPUT_NAME, Recipe
from .tfjs import read_model

LICENSE_FILE = "LICENSE-nsfwjs"


def build_files(recipe: Recipe, package: Tarball) -> dict[str, bytes]:
    """Every generated file of the model folder, by name."""
    loaded = {
        "model.onnx": _onnx_model(recipe, package),
        "config.json": _json(_config(recipe)),
    }
    return {
        **loaded,
        "manifest.json": _json(_manifest(recipe, loaded)),
        LICENSE_FILE: package.read("LICENSE"),
    }


def write_files(files: dict[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def differences(files: dict[str, bytes], folder: Path) -> list[str]:
    """One line for each file in `folder` that is not what was built."""
    lines = []
    for name, data in files.items():
        committed = folder / name
        if not committed.is_file():
            lines.append(f"{name}: missing in {folder}")
        elif sha256(committed.read_bytes()) != sha256(data):
            found = sha256(committed.read_bytes())
            lines.append(f"{name}: {folder} has {found}, the build gives {sha256(data)}")
    return lines


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _onnx_model(recipe: Recipe, package: Tarball) -> bytes:
    graph = GraphBuilder()
    image = Tensor(INPUT_NAME, INPUT_SIDE)
    probabilities = recipe.convert(read_model(package, recipe.folder), graph, image)
    source = recipe.package
    return graph.finish(
        recipe.name,
        (INPUT_NAME, INPUT_SIDE),
        (OUTPUT_NAME, probabilities, len(CLASSES)),
        {
            "name": recipe.name,
            "version": recipe.version,
            "classes": ",".join(CLASSES),
            "input": "RGB, planes, 0..1",
            "source": f"npm:{source.name}@{source.version}/{recipe.folder}",
            "license": "MIT (c) 2019 Infinite Red, Inc.; see " + LICENSE_FILE,
        },
    )


def _config(recipe: Recipe) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "name": recipe.name,
        "version": recipe.version,
        "input": {
            "name": INPUT_NAME,
            "width": INPUT_SIDE,
            "height": INPUT_SIDE,
            "layout": "nchw",
            "channels": "rgb",
            "range": [0, 1],
            "resize": "bilinear-align-corners",
            "aspect": "squash",
        },
        "output": {"name": OUTPUT_NAME},
        "classes": list(CLASSES),
        "class_sums": CLASS_SUMS,
    }


def _manifest(recipe: Recipe, loaded: dict[str, bytes]) -> dict[str, Any]:
    source = recipe.package
    return {
        "schema_version": 1,
        "name": recipe.name,
        "version": recipe.version,
        "files": {
            name: {"sha256": sha256(data), "bytes": len(data)} for name, data in loaded.items()
        },
        "source": {
            "package": source.name,
            "version": source.version,
            "integrity": source.integrity,
            "path": recipe.folder,
        },
        "license": {"spdx": "MIT", "file": LICENSE_FILE},
    }


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
