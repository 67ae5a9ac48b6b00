"""The whole conversation as one page that a person can read and click through."""

import shutil
from pathlib import Path

from playground.host import Playground
from playground.model import Channel, ChannelKind
from playground.page.album import FOLDER, Album
from playground.page.html import Html, esc, join, tag
from playground.page.icons import PEOPLE
from playground.page.markdown import Names, markdown
from playground.page.parts import Parts
from playground.page.talk import Talk

_STYLE = Path(__file__).with_name("style.css")


def render(discord: Playground, folder: Path, *, title: str, intro: str = "") -> Path:
    """Write `index.html` and a media folder beside it.

    Args:
        discord: The playground; it may still be running.
        folder: Where to write; the page and media of an earlier run are replaced.
        title: Heading of the page.
        intro: A few words in Discord's markdown above the conversation.

    Returns:
        The path of `index.html`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    world = discord.world
    names = Names(
        users={user.id: user.name for user in world.users.values()},
        rooms={channel.id: channel.name for channel in world.channels.values()},
        roles={
            role.id: role.name for guild in world.guilds.values() for role in guild.roles.values()
        },
        now=world.clock.now(),
    )
    talk = Talk(world, Parts(Album(folder, world.cdn), names))
    drawn = [(channel, talk.lines(channel)) for channel in world.channels.values()]
    rooms = [(channel, lines) for channel, lines in drawn if lines]
    body = tag(
        "div",
        _navigation(title, [channel for channel, _ in rooms]),
        tag(
            "main",
            tag("header", tag("div", tag("h1", title), markdown(intro, names)), class_="intro"),
            *(_room(channel, lines) for channel, lines in rooms),
        ),
        class_="shell",
    )
    page = folder / "index.html"
    page.write_text(_document(title, body), encoding="utf-8")
    return page


def _document(title: str, body: Html) -> str:
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Html(_STYLE.read_text(encoding="utf-8"))),
    )
    document = tag("html", tag("head", head), tag("body", body), lang="en")
    return f"<!doctype html>\n{document}\n"


def _navigation(title: str, channels: list[Channel]) -> Html:
    groups: dict[str, list[Channel]] = {}
    for channel in channels:
        group = channel.guild.name if channel.guild else "Direct messages"
        groups.setdefault(group, []).append(channel)
    parts: list[Html] = []
    for group, members in groups.items():
        links = [tag("li", tag("a", *_label(one), href=f"#c{one.id}")) for one in members]
        parts.append(join(tag("h2", group), tag("ul", *links)))
    home = tag("p", title, class_="home")
    return tag("nav", home, *parts, aria_label="Channels")


def _room(channel: Channel, lines: list[Html]) -> Html:
    people = ", ".join(one.name for one in channel.people)
    about = channel.guild.name if channel.guild else people
    bar = tag("header", tag("h2", *_label(channel)), tag("p", about), class_="bar")
    sign = "#" if channel.guild else "@"
    box = tag("p", f"Message {sign}{channel.name}", class_="box", aria_hidden="true")
    log = tag("ol", *lines, class_="log")
    return tag("section", bar, log, box, class_="room", id=f"c{channel.id}")


def _label(channel: Channel) -> tuple[Html, Html]:
    sign = {ChannelKind.TEXT: "#", ChannelKind.GROUP: PEOPLE}.get(channel.kind, "@")
    return tag("span", sign, class_="sign", aria_hidden="true"), esc(channel.name)
