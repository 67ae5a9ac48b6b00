"""Messages between the sidecar, the zygote and its children: length, then JSON; descriptors beside.

A message is small: pixels go through shared memory. The sidecar reads what a child says through an
`Inbox`, which takes nothing longer than `LONGEST`.
"""

from __future__ import annotations

import json
import os
import socket
import struct
from collections.abc import Sequence
from typing import Any, cast

Message = dict[str, Any]

LONGEST = 64 * 1024
MOST_DESCRIPTORS = 4
_LENGTH = struct.Struct("!I")


class Garbled(Exception):
    """What arrived is no message."""


def pack(message: Message) -> bytes:
    """Return a message as it travels."""
    body = json.dumps(message, separators=(",", ":")).encode()
    return _LENGTH.pack(len(body)) + body


def send(channel: socket.socket, message: Message, descriptors: Sequence[int] = ()) -> None:
    """Send a message whole.

    Raises:
        OSError: The other side is gone, or does not read and the channel must not block.
    """
    data = pack(message)
    # The ancillary data travels with the first byte, whatever is sent of the rest.
    sent = socket.send_fds(channel, [data], descriptors) if descriptors else channel.send(data)
    while sent < len(data):
        sent += channel.send(data[sent:])


def receive(channel: socket.socket) -> tuple[Message, list[int]] | None:
    """Wait for a message from the sidecar and return it with its descriptors; None at the end."""
    head, descriptors, _, _ = socket.recv_fds(channel, _LENGTH.size, MOST_DESCRIPTORS)
    if not head:
        return None
    head += _exactly(channel, _LENGTH.size - len(head))
    (length,) = _LENGTH.unpack(head)
    return _parse(_exactly(channel, length)), descriptors


def close_all(descriptors: Sequence[int]) -> None:
    """Close descriptors that nobody took."""
    for descriptor in descriptors:
        os.close(descriptor)


class Inbox:
    """Bytes as they arrive, and the messages that are whole."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, data: bytes) -> None:
        """Take more bytes."""
        self._bytes += data

    def next(self) -> Message | None:
        """Return the next message, None when it is not whole yet.

        Raises:
            Garbled: It is too long, or no JSON object.
        """
        if len(self._bytes) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._bytes)
        if length > LONGEST:
            raise Garbled(f"a message of {length} bytes")
        end = _LENGTH.size + length
        if len(self._bytes) < end:
            return None
        body = bytes(self._bytes[_LENGTH.size : end])
        del self._bytes[:end]
        return _parse(body)


def _parse(body: bytes) -> Message:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Garbled("no JSON") from error
    if not isinstance(message, dict):
        raise Garbled("no JSON object")
    return cast("Message", message)


def _exactly(channel: socket.socket, length: int) -> bytes:
    parts: list[bytes] = []
    while length:
        part = channel.recv(length)
        if not part:
            raise Garbled("a message that is cut short")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
