"""The one object that a program holds."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from . import _native, pictures
from ._convert import explanation, lowered, slug
from ._native import ffi
from .records import Assessment, Explanation
from .vocabulary import AgeBand, Role, StatusReason

if TYPE_CHECKING:
    from .conversation import Conversation
    from .pictures import Picture

StrPath = Union[str, "os.PathLike[str]"]
Time = Union[int, datetime.datetime]

_assess_message = _native.CALLS.assess_message
_observe = _native.CALLS.observe

_NO_TIME = -(2**63)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_MILLISECOND = datetime.timedelta(milliseconds=1)
# Messages that a thread takes at once.
_PORTION = 64


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `repr` hides the text."""

    text: str
    role: Role = Role.COUNTERPART
    time: Time | None = None
    """Milliseconds since any fixed point, or a `datetime` with a time zone; by the receiving
    device's clock and not by what the sender claims."""
    edited: bool = False
    """Whether it takes the place of one that was shown before."""

    def __repr__(self) -> str:
        return f"<Message of {self.role}, {len(self.text)} characters>"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is looked at. What is None keeps the core's default."""

    max_message_bytes: int | None = None
    """Bytes of a message that are read (1 MiB); what lies beyond makes the assessment
    `degraded`."""
    max_pixels: int | None = None
    """Pixels (width times height) that a picture may have (50 million)."""
    max_bytes: int | None = None
    """Bytes that a picture file may have (64 MiB)."""
    max_animation_frames: int | None = None
    """Frames of an animation that are decoded (1000)."""
    max_animation_pixels: int | None = None
    """Pixels of an animation that are decoded, over all frames (250 million)."""
    max_animation_looks: int | None = None
    """Frames of an animation that the model looks at (16)."""


@dataclass(frozen=True, slots=True)
class HashList:
    """A list of known pictures' hashes: in ThreatExchange's text forms, or an index made from
    one by `himaya match --build-index`."""

    name: str
    """Stands in reason codes: 1 to 64 letters, digits, `-`, `_` and `.`."""
    path: StrPath
    """As long as the guard lives, nobody may rewrite an index in place."""
    distance: int | None = None
    """Up to how many differing bits a picture is a known one, 0..31 (31)."""


class Guard:
    """The engine: immutable, replaced whole when policy or models change. May be used on any
    number of threads at once; the interpreter lock is released while it works.

    >>> guard = Guard(age_band="10-12")
    >>> assessment = guard.assess_message("are you home alone?")
    >>> assessment.action
    <Action.ALLOW: 'allow'>
    >>> assessment.findings[0].behaviors[0].behavior
    <Behavior.ALONE_QUERY: 'alone_query'>
    """

    __slots__ = ("_ffi", "_handle", "__weakref__")

    def __init__(
        self,
        *,
        age_band: AgeBand | str = AgeBand.FROM_10_TO_12,
        policy: str | os.PathLike[str] | None = None,
        policy_lock: str | os.PathLike[str] | None = None,
        text_model: bool | StrPath = True,
        image_model: StrPath | None = None,
        second_image_model: StrPath | None = None,
        hash_lists: Iterable[HashList] | Mapping[str, StrPath] = (),
        conversation_weights: str | os.PathLike[str] | None = None,
        limits: Limits = Limits(),
    ) -> None:
        """Makes a guard. Models are loaded when a first message or picture needs them.

        age_band: age of the protected person, also as "10-12"; chooses the policy preset.
        policy: in place of the preset for the age: the name of another ("child", "teen", "adult",
            "school"), a policy of your own as TOML or JSON, or the path of a file.
        policy_lock: a lock as `himaya policy lock` prints it, as JSON or the path of a file: every
            other policy is refused.
        text_model: False for rules alone; or the folder of a classifier's pack.
        image_model: the folder of a picture model's pack, in place of the embedded one.
        second_image_model: one that is asked where the first is unsure.
        hash_lists: lists of known pictures' hashes, also as a mapping of names to paths.
        conversation_weights: in place of the embedded ones, as TOML or the path of a file.

        Raises `BuildError` when one of these does not hold.
        """
        if isinstance(hash_lists, Mapping):
            hash_lists = [HashList(name, path) for name, path in hash_lists.items()]
        own_text_model = None if isinstance(text_model, bool) else os.fspath(text_model)
        config = ffi.GuardConfig(
            age_band=lowered(ffi.AgeBand, slug(AgeBand, age_band)),
            policy=_text(policy),
            policy_lock=_text(policy_lock),
            span_unit=ffi.SpanUnit.CODE_POINT,
            max_message_bytes=limits.max_message_bytes,
            conversation_weights=_text(conversation_weights),
            without_text_model=text_model is False,
            text_model=own_text_model,
            image_model=_path(image_model),
            second_image_model=_path(second_image_model),
            hash_lists=[
                ffi.HashListFile(
                    name=one.name, path=os.fspath(one.path), distance=one.distance
                )
                for one in hash_lists
            ],
            image_limits=ffi.ImageLimits(
                max_pixels=limits.max_pixels,
                max_bytes=limits.max_bytes,
                max_animation_frames=limits.max_animation_frames,
                max_animation_pixels=limits.max_animation_pixels,
                max_animation_looks=limits.max_animation_looks,
            ),
        )
        self._ffi = _native.translated(ffi.Guard, config)
        self._handle: int = self._ffi._handle

    def assess_message(self, text: str) -> Assessment:
        """Assesses one message from an unknown counterpart, without a conversation around it."""
        return _assess_message(Assessment, self._handle, text)

    def assess_messages(self, texts: Iterable[str], *, threads: int = 1) -> Iterator[Assessment]:
        """Assesses many such messages, in their order, as they are asked for; with more than one
        thread some are read ahead."""
        if threads <= 1:
            yield from map(self.assess_message, texts)
            return
        remaining = iter(texts)
        with ThreadPoolExecutor(threads) as pool:
            while portion := list(islice(remaining, threads * _PORTION)):
                parts = [portion[at : at + _PORTION] for at in range(0, len(portion), _PORTION)]
                for part in pool.map(self._assess_part, parts):
                    yield from part

    def _assess_part(self, texts: list[str]) -> list[Assessment]:
        return [self.assess_message(text) for text in texts]

    def observe(
        self,
        conversation: Conversation,
        text: str,
        *,
        role: Role = Role.COUNTERPART,
        time: Time | None = None,
        edited: bool = False,
    ) -> Assessment:
        """Takes in the next message of a conversation and says where the conversation stands.

        The state keeps numbers only; the text is not kept.
        """
        return _observe(
            Assessment,
            self._handle,
            conversation._handle,
            role is Role.PROTECTED,
            text,
            milliseconds(time),
            edited,
        )

    def observe_all(
        self, conversation: Conversation, messages: Iterable[Message]
    ) -> Iterator[Assessment]:
        """Takes in messages in their order, as their assessments are asked for."""
        for message in messages:
            yield self.observe(
                conversation,
                message.text,
                role=message.role,
                time=message.time,
                edited=message.edited,
            )

    def explain(self, conversation: Conversation) -> Explanation:
        """Why a conversation stands where it stands: what counted, when and how much."""
        return explanation(_native.translated(self._ffi.explain, conversation._ffi))

    def assess_image(self, picture: Picture) -> Assessment:
        """Assesses a picture. Of an animation in an encoded file all that it shows is looked at,
        within the limits, and the strongest frame counts.

        The memory of arrays and buffers is not copied where it lies row by row; it must not
        change until the call returns.

        Raises `ImageError` when it cannot be assessed; `assess_failure` says what the policy
        does then.
        """
        form = pictures.given(picture)
        if isinstance(form, pictures.Encoded):
            return Assessment(_native.assess_image(self._handle, form.data))
        return Assessment(
            _native.assess_pixels(
                self._handle, form.data, form.width, form.height, form.alpha
            )
        )

    def assess_failure(self, reason: StatusReason) -> Assessment:
        """What the policy says about an input that could not be read."""
        return Assessment(self._ffi.assess_failure(lowered(ffi.StatusReason, reason)))

    def load_text_model(self) -> None:
        """Loads the text classifier now instead of with the first message."""
        _native.translated(self._ffi.load_text_model)

    def load_image_model(self) -> None:
        """Loads the picture model now instead of with the first picture."""
        _native.translated(self._ffi.load_image_model)

    @property
    def ruleset_version(self) -> str:
        """Version of the rules in force."""
        version: str = self._ffi.ruleset_version()
        return version

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that the rules are written for, as codes of ISO 639-1."""
        return tuple(self._ffi.languages())


def milliseconds(time: Time | None) -> int:
    """A message's time as the library takes it."""
    if time is None:
        return _NO_TIME
    if isinstance(time, datetime.datetime):
        if time.tzinfo is None:
            raise ValueError("a datetime needs its time zone (tzinfo)")
        return (time - _EPOCH) // _MILLISECOND
    if not -(2**63) < time < 2**63:
        raise ValueError("a time is a number of milliseconds within 64 bits")
    return time


def _text(given: str | os.PathLike[str] | None) -> str | None:
    return Path(given).read_text(encoding="utf-8") if isinstance(given, os.PathLike) else given


def _path(given: StrPath | None) -> str | None:
    return None if given is None else os.fspath(given)
