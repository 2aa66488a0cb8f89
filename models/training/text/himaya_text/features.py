"""Features, made by core itself: `himaya features`."""

import json
import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

# As `MAX_HASHES` of core/src/text/features.rs.
HASHES = 24
# Place of the hash of a token with the one before it.
PAIR = 1
HERE = Path(__file__).resolve().parent.parent
IDENTITY_TERMS, FILLERS = HERE / "identity_terms", HERE / "fillers.tsv"
# Arabic writes `and` and `to` as one word with what follows; `to` swallows the first letter of the article.
ARABIC_CLITICS = ("و", "ل")
ARABIC_ARTICLE = "ال"


@dataclass(frozen=True)
class Read:
    """What core sees of messages."""

    tokens: list[list[list[int]]]
    """Of each message the hashes of each token, identity terms left out."""
    rules: list[list[dict]]
    """Of each message the rules that it meets."""


def read(texts: list[str]) -> Read:
    """What the classifier is shown of messages, and the rules that they meet."""
    tokens, rules = _ask(texts)
    hidden = identity_terms()
    return Read([[token for token in message if token[0] not in hidden] for message in tokens], rules)


def _ask(texts: list[str]) -> tuple[list[list[list[int]]], list[list[dict]]]:
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    answer = subprocess.run(
        [os.environ["HIMAYA_BIN"], "features"], input=lines.encode(), stdout=subprocess.PIPE, check=True
    )
    answers = [json.loads(line) for line in answer.stdout.splitlines()]
    if len(answers) != len(texts):
        raise RuntimeError(f"himaya features answered {len(answers)} of {len(texts)} lines")
    return [a["tokens"] for a in answers], [a["rules"] for a in answers]


def identity_words(folder: Path = IDENTITY_TERMS) -> list[str]:
    """Names, nationalities and religions of every list, the Arabic ones also with their clitics."""
    words: dict[str, None] = {}
    for path in sorted(folder.glob("*.txt")):
        for word in path.read_text(encoding="utf-8").split():
            words[word] = None
            if path.stem == "ar":
                words |= dict.fromkeys(_with_clitics(word))
    return list(words)


def _with_clitics(word: str) -> list[str]:
    """A name, or a people with its article, behind `and` and `to`."""
    bare = word.removeprefix(ARABIC_ARTICLE)
    return [
        "لل" + bare if clitic == "ل" and bare != word else clitic + word for clitic in ARABIC_CLITICS
    ]


@cache
def identity_terms() -> frozenset[int]:
    """Hashes of the tokens that say who somebody is and nothing else."""
    return _hashed(identity_words())


def filler_words(path: Path = FILLERS) -> list[str]:
    """What people put before or behind what they say, of every language."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return list(dict.fromkeys(word for line in lines for word in line.split("\t")[1].split()))


def fillers() -> frozenset[int]:
    """Hashes of the tokens without which a message is read too."""
    return _hashed(filler_words())


def _hashed(words: list[str]) -> frozenset[int]:
    """Hashes of words that are one token."""
    tokens, _ = _ask(words)
    return frozenset(message[0][0] for message in tokens if len(message) == 1)


def rows_of(token: list[int], rows: int, hashes: int, pairs: bool) -> list[int]:
    """The rows of the table that a token is made of; row 0 is for padding."""
    used = token if pairs else token[:PAIR] + token[PAIR + 1 :]
    return [hash_ % (rows - 1) + 1 for hash_ in used[:hashes]]


def ids(tokens: list[list[list[int]]], size: int, rows: int, hashes: int, pairs: bool) -> np.ndarray:
    """[messages, size, hashes] rows, cut or padded with 0 to `size` tokens."""
    out = np.zeros((len(tokens), size, hashes), np.int32)
    for message, found in zip(out, tokens, strict=True):
        for token, row in zip(message, found):
            of = rows_of(row, rows, hashes, pairs)
            token[: len(of)] = of
    return out


def said(rules: list[dict], own: bool) -> tuple[float, bool]:
    """Weight of the strongest rule that holds for a side, and whether a guard silenced one."""
    other = "counterpart" if own else "protected"
    held = [rule for rule in rules if rule["direction"] != other]
    weights = [rule["weight"] for rule in held if not rule["guarded"]]
    return max(weights, default=0.0), any(rule["guarded"] for rule in held)
