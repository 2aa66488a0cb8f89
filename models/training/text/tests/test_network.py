"""The student: what is exported is what was trained, and fitting fits."""

import random
import unittest

import numpy as np

from himaya_text import evaluate, export, features, fuse, network, noise
from himaya_text.data import OUTPUTS
from himaya_text.network import Shape

SMALL = Shape(rows=200, columns=8, hidden=16, hashes=6, tokens=10)


class Export(unittest.TestCase):
    def test_the_file_says_what_the_network_says_whatever_the_padding(self):
        rng = np.random.default_rng(0)
        parameters = network.fresh(SMALL, len(OUTPUTS), 4, rng)
        codes, scale, dense = export.quantize(parameters)
        file = export.model(codes, scale, dense, SMALL)
        quantised = {**parameters, **dense, "table": codes * scale}
        for tokens in (1, 2, 7, 10):
            ids = np.zeros((10, 6), np.int32)
            ids[:tokens] = rng.integers(0, 200, (tokens, 6))
            ids[:tokens, 0] = 1
            odds = np.asarray(network.forward(quantised, ids[None], SMALL)[0])
            for size in (tokens, 10):
                wanted = export.scores(file, [ids[:size]])
                np.testing.assert_allclose(1 / (1 + np.exp(-odds)), wanted, atol=1e-5)

    def test_a_table_loses_little_as_int8(self):
        table = np.random.default_rng(0).normal(size=(500, 16)).astype(np.float32)
        codes, scale = network.quantized(table)
        self.assertLess(np.abs(codes[1:] * scale - table[1:]).mean(), 0.02)
        self.assertFalse(codes[0].any())


class Features(unittest.TestCase):
    def test_the_pair_is_left_out_unless_asked_for(self):
        token = [10, 20, 30, 40]
        self.assertEqual(features.rows_of(token, 101, 3, False), [11, 31, 41])
        self.assertEqual(features.rows_of(token, 101, 3, True), [11, 21, 31])

    def test_rules_hold_for_the_side_that_may_say_them(self):
        rules = [
            {"direction": "counterpart", "weight": 0.8, "guarded": False},
            {"direction": "protected", "weight": 0.6, "guarded": True},
        ]
        self.assertEqual(features.said(rules, own=False), (0.8, False))
        self.assertEqual(features.said(rules, own=True), (0.0, True))


class Measures(unittest.TestCase):
    def test_auc_counts_ties_half(self):
        self.assertEqual(evaluate.auc(np.array([1.0, 1.0]), np.array([0.0, 1.0])), 0.75)

    def test_calibration_compares_what_is_said_with_what_is_true(self):
        error, _ = evaluate.calibration(np.full(4, 0.25), np.array([True, False, False, False]))
        self.assertAlmostEqual(error, 0.0)

    def test_the_fusion_keeps_to_its_bounds(self):
        rng = np.random.default_rng(0)
        truth = rng.random(4000) < 0.4
        odds = rng.normal(size=4000) + np.where(truth, 1.5, -1.5)
        rule = np.where(rng.random(4000) < np.where(truth, 0.6, 0.1), 0.8, 0.0)
        seen = fuse.Seen(odds, rule, np.zeros(4000, bool))
        chat = fuse.Seen(rng.normal(size=20_000) - 2.5, np.zeros(20_000), np.zeros(20_000, bool))
        side = fuse.fit(seen, truth, chat, np.ones(20_000))
        self.assertLessEqual(side.by_model(seen)[~truth].mean(), fuse.HARD_NEGATIVES)
        self.assertLessEqual(side.by_model(chat).mean(), fuse.ORDINARY)
        kept = side.by_rule(seen)[truth & (rule > 0)].mean()
        self.assertGreaterEqual(kept, 1 - 2 * fuse.DOUBTED)
        error, _ = evaluate.calibration(side.fused(seen), truth)
        self.assertLess(error, 0.05)


class Noise(unittest.TestCase):
    def test_variants_depend_on_the_seed_alone(self):
        made = [[noise.noisy("are you home alone", ["Mary"], rng) for _ in range(20)]
                for rng in (random.Random(1), random.Random(1))]  # fmt: skip
        self.assertEqual(made[0], made[1])
        self.assertGreater(len(set(made[0])), 10)

    def test_rewording_changes_only_words_that_have_stand_ins(self):
        said = noise.reworded("keep it secret", {"secret": ["hidden"]}, random.Random(1))
        self.assertEqual(said, "keep it hidden")


if __name__ == "__main__":
    unittest.main()
