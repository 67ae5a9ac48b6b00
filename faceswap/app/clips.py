"""Measuring clips before anything is spent on them."""

from __future__ import annotations

import structlog

from faceswap.app.context import App
from faceswap.domain.clip import ClipFacts, ClipLimits
from faceswap.domain.errors import BackendFault, ClipTooLong, TooManyFrames, TooManyPixels
from faceswap.domain.media import NamedBytes

log = structlog.get_logger()

PAUSES = (1.0, 2.0, 4.0, 8.0)
"""Seconds between attempts: whoever asked waits, and sees nothing yet."""


async def measured(app: App, file: NamedBytes) -> ClipFacts:
    """Return what a clip is.

    Raises:
        PictureRefused: It cannot be read, or is more than is taken.
        BackendFault: Nobody can measure clips just now.
    """
    facts = await _measure(app, file)
    _refuse(facts, app.rules.clips, file.name)
    return facts


async def _measure(app: App, file: NamedBytes) -> ClipFacts:
    for pause in PAUSES:
        try:
            return await app.surveyor.measure(file)
        except BackendFault as fault:
            log.info("clip not measured", reason=fault.code)
        await app.clock.sleep(pause)
    return await app.surveyor.measure(file)


def _refuse(facts: ClipFacts, limits: ClipLimits, name: str) -> None:
    """Refuse what a backend elsewhere, with limits of its own, would take."""
    if facts.seconds > limits.most_seconds:
        raise ClipTooLong(name=name, seconds=facts.seconds, limit=limits.most_seconds)
    if facts.frames > limits.most_frames:
        raise TooManyFrames(name=name, frames=facts.frames, limit=limits.most_frames)
    if facts.width * facts.height > limits.most_pixels:
        raise TooManyPixels(
            name=name, width=facts.width, height=facts.height, limit=limits.most_pixels
        )
