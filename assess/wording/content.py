"""A framework's own sentences in the reader's language; they stand in its file in English.

Names stay as they were published: a name is translated only by who published it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assess.framework import (
    Action,
    BearsOn,
    Criterion,
    CriticalProperty,
    Enabler,
    Example,
    Framework,
    Goal,
    LevelWords,
    Link,
    Mapping,
    Programme,
    Question,
    Right,
    ScreeningQuestion,
)
from assess.overlay import Overlaid
from assess.text import Words
from assess.topic import Combined

_NODE = ("summary", "note")
_JUDGED = (*_NODE, "questions", "strengthens", "weakens", "levels")
_FRAMEWORK = (
    *("title", "summary", "licence_note", "benefit_levels", "critical_properties"),
    *("enablers", "goals", "criteria", "rights", "programmes"),
    *("links", "bears_on", "maps", "examples", "screening"),
)
_SAID: dict[type, tuple[str, ...]] = {
    Framework: _FRAMEWORK,
    Combined: (*_FRAMEWORK, "base", "topics"),
    Overlaid: (*_FRAMEWORK, "base", "topics"),
    CriticalProperty: (*_JUDGED, "descriptor", "characteristics", "benefit"),
    Enabler: (*_JUDGED, "indicators"),
    Goal: _NODE,
    Criterion: (*_JUDGED, "indicators", "actions"),
    Action: ("note",),
    Right: _NODE,
    Programme: _NODE,
    BearsOn: ("reason", "note"),
    Mapping: ("reason",),
    Question: ("text", "note"),
    LevelWords: ("minor", "material", "major"),
    Link: ("reason", "note"),
    Example: ("situation", "people"),
    ScreeningQuestion: ("text", "hint", "yes", "no", "unsure", "settle"),
}
"""What of each part of a framework is said to readers, and is not a name, an id or a source."""


def content(framework: Framework, words: Words) -> Framework:
    """The framework as it is told in this language; a sentence without translation in English."""
    if words.language == "en":
        return framework
    told = _told(framework, words.content)
    assert isinstance(told, Framework)
    return told


def sentences(framework: Framework) -> tuple[str, ...]:
    """What there is to translate of a framework, in its order, each sentence once."""
    heard: list[str] = []

    def hear(sentence: str) -> str:
        heard.append(sentence)
        return sentence

    _told(framework, hear)
    return tuple(dict.fromkeys(heard))


def _told(part: Any, say: Callable[[str], str]) -> Any:
    if isinstance(part, str):
        return say(part) if part else part
    if isinstance(part, tuple):
        return tuple(_told(each, say) for each in part)
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    # built anew: a copy would keep the nodes that the framework looked up before
    return type(part)(**fields | {name: _told(fields[name], say) for name in _SAID[type(part)]})
