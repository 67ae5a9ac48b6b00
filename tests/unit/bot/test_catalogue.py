"""The catalogue is whole: in each language, and as the bot uses it."""

import ast
import re
from decimal import Decimal
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

import bot.language
from bot.language import FOLDER, LANGUAGES, say, speaking
from bot.ui.result import LONGEST_ALT
from bot.words import help_blocks
from faceswap.domain.credits import Prices

SOURCES = [
    file
    for folder in ("bot", "cogs")
    for file in sorted((Path(bot.__file__).parent.parent / folder).rglob("*.py"))
]
PREFIX = re.compile(r"[a-z]+(-[a-z]+)*-")
COMMAND = re.compile(r"(?<![\w/])/[a-z]+")
# What Discord takes; of an option, its flag and those before it stand before what is said.
MOST = {
    r"button-.*|.*-button": 80,
    r"form-.*-(title|label)": 45,
    r"form-.*-hint": 100,
    r"picker-.*": 100,
    r"alt-.*": LONGEST_ALT,
    r"flag-.*": 70,
}
MOST_TEXT = 4000
"""Characters of all texts of one message together."""


class Catalogue:
    """The messages of a language's folder as they are written."""

    def __init__(self, folder):
        self.files = {file.name: file.read_text("utf-8") for file in folder.glob("*.ftl")}
        entries = [each for text in self.files.values() for each in FluentParser().parse(text).body]
        self.junk = [each.content for each in entries if isinstance(each, fluent.Junk)]
        self.messages = [each for each in entries if isinstance(each, fluent.Message)]
        self.ids = [each.id.name for each in self.messages]
        self.needs = {each.id.name: Needs(each) for each in self.messages}


class Needs:
    """What a message refers to, and the slash commands it names."""

    def __init__(self, message):
        parts = list(nodes_in(message))
        self.variables = {
            each.id.name for each in parts if isinstance(each, fluent.VariableReference)
        }
        self.messages = {
            each.id.name for each in parts if isinstance(each, fluent.MessageReference)
        }
        texts = [each.value for each in parts if isinstance(each, fluent.TextElement)]
        self.commands = {command for text in texts for command in COMMAND.findall(text)}


def nodes_in(part):
    """Yield a part of a catalogue, and all that is in it."""
    if isinstance(part, list):
        for each in part:
            yield from nodes_in(each)
    elif isinstance(part, fluent.BaseNode):
        yield part
        yield from nodes_in(list(vars(part).values()))


ENGLISH = Catalogue(FOLDER / "en")
OTHERS = [language for language in LANGUAGES if language != "en"]


def faults(language):
    """Return in what a language's catalogue differs from English where it must not."""
    found = list(language.junk)
    found += [f"{each} is missing" for each in ENGLISH.ids if each not in language.needs]
    found += [f"{each} is not in English" for each in language.ids if each not in ENGLISH.needs]
    for message in ENGLISH.needs.keys() & language.needs.keys():
        ours, theirs = ENGLISH.needs[message], language.needs[message]
        found += [f"{message}: ${name}" for name in sorted(ours.variables ^ theirs.variables)]
        found += [f"{message}: {name}" for name in sorted(ours.commands ^ theirs.commands)]
    if sorted(language.ids) != sorted(set(language.ids)):
        found.append("a message is there twice")
    return found


def test_english_is_well_formed():
    assert faults(ENGLISH) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_what_english_has(language):
    assert faults(Catalogue(FOLDER / language)) == []
    assert Catalogue(FOLDER / language).files.keys() == ENGLISH.files.keys()


def test_what_a_language_lacks_is_found(tmp_path):
    for name, text in ENGLISH.files.items():
        (tmp_path / name).write_text(text, "utf-8")
    ids = (tmp_path / "ids.ftl").read_text("utf-8")
    worse = ids.replace("{ $name }", "it").replace("ids-kept-all", "ids-kept").replace("/setid", "")
    (tmp_path / "ids.ftl").write_text(f"{worse}\n???\nids-small = Small\n", "utf-8")
    found = faults(Catalogue(tmp_path))
    assert {
        "ids-kept-all is missing",
        "ids-kept is not in English",
        "ids-saved: $name",
        "ids-no-current: /setid",
        "a message is there twice",
    } <= set(found)
    assert any("???" in each for each in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 2, 5, Decimal("1.5"), "word"])
def test_every_message_can_be_said(language, number):
    with speaking(language):
        for message in ENGLISH.ids:
            assert said(message, number)


def said(message, word):
    return say(message, **dict.fromkeys(ENGLISH.needs[message].variables, word))


@pytest.mark.parametrize("language", LANGUAGES)
def test_discord_takes_it(language):
    with speaking(language):
        for message in ENGLISH.ids:
            most = min((most for of, most in MOST.items() if re.fullmatch(of, message)), default=0)
            texts = [said(message, word) for word in (0, 1, 10_000, "longest-id")]
            assert not most or max(map(len, texts)) <= most, message
        assert sum(map(len, help_blocks(1000, Prices(), 100, 31))) <= MOST_TEXT


# ── As the bot uses it ──────────────────────────────────────────────────────────────────────────


def nodes():
    return [
        (file, node) for file in SOURCES for node in ast.walk(ast.parse(file.read_text("utf-8")))
    ]


def is_say(node):
    return isinstance(node, ast.Name) and node.id == "say"


def literals(node):
    """Return the texts that an expression may be, as far as they are written there."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return [node.value] if is_text else []


def sayings():
    """Return the messages that are said by their names, with the words that each is given.

    The words are None where some of them are told elsewhere.
    """
    for file, node in nodes():
        if not isinstance(node, ast.Call):
            continue
        words = {each.arg for each in node.keywords}
        if is_say(node.func):
            named = node.args[0]
        elif node.args and is_say(node.args[0]):
            named = node.args[1]
        else:
            continue
        for message in literals(named):
            yield f"{file.name}: {message}", message, None if None in words else words


def test_what_is_said_is_there_and_given_its_words():
    found = list(sayings())
    assert len(found) > 50
    assert [place for place, message, _ in found if message not in ENGLISH.needs] == []
    assert [
        place
        for place, message, words in found
        if words is not None and words != ENGLISH.needs[message].variables
    ] == []


def test_no_message_is_unused():
    texts, prefixes = set(), set()
    for _, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            prefixes.update(part for part in literals(node.values[0]) if PREFIX.fullmatch(part))
    for needs in ENGLISH.needs.values():
        texts |= needs.messages
    unused = [
        each for each in ENGLISH.ids if each not in texts and not each.startswith(tuple(prefixes))
    ]
    assert unused == []
