"""`visage ledger check`: what the ledger comes to, and what differs from it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from faceswap.settings import SettingsRefused, load_settings
from faceswap.storage.database import look_into
from faceswap.storage.errors import StorageRefused
from faceswap.storage.ledger_check import LedgerCheck, check_ledger
from faceswap.wiring import database_file
from visage.terminal import DONE, MISUSED, REFUSED, plural, say


def check_credits() -> int:
    """Check the ledger of the bot's database, say what was found and return the exit code."""
    try:
        path = database_file(load_settings())
    except SettingsRefused as refused:
        say(str(refused))
        return MISUSED
    if not path.is_file():
        say(f"There is no database {path} yet; the bot makes it on its first start.")
        return MISUSED
    try:
        return _told(asyncio.run(_check(path)))
    except StorageRefused as refused:
        say(str(refused))
        return REFUSED


async def _check(path: Path) -> LedgerCheck:
    async with look_into(path) as connection:
        return await check_ledger(connection)


def _told(found: LedgerCheck) -> int:
    for difference in found.differences:
        say(difference)
    looked_at = (
        f"{plural(found.accounts, 'account')}, {plural(found.pools, 'pool')} and "
        f"{plural(found.holds, 'hold')} against {plural(found.lines, 'line')} of the ledger"
    )
    if found.differences:
        say(f"Compared {looked_at}: {plural(len(found.differences), 'difference')}.")
        return REFUSED
    say(f"Compared {looked_at}: all credits are where they should be.")
    return DONE
