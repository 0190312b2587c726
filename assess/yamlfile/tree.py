"""YAML text into plain data, remembering the line of everything in it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

DEPTH_LIMIT = 40
Spot = tuple[str | int, ...]
"""Where something is inside a document: keys and positions (from 0), outermost first."""


class Fault(NamedTuple):
    """Something wrong with the YAML itself. `line` counts from 1."""

    line: int
    spot: Spot
    message: str


@dataclass(frozen=True)
class Unclear:
    """A bare word that one program reads as text and another as something else."""

    text: str


@dataclass(frozen=True)
class Refused:
    """In the place of what could not be read; that was said already, so nothing more is."""


REFUSED = Refused()


@dataclass
class Tree:
    """The data of a document, the line of every part of it, and what is wrong with it."""

    data: object = REFUSED
    lines: dict[Spot, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@dataclass
class _Open:
    """A list or mapping whose end has not come yet.

    `key` None: a key is expected next. `skip`: the value that comes next is left out.
    """

    value: list[object] | dict[str, object]
    spot: Spot
    line: int
    key: str | None = None
    skip: bool = False

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    @property
    def next_spot(self) -> Spot:
        if isinstance(self.value, list):
            return (*self.spot, len(self.value))
        return self.spot if self.key is None else (*self.spot, self.key)


_MERGE = Unclear("<<")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FRACTION = re.compile(r"-?[0-9]+\.[0-9]+([eE][-+]?[0-9]{1,3})?")


def grow(text: str) -> Tree:
    """Reads one document. Raises yaml.MarkedYAMLError where the text is no YAML at all."""
    builder = _Builder()
    for event in yaml.parse(text, Loader=_LOADER):
        builder.take(event)
        if builder.too_deep:
            break  # the parser takes a time that grows with the square of the depth
    return builder.tree


def scalar(text: str) -> object:
    """What a bare word means: text, number, true or false, null, date, or Unclear."""
    kind = _kind(text)
    if kind == "str":
        return text
    if kind == "null":
        return None
    if kind == "bool" and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if kind == "int" and _WHOLE.fullmatch(text):
        return int(text)
    if kind == "float" and _FRACTION.fullmatch(text):
        return float(text)
    return _date(text) if kind == "timestamp" else Unclear(text)


def _kind(text: str) -> str:
    for tag, pattern in _RESOLVERS.get(text[:1], []):
        if pattern.match(text):
            return tag.rpartition(":")[2]
    return "str"


def _date(text: str) -> datetime.date | Unclear:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return Unclear(text)


class _Builder:
    """Takes the events of a YAML parser one by one and grows a tree; never recurses."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._open: list[_Open] = []
        self._documents = 0
        self.too_deep = False

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._fault(line, (), "a second document starts here; keep one to a file")
        if self._documents > 1:
            return
        if isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, line)

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        refused = False
        for message in _not_used_here(event):
            self._fault(line, self._next_spot, message)
            refused = True
        if isinstance(event, yaml.CollectionStartEvent):
            self._begin(isinstance(event, yaml.MappingStartEvent), line)
        elif isinstance(event, yaml.ScalarEvent) and not refused:
            plain = event.style is None or event.style == ""
            self._put(scalar(event.value) if plain else event.value, line)
        else:
            self._put(REFUSED, line)

    def _begin(self, mapping: bool, line: int) -> None:
        if len(self._open) == DEPTH_LIMIT:
            self.too_deep = True
            self._fault(line, (), f"lists and mappings nested more than {DEPTH_LIMIT} deep")
        self._open.append(_Open({} if mapping else [], self._next_spot, line))

    def _end(self) -> None:
        closed = self._open.pop()
        self._put(closed.value, closed.line)

    def _put(self, value: object, line: int) -> None:
        if not self._open:
            self.tree.data = value
            self.tree.lines.setdefault((), line)
            return
        into = self._open[-1]
        if into.wants_key:
            self._key(into, value, line)
            return
        self.tree.lines.setdefault(into.next_spot, line)
        if isinstance(into.value, list):
            into.value.append(value)
        elif into.key is not None and not into.skip:
            into.value[into.key] = value
        into.key, into.skip = None, False

    def _key(self, into: _Open, value: object, line: int) -> None:
        if not isinstance(value, str):
            self._fault(line, into.spot, _key_message(value))
        name = value.text if isinstance(value, Unclear) and value != _MERGE else value
        if not isinstance(name, str):
            into.key, into.skip = "?", True
            return
        into.key, into.skip = name, name in into.value
        if into.skip:
            first = self.tree.lines[into.next_spot]
            message = f"given twice, first in line {first}; keep one of them"
            self._fault(line, into.next_spot, message)
        else:
            self.tree.lines.setdefault(into.next_spot, line)

    def _fault(self, line: int, spot: Spot, message: str) -> None:
        self.tree.faults.append(Fault(line, spot, message))

    @property
    def _next_spot(self) -> Spot:
        return self._open[-1].next_spot if self._open else ()


def _not_used_here(event: yaml.NodeEvent) -> Iterator[str]:
    if isinstance(event, yaml.AliasEvent):
        yield f"*{event.anchor} repeats another part of the file; write that part out again"
    elif event.anchor is not None:
        yield f"&{event.anchor} names a part of the file for repeating; remove the name"
    if getattr(event, "tag", None) is not None:
        yield "types are not written here; remove the word that starts with !"


def _key_message(key: object) -> str:
    if key == _MERGE:
        return "<< merges one mapping into another; write the fields out instead"
    if isinstance(key, Unclear):
        return f'a field cannot be named {key.text} without quotes; write "{key.text}"'
    if isinstance(key, list | dict | Refused):
        return "the name of a field must be one word, not a list or mapping"
    return "the name of a field must be text; write it in quotes"
