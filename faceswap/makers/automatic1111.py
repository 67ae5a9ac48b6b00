"""Pictures from a Stable Diffusion web UI that was started with `--api`, or one of its forks.

`POST /sdapi/v1/txt2img` and `/sdapi/v1/img2img` answer when a picture is done; meanwhile
`GET /sdapi/v1/progress` tells how far it is, and `POST /sdapi/v1/interrupt` stops it.
"""

from __future__ import annotations

import asyncio
import base64
from typing import Any, cast

import httpx

from faceswap.domain.errors import MakerDown
from faceswap.domain.media import Encoded
from faceswap.makers.errands import Answer, Server, asked, picture_of, refused, run_until_canceled
from faceswap.makers.pictures import checked
from faceswap.ports import Brief, MakerWatch

LOOK_EVERY = 1.0
"""Seconds from one look at the progress to the next."""
INTERRUPT_SECONDS = 5.0
STEPS = 30
# How far a picture that one starts from is changed, and how soft the edge of a mask becomes.
STRENGTH, STRENGTH_IN_MASK = 0.6, 1.0
MASK_BLUR = 4


class Automatic1111Maker:
    """See `ports.ImageMaker`; `model` names a checkpoint, '' for the one that is loaded."""

    name = "Stable Diffusion web UI"

    def __init__(self, server: Server, model: str = "", look_every: float = LOOK_EVERY) -> None:
        self._server = server
        self._model = model
        self._look_every = look_every

    def make(self, brief: Brief, watch: MakerWatch) -> Encoded:
        """Make a picture; see `ports.ImageMaker`."""
        return checked(run_until_canceled(self._make(brief, watch), watch, self._server.seconds))

    async def _make(self, brief: Brief, watch: MakerWatch) -> bytes:
        async with self._server.client() as http:
            looking = asyncio.create_task(self._look(http, watch))
            try:
                answer = await self._ask(http, brief)
            except (asyncio.CancelledError, httpx.HTTPError):
                await _interrupt(http)
                raise
            finally:
                looking.cancel()
                await asyncio.gather(looking, return_exceptions=True)
        if not answer.is_good:
            raise refused(answer)
        pictures = answer.words().get("images")
        if not isinstance(pictures, list) or not pictures:
            raise MakerDown
        return picture_of(cast("list[object]", pictures)[0])

    async def _ask(self, http: httpx.AsyncClient, brief: Brief) -> Answer:
        words = self._words(brief)
        if brief.picture is None:
            return await asked(http, "POST", "sdapi/v1/txt2img", json=words)
        words |= {"init_images": [_text(brief.picture)], "denoising_strength": STRENGTH}
        if brief.mask is not None:
            words |= {
                "mask": _text(brief.mask),
                "mask_blur": MASK_BLUR,
                "inpainting_mask_invert": 0,
                "denoising_strength": STRENGTH_IN_MASK,
            }
        return await asked(http, "POST", "sdapi/v1/img2img", json=words)

    def _words(self, brief: Brief) -> dict[str, Any]:
        words: dict[str, Any] = {
            "prompt": brief.wording.text,
            "negative_prompt": ", ".join(brief.wording.without),
            "seed": brief.seed,
            "width": brief.width,
            "height": brief.height,
            "steps": STEPS,
            "batch_size": 1,
            "n_iter": 1,
            "send_images": True,
            "save_images": False,
        }
        if self._model:
            words["override_settings"] = {"sd_model_checkpoint": self._model}
        return words

    async def _look(self, http: httpx.AsyncClient, watch: MakerWatch) -> None:
        """Tell how far it is, until stopped; a server that does not say so is let be."""
        while True:
            await asyncio.sleep(self._look_every)
            answer = await asked(
                http, "GET", "sdapi/v1/progress", params={"skip_current_image": "true"}
            )
            state = answer.words().get("state")
            words = cast("dict[str, Any]", state) if isinstance(state, dict) else {}
            done, total = words.get("sampling_step"), words.get("sampling_steps")
            if isinstance(done, int) and isinstance(total, int) and 0 <= done <= total > 0:
                watch.steps(done, total)


async def _interrupt(http: httpx.AsyncClient) -> None:
    """Have the server stop what nobody waits for any more; it is no matter if it does not."""
    try:
        async with asyncio.timeout(INTERRUPT_SECONDS):
            await asked(http, "POST", "sdapi/v1/interrupt")
    except (httpx.HTTPError, TimeoutError):
        return


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
