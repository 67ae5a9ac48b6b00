"""A king in his hall: a mantle with ermine, a collar of office, a sceptre, and a crown."""

from __future__ import annotations

from faceswap.engine.scenes.air import motes, sparks
from faceswap.engine.scenes.cast import king_hall
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    crease,
    creases,
    edged,
    even,
    fading,
    fill,
    gathered,
    glow,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Drawing, Head, Light, Look, Mood, Palette, Scene
from faceswap.engine.scenes.wardrobe.crown import Points, crown
from faceswap.engine.scenes.wardrobe.fur import curve, ermine
from faceswap.engine.scenes.wardrobe.hands import fingers, palm
from faceswap.engine.scenes.wardrobe.metal import (
    engraved,
    gem,
    gem_paints,
    pearl,
    pearl_paints,
    polished,
)

HEAD = Head(500, 442, 372, yaw=7, pitch=-3, roll=-3)
DAY = Light(x=-0.65, y=-0.4, z=0.65, colour="#ffe8c6", ambient="#5a5876", rim="#ffc27a")
MANTLE = (
    "M-80 1260C-30 1060 30 880 150 806C240 752 380 730 420 700Q506 800 592 700"
    "C630 730 770 752 850 800"
    "C980 880 1030 1060 1080 1260Z"
)
TUNIC = "M404 700Q500 760 600 700L690 1260L320 1260Z"
COLLAR = curve(
    [
        *((396, 676), (300, 716), (226, 778), (252, 862), (372, 930), (505, 950)),
        *((640, 930), (762, 866), (790, 782), (712, 716), (614, 676)),
    ]
)
CHAIN = curve([(290, 752), (322, 858), (412, 932), (504, 956), (598, 930), (690, 856), (722, 750)])


def draw(look: Look) -> Drawing:
    """Draw him."""
    colours, evil = look.palette, look.mood in (Mood.EVIL, Mood.ANGRY)
    points = look.dice.one_of("points", (Points.LILIES, Points.CROSSES, Points.SPIKES))
    light = _firelight(colours) if evil else DAY
    air = sparks(look.dice, "front-ember", 26, "#ffb25a", 300, 1240) if evil else ""
    return Drawing(
        backdrop=king_hall.hall(look, evil),
        body=gathered(_mantle(look) + _tunic(colours) + _ermine(look) + _neck(colours, light)),
        front=gathered(
            HEAD.worn(moved(crown(look.dice, colours, Points(points)), 9, 0))
            + _office(colours)
            + _held(look)
            + motes(look.dice, "front-dust", 34, "#ffdf9e", (2, 9))
            + air
        ),
        head=HEAD,
        light=light,
        softness=5.0,
    )


def _firelight(colours: Palette) -> Light:
    rim = lighter(mix(colours.accent, "#ff7a2a", 0.5), 0.15)
    return Light(x=-0.7, y=0.1, z=0.55, colour="#ffc58a", ambient="#3c3a58", strength=0.68, rim=rim)


def _mantle(look: Look) -> str:
    cloth = look.palette.main
    folds = "".join(
        crease("body-crease", x, 830, x + lean, 1250, width, bend)
        for x, lean, width, bend in (
            (92, -130, 40, -26),
            (160, -140, 52, -26),
            (228, -100, 46, -18),
            (300, -60, 40, 14),
            (740, 60, 44, -12),
            (806, 96, 54, 24),
            (876, 124, 48, 20),
            (936, 110, 36, 12),
        )
    )
    stops = (
        (0.0, darker(cloth, 0.2), 1.0),
        (0.2, lighter(cloth, 0.18), 1.0),
        (0.45, cloth, 1.0),
        (1.0, darker(cloth, 0.66), 1.0),
    )
    return (
        ramp("body-mantle", stops, along=(0, 0, 1, 0.15))
        + fill(MANTLE, paint("body-mantle"))
        + creases("body", cloth)
        + folds
        + _embroidery(look.palette)
        + edged(MANTLE, DAY.rim, 4)
    )


def _embroidery(colours: Palette) -> str:
    gold = mix(colours.metal, colours.main, 0.12)
    bloom = (
        "M0 -20C-9 -10 -9 2 0 12C9 2 9 -10 0 -20ZM-4 10C-20 4 -26 -8 -16 -14C-14 -4 -8 0 -4 10Z"
        "M4 10C20 4 26 -8 16 -14C14 -4 8 0 4 10ZM-7 13h14v5h-14ZM-3 18h6v10h-6Z"
    )
    places = (
        (96, 930, -14),
        (40, 1040, -10),
        (190, 1010, -8),
        (120, 1120, -6),
        (232, 1110, -4),
        (905, 930, 14),
        (968, 1040, 12),
        (818, 1080, 7),
        (900, 1130, 8),
    )
    return "".join(
        moved(
            fill(bloom, darker(gold, 0.65), 0.7).replace(
                "<path", '<path transform="translate(2 3)"'
            )
            + fill(bloom, lighter(gold, 0.1) if x < 500 else darker(gold, 0.3)),
            x,
            y,
            turn,
            1.25,
            1.25,
        )
        for x, y, turn in places
    )


def _tunic(colours: Palette) -> str:
    cloth = mix(colours.second, colours.metal, 0.25)
    lattice = "".join(
        f"M{x} {y}l13 20l-13 20l-13 -20Z"
        for row, y in enumerate(range(730, 1240, 30))
        for x in range(420 - row % 2 * 22, 620, 44)
    )
    folds = crease("body-dip", 420, 760, 370, 1260, 60, -8) + crease(
        "body-dip", 610, 760, 650, 1260, 80, 8
    )
    return (
        ramp(
            "body-tunic", even(cloth, lighter(cloth, 0.15), darker(cloth, 0.5)), along=(0, 0, 1, 0)
        )
        + fill(TUNIC, paint("body-tunic"))
        + fill(lattice, darker(colours.metal, 0.5), 0.7)
        + moved(fill(lattice, lighter(colours.metal, 0.4), 0.75), -2, -2.5)
        + folds
    )


def _ermine(look: Look) -> str:
    white, dice = mix(look.palette.second, "#f7f1e6", 0.75), look.dice
    left = curve([(398, 930), (362, 1040), (338, 1250)])
    right = curve([(690, 1250), (656, 1040), (618, 930)])
    return (
        ermine(dice, "fur-left", left, 84, darker(white, 0.06))
        + ermine(dice, "fur-right", right, 84, darker(white, 0.2))
        + ermine(dice, "fur-collar", COLLAR, 136, white)
        + glow("body-far", fading("#180c28", 0.62, 0.4, 0.0))
        + oval(800, 930, 330, 260, paint("body-far"))
        + oval(505, 800, 230, 130, paint("body-far"))
    )


def _neck(colours: Palette, light: Light) -> str:
    left = "M420 622C404 660 372 700 330 748C390 800 450 830 500 846C470 790 440 730 420 622Z"
    right = "M590 622C606 660 638 700 682 746C620 800 552 830 504 846C540 790 574 730 590 622Z"
    trims = "M420 622C440 730 470 790 500 846M590 622C574 730 540 790 504 846"
    cloth = colours.main
    shirt = "M424 640Q440 740 502 830Q560 740 588 640Q506 742 424 640Z"
    return (
        ramp("body-shirt", even("#d8d0c6", "#f6f0e6", "#8f8894"), along=(0, 0, 1, 0.4))
        + fill(shirt, paint("body-shirt"))
        + stroke(
            "M448 712Q480 780 500 826M470 740Q490 790 502 822M548 728Q524 780 504 824",
            "#6b6472",
            3,
            0.5,
        )
        + ramp(
            "body-lapel", even(lighter(cloth, 0.3), cloth, darker(cloth, 0.5)), along=(0, 0, 1, 1)
        )
        + ramp("body-lapel-far", even(cloth, darker(cloth, 0.6)), along=(0, 0, 1, 1))
        + fill(left, paint("body-lapel"))
        + fill(right, paint("body-lapel-far"))
        + stroke(trims, darker(colours.metal, 0.6), 13)
        + stroke(trims, colours.metal, 9)
        + stroke(trims, lighter(colours.metal, 0.6), 3, 0.9, dash="4 7")
        + edged(left, light.rim, 3)
    )


def _office(colours: Palette) -> str:
    metal = colours.metal
    links: list[str] = []
    for place in range(1, len(CHAIN) - 1, 3):
        x, y = CHAIN[place]
        links.append(
            gem("front", "office", x, y, 13)
            if place % 2
            else oval(x + 3, y + 6, 17, 17, "#1a1010", 0.4)
            + oval(x, y, 16, 16, paint("front-gold"))
            + engraved(f"M{x - 7:.1f} {y:.1f}h14M{x:.1f} {y - 7:.1f}v14", metal, 2.4)
        )
    line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in CHAIN)
    return (
        gem_paints("front", "office", colours.accent, metal)
        + pearl_paints("front")
        + ramp("front-gold", polished(metal), along=(0, 0, 1, 1))
        + moved(stroke(line, "#140c14", 12, 0.35), 4, 9)
        + stroke(line, darker(metal, 0.6), 9)
        + stroke(line, lighter(metal, 0.3), 5, 1, dash="5 6")
        + "".join(links)
        + moved(_medal(metal), 504, 1000)
    )


def _medal(metal: str) -> str:
    star = (
        "M0 -54L13 -20L46 -40L26 -9L58 4L24 14L38 46L8 28L0 58L-8 28L-38 46L-24 14"
        "L-58 4L-26 -9L-46 -40L-13 -20Z"
    )
    return (
        moved(fill(star, "#120a10", 0.4), 4, 9)
        + fill(star, paint("front-gold"))
        + stroke(star, darker(metal, 0.6), 2)
        + stroke("M-12 -20L0 -52L12 -20M-56 4L-24 -8", "#ffffff", 2, 0.6)
        + gem("front", "office", 0, 0, 20)
        + pearl("front", 0, 64, 9)
    )


def _held(look: Look) -> str:
    colours = look.palette
    metal, glove = colours.metal, darker(mix(colours.accent, "#2a1512", 0.55), 0.1)
    thing = _sword(colours) if look.asks_for("sword", "blade") else _sceptre(metal)
    sleeve = (
        "M742 960C800 922 870 930 918 968C990 1030 1060 1150 1080 1260L760 1260C770"
        " 1130 752 1040 742 960Z"
    )
    folds = crease("front-crease", 790, 1000, 850, 1250, 30, 14) + crease(
        "front-crease", 870, 1000, 970, 1250, 36, 16
    )
    cuff = curve([(722, 968), (800, 948), (876, 958), (926, 984)])
    cloth = colours.main
    return (
        ramp(
            "front-sleeve",
            even(lighter(cloth, 0.15), cloth, darker(cloth, 0.65)),
            along=(0, 0, 1, 0.4),
        )
        + fill(sleeve, paint("front-sleeve"))
        + folds
        + edged(sleeve, DAY.rim, 3)
        + moved(
            palm("front", glove)
            + moved(thing, -4, 0)
            + fingers("front", glove, lighter(metal, 0.1))
            + stroke("M30 -16v26", metal, 8)
            + gem("front", "office", 30, -4, 9),
            772,
            872,
            5,
        )
        + ermine(look.dice, "front-cuff", cuff, 66, "#efe8dc")
    )


def _sceptre(metal: str) -> str:
    crest = (
        "M0 -396C-40 -420 -56 -452 -40 -482C-24 -462 -18 -456 -14 -448C-16 -476 -10"
        " -500 0 -520C10 -500 16 -476 14 -448C18 -456 24 -462 40 -482C56 -452 40"
        " -420 0 -396Z"
    )
    rings = "".join(
        oval(0, y, 19, 8, paint("front-rod"))
        + stroke(f"M-17 {y}q17 9 34 0", darker(metal, 0.7), 1.6, 0.7)
        for y in (-120, -236, -340)
    )
    twist = "".join(f"M-10 {y}q10 10 20 2" for y in range(-330, 200, 16))
    return (
        ramp("front-rod", polished(metal), along=(0, 0, 1, 0))
        + fill("M-11 -350L11 -350L12 240L-12 240Z", paint("front-rod"))
        + stroke(twist, darker(metal, 0.65), 2.2, 0.55)
        + rings
        + fill(crest, paint("front-gold"))
        + stroke(crest, darker(metal, 0.65), 2)
        + oval(0, -372, 34, 33, paint("front-gold"))
        + engraved("M-33 -372Q0 -358 33 -372M0 -404Q-12 -372 0 -340", metal, 2.4)
        + gem("front", "office", 0, -452, 12, 17)
    )


def _sword(colours: Palette) -> str:
    metal, steel = colours.metal, "#c3cad6"
    return (
        ramp("front-steel", even("#eef2f8", "#9aa4b6", "#4a5264", "#c6ced8"), along=(0, 0, 1, 0))
        + ramp("front-rod", polished(metal), along=(0, 0, 1, 0))
        + fill("M-21 -92L-14 -560L0 -600L14 -560L21 -92Z", paint("front-steel"))
        + stroke("M0 -560V-110", darker(steel, 0.5), 4, 0.6)
        + fill("M-13 -96h26v220h-26Z", darker(colours.accent, 0.5))
        + fill("M-96 -104Q0 -78 96 -104L100 -82Q0 -54 -100 -82Z", paint("front-gold"))
        + oval(0, 140, 24, 24, paint("front-gold"))
        + gem("front", "office", 0, -84, 13)
    )


KING = Scene(
    name="king",
    family="royalty",
    title="a king in his hall",
    words=(
        "king",
        "crown",
        "throne",
        "royal",
        "medieval",
        "monarch",
        "ruler",
        "emperor",
        "tyrant",
        "majesty",
        "ermine",
        "sceptre",
        "castle",
        "prince",
    ),
    palette=Palette(main="#27419c", second="#e9dcc0", accent="#b3182c"),
    draw=draw,
)
