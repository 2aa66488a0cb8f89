"""Training: words after the teacher, then messages after their labels and the teacher."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from . import features, network
from .data import BEHAVIORS, OUTPUTS, Chat, Message
from .network import Parameters, Shape
from .noise import identities, noisy, paired, reworded, spellings, with_somebody
from .teacher import SIZE, Teacher, Verdict, plain, principal, stand_ins, vocabulary

HERE = Path(__file__).resolve().parent.parent
PEOPLE, SPELLINGS = HERE / "identities.tsv", HERE / "spellings.tsv"
BATCH = 256
# Pairs in a step that must be judged alike, and pairs prepared for each message.
TWINS, TWINS_A_MESSAGE = 128, 2
WORDS_A_BATCH = 512
VARIANTS = 4
# Texts that core reads at once.
READ_AT_ONCE = 20_000
# Reworded messages for each written one.
REWORDED = 2
# Of these, how many get a name or the like put in, how many of the rest a common word of any language.
NAMED, STRANGE, MANY = 0.4, 0.2, 30_000
# How much a target weighs: the sides, the behaviour meant, other behaviours of an indicator
# (which may well show them), behaviours of what is harmless.
SIDE, MEANT, OTHER, HARMLESS = 2.0, 1.0, 0.1, 0.5
# The same of the conversation that a message is from, and of ordinary chat, of which there is more.
CONTEXT, CONTEXT_OF_CHAT = 0.5, 0.1


@dataclass(frozen=True)
class Recipe:
    """How a network is trained."""

    shape: Shape = Shape()
    epochs: int = 5
    word_epochs: int = 8
    rate: float = 2e-3
    dropout: float = 0.1
    teacher: bool = True
    reworded: float = 2.0
    """Messages reworded and labelled by the teacher for each written one."""
    alike: float = 1.0
    """Weight of the loss that ties messages which differ by a name or a spelling only."""
    hard_negatives: bool = True
    ordinary: float = 2.0
    """Messages of ordinary chat for each written message."""
    seed: int = 20261128


@dataclass
class Examples:
    """Messages to learn from. What several wordings of one message have in common is kept once."""

    ids: np.ndarray
    target: np.ndarray
    weight: np.ndarray
    embedding: np.ndarray
    wordings: int = 1
    """How many rows of `ids`, one behind the other, share a row of the rest."""

    def rows(self, index: np.ndarray) -> tuple[np.ndarray, ...]:
        of = index // self.wordings
        return self.ids[index], self.target[of], self.weight[of], self.embedding[of]


class Drawn:
    """What an epoch learns from: some rows of several kinds of examples, in any order."""

    def __init__(self, parts: list[tuple[Examples, np.ndarray]]):
        self._examples = [examples for examples, _ in parts]
        self._part = np.repeat(np.arange(len(parts)), [len(index) for _, index in parts])
        self._index = np.concatenate([index for _, index in parts])

    def __len__(self) -> int:
        return len(self._index)

    def __getitem__(self, order: np.ndarray) -> tuple[np.ndarray, ...]:
        """Ids, targets, weights and embeddings of some, in this order."""
        part, index = self._part[order], self._index[order]
        first = self._examples[0]
        columns = [
            np.empty((len(order), *of.shape[1:]), of.dtype)
            for of in (first.ids, first.target, first.weight, first.embedding)
        ]
        for number, examples in enumerate(self._examples):
            here = part == number
            for column, rows in zip(columns, examples.rows(index[here]), strict=True):
                column[here] = rows
        return tuple(columns)


def targets(messages: list[Message]) -> tuple[np.ndarray, np.ndarray]:
    """What the outputs should be, and how much each counts."""
    target = np.zeros((len(messages), len(OUTPUTS)), np.float32)
    weight = np.full_like(target, HARMLESS)
    weight[:, OUTPUTS.index("counterpart") :] = SIDE
    weight[:, OUTPUTS.index("counterpart_context") :] = 0
    for row, weights, message in zip(target, weight, messages, strict=True):
        if message.risky is not None:
            context = OUTPUTS.index("protected_context" if message.speaker == "child" else "counterpart_context")
            row[context], weights[context] = message.risky, CONTEXT
        if message.indicator:
            meant = BEHAVIORS.index(message.behavior)
            weights[: len(BEHAVIORS)] = OTHER
            weights[meant] = MEANT
            row[meant] = 1
            row[OUTPUTS.index("protected" if message.own else "counterpart")] = 1
        weights *= message.weight
    return target, weight


def other_words(
    text: str,
    others: dict[str, list[str]],
    people: list[str],
    strange: list[str],
    rng: random.Random,
) -> str:
    """A message in other words, at times with a name or a word that has nothing to do with it:
    neither may decide. Depends on the message alone, so that its embedding can be kept."""
    text = reworded(text, others, rng)
    if rng.random() < NAMED:
        return with_somebody(text, [word.lower() for word in people], rng)
    return with_somebody(text, strange, rng) if rng.random() < STRANGE else text


class Adam:
    """Adam (Kingma & Ba 2015) with a warm-up and a cosine decay of its rate."""

    def __init__(self, parameters: Parameters, rate: float, steps: int):
        self.first = jax.tree.map(jnp.zeros_like, parameters)
        self.second = jax.tree.map(jnp.zeros_like, parameters)
        self.rate, self.steps, self.step = rate, steps, 0

    def pace(self) -> tuple[float, float]:
        self.step += 1
        decay = 0.5 * (1 + np.cos(np.pi * self.step / self.steps)) + 0.01
        return self.rate * min(1.0, self.step / 100) * decay, float(self.step)


def moved(parameters, gradient, first, second, rate, step):
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
    second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradient)
    scale = jnp.sqrt(1 - 0.999**step) / (1 - 0.9**step)
    parameters = jax.tree.map(
        lambda p, m, v: p - rate * (scale * m / (jnp.sqrt(v) + 1e-8) + 1e-5 * p),
        parameters, first, second,
    )  # fmt: skip
    return parameters, first, second


def words_apart(table, ids, vectors, weight):
    """How far words are from where the teacher has them."""
    return (weight * ((network.tokens(table, ids) - vectors) ** 2).sum(-1)).mean()


@jax.jit
def word_step(table, first, second, rate, step, ids, vectors, weight):
    gradient = jax.grad(words_apart)(table, ids, vectors, weight)
    return moved(table, gradient, first, second, rate, step)


def unlike(parameters, pairs, shape):
    """How differently pairs are judged that must be judged alike: the mean square of the
    differences between the log odds of either side."""
    odds, _ = network.forward(parameters, jnp.concatenate(pairs), shape)
    one, two = jnp.split(odds[:, len(BEHAVIORS) :], 2)
    return ((one - two) ** 2).mean()


@partial(jax.jit, static_argnames=("shape", "dropout", "teacher", "alike"))
def step(
    parameters, first, second, rate, step, batch, words, pairs, key, shape, dropout, teacher, alike
):
    ids, target, weight, embedding = batch

    def loss(parameters):
        odds, hidden = network.forward(parameters, ids, shape, key, dropout)
        lost = ((jax.nn.softplus(odds) - target * odds) * weight).sum() / ids.shape[0]
        if alike:
            lost += alike * unlike(parameters, pairs, shape)
        if teacher:
            seen = hidden @ parameters["teacher"]
            seen = seen * jax.lax.rsqrt((seen * seen).sum(-1, keepdims=True) + 1e-4)
            lost += (1 - (seen * embedding).sum(-1)).mean()
            lost += words_apart(parameters["table"], *words)
        return lost

    lost, gradient = jax.value_and_grad(loss)(parameters)
    return (*moved(parameters, gradient, first, second, rate, step), lost)


def known_words(
    words: list[str], weight: np.ndarray, embedding: np.ndarray, shape: Shape
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, vectors and weights of the words to know."""
    vectors = principal(embedding, weight**0.5, shape.columns)
    read = features.read(words).tokens
    single = np.array([len(tokens) == 1 for tokens in read])
    ids = features.ids(
        [tokens for tokens in read if len(tokens) == 1], 1, shape.rows, shape.hashes, shape.pairs
    )[:, 0]
    if shape.pairs and shape.hashes > features.PAIR:
        ids[:, features.PAIR] = 0
    weight = weight[single] ** 0.5
    return ids, vectors[single], (weight / weight.mean()).astype(np.float32)


def train(
    recipe: Recipe,
    messages: list[Message],
    chats: list[Chat],
    teacher: Teacher,
    report: Callable[[str], None],
) -> Parameters:
    """Trains on written messages, their noisy variants and ordinary chat."""
    shape, rng = recipe.shape, np.random.default_rng(recipe.seed)
    if not recipe.hard_negatives:
        messages = [message for message in messages if message.indicator]
    texts = [message.text for message in messages]
    variants = random.Random(recipe.seed)
    people = identities(PEOPLE)
    noise = [
        noisy(message.text, people.get(message.language, []), variants)
        for message in messages
        for _ in range(VARIANTS)
    ]

    def ids(of: list[str]) -> np.ndarray:
        # There are millions: not all at once as Python's numbers, and kept in half of the memory.
        parts = [
            features.ids(
                features.read(of[at : at + READ_AT_ONCE]).tokens, shape.tokens, shape.rows, shape.hashes, shape.pairs
            ).astype(np.uint16)
            for at in range(0, len(of), READ_AT_ONCE)
        ]
        return np.concatenate(parts)

    if shape.rows > np.iinfo(np.uint16).max:
        raise ValueError(f"{shape.rows} rows; rows are kept in 16 bits")
    spelt = spellings(SPELLINGS)
    pairs_of = paired(messages, TWINS_A_MESSAGE, people, spelt, variants)
    pairs = tuple(ids([pair[side] for pair in pairs_of]) for side in (0, 1))
    target, weight = targets(messages)
    embedding = teacher.embed(texts)
    clean = Examples(ids(texts), target, weight, embedding)
    noised = Examples(ids(noise), target, weight, embedding, VARIANTS)
    harmless = targets([Message("", "ordinary", "", False, "", "", None)])
    harmless[1][:, OUTPUTS.index("counterpart_context") :] = CONTEXT_OF_CHAT
    chat_texts = [chat.text for chat in chats]
    chat = Examples(
        ids(chat_texts), *(part.repeat(len(chats), 0) for part in harmless), teacher.embed(chat_texts)
    )
    languages = {message.language for message in messages}
    # Half of it by language, since most of it is English.
    by_language = Counter(chat.language for chat in chats)
    ours = np.array([(c.language in languages) / by_language[c.language] for c in chats])
    ours = ours / ours.sum() + np.array([c.language in languages for c in chats]) / sum(
        by_language[language] for language in languages
    )
    ours, others_ = ours / ours.sum(), np.array([c.language not in languages for c in chats])

    parameters = network.fresh(shape, len(OUTPUTS), SIZE, rng)
    vocabulary_, word_weight = vocabulary([*texts, *chat_texts])
    word_embedding = teacher.embed(vocabulary_)
    words = known_words(vocabulary_, word_weight, word_embedding, shape)
    chat_n, more_n = int(len(messages) * recipe.ordinary), 0
    if recipe.teacher and recipe.reworded:
        plain_texts = [plain(text) for text in texts]
        met = Counter(word for text in plain_texts for word in text.split())
        often = {word for word, times in met.items() if times > 1}
        others = stand_ins(vocabulary_, word_embedding, often)
        more = [
            other_words(text, others, people.get(message.language, []), vocabulary_[:MANY],
                        random.Random(f"{recipe.seed} {number} {text}"))
            for message, text in zip(messages, plain_texts, strict=True)
            for number in range(REWORDED)
        ]  # fmt: skip
        chat_some = rng.choice(len(chats), min(len(chats), 2 * len(texts)), replace=False)
        verdict = Verdict(
            np.concatenate([teacher.embed(plain_texts), teacher.embed([plain(chat_texts[i]) for i in chat_some])]),
            np.concatenate([target, harmless[0].repeat(len(chat_some), 0)]),
            np.concatenate([weight, harmless[1].repeat(len(chat_some), 0)]),
            recipe.seed,
        )  # fmt: skip
        more_embedding = teacher.embed(more)
        soft = 1 / (1 + np.exp(-verdict.odds(more_embedding)))
        # Where the teacher is taught, the label still counts for a half.
        soft = (soft + target.repeat(REWORDED, 0)) / 2
        taught = Examples(ids(more), soft, weight.repeat(REWORDED, 0), more_embedding)
        more_n = int(len(messages) * recipe.reworded)
        report(f"{len(others)} words with stand-ins, {len(more)} messages reworded")
    if recipe.teacher:
        parameters["table"] = learn_words(parameters["table"], words, recipe, rng, report)
    n = len(messages)
    steps = (2 * n + chat_n + more_n) // BATCH
    adam = Adam(parameters, recipe.rate, recipe.epochs * steps)
    key = jax.random.key(recipe.seed)
    for epoch in range(recipe.epochs):
        # Three parts in four of ordinary chat are of the languages that messages are written in.
        other = chat_n // 4
        drawn = np.concatenate([
            rng.choice(len(chats), chat_n - other, p=ours),
            rng.choice(np.flatnonzero(others_), other),
        ])  # fmt: skip
        some = np.arange(n)
        parts = [(clean, some), (noised, some * VARIANTS + rng.integers(0, VARIANTS, n)), (chat, drawn)]
        if more_n:
            parts.append((taught, rng.choice(len(taught.ids), more_n, replace=False)))
        whole = Drawn(parts)
        order, lost = rng.permutation(len(whole)), 0.0
        for at in range(steps):
            ids_, *rest = whole[order[at * BATCH : (at + 1) * BATCH]]
            some = rng.integers(0, len(words[0]), WORDS_A_BATCH)
            alike = rng.integers(0, len(pairs_of), TWINS)
            key, now = jax.random.split(key)
            parameters, adam.first, adam.second, loss = step(
                parameters, adam.first, adam.second, *adam.pace(),
                (ids_.astype(np.int32), *rest),
                tuple(part[some] for part in words), tuple(part[alike].astype(np.int32) for part in pairs), now,
                shape, recipe.dropout, recipe.teacher, recipe.alike,
            )  # fmt: skip
            lost += float(loss)
        report(f"epoch {epoch + 1} of {recipe.epochs}: loss {lost / steps:.3f}")
    return parameters


def learn_words(table, words, recipe: Recipe, rng: np.random.Generator, report) -> jax.Array:
    """Puts words where the teacher has them, before there is any message."""
    ids, vectors, weight = words
    batch = 4 * BATCH
    steps = len(ids) // batch
    adam = Adam(table, 2e-2, recipe.word_epochs * steps)
    for _ in range(recipe.word_epochs):
        order = rng.permutation(len(ids))
        for at in range(steps):
            some = order[at * batch : (at + 1) * batch]
            table, adam.first, adam.second = word_step(
                table, adam.first, adam.second, *adam.pace(), ids[some], vectors[some], weight[some]
            )
    apart = float(words_apart(table, ids, vectors, weight))
    spread = float((weight[:, None] * vectors**2).sum(-1).mean())
    report(f"{len(ids)} words: {apart / spread:.2f} of their variance unexplained")
    return table


@partial(jax.jit, static_argnames=("shape",))
def _odds(parameters, ids, shape):
    return network.forward(parameters, ids, shape)[0]


def odds(parameters: Parameters, tokens: list[list[list[int]]], shape: Shape) -> np.ndarray:
    """Log odds of the outputs; long messages are read in windows that overlap by half."""
    windows, owner = [], []
    for index, message in enumerate(tokens):
        start = 0
        while True:
            windows.append(message[start : start + shape.tokens])
            owner.append(index)
            if start + shape.tokens >= len(message):
                break
            start += shape.tokens // 2
    ids = features.ids(windows, shape.tokens, shape.rows, shape.hashes, shape.pairs)
    out = np.full((len(tokens), len(OUTPUTS)), -np.inf, np.float32)
    for at in range(0, len(ids), 2048):
        part = ids[at : at + 2048]
        padded = np.zeros((2048, *part.shape[1:]), np.int32)
        padded[: len(part)] = part
        found = np.asarray(_odds(parameters, padded, shape))[: len(part)]
        np.maximum.at(out, owner[at : at + 2048], found)
    return out
