"""A chapter hides, rewords and adds questions without a fork, and its name is always there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assess import bundle, explain, press, report
from assess.agreement import merge
from assess.assessment import Assessment, Judgement
from assess.compare.options import Option, comparable
from assess.errors import AssessError, FileProblems
from assess.explain import Telling
from assess.findings import Findings, analyse, dumps
from assess.library import Library
from assess.overlay import Overlay, Rewording, misfits
from assess.report.opening import open_report
from assess.robustness import robustness
from assess.text import words
from tests.chapter import BY, FILE, overlay
from tests.small import effect

LIBRARY = Library()
CAMBODIA = "2022-cambodia-national-internet-gateway"
PLACE = ("d1", "a1")


@pytest.fixture(scope="module")
def cambodia() -> Assessment:
    return LIBRARY.case(CAMBODIA).assessment()


def with_(assessment: Assessment, **parts: object) -> Assessment:
    """With an overlay of these parts only."""
    given = Overlay(
        id="spectrum",
        title="Questions on spectrum",
        by=BY,
        framework=assessment.framework,
        **parts,
    )
    return assessment.replace(overlay=given)


def without_answers_on(assessment: Assessment, *nodes: str) -> Assessment:
    kept = tuple(each for each in assessment.judgements if each.node not in nodes)
    return assessment.replace(judgements=kept)


def found(assessment: Assessment) -> Findings:
    return analyse(LIBRARY.framework_of(assessment), assessment)


def test_what_is_hidden_is_not_asked_and_widens_the_bounds(cambodia: Assessment) -> None:
    """Hidden is not answered: what is not known could be anything."""
    node = "decentralized-management-distributed-routing"
    benign = cambodia.replace(
        judgements=tuple(
            each if each.node == node else Judgement(node=each.node, answer="none")
            for each in cambodia.judgements
        )
    )
    none = benign.record(Judgement(node=node, answer="none"))
    hidden = with_(without_answers_on(none, node), hide=(node,))
    framework = LIBRARY.framework_of(hidden)
    assert node not in [each.node for each in hidden.progress(framework)]
    assert found(hidden).not_asked == (node,)
    assert (found(none).harm.upper_level, found(hidden).harm.upper_level) == (0, 3)
    telling = Telling(framework, hidden, found(hidden), words("en"))
    told = [each.text for each in explain.gaps(telling)]
    name = framework.node(node).name
    assert f"Left out by {BY}, so not asked: {name}." in told
    assert not any("quick assessment" in each for each in told)


def test_other_words_change_no_number(cambodia: Assessment) -> None:
    reworded = with_(cambodia, reword=overlay().reword)
    before, after = (json.loads(dumps(found(each))) for each in (cambodia, reworded))
    assert {key for key in after if after[key] != before.get(key)} == {"overlay", "input_sha256"}
    sure = [robustness(LIBRARY.framework_of(each), each) for each in (cambodia, reworded)]
    assert sure[0] == sure[1]


def test_names_are_never_worded_otherwise(cambodia: Assessment) -> None:
    assert "name" not in Rewording.model_fields
    node = LIBRARY.framework_of(with_(cambodia, reword=overlay().reword)).node("privacy")
    plain = LIBRARY.framework_of(cambodia).node("privacy")
    assert (node.name, node.code, node.summary) == (plain.name, plain.code, plain.summary)
    assert [each.text for each in node.questions] == ["Who could see what, and of whom?"]
    assert node.levels.major == "All are seen always."


def test_an_added_criterion_flows_into_the_framework(cambodia: Assessment) -> None:
    asked = without_answers_on(with_(cambodia, add=overlay().add), "easy-unrestricted-access")
    framework = LIBRARY.framework_of(asked)
    assert "spectrum-for-all" in [each.node for each in asked.progress(framework)]
    before = found(asked).node("easy-unrestricted-access").harm
    banned = asked.record(effect("spectrum-for-all", "major", likelihood="virtually certain"))
    after = found(banned).node("easy-unrestricted-access").harm
    assert after.p[0] > before.p[0]
    assert found(banned).topics == ()
    assert found(banned).overlay is not None


def test_every_format_of_a_report_carries_the_overlay_and_opens_again(
    cambodia: Assessment,
) -> None:
    asked = cambodia.replace(overlay=overlay())
    made = press.paper(LIBRARY, asked, PLACE, words("en"), LIBRARY.case(CAMBODIA).sources[0].date)
    for kind in report.KINDS:
        again = open_report(report.write(made, kind), LIBRARY, words("en")).assessment
        assert again == asked, kind


@pytest.mark.parametrize("audience", ["brief", "annex"])
def test_a_paper_says_whose_words_they_are(cambodia: Assessment, audience: str) -> None:
    banned = effect("spectrum-for-all", "major", likelihood="virtually certain")
    given = without_answers_on(cambodia, "easy-unrestricted-access")  # its own link carries there
    asked = given.replace(overlay=overlay()).record(banned)
    day = LIBRARY.case(CAMBODIA).sources[0].date
    made = press.paper(LIBRARY, asked, PLACE, words("en"), day, audience=audience)
    text = " ".join(report.write(made, "md").decode().split("<!--")[0].split())
    assert (f"Argued by {BY}" in text) == (audience == "annex")  # a link of its own
    assert f"Questions changed by {BY}" in text
    assert "Findings with these changes are not to be compared with findings without them." in text
    assert f"Worded by {BY}, not by the authors of the framework." in text
    assert f"Added by {BY}; it is no part of the framework." in text
    assert f"In the words of {BY}" in text
    assert "We are volunteers and were asked by nobody." in text


@pytest.mark.parametrize("audience", ["submission", "one-page"])
def test_a_short_paper_says_that_a_chapter_changed_what_is_asked(
    cambodia: Assessment, audience: str
) -> None:
    asked = cambodia.replace(overlay=overlay())
    day = LIBRARY.case(CAMBODIA).sources[0].date
    made = press.paper(LIBRARY, asked, PLACE, words("en"), day, audience=audience)
    assert BY in report.write(made, "md").decode().split("<!--")[0]


def test_findings_with_and_without_are_never_laid_side_by_side(cambodia: Assessment) -> None:
    asked = cambodia.replace(overlay=overlay())
    framework = LIBRARY.framework_of(cambodia)
    both = [
        Option(str(n), "", each, each.drafts[0], "a1", f"file {n}")
        for n, each in enumerate((cambodia, asked))
    ]
    with pytest.raises(AssessError, match="was asked other questions than"):
        comparable(framework, both)
    with pytest.raises(AssessError, match="a chapter changed what is asked in one of them"):
        merge([cambodia, asked])


@pytest.mark.parametrize(
    ("old", "new", "where", "told"),
    [
        ("[integrity]", "[integrty]", "hide[0]", "is not asked about in this framework; did you"),
        ("[integrity]", "[integrity, integrity]", "hide[1]", "integrity is named twice; keep one"),
        ("[integrity]", "[privacy]", "reword[0].node", "privacy is hidden, so nobody reads this"),
        ("version: 1.0.0", "version: 2.0.0", "framework", "this is made for internet-way-of-net"),
        ("id: spectrum-for-all", "id: privacy", "add.criteria[0].id", "the id privacy is taken"),
        ("from: spectrum-for-all", "from: spectrum", "add.bears_on[0].from", "there is no spectr"),
        ("to: easy-unrestricted-access", "to: open-door", "add.bears_on[0].to", "there is no open"),
        ("sources: [ours]}", "sources: [hours]}", "add.criteria[0].questions[0].sources[0]", "our"),
    ],
)
def test_what_leads_nowhere_is_told_where_it_stands(
    cambodia: Assessment, old: str, new: str, where: str, told: str
) -> None:
    assert FILE.count(old) == 1
    broken = overlay(FILE.replace(old, new))
    found = [
        f"{'.'.join(map(str, spot))}: {message}"
        for spot, message in misfits(broken, LIBRARY.framework_of(cambodia))
    ]
    plain = where.replace("[", ".").replace("]", "")
    assert any(each.startswith(plain) and told in each for each in found), found
    text = bundle.dumps(cambodia.replace(overlay=broken)).encode()
    with pytest.raises(FileProblems) as caught:
        bundle.loads(text, LIBRARY)
    assert f"overlay.{where}" in str(caught.value)


def test_an_assessment_with_an_overlay_reads_back_the_same(cambodia: Assessment) -> None:
    asked = cambodia.replace(overlay=overlay()).record(effect("spectrum-for-all", "minor"))
    text = bundle.dumps(asked).encode()
    assert bundle.loads(text, LIBRARY) == asked


def test_answers_on_a_criterion_need_the_overlay_that_asks_it(cambodia: Assessment) -> None:
    asked = cambodia.replace(overlay=overlay()).record(effect("spectrum-for-all", "minor"))
    alone = json.loads(bundle.dumps(asked))
    alone["overlay"] = None
    with pytest.raises(FileProblems, match="there is no spectrum-for-all in this framework"):
        bundle.loads(json.dumps(alone).encode(), LIBRARY)


def test_nothing_may_be_left_to_ask(cambodia: Assessment) -> None:
    framework = LIBRARY.framework_of(cambodia)
    every = with_(cambodia, hide=tuple(each.id for each in framework.judged)).overlay
    [(spot, message)] = misfits(every, framework)
    assert (spot, message[:20]) == (("hide",), "nothing would be lef")


def test_the_example_of_the_manual_fits() -> None:
    page = (Path(__file__).parents[1] / "docs" / "overlays.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    given = overlay(example)
    framework = LIBRARY.framework(given.framework.id, given.framework.version)
    assert list(misfits(given, framework)) == []
    assert given.hide
    assert given.reword
    assert given.add.criteria
    assert given.standing
