"""Measures, with their intervals."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

RESAMPLED = 1000
BINS = 10
Z = 1.959964


def auc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Area under the ROC curve; ties count half."""
    sorted_ = np.sort(negative)
    below = np.searchsorted(sorted_, positive, "left")
    upto = np.searchsorted(sorted_, positive, "right")
    return float(((below + upto) / 2).mean() / len(negative))


def auc_interval(positive: np.ndarray, negative: np.ndarray) -> tuple[float, float]:
    """95 % of 1,000 bootstrap samples."""
    rng = np.random.default_rng(1)
    values = [
        auc(rng.choice(positive, len(positive)), rng.choice(negative, len(negative)))
        for _ in range(RESAMPLED)
    ]
    low, high = np.quantile(values, (0.025, 0.975))
    return float(low), float(high)


@dataclass(frozen=True)
class Share:
    """A share with Wilson's 95 % interval."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / max(self.of, 1)

    @property
    def interval(self) -> tuple[float, float]:
        n, p = max(self.of, 1), self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * (p * (1 - p) / n + Z * Z / (4 * n * n)) ** 0.5
        return max(middle - half, 0.0), min(middle + half, 1.0)

    @staticmethod
    def count(which: np.ndarray) -> "Share":
        return Share(int(which.sum()), len(which))


def calibration(probability: np.ndarray, truth: np.ndarray) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017), and of each
    bin what was said, what was true, and how many."""
    bin_ = np.minimum((probability * BINS).astype(int), BINS - 1)
    error, rows = 0.0, []
    for index in range(BINS):
        inside = bin_ == index
        if inside.any():
            said, true = float(probability[inside].mean()), float(truth[inside].mean())
            rows.append((said, true, int(inside.sum())))
            error += inside.mean() * abs(said - true)
    return float(error), rows


def logistic(inputs: np.ndarray, truth: np.ndarray, weight: np.ndarray | None = None) -> np.ndarray:
    """Coefficients and bias of a logistic regression, next to unpenalised."""
    inputs = np.c_[inputs, np.ones(len(inputs))].astype(np.float64)
    weight = np.ones(len(inputs)) if weight is None else weight

    def loss(coefficients: np.ndarray) -> tuple[float, np.ndarray]:
        odds = inputs @ coefficients
        lost = (weight * np.logaddexp(0, np.where(truth, -odds, odds))).sum()
        error = weight * (1 / (1 + np.exp(-odds)) - truth)
        penalty = 1e-3 * coefficients
        return lost + penalty @ coefficients / 2, inputs.T @ error + penalty

    return minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x


def probability(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(odds, -60, 60)))
