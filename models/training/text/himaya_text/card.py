"""Measuring a trained classifier, and its model card."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import features, fuse
from .data import BEHAVIORS, OUTPUTS, conversations
from .evaluate import Share, auc, auc_interval, calibration, probability
from .teacher import Teacher, Verdict, plain
from .train import targets


@dataclass
class Row:
    """What was measured of one language."""

    language: str
    indicators: int
    hard_negatives: int
    rules_auc: float
    model_auc: float
    fused_auc: float
    interval: tuple[float, float]
    recall: Share
    rules_recall: Share
    false_alarms: Share
    rules_false_alarms: Share


@dataclass
class Results:
    rows: list[Row]
    """`all` comes last."""
    ordinary: dict[str, tuple[Share, Share]]
    """By language: signalled by rules and classifier, and by rules alone."""
    error: float
    """Expected calibration error of the fused probability."""
    model_error: float
    bins: list[tuple[float, float, int]]
    behaviors: dict[str, Share]
    dialects: dict[str, Share]


def measure(judge, tenths, chat_tenths) -> Results:
    """Measures on ideas and dialogs that training never saw."""
    corpus = judge.corpus
    test = np.flatnonzero(np.isin(corpus.part, tenths))
    messages = [corpus.messages[i] for i in test]
    found = judge.odds([corpus.read.tokens[i] for i in test])
    own = np.array([m.own for m in messages])
    truth = np.array([m.indicator for m in messages])
    rule, vetoed, odds = np.zeros(len(test)), np.zeros(len(test), bool), np.zeros(len(test))
    fused, signalled, by_rule = np.zeros(len(test)), np.zeros(len(test), bool), np.zeros(len(test), bool)
    from .__main__ import seen

    for side in (False, True):
        of = own == side
        saw = seen(found[of], [corpus.read.rules[test[i]] for i in np.flatnonzero(of)], side)
        rule[of], vetoed[of], odds[of] = saw.rule, saw.vetoed, saw.odds
        fused[of] = judge.side(side).fused(saw)
        signalled[of], by_rule[of] = judge.side(side).signalled(saw), saw.rule > 0
    language = np.array([m.language for m in messages])

    def row(name: str, of: np.ndarray) -> Row:
        yes, no = of & truth, of & ~truth
        return Row(
            name, int(yes.sum()), int(no.sum()), auc(rule[yes], rule[no]), auc(odds[yes], odds[no]),
            auc(fused[yes], fused[no]), auc_interval(fused[yes], fused[no]),
            Share.count(signalled[yes]), Share.count(by_rule[yes]),
            Share.count(signalled[no]), Share.count(by_rule[no]),
        )  # fmt: skip

    rows = [row(name, language == name) for name in sorted(set(language))]
    rows.append(row("all", np.ones(len(test), bool)))
    chats = np.flatnonzero(np.isin(corpus.chat_part, chat_tenths))
    chat_seen = seen(
        judge.odds([corpus.chat_read.tokens[i] for i in chats]),
        [corpus.chat_read.rules[i] for i in chats], False,
    )  # fmt: skip
    chat_language = np.array([corpus.chats[i].language for i in chats])
    heard, heard_by_rule = judge.side(False).signalled(chat_seen), chat_seen.rule > 0
    ordinary = {
        name: (Share.count(heard[chat_language == name]), Share.count(heard_by_rule[chat_language == name]))
        for name in sorted(set(chat_language))
    }
    ordinary["all"] = (Share.count(heard), Share.count(heard_by_rule))
    error, bins = calibration(fused, truth)
    model_error, _ = calibration(probability(odds), truth)
    behavior = np.array([m.behavior for m in messages])
    dialect = np.array([m.dialect or "" for m in messages])
    return Results(
        rows, ordinary, error, model_error, bins,
        {b: Share.count(signalled[truth & (behavior == b)]) for b in BEHAVIORS},
        {d: Share.count(signalled[truth & (dialect == d)]) for d in sorted(set(dialect)) if d},
    )  # fmt: skip


def context(judge, folder: Path) -> dict[str, dict[str, float]]:
    """AUC of single messages for whether the conversation that they are from is risky, by side: of all, and of those
    that show nothing. On conversations that training never saw."""
    messages = [m for m in conversations(folder) if m.risky is not None]
    found = judge.odds(features.read([m.text for m in messages]).tokens)
    risky, quiet = np.array([m.risky for m in messages]), np.array([not m.indicator for m in messages])
    child = np.array([m.speaker == "child" for m in messages])
    figures = {}
    for side, of in (("counterpart", ~child), ("protected", child)):
        odds = found[:, OUTPUTS.index(f"{side}_context")]
        figures[side] = {
            name: round(auc(odds[some & risky], odds[some & ~risky]), 3)
            for name, some in (("all", of), ("quiet", of & quiet))
        }
    return figures


def summary(results: Results) -> dict[str, dict[str, float]]:
    """AUC by language: of the classifier alone, and with the rules."""
    return {
        row.language: {"model": round(row.model_auc, 3), "with rules": round(row.fused_auc, 3)}
        for row in results.rows
    }


def line(results: Results) -> str:
    whole = results.rows[-1]
    languages = " ".join(f"{r.language} {r.model_auc:.3f}/{r.fused_auc:.3f}" for r in results.rows)
    chat = results.ordinary["all"]
    return (
        f"AUC model/with rules: {languages}; ECE {results.error:.3f}; recall {whole.recall.value:.3f} "
        f"(rules {whole.rules_recall.value:.3f}), hard negatives {whole.false_alarms.value:.3f} "
        f"({whole.rules_false_alarms.value:.3f}), ordinary {1000 * chat[0].value:.1f} / 1,000 "
        f"({1000 * chat[1].value:.1f})"
    )


def teacher_itself(corpus, teacher: Teacher, test, held) -> dict[str, dict[str, float]]:
    """The teacher with a hidden layer on the same messages, as a bound for its student."""
    learnt = ~np.isin(corpus.part, (*test, *held))
    tested = np.isin(corpus.part, test)
    embedding = teacher.embed([plain(m.text) for m in corpus.messages])
    target, weight = targets(corpus.messages)
    verdict = Verdict(embedding[learnt], target[learnt], weight[learnt], 1)
    odds = verdict.odds(embedding[tested])
    messages = [m for m, t in zip(corpus.messages, tested) if t]
    score = np.where([m.own for m in messages], odds[:, fuse.PROTECTED], odds[:, fuse.COUNTERPART])
    truth = np.array([m.indicator for m in messages])
    language = np.array([m.language for m in messages])
    figures = {
        name: {"model": round(auc(score[(language == name) & truth], score[(language == name) & ~truth]), 3)}
        for name in sorted(set(language))
    }
    return figures | {"all": {"model": round(auc(score[truth], score[~truth]), 3)}}


def figures(version: str, recipe, corpus, judge, results: Results, development: Path) -> dict:
    """Everything measured, for the card and for whoever wants the numbers. `development` is the folder of the
    development conversations."""

    def share(value: Share) -> dict:
        return {"hits": value.hits, "of": value.of, "interval": [round(v, 4) for v in value.interval]}

    written: dict[str, dict[str, int]] = {}
    for message in corpus.messages:
        of = written.setdefault(message.language, {"indicators": 0, "harmless": 0})
        of["indicators" if message.indicator else "harmless"] += 1
    return {
        "version": version,
        "recipe": {**vars(recipe), "shape": vars(recipe.shape)},
        "written": written,
        "of_rules": len(corpus.extra),
        "ordinary": len(corpus.chats),
        "model_bytes": len(judge.file()),
        "languages": {
            row.language: {
                "indicators": row.indicators,
                "hard_negatives": row.hard_negatives,
                "auc": {"rules": row.rules_auc, "model": row.model_auc, "both": row.fused_auc,
                        "interval": row.interval},
                "recall": share(row.recall),
                "recall_rules": share(row.rules_recall),
                "hard_negatives_signalled": share(row.false_alarms),
                "hard_negatives_signalled_rules": share(row.rules_false_alarms),
            }
            for row in results.rows
        },
        "ordinary_signalled": {
            name: {"both": share(both), "rules": share(rules)}
            for name, (both, rules) in results.ordinary.items()
        },
        "calibration": {"error": results.error, "model_error": results.model_error, "bins": results.bins},
        "context": context(judge, development),
        "behaviors": {name: share(value) for name, value in results.behaviors.items()},
        "dialects": {name: share(value) for name, value in results.dialects.items()},
    }  # fmt: skip


def write(folder: Path) -> None:
    """CARD.md and its plot, from what was measured."""
    from .render import card

    card(folder)
