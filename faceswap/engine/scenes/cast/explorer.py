"""A polar explorer by night: a parka with a hood of fur, an ice axe, and northern lights."""

from __future__ import annotations

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.cast import explorer_ice
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
from faceswap.engine.scenes.wardrobe.fur import curve, fur
from faceswap.engine.scenes.wardrobe.hands import fingers, palm
from faceswap.engine.scenes.wardrobe.metal import burnished

HEAD = Head(496, 440, 342, yaw=9, roll=-3, pitch=2)
PARKA = (
    "M-80 1260C-70 1070 -20 900 110 812C210 756 300 736 350 660L650 660C700 736 790 756 890 812"
    "C1020 900 1070 1070 1080 1260Z"
)
HOOD = (
    "M-262 60C-286 -120 -190 -318 0 -322C190 -318 286 -120 262 60C256 190 230 280 190 350H-190"
    "C-230 280 -256 190 -262 60Z"
)
RUFF = curve(
    [
        *((96, 262), (176, 196), (206, 96), (204, -16), (164, -116), (88, -166), (0, -178)),
        *((-88, -166), (-164, -116), (-204, -16), (-206, 96), (-176, 196), (-96, 262)),
    ],
    6,
)


def draw(look: Look) -> Drawing:
    """Draw them."""
    north = explorer_ice.north_of(look)
    dim = look.mood in (Mood.EVIL, Mood.SAD)
    light = Light(
        x=-0.6,
        y=-0.35,
        z=0.65,
        colour="#ffe6c8",
        ambient="#35456e" if dim else "#52689a",
        rim=north[0],
    )
    return Drawing(
        backdrop=explorer_ice.ice(look, north),
        body=gathered(
            HEAD.worn(moved(_hood(look.palette), 8, 0))
            + _parka(look, light)
            + HEAD.worn(moved(_snood(look.palette), 4, 0))
        ),
        front=gathered(
            HEAD.worn(
                moved(
                    fur(look.dice, "ruff", RUFF, 112, _pelt(look), 6) + _cord(look.palette), 11, 0
                )
            )
            + _axe(look, light)
            + motes(look.dice, "front-snow", 90, "#f4f8ff", (2, 13))
        ),
        head=HEAD,
        light=light,
        softness=5.0,
        hair=Hair.HIDDEN,
    )


def _pelt(look: Look) -> str:
    return look.dice.one_of("pelt", ("#b08a62", "#d8c8b0", "#8a7a74"))


def _hood(colours: Palette) -> str:
    cloth = colours.main
    seams = "M0 -320V-200M-150 -270C-210 -190 -240 -60 -246 80M150 -270C210 -190 240 -60 246 80"
    return (
        glow(
            "body-hood",
            even(lighter(cloth, 0.3), cloth, darker(cloth, 0.62)),
            at=(0.32, 0.2),
            reach=0.8,
        )
        + fill(HOOD, paint("body-hood"))
        + stroke(seams, darker(cloth, 0.6), 4, 0.8)
        + moved(stroke(seams, lighter(cloth, 0.35), 2, 0.7, "7 6"), 6, 0)
        + glow(
            "body-deep",
            ((0.0, "#0c0a10", 1.0), (0.7, "#1a1418", 1.0), (1.0, darker(cloth, 0.75), 1.0)),
        )
        + oval(0, 40, 200, 236, paint("body-deep"))
    )


def _snood(colours: Palette) -> str:
    wool = colours.second
    shape = (
        "M-122 150C-110 236 110 236 122 150C150 220 176 290 190 360Q0 440 -190 360"
        "C-176 290 -150 220 -122 150Z"
    )
    ribs = "".join(
        f"M{x} {214 - abs(x) * 0.1:.0f}Q{x * 1.2:.0f} 300 {x * 1.44:.0f} 396"
        for x in range(-120, 121, 15)
    )
    return (
        ramp(
            "body-wool",
            even(darker(wool, 0.3), lighter(wool, 0.2), darker(wool, 0.45)),
            along=(0, 0, 1, 0.3),
        )
        + fill(shape, paint("body-wool"))
        + stroke(ribs, darker(wool, 0.6), 6, 0.6)
        + moved(stroke(ribs, lighter(wool, 0.5), 3, 0.6), -4, 0)
        + stroke("M-122 158C-110 240 110 240 122 158", darker(wool, 0.5), 5, 0.6)
        + ramp("body-chin", fading("#100a14", 0.8, 0.25, 0.0))
        + fill(shape, paint("body-chin"))
    )


def _parka(look: Look, light: Light) -> str:
    colours = look.palette
    cloth = colours.main
    rows = "".join(
        f"M{-60 + max(0, 6 - row) * 34} {880 + row * 74}Q220 {940 + row * 74} 470 {920 + row * 74}"
        for row in range(6)
    )
    tucks = "".join(
        crease(
            "body-crease",
            x + (row % 2) * 22,
            905 + row * 74,
            x + (row % 2) * 22 + 8,
            968 + row * 74,
            15,
            4,
        )
        for row in range(5)
        for x in range(70 - row * 10, 450, 58)
    )
    half = (
        tucks
        + stroke(rows, darker(cloth, 0.66), 8, 0.8)
        + moved(stroke(rows, lighter(cloth, 0.5), 6, 0.5), 0, 10)
        + moved(stroke(rows, lighter(cloth, 0.3), 2, 0.7, "6 6"), 0, -6)
    )
    strap = "M236 770C276 900 290 1060 280 1260L350 1260C356 1060 346 900 318 744Z"
    straps = (
        moved(fill(strap, "#08060c", 0.4), 8, 8)
        + fill(strap, paint("body-strap"))
        + stroke(
            "M250 776C288 900 300 1060 292 1256M306 752C334 900 344 1060 338 1256",
            lighter(colours.second, 0.4),
            2.4,
            0.8,
            "7 6",
        )
        + box(262, 986, 92, 40, darker(colours.metal, 0.4))
        + box(272, 994, 72, 24, colours.metal)
    )
    return (
        creases("body", cloth)
        + ramp(
            "body-parka",
            even(darker(cloth, 0.2), lighter(cloth, 0.22), cloth, darker(cloth, 0.5)),
            along=(0, 0, 1, 0.25),
        )
        + fill(PARKA, paint("body-parka"))
        + half
        + mirrored(half, 500)
        + _placket(look)
        + ramp(
            "body-strap",
            even(lighter(colours.second, 0.1), darker(colours.second, 0.4)),
            along=(0, 0, 1, 0),
        )
        + straps
        + mirrored(straps, 500)
        + ramp("body-dusk", fading("#060a1e", 0.0, 0.0, 0.16, 0.66), along=(0, 0, 1, 0.1))
        + fill(PARKA, paint("body-dusk"))
        + _snow(look)
        + edged("M350 690C300 736 210 756 110 812C-20 900 -70 1070 -80 1260", light.rim, 3)
        + edged("M650 690C700 736 790 756 890 812C1020 900 1070 1070 1080 1260", light.rim, 6)
    )


def _placket(look: Look) -> str:
    colours = look.palette
    cloth = colours.main
    toggles = "".join(
        stroke(f"M462 {y}C500 {y + 16} 520 {y + 16} 548 {y}", "#2a1c14", 6)
        + stroke(f"M548 {y - 13}V{y + 13}", "#c8a46a", 13)
        + stroke(f"M545 {y - 10}V{y + 8}", "#f0dcb0", 3, 0.8)
        for y in range(900, 1240, 84)
    )
    rose = (
        oval(0, 0, 48, 48, darker(colours.second, 0.3))
        + stroke("M-42 0a42 42 0 1 0 84 0a42 42 0 1 0 -84 0", colours.metal, 3, 1, "5 4")
        + fill("M0 -38L8 -8L38 0L8 8L0 38L-8 8L-38 0L-8 -8Z", colours.accent)
        + fill("M0 -38L8 -8L0 0ZM38 0L8 8L0 0ZM0 38L-8 8L0 0ZM-38 0L-8 -8L0 0Z", "#ffffff", 0.75)
    )
    return (
        ramp("body-flap", even(lighter(cloth, 0.2), cloth, darker(cloth, 0.4)), along=(0, 0, 1, 0))
        + moved(box(462, 800, 88, 470, "#08060c", 0.4), 8, 0)
        + box(460, 800, 88, 470, paint("body-flap"))
        + stroke("M470 810V1260M538 810V1260", lighter(cloth, 0.35), 2, 0.8, "7 6")
        + toggles
        + moved(rose, 180, 900, -8)
    )


def _snow(look: Look) -> str:
    drifts = ""
    for name, x0, x1, y0, y1 in (("l", 40, 290, 856, 752), ("r", 715, 950, 752, 848)):
        for number in range(22):
            share = look.dice.share(f"{name}d{number}")
            size = look.dice.between(f"{name}s{number}", 5, 17)
            drifts += oval(
                x0 + (x1 - x0) * share,
                y0 + (y1 - y0) * share + 9,
                size * 1.7,
                size * 0.6,
                "#f2f7ff",
                0.75,
            )
    return drifts


def _cord(colours: Palette) -> str:
    drawn = ""
    for line, x, y in (
        ("M-92 276C-100 320 -84 350 -92 396", -92, 402),
        ("M92 276C104 316 92 360 100 410", 100, 416),
    ):
        drawn += stroke(line, "#1c1416", 9) + stroke(
            line, lighter(colours.accent, 0.3), 5, 1, "6 5"
        )
        drawn += box(x - 11, y - 12, 22, 34, darker(colours.metal, 0.2)) + box(
            x - 6, y - 8, 6, 26, lighter(colours.metal, 0.6)
        )
    return drawn


def _axe(look: Look, light: Light) -> str:
    colours = look.palette
    glove, wood = mix(darker(colours.second, 0.35), "#2a2430", 0.3), "#8a5a32"
    pick = "M-14 -330C-70 -352 -150 -330 -200 -270C-160 -300 -90 -312 -16 -292Z"
    blade = "M14 -330L96 -352C112 -330 112 -290 96 -268L14 -292Z"
    shaft = (
        fill("M-14 -300H14L17 260H-17Z", paint("front-wood"))
        + stroke("M-4 -280V240", lighter(wood, 0.5), 3, 0.5)
        + fill("M-24 -340H24V-284H-24Z", paint("front-steel"))
        + fill(pick, paint("front-steel"))
        + fill(blade, paint("front-steel"))
        + stroke("M-196 -272C-150 -318 -80 -336 -14 -322M20 -322L94 -344", "#ffffff", 3, 0.8)
        + oval(0, -312, 9, 9, darker(colours.metal, 0.5))
        + stroke("M-18 -70H18M-18 -56H18", colours.accent, 8)
    )
    sleeve = "M20 76C60 56 110 70 140 100L260 330H-10Z"
    return (
        ramp("front-wood", even(lighter(wood, 0.35), wood, darker(wood, 0.55)), along=(0, 0, 1, 0))
        + ramp("front-steel", burnished("#a6b0c0"), along=(0, 0, 0.2, 1))
        + ramp(
            "front-sleeve",
            even(lighter(colours.main, 0.1), darker(colours.main, 0.5)),
            along=(0, 0, 1, 0.2),
        )
        + moved(
            fill(sleeve, paint("front-sleeve"))
            + palm("front", glove)
            + shaft
            + fingers("front", glove, lighter(glove, 0.35)),
            768,
            910,
            7,
        )
        + fur(look.dice, "cuff", curve([(742, 1010), (800, 984), (880, 1000)]), 60, _pelt(look), 4)
    )


EXPLORER = Scene(
    name="explorer",
    family="voyages",
    title="an explorer under northern lights",
    words=(
        "explorer",
        "polar",
        "arctic",
        "antarctic",
        "aurora",
        "parka",
        "sledge",
        "ice",
        "expedition",
        "mountaineer",
        "climber",
        "iceberg",
        "hood",
        "glacier",
        "north",
    ),
    palette=Palette(main="#c2481f", second="#3c4f6e", metal="#b8bcc4", accent="#e0b030"),
    draw=draw,
)
