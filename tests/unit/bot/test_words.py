"""What is said of clips."""

from datetime import UTC, datetime

import pytest

from bot import words
from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome, Progress
from faceswap.domain.credits import Balance

GIF = ClipFacts(ClipKind.GIF, 320, 240, 42, 4.2, has_audio=False)
VIDEO = ClipFacts(ClipKind.VIDEO, 1280, 720, 300, 12.0, has_audio=True)


def came(kind=ClipKind.VIDEO, frames=300, changed=300, **more):
    more = {"seconds": 12.0, "width": 1280, "height": 720, **more}
    return ClipOutcome(kind, frames, changed, **more)


@pytest.mark.parametrize(
    ("facts", "mute", "said"),
    [
        (GIF, False, "🎞️ a.b: GIF, 42 frames"),
        (VIDEO, False, "🎞️ a.b: video, 12 s, 1280x720, with sound"),
        (VIDEO, True, "🎞️ a.b: video, 12 s, 1280x720"),
    ],
)
def test_what_a_clip_is(facts, mute, said):
    assert words.clip("a.b", facts, mute=mute) == said


def test_a_clips_name_is_no_markup():
    assert words.clip("*a* @everyone", GIF, mute=False).startswith("🎞️ \\*a\\* @\u200beveryone: ")


@pytest.mark.parametrize(
    ("progress", "bar", "line"),
    [
        (Progress(0, 300), "░" * 16 + "` **0%**", "0 of 300 frames"),
        (Progress(1, 1, 3.0), "█" * 16 + "` **100%**", "1 of 1 frame · 3.0 frames/s · finishing"),
        (Progress(150, 300, 41.4), "█" * 8, "150 of 300 frames · 41 frames/s · 3.6 s left"),
        (Progress(299, 300, 0.5), "█" * 15 + "░", "299 of 300 frames · 0.5 frames/s · 2 s left"),
        (Progress(310, 300, 40.0), "█" * 16, "310 of 310 frames · 40 frames/s · finishing"),
        (Progress(0, 7200, 40.0), "░" * 16, "0 of 7200 frames · 40 frames/s · 3 min left"),
        (Progress(5, 0), "░" * 16, "5 of 5 frames"),
    ],
)
def test_how_far_a_clip_is(progress, bar, line):
    first, second = words.progress(progress).splitlines()
    assert first.startswith(f"`{bar}")
    assert second == f"-# {line}"


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (came(), "300 frames · 12 s"),
        (came(changed=280), "300 frames, 280 of them with a new face · 12 s"),
        (came(frames=1, changed=1, seconds=0.02), "1 frame · 0.1 s"),
        (came(seconds=95.4), "300 frames · 1 min 35 s"),
        (came(seconds=59.96), "300 frames · 1 min"),
    ],
)
def test_what_was_rendered(outcome, said):
    assert words.rendered(outcome) == said


@pytest.mark.parametrize(
    ("outcome", "target", "how"),
    [
        (came(bits=1_234_000), VIDEO, ": re-encoded at 1.2 Mbit/s."),
        (came(bits=800_000), VIDEO, ": re-encoded at 800 kbit/s."),
        (came(width=640, height=360), VIDEO, ": scaled to 640x360."),
        (
            came(width=640, height=360, bits=1_000_000),
            VIDEO,
            ": re-encoded at 1.0 Mbit/s, scaled to 640x360.",
        ),
        (came(), VIDEO, "."),
        (came(), None, "."),
    ],
)
def test_how_a_clip_was_made_smaller(outcome, target, how):
    assert words.fitted(outcome, target) == f"Made smaller to fit what may be posted here{how}"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((120, 300, 5, 12), "Canceled after 120 of 300 frames: 5 credits used, 7 returned."),
        ((1, 300, 0, 12), "Canceled after 1 of 300 frames: 0 credits used, 12 returned."),
        ((300, 300, 1, 1), "Canceled after 300 of 300 frames: 1 credit used, none returned."),
        ((0, 300, 0, 12), "Canceled before anything was made, so nothing was charged."),
        ((0, 0, 0, 0), "Canceled before anything was made, so nothing was charged."),
    ],
)
def test_what_a_canceled_swap_came_to(counts, said):
    assert words.canceled(*counts) == said


def test_who_is_seen_when():
    seen = [Appearance(1, 0.0, 4.9, 120), Appearance(2, 65.2, 65.9, 20)]
    assert words.seen_when(seen) == "**Face 1**: 0:00-0:04 · **Face 2**: 1:05"


def test_when_there_will_be_more_credits():
    refill = datetime(2026, 11, 21, tzinfo=UTC)
    enough, short = Balance(50, 12, refill), Balance(50, 45, refill)
    assert words.offer(12, enough) == "This costs **12 credits**; you have 38 of 50 left today."
    assert words.offer(12, short) == (
        "This costs **12 credits**; you have 5 of 50 left today, "
        f"refilled <t:{int(refill.timestamp())}:R>."
    )
    rich = Balance(50, 12, refill, granted=5, pool=20)
    assert words.left_today(rich) == "-# 63 of 75 left today"
