"""What a log or a traceback may show of a value."""

import pytest

from faceswap.domain.face import Template
from faceswap.domain.media import Encoded, NamedBytes
from tests.stores import new_job
from tests.unit.domain.test_attempts import JOB


@pytest.mark.parametrize(
    "value",
    [
        Template("mesh", b"hunter2", 90.0, 1),
        NamedBytes("me.png", b"hunter2"),
        Encoded(b"hunter2", "image/png", 1, 1),
        new_job("one", address="hunter2"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_pictures_templates_and_tokens_do_not_show(value):
    assert "hunter2" not in repr(value)


def test_a_job_shows_what_is_asked_about_in_a_log():
    assert "id='one'" in repr(JOB)
    assert "address" not in repr(JOB)
