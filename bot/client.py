"""The bot as a Discord client."""

from __future__ import annotations

import sys
from contextlib import AsyncExitStack
from datetime import datetime
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.charts import Charts
from bot.errors import excuse
from bot.language import language_for, speak
from bot.looking import Looking
from bot.notify import DiscordNotifier
from bot.reader import Reader
from bot.recent import Choices, Handling, Presses
from bot.translator import CommandTranslator
from bot.ui.buttons import Again, Another, Delete
from bot.ui.confirm import DeleteAll
from bot.ui.credit_history import HistoryPage
from bot.ui.job_buttons import Refresh, Retry, Stop
from bot.ui.job_list import TurnPage
from bot.ui.made import Reroll, Variations
from bot.ui.offer import Accept, ChooseFaces
from bot.ui.picker import FaceChoice, SwapFaces
from bot.ui.policy_items import Choice, OpenForm, Turn, Visit
from bot.ui.progress import Cancel
from faceswap.app import App
from faceswap.domain.trace import trace

log = structlog.get_logger()

COGS = (
    "cogs.identity",
    "cogs.swap",
    "cogs.create",
    "cogs.menus",
    "cogs.jobs",
    "cogs.credits",
    "cogs.policy",
    "cogs.guilds",
    "cogs.privacy",
    "cogs.status",
    "cogs.help",
)
ITEMS = (
    Again,
    Another,
    Delete,
    Reroll,
    Variations,
    SwapFaces,
    FaceChoice,
    DeleteAll,
    Accept,
    ChooseFaces,
    Cancel,
    HistoryPage,
    Choice,
    Turn,
    Visit,
    OpenForm,
    TurnPage,
    Refresh,
    Stop,
    Retry,
)


class Tree(app_commands.CommandTree["VisageBot"]):
    """The commands; whoever used one is told of what goes wrong."""

    async def on_error(
        self, interaction: discord.Interaction[VisageBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the asker."""
        await excuse(interaction, error)

    async def interaction_check(self, interaction: discord.Interaction[VisageBot], /) -> bool:
        """Speak the asker's language in all that follows, which has a task of its own."""
        speak(await language_for(interaction))
        return True


class VisageBot(commands.Bot):
    """The client.

    `app` and `started` are set between `login` and `connect`, and so before any command comes in.
    """

    app: App
    started: datetime
    reader: Reader

    def __init__(self, connector: aiohttp.BaseConnector | None = None) -> None:
        # Nothing is to be heard here, and nobody needs to be told that it could not be.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            connector=connector,
        )
        self.notifier = DiscordNotifier(self)
        self.handling = Handling()
        self.looking = Looking()
        self.presses = Presses()
        self.choices = Choices()
        self.charts = Charts()
        self._opened = AsyncExitStack()

    async def setup_hook(self) -> None:
        """Load the commands and what their buttons do."""
        connector: Any = self.http.connector
        self.reader = Reader(connector)
        self._opened.push_async_callback(self.reader.close)
        await self.tree.set_translator(CommandTranslator())
        for cog in COGS:
            await self.load_extension(cog)
        self.add_dynamic_items(*ITEMS)

    async def on_ready(self) -> None:
        """Log where we are."""
        log.info("connected", user=str(self.user), servers=len(self.guilds))

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Log a defect of ours."""
        error = sys.exception()
        log.error("event failed", event=event_method, **(trace(error) if error else {}))

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Pass on what happened; discord.py would say that it is ready after it was closed, too."""
        if not self.is_closed():
            super().dispatch(event_name, *args, **kwargs)

    async def close(self) -> None:
        """Leave Discord."""
        await self._opened.aclose()
        await super().close()


def create_bot(connector: aiohttp.BaseConnector | None = None) -> VisageBot:
    """Return the client; a connector of one's own leads it elsewhere than to Discord."""
    return VisageBot(connector)
