"""Damaged and hostile files only ever are pictures or refusals, and cost little to find out."""

import random
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from faceswap.domain.errors import PictureRefused
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import stills
from tests.engine.files import (
    animation,
    every_kind,
    exif,
    file_of,
    gradient,
    png_that_claims,
)

# Small pictures, so that much of each file is header.
LIMITS = PictureLimits(most_pixels=1_000_000)
ROUNDS = 2500


def small_files():
    tags = exif(6)
    tags[0x010F], tags[0x011A] = "a maker of cameras", 72.0
    tags[0x8825] = {1: "N", 2: (1.0, 2.0, 3.0)}
    photo = gradient(33, 34)
    tagged = [
        file_of(photo, "JPEG", exif=tags),
        file_of(photo, "WEBP", exif=tags),
        file_of(photo, "AVIF", exif=tags),
        file_of(photo, "TIFF"),
        file_of(photo.convert("L"), "TIFF", compression="tiff_deflate"),
        file_of(photo, "MPO", save_all=True, append_images=[photo]),
    ]
    return [*every_kind().values(), *tagged]


def mutated(data, chance):
    """Return data with a few bytes changed, added or lost, mostly at its ends."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        place = chance.randrange(min(len(changed), chance.choice((16, 64, 300, len(changed)))))
        place = chance.choice((place, place, len(changed) - 1 - place))
        how = chance.randrange(6)
        if how == 0:
            changed[place] = chance.randrange(256)
        elif how == 1:
            changed[place] = chance.randrange(14)
        elif how == 2:
            changed[place] ^= 1 << chance.randrange(8)
        elif how == 3:
            del changed[place : place + chance.randrange(1, 20)]
        elif how == 4:
            changed[place:place] = chance.randbytes(chance.randrange(1, 20))
        else:
            changed[place : place + 4] = chance.choice(
                (b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff")
            )
        changed = changed or bytearray(b"\0")
    return bytes(changed)


def survives(data):
    """Decode, and write what was decoded; anything but a refusal is an error."""
    try:
        still = stills.decode(NamedBytes("x", data), LIMITS)
    except PictureRefused:
        return
    assert still.pixels.shape == (still.height, still.width, 3)
    assert still.alpha is None or still.alpha.shape == still.pixels.shape[:2]
    stills.encode(still, 100_000_000)
    stills.preview(still.pixels, still.icc)


@pytest.mark.parametrize("seed", [1, 2, pytest.param(3, marks=pytest.mark.slow)])
def test_damaged_files_are_pictures_or_refusals(seed):
    chance = random.Random(seed)  # noqa: S311
    files = small_files()
    for _ in range(ROUNDS):
        survives(mutated(chance.choice(files), chance))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 14))
def test_many_more_damaged_files_are_pictures_or_refusals(seed):
    chance = random.Random(seed)  # noqa: S311
    files = small_files()
    for _ in range(10 * ROUNDS):
        survives(mutated(chance.choice(files), chance))


STARTS = [b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBPVP8L"]
STARTS += [b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x1cftypavif", b"\0\0\0\x18ftypheic", b"8BPS"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_any_bytes_are_pictures_or_refusals(start, rest):
    survives(start + rest)


# A reader that walks through all of a file uses up its seconds of processor time and is killed.
READER = """
import math, pathlib, resource, sys, time
from faceswap.domain.errors import PictureRefused
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import stills

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

files = [pathlib.Path(name).read_bytes() for name in sys.argv[1:]]
seconds = math.ceil(time.process_time()) + 1
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
before = peak()
for data in files:
    try:
        stills.decode(NamedBytes("x", data), PictureLimits())
    except PictureRefused as refused:
        print(type(refused).__name__)
print(peak() - before)
"""


def test_bombs_are_refused_by_their_headers(tmp_path):
    flat = Image.new("1", (10_000, 10_000))
    frame = b",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
    bombs = [
        file_of(flat, "PNG"),
        file_of(flat, "GIF"),
        file_of(flat, "TIFF", compression="group4"),
        png_that_claims(100_000, 100_000),
        png_that_claims(2**31 - 1, 2**31 - 1),
        animation("GIF")[:-1] + frame * 1_700_000 + b";",
    ]
    paths = [tmp_path / str(number) for number in range(len(bombs))]
    for path, bomb in zip(paths, bombs, strict=True):
        path.write_bytes(bomb)

    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", READER, *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )

    *names, megabytes = ran.stdout.split()
    assert ran.returncode == 0, ran.stderr
    assert names == ["TooManyPixels"] * 5 + ["AnimatedPicture"]
    assert int(megabytes) < 30
