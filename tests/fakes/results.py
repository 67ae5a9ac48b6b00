"""What an obedient backend makes of an order."""

from __future__ import annotations

from faceswap.domain.clip import ClipFacts, ClipKind, ClipOutcome
from faceswap.domain.media import Encoded
from faceswap.domain.wording import Made, Wording
from faceswap.ports import PlaceOrder, PortraitOrder, SwapOrder, SwapResult
from tests.fakes.media import MOVES, facts_in, found_in

SCENES = ("mad king", "knight", "astronaut")
BACKDROPS = ("beach", "office blur")


def swapped(order: SwapOrder) -> SwapResult:
    """Return what an obedient backend makes of an order."""
    data = order.target.data
    found = found_in(data)
    wanted = [place for place, casting in enumerate(order.cast, 1) if casting is not None]
    numbers = tuple(number for number in wanted if number <= len(found))
    clip = _made_of(facts_in(data)) if data.startswith(MOVES) else None
    kinds = {None: "image/jpeg", ClipKind.GIF: "image/gif", ClipKind.VIDEO: "video/mp4"}
    media_type = kinds[clip and clip.kind]
    return SwapResult(
        result=Encoded(b"swapped " + data.removeprefix(MOVES), media_type, 640, 480),
        before=Encoded(b"before " + data.removeprefix(MOVES), "image/jpeg", 320, 240),
        numbered=Encoded(b"numbered", "image/png", 320, 240) if len(found) > 1 else None,
        faces=found,
        swapped=numbers,
        was_reduced=False,
        clip=clip,
    )


def made(order: PortraitOrder | PlaceOrder) -> SwapResult:
    """Return what an obedient backend makes of words: the scene they name, or the first."""
    wording = order.wording or Wording("")
    names = SCENES if isinstance(order, PortraitOrder) else BACKDROPS
    scene = next((name for name in names if name in wording.text), "")
    before = None
    if isinstance(order, PlaceOrder):
        before = Encoded(b"before " + order.target.data, "image/jpeg", 320, 240)
        who = b"people of " + order.target.data
    else:
        who = b"+".join(part.template.data for part in order.cast)
    words = f" as {wording.text}, seed {order.seed}".encode()
    told = Made("scenes", order.seed, scene or names[0], f"a {scene or names[0]}", bool(scene))
    if order.wording is None:
        told = Made("", order.seed)
    return SwapResult(
        result=Encoded(who + words, "image/jpeg", 832, 1216),
        before=before,
        numbered=None,
        faces=(),
        swapped=(),
        was_reduced=False,
        made=told,
    )


def _made_of(facts: ClipFacts) -> ClipOutcome:
    return ClipOutcome(facts.kind, facts.frames, facts.frames, facts.seconds, 640, 480)
