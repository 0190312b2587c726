"""What all pictures share: where things stand, how they look, how facts become a specification.

A picture has a column of names, the plot, and a column of remarks. On a narrow screen names and
remarks stand above and below the plot, which leaves `rim` pixels free beside it. Where one reads
from the right it is turned round. Heights are CSS pixels from the top; positions in the plot are
shares of its width (0 to 1).

Colours are the names of CSS variables (assess/web/assets/parts.css), so that a picture follows the
theme, the printer and forced colours by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import altair as alt

    from assess.findings import Channel
    from assess.text import Words

Spec = dict[str, Any]
Fact = Mapping[str, object]
Facts = Mapping[str, Sequence[Fact]]

INK = "var(--assess-chart-ink)"
FAINT = "var(--assess-chart-line)"
SIZE = 14  # of names, in pixels
SMALL = 13
LINE = 17  # from line to line
LETTER = 6.4  # about how wide a small letter is
NARROW_LETTERS = 46  # that fit on a line where the window is 320 pixels wide
TONES = ("none", "1", "2", "3")
UNKNOWN = "unknown"
PLAIN = ("none", UNKNOWN)


@dataclass(frozen=True)
class Place:
    """The room there is and the way one reads there."""

    narrow: bool
    direction: Literal["ltr", "rtl"]
    names: int = 286
    remarks: int = 276
    rim: int = 1

    @property
    def before(self) -> int:
        """Pixels before the plot."""
        return self.rim if self.narrow else self.names

    @property
    def after(self) -> int:
        """Pixels behind the plot."""
        return self.rim if self.narrow or not self.remarks else self.remarks

    @property
    def align(self) -> Literal["left", "right"]:
        """Where words begin."""
        return "left" if self.direction == "ltr" else "right"

    def at(self, pixels: int) -> Spec:
        """So many pixels from where one begins to read."""
        return {"expr": str(pixels) if self.direction == "ltr" else f"width - {pixels}"}

    def behind(self, pixels: int = 14) -> Spec:
        """So many pixels behind the plot."""
        offset = self.after - pixels
        return {"expr": f"width - {offset}" if self.direction == "ltr" else str(offset)}

    @property
    def room(self) -> str:
        """The width of the plot, as an expression."""
        return f"(width - {self.before + self.after})"

    def lines(self, text: str, letters: int) -> list[str]:
        """A text broken over lines of so many letters, or of a phone's width."""
        return broken(text, NARROW_LETTERS if self.narrow else letters)


def broken(text: str, letters: int) -> list[str]:
    """A text broken over lines of so many letters; a longer word has a line of its own."""
    return wrap(text, letters, break_long_words=False, break_on_hyphens=False) or [""]


def along(place: Place, field: str) -> alt.X:
    """A share of the plot's width."""
    import altair as alt

    ends: list[Any] = [{"expr": str(place.before)}, {"expr": f"width - {place.after}"}]
    if place.direction == "rtl":
        ends = [{"expr": f"width - {place.before}"}, {"expr": str(place.after)}]
    return alt.X(
        f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, 1], range=ends, nice=False, zero=False)
    )


def down(field: str = "y") -> alt.Y:
    """Pixels from the top."""
    import altair as alt

    return alt.Y(f"{field}:Q", axis=None, scale=None)


def chart() -> alt.Chart:
    """The beginning of a mark; `showing` says later which facts it shows."""
    import altair as alt

    return alt.Chart()


def shown(mark: alt.Chart, **channels: Any) -> alt.Chart:
    """A mark with what it shows where."""
    layer: alt.Chart = mark.encode(**channels)  # Altair's own method has no type
    return layer


def tones(channel: Channel, part: Literal["fill", "edge", "ink"]) -> alt.Scale:
    """The colours of nothing found, minor, material and major."""
    import altair as alt

    named = [tone if tone in PLAIN else f"{channel}-{tone}" for tone in TONES]
    return alt.Scale(domain=list(TONES), range=[_colour(tone, part) for tone in named])


def _colour(tone: str, part: str) -> str:
    if part == "ink" and tone in PLAIN:
        return INK
    return f"var(--assess-chart-{tone}-{part})"


def boxes(place: Place, channel: Channel) -> alt.Chart:
    """Boxes from x to x2 and y to y2 in the colour of their `tone`."""
    import altair as alt

    return shown(
        chart().mark_rect(strokeWidth=1),
        x=along(place, "x"),
        x2="x2:Q",
        y=down(),
        y2="y2:Q",
        fill=alt.Fill("tone:N", scale=tones(channel, "fill"), legend=None),
        stroke=alt.Stroke("tone:N", scale=tones(channel, "edge"), legend=None),
    )


def dashed(place: Place) -> alt.Chart:
    """Boxes round what is not known."""
    box = chart().mark_rect(fillOpacity=0, stroke=_colour(UNKNOWN, "edge"), strokeDash=[4, 3])
    return shown(box, x=along(place, "x"), x2="x2:Q", y=down(), y2="y2:Q")


def headings(place: Place) -> alt.Chart:
    """What stands above rows."""
    return _text(place, x=place.at(1), fontWeight=700, fontSize=16)


def names(place: Place, **look: Any) -> alt.Chart:
    """Words where one begins to read."""
    return _text(place, x=place.at(1), **look)


def remarks(place: Place) -> alt.Chart:
    """Words behind the plot, or where one begins to read on a narrow screen."""
    return _text(place, x=place.at(1) if place.narrow else place.behind(), fontSize=SMALL)


def _text(place: Place, **look: Any) -> alt.Chart:
    settings: dict[str, Any] = {"fontSize": SIZE, "lineHeight": LINE, "color": INK} | look
    words = chart().mark_text(align=place.align, baseline="top", **settings)
    return shown(words, y=down(), text="text:N")


def ranges(place: Place) -> list[alt.Chart]:
    """Thin lines from `low` to `high`, with ends."""
    line = chart().mark_rule(strokeWidth=1.5, color=INK)
    end = chart().mark_tick(orient="vertical", size=7, thickness=1.5, color=INK)
    return [
        shown(line, x=along(place, "low"), x2="high:Q", y=down()),
        *(shown(end, x=along(place, side), y=down()) for side in ("low", "high")),
    ]


def scale(place: Place) -> alt.Chart:
    """The per cent along the plot: what stands at either end stays within it."""
    first, last = ("left", "right") if place.direction == "ltr" else ("right", "left")
    align: Any = {"expr": f"datum.x === 0 ? '{first}' : datum.x === 1 ? '{last}' : 'center'"}
    words = chart().mark_text(align=align, baseline="top", fontSize=SMALL, color=INK)
    return shown(words, x=along(place, "x"), y=down(), text="text:N")


def showing(facts: str, *marks: alt.Chart) -> alt.LayerChart:
    """Marks over the facts of this name, which are sent once for all of them."""
    import altair as alt

    return alt.LayerChart(data=alt.NamedData(name=facts), layer=list(marks))


def described(*layers: alt.LayerChart) -> Spec:
    """Layers as a specification; what is written first is drawn first."""
    import altair as alt

    picture = (
        alt.LayerChart(layer=list(layers))
        .properties(
            autosize=alt.AutoSizeParams(type="none"),
            padding={"left": 0, "right": 0, "top": 0, "bottom": 0},
            usermeta={"embedOptions": {"renderer": "svg"}},
        )
        .configure(background="transparent", font="inherit")
        .configure_mark(aria=False)
        .configure_view(strokeWidth=0)
    )
    spec: Spec = picture.to_dict()
    return spec


def filled(spec: Spec, facts: Facts, height: float) -> Spec:
    """A described picture with its facts.

    They stand in the layers: facts at the top Streamlit would turn into Arrow, and fetch pandas.
    """
    layers = [
        {**layer, "data": {"name": name, "values": list(facts[name])}}
        for layer in spec["layer"]
        for name in (layer["data"]["name"],)
        if facts.get(name)
    ]
    return {**spec, "layer": layers, "height": height}


def place(words: Words, narrow: bool, **columns: int) -> Place:
    """The place for a picture in somebody's language."""
    return Place(narrow, words.direction, **columns)
