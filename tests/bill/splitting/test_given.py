"""A draft's provisions are screened as a law that was read: same clauses, places that lead back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.bill.splitting import from_provisions, parts, split, stretches
from assess.proposal import Provision
from tests.bill.splitting import laws
from tests.bill.splitting.laws import extract

DRAFT = (
    Provision(id="1", heading="Definitions", text="A gateway is a crossing point."),
    Provision(id="2", text="Operators use the gateway under Article 1."),
    Provision(id="12a", heading="Penalties"),
    Provision(id="13", text="This Act comes into force in May. Articles 1 to 12a stay."),
    Provision(id="Annex I", heading="Definitions", text="As in Article 2."),
)


def test_each_provision_is_a_clause_of_its_heading_and_text() -> None:
    made = from_provisions(DRAFT)
    assert [clause.id for clause in made.clauses] == [provision.id for provision in DRAFT]
    assert made.clauses[0].text == "Definitions\nA gateway is a crossing point."
    assert [made.clauses[at].text for at in (1, 2)] == [DRAFT[1].text, "Penalties"]
    whole = "\n".join(clause.text for clause in made.clauses)
    assert all(whole[clause.start : clause.end] == clause.text for clause in made.clauses)


def test_roles_references_and_annexes_are_told_as_for_a_law_that_was_read() -> None:
    made = from_provisions(DRAFT)
    roles = [clause.role for clause in made.clauses]
    assert roles == ["definitions", None, "penalties", "final", None]
    assert [clause.kind for clause in made.clauses] == ["provision"] * 4 + ["annex"]
    assert [c.refers for c in made.clauses] == [(), ("1",), (), ("1", "2", "12a"), ("2",)]
    assert (made.chain.first, made.chain.last, made.chain.count) == ("1", "13", 4)


@pytest.mark.parametrize("law", [laws.INDIA, laws.UNION, laws.GERMANY, laws.CHINA])
def test_a_law_taken_into_a_draft_keeps_ids_headings_kinds_and_roles(law: str) -> None:
    read = split(extract(law))
    again = from_provisions([Provision(**part._asdict()) for part in parts(read)])
    kept = [c for c in read.clauses if c.kind in ("provision", "annex")]
    told = [(c.id, c.heading, c.kind, c.role) for c in kept]
    assert [(c.id, c.heading, c.kind, c.role) for c in again.clauses] == told


@pytest.mark.parametrize("number", ["Annex", "ANNEX II", "Schedule 1", "Anlage", "附件"])
def test_an_annex_is_known_by_its_id(number: str) -> None:
    (clause,) = from_provisions([Provision(id=number, text="A list.")]).clauses
    assert clause.kind == "annex"


def test_no_provisions_make_a_law_of_nothing() -> None:
    assert from_provisions(()).clauses == ()


words = st.text(alphabet="abc ", max_size=6)


@given(words, words, st.integers(0, 14), st.integers(0, 14))
def test_places_in_a_clause_lead_to_the_same_words_in_the_provision(
    heading: str, text: str, start: int, end: int
) -> None:
    provision = Provision(id="1", heading=heading, text=text)
    (clause,) = from_provisions([provision]).clauses
    found = stretches(provision, start, end)
    led = "".join(getattr(provision, s.field)[s.start : s.end] for s in found)
    assert led == clause.text[start:end].replace("\n", "")
