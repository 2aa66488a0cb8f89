"""Video and livestreams."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _native, pictures
from ._convert import lifted, lowered
from ._native import ffi
from .guard import Guard
from .records import Assessment
from .vocabulary import Action, StatusReason

if TYPE_CHECKING:
    import numpy
    import PIL.Image


@enum.unique
class FrameOutcome(enum.Enum):
    """What became of one frame."""

    CLASSIFIED = "classified"
    """It was classified."""

    FAILED = "failed"
    """It was to be classified, which failed; the policy's `on_failure` counts."""

    DUPLICATE = "duplicate"
    """It shows what the last classified frame showed."""

    SPACED = "spaced"
    """A look had just been taken."""

    OVER_BUDGET = "over_budget"
    """The budget was spent."""

    LATE = "late"
    """Its time is that of an earlier frame or before it."""

    PAUSED = "paused"
    """The analyzer was paused."""

    OTHER = "other"
    """Something that this package does not know."""


@dataclass(frozen=True, slots=True)
class StreamChange:
    """The action of a stream changed."""

    time_ms: int
    """Time of the frame that changed it, in milliseconds of the stream."""
    before: Action
    after: Action
    risk: float
    """What enough looks agree on now, 0..1."""


@dataclass(frozen=True, slots=True)
class StreamCounts:
    """How many frames came and what became of them: `seen` is the sum of all others."""

    seen: int
    classified: int
    failed: int
    duplicates: int
    spaced: int
    over_budget: int
    late: int
    paused: int


class _Observer(ffi.StreamObserver):  # type: ignore[misc]
    """Keeps what the observer raises: the library would make a fault of it."""

    def __init__(self, on_change: Callable[[StreamChange], object]) -> None:
        self._on_change = on_change
        self.raised: BaseException | None = None

    def on_change(self, change: Any) -> None:
        before, after = lifted(Action, change.before), lifted(Action, change.after)
        try:
            self._on_change(StreamChange(change.time_ms, before, after, change.risk))
        except BaseException as error:
            self.raised = error


_OUTCOMES = tuple(FrameOutcome)


class StreamAnalyzer:
    """Looks at the frames of one video or livestream, one after another, within a budget.

    Holds two thumbnails of 256 bytes and some numbers, never a frame. May be used on any thread;
    calls wait for each other.
    """

    __slots__ = ("_ffi", "_handle", "_observer", "__weakref__")

    def __init__(
        self,
        guard: Guard,
        *,
        cpu_budget: float = 0.25,
        min_interval_ms: int = 100,
        max_interval_ms: int = 2000,
        on_change: Callable[[StreamChange], object] | None = None,
    ) -> None:
        """Begins a stream. When the three disagree, `cpu_budget` wins.

        cpu_budget: share of one core, above 0 and at most 1. With 1 nothing is left out for its
            cost.
        min_interval_ms: milliseconds of the stream between two looks at least, but for a cut
            between scenes.
        max_interval_ms: milliseconds after which even what looks the same is looked at again.
        on_change: is called when the action changes, before `push` returns; what it raises comes
            out of `push`.
        """
        config = ffi.StreamConfig(
            cpu_budget=cpu_budget,
            min_interval_ms=min_interval_ms,
            max_interval_ms=max_interval_ms,
        )
        self._observer = None if on_change is None else _Observer(on_change)
        self._ffi = _native.translated(
            ffi.StreamAnalyzer, guard._ffi, config, self._observer
        )
        self._handle: int = self._ffi._handle

    def push(
        self, frame: numpy.ndarray[Any, Any] | PIL.Image.Image, time_ms: int
    ) -> FrameOutcome:
        """Takes the next frame, of `time_ms` milliseconds of the stream, and looks at it if it
        shows something new and the budget permits; says what became of it.

        A frame with the time of an earlier one, or up to a second before it, is left out. One
        further back means that the stream goes on at an earlier time.
        """
        form = pictures.given(frame)
        if isinstance(form, pictures.Encoded):
            raise TypeError("a frame is a numpy.ndarray or a PIL.Image.Image, not encoded bytes")
        outcome = _native.push(
            self._handle, form.data, form.width, form.height, form.alpha, time_ms
        )
        self._raise()
        return _OUTCOMES[outcome - 1]

    def lost(self, reason: StatusReason) -> None:
        """Says that a part of the stream could not be had: broken (what the policy's
        `on_failure` asks for stands until two looks succeed), or left out by the host
        (`StatusReason.FRAMES_SKIPPED`)."""
        _native.translated(self._ffi.lost, lowered(ffi.StatusReason, reason))
        self._raise()

    def reset(self) -> None:
        """Begins a new stream with the same guard, configuration, observer and budget."""
        _native.translated(self._ffi.reset)
        self._raise()

    def _raise(self) -> None:
        if self._observer is not None and self._observer.raised is not None:
            raised, self._observer.raised = self._observer.raised, None
            raise raised

    @property
    def should_interrupt(self) -> bool:
        """Whether the video should be covered or stopped: the action is `blur` or stronger."""
        return bool(self._ffi.should_interrupt())

    @property
    def should_indicate(self) -> bool:
        """Whether a sign should be shown: the action is `indicate` or stronger."""
        return bool(self._ffi.should_indicate())

    @property
    def should_mute(self) -> bool:
        """Whether the sound should be off too: the action is `mute`."""
        return bool(self._ffi.should_mute())

    @property
    def assessment(self) -> Assessment:
        """Where the stream stands now. Risk and scores of findings are what enough looks agree
        on; the action holds until several looks clear it."""
        return Assessment(self._ffi.assessment())

    @property
    def summary(self) -> Assessment:
        """The stream so far: what it was at its strongest, and whether all of it could be looked
        at."""
        return Assessment(self._ffi.summary())

    @property
    def counts(self) -> StreamCounts:
        """What became of the frames so far."""
        counts = self._ffi.counts()
        return StreamCounts(
            counts.seen,
            counts.classified,
            counts.failed,
            counts.duplicates,
            counts.spaced,
            counts.over_budget,
            counts.late,
            counts.paused,
        )

    @property
    def look_ms(self) -> float | None:
        """What a look costs on average, in milliseconds of work; None before the first."""
        cost: float | None = self._ffi.look_ms()
        return cost

    def pause(self) -> None:
        """Leaves frames out until `resume`; what stands stays."""
        self._ffi.pause()

    def resume(self) -> None:
        """Goes on; the next frame is looked at as if a new scene began."""
        self._ffi.resume()
