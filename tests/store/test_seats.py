"""Seats: who may change what, and who takes, keeps and loses one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assess.assessment import Assessor, Triage
from assess.choices import Choices
from assess.errors import NotFound, NotSaved
from assess.panel import Note
from assess.proposal import Draft, Proposal
from assess.store import Store, is_token, new_token
from assess.variant import Variant
from tests.store.samples import (
    PEOPLE,
    Round,
    assessment,
    contents,
    judgement,
)

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
        store.new_round_link,
        lambda token: store.free_seat(token, "a3"),
        lambda token: store.next_phase(token, "first"),
    )
    for token in (people.tokens["a2"], people.link):
        before = store.load(token)
        for verb in verbs:
            with pytest.raises(NotSaved, match="only the person who opened the round"):
                verb(token)
        assert store.round_link(token) == ""
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
    assert (found.seated, found.assessment.panel.ready) == ({"a1", "a3"}, ())
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
        assert (copy.role, copy.assessor, copy.seated) == ("owner", who, {who})
        assert copy.assessment == mine
