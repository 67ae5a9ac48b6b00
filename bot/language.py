"""What the bot says, in the language of whoever reads it.

The words are in `bot/locales`, a folder for each language, in Mozilla's Fluent format
(https://projectfluent.org), which translators and their tools know. English has every message, and
speaks where another language does not.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from pathlib import Path
from typing import Any

import discord
import structlog
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

from faceswap.domain.trace import trace

log = structlog.get_logger()

FOLDER = Path(__file__).parent / "locales"
ENGLISH = "en"
# Latin American Spanish is read as the Spanish there is; written Chinese is not one language.
ALIKE = {"es-419": "es", "es-ES": "es"}

LANGUAGE = "language"
"""In an interaction's extras: in which it is answered."""

Word = str | int | Decimal
"""What stands in a message; of a number, the digits after its point are kept."""


class NoSuchMessage(LookupError):
    """A message that no catalogue has, or that lacks a word it needs: a defect of ours."""


class Catalogue:
    """The messages of a folder that has a folder for each language.

    `languages` are called as Discord calls their locales; English stands for both of its own.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bundles: dict[str, FluentBundle] = {}
        self.languages = tuple(sorted(each.name for each in folder.iterdir() if each.is_dir()))

    def language_of(self, locale: str) -> str:
        """Return the language in which somebody is spoken to whose Discord has this locale."""
        language = ALIKE.get(locale, locale)
        return language if language in self.languages else ENGLISH

    def find(self, language: str, message: str, words: Mapping[str, Word]) -> str | None:
        """Return a message in a language, None where the language does not have it.

        Raises:
            NoSuchMessage: It needs a word that is not given.
        """
        bundle = self._bundle(language)
        pattern = bundle.get_message(message).value if bundle.has_message(message) else None
        if pattern is None:
            return None
        text, errors = bundle.format_pattern(pattern, {name: _told(words[name]) for name in words})
        if errors:
            raise NoSuchMessage(f"{message}: {errors[0]}")
        return str(text)

    def _bundle(self, language: str) -> FluentBundle:
        """Read a language's files, once."""
        if language not in self._bundles:
            bundle = FluentBundle([language], use_isolating=False)
            for file in sorted((self._folder / language).glob("*.ftl")):
                bundle.add_resource(FluentResource(file.read_text("utf-8")))
            self._bundles[language] = bundle
        return self._bundles[language]


OURS = Catalogue(FOLDER)
LANGUAGES = OURS.languages
"""The languages there are."""

_read: ContextVar[Catalogue] = ContextVar("read", default=OURS)
_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def language_of(locale: str) -> str:
    """Return the language in which somebody is spoken to whose Discord has this locale."""
    return _read.get().language_of(locale)


async def language_for(interaction: discord.Interaction[Any]) -> str:
    """Return the language in which an interaction is answered: its server's, or its asker's own.

    It must not fail: whoever asked could not be told.
    """
    extras = interaction.extras
    if LANGUAGE not in extras:
        extras[LANGUAGE] = language_of_server(await _chosen(interaction), interaction.locale.value)
    return extras[LANGUAGE]


async def _chosen(interaction: discord.Interaction[Any]) -> str:
    """Return the language that a server has chosen, '' where it has not."""
    if interaction.guild_id is None or not interaction.is_guild_integration():
        return ""
    try:
        policy = await interaction.client.app.guilds.policy(str(interaction.guild_id))
    except Exception as error:  # noqa: BLE001 - the asker's own language will do
        log.warning("language of server not known", **trace(error))
        return ""
    return policy.language


def language_of_server(chosen: str, locale: str) -> str:
    """Return the language in which a server is spoken to: the chosen one, else its locale's."""
    return chosen if chosen in _read.get().languages else language_of(locale)


def spoken() -> str:
    """Return the language that is spoken just now."""
    return _spoken.get()


def speak(language: str) -> None:
    """Speak a language from now on, in this task and those it begins."""
    _spoken.set(language)


@contextmanager
def speaking(language: str) -> Generator[None]:
    """Speak a language, and what is begun inside with it."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


@contextmanager
def reading(catalogue: Catalogue) -> Generator[None]:
    """Take the words from another catalogue, and what is begun inside with it."""
    token = _read.set(catalogue)
    try:
        yield
    finally:
        _read.reset(token)


def say(message: str, /, **words: Word) -> str:
    """Return a message in the language that is spoken, with these words in it.

    Raises:
        NoSuchMessage: There is none, or it needs a word that is not given.
    """
    for language in dict.fromkeys((spoken(), ENGLISH)):
        text = translation(language, message, **words)
        if text is not None:
            return text
    raise NoSuchMessage(message)


def translation(language: str, message: str, /, **words: Word) -> str | None:
    """Return a message in a language, None where the language does not have it.

    Raises:
        NoSuchMessage: It needs a word that is not given.
    """
    return _read.get().find(language, message, words)


def _told(word: Word) -> Any:
    """Return a word as Fluent takes it: thousands stand together, as in `1280`."""
    if isinstance(word, str):
        return word
    exponent = word.as_tuple().exponent if isinstance(word, Decimal) else 0
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return fluent_number(
        word, useGrouping=False, minimumFractionDigits=digits, maximumFractionDigits=digits
    )
