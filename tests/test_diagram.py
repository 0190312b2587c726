"""Findings drawn on the framework: every box, its words inside it, and its tone."""

from __future__ import annotations

import pytest

from assess import diagram
from assess.assessment import Assessment, Judgement
from assess.explain import Telling
from assess.findings import analyse
from assess.framework import Framework
from assess.picture import LINE, GraphPicture, NodeBox
from assess.text import words
from tests.shipped import LIBRARY
from tests.small import assessment, effect, said

CAMBODIA = "2022-cambodia-national-internet-gateway"
PROPERTY = "common-global-identifiers"
SHAPES = pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])


@pytest.fixture(scope="module")
def framework() -> Framework:
    return LIBRARY.framework("internet-way-of-networking", "1.0.0")


def picture(
    framework: Framework, *judgements: Judgement, narrow: bool = False, depth: str = "standard"
) -> GraphPicture:
    return drawn(framework, assessment(framework, *judgements, depth=depth), narrow=narrow)


def drawn(framework: Framework, judged: Assessment, *, narrow: bool = False) -> GraphPicture:
    telling = Telling(framework, judged, analyse(framework, judged), words())
    return diagram.draw(telling, narrow=narrow)


def box(picture: GraphPicture, node: str) -> NodeBox:
    return next(each for each in picture.nodes if each.id == node)


def rows(node: NodeBox) -> list[str]:
    """The lines of words in a box, as they are drawn."""
    return [node.code, *node.label_lines, *(mark.line for mark in node.marks)]


@SHAPES
def test_every_node_is_a_box_and_every_link_a_line(framework: Framework, narrow: bool) -> None:
    found = picture(framework, narrow=narrow)
    assert {each.id for each in found.nodes} == {each.id for each in framework.nodes}
    links = sorted((each.source, each.target) for each in found.links)
    assert links == sorted((each.origin, each.target) for each in framework.links)
    published = sum(each.provenance == "published" for each in framework.links)
    assert sum(each.published for each in found.links) == published


@SHAPES
def test_boxes_lie_inside_the_picture_and_apart(framework: Framework, narrow: bool) -> None:
    found = picture(framework, narrow=narrow)
    for one in found.nodes:
        assert 0 <= one.x <= one.x + one.width <= found.width, one.id
        assert 0 <= one.y <= one.y + one.height <= found.height, one.id
        for other in found.nodes:
            if one.id < other.id:
                across = one.x < other.x + other.width and other.x < one.x + one.width
                along = one.y < other.y + other.height and other.y < one.y + one.height
                assert not (across and along), (one.id, other.id)


def worst(framework: Framework) -> list[Judgement]:
    """Harm and benefit on every node that is judged: the longest words there are."""
    return [effect(each.id, harm="material", benefit="material") for each in framework.judged]


@SHAPES
@pytest.mark.parametrize("case", ["nothing", "everything", "cambodia"])
def test_the_words_of_a_box_fit_in_it(framework: Framework, narrow: bool, case: str) -> None:
    judged = {
        "nothing": assessment(framework, depth="standard"),
        "everything": assessment(framework, *worst(framework), depth="standard"),
        "cambodia": LIBRARY.case(CAMBODIA).assessment(),
    }[case]
    letters = (diagram.NARROW if narrow else diagram.WIDE).letters
    for each in drawn(framework, judged, narrow=narrow).nodes:
        assert len(rows(each)) * LINE <= each.height, rows(each)
        assert all(len(line) <= letters for line in rows(each)), rows(each)


@pytest.mark.parametrize(
    ("judgement", "tone", "symbol", "word"),
    [
        (effect(PROPERTY, harm="major", likelihood="virtually certain"), "harm-3", "▼▼▼", "harm"),
        (effect(PROPERTY, harm="minor", likelihood="virtually certain"), "harm-1", "▼", "harm"),
        (effect(PROPERTY, benefit="material"), "benefit-2", "▲▲", "benefit"),
        (effect(PROPERTY, harm="material", benefit="minor"), "mixed", "▼▼▲", ""),
        (said(PROPERTY, "none"), "none", "", "no effect"),
        (said(PROPERTY, "not-applicable"), "none", "", "not applicable"),
        (said(PROPERTY, "dont-know"), "unknown", "", "not known"),
    ],
)
def test_a_box_shows_what_was_found_by_colour_symbol_and_word(
    framework: Framework, judgement: Judgement, tone: str, symbol: str, word: str
) -> None:
    found = box(picture(framework, judgement), PROPERTY)
    assert found.tone == tone
    assert "".join(mark.symbol for mark in found.marks) == symbol
    assert word in " ".join(mark.word for mark in found.marks)


def test_a_box_is_spoken_with_its_chance(framework: Framework) -> None:
    found = box(picture(framework, effect(PROPERTY, harm="major")), PROPERTY)
    assert "%" in found.aria
    assert found.spoken.startswith(found.code)
    assert "%" not in box(picture(framework, said(PROPERTY, "none")), PROPERTY).aria


def test_a_harm_less_likely_than_not_is_not_said_to_be_none(framework: Framework) -> None:
    unlikely = effect(PROPERTY, harm="material", likelihood="very unlikely")
    found = box(picture(framework, unlikely), PROPERTY)
    assert [mark.word for mark in found.marks] == ["harm possible"]
    assert "%" in found.aria


def test_a_link_takes_the_tone_of_what_it_comes_from(framework: Framework) -> None:
    found = picture(framework, effect(PROPERTY, harm="major", likelihood="virtually certain"))
    tones = {each.tone for each in found.links if each.source == PROPERTY}
    assert tones == {"harm-3"}


def test_the_picture_is_told_in_words_too(framework: Framework) -> None:
    name = framework.node(PROPERTY).name
    harmed = picture(framework, effect(PROPERTY, harm="major"))
    assert f"{name}: " in harmed.description
    none = picture(framework, said(PROPERTY, "none"))
    assert none.description == "No harm and no benefit was found in the answers given."


def test_on_paper_only_the_core_is_drawn_and_on_the_page_all() -> None:
    library = LIBRARY
    case = library.case("2019-kazakhstan-security-certificate").assessment()
    whole = library.framework_of(case)
    telling = Telling(whole, case, analyse(whole, case), words())
    paper, page = (diagram.draw(telling, topics=each) for each in (False, True))
    assert len(paper.nodes) == 19
    assert len(paper.links) == 71
    assert len(page.nodes) == len(whole.nodes) > 40
    assert box(paper, "integrity").marks == box(page, "integrity").marks
