"""A pharaoh: a striped headcloth with a cobra, a broad collar, a scarab, crook and flail."""

from __future__ import annotations

import math

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.cast import pharaoh_temple
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    crease,
    edged,
    even,
    fading,
    fill,
    gathered,
    glow,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Drawing, Hair, Head, Light, Look, Mood, Palette, Scene
from faceswap.engine.scenes.wardrobe.hands import fingers, palm
from faceswap.engine.scenes.wardrobe.metal import gem, gem_paints, polished
from faceswap.engine.scenes.wardrobe.nemes import band, cloth

HEAD = Head(500, 424, 356, yaw=5, pitch=3)
SUN = Light(x=-0.55, y=-0.5, z=0.65, colour="#ffe0ac", ambient="#7a6a6a", rim="#ffc46a")
TORCH = Light(
    x=-0.6, y=-0.1, z=0.6, colour="#ffbe7c", ambient="#3c3a5c", strength=0.68, rim="#ff9a4a"
)
ROBE = (
    "M360 690C300 740 190 760 122 824C50 900 10 1080 -10 1260L1010 1260C990 1080 950 900 878 824"
    "C810 760 700 740 640 690Q500 760 360 690Z"
)


def draw(look: Look) -> Drawing:
    """Draw him, or her."""
    night = look.mood in (Mood.EVIL, Mood.ANGRY, Mood.SAD) or look.asks_for(
        "night", "tomb", "temple"
    )
    light = TORCH if night else SUN
    return Drawing(
        backdrop=pharaoh_temple.temple(look, night),
        body=gathered(
            _linen(look, light)
            + HEAD.worn(moved(cloth(look.palette), 4, 0))
            + _collar(look.palette)
        ),
        front=gathered(
            HEAD.worn(moved(band(look), 6, 0))
            + _scarab(look.palette)
            + _held(look)
            + motes(look.dice, "front-dust", 26, "#ffe2a4", (2, 11), (-260, 480, 1260, 1260))
        ),
        head=HEAD,
        light=light,
        softness=6.0,
        hair=Hair.HIDDEN,
    )


def _linen(look: Look, light: Light) -> str:
    white = mix(look.palette.second, "#f4ecdc", 0.75)
    dark, pale = mix(darker(white, 0.5), "#5a5068", 0.35), "#ffffff"
    stops = ((0, dark, 0.0), (0.45, dark, 0.6), (0.55, pale, 0.7), (1, pale, 0.0))
    pleats = "".join(
        crease("body-pleat", 330 - step * 25, 736 + step * 13, 340 - step * 44, 1260, 19, -10)
        for step in range(10)
    )
    return (
        ramp(
            "body-linen",
            even(white, lighter(white, 0.4), mix(white, dark, 0.35)),
            along=(0, 0, 1, 0.2),
        )
        + ramp("body-pleat", stops, along=(0, 0, 1, 0))
        + fill(ROBE, paint("body-linen"))
        + pleats
        + mirrored(pleats, 500)
        + ramp("body-far", fading("#241a34", 0.0, 0.12, 0.6), along=(0, 0, 1, 0))
        + fill(ROBE, paint("body-far"))
        + edged(ROBE, light.rim, 4)
    )


def _arc(radius: float, way: int = 1) -> str:
    middle, tall = 640 + (radius - 130) * 0.6, radius * 0.58
    points = [
        (500 + math.sin(turn) * radius * 0.98, middle + math.cos(turn) * tall)
        for turn in (math.radians(step * way) for step in range(-96, 97, 8))
    ]
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _row(radius: float) -> str:
    return f"M{_arc(radius)}"


def _collar(colours: Palette) -> str:
    gold = colours.metal
    whole = f"M{_arc(114)}L{_arc(338, -1)}Z"
    drawn = moved(fill(whole, "#120a10", 0.4), 0, 16) + fill(whole, darker(gold, 0.35))
    beads = (colours.main, colours.accent, colours.second, colours.main, gold, colours.accent)
    for row, colour in enumerate(beads):
        radius = 134 + row * 35
        drawn += (
            stroke(_row(radius - 16), lighter(gold, 0.25), 5)
            + stroke(_row(radius + 3), darker(colour, 0.55), 23, 1, "10 3.5")
            + stroke(_row(radius), colour, 20, 1, "8.5 5")
            + stroke(_row(radius - 5), lighter(colour, 0.6), 4, 0.75, "6 7.5")
        ).replace('linecap="round"', 'linecap="butt"')
    drops = ""
    for step in range(-84, 85, 7):
        turn = math.radians(step)
        x, y = 500 + math.sin(turn) * 326, 762 + math.cos(turn) * 193
        drop = fill("M0 -14C10 0 13 12 0 20C-13 12 -10 0 0 -14Z", paint("body-drop"))
        drawn += stroke(f"M{x:.1f} {y:.1f}l.1 0", darker(gold, 0.5), 9)
        drops += moved(drop, x, y + 10, -step)
    round_light = (
        (0.0, "#ffffff", 0.28),
        (0.4, "#ffffff", 0.0),
        (0.4, "#120a1c", 0.0),
        (1.0, "#120a1c", 0.55),
    )
    return (
        ramp("body-drop", even(lighter(gold, 0.6), gold, darker(gold, 0.5)))
        + glow("body-chin", fading("#1a0c14", 0.75, 0.4, 0.0), at=(0.5, 0.3), reach=0.6)
        + drawn
        + drops
        + oval(500, 690, 190, 110, paint("body-chin"))
        + ramp("body-round", round_light, along=(0, 0, 1, 0.2))
        + fill(whole, paint("body-round"))
    )


def _scarab(colours: Palette) -> str:
    gold, wing = colours.metal, ""
    for row, (colour, reach) in enumerate(
        ((colours.main, 172), (colours.accent, 138), (colours.second, 104), (colours.main, 70))
    ):
        feathers = "".join(
            f"M26 {-6 + row * 3}"
            f"Q{reach * 0.6:.0f} {-46 - step * 13 + row * 8:.0f} {reach - step * 12}"
            f" {-30 - step * 18 + row * 6}"
            f"Q{reach * 0.7:.0f} {-12 - step * 9:.0f} 26 {8 + row * 3}Z"
            for step in range(-2, 3)
        )
        wing += fill(feathers, colour) + stroke(feathers, lighter(gold, 0.2), 2.2, 0.9)
    shell = "M0 -40C34 -40 44 -8 42 20C38 52 18 66 0 68C-18 66 -38 52 -42 20C-44 -8 -34 -40 0 -40Z"
    legs = "M-34 -20q-24 -16 -26 -44M34 -20q24 -16 26 -44M-40 30q-26 10 -30 36M40 30q26 10 30 36"
    return (
        gem_paints("front", "disc", colours.accent, gold)
        + glow(
            "front-shell",
            even(lighter(colours.main, 0.6), colours.main, darker(colours.main, 0.65)),
            at=(0.36, 0.28),
            reach=0.8,
        )
        + moved(
            wing
            + mirrored(wing, 0)
            + stroke(legs, darker(gold, 0.4), 11)
            + stroke(legs, lighter(gold, 0.2), 6)
            + fill(shell, paint("front-shell"))
            + stroke(shell, gold, 6)
            + stroke("M0 -14V66M-40 -6Q0 14 40 -6", gold, 4)
            + gem("front", "disc", 0, -72, 27),
            500,
            984,
        )
    )


def _held(look: Look) -> str:
    colours, skin = look.palette, look.sitter.skin
    gold = colours.metal
    cuff = "M4 66Q50 50 98 62L116 170Q56 190 -2 172Z"
    bands = "".join(
        stroke(
            (f"M{2 - row} {92 + row * 24}Q50 {78 + row * 24} {103 + row * 5} {90 + row * 24}"),
            colour,
            10,
        )
        for row, colour in enumerate((colours.main, colours.accent, colours.main))
    )
    arm = "M6 80Q50 60 92 78L150 330H20Z"

    def hand(thing: str) -> str:
        return (
            fill(arm, paint("front-arm"))
            + palm("front", skin)
            + thing
            + fingers("front", skin, darker(skin, 0.35))
            + fill(cuff, paint("front-cuff"))
            + bands
        )

    return (
        ramp("front-arm", even(skin, darker(skin, 0.45)), along=(0, 0, 1, 0))
        + ramp("front-cuff", polished(gold), along=(0, 0, 1, 0.1))
        + ramp("front-staff", polished(gold), along=(0, 0, 1, 0))
        + moved(hand(_crook(colours)), 772, 956, 8, 0.86, 0.86)
        + mirrored(moved(hand(_flail(colours)), 772, 956, 8, 0.86, 0.86), 500)
    )


def _staff(path: str, colours: Palette) -> str:
    return (
        stroke(path, darker(colours.metal, 0.65), 27)
        + stroke(path, colours.metal, 21)
        + stroke(path, colours.main, 21, 1, "18 22").replace('"round"', '"butt"', 1)
        + moved(stroke(path, "#ffffff", 4, 0.5), -5, 0)
    )


def _crook(colours: Palette) -> str:
    return _staff("M0 220V-300C0 -380 84 -390 92 -330C96 -296 62 -284 54 -306", colours)


def _flail(colours: Palette) -> str:
    strands = ""
    for number, lean in enumerate((16, 44, 72)):
        line = f"M{10 + number * 6} -300C{lean} -280 {lean + 30} -220 {lean + 34} -100"
        strands += (
            stroke(line, darker(colours.metal, 0.6), 17)
            + stroke(line, (colours.main, colours.accent, colours.main)[number], 12, 1, "16 12")
            + stroke(line, colours.metal, 12, 1, "6 22")
            + oval(lean + 34, -88, 11, 17, paint("front-staff"))
        )
    return _staff("M0 220V-310", colours) + strands + oval(4, -312, 19, 15, paint("front-staff"))


PHARAOH = Scene(
    name="pharaoh",
    family="royalty",
    title="a pharaoh by the Nile",
    words=(
        "pharaoh",
        "egypt",
        "egyptian",
        "cleopatra",
        "tutankhamun",
        "nile",
        "pyramid",
        "sphinx",
        "desert",
        "cobra",
        "mummy",
        "scarab",
        "ancient",
        "sultan",
    ),
    palette=Palette(main="#1d3f8f", second="#2fa39a", metal="#dcae45", accent="#b8402a"),
    draw=draw,
)
