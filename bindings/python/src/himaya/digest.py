"""What a guardian learns of a week, and when: never words, never who."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass, field
from typing import Any

from . import _care, _native
from ._convert import lifted, lowered
from ._native import ffi
from .guard import Time
from .help_services import HelpAudience
from .messages import NOBODY, Addressee, InterventionLevel, Messages
from .records import Assessment
from .vocabulary import Category

_EPOCH = datetime.date(1970, 1, 1)


@enum.unique
class Urgency(enum.Enum):
    """How soon to talk with the child, from the least to the most urgent."""

    CALM = "calm"
    """When there is a good moment."""

    SOON = "soon"
    """In the next days."""

    TODAY = "today"
    """Today."""

    NOW = "now"
    """At once."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Frequency(enum.Enum):
    """How often something happened in the period."""

    ONCE = "once"
    """Once."""

    SEVERAL = "several"
    """More than once, on three days at most."""

    OFTEN = "often"
    """On four days or more."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Trend(enum.Enum):
    """How the period compares with the one before."""

    NEW = "new"
    """It did not happen in the period before."""

    LESS = "less"
    """Less than two thirds as often."""

    SAME = "same"
    """About as often."""

    MORE = "more"
    """More than one and a half times as often."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class DelayHours:
    """Hours between something being found and the guardian's digest showing it, by urgency."""

    calm: int = 0
    """0 to 168 in a policy."""
    soon: int = 0
    """0 to 72."""
    today: int = 0
    """0 to 24."""
    now: int = 0
    """0 or 1."""

    def _lowered(self) -> Any:
        return ffi.DelayHours(calm=self.calm, soon=self.soon, today=self.today, now=self.now)

    @staticmethod
    def _of(record: Any) -> DelayHours:
        return DelayHours(record.calm, record.soon, record.today, record.now)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of an assessment."""

    category: Category
    urgency: Urgency
    wait_hours: int
    """Hours until the guardian's digest shows it; if not 0, the young person may be told
    (`Messages.digest_delay`)."""
    is_new: bool
    """Whether it counts anew, rather than as a part of what happened within half an hour
    before."""


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One kind of help that is needed."""

    category: Category
    urgency: Urgency
    """As urgent as the most urgent time."""
    frequency: Frequency
    trend: Trend
    by_day: tuple[int, ...]
    """How often on each of the seven days, the earliest first; what comes within half an hour is
    once."""
    advice_key: str
    """For `Messages.text`."""
    help: tuple[HelpAudience, ...]
    """Which help services suit, the most needed first."""


@dataclass(frozen=True, slots=True)
class GuardianDigest:
    """What a guardian learns of seven days. Holds slugs and small numbers alone."""

    schema_version: int
    last_day: int
    """The last of the seven days, counted from 1970-01-01."""
    items: tuple[DigestItem, ...]
    """Most urgent first; at most one for each category."""
    unchecked: int
    """How many messages, pictures or streams could not be checked as a whole."""
    _record: Any = field(repr=False, compare=False)

    @property
    def ends_on(self) -> datetime.date:
        """The last of the seven days."""
        return _EPOCH + datetime.timedelta(days=self.last_day)

    def to_text(
        self,
        messages: Messages,
        guardian: Addressee = NOBODY,
        level: InterventionLevel = InterventionLevel.DESCRIPTIVE,
    ) -> str:
        """The digest in words for a guardian, who is addressed by the age of the child; one line
        for each thing that is said. Empty at the level `disabled`."""
        how = lowered(ffi.InterventionLevel, level)
        text: str = _native.translated(
            self._record.to_text, messages._ffi, guardian._lowered(), how
        )
        return text

    def to_json(self) -> str:
        """The core's JSON form, of version `schema_version`."""
        json: str = _native.translated(self._record.to_json)
        return json


class DigestBuilder:
    """Collects what a guardian's digest tells: counts by category and day, at most 28 days of
    them.

    Times are milliseconds since 1970, or a `datetime` with a time zone; now if left out. Days are
    those of UTC; a host that wants those of its own time zone adds the zone's offset.

    >>> from himaya import DigestBuilder, Guard, Messages
    >>> guard, builder = Guard(), DigestBuilder()
    >>> recorded = builder.record(guard.assess_message("pay me or i send your pics to everyone"))
    >>> recorded.category, recorded.wait_hours
    (<Category.SEXTORTION: 'sextortion'>, 0)
    >>> [str(item.frequency) for item in builder.digest().items]
    ['once']
    """

    __slots__ = ("_ffi", "__weakref__")

    def __init__(self, delay: DelayHours = DelayHours()) -> None:
        """Begins with nothing. `delay` is that of the child's age (`Policy.delay`)."""
        self._ffi = _native.translated(ffi.DigestBuilder, delay._lowered())

    @classmethod
    def from_json(cls, json: str, delay: DelayHours = DelayHours()) -> DigestBuilder:
        """Goes on with what `to_json` gave. Raises `DigestError` when it is not that."""
        builder = cls.__new__(cls)
        builder._ffi = _native.translated(ffi.DigestBuilder.from_json, json, delay._lowered())
        return builder

    def to_json(self) -> str:
        """What to keep between starts: slugs, days and counts, and an hour only of what still
        waits to be shown."""
        json: str = _native.translated(self._ffi.to_json)
        return json

    def record(self, assessment: Assessment, time: Time | None = None) -> Recorded | None:
        """Counts an assessment; None if the policy does not act upon it."""
        seen = _native.translated(self._ffi.record, assessment._data, _care.instant(time))
        if seen is None:
            return None
        return Recorded(
            lifted(Category, seen.category),
            lifted(Urgency, seen.urgency),
            seen.wait_hours,
            seen.is_new,
        )

    def digest(self, until: Time | None = None) -> GuardianDigest:
        """What the guardian learns of the seven days that end at `until`."""
        record = _native.translated(self._ffi.digest, _care.instant(until))
        return GuardianDigest(
            schema_version=record.schema_version,
            last_day=record.last_day,
            items=tuple(_item(item) for item in record.items),
            unchecked=record.unchecked,
            _record=record,
        )


def _item(record: Any) -> DigestItem:
    return DigestItem(
        category=lifted(Category, record.category),
        urgency=lifted(Urgency, record.urgency),
        frequency=lifted(Frequency, record.frequency),
        trend=lifted(Trend, record.trend),
        by_day=tuple(record.by_day),
        advice_key=record.advice_key,
        help=tuple(lifted(HelpAudience, audience) for audience in record.help),
    )
