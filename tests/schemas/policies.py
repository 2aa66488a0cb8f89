"""Policies and locks."""

from __future__ import annotations

import tomllib
from typing import Any

from common import ROOT, accepted, changed, fault, printed, schema

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
    (["delay"], {"rows": [{"ages": ["13-15"], "hours": {"calm": 9, "soon": 9, "today": 9, "now": 9}}]}),
    (["contest", "min_contests"], 1),
    (["contest", "max_raise"], 0.9),
    (["contest", "categories"], ["sextortion"]),
    (["leniency"], [{"category": "known_image", "raise": 0.1}]),
]


def checks() -> list[str]:
    policy, lock = schema("policy"), schema("policy-lock")
    found = []
    for preset in _PRESETS:
        file = ROOT / f"models/policy/{preset}.toml"
        found.append(fault(policy, tomllib.loads(file.read_text("utf-8")), file.name))
        found.append(fault(policy, printed("policy", "show", "--json", preset), preset))
        found.append(fault(lock, printed("policy", "lock", preset), f"lock of {preset}"))
    child = printed("policy", "show", "--json", "child")
    for path, value in _WRONG_POLICIES:
        found.append(accepted(policy, changed(child, path, value), f"{path} = {value!r}"))
    return found
