"""The desk does what is asked of everybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from faceswap.ports import WeightedTemplate
from tests.contract.enroller import EnrollerContract
from tests.contract.swap_backend import ClipBackendContract, SwapBackendContract
from tests.sidecar.engine import gif, order, png, template


class Held:
    """Holds the clips of a fake studio."""

    def __init__(self, studio):
        self._studio = studio
        self.reached, self.has_stopped = studio.has_begun, studio.has_stopped
        self.release = studio.gate.set
        studio.gate.clear()


class TestTheClipContract(ClipBackendContract):
    @pytest.fixture
    def held(self, stack):
        return Held(stack.studio)

    @pytest.fixture
    def clip(self):
        return order(gif())


class TestTheContracts(SwapBackendContract, EnrollerContract):
    """What is asked of everybody; what is asked of us beyond it stands beside this."""

    @pytest.fixture
    def enroller(self, backend):
        return backend

    @pytest.fixture
    def photos(self):
        return [png(mark=1, name="a.png"), png(mark=2, name="b.png")]

    @pytest.fixture
    def order(self):
        return order(png(faces=2))

    @pytest.fixture
    def pair(self):
        anna = WeightedTemplate(template(), 1.0)
        return replace(order(png(faces=2)), cast=((anna,), (anna,)))

    @pytest.fixture
    def faceless(self, request):
        """Return an order in the one suite and a photo in the other, as each asks for it."""
        sea = png(faces=0, name="sea.png")
        return sea if "enroller" in request.fixturenames else order(sea)
