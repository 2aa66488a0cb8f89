"""What a call costs beside the core's own work, measured in the same run.

`bindings/python/test --speed` prints the figures; otherwise each is tried once.
"""

from __future__ import annotations

import importlib
import os
import statistics
import sys
from collections.abc import Callable
from typing import Any

import numpy
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from himaya import DigestBuilder, Guard, Ledger, Messages, ReportDraft

TIMES = 5000
ENGLISH = Messages("en")
MESSAGES = {
    "quiet": "see you at practice tomorrow",
    "found": "are you home alone? don't tell your mum",
}


@pytest.fixture(scope="module")
def core() -> Any:
    """A guard of the library with test support, which times the core within itself."""
    folder = os.environ.get("HIMAYA_TEST_SUPPORT")
    if folder is None:
        pytest.skip("no library with test support")
    sys.path.insert(0, folder)
    module = importlib.import_module("himaya_ffi")
    return module.Guard(module.GuardConfig())


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize("read", ["verdict", "all", "generated"])
def test_a_message(
    benchmark: BenchmarkFixture, guard: Guard, core: Any, message: str, read: str
) -> None:
    """`verdict`: action and risk are asked for. `all`: everything. `generated`: UniFFI's own way
    of passing the record."""
    text = MESSAGES[message]

    def verdict() -> object:
        assessment = guard.assess_message(text)
        return assessment.action, assessment.risk

    def everything() -> object:
        assessment = guard.assess_message(text)
        return assessment.action, assessment.findings, assessment.models

    def generated() -> object:
        return core.assess_message(text)

    call = {"verdict": verdict, "all": everything, "generated": generated}[read]
    call()
    before = core.time_message(text, TIMES)
    benchmark(call)
    compare(benchmark, before + core.time_message(text, TIMES))


@pytest.mark.parametrize("receiver", ["ledger", "digest", "draft", "notice"])
def test_an_assessment_handed_back(
    benchmark: BenchmarkFixture, guard: Guard, receiver: str
) -> None:
    threat = guard.assess_message("pay me or i send your pics to everyone")
    draft = ReportDraft("guardian")
    calls: dict[str, Callable[[], object]] = {
        "ledger": lambda: Ledger().record(threat),
        "digest": lambda: DigestBuilder().record(threat),
        "draft": lambda: draft.observe(threat),
        "notice": lambda: ENGLISH.notice(threat),
    }
    benchmark(calls[receiver])


@pytest.mark.parametrize("side", [224, 1000])
def test_a_picture(benchmark: BenchmarkFixture, guard: Guard, core: Any, side: int) -> None:
    random = numpy.random.default_rng(1)
    picture = random.integers(0, 255, (side, side, 3), dtype=numpy.uint8)
    guard.assess_image(picture)
    core.load_image_model()
    raw = picture.tobytes()
    before = core.time_picture(raw, side, side, 20)
    benchmark(guard.assess_image, picture)
    compare(benchmark, before + core.time_picture(raw, side, side, 20))


def compare(benchmark: BenchmarkFixture, core: list[float]) -> None:
    """Notes what the core takes by itself, and what is added to it: least against least, median
    against median, in microseconds."""
    stats = benchmark.stats and benchmark.stats.stats
    if not stats:
        return
    for name, alone, whole in (
        ("least", min(core), stats.min),
        ("median", statistics.median(core), stats.median),
    ):
        benchmark.extra_info[f"core_{name}_us"] = round(alone / 1000, 2)
        benchmark.extra_info[f"added_{name}_us"] = round(whole * 1e6 - alone / 1000, 2)
