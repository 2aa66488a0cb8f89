"""The service holds what its policy asks it to hold, and lets the child choose."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.importorskip("fastapi")

from fastapi.testclient import TestClient  # noqa: E402

import moderation  # noqa: E402

PATTERN = [
    "are you home alone?",
    "this is our secret, don't tell your mum",
    "add me on snapchat",
    "send me a selfie",
    "you are so mature for your age",
]


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("CONVERSATIONS", str(tmp_path / "conversations.redb"))
    with TestClient(moderation.app) as client:
        yield client


def send(client: TestClient, text: str) -> str:
    letter = {"sender": "stranger", "recipient": "child", "text": text}
    choice: str = client.post("/messages", json=letter).raise_for_status().json()["choice"]
    return choice


def test_ordinary_messages_are_delivered(client: TestClient) -> None:
    assert send(client, "see you at practice tomorrow") == "deliver"
    (mail,) = client.get("/inbox/child").json()
    assert mail == {"sender": "stranger", "text": "see you at practice tomorrow", "notice": None}


def test_a_pattern_brings_a_notice_and_the_child_may_still_read(client: TestClient) -> None:
    choices = [send(client, text) for text in PATTERN]
    assert choices[0] == "deliver" and choices[-1] != "deliver"
    *_, last = client.get("/inbox/child").json()
    assert last["notice"] == "notice-grooming"
    opened = client.post(f"/inbox/child/{len(PATTERN) - 1}/open").json()
    assert opened["text"] == PATTERN[-1]
    assert client.post("/inbox/child/99/open").status_code == 404


def test_a_contact_can_be_forgotten(client: TestClient) -> None:
    send(client, PATTERN[0])
    assert client.delete("/contacts/child/stranger").json() is True
    assert client.delete("/contacts/child/stranger").json() is False
