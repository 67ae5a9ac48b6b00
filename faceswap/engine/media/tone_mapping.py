"""Wide colours and high dynamic range to what an ordinary screen shows.

203 nits are the white of paper (ITU-R BT.2408). The light of a scene up to 92 nits, faces among it,
is left as it is; what is brighter is rolled off along the curve of ITU-R BT.2390, which ends at
1,000 nits. All of it is one table of colours, which FFmpeg looks every pixel up in.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import numpy as np
from av import VideoFrame
from av.filter import Graph
from av.video.reformatter import ColorPrimaries, ColorRange, ColorTrc
from numpy.typing import NDArray

Reals = NDArray[np.float64]

# Nits: what most cameras and graders reach, and the white of paper.
PEAK = 1000.0
WHITE = 203.0
# The gamma of an ordinary screen (ITU-R BT.1886).
SCREEN = 2.4
# SMPTE ST 2084.
PQ_M1, PQ_M2 = 2610 / 16384, 2523 / 32
PQ_C1, PQ_C2, PQ_C3 = 3424 / 4096, 2413 / 128, 2392 / 128
# ARIB STD-B67, and the gamma of a display of 1,000 nits.
HLG_A, HLG_B, HLG_C = 0.17883277, 0.28466892, 0.55991073
HLG_GAMMA = 1.2
# Red, green and blue's part in the luminance of BT.2020, and its primaries in those of BT.709.
LUMINANCE = np.array([0.2627, 0.6780, 0.0593])
TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]]
)
# A table of 49 shades a side, laid out as a picture of 343 x 343 pixels.
LEVEL = 7
# As floats: three times as fast as whole numbers in one plane, and in three planes FFmpeg 8.1 takes
# the table's green for its red.
PLANES = "gbrpf32le"
# Any will do: inside the graph, frames are only numbered.
TICK = Fraction(1, 1000)
BT2020 = 9


def is_wide(frame: VideoFrame) -> bool:
    """Tell whether the frame's colours are beyond BT.709, in brightness or in hue."""
    is_hdr = frame.color_trc in (ColorTrc.SMPTE2084, ColorTrc.ARIB_STD_B67)
    return is_hdr or frame.color_primaries == ColorPrimaries.BT2020


class ToneMapper:
    """Makes 8-bit 4:2:0 BT.709 of limited range of a clip's frames with wide colours.

    All are taken as the first is marked, and come out of its size.
    """

    def __init__(self, first: VideoFrame) -> None:
        self._size = first.width, first.height
        self._transfer = first.color_trc
        is_full = first.color_range == ColorRange.JPEG
        self._range = ColorRange.JPEG if is_full else ColorRange.MPEG
        self._graph: Graph | None = None
        self._kind: tuple[int, int, str] | None = None
        self._pushed = 0

    def map(self, frame: VideoFrame) -> VideoFrame:
        """Return another frame, as an ordinary screen shows it."""
        kind = frame.width, frame.height, frame.format.name
        graph = self._graph
        if graph is None or kind != self._kind:
            graph = self._graph = self._made(*kind)
            self._kind = kind
        frame.colorspace, frame.color_range = BT2020, self._range
        frame.pts, frame.time_base = self._pushed, TICK
        self._pushed += 1
        graph.push(frame, at=0)
        return graph.vpull()

    def _made(self, width: int, height: int, pixels: str) -> Graph:
        graph = Graph()
        graph.threads = 1
        frames = graph.add(
            "buffer",
            video_size=f"{width}x{height}",
            pix_fmt=pixels,
            time_base=str(TICK),
            colorspace="bt2020nc",
            range="pc" if self._range == ColorRange.JPEG else "tv",
        )
        table = table_frame(self._transfer)
        shades = graph.add(
            "buffer",
            video_size=f"{table.width}x{table.height}",
            pix_fmt=table.format.name,
            time_base=str(TICK),
        )
        look_up = graph.add("haldclut", interp="tetrahedral", clut="first")
        bright = [graph.add("scale", flags="bilinear"), graph.add("format", PLANES)]
        graph.link_nodes(frames, *bright)
        bright[-1].link_to(look_up, 0, 0)
        planar = [graph.add("scale"), graph.add("format", PLANES)]
        graph.link_nodes(shades, *planar)
        planar[-1].link_to(look_up, 0, 1)
        width, height = self._size
        narrow = graph.add(
            "scale",
            width=str(width),
            height=str(height),
            flags="bilinear",
            out_color_matrix="bt709",
            out_range="tv",
        )
        plain = graph.add("format", "yuv420p")
        graph.link_nodes(look_up, narrow, plain, graph.add("buffersink"))
        graph.configure()
        shades.push(table)
        shades.push(None)
        return graph


def table_frame(transfer: int) -> VideoFrame:
    """Return the colours that a screen shows, by those of a transfer, as haldclut takes them."""
    shown = np.rint(_table(transfer) * 65_535).astype(np.uint16)
    frame = VideoFrame.from_ndarray(shown.reshape(LEVEL**3, LEVEL**3, 3), "rgb48le")
    frame.pts, frame.time_base = 0, TICK
    return frame


@lru_cache(maxsize=4)
def _table(transfer: int) -> Reals:
    """Return (n, 3) signals of BT.709 for all signals of BT.2020, red running fastest."""
    shades = np.linspace(0, 1, LEVEL**2)
    blue, green, red = np.meshgrid(shades, shades, shades, indexing="ij")
    signal = np.stack([red, green, blue], -1).reshape(-1, 3)
    if transfer == ColorTrc.SMPTE2084:
        nits = _rolled_off(_from_pq(signal))
    elif transfer == ColorTrc.ARIB_STD_B67:
        nits = _rolled_off(_from_hlg(signal))
    else:
        nits = WHITE * signal**SCREEN
    return np.clip(nits / WHITE @ TO_BT709.T, 0, 1) ** (1 / SCREEN)


def _rolled_off(nits: Reals) -> Reals:
    """Darken what is brighter than a screen can show, by its brightest part: hues are kept."""
    most = nits.max(-1, keepdims=True)
    shown = _from_pq(_eetf(_to_pq(most)))
    return nits * np.divide(shown, most, out=np.ones_like(most), where=most > 0)


def _eetf(signal: Reals) -> Reals:
    """Roll off a PQ signal so that `PEAK` becomes `WHITE` (BT.2390, section 5.4.1, no lift)."""
    peak, white = _to_pq(np.array([PEAK, WHITE]))
    most = white / peak
    knee = 1.5 * most - 0.5
    given = np.minimum(signal / peak, 1)
    part = np.clip((given - knee) / (1 - knee), 0, 1)
    rolled = (
        (2 * part**3 - 3 * part**2 + 1) * knee
        + (part**3 - 2 * part**2 + part) * (1 - knee)
        + (3 * part**2 - 2 * part**3) * most
    )
    return np.where(given < knee, given, rolled) * peak


def _from_pq(signal: Reals) -> Reals:
    power = signal ** (1 / PQ_M2)
    return 10_000 * (np.maximum(power - PQ_C1, 0) / (PQ_C2 - PQ_C3 * power)) ** (1 / PQ_M1)


def _to_pq(nits: Reals) -> Reals:
    power = (nits / 10_000) ** PQ_M1
    return ((PQ_C1 + PQ_C2 * power) / (1 + PQ_C3 * power)) ** PQ_M2


def _from_hlg(signal: Reals) -> Reals:
    bright = (np.exp((signal - HLG_C) / HLG_A) + HLG_B) / 12
    scene = np.where(signal <= 0.5, signal**2 / 3, bright)
    luminance = (scene @ LUMINANCE)[:, None]
    return PEAK * scene * luminance ** (HLG_GAMMA - 1)
