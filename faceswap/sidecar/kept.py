"""What is kept for a while, within a bound of bytes."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")

LEAST_SIZE = 4096
"""What a value counts at least, so that the bound of bytes is one of number too."""


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Value]):
    value: Value
    size: int
    until: float


class Kept(Generic[Value]):
    """Values by name: each is dropped `seconds` after it was put in, or when room is needed.

    Room is made by dropping what has not been asked for the longest, so that what is being fetched
    piece by piece stays; the newest value stays whatever its size. Times are the caller's, in
    seconds, and never run back.
    """

    def __init__(self, seconds: float, most_bytes: int) -> None:
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._entries: OrderedDict[str, _Entry[Value]] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, name: str, value: Value, size: int, now: float) -> list[str]:
        """Keep a value of so many bytes and return the names of those dropped to make room."""
        self.pop(name)
        entry = _Entry(value, max(size, LEAST_SIZE), now + self._seconds)
        self._entries[name] = entry
        self._bytes += entry.size
        dropped: list[str] = []
        while self._bytes > self._most_bytes and len(self._entries) > 1:
            oldest = next(iter(self._entries))
            self.pop(oldest)
            dropped.append(oldest)
        return dropped

    def get(self, name: str, now: float) -> Value | None:
        """Return a value that is still kept."""
        entry = self._entries.get(name)
        if entry is None or entry.until <= now:
            return None
        self._entries.move_to_end(name)
        return entry.value

    def pop(self, name: str) -> None:
        """Drop a value, if it is there."""
        if entry := self._entries.pop(name, None):
            self._bytes -= entry.size

    def expire(self, now: float) -> float | None:
        """Drop what has been kept long enough; return when the next is due, None when all went."""
        for name in [name for name, entry in self._entries.items() if entry.until <= now]:
            self.pop(name)
        return min((entry.until for entry in self._entries.values()), default=None)
