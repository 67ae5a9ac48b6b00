"""Multipart bodies, read as they arrive, into memory and never beyond their limits.

Starlette's own reader moves files above a megabyte to disk, and bounds neither their size nor the
body's: a stranger's photo must not lie in a temporary folder, and an endless body must end. A part
is in memory once, also while it arrives.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from faceswap.apis.native.wire import FORM, LONGEST_NAME

LimitOf = Callable[[str], int | None]
"""Tells how many bytes the part of a name may have; None when there is no such part."""


class BadForm(ValueError):
    """The body is not what it should be; the text says why, for the one who wrote the client."""


class NotAForm(BadForm):
    """The body is of another media type."""


class PartTooLarge(Exception):
    """A part has more bytes than it may; `size` is how many had arrived."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(f"{name} has more than {limit} bytes")
        self.name, self.size, self.limit = name, size, limit


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form; `filename` is '' when it has none."""

    name: str
    filename: str
    media_type: str
    data: bytes


async def read_form(
    content_type: str, chunks: AsyncIterator[bytes], limit_of: LimitOf
) -> dict[str, Part]:
    """Read a form whose parts all have names of their own.

    Raises:
        NotAForm: The media type is another.
        BadForm: It is cut short or ill-formed, or a part is unknown or comes twice.
        PartTooLarge: A part goes beyond its limit; nothing more was read.
    """
    media_type, options = parse_options_header(content_type)
    if media_type != FORM.encode():
        raise NotAForm(f"the body must be {FORM}")
    if not options.get(b"boundary"):
        raise BadForm("the content type has no boundary")
    reading = _Reading(limit_of)
    try:
        parser = MultipartParser(
            options[b"boundary"],
            {
                "on_part_begin": reading.on_part_begin,
                "on_header_field": reading.on_header_field,
                "on_header_value": reading.on_header_value,
                "on_header_end": reading.on_header_end,
                "on_headers_finished": reading.on_headers_finished,
                "on_part_data": reading.on_part_data,
                "on_part_end": reading.on_part_end,
                "on_end": reading.on_end,
            },
        )
        async for chunk in chunks:
            parser.write(chunk)
    except FormParserError as broken:
        raise BadForm("the form is ill-formed") from broken
    if not reading.is_over:
        raise BadForm("the form is cut short")
    return reading.parts


def render_form(parts: Iterable[Part]) -> tuple[str, bytes]:
    """Return a form's content type and body."""
    boundary = secrets.token_hex(16)
    pieces: list[bytes] = []
    for part in parts:
        disposition = f'form-data; name="{part.name}"'
        if part.filename:
            disposition += f'; filename="{part.filename}"'
        head = f"Content-Disposition: {disposition}\r\nContent-Type: {part.media_type}\r\n"
        pieces += [f"--{boundary}\r\n{head}\r\n".encode(), part.data, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    return f"{FORM}; boundary={boundary}", b"".join(pieces)


@dataclass(slots=True)
class _Reading:
    """What a parser has seen so far; the methods are its callbacks."""

    limit_of: LimitOf
    parts: dict[str, Part] = field(default_factory=dict[str, Part])
    is_over: bool = False
    _headers: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    _header: bytearray = field(default_factory=bytearray)
    _value: bytearray = field(default_factory=bytearray)
    _name: str = ""
    _filename: str = ""
    _limit: int = 0
    _data: io.BytesIO = field(default_factory=io.BytesIO)

    def on_part_begin(self) -> None:
        self._headers = {}
        self._data = io.BytesIO()

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def on_header_end(self) -> None:
        self._headers[bytes(self._header).lower()] = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def on_headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        self._name = options.get(b"name", b"").decode("utf-8", "replace")
        self._filename = _file_name(options.get(b"filename", b""))
        limit = self.limit_of(self._name)
        if limit is None:
            raise BadForm(f'there should be no part called "{self._name[:40]}"')
        if self._name in self.parts:
            raise BadForm(f'the part "{self._name}" comes twice')
        self._limit = limit

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        size = self._data.tell() + end - start
        if size > self._limit:
            raise PartTooLarge(self._name, size, self._limit)
        self._data.write(memoryview(data)[start:end])

    def on_part_end(self) -> None:
        media_type, _ = parse_options_header(self._headers.get(b"content-type"))
        # Taken over, not copied: the buffer of a BytesIO is such an object already.
        data, self._data = self._data.getvalue(), io.BytesIO()
        kind = media_type.decode("latin-1")
        self.parts[self._name] = Part(self._name, self._filename, kind, data)

    def on_end(self) -> None:
        self.is_over = True


def _file_name(raw: bytes) -> str:
    """Return a file's name; browsers and httpx escape a quote and line ends as the web does."""
    name = raw.decode("utf-8", "replace")
    for escaped, sign in (("%22", '"'), ("%0D", "\r"), ("%0A", "\n")):
        name = name.replace(escaped, sign)
    return name[:LONGEST_NAME]
