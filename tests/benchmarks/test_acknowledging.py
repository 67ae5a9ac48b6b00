import asyncio

import pytest

import tests.quiet_discord  # noqa: F401 - before anything else imports discord.py
from benchmarks.acknowledging import acknowledgements


@pytest.mark.slow
def test_every_interaction_is_measured():
    found = asyncio.run(acknowledgements(count=12, at_work=2))
    assert len(found) == 12
    assert all(0 < each < 3000 for each in found)
