"""Who is in a clip: numbered, told when they are seen, and chosen by it."""

import io

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.errors import Canceled, TooFewFaces
from faceswap.domain.media import NamedBytes
from faceswap.engine.watch import Watch
from tests.engine import clips
from tests.engine.clip_files import COUNT, frames_of, video_of
from tests.engine.clips import Place, drifting


def test_the_face_that_is_largest_at_a_moment_can_be_meant(studio, order, people):
    three = np.ascontiguousarray(people.of("three").closer(0.7))

    def growing(at):
        return Place(470, 190, 0.45 + 0.022 * at)

    target = video_of(
        clips.clip(COUNT, (clips.astronaut(), lambda _: Place(170, 170, 0.8)), (three, growing)),
        tone=False,
    )

    first = studio.swap(order(target, "six"))
    later = studio.swap(order(target, "six", reference_seconds=1.4))

    assert (first.swapped, later.swapped) == ((1,), (2,))
    assert len(first.faces) == len(first.clip.appearances) == 2
    assert first.numbered is not None


def test_looking_for_a_face_is_shown_and_costs_nothing(studio, order, portrait_clip):
    class Stopping(Watch):
        def report(self, progress, frame):
            super().report(progress, frame)
            self.cancel()

    watch = Stopping()
    with pytest.raises(Canceled) as stopped:
        studio.swap(
            order(video_of(portrait_clip, tone=False), "three", reference_seconds=1.4), watch
        )

    assert (stopped.value.done, stopped.value.total) == (0, COUNT)
    with Image.open(io.BytesIO(watch.glimpse().data)) as shown:
        assert shown.size == (480, 270)


def test_a_list_goes_by_the_numbers_of_the_clip(studio, order, people):
    three = np.ascontiguousarray(people.of("three").closer(0.7))
    frames = clips.clip(
        20,
        (clips.astronaut(), lambda _: Place(170, 170, 0.8)),
        (three, lambda _: Place(470, 190, 0.9)),
    )
    target = video_of(frames, tone=False)

    result = studio.swap(order(target, "_", "six"))

    assert result.swapped == (2,)
    for old, new in zip(frames_of(target), frames_of(result.result.data), strict=True):
        halves = [np.abs(old[:, part].astype(int) - new[:, part]).mean() for part in HALVES]
        assert halves[1] > halves[0] + 0.5


HALVES = (slice(0, 300), slice(340, 640))


def test_a_survey_tells_who_is_seen_and_when(studio, people):
    three = np.ascontiguousarray(people.of("three").closer(0.7))
    frames = [
        *clips.clip(15, (clips.astronaut(), drifting())),
        *clips.clip(15, (three, drifting(300, 170)), seed=5),
    ]

    survey = studio.survey(NamedBytes("clip.mp4", video_of(frames, tone=False)))

    times = [
        (each.number, round(each.first, 1), round(each.last, 1)) for each in survey.appearances
    ]
    assert times == [(1, 0.0, 0.5), (2, 0.5, 1.0)]
    assert [face.number for face in survey.faces] == [1, 2]
    assert (survey.facts.frames, survey.facts.has_audio) == (30, False)


def test_a_list_beyond_the_faces_is_refused(studio, order, portrait_clip):
    with pytest.raises(TooFewFaces):
        studio.swap(order(video_of(portrait_clip[:12]), "_", "_", "three"))
