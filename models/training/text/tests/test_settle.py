"""Settling draws spellings together and holds the rest; contexts tell conversations apart."""

import hashlib
import unittest
from unittest.mock import patch

import numpy as np

from himaya_text import context, evaluate, export, features, network, settle
from himaya_text.data import OUTPUTS, Chat, Message
from himaya_text.network import Shape

SHAPE = Shape(rows=400, columns=8, hidden=16, hashes=6, tokens=8)


def number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "little")


def read(texts: list[str]) -> features.Read:
    """Stands in for core's features: words of their letters."""
    tokens = [[[number(word), number("pair"), *map(number, word[:4])] for word in text.split()[:8]]
              for text in texts]  # fmt: skip
    return features.Read(tokens, [[] for _ in texts])


def odds(parameters: network.Parameters, texts: list[str]) -> np.ndarray:
    ids = features.ids(read(texts).tokens, SHAPE.tokens, SHAPE.rows, SHAPE.hashes, SHAPE.pairs)
    return np.asarray(network.forward(parameters, ids, SHAPE)[0])


class Settling(unittest.TestCase):
    def setUp(self):
        rng = np.random.default_rng(3)
        self.parameters = network.fresh(SHAPE, len(OUTPUTS), 4, rng)
        self.parameters["table"] = np.asarray(self.parameters["table"]) * 40
        self.texts = [f"are you word{n} home now{n % 7}" for n in range(300)]
        self.messages = [
            Message("en", "ordinary", "", False, "child" if n % 2 else "other", text, None, 1.0, n % 3 == 0)
            for n, text in enumerate(self.texts)
        ]

    def test_spellings_come_nearer_and_messages_stay(self):
        chats = [Chat("en", "made up", str(n), f"see word{n} there") for n in range(300)]
        with patch.object(features, "read", read):
            after = settle.settled(self.parameters, self.messages, chats, SHAPE, settle.Round(True, 150), lambda text: None)
        np.testing.assert_array_equal(after["table"], self.parameters["table"])
        sides = settle.SIDES
        other = [text.replace("you", "ya") for text in self.texts]

        def apart(parameters):
            return float(np.abs(odds(parameters, self.texts) - odds(parameters, other))[:, sides].mean())

        def moved():
            return float(np.abs(odds(after, self.texts) - odds(self.parameters, self.texts))[:, sides].mean())

        self.assertLess(apart(after), 0.75 * apart(self.parameters))
        self.assertLess(moved(), apart(self.parameters))

    def test_contexts_are_those_of_conversations_and_the_rest_is_kept(self):
        for n, message in enumerate(self.messages):
            object.__setattr__(message, "risky", "now1" in message.text if n % 5 else None)
        with patch.object(features, "read", read):
            out, bias = context.fitted(self.parameters, self.messages, SHAPE)
        first = OUTPUTS.index("counterpart_context")
        np.testing.assert_array_equal(out[:, :first], np.asarray(self.parameters["out"])[:, :first])
        found = odds({**self.parameters, "out": out, "out_bias": bias}, self.texts)[:, first]
        learnt = np.array([m.risky is not None and m.speaker == "other" for m in self.messages])
        risky = np.array(["now1" in text for text in self.texts])
        self.assertGreater(evaluate.auc(found[learnt & risky], found[learnt & ~risky]), 0.95)

    def test_a_file_with_another_last_layer_is_that_of_the_network_with_it(self):
        codes, scale, dense = export.quantize(self.parameters)
        file = export.model(codes, scale, dense, SHAPE)
        other = {**dense, "out": dense["out"] * 2, "out_bias": dense["out_bias"] + 1}
        changed = export.exchanged(file, other)
        ids = [np.arange(1, 13, dtype=np.int32).reshape(2, 6)]
        expected = export.scores(export.model(codes, scale, other, SHAPE), ids)
        np.testing.assert_allclose(export.scores(changed, ids), expected, atol=1e-6)


if __name__ == "__main__":
    unittest.main()
