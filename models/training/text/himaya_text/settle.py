"""Settling: what differs by a name or a spelling only is drawn to one judgement once more, the rest held."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from . import features, network
from .data import OUTPUTS, Chat, Message
from .network import Parameters, Shape
from .noise import identities, noisy, paired, spellings
from .train import PEOPLE, SPELLINGS, moved

SEED = 20261128
BATCH, PAIRS, RATE = 384, 192, 3e-4
# Pairs prepared for each message.
TWINS_A_MESSAGE = 2
# How much a pair's difference weighs beside moving a message.
ALIKE = 6.0
SIDES = slice(OUTPUTS.index("counterpart"), OUTPUTS.index("protected") + 1)
DENSE = ("conv", "conv_bias", "dense", "dense_bias", "out", "out_bias")


@partial(jax.jit, static_argnames=("shape",))
def _step(dense, first, second, rate, step, table, held, was, pairs, shape):
    def loss(dense):
        parameters = {**dense, "table": table}
        odds, _ = network.forward(parameters, jnp.concatenate([held, *pairs]), shape)
        here, (one, two) = odds[: len(held)], jnp.split(odds[len(held) :, SIDES], 2)
        kept = ((here - was)[:, : SIDES.stop] ** 2).mean()
        return kept + ALIKE * ((one - two) ** 2).mean()

    lost, gradient = jax.value_and_grad(loss)(dense)
    return (*moved(dense, gradient, first, second, rate, step), lost)


@dataclass(frozen=True)
class Round:
    """Which pairs are drawn together, and for how long."""

    names: bool
    """Whether of names and the like too, or of spellings alone."""
    steps: int


# One after the other, each from what the one before and calibration made of it: names are so many that
# spellings are hardly met among them.
ROUNDS = Round(names=True, steps=600), Round(names=False, steps=300)


def settled(
    parameters: Parameters,
    messages: list[Message],
    chats: list[Chat],
    shape: Shape,
    how: Round,
    report: Callable[[str], None],
) -> Parameters:
    """The parameters behind the table, settled. The table stays as it is, so that it may be quantised before."""
    rng, variants = np.random.default_rng(SEED), random.Random(SEED)
    people, spelt = identities(PEOPLE), spellings(SPELLINGS)
    pairs_of = paired(messages, TWINS_A_MESSAGE, people if how.names else {}, spelt, variants)
    one, two = (features.read([pair[side] for pair in pairs_of]).tokens for side in (0, 1))
    # Whoever is spoken of is hidden from the network already.
    different = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    some = rng.choice(len(messages), min(len(messages), how.steps * BATCH // 3), replace=False)
    texts = [messages[i].text for i in some]
    texts += [noisy(messages[i].text, people.get(messages[i].language, []), variants) for i in some]
    some = rng.choice(len(chats), min(len(chats), how.steps * BATCH // 3), replace=False)
    texts += [chats[i].text for i in some]

    def ids(tokens: list[list[list[int]]]) -> np.ndarray:
        return features.ids(tokens, shape.tokens, shape.rows, shape.hashes, shape.pairs)

    held = ids(features.read(texts).tokens)
    pairs = tuple(ids([pair[side] for pair in different]) for side in (0, 1))
    table = jnp.asarray(parameters["table"])
    dense = {name: jnp.asarray(parameters[name]) for name in DENSE}
    begun = {**dense, "table": table}
    odds = jax.jit(partial(network.forward, shape=shape))
    first, second = (jax.tree.map(jnp.zeros_like, dense) for _ in range(2))
    lost = []
    for step in range(how.steps):
        batch = held[rng.integers(0, len(held), BATCH)]
        at = rng.integers(0, len(different), PAIRS)
        rate = RATE * min(1.0, (step + 1) / 50) * (1 - step / how.steps)
        dense, first, second, loss = _step(
            dense, first, second, rate, float(step + 1), table, batch, odds(begun, batch)[0],
            tuple(part[at] for part in pairs), shape,
        )  # fmt: skip
        lost.append(float(loss))
    report(f"{len(different)} pairs settled: loss {np.mean(lost[:20]):.3f} before, {np.mean(lost[-20:]):.3f} behind")
    return {**parameters, **dense}
