"""Several threads at once."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from conftest import lines

from himaya import Conversation, Conversations, Guard


def test_eight_threads_sharing_a_guard_get_the_answers_of_one(guard: Guard) -> None:
    texts = [case["text"] for case in lines("tests/golden/text_model.jsonl")] * 4
    alone = [guard.assess_message(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        runs = list(
            pool.map(lambda _: [guard.assess_message(text) for text in texts], range(8))
        )
    assert all(run == alone for run in runs)


def test_no_message_is_lost_between_threads(guard: Guard) -> None:
    conversation, kept = Conversation(), Conversations.in_memory()
    with ThreadPoolExecutor(8) as pool:
        for _ in range(8):
            pool.submit(lambda: [guard.observe(conversation, "hello") for _ in range(100)])
            pool.submit(lambda: [kept.observe(guard, "one", "hello") for _ in range(100)])
    assert conversation.received == 800
    assert kept.explain(guard, "one").received == 800


def test_the_interpreter_lock_is_released(guard: Guard) -> None:
    """Whoever only counts goes on counting while a long message is read."""
    long = "hello there my friend " * 20_000
    counted, done = 0, threading.Event()

    def assess() -> None:
        guard.assess_message(long)
        done.set()

    guard.assess_message("warm")
    thread = threading.Thread(target=assess)
    started = time.perf_counter()
    thread.start()
    longest = 0.0
    last = time.perf_counter()
    while not done.is_set():
        now = time.perf_counter()
        longest, last, counted = max(longest, now - last), now, counted + 1
        time.sleep(0.0005)
    thread.join()
    took = time.perf_counter() - started
    assert took > 0.05, "too quick to tell"
    assert counted > 10 and longest < took / 2, (counted, longest, took)
