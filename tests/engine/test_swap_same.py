"""The same order twice gives the same bytes, also from several threads at once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import product
from pathlib import Path

from PIL import Image

from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.mesh import template
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.studio import Studio
from tests.engine import pictures
from tests.engine.files import file_of
from tests.engine.people import EVERYBODY

ROOT = Path(__file__).parents[2]
ROUNDS = 2


def jpeg(picture):
    return file_of(Image.fromarray(picture), "JPEG", quality=92)


def test_the_same_order_gives_the_same_bytes(studio, order):
    wanted = order(jpeg(pictures.noisy(pictures.astronaut(), 5)), "four+one")

    first, second = studio.swap(wanted), studio.swap(wanted)

    assert first == second


def test_another_engine_gives_the_same_bytes(studio, order):
    photo = NamedBytes("me.jpg", jpeg(pictures.astronaut()))
    wanted = order(jpeg(pictures.six()), "astronaut", "_", "one")

    with closing(Studio(MeshEngine(), PictureLimits())) as another:
        assert another.enrol([photo]) == studio.enrol([photo])
        assert another.swap(wanted) == studio.swap(wanted)


HERE = """
import hashlib, sys
from pathlib import Path
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.mesh import template
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.studio import Studio
from faceswap.ports import SwapOrder, WeightedTemplate
studio = Studio(MeshEngine(), PictureLimits())
me, party = (NamedBytes(path, Path(path).read_bytes()) for path in sys.argv[1:])
cast = ((WeightedTemplate(studio.enrol([me]), 1.0),),)
result = studio.swap(SwapOrder(party, cast, Options(), 25_000_000)).result
studio.close()
print(hashlib.sha256(result.data).hexdigest())
"""


def test_another_process_gives_the_same_bytes(tmp_path):
    # The target has grain, which is made of numbers that look like chance.
    pictures_of = {
        "me": pictures.grey_man(),
        "party": pictures.noisy(pictures.portrait(400, 460, 240), 6),
    }
    paths = [tmp_path / f"{name}.jpg" for name in pictures_of]
    for path, picture in zip(paths, pictures_of.values(), strict=True):
        path.write_bytes(jpeg(picture))

    told = [
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", HERE, *map(str, paths)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]

    assert len(told[0].strip()) == 64
    assert told[0] == told[1]


def test_faces_that_were_opened_before_are_not_confused(engine, people):
    for name in (*EVERYBODY, *EVERYBODY):
        saved = people.template(name)
        opened = engine.open([(saved, 1.0)])
        assert (opened.layers == template.load(saved.data).layers).all()


def test_threads_at_once_give_what_one_gives(studio, order):
    files = [jpeg(each) for each in (pictures.astronaut(), pictures.six(), pictures.grey_man())]
    orders = [order(file, who) for file, who in product(files, ("four", "astronaut+six"))]
    photos = [NamedBytes("me.jpg", file) for file in files]
    alone = [studio.swap(each) for each in orders]
    learnt = [studio.enrol([photo]) for photo in photos]

    with ThreadPoolExecutor(4) as threads:
        swaps = threads.map(studio.swap, orders * ROUNDS)
        enrolled = threads.map(lambda photo: studio.enrol([photo]), photos * ROUNDS)
        assert list(swaps) == alone * ROUNDS
        assert list(enrolled) == learnt * ROUNDS
