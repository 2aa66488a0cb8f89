"""Converts a Keras layers model (nsfwjs MobileNetV2) to ONNX nodes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .onnx_graph import Affine, GraphBuilder, Tensor, Window
from .tfjs import ModelError, TfjsModel

_KERNELS = {"Conv2D": "kernel", "DepthwiseConv2D": "depthwise_kernel"}


def convert_keras_layers(model: TfjsModel, graph: GraphBuilder, image: Tensor) -> Tensor:
    """Appends the network to `graph`; `image` feeds it, the class probabilities come out."""
    return _Conversion(model, graph, image).run()


class _Conversion:
    def __init__(self, model: TfjsModel, graph: GraphBuilder, image: Tensor) -> None:
        self._layers: list[dict[str, Any]] = model.topology["model_config"]["config"]["layers"]
        self._weights = model.weights
        self._graph = graph
        self._image = image
        self._tensors: dict[str, Tensor] = {}
        #: Zeros asked for by a ZeroPadding2D, which the next convolution takes over.
        self._padding: dict[str, tuple[int, int]] = {}
        #: Batch normalisations that were folded into the convolution before them.
        self._folded: set[str] = set()
        self._operators: dict[str, Callable[[dict[str, Any]], Tensor]] = {
            "InputLayer": lambda layer: self._image,
            "ZeroPadding2D": self._zero_padding,
            "Conv2D": self._convolution,
            "DepthwiseConv2D": self._convolution,
            "BatchNormalization": self._batch_normalisation,
            "ReLU": self._relu,
            "Add": self._add,
            "AveragePooling2D": self._global_average,
            "Flatten": self._unchanged,
            "Dropout": self._unchanged,
            "Dense": self._dense,
        }

    def run(self) -> Tensor:
        result = None
        for layer in self._layers:
            operator = self._operators.get(layer["class_name"])
            if operator is None:
                raise ModelError(f"{layer['name']}: unknown layer {layer['class_name']}")
            result = self._tensors[layer["name"]] = operator(layer)
        if result is None:
            raise ModelError("the model has no layers")
        return result

    def _inputs(self, layer: dict[str, Any]) -> list[Tensor]:
        return [self._tensors[name] for name in _sources(layer)]

    def _unchanged(self, layer: dict[str, Any]) -> Tensor:
        return self._inputs(layer)[0]

    def _zero_padding(self, layer: dict[str, Any]) -> Tensor:
        vertical, horizontal = layer["config"]["padding"]
        if vertical != horizontal:
            raise ModelError(f"{layer['name']}: expected the same zeros on both axes")
        self._padding[layer["name"]] = (vertical[0], vertical[1])
        return self._unchanged(layer)

    def _convolution(self, layer: dict[str, Any]) -> Tensor:
        name, config = layer["name"], layer["config"]
        kernel = self._weights[f"{name}/{_KERNELS[layer['class_name']]}"]
        source = self._inputs(layer)[0]
        if config["activation"] != "linear" or config["use_bias"]:
            raise ModelError(f"{name}: expected a bare convolution before its normalisation")
        side, stride = kernel.codes.shape[0], config["strides"][0]
        if config["padding"] == "same":
            window = Window.same(source.side, side, stride)
        else:
            window = Window(side, stride, *self._padding.get(_sources(layer)[0], (0, 0)))
        return self._graph.convolution(
            name,
            source,
            kernel,
            window,
            normalisation=self._normalisation_after(name),
            depthwise=layer["class_name"] == "DepthwiseConv2D",
        )

    def _normalisation_after(self, name: str) -> Affine:
        consumers = [layer for layer in self._layers if name in _sources(layer)]
        if len(consumers) != 1 or consumers[0]["class_name"] != "BatchNormalization":
            raise ModelError(f"{name}: expected a batch normalisation and nothing else after it")
        layer = consumers[0]
        self._folded.add(layer["name"])
        gamma, beta, mean, variance = (
            self._values(f"{layer['name']}/{part}").astype(np.float64)
            for part in ("gamma", "beta", "moving_mean", "moving_variance")
        )
        scale = gamma / np.sqrt(variance + layer["config"]["epsilon"])
        return Affine(scale, beta - mean * scale)

    def _batch_normalisation(self, layer: dict[str, Any]) -> Tensor:
        if layer["name"] not in self._folded:
            raise ModelError(f"{layer['name']}: a normalisation must follow a convolution")
        return self._unchanged(layer)

    def _relu(self, layer: dict[str, Any]) -> Tensor:
        config = layer["config"]
        if (config["max_value"], config["negative_slope"], config["threshold"]) != (6, 0, 0):
            raise ModelError(f"{layer['name']}: expected a ReLU that ends at 6")
        return self._graph.activation("relu6", layer["name"], self._inputs(layer)[0])

    def _add(self, layer: dict[str, Any]) -> Tensor:
        left, right = self._inputs(layer)
        return self._graph.add(layer["name"], left, right)

    def _global_average(self, layer: dict[str, Any]) -> Tensor:
        source = self._inputs(layer)[0]
        if layer["config"]["pool_size"] != [source.side, source.side]:
            raise ModelError(f"{layer['name']}: expected a pool over the whole map")
        return self._graph.global_average(layer["name"], source)

    def _dense(self, layer: dict[str, Any]) -> Tensor:
        name, kind = layer["name"], layer["config"]["activation"]
        product = self._graph.dense(
            name,
            self._inputs(layer)[0],
            self._weights[f"{name}/kernel"],
            self._values(f"{name}/bias"),
        )
        return self._graph.activation(kind, f"{name}.{kind}", product)

    def _values(self, name: str) -> NDArray[np.float32]:
        return self._weights[name].values()


def _sources(layer: dict[str, Any]) -> list[str]:
    """The names of the layers that feed this one."""
    nodes = layer["inbound_nodes"]
    return [connection[0] for connection in nodes[0]] if nodes else []
