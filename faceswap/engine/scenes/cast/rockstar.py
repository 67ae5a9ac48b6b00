"""A rock star on stage."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.backdrops import stage
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    even,
    fill,
    gathered,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Drawing, Hair, Head, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.metal import rivets
from faceswap.engine.scenes.wardrobe.tailored import coat, lapels

HEAD = Head(500, 448, 366, yaw=12, roll=6, pitch=3)


def draw(look: Look) -> Drawing:
    """Draw them: a leather jacket with studs, a shirt with a sign, a guitar's neck."""
    colours = look.palette
    place = stage.draw(
        replace(look, palette=replace(colours, main="#3a1430", second=colours.accent))
    )
    hide = colours.main
    shirt = "M384 716C430 810 570 810 616 716L680 800L620 1260H380L320 800Z"
    signs = (
        "M500 890L540 980L636 990L564 1056L586 1152L500 1102L414 1152L436 1056L364 990L460 980Z",
        "M540 880L420 1040H492L460 1170L586 996H510Z",
        "M500 1160C380 1060 390 930 450 930C480 930 496 950 500 974C504 950 520 930 550 930"
        "C610 930 620 1060 500 1160Z",
    )
    studs = [(232.0 + at * 16, 806.0 - at * 9) for at in range(8)]
    body = (
        coat(hide, place.light.rim)
        + fill(shirt, colours.second)
        + fill("M384 716C430 810 570 810 616 716L640 770C570 870 430 870 360 770Z", "#000", 0.4)
        + fill(look.dice.one_of("sign", signs), colours.accent)
        + lapels(hide, 1.1)
        + rivets("body", colours.metal, studs + [(1000 - x, y) for x, y in studs], 8)
        + stroke(
            "M440 724C450 800 480 840 500 850C520 840 550 800 560 724", colours.metal, 5, 0.9, "3 5"
        )
        + oval(500, 862, 14, 18, colours.metal)
    )
    front = _guitar(look) + motes(
        look.dice, "front-dust", 16, lighter(colours.accent, 0.6), (3, 14)
    )
    hair = None if look.words & {"bald", "short"} else Hair.LONG
    return Drawing(place.svg, gathered(body), gathered(front), HEAD, place.light, 12, hair=hair)


def _guitar(look: Look) -> str:
    wood, metal = look.palette.accent, look.palette.metal
    neck = "M-34 -620H34V560H-34Z"
    frets = "".join(f"M-34 {-520 + at * at * 1.6 + at * 40:.0f}H34" for at in range(18))
    strings = "".join(f"M{-22 + at * 8.8:.0f} -640V560" for at in range(6))
    top = "M-34 -620C-60 -660 -58 -730 -40 -790L60 -760C56 -700 50 -660 34 -620Z"
    pegs = "".join(oval(-58 + at * 3, -690 + at * 0 - at * 18, 12, 8, metal) for at in range(6))
    body = (
        "M-150 420C-220 520 -210 700 0 720C210 700 220 520 150 420C90 360 60 470 0 440C-60 470"
        " -90 360 -150 420Z"
    )
    drawn = (
        ramp("front-neck", even("#3a2416", "#6b4526", "#2a190f"), along=(0, 0, 1, 0))
        + ramp("front-wood", even(lighter(wood, 0.4), wood, darker(wood, 0.6)))
        + fill(body, paint("front-wood"))
        + fill(neck, paint("front-neck"))
        + stroke(frets, lighter(metal, 0.3), 4, 0.9)
        + fill(top, paint("front-wood"))
        + pegs
        + stroke(strings, "#e9edf2", 1.8, 0.85)
    )
    return moved(drawn, 846, 960, 24, 0.9, 0.9)


ROCKSTAR = Scene(
    name="rock star",
    family="festival",
    title="a rock star on stage",
    words=(
        *("rock", "rocker", "star", "guitar", "guitarist", "musician", "singer", "concert"),
        *("band", "metal", "punk", "music", "popstar", "leather"),
    ),
    palette=Palette(main="#22222a", second="#b8bcc6", metal="#c9ced6", accent="#d92b6a"),
    draw=draw,
)
