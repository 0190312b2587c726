"""Several people in one piece of work: who sees what, who may change what, and how rounds end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from assess.assessment import Assessor, Triage
from assess.choices import Choices
from assess.errors import NotFound, NotSaved
from assess.library import Library
from assess.panel import Note, Panel, Phase
from assess.proposal import Draft, Proposal
from assess.store import Standing, Store, is_token, name_of, new_token
from assess.variant import Variant
from tests.store.samples import FRAMEWORK, ROOT, Opener, assessment, contents, judgement

PEOPLE = ("a1", "a2", "a3")


@dataclass
class Round:
    """Ada (who opened it), Bo and Cy, and their tokens; each has said one thing in private."""

    store: Store
    tokens: dict[str, str]
    link: str

    def opinion(self, who: str, more: str = "") -> object:
        return judgement(rationale=f"secret of {who}{more}", assessor=who)

    def say(self, who: str, more: str = "") -> int:
        value = self.opinion(who, more)
        seen = self.store.load(self.tokens[who]).seen(value)
        return self.store.save(self.tokens[who], value, seen)

    def all_ready(self, phase: Phase) -> Phase:
        return [self.store.ready(self.tokens[who], phase, True) for who in PEOPLE][-1]

    def secrets(self, token: str) -> set[str]:
        """Whose secrets are anywhere in what this token opens."""
        everything = repr(self.store.load(token))
        return {who for who in PEOPLE if f"secret of {who}" in everything}


@pytest.fixture
def people(store: Store) -> Round:
    token = new_token()
    store.create(token, assessment(assessors=(Assessor(id="a1", name="Ada"),)))
    link = store.open_round(token, ["Bo", " Cy ", ""])
    tokens = {"a1": token, **{who: store.take_seat(link, who) for who in PEOPLE[1:]}}
    found = Round(store, tokens, link)
    for who in PEOPLE:
        found.say(who)
    return found


# --- who sees what -------------------------------------------------------------------------------


def test_nobody_sees_the_others_until_a_round_is_over(people: Round) -> None:
    store, tokens, link = people.store, people.tokens, people.link
    for who in PEOPLE:
        found = store.load(tokens[who])
        assert found.role == ("owner" if who == "a1" else "seat")
        assert (found.assessor, found.seated) == (who, {"a2", "a3"})
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


# --- who may change what -------------------------------------------------------------------------

OWNERS = [
    Proposal(title="Mine"),
    Triage(depth="quick"),
    (Draft(id="d1", label="mine"),),
    (Assessor(id="a1", name="Mine"), Assessor(id="a2"), Assessor(id="a3")),
    Choices(broken=0.7),
    Variant(),
]


def test_a_seat_changes_its_own_answers_and_notes_only(people: Round) -> None:
    store, tokens = people.store, people.tokens
    before = store.load(tokens["a1"])
    for entry in OWNERS:
        with pytest.raises(NotSaved, match="only the person who opened the round"):
            store.save(tokens["a2"], entry, before.seen(entry))
    for theirs in (people.opinion("a1"), Note(node="privacy", assessor="a3", text="x")):
        for seen in (0, 1):
            with pytest.raises(NotSaved, match="somebody else’s answer"):
                store.save(tokens["a2"], theirs, seen)
    with pytest.raises(NotSaved, match="somebody else’s answer"):
        store.withdraw(tokens["a1"], people.opinion("a2").key, 1)
    for change in (
        lambda: store.save(people.link, people.opinion("a2"), 1),
        lambda: store.withdraw(people.link, people.opinion("a2").key, 1),
        lambda: store.ready(people.link, "first", True),
    ):
        with pytest.raises(NotSaved, match="Pick your name first"):
            change()
    assert store.load(tokens["a1"]) == before
    for entry in OWNERS:
        assert store.save(tokens["a1"], entry, before.seen(entry)) == before.seen(entry) + 1
    assert store.withdraw(tokens["a2"], people.opinion("a2").key, 1) == 2


def test_only_the_owner_opens_ends_and_frees(people: Round) -> None:
    store = people.store
    verbs: tuple[Callable[[str], object], ...] = (
        lambda token: store.open_round(token, ["Di"]),
        store.round_link,
        store.new_round_link,
        lambda token: store.free_seat(token, "a3"),
        lambda token: store.next_phase(token, "first"),
    )
    for token in (people.tokens["a2"], people.link):
        before = store.load(token)
        for verb in verbs:
            with pytest.raises(NotSaved, match="only the person who opened the round"):
                verb(token)
        with pytest.raises(NotSaved, match="Not deleted: only the person"):
            store.forget(token)
        assert store.load(token) == before
    for token in (people.tokens["a1"], people.tokens["a2"]):
        with pytest.raises(NotSaved, match="from the round link only"):
            store.take_seat(token, "a3")


def test_answers_stand_between_the_rounds_and_after_them(people: Round) -> None:
    store, tokens = people.store, people.tokens
    note = Note(node="integrity", assessor="a2", text="why major?")
    said = {"discussion": "first round has ended", "closed": "both rounds are over"}
    for leaving in ("first", "discussion", "second"):
        phase = store.next_phase(tokens["a1"], leaving)
        if phase in said:
            for who in PEOPLE:
                with pytest.raises(NotSaved, match=said[phase]):
                    people.say(who, " changed")
                with pytest.raises(NotSaved, match=said[phase]):
                    store.withdraw(tokens[who], people.opinion(who).key, 1)
            assert people.say("a2") == 1, "the same again is no change"
        if phase == "discussion":
            assert store.save(tokens["a2"], note, 0) == 1
        else:
            with pytest.raises(NotSaved, match="notes are written in the discussion"):
                store.save(tokens["a2"], Note(node="integrity", assessor="a2", text="more"), 1)
    assert store.load(tokens["a1"]).assessment.notes == (note,)


def test_a_draft_that_somebody_judged_stays(people: Round) -> None:
    store, token = people.store, people.tokens["a1"]
    two = (Draft(id="d1"), Draft(id="d2"))
    store.save(token, two, 1)
    store.save(token, two[:1], 2)
    store.save(token, two, 3)
    unseen = judgement(draft="d2", assessor="a2")
    store.save(people.tokens["a2"], unseen, 0)
    with pytest.raises(NotSaved, match="judged a draft that would be removed"):
        store.save(token, two[:1], 4)
    store.next_phase(token, "first")
    store.next_phase(token, "discussion")
    store.withdraw(people.tokens["a2"], unseen.key, 1)
    with pytest.raises(NotSaved, match="judged a draft that would be removed"):
        store.save(token, two[:1], 4)
    assert store.load(token).assessment.drafts == two


def test_people_are_added_by_name_and_nobody_is_removed(people: Round) -> None:
    store, token = people.store, people.tokens["a1"]
    for others in (PEOPLE[:2], (*PEOPLE, "a9")):
        with pytest.raises(NotSaved, match="nobody is removed"):
            store.save(token, tuple(Assessor(id=who) for who in others), 2)
    assert store.open_round(token, ["Bo", "Di"]) == people.link, (
        "the link that was sent still works"
    )
    assert [each.name for each in store.load(token).assessment.assessors] == [
        "Ada",
        "Bo",
        "Cy",
        "Di",
    ]
    with pytest.raises(NotSaved, match="Two people have the same name"):
        store.open_round(token, ["Ed", "ed"])
    with pytest.raises(NotSaved, match="more than one assessment can hold"):
        store.open_round(token, [f"Person {n}" for n in range(47)])
    store.open_round(token, [f"Person {n}" for n in range(46)])
    assert len(store.load(people.tokens["a2"]).assessment.assessors) == 50
    store.next_phase(token, "first")
    with pytest.raises(NotSaved, match="only while the first round is open"):
        store.open_round(token, ["Late"])


def test_a_round_takes_two(store: Store) -> None:
    token = new_token()
    store.create(token, assessment())
    with pytest.raises(NotSaved, match="at least two people"):
        store.open_round(token, [" "])
    for verb in (
        lambda: store.new_round_link(token),
        lambda: store.ready(token, "first", True),
        lambda: store.next_phase(token, "first"),
    ):
        with pytest.raises(NotSaved, match="No round has been opened"):
            verb()
    assert store.round_link(token) == ""
    assert store.load(token).assessment.panel is None


# --- seats ---------------------------------------------------------------------------------------


def test_a_name_is_taken_once_and_freed_by_the_owner(people: Round) -> None:
    store, tokens = people.store, people.tokens
    for taken in ("a1", "a2"):
        with pytest.raises(NotSaved, match="taken already"):
            store.take_seat(people.link, taken)
    with pytest.raises(NotSaved, match="not in the round"):
        store.take_seat(people.link, "a4")
    store.ready(tokens["a2"], "first", True)
    store.free_seat(tokens["a1"], "a2")
    for refused in (
        lambda: store.load(tokens["a2"]),
        lambda: people.store.save(tokens["a2"], people.opinion("a2", "!"), 1),
    ):
        with pytest.raises(NotFound):
            refused()
    found = store.load(tokens["a1"])
    assert (found.seated, found.assessment.panel.ready) == ({"a3"}, ())
    again = store.take_seat(people.link, "a2")
    assert people.secrets(again) == {"a2"}


def test_a_new_link_closes_the_old_one_and_no_seat(people: Round) -> None:
    store, token = people.store, people.tokens["a1"]
    assert is_token(people.link)
    assert store.round_link(token) == people.link, "it can be shown again"
    fresh = store.new_round_link(token)
    assert store.round_link(token) == fresh != people.link
    with pytest.raises(NotFound):
        store.load(people.link)
    with pytest.raises(NotFound):
        store.take_seat(people.link, "a2")
    assert store.load(fresh).role == "join"
    assert store.load(people.tokens["a2"]).assessor == "a2"


def test_neither_seats_nor_links_are_in_the_file(sqlite_file: Path, opened) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment())
    link = store.open_round(token, ["Bo"])
    seat = store.take_seat(link, "a2")
    kept = contents(sqlite_file)
    assert not [each for each in (token, link, seat) if each.encode() in kept]


def test_forgotten_work_takes_its_seats_along(people: Round) -> None:
    people.store.forget(people.tokens["a1"])
    for token in (*people.tokens.values(), people.link):
        with pytest.raises(NotFound):
            people.store.load(token)
    people.store.forget(people.tokens["a2"])


def test_a_copy_of_a_private_round_opens_with_the_answers_that_are_in_it(people: Round) -> None:
    """Who opens a file has its answers; a page that hid them would seem to have lost them."""
    for who in ("a1", "a2"):
        mine = people.store.load(people.tokens[who]).assessment
        copy = people.store.create(new_token(), mine)
        assert (copy.role, copy.assessor, copy.seated) == ("owner", who, frozenset())
        assert copy.assessment == mine


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
