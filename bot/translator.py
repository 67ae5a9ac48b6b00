"""The commands in other languages: their descriptions, options and choices, and the menus' names.

English is what the cogs say. The names of slash commands and of what swaps are the same in all
languages, for sentences, guides and other members call them by these.
"""

from __future__ import annotations

import re

from discord import Locale, app_commands
from discord.app_commands import (
    Choice,
    Command,
    ContextMenu,
    Group,
    Parameter,
    TranslationContextLocation,
    TranslationContextTypes,
    locale_str,
)

from bot.language import ENGLISH, language_of, translation
from faceswap.domain.job import Verb

DESCRIPTIONS = {
    TranslationContextLocation.command_description,
    TranslationContextLocation.group_description,
    TranslationContextLocation.parameter_description,
}
VERBS = frozenset(verb.value for verb in Verb)


class CommandTranslator(app_commands.Translator):
    """Finds translations in the catalogue, by what the words belong to."""

    async def translate(
        self, string: locale_str, locale: Locale, context: TranslationContextTypes
    ) -> str | None:
        """Return the translation, None where there is none."""
        language, message = language_of(locale.value), message_for(context)
        if language == ENGLISH or message is None:
            return None
        return translation(language, message)


def message_for(context: TranslationContextTypes) -> str | None:
    """Return the message with the translation of a command's words, None where there is none."""
    message = _message(context.data)
    if context.location in DESCRIPTIONS:
        return f"{message}-description"
    is_fixed = isinstance(context.data, Command | Group) or context.data.name in VERBS
    return None if is_fixed else message


def _message(data: object) -> str:
    match data:
        case Parameter():
            return f"{_message(data.command)}-option-{_kebab(data.display_name)}"
        case Choice():
            return f"choice-{_kebab(str(data.value))}"
        case Command() | Group() | ContextMenu():
            return f"command-{_kebab(data.qualified_name)}"
        case _:
            raise TypeError(f"{data!r} has no name on Discord")


def _kebab(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")
