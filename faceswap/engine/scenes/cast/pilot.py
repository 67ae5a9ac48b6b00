"""A pilot of old above the clouds: a jacket with sheepskin, a silk scarf, a cap with goggles."""

from __future__ import annotations

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.cast import pilot_clouds
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
from faceswap.engine.scenes.scene import Drawing, Hair, Head, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.cap import cap
from faceswap.engine.scenes.wardrobe.fur import curve, fur
from faceswap.engine.scenes.wardrobe.metal import engraved, polished, rivets

HEAD = Head(492, 436, 346, yaw=-12, roll=-4, pitch=3)
JACKET = (
    "M-60 1260C-40 1050 10 890 160 800C250 752 330 730 392 690L604 690C670 730 750 752 846 804"
    "C990 890 1040 1050 1060 1260Z"
)
LEFT = curve([(424, 1240), (404, 1060), (350, 930), (288, 820), (312, 730), (400, 664)])
RIGHT = curve([(590, 664), (688, 730), (712, 820), (650, 930), (596, 1060), (576, 1240)])


def draw(look: Look) -> Drawing:
    """Draw them."""
    sky = pilot_clouds.sky_of(look)
    return Drawing(
        backdrop=gathered(pilot_clouds.clouds(look, sky)),
        body=gathered(_tail(look) + _jacket(look, sky.light.rim) + _collar(look) + _scarf(look)),
        front=gathered(
            HEAD.worn(moved(cap(look, sky.high, sky.sun), -14, 0))
            + motes(look.dice, "front-mist", 22, lighter(sky.sun, 0.5), (3, 16))
        ),
        head=HEAD,
        light=sky.light,
        softness=4.0,
        hair=Hair.HIDDEN,
    )


def _silk(look: Look) -> tuple[str, str]:
    silk = look.palette.second
    return silk, mix(darker(silk, 0.45), "#6a6480", 0.35)


def _tail(look: Look) -> str:
    silk, deep = _silk(look)
    lift = look.dice.between("wind", -50, 40)
    outline = (
        f"M560 700C660 640 720 {700 + lift:.0f} 800 {660 + lift:.0f}"
        f"C880 {620 + lift:.0f} 930 {560 + lift:.0f}"
        f" 1080 {600 + lift:.0f}L1100 {690 + lift:.0f}"
        f"C980 {650 + lift:.0f} 920 {740 + lift:.0f} 830 {770 + lift:.0f}"
        f"C740 {800 + lift:.0f} 690 770 580 800Z"
    )
    waves = (
        f"M600 730C680 690 730 {740 + lift:.0f} 810 {700 + lift:.0f}"
        f"C890 {660 + lift:.0f} 950 {600 + lift:.0f} 1080 {630 + lift:.0f}"
        f"M610 770C690 750 740 {772 + lift:.0f} 820 {740 + lift:.0f}"
        f"C900 {700 + lift:.0f} 960 {640 + lift:.0f} 1090 {662 + lift:.0f}"
    )
    fringe = "".join(
        f"M{1080 + step * 2.4:.0f} {606 + lift + step * 9:.0f}l34 {6 - step}" for step in range(10)
    )
    stripe = (
        f"M1040 {594 + lift:.0f}L1056 {672 + lift:.0f}M1010 {588 + lift:.0f}L1022 {668 + lift:.0f}"
    )
    return (
        ramp("body-tail", even(deep, silk, lighter(silk, 0.5), deep, silk), along=(0, 0, 1, 0.25))
        + fill(outline, paint("body-tail"))
        + stroke(waves, deep, 12, 0.45)
        + moved(stroke(waves, "#ffffff", 5, 0.5), 0, -9)
        + stroke(stripe, look.palette.accent, 9, 0.8)
        + stroke(fringe, silk, 3)
    )


def _jacket(look: Look, rim: str) -> str:
    colours = look.palette
    hide = colours.main
    folds = "".join(
        crease("body-crease", *line, wide, bend)
        for line, wide, bend in (
            ((176, 812, 70, 1030), 54, -26),
            ((226, 800, 130, 1120), 50, -20),
            ((110, 880, 10, 1130), 44, -20),
            ((190, 960, 110, 1260), 56, 24),
            ((262, 860, 230, 1260), 46, 20),
            ((60, 1010, 20, 1260), 40, 14),
        )
    )
    shine = (
        "M170 812C100 860 50 940 30 1040C70 950 130 880 210 846ZM120 960C80 1030 70"
        " 1110 66 1190C100 1110 120 1030 160 990Z"
    )
    seams = "M250 768C210 880 214 1040 240 1260M60 1000C130 1040 190 1050 236 1040"
    half = (
        folds
        + fill(shine, paint("body-gloss"))
        + stroke(seams, darker(hide, 0.7), 4, 0.8)
        + moved(stroke(seams, lighter(hide, 0.35), 2, 0.7, "7 6"), 6, 0)
    )
    tab = (
        fill("M0 0L130 -34L140 0L6 40Z", paint("body-strap"))
        + stroke("M8 6L128 -26M12 32L130 0", lighter(hide, 0.4), 2, 0.8, "6 5")
        + oval(118, -12, 9, 9, colours.metal)
    )
    return (
        creases("body", hide)
        + ramp(
            "body-hide",
            even(darker(hide, 0.4), hide, lighter(hide, 0.16), darker(hide, 0.35)),
            along=(0, 0, 1, 0.2),
        )
        + ramp("body-gloss", fading(lighter(hide, 0.7), 0.5, 0.0))
        + ramp("body-strap", even(lighter(hide, 0.15), darker(hide, 0.4)))
        + fill(JACKET, paint("body-hide"))
        + half
        + mirrored(half, 500)
        + moved(tab, 170, 826, 0)
        + mirrored(moved(tab, 170, 826, 0), 500)
        + _zip(colours)
        + _badges(look)
        + ramp("body-dusk", fading("#0c0610", 0.6, 0.12, 0.0, 0.0), along=(0, 0, 1, 0.1))
        + fill(JACKET, paint("body-dusk"))
        + mirrored(edged("M392 690C330 730 250 752 160 800C10 890 -40 1050 -60 1260", rim, 6), 500)
    )


def _zip(colours: Palette) -> str:
    line = "M500 860V1260"
    buckle = (
        box(-44, -26, 88, 52, darker(colours.metal, 0.5))
        + box(-38, -21, 76, 42, paint("body-brass"))
        + box(-24, -12, 48, 24, darker(colours.main, 0.5))
        + box(-4, -18, 8, 36, lighter(colours.metal, 0.4))
    )
    return (
        ramp("body-brass", polished(colours.metal), along=(0, 0, 1, 0.4))
        + stroke(line, darker(colours.main, 0.75), 30)
        + stroke(line, darker(colours.metal, 0.45), 14, 1, "3 4")
        + stroke(line, lighter(colours.metal, 0.4), 4, 1, "3 4")
        + box(240, 1140, 520, 54, darker(colours.main, 0.35))
        + stroke("M240 1148H760M240 1186H760", lighter(colours.main, 0.35), 2, 0.7, "7 6")
        + moved(buckle, 500, 1167)
    )


def _badges(look: Look) -> str:
    gold = look.palette.metal
    wing = (
        "M10 -6C50 -26 100 -22 138 -12C110 -6 96 0 84 8C70 8 62 14 54 18C44 16 36 20 28 22L10 14Z"
    )
    feathers = "M30 -2L126 -10M30 6L90 4M28 14L60 14"
    side = fill(wing, paint("body-brass")) + engraved(feathers, gold, 1.8)
    badge = (
        side
        + mirrored(side, 0)
        + oval(0, 4, 20, 22, paint("body-brass"))
        + oval(0, 4, 13, 15, look.palette.accent)
    )
    signs = (
        "M0 -30L9 -8L32 -8L14 7L20 30L0 16L-20 30L-14 7L-32 -8L-9 -8Z",
        "M0 -28C24 -28 30 0 0 30C-30 0 -24 -28 0 -28Z",
        "M-30 -12L30 -12L0 32ZM-20 -26H20V-18H-20Z",
    )
    patch = (
        oval(0, 0, 54, 54, darker(look.palette.accent, 0.2))
        + oval(0, 0, 46, 46, mix(look.palette.second, "#c9b48a", 0.3))
        + stroke("M-50 0a50 50 0 1 0 100 0a50 50 0 1 0 -100 0", look.palette.second, 2, 0.8, "4 4")
        + fill(look.dice.one_of("squadron", signs), look.palette.accent)
    )
    return moved(badge, 806, 1016, 6, 0.86, 0.86) + moved(patch, 196, 1016, -8)


def _collar(look: Look) -> str:
    wool = mix("#d9b98a", look.palette.second, 0.35)
    return (
        glow("body-deep", fading("#120808", 0.7, 0.45, 0.0))
        + oval(500, 900, 330, 260, paint("body-deep"))
        + fur(look.dice, "wool-right", RIGHT, 126, darker(wool, 0.06), 6)
        + fur(look.dice, "wool-left", LEFT, 126, darker(wool, 0.18), 6)
        + rivets("body", look.palette.metal, [(176.0, 832.0), (824.0, 832.0)], 6)
    )


def _scarf(look: Look) -> str:
    silk, deep = _silk(look)
    wraps = (
        "M404 640C440 700 550 704 588 634C624 660 640 700 622 732C560 800 430"
        " 800 376 736C366 700 380 660 404 640Z",
        "M380 724C440 792 560 786 622 716C650 750 640 800 606 824C540 870 440"
        " 868 392 822C366 796 366 752 380 724Z",
    )
    ends = (
        "M440 836C430 930 410 1010 380 1100L480 1120C496 1020 512 940 520 850ZM520"
        " 846C540 930 560 1000 580 1080L500 1104C496 1010 490 930 486 850Z"
    )
    folds = (
        "M396 668C450 724 540 728 606 668M388 700C440 752 560 752 622 690M384 760"
        "C450 816 560 808 632 750M392 796C450 846 550 840 618 786"
    )
    drops = (
        "M456 860C450 940 440 1020 424 1096M484 866C482 950 476 1030 456 1110M534"
        " 866C544 940 556 1010 566 1070"
    )
    stops = even(deep, silk, lighter(silk, 0.6), silk, deep)
    return (
        ramp("body-silk", stops, along=(0, 0, 1, 0.15))
        + fill(ends, paint("body-silk"))
        + stroke(drops, deep, 9, 0.5)
        + moved(stroke(drops, "#ffffff", 4, 0.55), 8, 0)
        + fill(wraps[1], paint("body-silk"))
        + stroke(wraps[1], deep, 3, 0.5)
        + fill(wraps[0], paint("body-silk"))
        + stroke(wraps[0], deep, 3, 0.5)
        + stroke(folds, deep, 10, 0.5)
        + moved(stroke(folds, "#ffffff", 4.5, 0.6), 0, 9)
        + ramp("body-chin", fading("#2a1a28", 0.75, 0.2, 0.0))
        + fill(wraps[0], paint("body-chin"))
    )


PILOT = Scene(
    name="pilot",
    family="voyages",
    title="a pilot above the clouds",
    words=(
        "pilot",
        "aviator",
        "airman",
        "biplane",
        "plane",
        "airplane",
        "aeroplane",
        "goggles",
        "flying",
        "sky",
        "clouds",
        "leather",
        "flight",
        "ace",
    ),
    palette=Palette(main="#6e4226", second="#efe7d8", metal="#c9a04e", accent="#b3262a"),
    draw=draw,
)
