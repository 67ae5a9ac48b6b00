"""What a moderator does during the visit, and what comes of it for the others."""

from __future__ import annotations

import csv
import io

import numpy as np
from PIL import Image

from playground.demo.checks import Wrong, check_only_asker, check_says
from playground.demo.visit import MOST, Visit, answer

MARK = "Film club · face swap"
CORNER = 0.2
"""Share of the sides within which a mark stands, from the lower right."""
LEAST_COLOURS = 3
"""Bars of different commands that the chart shows at least."""


async def rules(visit: Visit) -> None:
    """Choose where the audit is posted, and a mark for all that is made."""
    seen = await visit.ask(visit.mia, "policy edit")
    check_only_asker(seen)
    check_says(seen, "Rules of this server")
    seen = await answer(await visit.mia.press(seen, "Mark, language, audit"))
    seen = await answer(await visit.mia.choose(seen, "policy:set:audit_channel", [visit.log]))
    seen = await answer(await visit.mia.press(seen, "policy:turn:mark:on"))
    form = await visit.mia.press(seen, "policy:form:mark")
    check_says(await answer(await visit.mia.submit(form, {"text": MARK})), MARK)


async def stranger(visit: Visit) -> None:
    """See that the desk is closed to whoever does not moderate."""
    for command in ("policy edit", "credits report"):
        seen = await visit.ask(visit.ben, command)
        check_only_asker(seen)
        check_says(seen, "Only this server's moderators can do that")


async def grant(visit: Visit) -> None:
    """Give somebody credits that stay."""
    options = {"member": visit.anna, "amount": 25, "reason": "for the party pictures"}
    seen = await visit.ask(visit.mia, "credits grant", **options)
    check_only_asker(seen)
    check_says(seen, "granted", "25 credits", "for the party pictures")
    seen = await visit.ask(visit.anna, "credits balance")
    check_says(seen, "Granted: 25")


async def marked(visit: Visit) -> None:
    """See the mark on a new result."""
    seen = await visit.ask(visit.anna, "swapid", idname="astro", image=visit.portrait)
    check_says(seen, "1 credit used")
    visit.keeper.keep_result(seen, visit.portrait)
    if not _is_marked(visit.portrait.data, seen.pictures[1].data):
        raise Wrong("there is no mark in the corner of the result")


async def ban(visit: Visit) -> None:
    """Keep somebody out for a day, and let them in again."""
    member = {"member": visit.ben}
    why = {"reason": "posts too much", "until": "1d"}
    banned = await visit.ask(visit.mia, "policy ban", **member, **why)
    check_says(banned, visit.ben.mention, "may not use me here until")
    refused = await visit.ask(visit.ben, "faceswap", source=visit.astronaut, target=visit.selfie)
    check_only_asker(refused)
    check_says(refused, "posts too much")
    await visit.ask(visit.mia, "policy unban", **member)


async def desk(visit: Visit) -> None:
    """List everybody's swaps."""
    seen = await visit.ask(visit.mia, "jobs list")
    seen = await answer(await visit.mia.press(seen, "Everybody's"))
    check_only_asker(seen)
    check_says(seen, visit.anna.mention, visit.mia.mention, "swapid `astro`", "headshot `me, ")


async def report(visit: Visit) -> None:
    """See who spent what, as a chart, a table and a file."""
    seen = await visit.ask(visit.mia, "credits report", days=7)
    check_only_asker(seen)
    if len(seen.pictures) != 1:
        raise Wrong(f"{len(seen.pictures)} charts instead of one")
    visit.keeper.keep_picture("chart", seen.pictures[0])
    [file] = seen.files
    rows = list(csv.DictReader(io.StringIO(visit.discord.cdn.open(file["url"]).data.decode())))
    spent = sum(int(row["credits"]) for row in rows)
    check_says(seen, f"{spent} credits", "total")
    if len({row["verb"] for row in rows}) < LEAST_COLOURS:
        raise Wrong("the report lacks commands that were used")


async def own_data(visit: Visit) -> None:
    """Tell somebody what is kept about them."""
    seen = await visit.ask(visit.anna, "privacy show")
    check_only_asker(seen)
    check_says(seen, "`astro`", "`ace`", "never the photo", "movements of your credits")


async def status(visit: Visit) -> None:
    """Tell how the bot is."""
    check_says(await visit.ask(visit.mia, "status"), "mesh")


async def audit(visit: Visit) -> None:
    """Read what the audit says of all that."""
    ben = visit.ben.mention
    wanted = ("25 credits", f"Banned {ben}", f"Lifted the ban of {ben}", "swapid")

    def lacks() -> list[str]:
        told = "\n".join(seen.text for seen in visit.log.messages)
        return [word for word in wanted if word not in told]

    try:
        await visit.discord.world.bell.until(lambda: None if lacks() else True, MOST)
    except TimeoutError:
        raise Wrong(f"the audit does not tell of {' and '.join(lacks())}") from None


def _is_marked(before: bytes, after: bytes) -> bool:
    with Image.open(io.BytesIO(before)) as one, Image.open(io.BytesIO(after)) as other:
        was, now = (np.asarray(each.convert("RGB"), np.int16) for each in (one, other))
    height, width = (round(side * CORNER) for side in was.shape[:2])
    return bool((was[-height:, -width:] != now[-height:, -width:]).any())
