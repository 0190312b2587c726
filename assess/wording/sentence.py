"""Names joined into a list, texts into a series, and the first letter of a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from assess.text import Words


def listed(words: Words, names: tuple[str, ...]) -> str:
    """Names as a list inside a sentence: "a", "a and b", "a, b and c"."""
    _ = words.gettext
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    before = first[0]
    for name in first[1:]:
        before = _("{names}, {name}").format(names=before, name=name)
    return _("{names} and {name}").format(names=before, name=last)


def series(words: Words, texts: Iterable[str]) -> str:
    """Longer texts one after another: "a; b; c". Empty for none."""
    said = ""
    for text in texts:
        said = words.gettext("{texts}; {text}").format(texts=said, text=text) if said else text
    return said


def opening(text: str) -> str:
    """Words that begin a sentence: the first letter large, where the script has large letters."""
    return text[:1].upper() + text[1:]
