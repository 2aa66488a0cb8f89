"""Policies: what they do, what may not be meant, what changes, and locks on them."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import _care, _native
from ._convert import lifted, lowered
from ._native import ffi
from .digest import DelayHours
from .guard import StrPath
from .messages import InterventionLevel
from .vocabulary import Action, AgeBand, Category


@enum.unique
class OnFailure(enum.Enum):
    """What to do when something cannot be checked."""

    OPEN = "open"
    """Let it pass, and say that it was not checked."""

    CLOSED = "closed"
    """Cover or interrupt, and say that it was not checked."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class LockedBy(enum.Enum):
    """Who locks a policy."""

    GUARDIAN = "guardian"
    """A parent or whoever stands in for one."""

    SCHOOL = "school"
    """A school, for its devices."""

    PLATFORM = "platform"
    """The app or platform."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class Shift(enum.Enum):
    """Which way a change goes, for the protected person."""

    STRICTER = "stricter"
    """More is done."""

    LAXER = "laxer"
    """Less is done."""

    MIXED = "mixed"
    """More of some, less of other."""

    NEUTRAL = "neutral"
    """Only words or numbers that decide nothing."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class PolicyConcernKind(enum.Enum):
    """A kind of doubt about a policy that is valid."""

    IDLE_ROW = "idle_row"
    """A row that no finding can ever decide."""

    UNCOVERED = "uncovered"
    """A category about which nothing is done for a minor."""

    FAILS_OPEN = "fails_open"
    """What could not be checked is let through for a minor."""

    NO_NOTICE = "no_notice"
    """A minor is not told that messages are looked at."""

    SILENT = "silent"
    """A minor is told nothing."""

    YOUNGER_IS_LAXER = "younger_is_laxer"
    """A younger band is treated more laxly than an older one."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Threshold:
    """From where on a category calls for an action, for one age."""

    category: Category
    at: float
    """0..1: the conversation's risk for contact categories, the finding's score for others."""
    min_severity: int
    """Findings below this severity are left alone."""
    action: Action


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A row of a policy: from which strength on a category calls for which action."""

    category: Category
    ages: tuple[AgeBand, ...]
    """Empty for all."""
    at: float
    """0..1: the conversation's risk for contact categories, the finding's score for others."""
    min_severity: int
    """Findings below this severity are left alone."""
    action: Action
    reason: str
    """Why, for people; may be empty."""


@dataclass(frozen=True, slots=True)
class ContestRules:
    """How far contested outcomes may raise the thresholds of a policy, and of what."""

    step: float
    """How far one day with contests, beyond those that are needed, raises a threshold: 0..1."""
    max_raise: float
    """How far they may be raised together: `step` to 0.3."""
    min_contests: int
    """Days with contests from which on a threshold is raised: 2 to 100."""
    half_life_days: int
    """Days after which a contest counts half."""
    categories: tuple[Category, ...]
    """What may be raised."""


@dataclass(frozen=True, slots=True)
class Leniency:
    """A threshold that contested outcomes have raised."""

    category: Category
    raised_by: float
    """0..0.3."""

    @staticmethod
    def _of(record: Any) -> Leniency:
        return Leniency(lifted(Category, record.category), record.raised_by)


@dataclass(frozen=True, slots=True)
class PolicyConcern:
    """A doubt about a policy that is valid."""

    kind: PolicyConcernKind
    row: int | None
    """From 1, if it is about one."""
    message: str
    """What is doubtful, and what would be right."""


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting that changes."""

    field: str
    before: str
    after: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class RowChange:
    """Decisions about a category that change for some ages."""

    category: Category
    ages: tuple[AgeBand, ...]
    before: tuple[Threshold, ...]
    after: tuple[Threshold, ...]
    shift: Shift


@dataclass(frozen=True, slots=True)
class PolicyDiff:
    """What changes from one policy to another."""

    shift: Shift
    """Which way the change as a whole goes; neutral if nothing changes."""
    settings: tuple[SettingChange, ...]
    rows: tuple[RowChange, ...]

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.settings or self.rows)


class Policy:
    """Which findings call for which action. Does not change; may be used on any number of
    threads at once.

    >>> from himaya import AgeBand, Policy
    >>> policy = Policy("teen")
    >>> policy.concerns()
    ()
    >>> policy.diff(Policy("child")).shift
    <Shift.STRICTER: 'stricter'>
    >>> str(policy.table(AgeBand.FROM_13_TO_15)[0].category)
    'grooming'
    """

    __slots__ = ("_ffi", "__weakref__")

    def __init__(self, policy: StrPath) -> None:
        """Reads the name of a preset ("child", "teen", "adult", "school"), a policy as TOML or
        JSON, or the file of a path.

        Raises `PolicyError`, which names line or row.
        """
        self._ffi = _native.translated(ffi.Policy, _care.text_of(policy))

    @classmethod
    def preset(cls, age: AgeBand) -> Policy:
        """What a person of this age starts from: `child` up to 12, `teen` to 17, `adult`."""
        return cls._of(_native.translated(ffi.Policy.preset, lowered(ffi.AgeBand, age)))

    @classmethod
    def _of(cls, generated: Any) -> Policy:
        policy = cls.__new__(cls)
        policy._ffi = generated
        return policy

    @property
    def name(self) -> str:
        """Its name, for reports."""
        return str(self._ffi.name())

    @property
    def version(self) -> int:
        """Its version, for reports and locks."""
        return int(self._ffi.version())

    @property
    def sha256(self) -> str:
        """SHA-256 of what it decides, as hex digits, whatever contests have raised."""
        return str(self._ffi.sha256())

    @property
    def on_failure(self) -> OnFailure:
        """What to do when something cannot be checked."""
        return lifted(OnFailure, self._ffi.on_failure())

    @property
    def intervention(self) -> InterventionLevel:
        """How much people are told."""
        return lifted(InterventionLevel, self._ffi.intervention())

    @property
    def monitoring_notice(self) -> bool:
        """Whether the child must be able to see that messages are looked at."""
        return bool(self._ffi.monitoring_notice())

    @property
    def rows(self) -> tuple[PolicyRow, ...]:
        """The rows as they are written, with the reason of each."""
        return tuple(_row(row) for row in self._ffi.rows())

    @property
    def ages(self) -> tuple[AgeBand, ...]:
        """The ages that the policy is for: those of the preset that it is, else those that its
        rows name, all if they name none."""
        return tuple(lifted(AgeBand, age) for age in self._ffi.ages())

    @property
    def contest_rules(self) -> ContestRules | None:
        """What contests of outcomes may change; None if nothing."""
        rules = self._ffi.contest_rules()
        if rules is None:
            return None
        return ContestRules(
            rules.step,
            rules.max_raise,
            rules.min_contests,
            rules.half_life_days,
            tuple(lifted(Category, one) for one in rules.categories),
        )

    @property
    def leniency(self) -> tuple[Leniency, ...]:
        """Thresholds that contests have raised."""
        return tuple(Leniency._of(one) for one in self._ffi.leniency())

    def with_leniency(self, leniency: Iterable[Leniency]) -> Policy:
        """The policy with the thresholds of some categories raised, in place of earlier raises.

        Raises `PolicyError` when that is more than the contest rules permit.
        """
        raised = [
            ffi.Leniency(lowered(ffi.Category, one.category), one.raised_by) for one in leniency
        ]
        return Policy._of(_native.translated(self._ffi.with_leniency, raised))

    def delay(self, age: AgeBand) -> DelayHours:
        """How long a young person of this age may tell something first before a guardian's
        digest shows it."""
        return DelayHours._of(self._ffi.delay(lowered(ffi.AgeBand, age)))

    def table(self, age: AgeBand) -> tuple[Threshold, ...]:
        """What is in force for an age, by category, the strongest action first."""
        return tuple(_threshold(one) for one in self._ffi.table(lowered(ffi.AgeBand, age)))

    def concerns(self, ages: Iterable[AgeBand] | None = None) -> tuple[PolicyConcern, ...]:
        """What may not be meant, for people of these ages; of those that the policy is for if
        none are given."""
        bands = None if ages is None else _care.ages(ages)
        concerns = _native.translated(self._ffi.concerns, bands)
        return tuple(
            PolicyConcern(lifted(PolicyConcernKind, one.kind), one.row, one.message)
            for one in concerns
        )

    def diff(self, after: Policy) -> PolicyDiff:
        """What changes when `after` takes the place of this policy. Rows are compared by what
        they decide, not by how they are written."""
        diff = _native.translated(self._ffi.diff, after._ffi)
        return PolicyDiff(
            shift=lifted(Shift, diff.shift),
            settings=tuple(
                SettingChange(one.field, one.before, one.after, lifted(Shift, one.shift))
                for one in diff.settings
            ),
            rows=tuple(
                RowChange(
                    category=lifted(Category, one.category),
                    ages=tuple(lifted(AgeBand, age) for age in one.ages),
                    before=tuple(_threshold(step) for step in one.before),
                    after=tuple(_threshold(step) for step in one.after),
                    shift=lifted(Shift, one.shift),
                )
                for one in diff.rows
            ),
        )

    def lock(self, by: LockedBy = LockedBy.GUARDIAN) -> PolicyLock:
        """Settles on this policy. Leniency that contests bring later within its bounds does not
        break the lock."""
        return PolicyLock._of(self._ffi.lock(lowered(ffi.LockedBy, by)))

    def to_json(self) -> str:
        """The JSON form, indented, for `Guard(policy=...)`."""
        json: str = _native.translated(self._ffi.to_json)
        return json

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Policy):
            return NotImplemented
        return self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Policy, (self.to_json(),))

    def __repr__(self) -> str:
        return f"<Policy {self.name} {self.version}>"


class PolicyLock:
    """What a guardian settled: exactly this policy. It detects an exchange; that the child's
    account cannot write the lock itself is the host's part."""

    __slots__ = ("_ffi", "__weakref__")

    def __init__(self, lock: StrPath) -> None:
        """Reads the JSON form, or the file of a path. Raises `PolicyError`."""
        self._ffi = _native.translated(ffi.PolicyLock, _care.text_of(lock))

    @classmethod
    def _of(cls, generated: Any) -> PolicyLock:
        lock = cls.__new__(cls)
        lock._ffi = generated
        return lock

    @property
    def by(self) -> LockedBy:
        """Who locked it."""
        return lifted(LockedBy, self._ffi.by())

    @property
    def name(self) -> str:
        """Name of the policy."""
        return str(self._ffi.name())

    @property
    def version(self) -> int:
        """Its version."""
        return int(self._ffi.version())

    @property
    def sha256(self) -> str:
        """SHA-256 of what it decides, as hex digits."""
        return str(self._ffi.sha256())

    def check(self, policy: Policy) -> None:
        """Raises `PolicyLockedError` when this is not the policy that was locked."""
        _native.translated(self._ffi.check, policy._ffi)

    def to_json(self) -> str:
        """The JSON form, indented, for `Guard(policy_lock=...)`."""
        return str(self._ffi.to_json())

    def __repr__(self) -> str:
        return f"<PolicyLock of {self.name} {self.version} by the {self.by}>"


def _threshold(record: Any) -> Threshold:
    return Threshold(
        lifted(Category, record.category),
        record.at,
        record.min_severity,
        lifted(Action, record.action),
    )


def _row(record: Any) -> PolicyRow:
    return PolicyRow(
        category=lifted(Category, record.category),
        ages=tuple(lifted(AgeBand, age) for age in record.ages),
        at=record.at,
        min_severity=record.min_severity,
        action=lifted(Action, record.action),
        reason=record.reason,
    )
