"""What a whole picture is made to look like at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from faceswap.engine.protocol import Pixels
from faceswap.engine.scenes.finishes.comic import comic
from faceswap.engine.scenes.finishes.lens import film, photo
from faceswap.engine.scenes.finishes.oil import oil
from faceswap.engine.scenes.layers import Floats
from faceswap.engine.scenes.meeting import Alpha
from faceswap.engine.scenes.scene import Finish


@dataclass(frozen=True, slots=True)
class Work:
    """A picture before its finish: (height, width, 3) float32, 0 to 255, and where the figure is.

    It `is_grey` where the artwork has no colours, and the face is to have none either.
    """

    picture: Floats
    figure: Alpha
    is_grey: bool = False


def finished(work: Work, finish: Finish, seed: int) -> Pixels:
    """Return the picture with its finish, (height, width, 3) uint8; the same for the same seed."""
    chance = np.random.default_rng(seed)
    picture = _FINISHES[finish](work, chance)
    return np.asarray(np.clip(picture + 0.5, 0, 255), np.uint8)


_FINISHES: dict[Finish, Callable[[Work, np.random.Generator], Floats]] = {
    Finish.PHOTO: lambda work, chance: photo(work.picture, chance),
    Finish.FILM: lambda work, chance: film(work.picture, chance, is_grey=work.is_grey),
    Finish.OIL: lambda work, chance: oil(work.picture, chance),
    Finish.COMIC: lambda work, chance: comic(work.picture, work.figure),
}
