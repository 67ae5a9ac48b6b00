"""The catalogue has the sentence of every refusal by a server's rules, in the same words."""

import pytest

from bot.language import say
from faceswap.domain.errors import Banned, ChannelNotAllowed, ServerRefused, VisageError

KINDS = [kind() for kind in VisageError.kinds.values() if issubclass(kind, ServerRefused)]


@pytest.mark.parametrize(
    "error",
    [*KINDS, Banned("spam", 1795219200), Banned("spam"), ChannelNotAllowed(["1", "2"])],
    ids=lambda error: error.code,
)
def test_the_catalogue_says_what_the_error_says(error):
    parts = [error.code.replace("_", "-"), error.variant]
    message = "-".join(["error", *(part for part in parts if part)])
    assert say(message, **error.words()) == str(error)
