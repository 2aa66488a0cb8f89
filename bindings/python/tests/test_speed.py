"""What a call costs beside the core's own work, measured in the same calls.

`bindings/python/test --speed` prints the figures; otherwise each is tried once.
"""

from __future__ import annotations

import importlib
import os
import statistics
import sys
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import numpy
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from himaya import DigestBuilder, Guard, Ledger, Messages, ReportDraft, _native
from himaya import guard as guards

ENGLISH = Messages("en")
MESSAGES = {
    "quiet": "see you at practice tomorrow",
    "found": "are you home alone? don't tell your mum",
}
ROUNDS = 300
CALLS = 20


@pytest.fixture(scope="module")
def library() -> Any:
    """The library with test support, which times the core within itself."""
    folder = os.environ.get("HIMAYA_TEST_SUPPORT")
    if folder is None:
        pytest.skip("no library with test support")
    sys.path.insert(0, folder)
    return importlib.import_module("himaya_ffi")


@pytest.fixture
def timed_guard(library: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """A guard of the package, over that library."""
    calls = _native.Calls(*_native.addresses(library._UniffiLib))
    monkeypatch.setattr(guards, "_assess_message", calls.assess_message)
    guard = Guard.__new__(Guard)
    guard._ffi = library.Guard(library.GuardConfig(span_unit=library.SpanUnit.CODE_POINT))
    guard._handle = guard._ffi._handle
    yield guard


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize("read", ["verdict", "all", "generated"])
def test_a_message(
    benchmark: BenchmarkFixture, timed_guard: Guard, library: Any, message: str, read: str
) -> None:
    """`verdict`: action and risk are asked for. `all`: everything. `generated`: UniFFI's own way
    of passing the record."""
    text = MESSAGES[message]

    def verdict() -> object:
        assessment = timed_guard.assess_message(text)
        return assessment.action, assessment.risk

    def everything() -> object:
        assessment = timed_guard.assess_message(text)
        return assessment.action, assessment.findings, assessment.models

    def generated() -> object:
        return timed_guard._ffi.assess_message(text)

    call = {"verdict": verdict, "all": everything, "generated": generated}[read]
    call()
    benchmark(call)
    if benchmark.stats:
        added, core = beside_the_core(call, library.core_time)
        benchmark.extra_info["core_us"] = round(statistics.median(core), 2)
        benchmark.extra_info["added_us"] = round(statistics.median(added), 2)
        benchmark.extra_info["added_least_us"] = round(min(added), 2)


def beside_the_core(
    call: Callable[[], object], core_time: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """Microseconds a call without the core's, and the core's, of each of several rounds."""
    added, core = [], []
    for _ in range(ROUNDS):
        core_time()
        start = perf_counter()
        for _ in range(CALLS):
            call()
        whole = (perf_counter() - start) * 1e6 / CALLS
        core.append(core_time() / 1000 / CALLS)
        added.append(whole - core[-1])
    return added, core


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
def test_a_picture(benchmark: BenchmarkFixture, guard: Guard, library: Any, side: int) -> None:
    core = library.Guard(library.GuardConfig())
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
