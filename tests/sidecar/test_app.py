"""The application as a caller meets it: starting, keys, description, defects."""

from __future__ import annotations

import asyncio
import io
import json
import threading
from contextlib import asynccontextmanager

import httpx
import pytest
from PIL import Image
from structlog.testing import capture_logs

from faceswap.apis.native.client import Address, NativeBackend
from faceswap.apis.native.wire import HealthState
from faceswap.domain.errors import BackendDown
from faceswap.sidecar.app import create_sidecar
from faceswap.sidecar.settings import SidecarSettings
from tests.sidecar.engine import PATIENCE, FakeEngine, order, png, studio
from tests.sidecar.stack import KEY

SETTINGS = SidecarSettings(key=KEY, waiting=1)
FORM = {"content-type": "multipart/form-data; boundary=B"}


class Loading:
    """Loads the fake engine when it is let, or fails."""

    def __init__(self, error=None) -> None:
        self.error = error
        self.go = threading.Event()

    def __call__(self):
        assert self.go.wait(PATIENCE)
        if self.error:
            raise self.error
        return studio(FakeEngine())


@asynccontextmanager
async def running(loading, give_up=lambda: None):
    """Run the application's lifespan and open a client without a key."""
    sidecar = create_sidecar(SETTINGS, loading, version="1.2.3", give_up=give_up)
    transport = httpx.ASGITransport(sidecar.app)
    async with (
        sidecar.app.router.lifespan_context(sidecar.app),
        httpx.AsyncClient(transport=transport, base_url="http://sidecar") as http,
    ):
        yield http
        loading.go.set()


async def ready(http):
    backend = NativeBackend(http, lambda: Address("http://sidecar", KEY))
    async with asyncio.timeout(PATIENCE):
        while (health := await backend.health()).state is HealthState.STARTING:
            await asyncio.to_thread(lambda: None)
    return backend, health


async def test_it_answers_while_it_starts():
    loading = Loading()
    async with running(loading) as http:
        assert (await http.get("/health")).json() == {
            "state": "starting",
            "engine": "",
            "provider": "",
            "models": "",
            "version": "1.2.3",
            "queue": 0,
            "slots": 1,
            "clips": {"state": "starting", "queue": 0, "slots": 1},
            "maker": "",
            "scenes": [],
            "backdrops": [],
        }
        backend = NativeBackend(http, lambda: Address("http://sidecar", KEY))
        for call in (backend.submit("a", order()), backend.check("a"), backend.faces(png())):
            with pytest.raises(BackendDown):
                await call

        loading.go.set()
        backend, health = await ready(http)
        assert (health.state, health.engine) == (HealthState.READY, "fake")
        await backend.submit("a", order())
        assert (await backend.check("a", PATIENCE)).state == "done"


async def test_a_visit_with_plain_requests():
    loading = Loading()
    loading.go.set()
    async with running(loading) as http:
        await ready(http)
        http.headers["authorization"] = f"Bearer {KEY}"
        photo = ("party.png", png(faces=2).data, "image/png")

        faces = await http.post("/faces", files={"picture": photo})
        assert [face["number"] for face in faces.json()["faces"]] == [1, 2]

        template = await http.post("/templates", files={"photo-1": photo})
        width = float(template.headers["visage-width"])
        words = {
            "cast": [[{"template": "template-1", "weight": 1}]],
            "templates": {"template-1": {"engine": "fake", "width": width, "photos": 1}},
            "most_bytes": 1_000_000,
        }
        files = {
            "order": (None, json.dumps(words), "application/json"),
            "target": photo,
            "template-1": ("t", template.content, "application/octet-stream"),
        }
        assert (await http.put("/swaps/visit", files=files)).status_code == 202
        swap = (await http.get("/swaps/visit", params={"wait": PATIENCE})).json()
        assert (swap["state"], swap["progress"], swap["swapped"]) == ("done", 1.0, [1])
        assert swap["pictures"].keys() == {"result", "before", "numbered"}
        for picture in swap["pictures"].values():
            answer = await http.get(picture["url"])
            assert answer.headers["content-type"] == picture["media_type"]
            assert len(answer.content) == picture["size"]
            opened = Image.open(io.BytesIO(answer.content))
            assert opened.size == (picture["width"], picture["height"])

        assert (await http.delete("/swaps/visit")).status_code == 204
        assert (await http.get("/swaps/visit")).json()["code"] == "backend_lost"


async def test_an_engine_that_cannot_be_loaded_is_given_up():
    gave_up = asyncio.Event()
    loading = Loading(FileNotFoundError("face_landmark.tflite"))
    loading.go.set()
    with capture_logs() as lines:
        async with running(loading, gave_up.set) as http:
            async with asyncio.timeout(PATIENCE):
                await gave_up.wait()
            assert (await http.get("/health")).json()["state"] == "starting"
    (line,) = [line for line in lines if line["log_level"] == "error"]
    assert line["reason"] == "face_landmark.tflite"


async def test_it_ends_while_it_starts():
    loading = Loading()
    loading.go.set()
    async with running(loading):
        pass


NO_KEYS = [
    None,
    "",
    "Bearer",
    "Bearer ",
    "Bearer wrong",
    f"Bearer {KEY}x",
    f"Bearer {KEY[:-1]}",
    f"Basic {KEY}",
    KEY,
    "Bearer \xe9",
]


@pytest.mark.parametrize(
    "path",
    [
        "PUT /swaps/a",
        "PUT /swaps/not%20an%20id",
        "GET /swaps/a/glimpse",
        "POST /clips",
        "GET /swaps/a?wait=nan",
        "GET /swaps/a/result",
        "DELETE /swaps/a",
        "POST /faces",
        "POST /templates",
    ],
)
async def test_without_the_key_nothing_is_looked_at(path):
    sidecar = create_sidecar(SETTINGS, Loading(), version="1", give_up=lambda: None)
    method, path = path.split()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(sidecar.app)) as http:
        for given in NO_KEYS:
            headers = {} if given is None else {"authorization": given.encode("latin-1")}
            answer = await http.request(method, f"http://sidecar{path}", headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized"), given
            assert answer.headers["www-authenticate"] == "Bearer"


async def test_no_key_opens_a_sidecar_that_has_none():
    sidecar = create_sidecar(SidecarSettings(), Loading(), version="1", give_up=lambda: None)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(sidecar.app)) as http:
        answer = await http.get("http://sidecar/swaps/a", headers={"authorization": "Bearer "})
    assert answer.status_code == 401


async def test_what_is_nowhere_is_said_in_the_same_words():
    loading = Loading()
    async with running(loading) as http:
        assert (await http.get("/nowhere")).json()["code"] == "no_such_route"
        answer = await http.patch("/health")
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
        assert (await http.get("/docs")).status_code == 404


async def test_every_route_is_described():
    loading = Loading()
    async with running(loading) as http:
        described = (await http.get("/openapi.json")).json()
    routes = {
        f"{method.upper()} {path}": operation
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }
    assert routes.keys() == {
        "PUT /swaps/{swap_id}",
        "GET /swaps/{swap_id}",
        "DELETE /swaps/{swap_id}",
        "GET /swaps/{swap_id}/{picture}",
        "GET /swaps/{swap_id}/glimpse",
        "POST /faces",
        "POST /clips",
        "POST /templates",
        "GET /health",
    }
    for name, operation in routes.items():
        assert operation["summary"], name
        assert operation["description"], name
        assert ("security" in operation) == (name != "GET /health"), name
    assert "multipart/form-data" in routes["PUT /swaps/{swap_id}"]["requestBody"]["content"]
    assert {"202", "200", "409", "413", "422"} <= routes["PUT /swaps/{swap_id}"]["responses"].keys()
