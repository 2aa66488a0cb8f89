"""Harmless pictures of many sizes: patterns, noise, shapes, photographs that scikit-image ships."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from skimage import data

Array = np.ndarray

SIZES = [
    (1, 1), (4, 90), (5, 5), (5, 7), (7, 5), (6, 400), (63, 64), (64, 63), (64, 64), (65, 64),
    (100, 75), (127, 129), (128, 128), (129, 128), (200, 150), (255, 257), (333, 77), (384, 512),
    (511, 300), (512, 512),
]  # fmt: skip

PHOTOGRAPHS = [
    "astronaut", "brick", "camera", "chelsea", "clock", "coffee", "coins", "grass", "gravel",
    "hubble_deep_field", "immunohistochemistry", "moon", "page", "retina", "rocket",
]  # fmt: skip


def photographs() -> Iterator[tuple[str, Image.Image]]:
    """Those that are at hand: scikit-image carries some and would fetch others."""
    for name in PHOTOGRAPHS:
        try:
            pixels = getattr(data, name)()
        except Exception:
            continue
        if pixels.ndim == 3:
            pixels = pixels[:, :, :3]
        yield name, Image.fromarray(np.ascontiguousarray(pixels))


def drawn(width: int, height: int, random: np.random.Generator) -> Iterator[tuple[str, Array]]:
    """One picture of each kind, grey (two dimensions) and in colour (three)."""
    y, x = np.mgrid[0:height, 0:width]
    yield "noise", random.integers(0, 256, (height, width, 3), dtype=np.uint8)
    yield "grey-noise", random.integers(0, 256, (height, width), dtype=np.uint8)
    hills = random.integers(0, 256, (5, 4, 3), dtype=np.uint8)
    yield "hills", np.asarray(Image.fromarray(hills).resize((width, height), Image.Resampling.BICUBIC))
    yield "slope", ((x * 255) // max(width - 1, 1)).astype(np.uint8)
    waves = 127 + 80 * np.sin(x / 7.0) + 47 * np.cos(y / 11.0 + x / 90.0)
    yield "waves", waves.astype(np.uint8)
    yield "checks", (((x // 9 + y // 13) % 2) * 255).astype(np.uint8)
    yield "plain", np.full((height, width, 3), (200, 30, 90), dtype=np.uint8)
    yield "shapes", np.asarray(shapes(width, height, random))


def shapes(width: int, height: int, random: np.random.Generator) -> Image.Image:
    """Lines of letter-like strokes, rings and boxes."""
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = int(random.integers(0, width)), int(random.integers(0, height))
        w, h = (int(side) for side in random.integers(2, 30, 2))
        colour = tuple(int(part) for part in random.integers(0, 200, 3))
        draw.ellipse((x, y, x + w, y + h), outline=colour)
        draw.line((x, y, x + h, y + w), fill=colour, width=2)
        draw.rectangle((y, x, y + w, x + h), outline=colour)
    return picture


def handled(picture: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """What people do to photographs."""
    small = picture.copy()
    small.thumbnail((512, 512))
    width, height = small.size
    yield "small", small
    yield "cropped", small.crop((width // 7, height // 9, width * 5 // 6, height * 7 // 8))
    yield "turned", small.rotate(33, resample=Image.Resampling.BICUBIC)
    yield "mirrored", small.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    yield "blurred", small.filter(ImageFilter.GaussianBlur(3))
    yield "grey", small.convert("L")
    yield "tiny", small.resize((61, 47))
