"""A diver of old on the sea's floor: a helmet of brass, a corselet with bolts, a canvas suit."""

from __future__ import annotations

from faceswap.engine.scenes.cast import diver_sea
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    crease,
    creases,
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
from faceswap.engine.scenes.wardrobe.brass import helmet, inside
from faceswap.engine.scenes.wardrobe.metal import burnished, engraved, polished, rivets

HEAD = Head(500, 426, 322, yaw=-7, roll=-3, pitch=2)
SHALLOW = Light(x=-0.35, y=-0.75, z=0.6, colour="#e6f6ff", ambient="#4a7894", rim="#9fe6ff")
ABYSS = Light(x=-0.5, y=-0.5, z=0.6, colour="#bcd8ff", ambient="#2c4668", rim="#5cc8ff")
SUIT = (
    "M-70 1260C-50 1070 0 920 120 846C210 796 300 800 360 790L640 790C700 800 790 796 880 846"
    "C1000 920 1050 1070 1070 1260Z"
)
CORSELET = (
    "M262 690C210 726 158 784 140 850C146 900 200 950 300 978Q500 1024 700 978"
    "C800 950 854 900 860 850"
    "C842 784 790 726 738 690Q500 780 262 690Z"
)


def draw(look: Look) -> Drawing:
    """Draw them."""
    deep = look.mood in (Mood.EVIL, Mood.SAD, Mood.ANGRY) or look.asks_for("deep", "abyss", "dark")
    light = ABYSS if deep else SHALLOW
    return Drawing(
        backdrop=diver_sea.sea(look, deep),
        body=gathered(
            _rear_collar(look.palette)
            + HEAD.worn(inside(look.palette))
            + _suit(look.palette, light)
            + _corselet(look, light)
        ),
        front=gathered(
            HEAD.worn(helmet(look, light.rim)) + _collar(look.palette) + diver_sea.bubbles(look)
        ),
        head=HEAD,
        light=light,
        softness=6.0,
        hair=Hair.HIDDEN,
    )


def _suit(colours: Palette, light: Light) -> str:
    cloth = colours.main
    folds = "".join(
        crease("body-crease", *line, wide, bend)
        for line, wide, bend in (
            ((170, 850, 60, 1080), 60, -30),
            ((230, 930, 130, 1260), 56, -10),
            ((110, 900, 0, 1180), 50, -24),
            ((300, 990, 260, 1260), 50, 18),
            ((190, 1040, 90, 1260), 44, 26),
            ((400, 1010, 400, 1260), 40, -12),
        )
    )
    patch = box(-44, -34, 88, 68, darker(cloth, 0.22)) + stroke(
        "M-38 -28H38V28H-38Z", lighter(cloth, 0.45), 2.4, 0.9, "7 6"
    )
    half = folds + stroke("M196 880C160 990 160 1120 180 1260", darker(cloth, 0.6), 4, 0.7)
    return (
        creases("body", cloth)
        + ramp(
            "body-suit",
            even(darker(cloth, 0.3), lighter(cloth, 0.2), cloth, darker(cloth, 0.5)),
            along=(0, 0, 1, 0.2),
        )
        + fill(SUIT, paint("body-suit"))
        + half
        + mirrored(half, 500)
        + moved(patch, 120, 1040, -12)
        + ramp("body-dusk", fading("#04142a", 0.0, 0.1, 0.6), along=(0, 0, 1, 0.1))
        + fill(SUIT, paint("body-dusk"))
        + ramp("body-low", fading("#04142a", 0.0, 0.1, 0.55))
        + fill(SUIT, paint("body-low"))
        + edged(SUIT, light.rim, 4)
    )


def _corselet(look: Look, light: Light) -> str:
    metal = look.palette.metal
    bolts = "".join(
        _bolt(x, y)
        for x, y in (
            (176, 842),
            (246, 906),
            (346, 950),
            (500, 968),
            (654, 950),
            (754, 906),
            (824, 842),
        )
    )
    edge = "M140 850C146 900 200 950 300 978Q500 1024 700 978C800 950 854 900 860 850"
    inner = "M196 822C240 880 320 912 400 926Q500 938 600 926C680 912 760 880 804 822"
    return (
        moved(fill(CORSELET, "#020a16", 0.5), 0, 22)
        + ramp("body-brass", polished(metal), along=(0, 0, 1, 0.12))
        + fill(CORSELET, paint("body-brass"))
        + ramp("body-top", fading("#fff4d0", 0.45, 0.0, 0.0))
        + fill(CORSELET, paint("body-top"))
        + stroke(edge, darker(metal, 0.65), 50)
        + stroke(edge, mix(metal, "#8a4a2a", 0.25), 42)
        + moved(stroke(edge, lighter(metal, 0.6), 4, 0.7), 0, -16)
        + engraved(inner, metal, 3)
        + ramp("body-bolt", polished(metal), along=(0, 0, 1, 1))
        + bolts
        + _plaque(look)
        + glow("body-shade", fading("#02060e", 0.75, 0.45, 0.0))
        + oval(500, 724, 300, 96, paint("body-shade"))
        + rivets("body", metal, [(226.0, 776.0), (774.0, 776.0), (282.0, 740.0), (718.0, 740.0)], 7)
        + edged("M262 690C210 726 158 784 140 850", light.rim, 4)
        + edged("M738 690C790 726 842 784 860 850", light.rim, 5)
        + _weight(look.palette)
    )


def _bolt(x: float, y: float) -> str:
    return moved(
        oval(3, 7, 25, 24, "#02060e", 0.5)
        + oval(0, 0, 24, 23, paint("body-bolt"))
        + fill("M-12 -7L0 -14L12 -7L12 7L0 14L-12 7Z", "#2a1608", 0.75)
        + fill("M-10 -9L0 -15L10 -9L10 3L0 9L-10 3Z", paint("body-bolt"))
        + fill("M-24 -3C-34 -12 -34 8 -24 4ZM24 -3C34 -12 34 8 24 4Z", paint("body-bolt")),
        x,
        y,
    )


def _plaque(look: Look) -> str:
    metal = look.palette.metal
    anchor = "M0 -26V22M-14 -14H14M-22 6Q-20 26 0 26Q20 26 22 6"
    wheel = (
        "M-18 0a18 18 0 1 0 36 0a18 18 0 1 0 -36 0M-26 0H26M0 -26V26M-18 -18L18 18M18 -18L-18 18"
    )
    star = "M0 -26L7 -8L26 -8L11 4L17 24L0 12L-17 24L-11 4L-26 -8L-7 -8Z"
    return moved(
        oval(0, 0, 66, 44, darker(metal, 0.62))
        + oval(0, -2, 60, 39, paint("body-bolt"))
        + engraved(look.dice.one_of("plaque", (anchor, wheel, star)), metal, 3.4),
        500,
        882,
    )


def _weight(colours: Palette) -> str:
    lead = "#6c7078"
    plate = "M-92 -60Q0 -84 92 -60L84 90Q0 150 -84 90Z"
    rope = "M392 980C400 1020 410 1040 420 1064M608 980C600 1020 590 1040 580 1064"
    return (
        ramp("body-lead", burnished(lead), along=(0, 0, 0.3, 1))
        + stroke(rope, "#4a3a22", 20)
        + stroke(rope, "#c9ac74", 15)
        + stroke(rope, "#6a5230", 15, 0.9, "2 7")
        + moved(fill(plate, "#02060e", 0.5), 508, 1128)
        + moved(fill(plate, paint("body-lead")), 500, 1116)
        + moved(engraved("M-60 -30Q0 -46 60 -30M-30 10H30M-30 40H30", lead, 4), 500, 1116)
        + oval(420, 1066, 13, 13, colours.metal)
        + oval(580, 1066, 13, 13, colours.metal)
    )


def _rear_collar(colours: Palette) -> str:
    metal = darker(colours.metal, 0.6)
    return oval(500, 704, 256, 84, metal) + oval(500, 698, 238, 70, darker(metal, 0.5))


def _collar(colours: Palette) -> str:
    metal = colours.metal
    ring = (
        "M246 698C286 766 714 766 754 698Q764 716 754 734C716 828 284 828 246 734Q236 716 246 698Z"
    )
    teeth = "".join(
        moved(fill("M-20 -20H20L16 24H-16Z", paint("front-tooth")), x, y, turn)
        for x, y, turn in (
            (316, 758, 22),
            (404, 784, 9),
            (500, 790, 0),
            (596, 784, -9),
            (684, 758, -22),
        )
    )
    return (
        moved(fill(ring, "#02060e", 0.5), 0, 14)
        + ramp("front-ring", polished(metal), along=(0, 0, 1, 0.06))
        + fill(ring, paint("front-ring"))
        + stroke("M246 698C286 766 714 766 754 698", lighter(metal, 0.6), 4, 0.8)
        + stroke("M246 734C284 828 716 828 754 734", darker(metal, 0.7), 5)
        + ramp("front-tooth", even(lighter(metal, 0.5), metal, darker(metal, 0.55)))
        + teeth
    )


DIVER = Scene(
    name="diver",
    family="voyages",
    title="a diver on the sea's floor",
    words=(
        "diver",
        "diving",
        "underwater",
        "sea",
        "ocean",
        "deep",
        "fish",
        "submarine",
        "scuba",
        "nautilus",
        "reef",
        "wreck",
        "bubbles",
        "treasure",
    ),
    palette=Palette(main="#9a8452", second="#e6dcc4", metal="#c88a3c", accent="#c23a2c"),
    draw=draw,
)
