"""A space helmet, in units of the head inside it: a shell, a golden visor pushed up, and glass."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    even,
    fading,
    fill,
    glow,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Look, Palette
from faceswap.engine.scenes.wardrobe.metal import rivets

OPENING = (
    "M-226 40C-226 -90 -130 -172 0 -174C130 -172 226 -90 226 40C226 160 190 250 130 288"
    "C60 316 -60 316 -130 288C-190 250 -226 160 -226 40Z"
)
SHELL = (
    "M-292 50C-300 -150 -170 -318 0 -322C170 -318 300 -150 292 50C290 170 250 270 190 330"
    "C90 372 -90 372 -190 330C-250 270 -290 170 -292 50Z"
)
VISOR = (
    "M-286 -6C-300 -196 -166 -338 0 -342C166 -338 300 -196 286 -6C270 -70 250 -110 222 -140"
    "C160 -206 80 -224 0 -224C-80 -224 -160 -206 -222 -140C-250 -110 -270 -70 -286 -6Z"
)
CAP = (
    "M-172 150C-186 60 -186 -60 -160 -130C-130 -206 -60 -226 0 -226C60 -226 130 -206 160 -130"
    "C186 -60 186 60 172 150C150 200 120 216 92 222C120 180 140 110 142 30C144 -40 128 -84 96 -94"
    "Q0 -110 -96 -94C-128 -84 -144 -40 -142 30C-140 110 -120 180 -92 222C-120"
    " 216 -150 200 -172 150Z"
)


def inside(colours: Palette) -> str:
    """Draw what lies behind the face: cushions in the dark, and the seal at the neck."""
    seal = "M-120 168Q0 268 120 168L190 340H-190Z"
    ribs = "".join(
        f"M{-128 - step * 9} {196 + step * 24}"
        f"Q0 {276 + step * 24} {128 + step * 9} {196 + step * 24}"
        for step in range(5)
    )
    cushions = "".join(
        moved(oval(0, 0, 40, 74, paint("body-cushion")), x, y, turn)
        for x, y, turn in ((-186, -40, 14), (186, -40, -14), (-196, 120, -10), (196, 120, 10))
    )
    deep = ((0.0, "#05070e", 1.0), (0.7, "#161d30", 1.0), (1.0, "#36425e", 1.0))
    cloth = mix(colours.main, colours.metal, 0.5)
    return (
        glow("body-inside", deep, at=(0.5, 0.5), reach=0.55)
        + fill(SHELL, paint("body-inside"))
        + ramp("body-cushion", even("#4a566e", "#1d2436"), along=(0, 0, 1, 1))
        + cushions
        + ramp(
            "body-seal",
            even(darker(cloth, 0.7), darker(cloth, 0.35), darker(cloth, 0.6)),
            along=(0, 0, 1, 0.3),
        )
        + fill(seal, paint("body-seal"))
        + stroke(ribs, "#05070e", 7, 0.6)
        + moved(stroke(ribs, "#ffffff", 2, 0.25), 0, -6)
    )


def bubble(look: Look, glint: str) -> str:
    """Draw the cap, the shell around the opening, the visor above, and the glass before all."""
    colours = look.palette
    return _cap(colours) + _shell(colours) + _visor(look, glint) + _glass(look, glint)


def _cap(colours: Palette) -> str:
    cloth = mix(colours.second, "#1c2232", 0.35)
    cup = oval(0, 0, 30, 58, paint("front-cup")) + oval(-3, -6, 18, 40, darker(colours.metal, 0.6))
    boom = "M-160 96C-158 150 -140 178 -108 190"
    return (
        ramp(
            "front-cap",
            even(darker(cloth, 0.4), lighter(cloth, 0.3), cloth, darker(cloth, 0.6)),
            along=(0, 0, 1, 0.15),
        )
        + fill(CAP, paint("front-cap"))
        + fill("M-26 -226L26 -226L20 -100L-20 -100Z", lighter(colours.main, 0.2), 0.9)
        + stroke("M-96 -94Q0 -110 96 -94", darker(cloth, 0.5), 9)
        + stroke(
            "M-98 -102Q0 -118 98 -102M-60 -216Q-92 -160 -96 -104M60 -216Q92 -160 96 -104",
            lighter(cloth, 0.5),
            2.2,
            0.8,
            "6 5",
        )
        + ramp(
            "front-cup",
            even(lighter(colours.metal, 0.3), darker(colours.metal, 0.5)),
            along=(0, 0, 1, 0.3),
        )
        + moved(cup, -166, 40)
        + moved(cup, 166, 40)
        + stroke(boom, "#0b0d14", 8)
        + stroke(boom, "#5a6478", 2.5, 0.9)
        + oval(-106, 190, 13, 9, "#0b0d14")
        + oval(-109, 187, 5, 3, "#7d879a")
    )


def _shell(colours: Palette) -> str:
    white = mix(colours.main, "#ffffff", 0.4)
    tones = (
        (0.0, lighter(white, 0.6), 1.0),
        (0.5, white, 1.0),
        (0.8, darker(white, 0.35), 1.0),
        (1.0, darker(white, 0.68), 1.0),
    )
    whole = f'<path d="{SHELL}{OPENING}" fill="url(#front-shell)" fill-rule="evenodd"/>'
    lamp = (
        oval(0, 0, 26, 34, darker(colours.metal, 0.5))
        + oval(-2, -2, 19, 26, "#f6fbff")
        + oval(-6, -10, 8, 10, "#ffffff")
    )
    studs = [(-262.0, 120.0), (-240.0, 196.0), (-206.0, 262.0)]
    return (
        glow("front-shell", tones, at=(0.32, 0.3), reach=0.85)
        + whole
        + stroke("M-284 90Q-252 232 -166 318M284 90Q252 232 166 318", darker(white, 0.5), 2.5, 0.7)
        + stroke("M-276 60C-270 180 -226 270 -150 322", colours.accent, 13, 0.95)
        + stroke("M276 60C270 180 226 270 150 322", darker(colours.accent, 0.35), 13, 0.95)
        + rivets("front", colours.metal, studs + [(-x, y) for x, y in studs], 5)
        + stroke(OPENING, "#10131c", 20)
        + stroke(OPENING, "#3c4456", 6, 0.9)
        + stroke("M-226 40C-226 -90 -130 -172 0 -174", "#ffffff", 2.5, 0.6)
        + moved(lamp, -276, -36, 8)
        + moved(lamp, 276, -36, -8)
    )


def _visor(look: Look, glint: str) -> str:
    gold = mix(look.palette.accent, "#e8b04a", 0.72)
    tones = (
        (0.0, darker(gold, 0.55), 1.0),
        (0.16, lighter(gold, 0.55), 1.0),
        (0.3, gold, 1.0),
        (0.55, darker(gold, 0.5), 1.0),
        (0.72, mix(gold, glint, 0.45), 1.0),
        (0.86, lighter(gold, 0.35), 1.0),
        (1.0, darker(gold, 0.62), 1.0),
    )
    shine = "M-236 -110C-210 -230 -110 -306 -10 -322C-90 -280 -160 -220 -190 -146Z"
    return (
        moved(fill(VISOR, "#05070e", 0.45), 0, 14)
        + ramp("front-visor", tones, along=(0, 0, 1, 0.35))
        + fill(VISOR, paint("front-visor"))
        + ramp("front-visor-low", fading("#1a0c04", 0.0, 0.0, 0.6))
        + fill(VISOR, paint("front-visor-low"))
        + ramp("front-shine", fading("#ffffff", 0.75, 0.1), along=(0, 0, 1, 0.6))
        + fill(shine, paint("front-shine"))
        + fill(
            "M60 -318C150 -298 220 -238 250 -150C220 -210 150 -270 60 -300Z",
            lighter(glint, 0.5),
            0.55,
        )
        + stroke(
            "M-286 -6C-270 -70 -250 -110 -222 -140C-160 -206 -80 -224 0 -224C80"
            " -224 160 -206 222 -140C250 -110 270 -70 286 -6",
            darker(gold, 0.7),
            9,
        )
        + stroke(
            "M-222 -140C-160 -206 -80 -224 0 -224C80 -224 160 -206 222 -140",
            lighter(gold, 0.6),
            3,
            0.85,
        )
        + mirrored(oval(-284, 8, 20, 26, darker(look.palette.metal, 0.4)), 0)
        + oval(-284, 8, 20, 26, look.palette.metal)
    )


def _glass(look: Look, glint: str) -> str:
    edge = (
        (0.0, "#ffffff", 0.0),
        (0.72, "#cfe2ff", 0.02),
        (0.88, "#cfe2ff", 0.16),
        (0.97, lighter(glint, 0.4), 0.42),
        (1.0, "#ffffff", 0.3),
    )
    left = (
        "M-206 30C-204 -70 -140 -144 -60 -158C-130 -124 -178 -60 -180 30C-180 110"
        " -162 180 -130 226C-180 180 -206 110 -206 30Z"
    )
    pane = "M-166 -56C-150 -96 -120 -122 -84 -136L-66 -116C-98 -104 -124 -80 -138 -46Z"
    low = (
        "M196 90C186 180 150 250 96 276C40 292 -30 292 -80 280C20 276 110 262 150"
        " 200C170 166 186 130 196 90Z"
    )
    stars = "".join(
        oval(
            look.dice.between(f"gx{number}", 168, 206),
            look.dice.between(f"gy{number}", -90, 80),
            1.8,
            1.8,
            "#ffffff",
            0.8,
        )
        for number in range(7)
    )
    return (
        glow("front-glass", edge, at=(0.5, 0.5), reach=0.52)
        + fill(OPENING, paint("front-glass"))
        + ramp("front-left", fading("#ffffff", 0.62, 0.2, 0.02), along=(0, 0, 0.8, 1))
        + fill(left, paint("front-left"))
        + fill(pane, "#ffffff", 0.5)
        + ramp("front-low", fading(lighter(glint, 0.25), 0.0, 0.55, 0.2), along=(0, 0, 1, 0))
        + fill(low, paint("front-low"))
        + stars
    )
