#!/usr/bin/env python3
"""Compares a converted model with tests/golden/images.json and counts its false alarms.

The golden file was made with one model; any other has only its false alarms counted.
Run it through `models/training/image/evaluate`, which makes the environment and the
pictures. All pictures are harmless, so each alarm is a false one; recall is not measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import onnxruntime

from evaluation.classifier import Classifier
from evaluation.pictures import CROP, pixel_sha256, read_rgb, views

_ROOT = Path(__file__).resolve().parents[3]
THRESHOLDS = (0.3, 0.5, 0.7)


def main() -> int:
    arguments = _arguments()
    classifier = Classifier(arguments.model)
    reference = json.loads(arguments.golden.read_text("utf-8"))
    golden, tolerance = reference["pictures"], reference["tolerance"]
    engine = f"onnxruntime {onnxruntime.__version__}"
    print(f"{classifier.name} on {engine}, {len(golden)} harmless pictures")
    faults: list[str] = []
    if classifier.name == reference["model"]:
        faults = _print_agreement(classifier, golden, tolerance, arguments.pictures)
        _print_top_classes(golden)
    _print_false_alarms(classifier, golden, arguments.pictures)
    for fault in faults:
        print(f"evaluate: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _print_agreement(
    classifier: Classifier,
    golden: list[dict[str, Any]],
    tolerance: dict[str, float],
    folder: Path,
) -> list[str]:
    """Prints the largest difference to the original model; returns what is out of bounds."""
    faults: list[str] = []
    largest = {False: 0.0, True: 0.0}
    changed = 0
    other_pixels = 0
    for entry in golden:
        rgb = read_rgb(folder / entry["file"])
        same_pixels = pixel_sha256(rgb) == entry["sha256"]
        if not same_pixels:
            other_pixels += 1
            if not entry["lossy"]:
                faults.append(f"{entry['file']}: decoded to other pixels than the reference")
        found = classifier.classify(rgb)
        difference = max(abs(found[name] - p) for name, p in entry["probabilities"].items())
        largest[entry["lossy"]] = max(largest[entry["lossy"]], difference)
        if difference > tolerance["lossless" if same_pixels else "lossy"]:
            faults.append(f"{entry['file']}: differs from the original by {difference:.1e}")
        sensitive = classifier.sum_of("sensitive", found)
        changed += sum((sensitive > t) != (entry["sensitive"] > t) for t in THRESHOLDS)
    lossy = sum(entry["lossy"] for entry in golden)
    print(
        f"agreement with tfjs, {len(golden) - lossy} lossless pictures: "
        f"largest difference {largest[False]:.1e}"
    )
    print(
        f"agreement with tfjs, {lossy} JPEGs ({other_pixels} decoded to other pixels here): "
        f"largest difference {largest[True]:.1e}"
    )
    print(f"decisions (sensitive > {', '.join(map(str, THRESHOLDS))}) that differ: {changed}")
    return faults


def _print_top_classes(golden: list[dict[str, Any]]) -> None:
    """Shows why decisions rest on class sums: photographs often have the top class Drawing."""
    packaged = [e["probabilities"] for e in golden if e["origin"] != "synthetic"]
    tops = Counter(max(probabilities, key=probabilities.get) for probabilities in packaged)
    counts = ", ".join(f"{count} {name}" for name, count in tops.most_common())
    print(f"top classes of the {len(packaged)} packaged pictures: {counts}")


def _print_false_alarms(classifier: Classifier, golden: list[dict[str, Any]], folder: Path) -> None:
    """Counts views over each threshold, apart for drawn and packaged pictures."""
    print(f"views: whole, mirrored, five crops of {CROP:.0%} of the sides")
    for label, drawn in (("drawn", True), ("packaged", False)):
        entries = [e for e in golden if (e["origin"] == "synthetic") == drawn]
        sums: list[tuple[float, str]] = []
        for entry in entries:
            for view, rgb in views(read_rgb(folder / entry["file"])):
                sensitive = classifier.sum_of("sensitive", classifier.classify(rgb))
                sums.append((sensitive, f"{entry['file']} ({view})"))
        counts = ", ".join(f"{sum(s > t for s, _ in sums)} > {t}" for t in THRESHOLDS)
        print(f"false alarms, {len(entries)} {label} pictures, {len(sums)} views: {counts}")
        for sensitive, name in sorted(sums, reverse=True):
            if sensitive > THRESHOLDS[0]:
                print(f"  {sensitive:.3f}  {name}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pictures", type=Path, help="folder made by make_pictures.py")
    parser.add_argument("--model", type=Path, default=_ROOT / "models/image/mobilenet-v2-mid-4.4.0")
    parser.add_argument("--golden", type=Path, default=_ROOT / "tests/golden/images.json")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
