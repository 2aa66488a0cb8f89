"""Picture files to 8-bit RGB as the Rust core defines it, and the views taken of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import png
from numpy.typing import NDArray
from PIL import Image

#: [height, width, 3]
Rgb = NDArray[np.uint8]

#: Side of a cropped view as a part of the picture's side.
CROP = 0.6
#: Where a crop lies: 0 at the left or top, 1 at the right or bottom.
_CROPS = {
    "centre": (0.5, 0.5),
    "top left": (0.0, 0.0),
    "top right": (1.0, 0.0),
    "bottom left": (0.0, 1.0),
    "bottom right": (1.0, 1.0),
}


def read_rgb(path: Path) -> Rgb:
    """The first frame; alpha is dropped, 16 bits become 8 as (v + 128) / 257."""
    data = path.read_bytes()
    if data[1:4] == b"PNG" and data[24] == 16:
        # Pillow keeps only the upper byte of 16-bit colours.
        width, height, rows, _ = png.Reader(bytes=data).asRGBA()
        deep = np.vstack([np.asarray(row, np.uint32) for row in rows]).reshape(height, width, 4)
        return ((deep[..., :3] + 128) // 257).astype(np.uint8)
    with Image.open(path) as image:
        rgba = image.mode in ("RGBA", "LA") or "transparency" in image.info
        return np.array(image.convert("RGBA" if rgba else "RGB"))[..., :3]


def is_animated(path: Path) -> bool:
    """Whether there are frames beside the one that `read_rgb` gives."""
    with Image.open(path) as image:
        return getattr(image, "n_frames", 1) > 1


def pixel_sha256(rgb: Rgb) -> str:
    return hashlib.sha256(np.ascontiguousarray(rgb).tobytes()).hexdigest()


def views(rgb: Rgb) -> Iterator[tuple[str, Rgb]]:
    """(name, view): the whole picture, its mirror image and five crops."""
    yield "whole", rgb
    yield "mirrored", rgb[:, ::-1]
    height, width = rgb.shape[:2]
    crop_height, crop_width = max(1, round(height * CROP)), max(1, round(width * CROP))
    for name, (across, down) in _CROPS.items():
        left, top = round((width - crop_width) * across), round((height - crop_height) * down)
        yield name, rgb[top : top + crop_height, left : left + crop_width]
