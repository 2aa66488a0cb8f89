#!/usr/bin/env python3
"""Writes the seeds, all of them harmless, into corpus/. Needs Pillow (13.0.0 made them) and onnx (1.20.1).

The seeds are committed; this script says what they are and makes them again.
"""

from __future__ import annotations

import io
import json
import struct
import zlib
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

CORPUS = Path(__file__).resolve().parent / "corpus"

TEXT = {
    "plain": "hello, are you coming to football practice on saturday?",
    "pattern": "how old are you?\nare you home alone?\nthis is our secret, don't tell your mum\n"
    "add me on snapchat\nsend me a selfie\nyou are so mature for your age\nhello?",
    "threat": "send me money or i will send your pics to everyone you know",
    "both-sides": "@0\nhow old are you?\n>im 12\n@60000\nwhere do you live\n>leave me alone\n"
    "@-9223372036854775808\nlets meet\n@9223372036854775807\nok",
    "disguised": "a r e  y.o.u @l0n3 ? s3cr3t, d0n't t€ll y0ur p@r€nts!!! aaaalooone se\u200bcr\u202eet",
    "wide": "ｄｏｎ’ｔ ｔｅｌｌ 𝔂𝓸𝓾𝓻 𝗺𝘂𝗺 ﬁrst İstanbul Straße e\u0301\u0301\u0301 👨‍👩‍👧 한국어 \ufdfa",
    "arabic": "كم عمرك؟\nلا تقولي لأمك هذا سر بيننا\nانتي لوحدك بالبيت؟\nابعتيلي صورتك\n>عمري ١٢",
    "arabizi": "kam 3omrek? la t2oli la 7ada, ibaatili soora",
    "marked": "my address is CANARYCANARY street 12, don't tell your mum, 2+2=4",
}

JSON_MESSAGES = (
    '{"id":"c","protected":"b","messages":[{"from":"a","minutes":0,"text":"how old are you"},'
    '{"from":"b","minutes":1.5,"text":"CANARYCANARY \\ud83d\\ude00 \\ud800 \\n"},'
    '{"from":"a","minutes":-2e3,"text":"our secret","more":[null,{"x":[]}]}]}'
)
IMPORT = {
    "messages.jsonl": JSON_MESSAGES.encode(),
    "lines.jsonl": b'{"protected":"b","id":7}\n{"from":"a","minutes":0,"text":"hi"}\n\n'
    b'{"from":"b","minutes":1,"text":"yo"}\n{"text":"one"}\n{"id":{},"text":"two"}',
    "wrong.jsonl": b'{"text":"CANARYCANARY","minutes":"noon"}\n{"text":["CANARYCANARY"]}\n'
    b'{"messages":[{"from":"CANARYCANARY"}]}\n{"text":"CANARYCANARY',
    "android.txt": "12/05/2026, 18:03 - Messages are end-to-end encrypted.\n"
    "13/05/2026, 18:03 - Lina: CANARYCANARY\nsecond line\n13/05/2026, 18:04 - Tom: <Media omitted>\n"
    "5/13/26, 6:05 PM - Tom: ok: fine\n".encode(),
    "ios.txt": "\u200e[5/13/26, 6:03:11\u202fPM] \u200eLina: hi\n[2026-05-13, 18:04:00] Tom: yo".encode(),
    "arabic.txt": "[١٣\u200f/٥\u200f/٢٠٢٦، ٦:٠٣:١١ م] ليلى: مرحبا CANARYCANARY".encode(),
    "utf16le.txt": b"\xff\xfe" + "13.05.26, 18:03 - Lina: سر\nhi".encode("utf-16-le"),
    "utf16be.jsonl": b"\xfe\xff" + '{"text":"سر"}'.encode("utf-16-be"),
    "plain.txt": b"\xef\xbb\xbffirst message\r\n\r\nsecond \xff message\n",
}


# Of the pictures, those that move or that once upset the decoders of such.
ANIMATION = {
    *("moving.gif", "moving.png", "moving.webp", "interlaced.gif", "still.gif"),
    *("large-frame.webp", "large-alpha-frame.webp", "large-alpha-frame-unnamed.webp"),
    "long-exif.webp",
}


def pictures() -> dict[str, bytes]:
    """Every format and storage that is read, a few pixels each."""
    rgb = Image.new("RGB", (8, 6))
    rgb.putdata([(x * 30, y * 40, (x ^ y) * 16) for y in range(6) for x in range(8)])
    rgba = rgb.convert("RGBA")
    rgba.putalpha(Image.linear_gradient("L").resize((8, 6)))
    second = rgb.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    turned = Image.Exif()
    turned[0x0112] = 6
    palette = rgb.quantize(8)

    def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
        out = io.BytesIO()
        picture.save(out, kind, **options)
        return out.getvalue()

    return {
        "rgb.png": saved(rgb, "PNG"),
        "rgba.png": saved(rgba, "PNG"),
        "grey.png": saved(rgb.convert("L"), "PNG"),
        "grey16.png": saved(rgb.convert("L").convert("I;16"), "PNG"),
        "one-bit.png": saved(rgb.convert("1"), "PNG"),
        "palette.png": saved(palette, "PNG", transparency=1),
        "turned.png": saved(rgb, "PNG", exif=turned),
        "moving.png": saved(rgb, "PNG", save_all=True, append_images=[second]),
        "still.gif": saved(palette, "GIF"),
        "moving.gif": saved(rgb, "GIF", save_all=True, append_images=[second], duration=50),
        "interlaced.gif": saved(palette, "GIF", interlace=1, transparency=1),
        "rgb.bmp": saved(rgb, "BMP"),
        "palette.bmp": saved(palette, "BMP"),
        "rgba.bmp": saved(rgba, "BMP"),
        "baseline.jpg": saved(rgb, "JPEG", quality=30, subsampling=2),
        "progressive.jpg": saved(rgb, "JPEG", quality=30, progressive=True, exif=turned),
        "grey.jpg": saved(rgb.convert("L"), "JPEG", quality=30, restart_marker_blocks=1),
        "cmyk.jpg": saved(rgb.convert("CMYK"), "JPEG", quality=30),
        "lossy.webp": saved(rgb, "WEBP", quality=20),
        "lossless.webp": saved(rgba, "WEBP", lossless=True),
        "alpha.webp": saved(rgba, "WEBP", quality=20, exif=turned),
        "moving.webp": saved(rgb, "WEBP", save_all=True, append_images=[second], duration=50),
        **webp_that_lies(saved(rgb, "WEBP", quality=20)),
    }


def webp_that_lies(lossy: bytes) -> dict[str, bytes]:
    """WebP files that image-webp 0.2.4 believes: found by fuzzing, kept so that they stay mended.

    `lossy` is a WebP file of one VP8 chunk, larger than 1x1.
    """

    def chunk(name: bytes, data: bytes, size: int | None = None) -> bytes:
        size = len(data) if size is None else size
        return name + struct.pack("<I", size) + data + bytes(len(data) % 2)

    def file(*chunks: bytes) -> bytes:
        return chunk(b"RIFF", b"WEBP" + b"".join(chunks))

    def one_by_one(flags: int) -> bytes:
        return chunk(b"VP8X", bytes([flags]) + bytes(9))

    lossless = chunk(b"VP8L", b"\x2f" + bytes(5))
    long_exif = file(one_by_one(8), lossless, chunk(b"EXIF", b"", 0x7FFF_FF00))
    alpha = chunk(b"ALPH", b"\x00\xff")
    return {
        # 2 GB of memory for metadata that is not there.
        "long-exif.webp": long_exif,
        # The same behind what the file says is its end, which image-webp reads too.
        "long-exif-behind.webp": long_exif[:4] + struct.pack("<I", 36) + long_exif[8:],
        # 1x1 says the container, 16383x16383 the frame.
        "large-frame.webp": file(
            one_by_one(0), chunk(b"VP8 ", bytes.fromhex("100000 9d012a ff3f ff3f"))
        ),
        # The same in an animation with alpha: read beyond the end of a buffer.
        "large-alpha-frame.webp": file(
            one_by_one(0x12),
            chunk(b"ANIM", bytes(6)),
            chunk(b"ANMF", bytes(16) + alpha + lossy[12:]),
        ),
        # Behind alpha any chunk is read as if it were VP8.
        "large-alpha-frame-unnamed.webp": file(
            one_by_one(0x12),
            chunk(b"ANIM", bytes(6)),
            chunk(b"ANMF", bytes(16) + alpha + b"VP6 " + lossy[16:]),
        ),
    }


def conversations() -> dict[str, bytes]:
    """A stored state, the same without what its checksum protects, and the first version."""
    kept = bytes.fromhex((CORPUS.parents[2] / "core/tests/conversation_2.hex").read_text())
    first = b'{"schema_version":1,"evidence":[["secrecy",1.8]],"time":42,"received":3,"sent":2}'
    return {"kept": kept, "body": kept[5:-4], "first-version": first}


def hash_lists() -> dict[str, bytes]:
    """The text forms, and the header of an index."""
    a, b = "0123456789abcdef" * 4, "f" * 64
    header = b"HMYPDQIX" + struct.pack("<IIQ", 1, 0, 32 + 16 * 65537 * 4)
    header += struct.pack("<II", zlib.crc32(header), 0)
    return {
        "plain.txt": f"{a}\n{b}\n{a}\n".encode(),
        "quality.txt": f"\ufeff{a},100\r\n\r\n{b},49,name.png\n".encode(),
        "details.txt": f"hash={a},norm=128,quality=80,filename=x.png\n".encode(),
        "header.csv": f'id,"Indicator", quality\n1,"{a}",50\n"2, 3",{b},\n'.encode(),
        "wrong.csv": f"pdq_hash\n{a}\nCANARYCANARY\n".encode(),
        "header.idx": header,
    }


SCORE = {
    "message": b'{"id":1,"text":"are you home alone?"}\n\n{"text":"hi"}',
    "conversation": JSON_MESSAGES.encode() + b"\n{\"id\":[1],\"messages\":[]}",
    "wrong": b'{"id":1}\n[]\n{"id":2,"text":3}\n{"text":"a","messages":[]}\nno JSON\n\xff',
}


def few_trees(weights: str, trees: int = 3) -> bytes:
    """The weights without comments, with some of their trees: small, so that changes meet what matters."""
    kept = []
    for line in weights.splitlines():
        tree = line.startswith('  "') and ":" in line
        trees -= tree
        if not line.startswith("#") and (not tree or trees >= 0):
            kept.append(line + "\n")
    return "".join(kept).encode()


def packs() -> dict[str, bytes]:
    """Manifest, conversation weights and services of an update; manifest and configuration of a model."""
    root = CORPUS.parents[2]
    update = {"schema_version": 1, "name": "rules", "version": 7, "floor": 3, "requires": "0.1.0"}
    state = {"schema_version": 1, "current": 7, "previous": 3, "floor": 3}
    weights = few_trees((root / "models/conversation/weights.toml").read_text(encoding="utf-8"))
    services = (
        b'schema_version = 1\n[[service]]\nid = "xx-line"\nname = "Line"\nphone = "116111"\n'
    )
    red = root / "tests/golden/packs/red"
    text = root / "models/text/himaya-text-1"

    def joined(*files: bytes) -> bytes:
        return b"\n---\n".join(files)

    def model(folder: Path) -> bytes:
        return joined((folder / "manifest.json").read_bytes(), (folder / "config.json").read_bytes(), b"x")

    return {
        "update": joined(json.dumps(update).encode(), weights, services),
        "state": json.dumps(state).encode(),
        "unknown-field": b'{"CANARYCANARY":1}',
        "picture-model": model(red),
        "text-model": model(text),
    }


def networks() -> dict[str, bytes]:
    """Small networks that hold what a network may hold."""

    def weights(name: str, *shape: int, kind: type = np.float32) -> TensorProto:
        values = (np.arange(np.prod(shape), dtype=np.int64) % 7 - 3).reshape(shape)
        return numpy_helper.from_array((values / 4 if kind is np.float32 else values).astype(kind), name)

    def ints(name: str, *values: int) -> TensorProto:
        return numpy_helper.from_array(np.array(values, np.int64), name)

    def model(nodes: list, constants: list, shape: list[int | str], kind: int, out: list[int]) -> bytes:
        graph = helper.make_graph(
            nodes,
            "g",
            [helper.make_tensor_value_info("x", kind, shape)],
            [helper.make_tensor_value_info("y", TensorProto.FLOAT, out)],
            constants,
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]).SerializeToString()

    def chain(*steps: tuple[str, list[str], dict]) -> list:
        """Each takes what the one before gives, and these besides."""
        nodes, before = [], "x"
        for number, (operator, inputs, attributes) in enumerate(steps):
            out = "y" if number == len(steps) - 1 else f"t{number}"
            nodes.append(helper.make_node(operator, [before, *inputs], [out], **attributes))
            before = out
        return nodes

    planes, floats = [1, 3, 8, 8], TensorProto.FLOAT
    # From the middle of a network to its classes.
    end = [("GlobalAveragePool", [], {}), ("Flatten", [], {})]
    classes = [*end, ("Gemm", ["v", "b"], {"transB": 1})]
    last = [weights("v", 2, 4), weights("b", 2)]
    return {
        "convolutions": model(
            chain(
                ("Conv", ["w"], {"kernel_shape": [3, 3], "pads": [1] * 4, "strides": [2, 2]}),
                ("BatchNormalization", ["s", "s", "s", "p"], {}),
                ("Clip", ["lo", "hi"], {}),
                ("Conv", ["d"], {"group": 4, "pads": [1] * 4}),
                ("MaxPool", [], {"kernel_shape": [2, 2]}),
                *classes,
            ),
            [weights("w", 4, 3, 3, 3), weights("s", 4), numpy_helper.from_array(np.ones(4, np.float32), "p"),
             weights("d", 4, 1, 3, 3), numpy_helper.from_array(np.float32(0), "lo"),
             numpy_helper.from_array(np.float32(6), "hi"), *last],
            planes, floats, [1, 2],
        ),
        # The two forms that run on kernels of our own.
        "inverted": model(
            [
                helper.make_node("Mul", ["x", "two"], ["scaled"]),
                helper.make_node("DequantizeLinear", ["codes", "scale", "mid"], ["w"]),
                helper.make_node("Conv", ["scaled", "w"], ["stem"], pads=[0, 0, 1, 1], strides=[2, 2]),
                helper.make_node("Clip", ["stem", "lo", "hi"], ["low"]),
                helper.make_node("Conv", ["low", "wide"], ["widened"]),
                helper.make_node("Relu", ["widened"], ["kept"]),
                helper.make_node("Conv", ["kept", "each"], ["filtered"], group=8, pads=[1] * 4),
                helper.make_node("Conv", ["filtered", "narrow", "b4"], ["back"]),
                helper.make_node("Add", ["back", "low"], ["sum"]),
                *[helper.make_node(op, [a, *more], [z], **attributes) for op, a, more, z, attributes in [
                    ("GlobalAveragePool", "sum", [], "mean", {}), ("Flatten", "mean", [], "row", {}),
                    ("MatMul", "row", ["m"], "odds", {}), ("Add", "odds", ["b"], "more", {}),
                    ("Softmax", "more", [], "shares", {"axis": -1}), ("Identity", "shares", [], "y", {})]],
            ],
            [numpy_helper.from_array(np.float32(2), "two"), weights("codes", 4, 3, 3, 3, kind=np.uint8),
             numpy_helper.from_array(np.float32(0.25), "scale"), numpy_helper.from_array(np.uint8(3), "mid"),
             numpy_helper.from_array(np.float32(0), "lo"), numpy_helper.from_array(np.float32(6), "hi"),
             weights("wide", 8, 4, 1, 1), weights("each", 8, 1, 3, 3), weights("narrow", 4, 8, 1, 1),
             weights("b4", 4), weights("m", 4, 2), weights("b", 2)],
            planes, floats, [1, 2],
        ),
        "residual": model(
            [
                helper.make_node("Transpose", ["x"], ["turned"], perm=[0, 3, 1, 2]),
                helper.make_node("Conv", ["turned", "w", "b4"], ["stem"], pads=[1] * 4),
                helper.make_node("Relu", ["stem"], ["r"]),
                helper.make_node("MaxPool", ["r"], ["pooled"], kernel_shape=[3, 3], strides=[2, 2], pads=[0, 0, 1, 1]),
                helper.make_node("Conv", ["pooled", "skip"], ["shortcut"], strides=[2, 2]),
                helper.make_node("Conv", ["pooled", "c"], ["main"], strides=[2, 2], pads=[1] * 4),
                helper.make_node("Add", ["main", "shortcut"], ["sum"]),
                helper.make_node("Relu", ["sum"], ["s"]),
                helper.make_node("AveragePool", ["s"], ["mean"], kernel_shape=[2, 2]),
                helper.make_node("Reshape", ["mean", "flat"], ["row"]),
                helper.make_node("Gemm", ["row", "v", "b"], ["odds"], transB=1),
                helper.make_node("Sigmoid", ["odds"], ["y"]),
            ],
            [weights("w", 4, 3, 3, 3), weights("b4", 4), weights("skip", 4, 4, 1, 1), weights("c", 4, 4, 3, 3),
             ints("flat", -1, 4), *last],
            [1, 8, 8, 3], floats, [1, 2],
        ),
        "shapes": model(
            [
                helper.make_node("Shape", ["x"], ["s"]),
                helper.make_node("Gather", ["s", "one"], ["c"], axis=0),
                helper.make_node("Concat", ["first", "c", "rest"], ["to"], axis=0),
                helper.make_node("Reshape", ["x", "to"], ["r"]),
                helper.make_node("Slice", ["r", "zero", "sixteen", "two", "one"], ["cut"]),
                helper.make_node("Pad", ["cut", "pads"], ["padded"]),
                helper.make_node("Tile", ["padded", "twice"], ["tiled"]),
                helper.make_node("Expand", ["tiled", "wide"], ["e"]),
                helper.make_node("ReduceMean", ["e"], ["m"], axes=[1, 2], keepdims=0),
                helper.make_node("MatMul", ["m", "v"], ["y"]),
            ],
            [ints("one", 1), ints("first", 1), ints("rest", 64), ints("zero", 0), ints("sixteen", 16),
             ints("two", 2), ints("pads", 0, 0, 1, 0, 0, 1), ints("twice", 1, 2, 1), ints("wide", 1, 6, 18),
             weights("v", 18, 2)],
            planes, floats, [1, 2],
        ),
        "attention": model(
            chain(
                ("Flatten", [], {"axis": 2}),
                ("LayerNormalization", ["l"], {"axis": -1}),
                ("MatMul", ["q"], {}),
                ("Softmax", [], {"axis": -1}),
                ("Transpose", [], {"perm": [1, 0]}),
                ("Unsqueeze", ["zero"], {}),
                ("ReduceMax", [], {"axes": [1], "keepdims": 0}),
                ("Gemm", ["v", "b"], {}),
                ("LogSoftmax", [], {"axis": 1}),
            ),
            [weights("l", 64), weights("q", 64, 5), ints("zero", 0), weights("v", 3, 2), weights("b", 2)],
            planes, floats, [1, 2],
        ),
        "quantised": model(
            [
                helper.make_node("DequantizeLinear", ["codes", "scale", "zero"], ["w"], axis=0),
                helper.make_node("QuantizeLinear", ["x", "half", "mid"], ["q"]),
                helper.make_node("DequantizeLinear", ["q", "half", "mid"], ["d"]),
                helper.make_node("Conv", ["d", "w"], ["c"]),
                helper.make_node("Split", ["c"], ["a", "z"], axis=1),
                helper.make_node("Greater", ["a", "z"], ["more"]),
                helper.make_node("Where", ["more", "a", "z"], ["m"]),
                helper.make_node("GlobalMaxPool", ["m"], ["g"]),
                helper.make_node("Squeeze", ["g", "sides"], ["y"]),
            ],
            [weights("codes", 4, 3, 1, 1, kind=np.uint8), weights("scale", 4),
             numpy_helper.from_array(np.full(4, 128, np.uint8), "zero"),
             numpy_helper.from_array(np.float32(0.5), "half"), numpy_helper.from_array(np.uint8(9), "mid"),
             ints("sides", 2, 3)],
            planes, floats, [1, 2],
        ),
        "columns-last": model(
            chain(("Transpose", [], {"perm": [0, 3, 1, 2]}), *end, ("MatMul", ["v"], {}), ("Sigmoid", [], {})),
            [weights("v", 3, 2)], [1, 8, 8, 3], floats, [1, 2],
        ),
        "text": model(
            [
                helper.make_node("EmbeddingBag", ["table", "scale", "x"], ["bag"]),
                helper.make_node("Relu", ["bag"], ["r"]),
                helper.make_node("Pool", ["r", "x"], ["p"]),
                helper.make_node("Gemm", ["p", "v", "b"], ["g"]),
                helper.make_node("Sigmoid", ["g"], ["y"]),
            ],
            [weights("table", 16, 4, kind=np.int8), weights("scale", 4), weights("v", 8, 3), weights("b", 3)],
            ["tokens", 4], TensorProto.INT32, [1, 3],
        ),
        "constants": model(
            [
                helper.make_node("Constant", [], ["k"], value_ints=[1, 3, 8, 8]),
                helper.make_node("ConstantOfShape", ["k"], ["ones"], value=numpy_helper.from_array(np.array([1], np.float32))),
                helper.make_node("Add", ["x", "ones"], ["a"]),
                helper.make_node("Cast", ["a"], ["c"], to=TensorProto.FLOAT16),
                helper.make_node("Cast", ["c"], ["f"], to=TensorProto.FLOAT),
                helper.make_node("Pow", ["f", "two"], ["p"]),
                helper.make_node("AveragePool", ["p"], ["ap"], kernel_shape=[8, 8]),
                helper.make_node("Reshape", ["ap", "flat"], ["r"]),
                helper.make_node("ArgMax", ["r"], ["am"], axis=1),
                helper.make_node("Cast", ["am"], ["amf"], to=TensorProto.FLOAT),
                helper.make_node("Concat", ["amf", "amf"], ["y"], axis=1),
            ],
            [numpy_helper.from_array(np.float32(2), "two"), ints("flat", 1, -1)],
            planes, floats, [1, 2],
        ),
    }


def main() -> None:
    seeds = {
        "score": SCORE,
        "pack": packs(),
        "onnx": networks(),
        "hash_list": hash_lists(),
        "conversation": conversations(),
        "text": {name: text.encode() for name, text in TEXT.items()},
        "import": IMPORT,
        "image_decode": pictures(),
        "animation": {name: data for name, data in pictures().items() if name in ANIMATION},
    }
    for target, files in seeds.items():
        folder = CORPUS / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
