"""Trains, evaluates and writes the pack, its golden scores and its card."""

import argparse
import json
import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

import numpy as np

from . import card, context, data, export, features, fuse, settle
from .data import CALIBRATION, OUTPUTS, TEST, Chat, Message
from .fuse import COUNTERPART, PROTECTED, Seen, Side
from .network import Shape
from .teacher import Teacher
from .train import Recipe, odds, train

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parents[2]
DEVELOPMENT = ROOT / "tests/accuracy/conversations"
VERSION = "1.7.2"
GOLDEN = 64
# What is compared learns this long, from ideas of these tenths and a third of what is learnt from only.
COMPARED_EPOCHS, COMPARED_TENTHS = 2, (2, 3, 4)
# Halves and quarters of ordinary chat, by dialog.
LEARNT, CHOSEN, MEASURED = range(5), (5, 6, 7), (8, 9)
# In so few words nothing tells a harmless speaker from another.
FEW_WORDS = 5
BEGUN = monotonic()


def report(text: str) -> None:
    print(f"[{monotonic() - BEGUN:5.0f} s] {text}", flush=True)


@dataclass
class Corpus:
    """Everything there is to learn from and to measure on."""

    extra: list[Message]
    """To learn from only."""

    messages: list[Message]
    read: features.Read
    part: np.ndarray
    chats: list[Chat]
    chat_read: features.Read
    chat_part: np.ndarray


def load(teacher: Teacher, ordinary: Path, half: int | None = None) -> Corpus:
    messages = data.written(HERE / "data")
    embeddings = teacher.embed([message.text for message in messages])
    chats = data.ordinary(ordinary)
    part = np.array(data.ideas(messages, embeddings))
    corpus = Corpus(
        extra(teacher, embeddings[np.isin(part, (*TEST, *CALIBRATION))], half),
        messages,
        features.read([message.text for message in messages]),
        part,
        chats,
        features.read([chat.text for chat in chats]),
        np.array([data.tenth(chat.dialog) for chat in chats]),
    )
    report(
        f"{len(messages)} messages, {len(corpus.extra)} of rules and conversations, {len(chats)} of ordinary chat"
    )
    return corpus


def extra(teacher: Teacher, measured: np.ndarray, half: int | None) -> list[Message]:
    """Examples of rules and messages of conversations (all, or one half) that paraphrase nothing that is measured. Left out
    are a counter-example of one rule that meets another, and a few words of a conversation that meet a rule and
    only sound like an indicator: they are the same in a stranger's mouth."""
    said = data.conversations(HERE / "data/conversations", half)
    found = data.examples(ROOT / "models/lexicon", ROOT / "tests/accuracy/messages") + said
    embeddings = teacher.embed([message.text for message in found])
    alike = [
        (embeddings[at : at + 1000] @ measured.T).max(1) > data.SAME_IDEA
        for at in range(0, len(found), 1000)
    ]
    rules = features.read([message.text for message in found]).rules
    of_rules = len(found) - len(said)
    kept = []
    for index, (message, paraphrase, met) in enumerate(
        zip(found, np.concatenate(alike), rules, strict=True)
    ):
        tells = len(message.text.split()) > FEW_WORDS or message.behavior == "ordinary"
        unmet = all(rule["guarded"] for rule in met)
        kept.append(not paraphrase and (message.indicator or unmet or (index >= of_rules and tells)))
    return [message for message, keep in zip(found, kept, strict=True) if keep]


def seen(found: np.ndarray, rules: list[list[dict]], own: bool) -> Seen:
    """What classifier and rules say of messages of one side."""
    said = [features.said(of, own) for of in rules]
    column = found[:, PROTECTED if own else COUNTERPART]
    return Seen(column, np.array([w for w, _ in said], np.float32), np.array([v for _, v in said], bool))


class Judge:
    """A trained network, quantised, calibrated and settled, with its contexts and its fusion. With the `file` of one
    that was written before, only the last two are fitted."""

    def __init__(self, corpus: Corpus, parameters, shape: Shape, file: bytes | None = None, rounds=settle.ROUNDS):
        self.corpus, self.shape, self._file = corpus, shape, file
        codes, scale, dense = export.quantize(parameters)
        held = np.isin(corpus.part, CALIBRATION)
        chosen = np.isin(corpus.chat_part, CHOSEN)
        self.parameters = {**parameters, **dense, "table": codes * scale}
        messages = [m for m, h in zip(corpus.messages, held) if h]
        rules = [r for r, h in zip(corpus.read.rules, held) if h]
        if file is None:
            self._calibrate(held)
            learnt = [m for m, part in zip(corpus.messages, corpus.part) if part not in (*TEST, *CALIBRATION)]
            chats = [c for c, part in zip(corpus.chats, corpus.chat_part) if part in LEARNT]
            for how in rounds:
                self.parameters = settle.settled(
                    self.parameters, learnt + corpus.extra, chats, shape, how, report
                )
                self._calibrate(held)
            dense = {name: np.asarray(self.parameters[name], np.float32) for name in dense}
        dense["out"], dense["out_bias"] = context.fitted(self.parameters, corpus.extra, shape)
        self.parameters |= dense
        self.quantized = codes, scale, dense
        if file is not None:
            self._file = export.exchanged(file, dense)
        found = self.odds([t for t, h in zip(corpus.read.tokens, held) if h])
        chat_found = self.odds([t for t, c in zip(corpus.chat_read.tokens, chosen) if c])
        chat_rules = [r for r, c in zip(corpus.chat_read.rules, chosen) if c]
        heard = [c.language for c, is_chosen in zip(corpus.chats, chosen) if is_chosen]
        languages = {m.language for m in corpus.messages}
        number = Counter(heard)
        weight = np.array([(name in languages) / number[name] for name in heard])
        self.sides = {}
        for own, name in ((False, "counterpart"), (True, "protected")):
            side = np.array([not m.indicator or m.own == own for m in messages])
            truth = np.array([m.indicator for m in messages])[side]
            of = seen(found[side], [r for r, s in zip(rules, side) if s], own)
            self.sides[name] = fuse.fit(of, truth, seen(chat_found, chat_rules, own), weight)

    def _calibrate(self, held: np.ndarray) -> None:
        """Makes the log odds of either side honest, those of behaviours like the other side's."""
        messages = [m for m, h in zip(self.corpus.messages, held) if h]
        found = self.odds([t for t, h in zip(self.corpus.read.tokens, held) if h])
        slopes, shifts = np.ones(len(OUTPUTS)), np.zeros(len(OUTPUTS))
        for own, output in ((False, COUNTERPART), (True, PROTECTED)):
            side = np.array([not m.indicator or m.own == own for m in messages])
            truth = np.array([m.indicator for m in messages])[side]
            slopes[output], shifts[output] = fuse.platt(found[side, output], truth)
        behaviors = slice(0, COUNTERPART)
        slopes[behaviors], shifts[behaviors] = slopes[COUNTERPART], shifts[COUNTERPART]
        out, bias = np.asarray(self.parameters["out"]), np.asarray(self.parameters["out_bias"])
        self.parameters |= {
            "out": (out * slopes).astype(np.float32),
            "out_bias": (bias * slopes + shifts).astype(np.float32),
        }

    def file(self) -> bytes:
        """The network as an ONNX file."""
        return self._file or export.model(*self.quantized, self.shape)

    def odds(self, tokens: list[list[list[int]]]) -> np.ndarray:
        return odds(self.parameters, tokens, self.shape)

    def side(self, own: bool) -> Side:
        return self.sides["protected" if own else "counterpart"]


def judged(recipe: Recipe, corpus: Corpus, teacher: Teacher) -> Judge:
    """A network trained on all ideas but those for testing and calibration."""
    return judged_by(recipe, corpus, teacher, ~np.isin(corpus.part, (*TEST, *CALIBRATION)), corpus.extra)


def judged_by(
    recipe: Recipe, corpus: Corpus, teacher: Teacher, learnt: np.ndarray, extra: list[Message]
) -> Judge:
    """A network trained on some messages."""
    chats = np.isin(corpus.chat_part, LEARNT)
    parameters = train(
        recipe,
        [m for m, keep in zip(corpus.messages, learnt) if keep] + extra,
        [c for c, keep in zip(corpus.chats, chats) if keep],
        teacher,
        report,
    )
    return Judge(corpus, parameters, recipe.shape)


def golden(judge: Judge, path: Path) -> None:
    """Scores that core has to give, by ONNX's reference implementation."""
    step = max(len(judge.corpus.messages) // GOLDEN, 1)
    some = range(0, len(judge.corpus.messages), step)
    tokens = [judge.corpus.read.tokens[index][: judge.shape.tokens] for index in some]
    ids = [
        features.ids([t], len(t), judge.shape.rows, judge.shape.hashes, judge.shape.pairs)[0]
        for t in tokens
    ]
    wanted = export.scores(judge.file(), ids)
    ours = 1 / (1 + np.exp(-judge.odds(tokens)))
    apart = float(np.abs(wanted - ours).max())
    if apart > 1e-4:
        raise RuntimeError(f"the exported network differs from the trained one by {apart}")
    rows = [
        {"text": judge.corpus.messages[index].text, "scores": [round(float(s), 6) for s in scores]}
        for index, scores in zip(some, wanted)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def ablations(recipe: Recipe) -> dict[str, Recipe]:
    shape = recipe.shape
    return {
        "without the teacher": replace(recipe, teacher=False),
        "without rewordings by the teacher": replace(recipe, reworded=0.0),
        "without ties between names and spellings": replace(recipe, alike=0.0),
        "without hard negatives": replace(recipe, hard_negatives=False),
        "bag only, no convolution": replace(recipe, shape=replace(shape, convolution=False)),
        "whole words only: a pruned-vocabulary copy of the teacher's words": replace(
            recipe, shape=replace(shape, hashes=1)
        ),
        "twice the columns (4 MB)": replace(recipe, shape=replace(shape, columns=shape.columns * 2)),
    }


def compare(recipe: Recipe, corpus: Corpus, teacher: Teacher, out: Path) -> None:
    """Trains the shipped design and others, all as briefly, and writes how they do."""
    figures = {"teacher itself, with a hidden layer": card.teacher_itself(corpus, teacher, TEST, CALIBRATION)}
    learnt, others = np.isin(corpus.part, COMPARED_TENTHS), corpus.extra[::3]
    for name, other in {"as shipped": recipe, **ablations(recipe)}.items():
        report(name)
        tried = card.measure(judged_by(other, corpus, teacher, learnt, others), TEST, MEASURED)
        figures[name] = card.summary(tried)
        report(card.line(tried))
        keep(out / "ablations.json", figures)
        card.write(out)


def keep(path: Path, figures: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="build", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "models/text/himaya-text-1")
    parser.add_argument("--ordinary", type=Path, default=ROOT.parent / "shared/data/benign")
    parser.add_argument(
        "--compare", action="store_true", help="only train what the card compares with, briefly"
    )
    parser.add_argument("--quick", action="store_true", help="one epoch, to try the command")
    parser.add_argument("--fuse", action="store_true", help="fit the contexts and the fusion anew, without training")
    parser.add_argument("--settle", action="store_true", help="settle what is there by spellings once more and fit the rest, without training")
    parser.add_argument(
        "--half", type=int, choices=(0, 1),
        help="train on one half of the conversations, for what learns from the other; writes the pack alone",
    )  # fmt: skip
    parser.add_argument("--card", action="store_true", help="only write the card anew")
    args = parser.parse_args()
    if args.card:
        card.write(args.out)
        return
    teacher = Teacher(Path(os.environ["HIMAYA_CACHE"]))
    corpus = load(teacher, args.ordinary, args.half)
    recipe = Recipe(epochs=1, word_epochs=1) if args.quick else Recipe()

    if args.compare:
        compare(replace(recipe, epochs=COMPARED_EPOCHS), corpus, teacher, args.out)
        return

    if args.fuse:
        file = (args.out / "model.onnx").read_bytes()
        judge = Judge(corpus, export.parameters(file), recipe.shape, file)
    elif args.settle:
        parameters = export.parameters((args.out / "model.onnx").read_bytes())
        judge = Judge(corpus, parameters, recipe.shape, rounds=settle.ROUNDS[-1:])
    else:
        report("training: a tenth of the ideas is for testing, another for calibration")
        judge = judged(recipe, corpus, teacher)
    results = card.measure(judge, TEST, MEASURED)
    report(card.line(results))
    languages = sorted({message.language for message in corpus.messages})
    export.pack(args.out, VERSION, judge.file(), recipe.shape, judge.sides, languages)
    if args.half is not None:
        report(f"wrote {args.out}")
        return
    golden(judge, ROOT / "tests/golden/text_model.jsonl")
    keep(args.out / "evaluation.json", card.figures(VERSION, recipe, corpus, judge, results, DEVELOPMENT))
    card.write(args.out)
    report(f"wrote {args.out}")


if __name__ == "__main__":
    main()
