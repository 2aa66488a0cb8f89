"""What the compiled part of the package (`_direct`) has, for where it cannot be loaded: PyPy, and
builds of CPython without the stable interface. ctypes releases the interpreter lock for each
call."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from typing import Any, TypeVar

from . import errors
from .vocabulary import Action, InputType, Status

T = TypeVar("T")


class Buffer(ctypes.Structure):
    """UniFFI's `RustBuffer`."""

    _fields_ = [
        ("capacity", ctypes.c_uint64),
        ("len", ctypes.c_uint64),
        ("data", ctypes.c_void_p),
    ]


class CallStatus(ctypes.Structure):
    """UniFFI's `RustCallStatus`."""

    _fields_ = [("code", ctypes.c_int8), ("error", Buffer)]


_U64 = ctypes.c_uint64
_I64 = ctypes.c_int64
_I8 = ctypes.c_int8
# A text and its length, and where the answer goes.
_TEXT = (ctypes.c_char_p, _U64)
_ANSWER = (ctypes.c_void_p, _U64)

_ROOM = 4096
_Room = ctypes.c_char * _ROOM
# Rooms that no call uses. A call takes one out, so that neither another thread nor what runs within
# the call (a signal's handler, a host's store) gets the same.
_rooms: list[Any] = []


class Calls:
    """The library's functions for messages. Handles are UniFFI's, of objects that the caller
    holds; `kind` is made of the answer's bytes."""

    __slots__ = ("_assess_message", "_observe", "_observe_kept", "_observe_in_thread", "_free")

    def __init__(
        self,
        assess_message: int,
        observe: int,
        observe_kept: int,
        observe_in_thread: int,
        free: int,
    ) -> None:
        """From the addresses of the functions of these names, and of UniFFI's that frees a
        buffer."""
        def function(address: int, *arguments: Any) -> Any:
            return ctypes.CFUNCTYPE(_I64, *arguments, *_ANSWER)(address)

        self._assess_message = function(assess_message, _U64, *_TEXT)
        self._observe = function(observe, _U64, _U64, _I8, *_TEXT, _I64, _I8)
        self._observe_kept = function(
            observe_kept, _U64, _U64, *_TEXT, _I8, *_TEXT, _I64, _I8
        )
        self._observe_in_thread = function(
            observe_in_thread, _U64, _U64, *_TEXT, *_TEXT, _I64
        )
        free_buffer = ctypes.CFUNCTYPE(None, Buffer, ctypes.POINTER(CallStatus))
        self._free = free_buffer(free)

    def assess_message(self, kind: Callable[[bytes], T], guard: int, text: str) -> T:
        """The guard's answer to a message."""
        room = _room()
        data = _utf8(text)
        return kind(
            self._answer(self._assess_message(guard, data, len(data), room, _ROOM), room)
        )

    def observe(
        self,
        kind: Callable[[bytes], T],
        guard: int,
        conversation: int,
        from_protected: bool,
        text: str,
        time: int,
        edited: bool,
    ) -> T:
        """The guard's answer to the next message of a conversation."""
        room = _room()
        data = _utf8(text)
        returned = self._observe(
            guard, conversation, from_protected, data, len(data), time, edited, room, _ROOM
        )
        return kind(self._answer(returned, room))

    def observe_kept(
        self,
        conversations: int,
        guard: int,
        counterpart: str,
        from_protected: bool,
        text: str,
        time: int,
        edited: bool,
    ) -> bytes:
        """The answer to the next message of a conversation in a store: its bytes."""
        room = _room()
        name, data = _utf8(counterpart), _utf8(text)
        returned = self._observe_kept(
            conversations,
            guard,
            name,
            len(name),
            from_protected,
            data,
            len(data),
            time,
            edited,
            room,
            _ROOM,
        )
        return self._answer(returned, room)

    def observe_in_thread(
        self,
        kind: Callable[[bytes], T],
        thread: int,
        guard: int,
        sender: str,
        text: str,
        time: int,
    ) -> T:
        """The answer to the next message of a thread."""
        room = _room()
        name, data = _utf8(sender), _utf8(text)
        returned = self._observe_in_thread(
            thread, guard, name, len(name), data, len(data), time, room, _ROOM
        )
        return kind(self._answer(returned, room))

    def _answer(self, returned: int, room: Any) -> bytes:
        """What a call answered; its room may be used again. Raises a fault."""
        if returned > 0:
            answer: bytes = room[:returned]
        elif returned == 0:
            # It did not fit, and came in a buffer.
            buffer = Buffer.from_buffer_copy(room)
            answer = ctypes.string_at(buffer.data, buffer.len)
            self._free(buffer, ctypes.byref(CallStatus()))
        else:
            raise errors.FaultError(room[:-returned].decode("utf-8", "replace"))
        _rooms.append(room)
        return answer


def _room() -> Any:
    try:
        return _rooms.pop()
    except IndexError:
        return _Room()


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


_ACTIONS = tuple(Action)
_INPUT_TYPES = tuple(InputType)
_STATUSES = tuple(Status)
_NUMBER = struct.Struct(">i").unpack_from
_FLOAT = struct.Struct(">f").unpack_from
_SIZE = 22


class Head:
    """An assessment as the library writes it, and what has a fixed place there: numbers are
    big-endian, members of enums count from 1."""

    __slots__ = ("_data",)

    _data: bytes

    def __init__(self, data: bytes) -> None:
        if len(data) < _SIZE:
            raise ValueError("not an assessment")
        self._data = data

    @property
    def schema_version(self) -> int:
        """Version of the JSON form."""
        version: int = _NUMBER(self._data)[0]
        return version

    @property
    def input_type(self) -> InputType:
        """What was looked at."""
        number: int = _NUMBER(self._data, 4)[0]
        return _INPUT_TYPES[number - 1]

    @property
    def action(self) -> Action:
        """What the policy says to do."""
        number: int = _NUMBER(self._data, 8)[0]
        return _ACTIONS[number - 1]

    @property
    def status(self) -> Status:
        """Whether everything was looked at."""
        number: int = _NUMBER(self._data, 12)[0]
        return _STATUSES[number - 1]

    @property
    def risk(self) -> float:
        """Probability of harm, 0..1: of the conversation so far for messages, the strongest
        finding's for pictures, what several looks agree on for streams."""
        risk: float = _FLOAT(self._data, 16)[0]
        return risk

    @property
    def monitoring_notice_required(self) -> bool:
        """Whether the child must be able to see that messages are looked at."""
        return self._data[20] != 0
