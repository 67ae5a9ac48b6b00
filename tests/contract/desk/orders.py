"""How an order is followed, and what came of it."""

from __future__ import annotations

import asyncio
import io

import numpy as np
from PIL import Image

from faceswap.domain.job import JobState
from tests.sidecar.engine import PATIENCE


async def ended(backend, swap_id):
    async with asyncio.timeout(PATIENCE):
        return await backend.check(swap_id, wait=PATIENCE)


async def waiting_for(backend, swap_id):
    """Return a check that waits: what is asked later has been answered before."""
    waiting = asyncio.create_task(ended(backend, swap_id))
    for _ in range(3):
        await asyncio.sleep(0)
        assert (await backend.check(swap_id)).state is JobState.PROCESSING
    assert not waiting.done()
    return waiting


async def done(backend, swap_id):
    assert (await ended(backend, swap_id)).state is JobState.DONE
    return await backend.fetch(swap_id)


def pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.data)))
