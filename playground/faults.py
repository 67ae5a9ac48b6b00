"""Things that go wrong on purpose: errors, lost replies, slow and held requests."""

import asyncio
import re
from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Fault:
    """What happens to matching requests.

    Attributes:
        status: HTTP status answered instead of the real one; None cuts the connection.
        applied: The request takes effect first and only its reply is lost.
        delay: Real seconds before anything happens.
        left: How many more requests it hits.
    """

    method: str
    path: re.Pattern[str]
    status: int | None = 500
    retry_after: float = 0.05
    everywhere: bool = False
    applied: bool = False
    delay: float = 0.0
    left: int = 1
    slow_only: bool = False


@dataclass(eq=False, slots=True)
class Hold:
    """One request kept waiting until it is released, to move the clock in between."""

    method: str
    path: re.Pattern[str]
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    async def arrived(self, timeout: float = 20.0) -> None:  # noqa: ASYNC109 - part of the wait
        """Wait until a matching request is here."""
        async with asyncio.timeout(timeout):
            await self._arrived.wait()

    @property
    def taken(self) -> bool:
        """Whether a request is already being kept."""
        return self._arrived.is_set()

    def release(self) -> None:
        """Let the request through."""
        self._released.set()

    async def keep(self) -> None:
        """Called by the server: report the request, then wait."""
        self._arrived.set()
        await self._released.wait()


class Faults:
    """The list of faults still to come; each is used up in the order it was added."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._holds: list[Hold] = []

    def add(
        self,
        *,
        method: str,
        path: str,
        status: int | None = 500,
        times: int = 1,
        retry_after: float = 0.05,
        everywhere: bool = False,
        applied: bool = False,
        delay: float = 0.0,
    ) -> Fault:
        """Make the next `times` matching requests fail.

        Args:
            method: HTTP method, or "*".
            path: Regular expression searched in the path after `/api/v10`.
            status: Status to answer; None cuts the connection without an answer.
            times: How many requests it hits.
            retry_after: For status 429, seconds the bot must wait.
            everywhere: For status 429, a global limit.
            applied: Let the request take effect and lose only the reply.
            delay: Real seconds to wait first.
        """
        fault = Fault(
            method,
            re.compile(path),
            status,
            retry_after,
            everywhere,
            applied,
            delay,
            left=times,
        )
        self._faults.append(fault)
        return fault

    def slow(self, *, method: str, path: str, delay: float, times: int = 1) -> None:
        """Answer the next `times` matching requests rightly, but `delay` seconds late."""
        self._faults.append(
            Fault(method, re.compile(path), delay=delay, left=times, slow_only=True)
        )

    def hold(self, *, method: str, path: str) -> Hold:
        """Keep the next matching request waiting until the returned hold is released."""
        hold = Hold(method, re.compile(path))
        self._holds.append(hold)
        return hold

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that hits this request, counted down."""
        for fault in self._faults:
            if _hits(fault, method, path):
                fault.left -= 1
                if not fault.left:
                    self._faults.remove(fault)
                return fault
        return None

    def take_hold(self, method: str, path: str) -> Hold | None:
        """The hold that stops this request."""
        for hold in self._holds:
            if not hold.taken and _hits(hold, method, path):
                return hold
        return None

    def release_all(self) -> None:
        """Drop every fault and let held requests go, as the playground closes."""
        self._faults.clear()
        for hold in self._holds:
            hold.release()


def _hits(rule: Fault | Hold, method: str, path: str) -> bool:
    return rule.method in ("*", method) and rule.path.search(path) is not None
