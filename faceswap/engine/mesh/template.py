"""Templates as bytes.

A template is a small archive: the layers as one JPEG (they are brightness and two colours, which is
what a JPEG's channels are), what is known of them as a PNG, and the numbers as JSON, the colour of
the skin among them. It holds no photo: light, hair, surroundings and all beyond the face's outline
are gone.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Collection
from typing import cast

import numpy as np
from PIL import Image

from faceswap.domain.errors import IdUnreadable
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.mesh.detail import LEAST, MOST, FaceDetail
from faceswap.engine.mesh.gaze import Gaze
from faceswap.engine.mesh.topology import FACE

MAGIC = b"VSGMESH1"
QUALITY = 95
# Colours seldom leave this range, either way of none; brightness has its own.
HUE_RANGE = 0.6
# Coordinates are kept as 16-bit numbers of this many parts of the canonical unit.
SHAPE_PARTS = 4096.0
PARTS = 4
SIDES = (128, 256, 512, 1024)
KNOWN_SIDE = 128
# Wider faces are in no picture.
MOST_NUMBER = 100_000.0
MOST_LEVEL = 255.0
# Faces differ from the canonical one by 0.36 at most, in its own unit.
MOST_UNLIKE = 1.0
# What reading bytes that were never a template, or are no longer one, raises.
DAMAGE = (
    *(ValueError, LookupError, TypeError, ArithmeticError, OSError, EOFError, SyntaxError),
    *(RecursionError, struct.error),
)


def dump(face: FaceDetail) -> bytes:
    """Return a face as bytes."""
    numbers = {
        "openings": face.openings,
        "gaze": [face.gaze.right, face.gaze.left],
        "saturation": face.saturation,
        "blur": face.blur,
        "width": face.width,
    }
    if face.skin is not None:
        numbers["skin"] = face.skin
    known = Image.fromarray(np.round(face.known * 255).astype(np.uint8))
    levels = _as_levels(face.layers)
    layers = Image.frombytes("YCbCr", levels.shape[1::-1], levels.tobytes())
    parts = [
        _save(layers, "JPEG", quality=QUALITY, subsampling=0),
        _save(known, "PNG", optimize=True),
        np.round(face.shape * SHAPE_PARTS).astype("<i2").tobytes(),
        json.dumps(numbers).encode(),
    ]
    return MAGIC + b"".join(struct.pack("<I", len(part)) + part for part in parts)


def load(data: bytes) -> FaceDetail:
    """Return the face that `dump` made bytes of.

    Raises:
        IdUnreadable: They are something else.
    """
    try:
        layers, known, shape, numbers = _split(data)
        facts = json.loads(numbers)
        right, left, mouth = map(_number, facts["openings"])
        gaze = [(_number(along), _number(down)) for along, down in facts["gaze"]]
        return FaceDetail(
            layers=_from_levels(np.asarray(_open(layers, "JPEG", "YCbCr", SIDES))),
            known=np.asarray(_open(known, "PNG", "L", (KNOWN_SIDE,)), np.float32) / np.float32(255),
            shape=_shape(shape),
            openings=(right, left, mouth),
            gaze=Gaze(*gaze),
            saturation=_number(facts["saturation"]),
            blur=_number(facts["blur"]),
            width=_number(facts["width"]),
            skin=_skin(facts.get("skin")),
        )
    except DAMAGE as broken:
        raise IdUnreadable from broken


def _split(data: bytes) -> list[bytes]:
    if not data.startswith(MAGIC):
        raise ValueError("not a template of this engine")
    parts: list[bytes] = []
    at = len(MAGIC)
    while at < len(data) and len(parts) < PARTS:
        (length,) = struct.unpack_from("<I", data, at)
        parts.append(data[at + 4 : at + 4 + length])
        at += 4 + length
    if at != len(data):
        raise ValueError("cut short, or with something behind it")
    return parts


def _number(value: object) -> float:
    if not isinstance(value, float | int) or not abs(value) < MOST_NUMBER:
        raise ValueError("no number of a face")
    return float(value)


def _skin(value: object) -> tuple[float, float, float] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise ValueError("no colour of skin")
    red, green, blue = map(_number, cast("list[object]", value))
    if not all(0 <= part <= MOST_LEVEL for part in (red, green, blue)):
        raise ValueError("no colour of skin")
    return red, green, blue


def _shape(data: bytes) -> Floats:
    shape = np.frombuffer(data, "<i2").reshape(468, 3).astype(np.float32) / SHAPE_PARTS
    if np.abs(shape - FACE.canonical).max() > MOST_UNLIKE:
        raise ValueError("not the shape of a face")
    return shape


def _as_levels(layers: Floats) -> Pixels:
    brightness = (layers[..., 0] - LEAST) / (MOST - LEAST)
    hues = layers[..., 1:] / (2 * HUE_RANGE) + 128 / 255
    levels = np.dstack([brightness, hues]) * 255
    return np.clip(np.round(levels), 0, 255).astype(np.uint8)


def _from_levels(levels: Pixels) -> Floats:
    shares = levels.astype(np.float32) / np.float32(255)
    brightness = shares[..., :1] * (MOST - LEAST) + LEAST
    hues = (shares[..., 1:] - 128 / 255) * (2 * HUE_RANGE)
    return np.concatenate([brightness, hues], axis=2).astype(np.float32)


def _save(image: Image.Image, kind: str, **settings: int | bool) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **settings)
    return stream.getvalue()


def _open(data: bytes, kind: str, mode: str, sides: Collection[int]) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=[kind])
    if image.width != image.height or image.width not in sides:
        raise ValueError("a texture of this size was not made here")
    # Pillow would turn a JPEG's three channels into RGB.
    image.draft(mode, image.size)
    if image.mode != mode:
        raise ValueError("a texture of such channels was not made here")
    image.load()
    return image
