"""Who makes pictures from words in this sidecar: the one place that knows them all."""

from __future__ import annotations

from typing import Any

from faceswap.engine.making import Makers
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.protocol import Engine
from faceswap.ports import ImageMaker
from faceswap.sidecar.settings import SidecarSettings


def makers_of(
    settings: SidecarSettings, engine: Engine[Any, Any], sandbox: Sandbox
) -> Makers | None:
    """Return who makes pictures from words, as the settings say; None where nobody does."""
    return None


def maker_of(settings: SidecarSettings) -> ImageMaker | None:
    """Return the generator that the settings name, None where scenes are drawn."""
    return None
