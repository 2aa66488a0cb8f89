import unittest

import numpy as np
from onnx import numpy_helper

from picture_models.onnx_graph import Affine, GraphBuilder, Tensor, Window
from picture_models.tfjs import ModelError, Weight


class FoldedConvolution(unittest.TestCase):
    def test_a_negative_factor_mirrors_the_codes_and_keeps_the_values(self) -> None:
        codes = np.arange(8, dtype=np.uint8).reshape(1, 1, 4, 2) * 30
        kernel = Weight("kernel", codes, scale=0.5, minimum=-50.0)
        factors = np.array([2.0, -3.0])
        graph = GraphBuilder()
        graph.convolution(
            "c", Tensor("x", 4), kernel, Window(1, 1), normalisation=Affine(factors, np.zeros(2))
        )
        stored = {name: numpy_helper.to_array(t) for name, t in graph.initializers.items()}
        scale, zero = (
            stored[f"c.weight.{part}"].astype(np.float64)[:, None, None, None]
            for part in ("scale", "zero_point")
        )
        self.assertTrue((scale > 0).all())
        expected = (kernel.values() * factors).transpose(3, 2, 0, 1)
        np.testing.assert_allclose((stored["c.weight.codes"] - zero) * scale, expected)


class Padding(unittest.TestCase):
    def test_same_puts_the_odd_zero_last(self) -> None:
        self.assertEqual(Window.same(224, 3, 2), Window(3, 2, 0, 1))
        self.assertEqual(Window.same(112, 3, 1), Window(3, 1, 1, 1))
        self.assertEqual(Window.same(224, 3, 2).output_side(224), 112)


class ZeroPoint(unittest.TestCase):
    def test_a_weight_without_a_code_for_zero_is_refused(self) -> None:
        weight = Weight("w", np.zeros(1, np.uint8), scale=1.0, minimum=0.5)
        with self.assertRaises(ModelError):
            weight.zero_point()


if __name__ == "__main__":
    unittest.main()
