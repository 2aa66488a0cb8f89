"""Drafts of reports, made when a person asks for one, sent by nobody but people."""

from __future__ import annotations

import enum
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

from . import _care, _native
from ._convert import lowered, slug
from ._native import ffi
from .guard import Time, milliseconds
from .records import Assessment
from .vocabulary import Role

Data = Union[bytes, "os.PathLike[str]"]


@enum.unique
class PersonRole(enum.Enum):
    """Who asks for a draft."""

    CHILD = "child"
    """The child."""

    GUARDIAN = "guardian"
    """A parent or guardian."""

    REVIEWER = "reviewer"
    """Somebody whose task it is to review."""

    HOST = "host"
    """A person at the host."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Annotation(enum.Enum):
    """Annotations of a report, in the words of the CyberTipline."""

    SEXTORTION = "sextortion"
    """Blackmail with pictures."""

    CSAM_SOLICITATION = "csamSolicitation"
    """Abuse material was asked for."""

    MINOR_TO_MINOR_INTERACTION = "minorToMinorInteraction"
    """Both sides are minors."""

    SPAM = "spam"
    """Sent to many."""

    SADISTIC_ONLINE_EXPLOITATION = "sadisticOnlineExploitation"
    """Pressed to hurt themselves or others."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class IndustryClassification(enum.Enum):
    """The industry classification of a picture, which only a person who reviews may give."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Include:
    """Personal data that a draft leaves out unless it is included on purpose."""

    messages: bool = False
    """Text of the other side's messages that the policy acted upon; of the child's own only if
    the child asks. Contacts in it are taken out."""
    people: bool = False
    """Names of the other side."""
    file_names: bool = False
    """Names of attached files."""
    contacts: bool = False
    """Contacts in statement and messages."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said in a message, and by whom; it goes into a draft only where it is included.
    `repr` hides it."""

    text: str
    sender: str = ""
    role: Role = Role.COUNTERPART

    def __repr__(self) -> str:
        return f"<Said by {self.role}, {len(self.text)} characters>"


class ReportDraft:
    """A report as a person may file it, in the words of the NCMEC CyberTipline. This library has
    no means of sending it.

    >>> from himaya import Guard, ReportDraft
    >>> draft = ReportDraft("guardian")
    >>> draft.observe(Guard().assess_message("pay me or i send your pics to everyone"))
    >>> draft.to_dict()["status"], draft.to_dict()["filed"]
    ('draft', False)
    """

    __slots__ = ("_ffi", "__weakref__")

    def __init__(
        self,
        requested_by: PersonRole | str,
        *,
        include: Include = Include(),
        time: Time | None = None,
    ) -> None:
        """An empty draft, because a person asked for it: who, and when (now if left out). There
        is no draft without one."""
        self._ffi = _native.translated(
            ffi.ReportDraft,
            lowered(ffi.PersonRole, slug(PersonRole, requested_by)),
            _care.instant(time),
            ffi.Include(
                messages=include.messages,
                people=include.people,
                file_names=include.file_names,
                contacts=include.contacts,
            ),
        )

    def observe(
        self, assessment: Assessment, *, time: Time | None = None, said: Said | None = None
    ) -> None:
        """Adds what was found in a message, picture or stream. `time` is a date, None where the
        clock is not tied to one. Text and name of `said` go in only where they are included, and
        only of what the policy acted upon."""
        words = None
        if said is not None:
            words = ffi.Said(
                role=lowered(ffi.Role, said.role),
                sender=_clean(said.sender),
                text=_clean(said.text),
            )
        when = None if time is None else milliseconds(time)
        _native.translated(self._ffi.observe, assessment._data, when, words)

    def incident_time(self, time: Time) -> None:
        """When it happened, as a person says."""
        _native.translated(self._ffi.incident_time, milliseconds(time))

    def statement(self, text: str) -> None:
        """What the person wants to say. Contacts in it are taken out unless they are included."""
        _native.translated(self._ffi.statement, _clean(text))

    def annotate(self, annotation: Annotation | str, holds: bool = True) -> None:
        """What a person states that findings cannot carry, such as that both sides are minors."""
        kind = lowered(ffi.Annotation, slug(Annotation, annotation))
        _native.translated(self._ffi.annotate, kind, holds)

    def attach(self, data: Data, name: str | None = None) -> int:
        """Attaches the hashes of a file that the person chose, never its bytes: SHA-256, and PDQ
        of a picture. Gives its number. The name, that of the file for a path, goes in only where
        it is included.

        Raises `DraftError` when there are 100 already.
        """
        if isinstance(data, os.PathLike):
            path = Path(data)
            data, name = path.read_bytes(), path.name if name is None else name
        named = None if name is None else _clean(name)
        return int(_native.translated(self._ffi.attach, data, named))

    def classify(self, attachment: int, classification: IndustryClassification | str) -> None:
        """Sets a reviewer's judgement of an attachment.

        Raises `DraftError` when it was not a reviewer who asked for the draft, or there is no
        such attachment.
        """
        kind = slug(IndustryClassification, classification)
        lower = lowered(ffi.IndustryClassification, kind)
        _native.translated(self._ffi.classify, attachment, lower)

    def to_json(self) -> str:
        """The draft, as `docs/schemas/report-draft.schema.json` says: of every value whether it
        was derived and from what, and what is left to a reviewer."""
        return str(self._ffi.to_json())

    def to_dict(self) -> dict[str, Any]:
        """The same as a dict."""
        parsed: dict[str, Any] = json.loads(self.to_json())
        return parsed


def _clean(text: str) -> str:
    """Without lone surrogates, which are no UTF-8."""
    return text.encode("utf-8", "replace").decode()
