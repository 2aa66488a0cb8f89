"""What the modules on messages, digests, policies and reports share."""

from __future__ import annotations

import os
import time as clock
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ._convert import lowered
from ._native import ffi
from .guard import StrPath, Time, milliseconds
from .records import Assessment, Finding
from .vocabulary import AgeBand


def instant(time: Time | None) -> int:
    """Milliseconds since 1970; now for None."""
    return clock.time_ns() // 1_000_000 if time is None else milliseconds(time)


def text_of(given: StrPath) -> str:
    """A text, or what the file of a path holds."""
    return Path(given).read_text(encoding="utf-8") if isinstance(given, os.PathLike) else given


def age_or_none(age: AgeBand | None) -> Any:
    return None if age is None else lowered(ffi.AgeBand, age)


def ages(bands: Iterable[AgeBand]) -> list[Any]:
    return [lowered(ffi.AgeBand, band) for band in bands]


def assessment_record(assessment: Assessment) -> Any:
    """An assessment as the generated code takes it."""
    return ffi.Assessment(
        schema_version=assessment.schema_version,
        input_type=lowered(ffi.InputType, assessment.input_type),
        action=lowered(ffi.Action, assessment.action),
        status=lowered(ffi.Status, assessment.status),
        risk=assessment.risk,
        monitoring_notice_required=assessment.monitoring_notice_required,
        message_score=assessment.message_score,
        findings=[_finding(finding) for finding in assessment.findings],
        status_reasons=[
            lowered(ffi.StatusReason, reason) for reason in assessment.status_reasons
        ],
        message_key=assessment.message_key,
        deterrence_key=assessment.deterrence_key,
        class_scores=[
            ffi.ClassScore(class_name=one.class_name, score=one.score)
            for one in assessment.class_scores
        ],
        relaxed=assessment.relaxed,
        models=[
            ffi.ModelRef(name=one.name, version=one.version, sha256=one.sha256)
            for one in assessment.models
        ],
        ruleset_version=assessment.ruleset_version,
    )


def _finding(finding: Finding) -> Any:
    return ffi.Finding(
        category=lowered(ffi.Category, finding.category),
        score=finding.score,
        severity=finding.severity,
        origin=lowered(ffi.Origin, finding.origin),
        stage=None if finding.stage is None else lowered(ffi.Stage, finding.stage),
        behaviors=[
            ffi.BehaviorScore(behavior=lowered(ffi.Behavior, one.behavior), score=one.score)
            for one in finding.behaviors
        ],
        spans=[ffi.Span(start=span.start, end=span.end) for span in finding.spans],
        reason_codes=list(finding.reason_codes),
    )
