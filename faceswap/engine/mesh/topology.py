"""The face's surface: its points by name, its triangles, and where each point lies in a texture.

The mesh is MediaPipe's: 468 points in a fixed order. `canonical.npz` holds the mean of a few faces,
laid over each other and made symmetric, and the triangles; `tools/canonical_mesh.py` makes it. Its
unit is the mean distance of a point from the middle of the face; x runs to the picture's right, y
down, z away from the camera.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faceswap.engine.mesh.arrays import Floats, Ints

# Closed loops of points. The subject's right is the picture's left.
RIGHT_EYE = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246)
LEFT_EYE = (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466)
INNER_LIPS = (
    78,
    95,
    88,
    178,
    87,
    14,
    317,
    402,
    318,
    324,
    308,
    415,
    310,
    311,
    312,
    13,
    82,
    81,
    80,
    191,
)
OUTER_LIPS = (
    61,
    146,
    91,
    181,
    84,
    17,
    314,
    405,
    321,
    375,
    291,
    409,
    270,
    269,
    267,
    0,
    37,
    39,
    40,
    185,
)
OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
RIGHT_BROW = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46)
LEFT_BROW = (300, 293, 334, 296, 336, 285, 295, 282, 283, 276)
RIGHT_NOSTRIL = (98, 97, 2, 94, 240, 64, 48)
LEFT_NOSTRIL = (327, 326, 2, 94, 460, 294, 278)
# Points that keep their place whatever the face does: eye corners, nose, temples, jaw's ends.
STEADY = (33, 263, 133, 362, 168, 6, 1, 4, 234, 454, 127, 356, 10, 152, 58, 288)

# How far behind the face, in canonical units, the axis lies around which it is unrolled.
UNROLL_AXIS = 3.2
TEXTURE_FILL = 0.94


@dataclass(frozen=True, slots=True)
class Topology:
    """What is the same for every face.

    `canonical` is (468, 3) float32; `triangles` (n, 3) int32 with eyes and mouth closed, wound so
    that they are positive in the texture; `uv` (468, 2) float32, the points' places in a texture as
    shares of its side; `normals` (468, 3) float32, unit length, out of the face.
    """

    canonical: Floats
    triangles: Ints
    uv: Floats
    normals: Floats


def _load() -> Topology:
    with np.load(Path(__file__).with_name("canonical.npz")) as stored:
        canonical = stored["points"].astype(np.float32)
        triangles = stored["triangles"].astype(np.int32)
    holes = [row for loop in (RIGHT_EYE, LEFT_EYE, INNER_LIPS) for row in close_loop(loop)]
    triangles = np.concatenate([triangles, np.array(holes, np.int32)])
    uv = unroll(canonical)
    one, two, three = (uv[triangles[:, corner]] for corner in range(3))
    is_turned = _cross(two - one, three - one) < 0
    triangles[is_turned] = triangles[is_turned][:, [0, 2, 1]]
    return Topology(canonical, triangles, uv, point_normals(canonical, triangles))


def close_loop(loop: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Return triangles across a loop that starts at one corner and has the other half way round."""
    rows = [(loop[0], loop[1], loop[-1])]
    low, high = 1, len(loop) - 1
    while high - low > 2:
        rows.append((loop[low], loop[low + 1], loop[high]))
        rows.append((loop[low + 1], loop[high - 1], loop[high]))
        low, high = low + 1, high - 1
    rows.append((loop[low], loop[low + 1], loop[high]))
    return rows


def unroll(canonical: Floats) -> Floats:
    """Return the texture places of the canonical points: a cylinder around the head, unrolled."""
    angle = np.arctan2(canonical[:, 0], UNROLL_AXIS - canonical[:, 2])
    flat = np.stack([angle, canonical[:, 1]], axis=1)
    low, high = flat.min(axis=0), flat.max(axis=0)
    return ((flat - (low + high) / 2) * (TEXTURE_FILL / (high - low)) + 0.5).astype(np.float32)


def point_normals(points: Floats, triangles: Ints) -> Floats:
    """Return the unit normals of a mesh's points, (468, 3) float32, out of the face."""
    one, two, three = (points[triangles[:, corner]] for corner in range(3))
    faces = np.cross(two - one, three - one)
    normals = np.zeros(points.shape, np.float64)
    for corner in range(3):
        np.add.at(normals, triangles[:, corner], faces)
    # Wound as in the texture, with y down, the product points into the face.
    normals /= -np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return normals.astype(np.float32)


def _cross(one: Floats, two: Floats) -> Floats:
    return one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]


FACE = _load()
