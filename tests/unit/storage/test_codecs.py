import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.errors import Unexpected, UnknownFlags, VisageError
from faceswap.domain.job import Outcome, StoredFile, SwappedPicture
from faceswap.domain.options import Options
from faceswap.storage import codecs
from tests import strategies


@given(strategies.requests)
def test_a_request_comes_back(request):
    assert codecs.decode_request(codecs.encode_request(request)) == request


@given(strategies.outcomes)
def test_an_outcome_comes_back(outcome):
    back = codecs.decode_outcome(codecs.encode_outcome(outcome))
    assert strategies.in_plain(back) == strategies.in_plain(outcome)


@given(strategies.surveys)
def test_a_survey_comes_back(survey):
    assert codecs.decode_survey(codecs.encode_survey(survey)) == survey


OLD_FILE = {"blob": "b", "name": "n.png", "media_type": "image/png", "size": 7}
OLD_REQUEST = {
    "v": 1,
    "verb": "swapid",
    "targets": [OLD_FILE],
    "ids": [["Anna"]],
    "source": None,
    "options": {"keep_mouth": True, "keep_texture": False, "sharpen": False},
    "private": False,
    "most_bytes": 99,
}
OLD_PICTURE = {
    "target": OLD_FILE,
    "result": OLD_FILE,
    "before": None,
    "numbered": None,
    "faces": [],
    "swapped": [1],
    "was_reduced": False,
    "refusal": None,
}


def test_what_was_written_before_there_were_clips_is_read():
    file = StoredFile("b", "n.png", "image/png", 7)
    request = codecs.decode_request(json.dumps(OLD_REQUEST))
    assert (request.targets, request.options) == ((file,), Options(keep_mouth=True))
    outcome = codecs.decode_outcome(json.dumps({"v": 1, "pictures": [OLD_PICTURE]}))
    assert outcome == Outcome((SwappedPicture(file, file, swapped=(1,)),))


@given(strategies.templates)
def test_a_template_comes_back(template):
    assert codecs.decode_template(codecs.encode_template(template)) == template


@pytest.mark.parametrize("kind", VisageError.kinds.values())
def test_every_error_comes_back(kind):
    error = kind()
    back = codecs.decode_error(codecs.encode_error(error))
    assert type(back) is kind
    assert back.data() == error.data()


def test_an_error_keeps_its_data():
    back = codecs.decode_error(codecs.encode_error(UnknownFlags(flags=["-x", "-y"])))
    assert str(back) == str(UnknownFlags(flags=["-x", "-y"]))


def test_an_error_nobody_knows_any_more_is_unexpected():
    assert isinstance(codecs.decode_error('{"v":1,"code":"gone","data":{}}'), Unexpected)


@given(strategies.requests, st.sampled_from([None, 0, 2, "1"]))
def test_another_version_is_not_guessed_at(request, version):
    row = json.loads(codecs.encode_request(request)) | {"v": version}
    with pytest.raises(ValueError, match="a row of version"):
        codecs.decode_request(json.dumps(row))
