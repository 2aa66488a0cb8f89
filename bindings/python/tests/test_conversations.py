"""Conversations and their stores."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from himaya import (
    ChatThread,
    Contact,
    Conversation,
    ConversationError,
    Conversations,
    DamagedStoreError,
    Guard,
    HimayaError,
    Relation,
    Role,
    Status,
    StatusReason,
    StoreError,
)

SECRET = "this is our secret, don't tell your mum"


def test_a_state_survives_as_bytes(guard: Guard) -> None:
    conversation = Conversation(Contact(Relation.STRANGER, children_contacted=40, utc_offset=60))
    guard.observe(conversation, SECRET)
    conversation.note_deleted()
    kept = Conversation.from_bytes(conversation.to_bytes())
    assert kept.contact == conversation.contact
    assert (kept.received, kept.sent, kept.deleted) == (1, 0, 1)
    assert pickle.loads(pickle.dumps(kept)).to_bytes() == kept.to_bytes()
    assert guard.explain(kept) == guard.explain(conversation)


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_damaged_bytes_are_refused_with_the_reason(damage: bytes | None) -> None:
    state = Conversation().to_bytes()
    with pytest.raises(ConversationError, match="HMYC|checksum|ends"):
        Conversation.from_bytes(state[:-1] if damage is None else damage)


def test_conversations_go_on_where_they_were_left(guard: Guard, tmp_path: Path) -> None:
    path = tmp_path / "conversations.redb"
    with Conversations.in_file(path) as conversations:
        conversations.set_contact("4711", Contact(Relation.STRANGER))
        assert conversations.observe(guard, "4711", SECRET).trouble is None
        with pytest.raises(StoreError):
            Conversations.in_file(path)
    with pytest.raises(StoreError, match="closed"):
        conversations.observe(guard, "4711", SECRET)
    with Conversations.in_file(path) as conversations:
        conversations.note_deleted("4711", Role.COUNTERPART)
        explanation = conversations.explain(guard, "4711")
        assert (explanation.received, explanation.deleted) == (1, 1)
        assert conversations.forget("4711") and not conversations.forget("4711")
        conversations.forget_all()
    assert b"4711" not in path.read_bytes()


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no-store"
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(DamagedStoreError):
        Conversations.in_file(path)


class Dictionary:
    def __init__(self) -> None:
        self.states: dict[str, bytes] = {}
        self.broken = False

    def load(self, counterpart: str) -> bytes | None:
        if self.broken:
            raise OSError("CANARY")
        return self.states.get(counterpart)

    def save(self, counterpart: str, state: bytes) -> None:
        self.states[counterpart] = state

    def forget(self, counterpart: str) -> bool:
        return self.states.pop(counterpart, None) is not None

    def forget_all(self) -> None:
        self.states.clear()


def test_a_store_of_ones_own_keeps_them(guard: Guard) -> None:
    store = Dictionary()
    conversations = Conversations.in_store(store)
    assert conversations.observe(guard, "somebody", SECRET).trouble is None
    assert Conversation.from_bytes(store.states["somebody"]).received == 1
    assert conversations.forget("somebody") and not store.states


def test_a_broken_store_degrades_the_assessment_and_says_no_more_than_why(guard: Guard) -> None:
    store = Dictionary()
    conversations = Conversations.in_store(store)
    store.broken = True
    seen = conversations.observe(guard, "somebody", SECRET)
    assert seen.assessment.status is Status.DEGRADED
    assert StatusReason.STORE_UNAVAILABLE in seen.assessment.status_reasons
    assert seen.assessment.findings
    assert seen.trouble is not None
    assert "OSError" in seen.trouble and "CANARY" not in seen.trouble
    with pytest.raises(HimayaError, match="OSError"):
        conversations.explain(guard, "somebody")
    store.broken = False
    store.states["somebody"] = b"nonsense"
    seen = conversations.observe(guard, "somebody", SECRET)
    assert StatusReason.CONVERSATION_DAMAGED in seen.assessment.status_reasons


def test_a_store_may_assess_within_a_call(guard: Guard) -> None:
    other = "see you at practice tomorrow"

    class Asking(Dictionary):
        def save(self, counterpart: str, state: bytes) -> None:
            self.asked = guard.assess_message(other)
            super().save(counterpart, state)

    store = Asking()
    seen = Conversations.in_store(store).observe(guard, "somebody", SECRET)
    assert store.asked == guard.assess_message(other)
    assert seen == Conversations.in_memory().observe(guard, "somebody", SECRET)


def test_in_memory_the_oldest_are_forgotten(guard: Guard) -> None:
    with Conversations.in_memory(max=2) as conversations:
        for name in ("one", "two", "three"):
            conversations.observe(guard, name, SECRET)
        assert [conversations.forget(name) for name in ("one", "two", "three")] == [
            False,
            True,
            True,
        ]


def test_a_thread_tells_its_people_apart(guard: Guard) -> None:
    thread = ChatThread(guard, protected="child")
    thread.set_contact("aunt", Contact(Relation.FAMILY))
    thread.observe("stranger", SECRET, time=0)
    thread.observe("child", "no", time=1000)
    thread.observe("aunt", "see you on sunday", time=2000)
    stranger, aunt = thread.explain("stranger"), thread.explain("aunt")
    assert stranger is not None and aunt is not None and thread.explain("nobody") is None
    assert stranger.risk > aunt.risk
    assert (stranger.received, stranger.sent) == (1, 1)
