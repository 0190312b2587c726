"""Frozen values, and what may be written into them."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from assess.value import LINE_LIMIT, PROVISION_LIMIT, TEXT_LIMIT, Line, LongText, Slug, Text, Value


class Note(Value):
    title: Line
    body: Text = ""


def kept(kind: object, written: object) -> object:
    return TypeAdapter(kind).validate_python(written)


def test_a_value_cannot_be_changed() -> None:
    note = Note(title="first")
    with pytest.raises(ValidationError, match="frozen"):
        note.title = "second"  # type: ignore[misc]


def test_a_field_nobody_declared_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Note(title="first", colour="red")  # type: ignore[call-arg]


def test_equal_values_are_one_value() -> None:
    assert Note(title="same") == Note(title="same")
    assert len({Note(title="same"), Note(title="same")}) == 1


@pytest.mark.parametrize("written", ["a", "common-global-identifiers", "d1", "22-7", "x" * 80])
def test_a_slug_is_lower_case_words_joined_by_hyphens(written: str) -> None:
    assert kept(Slug, written) == written


@pytest.mark.parametrize(
    "written", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "../etc", "é", "a\n", "x" * 81]
)
def test_anything_else_is_no_slug(written: str) -> None:
    with pytest.raises(ValidationError):
        kept(Slug, written)


@pytest.mark.parametrize("kind", [Line, Text, LongText])
@pytest.mark.parametrize("written", ["a\x00b", "a\x1bb", "a\x7fb", "a\x85b"])
def test_a_control_character_is_refused_with_its_place(kind: object, written: str) -> None:
    with pytest.raises(ValidationError, match=r"character 2 \(U\+00..\) is a control character"):
        kept(kind, written)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"U\+D800|unicode"):
        kept(Text, "a\ud800b")


@pytest.mark.parametrize("written", ["a\nb", "a\tb", "a\r\nb"])
def test_a_line_is_a_single_line(written: str) -> None:
    with pytest.raises(ValidationError, match="must be a single line; remove the line breaks"):
        kept(Line, written)


@pytest.mark.parametrize("written", ["one\r\ntwo", "one\rtwo", "one\ntwo"])
def test_every_kind_of_line_break_becomes_one(written: str) -> None:
    assert kept(Text, written) == "one\ntwo"


def test_text_may_be_in_any_script() -> None:
    written = "កម្ពុជា · 대한민국 · عربى · 👩‍⚖️\tand tabs"
    assert kept(Text, written) == written


@pytest.mark.parametrize(
    ("kind", "limit"), [(Line, LINE_LIMIT), (Text, TEXT_LIMIT), (LongText, PROVISION_LIMIT)]
)
def test_text_has_a_limit(kind: object, limit: int) -> None:
    assert kept(kind, "x" * limit) == "x" * limit
    with pytest.raises(ValidationError, match=f"at most {limit} characters"):
        kept(kind, "x" * (limit + 1))


@pytest.mark.parametrize("written", [3, None, ["a"]])
def test_what_is_not_text_is_refused(written: object) -> None:
    with pytest.raises(ValidationError, match="valid string"):
        kept(Line, written)
