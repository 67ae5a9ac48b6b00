"""Which code of ours opens what; the only door from the sandbox to the readers."""

from __future__ import annotations

import importlib
import io
import pkgutil
from functools import lru_cache
from typing import BinaryIO, cast

import av
import numpy as np
from PIL import Image

from faceswap.domain.clip import ClipKind, ClipLimits
from faceswap.domain.errors import NoFrames
from faceswap.domain.kinds import moving_kind
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import sound, stills
from faceswap.engine.media.animation_reader import AnimationReader
from faceswap.engine.media.clips import ClipReader
from faceswap.engine.media.sandbox.files import Positioned
from faceswap.engine.media.sound import Sound
from faceswap.engine.media.stills import Still
from faceswap.engine.media.video_reader import VideoReader
from faceswap.engine.media.video_writer import Container

_SAMPLE_SIDE = 32
# What a picture of two megapixels takes, decoded and in Pillow's own form.
_USUAL_BYTES = 16 << 20


def open_clip(file: BinaryIO, name: str, limits: ClipLimits) -> ClipReader:
    """Open whatever moves, by its first bytes.

    Raises:
        PictureRefused: It does not move, is broken, or larger than the limits.
    """
    kind = moving_kind(file)
    if kind is None:
        raise NoFrames(name=name)
    reader = VideoReader if kind is ClipKind.VIDEO else AnimationReader
    return reader(file, name, limits)


def decode_still(file: NamedBytes, limits: PictureLimits) -> Still:
    """Decode a picture.

    Raises:
        PictureRefused: It is none, or larger than the limits, or moves.
    """
    return stills.decode(file, limits)


def mux(
    video: Positioned,
    original: Positioned,
    out: Positioned,
    container: Container,
    *,
    keep_audio: bool,
) -> Sound:
    """Join a finished video and the sound of its original, and tell what became of that.

    Raises:
        FFmpegError: The finished video cannot be read.
    """
    return sound.mux(video, cast("BinaryIO", original), out, container, keep_audio=keep_audio)


def warm_up() -> None:
    """Touch, in a child that waits for a file, what it will need for a usual picture.

    A new process shares all memory until it writes to it, page by page, and has none of its own.
    """
    stills.decode(NamedBytes("", _sample("JPEG")), PictureLimits())
    np.ones(_USUAL_BYTES, np.uint8)


def preload() -> None:
    """Import what libraries only import when they need it, which a child cannot.

    PyAV does so for each kind of stream, Pillow for what a kind of picture needs; so all of the one
    is imported, and a picture of each kind is read by the other.
    """
    for module in pkgutil.walk_packages(av.__path__, "av."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    Image.init()
    for kind in stills.READABLE:
        stills.decode(NamedBytes(kind, _sample(kind)), PictureLimits())


@lru_cache(maxsize=len(stills.READABLE))
def _sample(kind: str) -> bytes:
    """Return a small picture of a kind."""
    picture = Image.fromarray(np.zeros((_SAMPLE_SIDE, _SAMPLE_SIDE, 4), np.uint8))
    stream = io.BytesIO()
    (picture.convert("RGB") if kind == "JPEG" else picture).save(stream, kind)
    return stream.getvalue()
