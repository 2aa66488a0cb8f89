"""Builds an ONNX graph whose kernels stay the published uint8 codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from numpy.typing import ArrayLike, NDArray
from onnx import TensorProto, helper, numpy_helper

from .tfjs import ModelError, Weight

OPSET = 13
#: The first IR version of opset 13 is 7; 8 is what runtimes of that age read.
IR_VERSION = 8


@dataclass(frozen=True)
class Tensor:
    """A value in the graph; `side` is the height and width of a square feature map."""

    name: str
    side: int = 1


@dataclass(frozen=True)
class Affine:
    """A batch normalisation at inference: y = x * scale + shift, one pair a channel."""

    scale: NDArray[np.float64]
    shift: NDArray[np.float64]


@dataclass(frozen=True)
class Window:
    """Kernel side, stride and the zeros put before and after each axis."""

    kernel: int
    stride: int
    before: int = 0
    after: int = 0

    @classmethod
    def same(cls, side: int, kernel: int, stride: int) -> Window:
        """TensorFlow's SAME: output side = ceil(side / stride), the odd zero goes last."""
        zeros = max((-(-side // stride) - 1) * stride + kernel - side, 0)
        return cls(kernel, stride, zeros // 2, zeros - zeros // 2)

    def output_side(self, side: int) -> int:
        return (side + self.before + self.after - self.kernel) // self.stride + 1


@dataclass
class GraphBuilder:
    """Collects nodes and initialisers; every name is given by the caller, so bytes repeat."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    initializers: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def convolution(
        self,
        name: str,
        source: Tensor,
        kernel: Weight,
        window: Window,
        bias: NDArray[np.float32] | None = None,
        normalisation: Affine | None = None,
        depthwise: bool = False,
    ) -> Tensor:
        """A convolution with the batch normalisation folded into scales and bias.

        `kernel` is [height, width, in, out], or [height, width, channels, 1] if depthwise.
        """
        codes = kernel.codes.transpose((2, 3, 0, 1) if depthwise else (3, 2, 0, 1))
        if normalisation is None:
            weight = self._dequantized(f"{name}.weight", codes, kernel.scale, kernel.zero_point())
        else:
            weight = self._folded(f"{name}.weight", codes, kernel, normalisation.scale)
            start = np.zeros(codes.shape[0]) if bias is None else bias.astype(np.float64)
            bias = (start * normalisation.scale + normalisation.shift).astype(np.float32)
        inputs = [source.name, weight]
        if bias is not None:
            inputs.append(self._constant(f"{name}.bias", bias))
        self._node(
            "Conv",
            inputs,
            name,
            kernel_shape=[window.kernel] * 2,
            strides=[window.stride] * 2,
            pads=[window.before] * 2 + [window.after] * 2,
            group=codes.shape[0] if depthwise else 1,
        )
        return Tensor(name, window.output_side(source.side))

    def dense(self, name: str, source: Tensor, kernel: Weight, bias: NDArray[np.float32]) -> Tensor:
        """source x kernel + bias, with `kernel` [in, out]."""
        weight = self._dequantized(
            f"{name}.weight", kernel.codes, kernel.scale, kernel.zero_point()
        )
        self._node("MatMul", [source.name, weight], f"{name}.product")
        self._node("Add", [f"{name}.product", self._constant(f"{name}.bias", bias)], name)
        return Tensor(name)

    def with_scalar(self, operator: str, name: str, source: Tensor, scalar: float) -> Tensor:
        """`operator`(source, scalar) for Mul, Sub and Add."""
        constant = self._constant(f"{name}.scalar", np.float32(scalar))
        self._node(operator, [source.name, constant], name)
        return Tensor(name, source.side)

    def add(self, name: str, left: Tensor, right: Tensor) -> Tensor:
        self._node("Add", [left.name, right.name], name)
        return Tensor(name, left.side)

    def activation(self, kind: str, name: str, source: Tensor) -> Tensor:
        """One of linear, relu, relu6 and softmax (over the last axis)."""
        if kind == "linear":
            return source
        if kind == "relu6":
            bounds = [self._constant("zero", np.float32(0)), self._constant("six", np.float32(6))]
            self._node("Clip", [source.name, *bounds], name)
        elif kind == "relu":
            self._node("Relu", [source.name], name)
        elif kind == "softmax":
            self._node("Softmax", [source.name], name, axis=-1)
        else:
            raise ModelError(f"{name}: unknown activation {kind}")
        return Tensor(name, source.side)

    def global_average(self, name: str, source: Tensor) -> Tensor:
        """The mean of each channel, as [1, channels]."""
        self._node("GlobalAveragePool", [source.name], f"{name}.map")
        self._node("Flatten", [f"{name}.map"], name, axis=1)
        return Tensor(name)

    def finish(
        self,
        name: str,
        image: tuple[str, int],
        result: tuple[str, Tensor, int],
        metadata: dict[str, str],
    ) -> bytes:
        """The checked model as bytes that depend on nothing but the graph.

        `image` is (input name, side); `result` is (output name, tensor, number of classes).
        """
        input_name, side = image
        output_name, tensor, classes = result
        self._node("Identity", [tensor.name], output_name)
        graph = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info(input_name, TensorProto.FLOAT, [1, 3, side, side])],
            [helper.make_tensor_value_info(output_name, TensorProto.FLOAT, [1, classes])],
            list(self.initializers.values()),
        )
        model = helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET)],
            producer_name="himaya",
            ir_version=IR_VERSION,
        )
        helper.set_model_props(model, dict(sorted(metadata.items())))
        onnx.checker.check_model(model, full_check=True)
        return bytes(model.SerializeToString(deterministic=True))

    def _folded(
        self, name: str, codes: NDArray[np.uint8], kernel: Weight, factors: NDArray[np.float64]
    ) -> str:
        """(code - zero) * (scale * factor). ONNX scales are positive, so a negative factor
        mirrors the codes of its channel instead: (255 - code) - (255 - zero) = zero - code."""
        mirrored = factors < 0
        zeros = np.full(factors.shape, kernel.zero_point(), np.uint8)
        zeros = np.where(mirrored, 255 - zeros, zeros)
        codes = np.where(mirrored[:, None, None, None], 255 - codes, codes)
        return self._dequantized(name, codes, np.abs(factors) * kernel.scale, zeros, axis=0)

    def _dequantized(
        self,
        name: str,
        codes: NDArray[np.uint8],
        scale: ArrayLike,
        zero_point: ArrayLike,
        **attributes: int,
    ) -> str:
        inputs = [
            self._constant(f"{name}.codes", codes),
            self._constant(f"{name}.scale", np.asarray(scale, np.float32)),
            self._constant(f"{name}.zero_point", np.asarray(zero_point, np.uint8)),
        ]
        self._node("DequantizeLinear", inputs, name, **attributes)
        return name

    def _constant(self, name: str, values: ArrayLike) -> str:
        # `ascontiguousarray` would turn a scalar into a vector of one.
        array = np.array(values, order="C", copy=True)
        self.initializers.setdefault(name, numpy_helper.from_array(array, name))
        return name

    def _node(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> None:
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
