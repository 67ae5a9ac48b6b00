"""Discord's refusals, by status, code and message."""

from enum import Enum
from typing import Any

Json = dict[str, Any]


class Refusal(Enum):
    """Every refusal the playground knows: HTTP status, JSON code, message."""

    UNAUTHORIZED = (401, 0, "401: Unauthorized")
    NOT_FOUND = (404, 0, "404: Not Found")
    BAD_BODY = (400, 50109, "The request body contains invalid JSON.")
    UNKNOWN_APPLICATION = (404, 10002, "Unknown Application")
    UNKNOWN_CHANNEL = (404, 10003, "Unknown Channel")
    UNKNOWN_GUILD = (404, 10004, "Unknown Guild")
    UNKNOWN_MEMBER = (404, 10007, "Unknown Member")
    UNKNOWN_MESSAGE = (404, 10008, "Unknown Message")
    UNKNOWN_USER = (404, 10013, "Unknown User")
    UNKNOWN_WEBHOOK = (404, 10015, "Unknown Webhook")
    UNKNOWN_ENTITLEMENT = (404, 10029, "Unknown Entitlement")
    UNKNOWN_INTERACTION = (404, 10062, "Unknown interaction")
    UNKNOWN_COMMAND = (404, 10063, "Unknown application command")
    DAILY_COMMANDS = (
        400,
        30034,
        "Max number of daily application command creates has been reached (200)",
    )
    TOO_LARGE = (413, 40005, "Request entity too large")
    ACKNOWLEDGED = (400, 40060, "Interaction has already been acknowledged.")
    FOLLOWUPS = (
        400,
        40094,
        "This interaction has reached the maximum number of follow-up messages.",
    )
    MISSING_ACCESS = (403, 50001, "Missing Access")
    OTHER_AUTHOR = (403, 50005, "Cannot edit a message authored by another user")
    EMPTY_MESSAGE = (400, 50006, "Cannot send an empty message")
    CLOSED_DM = (403, 50007, "Cannot send messages to this user")
    MISSING_PERMISSIONS = (403, 50013, "Missing Permissions")
    TOKEN_EXPIRED = (401, 50027, "Invalid Webhook Token")
    BULK_DELETE = (400, 50016, "Provided too few or too many messages to delete.")
    INVALID_FORM = (400, 50035, "Invalid Form Body")

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.value[0]

    @property
    def code(self) -> int:
        """The JSON error code."""
        return self.value[1]


class ApiError(Exception):
    """A REST call that Discord would refuse."""

    def __init__(self, refusal: Refusal, errors: Json | None = None) -> None:
        super().__init__(refusal.value[2])
        self.refusal = refusal
        self.errors = errors

    def body(self) -> Json:
        """The JSON that Discord answers with."""
        body: Json = {"message": str(self), "code": self.refusal.code}
        return body if self.errors is None else {**body, "errors": self.errors}


class PlaygroundError(Exception):
    """The script or test did what a person at a Discord client could not do."""


class NotOffered(PlaygroundError):
    """The client would not have offered this command, component or value."""


class NoAnswer(PlaygroundError, TimeoutError):
    """What was waited for did not arrive; the message lists what did."""
