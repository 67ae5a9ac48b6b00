"""A knight before a castle: plates of steel, a tabard, a cloak, a sword, and the visor up."""

from __future__ import annotations

from faceswap.engine.scenes.air import motes, sparks
from faceswap.engine.scenes.cast import knight_castle
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
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
from faceswap.engine.scenes.wardrobe.hands import fingers, palm
from faceswap.engine.scenes.wardrobe.helm import helm, inside
from faceswap.engine.scenes.wardrobe.metal import burnished, engraved, polished, rivets

HEAD = Head(506, 436, 348, yaw=9, roll=2)
SUN = Light(x=-0.6, y=-0.35, z=0.65, colour="#ffe2b4", ambient="#5d6684", rim="#ffb066")
STORM = Light(x=-0.55, y=-0.3, z=0.6, colour="#dbe6ff", ambient="#3a4056", rim="#ff7a3c")
PLATE = "M318 800Q505 726 694 800C752 960 742 1130 716 1260L296 1260C268 1130 258 960 318 800Z"
CLOAK = "M640 736C780 742 900 810 960 930C1040 1070 1060 1180 1070 1260L640 1260Z"
CLOAK_FAR = "M372 736C230 742 110 810 50 930C-30 1070 -50 1180 -60 1260L372 1260Z"


def draw(look: Look) -> Drawing:
    """Draw him."""
    storm = look.mood in (Mood.EVIL, Mood.ANGRY) or look.asks_for("battle", "war", "fire")
    light = STORM if storm else SUN
    steel = _steel(look, storm)
    embers = sparks(look.dice, "front-ember", 34, "#ffb25a", 200, 1240) if storm else ""
    return Drawing(
        backdrop=knight_castle.castle(look, storm),
        body=gathered(
            _cloak(look.palette, light)
            + _breastplate(look, steel)
            + _tabard(look)
            + _shoulders(look.palette, steel, light)
            + HEAD.worn(moved(inside(), 10, 0))
            + _gorget(look.palette, steel)
        ),
        front=gathered(
            HEAD.worn(moved(helm(look, steel), 10, 0))
            + _sword(look, steel)
            + motes(look.dice, "front-dust", 30, "#ffdca0", (2, 10))
            + embers
        ),
        head=HEAD,
        light=light,
        softness=6.0,
        hair=Hair.HIDDEN,
    )


def _steel(look: Look, storm: bool) -> str:
    if look.asks_for("black", "dark"):
        return "#4a4f5c"
    if look.asks_for("golden", "gold"):
        return look.palette.metal
    return "#8e96a8" if storm else look.dice.one_of("steel", ("#a9b2c2", "#b6bcc6", "#9ba7bc"))


def _cloak(colours: Palette, light: Light) -> str:
    cloth = colours.main
    folds = "".join(
        crease("body-crease", x, 780 + abs(x - 700) * 0.2, x + lean, 1260, width, bend)
        for x, lean, width, bend in (
            (700, 20, 50, 10),
            (762, 60, 56, 20),
            (830, 90, 60, 26),
            (896, 110, 46, 24),
        )
    )
    near = (
        ramp(
            "body-cloak", even(lighter(cloth, 0.1), cloth, darker(cloth, 0.6)), along=(0, 0, 1, 0.3)
        )
        + fill(CLOAK, paint("body-cloak"))
        + folds
        + edged(CLOAK, light.rim, 4)
    )
    far = (
        ramp(
            "body-cloak-far", even(lighter(cloth, 0.22), darker(cloth, 0.35)), along=(0, 0, 1, 0.2)
        )
        + fill(CLOAK_FAR, paint("body-cloak-far"))
        + mirrored(folds, 506)
        + edged(CLOAK_FAR, light.rim, 3)
    )
    return creases("body", cloth) + far + near


def _breastplate(look: Look, steel: str) -> str:
    scrolls = "".join(
        f"M{x} {y}c{18 * way} -26 {52 * way} -18 {46 * way} 8"
        f"c{-6 * way} 18 {-30 * way} 12 {-22 * way} -4"
        for x, y, way in ((352, 900, 1), (344, 960, 1), (660, 900, -1), (668, 960, -1))
    )
    band = "M322 826Q505 752 690 826M312 850Q505 778 700 850"
    return (
        ramp("body-plate", polished(steel), along=(0, 0, 1, 0.1))
        + fill(PLATE, paint("body-plate"))
        + ramp("body-side", fading("#0c1018", 0.0, 0.1, 0.65), along=(0, 0, 1, 0.1))
        + fill("M506 752Q600 764 694 800C752 960 742 1130 716 1260L506 1260Z", paint("body-side"))
        + ramp("body-sky", fading("#ffffff", 0.6, 0.1, 0.0))
        + fill("M340 806Q430 770 490 768Q440 900 430 1100Q330 960 340 806Z", paint("body-sky"), 0.6)
        + engraved(band, steel, 2.6)
        + engraved(scrolls, look.palette.metal, 2.4)
    )


def _tabard(look: Look) -> str:
    colours = look.palette
    cloth = "M352 1000Q505 950 662 1000L676 1260L334 1260Z"
    hem = "M352 1000Q505 950 662 1000"
    signs = (
        "M-20 -70H20V-20H70V20H20V80H-20V20H-70V-20H-20Z",
        "M0 -80C-20 -50 -24 -30 -12 -8C-30 -44 -70 -40 -66 -4C-56 -20 -36 -10"
        " -26 14H-34V30H-14L0 80"
        "L14 30H34V14H26C36 -10 56 -20 66 -4C70 -40 30 -44 12 -8C24 -30 20 -50 0 -80Z",
        "M0 -80L22 -26L80 -22L36 14L52 70L0 38L-52 70L-36 14L-80 -22L-22 -26Z",
    )
    sign = look.dice.one_of("sign", signs)
    gold = colours.metal
    return (
        ramp(
            "body-tabard",
            even(lighter(colours.main, 0.12), colours.main, darker(colours.main, 0.5)),
            along=(0, 0, 1, 0),
        )
        + moved(fill(cloth, "#05060c", 0.45), 0, -10)
        + fill(cloth, paint("body-tabard"))
        + crease("body-crease", 400, 990, 380, 1260, 40, -10)
        + crease("body-crease", 606, 990, 630, 1260, 44, 10)
        + moved(fill(sign, darker(gold, 0.65), 0.8), 512, 1108, 0, 1.1, 1.1)
        + ramp("body-sign", even(lighter(gold, 0.5), gold, darker(gold, 0.45)), along=(0, 0, 1, 1))
        + moved(fill(sign, paint("body-sign")), 508, 1102, 0, 1.1, 1.1)
        + stroke(hem, darker(gold, 0.5), 14)
        + stroke(hem, lighter(gold, 0.25), 7, 1, dash="1 11")
    )


def _shoulders(colours: Palette, steel: str, light: Light) -> str:
    lames = ""
    for step in range(4, -1, -1):
        y, reach = 766 + step * 58, 1.0 + step * 0.045
        plate = (
            f"M{352 - step * 8} {y - 26}C{270 * 1.0:.0f} {y - 70} {190 - 30 * reach:.0f} {y - 40}"
            f" {116 - step * 13} {y + 78}Q{170 - step * 8} {y + 128} {250 - step * 10} {y + 116}"
            f"Q{320 - step * 8} {y + 92} {352 - step * 8} {y - 26}Z"
        )
        lames += (
            stroke(plate, "#0a0c12", 7, 0.45)
            + fill(plate, paint("body-lame"))
            + stroke(plate, mix(colours.metal, steel, 0.1), 4, 0.85)
        )
    crest = "M330 752C250 716 160 760 128 838C190 800 270 790 336 800Z"
    left = lames + fill(crest, paint("body-crest")) + stroke(crest, colours.metal, 4, 0.9)
    scroll = (
        "M170 806c20 -24 50 -26 56 -8c2 16 -22 18 -20 4M236 788c20 -20 46 -18 48 -2"
        "c0 14 -20 14 -18 2"
    )
    studs = [(138 - step * 13, 850.0 + step * 58) for step in range(4)]
    studs += [(330.0 - step * 8, 800.0 + step * 58) for step in range(4)]
    left += engraved(scroll, steel, 2.4) + rivets("body", colours.metal, studs, 6.5)
    shade = "M682 752C770 716 852 760 884 838C900 880 920 960 930 1060L940 1260L640 1260Z"
    return (
        ramp("body-lame", burnished(steel), along=(0, 0, 0.25, 1))
        + ramp("body-crest", polished(lighter(steel, 0.1)), along=(0, 0, 0.3, 1))
        + left
        + mirrored(left, 506)
        + ramp("body-dusk", fading("#080a14", 0.0, 0.3, 0.62), along=(0, 0, 1, 0.2))
        + fill(shade, paint("body-dusk"))
        + edged("M682 752C770 716 852 760 884 838C900 880 920 960 930 1060", light.rim, 5)
        + edged("M330 752C250 716 160 760 128 838", lighter(light.rim, 0.3), 3)
    )


def _gorget(colours: Palette, steel: str) -> str:
    rings = ""
    for y, half, drop in ((776, 180, 74), (728, 142, 60), (684, 112, 48), (644, 96, 40)):
        plate = (
            f"M{506 - half} {y}Q506 {y + drop} {506 + half} {y}L{506 + half + 14} {y + 42}"
            f"Q506 {y + drop + 66} {506 - half - 14} {y + 42}Z"
        )
        rings += (
            stroke(plate, "#07090e", 8, 0.4)
            + fill(plate, paint("body-gorget"))
            + stroke(f"M{506 - half} {y}Q506 {y + drop} {506 + half} {y}", colours.metal, 5, 0.95)
        )
    studs = [(392.0, 742.0), (620.0, 742.0), (352.0, 796.0), (660.0, 796.0)]
    return (
        ramp("body-gorget", polished(steel), along=(0, 0, 1, 0.05))
        + rings
        + rivets("body", colours.metal, studs, 6)
    )


def _sword(look: Look, steel: str) -> str:
    colours = look.palette
    blade = "M-24 -98L-19 -590L0 -650L19 -590L24 -98Z"
    cuff = "M-78 70C-20 44 50 44 104 66L150 300L-130 300Z"
    guard = (
        "M-118 -112C-70 -92 70 -92 118 -112C126 -104 126 -92 116 -86Q0 -62 -116 -86"
        "C-126 -92 -126 -104 -118 -112Z"
    )
    thing = (
        fill(blade, paint("front-edge"))
        + fill("M0 -650L19 -590L24 -98L0 -98Z", "#1c2433", 0.42)
        + stroke("M0 -560V-110", "#2a3242", 7, 0.55)
        + stroke("M-16 -580L-20 -110", "#ffffff", 2, 0.8)
        + fill("M-13 -90h26v230h-26Z", paint("front-grip"))
        + fill(guard, paint("front-brass"))
        + stroke(guard, darker(colours.metal, 0.7), 2, 0.7)
        + oval(0, -90, 20, 18, paint("front-brass"))
        + oval(0, -92, 9, 9, colours.accent)
    )
    knuckles = [(46.0, -46.0), (50.0, -14.0), (48.0, 16.0), (40.0, 46.0), (-18.0, -70.0)]
    return (
        ramp("front-edge", even("#f4f7fc", "#aab4c6", "#5a6478", "#dfe6f0"), along=(0, 0, 1, 0))
        + ramp("front-grip", even("#5a3a22", "#2a170c"), along=(0, 0, 1, 0))
        + ramp("front-brass", polished(colours.metal), along=(0, 0, 1, 0.2))
        + ramp("front-cuff", polished(steel), along=(0, 0, 1, 0.15))
        + moved(
            mirrored(palm("front", steel), 0)
            + thing
            + mirrored(fingers("front", steel) + rivets("front", colours.metal, knuckles, 5), 0)
            + fill(cuff, paint("front-cuff"))
            + stroke("M-78 72C-20 46 50 46 104 68M-86 104Q10 74 112 102", colours.metal, 6)
            + engraved("M-70 150q30 -24 50 0t50 0t50 0", steel, 2.6),
            226,
            906,
            -7,
        )
    )


KNIGHT = Scene(
    name="knight",
    family="royalty",
    title="a knight before a castle",
    words=(
        "knight",
        "armour",
        "armor",
        "paladin",
        "crusader",
        "sword",
        "helmet",
        "warrior",
        "chivalry",
        "templar",
        "plate",
        "battle",
        "joust",
        "castle",
    ),
    palette=Palette(main="#9c1f2e", second="#e8e2d4", metal="#c9a24a", accent="#c4283a"),
    draw=draw,
)
