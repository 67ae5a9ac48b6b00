"""Whatever a stranger's file does in the sandbox, it is refused."""

from __future__ import annotations

import pytest

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import MEGABYTE, BrokenClip, BrokenPicture, ClipTooLong, TooManyFrames
from faceswap.engine.media.sandbox import Sandbox
from tests.media.hostile_readers import FRAMES
from tests.media.sandboxed import LIMITS, still, times

SILENT = {"hang", "burn"}


@pytest.mark.parametrize(
    "deed",
    [
        *("crash", "die", "hang", "burn", "eat", "defect", "credits"),
        *("nonsense", "length", "deep", "cut", "end", "slot", "other", "unlike"),
    ],
)
def test_whatever_a_file_does_when_it_is_opened_it_is_refused(hostile, impatient, deed):
    sandbox = impatient if deed in SILENT else hostile
    with pytest.raises(BrokenClip, match=r"^a\.mp4 is cut short, damaged or too complex"):
        times(sandbox, deed)
    assert times(sandbox, "good") == list(range(FRAMES))


@pytest.mark.parametrize(
    "deed",
    [
        *("crash", "die", "hang", "burn", "eat", "flood"),
        *("nonsense", "length", "deep", "cut", "other"),
        *("slot", "negative", "twice", "parts", "words", "eternal", "backwards"),
    ],
)
def test_whatever_a_file_does_between_frames_it_is_refused(hostile, impatient, deed):
    sandbox, shown = impatient if deed in SILENT else hostile, []
    with pytest.raises(BrokenClip):
        # Slot 0 stays held, which `twice` and `flood` claim.
        times(sandbox, f"{deed}@7", shown=shown, slots=3, kept=1)
    assert shown[:7] == list(range(7))
    assert len(shown) <= 8


@pytest.mark.parametrize("deed", ["crash", "die", "hang", "eat", "nonsense", "end", "huge", "kind"])
def test_whatever_a_picture_does_it_is_refused(hostile, impatient, deed):
    sandbox = impatient if deed in SILENT else hostile
    with pytest.raises(BrokenPicture, match=r"^a\.png is cut short or damaged"):
        still(sandbox, deed)
    assert still(sandbox, "good").icc == b"profile"


def release_all(sandbox: Sandbox, deed: str) -> None:
    with sandbox.clip(deed.encode(), "a.mp4", LIMITS) as clip:
        for moment in clip:
            moment.release()


def test_a_child_that_does_not_listen_does_not_block(hostile):
    with pytest.raises(BrokenClip):
        release_all(hostile, "deaf@0")


def test_limits_hold_for_what_is_decoded(hostile):
    few = ClipLimits(most_bytes=MEGABYTE, most_pixels=128 * 96, most_frames=FRAMES)
    with pytest.raises(TooManyFrames, match="41 frames"):
        times(hostile, "endless", few)
    with pytest.raises(ClipTooLong):
        times(hostile, "long", few)
