import asyncio
import stat
import sys
import textwrap

import pytest

from playground import Playground, Ticket

CLIENT = textwrap.dedent(
    """
    import asyncio, sys, warnings
    from pathlib import Path

    warnings.simplefilter("ignore", DeprecationWarning)
    import discord
    from discord import app_commands
    from playground.connector import Ticket, from_ticket

    class Client(discord.Client):
        async def setup_hook(self):
            tree = app_commands.CommandTree(self)

            @tree.command()
            async def hello(interaction):
                "Hello."
                await interaction.response.send_message("from elsewhere")

            await tree.sync()

    async def main(path):
        client = Client(intents=discord.Intents.none(), connector=from_ticket(path))
        async with client:
            await client.start(Ticket.read(path).token)

    asyncio.run(main(Path(sys.argv[1])))
    """
)


async def test_a_bot_in_another_process(stage, tmp_path):
    path = tmp_path / "ticket.json"
    stage.discord.write_ticket(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Ticket.read(path) == stage.discord.ticket
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", CLIENT, str(path))
    try:
        await stage.discord.ready()
        asked = await stage.anna.slash(stage.room, "hello")
        assert (await asked.reply()).text == "from elsewhere"
    finally:
        process.kill()
        await process.wait()
    await stage.discord.gone()
    assert not stage.discord.gateway.connected


async def test_there_is_no_ticket_before_the_start():
    with pytest.raises(RuntimeError, match="not open"):
        _ = Playground().ticket
