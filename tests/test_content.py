"""A framework told in another language: its sentences are translated, and nothing else is."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from typing import Any

import pytest

from assess.framework import Framework
from assess.text import Words, words
from assess.wording.content import content, sentences
from tests.shipped import LIBRARY

OF_OTHERS = {"id", "version", "code", "name", "aliases", "sources", "goal", "node", "points_to"}
"""Fields that name something, or say what others published."""


class Loud(gettext.NullTranslations):
    """A language in which everything is said louder."""

    def gettext(self, message: str) -> str:
        return message.upper()


LOUD = Words("xx", gettext.NullTranslations(), Loud())


@pytest.fixture(scope="module")
def iwn() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def strings(part: Any, field: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for name, each in part.items():
            if name not in OF_OTHERS:
                yield from strings(each, name)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from strings(each, field)
    elif isinstance(part, str) and field not in ("harm", "relation", "strength", "provenance"):
        yield part


def test_every_sentence_of_the_framework_can_be_translated(iwn: Framework) -> None:
    links = [{"reason": link.reason, "note": link.note} for link in iwn.links]
    examples = [{"situation": each.situation, "people": each.people} for each in iwn.examples]
    fields = iwn.model_dump() | {"links": links, "examples": examples}
    assert set(sentences(iwn)) == {text for text in strings(fields) if text}


def test_what_is_told_is_translated_and_names_and_numbers_stay(iwn: Framework) -> None:
    loud = content(iwn, LOUD)
    assert [node.name for node in loud.nodes] == [node.name for node in iwn.nodes]
    assert [node.sources for node in loud.nodes] == [node.sources for node in iwn.nodes]
    assert loud.sources == iwn.sources
    for quiet, told in zip(iwn.links, loud.links, strict=True):
        assert told == quiet.model_copy(
            update={"reason": quiet.reason.upper(), "note": quiet.note.upper()}
        )
    assert loud.screening[0].yes == iwn.screening[0].yes.upper()
    assert loud.judged[0].levels.major == iwn.judged[0].levels.major.upper()


def test_a_node_looked_up_before_is_told_in_the_language_too(iwn: Framework) -> None:
    plain = iwn.node("privacy")
    assert content(iwn, LOUD).node("privacy").summary == plain.summary.upper()


def test_english_and_a_language_without_a_catalogue_tell_it_as_it_is(iwn: Framework) -> None:
    assert content(iwn, words()) is iwn
    assert content(iwn, Words("xx", gettext.NullTranslations())) == iwn


def test_told_twice_it_is_told_once(iwn: Framework) -> None:
    french = words("fr")
    once = content(iwn, french)
    assert once.node("privacy").summary.startswith("Les personnes et les groupes")
    assert content(once, french) == once
