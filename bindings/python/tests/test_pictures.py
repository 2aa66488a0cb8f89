"""Pictures in every form."""

from __future__ import annotations

import io
from pathlib import Path

import numpy
import pytest
from conftest import ROOT
from PIL import Image

from himaya import (
    Category,
    DamagedImageError,
    Guard,
    HashList,
    HashListError,
    ImageError,
    ImageTooLargeError,
    InputType,
    Limits,
    Status,
    StatusReason,
    UnknownFormatError,
    hash_distance,
    hash_image,
)

PHOTO = ROOT / "examples/data/pictures/coffee-rotated.jpg"


def pixels() -> "numpy.ndarray[tuple[int, int, int], numpy.dtype[numpy.uint8]]":
    random = numpy.random.default_rng(1)
    small = random.integers(0, 255, (12, 16, 3), dtype=numpy.uint8)
    return numpy.ascontiguousarray(small.repeat(20, axis=0).repeat(20, axis=1))


def png(array: "numpy.ndarray[tuple[int, int, int], numpy.dtype[numpy.uint8]]") -> bytes:
    file = io.BytesIO()
    Image.fromarray(array).save(file, "png")
    return file.getvalue()


def test_every_form_of_a_picture_gets_the_same_answer(guard: Guard, tmp_path: Path) -> None:
    array = pixels()
    encoded = png(array)
    path = tmp_path / "picture.png"
    path.write_bytes(encoded)
    alpha = numpy.dstack([array, numpy.full(array.shape[:2], 7, numpy.uint8)])
    expected = guard.assess_image(encoded)
    assert expected.input_type is InputType.IMAGE and len(expected.class_scores) == 5
    for form in (
        bytearray(encoded),
        memoryview(encoded),
        memoryview(bytearray(encoded)),
        path,
        Image.fromarray(array),
        Image.open(path),
        array,
        alpha,
        numpy.asfortranarray(array),
        numpy.flip(numpy.flip(array, 1).copy(), 1),
    ):
        assert guard.assess_image(form) == expected, type(form)
        assert hash_image(form) == hash_image(encoded), type(form)


def test_pixels_are_read_where_they_lie() -> None:
    from himaya import pictures

    array = pixels()
    form = pictures.given(array)
    assert form.data.data == array.ctypes.data
    array.flags.writeable = False
    assert pictures.given(array).data.data == array.ctypes.data


def test_a_turned_photo_is_turned_upright_in_both_ways(guard: Guard) -> None:
    by_core, by_pillow = guard.assess_image(PHOTO), guard.assess_image(Image.open(PHOTO))
    for one, other in zip(by_core.class_scores, by_pillow.class_scores):
        assert abs(one.score - other.score) < 0.02


def test_what_is_no_picture_is_refused(guard: Guard) -> None:
    encoded = png(pixels())
    with pytest.raises(UnknownFormatError):
        guard.assess_image(b"nonsense")
    with pytest.raises(UnknownFormatError):
        guard.assess_image(bytearray())
    with pytest.raises(DamagedImageError):
        guard.assess_image(encoded[: len(encoded) // 2])
    with pytest.raises(ImageTooLargeError):
        Guard(limits=Limits(max_pixels=100)).assess_image(encoded)
    with pytest.raises(ImageError):
        guard.assess_image(numpy.zeros((0, 5, 3), numpy.uint8))
    for wrong in (numpy.zeros((5, 5)), numpy.zeros((5, 5, 2), numpy.uint8), 5, "path"):
        with pytest.raises(TypeError):
            guard.assess_image(wrong)  # type: ignore[arg-type]


def test_what_could_not_be_read_is_left_to_the_policy(guard: Guard) -> None:
    assessment = guard.assess_failure(StatusReason.IMAGE_UNREADABLE)
    assert assessment.status is Status.FAILED
    assert assessment.status_reasons == (StatusReason.IMAGE_UNREADABLE,)


def test_a_known_picture_is_told_by_its_hash(tmp_path: Path) -> None:
    picture = hash_image(PHOTO)
    assert picture.quality >= 50 and hash_distance(picture.hash, picture.hash) == 0
    path = tmp_path / "list.txt"
    path.write_text(picture.hash + "\n")
    for lists in ({"own": path}, [HashList("own", path, distance=20)]):
        finding = Guard(hash_lists=lists).assess_image(PHOTO).findings[0]
        assert finding.category is Category.KNOWN_IMAGE and finding.score > 0.8
        assert finding.reason_codes == ("image.hash_list.own",)
    path.write_text("CANARY\n")
    with pytest.raises(HashListError, match="`own`: line 1") as error:
        Guard(hash_lists={"own": path})
    assert "CANARY" not in str(error.value)
