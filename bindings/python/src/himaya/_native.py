"""Calls into the library.

`_ffi` is what UniFFI generates. Its way of passing records through Python objects takes 70 µs
and more a message, so calls for assessments go past it, and results stay in UniFFI's own bytes
(`records` reads them when they are asked for). For messages the library has functions of its own
(`ffi/src/direct.rs`), which `CALLS` calls; pictures go to UniFFI's functions by ctypes, which
releases the interpreter lock, with borrowed bytes.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import errors
from ._by_ctypes import Buffer as _Buffer
from ._by_ctypes import CallStatus as _Status
from ._ffi import himaya_ffi

if TYPE_CHECKING:
    from ._by_ctypes import Calls as Calls
    from ._by_ctypes import Head as Head
else:
    try:
        from ._direct import Calls, Head
    except ImportError:
        from ._by_ctypes import Calls, Head

ffi: Any = himaya_ffi
_LIBRARY = ffi._UniffiLib

MAX_BYTES = 2**31 - 1


class Bytes(ctypes.Structure):
    """Bytes that the library may read until the call returns."""

    _fields_ = [("len", ctypes.c_int32), ("data", ctypes.c_void_p)]


class _Text(ctypes.Structure):
    """The same for a `bytes` object, which it keeps alive."""

    _fields_ = [("len", ctypes.c_int32), ("data", ctypes.c_char_p)]


_U64 = ctypes.c_uint64
_U32 = ctypes.c_uint32
_I64 = ctypes.c_int64
_I8 = ctypes.c_int8


def _function(name: str, result: Any, *arguments: Any) -> Any:
    prototype = ctypes.CFUNCTYPE(result, *arguments, ctypes.POINTER(_Status))
    return prototype((name, _LIBRARY))


def _quick(name: str, result: Any, *arguments: Any) -> Any:
    """One that returns at once: it is not worth releasing the interpreter lock for."""
    prototype = ctypes.PYFUNCTYPE(result, *arguments, ctypes.POINTER(_Status))
    return prototype((name, _LIBRARY))


_METHOD = "uniffi_himaya_ffi_fn_method_"
_free = _quick("ffi_himaya_ffi_rustbuffer_free", None, _Buffer)
_from_bytes = _quick("ffi_himaya_ffi_rustbuffer_from_bytes", _Buffer, Bytes)
_clone_guard = _quick("uniffi_himaya_ffi_fn_clone_guard", _U64, _U64)
_assess_image = _function(_METHOD + "guard_assess_image", _Buffer, _U64, Bytes)
_assess_pixels = _function(
    _METHOD + "guard_assess_rgb_or_rgba", _Buffer, _U64, Bytes, _U32, _U32, _I8
)
_clone_stream = _quick("uniffi_himaya_ffi_fn_clone_streamanalyzer", _U64, _U64)
_push = _function(
    _METHOD + "streamanalyzer_push_rgb_or_rgba",
    _Buffer,
    *(_U64, Bytes, _U32, _U32, _I8, _U64),
)
_to_json = _function(_METHOD + "assessment_to_json", _Buffer, _Buffer)


_DIRECT = (
    "himaya_assess_message",
    "himaya_observe",
    "himaya_observe_kept",
    "himaya_observe_in_thread",
    "ffi_himaya_ffi_rustbuffer_free",
)


def addresses(library: Any) -> list[int]:
    """Where the functions for messages lie in a library."""
    found = (ctypes.cast(getattr(library, name), ctypes.c_void_p) for name in _DIRECT)
    return [address.value or 0 for address in found]


ADDRESSES = addresses(_LIBRARY)
CALLS = Calls(*ADDRESSES)


class _Statuses(threading.local):
    """A status for each thread, and a reference to it. It is written when a call fails only;
    `_failed` clears it."""

    def __init__(self) -> None:
        self.own = _Status()
        self.ref = ctypes.byref(self.own)


_statuses = _Statuses()
# Types of buffers by their length; results have few.
_ARRAYS: dict[int, Any] = {}


def push(stream: int, data: Bytes, width: int, height: int, alpha: bool, time_ms: int) -> int:
    """What became of a frame, as the place of its name, from 1."""
    ref = _statuses.ref
    buffer = _push(
        _clone_stream(stream, ref), data, width, height, alpha, time_ms, ref
    )
    return int.from_bytes(
        _taken(buffer, ref, ffi._UniffiFfiConverterTypeImageError), "big"
    )


def assess_image(guard: int, data: Bytes) -> bytes:
    """The guard's answer to an encoded picture."""
    ref = _statuses.ref
    buffer = _assess_image(_clone_guard(guard, ref), data, ref)
    return _taken(buffer, ref, ffi._UniffiFfiConverterTypeImageError)


def assess_pixels(guard: int, data: Bytes, width: int, height: int, alpha: bool) -> bytes:
    """The guard's answer to raw pixels."""
    ref = _statuses.ref
    buffer = _assess_pixels(
        _clone_guard(guard, ref), data, width, height, alpha, ref
    )
    return _taken(buffer, ref, ffi._UniffiFfiConverterTypeImageError)


def assessment_to_json(data: bytes) -> str:
    """The core's JSON of an assessment."""
    ref = _statuses.ref
    buffer = _to_json(_lowered(data, ref), ref)
    return _taken(buffer, ref).decode()


def _assessment_in(data: bytes) -> Any:
    return ffi._UniffiRustBuffer.from_buffer(_lowered(data, _statuses.ref))


def _assessment_out(buffer: Any) -> bytes:
    try:
        return bytes(buffer.data[0 : buffer.len])
    finally:
        buffer.free()


# The generated code would take an assessment apart, and put it together again byte by byte, which
# takes a hundred times as long: it crosses as the bytes that it is kept in.
_ASSESSMENT = ffi._UniffiFfiConverterTypeAssessment
_ASSESSMENT.check_lower = staticmethod(lambda data: None)
_ASSESSMENT.lower = staticmethod(_assessment_in)
_ASSESSMENT.lift = staticmethod(_assessment_out)


def _lowered(data: bytes, ref: Any) -> _Buffer:
    """Bytes in a buffer of the library's, which will free it."""
    borrowed = _Text(len(data), data)
    buffer: _Buffer = _from_bytes(Bytes.from_buffer(borrowed), ref)
    return buffer


def _taken(buffer: _Buffer, ref: Any, error: Any = None) -> bytes:
    """What a buffer holds; frees it. Raises what the thread's status says."""
    if _statuses.own.code:
        _failed(error)
    length = buffer.len
    array = _ARRAYS.get(length)
    if array is None:
        array = ctypes.c_char * length
        if len(_ARRAYS) < 4096:
            _ARRAYS[length] = array
    data: bytes = array.from_address(buffer.data).raw
    _free(buffer, ref)
    return data


def _failed(error: Any) -> None:
    # The generated code knows how to read it, and frees what it holds.
    status = _statuses.own
    raised = ffi._UniffiRustCallStatus.from_buffer_copy(status)
    ctypes.memset(_statuses.ref, 0, ctypes.sizeof(status))
    translated(lambda: ffi._uniffi_check_call_status(error, raised))


_RAISED: dict[type[BaseException], type[errors.HimayaError]] = {
    ffi.InternalError: errors.FaultError,
    ffi.BuildError.Policy: errors.PolicyError,
    ffi.BuildError.Weights: errors.WeightsError,
    ffi.BuildError.ModelPack: errors.ModelPackError,
    ffi.BuildError.HashList: errors.HashListError,
    ffi.BuildError.Damaged: errors.BuildError,
    ffi.ModelError.Unusable: errors.ModelError,
    ffi.ImageError.TooLarge: errors.ImageTooLargeError,
    ffi.ImageError.UnknownFormat: errors.UnknownFormatError,
    ffi.ImageError.Damaged: errors.DamagedImageError,
    ffi.ImageError.Pixels: errors.PixelsError,
    ffi.ImageError.Model: errors.ImageModelError,
    ffi.HashError.NoHash: errors.HashError,
    ffi.StreamError.Config: errors.StreamError,
    ffi.ConversationError.NoConversation: errors.ConversationError,
    ffi.ConversationError.Version: errors.ConversationError,
    ffi.ConversationError.Damaged: errors.ConversationError,
    ffi.StoreError.InUse: errors.StoreInUseError,
    ffi.StoreError.Damaged: errors.DamagedStoreError,
    ffi.StoreError.Version: errors.DamagedStoreError,
    ffi.StoreError.Io: errors.StoreError,
    ffi.StoreError.Conversation: errors.ConversationError,
    ffi.StoreError.Host: errors.StoreError,
    ffi.MessagesError.UnknownLanguage: errors.UnknownLanguageError,
    ffi.HelpServicesError.List: errors.HelpServicesError,
    ffi.HelpServicesError.UnknownService: errors.HelpServicesError,
    ffi.DigestError.Damaged: errors.DigestError,
    ffi.DigestError.Version: errors.DigestError,
    ffi.PolicyError.Invalid: errors.PolicyError,
    ffi.PolicyError.Locked: errors.PolicyLockedError,
    ffi.LedgerError.Damaged: errors.LedgerError,
    ffi.LedgerError.Version: errors.LedgerError,
    ffi.LedgerError.Random: errors.LedgerError,
    ffi.ContestError.NoId: errors.ContestError,
    ffi.ContestError.UnknownOrExpired: errors.ContestError,
    ffi.TransparencyError.Request: errors.TransparencyError,
    ffi.TransparencyError.NothingCounted: errors.TransparencyError,
    ffi.TransparencyError.Damaged: errors.TransparencyError,
    ffi.DraftError.OnlyReviewer: errors.DraftError,
    ffi.DraftError.NoAttachment: errors.DraftError,
    ffi.DraftError.TooManyAttachments: errors.DraftError,
    ffi.DraftError.Damaged: errors.DraftError,
    ffi.TaxonomyError.Damaged: errors.FaultError,
}


def translated(call: Callable[..., Any], *arguments: Any) -> Any:
    """Calls, and raises the package's errors instead of the generated ones."""
    try:
        return call(*arguments)
    except tuple(_RAISED) as error:
        reason = getattr(error, "reason", None)
        raise _RAISED[type(error)](str(error) if reason is None else reason) from None
