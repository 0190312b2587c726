"""The matrix of provisions and nodes: what people said, what words hint at, and what is left."""

from __future__ import annotations

import pytest

from assess.assessment import Judgement
from assess.bill.match import Coverage, Match, Place, Screening
from assess.margin import Margin, margin
from assess.mark import Mark
from assess.proposal import Draft, Provision
from assess.tables.clauses import Clauses, Rest, Sign, clauses
from tests.small import SMALL

TOUCH = {"gateway": {"a": 3, "c": 2}, "licence": {"b": 1}}
LAW = Draft(
    id="d1",
    provisions=tuple(Provision(id=str(number), text="x" * 10) for number in range(1, 6)),
)


def marginal(*found: tuple[str, str, bool], marks: tuple[Mark, ...] = ()) -> Margin:
    """The margin of the law above; found: provision, intervention, whether strong."""
    matches = {
        number: (Match(number, kind, 1.0, strong, (), tuple(TOUCH[kind])),)
        for number, kind, strong in found
    }
    places = tuple(Place(each.id, each.id, "", 0, 0) for each in LAW.provisions)
    looked = Screening(places, matches, Coverage("en", "supported", "1", 1, 1, 1))
    return margin(LAW, looked, marks, (), TOUCH)


def drawn(found: Clauses) -> dict[str, str]:
    """The matrix as letters: cited, held, strong or weak, each before its node."""
    return {
        row.number: " ".join(f"{sign.basis[0]}{node}" for node, sign in row.signs.items())
        for row in found.rows
    }


def cites(*numbers: str, node: str = "a", part: int = 1, **fields: str) -> Judgement:
    return Judgement(node=node, part=part, provisions=numbers, answer="effect", **fields)


def test_an_answer_stands_before_a_mark_and_a_mark_before_words() -> None:
    marked = Mark(provision="2").decide("gateway", "accepted")
    words = marginal(
        ("1", "gateway", True), ("2", "gateway", True), ("3", "licence", False), marks=(marked,)
    )
    found = clauses(SMALL, LAW, [cites("1")], words)
    assert drawn(found) == {"1": "ca sc", "2": "ha hc", "3": "wb"}
    assert [row.number for row in found.said] == ["1", "2"]
    assert [row.number for row in found.hinted] == ["3"]
    assert found.hinted[0].on("weak") == ("b",)
    assert found.said[1].signs["c"] == Sign("held", (), ("gateway",))


def test_two_answers_on_one_node_stand_side_by_side() -> None:
    two = [cites("1", harm="major"), cites("1", "1", part=2, benefit="minor")]
    sign = clauses(SMALL, LAW, two).rows[0].signs["a"]
    assert [(each.harm, each.benefit) for each in sign.answers] == [
        ("major", None),
        (None, "minor"),
    ]


def test_what_an_answer_cites_has_a_row_though_the_draft_has_no_such_provision() -> None:
    found = clauses(SMALL, LAW, [cites("99", "2")])
    assert [(row.number, row.provision is None) for row in found.rows] == [
        ("2", False),
        ("99", True),
    ]


def test_the_rest_is_counted_with_its_share_of_the_text_read_or_not() -> None:
    read = Mark(provision="4", read=True)
    found = clauses(SMALL, LAW, [cites("1")], marginal(("2", "gateway", True), marks=(read,)))
    assert found.unread == Rest(2, pytest.approx(0.4))
    assert found.read == Rest(1, pytest.approx(0.2))
    assert found.screened


def test_a_match_that_the_reader_rejected_leaves_a_provision_read() -> None:
    no = Mark(provision="2").decide("gateway", "rejected")
    found = clauses(SMALL, LAW, [], marginal(("2", "gateway", True), marks=(no,)))
    assert found.rows == ()
    assert (found.unread.count, found.read.count) == (4, 1)


def test_without_a_margin_only_answers_count() -> None:
    found = clauses(SMALL, LAW, [cites("3", node="c")])
    assert drawn(found) == {"3": "cc"}
    assert (found.unread.count, found.read.count, found.screened) == (4, 0, False)


def test_a_draft_without_text_has_no_share() -> None:
    found = clauses(SMALL, Draft(id="d1"), [])
    assert found.unread == Rest(0, 0.0)
