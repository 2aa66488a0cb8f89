"""What a host counts of assessments, what people contest, and what it publishes of both."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import _care, _native
from ._convert import lifted, lowered, slug
from ._native import ffi
from .guard import Time
from .policy import Leniency, Policy
from .records import Assessment
from .vocabulary import Action, Category


@enum.unique
class ContestReason(enum.Enum):
    """Why a person contests an assessment."""

    HARMLESS = "harmless"
    """It is harmless."""

    KNOWN_PERSON = "known_person"
    """It comes from somebody whom the person knows."""

    WRONG_LANGUAGE = "wrong_language"
    """It was misread: another language, a game's or a group's own words."""

    OTHER = "other"
    """Another reason, or none."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Tally:
    """Counters. They saturate; below zero only where noise was added on purpose."""

    scanned: int
    """Looked at: messages, pictures, streams."""
    signalled: int
    """Something was found, be it ever so mild."""
    warned: int
    """The policy asked for something: a sign at least."""
    acted: int
    """The policy asked for more than a sign: covered, interrupted or muted."""
    overridden: int
    """A person uncovered it, or sent it nonetheless."""
    contested: int
    """A person said that the warning was wrong."""
    degraded: int
    """Not looked at as a whole, or not by everything."""
    failed: int
    """Could not be looked at."""


@dataclass(frozen=True, slots=True)
class RecentAssessment:
    """An assessment that a person may still refer to."""

    id: str
    """By what it is referred to: 32 hex digits that say nothing."""
    categories: tuple[Category, ...]
    """What was found; that of the finding which called for the action first."""
    action: Action
    """What the policy asked for."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks from one to another, as ISO 8601 writes them (`2026-W48`)."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Contested:
    """What a contest changed."""

    category: Category | None
    """Of what the warning was; None if it was about what could not be looked at."""
    repeated: bool
    """Whether it had been contested before; nothing changed then."""
    leniency: tuple[Leniency, ...]
    """How far thresholds are raised from now on, of all categories: tell the person."""


class Ledger:
    """Counts of what was assessed, by week, and the latest assessments that called for an action,
    so that a person can contest them. Holds no content, no names, no times finer than a day. At
    most two years, 512 assessments and 4 MB.

    Times are milliseconds since 1970, or a `datetime` with a time zone; now if left out.

    >>> from himaya import Guard, Ledger, Policy
    >>> guard, ledger = Guard(), Ledger()
    >>> id = ledger.record(guard.assess_message("pay me or i send your pics to everyone"))
    >>> str(ledger.contest(id, "harmless", Policy("child")).category)
    'sextortion'
    """

    __slots__ = ("_ffi", "__weakref__")

    def __init__(self) -> None:
        """An empty one."""
        self._ffi = ffi.Ledger()

    @classmethod
    def from_json(cls, json: str) -> Ledger:
        """Reads what `to_json` wrote. Raises `LedgerError`, which never repeats what it says."""
        ledger = cls.__new__(cls)
        ledger._ffi = _native.translated(ffi.Ledger.from_json, json)
        return ledger

    def to_json(self) -> str:
        """The ledger as JSON to keep: counts, no content."""
        return str(self._ffi.to_json())

    def record(self, assessment: Assessment, time: Time | None = None) -> str:
        """Counts an assessment. Gives the id by which a person can refer to it for 30 days, while
        it is among the latest 512 that called for an action."""
        when = _care.instant(time)
        return str(_native.translated(self._ffi.record, assessment._data, when))

    def overridden(self, id: str) -> bool:
        """Notes that a person uncovered what was covered, or sent it nonetheless. Gives whether
        that is new.

        Raises `ContestError` when no assessment with this id that called for an action is kept.
        """
        return bool(_native.translated(self._ffi.overridden, id))

    def contest(
        self,
        id: str,
        reason: ContestReason | str,
        policy: Policy,
        time: Time | None = None,
    ) -> Contested:
        """Takes in that a person holds an assessment for wrong. The second time changes nothing.

        Raises `ContestError` when no assessment with this id that called for an action is kept,
        or it is older than 30 days.
        """
        why = lowered(ffi.ContestReason, slug(ContestReason, reason))
        done = _native.translated(
            self._ffi.contest, id, why, _care.instant(time), policy._ffi
        )
        return Contested(
            None if done.category is None else lifted(Category, done.category),
            done.repeated,
            tuple(Leniency._of(one) for one in done.leniency),
        )

    def leniency(self, policy: Policy, time: Time | None = None) -> tuple[Leniency, ...]:
        """How far thresholds may be raised at a time, of those categories whose may."""
        raised = self._ffi.leniency(policy._ffi, _care.instant(time))
        return tuple(Leniency._of(one) for one in raised)

    def relaxed(self, policy: Policy, time: Time | None = None) -> Policy:
        """The policy as lenient as contests have made it at a time, within its own bounds."""
        return Policy._of(
            _native.translated(self._ffi.relaxed, policy._ffi, _care.instant(time))
        )

    @property
    def recent(self) -> tuple[RecentAssessment, ...]:
        """The assessments that a person may still refer to, oldest first."""
        return tuple(
            RecentAssessment(
                one.id,
                tuple(lifted(Category, category) for category in one.categories),
                lifted(Action, one.action),
            )
            for one in self._ffi.recent()
        )

    @property
    def weeks(self) -> Weeks | None:
        """The weeks from the first to the last that something was counted in."""
        weeks = self._ffi.weeks()
        return None if weeks is None else Weeks(weeks.first, weeks.last)

    def merge(self, other: Ledger) -> None:
        """Adds the counts of another ledger of the same person, from another device. Adding the
        same one twice counts twice."""
        self._ffi.merge(other._ffi)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Ledger.from_json, (self.to_json(),))


class TransparencyReport:
    """A report on a period, of one device or of many: counts, error rates and the method written
    out, no content."""

    __slots__ = ("_ffi", "__weakref__")

    def __init__(
        self,
        ledgers: Ledger | Iterable[Ledger],
        policy: Policy,
        *,
        first_week: str | None = None,
        last_week: str | None = None,
        language: str = "en",
        at_least: int | None = None,
        epsilon: float | None = None,
        bound_per_device: int = 50,
        time: Time | None = None,
    ) -> None:
        """A report on ledgers, one of each device, under a policy.

        first_week, last_week: such as "2026-W48"; the first and last that something was counted
            in if left out.
        language: of the text and the page: "en" or "ar".
        at_least: leaves out counts below this number, so that nobody can be recognised.
        epsilon: adds noise to each device's counts (differential privacy), 0.001 to 10, 1 is
            usual; needs a first and a last week that do not depend on the ledgers.
        bound_per_device: with noise, what the counts of one device may add up to at most; 20 to
            200 is usual.

        Raises `TransparencyError` when one of these does not hold, or nothing was counted.
        """
        if at_least is not None and epsilon is not None:
            raise ValueError("give at_least or epsilon, not both")
        if epsilon is not None:
            sharing = ffi.Sharing.NOISED(epsilon, bound_per_device)
        elif at_least is not None:
            sharing = ffi.Sharing.AT_LEAST(at_least)
        else:
            sharing = ffi.Sharing.EXACT()
        given = [ledgers] if isinstance(ledgers, Ledger) else ledgers
        request = ffi.ReportRequest(
            first_week=first_week, last_week=last_week, language=language, sharing=sharing
        )
        self._ffi = _native.translated(
            ffi.TransparencyReport,
            [ledger._ffi for ledger in given],
            policy._ffi,
            _care.instant(time),
            request,
        )

    @property
    def weeks(self) -> Weeks:
        """Of which weeks."""
        weeks = self._ffi.weeks()
        return Weeks(weeks.first, weeks.last)

    @property
    def devices(self) -> int:
        """Of how many devices."""
        return int(self._ffi.devices())

    @property
    def total(self) -> Tally:
        """What was counted."""
        return _tally(self._ffi.total())

    @property
    def by_category(self) -> Mapping[Category, Tally]:
        """What was counted by category, of those of which anything was."""
        return {
            lifted(Category, one.category): _tally(one.tally) for one in self._ffi.by_category()
        }

    def to_json(self) -> str:
        """For programs, as `docs/schemas/transparency-report.schema.json` says."""
        return str(self._ffi.to_json())

    def to_html(self) -> str:
        """For people: one page that needs nothing else and lets nothing be loaded."""
        return str(_native.translated(self._ffi.to_html))


def _tally(record: Any) -> Tally:
    return Tally(
        scanned=record.scanned,
        signalled=record.signalled,
        warned=record.warned,
        acted=record.acted,
        overridden=record.overridden,
        contested=record.contested,
        degraded=record.degraded,
        failed=record.failed,
    )
