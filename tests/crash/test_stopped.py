"""A bot that is told to stop ends in time, and leaves what it had to the next one."""

import asyncio
import sys
import time

from bot.run import GRACE, LAST_ANSWERS
from faceswap.domain.job import JobState
from tests.crash.house import ROOT
from tests.crash.scenes import SCENES, is_end
from tests.discord.stage import clip, is_result
from tests.sidecar.fake_main import HELD_FRAMES

AT_MOST = 20.0


async def test_with_a_clip_at_work_and_stills_queued(house, sidecar):
    """The sidecar has one slot for clips; a second one waits with the jobs that are behind it."""
    await house.start(sidecar=sidecar)
    held = clip(frames=HELD_FRAMES)
    film = await house.anna.slash(house.room, "swapid", idname="me", image=held)
    seen = await film.until(lambda seen: bool(seen.buttons))
    behind = [
        await house.anna.slash(house.room, "swapid", idname="me", image=clip()) for _ in range(2)
    ]
    await house.until_waiting(2)
    began = time.monotonic()
    await house.stopped()
    assert time.monotonic() - began < AT_MOST
    assert LAST_ANSWERS + GRACE < AT_MOST
    assert {job.state for job in await house.jobs()} == {JobState.QUEUED}

    await house.start(sidecar=sidecar)
    await house.anna.press(seen, "Cancel")
    for asked in behind:
        await asked.until(is_result)
    await house.until_told()
    await house.stopped()
    await house.check()
    assert len([each for each in house.room.messages if is_end(each)]) == 3


async def test_who_was_just_heard_is_answered_by_the_next_bot(house, sidecar):
    """What was sent is not stored in time, as when it is large and comes slowly."""
    await house.start(at="blobs.put", deed="hang", sidecar=sidecar)
    asked = await SCENES["a still"].play(house)
    await house.stopped()
    await house.start(sidecar=sidecar)
    seen = await asked.until(is_end)
    await house.stopped()
    await house.check()
    assert "I was restarted before I could do this" in seen.text
    assert seen.ephemeral
    assert [each for each in house.room.messages if is_end(each)] == [seen]


async def test_a_second_bot_on_the_same_data_is_refused(house, sidecar):
    await house.start(sidecar=sidecar)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.crash.second", house.plan.ticket, house.plan.data),
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    _, errors = await process.communicate()
    assert errors.decode().splitlines()[-1] == (
        f"Another Visage uses the data folder {house.data}; end that one first, or choose another "
        "folder with VISAGE_DATA."
    )
    assert await (await SCENES["a still"].play(house)).until(is_result)
    await house.stopped()
