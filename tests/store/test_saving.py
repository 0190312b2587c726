"""What is said to be saved is there, and nobody's answer is overwritten unseen."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assess import errors
from assess.assessment import Assessor, Triage
from assess.choices import Choices
from assess.errors import NotFound, NotSaved
from assess.panel import Note
from assess.proposal import Draft, Proposal, Provision
from assess.store import Conflict, Store, name_of, new_token
from assess.variant import LinkChange, Variant
from tests.store.samples import SECRET, Opener, assessment, child, contents, judgement


def test_a_new_assessment_is_found_again_under_its_token(store: Store) -> None:
    token = new_token()
    whole = assessment(
        judgement("privacy"),
        judgement("integrity", "two\nlines and a tab\t", provisions=("6", "12a")),
        judgement("integrity", part=2),
        proposal=Proposal(title="Gateway", jurisdiction="KH", stage="draft"),
        drafts=(Draft(id="d1", date="2021-02-16", provisions=(Provision(id="6", text=SECRET),)),),
        assessors=(Assessor(id="a1", name="Ada"), Assessor(id="a2")),
        triage=Triage(answers={"joining": "unsure"}, depth="full", interventions=("dns",)),
        choices=Choices(broken=0.7, reason=SECRET),
        variant=VARIANT,
        notes=(Note(node="privacy", text="why?"), Note(node="integrity", text="\n")),
    )
    made = store.create(token, whole)
    found = store.load(token)
    assert found == made
    assert found.assessment.judgements == tuple(sorted(whole.judgements, key=lambda j: j.key))
    assert found.assessment.notes == whole.notes[:1], "a blank note is none"
    assert found.assessment.replace(judgements=(), notes=()) == whole.replace(
        judgements=(), notes=()
    )
    assert set(found.revisions.values()) == {1}
    assert len(found.revisions) == 6 + 3 + 1


def test_times_are_utc_and_the_last_change_moves(store: Store) -> None:
    token = new_token()
    made = store.create(token, assessment())
    store.save(token, judgement(), 0)
    found = store.load(token)
    assert found.created == made.created < found.updated
    assert found.created.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - found.updated) < timedelta(minutes=1)


VARIANT = Variant(
    links=(
        LinkChange(origin="a", target="b", relation="supports", rating="off", reason="it does not"),
    )
)
ENTRIES = [
    Proposal(title="Other", summary=SECRET),
    Triage(depth="quick", answers={"joining": "yes"}),
    (Draft(id="d1", label="as tabled"), Draft(id="d2")),
    (Assessor(id="a1", name="Ada"),),
    judgement(rationale=SECRET),
    Choices(at_risk=0.4, reason="a lower bar"),
    VARIANT,
    Note(node="privacy", text=SECRET),
]


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_each_entry_is_saved_by_itself(store: Store, entry) -> None:
    token = new_token()
    before = store.create(token, assessment(judgement("privacy")))
    revision = store.save(token, entry, before.seen(entry))
    after = store.load(token)
    assert revision == after.seen(entry) == before.seen(entry) + 1
    changed = {name for name, number in after.revisions.items() if number != 1}
    assert changed == ({name_of(entry)} if revision > 1 else set())
    assert after.assessment == before.after(entry, revision).assessment
    assert after.revisions == before.after(entry, revision).revisions


def test_an_answer_survives_a_kill_of_the_server(url: str, opened: Opener) -> None:
    token = new_token()
    store = opened(url)
    store.create(token, assessment())
    server = child(
        "import sys, itertools\n"
        "from assess.assessment import Judgement\n"
        "from assess.store import Store\n"
        "store, seen = Store(sys.argv[1]), 0\n"
        "for n in itertools.count():\n"
        "    answer = Judgement(node='integrity', rationale=f'answer {n + 1}')\n"
        "    seen = store.save(sys.argv[2], answer, seen)\n"
        "    print(seen, flush=True)\n",
        url,
        token,
    )
    said = [int(server.stdout.readline()) for _ in range(40)]
    server.kill()
    said += [int(line) for line in server.communicate()[0].split("\n")[:-1]]
    found = opened(url).load(token)
    revision = found.revisions[name_of(judgement())]
    assert revision in {said[-1], said[-1] + 1}, "the last one may be saved but not yet said"
    assert found.assessment.judgements[0].rationale == f"answer {revision}"


def test_an_answer_taken_back_is_gone_and_can_be_given_again(store: Store) -> None:
    token = new_token()
    key = judgement().key
    before = store.create(token, assessment(judgement()))
    revision = store.withdraw(token, key, 1)
    after = store.load(token)
    assert revision == 2
    assert after.assessment.judgements == ()
    assert after.revisions == before.after(key, 2).revisions
    assert store.withdraw(token, key, 1) == 2, "gone is gone, whoever asks"
    assert store.save(token, judgement(rationale="again"), after.seen(key)) == 3
    assert store.load(token).assessment.judgements[0].rationale == "again"


def test_a_note_made_blank_is_taken_back(store: Store) -> None:
    token = new_token()
    note, blank = Note(node="privacy", text="why?"), Note(node="privacy", text=" \n")
    before = store.create(token, assessment(notes=(note,)))
    revision = store.save(token, blank, before.seen(note))
    after = store.load(token)
    assert (revision, after.assessment.notes) == (2, ())
    shown = before.after(blank, revision)
    assert (shown.assessment, shown.revisions) == (after.assessment, after.revisions)
    assert store.save(token, blank, 0) == 2, "gone is gone"


def test_taking_back_what_was_never_answered_changes_nothing(store: Store) -> None:
    token = new_token()
    before = store.create(token, assessment())
    assert store.withdraw(token, judgement().key, 0) == 0
    assert store.load(token) == before


def test_removing_a_draft_takes_its_answers_back(store: Store) -> None:
    token = new_token()
    two = (Draft(id="d1"), Draft(id="d2"))
    kept, lost = judgement(draft="d1"), judgement(draft="d2")
    notes = (Note(node="privacy", draft="d2", text="why?"),)
    before = store.create(token, assessment(kept, lost, drafts=two, notes=notes))
    shown = before.after(two[:1], store.save(token, two[:1], 1))
    after = store.load(token)
    assert (after.assessment.judgements, after.assessment.notes) == ((kept,), ())
    assert (after.assessment, after.revisions) == (shown.assessment, shown.revisions)
    with pytest.raises(NotSaved, match="the draft this answer is about was removed"):
        store.save(token, judgement(draft="d2", rationale="too late"), after.seen(lost))
    store.save(token, two, after.seen(two))
    assert store.load(token).assessment.judgements == (kept,), "a new d2 has no old answers"


def test_forgotten_work_is_gone(store: Store) -> None:
    token, other = new_token(), new_token()
    store.create(token, assessment(judgement()))
    store.create(other, assessment(judgement()))
    store.forget(token)
    store.forget(token)
    with pytest.raises(NotFound):
        store.load(token)
    with pytest.raises(NotFound):
        store.save(token, judgement(), 1)
    assert store.load(other).assessment.judgements


def test_forgotten_work_is_not_left_in_the_file(sqlite_file: Path, opened: Opener) -> None:
    store, token = opened(sqlite_file), new_token()
    store.create(token, assessment(judgement(rationale=SECRET * 300)))
    store.save(token, judgement(rationale=SECRET * 200), 1)
    assert SECRET.encode() in contents(sqlite_file)
    store.forget(token)
    assert SECRET.encode() not in contents(sqlite_file)


# --- several at once -----------------------------------------------------------------------------


def test_the_second_of_two_tabs_is_told_and_nothing_is_overwritten(url: str, opened) -> None:
    token = new_token()
    one, two = opened(url), opened(url)
    one.create(token, assessment(judgement()))
    mine, theirs = judgement(rationale="mine"), judgement(rationale="theirs")
    assert two.save(token, theirs, 1) == 2
    with pytest.raises(errors.Conflict, match="Nothing was overwritten") as caught:
        one.save(token, mine, 1)
    assert isinstance(caught.value, Conflict)
    assert (caught.value.theirs, caught.value.revision, caught.value.mine) == (theirs, 2, mine)
    assert one.load(token).assessment.judgements == (theirs,)
    assert one.save(token, mine, caught.value.revision) == 3, "whoever chose mine gets mine"


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_the_same_saved_twice_is_no_conflict(store: Store, entry) -> None:
    token = new_token()
    store.create(token, assessment())
    revision = store.save(token, entry, store.load(token).seen(entry))
    before = store.load(token)
    assert store.save(token, entry, revision) == revision
    assert store.save(token, entry, 0) == revision, "another tab that did the same"
    assert store.load(token) == before, "nothing was written, not even the time"


def test_a_tab_that_shows_an_answer_taken_back_is_told(store: Store) -> None:
    token = new_token()
    store.create(token, assessment(judgement()))
    store.withdraw(token, judgement().key, 1)
    with pytest.raises(Conflict) as caught:
        store.save(token, judgement(rationale="mine"), 1)
    assert (caught.value.theirs, caught.value.revision) == (None, 2)
    store.save(token, judgement(rationale="theirs"), 2)
    with pytest.raises(Conflict) as caught:
        store.withdraw(token, judgement().key, 2)
    assert (caught.value.theirs, caught.value.mine) == (judgement(rationale="theirs"), None)


def test_two_tabs_on_different_answers_keep_both(url: str, opened: Opener) -> None:
    token = new_token()
    one, two = opened(url), opened(url)
    one.create(token, assessment())
    one.save(token, judgement("privacy"), 0)
    two.save(token, judgement("integrity"), 0)
    one.save(token, Proposal(title="also"), 1)
    found = two.load(token).assessment
    assert {each.node for each in found.judgements} == {"privacy", "integrity"}
    assert found.proposal.title == "also"


def test_of_many_threads_at_the_same_answer_one_wins(store: Store) -> None:
    token = new_token()
    store.create(token, assessment(judgement()))
    start = threading.Barrier(8)

    def save(number: int) -> int | None:
        start.wait()
        try:
            return store.save(token, judgement(rationale=f"thread {number}"), 1)
        except Conflict:
            return None

    with ThreadPoolExecutor(8) as pool:
        revisions = list(pool.map(save, range(8)))
    assert sorted(revisions, key=str) == [2, *[None] * 7]
    winner = revisions.index(2)
    assert store.load(token).assessment.judgements[0].rationale == f"thread {winner}"


def test_many_threads_at_different_answers_lose_none(store: Store) -> None:
    token = new_token()
    store.create(token, assessment())
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.save(token, judgement(f"node-{n}"), 0), range(64)))
    assert len(store.load(token).assessment.judgements) == 64


def test_processes_that_make_the_database_at_once_do_not_disturb_each_other(
    request, tmp_path: Path, url: str
) -> None:
    script = (
        "import sys\n"
        "from assess.store import Store\n"
        "import alembic.command, sqlite3, psycopg\n"
        "store = Store(sys.argv[1])\n"
        "print('ready', flush=True)\n"
        "sys.stdin.readline()\n"
        "store.open(); store.ping(); print('open')\n"
    )
    several = [child(script, url) for _ in range(4)]
    assert [one.stdout.readline() for one in several] == ["ready\n"] * 4
    for one in several:
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [one.communicate()[0] for one in several] == ["open\n"] * 4
