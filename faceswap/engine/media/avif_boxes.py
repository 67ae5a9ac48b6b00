"""The boxes of an AVIF that tell the times of its frames."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from faceswap.engine.media.animation_source import Cursor, Damaged

BOX = struct.Struct(">I4s")
LARGE = struct.Struct(">Q")
NUMBER = struct.Struct(">I")
PAIR = struct.Struct(">II")
REPEATED = 1
FOR_EVER = {4: 0xFFFF_FFFF, 8: 0xFFFF_FFFF_FFFF_FFFF}
MOST_BOXES = 10_000


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its kind, and where its content starts and ends."""

    kind: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A number in the file: where it starts, and in how many bytes it is told."""

    at: int
    width: int

    def read(self, data: bytes) -> int:
        """Return the number.

        Raises:
            Damaged: The file ends before it.
        """
        return int.from_bytes(Cursor(data, self.at).take(self.width), "big")

    def write(self, data: bytearray, number: int) -> None:
        """Put another number there."""
        data[self.at : self.at + self.width] = number.to_bytes(self.width, "big")


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Yield the boxes between two places, without those inside them.

    Raises:
        Damaged: One reaches beyond the end.
    """
    end = len(data) if end is None else end
    cursor = Cursor(data, start)
    for _ in range(MOST_BOXES):
        if cursor.at >= end:
            return
        at = cursor.at
        size, kind = struct.unpack(BOX.format, cursor.take(BOX.size))
        if size == 1:
            (size,) = cursor.unpack(LARGE)
        stop = at + size if size else end
        if not cursor.at <= stop <= end:
            raise Damaged("a box beyond the end")
        yield Box(kind, cursor.at, stop)
        cursor.at = stop
    raise Damaged("too many boxes")


def find(data: bytes, within: Box, *path: bytes) -> Box:
    """Return the first box at a path inside another.

    Raises:
        Damaged: There is none.
    """
    for kind in path:
        matching = (box for box in boxes(data, within.start, within.end) if box.kind == kind)
        try:
            within = next(matching)
        except StopIteration:
            raise Damaged("a box is missing") from None
    return within


def tracks(data: bytes) -> list[Box]:
    """Return the tracks of a file.

    Raises:
        Damaged: There is none, or the boxes are broken.
    """
    whole = Box(b"", 0, len(data))
    movie = find(data, whole, b"moov")
    return [box for box in boxes(data, movie.start, movie.end) if box.kind == b"trak"]


def picture_track(data: bytes) -> Box:
    """Return the track of colours; that of alpha has another handler.

    Raises:
        Damaged: There is none, or the boxes are broken.
    """
    for track in tracks(data):
        handler = find(data, track, b"mdia", b"hdlr")
        if data[handler.start + 8 : handler.start + 12] == b"pict":
            return track
    raise Damaged("no track of pictures")


def timescale(data: bytes, header: Box) -> Field:
    """Return where a movie's or media's header tells the ticks of a second."""
    is_long = data[header.start : header.start + 1] == b"\1"
    return Field(header.start + (20 if is_long else 12), 4)


def duration(data: bytes, header: Box) -> Field:
    """Return where a movie's or media's header tells its length."""
    is_long = data[header.start : header.start + 1] == b"\1"
    return Field(header.start + (24 if is_long else 16), 8 if is_long else 4)


def track_duration(data: bytes, track: Box) -> Field:
    """Return where a track's header tells how long it is played, with all repeats.

    Raises:
        Damaged: It has no header.
    """
    header = find(data, track, b"tkhd")
    is_long = data[header.start : header.start + 1] == b"\1"
    return Field(header.start + (28 if is_long else 20), 8 if is_long else 4)


def delays(data: bytes, track: Box, count: int) -> tuple[int, ...]:
    """Return how long each of the frames is shown, in ticks of the media's header.

    Raises:
        Damaged: Fewer are told than there are frames.
    """
    table = find(data, track, b"mdia", b"minf", b"stbl", b"stts")
    cursor = Cursor(data[: table.end], table.start + 4)
    (entries,) = cursor.unpack(NUMBER)
    told: list[int] = []
    for _ in range(min(entries, count)):
        alike, delay = cursor.unpack(PAIR)
        told += [delay] * min(alike, count - len(told))
    if len(told) < count:
        raise Damaged("delays are missing")
    return tuple(told)


def segment_duration(data: bytes, track: Box) -> int | None:
    """Return how long the part lasts that a track repeats, None where it repeats nothing.

    Raises:
        Damaged: The boxes are broken.
    """
    edits = find(data, track, b"edts", b"elst")
    if not Field(edits.start + 3, 1).read(data) & REPEATED:
        return None
    is_long = data[edits.start] == 1
    return Field(edits.start + 8, 8 if is_long else 4).read(data)


def loops(data: bytes, track: Box) -> int:
    """Return how often the track is played, 0 for ever.

    Raises:
        Damaged: The boxes are broken.
    """
    if not any(box.kind == b"edts" for box in boxes(data, track.start, track.end)):
        # Who says nothing has always been played for ever.
        return 0
    once = segment_duration(data, track)
    if once is None:
        return 1
    field = track_duration(data, track)
    whole = field.read(data)
    if not once or whole == FOR_EVER[field.width]:
        return 0
    return max(1, -(-whole // once))
