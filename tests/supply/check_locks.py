#!/usr/bin/env python3
"""Checks that everything which is fetched has a lock file that says its hash.

Each requirements*.txt has a lock beside it with the same pins and a SHA-256 of every package; each
package.json that depends on something has a package-lock.json with the integrity of every package;
each crate comes from crates.io with a checksum. Prints what is missing; ends with a count.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
CRATES = "registry+https://github.com/rust-lang/crates.io-index"


def main() -> int:
    faults: list[str] = []
    checked = 0
    for path in files("requirements*.txt"):
        checked += 1
        faults += pip(path)
    for path in files("package.json"):
        package = json.loads(path.read_text())
        if any(package.get(kind) for kind in ("dependencies", "devDependencies")):
            checked += 1
            faults += npm(path)
    checked += 1
    faults += cargo(ROOT / "Cargo.lock")
    for fault in faults:
        print(f"check_locks: {fault}", file=sys.stderr)
    print(f"{checked} lists of packages, {len(faults)} faults")
    return 1 if faults else 0


def files(pattern: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", pattern, f"*/{pattern}"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [ROOT / line for line in listed.stdout.splitlines()]


def pip(path: Path) -> list[str]:
    lock, name = path.with_suffix(".lock"), path.relative_to(ROOT)
    if not lock.is_file():
        return [f"{name} has no lock; run tests/supply/lock"]
    text = lock.read_text()
    locked = {normal(package): version for package, version in PIN.findall(text)}
    faults = [
        f"{name}: {package}=={version} is not what its lock says"
        for package, version in PIN.findall(path.read_text())
        if locked.get(normal(package)) != version
    ]
    # A package and the lines that go on behind it.
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text):
        if PIN.match(entry) and "--hash=sha256:" not in entry:
            faults.append(f"{lock.relative_to(ROOT)}: {entry.split()[0]} has no hash")
    return faults


def normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def npm(path: Path) -> list[str]:
    lock = path.with_name("package-lock.json")
    if not lock.is_file():
        return [f"{path.relative_to(ROOT)} has no package-lock.json; run tests/supply/lock"]
    return [
        f"{lock.relative_to(ROOT)}: {name} has no hash, or is not from the registry that is set"
        for name, entry in json.loads(lock.read_text())["packages"].items()
        if name
        and not entry.get("link")
        and not ("integrity" in entry and "resolved" not in entry)
    ]


def cargo(lock: Path) -> list[str]:
    packages = tomllib.loads(lock.read_text())["package"]
    return [
        f"Cargo.lock: {package['name']} has no checksum, or is not from crates.io"
        for package in packages
        if "source" in package and not (package["source"] == CRATES and "checksum" in package)
    ]


if __name__ == "__main__":
    sys.exit(main())
