"""Himaya's picture path beside its peers: the same model and photographs, one thread each.

Each engine is a process of its own that waits until it is asked. In every round each engine does
every photograph once, so that whatever else the machine does hits all of them alike; a ratio is the
median of the ratios of the rounds.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import numpy as np
from PIL import Image

FOLDER = Path(__file__).parent
PHOTOGRAPHS = (
    "scikit-image/astronaut.png",
    "scikit-image/brick.png",
    "scikit-image/camera.png",
    "scikit-image/chelsea.png",
    "scikit-image/coffee.png",
    "scikit-image/ihc.png",
    "scikit-image/moon.png",
    "scikit-image/motorcycle_left.png",
)
#: The model's own size, and the size at which all photographs come in.
SIZES = {"network": 224, "pixels": 512}
WARM_UP = 2
STARTS = 5
#: What the scores of two engines may differ by.
TOLERANCE = 1e-4


@dataclass
class Engine:
    name: str
    command: list[str]
    kinds: tuple[str, ...]
    #: What it is compared with.
    peers: tuple[str, ...] = ()
    #: What it takes to have it, by what it is.
    files: dict[str, list[Path]] = field(default_factory=dict)
    #: It takes the processor's instructions itself, and not a JavaScript engine for it.
    native: bool = False


class Worker:
    """A running engine."""

    def __init__(self, engine: Engine, pictures: Path) -> None:
        environment = dict(os.environ)
        if engine.native and "HIMAYA_PRELOAD" in environment:
            environment["LD_PRELOAD"] = environment["HIMAYA_PRELOAD"]
        self.process = subprocess.Popen(
            [*engine.command, str(pictures)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.start = self.read()

    def read(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.process.args[:3]} ended with {self.process.wait()}")
        return json.loads(line)

    def ask(self, kind: str, first: int, count: int) -> dict:
        self.process.stdin.write(f"{kind} {first} {count}\n")
        self.process.stdin.flush()
        return self.read()

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def write_pictures(folder: Path) -> None:
    """Each photograph as RGBA in both sizes, and a list of them."""
    listing: dict[str, list[dict]] = {kind: [] for kind in SIZES}
    source = Path(os.environ["HIMAYA_CACHE"]) / "golden-pictures"
    for name in PHOTOGRAPHS:
        with Image.open(source / name) as picture:
            for kind, side in SIZES.items():
                resized = picture.convert("RGB").resize((side, side), Image.Resampling.BILINEAR)
                file = f"{Path(name).stem}-{side}.rgba"
                (folder / file).write_bytes(resized.convert("RGBA").tobytes())
                listing[kind].append({"file": file, "width": side, "height": side})
    (folder / "pictures.json").write_text(json.dumps(listing))


def native_himaya() -> Engine:
    files = {"command `himaya` with the models": [Path(os.environ["HIMAYA_BIN"])]}
    return Engine("Himaya", [os.environ["HIMAYA_ENGINE"]], ("network", "pixels"), ("onnxruntime",), files, native=True)


def all_engines() -> list[Engine]:
    import onnxruntime

    node, wasm = Path(os.environ["HIMAYA_NODE"]), Path(os.environ["HIMAYA_WASM"])
    model = Path(os.environ["HIMAYA_MODEL"])
    modules = node / "node_modules"

    def in_node(engine: str) -> list[str]:
        return ["node", str(node / "node.mjs"), engine]

    shard = modules / "nsfwjs/dist/models/mobilenet_v2_mid"
    tfjs_wasm, ort_web = modules / "@tensorflow/tfjs-backend-wasm/dist", modules / "onnxruntime-web/dist"
    return [
        native_himaya(),
        Engine(
            "onnxruntime",
            [sys.executable, str(FOLDER / "engines/onnxruntime_native.py")],
            ("network",),
            files={
                "library": sorted(Path(onnxruntime.__file__).parent.glob("capi/*.so*")),
                "model": [model],
            },
            native=True,
        ),
        Engine(
            "Himaya, WASM",
            in_node("himaya"),
            ("network", "pixels"),
            ("tfjs-wasm", "onnxruntime-web"),
            {"module": [wasm / "himaya_full_bg.wasm"], "model": [model], "script": [wasm / "himaya_full.js"]},
        ),
        Engine(
            "tfjs-wasm",
            in_node("tfjs"),
            ("network", "pixels"),
            files={
                "module": [tfjs_wasm / "tfjs-backend-wasm-simd.wasm"],
                "scripts": [
                    modules / "@tensorflow/tfjs/dist/tf.min.js",
                    tfjs_wasm / "tf-backend-wasm.min.js",
                ],
                "model (base 64)": sorted(shard.glob("*.min.js")),
            },
        ),
        Engine(
            "onnxruntime-web",
            in_node("onnxruntime-web"),
            ("network",),
            files={
                "module": [ort_web / "ort-wasm-simd-threaded.wasm"],
                "scripts": [ort_web / "ort.wasm.min.mjs", ort_web / "ort-wasm-simd-threaded.mjs"],
                "model": [model],
            },
        ),
    ]


def check_weights_are_folded(folder: Path) -> None:
    """onnxruntime must not make numbers of the stored bytes with every run."""
    sys.path.insert(0, str(FOLDER / "engines"))
    from onnxruntime_native import session

    optimised = folder / "optimised.onnx"
    session(str(optimised))
    if b"DequantizeLinear" in optimised.read_bytes():
        sys.exit("onnxruntime left DequantizeLinear in the network: the comparison would flatter us")


def compare(rounds: int, pictures: Path) -> None:
    check_weights_are_folded(pictures)
    engines = all_engines()
    ready: dict[str, list[float]] = {engine.name: [] for engine in engines}
    for _ in range(STARTS - 1):
        for engine in engines:
            worker = Worker(engine, pictures)
            ready[engine.name].append(worker.start["ready_ms"])
            worker.end()
    workers = {engine.name: Worker(engine, pictures) for engine in engines}
    for engine in engines:
        ready[engine.name].append(workers[engine.name].start["ready_ms"])

    count = len(PHOTOGRAPHS)
    times: dict[tuple[str, str], list[list[float]]] = {}
    scores: dict[tuple[str, str], np.ndarray] = {}
    last: dict[str, dict] = {}
    for number in range(WARM_UP + rounds):
        for kind in SIZES:
            # Who begins changes with every round.
            for engine in engines[number % len(engines) :] + engines[: number % len(engines)]:
                if kind not in engine.kinds:
                    continue
                answer = last[engine.name] = workers[engine.name].ask(kind, 0, count)
                scores[engine.name, kind] = np.array(answer["scores"])
                if number >= WARM_UP:
                    times.setdefault((engine.name, kind), []).append(answer["ms"])
    for worker in workers.values():
        worker.end()

    print(f"{count} photographs, {rounds} rounds; milliseconds a picture; one thread each.\n")
    if "HIMAYA_PRELOAD" in os.environ:
        print("The native ones take the processor for one without AVX-512.\n")
    for kind, title in (
        ("network", "Network only: pictures of 224x224. Himaya's time includes making numbers of the pixels and\n"
                    "the assessment; the peers get a tensor that was made before."),
        ("pixels", "From the pixels of 512x512 RGBA to the scores, with resizing (tfjs: nsfwjs.classify)."),
    ):
        print(f"{title}\n\n| Engine | Median | Fastest | Ratio to the peer |\n|---|---|---|---|")
        for engine in engines:
            if (engine.name, kind) not in times:
                continue
            own = times[engine.name, kind]
            flat = [value for part in own for value in part]
            ratios = []
            for peer in engine.peers:
                if (peer, kind) in times:
                    parts = zip(own, times[peer, kind], strict=True)
                    ratio = median(median(ours) / median(theirs) for ours, theirs in parts)
                    ratios.append(f"{ratio:.2f} of {peer}")
            cell = ", ".join(ratios) or "–"
            print(f"| {engine.name} | {median(flat):.1f} | {min(flat):.1f} | {cell} |")
        print()

    print("| Engine | Ready, ms | Peak memory, MB | before the engine was loaded |\n|---|---|---|---|")
    for engine in engines:
        peak, start = last[engine.name]["peak_mb"], workers[engine.name].start["start_mb"]
        print(f"| {engine.name} | {median(ready[engine.name]):.0f} | {peak:.0f} | {start:.0f} |")
    print(f"\nReady: until a picture can be given, median of {STARTS} starts; in Node with importing the package.")

    print("\n| Engine | Size of | MB | gzipped |\n|---|---|---|---|")
    for engine in engines:
        for what, files in engine.files.items():
            data = [file.read_bytes() for file in files]
            raw, packed = sum(map(len, data)), sum(len(gzip.compress(part, 9)) for part in data)
            print(f"| {engine.name} | {what} | {raw / 1e6:.2f} | {packed / 1e6:.2f} |")

    print()
    for kind in SIZES:
        own = scores["Himaya", kind]
        for engine in engines:
            if (engine.name, kind) in scores and engine.name != "Himaya":
                largest = float(np.abs(scores[engine.name, kind] - own).max())
                print(f"{engine.name} and Himaya, {kind}: scores differ by {largest:.1e} at most")
                if not largest <= TOLERANCE:
                    sys.exit(f"more than {TOLERANCE}: they do not run the same network")


def watch_memory(pictures: Path, total: int) -> None:
    """What our process holds while it assesses many pictures."""
    worker = Worker(native_himaya(), pictures)
    print("| Pictures | Memory, MB | Most so far, MB |\n|---|---|---|")
    print(f"| none, before loading | {worker.start['start_mb']:.1f} | |")
    done = 0
    for target in (1, 100, 1000, 10_000, 100_000):
        if done == total:
            break
        while done < min(target, total):
            # In small portions: what the process keeps for its answer should not count.
            portion = min(target, total, done + 100) - done
            answer = worker.ask("pixels", done, portion)
            done += portion
        print(f"| {done:,} | {answer['now_mb']:.1f} | {answer['peak_mb']:.1f} |", flush=True)
    worker.end()
    starts = []
    for _ in range(2 * STARTS):
        worker = Worker(native_himaya(), pictures)
        starts.append(worker.start["ready_ms"])
        worker.end()
    print(f"\nModel ready after {median(starts):.0f} ms (median of {len(starts)} starts, fastest {min(starts):.0f}).")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--memory", type=int, nargs="?", const=10_000, metavar="N")
    # `run` sees to it.
    parser.add_argument("--without-avx512", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_pictures(Path(folder))
        if given.memory:
            watch_memory(Path(folder), given.memory)
        else:
            compare(max(given.rounds, 1), Path(folder))


if __name__ == "__main__":
    main()
