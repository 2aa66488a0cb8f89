"""The recurrent network over a conversation (../../conversation/recurrent.py), which is trained with the same libraries."""

import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[2] / "conversation"))

import recurrent


def parameters() -> recurrent.Parameters:
    """The network of the test in core/src/conversation/course.rs, over secrecy and meeting."""
    states = recurrent.STATES
    weights, back = np.zeros((2, 3 * states), np.float32), np.zeros((states, 3 * states), np.float32)
    weights[0, 2 * states], back[0, 2 * states], weights[1, states] = 2.0, -1.0, 16.0
    odds = np.zeros(states, np.float32)
    odds[0] = 2.0
    return {
        "weights": weights, "recurrent": back, "bias": np.zeros(3 * states, np.float32),
        "odds": odds, "direct": np.array([0.5, -0.25], np.float32), "constant": np.float32(-1.0),
    }  # fmt: skip


class Recurrent(unittest.TestCase):
    def test_its_states_are_those_of_core(self):
        shown = np.array([[1, 0], [1, 0], [1, 1]], np.float32)
        (found,) = recurrent.judge(parameters())([shown])
        states = np.array([61, 90, 90])
        np.testing.assert_allclose(found, 2 * states / 127 + shown @ [0.5, -0.25] - 1, atol=1e-6)

    def test_conversations_of_any_length_are_judged_by_themselves(self):
        rng = np.random.default_rng(1)
        some = [rng.random((size, 2)).astype(np.float32) for size in (1, 3, 41, 300)]
        judge = recurrent.judge(parameters())
        for together, one in zip(judge(some), some, strict=True):
            self.assertEqual(len(together), len(one))
            np.testing.assert_allclose(together, judge([one])[0], atol=1e-5)

    def test_it_learns_what_came_first(self):
        first, second, none = [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]
        orders = {True: [first, none, second], False: [second, none, first]}
        sequences = [
            recurrent.sequence(np.array(shown, np.float32), "risky" if due else "harmless", 2 if due else None)
            for due, shown in orders.items()
        ]
        learnt = recurrent.trained(sequences * 512, seed=1)
        due, not_due = recurrent.judge(learnt)([np.array(shown, np.float32) for shown in orders.values()])
        self.assertGreater(due[2], not_due[2] + 1)

    def test_a_mark_parts_what_is_early_from_what_is_due(self):
        of = recurrent.sequence(np.zeros((5, 2), np.float32), "risky", 2)
        self.assertEqual(of.due.tolist(), [0, 0, 1, 1, 1])
        early, due, late = recurrent.EARLY, recurrent.DUE, recurrent.LATE
        np.testing.assert_allclose(of.weight, [early, early, due, due, late])
        self.assertEqual(recurrent.sequence(np.zeros((4, 2), np.float32), "harmless", None).due.sum(), 0)

    def test_it_is_written_as_core_reads_it(self):
        lines = recurrent.written(parameters(), ["secrecy", "meeting"])
        self.assertEqual(lines[:4], ["inputs = [", '  "secrecy",', '  "meeting",', "]"])
        self.assertIn('direct = "0.5 -0.25"', lines)
        self.assertEqual(lines[-1], "constant = -1.000")
        self.assertIn('direct = ""', recurrent.written(None, []))
