"""Messages that the project wrote, ordinary chat, and how they are parted for testing."""

import csv
import hashlib
import json
import tomllib
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BEHAVIORS = (
    "age_query", "personal_info_query", "alone_query", "secrecy", "isolation",
    "flattery_maturity", "gift_offer", "platform_switch", "meeting", "photo_request",
    "reciprocity_pressure", "romance_declaration", "guilt_manipulation", "testing_boundaries",
    "threat_sextortion", "coercion_selfharm", "bullying", "personal_info_disclosure", "refusal",
    "distress",
)  # fmt: skip
# Said by the protected child.
OWN = frozenset(("personal_info_disclosure", "refusal", "distress"))
# The network's outputs: what is shown; whether either side shows anything; and whether what either side says stands
# in a risky conversation rather than in a harmless one, whatever it shows.
OUTPUTS = (*BEHAVIORS, "counterpart", "protected", "counterpart_context", "protected_context")
# Paraphrases across files and languages: the teacher's cosine from which on two are one idea.
SAME_IDEA = 0.8
# How much a message of a conversation counts: it is what the classifier will read.
CONVERSATIONS = 2.0
TENTHS = 10
TEST, CALIBRATION = (0,), (1,)


@dataclass(frozen=True)
class Message:
    language: str
    behavior: str
    """A behaviour, or `ordinary`."""
    idea: str
    indicator: bool
    speaker: str
    text: str
    dialect: str | None
    weight: float = 1.0
    """How much it counts in training."""
    risky: bool | None = None
    """Whether the conversation that it is from is risky; None for a message by itself, and for what others say in a
    group."""

    @property
    def own(self) -> bool:
        """Whether it is an indicator that the protected child says."""
        return self.indicator and self.behavior in OWN


@dataclass(frozen=True)
class Chat:
    """A message of ordinary chat."""

    language: str
    source: str
    dialog: str
    text: str


def written(folder: Path) -> list[Message]:
    """All messages under data/<language>/<behaviour>.tsv."""
    messages = []
    for path in sorted(folder.glob("*/*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
                if row["label"] not in ("+", "-") or not row["text"]:
                    raise ValueError(f"{path}:{line}: a line needs a label (+ or -) and a text")
                messages.append(
                    Message(path.parent.name, path.stem, row["idea"], row["label"] == "+",
                            row["from"], row["text"], row.get("dialect"))
                )
    unknown = {m.behavior for m in messages} - set(BEHAVIORS) - {"ordinary"}
    if unknown:
        raise ValueError(f"no such behaviours: {sorted(unknown)}")
    return messages


def examples(lexicon: Path, development: Path) -> list[Message]:
    """The rules' examples and counter-examples, and the messages that rules were written with:
    to learn from, never to measure with, since the rules know them."""
    found = []
    for path in sorted(lexicon.glob("*.toml")):
        for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rules", []):
            behavior = rule.get("behavior") or rule.get("category")
            if behavior not in BEHAVIORS:
                continue
            for key, indicator in (("examples", True), ("counter_examples", False)):
                found += [
                    Message(path.stem, behavior, "", indicator, "", text, None)
                    for text in rule.get(key, [])
                ]
    for path in sorted(development.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            indicator = row["label"] == "indicator"
            behavior = (row.get("behavior") if indicator else row.get("near")) or "ordinary"
            if behavior in BEHAVIORS or not indicator:
                found.append(Message(path.stem, behavior, "", indicator, "", row["text"], None))
    seen: set[tuple[str, str]] = set()
    return [
        m for m in found
        if not ((key := (m.language, m.text.casefold())) in seen or seen.add(key))
    ]  # fmt: skip


def half(conversation: str) -> int:
    """The half, 0 or 1, that a conversation falls into by its name."""
    return zlib.crc32(conversation.encode()) % 2


def conversations(folder: Path, of: int | None = None) -> list[Message]:
    """The messages of <language>.jsonl, conversations with tags: to learn from only; all, or those of one half. `shows`
    is an indicator; whatever else is said, also what only sounds like one (`near`), is harmless."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            conversation = json.loads(line)
            if of is not None and half(conversation["id"]) != of:
                continue
            for message in conversation["messages"]:
                behavior = message.get("shows") or message.get("near") or "ordinary"
                own = message["from"] == "child"
                if behavior not in (*BEHAVIORS, "ordinary"):
                    raise ValueError(f"{path}: no such behaviour: {behavior}")
                if "shows" in message and own != (behavior in OWN):
                    continue
                speaker = "child" if own else "other"
                part = own or message["from"] == conversation.get("of", message["from"])
                found.append(
                    Message(path.stem, behavior, "", "shows" in message, speaker, message["text"],
                            None, CONVERSATIONS, conversation["label"] == "risky" if part else None)
                )
    return found


def ordinary(folder: Path) -> list[Chat]:
    """Ordinary chat: <source>.<language>.txt, a message a line, or .jsonl, a dialog a line."""
    chats, seen = [], set()
    for path in sorted(folder.iterdir()):
        source, language, ending = path.name.rsplit(".", 2)
        for line in path.read_text(encoding="utf-8").splitlines():
            if ending == "txt":
                found = [(line, line.strip())]
            else:
                dialog = json.loads(line)
                found = [(dialog["id"], message["text"].strip()) for message in dialog["messages"]]
            for dialog, text in found:
                if text and text not in seen:
                    seen.add(text)
                    chats.append(Chat(language, source, dialog, text))
    return chats


def tenth(name: str) -> int:
    """A number from 0 to 9 that depends on the name alone."""
    return hashlib.sha256(name.encode()).digest()[0] % TENTHS


def ideas(messages: list[Message], embeddings: np.ndarray) -> list[int]:
    """The tenth that each message belongs to, the same for all paraphrases of one idea.

    Paraphrases are what the writers numbered alike and what the teacher holds for alike,
    also across languages (single linkage).
    """
    parent = list(range(len(messages)))

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(a: int, b: int) -> None:
        parent[find(b)] = find(a)

    first: dict[tuple[str, str, str], int] = {}
    for index, message in enumerate(messages):
        key = (message.language, message.behavior, message.idea)
        join(first.setdefault(key, index), index)
    for start in range(0, len(messages), 1000):
        alike = embeddings[start : start + 1000] @ embeddings.T > SAME_IDEA
        for a, b in zip(*np.nonzero(alike), strict=True):
            if start + a < b:
                join(start + int(a), int(b))
    return [tenth(messages[find(index)].text) for index in range(len(messages))]
