"""What a conversation adds up to, and many of them in a store."""

from __future__ import annotations

import os
from typing import Any, Protocol, runtime_checkable

from . import _native
from ._convert import contact as lifted_contact
from ._convert import contact_record, explanation, lowered
from ._native import ffi
from ._reader import Reader
from .errors import StoreError
from .guard import Guard, Time, milliseconds
from .records import Assessment, Contact, Explanation, Observation
from .vocabulary import Role


class Conversation:
    """Numbers kept for one counterpart: what was shown, when and how often. No words, no names.

    >>> from himaya import Conversation, Guard
    >>> guard, conversation = Guard(), Conversation()
    >>> guard.observe(conversation, "this is our secret, don't tell your mum").findings[0].score > 0.5
    True
    >>> kept = conversation.to_bytes()
    >>> len(kept) <= 512, Conversation.from_bytes(kept).received
    (True, 1)
    """

    __slots__ = ("_ffi", "_handle", "__weakref__")

    def __init__(self, contact: Contact | None = None) -> None:
        """A conversation in which nothing was said yet."""
        self._ffi = ffi.Conversation()
        self._handle: int = self._ffi._handle
        if contact is not None:
            self.contact = contact

    @classmethod
    def from_bytes(cls, state: bytes) -> Conversation:
        """A conversation from what `to_bytes` gave, of this or an earlier version.

        Raises `ConversationError` when the bytes are none, were changed, or are of a newer
        version.
        """
        conversation = cls.__new__(cls)
        conversation._ffi = _native.translated(ffi.Conversation.import_state, bytes(state))
        conversation._handle = conversation._ffi._handle
        return conversation

    def to_bytes(self) -> bytes:
        """The state as at most 512 bytes to keep: numbers only."""
        state: bytes = self._ffi.export_state()
        return state

    @property
    def contact(self) -> Contact:
        """What the host knows of the counterpart; it counts from the next message on."""
        return lifted_contact(self._ffi.contact())

    @contact.setter
    def contact(self, contact: Contact) -> None:
        self._ffi.set_contact(contact_record(contact))

    def note_deleted(self, role: Role = Role.COUNTERPART) -> None:
        """Notes that somebody deleted a message. It takes no evidence back: who could read the
        message was reached by it."""
        self._ffi.note_deleted(lowered(ffi.Role, role))

    @property
    def received(self) -> int:
        """Messages that the child received."""
        return int(self._ffi.received())

    @property
    def sent(self) -> int:
        """Messages that the child sent."""
        return int(self._ffi.sent())

    @property
    def deleted(self) -> int:
        """Messages that were deleted after the child could see them."""
        return int(self._ffi.deleted())

    def __reduce__(self) -> tuple[Any, ...]:
        return (Conversation.from_bytes, (self.to_bytes(),))

    def __repr__(self) -> str:
        return f"<Conversation: {self.received} received, {self.sent} sent>"


@runtime_checkable
class ConversationStore(Protocol):
    """A store of your own. It is called on the thread that observes a message, and must not call
    back into the same `Conversations`. What it raises makes the assessment `degraded`; of the
    exception only the type's name goes on.

    `counterpart` is the host's name for the other side. A store should not write it down as it
    is: the stores that come with the package keep a digest.
    """

    def load(self, counterpart: str) -> bytes | None:
        """The state kept for a counterpart; None for one of whom nothing is kept."""

    def save(self, counterpart: str, state: bytes) -> None:
        """Keeps a state in place of the one before."""

    def forget(self, counterpart: str) -> bool:
        """Erases what is kept for a counterpart, and says whether there was anything."""

    def forget_all(self) -> None:
        """Erases everything."""


class _Hosted(ffi.ConversationStore):  # type: ignore[misc]
    """A store of the host's own as the library calls it."""

    def __init__(self, store: ConversationStore) -> None:
        self._store = store

    def load(self, counterpart: str) -> bytes | None:
        return self._guarded(self._store.load, counterpart)  # type: ignore[no-any-return]

    def save(self, counterpart: str, state: bytes) -> None:
        self._guarded(self._store.save, counterpart, state)

    def forget(self, counterpart: str) -> bool:
        return bool(self._guarded(self._store.forget, counterpart))

    def forget_all(self) -> None:
        self._guarded(self._store.forget_all)

    @staticmethod
    def _guarded(call: Any, *arguments: Any) -> Any:
        try:
            return call(*arguments)
        except Exception as error:
            # Nobody knows what else it says.
            raise ffi.StoreError.Host(reason=type(error).__name__) from None


class Conversations:
    """Follows many conversations and keeps them in a store. May be used on any number of threads.

    >>> from himaya import Conversations, Guard
    >>> guard = Guard()
    >>> with Conversations.in_memory() as conversations:
    ...     seen = conversations.observe(guard, "user 4711", "are you home alone?")
    ...     conversations.forget("user 4711")
    True
    >>> seen.assessment.findings[0].category
    <Category.GROOMING: 'grooming'>
    """

    __slots__ = ("_ffi", "__weakref__")

    _ffi: Any

    def __init__(self) -> None:
        raise TypeError("use Conversations.in_memory, in_file or in_store")

    @classmethod
    def _with(cls, made: Any) -> Conversations:
        conversations = object.__new__(cls)
        conversations._ffi = made
        return conversations

    @classmethod
    def in_memory(cls, max: int = 10_000) -> Conversations:
        """Keeps them in memory, those observed last: `max` of them, at least one."""
        return cls._with(ffi.Conversations.in_memory(max))

    @classmethod
    def in_file(cls, path: str | os.PathLike[str]) -> Conversations:
        """Keeps them in a file, which is made where there is none. Names stand in it as salted
        digests.

        Raises `StoreError` when it cannot be opened, is none of a store, or another process has
        it open.
        """
        return cls._with(_native.translated(ffi.Conversations.in_file, os.fspath(path)))

    @classmethod
    def in_store(cls, store: ConversationStore) -> Conversations:
        """Keeps them in a store of your own."""
        return cls._with(ffi.Conversations.in_store(_Hosted(store)))

    def __enter__(self) -> Conversations:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the store go, which closes its file. Nothing can be observed afterwards."""
        self._ffi = None

    def observe(
        self,
        guard: Guard,
        counterpart: str,
        text: str,
        *,
        role: Role = Role.COUNTERPART,
        time: Time | None = None,
        edited: bool = False,
    ) -> Observation:
        """Takes in the next message of a conversation. `counterpart` is any name of the other
        side that stays the same.

        The message is assessed in any case. Where what was kept is damaged, the conversation
        begins anew; where the store cannot be read, the message is assessed alone and nothing is
        written over.
        """
        # Whoever closes meanwhile takes the store from this object, not from this call.
        opened = self._opened()
        data = _native.CALLS.observe_kept(
            opened._handle,
            guard._handle,
            counterpart,
            role is Role.PROTECTED,
            text,
            milliseconds(time),
            edited,
        )
        reader = Reader(data, 0)
        trouble = reader.optional_text()
        return Observation(Assessment(reader.rest()), trouble)

    def set_contact(self, counterpart: str, contact: Contact) -> None:
        """Says what the host knows of a counterpart; it counts from the next message on."""
        _native.translated(self._opened().set_contact, counterpart, contact_record(contact))

    def note_deleted(self, counterpart: str, role: Role = Role.COUNTERPART) -> None:
        """Notes that somebody deleted a message."""
        _native.translated(self._opened().note_deleted, counterpart, lowered(ffi.Role, role))

    def explain(self, guard: Guard, counterpart: str) -> Explanation:
        """Why a conversation stands where it stands."""
        record = _native.translated(self._opened().explain, guard._ffi, counterpart)
        return explanation(record)

    def forget(self, counterpart: str) -> bool:
        """Erases a conversation, and says whether there was one."""
        there: bool = _native.translated(self._opened().forget, counterpart)
        return there

    def forget_all(self) -> None:
        """Erases all conversations."""
        _native.translated(self._opened().forget_all)

    def _opened(self) -> Any:
        if self._ffi is None:
            raise StoreError("the conversations were closed")
        return self._ffi


class ChatThread:
    """Follows a thread in which messages carry the name of their sender.

    With a protected person named, everybody else is a counterpart. Without, everybody is, so
    that whoever needs protection is covered. Names stay in memory.
    """

    __slots__ = ("_ffi", "_guard", "__weakref__")

    def __init__(self, guard: Guard, protected: str | None = None) -> None:
        self._guard = guard
        self._ffi = ffi.ChatThread(guard._ffi, protected)

    def observe(self, sender: str, text: str, *, time: Time | None = None) -> Assessment:
        """Takes in the next message. One of the protected person counts in the conversation with
        whoever wrote last."""
        return _native.CALLS.observe_in_thread(
            Assessment, self._ffi._handle, self._guard._handle, sender, text, milliseconds(time)
        )

    def set_contact(self, name: str, contact: Contact) -> None:
        """Says what the host knows of somebody; it counts from the next message on."""
        self._ffi.set_contact(name, contact_record(contact))

    def explain(self, name: str) -> Explanation | None:
        """Why the conversation with somebody stands where it stands; None for somebody who is not
        in the thread."""
        record = self._ffi.explain(name)
        return None if record is None else explanation(record)
