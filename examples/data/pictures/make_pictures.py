#!/usr/bin/env python3
"""Makes the example pictures from tests/golden/pictures (needs Pillow).

make_pictures.py GOLDEN_PICTURES   the folder tests/golden/pictures/make_pictures.py made
"""

import sys
from pathlib import Path

from PIL import Image

SIZE = (320, 320)
ORIENTATION_TAG = 0x0112
#: EXIF: the viewer must turn the stored picture by 90 degrees clockwise.
ROTATE_CLOCKWISE = 6


def small(path: Path) -> Image.Image:
    image = Image.open(path).convert("RGB")
    image.thumbnail(SIZE, Image.Resampling.LANCZOS)
    return image


def main(source: Path, out: Path) -> None:
    small(source / "scikit-image/astronaut.png").save(out / "astronaut.jpg", quality=85)
    small(source / "scikit-image/chelsea.png").save(out / "cat.webp", quality=80)
    small(source / "synthetic/text-dark-on-light.png").save(out / "page.png", optimize=True)

    exif = Image.Exif()
    exif[ORIENTATION_TAG] = ROTATE_CLOCKWISE
    stored = small(source / "scikit-image/coffee.png").transpose(Image.Transpose.ROTATE_90)
    stored.save(out / "coffee-rotated.jpg", quality=85, exif=exif)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).resolve().parent)
