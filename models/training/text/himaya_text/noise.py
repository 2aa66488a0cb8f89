"""Noisy variants of messages: what fingers and evaders make of words."""

import random
from pathlib import Path

from .data import Message

LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"}
VOWELS = set("aeiouyäöüéèáíóúı")
# Share of a message's words that are replaced when it is reworded.
REPLACED = 0.3


def identities(path: Path) -> dict[str, list[str]]:
    """Names, nationalities and religions by language, from `identities.tsv`."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.split("\t") for line in lines)
    return {language: words.replace("|", " ").split() for language, words in pairs}


def spellings(path: Path) -> dict[str, dict[str, list[str]]]:
    """Words by language, each with other ways to write it, from `spellings.tsv`."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        language, words = line.split("\t")
        for word in words.split():
            found.setdefault(language, {}).setdefault(word, []).extend(words.split())
    return found


def noisy(text: str, people: list[str], rng: random.Random) -> str:
    """One variant, the same for the same state of `rng`. `people` are names, nationalities and
    religions: they are put to indicators and harmless messages alike, so that they say nothing."""
    letters = [index for index, char in enumerate(text) if char.isalpha()]
    if not letters:
        return text
    chars, words = list(text), text.split(" ")
    long = [index for index, word in enumerate(words) if len(word) > 3]
    kind = rng.choices(
        ("people", "swapped", "dropped", "stretched", "leet", "apart", "vowels", "capitals"),
        (50, 15, 15, 15, 15, 10, 10, 5),
    )[0]
    at = rng.choice(letters)
    if kind == "people" and people:
        return with_somebody(text, people, rng)
    if kind == "swapped" and at + 1 < len(chars):
        chars[at], chars[at + 1] = chars[at + 1], chars[at]
    elif kind == "dropped":
        del chars[at]
    elif kind == "stretched":
        chars[at] *= rng.randint(3, 5)
    elif kind == "leet":
        able = [index for index in letters if chars[index].lower() in LEET]
        for index in rng.sample(able, min(len(able), 2)):
            chars[index] = LEET[chars[index].lower()]
    elif kind == "apart" and long:
        at = rng.choice(long)
        words[at] = rng.choice(" .-").join(words[at])
        return " ".join(words)
    elif kind == "vowels" and long:
        at = rng.choice(long)
        words[at] = words[at][0] + "".join(c for c in words[at][1:] if c.lower() not in VOWELS)
        return " ".join(words)
    elif kind == "capitals":
        return text.upper()
    return "".join(chars)


def with_somebody(text: str, people: list[str], rng: random.Random) -> str:
    """The message with one of `people` at its begin, at its end or within."""
    words = text.split(" ")
    words.insert(rng.choice((0, len(words), rng.randint(0, len(words)))), rng.choice(people))
    return " ".join(words)


def somebody(people: list[str], rng: random.Random) -> str:
    """One of `people`, or as often a name that nobody has: the begin of one and the end of
    another, so that names never met count as little as those listed."""
    first, second = rng.choice(people), rng.choice(people)
    if rng.random() < 0.5:
        return first
    return first[: (len(first) + 1) // 2] + second[len(second) // 2 :].lower()


def twins(
    text: str, people: list[str], spelt: dict[str, list[str]], rng: random.Random
) -> tuple[str, str] | None:
    """Two messages that must be judged alike: the message with two different people at one place,
    with and without somebody, or in two spellings."""
    words = text.split(" ")
    able = [index for index, word in enumerate(words) if word.lower() in spelt]
    if able and rng.random() < 0.4:
        other = list(words)
        for index in rng.sample(able, rng.randint(1, len(able))):
            other[index] = rng.choice(spelt[words[index].lower()])
        return text, " ".join(other)
    if not people:
        return None
    at = rng.choice((0, len(words), rng.randint(0, len(words))))
    one, two = ([*words[:at], somebody(people, rng), *words[at:]] for _ in range(2))
    return (" ".join(one), " ".join(two) if rng.random() < 0.7 else text)


def paired(
    messages: list[Message],
    times: int,
    people: dict[str, list[str]],
    spelt: dict[str, dict[str, list[str]]],
    rng: random.Random,
) -> list[tuple[str, str]]:
    """Up to so many pairs of each message that must be judged alike."""
    return [
        pair
        for message in messages
        for _ in range(times)
        if (pair := twins(message.text, people.get(message.language, []),
                          spelt.get(message.language, {}), rng))
    ]  # fmt: skip


def reworded(text: str, stand_ins: dict[str, list[str]], rng: random.Random) -> str:
    """The message with some of its words replaced by others that mean nearly the same."""
    words = text.split()
    able = [index for index, word in enumerate(words) if word in stand_ins]
    some = {index for index in able if rng.random() < REPLACED} or set(able[:1])
    return " ".join(
        rng.choice(stand_ins[word]) if index in some else word for index, word in enumerate(words)
    )
