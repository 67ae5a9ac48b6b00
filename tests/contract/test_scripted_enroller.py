"""The fake enroller keeps the contract that it stands in for."""

import pytest

from faceswap.domain.media import NamedBytes
from tests.contract.enroller import EnrollerContract
from tests.fakes.enroller import ScriptedEnroller


class TestScriptedEnroller(EnrollerContract):
    @pytest.fixture
    def enroller(self):
        return ScriptedEnroller()

    @pytest.fixture
    def photos(self):
        return [NamedBytes("a.jpg", b"face of anna"), NamedBytes("b.jpg", b"face of anna too")]

    @pytest.fixture
    def faceless(self):
        return NamedBytes("sea.jpg", b"picture of 0")
