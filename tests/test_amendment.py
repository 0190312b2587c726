"""One draft against the one it amends: provisions brought together, answers that go over or not."""

from __future__ import annotations

import time

import pytest

from assess.amendment import (
    Carried,
    add,
    amend,
    carry,
    carry_over,
    matched,
    merged,
    new_id,
    remove,
    rewrite,
    try_mitigation,
)
from assess.assessment import Assessment, FrameworkRef
from assess.errors import AssessError
from assess.intervention import Intervention
from assess.judgement import Judgement
from assess.panel import Panel
from assess.proposal import Draft, Provision

GATEWAY = "All international traffic shall pass the national gateway run by the licensed operator."
LOGS = "The operator shall keep connection records for twelve months and hand them over."
FINES = "Whoever does not comply is fined."


def draft(name: str, **texts: str) -> Draft:
    """A draft from `p6="text"`: provision 6 with that text."""
    provisions = tuple(Provision(id=key[1:], text=text) for key, text in texts.items())
    return Draft(id=name, provisions=provisions)


def answer(node: str, *cited: str, **more: object) -> Judgement:
    return Judgement(node=node, answer="none", provisions=cited, **more)


def tabled(*judgements: Judgement) -> Assessment:
    return Assessment(
        framework=FrameworkRef(id="small", version="1.0.0"),
        drafts=(draft("d1", p6=GATEWAY, p7=LOGS, p8=FINES),),
        judgements=judgements,
    )


def told(before: Draft, after: Draft) -> list[tuple[str, str | None, str | None]]:
    return [
        (m.change, m.before and m.before.id, m.after and m.after.id)
        for m in matched(before, after).matches
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"p6": GATEWAY, "p7": LOGS}, [("unchanged", "6", "6"), ("unchanged", "7", "7")]),
        ({"p6": GATEWAY.replace(" ", "\n  "), "p7": LOGS}, [("unchanged", "6", "6")]),
        ({"p6": GATEWAY, "p9": LOGS}, [("renumbered", "7", "9")]),
        ({"p6": LOGS, "p7": GATEWAY}, [("renumbered", "7", "6"), ("renumbered", "6", "7")]),
        ({"p6": GATEWAY.replace("All", "Only voice"), "p7": LOGS}, [("changed", "6", "6")]),
        ({"p6": FINES, "p7": GATEWAY.replace("All", "No"), "p8": LOGS}, [("changed", "6", "7")]),
        ({"p6": "Nothing of this stands any more", "p7": LOGS}, [("changed", "6", "6")]),
        ({"p7": LOGS}, [("removed", "6", None), ("unchanged", "7", "7")]),
        ({"p6": GATEWAY, "p7": LOGS, "p8": FINES}, [("added", None, "8")]),
        ({}, [("removed", "6", None), ("removed", "7", None)]),
    ],
)
def test_each_provision_says_what_became_of_it(
    after: dict[str, str], expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = told(draft("d1", p6=GATEWAY, p7=LOGS), draft("d2", **after))
    assert [each for each in found if each in expected] == expected


def test_an_article_put_in_before_others_is_new_and_the_others_only_move_on() -> None:
    before = draft("d1", p1=GATEWAY, p2=LOGS, p3=FINES)
    after = draft("d2", p1="This law is about gateways.", p2=GATEWAY, p3=LOGS + " Now.", p4=FINES)
    assert told(before, after) == [
        ("added", None, "1"),
        ("renumbered", "1", "2"),
        ("changed", "2", "3"),
        ("renumbered", "3", "4"),
    ]


def test_what_is_removed_stands_where_it_stood() -> None:
    before = draft("d1", p1=GATEWAY, p2=LOGS, p3=FINES)
    assert [m.number for m in matched(before, draft("d2", p1=GATEWAY, p3=FINES)).matches] == [
        *("1", "2", "3")
    ]


def test_provisions_without_words_are_the_same_only_under_one_number() -> None:
    assert told(draft("d1", p1="", p2=""), draft("d2", p2="", p3="")) == [
        ("removed", "1", None),
        ("unchanged", "2", "2"),
        ("added", None, "3"),
    ]


def test_a_change_is_shown_word_by_word() -> None:
    before = draft("d1", p6="All traffic shall pass the gateway")
    after = draft("d2", p6="All voice traffic may pass the gateway")
    (match,) = matched(before, after).matches
    assert [(span.kind, span.text) for span in match.text] == [
        ("same", "All"),
        ("added", "voice"),
        ("same", "traffic"),
        ("removed", "shall"),
        ("added", "may"),
        ("same", "pass the gateway"),
    ]
    assert match.heading == ()
    assert match.similarity == pytest.approx(2 * 5 / 13)


def test_two_thousand_provisions_all_changed_and_moved_are_matched_in_seconds() -> None:
    texts = [" ".join(f"w{k * n % 997}" for n in range(2, 60)) for k in range(1, 2_001)]
    before = Draft(id="d1", provisions=[Provision(id=str(k), text=t) for k, t in enumerate(texts)])
    after = Draft(
        id="d2",
        provisions=[Provision(id=str(k + 1), text=f"now {t}") for k, t in enumerate(texts)],
    )
    begun = time.process_time()
    found = matched(before, after)
    assert time.process_time() - begun < 10
    assert len(found.only("changed")) == 2_000
    assert {match.text[0].text for match in found.matches} == {"now"}


def fates(carried: Carried) -> dict[str, tuple[str, str, str]]:
    return {each.base.node: (each.fate, each.why, each.state) for each in carried.answers}


def test_only_what_cites_a_changed_provision_is_reopened() -> None:
    given = tabled(
        answer("a", "6"), answer("b", "7"), answer("c"), answer("d", "6", "8"), answer("e", "99")
    )
    after = draft("d2", p5=GATEWAY, p7=LOGS + " At once.")
    amended = amend(given, "d1", after)
    assert amended.draft("d2").based_on == "d1"
    found = carry(amended, "d2")
    assert fates(found) == {
        "a": ("carried", "unchanged", "carried"),
        "b": ("reopened", "changed", "open"),
        "c": ("carried", "no-provision", "carried"),
        "d": ("reopened", "removed", "open"),
        "e": ("carried", "not-in-text", "carried"),
    }
    assert [each.base.node for each in found.look_again] == ["c", "e"]
    assert [each.base.node for each in found.to_answer] == ["b", "d"]
    assert amended.judgements_on("a", "d2") == (answer("a", "5", draft="d2"),)
    assert amended.judgements_on("b", "d2") == ()
    assert amended.judgements_on("b", "d1") == (answer("b", "7"),)


def test_everybodys_answers_go_over_and_can_be_looked_at_one_by_one() -> None:
    given = tabled(answer("a", "6"), answer("a", "7", assessor="a2"))
    amended = amend(given, "d1", draft("d2", p6=GATEWAY, p7="Otherwise."))
    assert [each.assessor for each in amended.judgements if each.draft == "d2"] == ["a1"]
    assert fates(carry(amended, "d2").by("a2")) == {"a": ("reopened", "changed", "open")}


def test_nothing_is_carried_to_the_present_situation() -> None:
    nothing = Draft(id="d2", kind="no-measure")
    amended = amend(tabled(answer("a", "6"), answer("c")), "d1", nothing)
    assert {each.why for each in carry(amended, "d2").answers} == {"no-measure"}
    assert amended.judgements_on("c", "d2") == ()


def test_an_answer_given_since_is_never_overwritten() -> None:
    given = amend(
        tabled(answer("a", "6"), answer("b", "6"), answer("c", "7"), answer("d", "8")),
        "d1",
        draft("d2", p6=GATEWAY, p7="Otherwise.", p8=FINES),
    )
    mine = answer("a", "6", draft="d2", rationale="I looked again.")
    given = given.record(mine).withdraw(given.judgements_on("d", "d2")[0].key)

    changed = rewrite(given, carried_to(given, p6="No gateway.", p7="Otherwise.", p8=FINES))
    assert changed.judgements_on("a", "d2") == (mine,)
    assert changed.judgements_on("b", "d2") == (), "carried before, its provision differs now"

    back = rewrite(changed, carried_to(changed, p16=GATEWAY, p7=LOGS, p8=FINES))
    assert back.judgements_on("a", "d2") == (mine,)
    assert [each.provisions for each in back.judgements_on("b", "d2")] == [("16",)]
    assert [each.provisions for each in back.judgements_on("c", "d2")] == [("7",)]
    assert back.judgements_on("d", "d2") == (), "the assessor withdrew it herself"
    assert fates(carry(back, "d2"))["a"] == ("carried", "unchanged", "own")


def carried_to(given: Assessment, **texts: str) -> Draft:
    fields = dict(given.draft("d2"))
    return Draft(**{**fields, "provisions": draft("d2", **texts).provisions})


def test_a_new_text_of_the_base_moves_what_was_carried_from_it() -> None:
    given = amend(
        tabled(answer("a", "6"), answer("b", "7")), "d1", draft("d2", p6=GATEWAY, p7=LOGS)
    )
    changed = rewrite(given, draft("d1", p6=GATEWAY, p7="The base says otherwise."))
    assert [each.node for each in changed.judgements if each.draft == "d2"] == ["a"]
    assert [each.node for each in changed.judgements if each.draft == "d1"] == ["a", "b"]


def test_answers_given_to_the_base_since_can_be_fetched() -> None:
    amended = amend(tabled(), "d1", draft("d2", p6=GATEWAY))
    later = amended.record(answer("a", "6"))
    assert [each.base.node for each in carry(later, "d2").left_behind] == ["a"]
    assert carry_over(later, "d2").judgements_on("a", "d2")


MITIGATED = Intervention.model_validate(
    {
        "id": "gateway",
        "name": "Gateway",
        "family": "routing",
        "direction": "harmful",
        "definition": "A gateway.",
        "cues": [],
        "typical_effects": [],
        "reason": "",
        "aggravating_factors": [],
        "mitigations": ["Several gateways"],
        "alternatives": ["A tax instead"],
        "seen": "read",
        "confidence": "high",
    }
)


@pytest.mark.parametrize(
    ("text", "kind"), [("Several gateways", "text"), ("A tax instead", "alternative")]
)
def test_a_mitigation_reopens_what_works_by_that_intervention_and_nothing_else(
    text: str, kind: str
) -> None:
    given = tabled(answer("a", "6", mechanism="gateway"), answer("b", "6"), answer("c"))
    tried = try_mitigation(given, "d1", MITIGATED, text)
    new = tried.drafts[-1]
    assert (new.id, new.label, new.kind, new.based_on) == ("d2", text, kind, "d1")
    assert new.provisions == given.draft("d1").provisions
    assert [each.node for each in tried.judgements if each.draft == "d2"] == ["b", "c"]
    assert fates(carry(tried, "d2"))["a"] == ("reopened", "mechanism", "open")


def test_a_draft_goes_with_all_that_was_said_of_it() -> None:
    amended = amend(tabled(answer("a", "6")), "d1", draft("d2", p6=GATEWAY))
    panel = Panel(phase="second", first=amended.judgements)
    without = remove(amended.replace(panel=panel), "d2")
    assert [each.id for each in without.drafts] == ["d1"]
    assert {each.draft for each in (*without.judgements, *without.first_round().judgements)} == {
        "d1"
    }


def full() -> Assessment:
    drafts = tuple(Draft(id=f"d{k}") for k in range(1, 21))
    return Assessment(framework=FrameworkRef(id="small", version="1.0.0"), drafts=drafts)


def crowded() -> Assessment:
    given = (
        answer(f"n{n}", part=p, assessor=f"a{a}")
        for n in range(10)
        for p in range(1, 6)
        for a in range(51)
    )
    return tabled(*given)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: carry(tabled(), "d9"), "there is no draft 'd9'; there is d1"),
        (lambda: carry(tabled(), "d1"), "d1 is based on no other draft.*name the draft it amends"),
        (lambda: amend(tabled(), "d9", Draft(id="d2")), "there is no draft 'd9'"),
        (lambda: add(tabled(), Draft(id="d2", based_on="d9")), "there is no draft 'd9'"),
        (lambda: add(tabled(), Draft(id="d1")), "there is a draft d1 already.*another id"),
        (lambda: add(full(), Draft(id="d21")), "20 drafts already.*remove one first"),
        (lambda: rewrite(tabled(), Draft(id="d2")), "there is no draft 'd2'"),
        (lambda: remove(tabled(), "d1"), "the only draft; add another"),
        (
            lambda: remove(amend(tabled(), "d1", Draft(id="d2")), "d1"),
            "draft d2 is based on d1; remove that one first",
        ),
        (
            lambda: amend(crowded(), "d1", Draft(id="d2")),
            "there would be 5,100 answers; one assessment holds 5,000; remove a draft",
        ),
    ],
)
def test_what_cannot_be_done_says_why_and_how_to_mend_it(wrong, words: str) -> None:
    with pytest.raises(AssessError, match=words):
        wrong()


def test_a_new_draft_gets_an_id_nobody_had_before() -> None:
    given = tabled().replace(drafts=(Draft(id="d1"), Draft(id="d3"), Draft(id="mine")))
    assert new_id(given) == "d4"
    assert new_id(full()) == "d21"
    assert new_id(tabled().replace(drafts=(Draft(id="mine"),))) == "d1"


def test_an_amended_text_may_bring_only_the_provisions_that_differ() -> None:
    base = draft("d1", p6=GATEWAY, p7=LOGS)
    given = (Provision(id="7", text="Otherwise."), Provision(id="7a", text="And more."))
    assert [(each.id, each.text) for each in merged(base, given)] == [
        ("6", GATEWAY),
        ("7", "Otherwise."),
        ("7a", "And more."),
    ]
