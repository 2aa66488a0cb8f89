"""Compares `himaya hash` with the reference (PyPI pdqhash) on the same decoded bytes."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pdqhash
from PIL import Image

from pictures import SIZES, Array, drawn, handled, photographs

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "core/src/image/pdq/golden.txt"


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares PDQ hashes with the reference.")
    parser.add_argument("--shrunk", action="store_true", help="measure shrunk pictures")
    parser.add_argument("--time", action="store_true", help="time the reference at 512x512")
    parser.add_argument("--golden", action="store_true", help="write golden.txt")
    options = parser.parse_args()
    if options.golden:
        GOLDEN.write_text(golden())
        return 0
    if options.time:
        print(f"pdqhash (Python, C++ inside), 512x512: {reference_time():.2f} ms")
    if options.shrunk:
        measure_shrunk()
        return 0
    failed = compare()
    return 1 if failed else 0


def rgb(pixels: Array) -> Array:
    """As the reference wants them."""
    return np.ascontiguousarray(np.dstack([pixels] * 3) if pixels.ndim == 2 else pixels)


def hexadecimal(bits: Array) -> str:
    return f"{int(''.join(str(bit) for bit in bits), 2):064x}"


def hashed(files: list[Path], *options: str) -> list[dict]:
    command = [os.environ["HIMAYA_BIN"], "hash", "--json", *options, *map(str, files)]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [json.loads(line) for line in lines.splitlines()]


def compare() -> int:
    random = np.random.default_rng(20)
    found: list[tuple[str, Array]] = [
        (f"{name}-{width}x{height}", pixels)
        for width, height in SIZES
        for name, pixels in drawn(width, height, random)
    ]
    found += [
        (f"{name}-{way}", np.asarray(picture))
        for name, photograph in photographs()
        for way, picture in handled(photograph)
    ]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, (name, pixels) in enumerate(found):
            kind = "bmp" if number % 3 == 2 else "png"
            files.append(Path(folder) / f"{number:04}-{name}.{kind}")
            Image.fromarray(pixels).save(files[-1])
        ours, all_eight = hashed(files, "--unshrunk"), hashed(files, "--dihedral")
        default = hashed(files)
    passed = failed = 0
    for (name, pixels), one, eight, usual in zip(found, ours, all_eight, default, strict=True):
        bits, quality = pdqhash.compute(rgb(pixels))
        eight_bits, eight_quality = pdqhash.compute_dihedral(rgb(pixels))
        expected = hexadecimal(bits), quality, [hexadecimal(b) for b in eight_bits], eight_quality
        got = one["hash"], one["quality"], eight["hashes"], eight["quality"]
        # No picture here is so large that it is shrunk.
        if got == expected and (usual["hash"], usual["quality"]) == expected[:2]:
            passed += 1
        else:
            failed += 1
            print(f"FAILED {name}: {got} instead of {expected}")
    print(f"{passed} passed, {failed} failed")
    return failed


def measure_shrunk() -> None:
    """Distances to both ways in which the reference is used, over photographs above 768."""
    sizes = [(1024, 768), (1080, 1920), (1333, 999), (1600, 1200), (2048, 1536), (4000, 3000)]
    unshrunk, reader, between = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, photograph in photographs():
            for width, height in sizes:
                file = Path(folder) / f"{name}-{width}x{height}.bmp"
                picture = photograph.resize((width, height), Image.Resampling.LANCZOS)
                picture.save(file)
                ours = int(hashed([file])[0]["hash"], 16)
                file.unlink()
                pixels = rgb(np.asarray(picture))
                bits, quality = pdqhash.compute(pixels)
                if quality < 50:
                    continue
                whole = int(hexadecimal(bits), 16)
                # CImg's `resize` without further arguments takes the nearest pixel.
                rows, columns = np.arange(512) * height // 512, np.arange(512) * width // 512
                small = np.ascontiguousarray(pixels[rows][:, columns])
                shrunk = int(hexadecimal(pdqhash.compute(small)[0]), 16)
                unshrunk.append((ours ^ whole).bit_count())
                reader.append((ours ^ shrunk).bit_count())
                between.append((whole ^ shrunk).bit_count())
    for name, distances in [
        ("himaya, shrunk to 768, and pdqhash, unshrunk", unshrunk),
        ("himaya, shrunk to 768, and the reference's reader, shrunk to 512", reader),
        ("pdqhash, unshrunk, and the reference's reader, shrunk to 512", between),
    ]:
        print(
            f"{name}: {len(distances)} pictures, mean {np.mean(distances):.1f}, median "
            f"{np.median(distances):.0f}, 95th percentile {np.percentile(distances, 95):.0f}, "
            f"largest {max(distances)} bits"
        )


def reference_time() -> float:
    pixels = np.random.default_rng(1).integers(0, 256, (512, 512, 3), dtype=np.uint8)
    times = []
    for _ in range(30):
        started = time.perf_counter()
        pdqhash.compute(pixels)
        times.append(time.perf_counter() - started)
    return 1000 * sorted(times)[len(times) // 2]


def golden() -> str:
    """Vectors for cargo: pictures that `picture` in core/src/image/pdq/mod.rs makes too."""
    sizes = [
        (5, 5, 3), (5, 7, 3), (7, 5, 1), (8, 64, 3), (63, 64, 3), (64, 63, 4), (64, 64, 3),
        (65, 64, 1), (100, 75, 3), (127, 129, 3), (128, 128, 2), (129, 127, 3), (200, 150, 4),
        (256, 256, 1), (300, 40, 3), (320, 240, 3), (383, 511, 1), (400, 17, 3), (512, 512, 3),
        (511, 300, 1), (96, 96, 3), (6, 500, 3), (4, 9, 3), (1, 1, 3),
    ]  # fmt: skip
    lines = [
        "# width height channels seed quality hash dihedral-hashes: PyPI pdqhash 0.2.8 on the pictures of",
        "# `picture` in mod.rs. Written by tests/pdq/run --golden.",
    ]
    for seed, (width, height, channels) in enumerate(sizes, 1):
        state, value, out = seed, 128, bytearray()
        for _ in range(width * height * channels):
            state = (state * 1_664_525 + 1_013_904_223) & 0xFFFF_FFFF
            value = min(255, max(0, value + (state >> 24) % 61 - 30))
            out.append(value)
        pixels = np.frombuffer(bytes(out), dtype=np.uint8).reshape(height, width, channels)
        pixels = rgb(pixels[:, :, 0]) if channels < 3 else rgb(pixels[:, :, :3])
        bits, quality = pdqhash.compute(pixels)
        hashes = [bits, *pdqhash.compute_dihedral(pixels)[0]]
        numbers = map(str, [width, height, channels, seed, quality])
        lines.append(" ".join([*numbers, *map(hexadecimal, hashes)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
