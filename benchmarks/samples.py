"""Pictures to measure with, out of installed packages, as a member would upload them."""

import io
from importlib import metadata

from PIL import Image

from faceswap.domain.face import Template
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.ports import SwapOrder, WeightedTemplate

MOST_BYTES = 25_000_000
ASTRONAUT = ("scikit-image", "skimage/data/astronaut.png")
SIX = ("insightface", "insightface/data/images/t1.jpg")
# Package and file, the part that is cut out, and how many times it is enlarged.
PICTURES = {
    "portrait": (ASTRONAUT, (16, 0, 496, 270), 4),
    "six people": (SIX, (0, 0, 1280, 886), 1),
    "large": (ASTRONAUT, (0, 0, 512, 512), 8),
}


def picture(name: str) -> NamedBytes:
    """Return one of the pictures as a JPEG."""
    (package, path), box, times = PICTURES[name]
    photo = Image.open(str(metadata.distribution(package).locate_file(path))).convert("RGB")
    size = (box[2] - box[0]) * times, (box[3] - box[1]) * times
    stream = io.BytesIO()
    photo.resize(size, Image.Resampling.LANCZOS, box).save(stream, "JPEG", quality=92)
    return NamedBytes(f"{name}.jpg", stream.getvalue())


def order(name: str, who: Template, faces: int = 1) -> SwapOrder:
    """Return the order of a plain swap of so many faces of a picture."""
    cast = (WeightedTemplate(who, 1.0),)
    return SwapOrder(picture(name), (cast,) * faces, Options(), MOST_BYTES)
