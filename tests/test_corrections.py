"""The cutting of a text put right: joined, divided, renamed, and every citation goes along."""

from __future__ import annotations

import pytest

from assess.amendment import cuts, divide, join, rename, renumbered
from assess.assessment import Assessment, FrameworkRef
from assess.errors import AssessError
from assess.judgement import Judgement
from assess.mark import Mark
from assess.panel import Panel
from assess.proposal import Draft, Provision
from assess.value import PROVISION_LIMIT

GATE = Provision(id="6", heading="Gateway", text="All traffic passes one gateway. It is licensed.")
LOGS = Provision(id="7", heading="Records", text="Records are kept.\n\nFor twelve months.")
FINE = Provision(id="8", text="Whoever does not comply is fined.")


def cites(*numbers: str, node: str = "a", draft: str = "d1", assessor: str = "a1") -> Judgement:
    return Judgement(node=node, draft=draft, assessor=assessor, answer="none", provisions=numbers)


def tabled(*judgements: Judgement, **more: object) -> Assessment:
    return Assessment(
        framework=FrameworkRef(id="small", version="1.0.0"),
        drafts=(Draft(id="d1", provisions=(GATE, LOGS, FINE)), Draft(id="d2", provisions=(LOGS,))),
        judgements=judgements,
        **more,
    )


def cited(assessment: Assessment) -> list[tuple[str, ...]]:
    return [each.provisions for each in assessment.judgements]


def texts(assessment: Assessment) -> list[tuple[str, str, str]]:
    return [(each.id, each.heading, each.text) for each in assessment.drafts[0].provisions]


def test_a_joined_provision_keeps_the_earlier_number_and_every_word() -> None:
    joined = join(tabled(), "d1", "7")
    assert texts(joined) == [
        ("6", "Gateway", f"{GATE.text}\nRecords\n{LOGS.text}"),
        ("8", "", FINE.text),
    ]


def test_who_cited_the_later_now_cites_the_joined_one_once() -> None:
    joined = join(tabled(cites("7"), cites("8", "6", "7", node="b")), "d1", "7")
    assert cited(joined) == [("6",), ("8", "6")]


def test_a_divided_provision_keeps_its_number_on_the_first_part() -> None:
    divided = divide(tabled(cites("7", "8")), "d1", "7", LOGS.text.index("For"))
    assert texts(divided)[1:3] == [
        ("7", "Records", "Records are kept."),
        ("7 [2]", "", "For twelve months."),
    ]
    assert cited(divided) == [("7", "8")]


def test_dividing_again_finds_the_next_free_number_and_joining_undoes_it() -> None:
    twice = divide(divide(tabled(), "d1", "6", 12), "d1", "6", 4)
    assert [each[0] for each in texts(twice)] == ["6", "6 [3]", "6 [2]", "7", "8"]
    back = join(join(twice, "d1", "6 [3]"), "d1", "6 [2]")
    assert "".join(back.drafts[0].provisions[0].text.split()) == "".join(GATE.text.split())


def test_a_new_number_is_cited_by_everybody_in_every_round() -> None:
    first = (cites("7"), cites("7", assessor="a2"))
    panel = Panel(phase="second", first=first)
    renamed = rename(tabled(*first, panel=panel), "d1", "7", "7a")
    assert cited(renamed) == [("7a",), ("7a",)]
    assert renamed.panel
    assert [each.provisions for each in renamed.panel.first] == [("7a",), ("7a",)]
    assert renamed.panel.phase == "second"


def test_other_drafts_keep_their_numbers() -> None:
    renamed = rename(tabled(cites("7", draft="d2")), "d1", "7", "7a")
    assert cited(renamed) == [("7",)]
    assert renamed.drafts[1] == tabled().drafts[1]


def test_two_that_change_numbers_change_their_citations() -> None:
    swapped = renumbered(tabled(cites("6"), cites("7", node="b")), "d1", ["7", "6", "8"])
    assert cited(swapped) == [("7",), ("6",)]
    assert [each[0] for each in texts(swapped)] == ["7", "6", "8"]


def test_marks_follow_a_new_number_and_wait_at_a_new_wording() -> None:
    mark = Mark(provision="7", accepted=("logging",), wording=LOGS.wording)
    other = Mark(provision="7", draft="d2", read=True)
    gone = Mark(provision="7a", read=True)
    marked = tabled(marks=(mark, gone, other))
    assert rename(marked, "d1", "7", "7a").marks == (mark.replace(provision="7a"), other)
    assert join(marked, "d1", "7").marks == marked.marks
    assert divide(marked, "d1", "7", LOGS.text.index("For")).marks == marked.marks


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda a: join(a, "d1", "6"), "6 is the first; there is nothing before it"),
        (lambda a: join(a, "d1", "9"), "draft d1 has no provision 9"),
        (lambda a: join(a, "d9", "6"), "there is no draft 'd9'"),
        (lambda a: divide(a, "d1", "6", 0), "provision 6 cannot be divided there"),
        (lambda a: divide(a, "d1", "6", 10_000), "provision 6 cannot be divided there"),
        (lambda a: divide(a, "d1", "6", -5), "provision 6 cannot be divided there"),
        (lambda a: rename(a, "d1", "6", "7"), "provision given twice: 7; number each once"),
        (lambda a: rename(a, "d1", "6", ""), "at least 1 character"),
        (lambda a: rename(a, "d1", "6", "6\x00"), "control character"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(act, said: str) -> None:
    with pytest.raises(AssessError, match=said):
        act(tabled())


def test_two_whose_text_has_no_room_together_stay_apart() -> None:
    long = tuple(Provision(id=each, text="x" * PROVISION_LIMIT) for each in ("1", "2"))
    full = tabled().replace(drafts=(Draft(id="d1", provisions=long),))
    with pytest.raises(
        AssessError, match="400,001 characters together; one provision holds 200,000"
    ):
        join(full, "d1", "2")


def test_a_draft_of_two_thousand_provisions_cannot_have_one_more() -> None:
    many = tuple(Provision(id=str(n), text="One. Two.") for n in range(2_000))
    full = tabled().replace(drafts=(Draft(id="d1", provisions=many),))
    with pytest.raises(AssessError, match="2,000 provisions already"):
        divide(full, "d1", "5", 5)
    assert len(join(full, "d1", "5").drafts[0].provisions) == 1_999


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("One. Two.", ["Two."]),
        ("(1) First.\n(2) Second; third.\n\n", ["(2) Second; third."]),
        ("See Art. 5 and e.g. this.", []),
        ("Première phrase. Élan ! Fin.", ["Élan ! Fin.", "Fin."]),
        ("第一句。第二句。", ["第二句。"]),
        ("\n\nOnly one.", []),
        ("", []),
    ],
)
def test_a_provision_may_be_divided_where_a_paragraph_or_sentence_begins(
    text: str, begins: list[str]
) -> None:
    assert [text[place:].strip() for place in cuts(text)] == begins
