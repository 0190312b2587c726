"""A made-up translation that marks every sentence of ours, written from right to left."""

from __future__ import annotations

from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from assess.catalogue import gathered

MARK = "ـم"  # ends in an Arabic letter, so that a browser sees what is written in Arabic


def marked_arabic(checkout: Path) -> None:
    """Puts a catalogue for Arabic into a checkout; each sentence is itself, marked."""
    template = gathered(checkout)
    made = Catalog(locale="ar")
    for message in template:
        if message.id:
            made.add(message.id, _marked(message.id, made.num_plurals))
    path = checkout / "assess" / "locale" / "ar" / "LC_MESSAGES" / "assess.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, made)


def _marked(message: str | tuple[str, str], forms: int) -> str | tuple[str, ...]:
    if isinstance(message, str):
        return MARK + message
    return tuple(MARK + message[1] for _ in range(forms))


def data_of(checkout: Path) -> list[str]:
    """What the frameworks and cases say in their own words, the longest first."""
    found: set[str] = set()
    for path in checkout.rglob("*.yaml"):
        _gather(yaml.safe_load(path.read_text("utf-8")), found)
    said = {" ".join(each.split()) for each in found}
    said |= {each.partition(": ")[0] for each in said if ": " in each}  # the short form of a title
    return sorted((each for each in said if not _is_a_key(each)), key=len, reverse=True)


def _gather(value: object, found: set[str]) -> None:
    if isinstance(value, dict):
        for each in value.values():
            _gather(each, found)
    elif isinstance(value, list):
        for each in value:
            _gather(each, found)
    elif value is not None:
        found.add(str(value))


def _is_a_key(text: str) -> bool:
    return text == text.lower() and " " not in text
