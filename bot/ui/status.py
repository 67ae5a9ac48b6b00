"""How the bot is, on one screen: no addresses, no paths, no secrets."""

from __future__ import annotations

import platform
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.language import say
from bot.ui.job_words import about, when
from bot.ui.page import COLOUR, Page, layout
from bot.versions import version_of
from faceswap.app.status import LaneStatus, Status
from faceswap.domain.job import Lane
from faceswap.ports import Condition

UNKNOWN = "?"


def status_page(status: Status, started: datetime) -> Page:
    """Return the screen."""
    lanes = [_lane(lane, each) for lane, each in status.lanes.items()]
    blocks = [
        "\n".join([f"### {say('status-title')}", *_backend(status.backend)]),
        "\n".join(lanes),
        f"-# {_versions(status.backend)}\n-# {say('status-up', when=when(started))}",
    ]
    parts: list[ui.Item[Any]] = []
    for block in blocks:
        parts += [ui.Separator()] if parts else []
        parts.append(ui.TextDisplay(block))
    return Page(layout(ui.Container(*parts, accent_colour=COLOUR)))


def _backend(backend: Condition | None) -> list[str]:
    if backend is None:
        return [say("status-down")]
    lines = [say(f"status-{backend.readiness.value}")]
    if backend.engine:
        provider = backend.provider or UNKNOWN
        lines.append(say("status-engine", engine=backend.engine, provider=provider))
    if backend.models:
        lines.append(say("status-models", models=backend.models))
    return lines


def _lane(lane: Lane, status: LaneStatus) -> str:
    parts = [
        say(
            f"status-lane-{lane.value}",
            waiting=status.queued,
            running=status.running,
            slots=status.at_once,
        )
    ]
    if status.waited is not None:
        parts.append(say("status-waited", time=about(status.waited)))
    if status.takes is not None:
        parts.append(say("status-takes", time=about(status.takes)))
    return " · ".join(parts)


def _versions(backend: Condition | None) -> str:
    words = {
        "visage": version_of("visage") or UNKNOWN,
        "python": platform.python_version(),
        "discord": discord.__version__,
    }
    if backend is None or backend.version == words["visage"]:
        return say("status-versions-here", **words)
    return say("status-versions", engine=backend.version, **words)
