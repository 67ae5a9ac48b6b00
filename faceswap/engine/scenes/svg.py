"""SVG to pixels."""

from __future__ import annotations

import cv2
import numpy as np
import resvg_py
from numpy.typing import NDArray

from faceswap.engine.scenes.scene import View

Rgba = NDArray[np.uint8]
"""(height, width, 4) uint8; colours are not multiplied by alpha."""


def drawn(fragment: str, view: View, width: int, height: int) -> Rgba:
    """Return a fragment of the sheet as a picture of so many pixels, transparent where it is empty.

    Raises:
        ValueError: It is no SVG.
    """
    box = f"{view.left} {view.top} {view.right - view.left} {view.bottom - view.top}"
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{width}" height="{height}" viewBox="{box}" preserveAspectRatio="none">'
        f"{fragment}</svg>"
    )
    png = resvg_py.svg_to_bytes(svg_string=document, skip_system_fonts=True)
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.shape != (height, width, 4):
        raise ValueError("no picture was drawn")
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA), np.uint8)
