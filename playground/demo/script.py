"""What is done during the visit, step by step, and what should come of it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground.demo import creating, moderation
from playground.demo.checks import Wrong, check_only_asker, check_picker, check_says
from playground.demo.clip_checks import check_sound
from playground.demo.clips import dance, duet
from playground.demo.samples import Sample, cat
from playground.demo.visit import MOST, Visit, answer, is_at_work

SLOW = 3.0
"""Seconds within which a clip may be done before its progress has been told."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name in files, what the terminal says of it, and what is done."""

    name: str
    told: str
    do: Callable[[Visit], Awaitable[None]]


async def _help(visit: Visit) -> None:
    await visit.ben.post(visit.room, "We have a face swap bot now! Try `/help`.")
    seen = await visit.ask(visit.anna, "help")
    check_only_asker(seen)
    check_says(seen, "Swap faces in pictures", "/saveid", "/swapid", "INSwapper")


async def _save_astro(visit: Visit) -> None:
    await _save(visit, "astro", visit.astronaut)


async def _save_ace(visit: Visit) -> None:
    await _save(visit, "ace", visit.player)


async def _save(visit: Visit, name: str, photo: Sample) -> None:
    visit.keeper.keep(photo)
    seen = await visit.ask(visit.anna, "saveid", idname=name, image=photo)
    check_only_asker(seen)
    check_says(seen, f"Saved **{name}**", "1 photo, face")


async def _offered(visit: Visit) -> None:
    choices = await visit.anna.autocomplete(visit.room, "swapid", focused="idname", idname="a")
    offered = sorted(choice["value"] for choice in choices)
    if offered != ["ace", "astro"]:
        raise Wrong(f"“a” is completed to {', '.join(offered) or 'nothing'}, not to ace and astro")


async def _list(visit: Visit) -> None:
    seen = await visit.ask(visit.anna, "listid")
    check_only_asker(seen)
    check_says(seen, "2 of 20", "`astro`", "**Current:** `ace`", "50 of 50 credits left")


async def _portrait(visit: Visit) -> None:
    seen = await visit.ask(visit.anna, "swapid", idname="astro", image=visit.portrait)
    visit.result(seen, visit.portrait, 1, left=49)


async def _group(visit: Visit) -> None:
    seen = await visit.ask(visit.anna, "swapid", idname="astro", image=visit.group)
    visit.result(seen, visit.group, 1, left=48)
    check_picker(seen, len(visit.group.faces))


async def _picker(visit: Visit) -> None:
    seen = visit.seen
    for face, who in ((1, "_"), (3, "astro"), (4, "ace")):
        select = seen.selects[face - 1].custom_id
        seen = await answer(await visit.anna.choose(seen, select, [who]))
    seen = await answer(await visit.anna.press(seen, "Swap these faces (2 credits)"))
    visit.result(seen, visit.group, 3, 4, left=46)


async def _ids(visit: Visit) -> None:
    ids = "astro, astro, _, astro+ace, astro, astro"
    seen = await visit.ask(visit.anna, "swapid", idname=ids, image=visit.group)
    visit.result(seen, visit.group, 1, 2, 4, 5, 6, left=41)


async def _menu(visit: Visit) -> None:
    post = await visit.ben.post(visit.room, "Who is this?", files=[visit.astronaut.upload])
    seen = await answer(await visit.anna.menu("INSwapper", post))
    visit.result(seen, visit.astronaut, 1, left=40)


async def _another(visit: Visit) -> None:
    form = await visit.anna.press(visit.seen, "Use another id")
    seen = await answer(await visit.anna.submit(form, {"Or type a list": "astro+ace"}))
    visit.result(seen, visit.astronaut, 1, left=39)


async def _one_shot(visit: Visit) -> None:
    source, target = visit.astronaut, visit.selfie
    seen = await visit.ask(visit.ben, "faceswap", source=source, target=target)
    visit.result(seen, target, 1, left=49)


async def _no_face(visit: Visit) -> None:
    visit.keeper.keep(cat())
    seen = await visit.ask(visit.anna, "swapid", idname="astro", image=cat())
    check_only_asker(seen)
    check_says(seen, "I found no face in cat.png", "please send one that shows a face")


async def _wrong_id(visit: Visit) -> None:
    seen = await visit.ask(visit.anna, "swapid", idname="astor", image=visit.portrait)
    check_only_asker(seen)
    check_says(seen, 'You have no id "astor"; did you mean "astro"?')


async def _again(visit: Visit) -> None:
    seen = await answer(await visit.ben.press(visit.seen, "Again"))
    visit.result(seen, visit.selfie, 1, left=48)


async def _gif(visit: Visit) -> None:
    clip = dance()
    seen = await visit.ask(visit.anna, "swapid", idname="astro", image=clip)
    visit.clip(seen, clip, 1, used=3, left=36)


async def _video(visit: Visit) -> None:
    clip = duet()
    offer = await visit.ask(visit.anna, "swapid", idname="astro,ace", image=clip)
    check_says(offer, "duet.mp4: video, 6 s, 480x270, with sound", "12 credits", "36 of 50 left")
    asked = await visit.anna.press(offer, "Choose faces")
    faces = await asked.until(lambda seen: len(seen.selects) == 2, MOST)
    check_says(faces, "**Face 1**: 0:00-0:06", "**Face 2**: 0:00-0:06")
    began = time.monotonic()
    seen = await answer(await visit.anna.press(faces, "Swap (12 credits)"))
    if time.monotonic() - began > SLOW and not visit.was_told("of 90 frames"):
        raise Wrong("it did not tell how far it was")
    visit.clip(seen, clip, 1, 2, used=12, left=24)
    check_sound(seen, clip)


async def _cancel(visit: Visit) -> None:
    offer = await answer(await visit.anna.press(visit.seen, "Again"))
    asked = await visit.anna.press(offer, "Swap (12 credits)")
    begun = await asked.until(is_at_work, MOST)
    told = await answer(await visit.anna.press(begun, "Cancel"))
    check_only_asker(told)
    check_says(told, "Canceled")


async def _delete(visit: Visit) -> None:
    await visit.ben.post(visit.room, "The same once more; one is enough.")
    await visit.ben.press(visit.seen, "Delete")
    gone = visit.discord.world.bell.until(
        lambda: None if visit.ben.sees(visit.seen) else True, MOST
    )
    try:
        await gone
    except TimeoutError:
        raise Wrong("the result is still there") from None


SCRIPT = (
    Step("help", "/help: how to begin", _help),
    Step("saveid-astro", "/saveid: a face from a photo, saved as astro", _save_astro),
    Step("saveid-ace", "/saveid: a second one, saved as ace", _save_ace),
    Step("offered", "the saved ids are offered while typing", _offered),
    Step("listid", "/listid: both ids, and 50 credits", _list),
    Step("swapid-portrait", "/swapid: astro into a portrait", _portrait),
    Step("swapid-group", "/swapid: six people, the largest face is swapped", _group),
    Step("picked-faces", "below it: who goes to which face, chosen and swapped", _picker),
    Step("swapid-list", "/swapid: a list from left to right, with a mix", _ids),
    Step("inswapper", "INSwapper: right-click on a picture that somebody posted", _menu),
    Step("another-id", "Use another id: a mix of two, typed into the form", _another),
    Step("faceswap", "/faceswap: from photo to photo, no id is saved", _one_shot),
    Step("no-face", "a picture of a cat is refused, and costs nothing", _no_face),
    Step("unknown-id", "a mistyped id is refused, with the nearest", _wrong_id),
    Step("again", "Again: the same once more", _again),
    Step("delete", "Delete: gone from the channel", _delete),
    Step("gif", "/swapid: a GIF", _gif),
    Step("video", "/swapid: a video of two, its price told first, and its faces", _video),
    Step("cancel", "Again and, while it is worked on, Cancel", _cancel),
    Step("headshot", "/headshot: a portrait from words, as a king in blue", creating.headshot),
    Step("same-seed", "/headshot: the same words and seed, the same picture", creating.seed),
    Step("variations", "Variations: four more of the same words", creating.variations),
    Step("unknown-portrait", "a mistyped id in a description is refused", creating.nearest),
    Step("changebg", "/changebg: six people on a beach", creating.place),
    Step(
        "policy", "/policy edit: a moderator chooses a mark and an audit channel", moderation.rules
    ),
    Step("strangers", "the desk is closed to whoever does not moderate", moderation.stranger),
    Step("grant", "/credits grant: 25 credits that stay", moderation.grant),
    Step("marked", "/swapid: the result has the mark in its corner", moderation.marked),
    Step("ban", "/policy ban, and unban: a member is kept out", moderation.ban),
    Step("jobs", "/jobs list: everybody's swaps", moderation.desk),
    Step("report", "/credits report: a chart, a table and a file", moderation.report),
    Step("privacy", "/privacy show: what is kept about a member", moderation.own_data),
    Step("status", "/status: how the bot is", moderation.status),
    Step("audit", "the audit channel has a line for all of it", moderation.audit),
)
