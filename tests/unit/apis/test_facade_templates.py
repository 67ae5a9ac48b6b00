"""What the facade answers to photos to learn from."""

from __future__ import annotations

import pytest

from tests.unit.apis.native_requests import TYPE, form, said


@pytest.mark.parametrize(
    "body",
    [
        form(),
        form(("photo-2", b"x")),
        form(("photo-4", b"x")),
        form(("photo-1", b"x"), ("photo-1", b"x")),
        form(("picture", b"x")),
    ],
)
async def test_photos_must_be_one_to_three(http, service, body):
    answer = await http.post("/templates", content=body, headers=TYPE)
    assert said(answer) == (422, "malformed")
    assert not service.learnt


async def test_a_template_is_bytes_with_headers(http):
    body = form(("photo-3", b"z"), ("photo-1", b"x"))
    answer = await http.post("/templates", content=body, headers=TYPE)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["visage-engine"] == "fake"
    assert answer.headers["visage-width"] == "80.0"
    assert answer.headers["visage-photos"] == "2"
    assert answer.content == b"\0template"


async def test_photos_keep_their_order(http, service):
    await http.post("/templates", content=form(("photo-2", b"2"), ("photo-1", b"1")), headers=TYPE)
    assert [photo.data for photo in service.learnt[0]] == [b"1", b"2"]
