"""A doctor in a clinic."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.backdrops import office
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import fill, gathered, oval, stroke
from faceswap.engine.scenes.scene import Drawing, Head, Light, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.tailored import buttons, coat, lapels

HEAD = Head(500, 452, 372, yaw=-7, roll=1)
LAMP = Light(
    x=0.45, y=-0.45, z=0.75, colour="#f8fbff", ambient="#b5c2c9", strength=0.45, rim="#ffffff"
)
TUBE = "M398 742C372 850 392 930 452 962C520 998 596 930 604 742"


def draw(look: Look) -> Drawing:
    """Draw them: a white coat over scrubs, a stethoscope, a badge."""
    colours = look.palette
    scrubs = "M380 712C430 800 570 800 620 712L660 800L600 1260H400L340 800Z"
    neck = "M398 706L500 868L602 706"
    body = (
        coat(colours.main, LAMP.rim)
        + fill(scrubs, colours.second)
        + stroke("M440 880C450 1010 452 1130 446 1260", darker(colours.second, 0.4), 6, 0.6)
        + stroke(neck, darker(colours.second, 0.35), 15)
        + stroke(neck, lighter(colours.second, 0.2), 4, 0.6)
        + lapels(colours.main, 0.8)
        + _stethoscope(colours)
        + _badge(look)
        + buttons(darker(colours.main, 0.12), [(516, 1238)], 11)
    )
    place = office.draw(replace(look, palette=office.OFFICE.palette))
    return Drawing(place.svg, gathered(body), "", HEAD, LAMP, softness=26)


def _stethoscope(colours: Palette) -> str:
    end = "M452 962C470 1010 474 1050 470 1090"
    return (
        stroke(TUBE + end, "#0c0f16", 22, 0.35)
        + stroke(TUBE + end, colours.accent, 16)
        + stroke(TUBE, lighter(colours.accent, 0.5), 4, 0.7)
        + oval(470, 1112, 34, 34, darker("#c9ced6", 0.3))
        + oval(468, 1109, 29, 29, "#c9ced6")
        + oval(460, 1100, 13, 11, "#f6f8fa", 0.9)
    )


def _badge(look: Look) -> str:
    name = look.dice.between("name", 60, 96)
    return (
        fill("M672 944H786V1016H672Z", "#f4f7fa")
        + fill("M672 944H786V962H672Z", look.palette.second)
        + fill("M682 972H712V1006H682Z", "#c4b09c")
        + stroke(f"M722 980h{name * 0.6:.0f}M722 996h{name * 0.4:.0f}", "#66707c", 5)
        + fill("M722 930H738V948H722Z", "#9aa3ae")
    )


DOCTOR = Scene(
    name="doctor",
    family="trades",
    title="a doctor in the clinic",
    words=(
        *("doctor", "physician", "surgeon", "nurse", "medic", "stethoscope", "hospital"),
        *("clinic", "medical", "medicine", "dentist", "vet", "scrubs"),
    ),
    palette=Palette(main="#e8edf1", second="#2f8f96", metal="#c9ced6", accent="#2c3440"),
    draw=draw,
)
