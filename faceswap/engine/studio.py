"""Files in, files out: what the sidecar offers, done by whichever engine it is given."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic

from faceswap.domain.errors import FaceTooSmall, NoFace, TooFewFaces
from faceswap.domain.face import FoundFace, Template
from faceswap.domain.media import Encoded, NamedBytes, PictureLimits
from faceswap.engine.media import stills
from faceswap.engine.numbering import number_faces
from faceswap.engine.protocol import Engine, Face, Source
from faceswap.ports import Casting, SwapOrder, SwapResult

# Narrower faces, in pixels, are found by luck and show nothing.
LEAST_TARGET_WIDTH = 28.0


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen in a picture; `numbered` is a small copy with the faces numbered."""

    faces: tuple[FoundFace, ...]
    numbered: Encoded


class Studio(Generic[Face, Source]):
    """Works on whole files. Calls block; several threads may call at once."""

    def __init__(self, engine: Engine[Face, Source], limits: PictureLimits) -> None:
        self.engine = engine
        self._limits = limits
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="previews")

    def look(self, file: NamedBytes) -> Look:
        """Find and number the faces of a picture, which may be none.

        Raises:
            PictureRefused: The file is no picture we take.
        """
        still = stills.decode(file, self._limits)
        faces = tuple(face.found for face in self.engine.detect(still.pixels))
        return Look(faces, stills.preview(number_faces(still.shown, faces), still.icc))

    def enrol(self, files: Sequence[NamedBytes]) -> Template:
        """Learn one face from photos of it.

        Raises:
            PictureRefused: A file is no picture we take.
            FaceRefused: A photo shows no face that can be learnt.
        """
        photos = [(file.name, stills.decode(file, self._limits).pixels) for file in files]
        return self.engine.enrol(photos)

    def swap(self, order: SwapOrder) -> SwapResult:
        """Do what was ordered.

        Raises:
            Refusal: The target, its faces or a template will not do, or the result does not fit.
        """
        still = stills.decode(order.target, self._limits)
        faces = self.engine.detect(still.pixels)
        found = tuple(face.found for face in faces)
        chosen = choose(found, order.cast, order.target.name)
        pixels = still.pixels
        for face in faces:
            cast = chosen.get(face.found.number)
            if cast:
                source = self.engine.open([(each.template, each.weight) for each in cast])
                pixels = self.engine.swap(pixels, face, source, order.options)
        previews = self._beside.submit(_previews, still, found)
        result, was_reduced = stills.encode(still.with_pixels(pixels), order.most_bytes)
        before, numbered = previews.result()
        return SwapResult(
            result=result,
            before=before,
            numbered=numbered,
            faces=found,
            swapped=tuple(sorted(chosen)),
            was_reduced=was_reduced,
        )


def _previews(still: stills.Still, faces: Sequence[FoundFace]) -> tuple[Encoded, Encoded | None]:
    """Return a small copy, and one with the faces numbered where there is a choice."""
    pixels = still.shown
    before = stills.preview(pixels, still.icc)
    if len(faces) < 2:
        return before, None
    return before, stills.preview(number_faces(pixels, faces), still.icc)


def choose(faces: Sequence[FoundFace], cast: Sequence[Casting], name: str) -> dict[int, Casting]:
    """Return who goes to which face, by number: one alone to the largest, a list left to right.

    Raises:
        NoFace: There are no faces.
        TooFewFaces: Every place that is not empty lies beyond the faces.
        FaceTooSmall: None of the faces wanted is large enough.
    """
    if not faces:
        raise NoFace(name=name)
    in_order = sorted(faces, key=lambda face: face.number)
    if len(cast) == 1:
        largest = max(in_order, key=lambda face: face.box.width * face.box.height)
        pairs = [(largest, cast[0])]
    else:
        pairs = [(face, who) for face, who in zip(in_order, cast, strict=False) if who]
    if not pairs:
        place = next(at for at, who in enumerate(cast, 1) if who)
        raise TooFewFaces(name=name, found=len(faces), place=place)
    fitting = {face.number: who for face, who in pairs if face.box.width >= LEAST_TARGET_WIDTH}
    if not fitting:
        widest = max(face.box.width for face, _ in pairs)
        raise FaceTooSmall(name=name, width=widest, least=LEAST_TARGET_WIDTH)
    return fitting
