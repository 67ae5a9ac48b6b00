import pytest

from faceswap.domain.trace import trace


def give_away():
    raise ValueError("the token is hunter2")


def test_a_trace_tells_where_and_not_what():
    with pytest.raises(ValueError, match="token") as raised:
        give_away()
    fields = trace(raised.value)
    assert fields["error"] == "ValueError"
    assert "in give_away" in fields["stack"]
    assert "test_trace.py" in fields["stack"]


def test_a_trace_does_not_quote_values():
    token = "hunter2"
    with pytest.raises(ValueError, match=token) as raised:
        int(token)
    assert token not in str(trace(raised.value))
