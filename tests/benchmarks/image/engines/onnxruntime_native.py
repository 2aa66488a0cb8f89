"""onnxruntime on one thread, with our ONNX file: reads lines `KIND FIRST COUNT` and answers with
times and scores, one JSON object a line. The folder given is the one that compare.py filled."""

import json
import os
import re
import sys
from pathlib import Path
from time import perf_counter

import numpy as np


def resident() -> list[float]:
    """Megabytes that the process holds now and held at most; 0 where there is no /proc."""
    status = Path("/proc/self/status")
    text = status.read_text() if status.exists() else ""
    found = (re.search(rf"^{key}:\s+(\d+)", text, re.MULTILINE) for key in ("VmRSS", "VmHWM"))
    return [int(kilobytes[1]) * 1024 / 1e6 if kilobytes else 0.0 for kilobytes in found]


def session(save_to: str = ""):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    # Else the weights stay bytes, and each run makes them numbers anew.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    options.optimized_model_filepath = save_to
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(os.environ["HIMAYA_MODEL"], options, providers=["CPUExecutionProvider"])


def main(folder: Path) -> None:
    pictures = json.loads((folder / "pictures.json").read_text())
    start, _ = resident()
    begun = perf_counter()
    network = session()
    name = network.get_inputs()[0].name
    print(json.dumps({"start_mb": start, "ready_ms": 1e3 * (perf_counter() - begun)}), flush=True)
    for line in sys.stdin:
        kind, first, count = line.split()
        times, scores = [], []
        for index in range(int(first), int(first) + int(count)):
            picture = pictures[kind][index % len(pictures[kind])]
            rgba = np.fromfile(folder / picture["file"], np.uint8)
            rgb = rgba.reshape(picture["height"], picture["width"], 4)[..., :3]
            planes = np.ascontiguousarray((rgb.astype(np.float32) / 255).transpose(2, 0, 1)[None])
            begun = perf_counter()
            (found,) = network.run(None, {name: planes})
            times.append(1e3 * (perf_counter() - begun))
            scores.append(found[0].tolist())
        now, peak = resident()
        print(json.dumps({"ms": times, "scores": scores, "now_mb": now, "peak_mb": peak}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
