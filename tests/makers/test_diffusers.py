"""A maker with a pipeline of `diffusers`; its networks are small and know nothing."""

from __future__ import annotations

import io
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.errors import Canceled, MakerDown, MakerRefused
from faceswap.domain.wording import Wording
from faceswap.makers.diffusers import DiffusersMaker
from faceswap.ports import Brief
from tests.makers.pipelines import store
from tests.makers.servers import Watching, png

pytestmark = [
    pytest.mark.skipif(find_spec("diffusers") is None, reason="`make diffusers` was not run"),
    # The library warns of its own next versions.
    pytest.mark.filterwarnings("ignore"),
]

BRIEF = Brief(Wording("a mad king, laughing", ("green",)), 64, 96, seed=5)


@pytest.fixture(scope="module")
def maker(tmp_path_factory):
    return DiffusersMaker(store(tmp_path_factory.mktemp("plain")))


@pytest.fixture(scope="module")
def filler(tmp_path_factory):
    return DiffusersMaker(store(tmp_path_factory.mktemp("filler"), fills=True))


def pixels(encoded) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(encoded.data)).convert("RGB"), np.int16)


def test_a_picture_of_the_size_that_was_asked_for_is_made(maker):
    made = maker.make(BRIEF, Watching())
    assert (made.width, made.height, made.media_type) == (64, 96, "image/png")
    assert pixels(made).std() > 1


def test_the_same_seed_makes_the_same_picture_and_another_does_not(maker):
    one, again = (maker.make(BRIEF, Watching()).data for _ in range(2))
    assert one == again
    assert maker.make(replace(BRIEF, seed=6), Watching()).data != one


def test_the_words_and_what_is_not_wanted_count(maker):
    made = maker.make(BRIEF, Watching()).data
    assert (
        maker.make(replace(BRIEF, wording=Wording("a cook", ("green",))), Watching()).data != made
    )
    assert maker.make(replace(BRIEF, wording=Wording(BRIEF.wording.text)), Watching()).data != made


def test_it_is_told_how_far_the_picture_is(maker):
    watch = Watching()
    maker.make(BRIEF, watch)
    done = [step for step, _ in watch.seen]
    assert done == sorted(done)
    assert watch.seen[-1] == (50, 50)


def test_a_picture_that_is_no_longer_wanted_is_stopped_at_the_next_step(maker):
    class Impatient(Watching):
        def steps(self, done, total):
            super().steps(done, total)
            if done == 3:
                self.cancel()

    watch = Impatient()
    with pytest.raises(Canceled):
        maker.make(BRIEF, watch)
    assert watch.seen[-1][0] == 3


def test_it_starts_from_a_picture(maker):
    dark, bright = (
        maker.make(replace(BRIEF, picture=png(colour, (64, 96))), Watching())
        for colour in ("black", "white")
    )
    assert dark.data != bright.data
    assert (dark.width, dark.height) == (64, 96)


def test_only_what_the_mask_shows_is_made_anew(filler):
    mask = Image.new("L", (64, 96), 0)
    mask.paste(255, (32, 0, 64, 96))
    out = io.BytesIO()
    mask.save(out, "PNG")
    brief = replace(BRIEF, picture=png("#c02020", (64, 96)), mask=out.getvalue())
    made = pixels(filler.make(brief, Watching()))
    assert (made[:, :32] == (192, 32, 32)).all()
    assert made[:, 32:].std() > 1


def test_a_pipeline_that_only_fills_in_makes_whole_pictures_too(filler):
    made = filler.make(BRIEF, Watching())
    assert (made.width, made.height) == (64, 96)


def test_what_its_checker_finds_unfit_is_refused(tmp_path):
    with pytest.raises(MakerRefused):
        DiffusersMaker(store(tmp_path, unfit=True)).make(BRIEF, Watching())


def test_what_its_checker_finds_fit_is_shown(tmp_path):
    made = DiffusersMaker(store(tmp_path, unfit=False)).make(BRIEF, Watching())
    assert pixels(made).max() > 0


def test_a_folder_without_a_pipeline_is_down(tmp_path):
    with pytest.raises(MakerDown):
        DiffusersMaker(str(tmp_path)).make(BRIEF, Watching())


def test_it_is_called_as_its_folder_is(maker):
    assert maker.name == "pipeline"
