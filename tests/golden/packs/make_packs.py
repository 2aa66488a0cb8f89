#!/usr/bin/env python3
"""Makes tiny model packs such as a host might bring. Run it through `make_packs`.

Each network takes the mean of a colour over the picture, so a test chooses its answer by the
colour of the picture that it shows.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

_HERE = Path(__file__).resolve().parent
#: Height and width of every input.
SIDE = 8
FLOAT = TensorProto.FLOAT

Nodes = list[onnx.NodeProto]


def main() -> int:
    check = "--check" in sys.argv[1:]
    different = []
    for name, (model, config) in sorted(packs().items()):
        for file, data in files(name, model, config).items():
            path = _HERE / name / file
            if check and (not path.is_file() or path.read_bytes() != data):
                different.append(str(path))
            elif not check:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
    for path in different:
        print(f"make_packs: {path} is not what the script makes", file=sys.stderr)
    return 1 if different else 0


def packs() -> dict[str, tuple[onnx.ModelProto, dict[str, Any]]]:
    """(network, config) by name."""
    planes, pixels = [1, 3, SIDE, SIDE], [1, SIDE, SIDE, 3]
    nchw = {"layout": "nchw", "channels": "rgb", "resize": "bilinear-half-pixel"}
    nhwc = {"layout": "nhwc", "channels": "bgr", "resize": "bilinear-antialias"}
    half = {"range": [0, 255], "mean": [127.5] * 3, "std": [127.5] * 3}
    return {
        # P(sensitive) = red.
        "red": (
            network("red", planes, [("scores", 2)], mean_of(planes, [[0, 1], [0, 0], [0, 0]], [1, 0])),
            config(nchw, ["harmless", "sensitive"]),
        ),
        # The same of green.
        "green": (
            network("green", planes, [("scores", 2)], mean_of(planes, [[0, 0], [0, 1], [0, 0]], [1, 0])),
            config(nchw, ["harmless", "sensitive"]),
        ),
        # One logit of blue - red, blue first, channels last, -1..1, the middle of a larger square.
        "logit": (
            network("logit", pixels, [("logit", 1)], mean_of(pixels, [[4], [0], [-4]], [0])),
            config(
                {**nhwc, **half, "resize_side": 10, "aspect": "center-crop"},
                ["sensitive"],
                {"name": "logit", "activation": "sigmoid"},
            ),
        ),
        # Two outputs, of which the second is the one to read; batch and sides left open.
        "two-outputs": (
            network(
                "two-outputs",
                ["batch", 3, "height", "width"],
                [("colours", 3), ("logits", 2)],
                [*pooled(planes, "colours"), *dense("colours", "logits", [[0, 9], [0, 0], [0, 0]], [0, 0])],
            ),
            config(nchw, ["harmless", "sensitive"], {"name": "logits", "activation": "softmax"}),
        ),
        # The logarithm of a negative number.
        "nan": (
            network(
                "nan",
                planes,
                [("scores", 2)],
                [*mean_of(planes, [[0, 0], [0, 0], [0, 0]], [-1, -1], "odd"), node("Log", ["odd"], "scores")],
            ),
            config(nchw, ["harmless", "sensitive"]),
        ),
        # No picture at all goes in.
        "flat": (
            network("flat", [1, 3], [("scores", 2)], dense("input", "scores", [[0, 1]] * 3, [0, 0])),
            config(nchw, ["harmless", "sensitive"]),
        ),
    }


def config(
    input_: dict[str, Any], classes: list[str], output: dict[str, str] | None = None
) -> dict[str, Any]:
    sized = {"name": "input", "width": SIDE, "height": SIDE, "aspect": "squash", **input_}
    return {
        "schema_version": 1,
        "input": sized,
        "output": output or {"name": "scores"},
        "classes": classes,
        "class_sums": {"sensitive": ["sensitive"]},
    }


def mean_of(
    shape: list[int], weights: list[list[float]], bias: list[float], output: str = "scores"
) -> Nodes:
    name = "logit" if len(bias) == 1 else output
    return [*pooled(shape, "colours"), *dense("colours", name, weights, bias)]


def pooled(shape: list[int], output: str) -> Nodes:
    """The mean of each channel."""
    axes = [2, 3] if shape[1] == 3 else [1, 2]
    return [helper.make_node("ReduceMean", ["input"], [output], axes=axes, keepdims=0)]


def dense(source: str, output: str, weights: list[list[float]], bias: list[float]) -> Nodes:
    parts = {"weights": np.array(weights, np.float32), "bias": np.array([bias], np.float32)}
    constants = [
        helper.make_node("Constant", [], [f"{output}.{name}"], value=numpy_helper.from_array(value))
        for name, value in parts.items()
    ]
    product = node("MatMul", [source, f"{output}.weights"], f"{output}.product")
    return [*constants, product, node("Add", [f"{output}.product", f"{output}.bias"], output)]


def node(operator: str, inputs: list[str], output: str) -> onnx.NodeProto:
    return helper.make_node(operator, inputs, [output])


def network(
    name: str, shape: list[int | str], outputs: list[tuple[str, int]], nodes: Nodes
) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("input", FLOAT, shape)],
        [helper.make_tensor_value_info(output, FLOAT, [shape[0], n]) for output, n in outputs],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    return model


def files(name: str, model: onnx.ModelProto, config_: dict[str, Any]) -> dict[str, bytes]:
    loaded = {
        "model.onnx": model.SerializeToString(deterministic=True),
        "config.json": _json(config_),
    }
    manifest = {
        "schema_version": 1,
        "name": name,
        "version": "1",
        "files": {
            file: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for file, data in loaded.items()
        },
    }
    return {**loaded, "manifest.json": _json(manifest)}


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2) + "\n").encode("utf-8")


if __name__ == "__main__":
    sys.exit(main())
