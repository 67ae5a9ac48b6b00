"""What a scripted backend is given to play."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from faceswap.domain.errors import VisageError
from faceswap.domain.job import JobState


@dataclass
class Swaps:
    """Play: the order is done after so many checks that find it at work."""

    after_checks: int = 0


@dataclass
class Fails:
    """Play: the order is taken and then fails."""

    error: VisageError | None
    state: JobState = JobState.FAILED


@dataclass
class Turns:
    """Play: the order is not taken."""

    error: Exception


@dataclass
class Hangs:
    """Play: the order is at work until the test lets it end."""

    released: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Renders:
    """Play: a clip of which each check finds so many frames done, and then all or an error.

    Of a picture that is made, they are so many of `STEPS`.
    """

    done: Sequence[int] = ()
    error: VisageError | None = None
    fps: float = 25.0


Play = Swaps | Fails | Turns | Hangs | Renders
