"""A GIF's colours: a palette for each frame, exact where it can be.

What a swap did not touch is made of few colours, each of many pixels; a new face is made of many
colours, each of few. So the common ones are kept exactly, and only the rest is told by others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from faceswap.engine.media.animation_source import Pixels

Floats = NDArray[np.float32]
Keys = NDArray[np.uint32]

# One number is left for what does not change.
MOST_COLORS = 255
# A colour of at least this many pixels, or this share of them, is one of the frame's own.
COMMON_PIXELS = 8
COMMON_SHARE = 1 / 4000
# New colours get at least this many numbers, and more the more of the frame they are.
LEAST_NEW = 56
# Colours are mixed from two; this is how much their contrast weighs against the mix being wrong.
CONTRAST_WEIGHT = 0.12
# So many new colours are rounded to 6 bits a channel before they are looked for.
MANY = 16_384
ROUND_DOWN, ROUND_MIDDLE = np.uint8(0xFC), np.uint8(0x02)
CHUNK = 2048
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


def paint(
    colors: Pixels,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    is_settled: NDArray[np.bool_],
) -> Painted:
    """Return colours, (n, 3), by number; `rows` and `columns` tell where on the canvas they are.

    `is_settled` marks those that were shown there before, and would flicker if they changed.
    """
    keys = _keys(colors)
    # The types that NumPy states for this call's three answers are too wide.
    found = np.unique(keys, return_inverse=True, return_counts=True)
    unique, inverse, counts = cast("tuple[Keys, NDArray[np.intp], NDArray[np.intp]]", found)
    if len(unique) <= MOST_COLORS:
        return Painted(_unpacked(unique), inverse.astype(np.uint8))
    is_own = _own_colors(counts, np.bincount(inverse[is_settled], minlength=len(unique)))
    is_new = ~is_own[inverse]
    own = _unpacked(unique[is_own])
    palette = np.concatenate([own, _adapted(colors[is_new], MOST_COLORS - len(own))])
    numbers = np.empty(len(colors), np.uint8)
    numbers[~is_new] = (np.cumsum(is_own) - 1)[inverse[~is_new]]
    numbers[is_new] = _mixed(colors[is_new], palette, _thresholds(rows[is_new], columns[is_new]))
    return Painted(palette, numbers)


def exactly(colors: Pixels, palette: Pixels) -> Pixels | None:
    """Return colours, (n, 3), by their numbers in a palette; None where one is not in it."""
    keys, known = _keys(colors), _keys(palette)
    order = np.argsort(known)
    at = np.searchsorted(known[order], keys).clip(0, len(known) - 1)
    numbers = order[at]
    return numbers.astype(np.uint8) if bool((known[numbers] == keys).all()) else None


def _keys(colors: Pixels) -> Keys:
    parts = colors.astype(np.uint32)
    return (parts[:, 0] << 16 | parts[:, 1] << 8 | parts[:, 2]).astype(np.uint32)


def _unpacked(keys: Keys) -> Pixels:
    return np.stack([keys >> 16, keys >> 8 & 255, keys & 255], axis=1).astype(np.uint8)


def _own_colors(counts: NDArray[np.intp], settled: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which colours are kept exactly, the most common first."""
    total = counts.sum()
    is_common = (counts >= max(COMMON_PIXELS, total * COMMON_SHARE)) | (settled > 0)
    share_new = 1 - counts[is_common].sum() / total
    most = MOST_COLORS - max(LEAST_NEW, round(MOST_COLORS * float(np.sqrt(share_new))))
    is_own = np.zeros(len(counts), np.bool_)
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


def _mixed(colors: Pixels, palette: Pixels, thresholds: Floats) -> NDArray[np.uint8]:
    """Return each colour's number, of the two that mix it best, by its place's threshold."""
    if len(colors) > MANY:
        colors = (colors & ROUND_DOWN) | ROUND_MIDDLE
    unique, inverse = np.unique(_keys(colors), return_inverse=True)
    table = palette.astype(np.float32)
    pairs = [
        _pair(_unpacked(unique[at : at + CHUNK]).astype(np.float32), table)
        for at in range(0, len(unique), CHUNK)
    ]
    near, far, share = (np.concatenate(parts)[inverse] for parts in zip(*pairs, strict=True))
    return np.where(share > thresholds, far, near).astype(np.uint8)


def _pair(colors: Floats, table: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    """Return the nearest colour's number, another's to mix in, and the other's share, 0 to 0.5."""
    rows = np.arange(len(colors))
    among = table @ table.T
    norms = np.diagonal(among)
    across = colors @ table.T
    distances = norms - 2 * across
    near = distances.argmin(axis=1)
    error = distances[rows, near] + (colors**2).sum(axis=1)
    # With d the step from the nearest to another: d.d, and (colour - nearest).d
    step = norms[near][:, None] - 2 * among[near] + norms
    along = across - across[rows, near][:, None] - among[near] + norms[near][:, None]
    share = np.clip(along / np.maximum(step, 1e-3), 0, 0.5)
    wrong = error[:, None] - 2 * share * along + share**2 * step
    wrong += CONTRAST_WEIGHT * share * (1 - share) * step
    far = wrong.argmin(axis=1)
    return near, far, share[rows, far].astype(np.float32)


def _bayer(side: int) -> NDArray[np.intp]:
    if side == 1:
        return np.zeros((1, 1), np.intp)
    half = 4 * _bayer(side // 2)
    return np.block([[half, half + 2], [half + 3, half + 1]])


PATTERN = ((_bayer(BAYER) + 0.5) / BAYER**2).astype(np.float32)


def _thresholds(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Floats:
    return PATTERN[rows % BAYER, columns % BAYER]
