"""What Discord refuses as an invalid form, and where it says the mistake is."""

import json

import aiohttp
import pytest

V2 = 1 << 15


def row(*components):
    return {"type": 1, "components": list(components)}


def button(**changed):
    return {"type": 2, "style": 2, "label": "Go", "custom_id": "go", **changed}


def select(**changed):
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
    return {"type": 3, "custom_id": "pick", "options": options, **changed}


def text(content="hello"):
    return {"type": 10, "content": content}


def layout(*components, **changed):
    return {"flags": V2, "components": list(components), **changed}


def flat(errors, path=""):
    """Errors as "path CODE" lines."""
    for key, value in errors.items():
        if key == "_errors":
            yield from (f"{path} {error['code']}" for error in value)
        else:
            yield from flat(value, f"{path}.{key}" if path else key)


REFUSED = [
    ({"content": "x" * 2001}, "content BASE_TYPE_MAX_LENGTH"),
    ({"content": 5}, "content STRING_TYPE_CONVERT"),
    ({"embeds": [{"title": "x" * 257}]}, "embeds.0.title BASE_TYPE_MAX_LENGTH"),
    ({"embeds": [{"title": "x"}] * 11}, "embeds BASE_TYPE_MAX_LENGTH"),
    (
        {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]},
        "embeds MAX_EMBED_SIZE_EXCEEDED",
    ),
    (
        {"embeds": [{"fields": [{"name": "", "value": "x"}]}]},
        "embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH",
    ),
    ({"embeds": [5]}, "embeds.0 MODEL_TYPE_CONVERT"),
    (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
    (
        {"content": "x", "allowed_mentions": {"parse": ["cats"]}},
        "allowed_mentions.parse.0 BASE_TYPE_CHOICES",
    ),
    (
        {"content": "x", "components": [row(button(custom_id="x" * 101))]},
        "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH",
    ),
    (
        {"content": "x", "components": [row(button(label="x" * 81))]},
        "components.0.components.0.label BASE_TYPE_MAX_LENGTH",
    ),
    (
        {"content": "x", "components": [row(button(label=None))]},
        "components.0.components.0 BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
    ),
    (
        {"content": "x", "components": [row(button(style=5, custom_id=None))]},
        "components.0.components.0.url BASE_TYPE_REQUIRED",
    ),
    (
        {"content": "x", "components": [row(button(style=5, url="https://example.org"))]},
        "components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    (
        {
            "content": "x",
            "components": [row(button(style=5, custom_id=None, url="javascript:alert(1)"))],
        },
        "components.0.components.0.url URL_TYPE_INVALID_SCHEME",
    ),
    (
        {"content": "x", "components": [row(button(), button())]},
        "components COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    (
        {"content": "x", "components": [row(button(), select())]},
        "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ),
    (
        {"content": "x", "components": [row(*(button(custom_id=str(n)) for n in range(6)))]},
        "components.0.components BASE_TYPE_BAD_LENGTH",
    ),
    (
        {"content": "x", "components": [row(button(custom_id=str(n))) for n in range(6)]},
        "components BASE_TYPE_MAX_LENGTH",
    ),
    ({"content": "x", "components": [text()]}, "components.0.type UNION_TYPE_CHOICES"),
    (
        {
            "content": "x",
            "components": [
                row(select(options=[{"label": str(n), "value": str(n)} for n in range(26)]))
            ],
        },
        "components.0.components.0.options BASE_TYPE_BAD_LENGTH",
    ),
    (
        {
            "content": "x",
            "components": [row(select(options=[{"label": "A", "value": "a"}] * 2))],
        },
        "components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    (
        {"content": "x", "components": [row(select(max_values=3))]},
        "components.0.components.0.max_values SELECT_COMPONENT_MAX_VALUES_EXCEEDED",
    ),
    (
        {"content": "x", "components": [row(select(min_values=2, max_values=1))]},
        "components.0.components.0.min_values SELECT_COMPONENT_MIN_VALUES_GREATER",
    ),
    (
        {"content": "x", "components": [row(select(placeholder="x" * 151))]},
        "components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH",
    ),
    (
        layout(text(), content="x"),
        "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    (
        layout(text(), embeds=[{"title": "x"}]),
        "embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    (
        layout(text("x" * 2500), text("x" * 2500)),
        "components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    (layout(text("")), "components.0.content BASE_TYPE_BAD_LENGTH"),
    (
        layout(
            {"type": 17, "components": [text()] * 21}, {"type": 17, "components": [text()] * 18}
        ),
        "components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    (
        layout({"type": 17, "components": [{"type": 17, "components": [text()]}]}),
        "components.0.components.0.type UNION_TYPE_CHOICES",
    ),
    (
        layout({"type": 9, "components": [text()]}),
        "components.0.accessory BASE_TYPE_REQUIRED",
    ),
    (
        layout({"type": 12, "items": []}),
        "components.0.items BASE_TYPE_BAD_LENGTH",
    ),
    (
        layout({"type": 12, "items": [{"media": {"url": "attachment://no.png"}}]}),
        "components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    (
        layout({"type": 12, "items": [{"media": {"url": "ftp://example.org"}}]}),
        "components.0.items.0.media.url URL_TYPE_INVALID_SCHEME",
    ),
    (
        layout({"type": 13, "file": {"url": "https://example.org/a.zip"}}),
        "components.0.file.url URL_TYPE_INVALID_SCHEME",
    ),
    (
        layout({**text(), "id": 3}, {**text(), "id": 3}),
        "components COMPONENT_ID_DUPLICATED",
    ),
]


@pytest.mark.parametrize(("body", "line"), REFUSED, ids=[line for _, line in REFUSED])
async def test_a_message_is_refused(stage, rest, body, line):
    stage.sends_nonsense = True
    status, reply, _ = await rest("POST", f"/channels/{stage.room.id}/messages", json=body)
    assert (status, reply["code"], reply["message"]) == (400, 50035, "Invalid Form Body")
    assert list(flat(reply["errors"])) == [line]
    assert stage.room.messages == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"content": "  "},
        {"components": [row(button())]},
        {"flags": V2, "components": []},
    ],
)
async def test_an_empty_message_is_refused(stage, rest, body):
    status, reply, _ = await rest("POST", f"/channels/{stage.room.id}/messages", json=body)
    assert (status, reply["code"]) == (400, 50006)


async def test_a_body_that_is_no_json_is_refused(stage, rest):
    stage.sends_nonsense = True
    path = f"/channels/{stage.room.id}/messages"
    status, reply, _ = await rest("POST", path, data=b"{")
    assert (status, reply["code"]) == (400, 50109)


async def test_the_largest_of_everything_is_accepted(stage, rest):
    rows = [row(*(button(custom_id=f"{a}{b}", label="x" * 80) for b in range(5))) for a in range(5)]
    body = {"content": "x" * 2000, "components": rows}
    path = f"/channels/{stage.room.id}/messages"
    assert (await rest("POST", path, json=body))[0] == 200
    boxes = [{"type": 17, "components": [text("x")] * 19} for _ in range(2)]
    assert (await rest("POST", path, json=layout(*boxes)))[0] == 200
    assert (await rest("POST", path, json=layout(text("x" * 4000))))[0] == 200


async def test_the_components_flag_stays(stage, rest):
    path = f"/channels/{stage.room.id}/messages"
    _, plain, _ = await rest("POST", path, json={"content": "plain"})
    _, made, _ = await rest("POST", path, json=layout(text()))
    assert [one["id"] for one in made["components"]] == [1]
    status, edited, _ = await rest("PATCH", f"{path}/{made['id']}", json={"flags": 0})
    assert (status, edited["flags"]) == (200, V2)
    status, reply, _ = await rest("PATCH", f"{path}/{made['id']}", json={"content": "x"})
    assert "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" in flat(reply["errors"])
    status, reply, _ = await rest("PATCH", f"{path}/{plain['id']}", json=layout(text()))
    assert status == 400
    status, reply, _ = await rest(
        "PATCH", f"{path}/{plain['id']}", json=layout(text(), content=None)
    )
    assert (status, reply["content"], reply["flags"]) == (200, "", V2)


def upload(payload, *files):
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", json.dumps(payload))
    for index, (name, data) in enumerate(files):
        form.add_field(f"files[{index}]", data, filename=name)
    return form


def gallery(name):
    return {"type": 12, "items": [{"media": {"url": f"attachment://{name}"}}]}


async def test_kept_files_can_be_named_only_with_their_filename(stage, rest, png):
    path = f"/channels/{stage.room.id}/messages"
    body = layout(gallery("a.png"))
    _, made, _ = await rest("POST", path, data=upload(body, ("a.png", png())))
    attachment_id = made["components"][0]["items"][0]["media"]["attachment_id"]
    assert made["attachments"] == []
    one = f"{path}/{made['id']}"
    by_id = {"attachments": [{"id": attachment_id}], "components": [gallery("a.png")]}
    status, reply, _ = await rest("PATCH", one, json=by_id)
    assert status == 400
    by_name = {**by_id, "attachments": [{"id": attachment_id, "filename": "a.png"}]}
    status, reply, _ = await rest("PATCH", one, json=by_name)
    assert reply["components"][0]["items"][0]["media"]["attachment_id"] == attachment_id
    status, reply, _ = await rest("PATCH", one, json={"components": [gallery("a.png")]})
    assert status == 200
    other = {"attachments": [{"id": 0, "filename": "b.png"}], "components": [gallery("b.png")]}
    status, reply, _ = await rest("PATCH", one, data=upload(other, ("b.png", png("blue"))))
    assert status == 200
    assert stage.room.messages[0].pictures[0].data == png("blue")


async def test_more_than_ten_files_are_refused(stage, rest):
    stage.sends_nonsense = True
    files = [(f"{number}.txt", b"x") for number in range(11)]
    path = f"/channels/{stage.room.id}/messages"
    _, reply, _ = await rest("POST", path, data=upload({}, *files))
    assert list(flat(reply["errors"])) == ["attachments BASE_TYPE_MAX_LENGTH"]
