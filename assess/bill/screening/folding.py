"""Text made alike for comparing, letter by letter, so that every place in it stays the same.

Lower case, no accents, one kind of apostrophe, hyphen and space. Letters are replaced one after
another: each replacement is a search for one character, much faster than a table look-up for all.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_EVERYWHERE = {"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\n": " "}
_EVERYWHERE |= {"\t": " ", "\u2011": "-", "\u2010": "-", "–": "-"}
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"}
_LETTERS = {
    "de": "äöü",
    "es": "áéíóúñü",
    "fr": "éèêàâçîïôûùëœ",
    "pt": "áéíóúâêôãõçàü",
    "ru": "ё",
}


@cache
def _replaced(language: str) -> tuple[tuple[str, str], ...]:
    """What is replaced by what in one language, one character each."""
    letters = {a: unicodedata.normalize("NFD", a)[0] for a in _LETTERS.get(language, "")}
    return tuple((_EVERYWHERE | (_ARABIC if language == "ar" else {}) | letters).items())


def fold(text: str, language: str) -> str:
    """The text for comparing; as long as the original, each character in its place."""
    # The only character whose lower case is longer than itself.
    folded = text.replace("İ", "I").lower()
    for old, new in _replaced(language):
        folded = folded.replace(old, new)
    return folded
