"""Uses the Python package on texts from standard input and shows all that a host may log."""

import json
import sys
from pathlib import Path

import himaya

folder = Path(sys.argv[1])
texts = json.load(sys.stdin)
guard = himaya.Guard(age_band="10-12")
shown: list[object] = [guard]
for text in texts:
    assessment = guard.assess_message(text)
    shown += [assessment, assessment.to_json(), assessment.findings]
conversation = himaya.Conversation()
for text in texts:
    shown.append(guard.observe(conversation, text))
shown += [conversation, guard.explain(conversation)]
with himaya.Conversations.in_file(folder / "conversations.redb") as conversations:
    for text in texts:
        # As a host would: the counterpart's name is a canary as well.
        shown.append(conversations.observe(guard, text, text))
        shown.append(conversations.explain(guard, text))
    conversations.forget(texts[0])
thread = himaya.ChatThread(guard, protected=texts[0])
shown += [thread.observe(texts[1], text) for text in texts]
shown.append(thread)
for wrong in ("surrogate \ud800 " + texts[0], 7, None, texts[0].encode() + b"\xff"):
    try:
        shown.append(guard.assess_message(wrong))  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001
        shown += [error, repr(error)]
for made in (
    lambda: himaya.Guard(policy=texts[0]),
    lambda: guard.assess_image(texts[0].encode()),
    lambda: himaya.Conversation.from_bytes(texts[0].encode()),
):
    try:
        shown.append(made())
    except Exception as error:  # noqa: BLE001
        shown += [error, repr(error)]
print(*map(repr, shown), sep="\n")
print(*map(str, shown), sep="\n")
