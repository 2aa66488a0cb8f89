#!/usr/bin/env python3
"""Compares the picture models that Himaya knows, and a second opinion, on harmless pictures.

Run it through `models/training/image/evaluate --compare`, which builds the optional models. All
pictures are harmless, so each alarm is a false one. By how much a second opinion lowers recall
is not measured.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from itertools import compress
from pathlib import Path

import onnxruntime

from evaluation.classifier import Classifier
from evaluation.command import milliseconds, score_images
from evaluation.package import OriginalPackage, scores
from evaluation.pictures import is_animated, read_rgb
from evaluation.second_opinion import Rule, all_views, measured, print_false_alarms

_ROOT = Path(__file__).resolve().parents[3]
#: What the same pixels may differ by between our way and that of open_nsfw's package.
TOLERANCE = 1e-4
#: JPEG decoders differ by a few levels a pixel.
LOSSY_TOLERANCE = 0.02


def main() -> int:
    arguments = _arguments()
    cache = Path(os.environ["HIMAYA_CACHE"])
    golden = json.loads((_ROOT / "tests/golden/images.json").read_text("utf-8"))["pictures"]
    files = [arguments.pictures / entry["file"] for entry in golden]
    lossy = [entry["lossy"] for entry in golden]
    rule = Rule.read(_ROOT / "models/image/second_opinion.toml")
    packs = [_ROOT / "models/image/mobilenet-v2-mid-4.4.0", *arguments.packs]
    first, *others, second = map(Classifier, packs)
    print(f"{len(files)} harmless pictures, onnxruntime {onnxruntime.__version__}, one thread")

    faults = _package(second, files, cache)
    results = measured([first, *others, second], all_views(files))
    if not print_false_alarms(results[0], results[1:-1], results[-1], rule):
        faults.append("the second opinion added false alarms")
    if arguments.command:
        faults += _command(arguments.command, (first, second), rule, files, lossy)
        for pack in packs:
            loaded, ran = milliseconds(arguments.command, pack)
            print(f"himaya, {pack.name}: loaded in {loaded:.0f} ms, a picture in {ran:.1f} ms")
    for fault in faults:
        print(f"evaluate: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _package(second: Classifier, files: list[Path], cache: Path) -> list[str]:
    """Our preparation of open_nsfw's input against that of the package it comes from."""
    pictures = [read_rgb(file) for file in files]
    package = OriginalPackage(second.folder / "model.onnx", cache)
    plain = scores(package.classifier(jpeg_round_trip=False), pictures)
    ours = [second.sensitive(picture) for picture in pictures]
    largest = max(abs(a - b) for a, b in zip(ours, plain, strict=True))
    print(f"agreement with {package.name}, same preprocessing: largest difference {largest:.1e}")
    by_default = scores(package.classifier(jpeg_round_trip=True), pictures)
    moved = max(abs(a - b) for a, b in zip(by_default, plain, strict=True))
    print(f"its JPEG round trip, which it does unless told not to, moves a score by {moved:.1e}")
    return [f"{second.name} differs from {package.name}"] if largest > TOLERANCE else []


def _command(
    himaya: Path,
    models: tuple[Classifier, Classifier],
    rule: Rule,
    files: list[Path],
    lossy: list[bool],
) -> list[str]:
    """The command with both models against onnxruntime and the rule as written here.

    Stills alone: of an animation the command looks at every frame.
    """
    faults: list[str] = []
    stills = [not is_animated(file) for file in files]
    files, lossy = list(compress(files, stills)), list(compress(lossy, stills))
    largest = {False: 0.0, True: 0.0}
    first, second = models
    alone = score_images(himaya, files, "--image-model", second.folder)
    both = score_images(himaya, files, "--second-image-model", second.folder)
    asked = 0
    for file, lossy_, a, b in zip(files, lossy, alone, both, strict=True):
        rgb = read_rgb(file)
        sums = first.sensitive(rgb), second.sensitive(rgb)
        tolerance = LOSSY_TOLERANCE if lossy_ else TOLERANCE
        difference = abs(a["sensitive"] - sums[1])
        largest[lossy_] = max(largest[lossy_], difference)
        if difference > tolerance:
            faults.append(f"{file.name}: {second.name} differs by {difference:.1e} in himaya")
        if abs(b["sensitive"] - rule.score(*sums)) > tolerance:
            faults.append(f"{file.name}: himaya makes {b['sensitive']} of {sums}")
        if (len(b["models"]) == 2) != rule.asks(sums[0]) or b["status"] != "complete":
            faults.append(f"{file.name}: asked {b['models']}, {b['status']}, of {sums[0]}")
        asked += len(b["models"]) == 2
    print(
        f"himaya's {second.name} against onnxruntime: largest difference {largest[False]:.1e} "
        f"(lossless), {largest[True]:.1e} (JPEG); asked second about {asked} of {len(files)}"
    )
    if not asked:
        faults.append("no picture was shown to the second model")
    return faults


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pictures", type=Path, help="folder made by make_pictures.py")
    parser.add_argument("packs", type=Path, nargs="+", help="other models; the last is asked second")
    parser.add_argument("--command", type=Path, help="a `himaya` to try on the same pictures")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
