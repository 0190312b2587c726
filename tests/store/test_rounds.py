"""Rounds of several people: who sees what, how a round ends, and what happens at that moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from assess.assessment import Assessor, Triage
from assess.choices import Choices
from assess.errors import NotFound, NotSaved
from assess.library import Library
from assess.panel import Note, Panel
from assess.proposal import Draft, Proposal
from assess.store import Standing, Store, name_of, new_token
from tests.store.samples import (
    FRAMEWORK,
    PEOPLE,
    ROOT,
    Opener,
    Round,
    assessment,
    judgement,
)

# --- who sees what -------------------------------------------------------------------------------


def test_nobody_sees_the_others_until_a_round_is_over(people: Round) -> None:
    store, tokens, link = people.store, people.tokens, people.link
    for who in PEOPLE:
        found = store.load(tokens[who])
        assert found.role == ("owner" if who == "a1" else "seat")
        assert (found.assessor, found.seated) == (who, set(PEOPLE))
        assert people.secrets(tokens[who]) == {who}
        judged = {name for name in found.revisions if name.startswith("judgement/")}
        assert judged == {name_of(people.opinion(who))}
    assert people.all_ready("first") == "discussion"
    assert all(people.secrets(token) == set(PEOPLE) for token in tokens.values())
    store.next_phase(tokens["a1"], "discussion")
    for who in PEOPLE:
        people.say(who, " again")
    for who in PEOPLE:
        second = store.load(tokens[who])
        assert [each.assessor for each in second.assessment.judgements] == [who]
        assert {each.assessor for each in second.assessment.panel.first} == set(PEOPLE)
        assert {who} == {other for other in PEOPLE if f"{other} again" in repr(second)}
    assert people.all_ready("second") == "closed"
    whole = store.load(tokens["a2"])
    assert len(whole.assessment.judgements) == len(whole.assessment.panel.first) == 3
    assert "again" not in repr(whole.assessment.panel.first), "both rounds are kept"
    assert people.secrets(link) == set(), "who has not picked a name never sees an answer"


def test_the_round_link_shows_a_title_and_names(store: Store) -> None:
    token = new_token()
    store.create(
        token,
        assessment(
            judgement(rationale="hush"),
            proposal=Proposal(title="Gateway", language="km", summary="hush"),
            drafts=(Draft(id="d1", label="hush"),),
            triage=Triage(answers={"hush": "yes"}),
            choices=Choices(reason="hush", broken=0.7),
        ),
    )
    link = store.open_round(token, ["Bo"])
    found = store.load(link)
    assert (found.role, found.assessor, found.revisions) == ("join", "", {})
    assert found.assessment.proposal == Proposal(title="Gateway", language="km")
    assert found.assessment.assessors == (Assessor(id="a1"), Assessor(id="a2", name="Bo"))
    assert found.assessment.panel == Panel()
    assert "hush" not in repr(found)


def test_notes_are_private_in_the_first_round_and_stand_in_the_second(people: Round) -> None:
    store, tokens = people.store, people.tokens
    note = Note(node="privacy", assessor="a2", text="secret remark")
    store.save(tokens["a2"], note, 0)
    first = store.load(tokens["a3"])
    assert "secret remark" not in repr(first)
    assert name_of(note) not in first.revisions
    store.next_phase(tokens["a1"], "first")
    assert store.load(tokens["a3"]).assessment.notes == (note,)
    store.next_phase(tokens["a1"], "discussion")
    second = store.load(tokens["a3"])
    assert second.assessment.notes == (note,)
    assert second.seen(note) == 1


def test_numbers_tell_how_far_the_others_are_and_nothing_else(people: Round) -> None:
    framework = Library(ROOT).framework(FRAMEWORK.id, FRAMEWORK.version)
    people.store.ready(people.tokens["a3"], "first", True)
    people.store.free_seat(people.tokens["a1"], "a2")
    for who in ("a1", "a3"):
        told = people.store.standing(people.tokens[who], framework, "d1")
        assert told == (
            Standing("a1", "Ada", seated=True, ready=False, answered=1, questions=15),
            Standing("a2", "Bo", seated=False, ready=False, answered=1, questions=15),
            Standing("a3", "Cy", seated=True, ready=True, answered=1, questions=15),
        )
    with pytest.raises(NotSaved, match="Pick your name first"):
        people.store.standing(people.link, framework, "d1")


# --- how rounds end ------------------------------------------------------------------------------


def test_a_round_ends_with_the_last_of_those_listed(people: Round) -> None:
    store, tokens = people.store, people.tokens
    store.open_round(tokens["a1"], ["Di"])
    for who in PEOPLE:
        assert store.ready(tokens[who], "first", True) == "first", "Di has not even come"
    late = store.take_seat(people.link, "a4")
    assert store.ready(tokens["a3"], "first", False) == "first"
    assert store.ready(late, "first", True) == "first"
    assert store.ready(tokens["a3"], "first", True) == "discussion"
    panel = store.load(late).assessment.panel
    assert (panel.phase, panel.ready, len(panel.first)) == ("discussion", (), 3)
    for token in (*tokens.values(), late):
        assert store.ready(token, "discussion", True) == "discussion", "the owner ends that"
    assert store.ready(late, "first", True) == "discussion", "a click that came too late"
    assert store.next_phase(tokens["a1"], "discussion") == "second"
    assert store.load(late).assessment.panel.ready == ()


def test_ending_a_phase_twice_ends_it_once(people: Round) -> None:
    token = people.tokens["a1"]
    assert [people.store.next_phase(token, "first") for _ in range(2)] == ["discussion"] * 2
    assert people.store.next_phase(token, "second") == "discussion"
    people.store.next_phase(token, "discussion")
    assert [people.store.next_phase(token, "second") for _ in range(2)] == ["closed"] * 2
    assert people.store.next_phase(token, "closed") == "closed"


# --- several at once -----------------------------------------------------------------------------


def at_once(*tasks: Callable[[], object]) -> list[object]:
    """What each gives, or the error it raises, all begun in the same moment."""
    start = threading.Barrier(len(tasks))

    def run(task: Callable[[], object]) -> object:
        start.wait()
        try:
            return task()
        except NotSaved as error:
            return error

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def test_all_ready_in_the_same_moment_is_one_step(people: Round) -> None:
    store = people.store
    ready = [lambda who=who: store.ready(people.tokens[who], "first", True) for who in PEOPLE]
    close = [lambda: store.next_phase(people.tokens["a1"], "first")] * 2
    assert set(map(str, at_once(*ready, *ready, *close))) <= {"first", "discussion"}
    panel = store.load(people.tokens["a2"]).assessment.panel
    assert (panel.phase, panel.ready, len(panel.first)) == ("discussion", (), 3)


def test_an_answer_that_meets_the_end_of_a_round_is_in_it_or_refused(people: Round) -> None:
    store = people.store
    answers = [judgement(f"node-{n}", assessor=who) for n in range(6) for who in PEOPLE[1:]]
    saves = [lambda j=j: store.save(people.tokens[j.assessor], j, 0) for j in answers]
    end = [lambda: store.next_phase(people.tokens["a1"], "first")]
    results = at_once(*saves[:6], *end, *saves[6:])
    del results[6]
    saved = {each.key for each, result in zip(answers, results, strict=True) if result == 1}
    refused = [str(result) for result in results if result != 1]
    found = store.load(people.tokens["a3"]).assessment
    assert all("first round has ended" in each for each in refused)
    assert {each.key for each in found.panel.first} == saved | {
        people.opinion(who).key for who in PEOPLE
    }
    assert found.judgements == found.panel.first


def test_of_many_who_pick_one_name_one_has_it(people: Round) -> None:
    store = people.store
    store.free_seat(people.tokens["a1"], "a2")
    results = at_once(*[lambda: store.take_seat(people.link, "a2")] * 6)
    taken = [each for each in results if isinstance(each, str)]
    assert len(taken) == 1
    assert store.load(taken[0]).assessor == "a2"
    assert {str(each)[:26] for each in results if each not in taken} == {
        "This name is taken already"
    }


@pytest.mark.parametrize(
    ("meanwhile", "said"),
    [
        ("DELETE FROM seat WHERE assessor = 'a2'", "no saved work under this address"),
        ("UPDATE work SET phase = 'discussion'", "the first round has ended"),
        ("UPDATE work SET drafts = '[\"d2\"]'", "was removed meanwhile"),
    ],
)
def test_an_answer_that_had_to_wait_meets_what_happened_meanwhile(
    people: Round, url: str, opened: Opener, meanwhile: str, said: str
) -> None:
    with ThreadPoolExecutor(1) as pool:
        with opened(url)._engine.begin() as connection:
            connection.execute(text("UPDATE work SET version = version"))
            waiting = pool.submit(people.say, "a2", " late")
            time.sleep(0.2)  # until it waits; were that too short, there would be less to see
            connection.execute(text(meanwhile))
        with pytest.raises((NotFound, NotSaved), match=said):
            waiting.result()
    link = people.store.round_link(people.tokens["a1"])
    people.store.free_seat(people.tokens["a1"], "a2")
    found = people.store.load(people.store.take_seat(link, "a2"))
    assert people.opinion("a2") in found.assessment.judgements
