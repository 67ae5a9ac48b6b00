"""An astronaut in orbit: a suit with hoses and a chest pack, and a helmet of glass."""

from __future__ import annotations

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.cast import astronaut_orbit
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
from faceswap.engine.scenes.wardrobe.bubble import bubble, inside
from faceswap.engine.scenes.wardrobe.metal import polished, rivets

HEAD = Head(500, 424, 326, yaw=8, roll=4, pitch=2)
SUIT = (
    "M-90 1260C-70 1060 -20 880 120 800C220 750 290 730 330 690L670 690C710 730 780 750 880 800"
    "C1020 880 1070 1060 1090 1260Z"
)
YOKE = "M300 716Q500 820 700 716C740 780 760 840 764 900Q500 980 236 900C240 840 260 780 300 716Z"


def draw(look: Look) -> Drawing:
    """Draw them."""
    sky = astronaut_orbit.sky_of(look)
    dim = look.mood in (Mood.EVIL, Mood.SAD)
    light = Light(
        x=-0.6,
        y=-0.4,
        z=0.65,
        colour="#fff4e2",
        ambient="#343e5c" if dim else "#5c6a90",
        strength=0.62,
        rim=sky.rim,
    )
    return Drawing(
        backdrop=astronaut_orbit.orbit(look, sky),
        body=gathered(
            _rear_ring(look.palette)
            + HEAD.worn(inside(look.palette))
            + _suit(look.palette, light)
            + _yoke(look)
            + moved(_pack(look) + _hoses(look.palette), 0, -40)
        ),
        front=gathered(
            HEAD.worn(bubble(look, sky.glint))
            + _ring(look.palette)
            + motes(look.dice, "front-dust", 30, "#dfeaff", (1.5, 8))
        ),
        head=HEAD,
        light=light,
        softness=4.0,
        hair=Hair.HIDDEN,
    )


def _suit(colours: Palette, light: Light) -> str:
    cloth, trim = colours.main, colours.accent
    folds = "".join(
        crease("body-crease", *line, 46, bend)
        for line, bend in (
            ((200, 800, 60, 1000), -30),
            ((150, 850, 20, 1120), -20),
            ((250, 900, 180, 1260), 20),
            ((110, 980, 60, 1260), 26),
            ((320, 960, 300, 1260), -16),
        )
    )
    arm = folds + "".join(
        stroke(
            f"M{40 - step * 14} {1000 + step * 34}"
            f"Q{120 - step * 10} {1050 + step * 34} {236 - step * 6} {1030 + step * 34}",
            darker(cloth, 0.5),
            9,
            0.4,
        )
        for step in range(7)
    )
    band = "M92 822Q150 900 148 1010L100 1004Q100 900 52 850Z"
    sleeve = (
        arm
        + fill(band, trim)
        + fill(band, paint("body-band"))
        + stroke(
            "M96 830Q154 906 152 1010M48 858Q94 910 94 1004", darker(cloth, 0.55), 2.5, 0.7, "7 6"
        )
        + stroke("M214 772C190 880 200 1000 232 1260", darker(cloth, 0.5), 3, 0.6)
        + stroke("M222 772C198 880 208 1000 240 1260", darker(cloth, 0.4), 2, 0.6, "6 7")
    )
    return (
        creases("body", cloth)
        + ramp(
            "body-suit",
            even(darker(cloth, 0.18), lighter(cloth, 0.5), cloth, darker(cloth, 0.5)),
            along=(0, 0, 1, 0.25),
        )
        + ramp("body-band", fading("#0a0c18", 0.0, 0.5), along=(0, 0, 1, 1))
        + fill(SUIT, paint("body-suit"))
        + sleeve
        + mirrored(sleeve, 500)
        + ramp("body-far", fading("#0a1030", 0.0, 0.1, 0.66), along=(0, 0, 1, 0.1))
        + fill(SUIT, paint("body-far"))
        + edged(SUIT, light.rim, 6)
    )


def _yoke(look: Look) -> str:
    colours = look.palette
    cloth = colours.main
    straps = "M314 768C332 880 340 1020 330 1260M686 768C668 880 660 1020 670 1260"
    return (
        moved(fill(YOKE, "#05081a", 0.4), 0, 14)
        + ramp(
            "body-yoke", even(lighter(cloth, 0.5), cloth, darker(cloth, 0.42)), along=(0, 0, 1, 0.5)
        )
        + fill(YOKE, paint("body-yoke"))
        + glow("body-under", fading("#05081a", 0.75, 0.5, 0.0))
        + oval(500, 716, 270, 100, paint("body-under"))
        + stroke("M246 888Q500 964 754 888", darker(cloth, 0.55), 2.5, 0.8, "8 7")
        + stroke(YOKE, darker(cloth, 0.6), 2.5, 0.6)
        + stroke(straps, darker(colours.second, 0.5), 38)
        + stroke(straps, colours.second, 32)
        + stroke(straps, lighter(colours.second, 0.4), 2, 0.8, "6 6")
        + _patch(look)
        + moved(
            box(-62, -20, 124, 40, darker(colours.second, 0.35))
            + stroke("M-56 -14H56V14H-56Z", lighter(colours.metal, 0.4), 2, 0.9, "5 4")
            + stroke("M-40 0h26M-6 0h16M18 0h24", lighter(colours.metal, 0.6), 6),
            612,
            842,
            -6,
        )
    )


def _patch(look: Look) -> str:
    colours = look.palette
    rocket = (
        "M0 -38C16 -18 16 10 8 26H-8C-16 10 -16 -18 0 -38ZM-10 8L-24 30L-8 26ZM10 8L24 30L8 26Z"
    )
    star = "M0 -34L9 -10L34 -8L14 8L22 32L0 18L-22 32L-14 8L-34 -8L-9 -10Z"
    ringed = (
        "M-20 0a20 20 0 1 0 40 0a20 20 0 1 0 -40 0ZM-40 10Q0 26 40 -14Q46 -24 30"
        " -18Q10 8 -28 8Q-46 6 -40 10Z"
    )
    sign = look.dice.one_of("patch", (rocket, star, ringed))
    sky = darker(colours.second, 0.45)
    return moved(
        oval(3, 6, 60, 60, "#05081a", 0.4)
        + oval(0, 0, 58, 58, colours.accent)
        + oval(0, 0, 50, 50, sky)
        + stroke(
            "M-54 0a54 54 0 1 0 108 0a54 54 0 1 0 -108 0", lighter(colours.metal, 0.5), 2, 1, "4 3"
        )
        + "".join(
            oval(x, y, 2.4, 2.4, "#ffffff")
            for x, y in ((-30, -18), (28, -26), (34, 14), (-26, 26), (-36, 6))
        )
        + fill(sign, "#f4f6fc")
        + stroke("M-44 26Q0 -2 44 -34", colours.accent, 5),
        392,
        846,
        5,
    )


def _pack(look: Look) -> str:
    colours = look.palette
    shell = lighter(colours.metal, 0.35)
    glowing = look.dice.one_of(
        "lamp", ("#5ce0ff", "#ffb347", "#7cff9e" if not look.asks_for("red") else "#ff5c5c")
    )
    dials = ""
    for number, x in enumerate((404, 470)):
        turn = look.dice.between(f"dial{number}", -60, 60)
        dials += moved(
            oval(0, 0, 27, 27, darker(colours.metal, 0.55))
            + oval(0, 0, 22, 22, "#10141f")
            + stroke("M-14 8A16 16 0 1 1 14 8", glowing, 3, 0.9, "3 4")
            + moved(stroke("M0 2L0 -14", colours.accent, 3.5), 0, 0, turn)
            + oval(-7, -8, 7, 4, "#ffffff", 0.35),
            x,
            1010,
        )
    keys = "".join(
        box(x, 1062, 26, 34, darker(colours.metal, 0.5))
        + box(x + 5, 1064 + lift, 16, 18, (colours.accent, "#f0f2f6")[lift > 6])
        for x, lift in ((390, 2), (430, 12), (470, 2), (510, 12), (550, 12), (590, 2))
    )
    lamps = "".join(
        oval(x, 1120, 6, 6, tone) + oval(x, 1120, 15, 15, tone, 0.25)
        for x, tone in ((404, glowing), (434, colours.accent), (464, glowing), (494, glowing))
    )
    return (
        moved(box(352, 962, 300, 230, "#05081a", 0.45), 8, 14)
        + ramp(
            "body-pack", even(lighter(shell, 0.4), shell, darker(shell, 0.45)), along=(0, 0, 0.6, 1)
        )
        + f'<rect x="350" y="960" width="300" height="230" rx="22" fill="{paint("body-pack")}"/>'
        + stroke("M366 974H634V1176H366Z", darker(colours.metal, 0.5), 3, 0.7)
        + box(520, 984, 106, 58, "#0c1220")
        + stroke("M528 1024q12 -30 24 -8t24 -6t22 -6t20 4", glowing, 3)
        + box(520, 984, 106, 22, "#ffffff", 0.12)
        + dials
        + keys
        + lamps
        + rivets(
            "body",
            colours.metal,
            [(364.0, 974.0), (636.0, 974.0), (364.0, 1176.0), (636.0, 1176.0)],
            6,
        )
    )


def _hoses(colours: Palette) -> str:
    drawn = ""
    for number, (line, tone) in enumerate(
        (
            ("M356 1040C280 1040 250 980 268 900", colours.second),
            ("M646 1040C720 1040 750 980 732 900", colours.accent),
            ("M360 1130C240 1150 210 1190 200 1260", mix(colours.metal, colours.main, 0.4)),
            ("M642 1130C760 1150 790 1190 800 1260", mix(colours.metal, colours.main, 0.4)),
        )
    ):
        drawn += (
            moved(stroke(line, "#05081a", 36, 0.35), 6, 10)
            + stroke(line, darker(tone, 0.55), 36)
            + stroke(line, tone, 25)
            + moved(stroke(line, lighter(tone, 0.6), 7, 0.75), -5, -4)
            + stroke(line, darker(tone, 0.65), 36, 0.5, "3 9").replace(
                'linecap="round"', 'linecap="butt"'
            )
        )
        if number < 2:
            x = (268, 732)[number]
            drawn += (
                oval(x, 900, 38, 38, darker(colours.metal, 0.5))
                + oval(x, 898, 34, 34, paint("body-port"))
                + oval(x, 898, 19, 19, darker(tone, 0.3))
            )
    return ramp("body-port", polished(colours.metal), along=(0, 0, 1, 1)) + drawn


def _rear_ring(colours: Palette) -> str:
    metal = darker(colours.metal, 0.55)
    return oval(502, 706, 250, 84, metal) + oval(502, 700, 232, 70, darker(metal, 0.5))


def _ring(colours: Palette) -> str:
    ring = (
        "M253 700C300 766 700 776 752 704Q760 724 748 738C690 826 310 818 258 734Q246 720 253 700Z"
    )
    latches = "".join(
        moved(
            f'<rect x="-24" y="-22" width="48" height="44" rx="8" fill="{paint("front-latch")}"/>'
            + stroke("M-12 -8H12M-12 4H12", darker(colours.metal, 0.6), 4),
            x,
            y,
            turn,
        )
        for x, y, turn in ((372, 770, 10), (504, 784, 0), (636, 774, -10))
    )
    return (
        moved(fill(ring, "#05081a", 0.5), 0, 16)
        + ramp("front-ring", polished(colours.metal), along=(0, 0, 1, 0.06))
        + fill(ring, paint("front-ring"))
        + stroke("M253 700C300 766 700 776 752 704", lighter(colours.metal, 0.7), 4, 0.9)
        + stroke("M255 716C304 790 696 800 750 720", colours.accent, 6)
        + ramp("front-latch", even(lighter(colours.metal, 0.6), darker(colours.metal, 0.4)))
        + latches
    )


ASTRONAUT = Scene(
    name="astronaut",
    family="voyages",
    title="an astronaut in orbit",
    words=(
        "astronaut",
        "space",
        "spaceman",
        "cosmonaut",
        "spacesuit",
        "orbit",
        "moon",
        "mars",
        "galaxy",
        "stars",
        "planet",
        "nebula",
        "nasa",
        "rocket",
    ),
    palette=Palette(main="#e4e6ec", second="#36548f", metal="#aeb6c4", accent="#e0662c"),
    draw=draw,
)
