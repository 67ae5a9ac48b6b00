"""A GIF's colours: a palette for each frame, exact where it can be.

What a swap did not touch is made of few colours, each of many pixels; a new face is made of many
colours, each of few. So the common ones are kept exactly, and only the rest is told by others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from faceswap.engine.media.animation_changes import Mask
from faceswap.engine.media.animation_source import Pixels

Floats = NDArray[np.float32]
Keys = NDArray[np.uint32]

# One number is left for what does not change.
MOST_COLORS = 255
NEW = 255
# A colour of at least this many pixels, or this share of them, is one of the frame's own.
COMMON_PIXELS = 8
COMMON_SHARE = 1 / 4000
# New colours get at least this many numbers, and more the more of the frame they are.
LEAST_NEW = 56
# Colours are mixed from two; this is how much their contrast weighs against the mix being wrong.
CONTRAST_WEIGHT = 0.12
# So many new colours are rounded to 6 bits a channel before they are looked for.
MANY = 16_384
ROUND_MIDDLE = 2
# So few are worked on at a time that what is between stays in the cache.
CHUNK = 256
LEAST_STEP = np.float32(1e-3)
# New colours are learned from about so many pixels, and corrected until less than one in so many
# changes its colour: a fifth less error than the cut alone has, at a bounded price.
SAMPLE = 10_000
STILL_MOVING = 50
# An ordered pattern stands still where a diffused error would crawl from frame to frame.
BAYER = 8


@dataclass(frozen=True, slots=True)
class Painted:
    """Pixels by number: `palette`, (n, 3) with n up to 255, and `numbers`, one of each pixel."""

    palette: Pixels
    numbers: Pixels


class Painter:
    """Gives colours their numbers; one frame's at a time."""

    def __init__(self) -> None:
        # A number for each colour there is: looked up, where sorting pixels would take longest.
        self._table: Pixels = np.empty(1 << 24, np.uint8)

    def paint(self, keys: Keys, thresholds: Floats, is_settled: Mask, common: Pixels) -> Painted:
        """Return colours, (n,) as `packed` has them, by number; by those of `common` if all can be.

        `thresholds` tell where in the pattern of mixed colours they are. `is_settled` marks those
        that were shown there before, and would flicker if they changed.
        """
        unique, counts = _counted(keys)
        if len(common) and self._are_all_in(unique, common):
            return Painted(common, self._table[keys])
        if len(unique) <= MOST_COLORS:
            return Painted(unpacked(unique), self._numbered(keys, unique, unique))
        own = unique[_own_colors(counts, self._are_among(unique, keys[is_settled]))]
        numbers = self._numbered(keys, unique, own)
        at = np.flatnonzero(numbers == NEW)
        new = unpacked(keys[at])
        palette = np.concatenate([unpacked(own), _adapted(new, MOST_COLORS - len(own))])
        numbers[at] = _mixed(new, palette, thresholds[at])
        return Painted(palette, numbers)

    def _are_all_in(self, unique: Keys, palette: Pixels) -> bool:
        self._numbered(unique, unique, packed(palette))
        return bool((self._table[unique] != NEW).all())

    def _are_among(self, unique: Keys, some: Keys) -> Mask:
        self._table[unique] = 0
        self._table[some] = 1
        return self._table[unique] > 0

    def _numbered(self, keys: Keys, unique: Keys, known: Keys) -> Pixels:
        """Return keys by their places among those that are known, and `NEW` for others."""
        self._table[unique] = NEW
        # Of those that are known twice, the first is taken.
        self._table[known[::-1]] = np.arange(len(known), dtype=np.uint8)[::-1]
        return self._table[keys]


def packed(colors: Pixels) -> Keys:
    """Return colours, (n, 3), as a number of 24 bits each, red the lowest."""
    red, green, blue = colors.T.astype(np.uint32)
    return red | green << np.uint32(8) | blue << np.uint32(16)


def unpacked(keys: Keys) -> Pixels:
    """Return colours, (n, 3), from a number each."""
    return np.ascontiguousarray(keys, "<u4").view(np.uint8).reshape(-1, 4)[:, :3]


def thresholds(height: int, width: int) -> Floats:
    """Return the pattern of mixed colours for a canvas, (height, width)."""
    repeats = -(-height // BAYER), -(-width // BAYER)
    return np.ascontiguousarray(np.tile(PATTERN, repeats)[:height, :width])


def _counted(keys: Keys) -> tuple[Keys, NDArray[np.intp]]:
    """Return what keys there are, in order, and how many of each."""
    ordered = np.sort(keys)
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(keys)])
    return ordered[starts], np.diff(starts, append=len(keys))


def _own_colors(counts: NDArray[np.intp], is_settled: Mask) -> Mask:
    """Return which colours are kept exactly, the most common first."""
    total = counts.sum()
    is_common = (counts >= max(COMMON_PIXELS, total * COMMON_SHARE)) | is_settled
    share_new = 1 - counts[is_common].sum() / total
    most = MOST_COLORS - max(LEAST_NEW, round(MOST_COLORS * float(np.sqrt(share_new))))
    is_own: Mask = np.zeros(len(counts), np.bool_)
    ranked = np.argsort(-counts, kind="stable")[: max(0, most)]
    is_own[ranked] = is_common[ranked]
    return is_own


def _adapted(colors: Pixels, most: int) -> Pixels:
    """Return a palette for colours that are too many, by median cut."""
    sample = np.ascontiguousarray(colors[:: -(-len(colors) // SAMPLE)])
    settled = len(sample) // STILL_MOVING
    cut = Image.fromarray(sample[None]).quantize(most, Image.Quantize.MEDIANCUT, kmeans=settled)
    told = np.array(cut.getpalette() or [0, 0, 0], np.uint8).reshape(-1, 3)
    return told[:most]


def _mixed(colors: Pixels, palette: Pixels, thresholds: Floats) -> Pixels:
    """Return each colour's number, of the two that mix it best, by its place's threshold."""
    unique, inverse = _distinct(colors)
    table = palette.astype(np.float32)
    steps = ((table[:, None] - table) ** 2).sum(axis=2)
    pairs = [
        _pair(unpacked(unique[at : at + CHUNK]).astype(np.float32), table, steps)
        for at in range(0, len(unique), CHUNK)
    ]
    near, far, share = (np.concatenate(parts)[inverse] for parts in zip(*pairs, strict=True))
    return np.where(share > thresholds, far, near)


def _distinct(colors: Pixels) -> tuple[Keys, NDArray[np.intp]]:
    """Return what colours there are, and which of them each is; many are rounded."""
    if len(colors) <= MANY:
        return np.unique(packed(colors), return_inverse=True)
    red, green, blue = (colors >> 2).T.astype(np.uint32)
    rounded = red | green << np.uint32(6) | blue << np.uint32(12)
    is_there = np.zeros(1 << 18, np.bool_)
    is_there[rounded] = True
    unique = np.flatnonzero(is_there)
    fine = np.stack([unique & 63, unique >> 6 & 63, unique >> 12], axis=1) << 2 | ROUND_MIDDLE
    return packed(fine.astype(np.uint8)), (np.cumsum(is_there) - 1)[rounded]


def _pair(colors: Floats, table: Floats, steps: Floats) -> tuple[Pixels, Pixels, Floats]:
    """Return the nearest colour's number, another's to mix in, and the other's share, 0 to 0.5.

    `steps` are the squares of the distances between the table's colours.
    """
    rows = np.arange(len(colors))
    distances = (table**2).sum(axis=1) - 2 * (colors @ table.T)
    near = distances.argmin(axis=1)
    # With d the step from the nearest to another: along = (colour - nearest).d / d.d
    step = steps[near]
    along = distances[rows, near][:, None] - distances
    along /= np.maximum(step, LEAST_STEP)
    along += 1
    along *= 0.5
    share = np.clip(along, 0, 0.5)
    # What is wrong with the mix, and its contrast, over what the nearest alone has.
    wrong = share * (1 - CONTRAST_WEIGHT)
    along *= 2
    wrong -= along
    wrong += CONTRAST_WEIGHT
    wrong *= share
    wrong *= step
    far = wrong.argmin(axis=1)
    return near.astype(np.uint8), far.astype(np.uint8), share[rows, far]


def _bayer(side: int) -> NDArray[np.intp]:
    if side == 1:
        return np.zeros((1, 1), np.intp)
    half = 4 * _bayer(side // 2)
    return np.block([[half, half + 2], [half + 3, half + 1]])


PATTERN = ((_bayer(BAYER) + 0.5) / BAYER**2).astype(np.float32)
