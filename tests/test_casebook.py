"""The cases of the library as a whole: what is found, and which stand beside one another."""

from __future__ import annotations

import pytest

from assess.case import Outcome
from assess.casebook import Wish, began, elsewhere, ended, matching, nearest, rows
from tests.shipped import LIBRARY

CASES = LIBRARY.cases()
CORE = LIBRARY.latest("internet-way-of-networking")
NODES = [node.id for node in LIBRARY.framework(CORE.id, CORE.version).judged]
CAMBODIA = "2022-cambodia-national-internet-gateway"
ROUTING = "decentralized-management-distributed-routing"


def ids(wish: Wish) -> set[str]:
    return {case.id for case in matching(CASES, wish)}


def test_nothing_asked_finds_all_the_newest_law_first() -> None:
    found = matching(CASES, Wish())
    assert len(found) == len(CASES)
    years = [began(case) for case in found]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    "wish",
    [
        Wish(text="sihanoukville GATEWAY"),
        Wish(text="Sihànoukvillé"),
        Wish(intervention="data-retention-logging", text="cambodia"),
        Wish(region="asia-pacific", text="gateway"),
        Wish(node=ROUTING, channel="harm", text="cambodia"),
        Wish(outcome="postponed"),
        Wish(kind="published-brief", text="mok"),
        Wish(text="  "),
    ],
    ids=str,
)
def test_cambodia_is_found_by(wish: Wish) -> None:
    assert CAMBODIA in ids(wish)


@pytest.mark.parametrize(
    "wish",
    [
        Wish(text="cambodia elephant"),
        Wish(intervention="data-localization", text="cambodia"),
        Wish(region="europe"),
        Wish(node="integrity"),
        Wish(node=ROUTING, channel="benefit"),
        Wish(outcome="withdrawn"),
        Wish(kind="own-reading"),
    ],
    ids=str,
)
def test_cambodia_is_not_found_by(wish: Wish) -> None:
    assert CAMBODIA not in ids(wish)


def test_a_law_lasts_from_its_year_to_the_last_year_its_outcome_names() -> None:
    case = LIBRARY.case(CAMBODIA)
    assert (began(case), ended(case)) == (2021, 2022)
    assert case.outcome is not None
    told = {"2016/2020; bills pending": 2020, "2024-03-01": 2024, "pending": None, "12023": None}
    for date, year in told.items():
        outcome = Outcome(**{**dict(case.outcome), "date": date})
        assert ended(case.model_copy(update={"outcome": outcome})) == year, date
    assert ended(case.model_copy(update={"outcome": None})) is None


def test_every_draft_has_a_row_of_its_own_and_is_nearest_to_itself() -> None:
    found = rows(CASES, NODES)
    assert len(found) == sum(len(case.drafts) for case in CASES)
    assert len({row.key for row in found}) == len({row.name for row in found}) == len(found)
    for row in found:
        near = nearest(found, NODES, row.levels, 3)
        known = int((row.levels >= 0).sum())
        if 2 * known < row.levels.size:
            assert near == (), "too little is known of it to be compared"
            continue
        assert near[0][1].distance == 0
        assert row.key in {each.key for each, found_ in near if not found_.distance}


def test_effects_elsewhere_are_on_the_same_node_by_the_same_intervention() -> None:
    kind = "mandatory-national-gateway"
    found = elsewhere(CASES, ROUTING, [kind])
    assert CAMBODIA in [each.case.id for each in found]
    assert {(e.judgement.node, e.judgement.mechanism) for e in found} == {(ROUTING, kind)}
    assert elsewhere(CASES, ROUTING, []) == ()
