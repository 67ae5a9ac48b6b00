"""Registering the commands, when they have changed.

Discord takes 200 new commands a day; a bot that is restarted often would come to the end of that.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import structlog
from discord import app_commands

log = structlog.get_logger()

FILE = "commands.sha256"

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group


async def sync_commands(tree: app_commands.CommandTree[Any], folder: Path) -> bool:
    """Register the commands unless these were registered before; tell whether it was done."""
    known, fingerprint = folder / FILE, await fingerprint_of(tree)
    if await asyncio.to_thread(_read, known) == fingerprint:
        return False
    commands = await tree.sync()
    await asyncio.to_thread(known.write_text, fingerprint, "ascii")
    log.info("commands registered", count=len(commands))
    return True


async def fingerprint_of(tree: app_commands.CommandTree[Any]) -> str:
    """Return what changes when a command does, a translation, or the application they are for."""
    payloads = [await _payload(tree, command) for command in tree.get_commands()]
    commands = sorted(json.dumps(payload, sort_keys=True) for payload in payloads)
    text = "\n".join([str(tree.client.application_id), *commands])
    return hashlib.sha256(text.encode()).hexdigest()


async def _payload(tree: app_commands.CommandTree[Any], command: AnyCommand) -> dict[str, Any]:
    if tree.translator is None:
        return command.to_dict(tree)
    return await command.get_translated_payload(tree, tree.translator)


def _read(path: Path) -> str:
    return path.read_text("ascii") if path.is_file() else ""
