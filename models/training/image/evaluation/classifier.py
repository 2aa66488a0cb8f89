"""Runs a model folder of models/image/ the way its config.json says."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from .pictures import Rgb


class Classifier:
    """A model folder, loaded."""

    def __init__(self, folder: Path) -> None:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        self.name = f"{config['name']}-{config['version']}"
        self.classes: list[str] = config["classes"]
        self._sums: dict[str, list[str]] = config["class_sums"]
        self._side: int = config["input"]["height"]
        self._input: str = config["input"]["name"]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def classify(self, rgb: Rgb) -> dict[str, float]:
        """The probability of each class."""
        resized = resize(rgb, self._side)
        planes = np.ascontiguousarray(resized.transpose(2, 0, 1)[None])
        probabilities = self._session.run(None, {self._input: planes})[0][0]
        return dict(zip(self.classes, map(float, probabilities), strict=True))

    def sum_of(self, name: str, probabilities: dict[str, float]) -> float:
        """One of the class sums of config.json, such as `sensitive`."""
        return sum(probabilities[part] for part in self._sums[name])


def resize(rgb: Rgb, side: int) -> NDArray[np.float32]:
    """0..1, then bilinear with aligned corners, the aspect squashed: what nsfwjs does."""
    unit = rgb.astype(np.float32) / np.float32(255)
    rows, columns = (_positions(length, side) for length in rgb.shape[:2])
    top, bottom, down = rows
    left, right, across = columns
    down, across = down[:, None, None], across[None, :, None]
    upper = _between(unit[top][:, left], unit[top][:, right], across)
    lower = _between(unit[bottom][:, left], unit[bottom][:, right], across)
    return _between(upper, lower, down).astype(np.float32)


def _positions(length: int, side: int) -> tuple[NDArray[np.intp], NDArray[np.intp], np.ndarray]:
    exact = np.arange(side) * ((length - 1) / (side - 1))
    before = np.floor(exact).astype(np.intp)
    after = np.minimum(np.ceil(exact).astype(np.intp), length - 1)
    return before, after, exact - before


def _between(start: np.ndarray, end: np.ndarray, part: np.ndarray) -> NDArray[np.float64]:
    return np.asarray(start + (end.astype(np.float64) - start) * part, np.float64)
