from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.apis.native.forms import (
    BadForm,
    NotAForm,
    Part,
    PartTooLarge,
    read_form,
    render_form,
)

TYPE = "multipart/form-data; boundary=B"
LIMITS = {"a": 10, "b": 10, "order": 100}


async def chunked(body, size=7):
    for at in range(0, len(body), size):
        yield body[at : at + size]


async def read(body, content_type=TYPE, limits=None, size=7):
    return await read_form(content_type, chunked(body, size), (limits or LIMITS).get)


def part(name='name="a"', data=b"1", extra=b""):
    head = f"--B\r\nContent-Disposition: form-data; {name}\r\n".encode()
    return head + extra + b"\r\n" + data + b"\r\n"


END = b"--B--\r\n"


async def test_parts_are_read():
    body = part('name="a"; filename="x.png"', b"\r\n--", b"Content-Type: image/png\r\n")
    parts = await read(body + part('name="b"', b"") + END)
    assert parts == {
        "a": Part("a", "x.png", "image/png", b"\r\n--"),
        "b": Part("b", "", "", b""),
    }


@pytest.mark.parametrize(
    "content_type",
    ["", "application/json", "multipart/mixed; boundary=B", "text/plain; multipart/form-data"],
)
async def test_another_media_type_is_no_form(content_type):
    with pytest.raises(NotAForm):
        await read(part() + END, content_type)


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        'multipart/form-data; boundary=""',
        f"multipart/form-data; boundary={'b' * 1000}",
    ],
)
async def test_a_boundary_is_needed(content_type):
    with pytest.raises(BadForm):
        await read(part() + END, content_type)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "cut short"),
        (b"--B", "cut short"),
        (part(), "cut short"),
        (part() + b"--B-", "cut short"),
        (part(data=b"1234567890")[:-5], "cut short"),
        (b"nothing of the kind" + END, "ill-formed"),
        (b"--B\r\nno colon\r\n\r\n1\r\n" + END, "ill-formed"),
        (part(extra=b"X-Long: " + b"x" * 9000 + b"\r\n") + END, "ill-formed"),
        (part(extra=b"X: y\r\n" * 50) + END, "ill-formed"),
        (part() + part() + END, "twice"),
        (part('name="c"') + END, 'no part called "c"'),
        (part('filename="a"') + END, 'no part called ""'),
        (part('name="\xff"') + END, "no part called"),
        (b"--B\r\nX: y\r\n\r\n1\r\n" + END, 'no part called ""'),
    ],
)
async def test_an_ill_formed_body_is_refused(body, why):
    with pytest.raises(BadForm, match=why):
        await read(body)


async def test_a_part_is_read_up_to_its_limit_and_no_further():
    sent = []

    async def endless():
        yield part(data=b"")[:-2]
        while True:
            sent.append(1)
            yield b"xxxx"

    with pytest.raises(PartTooLarge) as raised:
        await read_form(TYPE, endless(), LIMITS.get)

    assert (raised.value.name, raised.value.size, raised.value.limit) == ("a", 12, 10)
    assert len(sent) == 3
    assert len((await read(part(data=b"1234567890") + END))["a"].data) == 10


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ('"me.png"', "me.png"),
        ('"a%22b.png"', 'a"b.png'),
        ('"two%0D%0Alines"', "two\r\nlines"),
        ('"../../etc/passwd"', "../../etc/passwd"),
        ('"漢字.png"', "漢字.png"),
        (f'"{"n" * 900}"', "n" * 200),
    ],
)
async def test_file_names_are_told_as_they_are(sent, name):
    assert (await read(part(f'name="a"; filename={sent}') + END))["a"].filename == name


PARTS = st.dictionaries(
    st.sampled_from(["a", "b", "order"]), st.binary(max_size=60), min_size=1
).map(lambda found: [Part(name, "", "image/png", data) for name, data in found.items()])


@given(PARTS, st.integers(1, 80))
async def test_what_is_rendered_is_read_the_same_however_it_arrives(parts, size):
    content_type, body = render_form(parts)
    limits = dict.fromkeys(["a", "b", "order"], 60)
    assert list((await read(body, content_type, limits, size)).values()) == parts


@given(
    st.lists(st.sampled_from([b"--B", b"\r\n", b"--", b"name=", b'"a"', b":", b"\0", END])).map(
        b"".join
    )
    | st.binary(max_size=200)
)
async def test_junk_is_refused_and_nothing_else_happens(junk):
    try:
        await read(junk)
    except (BadForm, PartTooLarge):
        return
    assert junk.startswith((b"--B", b"\r\n"))
