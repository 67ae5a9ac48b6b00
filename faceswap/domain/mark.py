"""The visible mark: a short text in the corner of what was made."""

from __future__ import annotations

import re
import unicodedata

from faceswap.domain.errors import MarkTooLong, MarkUnwritable

LONGEST_MARK = 40
"""Characters."""

# What the letters we draw with have shapes for, of the scripts that are written from left to right
# and letter by letter: Latin with Vietnamese, Greek, Cyrillic, punctuation and a few signs, kana,
# Bopomofo, Chinese characters, Hangul, and full-width forms.
WRITABLE = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9"
    "\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u0513"
    "\u2013-\u201e\u2020-\u2022\u2026\u20ac\u2116\u2122\u2190-\u2193\u2605\u2606\u2660-\u266a\u2713"
    "\u3001-\u3003\u3005-\u3011\u3041-\u3094\u309d\u309e\u30a1-\u30f6\u30fb-\u30fe\u3105-\u3129"
    "\u4e00-\u9fa5\uac00-\ud7a3\uff01-\uff5e]"
)


def checked_mark(text: str) -> str:
    """Return a mark as it is drawn: on one line, without needless spaces; '' where there is none.

    Raises:
        MarkTooLong: It has too many characters.
        MarkUnwritable: Some of them cannot be drawn.
    """
    mark = unicodedata.normalize("NFC", " ".join(text.split()))
    if len(mark) > LONGEST_MARK:
        raise MarkTooLong(length=len(mark), limit=LONGEST_MARK)
    odd = [each for each in dict.fromkeys(mark) if not WRITABLE.match(each)]
    if odd:
        raise MarkUnwritable(characters="".join(odd))
    return mark
