"""A king."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.scene import Drawing, Head, Light, Look, Palette, Scene

HEAD = Head(500, 430, 390)
LAMP = Light(x=-0.6, y=-0.5, z=0.6, colour="#ffe6c0", ambient="#4a4660", rim="#ffb066")


def draw(look: Look) -> Drawing:
    """Draw him: a robe with ermine, and a crown."""
    colours = look.palette
    return Drawing(
        backdrop=_hall(look),
        body=_robe(colours),
        front=HEAD.worn(_crown(colours)),
        head=HEAD,
        light=LAMP,
    )


def _hall(look: Look) -> str:
    wall = mix(look.palette.main, "#1a1420", 0.8)
    return (
        f'<rect x="-260" y="-120" width="1520" height="1380" fill="{wall}"/>'
        f'<circle cx="500" cy="420" r="460" fill="{lighter(wall, 0.18)}"/>'
    )


def _robe(colours: Palette) -> str:
    cloth, deep = colours.main, darker(colours.main, 0.45)
    return (
        '<defs><linearGradient id="body-cloth" x1="0" x2="1">'
        f'<stop stop-color="{lighter(cloth, 0.12)}"/><stop offset="1" stop-color="{deep}"/>'
        "</linearGradient></defs>"
        '<path d="M40 1260 C60 900 190 790 400 735 L500 800 L600 735 C810 790 940 900 960 1260Z"'
        ' fill="url(#body-cloth)"/>'
        '<path d="M330 750 C400 900 600 900 670 750 L720 800 C640 990 360 990 280 800Z"'
        ' fill="#f3efe6"/>'
    )


def _crown(colours: Palette) -> str:
    gold, deep = colours.metal, darker(colours.metal, 0.4)
    return (
        f'<path d="M-158 -92 L-176 -252 L-96 -180 L-52 -282 L0 -192 L52 -282 L96 -180'
        f' L176 -252 L158 -92 C90 -122 -90 -122 -158 -92Z" fill="{gold}" stroke="{deep}"'
        ' stroke-width="5"/>'
        f'<circle cy="-150" r="17" fill="{colours.accent}"/>'
    )


KING = Scene(
    name="king",
    family="royalty",
    title="a king in his hall",
    words=("king", "crown", "throne", "royal", "medieval", "monarch"),
    palette=Palette(main="#7a1f2b", second="#f3efe6"),
    draw=draw,
)
