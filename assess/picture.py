"""A layered graph, laid out: what is drawn where. One layout serves the page and the reports.

Lengths are in CSS pixels, the origin at the top left. Nothing here knows the framework.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Literal

from assess.text import Words

Tone = Literal[
    "harm-3",
    "harm-2",
    "harm-1",
    "benefit-3",
    "benefit-2",
    "benefit-1",
    "mixed",
    "none",
    "unknown",
]
Strength = Literal["weak", "material", "strong"]
Point = tuple[float, float]

LINE = 17  # height of a line of words
HEAD = 7  # length of an arrow's head
STROKES = {"weak": 1.2, "material": 2.2, "strong": 3.6}
ARGUED = "6 4"  # dashes of a link that is our own reasoning
FONT = "'Source Sans', 'Source Sans Pro', 'Segoe UI', Helvetica, Arial, sans-serif"
# fill, border, words; every pair of fill and words has a contrast of at least 4.5 to 1
PAPER: dict[Tone, tuple[str, str, str]] = {
    "harm-3": ("#8f1d14", "#5e100a", "#ffffff"),
    "harm-2": ("#eaa48f", "#8f1d14", "#1c2326"),
    "harm-1": ("#fae3da", "#b4543f", "#1c2326"),
    "benefit-3": ("#0b4a82", "#06294a", "#ffffff"),
    "benefit-2": ("#94c0e3", "#0b4a82", "#1c2326"),
    "benefit-1": ("#deecf7", "#3f7cb0", "#1c2326"),
    "mixed": ("#e8dcf3", "#5b3a8c", "#1c2326"),
    "none": ("#f4f1e8", "#7b7768", "#1c2326"),
    "unknown": ("#ffffff", "#5d6a70", "#1c2326"),
}
LINK_PAPER = {"harm": "#a3392b", "benefit": "#2767a3", "mixed": "#5b3a8c"}
LINK_PLAIN = "#77756b"


@dataclass(frozen=True)
class Mark:
    """What was found on one side: a symbol to be seen, and the word for it."""

    symbol: str
    word: str

    @property
    def line(self) -> str:
        """Both, as a line of the box."""
        return f"{self.symbol} {self.word}".strip()


@dataclass(frozen=True)
class NodeBox:
    """A box. `aria` is what a screen reader adds after the words that are seen."""

    id: str
    code: str
    label_lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    layer: int
    marks: tuple[Mark, ...]
    tone: Tone
    aria: str

    @property
    def spoken(self) -> str:
        """The name for assistive technology: the words seen, first."""
        seen = " ".join((self.code, *self.label_lines, *(mark.word for mark in self.marks)))
        return f"{seen}. {self.aria}" if self.aria else seen

    @property
    def corner(self) -> float:
        """Radius of the corners: shape tells benefit (round) from harm (square) without colour."""
        return {"harm": 0.0, "benefit": 16.0, "mixed": 8.0}.get(self.tone.split("-")[0], 4.0)


@dataclass(frozen=True)
class LinkLine:
    """An arrow from box to box, through these points; `published` else argued by us."""

    source: str
    target: str
    points: tuple[Point, ...]
    strength: Strength
    tone: Tone
    published: bool


@dataclass(frozen=True)
class GraphPicture:
    """A whole picture; `bare` where it holds no findings.

    Raises ValueError for a link that names no box or has no length.
    """

    nodes: tuple[NodeBox, ...]
    links: tuple[LinkLine, ...]
    width: float
    height: float
    title: str
    description: str
    bare: bool = False

    def __post_init__(self) -> None:
        known = {node.id for node in self.nodes}
        for link in self.links:
            if missing := {link.source, link.target} - known:
                raise ValueError(f"a link names {sorted(missing)[0]!r}, which is no box here")
            if len(link.points) < 2:
                raise ValueError(f"the link {link.source} -> {link.target} needs two points")

    @cached_property
    def across(self) -> bool:
        """Whether the layers stand side by side; else they stand one above the other."""
        first = {node.layer: node for node in self.nodes}.values()
        widths = [node.x for node in first]
        heights = [node.y for node in first]
        return not first or max(widths) - min(widths) >= max(heights) - min(heights)

    def curve(self, link: LinkLine) -> str:
        """The SVG path of a link, leaving and reaching its boxes in the direction of the layers."""
        (x, y), *others = (*link.points[:-1], self._neck(link))
        path = [f"M{x:.1f} {y:.1f}"]
        for a, b in others:
            bend = (a - x) if self.across else (b - y)
            if abs(bend) < 1:
                path.append(f"L{a:.1f} {b:.1f}")
            elif self.across:
                path.append(
                    f"C{x + bend / 2:.1f} {y:.1f} {a - bend / 2:.1f} {b:.1f} {a:.1f} {b:.1f}"
                )
            else:
                path.append(
                    f"C{x:.1f} {y + bend / 2:.1f} {a:.1f} {b - bend / 2:.1f} {a:.1f} {b:.1f}"
                )
            x, y = a, b
        return "".join(path)

    def head(self, link: LinkLine) -> str:
        """The corners of the arrow's head, for an SVG polygon."""
        (x, y), (dx, dy) = link.points[-1], self._heading(link)
        length, half = HEAD + STROKES[link.strength], 2 + STROKES[link.strength]
        back = (x - dx * length, y - dy * length)
        corners = (
            (x, y),
            (back[0] - dy * half, back[1] + dx * half),
            (back[0] + dy * half, back[1] - dx * half),
        )
        return " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)

    def _neck(self, link: LinkLine) -> Point:
        (x, y), (dx, dy) = link.points[-1], self._heading(link)
        return x - dx * HEAD, y - dy * HEAD

    def _heading(self, link: LinkLine) -> Point:
        """Unit vector in which the link arrives."""
        (x, y), (a, b) = link.points[-2], link.points[-1]
        along = (a - x) if self.across else (b - y)
        if abs(along) >= 1:
            sign = 1.0 if along > 0 else -1.0
            return (sign, 0.0) if self.across else (0.0, sign)
        length = ((a - x) ** 2 + (b - y) ** 2) ** 0.5 or 1.0
        return (a - x) / length, (b - y) / length


def legend(picture: GraphPicture, words: Words) -> tuple[str, ...]:
    """What shape and line mean, a sentence each; colour never says anything alone."""
    _ = words.gettext
    boxes = _("Square boxes are harmed, round ones gain; a dashed border means not known.")
    arrows = (
        _("A thicker arrow is a stronger link."),
        _("A solid arrow is stated by a published text, a dashed one is our reasoning."),
    )
    return arrows if picture.bare else (boxes, *arrows)


def svg(picture: GraphPicture, words: Words) -> str:
    """The picture as an SVG file that stands alone, for light paper, with its legend."""
    notes = legend(picture, words)
    height = picture.height + 12 + LINE * len(notes)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{escape(words.language)}"'
        f' viewBox="0 0 {picture.width:g} {height:g}" width="{picture.width:g}"'
        f' height="{height:g}" font-family="{FONT}" font-size="14">',
        f"<title>{escape(picture.title)}</title><desc>{escape(picture.description)}</desc>",
        *(_arrow(picture, link) for link in picture.links),
        *(_box(node) for node in picture.nodes),
        *(
            _words(8, picture.height + 12 + LINE * (row + 0.5), note, "#3d4549", size=13)
            for row, note in enumerate(notes)
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _arrow(picture: GraphPicture, link: LinkLine) -> str:
    colour = LINK_PAPER.get(link.tone.split("-")[0], LINK_PLAIN)
    dashes = "" if link.published else f' stroke-dasharray="{ARGUED}"'
    return (
        f'<path d="{picture.curve(link)}" fill="none" stroke="{colour}"'
        f' stroke-width="{STROKES[link.strength]}"{dashes}/>'
        f'<polygon points="{picture.head(link)}" fill="{colour}"/>'
    )


def _box(node: NodeBox) -> str:
    fill, border, ink = PAPER[node.tone]
    dashes = ' stroke-dasharray="5 4"' if node.tone == "unknown" else ""
    lines = [
        f'<rect x="{node.x:g}" y="{node.y:g}" width="{node.width:g}" height="{node.height:g}"'
        f' rx="{node.corner:g}" fill="{fill}" stroke="{border}" stroke-width="1.5"{dashes}/>',
        _words(node.x + 12, node.y + 8 + LINE * 0.5, node.code, ink, bold=True),
    ]
    rows = (*((text, False) for text in node.label_lines), *((m.line, True) for m in node.marks))
    for row, (text, bold) in enumerate(rows, start=1):
        lines.append(_words(node.x + 12, node.y + 8 + LINE * (row + 0.5), text, ink, bold=bold))
    return "".join(lines)


def _words(x: float, y: float, text: str, ink: str, *, bold: bool = False, size: int = 14) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" dominant-baseline="central" fill="{ink}"'
        f' font-size="{size}"{weight}>{escape(text)}</text>'
    )
