"""Streams."""

from __future__ import annotations

import numpy
import pytest
from PIL import Image

from himaya import (
    Action,
    FrameOutcome,
    Guard,
    InputType,
    StatusReason,
    StreamAnalyzer,
    StreamChange,
    StreamError,
)

GREY = numpy.full((240, 320, 4), 128, numpy.uint8)


def test_frames_that_show_nothing_new_are_left(guard: Guard) -> None:
    stream = StreamAnalyzer(guard, cpu_budget=1.0)
    assert stream.push(GREY, 0) is FrameOutcome.CLASSIFIED
    assert stream.push(Image.fromarray(GREY), 40) is FrameOutcome.DUPLICATE
    assert stream.push(GREY, 40) is FrameOutcome.LATE
    stream.pause()
    assert stream.push(GREY, 80) is FrameOutcome.PAUSED
    stream.resume()
    assert stream.counts.seen == 4 and stream.counts.classified == 1
    assert stream.look_ms is not None and stream.look_ms > 0
    assert not stream.should_indicate and not stream.should_interrupt and not stream.should_mute
    assert stream.assessment.input_type is InputType.STREAM
    assert stream.summary.action is Action.ALLOW


def test_changes_are_told_and_the_observer_may_ask_back() -> None:
    changes: list[tuple[StreamChange, bool]] = []
    stream = StreamAnalyzer(
        Guard(policy=policy()),
        on_change=lambda change: changes.append((change, stream.should_interrupt)),
    )
    stream.lost(StatusReason.VIDEO_UNREADABLE)
    ((change, interrupt),) = changes
    assert change.before is Action.ALLOW and change.after >= Action.BLUR and interrupt
    stream.reset()
    assert changes[-1][0].after is Action.ALLOW


def test_what_the_observer_raises_comes_out_of_the_call() -> None:
    def raises(_: StreamChange) -> None:
        raise KeyError("own")

    stream = StreamAnalyzer(Guard(policy=policy()), on_change=raises)
    with pytest.raises(KeyError, match="own"):
        stream.lost(StatusReason.VIDEO_UNREADABLE)
    assert stream.should_interrupt


def test_a_configuration_that_contradicts_itself_is_refused(guard: Guard) -> None:
    with pytest.raises(StreamError, match="cpu_budget is 2"):
        StreamAnalyzer(guard, cpu_budget=2.0)
    with pytest.raises(TypeError):
        StreamAnalyzer(guard).push(b"encoded", 0)  # type: ignore[arg-type]


def policy() -> str:
    from conftest import ROOT

    child = (ROOT / "models/policy/child.toml").read_text(encoding="utf-8")
    return child.replace('on_failure = "open"', 'on_failure = "closed"')
