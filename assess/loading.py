"""The files of a framework, each as a value that fits what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from assess.errors import FileProblems, Problem
from assess.evidence import Catalogue
from assess.framework import Framework, FrameworkRef
from assess.intervention import Interventions
from assess.migration import Changes, Untrue, untruths
from assess.references import Dangling, in_catalogue, in_framework, in_interventions, in_topic
from assess.refusal import did_you_mean
from assess.yamlfile import Document, read

CHANGES = "changes.yaml"


def load_framework(path: Path, root: Path) -> Framework:
    """A framework whose folders are named after its id and version. Raises FileProblems."""
    document = read(path, root)
    made = document.into(Framework)
    refuse(
        *named_after(document, "id", made.id, path.parent.parent.name),
        *named_after(document, "version", made.version, path.parent.name),
        *problems_at(document, in_framework(made)),
        *problems_at(document, on_a_topic(made, root)),
    )
    return made


def on_a_topic(topic: Framework, root: Path) -> Iterator[Dangling]:
    """What does not fit the framework that a topic builds on."""
    ref = topic.builds_on
    if ref is None:
        return
    path = root / "frameworks" / ref.id / ref.version / "framework.yaml"
    wrong = _no_base(topic.id, ref, path, root)
    if wrong:
        yield Dangling(("builds_on",), wrong)
        return
    try:
        yield from in_topic(topic, load_framework(path, root))
    except FileProblems:
        told = f"{ref.id} {ref.version} has problems of its own; mend those first"
        yield Dangling(("builds_on",), told)


def _no_base(topic: str, ref: FrameworkRef, path: Path, root: Path) -> str:
    """Why a topic cannot build on what stands at this path; "" where it can."""
    if ref.id == topic:
        return "a topic cannot build on itself; name the framework whose properties it bears on"
    if not path.is_file():
        there = sorted(each.parent for each in path.parent.parent.glob("*/framework.yaml"))
        if there:
            versions = ", ".join(each.name for each in there)
            return f"there is no {ref.id} {ref.version}; the versions here are: {versions}"
        names = sorted({each.parent.parent.name for each in path.parents[2].glob("*/*/*.yaml")})
        hint = did_you_mean(ref.id, names) if names else "there are none here; add one"
        return f"there is no framework {ref.id}; {hint}"
    deeper = _builds_on(path, root)
    if deeper == topic:
        return f"{ref.id} builds on this one; two topics cannot build on one another"
    if deeper:
        return f"{ref.id} is on a topic itself; name what it builds on: {deeper}"
    return ""


def _builds_on(path: Path, root: Path) -> str:
    """The framework that a file says it builds on, read without following it further."""
    try:
        data = read(path, root).data
    except FileProblems:
        return ""
    ref = data.get("builds_on") if isinstance(data, dict) else None
    return str(ref.get("id", "")) if isinstance(ref, dict) else ""


def load_interventions(path: Path, root: Path) -> Interventions:
    """The interventions beside a framework. Raises FileProblems where either is broken."""
    document = read(path, root)
    made = document.into(Interventions)
    framework = load_framework(path.parent / "framework.yaml", root)
    refuse(
        *named_after(document, "framework", made.framework, path.parent.parent.name),
        *named_after(document, "version", made.version, path.parent.name),
        *problems_at(document, in_interventions(made, framework)),
    )
    return made


def load_catalogue(path: Path, root: Path) -> Catalogue:
    """The indicators that can be measured by country. Raises FileProblems."""
    document = read(path, root)
    made = document.into(Catalogue)
    refuse(*problems_at(document, in_catalogue(made)))
    return made


def follows_another(path: Path) -> bool:
    """Whether an older version of the framework in this file stands beside it."""
    others = [each for each in path.parent.parent.glob("*/framework.yaml") if each != path]
    return any(_number(each) < _number(path) for each in others)


def _number(path: Path) -> tuple[int, ...]:
    return tuple(int(each) for each in path.parent.name.split(".") if each.isdecimal())


def load_changes(path: Path, root: Path) -> Changes:
    """The list of changes beside a framework, true to both versions. Raises FileProblems."""
    document = read(path, root)
    made = document.into(Changes)
    refuse(*problems_at(document, _untrue(path, root, made)))
    return made


def _untrue(path: Path, root: Path, made: Changes) -> Iterator[Dangling | Untrue]:
    folder = path.parent
    if made.since == folder.name:
        yield Dangling(("since",), f"{made.since} is this version itself; name the one before it")
        return
    earlier = folder.parent / made.since / "framework.yaml"
    if not earlier.is_file():
        yield Dangling(("since",), f"there is no version {made.since}; name the one before this")
        return
    try:
        old, new = load_framework(earlier, root), load_framework(folder / "framework.yaml", root)
    except FileProblems:
        yield Dangling(("since",), "one of the two versions has problems of its own; mend it first")
        return
    yield from untruths(old, new, made)


def named_after(document: Document, field: str, written: str, folder: str) -> Iterator[Problem]:
    """A problem where a field does not say what its folder is called."""
    if written != folder:
        told = f"{written} stands in a folder named {folder}; give both the same name"
        yield Problem(document.place(field), told)


def problems_at(document: Document, dangling: Iterable[Dangling | Untrue]) -> Iterator[Problem]:
    """What is wrong in a document, at its lines."""
    return (Problem(document.place(*spot), message) for spot, message in dangling)


def refuse(*problems: Problem) -> None:
    """Raises FileProblems, in the order of the file, where there are any."""
    if problems:
        raise FileProblems(tuple(sorted(problems, key=lambda each: each.place.line or 0)))
