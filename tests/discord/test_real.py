"""The bot as it ships: its wiring, its own sidecar process, the real engine on real pictures."""

import asyncio
import io
import os
import signal
import stat
import sys
import textwrap
from contextlib import asynccontextmanager
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from structlog.testing import capture_logs

from bot.run import run
from faceswap.settings import Settings
from playground import Playground, Upload
from tests.discord.stage import is_result, says
from tests.discord_schema import available, check_exchanges

TOOK_TOO_LONG = 20.0


def packaged(package: str, path: str) -> bytes:
    return Path(str(metadata.distribution(package).locate_file(path))).read_bytes()


ASTRONAUT = Upload("astronaut.png", packaged("scikit-image", "skimage/data/astronaut.png"))
GROUP = Upload("t1.jpg", packaged("insightface", "insightface/data/images/t1.jpg"))


class House:
    """A server, a member, and the bot with all that is its own."""

    def __init__(self, place, data):
        self.discord, self.data = place, data
        guild = place.add_guild("Film club")
        self.room = guild.add_channel("pictures")
        self.anna = place.add_user("Anna")
        guild.add_member(self.anna)
        place.install_bot(guild)

    @asynccontextmanager
    async def bot(self):
        stop = asyncio.Event()
        settings = Settings(discord_token=self.discord.token, data=self.data)
        running = asyncio.create_task(run(settings, stop, connector=self.discord.connector()))
        try:
            await self.discord.ready()
            yield
        finally:
            stop.set()
            await running

    async def ask(self, command, accept, **options):
        asked = await self.anna.slash(self.room, command, **options)
        return await asked.until(accept, timeout=60)


@pytest.fixture
async def house(tmp_path):
    async with Playground() as place:
        yield House(place, tmp_path / "data")
    if available():
        assert check_exchanges(place.exchanges) == []


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), np.int16)


async def test_a_visit(house):
    with capture_logs() as lines:
        async with house.bot():
            saved = await house.ask("saveid", says("Saved"), idname="eileen", image=ASTRONAUT)
            assert "1 photo, face 9" in saved.text
            one = await house.ask("swapid", is_result, idname="eileen", image=GROUP)
            assert says("1 of 6 faces", "1 credit used · 49 of 50 left")(one)
            assert len(one.selects) == 6
            chosen = await house.anna.choose(one, one.selects[3].custom_id, ["eileen"])
            seen = await chosen.reply()
            pressed = await house.anna.press(seen, "Swap these faces (2 credits)")
            two = await pressed.until(is_result, timeout=60)
            assert says("2 of 6 faces", "2 credits used · 47 of 50 left")(two)
            cat = Upload("cat.png", packaged("scikit-image", "skimage/data/chelsea.png"))
            refused = await house.ask("swapid", says("no face"), idname="eileen", image=cat)
            assert refused.ephemeral
    before = pixels(GROUP.data)
    changed = [np.abs(pixels(seen.pictures[1].data) - before).max(2) > 24 for seen in (one, two)]
    assert 0.002 < changed[0].mean() < changed[1].mean() < 0.05
    assert not [line for line in lines if line["log_level"] == "error"]
    assert house.discord.token not in repr(lines)
    assert stat.S_IMODE(house.data.stat().st_mode) == 0o700


async def test_a_sidecar_that_dies_is_started_again_and_nothing_is_lost(house):
    with capture_logs() as lines:
        async with house.bot():
            await house.ask("saveid", says("Saved"), idname="eileen", image=ASTRONAUT)
            (pid,) = [line["pid"] for line in lines if line["event"] == "sidecar started"]
            os.kill(pid, signal.SIGKILL)
            seen = await house.ask("swapid", is_result, idname="eileen", image=ASTRONAUT)
            assert "49 of 50 left" in seen.text
    assert len([line for line in lines if line["event"] == "sidecar started"]) == 2


PROCESS = textwrap.dedent(
    """
    import asyncio, sys
    from pathlib import Path
    from bot.__main__ import until_signal
    from faceswap.settings import Settings
    from playground import Ticket

    async def main(ticket, data):
        settings = Settings(discord_token=ticket.token, data=data)
        await until_signal(settings, ticket.connector())

    asyncio.run(main(Ticket.read(Path(sys.argv[1])), Path(sys.argv[2])))
    """
)


async def test_a_signal_ends_it_all(house, tmp_path):
    ticket = tmp_path / "ticket.json"
    house.discord.write_ticket(ticket)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROCESS, ticket, house.data, stderr=asyncio.subprocess.PIPE
    )
    try:
        await house.discord.ready()
        await house.ask("saveid", says("Saved"), idname="eileen", image=ASTRONAUT)
        await house.anna.slash(house.room, "swapid", idname="eileen", image=GROUP)
        process.terminate()
        async with asyncio.timeout(TOOK_TOO_LONG):
            # The pipe ends when the last process that holds it has, the sidecar included.
            errors = await process.stderr.read()
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert b"Traceback" not in errors
    assert house.discord.token.encode() not in errors
    async with house.bot():
        assert await house.room.until(is_result, timeout=60)
