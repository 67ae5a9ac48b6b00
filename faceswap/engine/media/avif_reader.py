"""AVIF that moves: Pillow decodes; the boxes tell the times, which it rounds to milliseconds."""

from __future__ import annotations

import io
from fractions import Fraction

from PIL import Image

from faceswap.engine.media import avif_boxes
from faceswap.engine.media.animation_source import Animation, Damaged, Gate
from faceswap.engine.media.pillow_frames import pillow_frames


def read_avif(data: bytes, gate: Gate) -> Animation:
    """Walk through an AVIF.

    Raises:
        Damaged: It is broken.
        PictureRefused: It is larger than the limits.
    """
    # This reads the boxes alone; the tables in them are checked by the decoder's library.
    with Image.open(io.BytesIO(data), formats=("AVIF",)) as image:
        width, height = image.size
        count = getattr(image, "n_frames", 1)
        has_alpha = image.mode == "RGBA"
    gate.check_sides(width, height)
    gate.check_frames(count)
    track = avif_boxes.picture_track(data)
    header = avif_boxes.find(data, track, b"mdia", b"mdhd")
    timescale = avif_boxes.timescale(data, header).read(data)
    if not timescale:
        raise Damaged("no clock")
    return Animation(
        width=width,
        height=height,
        tick=Fraction(1, timescale),
        delays=avif_boxes.delays(data, track, count),
        loops=avif_boxes.loops(data, track),
        has_alpha=has_alpha,
        is_lossless=False,
        frames=lambda: pillow_frames(data, "AVIF", count),
    )
