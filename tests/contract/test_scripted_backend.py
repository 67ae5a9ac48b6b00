"""The fake backend keeps the contract that it stands in for."""

import pytest

from faceswap.domain.face import Template
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.ports import SwapOrder, WeightedTemplate
from tests.contract.swap_backend import SwapBackendContract
from tests.fakes.backend import ScriptedBackend

ANNA = (WeightedTemplate(Template("fake", b"anna", 100.0, 1), 1.0),)


def ordered(picture, *cast):
    return SwapOrder(NamedBytes("party.png", picture), cast, Options(), 1_000_000)


class TestScriptedBackend(SwapBackendContract):
    @pytest.fixture
    def backend(self):
        return ScriptedBackend()

    @pytest.fixture
    def order(self):
        return ordered(b"picture of 2", ANNA)

    @pytest.fixture
    def pair(self):
        return ordered(b"picture of 2", ANNA, ANNA)

    @pytest.fixture
    def faceless(self):
        return ordered(b"picture of 0", ANNA)
