"""A queen at her ball: a collar of lace, a gown with pearls, a fan of feathers, and a tiara."""

from __future__ import annotations

import math

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.cast import queen_ball
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    clipped,
    crease,
    creases,
    edged,
    even,
    fading,
    fill,
    gathered,
    glow,
    lens,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Drawing, Hair, Head, Light, Look, Mood, Palette, Scene
from faceswap.engine.scenes.wardrobe.crown import Points, crown, tiara
from faceswap.engine.scenes.wardrobe.fur import curve
from faceswap.engine.scenes.wardrobe.hands import fingers, palm
from faceswap.engine.scenes.wardrobe.metal import gem, gem_paints, pearl, pearl_paints

HEAD = Head(508, 432, 362, yaw=-9, pitch=2, roll=4)
CANDLES = Light(x=0.6, y=-0.5, z=0.65, colour="#ffe9cf", ambient="#6a6486", rim="#ffd9a8")
MOON = Light(x=0.55, y=-0.35, z=0.6, colour="#d9dcff", ambient="#383056", rim="#b58cff")
SLEEVE = (
    "M300 772C190 716 74 786 34 910C-14 1040 -30 1160 -40 1260L330 1260C350 1110 350 900 300 772Z"
)
BODICE = "M280 772Q505 916 730 772C742 930 700 1110 690 1260L322 1260C312 1110 268 930 280 772Z"
PARTLET = (
    "M424 668Q506 726 592 668C622 712 676 744 734 776Q505 924 276 776C336 744 396 712 424 668Z"
)
NECK = "M582 700C560 650 560 560 574 470L440 470C454 560 454 650 430 700"
STOMACHER = "M372 820Q505 880 640 820L566 1260L444 1260Z"


def draw(look: Look) -> Drawing:
    """Draw her."""
    evil = look.mood in (Mood.EVIL, Mood.ANGRY)
    dark = evil or look.asks_for("night", "moon", "dark")
    light = MOON if dark else CANDLES
    worn = (
        crown(look.dice, look.palette, Points.SPIKES)
        if evil or look.asks_for("crown")
        else tiara(look.dice, look.palette)
    )
    return Drawing(
        backdrop=queen_ball.ball(look, dark),
        body=gathered(_lace() + _gown(look, light) + _partlet() + _bodice(look)),
        front=gathered(
            HEAD.worn(moved(worn, -9, 0) + _earrings(look.palette))
            + _necklace(look.palette)
            + _fan(look)
            + motes(look.dice, "front-glimmer", 40, "#ffe9c0", (2, 10))
        ),
        head=HEAD,
        light=light,
        softness=6.0,
        hair=None if look.asks_for("hair", "long", "curly") else Hair.BUN,
    )


def _lace() -> str:
    ribs: list[str] = []
    holes: list[str] = []
    edge: list[str] = []
    beads = ""
    for step in range(-11, 12):
        angle = math.radians(step * 9.4)
        across, up = math.sin(angle), -math.cos(angle)
        far = 318 - 34 * abs(math.sin(angle * 2)) + (26 if step % 2 else 0)
        x, y = 506 + across * far * 1.02, 668 + up * far
        edge.append(f"{x:.1f} {y:.1f}")
        ribs.append(f"M{506 + across * 92:.1f} {640 + up * 70:.1f}L{x:.1f} {y:.1f}")
        beads += pearl("body", x, y, 7 if step % 2 else 5)
        for ring, size in ((0.92, 7), (0.8, 10), (0.66, 8), (0.53, 6)) if step < 11 else ():
            side = math.radians(step * 9.4 + 4.7)
            hx, hy = 506 + math.sin(side) * far * ring, 668 - math.cos(side) * far * ring
            holes.append(
                f"M{hx - size:.1f} {hy:.1f}a{size} {size} 0 1 0 {2 * size} 0a{size} {size} 0 1 0"
                f" {-2 * size} 0Z"
            )
    outline = "M430 700L" + "L".join(edge) + f"L582 700{NECK}"
    veil = ((0.0, "#5a5066", 1.0), (0.35, "#b9aebc", 0.95), (0.8, "#f4efe8", 0.92))
    return (
        pearl_paints("body")
        + glow("body-lace", (*veil, (1.0, "#ffffff", 0.9)), at=(0.5, 0.78), reach=0.85)
        + fill(outline, paint("body-lace"))
        + stroke(NECK, "#ffffff", 5, 0.8)
        + fill("".join(holes), "#3c3048", 0.5)
        + stroke("".join(holes), "#ffffff", 2, 0.8)
        + stroke("".join(ribs), "#ffffff", 2.4, 0.75)
        + beads
    )


def _gown(look: Look, light: Light) -> str:
    cloth = look.palette.main
    slashes = "".join(
        lens(
            300 - reach * 0.25, 800 + reach * 0.18, 300 - reach * 0.82, 1260, 13 + reach * 0.03, 46
        )
        for reach in (60, 140, 220, 300, 380)
    )
    folds = "".join(
        crease("body-crease", 292 - reach * 0.22, 782 + reach * 0.12, 300 - reach, 1260, 44, 66)
        for reach in (20, 104, 184, 262, 340)
    )
    sleeve = (
        fill(SLEEVE, paint("body-sleeve"))
        + folds
        + fill(slashes, paint("body-slash"))
        + stroke(slashes, look.palette.metal, 2.5, 0.8)
    )
    stops = even(darker(cloth, 0.4), lighter(cloth, 0.2), cloth, darker(cloth, 0.55))
    return (
        creases("body", cloth)
        + ramp("body-sleeve", stops, along=(0, 0, 1, 0.3))
        + ramp(
            "body-slash", even(lighter(look.palette.second, 0.3), darker(look.palette.second, 0.4))
        )
        + sleeve
        + edged(SLEEVE, mix(light.rim, cloth, 0.3), 2.5)
        + mirrored(sleeve, 506)
        + mirrored(edged(SLEEVE, light.rim, 4), 506)
    )


def _partlet() -> str:
    loops = "".join(
        f"M{x} {y}q10 -14 20 0q-10 14 -20 0Z"
        for row, y in enumerate(range(700, 850, 20))
        for x in range(300 + row % 2 * 14, 700, 28)
        if abs(x + 10 - 506) < (y - 640) * 1.6 and y < 846 - abs(x + 10 - 506) * 0.34
    )
    stops = even("#cfc4cc", "#f8f3ec", "#fffdf8", "#a89cac")
    return (
        ramp("body-partlet", stops, along=(0, 0, 1, 0.1))
        + fill(PARTLET, paint("body-partlet"))
        + ramp("body-chin", fading("#2c2038", 0.6, 0.12, 0.0))
        + fill(PARTLET, paint("body-chin"))
        + stroke(loops, "#8a7c90", 1.6, 0.55)
    )


def _bodice(look: Look) -> str:
    colours = look.palette
    cloth, metal = colours.main, colours.metal
    hem = curve([(276, 776), (380, 838), (506, 856), (632, 838), (734, 776)], 10)
    trim = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in hem)
    rows = "".join(
        pearl("body", x, y, 5)
        for row, y in enumerate(range(872, 1240, 44))
        for x in range(440 + row % 2 * 22, 590, 44)
        if abs(x - 506) < 120 - (y - 820) * 0.14
    )
    lattice = "".join(
        f"M{420 + step * 44} 830l-160 420M{430 + step * 44} 830l160 420" for step in range(-2, 6)
    )
    stops = even(
        darker(cloth, 0.35), cloth, lighter(cloth, 0.22), darker(cloth, 0.3), darker(cloth, 0.6)
    )
    front = mix(colours.second, metal, 0.3)
    return (
        gem_paints("body", "jewel", colours.accent, metal)
        + ramp("body-bodice", stops, along=(0, 0, 1, 0))
        + fill(BODICE, paint("body-bodice"))
        + crease("body-crease", 330, 840, 400, 1240, 40, 10)
        + crease("body-crease", 686, 840, 610, 1240, -40, -10)
        + ramp(
            "body-front",
            even(front, lighter(front, 0.35), darker(front, 0.45)),
            along=(0, 0, 1, 0.2),
        )
        + fill(STOMACHER, paint("body-front"))
        + clipped("body-cage", STOMACHER, stroke(lattice, darker(metal, 0.3), 3, 0.8))
        + rows
        + stroke("M372 820L444 1260M640 820L566 1260", darker(metal, 0.5), 12)
        + stroke("M372 820L444 1260M640 820L566 1260", lighter(metal, 0.4), 6, 1, dash="3 9")
        + stroke(trim, darker(metal, 0.5), 20)
        + stroke(trim, metal, 14)
        + "".join(
            gem("body", "jewel", x, y, 9) if place % 4 == 2 else pearl("body", x, y, 6.5)
            for place, (x, y) in enumerate(hem[::2])
        )
        + gem("body", "jewel", 506, 930, 26, 32)
        + pearl("body", 506, 984, 12)
    )


def _earrings(colours: Palette) -> str:
    drops = ""
    for x in (-160, 158):
        drops += (
            stroke(f"M{x} 96v26", lighter(colours.metal, 0.3), 3)
            + gem("front", "stone", x, 106, 8)
            + pearl("front", x, 136, 13)
        )
    return (
        gem_paints("front", "stone", colours.accent, colours.metal) + pearl_paints("front") + drops
    )


def _necklace(colours: Palette) -> str:
    choker = curve([(434, 664), (462, 690), (508, 700), (554, 690), (586, 662)], 5)
    lower = curve([(410, 700), (440, 760), (507, 796), (574, 758), (606, 698)], 7)
    strings = "".join(pearl("front", x, y + 15, 6) + pearl("front", x, y, 7) for x, y in choker)
    return (
        strings
        + "".join(pearl("front", x, y, 6.5) for x, y in lower)
        + gem_paints("front", "drop", colours.accent, colours.metal)
        + gem("front", "drop", 508, 704, 15)
        + gem("front", "drop", 507, 822, 19, 24)
        + pearl("front", 507, 862, 10)
    )


def _fan(look: Look) -> str:
    colours, plumes = look.palette, ""
    plume = look.dice.one_of("plume", (colours.accent, colours.second, colours.main))
    for number, turn in enumerate((-64, -46, -28, -10, 8, 26, 44)):
        plumes += moved(_plume(number % 2), 0, 0, turn, 1, 1.0 - abs(turn + 10) * 0.0022)
    glove = "#efe6e4"
    stick = fill("M-9 -110L9 -110L7 190L-7 190Z", paint("front-stick"))
    tones = (lighter(plume, 0.55), plume, darker(plume, 0.55))
    return (
        ramp("front-plume0", even(*tones), along=(0, 0, 1, 0.4))
        + ramp("front-plume1", even(lighter(plume, 0.3), darker(plume, 0.25), darker(plume, 0.65)))
        + ramp("front-stick", even(lighter(colours.metal, 0.6), darker(colours.metal, 0.5)))
        + moved(
            moved(plumes, 0, -90)
            + oval(0, -96, 34, 30, paint("front-stick"))
            + gem("front", "stone", 0, -98, 14)
            + mirrored(palm("front", glove), 0)
            + stick
            + mirrored(fingers("front", glove, "#b9a6a8"), 0),
            206,
            968,
            -12,
            0.86,
            0.86,
        )
    )


def _plume(tone: int) -> str:
    vane = "M0 10C-34 -40 -56 -140 -34 -210C-22 -246 8 -262 26 -244C44 -214 40 -90 0 10Z"
    barbs = "".join(
        f"M{-4 + step} {-20 - step * 17}q-20 -14 -30 -44"
        f"M{-2 + step} {-20 - step * 17}q18 -12 28 -40"
        for step in range(11)
    )
    return (
        fill(vane, paint(f"front-plume{tone}"))
        + stroke(barbs, "#ffffff", 1.6, 0.28)
        + stroke("M0 8Q-6 -110 10 -226", "#fff6e8", 3, 0.6)
    )


QUEEN = Scene(
    name="queen",
    family="royalty",
    title="a queen at her ball",
    words=(
        "queen",
        "tiara",
        "princess",
        "empress",
        "gown",
        "pearls",
        "lace",
        "duchess",
        "ball",
        "regal",
        "jewels",
        "elegant",
        "lady",
        "fan",
    ),
    palette=Palette(main="#5b2a78", second="#e7cfa6", accent="#b51f4c"),
    draw=draw,
)
