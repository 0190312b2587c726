"""How sure findings are: memory, sameness, plain data, and inputs at the edge."""

from __future__ import annotations

import json
import random
import tracemalloc

import pytest

from assess.assessment import Draft
from assess.findings import CHANNELS, analyse
from assess.robustness import Robustness, document, robustness
from assess.variant import LinkChange, Variant
from tests.robustness.changed import all_kinds
from tests.shipped import LIBRARY
from tests.small import SMALL, any_effect, assessment, effect, framework, said
from tests.test_architecture import loaded_by

IWN = LIBRARY.framework("internet-way-of-networking", "1.0.0")
LIMIT = 8 * 2**20


def twenty_parts(seed=1):
    chance = random.Random(seed)
    judgements = [any_effect(n.id, part, chance) for n in IWN.judged for part in range(1, 21)]
    return assessment(IWN, *judgements, depth="standard")


def peak(given):
    """Bytes held at most beyond those before, with the fixed draws at hand."""
    robustness(IWN, given)
    tracemalloc.start()
    robustness(IWN, given)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held


def test_importing_it_brings_numpy_and_nothing_else():
    heavy = "pydantic scipy SALib networkx pandas altair streamlit yaml sqlalchemy babel"
    assert loaded_by("import assess.robustness", "numpy " + heavy) == ["numpy"]


def test_memory_stays_small_for_a_standard_assessment():
    assert peak(all_kinds(IWN, 2, parts=1)) < LIMIT


def test_three_hundred_answers_are_no_burden():
    assert peak(twenty_parts()) < LIMIT
    sure = robustness(IWN, twenty_parts())
    assert len(sure.harm.tipping) == 300
    assert sure.harm.level == 3
    assert (sure.harm.down.size, sure.harm.down.searched) == (None, 4)


def test_where_there_are_too_many_sets_to_try_it_says_how_far_it_looked():
    names = [f"n{k}" for k in range(40)]
    given = [effect(name, "minor", None, "very unlikely", "low") for name in names]
    frame = framework(" ".join(names), "", "", "")
    down = robustness(frame, assessment(frame, *given)).harm.down
    assert (down.size, down.count, down.sets, down.searched) == (None, 0, (), 3)


@pytest.mark.parametrize("seed", range(4))
def test_level_and_chances_are_those_of_the_findings(seed):
    given = all_kinds(IWN, seed)
    sure, found = robustness(IWN, given), analyse(IWN, given)
    for channel in CHANNELS:
        verdict = found.verdict(channel)
        assert (sure.of(channel).level, sure.of(channel).p) == (verdict.level, verdict.p)


def test_harm_is_not_changed_by_what_is_said_of_benefit():
    harmed = [effect("a", "major"), effect("c", "minor", None, "likely", "low")]
    helped = [effect("a", "major", "minor"), effect("c", "minor", "major", "likely", "low")]
    one, other = (robustness(SMALL, assessment(SMALL, *each)) for each in (harmed, helped))
    assert one.harm == other.harm
    assert one.benefit != other.benefit


def test_another_draft_and_another_assessor_are_looked_at_apart():
    given = assessment(SMALL, effect("a", "major"))
    both = given.model_copy(update={"drafts": (Draft(id="d1"), Draft(id="d2"))})
    assert robustness(SMALL, both, draft="d2").harm.level == 0
    assert robustness(SMALL, both, draft="d1").harm == robustness(SMALL, given).harm


def test_a_variant_of_the_framework_is_played():
    frame = framework("k", "c", "", "c -> k strong underpins")
    given = assessment(frame, effect("c", "major"), depth="standard")
    off = LinkChange(origin="c", target="k", relation="underpins", rating="off", reason="?")
    assert robustness(frame, given).harm.level == 3
    assert robustness(frame, given, variant=Variant(links=(off,))).harm.level == 2


def test_the_same_answers_give_the_same_bytes():
    given = all_kinds(IWN, 6)
    first, second = (json.dumps(document(robustness(IWN, given))) for _ in range(2))
    assert first == second
    shuffled = given.model_copy(update={"judgements": given.judgements[::-1]})
    assert json.dumps(document(robustness(IWN, shuffled))) == first


def test_the_document_holds_what_was_found():
    given = assessment(SMALL, effect("a", "major"), said("b", "none"), said("c", "none"))
    told = document(robustness(SMALL, given))
    assert list(told) == ["tipping", "flips", "value", "stress"]
    row = told["tipping"][0]
    assert (row["channel"], row["node"], row["part"], row["now"]) == ("harm", "a", 1, 3)
    assert [each["class"] for each in row["verdicts"]] == [0, 1, 2, 3]
    (flip,) = told["flips"]["harm"]["down"]["sets"]
    assert flip | {"p": None} == {
        "class": 2,
        "p": None,
        "changes": [{"node": "a", "part": 1, "before": 3, "after": 2, "certain": False}],
    }
    assert told["value"][0]["after"] == 1.0
    assert [each["rho"] for each in told["stress"]] == [0.5, 1.0, 0.5, 1.0]
    for each in json.dumps(told).replace(",", " ").replace("]", " ").split():
        assert len(each.partition(".")[2].rstrip("}")) <= 6, each


def test_these_figures_are_the_same_on_every_platform():
    given = assessment(
        SMALL,
        effect("a", "major", None, "about as likely as not", "low"),
        effect("b", "material", None, "likely", "medium"),
        depth="standard",
    )
    sure = robustness(SMALL, given).harm
    assert [(round(each.before, 6), round(each.after, 6)) for each in sure.value] == [
        (0.457153, 0.728333),
        (0.457153, 0.655029),
    ]
    assert [round(each, 6) for each in sure.stress[0].p] == [0.829895, 0.723145, 0.278198]


def test_it_is_a_plain_value():
    sure = robustness(SMALL, assessment(SMALL, effect("a", "major")))
    assert isinstance(sure, Robustness)
    assert sure == robustness(SMALL, assessment(SMALL, effect("a", "major")))
    assert hash(sure) is not None
