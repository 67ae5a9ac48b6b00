from __future__ import annotations

import pytest

from tests.makers.servers import serving


@pytest.fixture
def server():
    with serving() as open_server:
        yield open_server
