"""Upload limits and REST rate limits."""

import hashlib
import time
from dataclasses import dataclass, field

from playground.model import Channel, User

MIB = 1024 * 1024
GUILD_UPLOAD = {0: 10 * MIB, 1: 10 * MIB, 2: 50 * MIB, 3: 100 * MIB}
"""Bytes per file by boost tier."""
USER_UPLOAD = {0: 10 * MIB, 1: 50 * MIB, 2: 500 * MIB, 3: 50 * MIB}
"""Bytes per file by Nitro kind: none, classic, Nitro, Basic."""
FILES_PER_MESSAGE = 10
WINDOWS_KEPT = 4096


def upload_limit(channel: Channel, user: User | None = None) -> int:
    """Bytes that one file may have in `channel`, for the bot or for `user`."""
    place = GUILD_UPLOAD[channel.guild.boost_tier if channel.guild else 0]
    return max(place, USER_UPLOAD[user.premium]) if user else place


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` calls in every window of `seconds`."""

    count: int
    seconds: float


@dataclass(slots=True)
class _Window:
    ends: float = 0.0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Allowance:
    """The state of a bucket after one call."""

    bucket: str
    limit: int
    remaining: int
    reset_after: float
    exceeded: bool

    def headers(self) -> dict[str, str]:
        """Discord's rate-limit headers."""
        return {
            "X-RateLimit-Bucket": self.bucket,
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": f"{time.time() + self.reset_after:.3f}",
            "X-RateLimit-Reset-After": f"{self.reset_after:.3f}",
        }


_CHANNEL_WRITES = Rate(5, 5.0)
_WEBHOOK = Rate(5, 2.0)


@dataclass(slots=True)
class RateLimits:
    """Counts calls per route and major parameter, in real time as the bot waits in it.

    Discord publishes no numbers; these are the ones commonly observed. `rates` may be changed.
    """

    default: Rate = Rate(50, 1.0)
    rates: dict[str, Rate] = field(
        default_factory=lambda: {
            "POST /channels/{channel_id}/messages": _CHANNEL_WRITES,
            "PATCH /channels/{channel_id}/messages/{message_id}": _CHANNEL_WRITES,
            "POST /webhooks/{webhook_id}/{webhook_token}": _WEBHOOK,
            "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original": _WEBHOOK,
            "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}": _WEBHOOK,
        }
    )
    _windows: dict[tuple[str, str], _Window] = field(default_factory=dict)

    def take(self, route: str, major: str) -> Allowance:
        """Count one call of `route` ("POST /channels/…") for one channel, guild or token."""
        rate = self.rates.get(route, self.default)
        now = time.monotonic()
        if len(self._windows) > WINDOWS_KEPT:
            self._windows = {k: one for k, one in self._windows.items() if one.ends > now}
        window = self._windows.setdefault((route, major), _Window())
        if now >= window.ends:
            window.ends, window.used = now + rate.seconds, 0
        window.used += 1
        return Allowance(
            bucket=hashlib.blake2b(route.encode(), digest_size=16).hexdigest(),
            limit=rate.count,
            remaining=max(rate.count - window.used, 0),
            reset_after=window.ends - now,
            exceeded=window.used > rate.count,
        )
