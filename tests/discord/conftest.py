"""The bot in a local Discord, over the wire, with a scripted engine behind it."""

from __future__ import annotations

import logging

import pytest

import tests.quiet_discord  # noqa: F401 - before anything else imports discord.py
from playground import Playground
from tests.discord.stage import Stage
from tests.discord_schema import available, check_exchanges


@pytest.fixture(autouse=True)
def quiet():
    """Keep what discord.py tells of each connection out of the reports."""
    logger = logging.getLogger("discord")
    level = logger.level
    logger.setLevel(logging.ERROR)
    yield
    logger.setLevel(level)


@pytest.fixture
async def stage(tmp_path):
    async with Playground() as place:
        made = Stage(place, tmp_path / "data")
        try:
            yield made
        finally:
            await made.close()
    made.check()
    if available():
        assert check_exchanges(place.exchanges) == []


@pytest.fixture
async def bot(stage):
    """The bot, started."""
    return await stage.start()
