"""What is noted, as moderators read it."""

import dataclasses

import pytest

from bot.audit import LONGEST_LINE, told
from bot.language import ENGLISH, LANGUAGES, language_of_server
from faceswap.domain.audit import AuditLine
from faceswap.domain.policy import Policy
from tests.fakes.clock import NOON

RULES = [field.name for field in dataclasses.fields(Policy)]


def line(event, actor="1", **words):
    return AuditLine(1, "club", NOON, actor, event, words)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("value", ["", "7", "7,8", "yes", "no", "auto", 0, 1, 5])
def test_every_rule_has_a_sentence(rule, value):
    text = told(line(f"policy-{rule.replace('_', '-')}", value=value))
    assert text.startswith("<t:1795176000:t> <@1> · ")
    assert "{" not in text
    assert "\n" not in text


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            line("policy-allowed-channels", value="7,8"),
            "Opened only these channels to me: <#7> <#8>",
        ),
        (line("policy-users", value=""), "Let everyone use me"),
        (line("policy-audit-channel", value="7"), "Had these lines posted in <#7>"),
        (line("policy-delete-after", value=1), "Had results deleted after 1 hour"),
        (
            line("policy-private", value="no"),
            "Made results public unless their asker says otherwise",
        ),
        (line("job-done", verb="swapid", credits=2, job="x"), "`swapid` done, 2 credits used"),
        (line("job-failed", verb="picsi", credits=0, job="x"), "`picsi` failed, nothing charged"),
        (
            line("job-moderated", verb="picsi", credits=0, job="x"),
            "`picsi` refused, nothing charged",
        ),
        (
            line("job-canceled", verb="swapid", credits=1, job="x"),
            "`swapid` canceled, 1 credit used",
        ),
        (line("member-unbanned", member="5"), "Lifted the ban of <@5>"),
        (
            line("credits-granted", member="5", amount=3, granted=4, reason=""),
            "Granted <@5> 3 credits, which makes 4 granted.",
        ),
        (
            line("member-banned", member="5", reason="", until=""),
            "Banned <@5> for good (reason: none given)",
        ),
        (
            line("member-banned", member="5", reason="*spam*", until="99"),
            r"Banned <@5> until <t:99:f> (reason: \*spam\*)",
        ),
    ],
)
def test_lines_say_what_happened(said, sentence):
    assert told(said) == f"<t:1795176000:t> <@1> · {sentence}"


def test_what_nobody_in_particular_did_names_nobody():
    text = told(line("job-failed", actor="", verb="picsi", credits=0))
    assert text == "<t:1795176000:t> · `picsi` failed, nothing charged"


def test_a_long_line_is_cut():
    text = told(line("member-banned", member="5", reason="*" * 200, until=""))
    assert len(text) == LONGEST_LINE
    assert text.endswith("…")


def test_a_server_is_spoken_to_in_the_language_it_chose_or_in_its_own():
    assert language_of_server("auto", "xx") == ENGLISH
    assert language_of_server("gone", "xx") == ENGLISH
    for language in LANGUAGES:
        assert language_of_server(language, "xx") == language
        assert language_of_server("auto", language) == language
