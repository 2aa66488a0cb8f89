"""What the checks share: schemas, the command, values with one field changed."""

from __future__ import annotations

import json
import os
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]


def schema(name: str) -> Draft202012Validator:
    """A published schema, itself checked."""
    text = (ROOT / f"docs/schemas/{name}.schema.json").read_text("utf-8")
    value = json.loads(text)
    Draft202012Validator.check_schema(value)
    return Draft202012Validator(value)


def run(*arguments: str, statuses: tuple[int, ...] = (0,)) -> str:
    """What the command prints."""
    command = [os.environ["HIMAYA_BIN"], *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode not in statuses:
        raise SystemExit(f"tests/schemas/check: {arguments}: {done.stderr}")
    return done.stdout


def printed(*arguments: str) -> Any:
    """What the command prints as JSON."""
    return json.loads(run(*arguments))


def fault(validator: Draft202012Validator, value: Any, name: str) -> str:
    """What does not fit, or nothing."""
    errors = validator.iter_errors(value)
    return "; ".join(f"{name}: {error.json_path}: {error.message}" for error in errors)


def accepted(validator: Draft202012Validator, value: Any, name: str) -> str:
    """A fault if the schema accepts what Himaya refuses or never prints."""
    return f"the schema accepts {name}" if validator.is_valid(value) else ""


def changed(value: Any, path: list[str | int], new: Any) -> Any:
    """A copy of `value` with the field at `path` set."""
    copy = deepcopy(value)
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = new
    return copy
