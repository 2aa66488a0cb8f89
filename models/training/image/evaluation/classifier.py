"""Runs a model folder the way its config.json says, written apart from the Rust core."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image

from .pictures import Rgb

Floats = NDArray[np.float64]


class Classifier:
    """A model folder, loaded."""

    def __init__(self, folder: Path) -> None:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        self.folder = folder
        self.name = f"{config['name']}-{config['version']}"
        self.classes: list[str] = config["classes"]
        self._sums: dict[str, list[str]] = config["class_sums"]
        self.input: dict[str, Any] = config["input"]
        if config["output"].get("activation", "none") != "none":
            raise ValueError(f"{folder}: no model here has an activation of its own to apply")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._output: str = config["output"]["name"]

    def classify(self, rgb: Rgb) -> dict[str, float]:
        """The probability of each class."""
        return self.run(prepared(rgb, self.input))

    def run(self, tensor: NDArray[np.float32]) -> dict[str, float]:
        """The probability of each class, of a prepared picture."""
        probabilities = self._session.run([self._output], {self.input["name"]: tensor})[0][0]
        return dict(zip(self.classes, map(float, probabilities), strict=True))

    def sum_of(self, name: str, probabilities: dict[str, float]) -> float:
        """One of the class sums of config.json, such as `sensitive`."""
        return sum(probabilities[part] for part in self._sums[name])

    def sensitive(self, rgb: Rgb) -> float:
        """What is compared with a threshold."""
        return self.sum_of("sensitive", self.classify(rgb))


def prepared(rgb: Rgb, config: dict[str, Any]) -> NDArray[np.float32]:
    """The network's input: docs/bring-a-model.md, "From picture to input"."""
    width, height = config["width"], config["height"]
    if config["aspect"] != "squash":
        raise ValueError("no model here keeps the aspect")
    full_width = config.get("resize_side", width)
    full_height = config.get("resize_side", height)
    unit = _resized(rgb, config["resize"], full_width, full_height)
    left, top = round((full_width - width) / 2), round((full_height - height) / 2)
    unit = unit[top : top + height, left : left + width]
    if config["channels"] == "bgr":
        unit = unit[..., ::-1]
    low, high = config.get("range", (0, 1))
    mean, std = np.array(config.get("mean", (0, 0, 0))), np.array(config.get("std", (1, 1, 1)))
    values = (low + unit * (high - low) - mean) / std
    if config["layout"] == "nchw":
        values = values.transpose(2, 0, 1)
    return np.ascontiguousarray(values[None], np.float32)


def _resized(rgb: Rgb, how: str, width: int, height: int) -> Floats:
    """0..1, resized; where pixels are mixed by fractions they are divided by 255 first."""
    if how == "bilinear-antialias":
        size = (width, height)
        resized = Image.fromarray(rgb).resize(size, Image.Resampling.BILINEAR)
        return np.asarray(resized, np.float64) / 255
    if how != "bilinear-align-corners":
        raise ValueError(f"no model here is resized by {how}")
    unit = rgb.astype(np.float32) / np.float32(255)
    top, bottom, down = _positions(rgb.shape[0], height)
    left, right, across = _positions(rgb.shape[1], width)
    down, across = down[:, None, None], across[None, :, None]
    upper = _between(unit[top][:, left], unit[top][:, right], across)
    lower = _between(unit[bottom][:, left], unit[bottom][:, right], across)
    return _between(upper, lower, down)


def _positions(length: int, side: int) -> tuple[NDArray[np.intp], NDArray[np.intp], np.ndarray]:
    exact = np.arange(side) * ((length - 1) / (side - 1))
    before = np.floor(exact).astype(np.intp)
    after = np.minimum(np.ceil(exact).astype(np.intp), length - 1)
    return before, after, exact - before


def _between(start: np.ndarray, end: np.ndarray, part: np.ndarray) -> Floats:
    return np.asarray(start + (end.astype(np.float64) - start) * part, np.float64)
