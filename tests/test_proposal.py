"""Proposals, their drafts, and provisions pasted as text."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assess.proposal import Draft, Provision, pasted


@pytest.mark.parametrize(
    ("first_line", "number", "heading"),
    [
        ("Article 6 Gateway", "6", "Gateway"),
        ("6. Gateway", "6", "Gateway"),
        ("§ 6 Gateway", "6", "Gateway"),
        ("Artículo 6.- Objeto de la ley", "6", "Objeto de la ley"),
        ("Art. 12a: Retention", "12a", "Retention"),
        ("Section 3.2 Scope", "3.2", "Scope"),
        ("المادة 6 البوابة", "6", "البوابة"),
        ("Article 7", "7", ""),
    ],
)
def test_a_pasted_provision_begins_with_its_number(first_line, number, heading) -> None:
    (provision,) = pasted(f"{first_line}\nAll traffic shall pass.\nNo other way is allowed.")
    assert (provision.id, provision.heading) == (number, heading)
    assert provision.text == "All traffic shall pass.\nNo other way is allowed."


def test_an_empty_line_stands_between_two_provisions() -> None:
    first, second = pasted("1 One\r\ntext of one\r\n \r\n\r\n2 Two\r\ntext of two\r\n")
    assert [first.id, second.id] == ["1", "2"]
    assert [first.text, second.text] == ["text of one", "text of two"]


def test_a_provision_on_one_line_is_all_text() -> None:
    assert pasted("6. All traffic shall pass the gateway.") == (
        Provision(id="6", text="All traffic shall pass the gateway."),
    )


def test_a_provision_without_number_gets_its_place_and_loses_nothing() -> None:
    _, second = pasted("1 First\ntext\n\nDefinitions apply here\nas they stand.")
    assert second == Provision(id="2", text="Definitions apply here\nas they stand.")


def test_nothing_pasted_is_no_provision() -> None:
    assert pasted(" \n\n \n") == ()


def test_a_pasted_control_character_is_refused() -> None:
    with pytest.raises(ValidationError, match="control character"):
        pasted("6 Gateway\nAll\x07traffic")


def test_two_provisions_with_one_number_are_refused_by_name() -> None:
    with pytest.raises(ValidationError, match="provision given twice: 6; number each once"):
        Draft(id="d1", provisions=pasted("6 One\na\n\n6 Two\nb"))


def test_a_draft_finds_its_provisions_by_number() -> None:
    draft = Draft(id="d1", provisions=(Provision(id="6", text="All traffic."),))
    assert draft.provision("6") == Provision(id="6", text="All traffic.")
    assert draft.provision("7") is None
