"""How a program uses the package; `mypy --strict` reads it, nothing runs it."""

from __future__ import annotations

from pathlib import Path

import numpy
from PIL import Image

from himaya import (
    Action,
    Addressee,
    AgeBand,
    Assessment,
    Contested,
    Conversation,
    Conversations,
    DigestBuilder,
    Explanation,
    Finding,
    Guard,
    GuardianDigest,
    HelpServices,
    Ledger,
    Meaning,
    Messages,
    Notice,
    Policy,
    PolicyDiff,
    Reader,
    ReportDraft,
    StreamAnalyzer,
    TransparencyReport,
    meaning,
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


def care(guard: Guard, assessment: Assessment) -> None:
    messages, child = Messages.for_languages(["ar-EG"]), Addressee(AgeBand.FROM_13_TO_15)
    notice: Notice | None = messages.notice(assessment, reader=Reader.AUTHOR, addressee=child)
    policy, ledger, builder = Policy(Path("own.toml")), Ledger(), DigestBuilder()
    contested: Contested = ledger.contest(ledger.record(assessment), "harmless", policy)
    digest: GuardianDigest = builder.digest()
    diff: PolicyDiff = policy.diff(ledger.relaxed(policy))
    report = TransparencyReport([ledger], policy, at_least=5)
    draft = ReportDraft("child")
    draft.observe(assessment)
    draft.attach(Path("photo.jpg"))
    found: Meaning = meaning(assessment.findings[0].category)
    names: list[str] = [service.name for service in HelpServices().lookup("EG")]
    print(notice, contested, digest.to_text(messages), diff.shift, report.total.warned)
    print(found.definition, names)
