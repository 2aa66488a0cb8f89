"""The command behind `models/training/image/build`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .artefact import build_files, differences, sha256, write_files
from .js_literal import LiteralError
from .npm_package import PackageError, fetch
from .recipes import RECIPES
from .tfjs import ModelError

_MODELS = Path(__file__).resolve().parents[3] / "image"


def main() -> int:
    arguments = _arguments()
    recipe = RECIPES[arguments.model]
    committed = _MODELS / f"{recipe.name}-{recipe.version}"
    try:
        files = build_files(recipe, fetch(recipe.package, _cache()))
    except (PackageError, LiteralError, ModelError) as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    for name, data in files.items():
        print(f"{sha256(data)}  {len(data):>8}  {name}")
    if not arguments.check:
        write_files(files, arguments.out or committed)
        print(f"wrote {arguments.out or committed}")
        return 0
    different = differences(files, committed)
    for line in different:
        print(f"build: {line}", file=sys.stderr)
    if not different:
        print(f"identical to {committed}")
    return 1 if different else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build", description=__doc__)
    parser.add_argument("--model", choices=sorted(RECIPES), default="mid")
    parser.add_argument("--out", type=Path, help="folder to write instead of models/image/..")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a committed file differs"
    )
    return parser.parse_args()


def _cache() -> Path:
    """`build` exports HIMAYA_CACHE; the fallback is for running the module by hand."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("HIMAYA_CACHE") or Path(home) / "himaya")


if __name__ == "__main__":
    sys.exit(main())
