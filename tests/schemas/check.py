#!/usr/bin/env python3
"""Holds the published schemas against what Himaya prints, ships and refuses. Run `check`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_ROOT = Path(__file__).resolve().parents[2]
_PRESETS = ("child", "teen", "adult", "school")

# What Himaya refuses of a policy (core/src/policy/mod.rs tests the same): where, and with what.
_WRONG_POLICIES: list[tuple[list[str | int], Any]] = [
    (["schema_version"], 9),
    (["name"], "Child!"),
    (["on_failure"], "ajar"),
    (["on_fialure"], "open"),
    (["intervention"], "loud"),
    (["rows", 0, "at"], 1.5),
    (["rows", 0, "action"], "explode"),
    (["rows", 0, "min_severity"], 8),
    (["rows", 0, "ages"], []),
    (["rows", 0, "ages"], ["6-9", "6-9"]),
    (["contest", "min_contests"], 1),
    (["contest", "max_raise"], 0.9),
    (["contest", "categories"], ["sextortion"]),
    (["leniency"], [{"category": "known_image", "raise": 0.1}]),
]


def main() -> int:
    checks = [*_policies()]
    faults = [fault for fault in checks if fault]
    for fault in faults:
        print(f"tests/schemas/check: {fault}", file=sys.stderr)
    print(f"{len(checks) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


def _policies() -> list[str]:
    schema, lock = _schema("policy"), _schema("policy-lock")
    checks = []
    for preset in _PRESETS:
        file = _ROOT / f"models/policy/{preset}.toml"
        checks.append(_fault(schema, tomllib.loads(file.read_text("utf-8")), file.name))
        checks.append(_fault(schema, _himaya("policy", "show", "--json", preset), preset))
        checks.append(_fault(lock, _himaya("policy", "lock", preset), f"lock of {preset}"))
    for path, value in _WRONG_POLICIES:
        policy = _himaya("policy", "show", "--json", "child")
        refused = not schema.is_valid(_with(policy, path, value))
        checks.append("" if refused else f"the schema accepts {path} = {value!r}")
    return checks


def _schema(name: str) -> Draft202012Validator:
    schema = json.loads((_ROOT / f"docs/schemas/{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _himaya(*arguments: str) -> Any:
    """What the command prints as JSON."""
    command = [os.environ["HIMAYA_BIN"], *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, cwd=_ROOT)
    return json.loads(printed.stdout)


def _fault(schema: Draft202012Validator, value: Any, name: str) -> str:
    errors = [f"{name}: {error.json_path}: {error.message}" for error in schema.iter_errors(value)]
    return "; ".join(errors)


def _with(value: Any, path: list[str | int], new: Any) -> Any:
    """A copy of `value` with the field at `path` set."""
    changed = deepcopy(value)
    place = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = new
    return changed


if __name__ == "__main__":
    sys.exit(main())
