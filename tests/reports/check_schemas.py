#!/usr/bin/env python3
"""Holds the published schemas against what the command prints. Run it through `check_schemas`."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_ROOT = Path(__file__).resolve().parents[2]
_CHATS = "examples/data/chats"
_PICTURE = "examples/data/pictures/cat.webp"
_EVERYTHING = [
    *["--attach", _PICTURE, "--include", "messages,people,file-names,contacts"],
    *["--states", "minorToMinorInteraction", "--when", "2026-11-20T18:30:00Z"],
    *["--statement", "please look at this"],
]


def main() -> int:
    command = sys.argv[1]
    reports, drafts = _schema("transparency-report"), _schema("report-draft")
    faults: list[str] = []
    count = 0

    def check(schema: Draft202012Validator, name: str, arguments: list[str]) -> Any:
        nonlocal count
        count += 1
        value = json.loads(_run(command, arguments))
        faults.extend(f"{name}: {error.message}" for error in schema.iter_errors(value))
        return value

    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/ledger.json"
        _run(command, ["check", _CHATS, _PICTURE, "--ledger", ledger], (0, 1))
        transparency = ["transparency", ledger, ledger, "--json"]
        report = check(reports, "report", transparency)
        check(reports, "report in Arabic", [*transparency, "--lang", "ar"])
        check(reports, "report without small counts", [*transparency, "--at-least", "5"])
        weeks = ["--from", "2020-W01", "--to", "2099-W01"]
        noised = check(reports, "shared report", [*transparency, *weeks, "--epsilon", "1"])

    draft = None
    for chat in sorted((_ROOT / _CHATS).iterdir()):
        arguments = ["report-draft", str(chat), "--request-by", "guardian"]
        check(drafts, chat.name, arguments)
        draft = check(drafts, chat.name, [*arguments, *_EVERYTHING])
    check(drafts, "picture", ["report-draft", _PICTURE, "--request-by", "child"])

    refused = [
        (reports, _with(report, ["counts", "total", "text"], "x"), "a report with a field more"),
        (reports, _with(noised, ["by_week"], {}), "weeks in a shared report"),
        (drafts, _with(draft, ["filed"], True), "a draft that was filed"),
        (drafts, _with(draft, ["bytes"], "x"), "a draft with a field more"),
        (
            drafts,
            _with(draft, ["fileDetails", 0, "value", "industryClassification"], "A1"),
            "a picture classified by a guardian",
        ),
        (
            drafts,
            _with(
                draft,
                ["incidentSummary", "reportAnnotations", "minorToMinorInteraction", "derived"],
                True,
            ),
            "a derived annotation that only a person may state",
        ),
    ]
    faults += [f"the schema accepts {name}" for schema, value, name in refused if schema.is_valid(value)]
    for fault in faults:
        print(f"check_schemas: {fault}", file=sys.stderr)
    print(f"{count} reports and drafts fit the schemas, {len(refused)} wrong ones do not")
    return 1 if faults else 0


def _run(command: str, arguments: list[str], statuses: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run([command, *arguments], cwd=_ROOT, capture_output=True, text=True)
    if done.returncode not in statuses:
        sys.exit(f"check_schemas: {arguments}: {done.stderr}")
    return done.stdout


def _with(value: Any, path: list[str | int], new: Any) -> Any:
    changed = copy.deepcopy(value)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = new
    return changed


def _schema(name: str) -> Draft202012Validator:
    schema = json.loads((_ROOT / f"docs/schemas/{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


if __name__ == "__main__":
    sys.exit(main())
