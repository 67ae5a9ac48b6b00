"""Pictures from a server that speaks OpenAI's images API, as many that one hosts oneself do.

`POST {base}/images/generations` and `POST {base}/images/edits`; the base ends in `/v1` mostly. See
https://platform.openai.com/docs/api-reference/images.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlsplit

import httpx

from faceswap.domain.errors import MakerDown
from faceswap.domain.media import Encoded
from faceswap.makers.errands import (
    Answer,
    Server,
    asked,
    code_of,
    is_over_content,
    picture_of,
    refused,
    run_until_canceled,
)
from faceswap.makers.pictures import checked, see_through
from faceswap.ports import Brief, MakerWatch

# What servers other than one's own take, widest first.
SIZES = ((1536, 1024), (1024, 1024), (1024, 1536))
NOT_UNDERSTOOD = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}


class OpenAiMaker:
    """See `ports.ImageMaker`."""

    def __init__(self, server: Server, model: str = "") -> None:
        self.name = model or "OpenAI images"
        self._server = server
        self._model = model

    def make(self, brief: Brief, watch: MakerWatch) -> Encoded:
        """Make a picture; see `ports.ImageMaker`."""
        return checked(run_until_canceled(self._make(brief), watch, self._server.seconds))

    async def _make(self, brief: Brief) -> bytes:
        async with self._server.client() as http:
            answer = await self._ask(http, brief, self._full(brief))
            # A field may be what it stumbled over.
            if answer.status in NOT_UNDERSTOOD and not is_over_content(code_of(_error(answer))):
                answer = await self._ask(http, brief, self._plain(brief))
            if not answer.is_good:
                raise refused(answer, _error(answer))
            return await _first(http, answer)

    def _full(self, brief: Brief) -> dict[str, Any]:
        """Return what a server of one's own takes: any size, a seed, what is not wanted."""
        unwanted = ", ".join(brief.wording.without)
        asked_for = {
            **self._named(brief.wording.text),
            "size": f"{brief.width}x{brief.height}",
            "response_format": "b64_json",
            "seed": brief.seed,
        }
        return asked_for | ({"negative_prompt": unwanted} if unwanted else {})

    def _plain(self, brief: Brief) -> dict[str, Any]:
        """Return what any server takes; what is not wanted is said in the prompt."""
        unwanted = "".join(f", without {each}" for each in brief.wording.without)
        shape = brief.width / brief.height
        width, height = min(SIZES, key=lambda sides: abs(sides[0] / sides[1] - shape))
        return {**self._named(brief.wording.text + unwanted), "size": f"{width}x{height}"}

    def _named(self, prompt: str) -> dict[str, Any]:
        model = {"model": self._model} if self._model else {}
        return {**model, "prompt": prompt, "n": 1}

    async def _ask(self, http: httpx.AsyncClient, brief: Brief, words: dict[str, Any]) -> Answer:
        if brief.picture is None:
            return await asked(http, "POST", "images/generations", json=words)
        files = {"image": ("image.png", brief.picture, "image/png")}
        if brief.mask is not None:
            files["mask"] = ("mask.png", see_through(brief.mask), "image/png")
        fields = {name: str(value) for name, value in words.items()}
        return await asked(http, "POST", "images/edits", data=fields, files=files)


def _error(answer: Answer) -> dict[str, Any]:
    error = answer.words().get("error")
    return cast("dict[str, Any]", error) if isinstance(error, dict) else {}


async def _first(http: httpx.AsyncClient, answer: Answer) -> bytes:
    """Return the first picture of an answer, which has it in base64 or tells where it is.

    Raises:
        MakerDown: It has none.
    """
    data = answer.words().get("data")
    pictures = cast("list[Any]", data) if isinstance(data, list) else []
    first: object = pictures[0] if pictures else None
    if not isinstance(first, dict):
        raise MakerDown
    words = cast("dict[str, Any]", first)
    if words.get("b64_json"):
        return picture_of(words["b64_json"])
    url = words.get("url")
    if not isinstance(url, str):
        raise MakerDown
    return picture_of(url) if url.startswith("data:") else await _fetched(http, url)


async def _fetched(http: httpx.AsyncClient, url: str) -> bytes:
    """Fetch a picture; the key is for the maker's own server alone."""
    where, home = urlsplit(url), urlsplit(str(http.base_url))
    if not where.netloc or (where.scheme, where.netloc) == (home.scheme, home.netloc):
        answer = await asked(http, "GET", str(http.base_url.join(url)))
    else:
        async with httpx.AsyncClient(timeout=http.timeout) as stranger:
            answer = await asked(stranger, "GET", url)
    if not answer.is_good:
        raise refused(answer)
    return answer.body
