"""What a reader decides on a provision, and that it is kept, hidden and refused as it should be."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from assess import bundle
from assess.assessment import Assessment, FrameworkRef
from assess.errors import FileProblems
from assess.mark import Mark
from assess.panel import Panel
from assess.proposal import Provision
from tests.shipped import LIBRARY

CORE = FrameworkRef(id="internet-way-of-networking", version="1.0.0")


def test_one_decision_takes_the_place_of_another_and_says_it_was_read() -> None:
    mark = Mark(provision="6").decide("dns-filtering", "accepted")
    assert mark.accepted == ("dns-filtering",)
    assert mark.read
    changed = mark.decide("dns-filtering", "rejected")
    assert (changed.accepted, changed.rejected) == ((), ("dns-filtering",))
    assert changed.decision("dns-filtering") == "rejected"
    back = changed.decide("dns-filtering", None)
    assert back.decision("dns-filtering") is None
    assert back.read
    assert not back.is_blank


def test_a_mark_that_decides_nothing_is_blank() -> None:
    assert Mark(provision="6", wording="0" * 16).is_blank
    assert not Mark(provision="6", read=True).is_blank


def test_an_intervention_is_decided_once() -> None:
    with pytest.raises(ValidationError, match="decided twice: dns-filtering"):
        Mark(provision="6", accepted=("dns-filtering",), rejected=("dns-filtering",))


def test_the_wording_is_of_heading_and_text_not_of_the_number() -> None:
    one = Provision(id="6", heading="Gateway", text="All traffic.")
    assert one.wording == Provision(id="7", heading="Gateway", text="All traffic.").wording
    assert one.wording != Provision(id="6", heading="Gateway", text="Some traffic.").wording
    assert one.wording != Provision(id="6", text="Gateway\nAll traffic.").wording


def test_in_a_private_round_nobody_sees_what_others_marked() -> None:
    mine, theirs = (Mark(provision="6", assessor=who, read=True) for who in ("a1", "a2"))
    for phase, seen in (("first", 1), ("discussion", 2), ("second", 1), ("closed", 2)):
        assessment = Assessment(framework=CORE, marks=(mine, theirs), panel=Panel(phase=phase))
        assert len(assessment.seen_by("a1").marks) == seen, phase


REFUSED = [
    ({"provision": "6", "draft": "d9", "read": True}, "there is no such draft"),
    ({"provision": "6", "accepted": ["dns-filtring"]}, "did you mean dns-filtering"),
    ({"provision": "", "read": True}, "marks"),
    ({"provision": "6", "wording": "not a print"}, "marks"),
]


@pytest.mark.parametrize(("mark", "told"), REFUSED, ids=[each[1] for each in REFUSED])
def test_a_mark_that_leads_nowhere_is_refused_with_its_place(mark, told) -> None:
    with pytest.raises(FileProblems) as error:
        bundle.loads(_file(mark), LIBRARY)
    said = "\n".join(map(str, error.value.problems))
    assert told in said
    assert "marks" in said


def test_two_marks_on_the_same_provision_are_refused() -> None:
    mark = {"provision": "6", "read": True}
    with pytest.raises(FileProblems, match="two marks on the same provision"):
        bundle.loads(_file(mark, mark), LIBRARY)


def test_marks_go_through_a_file() -> None:
    mark = Mark(provision="6", wording="0" * 16).decide("dns-filtering", "added")
    before = Assessment(framework=CORE, marks=(mark,))
    assert bundle.loads(bundle.dumps(before).encode(), LIBRARY) == before


def _file(*marks: dict[str, object]) -> bytes:
    framework = {"id": CORE.id, "version": CORE.version}
    content = {"format": "assess/1", "framework": framework, "marks": list(marks)}
    return json.dumps(content).encode()
