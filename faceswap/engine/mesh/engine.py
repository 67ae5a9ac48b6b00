"""The mesh engine as the rest of the product sees it."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from threading import Barrier, Lock

import numpy as np

from faceswap.domain.errors import (
    FaceTooBlurred,
    FaceTooSmall,
    FaceTurnedAway,
    IdUnreadable,
    NoFace,
)
from faceswap.domain.face import Box, Template
from faceswap.domain.options import Options
from faceswap.engine.media.frames import Canvas
from faceswap.engine.mesh import compose, enrol, fusion, template
from faceswap.engine.mesh.animator import MeshAnimator, region_of
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.mesh.detail import FaceDetail, subdued
from faceswap.engine.mesh.finding import Finder, MeshFace, MeshSearch
from faceswap.engine.mesh.gaze import IrisNet
from faceswap.engine.mesh.hands import HandFinder
from faceswap.engine.mesh.landmarks import FaceMesh, MeshNet, crop_of_mesh
from faceswap.engine.mesh.likeness import likeness
from faceswap.engine.mesh.moving import MovingFace
from faceswap.engine.mesh.plan import look_at, make_plan
from faceswap.engine.mesh.sitting import paint_head, sitter_of
from faceswap.engine.scenes.heads import HeadWanted, PaintedHead
from faceswap.engine.scenes.scene import Sitter
from faceswap.engine.urgency import PATIENCE, less_urgent

# Of a face that was there a moment ago, less will do.
LEAST_FOLLOWED = 0.6
LEAST_ENROL_WIDTH = 48.0
# The mesh falls short of the truth in degrees of yaw: a full profile reads 56.
MOST_ENROL_YAW = 52.0
LEAST_CRISPNESS = 0.15
OPEN_FACES = 8
# Seconds in which a machine that works begins its threads.
BEGUN_WITHIN = 10.0


class MeshEngine:
    """Finds, learns and swaps faces with MediaPipe's models; see `engine.protocol.Engine`."""

    name = "mesh"
    provider = "LiteRT with XNNPACK, on the CPU"

    def __init__(self) -> None:
        self.models = f"MediaPipe {metadata.version('mediapipe')}"
        self._threads = _threads("mesh", give_way=0)
        self._mesh = MeshNet()
        patient = _threads("looks", give_way=PATIENCE)
        self._finder = Finder(self._mesh, self._threads, patient)
        self._iris = IrisNet()
        self._hands = HandFinder()
        self._opened: OrderedDict[bytes, FaceDetail] = OrderedDict()
        self._lock = Lock()

    def detect(
        self, picture: Pixels, *, quick: bool = False, known: Sequence[Box] = ()
    ) -> list[MeshFace]:
        """Return the faces of a picture, numbered from left to right.

        Quickly, faces that lie or stand on their heads are not looked for. Faces that are `known`
        are left out.
        """
        return self._finder.begin(picture, quick=quick, known=known).faces()

    def search(self, picture: Pixels) -> MeshSearch:
        """Begin to look for the faces of a picture."""
        return self._finder.begin(picture)

    def enrol(self, photos: Sequence[tuple[str, Pixels]]) -> Template:
        """Learn one face from named photos of it, the largest face of each.

        Raises:
            FaceRefused: A photo shows no face that can be learnt.
        """
        views = [self._observe(name, photo) for name, photo in photos]
        face = enrol.learn(views)
        return Template(self.name, template.dump(face), width=face.width, photos=len(views))

    def _observe(self, name: str, photo: Pixels) -> fusion.View:
        faces = self.detect(photo)
        if not faces:
            raise NoFace(name=name)
        face = max(faces, key=lambda each: each.found.box.area)
        width = face.found.box.width
        if width < LEAST_ENROL_WIDTH:
            raise FaceTooSmall(name=name, width=width, least=LEAST_ENROL_WIDTH)
        if abs(face.found.yaw) > MOST_ENROL_YAW:
            raise FaceTurnedAway(name=name, yaw=abs(face.found.yaw))
        points = face.mesh.points
        if enrol.crispness(photo, points) < LEAST_CRISPNESS:
            raise FaceTooBlurred(name=name, width=width)
        return enrol.observe(photo, points, self._iris(photo, points))

    def open(self, cast: Sequence[tuple[Template, float]]) -> FaceDetail:
        """Make the templates of one mix ready for use; the weights sum to 1.

        Raises:
            IdUnreadable: A template is not of this engine.
        """
        key = hashlib.sha256()
        for each, weight in cast:
            if each.engine != self.name:
                raise IdUnreadable
            key.update(hashlib.sha256(each.data).digest() + f"{weight:.6f}".encode())
        digest = key.digest()
        with self._lock:
            known = self._opened.get(digest)
            if known is not None:
                self._opened.move_to_end(digest)
                return known
        face = fusion.mix([(template.load(each.data), weight) for each, weight in cast])
        with self._lock:
            self._opened[digest] = face
            while len(self._opened) > OPEN_FACES:
                self._opened.popitem(last=False)
        return face

    def swap(self, picture: Pixels, face: MeshFace, source: FaceDetail, options: Options) -> Pixels:
        """Return a copy of the picture with one of its faces swapped."""
        points = face.mesh.points
        source = subdued(source, face.found.yaw)
        gaze = self._threads.submit(self._iris, picture, points)
        hands = self._threads.submit(self._hands, picture, points)
        target = look_at(picture, points)
        finished = compose.finished_layers, picture, points, target.light, source, options
        layers = self._threads.submit(*finished)
        plan = make_plan(target, gaze.result(), source, options)
        plan = plan.behind(hands.result())
        return compose.swap_face(picture, plan, layers.result(), self._threads)

    def sitter(self, source: FaceDetail) -> Sitter:
        """Return the colours of somebody's skin and hair, as far as they are known."""
        return sitter_of(source)

    def head(self, source: FaceDetail, wanted: HeadWanted) -> PaintedHead:
        """Paint somebody's head onto a figure."""
        return paint_head(subdued(source, wanted.head.yaw), wanted)

    def follow(self, canvas: Canvas, face: MeshFace) -> MeshFace | None:
        """Find a face that was there a moment ago, about where it was; None if it is gone."""
        crop = crop_of_mesh(face.points)
        side = self._mesh.side
        mesh = self._mesh.lay(canvas.square(crop.to_square(side), side), crop)
        return MeshFace(face.number, mesh) if mesh.score >= LEAST_FOLLOWED else None

    def moved(self, face: MeshFace, points: Floats) -> MeshFace:
        """Return a face with its mesh elsewhere."""
        return MeshFace(face.number, FaceMesh(points, face.mesh.score))

    def likeness(self, canvas: Canvas, face: MeshFace) -> Floats:
        """Return what a face looks like, (n,) float32 of length 1; alike faces point alike."""
        edges = canvas.within(region_of(face.points))
        local = face.points - np.array([*edges[:2], 0], np.float32)
        return likeness(canvas.cut(edges), local)

    def animate(self, source: FaceDetail, options: Options) -> MeshAnimator:
        """Return what swaps one person of a clip."""
        return MeshAnimator(MovingFace(source, options), self._iris, self._hands)


def _threads(name: str, *, give_way: int) -> ThreadPoolExecutor:
    """Return a thread for each core, all of them begun, that give way by so much.

    A thread takes on the priority of the one that begins it: begun when they are needed, they might
    take on that of a clip's, which is low, for good.
    """
    count = os.cpu_count() or 1
    threads = ThreadPoolExecutor(count, name, less_urgent, (give_way,))
    everybody = Barrier(count)
    list(threads.map(lambda _: everybody.wait(BEGUN_WITHIN), range(count)))
    return threads
