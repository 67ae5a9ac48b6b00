"""Pictures out of installed packages, and what tests make of them: (height, width, 3) uint8 RGB."""

from __future__ import annotations

import io
from functools import lru_cache
from importlib import metadata

import cv2
import numpy as np
from PIL import Image

GREY = (127, 127, 127)


@lru_cache(maxsize=16)
def package_picture(package: str, path: str) -> np.ndarray:
    pixels = np.array(Image.open(metadata.distribution(package).locate_file(path)).convert("RGB"))
    pixels.flags.writeable = False
    return pixels


def astronaut() -> np.ndarray:
    """One face, 94 px wide: smiles, looks into the camera, has a fringe."""
    return package_picture("scikit-image", "skimage/data/astronaut.png")


def six() -> np.ndarray:
    """Six faces, about 110 px wide."""
    return package_picture("insightface", "insightface/data/images/t1.jpg")


def grey_man() -> np.ndarray:
    """One face on 112 x 112 pixels, in grey, in hard light from its left."""
    return package_picture("insightface", "insightface/data/images/Tom_Hanks_54745.png")


def faceless(name: str) -> np.ndarray:
    return package_picture("scikit-image", f"skimage/data/{name}")


def scaled(picture: np.ndarray, scale: float) -> np.ndarray:
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how), np.uint8)


def turned(picture: np.ndarray, degrees: float) -> tuple[np.ndarray, np.ndarray]:
    """Turn clockwise; also return the (2, 3) matrix from the old pixels to the new."""
    height, width = picture.shape[:2]
    cos, sin = (abs(part(np.deg2rad(degrees))) for part in (np.cos, np.sin))
    size = (int(width * cos + height * sin), int(width * sin + height * cos))
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)
    matrix[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    result = cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_CUBIC, borderValue=GREY)
    return np.asarray(result, np.uint8), matrix


def padded(picture: np.ndarray, left: int, top: int, right: int, bottom: int) -> np.ndarray:
    return np.asarray(
        cv2.copyMakeBorder(picture, top, bottom, left, right, cv2.BORDER_CONSTANT, value=GREY)
    )


def mirrored(picture: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(picture[:, ::-1])


def in_grey(picture: np.ndarray) -> np.ndarray:
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return np.dstack([grey, grey, grey])


def blurred(picture: np.ndarray, sigma: float) -> np.ndarray:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma))


def noisy(picture: np.ndarray, deviation: float) -> np.ndarray:
    noise = np.random.default_rng(5).standard_normal(picture.shape[:2]) * deviation
    return levels(picture + noise[..., None])


def as_jpeg(picture: np.ndarray, quality: int) -> np.ndarray:
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=quality)
    return np.array(Image.open(stream))


def lit_from_side(picture: np.ndarray, left: float, right: float, middle: float) -> np.ndarray:
    """Multiply brightness across the picture, from one gain to the other about a column."""
    columns = np.arange(picture.shape[1], dtype=np.float32)
    reach = picture.shape[1] / 8
    share = 1 / (1 + np.exp(-(columns - middle) / reach * 2))
    gain = left + (right - left) * share
    return levels(picture * gain[None, :, None])


def levels(values: np.ndarray) -> np.ndarray:
    return np.clip(np.round(values), 0, 255).astype(np.uint8)


def portrait(width: int, height: int, face_width: float) -> np.ndarray:
    """Return the astronaut, her face so many pixels wide, in a picture of a size."""
    scale = face_width / 94.0
    picture = astronaut()
    matrix = np.array([[scale, 0, width / 2 - 225 * scale], [0, scale, height / 2 - 125 * scale]])
    if scale < 1:
        matrix[:, :2] = np.eye(2)
        picture = scaled(picture, scale)
    placed = cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=GREY
    )
    return np.asarray(placed, np.uint8)


def blank(size: tuple[int, int], mode: str) -> Image.Image:
    return Image.new(mode, size)


def hull_of(points: np.ndarray) -> np.ndarray:
    return cv2.convexHull(np.round(points).astype(np.int32))


def fill(picture: np.ndarray, outline: np.ndarray, value: object = 255) -> None:
    cv2.fillConvexPoly(picture, np.round(outline).astype(np.int32), value)


def grown(mask: np.ndarray, reach: int) -> np.ndarray:
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return cv2.dilate(mask, disc)
