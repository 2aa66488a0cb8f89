"""The contexts: whether what a side says stands in a risky conversation, whatever it shows."""

from functools import partial

import jax
import numpy as np

from . import features, network
from .data import OUTPUTS, Message
from .evaluate import logistic
from .network import Shape

BATCH = 2048


@partial(jax.jit, static_argnames=("shape",))
def _hidden(parameters, ids, shape):
    return network.forward(parameters, ids, shape)[1]


def hidden(parameters: network.Parameters, texts: list[str], shape: Shape) -> np.ndarray:
    """The hidden layer of messages, of long ones that of their beginning."""
    tokens = [message[: shape.tokens] for message in features.read(texts).tokens]
    found = []
    for at in range(0, len(tokens), BATCH):
        part = features.ids(tokens[at : at + BATCH], shape.tokens, shape.rows, shape.hashes, shape.pairs)
        padded = np.zeros((BATCH, *part.shape[1:]), np.int32)
        padded[: len(part)] = part
        found.append(np.asarray(_hidden(parameters, padded, shape))[: len(part)])
    return np.concatenate(found)


def fitted(
    parameters: network.Parameters, messages: list[Message], shape: Shape
) -> tuple[np.ndarray, np.ndarray]:
    """The last layer with the columns of both contexts fitted anew, on messages of conversations alone: training
    also tells them from ordinary chat, which is far easier and teaches nothing for conversations."""
    weights, bias = np.array(parameters["out"]), np.array(parameters["out_bias"])
    messages = [message for message in messages if message.risky is not None]
    if not messages:
        return weights, bias
    found = hidden(parameters, [message.text for message in messages], shape)
    mean, spread = found.mean(0), found.std(0) + 1e-2
    for side, child in (("counterpart_context", False), ("protected_context", True)):
        of = np.array([(message.speaker == "child") == child for message in messages])
        truth = np.array([bool(message.risky) for message in messages])[of]
        *slopes, shift = logistic((found[of] - mean) / spread, truth)
        column, slopes = OUTPUTS.index(side), np.array(slopes) / spread
        weights[:, column], bias[column] = slopes, shift - (slopes * mean).sum()
    return weights.astype(np.float32), bias.astype(np.float32)
