#!/usr/bin/env python3
"""Writes what the project consists of as a CycloneDX 1.6 document (a software bill of materials).

sbom.py [OUT]: every crate of the command, the native library and the WebAssembly package with its
licence and the SHA-256 of its archive; the models with the SHA-256 of their files; and, in scope
`excluded`, what only building and testing fetch (crates, npm and Python packages). It has no date and
no random number: the same lock files give the same document. Checked against CycloneDX's schema.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[2]
#: What is handed out.
SHIPPED = {"himaya", "himaya-cli", "himaya-ffi", "himaya-kernels", "himaya-models", "himaya-wasm"}
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
licences = LicenseFactory()


def main() -> int:
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/himaya-sdk/himaya"))
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    sums = {(entry["name"], entry["version"]): entry.get("checksum") for entry in lock}
    for component in [*crates(sums), *models(), *node(), *python()]:
        bom.components.add(component)
    bom.metadata.timestamp = None
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1)
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        print(f"sbom: not CycloneDX: {fault}", file=sys.stderr)
        return 1
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text + "\n")
    else:
        print(text)
    shipped = sum(component.scope != ComponentScope.EXCLUDED for component in bom.components)
    print(f"sbom: {len(bom.components)} components, {shipped} of them shipped", file=sys.stderr)
    return 0


def crates(sums: dict[tuple[str, str], str | None]) -> Iterator[Component]:
    command = ["cargo", "metadata", "--locked", "--format-version", "1"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    shipped = reached(metadata)
    for package in metadata["packages"]:
        name, version = package["name"], package["version"]
        licence = (package["license"] or "").replace("/", " OR ")
        checksum = sums.get((name, version))
        yield Component(
            type=ComponentType.LIBRARY,
            name=name,
            version=version,
            bom_ref=f"cargo:{name}@{version}",
            purl=PackageURL("cargo", name=name, version=version),
            scope=scope(package["id"] in shipped),
            licenses=[licences.make_from_string(licence)] if licence else [],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
        )


def reached(metadata: dict) -> set[str]:
    """Crates that what is handed out is linked with."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    names = {package["id"]: package["name"] for package in metadata["packages"]}
    waiting = [identity for identity in metadata["workspace_members"] if names[identity] in SHIPPED]
    found: set[str] = set()
    while waiting:
        identity = waiting.pop()
        if identity in found:
            continue
        found.add(identity)
        for dependency in nodes[identity]["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                waiting.append(dependency["pkg"])
    return found


def models() -> Iterator[Component]:
    for path in sorted(ROOT.glob("models/*/*/manifest.json")):
        manifest = json.loads(path.read_text())
        for file, entry in sorted(manifest["files"].items()):
            if not file.endswith(".onnx"):
                continue
            yield Component(
                type=ComponentType.MACHINE_LEARNING_MODEL,
                name=manifest["name"],
                version=manifest["version"],
                bom_ref=f"model:{path.parent.relative_to(ROOT)}/{file}",
                scope=scope(True),
                licenses=[licences.make_from_string(manifest["license"]["spdx"])],
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=entry["sha256"])],
            )


def node() -> Iterator[Component]:
    for path in listed("package-lock.json"):
        for place, entry in json.loads(path.read_text())["packages"].items():
            if not place or entry.get("link"):
                continue
            name = entry.get("name") or place.split("node_modules/")[-1]
            group, _, short = name.rpartition("/")
            yield Component(
                type=ComponentType.LIBRARY,
                name=name,
                version=entry["version"],
                bom_ref=f"npm:{path.parent.relative_to(ROOT)}:{place}",
                purl=PackageURL("npm", namespace=group or None, name=short, version=entry["version"]),
                scope=scope(False),
            )


def python() -> Iterator[Component]:
    for path in listed("requirements*.lock"):
        for name, version in PIN.findall(path.read_text()):
            yield Component(
                type=ComponentType.LIBRARY,
                name=name,
                version=version,
                bom_ref=f"pypi:{path.relative_to(ROOT)}:{name}@{version}",
                purl=PackageURL("pypi", name=name.lower().replace("_", "-"), version=version),
                scope=scope(False),
            )


def listed(pattern: str) -> list[Path]:
    command = ["git", "ls-files", pattern, f"*/{pattern}"]
    found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return [ROOT / line for line in found.stdout.splitlines()]


def scope(shipped: bool) -> ComponentScope:
    return ComponentScope.REQUIRED if shipped else ComponentScope.EXCLUDED


if __name__ == "__main__":
    sys.exit(main())
