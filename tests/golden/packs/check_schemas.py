#!/usr/bin/env python3
"""Holds the published schemas against packs. Run it through `check_schemas`.

`refused.json` says of each refusal whether the schema alone accepts it: what depends on two
fields or on the network itself only Himaya sees.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[2]


def main() -> int:
    manifests = _schema("model-manifest")
    configs = _schema("picture-model-config")
    faults: list[str] = []
    packs = [*(_ROOT / "models/image").glob("*/"), *_HERE.glob("*/")]
    packs = [pack for pack in packs if (pack / "manifest.json").is_file()]
    for pack in packs:
        faults += _faults(manifests, _read(pack / "manifest.json"), pack / "manifest.json")
        faults += _faults(configs, _read(pack / "config.json"), pack / "config.json")
    for pack in (_ROOT / "models/text").glob("*/"):
        faults += _faults(manifests, _read(pack / "manifest.json"), pack / "manifest.json")
    cases = _read(_HERE / "refused.json")
    for case in cases:
        config = _merged(_read(_HERE / case["pack"] / "config.json"), case["config"])
        if configs.is_valid(config) != case["schema"]:
            faults.append(f"the schema takes the case `{case['reason']}` otherwise")
    for fault in faults:
        print(f"check_schemas: {fault}", file=sys.stderr)
    print(f"{len(packs)} packs fit the schemas, {len(cases)} cases of refused.json are as stated")
    return 1 if faults else 0


def _schema(name: str) -> Draft202012Validator:
    schema = _read(_ROOT / f"docs/schemas/{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _faults(schema: Draft202012Validator, value: Any, path: Path) -> list[str]:
    return [f"{path}: {error.message}" for error in schema.iter_errors(value)]


def _merged(target: Any, patch: Any) -> Any:
    """JSON Merge Patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = _merged(merged.get(key), value)
    return merged


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
