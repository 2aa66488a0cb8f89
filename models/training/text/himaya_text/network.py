"""The student: hashed n-grams -> embedding bag -> convolution -> pooling -> dense -> scores."""

from dataclasses import dataclass, replace

import jax
import jax.numpy as jnp
import numpy as np

Parameters = dict[str, jax.Array]


@dataclass(frozen=True)
class Shape:
    """What a network looks like."""

    rows: int = 53_000
    """Rows of the embedding table; row 0 is for padding."""
    columns: int = 32
    hidden: int = 128
    hashes: int = 24
    """Hashes of a token that are used."""
    pairs: bool = False
    """Whether the hash of a token with the one before it is used."""
    convolution: bool = True
    """Whether three neighbouring tokens are looked at together, rather than their sum alone."""
    tokens: int = 32

    def smaller(self, **change: object) -> "Shape":
        return replace(self, **change)


def fresh(shape: Shape, outputs: int, teacher: int, rng: np.random.Generator) -> Parameters:
    """Parameters to start from (He initialisation)."""

    def dense(fan_in: int, fan_out: int, gain: float = 2.0) -> jax.Array:
        values = rng.normal(size=(fan_in, fan_out)) * (gain / fan_in) ** 0.5
        return jnp.asarray(values.astype(np.float32))

    n, hidden = shape.columns, shape.hidden
    table = rng.normal(size=(shape.rows, n)).astype(np.float32) * 0.02
    parameters = {"table": jnp.asarray(table)}
    pooled = n
    if shape.convolution:
        parameters |= {"conv": dense(3 * n, hidden), "conv_bias": jnp.zeros(hidden)}
        pooled = 2 * hidden
    return parameters | {
        "dense": dense(pooled, hidden),
        "dense_bias": jnp.zeros(hidden),
        "out": dense(hidden, outputs, 0.5),
        "out_bias": jnp.full(outputs, -2.0),
        "teacher": dense(hidden, teacher),
    }


def tokens(table: jax.Array, ids: jax.Array) -> jax.Array:
    """Token vectors: the sum of a token's rows over the root of their number."""
    used = (ids > 0).astype(jnp.float32)[..., None]
    number = jnp.maximum(used.sum(-2), 1.0)
    return (table[ids] * used).sum(-2) / jnp.sqrt(number)


def forward(
    parameters: Parameters,
    ids: jax.Array,
    shape: Shape,
    key: jax.Array | None = None,
    dropout: float = 0.0,
) -> tuple[jax.Array, jax.Array]:
    """Log odds of the outputs, and the hidden layer. With a key, some hashes, tokens and pooled
    values are left out at random."""
    if key is not None:
        hashes, whole, values = jax.random.split(key, 3)
        kept = jax.random.bernoulli(hashes, 1 - dropout, ids.shape)
        kept &= jax.random.bernoulli(whole, 1 - dropout, (*ids.shape[:2], 1))
        ids = jnp.where(kept, ids, 0)
    vectors = tokens(parameters["table"], ids)
    real = (ids > 0).any(-1, keepdims=True).astype(jnp.float32)
    number = jnp.maximum(real.sum(1), 1.0)
    if shape.convolution:
        none = jnp.zeros_like(vectors[:, :1])
        before = jnp.concatenate([none, vectors[:, :-1]], 1)
        after = jnp.concatenate([vectors[:, 1:], none], 1)
        near = jnp.concatenate([before, vectors, after], -1)
        found = jax.nn.relu(near @ parameters["conv"] + parameters["conv_bias"]) * real
        pooled = jnp.concatenate([found.max(1), found.sum(1) / number], -1)
    else:
        pooled = vectors.sum(1) / number
    if key is not None:
        pooled = pooled * jax.random.bernoulli(values, 0.8, pooled.shape) / 0.8
    hidden = jax.nn.relu(pooled @ parameters["dense"] + parameters["dense_bias"])
    return hidden @ parameters["out"] + parameters["out_bias"], hidden


def quantized(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The table as int8 and a scale a column; of some scales those with the least squared
    error, since few values are large."""
    largest = np.abs(table).max(0)
    best, scale = np.full(table.shape[1], np.inf), largest / 127
    for share in (1.0, 0.8, 0.6, 0.5, 0.4, 0.3):
        tried = np.maximum(largest * share / 127, 1e-9)
        error = ((np.clip(np.rint(table / tried), -127, 127) * tried - table) ** 2).sum(0)
        better = error < best
        best, scale = np.where(better, error, best), np.where(better, tried, scale)
    codes = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    codes[0] = 0
    return codes, scale.astype(np.float32)
