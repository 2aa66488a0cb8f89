"""The messages to learn from: their form, their number, and how they are parted."""

import json
import unittest
from collections import Counter
from pathlib import Path

import numpy as np

from himaya_text import data

FOLDER = Path(__file__).resolve().parent.parent / "data"
NINE = ("ar", "de", "en", "es", "fr", "it", "nl", "pt", "tr")


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.messages = data.written(FOLDER)

    def test_each_language_has_what_was_asked_for(self):
        count = Counter((m.language, m.indicator) for m in self.messages)
        for language in NINE:
            self.assertGreaterEqual(count[language, True], 150)
            self.assertGreaterEqual(count[language, False], 400)

    def test_every_behaviour_has_both_kinds_in_every_language(self):
        count = Counter((m.language, m.behavior, m.indicator) for m in self.messages)
        for language in {m.language for m in self.messages}:
            for behavior in data.BEHAVIORS:
                self.assertGreaterEqual(count[language, behavior, True], 20, (language, behavior))
                self.assertGreaterEqual(count[language, behavior, False], 30, (language, behavior))

    def test_no_message_stands_twice_in_a_language(self):
        seen = Counter((m.language, m.text.casefold()) for m in self.messages)
        self.assertEqual([key for key, times in seen.items() if times > 1], [])

    def test_ordinary_messages_are_harmless(self):
        self.assertFalse([m for m in self.messages if m.behavior == "ordinary" and m.indicator])

    def test_no_message_is_one_that_the_filter_is_measured_on(self):
        root = FOLDER.parents[3] / "tests/accuracy/heldout"
        measured = {
            json.loads(line)["text"].casefold().strip()
            for path in root.glob("*.jsonl")
            for line in path.read_text(encoding="utf-8").splitlines()
        }
        learnt = [m for m in self.messages if m.text.casefold().strip() in measured]
        # Said by everybody: a few words that no two writers would say otherwise.
        self.assertLessEqual(max((len(m.text.split()) for m in learnt), default=0), 7)
        self.assertLess(len(learnt), 40)


class Conversations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = [
            json.loads(line)
            for path in sorted((FOLDER / "conversations").glob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines()
        ]

    def test_a_mark_is_a_message_of_who_is_the_risk(self):
        risky = [row for row in self.rows if row["label"] == "risky"]
        self.assertGreater(len(risky), 3000)
        elsewhere = [row["id"] for row in risky if row["messages"][row["mark"] - 1]["from"] != row["of"]]
        self.assertEqual(elsewhere, [])

    def test_two_halves_share_no_conversation_and_make_the_whole(self):
        said = [Counter(data.conversations(FOLDER / "conversations", half)) for half in (0, 1, None)]
        self.assertEqual(said[0] + said[1], said[2])
        halves = Counter(data.half(row["id"]) for row in self.rows)
        self.assertLess(abs(halves[0] - halves[1]), len(self.rows) / 20)


class Parting(unittest.TestCase):
    def message(self, idea: str, text: str) -> data.Message:
        return data.Message("en", "secrecy", idea, True, "counterpart", text, None)

    def test_paraphrases_stay_together(self):
        messages = [self.message(str(n), f"message {n}") for n in range(40)]
        messages += [self.message("7", "said otherwise"), self.message("99", "the same, translated")]
        vectors = np.eye(42, dtype=np.float32)
        vectors[41] = vectors[3]
        parts = data.ideas(messages, vectors)
        self.assertEqual(parts[40], parts[7])
        self.assertEqual(parts[41], parts[3])
        self.assertGreater(len(set(parts)), 5)


if __name__ == "__main__":
    unittest.main()
