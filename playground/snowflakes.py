"""Discord's ids: a timestamp, then a counter."""

from playground.clock import Clock

DISCORD_EPOCH = 1_420_070_400.0
"""Seconds: 2015-01-01T00:00:00Z, where snowflake timestamps start."""


class Snowflakes:
    """Makes ids that grow and carry the playground's time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """A new id, larger than every one before it."""
        millisecond = int((self._clock.now() - DISCORD_EPOCH) * 1000)
        self._last = max(self._last + 1, millisecond << 22)
        return self._last


def moment(snowflake: int) -> float:
    """Seconds since the Unix epoch at which `snowflake` was made."""
    return (snowflake >> 22) / 1000 + DISCORD_EPOCH
