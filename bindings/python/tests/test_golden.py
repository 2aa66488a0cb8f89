"""Golden vectors: what every binding must answer."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import PICTURES, ROOT, lines

from himaya import Category, ChatThread, Guard

TOLERANCE = 1e-6


def same(where: str, expected: Any, found: Any) -> None:
    if isinstance(expected, dict):
        assert expected.keys() == found.keys(), where
        for key, value in expected.items():
            same(f"{where}.{key}", value, found[key])
    elif isinstance(expected, list):
        assert len(expected) == len(found), where
        for at, pair in enumerate(zip(expected, found)):
            same(f"{where}[{at}]", *pair)
    elif isinstance(expected, float) and not isinstance(found, bool):
        assert abs(expected - found) <= TOLERANCE, where
    else:
        assert expected == found, where


def in_code_points(text: str, assessment: dict[str, Any]) -> dict[str, Any]:
    """The recorded spans count UTF-8 bytes."""
    encoded = text.encode()
    for finding in assessment["findings"]:
        for span in finding["spans"]:
            for end in ("start", "end"):
                span[end] = len(encoded[: span[end]].decode())
    return assessment


CHATS = lines("tests/golden/chats.jsonl")


@pytest.mark.parametrize("case", CHATS, ids=[case["id"] for case in CHATS])
def test_golden_chats_are_assessed_as_by_the_core(case: dict[str, Any]) -> None:
    guard = Guard(age_band=case["age_band"])
    if "text" in case:
        texts = [case["text"]]
        found = [guard.assess_message(case["text"])]
    else:
        thread = ChatThread(guard, case.get("protected"))
        texts = [message["text"] for message in case["messages"]]
        found = [
            thread.observe(
                message["from"],
                message["text"],
                time=None if message.get("minutes") is None else int(message["minutes"] * 60_000),
            )
            for message in case["messages"]
        ]
    assert len(found) == len(case["assessments"])
    for text, expected, assessment in zip(texts, case["assessments"], found):
        answer = assessment.to_dict()
        assert answer.pop("ruleset_version") == assessment.ruleset_version == guard.ruleset_version
        same(case["id"], in_code_points(text, expected), answer)
        # What the objects say is what the JSON says.
        assert assessment.action.value == answer["action"]
        assert abs(assessment.risk - answer["risk"]) <= TOLERANCE
        assert [str(finding.category) for finding in assessment.findings] == [
            finding["category"] for finding in answer["findings"]
        ]
        for finding, recorded in zip(assessment.findings, answer["findings"]):
            assert list(finding.reason_codes) == recorded["reason_codes"]
            assert [(span.start, span.end) for span in finding.spans] == [
                (span["start"], span["end"]) for span in recorded["spans"]
            ]
            same("behaviors", recorded["behaviors"], [
                {"behavior": str(one.behavior), "score": one.score} for one in finding.behaviors
            ])


def test_texts_of_the_models_golden_file_get_the_answers_of_the_command(guard: Guard) -> None:
    """The file records the classifier's raw scores, which are no part of an assessment: so the
    same texts go to the command, which is the core without this package."""
    command = os.environ.get("HIMAYA_BIN")
    if command is None or not Path(command).exists():
        pytest.skip("the command is not built")
    texts = [case["text"] for case in lines("tests/golden/text_model.jsonl")]
    asked = "".join(json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(texts))
    answered = subprocess.run(
        [command, "score"], input=asked, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert len(answered) == len(texts) > 60
    for text, line in zip(texts, answered):
        answer = json.loads(line)
        expected = answer["assessments"][0] if "assessments" in answer else answer["assessment"]
        same(line[:20], in_code_points(text, expected), guard.assess_message(text).to_dict())


def test_golden_pictures_get_the_scores_of_the_original_model(guard: Guard) -> None:
    golden = json.loads((ROOT / "tests/golden/images.json").read_text())
    tolerance = golden["tolerance"]
    seen = 0
    for picture in golden["pictures"]:
        path = PICTURES / picture["file"]
        if path.suffix == ".gif":
            # The reference knows the first frame of a picture that moves.
            continue
        assessment = guard.assess_image(path)
        allowed = tolerance["lossy" if picture["lossy"] else "lossless"]
        scores = {score.class_name: score.score for score in assessment.class_scores}
        assert scores.keys() == picture["probabilities"].keys(), path
        for name, probability in picture["probabilities"].items():
            assert abs(scores[name] - probability) <= allowed, (path, name)
        sensitive = [f for f in assessment.findings if f.category is Category.SENSITIVE_IMAGE]
        assert bool(sensitive) == (picture["sensitive"] >= 0.3), path
        seen += 1
    assert seen >= 30
