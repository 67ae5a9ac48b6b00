"""What Anna does while the bot dies, and what she sees of it in the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground import Asked, Seen
from tests.crash.house import House
from tests.discord.stage import clip, photo, picture, says
from tests.sidecar.fake_main import HELD_FRAMES

ENDS = (
    "I was restarted before",
    "found no face",
    "Canceled",
    "could not be posted",
    "may be posted",
    "not answering",
    "Something went wrong",
    "took too long",
)
LONG = 10.0
OFFERS = {"VISAGE_CONFIRM_ABOVE": "0"}
"""Settings with which every clip is offered first."""


def is_end(seen: Seen) -> bool:
    """Tell whether a message is the last word on what was asked."""
    is_open = any(button.label == "Cancel" for button in seen.buttons)
    return (bool(seen.pictures) and not is_open) or any(end in seen.text for end in ENDS)


@dataclass(frozen=True)
class Scene:
    """`play` does what the bot dies of; `button` is what is pressed when that is still offered."""

    play: Callable[[House], Awaitable[Asked]]
    button: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    fault: int = 0

    def prepare(self, house: House) -> None:
        """Make Discord refuse what it is to refuse."""
        if self.fault:
            house.discord.faults.add(method="PATCH", path="@original", status=self.fault)


async def end_of(house: House, button: str) -> Seen:
    """Wait for the last word, pressing what is to be pressed where that is asked for."""

    def offers(seen: Seen) -> bool:
        return any(each.label.startswith(button) for each in seen.buttons)

    def is_next(seen: Seen) -> bool:
        return is_end(seen) or (bool(button) and offers(seen))

    seen = await house.room.until(is_next, LONG)
    if is_end(seen):
        return seen
    await house.anna.press(seen, _label(seen, button))
    return await house.room.until(is_end, LONG)


def _label(seen: Seen, start: str) -> str:
    return next(each.label for each in seen.buttons if each.label.startswith(start))


async def _still(house: House) -> Asked:
    return await house.anna.slash(house.room, "swapid", idname="me", image=picture())


async def _one_shot(house: House) -> Asked:
    return await house.anna.slash(house.room, "faceswap", source=photo("ben"), target=picture())


async def _faceless(house: House) -> Asked:
    return await house.anna.slash(house.room, "swapid", idname="me", image=picture(0))


async def _clip(house: House) -> Asked:
    return await house.anna.slash(house.room, "swapid", idname="me", image=clip())


async def _pressed(house: House, button: str) -> Asked:
    asked = await _clip(house)
    seen = await asked.until(says("This costs"))
    await house.anna.press(seen, _label(seen, button))
    return asked


async def _accepted(house: House) -> Asked:
    return await _pressed(house, "Swap (")


async def _declined(house: House) -> Asked:
    return await _pressed(house, "Cancel")


async def _canceled(house: House) -> Asked:
    held = clip(frames=HELD_FRAMES)
    asked = await house.anna.slash(house.room, "swapid", idname="me", image=held)
    seen = await asked.until(lambda seen: bool(seen.buttons))
    await house.anna.press(seen, "Cancel")
    return asked


_OFFERS = tuple(OFFERS.items())
SCENES = {
    "a still": Scene(_still),
    "a photo of a face": Scene(_one_shot),
    "nobody in the picture": Scene(_faceless),
    "an offer": Scene(_clip, "Cancel", _OFFERS),
    "an offer accepted": Scene(_accepted, "Swap (", _OFFERS),
    "an offer declined": Scene(_declined, "Cancel", _OFFERS),
    "a clip canceled": Scene(_canceled, "Cancel"),
    "a result that is refused": Scene(_still, fault=400),
    "a result that is too large": Scene(_still, fault=413),
}
