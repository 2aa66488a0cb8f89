"""Between the package's records and enums and the generated ones."""

from __future__ import annotations

import enum
import re
from typing import Any, TypeVar

from ._native import ffi
from .records import (
    Contact,
    Contribution,
    Explanation,
    StageShare,
    TimelineEvent,
)
from .vocabulary import Behavior, Cue, Relation, Role, Stage

E = TypeVar("E", bound=enum.Enum)
# UniFFI writes `FROM0_TO5`.
_BEFORE_DIGIT = re.compile(r"_(?=\d)")


def slug(kind: type[E], given: E | str) -> E:
    """A member, also by its slug."""
    if isinstance(given, kind):
        return given
    try:
        return kind(given)
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise ValueError(f"not one of {known}") from None


def lowered(generated: Any, member: enum.Enum) -> Any:
    """The generated enum's member of the same name; `tests` see to it that there is one."""
    return generated[_BEFORE_DIGIT.sub("", member.name)]


def lifted(kind: type[E], member: Any) -> E:
    """The member in the same place."""
    generated: Any = type(member)
    return list(kind)[list(generated).index(member)]


def contact_record(contact: Contact) -> Any:
    return ffi.Contact(
        relation=lowered(ffi.Relation, contact.relation),
        children_contacted=contact.children_contacted,
        utc_offset=contact.utc_offset,
    )


def contact(record: Any) -> Contact:
    return Contact(
        lifted(Relation, record.relation), record.children_contacted, record.utc_offset
    )


def explanation(record: Any) -> Explanation:
    return Explanation(
        risk=record.risk,
        nats=record.nats,
        boundary=record.boundary,
        contributions=tuple(_contribution(one) for one in record.contributions),
        stages=tuple(StageShare(lifted(Stage, one.stage), one.nats) for one in record.stages),
        timeline=tuple(
            TimelineEvent(
                message=one.message,
                time=one.time,
                behaviors=tuple(lifted(Behavior, behavior) for behavior in one.behaviors),
                nats=one.nats,
                risk=one.risk,
            )
            for one in record.timeline
        ),
        received=record.received,
        sent=record.sent,
        deleted=record.deleted,
    )


def _contribution(record: Any) -> Contribution:
    cause: Behavior | Cue | Role | Relation | None = None
    if record.behavior is not None:
        cause = lifted(Behavior, record.behavior)
    elif record.cue is not None:
        cause = lifted(Cue, record.cue)
    elif record.context is not None:
        cause = lifted(Role, record.context)
    elif record.relation is not None:
        cause = lifted(Relation, record.relation)
    return Contribution(
        kind=record.kind.name.lower(),
        cause=cause,
        presence=record.presence,
        nats=record.nats,
        times=record.times,
        first=record.first,
        last=record.last,
    )
