"""What the generated description says of our own API."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from faceswap.apis.native.wire import (
    ANY_BYTES,
    BACKGROUND_PART,
    CLIP_PART,
    ENGINE_HEADER,
    FORM,
    PHOTO_PARTS,
    PHOTOS_HEADER,
    PICTURE_PART,
    SIDES_HEADER,
    TARGET_PART,
    WIDTH_HEADER,
    ClipWords,
    ErrorWords,
    FacesWords,
    SurveyWords,
    SwapWords,
)

Route = dict[str, Any]

PICTURE_ROUTE = "get_swap_picture"

ORDER_EXAMPLE: dict[str, Any] = {
    "kind": "swap",
    "target": {"name": "party.jpg"},
    "cast": [
        [{"template": "template-1", "weight": 0.5}, {"template": "template-2", "weight": 0.5}],
        None,
    ],
    "templates": {
        "template-1": {"engine": "mesh", "width": 412.0, "photos": 1},
        "template-2": {"engine": "mesh", "width": 230.5, "photos": 3},
    },
    "options": {
        "keep_mouth": False,
        "keep_texture": False,
        "sharpen": True,
        "mute": False,
        "webm": False,
    },
    "most_bytes": 10485760,
    "reference_seconds": 0.0,
    "mark": "Face swap",
    "linked_bytes": 104857600,
}

PORTRAIT_EXAMPLE: dict[str, Any] = {
    "kind": "headshot",
    "wording": {"text": "a mad king with an evil smile", "without": ["green"]},
    "cast": [{"template": "template-1", "weight": 1.0}],
    "templates": {"template-1": {"engine": "mesh", "width": 412.0, "photos": 1}},
    "frame": "square",
    "seed": 1234,
    "options": {
        "keep_mouth": False,
        "keep_texture": False,
        "sharpen": False,
        "mute": False,
        "webm": False,
    },
    "most_bytes": 10485760,
    "mark": "",
}

PLACE_EXAMPLE: dict[str, Any] = {
    "kind": "changebg",
    "target": {"name": "party.jpg"},
    "wording": {"text": "a beach in the evening", "without": []},
    "background": None,
    "seed": 1234,
    "most_bytes": 10485760,
    "mark": "",
}

_BYTES = {"type": "string", "format": "binary"}
_SWAPS = {"tags": ["Swaps"]}
_PICTURES = {"tags": ["Pictures"]}
_CLIPS = {"tags": ["Clips"]}


def _form(description: str, properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties, "required": required}
    content = {FORM: {"schema": schema}}
    return {"requestBody": {"required": True, "description": description, "content": content}}


def _errors(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    return {status.value: {"model": ErrorWords} for status in statuses}


REFUSALS = _errors(
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_UPLOADS = _errors(
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)

PUT_SWAP: Route = _SWAPS | {
    "name": "put_swap",
    "summary": "Order a swap, a portrait or a new background",
    "description": (
        "Takes an order under an id of the caller's choosing and answers 202 before the work "
        "begins. The `kind` of the order tells what it is: `swap`, which may be left out, puts "
        "faces into a picture or a clip, `headshot` makes a portrait from words, `changebg` puts "
        "the people of a picture somewhere else. All are called swaps from here on. The same id "
        "again answers 200 with the swap as it stands: the body is not read and nothing is done "
        "twice. 409 means that too much is waiting already; Retry-After says when to ask again. "
        "Clips wait and are worked on beside pictures, and so is what a picture generator makes."
    ),
    "status_code": 202,
    "responses": {202: {"model": SwapWords}, 200: {"model": SwapWords}} | _UPLOADS,
    "openapi_extra": _form(
        "`order` says what is to be done, `target` is the picture, animation or video, "
        "`background` a picture to put behind its people, and `template-1` and so on are the bytes "
        "of the templates that the order names. Parts that the order does not name must not come.",
        {
            "order": {
                "type": "object",
                "description": (
                    "Of a swap: `cast` has a place for each face from left to right, null to leave "
                    "it; one "
                    "place alone means the largest face. The weights of a place sum to 1. Faces "
                    "of a clip are numbered as they appear in it; the largest is looked for "
                    "`reference_seconds` into it. `mute` drops the sound of a video, `webm` makes "
                    "a WebM of it, not an MP4. Of a headshot: `wording` is what is to be seen and "
                    "what is not, `cast` the mix of one face, `frame` square, portrait or "
                    "landscape. Of a changebg: `wording` says where to, or `background` names the "
                    "picture that comes with it; one of the two is given. The same `seed`, from 0 "
                    "to 4294967295, makes the same picture again. Of each: `mark` is a text of up "
                    "to 40 characters that is drawn into a corner of the result, which has up to "
                    "`most_bytes`."
                ),
                "examples": [ORDER_EXAMPLE, PORTRAIT_EXAMPLE, PLACE_EXAMPLE],
            },
            TARGET_PART: _BYTES,
            BACKGROUND_PART: _BYTES,
            "template-1": _BYTES,
        },
        ["order"],
    ),
}
GET_SWAP: Route = _SWAPS | {
    "name": "get_swap",
    "summary": "Ask how far a swap is",
    "description": (
        "With `wait`, answers when the swap is over or the seconds have passed, whichever is "
        "first. A swap that failed is answered with 200, its state and its error. `clip` tells of "
        "an animation or a video how many frames of how many are done while it is rendered, and "
        "what came of it afterwards, and of what a picture generator makes how many steps. `made` "
        "tells how a picture was made from words. Swaps that are over are forgotten after a while, "
        "and after a restart: 404 with the code `backend_lost`."
    ),
    "responses": {200: {"model": SwapWords}} | _errors(HTTPStatus.NOT_FOUND),
}
GET_PICTURE: Route = _SWAPS | {
    "name": PICTURE_ROUTE,
    "summary": "Fetch a picture of a swap that is done",
    "description": (
        "`result` is what was made, `before` a small copy of the target or of a frame of it, which "
        "a portrait has none of, `numbered` one with its faces numbered, which exists when there "
        "is more than one that could be swapped, `after` a small copy of a result that is larger "
        "than `most_bytes`."
    ),
    "responses": {
        200: {"content": {"image/*": {"schema": _BYTES}, "video/*": {"schema": _BYTES}}},
    }
    | _errors(HTTPStatus.NOT_FOUND),
}
GET_GLIMPSE: Route = _SWAPS | {
    "name": "get_swap_glimpse",
    "summary": "See how a clip looks that is being rendered",
    "description": (
        "A small JPEG of one of the latest frames; there is a new one about twice a second. "
        f"`{SIDES_HEADER}` tells its sides, such as 320x180. 404 with the code `not_there` when "
        "there is none: before the first frame, for pictures, and when the swap is over."
    ),
    "responses": {
        200: {
            "content": {"image/jpeg": {"schema": _BYTES}},
            "headers": {SIDES_HEADER: {"schema": {"type": "string"}}},
        }
    }
    | _errors(HTTPStatus.NOT_FOUND),
}
DELETE_SWAP: Route = _SWAPS | {
    "name": "delete_swap",
    "summary": "Cancel or forget a swap",
    "description": (
        "Ends a swap that waits or runs, and drops one that is over. A clip that is being rendered "
        "stops within a second, a picture that is being made at its next step. Always 204."
    ),
    "status_code": 204,
}
POST_FACES: Route = _PICTURES | {
    "name": "post_faces",
    "summary": "Find the faces of a picture",
    "description": (
        "Answers with the faces, numbered from left to right, which may be none. Asked with "
        f"`Accept: {FORM}`, it answers with two parts: `faces`, the same JSON, and `numbered`, a "
        "small JPEG with the numbers drawn in."
    ),
    "responses": {
        200: {"model": FacesWords, "content": {FORM: {"schema": {"type": "object"}}}},
    }
    | _UPLOADS,
    "openapi_extra": _form("The picture.", {PICTURE_PART: _BYTES}, [PICTURE_PART]),
}
POST_CLIPS: Route = _CLIPS | {
    "name": "post_clips",
    "summary": "Measure a clip, or tell who is seen in it and when",
    "description": (
        "Answers with what an animation or a video is, without decoding it. With `faces`, looks "
        "through it, which takes its time, and tells each face, numbered as they appear, and when "
        f"it is seen. Asked with `Accept: {FORM}` as well, it answers with two parts: `survey`, "
        "the same JSON, and `numbered`, a JPEG with a thumbnail of each face. It is given up when "
        "the connection ends. It waits for no clip that is being rendered."
    ),
    "responses": {
        200: {
            "model": ClipWords | SurveyWords,
            "content": {FORM: {"schema": {"type": "object"}}},
        },
    }
    | _UPLOADS,
    "openapi_extra": _form(
        "The clip; its file name is used in sentences.", {CLIP_PART: _BYTES}, [CLIP_PART]
    ),
}
POST_TEMPLATES: Route = _PICTURES | {
    "name": "post_templates",
    "summary": "Learn a face",
    "description": (
        "Learns one face from one to three photos of it, the largest face of each, and answers "
        "with its template. Neither is kept here. The template's bytes mean something to the "
        f"engine named in `{ENGINE_HEADER}` alone; `{WIDTH_HEADER}` is the width in pixels of the "
        f"largest face learnt from and `{PHOTOS_HEADER}` how many photos were fused."
    ),
    "responses": {
        200: {
            "content": {ANY_BYTES: {"schema": _BYTES}},
            "headers": {
                ENGINE_HEADER: {"schema": {"type": "string"}},
                WIDTH_HEADER: {"schema": {"type": "number"}},
                PHOTOS_HEADER: {"schema": {"type": "integer"}},
            },
        }
    }
    | _UPLOADS,
    "openapi_extra": _form(
        "The photos; their file names are used in sentences.",
        dict.fromkeys(PHOTO_PARTS, _BYTES),
        [PHOTO_PARTS[0]],
    ),
}
