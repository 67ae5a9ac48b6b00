"""Every REST exchange, for assertions and for checking against Discord's schema."""

import re
from collections import deque
from dataclasses import dataclass
from typing import Any

EXCHANGES_KEPT = 10_000
_TOKEN = re.compile(r"[\w-]{40,}")


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file of a multipart request."""

    field: str
    filename: str
    size: int
    content_type: str | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its reply.

    Attributes:
        route: Path template as in Discord's OpenAPI description; None when no route matched.
        path: The path as sent, without the version prefix.
        body: The JSON sent; for multipart, its `payload_json`.
        fault: Whether the reply was injected.
    """

    method: str
    route: str | None
    path: str
    query: dict[str, str]
    body: Any
    files: tuple[SentFile, ...]
    status: int | None
    reply: Any
    fault: bool = False

    def __str__(self) -> str:
        path = _TOKEN.sub("…", self.path)
        files = f" +{len(self.files)} files" if self.files else ""
        mark = " (injected)" if self.fault else ""
        return f"{self.method} {path}{files} -> {self.status or 'cut'}{mark}"


class Recorder:
    """Keeps the newest exchanges."""

    def __init__(self) -> None:
        self.exchanges: deque[Exchange] = deque(maxlen=EXCHANGES_KEPT)

    def add(self, exchange: Exchange) -> None:
        """Keep one exchange."""
        self.exchanges.append(exchange)
