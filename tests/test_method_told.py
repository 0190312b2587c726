"""The method as it is told: true to the numbers in use, in plain and short sentences."""

from __future__ import annotations

import gettext
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest

from assess.assessment import Assessment, FrameworkRef
from assess.choices import Band, Choices, Loss
from assess.explain.method import chapters, chosen_otherwise, limits, numbers, setting, steps
from assess.explain.method.drawing import alternative, drawing
from assess.explain.method.example import example
from assess.method import DEFAULT, Method
from assess.text import Words, words

ENGLISH = words("en")
OTHER = Choices(
    strengths={
        "weak": Band(low=0.01, centre=0.05, high=0.11),
        "strong": Band(low=0.68, centre=0.77, high=0.88),
    },
    losses={"supports": Loss(harm=2, benefit=1)},
    broken=0.505,
    at_risk=0.31,
    confidences={"high": 0.93, "low": 0.37},
)


def texts(said: Words, method: Method) -> Iterator[str]:
    """Everything that is told, piece by piece."""
    for chapter in chapters(said, method):
        yield from (chapter.title, *chapter.paragraphs, *chapter.after)
        yield from (text for point in chapter.points for text in point if text)
    for step in steps(said):
        yield from (step.title, *step.sentences)
    yield from (*setting(said), *limits(said))


def told(method: Method) -> str:
    return " ".join(texts(ENGLISH, method))


# --- the numbers -------------------------------------------------------------------------------


def printed(method: Method) -> str:
    return " ".join(row.value for each in numbers(ENGLISH, method) for row in each.rows)


@pytest.mark.parametrize("method", [DEFAULT, OTHER.method()], ids=["toolkit's", "another"])
def test_every_number_of_the_method_is_printed(method: Method) -> None:
    for row in method.rows():
        values = [value for value in (row.value, row.low, row.high) if value is not None]
        for value in values:
            if row.group.endswith("drop"):
                shown = f"{row.group.removesuffix(' drop')} {value:g}"
            elif value == method.spread:
                shown = "1/3"
            else:
                shown = ENGLISH.exact(value) if value <= 1 else ENGLISH.number(int(value))
            assert shown in printed(method), row


def test_four_kinds_of_numbers_are_ours() -> None:
    ours = [each.group for each in numbers(ENGLISH, DEFAULT) if each.ours]
    assert ours == ["strength", "loss", "flag", "confidence"]


def test_a_number_that_differs_stands_beside_the_toolkit_s_own() -> None:
    rows = [row for each in numbers(ENGLISH, OTHER.method()) for row in each.rows]
    assert {row.name: row.toolkit for row in rows if row.toolkit} == {
        "A weak link": "20% (from 10% to 30%)",
        "A strong link": "90% (from 80% to 100%)",
        "A link that supports": "harm 1, benefit 0",
        "Broken": "66%",
        "At risk": "33%",
        "High confidence": "80%",
        "Low confidence": "40%",
    }
    assert not [row for each in numbers(ENGLISH, DEFAULT) for row in each.rows if row.toolkit]


def test_what_is_chosen_otherwise_is_one_line() -> None:
    ref = FrameworkRef(id="internet-way-of-networking", version="1.0.0")
    given = Assessment(framework=ref, choices=Choices(broken=0.5, at_risk=0.3))
    assert chosen_otherwise(ENGLISH, given) == (
        "With values of this assessment's own, not the toolkit's:"
        " Broken: 50% instead of 66%; At risk: 30% instead of 33%."
    )
    assert chosen_otherwise(ENGLISH, Assessment(framework=ref)) == ""


# --- the chapters --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "there", "not_there"),
    [
        (DEFAULT, ("90% of cases", "80% of cases", "66% or more", "benefit 1"), ("77%",)),
        (
            OTHER.method(),
            ("77% of cases", "5%", "93% of cases", "50.5% or more", "31% or more", "harm 2"),
            ("in 90% of cases", "80% of cases,"),
        ),
    ],
    ids=["toolkit's", "another"],
)
def test_the_chapters_tell_the_numbers_in_use(
    method: Method, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    said = " ".join(
        text
        for chapter in chapters(ENGLISH, method)
        for text in (*chapter.paragraphs, *(p.text for p in chapter.points), *chapter.after)
    )
    assert [each for each in there if each not in said] == []
    assert [each for each in not_there if each in said] == []


def test_firmness_is_told_with_its_cut_offs() -> None:
    assert "holds in 90% of them or more, fairly firm from 66% on" in told(DEFAULT)


@pytest.mark.parametrize(
    "phrase",
    [
        "nothing is added up",
        "a benefit never cancels a harm",
        "Doing nothing is judged like a draft.",
        "A mean level is never formed.",
        "not how likely the law is to break the Internet",
        "It does not measure the Internet",
        "ten minor harms stay minor harms",
        "16,384",
    ],
)
def test_what_must_be_said_is_said(phrase: str) -> None:
    assert phrase in told(DEFAULT)


def test_no_formula_and_no_sentence_that_is_too_long_to_read_out() -> None:
    for text in texts(ENGLISH, DEFAULT):
        assert not re.search(r"[=∑≥≤∈×κφ]|\d \* \d", text), text
        for sentence in re.split(r"(?<=[.:;?]) ", text):
            assert len(sentence.split()) <= 32, sentence


def test_no_impact_is_never_said() -> None:
    assert "no impact" not in told(DEFAULT).casefold()


class Marked(gettext.NullTranslations):
    """A language in which every sentence stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"[{message}]"

    def ngettext(self, one: str, many: str, number: int) -> str:
        return f"[{one if number == 1 else many}]"


def test_every_sentence_goes_through_the_catalogue() -> None:
    marked = Words("en", Marked())
    assert [text for text in texts(marked, DEFAULT) if not text.startswith("[")] == []
    rows = [row for each in numbers(marked, DEFAULT) for row in each.rows]
    assert [row.name for row in rows if not row.name.startswith("[")] == []
    assert [title for title in (e.title for e in numbers(marked, DEFAULT)) if title[0] != "["] == []
    assert "<title>[" in drawing(marked)


# --- the worked example ----------------------------------------------------------------------


def test_what_the_example_says_without_numbers_is_so() -> None:
    found = example()
    assert found.stated.node("a").flag == "broken"
    assert found.unsure.node("a").flag == "at-risk"
    unknown = found.unknown.node("d").harm
    assert (unknown.lower_level, unknown.upper_level) == (3, 3)
    assert unknown.doubts == ()
    assert found.certain.node("d").harm.level == found.certain.node("d").harm.chain.level == 3
    assert found.certain.node("d").harm.difference is None
    assert found.supports.node("f").harm.p[2] == 0
    loop = found.loop.node("p").harm
    assert loop.p[2] == 0
    assert loop.p[1] == pytest.approx(0.8, abs=0.005)


def test_the_parts_of_the_example_add_up_as_they_are_printed() -> None:
    said = {step.title: " ".join(step.sentences) for step in steps(ENGLISH)}
    for title in ("Whose doing it is", "By which way"):
        whole, first, second = map(int, re.findall(r"(\d+)%", said[title])[:3])
        assert first + second == whole


def test_the_example_ends_with_the_sentences_of_the_findings() -> None:
    last = steps(ENGLISH)[-1].sentences
    assert last[0].startswith("Breaks a critical property: likely (77%")
    assert "fairly firm" in last[1]


def test_the_drawing_names_every_part_and_every_link() -> None:
    root = ElementTree.fromstring(drawing(ENGLISH))
    shown = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert [each for each in shown if each in "ABCD"] == ["A", "B", "C", "D"]
    assert shown.count("strong") == shown.count("material") == 2
    assert shown.count("90%") == shown.count("50%") == 2
    assert alternative(ENGLISH).count("bears on") == 4
    description = root.find("{http://www.w3.org/2000/svg}desc")
    assert description is not None
    assert description.text == alternative(ENGLISH)
