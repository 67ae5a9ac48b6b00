"""Requests that our client would not send, byte by byte."""

from __future__ import annotations

import json

from faceswap.apis.native.openapi import ORDER_EXAMPLE
from faceswap.apis.native.uploads import Limits

TYPE = {"content-type": "multipart/form-data; boundary=B"}
LIMITS = Limits(picture_bytes=1000, clip_bytes=2000, template_bytes=500, uploads=2)


def form(*parts):
    """Return the body of a form of named bytes, duplicates and all."""
    head = 'Content-Disposition: form-data; name="{}"; filename="f"\r\n\r\n'
    pieces = [b"--B\r\n" + head.format(name).encode() + data + b"\r\n" for name, data in parts]
    return b"".join(pieces) + b"--B--\r\n"


ORDER = ("order", json.dumps(ORDER_EXAMPLE).encode())
TARGET = ("target", b"picture")
ONE, TWO = ("template-1", b"one"), ("template-2", b"two")
WHOLE = form(ORDER, TARGET, ONE, TWO)


async def put(http, body=WHOLE, swap_id="a", headers=TYPE):
    return await http.put(f"/swaps/{swap_id}", content=body, headers=headers)


def said(answer):
    return answer.status_code, answer.json()["code"]


class Body:
    """A body that remembers how much of it was read."""

    def __init__(self, *chunks) -> None:
        self.chunks = chunks
        self.read = 0

    async def __aiter__(self):
        for chunk in self.chunks:
            self.read += len(chunk)
            yield chunk
