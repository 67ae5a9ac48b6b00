"""Files in, files out: what the sidecar offers, done by whichever engine it is given."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic

import cv2

from faceswap.domain.clip import ClipFacts, ClipLimits, ClipOutcome
from faceswap.domain.errors import FaceTooSmall, MakerDown, NoFace, TooFewFaces
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.kinds import moving_kind
from faceswap.domain.mark import checked_mark
from faceswap.domain.media import Encoded, NamedBytes, PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.casting import LEAST_WIDTH
from faceswap.engine.clip_studio import ClipStudio, Wanted
from faceswap.engine.made_studio import MadeStudio
from faceswap.engine.making import Makers
from faceswap.engine.media import stills
from faceswap.engine.media.marks import marked
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.numbering import number_faces
from faceswap.engine.protocol import Engine, Face, Search, Source
from faceswap.engine.urgency import PATIENCE, less_urgent
from faceswap.engine.watch import Watch
from faceswap.ports import (
    Casting,
    PlaceOrder,
    PortraitOrder,
    Survey,
    SwapOrder,
    SwapResult,
    WeightedTemplate,
)

Mix = tuple[WeightedTemplate, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen in a picture; `numbered` is a small copy with the faces numbered."""

    faces: tuple[FoundFace, ...]
    numbered: Encoded


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A swapped picture; see `SwapResult`."""

    result: Encoded
    was_reduced: bool
    after: Encoded | None


class Studio(Generic[Face, Source]):
    """Works on whole files. Calls block; several threads may call at once.

    Without `makers`, nothing is made from words. A `sandbox` that is given is started and closed
    as an own one is.
    """

    def __init__(
        self,
        engine: Engine[Face, Source],
        limits: PictureLimits,
        clip_limits: ClipLimits | None = None,
        *,
        sandbox: Sandbox | None = None,
        makers: Makers | None = None,
    ) -> None:
        self.engine = engine
        self.makers = makers
        self._limits = limits
        self._sandbox = sandbox or Sandbox()
        self._clips = ClipStudio(engine, self._sandbox, clip_limits or ClipLimits())
        self._made = MadeStudio(self._sandbox, limits, makers) if makers else None
        self._beside = ThreadPoolExecutor(1, "previews", less_urgent, (PATIENCE,))

    def start(self) -> None:
        """Make ready what takes a moment, in a process that does nothing else.

        Raises:
            BackendDown: The sandbox does not start.
        """
        # What works on a picture, or on the frames of a clip, has threads of its own. OpenCV's take
        # turns with them and take longer to wake than to do what is left for them.
        cv2.setNumThreads(1)
        self._sandbox.start()

    def close(self) -> None:
        """End the processes that decode files."""
        self._sandbox.close()

    def look(self, file: NamedBytes) -> Look:
        """Find and number the faces of a picture, which may be none.

        Raises:
            PictureRefused: The file is no picture we take.
        """
        still = self._sandbox.still(file, self._limits)
        faces = tuple(face.found for face in self.engine.detect(still.pixels))
        return Look(faces, stills.preview(number_faces(still.shown, faces), still.icc))

    def enrol(self, files: Sequence[NamedBytes]) -> Template:
        """Learn one face from photos of it.

        Raises:
            PictureRefused: A file is no picture we take.
            FaceRefused: A photo shows no face that can be learnt.
        """
        photos = [(file.name, self._sandbox.still(file, self._limits).pixels) for file in files]
        return self.engine.enrol(photos)

    def measure(self, file: NamedBytes) -> ClipFacts:
        """Tell what a clip is, without decoding it.

        Raises:
            PictureRefused: It is none, or larger than the limits.
        """
        return self._clips.measure(file)

    def survey(self, file: NamedBytes, watch: Watch | None = None) -> Survey:
        """Look through a clip and tell who is seen in it and when.

        Raises:
            PictureRefused: It is none, or larger than the limits.
            NoFace: Nobody is seen in it.
            Canceled: The watch was told to.
        """
        return self._clips.survey(file, watch or Watch())

    def swap_file(
        self,
        target: Path,
        out: Path,
        cast: tuple[Casting, ...],
        options: Options,
        *,
        reference_seconds: float = 0.0,
        most_bytes: int | None = None,
        mark: str = "",
        watch: Watch | None = None,
    ) -> ClipOutcome:
        """Swap faces in a clip that is a file, into another file.

        Raises:
            Refusal: The clip, its faces or a template will not do, or the result does not fit.
            Canceled: The watch was told to.
        """
        wanted = Wanted(cast, options, reference_seconds, most_bytes, mark)
        return self._clips.swap_file(target, out, wanted, watch or Watch()).outcome

    def swap(self, order: SwapOrder, watch: Watch | None = None) -> SwapResult:
        """Do what was ordered, on a still or a clip.

        Raises:
            Refusal: The target, its faces or a template will not do, or the result does not fit.
            Canceled: The watch of a clip was told to.
        """
        if moving_kind(order.target.data):
            return self._clips.swap(order, watch or Watch())
        order = replace(order, mark=checked_mark(order.mark))
        still = self._sandbox.still(order.target, self._limits)
        before = self._beside.submit(_preview, still)
        search = self.engine.search(still.pixels)
        likely = _likely(search, order.cast)
        drawn = self._draw(still, likely, order) if likely else None
        faces = search.faces()
        found = tuple(face.found for face in faces)
        chosen = choose(found, order.cast, order.target.name)
        numbered = self._beside.submit(_numbered, still, found)
        pairs = [(face, chosen[face.found.number]) for face in faces if face.found.number in chosen]
        if drawn is None or _places(pairs) != _places(likely):
            drawn = self._draw(still, pairs, order)
        return SwapResult(
            result=drawn.result,
            before=before.result(),
            numbered=numbered.result(),
            faces=found,
            swapped=tuple(sorted(chosen)),
            was_reduced=drawn.was_reduced,
            after=drawn.after,
        )

    def _draw(
        self, still: stills.Still, pairs: Sequence[tuple[Face, Mix]], order: SwapOrder
    ) -> _Drawn:
        """Return a picture with faces swapped, as it is to be handed over."""
        pixels = still.pixels
        for face, who in pairs:
            source = self.engine.open([(each.template, each.weight) for each in who])
            pixels = self.engine.swap(pixels, face, source, order.options)
        made = still.with_pixels(pixels)
        made = marked(made, order.mark) if order.mark else made
        result, was_reduced = stills.encode(made, order.most_bytes, order.linked_bytes)
        is_linked = len(result.data) > order.most_bytes
        return _Drawn(result, was_reduced, _preview(made) if is_linked else None)

    def portrait(self, order: PortraitOrder, watch: Watch | None = None) -> SwapResult:
        """Make a portrait from words.

        Raises:
            Refusal: The words or a template will not do, or the result does not fit.
            BackendFault: Its maker cannot just now, or there is none.
            Canceled: The watch was told to.
        """
        return self._made_studio().portrait(order, watch or Watch())

    def place(self, order: PlaceOrder, watch: Watch | None = None) -> SwapResult:
        """Put the people of a still picture somewhere else.

        Raises:
            Refusal: The picture, its people or the background will not do, or the result does not
                fit.
            BackendFault: The place's maker cannot just now, or there is none.
            Canceled: The watch was told to.
        """
        return self._made_studio().place(order, watch or Watch())

    def _made_studio(self) -> MadeStudio:
        if self._made is None:
            raise MakerDown
        return self._made


def _likely(search: Search[Face], cast: Sequence[Casting]) -> list[tuple[Face, Mix]]:
    """Return who goes to which face by what is seen at first glance, as far as that tells.

    One identity goes to the largest face, which is plain long before the smallest ones are found.
    """
    if len(cast) > 1 or not cast[0]:
        return []
    largest = search.largest()
    if largest is None or largest.found.box.width < LEAST_WIDTH:
        return []
    return [(largest, cast[0])]


def _places(pairs: Sequence[tuple[Face, Mix]]) -> list[Box]:
    return [face.found.box for face, _ in pairs]


def _preview(still: stills.Still) -> Encoded:
    return stills.preview(still.shown, still.icc)


def _numbered(still: stills.Still, faces: Sequence[FoundFace]) -> Encoded | None:
    """Return a small copy with the faces numbered, where there is a choice."""
    if len(faces) < 2:
        return None
    return stills.preview(number_faces(still.shown, faces), still.icc)


def choose(faces: Sequence[FoundFace], cast: Sequence[Casting], name: str) -> dict[int, Mix]:
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
        in_order = [max(in_order, key=lambda face: face.box.area)]
    pairs = [(face, who) for face, who in zip(in_order, cast, strict=False) if who]
    if not pairs:
        place = next(at for at, who in enumerate(cast, 1) if who)
        raise TooFewFaces(name=name, found=len(faces), place=place)
    fitting = {face.number: who for face, who in pairs if face.box.width >= LEAST_WIDTH}
    if not fitting:
        widest = max(face.box.width for face, _ in pairs)
        raise FaceTooSmall(name=name, width=widest, least=LEAST_WIDTH)
    return fitting
