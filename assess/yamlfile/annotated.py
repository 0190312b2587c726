"""A YAML file for people to read on: comments where they are needed, long texts over several lines.

What is written is read back by this package as the same data, whatever a text holds; what could
be taken for something else is quoted, and what cannot be seen is written by its number.
"""

from __future__ import annotations

import datetime
import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import yaml

from assess.yamlfile.tree import grow

WIDTH: Final = 108  # characters of a line; longer only where one word is
_LONG: Final = 90
_INDENT: Final = 2

Field = tuple[str, ...]
"""The names that lead to a field, without the places in lists: ("sources", "url")."""

# Line breaks of other systems, the mark of byte order, and what turns the direction of text.
_UNSEEN = re.compile("[\x85\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def annotated(
    data: Mapping[str, object],
    head: str,
    above: Mapping[Field, str],
    beside: Mapping[Field, str],
) -> str:
    """A mapping as a file: nothing (None) is left open, as in `title:`.

    data: texts, numbers, dates, None, lists and mappings of these. head: the comment the file
    begins with. above, beside: comments by field; in a list they stand at its first entry only.
    An empty line stands before each list and mapping of the file, and between long entries.
    """
    return "\n".join((*_comment(head, 0), "", *_mapping(data, 0, (), True, (above, beside)), ""))


Comments = tuple[Mapping[Field, str], Mapping[Field, str]]


def _mapping(
    data: Mapping[str, object], depth: int, spot: Field, told: bool, comments: Comments
) -> Iterator[str]:
    above, beside = comments
    for name, value in data.items():
        field = (*spot, name)
        if not depth and (_is_group(value) or field in above):
            yield ""
        if told and field in above:
            yield from _comment(above[field], depth)
        lines = list(_entry(name, value, depth, field, told, comments))
        if told and field in beside:
            lines[0] = f"{lines[0]}  # {beside[field]}"
        yield from lines


def _entry(
    name: str, value: object, depth: int, field: Field, told: bool, comments: Comments
) -> Iterator[str]:
    start = f"{' ' * depth}{name}:"
    inner = depth + _INDENT
    if isinstance(value, Mapping) and value:
        yield start
        yield from _mapping(value, inner, field, told, comments)
    elif _is_group(value) and isinstance(value, Sequence):
        yield start
        for place, each in enumerate(value):
            if place and len(each) > _INDENT * 3:
                yield ""
            lines = list(_mapping(each, inner + _INDENT, field, told and not place, comments))
            opens = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
            lines[opens] = f"{' ' * inner}- {lines[opens].lstrip()}"
            yield from lines
    else:
        yield from f"{start} {_written(value, inner)}".rstrip(" ").split("\n")


def _is_group(value: object) -> bool:
    """Whether it takes lines of its own: a mapping, or a list of mappings."""
    if isinstance(value, list | tuple):
        return bool(value) and isinstance(value[0], Mapping)
    return isinstance(value, Mapping)


def _comment(text: str, depth: int) -> Iterator[str]:
    for line in text.splitlines():
        for each in textwrap.wrap(line, WIDTH, break_on_hyphens=False) or [""]:
            yield f"{' ' * depth}# {each}".rstrip()


def _written(value: object, depth: int) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value, depth)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_word(each) for each in value)}]"
    return "{}" if isinstance(value, Mapping) else str(value)


def _word(value: object) -> str:
    """A value inside square brackets."""
    text = _written(value, 0) if not isinstance(value, str) else value
    if isinstance(value, str) and not _reads(f"k: [{text}]", [text]):
        return _quoted(text)
    return text


def _text(text: str, depth: int) -> str:
    if _is_prose(text):
        lines = textwrap.wrap(text, WIDTH - depth, break_long_words=False, break_on_hyphens=False)
        if len(text) > _LONG and " ".join(lines) == text:
            return "\n".join((">-", *(" " * depth + line for line in lines)))
    elif _is_paragraphs(text):
        return "\n".join(("|-", *(f"{' ' * depth}{each}".rstrip() for each in text.split("\n"))))
    return text if _reads(f"k: {text}", text) else _quoted(text)


def _is_prose(text: str) -> bool:
    """Whether its lines may be broken at any blank and joined again."""
    blanks = "  " in text or text != text.strip(" ")
    return not (blanks or "\n" in text or "\t" in text or _UNSEEN.search(text))


def _is_paragraphs(text: str) -> bool:
    """Whether its lines can stand as they are, one below the other."""
    lines = text.split("\n")
    whole = all(line == line.strip(" ") for line in lines) and lines[0] and lines[-1]
    return bool(len(lines) > 1 and whole and "\t" not in text and not _UNSEEN.search(text))


def _reads(line: str, value: object) -> bool:
    """Whether a line without quotes is read as this value."""
    if "\n" in line or "\t" in line or _UNSEEN.search(line):
        return False
    try:
        tree = grow(line)
    except yaml.YAMLError:
        return False
    return not tree.faults and tree.data == {"k": value}


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04X}", written)
