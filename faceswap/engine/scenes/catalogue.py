"""All figures and all places there are: whoever draws another one adds its line here."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.beach import BEACH
from faceswap.engine.scenes.backdrops.city import CITY
from faceswap.engine.scenes.backdrops.forest import FOREST
from faceswap.engine.scenes.backdrops.library import LIBRARY
from faceswap.engine.scenes.backdrops.lights import LIGHTS
from faceswap.engine.scenes.backdrops.mountains import MOUNTAINS
from faceswap.engine.scenes.backdrops.office import OFFICE as OFFICE_PLACE
from faceswap.engine.scenes.backdrops.plain import PLAIN
from faceswap.engine.scenes.backdrops.snow import SNOW
from faceswap.engine.scenes.backdrops.space import SPACE
from faceswap.engine.scenes.backdrops.stage import STAGE
from faceswap.engine.scenes.backdrops.studio import STUDIO
from faceswap.engine.scenes.cast.astronaut import ASTRONAUT
from faceswap.engine.scenes.cast.baroque import BAROQUE
from faceswap.engine.scenes.cast.birthday import BIRTHDAY
from faceswap.engine.scenes.cast.chef import CHEF
from faceswap.engine.scenes.cast.detective import DETECTIVE
from faceswap.engine.scenes.cast.diver import DIVER
from faceswap.engine.scenes.cast.doctor import DOCTOR
from faceswap.engine.scenes.cast.explorer import EXPLORER
from faceswap.engine.scenes.cast.firefighter import FIREFIGHTER
from faceswap.engine.scenes.cast.garden import GARDEN
from faceswap.engine.scenes.cast.king import KING
from faceswap.engine.scenes.cast.knight import KNIGHT
from faceswap.engine.scenes.cast.office import OFFICE
from faceswap.engine.scenes.cast.pharaoh import PHARAOH
from faceswap.engine.scenes.cast.pilot import PILOT
from faceswap.engine.scenes.cast.pirate import PIRATE
from faceswap.engine.scenes.cast.queen import QUEEN
from faceswap.engine.scenes.cast.renaissance import RENAISSANCE
from faceswap.engine.scenes.cast.rockstar import ROCKSTAR
from faceswap.engine.scenes.cast.samurai import SAMURAI
from faceswap.engine.scenes.cast.scientist import SCIENTIST
from faceswap.engine.scenes.cast.superhero import SUPERHERO
from faceswap.engine.scenes.cast.vampire import VAMPIRE
from faceswap.engine.scenes.cast.winter import WINTER
from faceswap.engine.scenes.cast.wizard import WIZARD
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
    OFFICE,
    DOCTOR,
    SCIENTIST,
    CHEF,
    DETECTIVE,
    FIREFIGHTER,
    ROCKSTAR,
    WINTER,
    BIRTHDAY,
    SUPERHERO,
    WIZARD,
    VAMPIRE,
    RENAISSANCE,
    BAROQUE,
    GARDEN,
)
"""The figures."""

BACKDROPS: tuple[Backdrop, ...] = (
    STUDIO,
    PLAIN,
    LIGHTS,
    OFFICE_PLACE,
    LIBRARY,
    STAGE,
    BEACH,
    FOREST,
    MOUNTAINS,
    SNOW,
    CITY,
    SPACE,
)
"""The places."""
