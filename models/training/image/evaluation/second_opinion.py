"""Two models on the same harmless pictures, alone and one after the other."""

from __future__ import annotations

import statistics
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .classifier import Classifier
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
    """A model's `sensitive` sums and milliseconds, by view."""

    classifier: Classifier
    sums: list[float]
    times: list[float]

    @classmethod
    def over(cls, classifier: Classifier, pictures: list[Rgb]) -> Measured:
        measured = cls(classifier, [], [])
        for picture in pictures:
            start = time.perf_counter()
            measured.sums.append(classifier.sensitive(picture))
            measured.times.append((time.perf_counter() - start) * 1000)
        return measured


def all_views(files: list[Path]) -> list[Rgb]:
    """Every view of every picture."""
    return [rgb for file in files for _, rgb in views(read_rgb(file))]


def print_false_alarms(first: Measured, others: list[Measured], second: Measured, rule: Rule) -> bool:
    """Prints a table; whether the second opinion took away alarms and added none."""
    both = [rule.score(a, b) for a, b in zip(first.sums, second.sums, strict=True)]
    asked = sum(map(rule.asks, first.sums))
    over = "".join(f" > {threshold} |" for threshold in THRESHOLDS)
    print(f"\nfalse alarms among {len(both)} views; times with resizing, median\n")
    print(f"| Model | Bytes | ms |{over}")
    print("|---|---|---|" + "---|" * len(THRESHOLDS))
    for measured in [first, *others, second]:
        size = (measured.classifier.folder / "model.onnx").stat().st_size
        spent = f"{statistics.median(measured.times):.1f}"
        print(f"| {measured.classifier.name} | {size} | {spent} |{_counts(measured.sums)}")
    names = f"{first.classifier.name}, then {second.classifier.name}"
    print(f"| {names} | | |{_counts(both)}")
    print(f"\nthe second was asked about {asked} of them ({asked / len(both):.1%})")
    fewer = [sum(s > t for s in both) <= sum(s > t for s in first.sums) for t in THRESHOLDS]
    return all(fewer)


def _counts(sums: list[float]) -> str:
    return "".join(f" {sum(s > threshold for s in sums)} |" for threshold in THRESHOLDS)
