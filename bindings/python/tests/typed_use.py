"""How a program uses the package; `mypy --strict` reads it, nothing runs it."""

from __future__ import annotations

from pathlib import Path

import numpy
from PIL import Image

from himaya import (
    Action,
    AgeBand,
    Assessment,
    Conversation,
    Conversations,
    Explanation,
    Finding,
    Guard,
    StreamAnalyzer,
)


class Store:
    def load(self, counterpart: str) -> bytes | None: ...

    def save(self, counterpart: str, state: bytes) -> None: ...

    def forget(self, counterpart: str) -> bool:
        return False

    def forget_all(self) -> None: ...


def use() -> None:
    guard = Guard(age_band=AgeBand.ADULT, hash_lists={"own": Path("list.txt")})
    assessment: Assessment = guard.assess_message("text")
    action: Action = assessment.action
    finding: Finding | None = assessment.top_finding
    words: list[str] = ["text"[span.slice] for span in finding.spans] if finding else []
    explanation: Explanation = guard.explain(Conversation())
    with Conversations.in_store(Store()) as conversations:
        conversations.observe(guard, "name", "text").assessment.risk.hex()
    for picture in (b"", bytearray(), Path("a"), numpy.zeros((1, 1, 3), numpy.uint8)):
        guard.assess_image(picture)
    guard.assess_image(Image.new("RGB", (1, 1)))
    stream = StreamAnalyzer(guard, on_change=lambda change: print(change.after))
    print(action, words, explanation.nats, stream.counts.seen)
