"""Words, numbers and dates come in the reader's language, from catalogues read at first use."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from assess import wording
from assess.library import CHECKOUT
from assess.text import LOCALE, languages, translated, words

POT = CHECKOUT / "assess/locale/assess.pot"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue "ar" in which every sentence stands in brackets, and one plural has six forms."""
    with POT.open("rb") as file:
        catalogue = read_po(file, locale="ar")
    for message in catalogue:
        if message.id and message.pluralizable:
            message.string = tuple(f"[{form}: {message.id[1]}]" for form in range(6))
        elif message.id:
            message.string = f"[{message.id}]"
    path = tmp_path / "ar/LC_MESSAGES/assess.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue)
    return tmp_path


def test_english_is_the_language_of_the_code() -> None:
    english = words()
    assert (english.language, english.direction) == ("en", "ltr")
    assert english.gettext("Any sentence.") == "Any sentence."
    assert english.ngettext("one", "many", 1) == "one"
    assert english.ngettext("one", "many", 0) == "many"


def test_an_empty_sentence_stays_empty_and_does_not_become_the_head_of_the_catalogue(
    folder: Path,
) -> None:
    assert words("ar", folder).gettext("") == ""


@pytest.mark.parametrize("language", ["xx", "../../etc", "", "AR", "en"])
def test_a_language_without_a_catalogue_is_english(folder: Path, language: str) -> None:
    assert words(language, folder).language == "en"


def test_the_languages_are_those_with_a_catalogue_english_first(folder: Path) -> None:
    assert languages(folder) == ("en", "ar")
    assert languages()[0] == "en"
    assert POT.parent == LOCALE


def test_a_right_to_left_language_is_laid_out_from_the_right(folder: Path) -> None:
    assert words("ar", folder).direction == "rtl"


def test_every_sentence_of_the_app_comes_from_the_catalogue(folder: Path) -> None:
    arabic = words("ar", folder)
    assert wording.level(arabic, "major", "harm") == "[major harm]"
    assert all(
        re.fullmatch(r"\[.*\]", said, re.DOTALL)
        for said in (
            *(wording.answer(arabic, key) for key in ("effect", "none", "dont-know")),
            *(wording.confidence(arabic, key) for key in ("high", "medium", "low")),
            *(wording.verdict(arabic, number, "harm") for number in range(4)),
        )
    )


def test_the_plural_of_the_language_is_used(folder: Path) -> None:
    with POT.open("rb") as file:
        one, many = next(message.id for message in read_po(file) if message.pluralizable)
    arabic = words("ar", folder)
    said = [arabic.ngettext(one, many, n) for n in (0, 1, 2, 3, 11, 100)]
    assert said[:4] == [f"[{form}: {many}]" for form in range(4)]
    assert len(set(said)) == 6


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0%"),
        (0.0001, "< 1%"),
        (0.005, "< 1%"),
        (0.006, "1%"),
        (0.5, "50%"),
        (0.994, "99%"),
        (0.995, "> 99%"),
        (1, "100%"),
    ],
)
def test_a_share_is_whole_per_cent_and_never_certain_unless_it_is(share: float, said: str) -> None:
    assert words().percent(share) == said


def test_dates_are_written_out_in_the_language(folder: Path) -> None:
    day = datetime.date(2026, 11, 22)
    assert words().date(day) == "22 November 2026"
    assert "نوفمبر" in words("ar", folder).date(day)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "English"),
        ("pt-BR", "Brazilian Portuguese"),
        ("pt-MZ", "Portuguese"),
        ("zh", "Chinese"),
        ("xx", "xx"),
        ("", ""),
    ],
)
def test_a_language_has_a_name(tag: str, said: str) -> None:
    assert words().named(tag) == said


def test_a_language_is_named_in_the_language_of_the_reader(folder: Path) -> None:
    assert words("ar", folder).named("en") == "الإنجليزية"


def test_how_much_of_a_language_there_is_is_counted_over_both_catalogues(tmp_path: Path) -> None:
    there = tmp_path / "fr/LC_MESSAGES"
    there.mkdir(parents=True)
    app = 'msgid "a"\nmsgstr "A"\n\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n\nmsgid "c"\nmsgstr ""\n\n'
    plural = 'msgid "d"\nmsgid_plural "ds"\nmsgstr[0] "D"\nmsgstr[1] "Ds"\n'
    (there / "assess.po").write_text(app + plural, encoding="utf-8")
    (tmp_path / "framework.pot").write_text('msgid "e"\nmsgstr ""\n', encoding="utf-8")
    assert translated("fr", tmp_path) == 2 / 5
    assert translated("en", tmp_path) == 1


def test_a_sentence_of_a_framework_has_a_catalogue_of_its_own(folder: Path) -> None:
    assert words("fr").content("Open consultation") == "Consultation ouverte"
    assert words("fr").content("") == ""
    assert words("ar", folder).content("Open consultation") == "Open consultation"
    assert words().content("Open consultation") == "Open consultation"


def test_a_share_somebody_chose_is_set_as_the_language_sets_per_cent() -> None:
    assert words().exact(0.125) == "12.5%"
    assert words("fr").exact(0.125) == "12,5\u00a0%"
