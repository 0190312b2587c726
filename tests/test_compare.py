"""Drafts side by side: the same draws for all, what moved and why; unanswered is never zero."""

from __future__ import annotations

import json
import random
import tracemalloc

import pytest

from assess.amendment import amend
from assess.assessment import Assessment, FrameworkRef, Judgement, Triage
from assess.choices import Choices
from assess.compare import Comparison, compare, document, options, options_of_files
from assess.errors import AssessError
from assess.findings import analyse
from assess.method import DEFAULT, Method
from assess.proposal import Draft, Provision
from tests.small import CERTAIN, any_answers, effect, framework, said

LOOSE = framework("a b c", "", "", "")
"""Three properties that do not bear on each other."""

CHAIN = framework(
    "a b",
    "c",
    "d",
    """
    a -> c strong underpins
    b -> c material underpins
    c -> d strong contributes_to
    """,
)


def on(draft: str, judgement: Judgement, *cited: str) -> Judgement:
    fields = {name: getattr(judgement, name) for name in Judgement.model_fields}
    return Judgement(**{**fields, "draft": draft, "provisions": cited})


def judged(frame, drafts: tuple[Draft, ...] | int, *judgements: Judgement) -> Assessment:
    """An assessment of these drafts, or of so many."""
    made = (
        drafts if isinstance(drafts, tuple) else tuple(Draft(id=f"d{k + 1}") for k in range(drafts))
    )
    return Assessment(
        framework=FrameworkRef(id=frame.id, version=frame.version),
        drafts=made,
        triage=Triage(depth="quick"),
        judgements=judgements,
    )


def side_by_side(frame, given: Assessment, method: Method = DEFAULT) -> Comparison:
    return compare(frame, options(given), method=method)


def answered(draft: str, **levels: str | None) -> list[Judgement]:
    """Certain of their level, likely at 80 %; no level is "no effect"."""
    return [
        on(draft, effect(node, harm=level, likelihood="likely") if level else said(node, "none"))
        for node, level in levels.items()
    ]


def test_the_same_answers_are_the_same_event_in_every_draft() -> None:
    levels = {"a": "major", "b": "minor", "c": None}
    given = judged(LOOSE, 3, *(j for d in ("d1", "d2", "d3") for j in answered(d, **levels)))
    found = side_by_side(LOOSE, given)
    assert {extent for row in found.dominance for extent in row} == {(1.0, 1.0)}
    assert [each.first for each in found.options] == [pytest.approx((1 / 3, 1 / 3))] * 3
    assert [step.moves for step in found.steps] == [(), ()]


def test_a_weaker_answer_is_nowhere_worse_and_its_regret_is_counted_in_levels() -> None:
    given = judged(
        LOOSE,
        2,
        *answered("d1", a="major", b=None, c=None),
        *answered("d2", a="minor", b=None, c=None),
    )
    found = side_by_side(LOOSE, given, CERTAIN)
    exactly = pytest.approx(0.8, abs=0.001)
    assert found.dominates("d2", "d1") == (1.0, 1.0)
    assert found.dominates("d1", "d2").low == pytest.approx(0.2, abs=0.001)
    strict, mild = found.options
    assert mild.first.low == pytest.approx(0.9, abs=0.001)
    assert [rank.low for rank in mild.ranks] == pytest.approx([0.9, 0.1], abs=0.001)
    assert [extent.low for extent in strict.regret] == [exactly, exactly, 0.0]
    assert mild.regret == ((0.0, 0.0),) * 3


CERTAINLY = {"likelihood": "virtually certain"}


@pytest.mark.parametrize(
    ("one", "other", "better"),
    [
        ({"a": "major"}, {"a": "material", "b": "material", "c": "material"}, "other"),
        ({"a": "major"}, {"a": "major", "b": "minor"}, "one"),
        ({"a": "material", "b": "minor"}, {"a": "material", "c": "minor"}, "neither"),
        (
            {"a": "material", "b": "material"},
            {"c": "material", "a": "minor", "b": "minor"},
            "other",
        ),
    ],
)
def test_options_rank_by_their_worst_property_then_the_next_worst(
    one: dict[str, str], other: dict[str, str], better: str
) -> None:
    def certain(draft: str, levels: dict[str, str]) -> list[Judgement]:
        nodes = ((node, levels.get(node)) for node in "abc")
        return [
            on(draft, effect(node, harm=level, **CERTAINLY) if level else said(node, "none"))
            for node, level in nodes
        ]

    given = judged(LOOSE, 2, *certain("d1", one), *certain("d2", other))
    first, second = side_by_side(LOOSE, given, CERTAIN).options
    expected = {"one": (1.0, 0.0), "other": (0.0, 1.0), "neither": (0.5, 0.5)}[better]
    assert (first.first.low, second.first.low) == expected


def test_what_is_unanswered_is_never_zero() -> None:
    given = judged(
        LOOSE,
        (Draft(id="d1"), Draft(id="d2", kind="no-measure")),
        *answered("d1", a="material", b=None, c=None),
    )
    found = side_by_side(LOOSE, given, CERTAIN)
    law, nothing = found.options
    assert found.open == ("d2",)
    assert nothing.missing == ("a", "b", "c")
    assert nothing.ranks == law.ranks == ()
    assert (nothing.first.low, nothing.first.high) == pytest.approx((0.0, 0.9), abs=0.001)
    assert (law.first.low, law.first.high) == pytest.approx((0.1, 1.0), abs=0.001)
    assert found.dominates("d2", "d1") == (0.0, 1.0)
    assert [each.settled for each in found.steps[0].moves] == [False]
    assert (nothing.findings.harm.lower_level, nothing.findings.harm.upper_level) == (0, 3)


def test_at_its_lower_end_a_missing_answer_is_no_effect_whatever_links_would_bring() -> None:
    frame = framework("a b", "", "", "a -> b strong underpins")
    rest = on("d2", effect("b", harm="minor", likelihood="virtually certain"))
    given = judged(frame, 2, *(on(d, effect("a", harm="major")) for d in ("d1", "d2")), rest)
    assert side_by_side(frame, given).dominates("d1", "d2").high == 1.0


def test_the_same_dont_know_in_all_is_one_unknown_and_leaves_the_ranking_closed() -> None:
    unknown = {"d1": said("c", "dont-know"), "d2": said("c", "dont-know")}
    given = judged(
        LOOSE,
        2,
        *answered("d1", a="material", b=None),
        *answered("d2", a="minor", b=None),
        *(on(draft, judgement) for draft, judgement in unknown.items()),
    )
    found = side_by_side(LOOSE, given, CERTAIN)
    assert found.alike == ("c",)
    assert found.open == ()
    assert found.dominates("d2", "d1") == (1.0, 1.0)
    assert found.option("d2").first.low == pytest.approx(0.9, abs=0.001)
    regret = found.option("d1").regret[0]
    assert (regret.low, regret.high) == pytest.approx((0.0, 0.8), abs=0.001)

    other = Judgement(node="c", draft="d2", answer="dont-know", reason="contested")
    assert side_by_side(LOOSE, given.record(other), CERTAIN).open == ("d1", "d2")


@pytest.mark.parametrize("seed", range(6))
def test_ranks_of_complete_options_add_up_and_bounds_hold_what_is_in_them(seed: int) -> None:
    frame = framework(
        "a b c", "e f", "g", "a -> e strong underpins\n e -> g material contributes_to"
    )
    chance = random.Random(seed)
    drafts = ("d1", "d2", "d3")
    every = [
        on(draft, each)
        for draft in drafts
        for each in any_answers(frame, chance.randint(0, 99), most=5).judgements
    ]
    found = side_by_side(frame, judged(frame, 3, *every))
    for each in found.options:
        for extent in (each.first, *each.regret):
            assert 0 <= extent.low <= extent.high <= 1
    firsts = [each.first for each in found.options]
    assert sum(extent.low for extent in firsts) <= 1 + 1e-12
    assert sum(extent.high for extent in firsts) >= 1 - 1e-12

    filled = [j for j in every if j.answer != "dont-know"]
    there = {(j.draft, j.node) for j in filled}
    gaps = [(d, n.id) for d in drafts for n in frame.judged if (d, n.id) not in there]
    for answer in ("none", "major"):
        closed = [
            on(d, said(n, "none") if answer == "none" else effect(n, harm="major", **CERTAINLY))
            for d, n in gaps
        ]
        whole = side_by_side(frame, judged(frame, 3, *filled, *closed))
        assert sum(each.first.low for each in whole.options) == pytest.approx(1)
        for rank in range(3):
            assert sum(each.ranks[rank].low for each in whole.options) == pytest.approx(1)
        for before, after in zip(found.options, whole.options, strict=True):
            assert before.first.low - 0.01 <= after.first.low <= before.first.high + 0.01


GATE = "All traffic shall pass the gateway."
LOGS = "Connection records are kept for a year."


def amended(*more: Judgement) -> Assessment:
    """Two drafts of which the second removes the gateway and keeps the rest."""
    provisions = (Provision(id="1", text=GATE), Provision(id="2", text=LOGS))
    given = judged(
        CHAIN,
        (Draft(id="d1", provisions=provisions),),
        on("d1", effect("a", harm="major"), "1"),
        on("d1", effect("b", harm="minor", likelihood="likely"), "2"),
    )
    second = Draft(id="d2", provisions=(Provision(id="1", text=LOGS),))
    return amend(given, "d1", second).replace(
        judgements=(*amend(given, "d1", second).judgements, *more)
    )


def test_each_harm_that_fell_names_the_provision_whose_change_removed_it() -> None:
    given = amended(on("d2", said("a", "none")))
    (step,) = side_by_side(CHAIN, given).steps
    assert [(m.node, m.before.level, m.after.level, m.settled) for m in step.moves] == [
        ("a", 3, 0, True),
        ("c", 3, 0, True),
        ("d", 3, 0, True),
    ]
    base = analyse(CHAIN, given, draft="d1")
    for move in step.moves:
        (reason,) = move.reasons
        (match,) = reason.provisions
        assert (reason.node, reason.shift, match.change, match.number) == (
            "a",
            "gone",
            "removed",
            "1",
        )
        cause = base.explanation(move.node, "harm", 3).causes[0]
        assert (reason.share, reason.but_for) == (cause.share, cause.but_for)
    (removal,) = step.removals
    assert [move.node for move, _ in removal.moves] == ["a", "c", "d"]
    assert removal.match.before is not None
    assert removal.match.before.text == GATE


@pytest.mark.parametrize(
    ("before", "after", "shift", "falls", "settled"),
    [
        (effect("a", harm="major"), effect("a", harm="minor"), "lower", True, True),
        (effect("a", harm="minor"), effect("a", harm="major"), "higher", False, True),
        (said("a", "none"), effect("a", harm="major"), "new", False, True),
        (effect("a", harm="major"), said("a", "dont-know"), "unanswered", True, False),
        (effect("a", harm="major"), effect("a", benefit="minor"), "gone", True, True),
        (effect("a", harm="major"), None, "unanswered", True, False),
    ],
)
def test_a_move_says_how_the_answer_behind_it_differs(
    before: Judgement, after: Judgement | None, shift: str, falls: bool, settled: bool
) -> None:
    rest = [on(draft, said(node, "none")) for draft in ("d1", "d2") for node in ("b", "c")]
    given = [on("d1", before), *([on("d2", after)] if after else [])]
    (step,) = side_by_side(CHAIN, judged(CHAIN, 2, *given, *rest)).steps
    move = next(each for each in step.moves if each.channel == "harm")
    assert [(reason.node, reason.shift) for reason in move.reasons] == [("a", shift)]
    assert (move.node, move.falls, move.settled) == ("a", falls, settled)


@pytest.mark.parametrize(
    ("first", "shift", "settled"), [(False, "answered", True), (True, "left-open", False)]
)
def test_a_direct_answer_that_comes_or_goes_is_a_reason_too(
    first: bool, shift: str, settled: bool
) -> None:
    given = [on(draft, effect("a", harm="major")) for draft in ("d1", "d2")]
    given += [on(draft, said("b", "none")) for draft in ("d1", "d2")]
    given += [on("d1" if first else "d2", said("c", "none"))]
    (step,) = side_by_side(CHAIN, judged(CHAIN, 2, *given)).steps
    move = next(each for each in step.moves if each.node == "d")
    assert [(reason.node, reason.shift) for reason in move.reasons] == [("c", shift)]
    assert move.settled == settled


def test_each_draft_is_told_from_the_one_it_amends() -> None:
    given = amended(on("d2", said("a", "none")))
    third = amend(given, "d2", Draft(id="d3", provisions=given.draft("d2").provisions))
    found = side_by_side(CHAIN, third)
    assert [(step.before, step.after) for step in found.steps] == [("d1", "d2"), ("d2", "d3")]
    assert found.steps[1].moves == ()
    assert [move.node for move in found.step("d1", "d3").moves] == ["a", "c", "d"]


def test_nothing_is_matched_with_the_present_situation() -> None:
    nothing = Draft(id="d3", kind="no-measure")
    given = amended()
    found = side_by_side(CHAIN, given.replace(drafts=(*given.drafts, nothing)))
    assert found.step("d1", "d3").amendment.matches == ()
    assert found.step("d1", "d3").removals == ()


def test_harm_and_benefit_move_apart() -> None:
    given = judged(
        LOOSE,
        2,
        *(on("d1", each) for each in (effect("a", harm="major"), said("b", "none"))),
        *(on("d2", each) for each in (effect("a", benefit="major"), said("b", "none"))),
    )
    (step,) = side_by_side(LOOSE, given).steps
    assert [(m.node, m.channel) for m in step.of("harm", falls=True)] == [("a", "harm")]
    assert [(m.node, m.channel) for m in step.of("benefit", falls=False)] == [("a", "benefit")]
    assert step.removals == ()


def test_files_are_compared_draft_by_draft() -> None:
    one, other = judged(LOOSE, 2), judged(LOOSE, 1)
    found = options_of_files([("one.json", one), ("other.json", other)])
    assert [(each.id, each.file, each.draft.id) for each in found] == [
        ("1/d1", "one.json", "d1"),
        ("1/d2", "one.json", "d2"),
        ("2/d1", "other.json", "d1"),
    ]
    assert len(compare(LOOSE, found).options) == 3


def of_version(version: str) -> Assessment:
    return judged(LOOSE, 1).replace(framework=FrameworkRef(id="small", version=version))


def with_other_choices() -> Assessment:
    return judged(LOOSE, 1).replace(choices=Choices(broken=0.5))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (lambda: options(judged(LOOSE, 1)), "only one draft.*add an amended draft"),
        (lambda: options(judged(LOOSE, 2), drafts=["d1", "d7"]), "no draft 'd7'; there is d1, d2"),
        (lambda: options(judged(LOOSE, 2), drafts=["d1", "d1"]), "d1 is named twice"),
        (lambda: options(judged(LOOSE, 2), "a9"), "there is no assessor 'a9'; there is a1"),
        (
            lambda: options_of_files([("a", of_version("1.0.0")), ("b", of_version("2.0.0"))]),
            "b, draft d1 is judged against small 2.0.0.*judge both against the same",
        ),
        (
            lambda: options_of_files([("a", judged(LOOSE, 1)), ("b", with_other_choices())]),
            "b, draft d1 makes other choices of method than a, draft d1; give both the same",
        ),
    ],
)
def test_what_cannot_be_compared_says_why_and_how_to_mend_it(given, words: str) -> None:
    with pytest.raises(AssessError, match=words):
        compare(LOOSE, given())


def test_an_unknown_option_is_told() -> None:
    found = side_by_side(LOOSE, judged(LOOSE, 2))
    with pytest.raises(AssessError, match="there is no option 'd5'; there is d1, d2"):
        found.dominates("d1", "d5")


def test_twenty_drafts_need_little_memory() -> None:
    levels = ("minor", "material", "major")
    given = judged(
        LOOSE, 20, *(j for k in range(20) for j in answered(f"d{k + 1}", a=levels[k % 3], b=None))
    )
    side_by_side(LOOSE, judged(LOOSE, 2))
    tracemalloc.start()
    found = side_by_side(LOOSE, given)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found.dominance) == len(found.options) == 20
    assert peak < 48 * 2**20


def test_a_comparison_is_plain_data_and_the_same_each_time() -> None:
    given = amended(on("d2", said("a", "none")))
    first, second = (json.dumps(document(side_by_side(CHAIN, given))) for _ in range(2))
    assert first == second
    found = json.loads(first)
    assert found["format"] == "assess-drafts/1"
    assert [each["purpose"]["met"] for each in found["options"]] == [None, None]
    (step,) = found["steps"]
    assert step["removals"][0]["change"] == "removed"
    assert [move["node"] for move in step["removals"][0]["moves"]] == ["a", "c", "d"]
