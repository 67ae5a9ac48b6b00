"""What is made from words during the visit: portraits, and people in another place."""

from __future__ import annotations

from playground.demo.checks import Wrong, check_only_asker, check_says
from playground.demo.made_checks import check_colours, check_people_moved, check_square
from playground.demo.samples import Sample
from playground.demo.visit import Visit, answer
from playground.seen import Picture, Seen

KING = (
    "me, a mad king with an evil smile, wearing medieval royal blue attire and a crown. "
    "--no green --square --seed 7"
)
BEACH = "a beach at sunset --no people --seed 3"
CANDIDATES = 4


async def headshot(visit: Visit) -> None:
    """Make a portrait of somebody as a king, in blue and without green."""
    await visit.ask(visit.mia, "saveid", idname="me", image=visit.astronaut)
    seen = await visit.ask(visit.mia, "headshot", prompt=KING)
    check_says(seen, "Drawn as", "king", "seed 7", "generator", "4 credits used · 46 of 50 left")
    picture = _only(seen)
    check_square(picture.data)
    check_colours(picture.data, has="blue", lacks="green")
    visit.keeper.keep_picture("made", picture)
    visit.seen = seen


async def seed(visit: Visit) -> None:
    """Make the same picture again, by its seed."""
    seen = await visit.ask(visit.mia, "headshot", prompt=KING)
    check_says(seen, "seed 7", "42 of 50 left")
    if _only(seen).data != _only(visit.seen).data:
        raise Wrong("the same words and seed made another picture")


async def variations(visit: Visit) -> None:
    """Make four more of the same words."""
    seen = await answer(await visit.mia.press(visit.seen, "Variations (16 credits)"))
    check_says(seen, "seeds 8, 9, 10, 11", "16 credits used · 26 of 50 left")
    if len({picture.data for picture in seen.pictures}) != CANDIDATES:
        raise Wrong(f"there are not {CANDIDATES} pictures that differ")
    for number, picture in enumerate(seen.pictures, 1):
        visit.keeper.keep_picture(f"made-{number}", picture)


async def nearest(visit: Visit) -> None:
    """See a mistyped id refused, with the nearest."""
    seen = await visit.ask(visit.mia, "headshot", prompt="mee, a knight")
    check_only_asker(seen)
    check_says(seen, 'You have no id "mee"; did you mean "me"?')


async def place(visit: Visit) -> None:
    """Put the people of a picture on a beach."""
    target: Sample = visit.group
    options = {"image": target, "a_background_photo_of": BEACH}
    seen = await visit.ask(visit.mia, "changebg", **options)
    check_says(seen, "New background", "Put before", "seed 3", "2 credits used · 24 of 50 left")
    if len(seen.pictures) != 2:
        raise Wrong(f"{len(seen.pictures)} pictures instead of one before and one after")
    check_people_moved(target, seen.pictures[1].data)
    visit.keeper.keep_result(seen, target)


def _only(seen: Seen) -> Picture:
    if len(seen.pictures) != 1:
        raise Wrong(f"{len(seen.pictures)} pictures instead of one")
    return seen.pictures[0]
