"""A professional's portrait: a suit before a bright office."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.backdrops import office
from faceswap.engine.scenes.colour import lighter
from faceswap.engine.scenes.paint import fill, gathered, stroke
from faceswap.engine.scenes.scene import Drawing, Head, Light, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.tailored import buttons, coat, lapels, shirt, tie

HEAD = Head(500, 452, 376, yaw=6, pitch=1)
LAMP = Light(
    x=-0.5, y=-0.4, z=0.75, colour="#fff6ea", ambient="#a7b0bb", strength=0.5, rim="#eef4fb"
)


def draw(look: Look) -> Drawing:
    """Draw them; with a tie, or with an open collar."""
    colours = look.palette
    wears_tie = look.asks_for("tie", "formal") or look.dice.share("tie") < 0.6
    has_tie = wears_tie and not look.unwanted("tie")
    square = "M690 930L760 920L764 946L694 956Z"
    body = (
        coat(colours.main, LAMP.rim)
        + shirt(colours.second)
        + (tie(colours.accent) if has_tie else "")
        + lapels(colours.main, 0.9)
        + fill(square, lighter(colours.second, 0.3))
        + stroke("M684 956L772 944", "#10141c", 3, 0.6)
        + buttons("#2a2c33", [(500, 1236)], 11)
    )
    place = office.draw(replace(look, palette=office.OFFICE.palette))
    return Drawing(place.svg, gathered(body), "", HEAD, LAMP, softness=18)


OFFICE = Scene(
    name="office portrait",
    family="trades",
    title="a professional in a bright office",
    words=(
        *("office", "business", "professional", "suit", "corporate", "manager", "ceo", "boss"),
        *("lawyer", "linkedin", "executive", "blazer", "formal", "banker", "politician"),
    ),
    palette=Palette(main="#27344d", second="#e9edf2", metal="#c9a04e", accent="#8a2536"),
    draw=draw,
)
