"""Orders put into the words of our own API, and read from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from faceswap.apis.native.orders import (
    FileWords,
    OptionWords,
    OrderWords,
    PlaceOrderWords,
    PortraitOrderWords,
    ShareWords,
    SwapOrderWords,
    TemplateWords,
    WordingWords,
)
from faceswap.apis.native.wire import BACKGROUND_PART, LONGEST_NAME, TARGET_PART
from faceswap.domain.face import Template
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.domain.wording import Wording
from faceswap.ports import Order, PlaceOrder, PortraitOrder, SwapOrder, WeightedTemplate


def order_words(order: Order) -> tuple[OrderWords, dict[str, bytes]]:
    """Return an order in words, and the bytes that go with them by the names of their parts."""
    match order:
        case SwapOrder():
            return _swap_words(order)
        case PortraitOrder():
            return _portrait_words(order)
        case PlaceOrder():
            return _place_words(order)


def _swap_words(order: SwapOrder) -> tuple[SwapOrderWords, dict[str, bytes]]:
    names = _named(each.template for mix in order.cast if mix for each in mix)
    words = SwapOrderWords(
        target=_file_words(order.target),
        cast=tuple(_mix_words(mix, names) if mix else None for mix in order.cast),
        templates=_template_words(names),
        options=OptionWords(**asdict(order.options)),
        most_bytes=order.most_bytes,
        reference_seconds=order.reference_seconds,
        mark=order.mark,
        linked_bytes=order.linked_bytes,
    )
    return words, {TARGET_PART: order.target.data} | _template_parts(names)


def _portrait_words(order: PortraitOrder) -> tuple[PortraitOrderWords, dict[str, bytes]]:
    names = _named(each.template for each in order.cast)
    words = PortraitOrderWords(
        kind="headshot",
        wording=_wording_words(order.wording),
        cast=_mix_words(order.cast, names),
        templates=_template_words(names),
        frame=order.frame,
        seed=order.seed,
        options=OptionWords(**asdict(order.options)),
        most_bytes=order.most_bytes,
        mark=order.mark,
    )
    return words, _template_parts(names)


def _place_words(order: PlaceOrder) -> tuple[PlaceOrderWords, dict[str, bytes]]:
    words = PlaceOrderWords(
        kind="changebg",
        target=_file_words(order.target),
        wording=_wording_words(order.wording) if order.wording else None,
        background=_file_words(order.background) if order.background else None,
        seed=order.seed,
        most_bytes=order.most_bytes,
        mark=order.mark,
    )
    background = {BACKGROUND_PART: order.background.data} if order.background else {}
    return words, {TARGET_PART: order.target.data} | background


def order_from(words: OrderWords, parts: Mapping[str, bytes]) -> Order:
    """Return the order that words and the bytes of their parts describe.

    Raises:
        KeyError: The bytes of a part are missing.
    """
    match words:
        case SwapOrderWords():
            return _swap_from(words, parts)
        case PortraitOrderWords():
            return _portrait_from(words, parts)
        case PlaceOrderWords():
            return _place_from(words, parts)


def _swap_from(words: SwapOrderWords, parts: Mapping[str, bytes]) -> SwapOrder:
    known = _templates_from(words.templates, parts)
    return SwapOrder(
        target=NamedBytes(words.target.name, parts[TARGET_PART]),
        cast=tuple(_mix_from(mix, known) if mix else None for mix in words.cast),
        options=Options(**words.options.model_dump()),
        most_bytes=words.most_bytes,
        reference_seconds=words.reference_seconds,
        mark=words.mark,
        linked_bytes=words.linked_bytes,
    )


def _portrait_from(words: PortraitOrderWords, parts: Mapping[str, bytes]) -> PortraitOrder:
    return PortraitOrder(
        wording=_wording_from(words.wording),
        cast=_mix_from(words.cast, _templates_from(words.templates, parts)),
        frame=words.frame,
        seed=words.seed,
        options=Options(**words.options.model_dump()),
        most_bytes=words.most_bytes,
        mark=words.mark,
    )


def _place_from(words: PlaceOrderWords, parts: Mapping[str, bytes]) -> PlaceOrder:
    background = words.background
    return PlaceOrder(
        target=NamedBytes(words.target.name, parts[TARGET_PART]),
        wording=_wording_from(words.wording) if words.wording else None,
        background=NamedBytes(background.name, parts[BACKGROUND_PART]) if background else None,
        seed=words.seed,
        most_bytes=words.most_bytes,
        mark=words.mark,
    )


def _named(templates: Iterable[Template]) -> dict[Template, str]:
    """Return the names of the parts in which templates are sent, each once."""
    return {template: f"template-{at}" for at, template in enumerate(dict.fromkeys(templates), 1)}


def _template_words(names: Mapping[Template, str]) -> dict[str, TemplateWords]:
    return {
        name: TemplateWords(engine=template.engine, width=template.width, photos=template.photos)
        for template, name in names.items()
    }


def _template_parts(names: Mapping[Template, str]) -> dict[str, bytes]:
    return {name: template.data for template, name in names.items()}


def _templates_from(
    words: Mapping[str, TemplateWords], parts: Mapping[str, bytes]
) -> dict[str, Template]:
    return {
        name: Template(each.engine, parts[name], each.width, each.photos)
        for name, each in words.items()
    }


def _file_words(file: NamedBytes) -> FileWords:
    return FileWords(name=file.name[:LONGEST_NAME])


def _wording_words(wording: Wording) -> WordingWords:
    return WordingWords(text=wording.text, without=wording.without)


def _wording_from(words: WordingWords) -> Wording:
    return Wording(words.text, words.without)


def _mix_words(
    mix: tuple[WeightedTemplate, ...], names: Mapping[Template, str]
) -> tuple[ShareWords, ...]:
    return tuple(ShareWords(template=names[each.template], weight=each.weight) for each in mix)


def _mix_from(
    mix: tuple[ShareWords, ...], known: Mapping[str, Template]
) -> tuple[WeightedTemplate, ...]:
    return tuple(WeightedTemplate(known[share.template], share.weight) for share in mix)
