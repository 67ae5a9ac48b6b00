"""A facade on a service that does what the test says."""

from __future__ import annotations

import httpx
import pytest

from tests.sidecar.stack import served
from tests.unit.apis.native_requests import LIMITS
from tests.unit.apis.native_service import Service


@pytest.fixture
def service():
    return Service()


@pytest.fixture
async def http(service):
    transport = httpx.ASGITransport(served(service, LIMITS))
    async with httpx.AsyncClient(transport=transport, base_url="http://sidecar/v1") as opened:
        yield opened
