"""Two models on the same harmless pictures, alone and one after the other."""

from __future__ import annotations

import json
import statistics
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .classifier import Classifier, prepared
from .pictures import Rgb, read_rgb, views

#: Where findings (0.3) and the presets of models/policy/ (0.4 and 0.6) begin, and between.
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True)
class Rule:
    """models/image/second_opinion.toml."""

    asked_from: float
    asked_to: float
    harmless_below: float

    @classmethod
    def read(cls, path: Path) -> Rule:
        fields = tomllib.loads(path.read_text("utf-8"))
        return cls(**{name: fields[name] for name in cls.__annotations__})

    def asks(self, first: float) -> bool:
        return self.asked_from <= first <= self.asked_to

    def score(self, first: float, second: float) -> float:
        """What the guard makes of both sums."""
        harmless = self.asks(first) and second < self.harmless_below
        return min(first, second) if harmless else first


@dataclass
class Measured:
    """A model's `sensitive` sums and the network's milliseconds, by view."""

    classifier: Classifier
    sums: list[float]
    times: list[float]


def measured(classifiers: list[Classifier], pictures: list[Rgb]) -> list[Measured]:
    """Runs all of them on all pictures. Time is the processor's, which other work hardly moves."""
    results = [Measured(classifier, [], []) for classifier in classifiers]
    for picture in pictures:
        inputs: dict[str, NDArray[np.float32]] = {}
        for result in results:
            config = result.classifier.input
            key = json.dumps(config)
            if key not in inputs:
                inputs[key] = prepared(picture, config)
            start = time.process_time()
            found = result.classifier.run(inputs[key])
            result.times.append((time.process_time() - start) * 1000)
            result.sums.append(result.classifier.sum_of("sensitive", found))
    return results


def all_views(files: list[Path]) -> list[Rgb]:
    """Every view of every picture."""
    return [rgb for file in files for _, rgb in views(read_rgb(file))]


def print_false_alarms(first: Measured, others: list[Measured], second: Measured, rule: Rule) -> bool:
    """Prints a table; whether the second opinion took away alarms and added none."""
    both = [rule.score(a, b) for a, b in zip(first.sums, second.sums, strict=True)]
    asked = sum(map(rule.asks, first.sums))
    over = "".join(f" > {threshold} |" for threshold in THRESHOLDS)
    print(f"\nfalse alarms among {len(both)} views; time of the network alone, median\n")
    print(f"| Model | Bytes | ms |{over}")
    print("|---|---|---|" + "---|" * len(THRESHOLDS))
    for model in [first, *others, second]:
        size = (model.classifier.folder / "model.onnx").stat().st_size
        spent = f"{statistics.median(model.times):.1f}"
        print(f"| {model.classifier.name} | {size} | {spent} |{_counts(model.sums)}")
    names = f"{first.classifier.name}, then {second.classifier.name}"
    print(f"| {names} | | |{_counts(both)}")
    print(f"\nthe second was asked about {asked} of them ({asked / len(both):.1%})")
    fewer = [sum(s > t for s in both) <= sum(s > t for s in first.sums) for t in THRESHOLDS]
    return all(fewer)


def _counts(sums: list[float]) -> str:
    return "".join(f" {sum(s > threshold for s in sums)} |" for threshold in THRESHOLDS)
