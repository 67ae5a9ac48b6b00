"""What the bot says, in the language of whoever reads it.

The words are in `bot/locales`, a folder for each language, in Mozilla's Fluent format
(https://projectfluent.org), which translators and their tools know. English has every message, and
speaks where another language does not.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent / "locales"
ENGLISH = "en"
LANGUAGES = tuple(sorted(each.name for each in FOLDER.iterdir() if each.is_dir()))
"""The languages there are, as Discord names their locales; English stands for both of its own."""

_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


class NoSuchMessage(LookupError):
    """A message that no catalogue has, or that lacks a word it needs: a defect of ours."""


def language_of(locale: str) -> str:
    """Return the language in which somebody is spoken to whose Discord has this locale."""
    if locale in LANGUAGES:
        return locale
    # Latin American Spanish is read as the Spanish there is; written Chinese is not one language.
    alike = {"es-419": "es", "es-ES": "es"}
    return alike.get(locale, ENGLISH)


def spoken() -> str:
    """Return the language that is spoken just now."""
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Generator[None]:
    """Speak a language, and what is begun inside with it."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def say(message: str, /, **words: str | int | float) -> str:
    """Return a message in the language that is spoken, with these words in it.

    Raises:
        NoSuchMessage: There is none, or it needs a word that is not given.
    """
    for language in dict.fromkeys((spoken(), ENGLISH)):
        bundle = _bundle(language)
        if bundle.has_message(message):
            return _formatted(bundle, message, words)
    raise NoSuchMessage(message)


def _formatted(bundle: FluentBundle, message: str, words: dict[str, str | int | float]) -> str:
    pattern = bundle.get_message(message).value
    if pattern is None:
        raise NoSuchMessage(message)
    text, errors = bundle.format_pattern(pattern, words)
    if errors:
        raise NoSuchMessage(f"{message}: {errors[0]}")
    return str(text)


@cache
def _bundle(language: str) -> FluentBundle:
    """Read a language's catalogue, once."""
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
