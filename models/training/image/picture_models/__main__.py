"""The command behind `models/training/image/build`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .artefact import differences, sha256, sums_of_folder, write_files
from .js_literal import LiteralError
from .npm_package import PackageError
from .recipes import OPTIONAL, RECIPES, recorded_sums
from .tfjs import ModelError


def main() -> int:
    arguments = _arguments()
    recipe, cache = RECIPES[arguments.model], _cache()
    try:
        artefact = recipe.build(cache)
    except (PackageError, LiteralError, ModelError) as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    files, folder = artefact.files(), recipe.folder(artefact, cache)
    for name, data in files.items():
        print(f"{sha256(data)}  {len(data):>8}  {name}")
    if not arguments.check:
        out = arguments.out or folder
        write_files({**files, **recipe.card(artefact)}, out)
        print(f"wrote {out}")
        return 0
    if recipe.embedded:
        place, expected = folder, sums_of_folder(files, folder)
    else:
        place, expected = OPTIONAL, recorded_sums(artefact)
    different = differences(files, expected, place)
    for line in different:
        print(f"build: {line}", file=sys.stderr)
    if not different:
        print(f"identical to what {place} holds")
    return 1 if different else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build", description=__doc__)
    parser.add_argument("--model", choices=sorted(RECIPES), default="mid")
    parser.add_argument(
        "--out",
        type=Path,
        help="folder to write instead of models/image/.. (mid) or models/.. in the cache",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; fail if a file is not the committed one, or not the recorded one",
    )
    return parser.parse_args()


def _cache() -> Path:
    """`build` exports HIMAYA_CACHE; the fallback is for running the module by hand."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("HIMAYA_CACHE") or Path(home) / "himaya")


if __name__ == "__main__":
    sys.exit(main())
