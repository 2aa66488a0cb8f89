#!/usr/bin/env python3
"""Holds the published schemas against what Himaya prints, ships and refuses. Run `check`."""

from __future__ import annotations

import sys

import policies
import reports


def main() -> int:
    checks = [*policies.checks(), *reports.checks()]
    faults = [fault for fault in checks if fault]
    for fault in faults:
        print(f"tests/schemas/check: {fault}", file=sys.stderr)
    print(f"{len(checks) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
