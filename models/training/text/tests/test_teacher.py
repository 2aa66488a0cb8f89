"""Embeddings are kept by text, and rewordings depend on the message alone."""

import random
import tempfile
import unittest
from pathlib import Path

import numpy as np

from himaya_text import teacher
from himaya_text.train import other_words


class Counting:
    """Embeds by the texts' lengths and remembers what it was asked."""

    def __init__(self):
        self.asked: list[str] = []

    def encode(self, texts):
        self.asked += texts
        return np.array([[len(text)] * teacher.SIZE for text in texts], np.float32)


class Kept(unittest.TestCase):
    def make(self, folder: str) -> tuple[teacher.Teacher, Counting]:
        made, counting = teacher.Teacher(Path(folder)), Counting()
        made._model = counting  # noqa: SLF001 - in place of the encoder
        return made, counting

    def test_a_text_is_embedded_once_also_by_a_later_run(self):
        with tempfile.TemporaryDirectory() as folder:
            first, counting = self.make(folder)
            found = first.embed(["a", "bbb", "a"])
            self.assertEqual(found[:, 0].tolist(), [1, 3, 1])
            self.assertEqual(counting.asked, ["a", "bbb"])
            first.embed(["bbb", "cc"])
            self.assertEqual(counting.asked, ["a", "bbb", "cc"])
            second, counting = self.make(folder)
            self.assertEqual(second.embed(["cc", "a", "dddd"])[:, 0].tolist(), [2, 1, 4])
            self.assertEqual(counting.asked, ["dddd"])

    def test_what_was_broken_off_does_not_count(self):
        with tempfile.TemporaryDirectory() as folder:
            self.make(folder)[0].embed(["a"])
            for path in Path(folder).glob("**/*.keys.npy"):
                path.unlink()
            again, counting = self.make(folder)
            again.embed(["a"])
            self.assertEqual(counting.asked, ["a"])


class OtherWords(unittest.TestCase):
    def test_the_same_message_is_reworded_alike_whatever_else_is_learnt(self):
        words = {"parents": ["folks", "family"], "secret": ["mystery"]}
        made = {
            other_words("our secret parents", words, ["Ada"], ["sea"], random.Random("7 0 text"))
            for _ in range(5)
        }
        self.assertEqual(len(made), 1)
        self.assertNotEqual(made, {"our secret parents"})
