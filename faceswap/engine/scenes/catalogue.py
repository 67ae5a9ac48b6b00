"""All figures and all places there are: whoever draws another one adds its line here."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.studio import STUDIO
from faceswap.engine.scenes.cast.king import KING
from faceswap.engine.scenes.scene import Backdrop, Scene

SCENES: tuple[Scene, ...] = (KING,)
"""The figures."""

BACKDROPS: tuple[Backdrop, ...] = (STUDIO,)
"""The places."""
