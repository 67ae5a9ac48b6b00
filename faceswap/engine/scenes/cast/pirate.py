"""A pirate on deck: a coat with braid, a cravat, a baldric, a macaw, and a three-cornered hat."""

from __future__ import annotations

from faceswap.engine.scenes.air import motes, sparks
from faceswap.engine.scenes.cast import pirate_ship
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
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Drawing, Hair, Head, Light, Look, Mood, Palette, Scene
from faceswap.engine.scenes.wardrobe.macaw import macaw
from faceswap.engine.scenes.wardrobe.metal import gem, gem_paints, polished
from faceswap.engine.scenes.wardrobe.tricorn import tricorn

HEAD = Head(512, 448, 338, yaw=11, roll=4, pitch=-1)
SUNSET = Light(x=-0.65, y=-0.3, z=0.6, colour="#ffd9a6", ambient="#6a5a78", rim="#ffb060")
NIGHT = Light(
    x=-0.6, y=-0.05, z=0.6, colour="#ffc07a", ambient="#34426a", strength=0.66, rim="#8ab8ff"
)
COAT = (
    "M-60 1260C-50 1060 0 900 150 812C250 760 340 740 404 690L618 690C680 740 770 760 866 812"
    "C1004 900 1050 1060 1060 1260Z"
)
LAPEL = (
    "M404 676C360 720 300 752 250 790C260 900 300 1020 380 1150L452 1000C420 900 400 800 404 676Z"
)


def draw(look: Look) -> Drawing:
    """Draw them."""
    night = look.mood in (Mood.EVIL, Mood.ANGRY, Mood.SAD) or look.asks_for(
        "night", "storm", "ghost"
    )
    light = NIGHT if night else SUNSET
    bird = macaw(look) if look.asks_for("parrot", "macaw") or look.dice.share("bird") < 0.75 else ""
    air = sparks(look.dice, "front-ember", 18, "#ffc070", 300, 1240) if night else ""
    return Drawing(
        backdrop=pirate_ship.ship(look, night),
        body=gathered(
            _coat(look, light)
            + _shirt(look)
            + _lapels(look.palette, light)
            + _baldric(look.palette)
        ),
        front=gathered(
            HEAD.worn(moved(tricorn(look), 13, 0) + _ring(look.palette))
            + bird
            + motes(look.dice, "front-spray", 30, "#ffe6c0", (2, 10))
            + air
        ),
        head=HEAD,
        light=light,
        softness=5.0,
        hair=None if look.asks_for("short", "curly", "bald") else Hair.LONG,
    )


def _coat(look: Look, light: Light) -> str:
    cloth = look.palette.main
    folds = "".join(
        crease("body-crease", *line, wide, bend)
        for line, wide, bend in (
            ((180, 820, 60, 1060), 58, -28),
            ((236, 820, 150, 1150), 54, -18),
            ((110, 890, 0, 1160), 48, -22),
            ((190, 980, 90, 1260), 56, 24),
            ((270, 960, 240, 1260), 44, 16),
        )
    )
    board = (
        fill("M0 0C40 -34 110 -44 156 -30L150 16C110 8 50 20 12 44Z", paint("body-board"))
        + stroke("M6 6C44 -24 110 -34 150 -22M14 34C54 12 110 2 146 8", look.palette.metal, 5)
        + "".join(
            stroke(
                f"M{2 + step * 14} {24 - step * 3}l{-10 + step * 0.6:.0f} 44",
                lighter(look.palette.metal, 0.1),
                8,
            )
            for step in range(11)
        )
    )
    half = folds + moved(board, 130, 838, -4)
    return (
        creases("body", cloth)
        + ramp(
            "body-coat",
            even(darker(cloth, 0.35), lighter(cloth, 0.14), cloth, darker(cloth, 0.45)),
            along=(0, 0, 1, 0.2),
        )
        + ramp("body-board", even(lighter(cloth, 0.2), darker(cloth, 0.4)))
        + fill(COAT, paint("body-coat"))
        + half
        + mirrored(half, 510)
        + ramp("body-dusk", fading("#0a0614", 0.0, 0.0, 0.15, 0.66), along=(0, 0, 1, 0.1))
        + fill(COAT, paint("body-dusk"))
        + edged("M404 690C340 740 250 760 150 812C0 900 -50 1060 -60 1260", light.rim, 5)
        + edged("M618 690C680 740 770 760 866 812C1004 900 1050 1060 1060 1260", light.rim, 4)
    )


def _shirt(look: Look) -> str:
    linen = mix(look.palette.second, "#fbf6ea", 0.5)
    deep = mix(darker(linen, 0.5), "#4a4262", 0.35)
    vest = "M408 700L614 700L676 1260L336 1260Z"
    satin = mix(look.palette.accent, darker(look.palette.main, 0.4), 0.35)
    buttons = "".join(
        oval(512, y, 15, 15, paint("body-gold")) + oval(508, y - 4, 4, 3, "#ffffff", 0.8)
        for y in range(1010, 1250, 54)
    )
    band = (
        "M424 652C440 704 590 704 604 650C622 668 628 690 622 712C560 762 464 762"
        " 406 714C400 690 408 668 424 652Z"
    )
    tiers = ""
    for step in range(4, -1, -1):
        y, half = 738 + step * 54, 50 + step * 21
        wavy = "".join(f"q{half / 6:.1f} {24 if n % 2 else 34} {half / 3:.1f} 0" for n in range(6))
        tier = (
            f"M{512 - half * 0.5:.0f} {y - 34}"
            f"Q512 {y - 54} {512 + half * 0.5:.0f} {y - 34}"
            f"L{512 + half} {y + 46}"
            + wavy.replace(f"{half / 3:.1f} 0", f"{-half / 3:.1f} 0").replace(
                f"q{half / 6:.1f}", f"q{-half / 6:.1f}"
            )
            + "Z"
        )
        pleats = "".join(
            f"M{512 + half * at * 0.35:.0f} {y - 22}"
            f"Q{512 + half * at * 0.7:.0f} {y} {512 + half * at * 0.86:.0f} {y + 52}"
            for at in (-1, -0.6, -0.2, 0.2, 0.6, 1)
        )
        tiers += (
            stroke(tier, deep, 5, 0.55)
            + fill(tier, paint("body-linen"))
            + stroke(pleats, deep, 4.5, 0.5)
            + moved(stroke(pleats, "#ffffff", 2.4, 0.7), -5, 0)
        )
    return (
        ramp(
            "body-vest",
            even(darker(satin, 0.2), lighter(satin, 0.2), darker(satin, 0.5)),
            along=(0, 0, 1, 0),
        )
        + fill(vest, paint("body-vest"))
        + ramp("body-gold", polished(look.palette.metal), along=(0, 0, 1, 1))
        + buttons
        + ramp(
            "body-linen",
            even(lighter(linen, 0.6), linen, mix(linen, deep, 0.55)),
            along=(0, 0, 0.6, 1),
        )
        + tiers
        + fill(band, paint("body-linen"))
        + stroke("M420 678Q512 742 612 676M414 698Q512 768 616 696", deep, 5, 0.5)
        + ramp("body-chin", fading("#1c1224", 0.7, 0.1))
        + fill(band, paint("body-chin"))
        + gem_paints("body", "brooch", look.palette.accent, look.palette.metal)
        + gem("body", "brooch", 512, 738, 19, 16)
    )


def _lapels(colours: Palette, light: Light) -> str:
    gold, cloth = colours.metal, colours.main
    edge = (
        "M404 676C400 800 420 900 452 1000L380 1150M404 676C360 720 300 752 250 790"
        "C260 900 300 1020 380 1150"
    )
    loops = "".join(
        stroke(f"M{x} {y}q-40 -14 -66 6q-8 16 10 16q30 -2 56 -14", gold, 5, 0.95)
        + oval(x - 58, y + 10, 13, 13, paint("body-gold"))
        + oval(x - 62, y + 6, 4, 3, "#ffffff", 0.8)
        for x, y in ((384, 826), (396, 896), (412, 966), (424, 1034))
    )
    side = (
        moved(fill(LAPEL, "#08040e", 0.5), 6, 16)
        + fill(LAPEL, paint("body-lapel"))
        + stroke(edge, darker(gold, 0.55), 13)
        + stroke(edge, gold, 9)
        + stroke(edge, lighter(gold, 0.6), 2.5, 0.9, "3 6")
        + loops
    )
    collar = "M404 640C380 690 330 720 286 748C300 770 350 790 420 800C400 750 396 690 404 640Z"
    return (
        ramp(
            "body-lapel",
            even(lighter(cloth, 0.26), cloth, darker(cloth, 0.45)),
            along=(0, 0, 1, 0.5),
        )
        + side
        + mirrored(side, 511)
        + fill(collar, paint("body-lapel"))
        + stroke(collar, gold, 5)
        + mirrored(fill(collar, paint("body-lapel")) + stroke(collar, gold, 5), 511)
        + edged("M404 640C380 690 330 720 286 748", light.rim, 3)
    )


def _baldric(colours: Palette) -> str:
    hide = "#4a2c1a"
    strap = "M704 742L800 806C700 960 560 1120 430 1260L310 1260C470 1100 610 920 704 742Z"
    stitches = "M716 752C622 930 480 1110 330 1254M790 806C690 960 560 1110 416 1256"
    buckle = (
        f'<path d="M-74 -58H74V58H-74ZM-50 -36V36H50V-36Z" fill="{paint("body-gold")}"'
        f' fill-rule="evenodd"/>'
        + stroke("M-74 -58H74V58H-74Z", darker(colours.metal, 0.65), 3)
        + stroke("M-50 0H62", lighter(colours.metal, 0.2), 12)
        + stroke("M-66 -50H66", "#ffffff", 3, 0.6)
    )
    studs = "".join(
        oval(x, y, 8, 8, paint("body-gold"))
        for x, y in ((742, 800), (706, 856), (664, 912), (520, 1088), (468, 1146))
    )
    return (
        ramp("body-hide", even(lighter(hide, 0.28), hide, darker(hide, 0.5)), along=(0, 0, 1, 0.6))
        + moved(fill(strap, "#08040e", 0.5), 8, 16)
        + fill(strap, paint("body-hide"))
        + stroke(stitches, lighter(hide, 0.5), 2.6, 0.8, "8 7")
        + studs
        + moved(buckle, 594, 1006, -52, 0.9, 0.9)
        + _pistol(colours)
    )


def _pistol(colours: Palette) -> str:
    wood = "#6a3c20"
    grip = (
        "M-30 -10C-40 -60 -20 -120 30 -150C50 -160 66 -140 54 -124C30 -96 30 -50 36 0L40 120H-24Z"
    )
    return moved(
        moved(fill(grip, "#08040e", 0.5), 6, 8)
        + ramp(
            "body-wood", even(lighter(wood, 0.35), wood, darker(wood, 0.55)), along=(0, 0, 1, 0.3)
        )
        + fill(grip, paint("body-wood"))
        + oval(42, -146, 24, 20, paint("body-gold"))
        + stroke("M-22 -4C-28 -50 -10 -100 24 -128", lighter(wood, 0.6), 3, 0.6)
        + box(-30, 10, 70, 16, paint("body-gold"))
        + stroke("M34 -20q24 -10 30 16", darker(colours.metal, 0.3), 9),
        398,
        1170,
        -16,
    )


def _ring(colours: Palette) -> str:
    hoop = "M-164 92a17 20 0 1 0 .1 0"
    return (
        stroke(hoop, darker(colours.metal, 0.6), 8)
        + stroke(hoop, lighter(colours.metal, 0.15), 5.5)
        + stroke("M-176 104a14 16 0 0 0 2 18", "#ffffff", 2.4, 0.8)
    )


PIRATE = Scene(
    name="pirate",
    family="voyages",
    title="a pirate on deck",
    words=(
        "pirate",
        "captain",
        "buccaneer",
        "corsair",
        "ship",
        "sailor",
        "parrot",
        "tricorn",
        "treasure",
        "caribbean",
        "privateer",
        "galleon",
        "skull",
        "seadog",
    ),
    palette=Palette(main="#7a1f28", second="#efe4cc", metal="#d2a445", accent="#c2402c"),
    draw=draw,
)
