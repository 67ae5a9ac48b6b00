"""Regions of a clip's frames as RGB, and back into their planes.

Only a face's surroundings are ever converted. What comes back is added as a difference, so that
every sample outside the face stays as it was, exactly, and none inside is rounded twice.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap.engine.media.clips import Bytes, ClipInfo, Matrix, PixelFormat
from faceswap.engine.media.marks import Stamp
from faceswap.engine.media.scaling import Transform, scaled_down, square_of

Pixels = NDArray[np.uint8]
"""(height, width, 3) uint8 RGB."""
Edges = tuple[int, int, int, int]
"""Left, top, right and bottom of a region in pixels, the last two outside it."""

# What a transparent animation is shown on, as stills are.
GROUND = 128
GLANCE_ROWS = 36
# The shares of red and blue in luma.
WEIGHTS = {Matrix.BT601: (0.299, 0.114), Matrix.BT709: (0.2126, 0.0722)}
# From a plane of half the sides to one of the whole; the middles of pixels are whole numbers.
HALF_TO_WHOLE = np.array([[2, 0, 0.5], [0, 2, 0.5], [0, 0, 1]])


class Canvas(Protocol):
    """A frame that is being worked on; sides in pixels."""

    @property
    def width(self) -> int:
        """Return the width."""
        ...

    @property
    def height(self) -> int:
        """Return the height."""
        ...

    def within(self, edges: Edges) -> Edges:
        """Return a region as it can be cut: inside the frame, and aligned as its planes need."""
        ...

    def cut(self, edges: Edges) -> Pixels:
        """Return a copy of a region that `within` gave."""
        ...

    def paste(self, edges: Edges, old: Pixels, new: Pixels) -> None:
        """Change a region from what was cut to something else; what is equal stays untouched."""
        ...

    def put(self, stamp: Stamp) -> None:
        """Draw a mark that was made for frames of this size."""
        ...

    def square(self, matrix: Transform, side: int) -> Pixels:
        """Return a square cut from the frame; `matrix` (2, 3) takes its pixels to the square's."""
        ...

    def shrunk(self, longer: int) -> Pixels:
        """Return a small copy of the frame, its longer side so long at most."""
        ...

    def glance(self) -> Bytes:
        """Return the brightness of few single pixels, evenly spread: about 36 rows."""
        ...


def canvas_of(planes: tuple[Bytes, ...], info: ClipInfo) -> Canvas:
    """Return a frame of a clip to work on; its planes are changed in place."""
    if info.layout.pixels is PixelFormat.RGBA:
        return RgbaCanvas(planes[0], has_alpha=info.has_alpha)
    return YuvCanvas(planes, info.matrix, is_full_range=info.is_full_range)


class RgbaCanvas:
    """A frame (height, width, 4) uint8; its alpha is left as it is."""

    def __init__(self, rgba: Bytes, *, has_alpha: bool) -> None:
        self._rgba = rgba
        self._has_alpha = has_alpha
        self.height, self.width = rgba.shape[:2]

    def within(self, edges: Edges) -> Edges:
        """Return a region as it can be cut."""
        return _clipped(edges, self.width, self.height)

    def cut(self, edges: Edges) -> Pixels:
        """Return a copy of a region, on grey where it can be seen through."""
        left, top, right, bottom = edges
        return self._shown(self._rgba[top:bottom, left:right])

    def paste(self, edges: Edges, old: Pixels, new: Pixels) -> None:
        """Change a region from what was cut to something else."""
        left, top, right, bottom = edges
        colours = self._rgba[top:bottom, left:right, :3]
        np.copyto(colours, new, where=(old != new).any(axis=2, keepdims=True))

    def put(self, stamp: Stamp) -> None:
        """Draw a mark, also on what can be seen through."""
        self._rgba[stamp.slices] = stamp.on_rgba(self._rgba[stamp.slices])

    def square(self, matrix: Transform, side: int) -> Pixels:
        """Return a square cut from the frame, on grey where it can be seen through."""
        return self._shown(square_of(self._rgba, matrix, side))

    def shrunk(self, longer: int) -> Pixels:
        """Return a small copy of the frame."""
        size = _small_size(self.width, self.height, longer)
        return self._shown(scaled_down(self._rgba, *size))

    def glance(self) -> Bytes:
        """Return the brightness of few single pixels."""
        step = max(1, self.height // GLANCE_ROWS)
        sparse = np.ascontiguousarray(self._rgba[step // 2 :: step, step // 2 :: step])
        return np.asarray(cv2.cvtColor(self._shown(sparse), cv2.COLOR_RGB2GRAY), np.uint8)

    def _shown(self, rgba: Bytes) -> Pixels:
        colours = np.ascontiguousarray(rgba[..., :3])
        if not self._has_alpha:
            return colours
        share = rgba[..., 3:].astype(np.uint16)
        return ((colours * share + GROUND * (255 - share) + 127) // 255).astype(np.uint8)


class YuvCanvas:
    """A frame of three planes, 8-bit 4:2:0."""

    def __init__(self, planes: tuple[Bytes, ...], matrix: Matrix, *, is_full_range: bool) -> None:
        self._luma, *self._chroma = planes
        self._is_full_range = is_full_range
        self._to_rgb, self._to_yuv = _conversions(matrix, is_full_range)
        self.height, self.width = self._luma.shape

    def within(self, edges: Edges) -> Edges:
        """Return a region as it can be cut: with even edges."""
        left, top, right, bottom = _clipped(edges, self.width, self.height)
        return left & ~1, top & ~1, (right + 1) & ~1, (bottom + 1) & ~1

    def cut(self, edges: Edges) -> Pixels:
        """Return a copy of a region."""
        left, top, right, bottom = edges
        half = slice(top // 2, bottom // 2), slice(left // 2, right // 2)
        chroma = [
            cv2.resize(plane[half], (right - left, bottom - top), interpolation=cv2.INTER_LINEAR)
            for plane in self._chroma
        ]
        # Channels are put together thrice as fast from rows that follow each other.
        return self._as_rgb(self._luma[top:bottom, left:right].copy(), *chroma)

    def paste(self, edges: Edges, old: Pixels, new: Pixels) -> None:
        """Change a region from what was cut to something else."""
        left, top, right, bottom = edges
        change = cv2.transform(cv2.subtract(new, old, dtype=cv2.CV_16S), self._to_yuv)
        _add(self._luma[top:bottom, left:right], cv2.extractChannel(change, 0))
        half = cv2.resize(
            change, ((right - left) // 2, (bottom - top) // 2), interpolation=cv2.INTER_AREA
        )
        for channel, plane in enumerate(self._chroma, 1):
            part = plane[top // 2 : bottom // 2, left // 2 : right // 2]
            _add(part, cv2.extractChannel(half, channel))

    def put(self, stamp: Stamp) -> None:
        """Draw a mark."""
        black, white = (0, 255) if self._is_full_range else (16, 235)
        self._luma[stamp.slices] = stamp.on_luma(self._luma[stamp.slices], black, white)
        for plane in self._chroma:
            plane[stamp.half] = stamp.on_chroma(plane[stamp.half])

    def square(self, matrix: Transform, side: int) -> Pixels:
        """Return a square cut from the frame."""
        left, top, right, bottom = self.within(_spanned(matrix, side))
        here = matrix @ np.array([[1, 0, left], [0, 1, top], [0, 0, 1]])
        halved = here @ HALF_TO_WHOLE
        half = slice(top // 2, bottom // 2), slice(left // 2, right // 2)
        # Copied row by row first: a frame of another process is in no cache, and turned squares
        # jump about in it.
        return self._as_rgb(
            square_of(self._luma[top:bottom, left:right].copy(), here, side),
            *(square_of(plane[half].copy(), halved, side) for plane in self._chroma),
        )

    def shrunk(self, longer: int) -> Pixels:
        """Return a small copy of the frame."""
        size = _small_size(self.width, self.height, longer)
        planes = (self._luma, *self._chroma)
        return self._as_rgb(*(scaled_down(plane, *size) for plane in planes))

    def glance(self) -> Bytes:
        """Return the brightness of few single pixels."""
        step = max(1, self.height // GLANCE_ROWS)
        return self._luma[step // 2 :: step, step // 2 :: step].copy()

    def _as_rgb(self, *planes: cv2.typing.MatLike) -> Pixels:
        return np.asarray(cv2.transform(cv2.merge(planes), self._to_rgb), np.uint8)


def _add(plane: Bytes, change: cv2.typing.MatLike) -> None:
    plane[:] = cv2.add(plane, change, dtype=cv2.CV_8U)


@lru_cache(maxsize=4)
def _conversions(matrix: Matrix, is_full_range: bool) -> tuple[NDArray, NDArray]:
    """Return (3, 4) from YUV to RGB, and (3, 3) from a difference in RGB to one in YUV."""
    red, blue = WEIGHTS[matrix]
    luma = np.array([red, 1 - red - blue, blue])
    forward = np.stack(
        [luma, ([0, 0, 1] - luma) / (2 * (1 - blue)), ([1, 0, 0] - luma) / (2 * (1 - red))]
    )
    scale = np.ones(3) if is_full_range else np.array([219, 224, 224]) / 255
    forward = forward * scale[:, None]
    back = np.linalg.inv(forward)
    offset = np.array([0 if is_full_range else 16, 128, 128])
    to_rgb = np.hstack([back, (-back @ offset)[:, None]])
    return to_rgb.astype(np.float32), forward.astype(np.float32)


def _spanned(matrix: Transform, side: int) -> Edges:
    """Return the rectangle of a frame's pixels from which a square of it is sampled."""
    back = np.asarray(cv2.invertAffineTransform(matrix))
    spots = np.array([[0, 0, 1], [side, 0, 1], [0, side, 1], [side, side, 1]]) @ back.T
    # Beyond the corners by what is averaged for a cell, and two of planes of half the sides.
    reach = 4 + int(np.hypot(*back[0, :2]))
    left, top = (int(low) - reach for low in spots.min(axis=0))
    right, bottom = (int(high) + reach for high in spots.max(axis=0))
    return left, top, right, bottom


def _clipped(edges: Edges, width: int, height: int) -> Edges:
    left, top, right, bottom = edges
    left, top = min(max(0, left), width - 1), min(max(0, top), height - 1)
    return left, top, min(max(right, left + 1), width), min(max(bottom, top + 1), height)


def _small_size(width: int, height: int, longer: int) -> tuple[int, int]:
    scale = min(1.0, longer / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))
