"""Pictures from a pipeline of the `diffusers` library, on this machine.

The library is an extra, `requirements-diffusers.lock`, and is loaded with the first picture: a
pipeline that cannot be loaded keeps nobody from swapping faces.
"""

from __future__ import annotations

import inspect
import io
from collections.abc import Mapping
from importlib import import_module
from threading import Lock
from typing import Any

import structlog
from PIL import Image

from faceswap.domain.errors import MakerDown, MakerRefused, VisageError
from faceswap.domain.media import Encoded
from faceswap.domain.trace import trace
from faceswap.ports import Brief, MakerWatch

log = structlog.get_logger()

GREY = (128, 128, 128)
# Sides that every pipeline takes are multiples of this.
STEP = 8


class DiffusersMaker:
    """See `ports.ImageMaker`; one picture at a time, in half precision on a GPU.

    `model` is a folder with a pipeline in it, or a name that the library knows where to find. The
    pipeline makes pictures from words, or fills parts of pictures in; what it brings along to check
    that a picture is fit to be shown is used.
    """

    def __init__(self, model: str) -> None:
        self.name = model.rstrip("/\\").replace("\\", "/").rpartition("/")[2]
        self._model = model
        self._lock = Lock()
        self._pipelines: dict[str, Any] = {}

    def make(self, brief: Brief, watch: MakerWatch) -> Encoded:
        """Make a picture; see `ports.ImageMaker`."""
        with self._lock:
            try:
                return self._make(brief, watch)
            except VisageError:
                raise
            except Exception as error:
                # Out of memory, a broken folder, no such model: the log has it, and others go on.
                log.error("the pipeline made no picture", **trace(error))
                raise MakerDown from error

    def _make(self, brief: Brief, watch: MakerWatch) -> Encoded:
        watch.steps(0, 1)
        first = self._first()
        size = brief.width - brief.width % STEP, brief.height - brief.height % STEP
        given = _pictures(brief, size, fills="Inpaint" in type(first).__name__)
        pipeline = self._for("Inpainting" if "mask_image" in given else "Image2Image", given)

        def step(pipe: Any, done: int, _: Any, values: dict[str, Any]) -> dict[str, Any]:
            watch.steps(done + 1, max(done + 1, pipe.num_timesteps))
            return values

        asked_for = {
            "prompt": brief.wording.text,
            "negative_prompt": ", ".join(brief.wording.without) or None,
            "width": size[0],
            "height": size[1],
            # The same seed falls the same on every machine only where it is drawn on the CPU.
            "generator": import_module("torch").Generator("cpu").manual_seed(brief.seed),
            "callback_on_step_end": step,
            **given,
        }
        made = pipeline(**_understood(pipeline, asked_for))
        if any(getattr(made, "nsfw_content_detected", None) or ()):
            raise MakerRefused
        return _encoded(_outside_kept(made.images[0], given))

    def _first(self) -> Any:
        """Return the pipeline as it is stored, loading it the first time."""
        if "" not in self._pipelines:
            torch, diffusers = import_module("torch"), import_module("diffusers")
            has_gpu = torch.cuda.is_available()
            kind = torch.float16 if has_gpu else torch.float32
            stored = diffusers.DiffusionPipeline.load_config(self._model)
            task = "Inpainting" if "Inpaint" in stored["_class_name"] else "Text2Image"
            loader = getattr(diffusers, f"AutoPipelineFor{task}")
            pipeline = loader.from_pretrained(self._model, torch_dtype=kind)
            pipeline.set_progress_bar_config(disable=True)
            self._pipelines[""] = pipeline.to("cuda" if has_gpu else "cpu")
            log.info("pipeline loaded", pipeline=type(pipeline).__name__, gpu=has_gpu)
        return self._pipelines[""]

    def _for(self, task: str, given: Mapping[str, Any]) -> Any:
        """Return the pipeline for a task; its networks are the same."""
        first = self._first()
        if not given or (task == "Inpainting" and "Inpaint" in type(first).__name__):
            return first
        if task not in self._pipelines:
            loader = getattr(import_module("diffusers"), f"AutoPipelineFor{task}")
            self._pipelines[task] = loader.from_pipe(first)
            self._pipelines[task].set_progress_bar_config(disable=True)
        return self._pipelines[task]


def _pictures(brief: Brief, size: tuple[int, int], *, fills: bool) -> dict[str, Any]:
    """Return what a pipeline starts from; one that only fills in is given all to fill."""
    given: dict[str, Any] = {}
    if brief.picture is not None:
        given["image"] = _opened(brief.picture, "RGB", size)
    if brief.picture is not None and brief.mask is not None:
        given["mask_image"] = _opened(brief.mask, "L", size)
    if fills:
        given.setdefault("image", Image.new("RGB", size, GREY))
        given.setdefault("mask_image", Image.new("L", size, 255))
    return given


def _opened(data: bytes, mode: str, size: tuple[int, int]) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=("PNG",)) as read:
        return read.convert(mode).resize(size, Image.Resampling.LANCZOS)


def _outside_kept(made: Image.Image, given: Mapping[str, Any]) -> Image.Image:
    """Return what was made, with what was not to be made anew as it was."""
    if "mask_image" not in given:
        return made
    return Image.composite(made.convert("RGB"), given["image"], given["mask_image"])


def _understood(pipeline: Any, asked_for: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a pipeline takes of what it is asked for: not each knows of all."""
    takes = inspect.signature(pipeline.__call__).parameters
    return {name: value for name, value in asked_for.items() if name in takes}


def _encoded(picture: Image.Image) -> Encoded:
    out = io.BytesIO()
    picture.convert("RGB").save(out, "PNG", compress_level=1)
    return Encoded(out.getvalue(), "image/png", picture.width, picture.height)
