"""The second opinion: not there without its package, apart from words, never without caution."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.bill import second_opinion
from assess.bill.second_opinion import Near
from tests.ui.conftest import Opened
from tests.ui.law import in_english

ASK = "Ask for a second opinion"


def asked(monkeypatch: pytest.MonkeyPatch, *found: Near) -> None:
    monkeypatch.setattr(second_opinion, "available", lambda: True)
    monkeypatch.setattr(second_opinion, "encoder", lambda: None)
    monkeypatch.setattr(second_opinion, "second_opinion", lambda *_: found)


def test_without_its_package_nothing_is_said_of_it(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_opinion, "available", lambda: False)
    assert ASK not in reader(in_english(empty)).open("provisions").buttons


def test_it_is_asked_for_and_names_what_the_words_do_not(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch, Near("1", "dns-filtering", 3.0), Near("4", "data-localization", 2.0))
    page = reader(in_english(empty)).open("provisions")
    assert "nine were wrong" in page.text
    assert "near in meaning, the nearest first" not in page.text
    page.press(ASK)
    told = page.text.split("near in meaning, the nearest first", 1)[1]
    assert "Data localization" in told
    assert "DNS filtering" not in told, "provision 1 is matched by its words anyway"


def test_that_it_finds_nothing_further_is_said_without_calling_the_rest_harmless(
    reader: Opened, empty: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch)
    page = reader(in_english(empty)).open("provisions").press(ASK)
    assert "names no provision that the words do not point to anyway" in page.text
    assert "no impact" not in page.text.lower()
