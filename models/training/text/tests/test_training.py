"""The same sources and the same seed give the same bytes, in one process as in another."""

import hashlib
import os
import subprocess
import sys
import unittest
from pathlib import Path

# Trains a small network on made-up messages and prints the checksum of its file. Stands in for
# core's features (words of their letters) and for the teacher (vectors of the texts' checksums).
SCRIPT = """
import hashlib
import numpy as np
from himaya_text import export, features, train
from himaya_text.data import Chat, Message
from himaya_text.network import Shape

def number(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "little")

def read(texts):
    tokens = [[[number(word), number("pair" + word), *map(number, word[:4])] for word in text.split()[:8]]
              for text in texts]
    return features.Read(tokens, [[] for _ in texts])

class Teacher:
    def embed(self, texts):
        rows = np.array([np.frombuffer(hashlib.sha256(t.encode()).digest() * 16, np.uint8) for t in texts])
        vectors = rows.astype(np.float32) - 127
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

features.read = read
train.vocabulary = lambda texts: ([f"word{n}" for n in range(3000)], np.ones(3000))
shape = Shape(rows=400, columns=8, hidden=16)
recipe = train.Recipe(shape=shape, epochs=2, word_epochs=1)
messages = [Message("en", "secrecy", str(n), n % 3 == 0, "counterpart", f"keep word{n % 50} word{n} here", None)
            for n in range(600)]
chats = [Chat("en" if n % 2 else "fi", "made up", str(n), f"see word{n} there") for n in range(600)]
parameters = train.train(recipe, messages, chats, Teacher(), lambda text: None)
file = export.model(*export.quantize(parameters), shape)
print(hashlib.sha256(file).hexdigest())
"""


class Reproducible(unittest.TestCase):
    def test_two_trainings_give_the_same_bytes(self):
        def trained(seed_of_hashes: str) -> str:
            folder = Path(__file__).resolve().parent.parent
            environment = os.environ | {"PYTHONHASHSEED": seed_of_hashes, "PYTHONPATH": str(folder)}
            made = subprocess.run(
                [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=False
            )
            self.assertEqual(made.returncode, 0, made.stderr)
            return made.stdout.strip()

        first, second = trained("1"), trained("2")
        self.assertEqual(len(first), len(hashlib.sha256().hexdigest()))
        self.assertEqual(first, second)
