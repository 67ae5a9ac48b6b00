"""All figures and all places there are: whoever draws another one adds its line here."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.studio import STUDIO
from faceswap.engine.scenes.cast.astronaut import ASTRONAUT
from faceswap.engine.scenes.cast.diver import DIVER
from faceswap.engine.scenes.cast.explorer import EXPLORER
from faceswap.engine.scenes.cast.king import KING
from faceswap.engine.scenes.cast.knight import KNIGHT
from faceswap.engine.scenes.cast.pharaoh import PHARAOH
from faceswap.engine.scenes.cast.pilot import PILOT
from faceswap.engine.scenes.cast.pirate import PIRATE
from faceswap.engine.scenes.cast.queen import QUEEN
from faceswap.engine.scenes.cast.samurai import SAMURAI
from faceswap.engine.scenes.scene import Backdrop, Scene

SCENES: tuple[Scene, ...] = (
    KING,
    QUEEN,
    KNIGHT,
    SAMURAI,
    PHARAOH,
    ASTRONAUT,
    PILOT,
    DIVER,
    EXPLORER,
    PIRATE,
)
"""The figures."""

BACKDROPS: tuple[Backdrop, ...] = (STUDIO,)
"""The places."""
