"""What a file is, by its bytes: clips by their kind, and nothing else."""

import io
import struct

import pytest
from PIL import Image

from faceswap.domain.clip import ClipKind
from faceswap.domain.kinds import moving_kind
from tests.media import animations


def still(kind, **how):
    stream = io.BytesIO()
    Image.fromarray(animations.moving(1)[0]).convert("RGB").save(stream, kind, **how)
    return stream.getvalue()


def ftyp(*brands):
    content = brands[0] + b"\0\0\0\0" + b"".join(brands[1:])
    return struct.pack(">I", 8 + len(content)) + b"ftyp" + content + b"\0" * 200


@pytest.mark.parametrize(
    ("container", "kind"),
    [
        ("GIF", ClipKind.GIF),
        ("PNG", ClipKind.APNG),
        ("WEBP", ClipKind.WEBP),
        ("AVIF", ClipKind.AVIF),
    ],
)
def test_it_moves_where_there_are_two_frames(container, kind):
    frames = animations.moving(2)
    assert moving_kind(animations.saved(container, frames, 50)) is kind
    assert moving_kind(still(container)) is None


@pytest.mark.parametrize("container", ["JPEG", "BMP", "TIFF"])
def test_what_never_moves_is_no_clip(container):
    assert moving_kind(still(container)) is None


def test_a_gif_of_one_frame_is_a_still_whatever_else_is_in_it():
    file = animations.handmade_gif(2, 1, animations.GifPart(("RG",)), loop=0)
    comment = b"!\xfe\x05hello\0"
    assert moving_kind(file[:-1] + comment + b";") is None


def test_an_apng_that_claims_one_frame_is_a_still():
    red = animations.canvas("RR", "RR")
    assert moving_kind(animations.handmade_apng(2, 2, animations.ApngPart(red))) is None


def test_a_control_chunk_behind_the_pixels_moves_nothing():
    png = still("PNG")
    late = png[:-12] + animations.png_chunk(b"acTL", struct.pack(">II", 5, 0)) + png[-12:]
    assert moving_kind(late) is None


def test_an_announcement_is_found_behind_a_large_profile():
    red = animations.canvas("RR", "RR")
    part = animations.ApngPart(red)
    file = animations.handmade_apng(2, 2, part, part)
    profile = animations.png_chunk(b"iCCP", b"x" * 20_000)
    assert moving_kind(file[:33] + profile + file[33:]) is ClipKind.APNG


@pytest.mark.parametrize(
    "head",
    [
        ftyp(b"isom", b"iso2", b"avc1", b"mp41"),
        ftyp(b"qt  "),
        ftyp(b"M4V "),
        ftyp(b"3gp4"),
        b"\0\0\0\x08wide\0\0\x10\0mdat" + b"\0" * 64,
        b"\0\0\x02\0moov" + b"\0" * 64,
        b"\0\0\0\x01mdat" + b"\0" * 64,
        b"\x1aE\xdf\xa3" + b"\0" * 64,
        b"RIFF\0\x10\0\0AVI LIST" + b"\0" * 64,
        b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\0\xaa\0b\xcel",
        b"FLV\x01\x05" + b"\0" * 64,
        b".RMF\0\0\0\x12" + b"\0" * 64,
    ],
)
def test_videos_are_told_by_their_first_bytes(head):
    assert moving_kind(head) is ClipKind.VIDEO


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"G",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF",
        b"RIFF\0\0\0\0WEBPVP8X",
        b"RIFF\x24\0\0\0WAVEfmt ",
        b"\0\0\0\x18ftyp"[:6],
        ftyp(b"heic", b"mif1", b"heic"),
        ftyp(b"mif1", b"mif1", b"heic"),
        ftyp(b"avif", b"mif1", b"miaf"),
        b"\0\0\x01\xba" + b"\0" * 64,
        b"G\x40\0\x10" + b"\0" * 200,
        b"OggS\0\x02" + b"\0" * 64,
        b"\0\0\0\x05free text",
        b"#EXTM3U\nhttp://example.org/a.ts\n",
        b"ffconcat version 1.0\nfile a.mp4\n",
    ],
)
def test_all_else_is_no_clip(head):
    assert moving_kind(head) is None


def test_a_brand_is_four_whole_letters():
    # "avis" stands across two brands.
    assert moving_kind(ftyp(b"isom", b"xxav", b"isxx")) is ClipKind.VIDEO


def test_a_file_object_is_put_back():
    file = io.BytesIO(b"ab" + animations.saved("GIF", animations.moving(2), 50))
    file.seek(1)
    moving_kind(file)
    assert file.tell() == 1


@pytest.mark.parametrize("container", ["GIF", "PNG", "WEBP", "AVIF"])
def test_no_cut_makes_it_fail(container):
    file = animations.saved(container, animations.moving(3), 50)
    for length in range(len(file)):
        moving_kind(file[:length])


@pytest.mark.parametrize(("blocks", "kind"), [(300, ClipKind.GIF), (300_000, None)])
def test_a_chain_of_tiny_blocks_is_given_up(blocks, kind):
    file = animations.handmade_gif(2, 1, animations.GifPart(("RG",)), trailer=b"")
    frame = file[13 + len(animations.PALETTE) :]
    assert moving_kind(file + b"!\xfe" + b"\x01x" * blocks + b"\0" + frame) is kind
