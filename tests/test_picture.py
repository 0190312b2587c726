"""A laid-out graph as SVG: what is drawn, what is spoken, and that it can be read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from assess.picture import PAPER, GraphPicture, LinkLine, Mark, NodeBox, Tone, legend, svg
from assess.text import words

SVG = "{http://www.w3.org/2000/svg}"
ENGLISH = words("en")
ROUTES = NodeBox(
    *("routes", "CP3", ("Routing & <management>", "without a centre"), 10, 10, 220, 84, 0),
    *((Mark("▼▼▼", "major harm"),), "harm-3", "It leads to 2 others."),
)
REACH = replace(ROUTES, id="reach", code="E4", x=400, y=200, layer=1, tone="unknown")
ARROW = LinkLine("routes", "reach", ((230, 52), (400, 242)), "strong", "harm-3", published=True)
PICTURE = GraphPicture((ROUTES, REACH), (ARROW,), 640, 300, "What follows", "Left to right.")


def drawn(picture: GraphPicture) -> ET.Element:
    return ET.fromstring(svg(picture, ENGLISH))


def test_a_picture_stands_alone_with_title_and_description() -> None:
    root = drawn(PICTURE)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "What follows"
    assert root.findtext(f"{SVG}desc") == "Left to right."


def test_words_are_text_whatever_they_hold() -> None:
    texts = [element.text for element in drawn(PICTURE).iter(f"{SVG}text")]
    assert texts[:4] == ["CP3", "Routing & <management>", "without a centre", "▼▼▼ major harm"]
    notes = legend(PICTURE, ENGLISH)
    assert tuple(texts[-len(notes) :]) == notes


def test_a_picture_without_findings_explains_no_findings() -> None:
    said = legend(replace(PICTURE, bare=True), ENGLISH)
    assert said == legend(PICTURE, ENGLISH)[1:]
    assert not any("harmed" in each for each in said)


def stroke(link: LinkLine) -> dict[str, str]:
    return drawn(replace(PICTURE, links=(link,))).findall(f"{SVG}path")[0].attrib


def test_a_link_of_ours_is_dashed_and_a_published_one_is_not() -> None:
    assert "stroke-dasharray" not in stroke(ARROW)
    assert stroke(replace(ARROW, published=False))["stroke-dasharray"] == "6 4"


def test_a_stronger_link_is_thicker() -> None:
    thin, middle, thick = (
        float(stroke(replace(ARROW, strength=strength))["stroke-width"])
        for strength in ("weak", "material", "strong")
    )
    assert thin < middle < thick


def test_harm_benefit_and_unknown_differ_without_colour() -> None:
    corners = {tone: replace(ROUTES, tone=tone).corner for tone in ("harm-1", "benefit-1", "none")}
    assert len(set(corners.values())) == 3
    boxes = drawn(PICTURE).findall(f"{SVG}rect")
    assert [box.get("stroke-dasharray") for box in boxes] == [None, "5 4"]


def test_the_spoken_name_begins_with_the_words_seen() -> None:
    assert ROUTES.spoken == (
        "CP3 Routing & <management> without a centre major harm. It leads to 2 others."
    )


@pytest.mark.parametrize(
    ("points", "across", "curve", "head"),
    [
        (((0, 0), (100, 50)), True, "M0.0 0.0C46.5 0.0 46.5 50.0 93.0 50.0", "100.0,50.0"),
        (((0, 0), (50, 100)), False, "M0.0 0.0C0.0 46.5 50.0 46.5 50.0 93.0", "50.0,100.0"),
        (((0, 0), (0, 100)), True, "M0.0 0.0L0.0 93.0", "0.0,100.0"),
        (((90, 0), (0, 0)), True, "M90.0 0.0C48.5 0.0 48.5 0.0 7.0 0.0", "0.0,0.0"),
    ],
)
def test_arrows_leave_and_arrive_in_the_direction_of_the_layers(
    points: tuple[tuple[float, float], ...], across: bool, curve: str, head: str
) -> None:
    below = replace(REACH, x=10, y=400) if not across else REACH
    arrow = replace(ARROW, points=points)
    picture = replace(PICTURE, nodes=(ROUTES, below), links=(arrow,))
    assert picture.across is across
    assert picture.curve(arrow) == curve
    assert picture.head(arrow).split()[0] == head


def test_a_picture_without_boxes_is_still_a_picture() -> None:
    assert drawn(replace(PICTURE, nodes=(), links=())).find(f"{SVG}rect") is None


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        (replace(ARROW, target="nowhere"), "a link names 'nowhere', which is no box here"),
        (replace(ARROW, points=((1, 1),)), "the link routes -> reach needs two points"),
    ],
)
def test_a_link_that_cannot_be_drawn_is_refused(link: LinkLine, complaint: str) -> None:
    with pytest.raises(ValueError) as raised:
        replace(PICTURE, links=(link,))
    assert str(raised.value) == complaint


def light(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    full = colour if len(colour) == 7 else "#" + "".join(2 * c for c in colour[1:])
    channels = [int(full[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tone", PAPER)
def test_words_on_every_tone_can_be_read(tone: Tone) -> None:
    fill, _border, ink = PAPER[tone]
    bright, dark = sorted((light(fill), light(ink)), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize(
    "tones", [("harm-1", "harm-2", "harm-3"), ("benefit-1", "benefit-2", "benefit-3")]
)
def test_levels_of_one_side_differ_in_greyscale_print(tones: tuple[Tone, ...]) -> None:
    faint, middle, full = (light(PAPER[tone][0]) for tone in tones)
    assert faint > middle + 0.15 > full + 0.3
