"""The desk, alone and behind our own API twice over: it must make no difference.

Once would do for the client; twice shows that the facade serves any backend, such as a client.
"""

from __future__ import annotations

import pytest

from faceswap.sidecar.desk import Bounds
from tests.contract.desk.layers import LAYERS
from tests.sidecar.stack import open_stack


@pytest.fixture(params=LAYERS)
async def stack(request):
    async with open_stack(LAYERS[request.param], Bounds(waiting=1)) as opened:
        yield opened


@pytest.fixture
def backend(stack):
    return stack.backend


@pytest.fixture
def engine(stack):
    return stack.engine
