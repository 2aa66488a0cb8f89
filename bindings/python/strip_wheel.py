"""Strips the library in a wheel: maturin needs its names until it has written what calls it.

    strip_wheel.py WHEEL

Needs `strip` (binutils). RECORD says the new size and checksum.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path


def stripped(library: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library")
        path.write_bytes(library)
        subprocess.run(["strip", "--strip-all", path], check=True)
        return path.read_bytes()


def line(name: str, data: bytes) -> str:
    checksum = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={checksum},{len(data)}"


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    wheel = Path(sys.argv[1])
    with zipfile.ZipFile(wheel) as old:
        files = {info: old.read(info) for info in old.infolist()}
    record = next(info for info in files if info.filename.endswith(".dist-info/RECORD"))
    [library] = [info for info in files if info.filename.endswith("libhimaya_ffi.so")]
    files[library] = stripped(files[library])
    lines = files[record].decode().splitlines()
    changed = [
        line(library.filename, files[library]) if row.startswith(f"{library.filename},") else row
        for row in lines
    ]
    if changed == lines:
        sys.exit(f"{wheel}: RECORD does not name {library.filename}, or it was stripped already")
    files[record] = "".join(f"{row}\n" for row in changed).encode()
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for info, data in files.items():
            new.writestr(info, data)


if __name__ == "__main__":
    main()
