"""A firefighter before the fire."""

from __future__ import annotations

from faceswap.engine.scenes.air import sparks
from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    even,
    fill,
    gathered,
    mirrored,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import (
    BOTTOM,
    LEFT,
    RIGHT,
    Drawing,
    Hair,
    Head,
    Light,
    Look,
    Palette,
    Scene,
)
from faceswap.engine.scenes.wardrobe.tailored import coat

HEAD = Head(500, 480, 366, yaw=-8, roll=-2)
LAMP = Light(
    x=0.7, y=-0.1, z=0.55, colour="#ffc98a", ambient="#5a4a50", strength=0.65, rim="#ff8a3c"
)
COLLAR = (
    "M392 692C356 664 330 660 312 670C296 740 300 800 330 850L500 900L452 800C424 770 402 730"
    " 392 692Z"
)


def draw(look: Look) -> Drawing:
    """Draw them: a turnout coat with bright stripes, a helmet with its badge, sparks."""
    colours = look.palette
    cloth = colours.main
    chest = "M104 1010C240 1060 760 1060 896 1010V1080C760 1130 240 1130 104 1080Z"
    body = (
        coat(cloth, LAMP.rim)
        + fill("M420 760H580L600 1260H400Z", darker(cloth, 0.35))
        + fill(chest, "#e9e27a")
        + fill("M104 1032C240 1082 760 1082 896 1032V1058C760 1108 240 1108 104 1058Z", "#f4f6f8")
        + "".join(
            fill(f"M440 {850 + at * 130}h120v34h-120Z", "#1a1a1f")
            + fill(f"M486 {846 + at * 130}h28v42h-28Z", colours.metal)
            for at in range(3)
        )
        + ramp("body-neck", even(lighter(cloth, 0.25), darker(cloth, 0.3)))
        + fill(COLLAR, paint("body-neck"))
        + stroke(COLLAR, darker(cloth, 0.6), 3, 0.8)
        + mirrored(fill(COLLAR, paint("body-neck")) + stroke(COLLAR, darker(cloth, 0.6), 3, 0.8))
    )
    front = HEAD.worn(_helmet(colours)) + sparks(look.dice, "front-spark", 34, "#ffb14a", 120, 980)
    return Drawing(_fire(look), gathered(body), gathered(front), HEAD, LAMP, 12, hair=Hair.SHORT)


def _helmet(colours: Palette) -> str:
    shell, deep = colours.accent, darker(colours.accent, 0.55)
    dome = "M-172 -96C-180 -260 -90 -330 0 -330C90 -330 180 -260 172 -96C90 -130 -90 -130 -172 -96Z"
    brim = "M-226 -66C-150 -140 150 -140 226 -66C150 -104 -150 -104 -226 -66Z"
    ribs = "M0 -330V-122M-86 -300C-104 -240 -108 -180 -104 -118M86 -300C104 -240 108 -180 104 -118"
    shield = "M-50 -226L0 -250L50 -226C54 -170 34 -136 0 -118C-34 -136 -54 -170 -50 -226Z"
    return (
        ramp("front-shell", even(lighter(shell, 0.45), shell, deep), along=(1, 0, 0, 1))
        + ramp(
            "front-gold",
            even(lighter(colours.metal, 0.5), colours.metal, darker(colours.metal, 0.4)),
        )
        + fill(dome, paint("front-shell"))
        + stroke(ribs, deep, 9, 0.8)
        + stroke(ribs, lighter(shell, 0.5), 3, 0.6)
        + fill(brim, paint("front-shell"))
        + stroke("M-226 -66C-150 -140 150 -140 226 -66", lighter(shell, 0.5), 4, 0.7)
        + fill(shield, paint("front-gold"))
        + stroke(shield, darker(colours.metal, 0.6), 4)
        + fill(
            "M0 -226C22 -196 28 -180 18 -160C8 -146 -8 -146 -18 -160C-26 -176 -10 -190 0 -226Z",
            shell,
        )
        + stroke("M-160 -86C-168 20 -140 150 -60 214M160 -86C168 20 140 150 60 214", "#15151a", 11)
        + oval(0, 222, 62, 14, "#15151a")
    )


def _fire(look: Look) -> str:
    dice = look.dice
    flames = "".join(
        glow(
            f"flame{at}",
            (dice.between(f"x{at}", LEFT, RIGHT), dice.between(f"y{at}", 420, 1000)),
            dice.between(f"r{at}", 180, 420),
            dice.one_of(f"c{at}", ("#ff7a1f", "#ffb347", "#ff4d1c", "#ffd27a")),
            dice.between(f"a{at}", 0.4, 0.85),
        )
        for at in range(12)
    )
    beams = "".join(
        f'<rect x="{dice.between(f"bx{at}", LEFT, RIGHT):.0f}" y="-120" width="60" height="1400"'
        f' fill="#140c0c" transform="rotate({dice.between(f"bt{at}", -20, 20):.0f} 500 500)"/>'
        for at in range(5)
    )
    return (
        band("smoke", ("#1a1014", "#4a1f14", "#a8431a", "#5a2412"))
        + flames
        + beams
        + glow("smog", (300, 120), 560, "#1a1416", 0.7)
        + bokeh(dice, "ember", 30, ("#ffb347", "#ff7a1f"), (LEFT, 100, RIGHT, BOTTOM), (4, 14))
    )


FIREFIGHTER = Scene(
    name="firefighter",
    family="trades",
    title="a firefighter before the fire",
    words=(
        *("firefighter", "fireman", "firewoman", "fire", "rescue", "flames", "hero", "hydrant"),
        *("smoke", "brave", "helmet", "emergency"),
    ),
    palette=Palette(main="#4a4436", second="#e9e27a", metal="#d9b24c", accent="#b3202c"),
    draw=draw,
)
