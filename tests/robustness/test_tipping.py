"""The tipping table says what the findings would be, were one answer another."""

from __future__ import annotations

import pytest

from assess.assessment import Judgement
from assess.errors import AssessError
from assess.findings import CHANNELS, analyse
from assess.robustness import robustness
from tests.robustness.changed import METHOD, WOVEN, all_kinds, at_level, verdict
from tests.shipped import LIBRARY
from tests.small import SMALL, assessment, effect, framework, said

IWN = LIBRARY.framework("internet-way-of-networking", "1.0.0")


def rows(given, channel="harm", frame=SMALL, **options):
    return robustness(frame, given, **options).of(channel).tipping


@pytest.mark.parametrize("frame", [SMALL, WOVEN], ids=["small", "woven"])
@pytest.mark.parametrize("seed", range(10))
def test_every_row_is_what_the_changed_assessment_leads_to(frame, seed):
    given = all_kinds(frame, seed, parts=3 if frame is SMALL else 1)
    for channel in CHANNELS:
        for row in rows(given, channel, frame, method=METHOD):
            for level, reached in enumerate(row.verdicts):
                changed = at_level(given, row.node, row.part, channel, level)
                assert reached == verdict(frame, changed, channel), (row.node, row.part, level)


@pytest.mark.parametrize("seed", [1, 2])
def test_on_the_shipped_framework_every_row_is_what_analyse_says(seed):
    given = all_kinds(IWN, seed, parts=1)
    sure = robustness(IWN, given, method=METHOD)
    for channel in CHANNELS:
        found = analyse(IWN, given, method=METHOD).verdict(channel)
        assert (sure.of(channel).level, sure.of(channel).p) == (found.level, found.p)
        for row in sure.of(channel).tipping[seed::4]:
            changed = at_level(given, row.node, row.part, channel, seed + 1)
            found = analyse(IWN, changed, method=METHOD).verdict(channel)
            assert row.verdicts[seed + 1] == (found.level, found.p)


def test_the_level_stated_gives_the_verdict_found():
    given = all_kinds(SMALL, 4)
    sure = robustness(SMALL, given).harm
    assert any(row.now for row in sure.tipping)
    for row in sure.tipping:
        if row.now is not None:
            assert row.verdicts[row.now] == (sure.level, sure.p)


def test_a_row_decides_where_another_level_gives_another_verdict():
    given = assessment(SMALL, effect("a", "major"), effect("c", "minor", likelihood="unlikely"))
    a, b, c = rows(given)
    assert [each.level for each in a.verdicts] == [0, 1, 2, 3]
    assert (a.decides, a.now, a.certain, a.said) == (True, 3, False, "effect")
    assert [each.level for each in c.verdicts] == [3, 3, 3, 3]
    assert not c.decides
    assert (b.now, b.certain, b.said) == (None, True, "not-answered")


def test_only_what_was_asked_for_and_is_missing_is_a_gap():
    quick = assessment(SMALL, effect("a", "major"), depth="quick")
    assert [row.node for row in rows(quick)] == ["a", "b"]
    standard = assessment(SMALL, effect("a", "major"), depth="standard")
    assert [row.node for row in rows(standard)] == ["a", "b", "c"]


def test_answers_without_likelihood_are_certain_and_say_so():
    given = assessment(
        SMALL, said("a", "none"), said("b", "not-applicable"), said("c", "dont-know")
    )
    a, b, c = rows(given)
    assert [(row.now, row.certain) for row in (a, b, c)] == [(0, True), (0, True), (None, True)]
    assert a.verdicts[2].p == (1.0, 1.0, 0.0)


def test_an_effect_on_the_other_side_keeps_its_likelihood_on_this_one():
    given = assessment(SMALL, effect("a", benefit="minor", likelihood="unlikely"))
    row = rows(given)[0]
    assert (row.now, row.certain) == (0, False)
    assert row.verdicts[3].p[0] == pytest.approx(0.215 * 64 / 65, abs=0.005)


def test_an_answer_to_a_gap_cuts_what_came_over_the_links():
    frame = framework("k", "c e", "", "c -> e strong underpins\ne -> k strong underpins")
    given = assessment(frame, effect("c", "major"), said("k", "dont-know"), depth="standard")
    sure = robustness(frame, given).harm
    assert sure.level == 3
    e = next(row for row in sure.tipping if row.node == "e")
    # with "no effect" on e, the harm on c no longer gets to the critical property
    assert [each.level for each in e.verdicts] == [2, 2, 2, 3]
    k = next(row for row in sure.tipping if row.node == "k")
    assert [each.level for each in k.verdicts] == [2, 2, 2, 3]


@pytest.mark.parametrize(
    "judgements",
    [
        (),
        (effect("a", "major"),),
        (said("a", "dont-know"), said("b", "dont-know"), said("c", "dont-know")),
        (Judgement(node="a"),),
    ],
    ids=["none", "one", "nothing known", "empty"],
)
def test_however_little_is_answered_each_part_has_a_row(judgements):
    given = assessment(SMALL, *judgements, depth="standard")
    for channel in CHANNELS:
        assert [row.node for row in rows(given, channel)] == ["a", "b", "c"]


def test_an_unknown_draft_is_refused_as_analyse_refuses_it():
    with pytest.raises(AssessError, match="d9"):
        robustness(SMALL, assessment(SMALL), draft="d9")
    with pytest.raises(AssessError, match="is not judged itself"):
        robustness(SMALL, assessment(SMALL, said("d", "none")))
