"""Writing the pack: model.onnx, config.json, manifest.json."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from . import features, network
from .data import OUTPUTS
from .fuse import Side
from .network import Shape

NAME = "himaya-text"
OPSET, DOMAIN = 18, "ai.himaya"


def embedding_bag() -> onnx.FunctionProto:
    """The bag in operators of the standard; core has a kernel of its own for it."""
    node = helper.make_node
    axis = numpy_helper.from_array(np.array([1], np.int64))
    least = numpy_helper.from_array(np.array([[1]], np.float32))
    return helper.make_function(
        DOMAIN, "EmbeddingBag", ["table", "scale", "ids"], ["tokens"],
        [
            node("Cast", ["ids"], ["index"], to=TensorProto.INT64),
            node("Gather", ["table", "index"], ["codes"], axis=0),
            node("Cast", ["codes"], ["rows"], to=TensorProto.FLOAT),
            node("Constant", [], ["axis"], value=axis),
            node("ReduceSum", ["rows", "axis"], ["sum"], keepdims=0),
            node("Sign", ["ids"], ["used"]),
            node("Cast", ["used"], ["one"], to=TensorProto.FLOAT),
            node("ReduceSum", ["one", "axis"], ["number"], keepdims=1),
            node("Constant", [], ["least"], value=least),
            node("Max", ["number", "least"], ["divisor"]),
            node("Sqrt", ["divisor"], ["root"]),
            node("Div", ["sum", "root"], ["mean"]),
            node("Mul", ["mean", "scale"], ["tokens"]),
        ],
        [helper.make_opsetid("", OPSET)],
    )  # fmt: skip


def pool() -> onnx.FunctionProto:
    """Of each column the largest and the mean over the tokens; those without a row are padding."""
    node = helper.make_node
    first, second = (numpy_helper.from_array(np.array([axis], np.int64)) for axis in (0, 1))
    one = numpy_helper.from_array(np.array([[1]], np.float32))
    return helper.make_function(
        DOMAIN, "Pool", ["found", "ids"], ["pooled"],
        [
            node("Constant", [], ["first"], value=first),
            node("Constant", [], ["second"], value=second),
            node("Constant", [], ["one"], value=one),
            node("ReduceMax", ["ids", "second"], ["largest"], keepdims=1),
            node("Sign", ["largest"], ["sign"]),
            node("Cast", ["sign"], ["used"], to=TensorProto.FLOAT),
            node("Mul", ["found", "used"], ["kept"]),
            node("ReduceMax", ["kept", "first"], ["most"], keepdims=1),
            node("ReduceSum", ["kept", "first"], ["sum"], keepdims=1),
            node("ReduceSum", ["used", "first"], ["number"], keepdims=1),
            node("Max", ["number", "one"], ["divisor"]),
            node("Div", ["sum", "divisor"], ["mean"]),
            node("Concat", ["most", "mean"], ["pooled"], axis=1),
        ],
        [helper.make_opsetid("", OPSET)],
    )  # fmt: skip


def model(codes: np.ndarray, scale: np.ndarray, dense: dict[str, np.ndarray], shape: Shape) -> bytes:
    """The network as an ONNX file: ids int32 [tokens, hashes] -> scores float [1, outputs]."""
    if not shape.convolution:
        raise NotImplementedError("only networks with a convolution are shipped")
    hidden, n, node = shape.hidden, shape.columns, helper.make_node
    constants = {
        "table": codes, "scale": scale,
        "conv": dense["conv"].reshape(3, n, hidden).transpose(2, 1, 0).copy(),
        "conv_bias": dense["conv_bias"], "dense": dense["dense"], "dense_bias": dense["dense_bias"],
        "out": dense["out"], "out_bias": dense["out_bias"], "first": np.array([0], np.int64),
    }  # fmt: skip
    nodes = [
        node("EmbeddingBag", ["table", "scale", "ids"], ["vectors"], domain=DOMAIN),
        node("Transpose", ["vectors"], ["turned"], perm=[1, 0]),
        node("Unsqueeze", ["turned", "first"], ["line"]),
        node("Conv", ["line", "conv", "conv_bias"], ["near"], kernel_shape=[3], pads=[1, 1]),
        node("Relu", ["near"], ["active"]),
        node("Squeeze", ["active", "first"], ["columns"]),
        node("Transpose", ["columns"], ["found"], perm=[1, 0]),
        node("Pool", ["found", "ids"], ["pooled"], domain=DOMAIN),
        node("Gemm", ["pooled", "dense", "dense_bias"], ["sum"]),
        node("Relu", ["sum"], ["hidden"]),
        node("Gemm", ["hidden", "out", "out_bias"], ["odds"]),
        node("Sigmoid", ["odds"], ["scores"]),
    ]
    graph = helper.make_graph(
        nodes, NAME,
        [helper.make_tensor_value_info("ids", TensorProto.INT32, ["tokens", shape.hashes])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, len(OUTPUTS)])],
        [numpy_helper.from_array(values, name) for name, values in constants.items()],
    )  # fmt: skip
    proto = helper.make_model(
        graph, functions=[embedding_bag(), pool()], producer_name=NAME,
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(DOMAIN, 1)],
    )  # fmt: skip
    proto.ir_version = 9
    onnx.checker.check_model(proto, full_check=True)
    return proto.SerializeToString(deterministic=True)


def parameters(file: bytes) -> dict[str, np.ndarray]:
    """What `model` was given, with the table as numbers."""
    proto = onnx.load_from_string(file)
    found = {value.name: numpy_helper.to_array(value) for value in proto.graph.initializer}
    hidden, n, _ = found["conv"].shape
    return {
        "table": found["table"] * found["scale"],
        "conv": found["conv"].transpose(2, 1, 0).reshape(3 * n, hidden),
        **{name: found[name] for name in ("conv_bias", "dense", "dense_bias", "out", "out_bias")},
    }


def exchanged(file: bytes, values: dict[str, np.ndarray]) -> bytes:
    """The file with other weights in its last layer."""
    proto = onnx.load_from_string(file)
    for constant in proto.graph.initializer:
        if constant.name in ("out", "out_bias"):
            constant.CopyFrom(numpy_helper.from_array(values[constant.name], constant.name))
    return proto.SerializeToString(deterministic=True)


def scores(file: bytes, ids: list[np.ndarray]) -> np.ndarray:
    """What the file says of messages, by ONNX's reference implementation."""
    session = ReferenceEvaluator(onnx.load_from_string(file))
    return np.concatenate([session.run(None, {"ids": message})[0] for message in ids])


def rounded(value: float) -> float:
    return float(f"{value:.6g}")


def ascending(hashes: frozenset[int]) -> list[int]:
    """Hashes in ascending order, each as what it adds to the one before: shorter to write."""
    ordered = sorted(hashes)
    return [here - before for before, here in zip([0, *ordered], ordered)]


def on_one_line(text: str, field: str) -> str:
    """JSON with the list of one field on one line."""
    begin = text.index("[", text.index(f'"{field}"'))
    end = text.index("]", begin)
    return text[:begin] + "".join(text[begin:end].split()) + text[end:]


def pack(
    folder: Path, version: str, file: bytes, shape: Shape, sides: dict[str, Side], languages: list[str]
) -> None:
    """Writes the pack."""
    config = {
        "schema_version": 1,
        "name": NAME,
        "version": version,
        "languages": languages,
        "input": {
            "name": "ids", "rows": shape.rows, "hashes": shape.hashes, "pairs": shape.pairs,
            "tokens": shape.tokens, "identity_terms": ascending(features.identity_terms()),
            "fillers": ascending(features.fillers()),
        },
        "outputs": list(OUTPUTS),
        "fusion": {
            name: {field: rounded(value) for field, value in vars(side).items()}
            for name, side in sides.items()
        },
    }  # fmt: skip
    text = json.dumps(config, indent=2) + "\n"
    for terms in ("identity_terms", "fillers"):
        text = on_one_line(text, terms)
    files = {"model.onnx": file, "config.json": text.encode()}
    manifest = {
        "schema_version": 1,
        "name": NAME,
        "version": version,
        "files": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for name, data in files.items()
        },
        "source": {"command": "models/training/text/build"},
        "license": {"spdx": "MIT OR Apache-2.0"},
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def quantize(parameters: network.Parameters) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
    """Codes and scale of the table, and everything else as it is."""
    codes, scale = network.quantized(np.asarray(parameters["table"]))
    dense = {
        name: np.asarray(values, np.float32)
        for name, values in parameters.items()
        if name not in ("table", "teacher")
    }
    return codes, scale, dense
