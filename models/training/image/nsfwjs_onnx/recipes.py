"""Which models can be built, from what, and what is published with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .frozen_graph import convert_frozen_graph
from .keras_layers import convert_keras_layers
from .npm_package import PinnedPackage
from .onnx_graph import GraphBuilder, Tensor
from .tfjs import TfjsModel

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

INPUT_NAME = "input"
OUTPUT_NAME = "probabilities"
INPUT_SIDE = 224


@dataclass(frozen=True)
class Recipe:
    """One model of the package and how it is published here."""

    name: str
    folder: str
    convert: Callable[[TfjsModel, GraphBuilder, Tensor], Tensor]
    package: PinnedPackage = NSFWJS

    @property
    def version(self) -> str:
        return self.package.version


RECIPES = {
    "mid": Recipe("mobilenet-v2-mid", "dist/models/mobilenet_v2_mid", convert_frozen_graph),
    "small": Recipe("mobilenet-v2", "dist/models/mobilenet_v2", convert_keras_layers),
}
