"""Converts a frozen TensorFlow graph (nsfwjs MobileNetV2Mid) to ONNX nodes."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from .onnx_graph import GraphBuilder, Tensor, Window
from .tfjs import ModelError, TfjsModel, Weight

_ACTIVATIONS = {"Relu6": "relu6", "Relu": "relu"}
_SCALAR_OPERATORS = {"Mul": "Mul", "Sub": "Sub", "AddV2": "Add"}


def convert_frozen_graph(model: TfjsModel, graph: GraphBuilder, image: Tensor) -> Tensor:
    """Appends the network to `graph`; `image` feeds it, the class probabilities come out."""
    return _Conversion(model, graph, image).run()


class _Conversion:
    def __init__(self, model: TfjsModel, graph: GraphBuilder, image: Tensor) -> None:
        self._nodes: list[dict[str, Any]] = model.topology["node"]
        self._weights = model.weights
        self._graph = graph
        self._image = image
        self._tensors: dict[str, Tensor] = {}
        self._operators: dict[str, Callable[[str, dict[str, Any]], Tensor]] = {
            "Placeholder": lambda name, node: self._image,
            "Mul": self._arithmetic,
            "Sub": self._arithmetic,
            "AddV2": self._arithmetic,
            "_FusedConv2D": self._convolution,
            "FusedDepthwiseConv2dNative": self._convolution,
            "AvgPool": self._global_average,
            "Squeeze": lambda name, node: self._input(node, 0),
            "_FusedMatMul": self._dense,
            "Softmax": lambda name, node: self._graph.activation(
                "softmax", name, self._input(node, 0)
            ),
            "Identity": lambda name, node: self._input(node, 0),
        }

    def run(self) -> Tensor:
        result = None
        for node in self._nodes:
            if node["op"] == "Const":
                continue
            operator = self._operators.get(node["op"])
            if operator is None:
                raise ModelError(f"{node['name']}: unknown operator {node['op']}")
            result = self._tensors[node["name"]] = operator(_short_name(node["name"]), node)
        if result is None:
            raise ModelError("the graph has no nodes")
        return result

    def _input(self, node: dict[str, Any], index: int) -> Tensor:
        return self._tensors[node["input"][index]]

    def _weight(self, node: dict[str, Any], index: int) -> Weight:
        return self._weights[node["input"][index]]

    def _arithmetic(self, name: str, node: dict[str, Any]) -> Tensor:
        operator = _SCALAR_OPERATORS[node["op"]]
        constants = [self._weights[i] for i in node["input"] if i in self._weights]
        if not constants:
            return self._graph.add(name, self._input(node, 0), self._input(node, 1))
        if node["op"] == "Sub" and node["input"][1] not in self._weights:
            raise ModelError(f"{name}: the constant must be what is subtracted")
        source = next(self._tensors[i] for i in node["input"] if i in self._tensors)
        return self._graph.with_scalar(operator, name, source, float(constants[0].values().item()))

    def _convolution(self, name: str, node: dict[str, Any]) -> Tensor:
        source, kernel = self._input(node, 0), self._weight(node, 1)
        fused = _fused_operators(node)
        stride = int(node["attr"]["strides"]["list"]["i"][1])
        height, width = kernel.codes.shape[:2]
        if fused[:1] != ["BiasAdd"] or _text(node, "padding") != "SAME" or height != width:
            raise ModelError(f"{name}: expected a square kernel, SAME padding and a fused bias")
        convolved = self._graph.convolution(
            name,
            source,
            kernel,
            Window.same(source.side, height, stride),
            bias=self._weight(node, 2).values(),
            depthwise=node["op"] == "FusedDepthwiseConv2dNative",
        )
        kind = _ACTIVATIONS[fused[1]] if len(fused) > 1 else "linear"
        return self._graph.activation(kind, f"{name}.{kind}", convolved)

    def _global_average(self, name: str, node: dict[str, Any]) -> Tensor:
        source = self._input(node, 0)
        if int(node["attr"]["ksize"]["list"]["i"][1]) != source.side:
            raise ModelError(f"{name}: expected a pool over the whole map")
        return self._graph.global_average(name, source)

    def _dense(self, name: str, node: dict[str, Any]) -> Tensor:
        if _fused_operators(node) != ["BiasAdd"]:
            raise ModelError(f"{name}: expected a fused bias and nothing else")
        return self._graph.dense(
            name, self._input(node, 0), self._weight(node, 1), self._weight(node, 2).values()
        )


def _text(node: dict[str, Any], attribute: str) -> str:
    return base64.b64decode(node["attr"][attribute]["s"]).decode("ascii")


def _fused_operators(node: dict[str, Any]) -> list[str]:
    return [base64.b64decode(s).decode("ascii") for s in node["attr"]["fused_ops"]["list"]["s"]]


def _short_name(name: str) -> str:
    """Drops the call stack TensorFlow puts before the layer's own name."""
    return name.rpartition("StatefulPartitionedCall/")[2].removeprefix("predict/")
