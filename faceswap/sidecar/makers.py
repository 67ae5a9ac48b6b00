"""Who makes pictures from words in this sidecar: the one place that knows them all."""

from __future__ import annotations

from faceswap.domain.media import PictureLimits
from faceswap.engine.cutout.cutter import Cutter
from faceswap.engine.generated import generated
from faceswap.engine.making import Makers
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.protocol import Engine, Face, Source
from faceswap.engine.scenes.catalogue import BACKDROPS, SCENES
from faceswap.engine.scenes.drawn import MAKER, DrawnPlaces, DrawnPortraits
from faceswap.makers.automatic1111 import Automatic1111Maker
from faceswap.makers.diffusers import DiffusersMaker
from faceswap.makers.errands import Server
from faceswap.makers.openai import OpenAiMaker
from faceswap.ports import ImageMaker
from faceswap.settings import MakerSettings


def makers_of(
    settings: MakerSettings, limits: PictureLimits, engine: Engine[Face, Source], sandbox: Sandbox
) -> Makers:
    """Return who makes pictures from words, as the settings say."""
    cutter = Cutter(engine)
    if maker := maker_of(settings):
        return generated(maker, engine, sandbox, limits, cutter)
    return Makers(
        portraits=DrawnPortraits(engine),
        places=DrawnPlaces(),
        cutter=cutter,
        name=MAKER,
        scenes=tuple(scene.name for scene in SCENES),
        backdrops=tuple(backdrop.name for backdrop in BACKDROPS),
    )


def maker_of(settings: MakerSettings) -> ImageMaker | None:
    """Return the generator that the settings name, None where scenes are drawn."""
    key, model = settings.maker_key.get_secret_value(), settings.maker_model
    url, seconds = settings.maker_url, settings.maker_seconds
    match settings.maker:
        case "diffusers":
            return DiffusersMaker(model)
        case "openai":
            return OpenAiMaker(Server(url, key, seconds), model)
        case "automatic1111":
            name, _, password = key.partition(":")
            auth = (name, password) if key else ""
            return Automatic1111Maker(Server(url, auth, seconds), model)
        case "scenes":
            return None
