"""Decoded frames as they are worked on: upright, of even sides, 8-bit 4:2:0, one size a clip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import cv2
import numpy as np
from av import VideoFrame
from av.error import BlockingIOError as NeedsMore
from av.error import EOFError as IsOver
from av.filter import Graph
from av.sidedata.sidedata import SideData, SideDataContainer
from av.sidedata.sidedata import Type as SideDataType
from av.video.plane import VideoPlane
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from faceswap.engine.media.clips import Bytes, Layout, Matrix, PixelFormat
from faceswap.engine.media.tone_mapping import ToneMapper, is_wide

# How FFmpeg numbers matrices (AVCOL_SPC_...) that a player takes as they are.
BT709, UNSPECIFIED = 1, 2
BT601 = (5, 6)
# What the scaler calls the rest: FCC, SMPTE 240M, BT.2020 with constant luminance and without.
OTHERS = {4: Colorspace.FCC, 7: Colorspace.SMPTE240M, 9: Colorspace.BT2020, 10: Colorspace.BT2020}
PLAIN = ("yuv420p", "yuvj420p")
# Any will do: inside the deinterlacer, frames are only numbered.
TICK = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Orientation:
    """What stands a frame upright: its sides are swapped first, then it is mirrored."""

    is_transposed: bool = False
    mirrors_x: bool = False
    mirrors_y: bool = False

    def stand(self, plane: Bytes) -> Bytes:
        """Return a plane upright; the same one where nothing is to be done."""
        if self.is_transposed:
            plane = cast("Bytes", cv2.transpose(plane))
        if self.mirrors_x and self.mirrors_y:
            return cast("Bytes", cv2.flip(plane, -1))
        if self.mirrors_x or self.mirrors_y:
            return cast("Bytes", cv2.flip(plane, 1 if self.mirrors_x else 0))
        return plane


def orientation(frame: VideoFrame) -> Orientation:
    """Read a frame's display matrix, to the nearest quarter of a turn."""
    matrices = [data for data in _side_data(frame) if data.type is SideDataType.DISPLAYMATRIX]
    if not matrices:
        return Orientation()
    across, down, _, skew_across, skew_down, *_ = np.frombuffer(
        cast("memoryview", matrices[0]), np.int32
    ).tolist()
    if abs(down) > abs(across):
        return Orientation(True, mirrors_x=skew_across < 0, mirrors_y=down < 0)
    return Orientation(False, mirrors_x=across < 0, mirrors_y=skew_down < 0)


def _side_data(frame: VideoFrame) -> Iterator[SideData]:
    # The stubs tell of motion vectors alone.
    return iter(cast("SideDataContainer", frame.side_data))


class Framer:
    """Makes planes of a clip's frames, all as the first one has it."""

    def __init__(self, first: VideoFrame) -> None:
        self._width, self._height = first.width, first.height
        self._scaler = VideoReformatter()
        self.orientation = orientation(first)
        self.width, self.height = first.width, first.height
        if self.orientation.is_transposed:
            self.width, self.height = self.height, self.width
        self.layout = Layout(
            PixelFormat.YUV420, self.width + self.width % 2, self.height + self.height % 2
        )
        self._tones = ToneMapper(first) if is_wide(first) else None
        self._source = _colorspace(first)
        is_kept = self._tones is None and self._source in (Colorspace.ITU709, Colorspace.ITU601)
        self._colorspace = self._source if is_kept else Colorspace.ITU709
        self.matrix = Matrix.BT601 if self._colorspace == Colorspace.ITU601 else Matrix.BT709
        self.is_full_range = is_kept and not first.format.is_rgb and _is_full(first)
        self._range = ColorRange.JPEG if self.is_full_range else ColorRange.MPEG

    def planes(self, frame: VideoFrame) -> tuple[Bytes, ...]:
        """Return a frame's planes, which may be the decoder's own: they are for reading."""
        plain = self._plain(frame)
        luma, *chroma = (self.orientation.stand(plane) for plane in planes_of(plain))
        return (_even(luma), *chroma)

    def _plain(self, frame: VideoFrame) -> VideoFrame:
        """Return 8-bit 4:2:0 of the first frame's size, colours and range."""
        size = self._width, self._height
        if self._tones is not None:
            return self._tones.map(frame)
        given = ColorRange.JPEG if _is_full(frame) else ColorRange.MPEG
        is_alike = self._source == self._colorspace and given == self._range
        if is_alike and frame.format.name in PLAIN and (frame.width, frame.height) == size:
            return frame
        return self._scaler.reformat(
            frame,
            *size,
            format="yuv420p",
            src_colorspace=self._source,
            dst_colorspace=self._colorspace,
            src_color_range=given,
            dst_color_range=self._range,
        )


def _colorspace(frame: VideoFrame) -> Colorspace:
    """Return the matrix of a frame; where the file tells none, what players assume by its size."""
    if frame.format.is_rgb or frame.colorspace == BT709:
        return Colorspace.ITU709
    if frame.colorspace in BT601:
        return Colorspace.ITU601
    if frame.colorspace in OTHERS:
        return OTHERS[frame.colorspace]
    is_large = frame.width >= 1280 or frame.height > 576
    return Colorspace.ITU709 if is_large else Colorspace.ITU601


def _is_full(frame: VideoFrame) -> bool:
    is_named = frame.format.name.startswith("yuvj") or frame.format.is_rgb
    return is_named or frame.color_range == ColorRange.JPEG


def planes_of(frame: VideoFrame) -> tuple[Bytes, ...]:
    """Return the planes of an 8-bit planar frame, which stay its own."""
    return tuple(_pixels(plane) for plane in frame.planes)


def _pixels(plane: VideoPlane) -> Bytes:
    rows = np.frombuffer(cast("memoryview", plane), np.uint8).reshape(plane.height, -1)
    # A negative line size means that the rows lie upside down.
    return rows[:: -1 if plane.line_size < 0 else 1, : plane.width]


def _even(plane: Bytes) -> Bytes:
    """Repeat the last row or column where a side is odd."""
    height, width = plane.shape
    if height % 2 or width % 2:
        return np.pad(plane, ((0, height % 2), (0, width % 2)), mode="edge")
    return plane


class Deinterlacer:
    """Makes whole frames of those that are marked interlaced, one for one, in their order."""

    def __init__(self) -> None:
        self._graph: Graph | None = None
        self._kind: tuple[int, int, str] | None = None
        self._pushed = 0

    def push(self, frame: VideoFrame) -> list[VideoFrame]:
        """Take a frame and return those that are done; each comes out up to one frame later.

        Their times are not kept, their number and order are.
        """
        kind = frame.width, frame.height, frame.format.name
        done = self.flush() if kind != self._kind else []
        if self._graph is None:
            if not frame.interlaced_frame:
                return [*done, frame]
            self._graph, self._kind = _graph(*kind), kind
        frame.pts, frame.time_base = self._pushed, TICK
        self._pushed += 1
        self._graph.push(frame)
        return done + _pull(self._graph)

    def flush(self) -> list[VideoFrame]:
        """Return what is left."""
        graph, self._graph, self._kind = self._graph, None, None
        if graph is None:
            return []
        graph.push(None)
        return _pull(graph)


def _pull(graph: Graph) -> list[VideoFrame]:
    done: list[VideoFrame] = []
    while True:
        try:
            done.append(graph.vpull())
        except (NeedsMore, IsOver):
            return done


def _graph(width: int, height: int, pixels: str) -> Graph:
    graph = Graph()
    graph.threads = 1
    source = graph.add(
        "buffer", video_size=f"{width}x{height}", pix_fmt=pixels, time_base=str(TICK)
    )
    whole = graph.add("bwdif", mode="send_frame", deint="interlaced")
    graph.link_nodes(source, whole, graph.add("buffersink"))
    graph.configure()
    return graph
