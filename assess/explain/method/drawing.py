"""The small picture of the worked example: four boxes, four links, and how strong each is."""

from __future__ import annotations

from html import escape
from textwrap import wrap

from assess import wording
from assess.explain.method.example import MAIN, small
from assess.framework import Link
from assess.method import DEFAULT
from assess.text import Words

WIDTH, HEIGHT = 440, 250
BOX = (98, 76)
PLACES = {"a": (4, 8), "b": (4, 166), "c": (172, 166), "d": (338, 8)}
# From where to where each arrow goes; where its label stands, and how far apart its two lines are.
ARROWS = {
    ("a", "d"): ((102, 40), (336, 40), (219, 33, 22)),
    ("a", "c"): ((102, 62), (196, 164), (178, 96, 17)),
    ("b", "c"): ((102, 208), (170, 208), (136, 201, 22)),
    ("c", "d"): ((270, 186), (362, 86), (350, 142, 17)),
}
FONT = "'Source Sans Pro', 'Segoe UI', Helvetica, Arial, sans-serif"
# It stands on a ground of its own, so that it is legible whatever theme surrounds it.
STYLE = """
.ground { fill: #fffdf8 } .box { fill: #f1ece0; stroke: #5d6a70; stroke-width: 1.5 }
.line { stroke: #5d6a70; fill: none } .head { fill: #5d6a70 } text { fill: #1c2326 }
.label { stroke: #fffdf8; stroke-width: 5; paint-order: stroke }
@media (prefers-color-scheme: dark) {
.ground { fill: #1b2226 } .box { fill: #2b353a; stroke: #b5b3aa }
.line { stroke: #b5b3aa } .head { fill: #b5b3aa } text { fill: #ece7dc }
.label { stroke: #1b2226 } }
"""


def alternative(words: Words) -> str:
    """The picture in a sentence for each link."""
    _ = words.gettext
    said = _("{origin} bears on {target} by a {strength} link, open in {share} of the draws.")
    return " ".join(
        said.format(
            origin=link.origin.upper(),
            target=link.target.upper(),
            strength=wording.strength_word(words, link.strength),
            share=words.percent(DEFAULT.strength(link.strength).centre),
        )
        for link in small("a b", "c", "d", MAIN, words).links
    )


def drawing(words: Words) -> str:
    """The picture as an SVG file."""
    framework = small("a b", "c", "d", MAIN, words)
    title = words.gettext("The worked example: four parts and the links between them")
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
            f' lang="{escape(words.language)}" font-family="{FONT}" font-size="14"'
            ' text-anchor="middle">',
            f"<title>{escape(title)}</title><desc>{escape(alternative(words))}</desc>",
            f"<style>{STYLE}</style>",
            '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11"'
            ' markerHeight="11" markerUnits="userSpaceOnUse" orient="auto">'
            '<path class="head" d="M0 0L10 5L0 10z"/></marker></defs>',
            f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="4"/>',
            *(_arrow(link, words) for link in framework.links),
            *(
                _box(node.id, wording.kind(words, framework.kind(node.id)))
                for node in framework.nodes
            ),
            "</svg>\n",
        )
    )


def _arrow(link: Link, words: Words) -> str:
    (x, y), (to_x, to_y), (at_x, at_y, apart) = ARROWS[link.origin, link.target]
    width = {"weak": 1.2, "material": 2.0, "strong": 3.6}[link.strength]
    lines = (
        wording.strength_word(words, link.strength),
        words.percent(DEFAULT.strength(link.strength).centre),
    )
    return (
        f'<path class="line" stroke-width="{width}" marker-end="url(#head)"'
        f' d="M{x} {y}L{to_x} {to_y}"/>' + _text(lines, at_x, at_y, apart, "label")
    )


def _box(node: str, kind: str) -> str:
    (x, y), (width, height) = PLACES[node], BOX
    middle = x + width / 2
    return (
        f'<rect class="box" x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/>'
        f'<text x="{middle:g}" y="{y + 24}" font-size="17" font-weight="700">{node.upper()}</text>'
        + _text(tuple(wrap(kind, 12)), middle, y + 44, 17, "")
    )


def _text(lines: tuple[str, ...], x: float, y: float, apart: float, kind: str) -> str:
    return "".join(
        f'<text class="{kind}" x="{x:g}" y="{y + apart * row:g}">{escape(line)}</text>'
        for row, line in enumerate(lines)
    )
