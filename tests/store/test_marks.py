"""What a reader decided on a provision is kept like a note: own, private in a round, taken back."""

from __future__ import annotations

import pytest

from assess.errors import NotSaved
from assess.mark import Mark
from assess.proposal import Draft
from assess.store import Store, name_of, new_token
from tests.store.samples import Round, assessment


def test_a_mark_is_kept_changed_and_taken_back(store: Store) -> None:
    token = new_token()
    before = store.create(token, assessment())
    mark = Mark(provision="6").decide("dns-filtering", "accepted")
    assert store.save(token, mark, before.seen(mark)) == 1
    kept = store.load(token)
    assert kept.assessment.marks == (mark,)
    blank = Mark(provision="6")
    assert store.save(token, blank, kept.seen(blank)) == 2
    after = store.load(token)
    assert (after.assessment.marks, after.seen(mark)) == ((), 2)
    assert kept.after(blank, 2).assessment == after.assessment


def test_a_number_of_any_length_and_script_has_a_name_of_its_own() -> None:
    long = "م" * 300
    names = {name_of(Mark(provision=each)) for each in (long, long[:-1], "6", "6/a1/7")}
    assert len(names) == 4
    assert max(map(len, names)) < 300


def test_marks_go_with_their_draft(store: Store) -> None:
    token = new_token()
    drafts = (Draft(id="d1"), Draft(id="d2"))
    mark = Mark(provision="6", draft="d2", read=True)
    before = store.create(token, assessment(drafts=drafts, marks=(mark,)))
    revision = store.save(token, drafts[:1], before.seen(drafts))
    after = store.load(token)
    assert after.assessment.marks == ()
    assert before.after(drafts[:1], revision).seen(mark) == after.seen(mark) == 2


def test_marks_are_private_in_a_round_and_nobody_elses_to_change(people: Round) -> None:
    store, tokens = people.store, people.tokens
    mark = Mark(provision="6", assessor="a2", read=True)
    store.save(tokens["a2"], mark, 0)
    for who in ("a1", "a3"):
        seen = store.load(tokens[who])
        assert seen.assessment.marks == ()
        assert name_of(mark) not in seen.revisions
    with pytest.raises(NotSaved, match="somebody else"):
        store.save(tokens["a3"], Mark(provision="6", assessor="a2"), 1)
