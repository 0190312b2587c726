"""The pages in another language, and the ways from one language to another."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from assess import text
from assess.assessment import Assessment
from assess.text import LOCALE
from tests.ui.conftest import PROPERTY, Opened

with (LOCALE / "assess.pot").open("rb") as file:
    ENGLISH = tuple(
        each.id
        for each in read_po(file)
        if isinstance(each.id, str) and len(each.id) > 25 and "{" not in each.id
    )


def in_english(shown: str) -> list[str]:
    """The app's English sentences that stand on a page."""
    return [sentence for sentence in ENGLISH if sentence in shown]


def test_the_task_list_is_in_french(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("tasks", lang="fr")
    assert page.title == "Liste des tâches"
    assert "Ce dont Internet a besoin pour exister" in page.text
    assert "Cette évaluation est standard : " in page.text
    assert "Voir les constats à ce stade" in page.links
    assert in_english(page.text) == []


def test_the_findings_are_in_french(reader: Opened, full: Assessment) -> None:
    page = reader(full).open("findings", lang="fr")
    assert page.title == "Constats"
    assert "Brise une propriété essentielle : probable (" in page.text
    assert "\u00a0% quelle que soit la lecture des mots" in page.html
    assert re.findall(r"\d%", page.text) == []
    assert in_english(page.text) == []


def test_a_question_is_asked_in_french_under_its_english_name(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY, lang="fr")
    assert "Internet est assemblé de parties en couches" in page.text
    assert page.title == (
        "Qu’adviendrait-il de «\u00a0Open Architecture of Interoperable and Reusable Building"
        " Blocks\u00a0»\u202f?"
    )
    assert "The Internet is assembled from layered" not in page.text
    assert in_english(page.text) == []


@pytest.mark.parametrize("name", ["interventions", "cases"])
def test_what_is_not_translated_is_said_to_be_in_english(
    reader: Opened, partial: Assessment, name: str
) -> None:
    told = (
        "Les cas, les thèmes et les types d’intervention "
        "ne sont pas traduits : ils sont en anglais."
    )
    page = reader(partial)
    assert told in page.open(name, lang="fr").text
    assert "not translated" not in page.open(name, lang="en").text


def test_each_page_leads_to_itself_in_the_other_languages(
    reader: Opened, partial: Assessment
) -> None:
    page = reader(partial).open("judge", node=PROPERTY)
    assert (
        '<strong aria-current="true"><span lang="en" dir="auto" translate="no">English</span>'
        in page.html
    )
    way = f'<a href="?a={page.token}&amp;node={PROPERTY}&amp;lang=fr" target="_self" hreflang="fr">'
    assert f'{way}<span lang="fr" dir="auto" translate="no">Français</span></a>' in page.html


def test_a_language_with_gaps_says_how_much_of_it_there_is(
    reader: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "translated", lambda tag: 1.0 if tag == "en" else 0.834)
    page = reader().open("start")
    assert "Français – partly (83%)" in page.text
    assert "English – partly" not in page.text
