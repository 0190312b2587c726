"""The case library and one case."""

from __future__ import annotations

from pathlib import Path

import pytest

from assess import wording
from assess.assessment import Triage
from assess.casebook import Wish, began, matching
from assess.errors import NotSaved
from assess.library import Library
from assess.store import Store
from assess.store.failure import NOT_SAVED
from assess.text import words
from assess.ui import state
from tests.made_library import CASE, change, copied
from tests.ui.conftest import CAMBODIA, Opened
from tests.ui.reader import Reader


def listed_on(page: Reader) -> list[str]:
    return [each.removeprefix("Read: ") for each in page.links if each.startswith("Read: ")]


def test_every_case_is_listed_newest_first(reader: Opened, library: Library) -> None:
    page = reader().open("cases")
    listed = listed_on(page)
    cases = {case.title: began(case) for case in library.cases()}
    assert set(listed) == set(cases)
    assert f"{len(cases)} of {len(cases)} cases." in page.text
    assert [cases[title] for title in listed] == sorted(cases.values(), reverse=True)
    assert "problem" not in page.text


def test_a_broken_case_is_named_and_the_others_are_shown(
    reader: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path)
    broken = folder / "cases" / "2021-broken" / "case.yaml"
    broken.parent.mkdir()
    broken.write_text((folder / CASE).read_text("utf-8"), "utf-8")
    change(broken, "kind: ", "knd: ")
    made = Library(folder)
    for room in (state, state.opened):
        monkeypatch.setattr(room, "library", lambda: made)
    monkeypatch.setattr(state.opened, "FRAMEWORK", "small")
    page = reader().open("cases")
    assert "found in the files of the library" in page.text
    assert "2021-broken" in page.text
    assert "knd" in page.text
    assert any(each.startswith("Read: ") for each in page.links)


def test_a_case_keeps_source_and_reading_apart(reader: Opened, library: Library) -> None:
    case = library.case(CAMBODIA)
    page = reader().open("case", id=CAMBODIA)
    assert page.title == case.title
    for said in ("Our reading", "Whose claim", "What came of it", "Sources", "How it was judged"):
        assert said in page.text, said
    for source in case.sources:
        assert source.title in page.text
    assert page.html.count('rel="noreferrer"') >= len(case.sources)


def test_a_case_of_two_drafts_shows_which_change_removes_which_harm(reader: Opened) -> None:
    page = reader().open("case", id="2021-european-union-nis2-root-servers")
    root = page.html.split('<span dir="auto">root servers</span>')[1].split("</section>")[0]
    assert "<ins>" in root
    assert "Common Global Identifiers" in root
    adopted = page.text.rsplit("As adopted, without root name servers", 1)[1]
    assert "What is not judged here is carried over" in adopted
    assert "The directive does not apply to root name servers, on whose supervision" in adopted


@pytest.mark.parametrize("wrong", ["", "no-such-case", "../../etc/passwd", "<b>x</b>"])
def test_a_case_that_is_not_there_is_said_not_to_be(reader: Opened, wrong: str) -> None:
    page = reader().open("case", id=wrong)
    assert page.title == "There is no such case"
    assert "<b>" not in page.html


def test_starting_from_a_case_copies_it(reader: Opened, library: Library) -> None:
    page = reader().open("case", id=CAMBODIA)
    copied_is_said = page.text
    page.press("Start from this case")
    assert page.title == "Task list"
    page.keep_address()
    assert page.kept() == library.case(CAMBODIA).own_copy()
    assert "the answers and the recommendations" in copied_is_said
    page.open("proposal").fill("proposal.title.", "Mine")
    assert library.case(CAMBODIA).proposal.title != "Mine"


def test_a_case_that_cannot_be_copied_says_why(
    reader: Opened, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> object:
        raise NotSaved(NOT_SAVED["full"])

    monkeypatch.setattr(Store, "create", refused)
    page = reader().open("case", id=CAMBODIA).press("Start from this case")
    assert "there is no room left" in page.text


def test_a_case_without_outcome_or_recommendations_leaves_them_out(
    reader: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Library(copied(tmp_path))
    for room in (state, state.opened):
        monkeypatch.setattr(room, "library", lambda: made)
    monkeypatch.setattr(state.opened, "FRAMEWORK", "small")
    (case,) = made.cases()
    bare = case.model_copy(update={"outcome": None, "recommendations": ()})
    monkeypatch.setattr(Library, "case", lambda *_: bare)
    page = reader().open("case", id=case.id)
    assert "What came of it" not in page.text
    assert "What is recommended" not in page.text


@pytest.mark.parametrize(
    ("how", "said"), [("read", "in full"), ("excerpt", "Only"), ("own-knowledge", "not seen")]
)
def test_how_much_of_a_source_was_seen_is_said_in_words(how: str, said: str) -> None:
    assert said in wording.seen(words(), how)


def test_a_search_stands_in_the_address_and_can_be_changed(
    reader: Opened, library: Library
) -> None:
    wish = Wish(text="gateway", region="asia-pacific", channel="harm")
    page = reader().open("cases", q="gateway", region="asia-pacific", side="harm")
    assert listed_on(page) == [case.title for case in matching(library.cases(), wish)]
    page.fill("cases.region.", "europe")
    assert page.test.query_params["region"] in ("europe", ["europe"])
    assert CAMBODIA not in " ".join(listed_on(page))
    page.fill("cases.q", "no such words anywhere")
    assert "No case is like that" in page.text
    page.fill("cases.q", "").fill("cases.region.", "").fill("cases.side.", "")
    assert len(listed_on(page)) == len(library.cases())
    assert "region" not in page.test.query_params


@pytest.mark.parametrize(
    "query",
    [
        {"region": "<b>x</b>", "uses": "../..", "side": "neither", "show": "nothing", "kind": "?"},
        {"q": "[" * 300, "node": "x" * 10_000, "one": "\u202e", "show": "beside"},
    ],
    ids=["unknown", "long"],
)
def test_an_address_that_asks_for_nonsense_finds_nothing_and_breaks_nothing(
    reader: Opened, query: dict[str, str]
) -> None:
    page = reader().open("cases", **query)
    assert "No case is like that" in page.text
    assert "<b>" not in page.html


def test_the_map_says_in_a_table_what_each_case_states(reader: Opened, library: Library) -> None:
    page = reader().open("cases", show="map", q="cambodia")
    assert page.text.count("Harm as the cases state it") >= 1
    assert page.text.count("Benefit as the cases state it") >= 1
    assert library.case(CAMBODIA).title in page.text
    assert "A click on a row opens the case" in page.text


def test_the_timeline_says_when_and_what_came_of_it(reader: Opened) -> None:
    page = reader().open("cases", show="timeline", q="cambodia")
    assert "Postponed (2022-02)" in page.text


def test_two_cases_stand_side_by_side_with_how_far_apart_they_are(
    reader: Opened, library: Library
) -> None:
    one, other = "2021-european-union-nis2-root-servers/d1", CAMBODIA
    page = reader().open("cases", show="beside", one=one, other=other)
    assert "of the scale apart on average, over the" in page.text
    for case in (library.case(CAMBODIA), library.case(one.split("/")[0])):
        assert case.judgements[0].rationale in page.text
    page.fill("cases.other.", "2021-european-union-nis2-root-servers/d2")
    assert "As adopted, without root name servers" in page.text


def test_two_side_by_side_need_two(reader: Opened) -> None:
    page = reader().open("cases", show="beside", q="sihanoukville")
    assert "Two cases are needed" in page.text


def test_beside_a_question_stands_what_other_cases_state_there(
    reader: Opened, library: Library
) -> None:
    mine = library.case(CAMBODIA).assessment().replace(judgements=())
    page = reader(mine).open("judge", node="unrestricted-reachability")
    assert "What other cases state here" in [each.label for each in page.test.expander]
    gateways = library.case("2019-russia-sovereign-internet")
    assert gateways.title in page.text or "harm, by: " in page.text
    other = reader(mine.replace(triage=Triage())).open("judge", node="unrestricted-reachability")
    assert "What other cases state here" not in [each.label for each in other.test.expander]
