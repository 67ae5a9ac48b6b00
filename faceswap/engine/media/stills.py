"""Still pictures: bytes to upright pixels and back, with everything a stranger may upload refused.

Decoding trusts nothing: the kinds are an allow-list, the header's pixel count is checked before a
pixel is decoded, and what Pillow warns of is an error here.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageCms, JpegImagePlugin

from faceswap.domain.errors import (
    AnimatedPicture,
    BrokenPicture,
    FileTooLarge,
    NotAPicture,
    PictureTooSmall,
    ResultTooLarge,
    TooManyPixels,
    UnsupportedPicture,
)
from faceswap.domain.media import Encoded, NamedBytes, PictureLimits
from faceswap.engine.media.scaling import scaled_down

Pixels = NDArray[np.uint8]

LOSSLESS = {"PNG", "BMP", "GIF", "TIFF"}
READABLE = ("JPEG", "PNG", "WEBP", "AVIF", "BMP", "GIF", "TIFF")
# How files of the readable kinds start; an AVIF is told by its box.
STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1")
# Matroska and WebM, Flash video, Windows Media, RealMedia.
MOVIES = (b"\x1aE\xdf\xa3", b"FLV\x01", b"0&\xb2u", b".RMF")
UNREADABLE = {
    b"8BPS": "PSD",
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL ": "JPEG XL",
    b"%PDF": "PDF",
    b"<svg": "SVG",
}
# What Pillow's readers raise on damage. They are Python that believes what the bytes say: a TIFF's
# offset may turn out a fraction, an AVIF's failure is a bare RuntimeError.
BROKEN = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, ArithmeticError),
    *(RuntimeError, TypeError, AttributeError, struct.error),
)
# What stands a picture upright, by EXIF's orientation.
TO_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# One that tells its own limit in the error, not the library's in a warning.
Image.MAX_IMAGE_PIXELS = None

JPEG_QUALITY = 93
# A JPEG's sides are told in 16 bits.
JPEG_SIDE = 65_000
PREVIEW_SIDE = 1024
# What a transparent picture is shown on, a grey: it suits dark pictures and light ones.
GROUND = 128
STRIP_ROWS = 256
# Tried in turn until the result fits: JPEG quality, then the picture's scale.
REDUCTIONS = ((90, 1.0), (82, 1.0), (74, 1.0), (82, 0.75), (74, 0.6), (70, 0.45))


@dataclass(frozen=True, slots=True)
class Still:
    """An upright picture.

    `pixels` is (height, width, 3) uint8 RGB, `alpha` (height, width) uint8 where the file had one.
    `kind` is the file's format by Pillow's name, `is_lossless` tells whether its pixels were stored
    exactly, `subsampling` is a JPEG's chroma subsampling as Pillow numbers it, `icc` its profile.
    """

    pixels: Pixels
    kind: str
    is_lossless: bool
    alpha: Pixels | None = None
    icc: bytes | None = None
    subsampling: int = 0

    def with_pixels(self, pixels: Pixels) -> Still:
        """Return the same picture with other pixels."""
        return replace(self, pixels=pixels)

    @property
    def shown(self) -> Pixels:
        """Return the pixels as people see them: on grey, without what transparency hides."""
        if self.alpha is None:
            return self.pixels
        shown = self.pixels.copy()
        # In strips, or 60 megapixels would need a gigabyte for a moment.
        for top in range(0, self.height, STRIP_ROWS):
            rows = slice(top, top + STRIP_ROWS)
            share = self.alpha[rows, :, None].astype(np.uint16)
            shown[rows] = (shown[rows] * share + GROUND * (255 - share) + 127) // 255
        return shown

    @property
    def width(self) -> int:
        """Return the width in pixels."""
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        """Return the height in pixels."""
        return self.pixels.shape[0]


def decode(file: NamedBytes, limits: PictureLimits) -> Still:
    """Read a still picture, turned upright as its EXIF says.

    Raises:
        PictureRefused: It is none, or larger than the limits, or moves.
    """
    if len(file.data) > limits.most_bytes:
        raise FileTooLarge(name=file.name, size=len(file.data), limit=limits.most_bytes)
    _refuse_by_signature(file)
    with _pillow_errors(file), Image.open(io.BytesIO(file.data), formats=READABLE) as opened:
        _refuse_by_header(opened, file, limits)
        opened.load()
        return _still(opened, file.data)


def is_known(head: bytes) -> bool:
    """Tell whether a file that begins like this is of a kind we read, or can name."""
    return head.startswith((*STARTS, *UNREADABLE)) or head[4:8] == b"ftyp"


def in_srgb(still: Still) -> Still:
    """Return a picture in sRGB and without a profile; one whose profile is of no use, as it is."""
    if still.icc is None:
        return still
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(still.icc))
        screen = ImageCms.createProfile("sRGB")
        image = ImageCms.profileToProfile(Image.fromarray(still.pixels), own, screen)
    except (ImageCms.PyCMSError, OSError):
        return replace(still, icc=None)
    # Without an image to write to, it returns one.
    return replace(still, pixels=np.asarray(image), icc=None)


def encode(still: Still, most_bytes: int, linked_bytes: int = 0) -> tuple[Encoded, bool]:
    """Return the picture in a kind like its own, and whether it had to be reduced to fit.

    What was lossless stays lossless while it fits; all else becomes JPEG. What does not fit at the
    least quality either comes as it is, if it has at most `linked_bytes`.

    Raises:
        ResultTooLarge: It has more than that, too.
    """
    image = Image.fromarray(still.pixels)
    if still.alpha is not None:
        image.putalpha(Image.fromarray(still.alpha))
    first = _encode_like(image, still)
    if len(first.data) <= most_bytes:
        return first, False
    for quality, scale in REDUCTIONS:
        reduced = _jpeg(_scaled(image, scale), still, quality, subsampling=2)
        if len(reduced.data) <= most_bytes:
            return reduced, True
    if len(first.data) <= linked_bytes:
        return first, False
    raise ResultTooLarge(size=len(first.data), limit=most_bytes)


def preview(pixels: Pixels, icc: bytes | None = None) -> Encoded:
    """Return a small JPEG of a picture, its longer side at most 1,024 px."""
    height, width = pixels.shape[:2]
    scale = PREVIEW_SIDE / max(height, width)
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        pixels = scaled_down(pixels, *size)
    still = Still(pixels=pixels, kind="JPEG", is_lossless=False, icc=icc)
    return _jpeg(Image.fromarray(pixels), still, 88, subsampling=2)


def _refuse_by_signature(file: NamedBytes) -> None:
    """Name the kinds of file that people send and that we know we cannot open."""
    head = file.data[:64]
    if head[4:8] == b"ftyp":
        brands = head[8:12] + head[16:]
        if b"avis" in brands or not any(still in brands for still in (b"avif", *HEIC_BRANDS)):
            raise AnimatedPicture(name=file.name)
        if b"avif" not in brands:
            raise UnsupportedPicture(name=file.name, kind="HEIC")
    if head.startswith(MOVIES) or (head[:4] == b"RIFF" and head[8:12] == b"AVI "):
        raise AnimatedPicture(name=file.name)
    for signature, kind in UNREADABLE.items():
        if head.startswith(signature):
            raise UnsupportedPicture(name=file.name, kind=kind)


@contextmanager
def _pillow_errors(file: NamedBytes) -> Iterator[None]:
    """Turn what Pillow raises into our refusals."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Image.UnidentifiedImageError as unknown:
        kind = BrokenPicture if is_known(file.data) else NotAPicture
        raise kind(name=file.name) from unknown
    except BROKEN as broken:
        raise BrokenPicture(name=file.name) from broken


def _refuse_by_header(opened: Image.Image, file: NamedBytes, limits: PictureLimits) -> None:
    width, height = opened.size
    if width * height > limits.most_pixels:
        raise TooManyPixels(name=file.name, width=width, height=height, limit=limits.most_pixels)
    if min(width, height) < limits.least_side:
        raise PictureTooSmall(name=file.name, width=width, height=height, least=limits.least_side)
    # Every frame but the first of an MPO is another view of the same moment, a TIFF's are pages.
    if opened.format not in {"MPO", "TIFF"} and getattr(opened, "is_animated", False):
        raise AnimatedPicture(name=file.name)


def _still(opened: Image.Image, data: bytes) -> Still:
    kind = "JPEG" if opened.format == "MPO" else str(opened.format)
    image = _to_rgb(_upright(opened))
    alpha = np.asarray(image.getchannel("A")) if image.mode == "RGBA" else None
    return Still(
        pixels=np.asarray(image if image.mode == "RGB" else image.convert("RGB")),
        kind=kind,
        # A lossless WebP says so in the first chunk that holds pixels.
        is_lossless=kind in LOSSLESS or (kind == "WEBP" and b"VP8L" in data[12:4096]),
        alpha=None if alpha is None or alpha.min() == 255 else alpha,
        # A profile for grey or for inks says nothing about the RGB that was made of it.
        icc=opened.info.get("icc_profile") if opened.mode in {"RGB", "RGBA", "P"} else None,
        subsampling=max(0, JpegImagePlugin.get_sampling(opened)) if kind == "JPEG" else 0,
    )


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture as its EXIF says that it was held.

    Pillow's own `exif_transpose` writes the EXIF anew, which fails where any of it is odd.
    """
    try:
        turn = TO_UPRIGHT.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except BROKEN:
        return image
    return image if turn is None else image.transpose(turn)


def _to_rgb(image: Image.Image) -> Image.Image:
    """Return the picture as RGB or RGBA."""
    if image.mode in {"RGB", "RGBA"}:
        return image
    if image.mode.startswith(("I", "F")):
        return _from_deep_grey(image).convert("RGB")
    if image.mode == "CMYK":
        return _from_inks(image)
    has_alpha = image.mode in {"LA", "PA", "La"} or "transparency" in image.info
    return image.convert("RGBA" if has_alpha else "RGB")


def _from_deep_grey(image: Image.Image) -> Image.Image:
    """Return grey of more than 8 bits as 8 bits; Pillow would clip it."""
    grey = np.asarray(image)
    peak = float(grey.max(initial=0))
    white = 65535.0 if 255 < peak <= 65535 else max(peak, 1.0)
    levels = np.empty(grey.shape, np.uint8)
    # In strips, or 60 megapixels would need a gigabyte for a moment.
    for top in range(0, len(grey), STRIP_ROWS):
        strip = grey[top : top + STRIP_ROWS].astype(np.float32) * np.float32(255 / white)
        levels[top : top + STRIP_ROWS] = np.clip(strip + np.float32(0.5), 0, 255)
    return Image.fromarray(levels)


def _from_inks(image: Image.Image) -> Image.Image:
    """Return CMYK as sRGB, by its profile where it has one that works."""
    icc = image.info.get("icc_profile")
    if icc:
        try:
            inks = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            screen = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, inks, screen, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _encode_like(image: Image.Image, still: Still) -> Encoded:
    if still.kind == "WEBP":
        exactly = {"lossless": still.is_lossless, "exact": still.is_lossless}
        return _save(image, "WEBP", "image/webp", still, quality=90, **exactly)
    if still.is_lossless or still.alpha is not None:
        return _save(image, "PNG", "image/png", still, compress_level=3)
    return _jpeg(image, still, JPEG_QUALITY, still.subsampling)


def _jpeg(image: Image.Image, still: Still, quality: int, subsampling: int) -> Encoded:
    """Encode as JPEG; what was transparent becomes white, as chats show it."""
    image = _scaled(image, min(1.0, JPEG_SIDE / max(image.size)))
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    return _save(image, "JPEG", "image/jpeg", still, quality=quality, subsampling=subsampling)


def _save(
    image: Image.Image, kind: str, media_type: str, still: Still, **settings: int | bool
) -> Encoded:
    """Encode, keeping the colour profile and nothing else of the metadata."""
    stream = io.BytesIO()
    image.save(stream, kind, icc_profile=still.icc, **settings)
    return Encoded(stream.getvalue(), media_type, image.width, image.height)


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    if scale == 1.0:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
