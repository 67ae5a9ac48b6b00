"""Make `faceswap/engine/mesh/canonical.npz`: the mean face that textures are laid out on.

    python tools/canonical_mesh.py [PICTURE ...]

The faces are those of the given pictures; without any, of the pictures that InsightFace's and
scikit-image's packages carry, which is how the file in the repository was made. The triangles are
the three-edged loops of the mesh edges that the mediapipe wheel lists.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path

import numpy as np
from PIL import Image

from faceswap.engine.mesh.detector import Detection, Detector
from faceswap.engine.mesh.landmarks import MeshNet
from faceswap.engine.mesh.pose import fit

OUTPUT = Path("faceswap/engine/mesh/canonical.npz")
SAMPLES = (
    ("insightface", "insightface/data/images/t1.jpg"),
    ("insightface", "insightface/data/images/Tom_Hanks_54745.png"),
    ("scikit-image", "skimage/data/astronaut.png"),
)
ROUNDS = 12
LEAST_WIDTH = 60
LEAST_SCORE = 0.9
# Pairs of points that mirror each other, and the middle of forehead and chin.
PAIRS = ((33, 263), (133, 362), (61, 291), (234, 454), (127, 356), (58, 288), (54, 284))
TOP, BOTTOM = 10, 152


def triangles() -> np.ndarray:
    """Return the mesh's triangles, (852, 3) int16, eyes and mouth open."""
    wheel = metadata.distribution("mediapipe")
    listing = Path(str(wheel.locate_file("mediapipe/python/solutions/face_mesh_connections.py")))
    text = listing.read_text(encoding="utf-8")
    table = text[text.index("FACEMESH_TESSELATION") :]
    numbers = re.findall(r"\((\d+),\s*(\d+)\)", table)
    edges = {(min(a, b), max(a, b)) for a, b in ((int(a), int(b)) for a, b in numbers)}
    near: dict[int, set[int]] = {}
    for a, b in edges:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    loops = [(a, b, c) for a, b in sorted(edges) for c in sorted(near[a] & near[b]) if c > b]
    shared = Counter(edge for loop in loops for edge in itertools.combinations(loop, 2))
    # Around a point inside a triangle, the triangle itself is a loop too, and no face of the mesh.
    faces = [
        loop for loop in loops if any(shared[edge] <= 2 for edge in itertools.combinations(loop, 2))
    ]
    return np.array(faces, np.int16)


def meshes(pictures: list[Path]) -> tuple[list[np.ndarray], np.ndarray]:
    """Return the meshes of the pictures' faces, (468, 3) each, and each point's mirror image.

    The network itself tells what mirrors what: in a mirrored picture a point lies where its
    counterpart lay.
    """
    found: list[np.ndarray] = []
    apart = np.zeros((468, 468))
    with ThreadPoolExecutor() as threads:
        detector, mesh = Detector(threads, threads), MeshNet()
        for path in pictures:
            pixels = np.asarray(Image.open(path).convert("RGB"))
            mirrored = np.ascontiguousarray(pixels[:, ::-1])
            for detection in detector.upright(pixels):
                width = detection.box[2] - detection.box[0]
                here = mesh.settle(pixels, detection)
                if width < LEAST_WIDTH or here.score < LEAST_SCORE:
                    continue
                there = mesh.settle(mirrored, reflected(detection, pixels.shape[1])).points
                there = there * (-1, 1, 1) + (pixels.shape[1] - 1, 0, 0)
                apart += ((there[:, None] - here.points[None]) ** 2).sum(axis=2) / width**2
                found.append(here.points)
    return found, pairs_of(apart + apart.T)


def pairs_of(apart: np.ndarray) -> np.ndarray:
    """Return each point's partner, (468,) ints: the nearest pairs first."""
    partner = np.full(len(apart), -1)
    for flat in np.argsort(apart, axis=None):
        one, other = divmod(int(flat), len(apart))
        if partner[one] < 0 and partner[other] < 0:
            partner[one], partner[other] = other, one
    return partner


def reflected(detection: Detection, width: int) -> Detection:
    """Return a detection as it is in the mirrored picture."""
    left, top, right, bottom = detection.box
    points = detection.points[[1, 0, 2, 3, 5, 4]] * (-1, 1) + (width - 1, 0)
    return Detection((width - 1 - right, top, width - 1 - left, bottom), points, detection.score)


def upright(points: np.ndarray) -> np.ndarray:
    """Return a mean face turned so that x runs across it, y down, z into it."""
    across = sum((points[b] - points[a]) for a, b in PAIRS)
    across = across / np.linalg.norm(across)
    down = points[BOTTOM] - points[TOP]
    down = down - across * (down @ across)
    down /= np.linalg.norm(down)
    turned = (points - points.mean(axis=0)) @ np.stack([across, down, np.cross(across, down)]).T
    turned[:, 0] -= np.mean([(turned[a, 0] + turned[b, 0]) / 2 for a, b in PAIRS])
    return turned


def mean_face(faces: list[np.ndarray], mirror: np.ndarray) -> np.ndarray:
    """Return the symmetric mean of faces after generalised Procrustes analysis, (468, 3)."""
    mean = upright(faces[0].astype(np.float64))
    for _ in range(ROUNDS):
        mean = upright(np.mean([fit(face, mean).apply(face) for face in faces], axis=0))
        mean = (mean + mean[mirror] * (-1, 1, 1)) / 2
        mean -= mean.mean(axis=0)
        mean /= np.sqrt((mean**2).sum() / len(mean))
    return mean.astype(np.float32)


def main() -> None:
    """Write the file."""
    given = [Path(name) for name in sys.argv[1:]]
    samples = [
        Path(str(metadata.distribution(package).locate_file(path))) for package, path in SAMPLES
    ]
    np.savez_compressed(OUTPUT, points=mean_face(*meshes(given or samples)), triangles=triangles())


if __name__ == "__main__":
    main()
