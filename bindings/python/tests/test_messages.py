"""Messages and what is said of them."""

from __future__ import annotations

import copy
import ctypes
import datetime
import inspect
import pickle

import pytest

import himaya
from himaya import (
    Action,
    Assessment,
    Behavior,
    Category,
    Conversation,
    Conversations,
    Guard,
    Limits,
    Message,
    Role,
    Status,
    StatusReason,
    _by_ctypes,
    _native,
)

TEXT = "😀😀 é are you home alone? 😀"


def test_spans_cut_the_words_out_of_the_text(guard: Guard) -> None:
    span = guard.assess_message(TEXT).findings[0].spans[0]
    assert "home alone" in TEXT[span.start : span.end] == TEXT[span.slice]


def test_a_lone_surrogate_moves_no_span(guard: Guard) -> None:
    text = "\ud83d are you home alone?"
    span = guard.assess_message(text).findings[0].spans[0]
    assert "home alone" in text[span.slice]


def test_assessments_are_frozen_equal_hashable_and_picklable(guard: Guard) -> None:
    one, other = guard.assess_message(TEXT), guard.assess_message(TEXT)
    assert one == other and hash(one) == hash(other) and one != guard.assess_message("hello")
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    with pytest.raises(AttributeError):
        one.risk = 0.0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        one.findings[0].score = 0.0  # type: ignore[misc]
    with pytest.raises(TypeError):
        himaya.Assessment()  # type: ignore[call-arg]


def test_no_repr_shows_the_text(guard: Guard) -> None:
    shown = [repr(guard.assess_message("CANARY are you home alone?")), repr(Message("CANARY"))]
    assert not any("CANARY" in one for one in shown), shown


def test_actions_are_ordered_by_strength() -> None:
    assert sorted(Action, reverse=True)[0] is Action.MUTE
    assert Action.ALLOW < Action.BLUR <= Action.BLUR < Action.MUTE
    assert Action.MUTE > Action.INTERRUPT >= Action.INDICATE


def test_a_pattern_over_a_conversation_warns(guard: Guard) -> None:
    conversation = Conversation()
    texts = [
        "are you home alone?",
        "this is our secret, don't tell your mum",
        "add me on snapchat",
        "send me a selfie",
        "you are so mature for your age",
        "hello?",
    ]
    first, *_, last = guard.observe_all(conversation, map(Message, texts))
    assert first.action is Action.ALLOW
    assert last.risk > 0.5 and last.is_actionable
    assert last.top_finding is not None and last.message_key is not None
    assert last.deterrence_key is not None
    assert conversation.received == len(texts)
    explanation = guard.explain(conversation)
    assert explanation.received == len(texts) and explanation.nats > explanation.boundary
    causes = [one.cause for one in explanation.contributions if one.kind == "behavior"]
    assert Behavior.SECRECY in causes
    assert explanation.timeline and explanation.stages


def test_many_messages_are_assessed_in_their_order(guard: Guard) -> None:
    texts = [f"message {at}: are you home alone?" if at % 3 else f"{at}" for at in range(500)]
    one_by_one = [guard.assess_message(text) for text in texts]
    assert list(guard.assess_messages(texts)) == one_by_one
    assert list(guard.assess_messages(iter(texts), threads=4)) == one_by_one


@pytest.mark.parametrize("calls", [_native.Calls, _by_ctypes.Calls])
def test_an_answer_that_does_not_fit_arrives(calls: type[_by_ctypes.Calls]) -> None:
    """No message gets one so far: a function stands in for the library's."""
    answer = bytes(range(256)) * 40
    u64 = ctypes.c_uint64

    def too_long(guard: int, text: bytes, length: int, room: int, capacity: int) -> int:
        buffer = _native._lowered(answer, _native._statuses.ref)
        ctypes.memmove(room, ctypes.byref(buffer), ctypes.sizeof(buffer))
        return 0

    function = ctypes.CFUNCTYPE(ctypes.c_int64, u64, ctypes.c_char_p, u64, ctypes.c_void_p, u64)
    stand_in = function(too_long)
    address = ctypes.cast(stand_in, ctypes.c_void_p).value
    assert address is not None
    made = calls(address, address, address, address, _native.ADDRESSES[-1])
    assert made.assess_message(bytes, 0, "") == answer


def test_a_text_may_hold_any_character(guard: Guard) -> None:
    text = "\0 are you home alone?\0 \U0010ffff"
    span = guard.assess_message(text).findings[0].spans[0]
    assert text[span.slice] == "are you home alone"


def test_times_may_be_datetimes(guard: Guard) -> None:
    time = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    ways = []
    for given in (time, int(time.timestamp() * 1000)):
        conversation = Conversation()
        guard.observe(conversation, "are you home alone?", time=given)
        ways.append(conversation.to_bytes())
    assert ways[0] == ways[1]
    with pytest.raises(ValueError, match="time zone"):
        guard.observe(Conversation(), "hi", time=datetime.datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="64 bits"):
        guard.observe(Conversation(), "hi", time=2**63)


def test_what_the_child_says_counts_as_the_childs(guard: Guard) -> None:
    conversation = Conversation()
    assessment = guard.observe(
        conversation, "my number is +44 20 7946 0958", role=Role.PROTECTED
    )
    assert (conversation.received, conversation.sent) == (0, 1)
    assert Category.PERSONAL_INFO in [finding.category for finding in assessment.findings]


def test_a_guard_without_the_classifier_gives_no_message_score() -> None:
    assessment = Guard(text_model=False).assess_message("are you home alone?")
    assert assessment.message_score is None and not assessment.models
    assert assessment.findings[0].category is Category.GROOMING


def test_a_limit_makes_the_assessment_degraded() -> None:
    guard = Guard(limits=Limits(max_message_bytes=10))
    assessment = guard.assess_message("are you home alone?")
    assert assessment.status is Status.DEGRADED
    assert [str(reason) for reason in assessment.status_reasons] == ["message_truncated"]


def test_wrong_types_are_refused(guard: Guard) -> None:
    with pytest.raises((TypeError, AttributeError)):
        guard.assess_message(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="10-12"):
        Guard(age_band="12")


def test_both_ways_of_calling_answer_alike(guard: Guard) -> None:
    """The compiled part, which is there for CPython, and ctypes, which others use."""
    assert _native.Calls.__module__ == "himaya._direct"
    slow, quick = _by_ctypes.Calls(*_native.ADDRESSES), _native.CALLS
    for text in (TEXT, "", "\ud83d\0 no", "are you home alone? " * 2000):
        assert slow.assess_message(Assessment, guard._handle, text) == quick.assess_message(
            Assessment, guard._handle, text
        )
        states = []
        for calls in (slow, quick):
            alone, kept = Conversation(), Conversations.in_memory()
            thread = himaya.ChatThread(guard, "child")
            answers = [
                calls.observe(bytes, guard._handle, alone._handle, True, text, 7, True),
                calls.observe_kept(
                    kept._ffi._handle, guard._handle, "é\ud83d", True, text, 7, True
                ),
                calls.observe_in_thread(
                    bytes, thread._ffi._handle, guard._handle, "é", text, 7
                ),
            ]
            states.append((answers, alone.to_bytes(), kept.explain(guard, "é?")))
        assert states[0] == states[1]


def test_both_ways_of_reading_find_the_same(guard: Guard) -> None:
    for assessment in (guard.assess_message(TEXT), guard.assess_failure(StatusReason.IMAGE_UNREADABLE)):
        slow = _by_ctypes.Head(assessment._data)
        for name, field in vars(_by_ctypes.Head).items():
            if isinstance(field, property):
                assert getattr(slow, name) == getattr(assessment, name), name
                assert inspect.getdoc(field) == inspect.getdoc(getattr(_native.Head, name)), name
    for head in (_by_ctypes.Head, _native.Head):
        with pytest.raises(ValueError, match="not an assessment"):
            head(b"nonsense")
