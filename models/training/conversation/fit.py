"""Fits the numbers of the sequential test over conversations and writes weights.toml.

Where there is a classifier: gradient-boosted trees over what core says is present in development conversations, and
what they sound like, beside set weights of the behaviours. Where rules are alone: logistic regression, whose
coefficients are log-likelihood ratios. A risky conversation counts by how it stands at its mark and one message
later, a harmless one by the message at which it looks worst (found anew after every fit of the regression, as in
multiple-instance learning), to the trees by the three that look worst to the regression; to them a risky one also counts,
a little, as not yet one to warn of, where before its mark but one thing was shown. Both also learn from conversations that
the classifier learnt from, to the trees each as a classifier reads it that learnt from the other half of them alone. What a
recurrent network makes of the order of it all (`recurrent.py`) is added to what the trees say, both learnt from the same. Everything is
scored by what was fitted without it (five folds, by the brief that it was written after, so that others' conversations
are judged; an ordinary dialogue and the chain that it is part of may fall apart), and the boundary is read off those
scores. What is tried in `settings.toml` is chosen by the same scores, so they are a little too good.
"""

import argparse
import itertools
import json
import re
import subprocess
import tempfile
import tomllib
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
import recurrent
from himaya_text.data import half as half_of
from scipy.optimize import minimize, minimize_scalar

ROOT = Path(__file__).resolve().parents[3]
WEIGHTS = ROOT / "models/conversation/weights.toml"
CONVERSATIONS = ROOT / "models/training/text/data/conversations"
# How much the kinds of conversation weigh, all risky ones together being 1.
HARMLESS, HARMLESS_SPREAD, RISKY_SPREAD, ORDINARY, CHAINED = 2.0, 0.75, 0.5, 0.5, 0.25
# To the trees ordinary dialogues weigh more: there are thousands, of which one in a thousand may warn, and in many
# somebody asks an age or a place.
ORDINARY_OF_TREES, CHAINED_OF_TREES = 8.0, 0.5
ROUNDS = 6
# As in core: the most that what messages sound like counts, as a share of the boundary; and which cue is no part of
# what is shown.
TONE_SHARE, UNSHOWN_CUE = 0.9, "one_sided_questions"
# Rounds in which the boundary and what it bounds are found.
SETTLING = 4
# Messages by which a harmless conversation counts to the trees; of an ordinary dialogue it is one.
WORST = 3
# What the other side shows; when a second of these is less present than that, but one thing was shown; how much a risky
# conversation counts as harmless by then.
OWN = ("personal_info_disclosure", "refusal", "distress")
SECOND, TOO_EARLY = 0.1, 0.1
# What the latest messages of a side sound like, whatever they show.
CONTEXTS = ("counterpart_context", "protected_context")
# As in core: messages after which half of what a long conversation adds to the boundary is there. What may be
# added, in nats.
LONG, ADDED = 100, np.arange(0, 8.01, 0.1)
# Scores nearer than this are held for the same: the most shrunk weights among them are taken (the rule
# of one standard error, Breiman et al. 1984).
SAME_SCORE = 0.02
# The most that core takes of one weight, in nats.
MOST_NATS = 32.0
# Less takes all weight from some that research names first ("are you home alone?").
SHRINKAGES = (0.02, 0.04)


@dataclass
class Course:
    """How present everything was after each message of a conversation."""

    id: str
    kind: str
    """`risky`, `harmless`, the same `spread`, `ordinary` or `chained`."""
    mark: int | None
    presence: np.ndarray
    by_hand: np.ndarray
    """Evidence of what is not fitted."""
    length: np.ndarray
    """How long the conversation with whoever is judged is by then, 0..1; as in core."""
    fold: int
    heard: "list[Heard]"

    @property
    def risky(self) -> bool:
        return self.mark is not None


@dataclass
class Heard:
    """The messages that the conversation with one counterpart consists of; in a group there are several of these."""

    rows: np.ndarray
    """The number of each message."""
    presence: np.ndarray


@dataclass
class Evidence:
    """For and against a conversation after each of its messages, in nats."""

    nats: np.ndarray
    tone: np.ndarray
    """The part of it that sounds alone make."""

    def within(self, course: Course, at: "Boundary") -> np.ndarray:
        """As core counts it: the tone never reaches the boundary."""
        return self.nats - np.maximum(self.tone - TONE_SHARE * (at.nats + at.long * course.length), 0)


# What makes evidence of a course, having learnt from others.
Judge = Callable[[Course], Evidence]
Learn = Callable[[list[Course]], Judge]


def brief(name: str) -> str:
    """The brief that a conversation was written after: what stands before the number of its id."""
    for word in ("plain", "more"):
        if f"-{word}" in name:
            return word
    return re.sub(r"\d+$", "", name.rsplit("-", 1)[-1])


def crc(name: str, of: int) -> int:
    return zlib.crc32(name.encode()) % of


def trace(
    binary: Path, settings: dict, sets: list[Path], *options: str, ordinary: Path | None = None
) -> Iterator[dict]:
    """What core says of all conversations with these settings, and of ordinary dialogues, those of a folder if one is
    given."""
    with tempfile.TemporaryDirectory() as folder:
        weights, out = Path(folder, "weights.toml"), Path(folder, "trace.jsonl")
        begin = start(settings)
        weights.write_text(
            render(
                settings, begin, begin, recurrent.written(None, []), [], Boundary(7.0, 0.0), Boundary(7.0, 0.0), []
            ),
            encoding="utf-8",
        )
        arguments = [f"--set={path}" for path in sets]
        if ordinary is not None:
            arguments.append(f"--ordinary={ordinary}")
        subprocess.run(
            [binary, *options, "eval", "--conversations", *arguments, "--trace", out,
             "--conversation-weights", weights],
            cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        with out.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def start(settings: dict) -> dict:
    names = [*settings["behaviors"], *settings["cues"]]
    return dict.fromkeys(names, 1.0) | settings["by_hand"]


def tones(settings: dict) -> list[str]:
    return [f"tone.{name}" for name in (*settings["behaviors"], "anything", *CONTEXTS)]


def courses(rows: Iterable[dict], settings: dict, names: list[str]) -> list[Course]:
    by_hand, briefs, found = settings["by_hand"], settings["briefs"]["folds"], []
    fold_of = {name: fold for fold, together in enumerate(briefs) for name in together}
    for row in rows:
        spread, name = "spread" in row["set"], row["id"].split(",")[0]
        if row["set"].endswith("told"):
            continue
        if row["set"].startswith("ordinary"):
            kind, fold = "chained" if "chained" in row["set"] else "ordinary", crc(name, len(briefs))
        else:
            kind = row["label"] + (" spread" if spread else "")
            fold = fold_of.get(brief(name), crc(name, len(briefs)))
        said = [message["presence"] for message in row["messages"]]
        presence = presences(said, names)
        hand = np.array([sum(by_hand[n] * of.get(n, 0.0) for n in by_hand) for of in said], np.float32)
        found.append(
            Course(
                row["id"], kind, row["mark"], presence, hand, lengths(row["messages"]), fold,
                heard(row["messages"], names),
            )
        )  # fmt: skip
    return found


def presences(said: list[dict], names: list[str]) -> np.ndarray:
    rows = np.array([[of.get(name, 0.0) for name in names] for of in said], np.float32)
    return rows.reshape(-1, len(names))


def heard(messages: list[dict], names: list[str]) -> list[Heard]:
    """What belongs to each counterpart: their own messages, and the child's behind one of theirs."""
    rows: dict[str, list[int]] = {}
    for number, message in enumerate(messages):
        rows.setdefault(message["of"], []).append(number)
    return [
        Heard(np.array(of), presences([messages[at]["presence"] for at in of], names)) for of in rows.values()
    ]


def others(binary: Path, settings: dict, names: list[str], briefs: list[str], halves: Path | None) -> list[Course]:
    """Conversations that the classifier learnt from, those after some briefs: each as a classifier hears it that learnt
    from the other half, or by rules alone."""
    wanted, found = set(briefs), []
    for half in (0, 1):
        with tempfile.TemporaryDirectory() as folder:
            conversations, nothing = Path(folder, "conversations"), Path(folder, "ordinary")
            conversations.mkdir()
            nothing.mkdir()
            for path in sorted(CONVERSATIONS.glob("*.jsonl")):
                rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
                rows = [row for row in rows if half_of(row["id"]) == half and brief(row["id"]) in wanted]
                lines = "".join(json.dumps(untagged(row), ensure_ascii=False) + "\n" for row in rows)
                (conversations / path.name).write_text(lines, encoding="utf-8")
            options = ("--text-model", str(halves / str(1 - half))) if halves else ("--no-text-model",)
            rows = trace(binary, settings, [conversations], *options, ordinary=nothing)
            found += courses(rows, settings, names)
    return found


def untagged(conversation: dict) -> dict:
    """Without what its messages show: tags that the classifier knows and conversations do not (`bullying`)."""
    messages = [{k: v for k, v in m.items() if k not in ("shows", "near")} for m in conversation["messages"]]
    return conversation | {"messages": messages}


def lengths(messages: list[dict]) -> np.ndarray:
    numbers: dict[str, int] = {}
    found = []
    for message in messages:
        number = numbers[message["of"]] = numbers.get(message["of"], 0) + 1
        found.append(number / (number + LONG))
    return np.array(found)


SHARES = {
    "risky": 1.0, "risky spread": RISKY_SPREAD, "harmless": HARMLESS,
    "harmless spread": HARMLESS_SPREAD, "ordinary": ORDINARY, "chained": CHAINED,
}  # fmt: skip
SHARES_OF_TREES = SHARES | {"ordinary": ORDINARY_OF_TREES, "chained": CHAINED_OF_TREES}


def weigh(course: Course, number: dict[str, int], shares: dict[str, float] = SHARES) -> float:
    return shares[course.kind] / number[course.kind]


def fit(learnt: list[Course], prior: np.ndarray, shrinkage: float, bounds: list) -> np.ndarray:
    """Weights within `bounds`, by rounds of logistic regression drawn to `prior`."""
    number: dict[str, int] = {}
    for course in learnt:
        number[course.kind] = number.get(course.kind, 0) + 1
    weights, intercept = prior.copy(), -3.0
    for _ in range(ROUNDS):
        rows, offset, truth, weight = [], [], [], []
        for course in learnt:
            of = weigh(course, number)
            if course.risky:
                last = len(course.presence) - 1
                for at, share in ((course.mark, 0.5), (min(course.mark + 1, last), 0.5)):
                    rows.append(course.presence[at])
                    offset.append(course.by_hand[at])
                    truth.append(1.0)
                    weight.append(of * share)
            else:
                at = int(np.argmax(course.presence @ weights + course.by_hand))
                rows.append(course.presence[at])
                offset.append(course.by_hand[at])
                truth.append(0.0)
                weight.append(of)
        x, o, y, w = (np.array(part, np.float64) for part in (rows, offset, truth, weight))

        def loss(parameters):
            coefficients, bias = parameters[:-1], parameters[-1]
            odds = x @ coefficients + o + bias
            lost = (w * (np.logaddexp(0, odds) - y * odds)).sum()
            apart = coefficients - prior
            chance = 1 / (1 + np.exp(-odds))
            slope = w * (chance - y)
            gradient = np.append(x.T @ slope + 2 * shrinkage * apart, slope.sum())
            return lost + shrinkage * (apart**2).sum(), gradient

        found = minimize(loss, np.append(weights, intercept), jac=True,
                         bounds=[*bounds, (-20.0, 20.0)], method="L-BFGS-B")  # fmt: skip
        weights, intercept = found.x[:-1], found.x[-1]
    return weights


@dataclass
class Linear:
    """Weights alone."""

    weights: np.ndarray

    def __call__(self, course: Course) -> Evidence:
        nats = course.presence @ self.weights + course.by_hand
        return Evidence(nats, np.zeros_like(nats))


@dataclass
class Boosted:
    """Trees beside weights of the behaviours (Friedman 2001)."""

    booster: lightgbm.Booster
    weights: np.ndarray
    sounds: np.ndarray
    """Which columns are no part of what is shown."""

    def trees(self, presence: np.ndarray) -> np.ndarray:
        both = np.vstack([presence, np.zeros_like(presence[:1])])
        found = self.booster.predict(both, raw_score=True)
        return found[:-1] - found[-1]

    def __call__(self, course: Course) -> Evidence:
        nats = course.presence @ self.weights + course.by_hand + self.trees(course.presence)
        return Evidence(nats, self.trees(np.where(self.sounds, course.presence, 0)))


def sequences(learnt: list[Course]) -> list[recurrent.Sequence]:
    """What the network learns from; of a risky conversation only the part with whoever is the risk."""
    number: dict[str, int] = {}
    for one in learnt:
        number[one.kind] = number.get(one.kind, 0) + 1
    found = []
    for one in learnt:
        for part in one.heard:
            mark = None
            if one.risky:
                marked = np.flatnonzero(part.rows == one.mark)
                if not len(marked):
                    continue
                mark = int(marked[0])
            made = recurrent.sequence(part.presence, one.kind, mark)
            # Each kind weighs as much as its share, however many there are of it.
            made.weight *= len(learnt) / number[one.kind] / len(number)
            found.append(made)
    return found


def went(parameters: recurrent.Parameters, all_: list[Course]) -> list[np.ndarray]:
    """Log odds of the course after each message of conversations."""
    parts = [(at, part) for at, one in enumerate(all_) for part in one.heard]
    said = recurrent.judge(parameters)([part.presence for _, part in parts])
    found = [np.zeros(len(one.presence)) for one in all_]
    for (at, part), odds in zip(parts, said, strict=True):
        found[at][part.rows] = odds
    return found


def went_elsewhere(all_: list[Course], more: list[Course], seed: int) -> list[np.ndarray]:
    """The same by networks that learnt without the conversation."""
    found: list[np.ndarray] = [np.zeros(0)] * len(all_)
    for fold in sorted({one.fold for one in all_}):
        parameters = recurrent.trained(sequences([one for one in all_ if one.fold != fold] + more), seed)
        here = [at for at, one in enumerate(all_) if one.fold == fold]
        for at, odds in zip(here, went(parameters, [all_[at] for at in here]), strict=True):
            found[at] = odds
    return found


def together(found: list[Evidence], went: list[np.ndarray]) -> list[Evidence]:
    """With the course, which counts like what messages sound like."""
    return [Evidence(of.nats + odds, of.tone + odds) for of, odds in zip(found, went, strict=True)]


def linear(prior: np.ndarray, shrinkage: float, bounds: list, more: list[Course]) -> Learn:
    """What learns weights, each time from `more` too."""
    return lambda learnt: Linear(fit(learnt + more, prior, shrinkage, bounds))


def boosted(settings: dict, fitted: list[str], prior: np.ndarray, bounds: list, more: list[Course]) -> Learn:
    """What learns trees, each time from `more` too. They are monotone: more that is shown never says less."""
    how = settings["interplay"]
    sounds = np.array([name.startswith("tone.") or name == UNSHOWN_CUE for name in fitted])
    shown = [at for at, name in enumerate(settings["behaviors"]) if name not in OWN]
    parameters = {
        "objective": "binary", "num_leaves": how["leaves"], "learning_rate": how["rate"],
        "min_data_in_leaf": how["least"], "lambda_l2": how["shrinkage"], "feature_fraction": how["inputs"],
        "bagging_fraction": how["rows"], "bagging_freq": 1, "seed": how["seed"],
        "monotone_constraints": [int(not name.startswith("tone.")) for name in fitted],
        "deterministic": True, "force_row_wise": True, "num_threads": 2, "verbose": -1,
    }  # fmt: skip

    def learn(learnt: list[Course]) -> Boosted:
        learnt = learnt + more
        ranked = fit(learnt, prior, how["ranking"], bounds)
        number: dict[str, int] = {}
        for course in learnt:
            number[course.kind] = number.get(course.kind, 0) + 1
        rows, offset, truth, weight = [], [], [], []
        for course in learnt:
            looks = course.presence @ ranked + course.by_hand
            if course.risky:
                behind = min(course.mark + 1, len(course.presence) - 1)
                chosen = [(course.mark, 1.0, 0.5), (behind, 1.0, 0.5)]
                before = course.presence[: max(course.mark - 1, 0), shown]
                early = np.flatnonzero(np.sort(before, axis=1)[:, -2] < SECOND)
                if len(early):
                    chosen.append((early[np.argmax(looks[early])], 0.0, TOO_EARLY))
            else:
                worst = np.argsort(-looks)[: 1 if course.kind == "ordinary" else WORST]
                chosen = [(at, 0.0, 1 / len(worst)) for at in worst]
            for at, due, share in chosen:
                rows.append(course.presence[at])
                offset.append(course.presence[at] @ prior + course.by_hand[at])
                truth.append(due)
                weight.append(weigh(course, number, SHARES_OF_TREES) * share)
        x, o, y, w = (np.array(part, np.float64) for part in (rows, offset, truth, weight))
        w /= w.mean()

        def lost(bias: float) -> float:
            return float((w * (np.logaddexp(0, o + bias) - y * (o + bias))).sum())

        bias = minimize_scalar(lost, bounds=(-20.0, 20.0), method="bounded").x
        data = lightgbm.Dataset(x, y, weight=w, init_score=o + bias)
        return Boosted(lightgbm.train(parameters, data, how["trees"]), prior, sounds)

    return learn


def written(judge: Boosted) -> list[str]:
    """Each tree as its nodes in the order in which they are met (core/src/conversation/interplay.rs)."""

    def node(of: dict) -> str:
        if "leaf_value" in of:
            return number(of["leaf_value"])
        children = node(of["left_child"]), node(of["right_child"])
        return " ".join([f"{of['split_feature']}:{number(of['threshold'], 4)}", *children])

    def number(value: float, digits: int = 3) -> str:
        return f"{round(value, digits) + 0.0:.{digits}f}".rstrip("0").rstrip(".")

    return [node(tree["tree_structure"]) for tree in judge.booster.dump_model()["tree_info"]]


def crossed(all_: list[Course], learn: Learn) -> list[Evidence]:
    """Evidence after each message, by what was learnt without the conversation."""
    judges = {fold: learn([c for c in all_ if c.fold != fold]) for fold in {c.fold for c in all_}}
    return [judges[course.fold](course) for course in all_]


def conformal(scores: list[float], rate: float) -> float:
    """The least boundary that a new conversation of the kind reaches with at most this
    probability, whatever its distribution (Vovk et al. 2005): an order statistic."""
    scores = sorted(scores)
    rank = int(np.ceil((len(scores) + 1) * (1 - rate)))
    return scores[min(rank, len(scores)) - 1]


@dataclass(frozen=True)
class Boundary:
    """Evidence from which on to warn, in nats."""

    nats: float
    long: float
    """What is added to it in a long conversation."""

    def crossed(self, course: Course, evidence: np.ndarray) -> np.ndarray:
        """The messages behind which a conversation would warn."""
        return np.flatnonzero(evidence - self.long * course.length >= self.nats)


def boundary(all_: list[Course], evidence: list[np.ndarray], rates: dict, long: float | None = None) -> Boundary:
    """The one that keeps to the rates, and adds as little for long conversations as that takes, or just so much."""
    for added in ADDED if long is None else [long]:
        highest = {kind: [] for kind in rates}
        for course, of in zip(all_, evidence, strict=True):
            if course.kind in rates:
                highest[course.kind].append(float((of - added * course.length).max()))
        least_of = {kind: conformal(highest[kind], rate) for kind, rate in rates.items()}
        nats = max(of for kind, of in least_of.items() if kind != "harmless spread")
        if least_of["harmless spread"] <= nats:
            break
    return Boundary(max(least_of.values()) + 1e-3, float(added))


def settled(
    all_: list[Course], found: list[Evidence], rates: dict, long: float | None = None
) -> tuple[Boundary, list[np.ndarray]]:
    """The boundary, and the evidence of which the boundary is a part."""
    evidence = [of.nats for of in found]
    at = boundary(all_, evidence, rates, long)
    for _ in range(SETTLING):
        evidence = [of.within(course, at) for course, of in zip(all_, found, strict=True)]
        at = boundary(all_, evidence, rates, long)
    return at, evidence


def judged(all_: list[Course], evidence: list[np.ndarray], at: Boundary) -> dict:
    """Figures as `himaya eval --conversations` gives them."""
    figures = {}
    for kind in dict.fromkeys(course.kind for course in all_):
        of = [(c, e) for c, e in zip(all_, evidence, strict=True) if c.kind == kind]
        first = [at.crossed(c, e) for c, e in of]
        warned = [(c, f[0]) for (c, _), f in zip(of, first, strict=True) if len(f)]
        figures[kind] = {"warned": len(warned), "of": len(of)}
        if of[0][0].risky:
            figures[kind]["in_time"] = sum(int(f <= c.mark + 1) for c, f in warned)
    return figures


def f1(figures: dict) -> float:
    risky, harmless = figures["risky"], figures["harmless"]
    right, false = risky["warned"], harmless["warned"]
    return 2 * right / max(risky["of"] + right + false, 1)


@dataclass(frozen=True)
class Fitting:
    """A way to learn, and how conversations are judged that were not learnt from."""

    learn: Learn
    shrinkage: float
    at: Boundary
    figures: dict

    @staticmethod
    def of(
        all_: list[Course], learn: Learn, rates: dict, shrinkage: float = 0.0, went: list[np.ndarray] | None = None
    ) -> "Fitting":
        found = crossed(all_, learn)
        at, evidence = settled(all_, together(found, went) if went else found, rates)
        return Fitting(learn, shrinkage, at, judged(all_, evidence, at))

    @property
    def score(self) -> float:
        """Found at all, and found in time, counted alike."""
        risky = self.figures["risky"]
        return f1(self.figures) + risky["in_time"] / risky["of"]

    def shipped(
        self, all_: list[Course], rates: dict, went: list[np.ndarray] | None = None
    ) -> tuple[Judge, Boundary]:
        """What learnt from all, and its boundary: it keeps to the rates too."""
        judge = self.learn(all_)
        found = [judge(course) for course in all_]
        own, _ = settled(all_, together(found, went) if went else found, rates, self.at.long)
        return judge, Boundary(max(self.at.nats, own.nats), self.at.long)

    def __str__(self) -> str:
        return f"F1 {f1(self.figures):.3f}, boundary {self.at.nats:.2f} + {self.at.long:.1f}, {said(self.figures)}"


def most_shrunk(tried: list[Fitting]) -> Fitting:
    best = max(fitting.score for fitting in tried)
    alike = [fitting for fitting in tried if fitting.score >= best - SAME_SCORE]
    return max(alike, key=lambda fitting: (fitting.shrinkage, fitting.score))


def said(figures: dict) -> str:
    parts = []
    for kind, of in figures.items():
        in_time = f" ({of['in_time']} in time)" if "in_time" in of else ""
        parts.append(f"{of['warned']} of {of['of']} {kind}{in_time}")
    return ", ".join(parts)


def render(
    settings: dict, weights: dict, by_rules: dict, goes: list[str], trees: list[str], at: Boundary, at_rules: Boundary,
    notes: list[str],
) -> str:
    """The file: where there is a classifier, and where rules are alone."""
    cues = [*settings["cues"], *settings["by_hand"]]
    test = settings["test"]
    lines = [
        "# Numbers of the sequential test over a conversation (core/src/conversation/sequential.rs),",
        "# written by models/training/conversation/fit from its settings.toml and the conversations",
        "# in tests/accuracy/conversations and models/training/text/data/conversations.",
        *(f"# {note}" if note else "#" for note in notes),
        "schema_version = 6",
        f'version = "{settings["version"]}"',
        "",
        "# Presence halves in this many days without new signals.",
        f"half_life_days = {test['half_life_days']}",
        "# How strong a signal is: its probability, at log odds lower by `rarity` than where the",
        "# classifier was calibrated; what lies below `floor` says nothing; a rule's is at least",
        "# `rule_share` of the rule's weight.",
        *(f"{name} = {test[name]}" for name in ("rarity", "floor", "rule_share")),
        "",
        "[boundary]",
        "# Evidence from which on to warn, in nats: where conversations that were not learnt from",
        "# keep to the rates below.",
        f"nats = {at.nats:.3f}",
        "# What is added to it in the course of a long conversation, for those that are spread over weeks",
        "# of small talk.",
        f"long = {at.long:.1f}",
        "# The same without a classifier, where there is less to go by.",
        f"rules_alone = {at_rules.nats:.3f}",
        f"rules_alone_long = {at_rules.long:.1f}",
        "# At most this share of ordinary dialogues and of harmless conversations that sound alike",
        "# is to warn.",
        f"ordinary = {test['ordinary']}",
        f"harmless = {test['harmless']}",
        "",
        "# Nats of what is surely present, by itself; set by hand (settings.toml).",
        "[behaviors]",
        *(f"{name} = {weights[name]:.2f}" for name in settings["behaviors"]),
        "",
        "[cues]",
        *(f"{name} = {weights[name]:.2f}" for name in cues),
        "",
        "# The same where rules are alone; fitted.",
        "[rules_alone.behaviors]",
        *(f"{name} = {by_rules[name]:.2f}" for name in settings["behaviors"]),
        "",
        "[rules_alone.cues]",
        *(f"{name} = {by_rules[name]:.2f}" for name in cues),
        "",
        "# How it goes: a recurrent network over these inputs after each message (core/src/conversation/course.rs says",
        "# which number is what).",
        "[course]",
        *goes,
        "",
        "# What it adds together, and what the latest messages sound like: decision trees over these inputs",
        "# (core/src/conversation/interplay.rs says how they are written).",
        "[interplay]",
        "inputs = [",
        *(f'  "{name}",' for name in (*settings["behaviors"], *settings["cues"], *tones(settings))),
        "]",
        "trees = [",
        *(f'  "{tree}",' for tree in trees),
        "]",
        "",
        "# Nats that the relation adds; set by hand (settings.toml).",
        "[relations]",
        *(f"{name} = {nats}" for name, nats in settings["relations"].items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="fit", description=__doc__)
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--halves", type=Path, required=True, help="classifiers of one half each: 0 and 1 in it")
    parser.add_argument("--set", type=Path, action="append")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    sets = args.set or [ROOT / "tests/accuracy/conversations"]
    here = Path(__file__).parent
    settings = tomllib.loads((here / "settings.toml").read_text(encoding="utf-8"))
    fitted = [*settings["behaviors"], *settings["cues"], *tones(settings)]
    prior = np.array([settings["behaviors"].get(name, 0.0) for name in fitted])
    bounds = [(-settings["most_tone"], settings["most_tone"]) if name.startswith("tone.")
              else (0.0, settings["most"]) for name in fitted]  # fmt: skip
    rates = {kind: settings["test"][kind] for kind in ("ordinary", "harmless")}
    rates["harmless spread"] = settings["test"]["harmless_spread"]
    tried, briefs = [], settings["briefs"]
    names = list(settings["grid"])
    for values in itertools.product(*settings["grid"].values()):
        chosen = dict(zip(names, values, strict=True))
        settings["test"] |= chosen
        all_ = courses(trace(args.binary, settings, sets), settings, fitted)
        more = others(args.binary, settings, fitted, briefs["trees"], args.halves)
        learn = boosted(settings, fitted, prior, bounds, more)
        seed = settings["course"]["seed"]
        fitting = Fitting.of(all_, learn, rates, went=went_elsewhere(all_, more, seed))
        print(f"{chosen}, {fitting}", flush=True)
        tried.append((fitting, all_, more, dict(settings["test"])))
    best, all_, more, settings["test"] = max(tried, key=lambda one: one[0].score)
    rules = courses(trace(args.binary, settings, sets, "--no-text-model"), settings, fitted)
    more_rules = others(args.binary, settings, fitted, briefs["rules_alone"], None)
    of_rules = [
        Fitting.of(rules, linear(prior, shrinkage, bounds, more_rules), rates, shrinkage)
        for shrinkage in SHRINKAGES
    ]
    best_rules = most_shrunk(of_rules)
    network = recurrent.trained(sequences(all_ + more), settings["course"]["seed"])
    judge, at = best.shipped(all_, rates, went(network, all_))
    judge_rules, at_rules = best_rules.shipped(rules, rates)
    # As far from nothing to the boundary as with the classifier, so that a risk looks alike. Who warns is the same.
    factor = at.nats / at_rules.nats
    weights_alone = most_shrunk([
        Fitting.of(all_, linear(prior, shrinkage, bounds, more), rates, shrinkage) for shrinkage in SHRINKAGES
    ])  # fmt: skip
    notes = [
        f"Cross-validated by brief ({len(settings['briefs']['folds'])} folds): F1 {f1(best.figures):.3f}; warned of",
        f"{said(best.figures)}.",
        f"With weights fitted in place of the trees (shrinkage {weights_alone.shrinkage}): "
        f"F1 {f1(weights_alone.figures):.3f}; warned of",
        f"{said(weights_alone.figures)}.",
        f"Without the classifier (shrinkage {best_rules.shrinkage}): F1 {f1(best_rules.figures):.3f}; warned of",
        f"{said(best_rules.figures)}.",
    ]
    at_rules = Boundary(factor * at_rules.nats, factor * at_rules.long)
    named, named_rules = (
        dict(zip(fitted, (times * float(w) for w in found), strict=True))
        | {name: times * nats for name, nats in settings["by_hand"].items()}
        # Enough by itself, and for as long as half of it is left.
        | {"unmistakable": min(2 * (boundary_.nats + boundary_.long), MOST_NATS)}
        for found, boundary_, times in ((prior, at, 1.0), (judge_rules.weights, at_rules, factor))
    )
    args.out.write_text(
        render(
            settings, named, named_rules, recurrent.written(network, fitted), written(judge), at, at_rules, notes
        ),
        encoding="utf-8",
    )
    print("\n".join(notes))


if __name__ == "__main__":
    main()
