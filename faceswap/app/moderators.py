"""Who moderates a server."""

from __future__ import annotations

from faceswap.app.context import App
from faceswap.app.policies import policy_of
from faceswap.domain import policy
from faceswap.domain.errors import NotAModerator, OnlyInServers
from faceswap.domain.standing import Standing


async def moderates(app: App, standing: Standing) -> bool:
    """Tell whether somebody moderates the server they are in."""
    return policy.moderates(await policy_of(app, standing), standing)


async def moderated_guild(app: App, standing: Standing) -> str:
    """Return the server that somebody is in and moderates.

    Raises:
        OnlyInServers: They are in none.
        NotAModerator: They do not moderate it.
    """
    if standing.guild is None:
        raise OnlyInServers
    if not await moderates(app, standing):
        raise NotAModerator
    return standing.guild
