"""The package's enums are the library's."""

from __future__ import annotations

import enum

import pytest

import himaya
from himaya import FrameOutcome
from himaya._convert import lifted, lowered
from himaya._native import ffi

KINDS: list[type[enum.Enum]] = [
    himaya.Action,
    himaya.AgeBand,
    himaya.Behavior,
    himaya.Category,
    himaya.Cue,
    himaya.InputType,
    himaya.Origin,
    himaya.Relation,
    himaya.Role,
    himaya.Stage,
    himaya.Status,
    himaya.StatusReason,
    FrameOutcome,
    himaya.Annotation,
    himaya.ContestReason,
    himaya.Frequency,
    himaya.Gender,
    himaya.HelpAges,
    himaya.HelpAudience,
    himaya.IndustryClassification,
    himaya.InterventionLevel,
    himaya.LockedBy,
    himaya.MappingRelation,
    himaya.OnFailure,
    himaya.PersonRole,
    himaya.PolicyConcernKind,
    himaya.Reader,
    himaya.ReasonKind,
    himaya.RiskClass,
    himaya.Shift,
    himaya.Trend,
    himaya.Urgency,
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_member_has_its_place_in_the_library(kind: type[enum.Enum]) -> None:
    generated = getattr(ffi, kind.__name__)
    assert len(kind) == len(generated)
    for place, member in enumerate(kind):
        assert lowered(generated, member) is list(generated)[place]
        assert lifted(kind, list(generated)[place]) is member
