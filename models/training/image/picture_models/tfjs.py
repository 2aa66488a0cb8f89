"""TensorFlow.js models as nsfwjs bundles them: a topology and uint8-quantised weights."""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .js_literal import exported_literal
from .npm_package import Tarball


class ModelError(ValueError):
    """The model has a part that this converter does not know."""


@dataclass(frozen=True)
class Weight:
    """A tensor stored as uint8 codes, where value = code * scale + minimum."""

    name: str
    codes: NDArray[np.uint8]
    scale: float
    minimum: float

    def values(self) -> NDArray[np.float32]:
        """The tensor as tfjs computes it: in double precision, kept as float32."""
        return (self.codes.astype(np.float64) * self.scale + self.minimum).astype(np.float32)

    def zero_point(self) -> int:
        """The code that stands for 0, as ONNX wants it: value = (code - zero) * scale."""
        exact = -self.minimum / self.scale
        zero = round(exact)
        if abs(exact - zero) > 1e-3 or not 0 <= zero <= 255:
            raise ModelError(f"{self.name}: no uint8 code stands for zero (it would be {exact})")
        return zero


@dataclass(frozen=True)
class TfjsModel:
    """What `model.json` and its shards say."""

    topology: dict[str, Any]
    weights: dict[str, Weight]


def read_model(package: Tarball, folder: str) -> TfjsModel:
    """The model whose `.min.js` files are in `folder` of the package."""
    description = _exported(package, f"{folder}/model.min.js")
    weights: dict[str, Weight] = {}
    for group in description["weightsManifest"]:
        shards = [_exported(package, f"{folder}/{path}.min.js") for path in group["paths"]]
        data = b"".join(base64.b64decode(shard, validate=True) for shard in shards)
        weights.update(_split(data, group["weights"]))
    return TfjsModel(description["modelTopology"], weights)


def _exported(package: Tarball, member: str) -> Any:
    return exported_literal(package.read(member).decode("utf-8"))


def _split(data: bytes, specifications: list[dict[str, Any]]) -> dict[str, Weight]:
    weights: dict[str, Weight] = {}
    offset = 0
    for specification in specifications:
        name, shape = specification["name"], specification["shape"]
        quantization = specification.get("quantization", {})
        if specification["dtype"] != "float32" or quantization.get("dtype") != "uint8":
            raise ModelError(f"{name}: expected float32 values stored as uint8 codes")
        count = math.prod(shape)
        codes = np.frombuffer(data, np.uint8, count, offset).reshape(shape)
        weights[name] = Weight(name, codes, quantization["scale"], quantization["min"])
        offset += count
    if offset != len(data):
        raise ModelError(f"the shards hold {len(data)} bytes, the weights need {offset}")
    return weights
