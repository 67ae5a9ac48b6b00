"""Finds the faces of a picture: what a detector saw, with the meshes that say whether it is so."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property

from faceswap.domain.face import Box, FoundFace
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.mesh.detector import Corners, Detection, Detector, overlap
from faceswap.engine.mesh.landmarks import FaceMesh, MeshNet
from faceswap.engine.mesh.pose import angles, to_canonical
from faceswap.engine.points import extent

# Below this the mesh network does not believe that it was shown a face; where the detector was in
# doubt, as it is of folds of clothes, it has to be all but sure.
LEAST_CERTAINTY, SURE = 0.95, 0.999
DOUBT = 0.8
SAME_FACE = 0.5
# Degrees of roll: if nobody is more upright, the picture is looked at from its other sides too.
UPRIGHT = 40.0
# In parts of the picture's longer side: wider upright faces are all seen at first glance.
LARGE = 0.12
# A detector's box is not a mesh's: which of two faces is larger is uncertain where the smaller has
# this part of the larger one's area.
ABOUT_AS_LARGE = 0.6


@dataclass(frozen=True)
class MeshFace:
    """A face found in a picture, with its mesh in pixels."""

    number: int
    mesh: FaceMesh

    @property
    def found(self) -> FoundFace:
        """Return the face as everybody else knows it."""
        return self._found

    @cached_property
    def _found(self) -> FoundFace:
        # Most faces of a clip are followed to the next frame, and nobody asks.
        yaw, _, roll = angles(to_canonical(self.points))
        box = Box(*_corners(self.mesh))
        return FoundFace(self.number, box, yaw=yaw, roll=roll, confidence=self.mesh.score)

    @property
    def points(self) -> Floats:
        """Return the mesh, (468, 3) float32."""
        return self.mesh.points


class Finder:
    """Finds faces; safe to call from several threads."""

    def __init__(self, mesh: MeshNet, threads: Executor, patient: Executor) -> None:
        """Take the mesh network, threads, and threads that may give way; see `Detector`."""
        self._detector = Detector(threads, patient)
        self._mesh = mesh
        self._threads = threads

    def begin(
        self, picture: Pixels, *, quick: bool = False, known: Sequence[Box] = ()
    ) -> MeshSearch:
        """Begin to look for the faces of a picture; see `engine.protocol.Engine.detect`."""
        return MeshSearch(self._detector, self._mesh, self._threads, picture, quick, known)


class MeshSearch:
    """A picture whose faces are being looked for; see `engine.protocol.Search`."""

    def __init__(
        self,
        detector: Detector,
        mesh: MeshNet,
        threads: Executor,
        picture: Pixels,
        quick: bool,
        known: Sequence[Box],
    ) -> None:
        self._detector = detector
        self._mesh = mesh
        self._threads = threads
        self._picture = picture
        self._quick = quick
        self._known = [(box.left, box.top, box.right, box.bottom) for box in known]
        self._search = detector.search(picture, quick=quick)
        self._laid: list[FaceMesh] = []

    def largest(self) -> MeshFace | None:
        """Return the face that is the largest by what was seen at first glance, if one is large."""
        large = [
            each for each in self._search.large() if each.score >= DOUBT and self._is_large(each)
        ]
        most = max((_area(each.box) for each in large), default=0.0)
        large = [each for each in large if _area(each.box) >= ABOUT_AS_LARGE * most]
        self._laid = self._meshes(large)
        faces = [MeshFace(0, mesh) for mesh in self._laid]
        return max(faces, key=lambda each: each.found.box.area, default=None)

    def faces(self) -> list[MeshFace]:
        """Return all faces, numbered from left to right."""
        found = [
            face
            for face in self._search.all()
            if all(overlap(face.box, box) < SAME_FACE for box in self._known)
        ]
        meshes = self._meshes(found)
        if (
            not self._quick
            and not self._known
            and all(abs(_roll(each)) > UPRIGHT for each in meshes)
        ):
            meshes = self._meshes([*found, *self._detector.turned(self._picture)])
        meshes.sort(key=lambda mesh: float(mesh.points[:, 0].mean()))
        return [MeshFace(number, mesh) for number, mesh in enumerate(meshes, 1)]

    def _meshes(self, detections: Sequence[Detection]) -> list[FaceMesh]:
        # Whoever asks has nothing else to do than the first, which others might keep waiting.
        others = [self._threads.submit(self._settle, each) for each in detections[1:]]
        settled = [
            *map(self._settle, detections[:1]),
            *(other.result() for other in others),
        ]
        sure = [
            mesh
            for detection, mesh in zip(detections, settled, strict=True)
            if mesh.score >= (SURE if detection.score < DOUBT else LEAST_CERTAINTY)
        ]
        kept: list[FaceMesh] = []
        for mesh in sorted(sure, key=lambda each: -each.score):
            box = _corners(mesh)
            if all(overlap(box, _corners(other)) < SAME_FACE for other in kept):
                kept.append(mesh)
        return kept

    def _settle(self, detection: Detection) -> FaceMesh:
        """Return a detected face's mesh, the one that was laid at first glance if there is one.

        Most small ones that the detector doubts are none: of them, one look must do, and in a quick
        search, which does not look for faces on their sides, of the large ones too.
        """
        laid = (mesh for mesh in self._laid if overlap(detection.box, _corners(mesh)) >= SAME_FACE)
        is_large = self._is_large(detection) and not self._quick
        is_worth_it = detection.score >= DOUBT or is_large
        return next(laid, None) or self._mesh.settle(
            self._picture, detection, any_way_up=is_worth_it
        )

    def _is_large(self, detection: Detection) -> bool:
        return detection.box[2] - detection.box[0] >= LARGE * max(self._picture.shape[:2])


def _area(box: Corners) -> float:
    return Box(*box).area


def _corners(mesh: FaceMesh) -> Corners:
    low, high = extent(mesh.points)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _roll(mesh: FaceMesh) -> float:
    return angles(to_canonical(mesh.points))[2]
