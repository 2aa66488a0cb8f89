"""What the words of an assessment mean, and what they do not. In English."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from . import _native
from ._convert import lifted, lowered
from ._native import ffi
from .guard import Guard
from .vocabulary import Behavior, Category, Stage


@enum.unique
class RiskClass(enum.Enum):
    """Classes of risk to minors in the European Commission's guidelines on Article 28 DSA
    (2025)."""

    CONTENT = "content"
    """What a child sees."""

    CONDUCT = "conduct"
    """What a child or its peers do."""

    CONTACT = "contact"
    """Who meets a child."""

    CONSUMER = "consumer"
    """What a child is sold."""

    CROSS_CUTTING = "cross_cutting"
    """Risks across the others, such as to health and privacy."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class MappingRelation(enum.Enum):
    """What an outside word is, compared with ours (mapping relations of SKOS, W3C 2009)."""

    EXACT = "exact"
    """The same."""

    BROADER = "broader"
    """It covers more."""

    NARROWER = "narrower"
    """It covers less."""

    RELATED = "related"
    """It is near, neither more nor less."""

    def __str__(self) -> str:
        return self.value


@enum.unique
class ReasonKind(enum.Enum):
    """Where a reason code stands."""

    FINDING = "finding"
    """In a finding's `reason_codes`."""

    RULE = "rule"
    """In a finding's `reason_codes`, and it names an indicator rule."""

    STATUS = "status"
    """In an assessment's `status_reasons`."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Publication:
    """What a word rests on."""

    title: str
    authors: str
    year: int


@dataclass(frozen=True, slots=True)
class OutsideWord:
    """The word of another vocabulary for one of ours."""

    standard: str
    """Whose vocabulary, as a slug."""
    value: str
    relation: MappingRelation
    note: str | None
    """Where the two differ."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means, and what it does not."""

    slug: str
    definition: str
    matters: str
    """Why it matters."""
    limits: tuple[str, ...]
    """What a finding of it does not say."""
    sources: tuple[Publication, ...]
    severity: tuple[int, int]
    """The least and the gravest of findings, 0 to 7."""
    risk_class: RiskClass
    outside: tuple[OutsideWord, ...]
    """The words of others for it."""


@dataclass(frozen=True, slots=True)
class ReasonMeaning:
    """What a reason code says."""

    pattern: str
    """The code, or the pattern that it is of (`{language}.{rule}`)."""
    kind: ReasonKind
    definition: str
    limits: tuple[str, ...]
    """What it does not say."""
    measured: tuple[str, ...]
    """Files of Himaya's repository and commands that give the measured error rate."""


@dataclass(frozen=True, slots=True)
class RuleMeaning:
    """What an indicator rule looks for."""

    language: str
    behavior: Behavior | None
    """None for a rule of a category as a whole."""
    category: Category
    severity: int
    """0 to 7."""
    decisive: bool
    """Whether it warns by itself."""


def meaning(word: Category | Behavior | Stage) -> Meaning:
    """What a category, a behaviour or a stage means.

    >>> from himaya import Category, meaning
    >>> len(meaning(Category.GROOMING).limits) > 0
    True
    """
    if isinstance(word, Category):
        call, lower = ffi.meaning_of_category, lowered(ffi.Category, word)
    elif isinstance(word, Behavior):
        call, lower = ffi.meaning_of_behavior, lowered(ffi.Behavior, word)
    else:
        call, lower = ffi.meaning_of_stage, lowered(ffi.Stage, word)
    return _meaning(_native.translated(call, lower))


def meaning_of_reason(code: str) -> ReasonMeaning | None:
    """What a reason code or a status reason says; None for what is of no known form. Whether a
    guard has a rule of that name, `rule_of` says.

    >>> from himaya import meaning_of_reason
    >>> str(meaning_of_reason("en.secrecy.our-secret").kind)
    'rule'
    """
    reason = _native.translated(ffi.meaning_of_reason, code)
    if reason is None:
        return None
    return ReasonMeaning(
        reason.pattern,
        lifted(ReasonKind, reason.kind),
        reason.definition,
        tuple(reason.limits),
        tuple(reason.measured),
    )


def rule_of(guard: Guard, code: str) -> RuleMeaning | None:
    """What the indicator rule of a reason code looks for; None for a code that names none of the
    guard's rules."""
    rule = _native.translated(guard._ffi.rule, code)
    if rule is None:
        return None
    return RuleMeaning(
        rule.language,
        None if rule.behavior is None else lifted(Behavior, rule.behavior),
        lifted(Category, rule.category),
        rule.severity,
        rule.decisive,
    )


def _meaning(record: Any) -> Meaning:
    return Meaning(
        slug=record.slug,
        definition=record.definition,
        matters=record.matters,
        limits=tuple(record.limits),
        sources=tuple(
            Publication(one.title, one.authors, one.year) for one in record.sources
        ),
        severity=(record.least_severity, record.gravest_severity),
        risk_class=lifted(RiskClass, record.risk_class),
        outside=tuple(
            OutsideWord(
                one.standard, one.value, lifted(MappingRelation, one.relation), one.note
            )
            for one in record.outside
        ),
    )
