#!/usr/bin/env python3
"""Prints error_rates.toml from what the commands measured.

    himaya eval --json eval.json
    himaya eval --conversations --json conversations.json
    models/training/report/error_rates.py eval.json conversations.json > models/report/error_rates.toml

The figures of pictures are those that `models/training/image/evaluate` prints; edit them below.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

_HEAD = """\
# Measured error rates, for the method that a transparency report writes out. Printed by
# `models/training/report/error_rates.py`; a test of the command measures messages and
# conversations anew.
#
# `hits` of `of`, as the command of the row prints them. All messages and conversations were
# written for this project or are public chat; all pictures are harmless ones.
schema_version = 1
"""
_MESSAGES = "himaya eval"
_CONVERSATIONS = "himaya eval --conversations"
_PICTURES = "models/training/image/evaluate"
# Views taken for sensitive (> 0.5), views: of the lines "false alarms" of that command.
_PICTURE_ROWS = [("drawn_picture_sensitive", 0, 238), ("packaged_picture_sensitive", 3, 224)]


def main() -> int:
    messages, conversations = (json.loads(Path(path).read_text("utf-8")) for path in sys.argv[1:3])
    print(_HEAD)
    for name, kind in [
        ("recall", "indicator_signalled"),
        ("hard_negatives_signalled", "harmless_signalled"),
        ("hard_negatives_warned", "harmless_warned"),
    ]:
        for language in _named(messages["sets"], "heldout")["languages"]:
            _row(kind, language[name], _MESSAGES, language["language"])
    languages = {language["language"] for language in _named(messages["sets"], "heldout")["languages"]}
    ordinary = defaultdict(lambda: {"hits": 0, "of": 0})
    for source in messages["ordinary"]:
        if source["language"] not in languages:
            continue
        for part in ("hits", "of"):
            ordinary[source["language"]][part] += source["warned"][part]
    for language, share in sorted(ordinary.items()):
        _row("ordinary_message_warned", share, _MESSAGES, language)
    fresh = _named(conversations["sets"], "fresh-conversations")["all"]
    _row("risky_conversation_warned", fresh["recall"], _CONVERSATIONS)
    _row("harmless_conversation_warned", fresh["any_action"], _CONVERSATIONS)
    dialogues = _named(conversations["sets"], "ordinary dialogues")["all"]
    _row("ordinary_dialogue_warned", dialogues["any_action"], _CONVERSATIONS)
    for kind, hits, of in _PICTURE_ROWS:
        _row(kind, {"hits": hits, "of": of}, _PICTURES)
    return 0


def _named(sets: list[dict], name: str) -> dict:
    return next(entry for entry in sets if entry["name"] == name)


def _row(kind: str, share: dict, command: str, language: str | None = None) -> None:
    print("[[rates]]")
    print(f'what = "{kind}"')
    if language:
        print(f'language = "{language}"')
    print(f"hits = {share['hits']}\nof = {share['of']}\ncommand = \"{command}\"\n")


if __name__ == "__main__":
    sys.exit(main())
