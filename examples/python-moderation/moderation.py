"""A small chat service that asks Himaya before it delivers.

    pip install himaya fastapi uvicorn
    uvicorn moderation:app

Himaya says what it found and what its policy asks for; what the service does about it is decided
in one place, `decide`. Messages are delivered or held; neither texts nor names are logged.
"""

from __future__ import annotations

import enum
import os
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel, Field

from himaya import Action, Assessment, Conversations, Guard, Role, Status


class Choice(str, enum.Enum):
    """What this service does with a message."""

    DELIVER = "deliver"
    DELIVER_WITH_NOTICE = "deliver_with_notice"
    ASK_FIRST = "ask_first"


def decide(assessment: Assessment) -> Choice:
    """The choice point: this service never drops a message and never decides over a child's
    head. What is strong is held until the child asks for it, having read the notice."""
    if assessment.status is Status.FAILED or assessment.action >= Action.BLUR:
        return Choice.ASK_FIRST
    if assessment.action is Action.INDICATE:
        return Choice.DELIVER_WITH_NOTICE
    return Choice.DELIVER


@dataclass
class Service:
    """The guard, what it remembers of contacts, and everybody's mail."""

    guard: Guard
    conversations: Conversations
    inboxes: dict[str, list[dict[str, str | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    guard = Guard(age_band=os.environ.get("AGE_BAND", "10-12"))
    with Conversations.in_file(os.environ.get("CONVERSATIONS", "conversations.redb")) as kept:
        app.state.service = Service(guard, kept)
        yield


app = FastAPI(title="Chat with a choice point", lifespan=lifespan)


def service(request: Request) -> Service:
    found: Service = request.app.state.service
    return found


TheService = Annotated[Service, Depends(service)]


class Letter(BaseModel):
    """A message on its way to a child, or from one."""

    sender: str = Field(max_length=100)
    recipient: str = Field(max_length=100)
    text: str = Field(max_length=10_000)
    from_child: bool = False


class Answer(BaseModel):
    """What became of it. The sender learns no more than that."""

    choice: Choice
    notice: str | None


# Not `async`: FastAPI runs it on a thread, and the guard releases the interpreter lock.
@app.post("/messages")
def send(letter: Letter, service: TheService) -> Answer:
    child, other = (
        (letter.sender, letter.recipient)
        if letter.from_child
        else (letter.recipient, letter.sender)
    )
    seen = service.conversations.observe(
        service.guard,
        f"{child}\0{other}",
        letter.text,
        role=Role.PROTECTED if letter.from_child else Role.COUNTERPART,
        time=time.time_ns() // 1_000_000,
    )
    choice = decide(seen.assessment)
    notice = None if choice is Choice.DELIVER else seen.assessment.message_key
    held = letter.text if choice is Choice.ASK_FIRST else None
    service.inboxes[letter.recipient].append(
        {
            "sender": letter.sender,
            "text": None if held is not None else letter.text,
            "notice": notice,
            "held": held,
        }
    )
    return Answer(choice=choice, notice=notice)


class Mail(BaseModel):
    """A message in an inbox; without its text while it is held."""

    sender: str
    text: str | None
    notice: str | None


@app.get("/inbox/{name}")
def inbox(name: str, service: TheService) -> list[Mail]:
    return [
        Mail(sender=str(mail["sender"]), text=mail["text"], notice=mail["notice"])
        for mail in service.inboxes[name]
    ]


@app.post("/inbox/{name}/{number}/open")
def open_held(name: str, number: int, service: TheService) -> Mail:
    """The child asks for what was held: the choice stays theirs."""
    try:
        mail = service.inboxes[name][number]
    except IndexError:
        raise HTTPException(404, "no such message") from None
    if mail["held"] is not None:
        mail["text"], mail["held"] = mail["held"], None
    return Mail(sender=str(mail["sender"]), text=mail["text"], notice=mail["notice"])


@app.delete("/contacts/{child}/{other}")
def forget(child: str, other: str, service: TheService) -> bool:
    """Erases what is remembered of a contact; says whether there was anything."""
    return service.conversations.forget(f"{child}\0{other}")
