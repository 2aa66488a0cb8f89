"""The course of a conversation: the recurrent network of core/src/conversation/course.rs, trained.

It sees what core says is present after each message, in its order, and says after each whether a warning is due: from the
mark of a risky conversation on it is, before it is not, and in harmless ones never. The state is rounded in training as in use.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

# As in core: numbers of the state, and the steps in which they are kept; the most that the log odds count.
STATES, STEPS, MOST = 16, 127.0, 8.0
# How much the kinds of conversation weigh.
SHARES = {
    "risky": 1.0, "risky spread": 0.15, "harmless": 2.0, "harmless spread": 0.2, "ordinary": 2.0, "chained": 0.08,
}  # fmt: skip
# What a message of a risky conversation weighs: the marked one and the one behind it, those before, those after.
DUE, EARLY, LATE = 0.5, 0.05, 0.08
# Sequences up to this long are learnt from in every epoch, of longer ones this share.
SHORT, OF_LONG = 40, 0.12
EPOCHS, BATCH, RATE, DROPOUT, SHRINKAGE = 12, 64, 4e-3, 0.1, 1e-4
# Digits that numbers are written with.
DIGITS = 3

Parameters = dict[str, jax.Array]


@dataclass
class Sequence:
    """What one counterpart's conversation is like after each message that it heard."""

    inputs: np.ndarray
    due: np.ndarray
    """Whether a warning is due, 0 or 1."""
    weight: np.ndarray
    """What each message weighs; 0 where nothing is known."""


def sequence(inputs: np.ndarray, kind: str, mark: int | None) -> Sequence:
    """`mark` is the number of the marked message among these, from 0; none where a warning is never due."""
    at = np.arange(len(inputs))
    if mark is None:
        return Sequence(inputs, np.zeros(len(at), np.float32), np.full(len(at), SHARES[kind] / len(at), np.float32))
    weight = np.where(at < mark, EARLY, np.where(at <= mark + 1, DUE, LATE))
    return Sequence(inputs, (at >= mark).astype(np.float32), (SHARES[kind] * weight).astype(np.float32))


def sigmoid(x: jax.Array) -> jax.Array:
    return 0.5 + 0.5 * tanh(0.5 * x)


def tanh(x: jax.Array) -> jax.Array:
    """As in core."""
    x = jnp.clip(x, -4.97, 4.97)
    square = x * x
    above = x * (135135.0 + square * (17325.0 + square * (378.0 + square)))
    below = 135135.0 + square * (62370.0 + square * (3150.0 + square * 28.0))
    return jnp.clip(above / below, -1.0, 1.0)


def fresh(inputs: int, key: jax.Array) -> Parameters:
    """Parameters to start from; the update gate holds what is there."""
    one, two, three = jax.random.split(key, 3)

    def dense(key: jax.Array, rows: int, columns: int) -> jax.Array:
        return jax.random.normal(key, (rows, columns)) / rows**0.5

    return {
        "weights": dense(one, inputs, 3 * STATES),
        "recurrent": dense(two, STATES, 3 * STATES),
        "bias": jnp.zeros(3 * STATES).at[STATES : 2 * STATES].set(1.0),
        "odds": 0.5 * dense(three, STATES, 1)[:, 0],
        "direct": jnp.zeros(inputs),
        "constant": jnp.full((), -2.0),
    }


def odds(parameters: Parameters, inputs: jax.Array) -> jax.Array:
    """Log odds after each message: [conversations, messages] of [conversations, messages, inputs]."""
    now = inputs @ parameters["weights"] + parameters["bias"]

    def step(state: jax.Array, now: jax.Array) -> tuple[jax.Array, jax.Array]:
        before = state @ parameters["recurrent"]
        reset, update, _ = jnp.split(sigmoid(now + before), 3, axis=-1)
        new = tanh(now[:, 2 * STATES :] + reset * before[:, 2 * STATES :])
        held = update * state + (1 - update) * new
        # Rounded, with the gradient of what is not.
        state = held + jax.lax.stop_gradient(jnp.round(held * STEPS) / STEPS - held)
        return state, state

    _, states = jax.lax.scan(step, jnp.zeros((len(inputs), STATES)), now.transpose(1, 0, 2))
    of_state = states.transpose(1, 0, 2) @ parameters["odds"]
    return of_state + inputs @ parameters["direct"] + parameters["constant"]


@jax.jit
def moved(parameters, first, second, rate, number, inputs, due, weight, key):
    """Parameters after a step of Adam (Kingma & Ba 2015), and its means."""
    kept = jax.random.bernoulli(key, 1 - DROPOUT, (len(inputs), 1, inputs.shape[2]))

    def loss(parameters):
        found = odds(parameters, inputs * kept)
        lost = ((jax.nn.softplus(found) - due * found) * weight).sum() / len(inputs)
        return lost + SHRINKAGE * sum((values**2).sum() for values in parameters.values())

    gradient = jax.grad(loss)(parameters)
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
    second = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradient)
    scale = jnp.sqrt(1 - 0.999**number) / (1 - 0.9**number)
    parameters = jax.tree.map(
        lambda p, m, v: p - rate * scale * m / (jnp.sqrt(v) + 1e-8), parameters, first, second
    )
    return parameters, first, second


@dataclass
class Packed:
    """Sequences of like length in one array, the shorter ones filled up with what weighs nothing."""

    inputs: np.ndarray
    due: np.ndarray
    weight: np.ndarray

    @staticmethod
    def of(sequences: list[Sequence], length: int) -> "Packed":
        shape = len(sequences), length
        inputs = np.zeros((*shape, sequences[0].inputs.shape[1] if sequences else 0), np.float32)
        due, weight = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        for row, one in enumerate(sequences):
            size = len(one.inputs)
            inputs[row, :size], due[row, :size], weight[row, :size] = one.inputs, one.due, one.weight
        return Packed(inputs, due, weight)


def packed(sequences: list[Sequence]) -> list[tuple[Packed, float]]:
    """Short ones and long ones, each with the share that an epoch learns from."""
    short = [one for one in sequences if len(one.inputs) <= SHORT]
    long = [one for one in sequences if len(one.inputs) > SHORT]
    longest = max((len(one.inputs) for one in long), default=0)
    return [(Packed.of(short, SHORT), 1.0), (Packed.of(long, longest), OF_LONG)]


def trained(sequences: list[Sequence], seed: int) -> Parameters:
    """A network that learnt from these; the weights of each kind are to sum up to its share before."""
    parts = packed(sequences)
    rng, key = np.random.default_rng(seed), jax.random.key(seed)
    parameters = fresh(sequences[0].inputs.shape[1], key)
    first = second = jax.tree.map(jnp.zeros_like, parameters)
    sizes = [int(len(part.inputs) * share) // BATCH for part, share in parts]
    steps, number = EPOCHS * sum(sizes), 0
    for _ in range(EPOCHS):
        batches = [
            (part, some)
            for (part, _), size in zip(parts, sizes, strict=True)
            for some in rng.permutation(len(part.inputs))[: size * BATCH].reshape(size, BATCH)
        ]
        for at in rng.permutation(len(batches)):
            part, some = batches[at]
            number += 1
            rate = RATE * 0.5 * (1 + np.cos(np.pi * number / steps))
            key, now = jax.random.split(key)
            parameters, first, second = moved(
                parameters, first, second, rate, float(number), part.inputs[some], part.due[some], part.weight[some], now
            )
    return {name: jnp.asarray(np.round(np.asarray(values), DIGITS)) for name, values in parameters.items()}


def judge(parameters: Parameters) -> Callable[[list[np.ndarray]], list[np.ndarray]]:
    """What a network says after each message of conversations."""
    run = jax.jit(partial(odds, parameters))

    def judged(conversations: list[np.ndarray]) -> list[np.ndarray]:
        found: list[np.ndarray] = [np.zeros(0)] * len(conversations)
        order = sorted(range(len(conversations)), key=lambda at: len(conversations[at]))
        for start in range(0, len(order), 4 * BATCH):
            some = order[start : start + 4 * BATCH]
            longest = len(conversations[some[-1]])
            length = SHORT if longest <= SHORT else -(-longest // 128) * 128
            inputs = np.zeros((4 * BATCH, length, conversations[some[0]].shape[1]), np.float32)
            for row, at in enumerate(some):
                inputs[row, : len(conversations[at])] = conversations[at]
            said = np.clip(np.asarray(run(inputs)), -MOST, MOST)
            for row, at in enumerate(some):
                found[at] = said[row, : len(conversations[at])]
        return found

    return judged


def written(parameters: Parameters | None, names: list[str]) -> list[str]:
    """The lines of a weights file; one that says nothing without parameters."""

    def row(values: np.ndarray) -> str:
        return " ".join(f"{value + 0.0:.{DIGITS}f}".rstrip("0").rstrip(".") for value in np.round(values, DIGITS))

    if parameters is None:
        names = []
        gates, states = np.zeros(3 * STATES), np.zeros(STATES)
        parameters = {
            "weights": np.zeros((0, 3 * STATES)), "recurrent": np.zeros((STATES, 3 * STATES)), "bias": gates,
            "odds": states, "direct": np.zeros(0), "constant": np.zeros(()),
        }  # fmt: skip
    values = {name: np.asarray(of) for name, of in parameters.items()}
    return [
        "inputs = [",
        *(f'  "{name}",' for name in names),
        "]",
        "weights = [",
        *(f'  "{row(of)}",' for of in values["weights"]),
        "]",
        "recurrent = [",
        *(f'  "{row(of)}",' for of in values["recurrent"]),
        "]",
        *(f'{name} = "{row(values[name])}"' for name in ("bias", "odds", "direct")),
        f"constant = {float(values['constant']):.{DIGITS}f}",
    ]
