"""Routes that answer interactions. The token in the path is the authorization."""

from playground import payloads
from playground.callbacks import Answers
from playground.errors import ApiError, Refusal
from playground.interactions import by_token
from playground.rest.call import Call, Reply, Route


def _callback(call: Call) -> Reply:
    interaction = call.world.interactions.get(call.params["interaction_token"])
    if interaction is None or interaction.id != call.id("interaction_id"):
        raise ApiError(Refusal.UNKNOWN_INTERACTION)
    reply = Answers(call.world, interaction).acknowledge(call.form, call.files)
    return reply if call.flag("with_response") else None


def _answers(call: Call) -> Answers:
    token = call.params["webhook_token"]
    return Answers(call.world, by_token(call.world, call.id("webhook_id"), token))


def _follow_up(call: Call) -> Reply:
    return payloads.message(_answers(call).follow_up(call.form, call.files))


def _name(call: Call) -> str:
    return call.params.get("message_id", "@original")


def _get(call: Call) -> Reply:
    return payloads.message(_answers(call).find(_name(call)))


def _edit(call: Call) -> Reply:
    answers = _answers(call)
    message = answers.find(_name(call))
    return payloads.message(answers.edit(message, call.form, call.files))


def _delete(call: Call) -> None:
    answers = _answers(call)
    answers.delete(answers.find(_name(call)))


_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
_PATHS = (f"{_HOOK}/messages/@original", f"{_HOOK}/messages/{{message_id}}")

ROUTES = (
    Route(
        "POST",
        "/interactions/{interaction_id}/{interaction_token}/callback",
        _callback,
        needs_token=False,
    ),
    Route("POST", _HOOK, _follow_up, needs_token=False),
    *(
        Route(method, path, handler, needs_token=False)
        for path in _PATHS
        for method, handler in (("GET", _get), ("PATCH", _edit), ("DELETE", _delete))
    ),
)
