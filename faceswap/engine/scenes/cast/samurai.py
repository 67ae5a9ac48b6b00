"""A samurai before the mountain: laced armour, a katana, and a helmet with golden horns."""

from __future__ import annotations

from faceswap.engine.scenes.cast import samurai_mountain
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    crease,
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
from faceswap.engine.scenes.wardrobe.kabuto import guard, kabuto
from faceswap.engine.scenes.wardrobe.metal import engraved, polished, rivets

HEAD = Head(500, 446, 344, yaw=-8, roll=-3)
DAWN = Light(x=0.55, y=-0.4, z=0.65, colour="#ffe6cc", ambient="#6c6880", rim="#ffb48a")
NIGHT = Light(x=0.5, y=-0.45, z=0.6, colour="#d4e2ff", ambient="#38446a", rim="#9cc4ff")
CHEST = "M310 820Q500 760 690 820C740 960 730 1120 706 1260L294 1260C270 1120 260 960 310 820Z"


def draw(look: Look) -> Drawing:
    """Draw him."""
    night = look.mood in (Mood.EVIL, Mood.SAD) or look.asks_for("night", "moon", "ninja", "dark")
    light = NIGHT if night else DAWN
    lacquer = mix(
        look.dice.one_of("lacquer", ("#17171d", "#231318", "#141c2a")), look.palette.main, 0.06
    )
    return Drawing(
        backdrop=samurai_mountain.mountain(look, night),
        body=gathered(
            _katana(look)
            + HEAD.worn(moved(guard(look.palette, lacquer), -9, 0))
            + moved(
                _sleeves(look, light)
                + _chest(look, lacquer)
                + _shoulders(look.palette, lacquer, light),
                0,
                -114.5,
                up=1.091,
            )
            + _throat(look.palette, lacquer)
        ),
        front=gathered(
            HEAD.worn(moved(kabuto(look, lacquer), -9, 0))
            + samurai_mountain.petals(look.dice, night)
        ),
        head=HEAD,
        light=light,
        softness=6.0,
        hair=Hair.HIDDEN,
    )


def laced(line: str, colours: Palette, lacquer: str, wide: float) -> str:
    """Return a row of lacquered scales along a line, with the silk that laces it to the next."""
    silk = colours.main
    return (
        stroke(line, "#050408", wide + 5).replace('="round"', '="butt"')
        + stroke(line, lacquer, wide).replace('="round"', '="butt"')
        + moved(stroke(line, lighter(lacquer, 0.55), 3, 0.75), 0, -wide * 0.3)
        + moved(stroke(line, darker(silk, 0.55), wide * 0.5, 1, "7.5 3.5"), 1.5, wide * 0.26)
        + moved(stroke(line, silk, wide * 0.42, 1, "6 5"), 0, wide * 0.22)
        + moved(stroke(line, lighter(silk, 0.5), 2.6, 0.8, "3 8"), -1, wide * 0.12)
    ).replace('stroke-linecap="round"', 'stroke-linecap="butt"')


def _sleeves(look: Look, light: Light) -> str:
    cloth = mix(look.palette.second, look.palette.main, 0.12)
    left = "M290 830C170 820 80 900 40 1040C10 1140 0 1200 -10 1260L330 1260Z"
    folds = "".join(
        crease("body-crease", 250 - step * 44, 900, 240 - step * 70, 1260, 40, -14)
        for step in range(4)
    )
    dark, pale = darker(cloth, 0.6), lighter(cloth, 0.35)
    paints = ramp(
        "body-crease",
        ((0, dark, 0), (0.45, dark, 0.7), (0.55, pale, 0.4), (1, pale, 0)),
        along=(0, 0, 1, 0),
    )
    drawn = fill(left, paint("body-sleeve")) + folds
    return (
        paints
        + ramp(
            "body-sleeve",
            even(darker(cloth, 0.3), lighter(cloth, 0.15), darker(cloth, 0.4)),
            along=(0, 0, 1, 0.2),
        )
        + drawn
        + mirrored(drawn, 500)
        + mirrored(edged(left, light.rim, 4), 500)
    )


def _chest(look: Look, lacquer: str) -> str:
    colours = look.palette
    rows = "".join(
        laced(
            (
                f"M{300 - step * 3} {930 + step * 52}"
                f"Q500 {884 + step * 52} {700 + step * 3} {930 + step * 52}"
            ),
            colours,
            lacquer,
            44,
        )
        for step in range(7)
    )
    board = "M306 824Q500 760 694 824L712 918Q500 868 288 918Z"
    gold = colours.metal
    return (
        fill(CHEST, darker(lacquer, 0.4))
        + rows
        + ramp("body-board", polished(mix(lacquer, colours.main, 0.35)), along=(0, 0, 1, 0.25))
        + fill(board, paint("body-board"))
        + stroke(board, darker(gold, 0.5), 8)
        + stroke(board, gold, 5)
        + engraved("M330 884q30 -40 64 -12t50 -14M670 884q-30 -40 -64 -12t-50 -14", gold, 3)
        + rivets("body", gold, [(324.0, 842.0), (676.0, 842.0), (312.0, 900.0), (688.0, 900.0)], 7)
        + _crest(look)
        + ramp("body-dusk", fading("#05060e", 0.6, 0.1, 0.0, 0.0), along=(0, 0, 1, 0))
        + fill(CHEST, paint("body-dusk"))
    )


def _crest(look: Look) -> str:
    gold = look.palette.metal
    petal = "M0 -6C-16 -18 -16 -40 -4 -50L0 -44L4 -50C16 -40 16 -18 0 -6Z"
    diamond = "M0 -8L-22 -28L0 -48L22 -28Z"
    comma = "M0 -6C-30 -14 -30 -50 0 -50C14 -50 22 -38 18 -26C12 -36 -2 -34 0 -6Z"
    part, count = look.dice.one_of("crest", ((petal, 5), (diamond, 4), (comma, 3)))
    sign = "".join(
        moved(fill(part, paint("body-crest")), 0, 0, turn * 360 / count) for turn in range(count)
    )
    disc = oval(3, 6, 66, 66, "#050408", 0.5) + oval(0, 0, 64, 64, paint("body-disc"))
    return (
        ramp("body-crest", even(lighter(gold, 0.55), gold, darker(gold, 0.4)))
        + ramp("body-disc", even("#2c2a34", "#0f0e14"), along=(0, 0, 1, 1))
        + moved(disc + sign, 498, 856, 0, 0.86, 0.86)
        + stroke("M444 856a54 54 0 1 0 108 0a54 54 0 1 0 -108 0", gold, 5)
        + stroke("M448 840a54 54 0 0 1 50 -36", lighter(gold, 0.7), 2.5)
    )


def _shoulders(colours: Palette, lacquer: str, light: Light) -> str:
    gold = colours.metal
    plate = "M306 792Q190 770 106 836L40 1160Q150 1108 292 1130Z"
    rows = "".join(
        laced(
            (
                f"M{104 - step * 11} {872 + step * 46}"
                f"Q{196 - step * 6} {806 + step * 47} {302 - step * 2} {830 + step * 48}"
            ),
            colours,
            lacquer,
            42,
        )
        for step in range(7)
    )
    cap = "M110 846Q196 774 306 794L304 826Q196 808 100 880Z"
    bow = (
        "M282 812C250 786 226 796 232 820C240 836 266 828 282 812C312 782 336 792"
        " 330 816C322 834 300 826 282 812M282 812q-20 30 -26 64M282 812q12 30 22 60"
    )
    drawn = (
        fill(plate, darker(lacquer, 0.5))
        + rows
        + fill(cap, paint("body-cap"))
        + stroke(cap, gold, 4)
        + rivets("body", gold, [(140.0, 836.0), (196.0, 808.0), (254.0, 800.0)], 6)
        + stroke(bow, darker(colours.accent, 0.6), 13)
        + stroke(bow, colours.accent, 9)
        + stroke(bow, lighter(colours.accent, 0.5), 2.6, 0.7, "4 6")
    )
    return (
        ramp("body-cap", polished(mix(lacquer, gold, 0.25)), along=(0, 0, 1, 0.3))
        + drawn
        + ramp("body-shade", fading("#04050c", 0.55, 0.15), along=(0, 0, 1, 0.2))
        + fill(plate, paint("body-shade"))
        + mirrored(drawn, 500)
        + mirrored(edged("M306 792Q190 770 106 836L40 1160", light.rim, 5), 500)
    )


def _throat(colours: Palette, lacquer: str) -> str:
    collar = (
        "M378 700C400 660 420 650 436 640Q500 700 566 640C584 650 604 660 626 700"
        "L664 772Q500 842 336 772Z"
    )
    rows = "".join(
        laced(
            (
                f"M{404 - step * 24} {692 + step * 37}"
                f"Q500 {752 + step * 42} {598 + step * 24} {692 + step * 37}"
            ),
            colours,
            lacquer,
            36,
        )
        for step in range(3)
    )
    lapels = (
        "M420 640C430 690 470 720 500 732C470 742 410 716 392 664ZM580 640C570 690"
        " 530 720 500 732C540 744 596 712 610 664Z"
    )
    return (
        fill(collar, darker(lacquer, 0.4))
        + ramp(
            "body-lapel",
            even(lighter(colours.second, 0.3), darker(colours.second, 0.35)),
            along=(0, 0, 1, 1),
        )
        + rows
        + fill(lapels, paint("body-lapel"))
        + stroke(
            "M420 640C430 690 470 720 500 732M580 640C570 690 530 720 500 732", colours.accent, 5
        )
    )


def _katana(look: Look) -> str:
    colours = look.palette
    wrap = "".join(f"M-17 {y}L0 {y + 15}L17 {y}L0 {y - 15}Z" for y in range(-250, -40, 30))
    silk = mix(colours.main, "#121218", 0.45)
    grip = (
        ramp("body-grip", even("#f2e6cc", "#c9b48a", "#6e5a3c"), along=(0, 0, 1, 0))
        + ramp("body-hilt", polished(colours.metal), along=(0, 0, 1, 0))
        + fill("M-19 -270Q0 -282 19 -270L20 -20L-20 -20Z", silk)
        + fill(wrap, paint("body-grip"))
        + fill("M-22 -292Q0 -304 22 -292L21 -262L-21 -262Z", paint("body-hilt"))
        + oval(0, -14, 56, 17, paint("body-hilt"))
        + oval(0, -18, 52, 12, darker(colours.metal, 0.5))
        + fill("M-17 -10L17 -10L20 420L-20 420Z", "#15121a")
        + stroke("M-9 0V400", lighter(colours.main, 0.3), 4, 0.6)
    )
    return moved(grip, 806, 770, 32) + moved(grip, 742, 780, 20, 0.82, 0.82)


SAMURAI = Scene(
    name="samurai",
    family="royalty",
    title="a samurai before the mountain",
    words=(
        "samurai",
        "shogun",
        "katana",
        "ronin",
        "ninja",
        "japan",
        "japanese",
        "kabuto",
        "daimyo",
        "bushido",
        "cherry",
        "blossom",
        "warlord",
    ),
    palette=Palette(main="#a8202a", second="#e6dcc6", accent="#d8402f"),
    draw=draw,
)
