"""Pictures in the forms in which Python programs hold them."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, Union

from . import _native, errors
from ._native import ffi
from .records import PictureHash

if TYPE_CHECKING:
    import numpy
    import PIL.Image

    Picture = Union[
        bytes,
        bytearray,
        memoryview,
        os.PathLike[str],
        PIL.Image.Image,
        numpy.ndarray[Any, Any],
    ]
    """An encoded picture (JPEG, PNG, WebP, GIF, BMP) as bytes or as the path of a file; a
    `PIL.Image.Image`; or a `numpy.ndarray` of `uint8` in the shape (rows, columns, 3 or 4)."""


class Encoded(NamedTuple):
    """A picture file's bytes; `owner` holds them."""

    data: _native.Bytes
    owner: object


class Raw(NamedTuple):
    """Pixels, row by row, channels interleaved; `owner` holds them."""

    data: _native.Bytes
    owner: object
    width: int
    height: int
    alpha: bool


def given(picture: Picture) -> Encoded | Raw:
    """What the library may read, without copying where the memory lies as it wants it."""
    if isinstance(picture, (bytes, bytearray, memoryview)):
        return Encoded(*_borrowed(picture))
    if isinstance(picture, os.PathLike):
        return Encoded(*_borrowed(_file(picture)))
    # Whoever has such an object has imported its module.
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(picture, numpy.ndarray):
        return _array(numpy, picture)
    pillow = sys.modules.get("PIL.Image")
    if pillow is not None and isinstance(picture, pillow.Image):
        return _pillow(picture)
    raise TypeError(
        "a picture is bytes, bytearray, memoryview, a path, a PIL.Image.Image or a "
        f"numpy.ndarray, not {type(picture).__name__}"
    )


def _array(numpy: Any, picture: Any) -> Raw:
    if picture.dtype != numpy.uint8 or picture.ndim != 3 or picture.shape[2] not in (3, 4):
        raise TypeError(
            "an array is of uint8 in the shape (rows, columns, 3 or 4), "
            f"not of {picture.dtype} in {picture.shape}"
        )
    height, width, channels = picture.shape
    contiguous = numpy.ascontiguousarray(picture)
    data = _native.Bytes(_length(contiguous.nbytes), contiguous.ctypes.data)
    return Raw(data, contiguous, width, height, channels == 4)


def _pillow(picture: Any) -> Raw:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture)
    if upright.mode not in ("RGB", "RGBA"):
        upright = upright.convert("RGB")
    data, owner = _borrowed(upright.tobytes())
    return Raw(data, owner, upright.width, upright.height, upright.mode == "RGBA")


def _file(path: os.PathLike[str]) -> bytes:
    with open(path, "rb") as file:
        _length(os.fstat(file.fileno()).st_size)
        return file.read()


def _borrowed(data: bytes | bytearray | memoryview) -> tuple[_native.Bytes, object]:
    """Bytes where they lie, and what holds them there."""
    if isinstance(data, memoryview):
        data = data if data.c_contiguous and not data.readonly else bytes(data)
    if isinstance(data, bytes):
        place = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value
        return _native.Bytes(_length(len(data)), place), data
    size = data.nbytes if isinstance(data, memoryview) else len(data)
    if size == 0:
        return _native.Bytes(0, None), data
    held = (ctypes.c_char * _length(size)).from_buffer(data)
    return _native.Bytes(size, ctypes.addressof(held)), held


def _length(size: int) -> int:
    if size > _native.MAX_BYTES:
        raise errors.ImageTooLargeError(
            f"{size} bytes; at most {_native.MAX_BYTES} can be passed at once"
        )
    return size


def hash_image(picture: Picture) -> PictureHash:
    """Hashes a picture (its first frame) by PDQ, bit for bit as Meta's reference does."""
    form = given(picture)
    content = ctypes.string_at(form.data.data, form.data.len) if form.data.len else b""
    if isinstance(form, Encoded):
        found = _native.translated(ffi.hash_image, content)
    else:
        format = ffi.PixelFormat.RGBA if form.alpha else ffi.PixelFormat.RGB
        found = _native.translated(
            ffi.hash_pixels, content, form.width, form.height, format
        )
    return PictureHash(found.hash, found.quality)


def hash_distance(one: str, other: str) -> int:
    """Differing bits of two PDQ hashes, 0..256. Up to 31 is held for the same picture."""
    distance: int = _native.translated(ffi.hash_distance, one, other)
    return distance
