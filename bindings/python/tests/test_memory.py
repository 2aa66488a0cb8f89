"""Many calls leave nothing behind."""

from __future__ import annotations

import gc
import os

import numpy
import psutil

from himaya import (
    AgeBand,
    Category,
    Conversation,
    Conversations,
    DigestBuilder,
    Guard,
    HelpServices,
    HimayaError,
    Ledger,
    Messages,
    Policy,
    ReportDraft,
    TransparencyReport,
)

CALLS = int(os.environ.get("HIMAYA_CALLS", "50000"))
MEGABYTE = 1 << 20


def resident() -> int:
    gc.collect()
    return int(psutil.Process().memory_info().rss)


def test_memory_does_not_grow_with_the_number_of_calls(guard: Guard) -> None:
    conversation, kept = Conversation(), Conversations.in_memory(max=100)
    ledger, digest, messages, services = Ledger(), DigestBuilder(), Messages(), HelpServices()
    policy = Policy("child")
    picture = numpy.zeros((8, 8, 3), numpy.uint8)

    def calls(number: int) -> None:
        for at in range(number):
            assessment = guard.assess_message("are you home alone? don't tell your mum")
            if at % 10 == 0:
                assert assessment.findings and assessment.models
                guard.observe(conversation, "hello")
                kept.observe(guard, f"{at % 200}", "hello")
                ledger.record(assessment, 0)
                digest.record(assessment, 0)
                Conversation.from_bytes(conversation.to_bytes())
            if at % 1000 == 0:
                assessment.to_json()
                guard.explain(conversation)
                Messages("ar").notice(Category.GROOMING)
                digest.digest(0).to_text(messages)
                services.lookup("GB")
                Policy("teen").table(AgeBand.FROM_13_TO_15)
                Ledger.from_json(ledger.to_json())
                TransparencyReport(ledger, policy).to_json()
                ReportDraft("guardian").observe(assessment)
                guard.assess_image(picture)
                try:
                    guard.assess_image(b"nonsense")
                except HimayaError:
                    pass

    calls(5000)
    before = resident()
    calls(CALLS)
    grown = resident() - before
    print(f"{CALLS} calls: {grown / MEGABYTE:.1f} MB more")
    assert grown < 8 * MEGABYTE
