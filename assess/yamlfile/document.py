"""A file read, its data into a model, and the line where each part of it stands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assess.errors import FileProblems, Place, Problem
from assess.refusal import path as written
from assess.yamlfile.complaint import complaints
from assess.yamlfile.tree import Spot, Tree, grow

SIZE_LIMIT = 5_000_000
Model = TypeVar("Model", bound=BaseModel)

# Line breaks that editors do not count (U+0085, U+2028, U+2029) are left out: YAML counts them.
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(frozen=True)
class Document:
    """A YAML file: plain data, where it stands, and what is wrong with the YAML itself."""

    file: str
    data: object
    lines: Mapping[Spot, int]
    problems: tuple[Problem, ...] = ()

    def place(self, *spot: str | int) -> Place:
        """Where a part of the document stands, or the nearest part around it that exists."""
        near = spot
        while near and near not in self.lines:
            near = near[:-1]
        return Place(self.file, self.lines.get(near), written(spot))

    def into(self, model: type[Model]) -> Model:
        """The data as a model. Raises FileProblems with every problem, in the file's order."""
        found = list(self.problems)
        made: Model | None = None
        if isinstance(self.data, dict):
            try:
                made = model.model_validate(self.data)
            except ValidationError as error:
                told = complaints(error, model)
                found += [Problem(self.place(*spot), message) for spot, message in told]
        elif not found:
            found.append(Problem(self.place(), "expected a mapping of fields, such as title: …"))
        if made is None or found:
            raise FileProblems(tuple(sorted(found, key=lambda each: each.place.line or 0)))
        return made


def read(path: Path, root: Path | None = None) -> Document:
    """Reads a file of at most 5 MB. `root` shortens the name shown in messages.

    Raises FileProblems where the file cannot be read, is not UTF-8 or is no YAML. Lesser faults
    (a key given twice, an anchor) are kept in `problems`, so that the rest can be checked too.
    """
    file = shown(path, root)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise _too_large(file)
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise FileProblems((Problem(Place(file), f"{reason}; check the name"),)) from None
    return parsed(raw, file)


def parsed(raw: bytes, file: str) -> Document:
    """The content of a file, as `read` reads it. `file` is its name in messages."""
    text = _text(raw, file)
    try:
        tree = grow(text)
    except yaml.MarkedYAMLError as error:
        raise FileProblems((_unreadable(error, file, text),)) from None
    if tree.data is None or not (tree.lines or tree.faults):
        raise FileProblems((Problem(Place(file), "the file is empty"),))
    return Document(file, tree.data, tree.lines, tuple(_told(tree, file)))


def load(path: Path, model: type[Model], root: Path | None = None) -> Model:
    """One file as one model. Raises FileProblems naming every problem of the file at once."""
    return read(path, root).into(model)


def dump(data: object, comment: str) -> str:
    """The data as YAML under a comment (one `#` line for each of its lines); no line is broken."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in comment.splitlines())
    return head + yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=math.inf, indent=2
    )


class OneLine(dict[str, object]):
    """A mapping that is written in one line, as {a: 1, b: [2, 3]}, however long it is."""


class _Dumper(yaml.SafeDumper):
    """Writes every value out, however often it occurs."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def one_line(self, data: OneLine) -> yaml.Node:
        return self.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)


_Dumper.add_representer(OneLine, _Dumper.one_line)


def shown(path: Path, root: Path | None = None) -> str:
    """A file's name for a message: from the current folder, else from `root`, else in full."""
    for folder in (Path.cwd(), root):
        if folder is not None and path.absolute().is_relative_to(folder.absolute()):
            return path.absolute().relative_to(folder.absolute()).as_posix()
    return path.as_posix()


def _told(tree: Tree, file: str) -> Iterator[Problem]:
    for line, spot, message in tree.faults:
        yield Problem(Place(file, line, written(spot)), message)


def _too_large(file: str) -> FileProblems:
    return FileProblems((Problem(Place(file), "larger than 5 MB; split it"),))


def _text(raw: bytes, file: str) -> str:
    if len(raw) > SIZE_LIMIT:
        raise _too_large(file)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        told = "this is not UTF-8 text; save the file with the encoding UTF-8"
        raise FileProblems((Problem(Place(file, line), told),)) from None
    hidden = tuple(_hidden(text, file))
    if hidden:
        raise FileProblems(hidden)
    return text


def _hidden(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _UNREADABLE.finditer(line):
            which = f"character {found.start() + 1} (U+{ord(found[0]):04X})"
            yield Problem(Place(file, number), f"{which} cannot be seen; remove it")


def _unreadable(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    number = mark.line + 1 if mark else 1
    lines = text.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    began = error.context_mark.line + 1 if error.context_mark else number
    return Problem(Place(file, number), _plainly(error.problem or "", line, began))


# By a part of the parser's own words; the first that fits speaks.
_PLAIN = {
    "cannot start any token": "text cannot start with @, `, % or a tab; write it in quotes",
    "mapping values are not allowed": (
        "a colon here is not expected; write text with a colon in quotes, or mend the indent"
    ),
    "unexpected end of stream": "quotes opened in line {began} are never closed; close them",
    "unknown escape": (
        "a backslash in double quotes is special; use single quotes, or write it twice"
    ),
    "',' or": "a bracket opened in line {began} is not closed, or a comma is missing",
    "'-' indicator": (
        "does not fit the list that began in line {began}; mend the indent, or put text in quotes"
    ),
    "expected key": (
        "does not fit what began in line {began}; mend the indent, or put text in quotes"
    ),
    "expected ':'": "the name of a field needs a colon after it, as in title: …",
    "node content": "text cannot start with a bracket or comma that belongs to nothing; quote it",
}


def _plainly(problem: str, line: str, began: int) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "the line is indented with a tab; use spaces"
    known = (told for words, told in _PLAIN.items() if words in problem)
    return next(known, f"this is not YAML: {problem}").format(began=began)
