"""The margin of a law: what stands beside a provision and beside a node, and why."""

from __future__ import annotations

from assess.assessment import Judgement
from assess.bill.match import Coverage, Match, Place, Screening
from assess.margin import Beside, Margin, margin
from assess.mark import Mark
from assess.proposal import Draft, Provision

TOUCH = {
    "gateway": {"routing": 3, "reach": 2},
    "logging": {"privacy": 3},
    "licence": {"reach": 2},
    "blocking": {"reach": 3},
}
LAW = Draft(
    id="d1",
    provisions=(
        Provision(id="1", heading="Gateway", text="All traffic passes one gateway."),
        Provision(id="2", text="Records are kept."),
        Provision(id="3", text="This act enters into force."),
    ),
)


def match(clause: str, kind: str, rank: float = 1.0, *, strong: bool = True) -> Match:
    return Match(clause, kind, rank, strong, (), tuple(TOUCH[kind]))


def screening(*matches: Match, draft: Draft = LAW) -> Screening:
    places = tuple(Place(each.id, each.id, each.heading, 0, 0) for each in draft.provisions)
    found = {
        place.id: tuple(each for each in matches if each.clause == place.id) for place in places
    }
    return Screening(places, found, Coverage("en", "supported", "1", 1, 1, 1))


def of(*matches: Match, marks=(), judgements=(), draft: Draft = LAW) -> Margin:
    return margin(draft, screening(*matches, draft=draft), marks, judgements, TOUCH)


def numbers(found: Margin) -> dict[str, list[str]]:
    return {name: [each.id for each in there] for name, there in found.shelves.items()}


def test_every_provision_stands_in_one_list_and_every_list_is_there() -> None:
    found = of(match("1", "gateway"), match("2", "logging", strong=False))
    assert numbers(found) == {"matched": ["1"], "weak": ["2"], "unread": ["3"], "read": []}
    assert sum(found.share(name) for name in found.shelves) == 1


def test_the_share_is_of_the_text() -> None:
    draft = Draft(id="d1", provisions=(Provision(id="1", text="abc"), Provision(id="2", text="d")))
    assert of(match("1", "gateway"), draft=draft).share("unread") == 0.25
    assert of(draft=Draft(id="d1")).share("unread") == 0


def test_what_was_read_and_found_to_hold_nothing_is_no_longer_unread() -> None:
    found = of(marks=[Mark(provision="3", read=True)])
    assert numbers(found)["read"] == ["3"]
    assert numbers(found)["unread"] == ["1", "2"]


def test_a_rejected_match_leaves_the_list_and_the_margin() -> None:
    mark = Mark(provision="1").decide("gateway", "rejected")
    found = of(match("1", "gateway"), marks=[mark])
    assert numbers(found)["read"] == ["1"]
    assert found.of("1") == ()


def test_what_a_reader_adds_counts_more_than_words() -> None:
    added = Mark(provision="3").decide("licence", "added")
    found = of(match("1", "gateway"), match("2", "licence", strong=False), marks=[added])
    assert numbers(found)["matched"] == ["1", "3"]
    beside = found.beside("reach")
    assert [(each.provision, each.basis) for each in beside] == [
        ("3", "held"),
        ("1", "strong"),
        ("2", "weak"),
    ]
    assert beside[0].interventions == ("licence",)


def test_within_one_basis_the_higher_rank_comes_first() -> None:
    found = of(match("1", "gateway", 1.0), match("2", "licence", 2.0))
    assert [each.provision for each in found.beside("reach")] == ["2", "1"]


def test_what_typically_reaches_a_higher_level_comes_first_whatever_its_rank() -> None:
    found = of(match("1", "gateway", 9.0), match("2", "blocking", 0.1))
    assert [each.provision for each in found.beside("reach")] == ["2", "1"]


def test_an_accepted_match_names_only_the_interventions_that_touch_the_node() -> None:
    mark = Mark(provision="1").decide("gateway", "accepted")
    found = of(match("1", "gateway"), match("1", "logging"), marks=[mark])
    assert found.of("1") == (
        Beside("1", "routing", "held", ("gateway",)),
        Beside("1", "reach", "held", ("gateway",)),
        Beside("1", "privacy", "strong", ("logging",)),
    )


def test_a_cited_provision_stands_beside_its_node_even_if_nothing_matched() -> None:
    cites = Judgement(node="privacy", answer="none", provisions=("3", "1"))
    found = of(match("1", "gateway"), judgements=[cites])
    assert found.beside("privacy") == (
        Beside("1", "privacy", "cited", (), cited=True),
        Beside("3", "privacy", "cited", (), cited=True),
    )
    other = Judgement(node="privacy", draft="d2", answer="none", provisions=("3",))
    assert of(judgements=[other]).beside("privacy") == ()


def test_a_decision_goes_with_the_wording_to_another_draft_and_number() -> None:
    mark = Mark(provision="1", wording=LAW.provisions[0].wording).decide("licence", "added")
    again = Draft(
        id="d2",
        provisions=(
            Provision(id="9", heading="Gateway", text="All traffic passes one gateway."),
            Provision(id="1", text="New."),
        ),
    )
    found = of(marks=[mark], draft=again)
    assert found.of("9")[0].basis == "held"
    assert found.of("1") == ()
    assert found.earlier == {}


def test_a_decision_on_another_wording_counts_for_nothing_and_is_shown_as_earlier() -> None:
    mark = Mark(provision="1", read=True, wording="0" * 16)
    found = of(marks=[mark])
    assert numbers(found)["unread"] == ["1", "2", "3"]
    assert found.earlier == {"1": mark}


def test_the_mark_on_this_draft_wins_over_one_on_the_same_wording_elsewhere() -> None:
    wording = LAW.provisions[0].wording
    here = Mark(provision="1", wording=wording).decide("gateway", "rejected")
    there = Mark(provision="1", draft="d0", wording=wording).decide("gateway", "accepted")
    assert of(match("1", "gateway"), marks=[there, here]).of("1") == ()
