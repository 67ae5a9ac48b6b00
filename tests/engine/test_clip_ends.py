"""Clips that are refused, canceled or done: it is told how far they came, and nothing is left."""

import io
import threading
from contextlib import closing

import pytest
from PIL import Image

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import BrokenClip, Canceled, FaceTooSmall, NoFace, TooManyFrames
from faceswap.domain.media import PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.studio import Studio
from faceswap.engine.watch import Watch
from tests.engine import clips
from tests.engine.clip_files import COUNT, video_of
from tests.engine.clips import Place


def test_a_clip_without_a_face_is_refused(studio, order):
    with pytest.raises(NoFace):
        studio.swap(order(video_of(clips.clip(12)), "three"))


def test_faces_that_are_too_small_are_refused(studio, order):
    far = clips.clip(12, (clips.astronaut(), lambda _: Place(320, 180, 0.25)))

    with pytest.raises((FaceTooSmall, NoFace)):
        studio.swap(order(video_of(far), "three"))


def test_a_clip_that_breaks_off_is_refused(studio, order, portrait_clip):
    data = video_of(portrait_clip)

    with pytest.raises(BrokenClip):
        studio.swap(order(data[: len(data) // 2], "three"))


def test_a_canceled_clip_stops_at_once(studio, order, portrait_clip):
    class Stopping(Watch):
        def report(self, progress, frame):
            super().report(progress, frame)
            if progress.done == 5:
                self.cancel()

    with pytest.raises(Canceled) as stopped:
        studio.swap(order(video_of(portrait_clip), "three"), Stopping())

    assert (stopped.value.done, stopped.value.total) == (5, COUNT)


def test_a_clip_is_canceled_while_the_last_frames_are_encoded(studio, order, portrait_clip):
    class Ending(Watch):
        def go_on(self):
            super().go_on()
            # All frames are swapped, and none is looked at any more.
            if self.progress and self.progress.done == COUNT:
                self.cancel()

        def on_cancel(self, stop):
            assert self.progress is None
            super().on_cancel(stop)

    with pytest.raises(Canceled) as stopped:
        studio.swap(order(video_of(portrait_clip), "three"), Ending())

    assert (stopped.value.done, stopped.value.total) == (COUNT, COUNT)


def test_a_clip_that_is_canceled_while_its_sound_is_joined_leaves_nothing(
    studio, order, portrait_clip, tmp_path
):
    class Joining(Watch):
        def on_cancel(self, stop):
            super().on_cancel(stop)
            if self.progress and self.progress.done == COUNT:
                self.cancel()

    wanted = order(video_of(portrait_clip), "three")
    target = tmp_path / "in.mp4"
    target.write_bytes(wanted.target.data)

    with pytest.raises(Canceled) as stopped:
        studio.swap_file(target, tmp_path / "out.mp4", wanted.cast, Options(), watch=Joining())

    assert (stopped.value.done, stopped.value.total) == (COUNT, COUNT)
    assert [path.name for path in tmp_path.iterdir()] == ["in.mp4"]


def test_no_thread_and_no_process_is_left(studio, order, portrait_clip):
    target = video_of(portrait_clip[:12])
    studio.swap(order(target, "three"))
    before = threading.active_count()

    studio.swap(order(target, "three"))

    assert threading.active_count() == before


def test_more_frames_than_are_taken_are_refused(engine, order, portrait_clip):
    limits = ClipLimits(most_frames=20)
    with closing(Studio(engine, PictureLimits(), limits)) as studio, pytest.raises(TooManyFrames):
        studio.swap(order(video_of(portrait_clip), "three"))


def test_progress_tells_frames_and_shows_one(studio, order, portrait_clip):
    watch = Watch()

    studio.swap(order(video_of(portrait_clip), "three"), watch)

    assert (watch.progress.done, watch.progress.total) == (COUNT, COUNT)
    with Image.open(io.BytesIO(watch.glimpse().data)) as shown:
        assert shown.size == (480, 270)
