"""Which ids and options are meant, from what was typed and what was chosen before."""

from __future__ import annotations

from faceswap.domain.errors import NoDefaultId
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import shelved
from faceswap.domain.options import parse_options
from faceswap.domain.typed import Typed, parse_typed


def choose(
    shelf: Shelf, ids_text: str | None, options_text: str = "", *, has_source: bool = False
) -> Typed:
    """Return the ids, as they are on the shelf, and all the flags that go with them.

    Where nobody is named, the member's current ids and their flags are meant, or the source of a
    one-shot swap.

    Raises:
        IdRefused: The ids cannot be read, are not there, or none is meant.
        OptionRefused: A flag cannot be had.
    """
    typed = parse_typed(ids_text or "", has_source=has_source)
    options = typed.options | parse_options(options_text)
    if typed.ids is None and not has_source:
        typed = current(shelf)
        options |= typed.options
    return Typed(typed.ids and shelved(typed.ids, shelf), options)


def current(shelf: Shelf) -> Typed:
    """Return a member's current ids and flags.

    Raises:
        NoDefaultId: There are none.
    """
    typed = parse_typed(shelf.default)
    if typed.ids is None:
        raise NoDefaultId
    return typed
