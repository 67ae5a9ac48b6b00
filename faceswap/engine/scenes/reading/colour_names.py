"""Names of colours, of one word or two."""

from __future__ import annotations

METALS = {
    "gold": "#d9b24c",
    "golden": "#d9b24c",
    "silver": "#c3cad4",
    "bronze": "#a9713a",
    "copper": "#b8693d",
    "brass": "#c2a14a",
    "platinum": "#d8dce0",
    "steel": "#8f99a6",
    "iron": "#5d636b",
    "rose gold": "#d3968a",
}
"""What crowns, buttons and armour are made of."""

COLOURS = METALS | {
    "red": "#b3202c",
    "crimson": "#a4133c",
    "scarlet": "#c8202a",
    "ruby": "#9b1b3b",
    "maroon": "#6b1a28",
    "burgundy": "#661c33",
    "wine": "#5f1a33",
    "cherry": "#a81c37",
    "orange": "#e0762a",
    "amber": "#e2962c",
    "apricot": "#eda869",
    "peach": "#f0b48f",
    "coral": "#e8705f",
    "salmon": "#e88a77",
    "rust": "#a5512a",
    "terracotta": "#b8603f",
    "yellow": "#e9c53a",
    "lemon": "#ecd84f",
    "mustard": "#c69a2d",
    "ochre": "#b8862f",
    "sand": "#cdb58a",
    "cream": "#f1e6cc",
    "ivory": "#f3ecdb",
    "beige": "#d8c5a3",
    "khaki": "#9c8f60",
    "brown": "#6d472c",
    "chocolate": "#4d3020",
    "tan": "#b58d62",
    "green": "#2f7d46",
    "emerald": "#14805a",
    "lime": "#8fc63a",
    "olive": "#6d7434",
    "mint": "#8fd1b0",
    "jade": "#3d9474",
    "forest green": "#21512f",
    "sage": "#93a685",
    "teal": "#16777c",
    "turquoise": "#35b1ae",
    "cyan": "#3ab7d0",
    "aqua": "#4ec2c9",
    "blue": "#2453a6",
    "royal blue": "#2a46b0",
    "navy": "#1c2b57",
    "navy blue": "#1c2b57",
    "midnight blue": "#171f45",
    "sky blue": "#6fb2e0",
    "baby blue": "#a3c8ea",
    "electric blue": "#1f6bff",
    "azure": "#3f8fd9",
    "cobalt": "#1f47a8",
    "sapphire": "#1d3f96",
    "indigo": "#3b2f80",
    "purple": "#6a2c91",
    "violet": "#7440a8",
    "lavender": "#b3a0d8",
    "lilac": "#bb9bd0",
    "plum": "#6d2a5c",
    "magenta": "#b8258c",
    "fuchsia": "#cc2f8f",
    "pink": "#e27ba6",
    "hot pink": "#ec3f92",
    "rose": "#d0677f",
    "black": "#17171c",
    "ebony": "#1d1a1a",
    "charcoal": "#33363d",
    "grey": "#7d828a",
    "gray": "#7d828a",
    "slate": "#55606e",
    "white": "#f2f2ee",
    "pearl": "#ebe6dc",
}
"""What a name looks like in cloth."""

SHADES = {
    "dark": -0.38,
    "deep": -0.25,
    "light": 0.38,
    "pale": 0.5,
    "pastel": 0.5,
    "bright": 0.14,
}
"""How much lighter, or less than 0 darker, a word before a colour makes it."""

HAIR_COLOURS = {
    "blond": "#c9a25f",
    "blonde": "#c9a25f",
    "ginger": "#a3522a",
    "auburn": "#73341f",
    "brunette": "#4a2e1f",
    "redhead": "#983f20",
}
"""Colours of hair alone."""

SHADES_OF_HAIR = {"red": "#983f20", "brown": "#4a2e1f", "grey": "#8b8a88", "gray": "#8b8a88"}
"""What names of other colours mean of hair."""

NO_COLOURS = frozenset({"silver screen", "black and white", "red carpet", "green screen"})
"""Phrases with a colour's name that ask for something else."""
