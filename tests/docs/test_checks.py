"""The checks of the documentation find what they are there for."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

from commands import Command, absent
from excerpts import faults
from fences import fences

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("HIMAYA_BIN")


def page(text: str) -> Path:
    """A page with this text."""
    _, name = tempfile.mkstemp(suffix=".md")
    Path(name).write_text(text, "utf-8")
    return Path(name)


class Excerpts(unittest.TestCase):
    """Code that is taken from a file."""

    def fault(self, note: str, code: str) -> list[str]:
        (fence,) = fences(page(f"{note}```rust\n{code}\n```\n"))
        return faults(fence, ROOT)

    def test_code_without_a_source_is_found(self) -> None:
        self.assertTrue(self.fault("", "let a = 1;"))

    def test_a_source_that_is_gone_is_found(self) -> None:
        self.assertTrue(self.fault("<!-- from core/src/gone.rs -->\n", "let a = 1;"))

    def test_a_stale_line_is_found(self) -> None:
        first = "use himaya::{Action, AgeBand, Conversation, Guard, Message};"
        note = "<!-- from core/src/lib.rs -->\n"
        self.assertEqual(self.fault(note, first), [])
        self.assertTrue(self.fault(note, f"{first}\nlet stale = Guard::of_old();"))

    def test_lines_in_another_order_are_found(self) -> None:
        late, early = "let mut conversation = Conversation::new();", "let guard = Guard::builder()"
        whole = f"{early}.age_band(AgeBand::From10To12).build()?;"
        self.assertEqual(self.fault("<!-- from core/src/lib.rs -->\n", f"{whole}\n{late}"), [])
        self.assertTrue(self.fault("<!-- from core/src/lib.rs -->\n", f"{late}\n{whole}"))


class Prints(unittest.TestCase):
    """What a page says that a command prints."""

    def test_lines_are_found_in_order(self) -> None:
        printed = ["  one", "two", "three and more"]
        self.assertIsNone(absent(["one", "…", "three …"], printed))
        self.assertEqual(absent(["two", "one"], printed), "one")
        self.assertEqual(absent(["three"], printed), "three")


@unittest.skipUnless(BINARY, "HIMAYA_BIN names no command")
class Commands(unittest.TestCase):
    """Commands that a page shows."""

    def setUp(self) -> None:
        self.command = Command(Path(BINARY or ""), ROOT)

    def test_what_there_is_passes(self) -> None:
        for line in (
            "himaya check --json --age-band 13-15 chats/",
            "himaya --no-text-model eval",
            "himaya --lexicon x.toml lexicon explain 'a --b'   # --comment",
            "himaya help-services --country EG | head",
        ):
            self.assertIsNone(self.command.fault(line), line)

    def test_a_command_or_an_option_that_there_is_not_is_found(self) -> None:
        for line in ("himaya chekc chats/", "himaya check --jsno chats/", "himaya lexicon check --explain x"):
            self.assertIsNotNone(self.command.fault(line), line)

    def test_a_page_whose_commands_end_or_print_otherwise_is_found(self) -> None:
        right = "<!-- run, exits 1 -->\n```sh\nhimaya check examples/data/chats/blackmail.jsonl\n```\n"
        prints = "<!-- prints -->\n```\nchecked 1 chat (8 messages), {} to act on\n```\n"
        self.assertEqual(self.command.follow(fences(page(right + prints.format(1)))), [])
        self.assertTrue(self.command.follow(fences(page(right.replace(", exits 1", "")))))
        self.assertTrue(self.command.follow(fences(page(right + prints.format(2)))))


if __name__ == "__main__":
    unittest.main()
