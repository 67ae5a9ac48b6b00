"""The REST API, one module per family of routes."""

from playground.rest.applications import ROUTES as APPLICATIONS
from playground.rest.call import Route
from playground.rest.channels import ROUTES as CHANNELS
from playground.rest.guilds import ROUTES as GUILDS
from playground.rest.users import ROUTES as USERS
from playground.rest.webhooks import ROUTES as WEBHOOKS

ROUTES: tuple[Route, ...] = (*APPLICATIONS, *CHANNELS, *GUILDS, *USERS, *WEBHOOKS)
"""Every route, the more specific path first."""

__all__ = ["ROUTES", "Route"]
