"""Calibration and the fusion with the rules, fitted on messages held apart from training."""

from dataclasses import dataclass

import numpy as np

from .data import OUTPUTS
from .evaluate import logistic, probability

# What the classifier alone may signal at most: of hard negatives, and of ordinary chat, in which
# every language counts alike. Rules signal some by themselves.
HARD_NEGATIVES, ORDINARY = 0.06, 0.003
# What doubting rules may cost: of the indicators that rules signal.
DOUBTED = 0.01
COUNTERPART, PROTECTED = OUTPUTS.index("counterpart"), OUTPUTS.index("protected")


@dataclass(frozen=True)
class Seen:
    """What classifier and rules say of messages, of one side."""

    odds: np.ndarray
    rule: np.ndarray
    """Weight of the strongest rule, 0 for none."""
    vetoed: np.ndarray
    """Whether a guard silenced a rule."""


@dataclass(frozen=True)
class Side:
    """As `SideFusion` of core/src/text/classifier.rs."""

    bias: float
    model: float
    rule: float
    signal_at: float
    doubt_below: float

    def fused(self, seen: Seen) -> np.ndarray:
        return probability(self.bias + self.model * seen.odds + self.rule * seen.rule)

    def by_model(self, seen: Seen) -> np.ndarray:
        """Which messages the classifier signals by itself."""
        return (self.fused(seen) >= self.signal_at) & (seen.rule == 0) & ~seen.vetoed

    def by_rule(self, seen: Seen) -> np.ndarray:
        """Which messages the rules signal, undoubted."""
        return (seen.rule > 0) & (self.fused(seen) >= self.doubt_below)

    def signalled(self, seen: Seen) -> np.ndarray:
        return self.by_model(seen) | self.by_rule(seen)


def platt(odds: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Slope and shift that make log odds honest (Platt 1999)."""
    slope, shift = logistic(odds[:, None], truth)
    return float(slope), float(shift)


def fit(seen: Seen, truth: np.ndarray, chat: Seen, chat_weight: np.ndarray) -> Side:
    """Fits one side on labelled messages and on ordinary chat, whose messages are weighted."""
    model, rule, bias = logistic(np.c_[seen.odds, seen.rule], truth)
    side = Side(float(bias), float(model), float(rule), 1.0, 0.0)
    fused, alone = side.fused(seen), (seen.rule == 0) & ~seen.vetoed

    def bound(values: np.ndarray, weight: np.ndarray, share: float) -> float:
        """The lowest bound that at most `share` of the weight reaches."""
        order = np.argsort(-values)
        reached = np.cumsum(weight[order]) > share * weight.sum()
        return float(values[order][reached.argmax()]) if reached.any() else 0.0

    harmless = np.flatnonzero(~truth)
    alone_chat = np.where((chat.rule == 0) & ~chat.vetoed, side.fused(chat), 0.0)
    signal_at = max(
        bound(np.where(alone, fused, 0.0)[harmless], np.ones(len(harmless)), HARD_NEGATIVES),
        bound(alone_chat, chat_weight, ORDINARY),
        0.5,
    )
    signal_at = min(np.nextafter(np.float32(signal_at), np.float32(1)), np.float32(0.999))
    found = np.sort(fused[truth & (seen.rule > 0)])
    doubt = float(found[int(DOUBTED * len(found))]) if len(found) else 0.0
    return Side(side.bias, side.model, side.rule, float(signal_at), doubt)
