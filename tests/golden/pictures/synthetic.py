"""Drawn pictures: patterns, odd shapes and every way a PNG can store its samples.

Only integers are used, so the pixels are the same on every machine. The compressed bytes
are not (zlib differs between systems): compare pixels, never files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from encoders import PngColor, Rows, bmp, gif, png

Pixel = tuple[int, ...]
Painter = Callable[[int, int], Pixel]

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def synthetic_pictures() -> Iterator[tuple[str, bytes]]:
    """(file name, file) of every drawn picture."""
    for name, width, height, painter in _rgb_patterns():
        yield f"{name}.png", png(paint(width, height, painter), PngColor.RGB)
    yield from _sample_formats()
    yield from _other_containers()


def paint(width: int, height: int, painter: Painter) -> Rows:
    """Rows of the samples that `painter` gives for each (x, y)."""
    return [[s for x in range(width) for s in painter(x, y)] for y in range(height)]


def noise(seed: int) -> Callable[[], int]:
    """Bytes of a linear congruential generator (Numerical Recipes' constants, top byte)."""
    state = seed

    def next_byte() -> int:
        nonlocal state
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        return state >> 24

    return next_byte


def _rgb_patterns() -> Iterator[tuple[str, int, int, Painter]]:
    yield "flat-black", 64, 64, lambda x, y: BLACK
    yield "flat-white", 64, 64, lambda x, y: WHITE
    yield "flat-red", 100, 50, lambda x, y: (220, 30, 30)
    yield "flat-blue", 50, 100, lambda x, y: (20, 60, 200)
    yield "gradient-horizontal", 256, 128, lambda x, y: (x, x, x)
    yield "gradient-colour", 256, 256, lambda x, y: (x, y, (x + y) // 2)
    # 224 pixels are the model's own size: no resizing.
    yield "checkerboard-1px-224", 224, 224, lambda x, y: WHITE if (x + y) % 2 else BLACK
    yield "checkerboard-16px", 320, 240, lambda x, y: WHITE if (x // 16 + y // 16) % 2 else BLACK
    yield "stripes-horizontal", 200, 300, lambda x, y: (250, 210, 40) if y // 10 % 2 else BLACK
    yield "stripes-diagonal", 300, 300, lambda x, y: (0, 120, 90) if (x + y) // 15 % 2 else WHITE
    yield "rings", 256, 256, _rings(128, 128, 1500)
    yield "rings-coloured", 400, 300, _coloured_rings(200, 150)
    yield "noise-colour", 160, 160, _noise_colour(1)
    yield "noise-blocks", 256, 192, _noise_blocks(2, 32)
    yield "text-dark-on-light", 320, 240, _text(3, 320, (24, 24, 24), (250, 248, 240))
    yield "text-light-on-dark", 240, 320, _text(4, 240, (220, 230, 220), (10, 20, 40))
    yield "one-pixel", 1, 1, lambda x, y: (120, 200, 80)
    yield "two-by-two", 2, 2, lambda x, y: (255 * x, 255 * y, 128)
    yield "very-wide", 1500, 4, lambda x, y: (x * 255 // 1499, 80 * y, 60)
    yield "very-tall", 3, 1200, lambda x, y: (100 * x, y * 255 // 1199, 200)
    yield "off-by-one-223x225", 223, 225, lambda x, y: (x ^ y, x, y)


def _sample_formats() -> Iterator[tuple[str, bytes]]:
    """The same kind of picture stored as grey, with alpha, 16-bit, by palette, interlaced."""
    byte = noise(5)
    yield "grey-noise.png", png(paint(128, 96, lambda x, y: (byte(),)), PngColor.GREY)
    bits = paint(130, 90, lambda x, y: ((x * x + y * y) // 700 % 2,))
    yield "grey-1-bit.png", png(bits, PngColor.GREY, depth=1)
    steps = paint(150, 60, lambda x, y: (x // 10,))
    yield "grey-4-bit.png", png(steps, PngColor.GREY, depth=4)
    # Fully transparent pixels keep colours of their own, so that dropping alpha is seen.
    fading = paint(200, 120, lambda x, y: (x, max(0, 255 - 3 * y)))
    yield "grey-alpha.png", png(fading, PngColor.GREY_ALPHA)
    holes = paint(180, 180, lambda x, y: (x, 255 - y, 90, 0 if (x // 30 + y // 30) % 2 else 255))
    yield "rgba-holes.png", png(holes, PngColor.RGBA)
    # Steps that are no multiple of 257, so that the rounding to 8 bits is seen.
    deep = paint(160, 160, lambda x, y: (x * 409 + 57, y * 397 + 131, (x + y) * 203))
    yield "rgb-16-bit.png", png(deep, PngColor.RGB, depth=16)
    deep_grey = paint(256, 64, lambda x, y: ((x * 255 + y * 3 + 129) % 65536,))
    yield "grey-16-bit.png", png(deep_grey, PngColor.GREY, depth=16)
    deep_alpha = paint(96, 96, lambda x, y: (x * 680, 65535 - y * 677, 30000, x * y * 7))
    yield "rgba-16-bit.png", png(deep_alpha, PngColor.RGBA, depth=16)
    wheel = [(i * 16, 255 - i * 16, (i * 48) % 256) for i in range(16)]
    pie = paint(160, 120, lambda x, y: ((x // 20 + y // 15 * 3) % 16,))
    yield "palette.png", png(pie, PngColor.PALETTE, palette=wheel)
    yield (
        "palette-4-bit-alpha.png",
        png(pie, PngColor.PALETTE, depth=4, palette=wheel, palette_alpha=[0, 128, 255, 0, 64]),
    )
    waves = paint(125, 75, lambda x, y: (x * 2, (x * y) // 37 % 256, 255 - y * 3))
    yield "interlaced.png", png(waves, PngColor.RGB, interlaced=True)


def _other_containers() -> Iterator[tuple[str, bytes]]:
    yield "targets.bmp", bmp(paint(101, 77, _coloured_rings(50, 38)))
    ramp = [(2 * i, 255 - 2 * i, 100 + i) for i in range(128)]
    yield "hills.gif", gif(paint(120, 90, lambda x, y: ((x * y // 60 + y) % 128,)), ramp)


def _rings(center_x: int, center_y: int, area: int) -> Painter:
    def painter(x: int, y: int) -> Pixel:
        distance = (x - center_x) ** 2 + (y - center_y) ** 2
        return WHITE if distance // area % 2 else BLACK

    return painter


def _coloured_rings(center_x: int, center_y: int) -> Painter:
    def painter(x: int, y: int) -> Pixel:
        distance = (x - center_x) ** 2 + (y - center_y) ** 2
        return (distance // 30 % 256, distance // 90 % 256, 255 - distance // 270 % 256)

    return painter


def _noise_colour(seed: int) -> Painter:
    byte = noise(seed)
    return lambda x, y: (byte(), byte(), byte())


def _noise_blocks(seed: int, side: int) -> Painter:
    byte = noise(seed)
    blocks: dict[tuple[int, int], Pixel] = {}

    def painter(x: int, y: int) -> Pixel:
        key = (x // side, y // side)
        if key not in blocks:
            blocks[key] = (byte(), byte(), byte())
        return blocks[key]

    return painter


def _text(seed: int, width: int, ink: Pixel, paper: Pixel) -> Painter:
    """Lines of bars as long as words, like a page seen from afar."""
    byte = noise(seed)
    lines: dict[int, set[int]] = {}

    def line(number: int) -> set[int]:
        if number not in lines:
            inked: set[int] = set()
            x = 12
            while x < width - 40:
                word = 6 + byte() % 30
                inked.update(range(x, x + word))
                x += word + 5
            lines[number] = inked
        return lines[number]

    def painter(x: int, y: int) -> Pixel:
        return ink if 4 <= y % 14 < 11 and x in line(y // 14) else paper

    return painter
