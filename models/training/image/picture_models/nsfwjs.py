"""The models of the npm package nsfwjs, stored as ONNX."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .artefact import Artefact
from .frozen_graph import convert_frozen_graph
from .keras_layers import convert_keras_layers
from .npm_package import PinnedPackage, fetch
from .onnx_graph import GraphBuilder, Tensor
from .tfjs import TfjsModel, read_model

NSFWJS = PinnedPackage(
    name="nsfwjs",
    version="4.4.0",
    integrity=(
        "sha512-krC1fgeTLXtZwgdpKJ0jm7hqv0gTSRQQRL+FhOaxaJ9Wj92t42BO3csO2odwgTAgZgf2RvkwPtp0R8Aa7dc+MA=="
    ),
)

#: In the order of the network's outputs (nsfwjs `dist/esm/nsfw_classes.js`).
CLASSES = ("Drawing", "Hentai", "Neutral", "Porn", "Sexy")

#: What is compared with a threshold. The top class is not: photographs are often "Drawing".
CLASS_SUMS = {
    "sensitive": ["Porn", "Hentai"],
    "suggestive": ["Porn", "Hentai", "Sexy"],
}

_INPUT_NAME = "input"
_OUTPUT_NAME = "probabilities"
_INPUT_SIDE = 224
_LICENSE_FILE = "LICENSE-nsfwjs"

_Convert = Callable[[TfjsModel, GraphBuilder, Tensor], Tensor]


def mid(cache: Path) -> Artefact:
    """MobileNetV2Mid, a frozen TensorFlow graph."""
    folder = "dist/models/mobilenet_v2_mid"
    return _artefact("mobilenet-v2-mid", folder, convert_frozen_graph, cache)


def small(cache: Path) -> Artefact:
    """MobileNetV2, Keras layers."""
    return _artefact("mobilenet-v2", "dist/models/mobilenet_v2", convert_keras_layers, cache)


def _artefact(name: str, folder: str, convert: _Convert, cache: Path) -> Artefact:
    package = fetch(NSFWJS, cache)
    graph = GraphBuilder()
    image = Tensor(_INPUT_NAME, _INPUT_SIDE)
    probabilities = convert(read_model(package, folder), graph, image)
    model = graph.finish(
        name,
        (_INPUT_NAME, _INPUT_SIDE),
        (_OUTPUT_NAME, probabilities, len(CLASSES)),
        {
            "name": name,
            "version": NSFWJS.version,
            "classes": ",".join(CLASSES),
            "input": "RGB, planes, 0..1",
            "source": f"npm:{NSFWJS.name}@{NSFWJS.version}/{folder}",
            "license": "MIT (c) 2019 Infinite Red, Inc.; see " + _LICENSE_FILE,
        },
    )
    config = {
        "input": {
            "name": _INPUT_NAME,
            "width": _INPUT_SIDE,
            "height": _INPUT_SIDE,
            "layout": "nchw",
            "channels": "rgb",
            "range": [0, 1],
            "resize": "bilinear-align-corners",
            "aspect": "squash",
        },
        "output": {"name": _OUTPUT_NAME},
        "classes": list(CLASSES),
        "class_sums": CLASS_SUMS,
    }
    source = {
        "package": NSFWJS.name,
        "version": NSFWJS.version,
        "integrity": NSFWJS.integrity,
        "path": folder,
    }
    notices = {_LICENSE_FILE: package.read("LICENSE")}
    return Artefact(name, NSFWJS.version, model, config, source, "MIT", notices)
