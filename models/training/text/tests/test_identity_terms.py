"""Words that the network is not shown, and how the pack says so."""

import json
import tempfile
import unittest
from itertools import accumulate
from pathlib import Path

from himaya_text import export, features


class IdentityTerms(unittest.TestCase):
    def test_words_are_those_of_all_lists_the_arabic_ones_with_clitics(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "en.txt").write_text("fatima\nmoroccan\n", encoding="utf-8")
            (folder / "ar.txt").write_text("يوسف\nالمغربي\n", encoding="utf-8")
            self.assertEqual(
                set(features.identity_words(folder)),
                {"fatima", "moroccan", "يوسف", "ويوسف", "ليوسف", "المغربي", "والمغربي", "للمغربي"},
            )

    def test_the_lists_hold_single_words_once_and_in_order(self):
        paths = sorted(features.IDENTITY_TERMS.glob("*.txt"))
        self.assertEqual(len(paths), 11)
        for path in paths:
            lines = path.read_text(encoding="utf-8").splitlines()
            self.assertEqual(lines, sorted(set(lines)), path)
            self.assertFalse([line for line in lines if len(line.split()) != 1], path)

    def test_fillers_are_single_words_once_in_each_language_and_in_order(self):
        lines = features.FILLERS.read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(lines), 12)
        for line in lines[1:]:
            words = line.split("\t")[1].split(" ")
            self.assertEqual(words, sorted(set(words)), line[:2])
        self.assertTrue({"haha", "привет", "ههه"} <= set(features.filler_words()))

    def test_a_pack_holds_them_as_differences_on_one_line(self):
        found = export.ascending(frozenset((9, 4, 4_000_000_000)))
        self.assertEqual(found, [4, 5, 3_999_999_991])
        self.assertEqual(list(accumulate(found)), [4, 9, 4_000_000_000])
        text = export.on_one_line(json.dumps({"a": [1], "terms": found}, indent=2), "terms")
        self.assertIn('"terms": [4,5,3999999991]\n', text)
        self.assertEqual(json.loads(text), {"a": [1], "terms": found})
