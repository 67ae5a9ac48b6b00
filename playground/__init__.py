"""A local Discord: gateway, REST and CDN on the loopback address, with people to use it.

async with Playground() as discord:
    guild = discord.add_guild("Film club")
    room = guild.add_channel("pictures")
    anna = discord.add_user("Anna")
    guild.add_member(anna)
    discord.install_bot(guild)
    ...  # start a Discord client with discord.connector() and discord.token
    await discord.ready()
    asked = await anna.slash(room, "hello")
    print((await asked.reply()).text)
"""

from playground.asked import Asked
from playground.cdn import LinkGone
from playground.connector import OutsideError, Ticket, from_ticket
from playground.errors import NoAnswer, NotOffered, PlaygroundError
from playground.host import Playground
from playground.model import Callback
from playground.people import Person
from playground.permissions import Permission
from playground.places import Room, Server
from playground.recorder import Exchange
from playground.seen import Picture, Seen
from playground.uploads import Upload

__all__ = [
    "Asked",
    "Callback",
    "Exchange",
    "LinkGone",
    "NoAnswer",
    "NotOffered",
    "OutsideError",
    "Permission",
    "Person",
    "Picture",
    "Playground",
    "PlaygroundError",
    "Room",
    "Seen",
    "Server",
    "Ticket",
    "Upload",
    "from_ticket",
]
