"""Small drawings, so that the page needs no emoji font."""

from playground.page.html import Html


def _icon(path: str) -> Html:
    return Html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" '
        f'stroke="currentColor" stroke-width="2" stroke-linecap="round">{path}</svg>'
    )


EYE = _icon(
    '<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z"/><circle cx="12" cy="12" r="3"/>'
)
FILE = _icon('<path d="M6 2h8l5 5v15H6z"/><path d="M14 2v5h5"/>')
PEOPLE = _icon(
    '<circle cx="9" cy="8" r="4"/>'
    '<path d="M2 21a7 7 0 0 1 14 0M17 5a4 4 0 0 1 0 7M22 21a7 7 0 0 0-5-6"/>'
)
CHEVRON = _icon('<path d="M6 9l6 6 6-6"/>')
OUTSIDE = _icon('<path d="M8 16L18 6M10 6h8v8"/>')
ARROW = _icon('<path d="M4 12h15M13 6l6 6-6 6"/>')
