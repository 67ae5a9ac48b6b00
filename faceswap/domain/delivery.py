"""Where a job was asked for, and what became of its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody asked.

    `server` is None outside of servers that have the bot; `target` is the message whose pictures
    were meant, where one was pointed at.
    """

    server: str | None = None
    channel: str | None = None
    target: str | None = None


SOMEWHERE = Place()


class Undelivered(StrEnum):
    """Why an asker could not be answered."""

    CHANNEL_GONE = "channel gone"
    NOT_ALLOWED = "not allowed"
    LEFT_SERVER = "left server"
    DMS_CLOSED = "dms closed"
    GIVEN_UP = "given up"
    NO_PLACE = "no place"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message; its address ends soon and is not kept. Sides in pixels."""

    id: str
    name: str
    media_type: str
    size: int
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """The message that was the answer; of a private one, nobody but the asker has it."""

    message: str
    channel: str
    at: datetime
    text: str
    attachments: tuple[Attachment, ...] = ()
    private: bool = False
