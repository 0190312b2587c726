"""French is complete, keeps what is filled in, and is set as French is."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from assess.text import APP, FRAMEWORK, LOCALE, translated, words

FRENCH = words("fr")
SAME = {
    *("Condition", "Date", "Discussion", "Europe", "Intervention", "intervention", "Notes"),
    *("Site", "Sources", "sources", "Standard", "Total", "possible", "Word (DOCX)", "PDF"),
    *("Concentration", "DNSSEC", "IPv6", "TLS"),
    *("Page {number}", "Question {number}", "Source {number}", "Source {number}, {field}"),
    *("Version {version}", "{framework}, version {version}", "{id}, version {version}"),
}
"""What is written alike in both languages; what has no letters outside its braces is besides."""
ENGLISH = re.compile(r"\b(the|and|of|with|which|are|from|not|this|have|has|what|be|by)\b")
QUOTED = re.compile(r"«[^»]*»|\([^)]*\)|\{[^}]*\}|Internet Way of Networking|case\.\w+")
PLAIN_SPACE = re.compile(r" [;:!?%»]|« ")
NO_SPACE = re.compile(r"[^\s\u00a0\u202f][;!?»]|[^\s\u00a0\u202f]:(?= |$)|«[^\u00a0]|'")


def read(name: str) -> Catalog:
    with (LOCALE / "fr/LC_MESSAGES" / f"{name}.po").open("rb") as file:
        return read_po(file, locale="fr")


CATALOGUES = {name: read(name) for name in (APP, FRAMEWORK)}
MESSAGES = [each for found in CATALOGUES.values() for each in found if each.id]


def originals(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def said(message: Message) -> tuple[str, ...]:
    text = message.string
    return (text,) if isinstance(text, str) else tuple(text or ())


def all_said() -> Iterator[str]:
    return (text for message in MESSAGES for text in said(message))


def filled_in(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize("name", [APP, FRAMEWORK])
def test_every_sentence_there_is_has_its_place(name: str) -> None:
    with (LOCALE / f"{name}.pot").open("rb") as file:
        wanted = {message.id for message in read_po(file) if message.id}
    assert len(wanted) > 400
    assert {message.id for message in CATALOGUES[name] if message.id} == wanted


def test_every_sentence_is_said_in_french() -> None:
    lacking = [each.id for each in MESSAGES if not all(said(each)) or not said(each)]
    unread = [each.id for each in MESSAGES if each.fuzzy]
    assert lacking == [], "translate these, by the words in assess/locale/README.md"
    assert unread == [], "the English changed: read these again, then remove the mark “fuzzy”"
    assert translated("fr") == 1


def test_what_is_filled_in_stands_as_often_as_in_english() -> None:
    singular = [each for each in MESSAGES if not each.pluralizable]
    assert [each.id for each in singular if filled_in(each.id) != filled_in(str(each.string))] == []


def test_there_is_one_form_for_one_and_one_for_several() -> None:
    plural = [each for each in MESSAGES if each.pluralizable]
    assert CATALOGUES[APP].num_plurals == 2
    assert [each.id for each in plural if len(said(each)) != 2] == []
    assert FRENCH.ngettext("{n} goal", "{n} goals", 0) == "{n} objectif"  # French: none is one
    assert FRENCH.ngettext("{n} goal", "{n} goals", 2) == "{n} objectifs"


def test_nothing_is_left_in_english_by_accident() -> None:
    alike = {
        text
        for message in MESSAGES
        for text in said(message)
        if text in originals(message) and re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text))
    }
    assert alike == SAME
    english = [text for text in all_said() if ENGLISH.search(QUOTED.sub("", text))]
    assert english == []


def test_signs_are_set_as_french_sets_them() -> None:
    set_plainly = [text for text in all_said() if PLAIN_SPACE.search(text)]
    assert set_plainly == [], "put U+202F before ; ! ?, and U+00A0 before : % » and after «"
    titles = [re.sub(r"«.(?:The |Enablers|Internet)[^»]*»", "", text) for text in all_said()]
    assert [text for text in titles if NO_SPACE.search(text)] == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (FRENCH.percent(0.12), "12\u00a0%"),
        (FRENCH.percent(0.001), "< 1\u00a0%"),
        (FRENCH.exact(0.955), "95,5\u00a0%"),
        (FRENCH.number(16_384), "16\u202f384"),
        (FRENCH.decimal(1.5), "1,50"),
        (FRENCH.date(datetime.date(2026, 11, 1)), "1er novembre 2026"),
        (FRENCH.date(datetime.date(2026, 11, 22)), "22 novembre 2026"),
        (FRENCH.named("en"), "anglais"),
    ],
)
def test_numbers_dates_and_languages_are_written_as_in_french(told: str, expected: str) -> None:
    assert told == expected
