"""The clips that are measured with are what they are said to be, and every line can be measured."""

from contextlib import closing

import av
import pytest

from benchmarks import clips, footage, samples
from faceswap.domain.media import PictureLimits
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.studio import Studio


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    return footage.video(tmp_path_factory.mktemp("footage") / "short.mp4", 1)


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    studio = Studio(MeshEngine(), PictureLimits(), clips.LIMITS)
    with closing(studio), Sandbox() as sandbox:
        who = studio.enrol([samples.picture("portrait")])
        yield clips.Bench(studio, sandbox, who, tmp_path_factory.mktemp("bench"))


def test_a_second_of_footage_has_thirty_frames_and_a_tone(short):
    with av.open(str(short)) as source:
        assert sum(1 for _ in source.decode(video=0)) == footage.RATE
        assert source.streams.audio[0].codec.name == "aac"


def test_repeated_footage_is_as_much_longer(short, tmp_path):
    longer = footage.repeated(tmp_path / "longer.mp4", short, 3)

    with av.open(str(longer)) as source:
        stream = source.streams.video[0]
        times = [frame.pts * stream.time_base for frame in source.decode(stream)]
    assert len(times) == 3 * footage.RATE
    assert times == sorted(set(times))


def test_all_three_ways_go_through_every_frame(bench, short):
    assert bench.plain(short) == bench.copied(short) == bench.swap(short) == footage.RATE


@pytest.mark.slow
def test_every_line_can_be_measured(bench):
    titles = [title for title, rows in clips.tables(bench, 1, is_long=False) if rows]

    assert titles == ["Throughput", "Stages, a frame", "Beginning", "Growth, a frame"]
