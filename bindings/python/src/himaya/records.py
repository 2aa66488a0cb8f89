"""Results. All of them are frozen; none holds what was said or shown."""

from __future__ import annotations

import enum
import functools
import json
import struct
from dataclasses import dataclass
from typing import Any, TypeVar

from . import _native
from ._reader import Reader
from .vocabulary import (
    Action,
    Behavior,
    Category,
    Cue,
    Origin,
    Relation,
    Role,
    Stage,
    StatusReason,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a message in code points, so that `text[span.start:span.end]` is it."""

    start: int
    end: int

    @property
    def slice(self) -> slice:
        """For `text[span.slice]`."""
        return slice(self.start, self.end)


@dataclass(frozen=True, slots=True)
class BehaviorScore:
    """A behaviour and how strongly it shows."""

    behavior: Behavior
    score: float
    """0..1; from 0.5 on it counts as a signal."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found."""

    category: Category
    score: float
    """0..1. For a message: how strongly this message points to the category. For a picture: the
    sum of the classes that make up the category; for a known picture 1 for the same hash, less
    1/64 for each differing bit."""
    severity: int
    """How bad it is if true, 0 (none) to 7 (gravest)."""
    origin: Origin
    stage: Stage | None
    """The grooming stage that the strongest behaviour points to."""
    behaviors: tuple[BehaviorScore, ...]
    """Strongest first."""
    spans: tuple[Span, ...]
    """Where in the message; empty for what the classifier says of the message as a whole."""
    reason_codes: tuple[str, ...]
    """Names of the rules or the model output behind it."""


@dataclass(frozen=True, slots=True)
class ClassScore:
    """A class of the picture model and its score."""

    class_name: str
    score: float
    """0..1; all classes sum to 1, unless the model judges each by itself."""


@dataclass(frozen=True, slots=True)
class ModelRef:
    """A model that took part in an assessment."""

    name: str
    version: str
    sha256: str


E = TypeVar("E", bound=enum.Enum)


def _numbered(kind: type[E]) -> dict[int, E]:
    """Members by their number in the library's bytes."""
    return dict(enumerate(kind, 1))


_BEHAVIORS = _numbered(Behavior)
_CATEGORIES = _numbered(Category)
_ORIGINS = _numbered(Origin)
_STAGES = _numbered(Stage)
_STATUS_REASONS = _numbered(StatusReason)

# Where the fields of no fixed size begin, behind those of `Head`.
_HAS_SCORE = 21
_SCORE = 22
_COUNT = struct.Struct(">i").unpack_from
_FLOAT = struct.Struct(">f").unpack_from
# Category, score, severity, origin, and whether there is a stage.
_FINDING = struct.Struct(">ifbib")
_BEHAVIOR = struct.Struct(">if")
_SPAN = struct.Struct(">ii")


@dataclass(frozen=True, slots=True)
class _Rest:
    """What of an assessment comes after its findings. Most are alike, so that the latest are
    kept."""

    status_reasons: tuple[StatusReason, ...]
    message_key: str | None
    deterrence_key: str | None
    class_scores: tuple[ClassScore, ...]
    relaxed: bool
    models: tuple[ModelRef, ...]
    ruleset_version: str | None


class Assessment(_native.Head):
    """The result of looking at one message, picture or stream.

    It is kept in the form in which it came; fields become objects when they are first asked for.
    """

    __slots__ = ("_findings", "_rest")

    _findings: tuple[Finding, ...]
    _rest: _Rest

    @property
    def message_score(self) -> float | None:
        """Probability that this message shows an indicator, 0..1, by rules and classifier
        together. None without a text classifier."""
        data = self._data
        score: float | None = _FLOAT(data, _SCORE)[0] if data[_HAS_SCORE] else None
        return score

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, strongest first."""
        findings: tuple[Finding, ...] | None = getattr(self, "_findings", None)
        return self._read()[0] if findings is None else findings

    @property
    def status_reasons(self) -> tuple[StatusReason, ...]:
        """Why the status is not `complete`."""
        return self._after().status_reasons

    @property
    def message_key(self) -> str | None:
        """Which message the child or guardian may be shown."""
        return self._after().message_key

    @property
    def deterrence_key(self) -> str | None:
        """Which message the other side may be shown."""
        return self._after().deterrence_key

    @property
    def class_scores(self) -> tuple[ClassScore, ...]:
        """Scores of the picture model's classes, 0..1; empty for messages."""
        return self._after().class_scores

    @property
    def relaxed(self) -> bool:
        """Whether the policy would have asked for more, had contested outcomes not raised a
        threshold."""
        return self._after().relaxed

    @property
    def models(self) -> tuple[ModelRef, ...]:
        """The models that took part."""
        return self._after().models

    @property
    def ruleset_version(self) -> str | None:
        """The rules that took part."""
        return self._after().ruleset_version

    @property
    def top_finding(self) -> Finding | None:
        """The strongest finding."""
        findings = self.findings
        return findings[0] if findings else None

    @property
    def is_actionable(self) -> bool:
        """Whether the policy asks for anything."""
        return self.action is not Action.ALLOW

    def to_json(self) -> str:
        """The core's JSON form, of version `schema_version`; spans count code points."""
        return _native.assessment_to_json(self._data)

    def to_dict(self) -> dict[str, Any]:
        """The same as a dict."""
        parsed: dict[str, Any] = json.loads(self.to_json())
        return parsed

    def _after(self) -> _Rest:
        rest: _Rest | None = getattr(self, "_rest", None)
        return self._read()[1] if rest is None else rest

    def _read(self) -> tuple[tuple[Finding, ...], _Rest]:
        data = self._data
        findings, at = _found(data, _SCORE + 4 * data[_HAS_SCORE])
        rest = _rest(data[at:])
        self._findings = findings
        self._rest = rest
        return findings, rest

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Assessment):
            return NotImplemented
        return self._data == other._data

    def __hash__(self) -> int:
        return hash(self._data)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Assessment, (self._data,))

    def __repr__(self) -> str:
        categories = [finding.category.value for finding in self.findings]
        return (
            f"<Assessment {self.input_type}: {self.action}, risk {self.risk:.3f}, "
            f"{self.status}, findings {categories}>"
        )


def _found(data: bytes, at: int) -> tuple[tuple[Finding, ...], int]:
    """The findings, and where they end."""
    (many,) = _COUNT(data, at)
    at += 4
    if not many:
        return (), at
    findings = []
    for _ in range(many):
        finding, at = _finding(data, at)
        findings.append(finding)
    return tuple(findings), at


def _finding(data: bytes, at: int) -> tuple[Finding, int]:
    category, score, severity, origin, staged = _FINDING.unpack_from(data, at)
    at += _FINDING.size
    stage = None
    if staged:
        stage = _STAGES[_COUNT(data, at)[0]]
        at += 4
    end = at + 4 + _BEHAVIOR.size * _COUNT(data, at)[0]
    behaviors = [
        BehaviorScore(_BEHAVIORS[number], shown)
        for number, shown in _BEHAVIOR.iter_unpack(data[at + 4 : end])
    ]
    at = end
    end = at + 4 + _SPAN.size * _COUNT(data, at)[0]
    spans = [Span(start, stop) for start, stop in _SPAN.iter_unpack(data[at + 4 : end])]
    (many,) = _COUNT(data, end)
    at = end + 4
    codes = []
    for _ in range(many):
        end = at + 4 + _COUNT(data, at)[0]
        codes.append(data[at + 4 : end].decode())
        at = end
    finding = Finding(
        _CATEGORIES[category],
        score,
        severity,
        _ORIGINS[origin],
        stage,
        tuple(behaviors),
        tuple(spans),
        tuple(codes),
    )
    return finding, at


@functools.lru_cache(maxsize=64)
def _rest(data: bytes) -> _Rest:
    reader = Reader(data, 0)
    return _Rest(
        status_reasons=tuple(_STATUS_REASONS[reader.int()] for _ in range(reader.int())),
        message_key=reader.optional_text(),
        deterrence_key=reader.optional_text(),
        class_scores=tuple(
            ClassScore(reader.text(), reader.float()) for _ in range(reader.int())
        ),
        relaxed=reader.byte() != 0,
        models=tuple(
            ModelRef(reader.text(), reader.text(), reader.text()) for _ in range(reader.int())
        ),
        ruleset_version=reader.optional_text(),
    )


@dataclass(frozen=True, slots=True)
class Contact:
    """What the host knows of a counterpart besides the messages. Nobody is exempt: it shifts the
    evidence, and by little."""

    relation: Relation = Relation.UNKNOWN
    """Who it is to the child."""
    children_contacted: int | None = None
    """Children whom the account contacted lately; None if unknown."""
    utc_offset: int | None = None
    """Minutes that the child's clock is ahead of UTC. With it, message times must be Unix times,
    and messages by night count. None if unknown."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What came of a message in kept conversations."""

    assessment: Assessment
    """It is `degraded` where the conversation before could not be taken into account or the one
    behind could not be kept."""
    trouble: str | None
    """What went wrong with the store or with what was kept."""


@dataclass(frozen=True, slots=True)
class PictureHash:
    """The PDQ hash of a picture and how much it can be relied on."""

    hash: str
    """64 hex digits."""
    quality: int
    """0..100: how much there is to see. Below 50 unlike pictures have like hashes."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """Something that counts for or against a contact."""

    kind: str
    """`behavior`, `cue`, `tone` (what the latest messages sound like), `context` (that those of one
    side sound like what is said in risky conversations) or `relation`."""
    cause: Behavior | Cue | Role | Relation | None
    """What it is; None for a tone of anything at all."""
    presence: float
    """How far it is there now; 0..1 for behaviours and most cues, -1.5 to 1.5 for tones and contexts."""
    nats: float
    """Evidence that it adds now, in nats; below 0 if it speaks for the contact."""
    times: int
    """Messages that showed it; 0 for what is no property of single messages."""
    first: int | None
    """When it was first shown, in the host's milliseconds; None if times are unknown."""
    last: int | None
    """When it was last shown."""


@dataclass(frozen=True, slots=True)
class StageShare:
    """How much of the evidence belongs to a stage, in nats."""

    stage: Stage
    nats: float


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A message that added evidence."""

    message: int
    """Number of the message in the conversation, from 1."""
    time: int | None
    """When it was written, in the host's milliseconds; None if times are unknown."""
    behaviors: tuple[Behavior, ...]
    nats: float
    risk: float
    """The risk behind it, 0..1."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What adds up to the risk of a conversation. No words in it."""

    risk: float
    """As of the latest message, 0..1; from one half on the conversation warns."""
    nats: float
    """Evidence in nats: the sum of all contributions."""
    boundary: float
    """Evidence from which on the conversation warns, in nats."""
    contributions: tuple[Contribution, ...]
    """Most first."""
    stages: tuple[StageShare, ...]
    """Most evidence first."""
    timeline: tuple[TimelineEvent, ...]
    """The messages that added most, in the order in which they came."""
    received: int
    sent: int
    deleted: int
