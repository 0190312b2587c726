"""A picture can be read: on a phone, from either side, in any language, without colour."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from gettext import NullTranslations
from pathlib import Path

import altair as alt
import pytest

from assess.charts import look
from assess.findings import CHANNELS
from assess.proposal import Draft
from assess.text import Words
from tests.charts.drawing import (
    KINDS,
    Spec,
    both_sides,
    draw,
    facts,
    judged_by,
    lines_of,
    read,
    texts,
)

ROOT = Path(__file__).resolve().parents[2]
PHONE = 46  # letters that fit beside one another


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_valid_and_small(kind, framework, case) -> None:
    for narrow in (False, True):
        spec = draw(kind, framework, case, narrow=narrow)
        alt.LayerChart.from_dict(spec)
        assert len(json.dumps(spec)) < 24_000
        assert len(facts(spec, "names")) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_too_long_for_a_phone(kind, framework, case) -> None:
    long = case.model_copy(update={"drafts": (Draft(id="d1", label="Lang " * 40),)})
    for given in (case, long):
        for lines in texts(draw(kind, framework, given, narrow=True)):
            assert max(map(len, lines)) <= PHONE, lines


def test_a_line_is_broken_between_words() -> None:
    assert look.broken("Open and globally connected", 12) == ["Open and", "globally", "connected"]
    assert look.broken("", 12) == [""]


@pytest.mark.parametrize("kind", KINDS)
def test_written_from_the_right_a_picture_is_turned_round(kind, framework, case) -> None:
    left, right = (
        draw(kind, framework, case, said=Words(language, NullTranslations()))
        for language in ("en", "ar")
    )
    assert _ends(left)[0] == "286"
    assert _ends(right)[0] == "width - 286"
    assert _aligned(left) == {"left"}
    assert _aligned(right) == {"right"}


def _ends(spec: Spec) -> list[str]:
    found = re.search(
        r'"range": \[\{"expr": "([^"]+)"\}, \{"expr": "([^"]+)"\}\]', json.dumps(spec)
    )
    assert found
    return list(found.groups())


def _aligned(spec: Spec) -> set[str]:
    named = [layer for layer in spec["layer"] if layer["data"]["name"] in ("names", "heads")]
    return {layer["layer"][0]["mark"]["align"] for layer in named}


class Marked(NullTranslations):
    """A language in which each sentence of ours begins with a star."""

    def gettext(self, message: str) -> str:
        return f"★{message}"

    def ngettext(self, one: str, many: str, number: int) -> str:
        return f"★{many}"


@pytest.mark.parametrize("kind", KINDS)
def test_all_words_of_a_picture_are_translated(kind, framework, case) -> None:
    named = {f"{node.code} {node.name}" for node in framework.nodes}
    people = {each.name for each in judged_by(case, 2).assessors}
    data = named | people | {node.name for node in framework.nodes} | {"As issued", "Amended", ""}
    for text in read(draw(kind, framework, case, said=Words("sv", Marked()))):
        assert "★" in text or text in data or not re.search("[a-z]", text), text


@pytest.mark.parametrize("kind", KINDS)
def test_harm_and_benefit_have_their_own_pictures(kind, framework, case) -> None:
    for channel, other in (("harm", "benefit"), ("benefit", "harm")):
        drawn = json.dumps(draw(kind, framework, both_sides(case), channel))
        assert f"chart-{channel}-" in drawn
        assert f"chart-{other}-" not in drawn


def test_what_people_wrote_is_data_and_never_an_expression(framework, case) -> None:
    typed = "'+alert(1)+' <b> datum.x"
    given = case.model_copy(
        update={"drafts": (case.drafts[0].model_copy(update={"label": typed}),)}
    )
    spec = draw("drafts", framework, given)
    assert typed in lines_of(spec, "names")
    layers = [{**layer, "data": None} for layer in spec["layer"]]
    assert "alert" not in json.dumps({**spec, "layer": layers})


# --- colours ----------------------------------------------------------------------------------


def colours() -> dict[str, tuple[str, str]]:
    """The variables of the stylesheet: in light, in dark."""
    style = (ROOT / "assess/web/assets/parts.css").read_text("utf-8")
    named = re.findall(r"(--assess-chart-[\w-]+): light-dark\((#\w+), (#\w+)\);", style)
    return {name: (light, dark) for name, light, dark in named}


def brightness(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_a_picture_names_is_in_the_stylesheet(kind, framework, case) -> None:
    for channel in CHANNELS:
        named = re.findall(r"var\((--[\w-]+)\)", json.dumps(draw(kind, framework, case, channel)))
        assert set(named) <= set(colours())


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_words_stand_out_and_levels_get_steadily_darker_or_lighter(channel, theme) -> None:
    known = {name: pair[theme] for name, pair in colours().items()}
    fills = [known["--assess-chart-none-fill"]]
    for level in "123":
        fill, ink, edge = (
            known[f"--assess-chart-{channel}-{level}-{part}"] for part in ("fill", "ink", "edge")
        )
        assert contrast(fill, ink) >= 4.5
        assert contrast(edge, known["--assess-chart-none-fill"]) >= 3
        fills.append(fill)
    assert contrast(known["--assess-chart-ink"], fills[0]) >= 7
    away = [contrast(fill, fills[0]) for fill in fills]
    assert away == sorted(away)
    assert contrast(fills[3], fills[2]) >= 2


# --- speed ------------------------------------------------------------------------------------


def test_altair_describes_a_picture_once(framework, case, monkeypatch) -> None:
    first = draw("levels", framework, case)
    monkeypatch.setattr(look, "described", None)
    assert draw("levels", framework, case) == first


def test_a_picture_on_a_page_brings_altair_and_no_pandas() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PAGE], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.split() == ["2", "altair"], done.stderr


PAGE = """
import sys
from streamlit.testing.v1 import AppTest

SCRIPT = '''
from assess.explain import Telling
from assess.findings import analyse
from assess.text import words
from assess.ui.parts import chart
from tests.small import SMALL, assessment, effect
given = assessment(SMALL, effect("a", "major"))
chart.levels(Telling(SMALL, given, analyse(SMALL, given), words("en")), "harm")
'''
shown = AppTest.from_string(SCRIPT, default_timeout=60).run()
assert not shown.exception, shown.exception
loaded = {"altair", "pandas", "pyarrow"} & set(sys.modules)
print(len(shown.get("vega_lite_chart")), *sorted(loaded))
"""
