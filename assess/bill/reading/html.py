"""HTML and XHTML: what stands in each block, in order, tables too."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from assess.bill.reading.limits import Refused
from assess.bill.reading.lines import Block, with_their_markers
from assess.bill.reading.marked import local, parse_html, parse_xml
from assess.bill.reading.schemas import tags
from assess.text import Words

_SKIPPED = ("script", "style", "template", "noscript", "title", "svg", "math", "select", "button")
_BLOCKS = tags(
    "address article aside blockquote body br caption center col dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option"
    " p pre section summary table tbody td textarea tfoot th thead tr ul"
)
_CELLS = frozenset(("td", "th"))
_LEVELS = {f"h{level}": level for level in range(1, 7)}


def read_html(text: str, words: Words) -> tuple[tuple[Block, ...], str | None]:
    """The blocks of a page and the language it says it is in.

    Raises Refused; nothing is left out as if it were not part of the law, but scripts and styles.
    """
    root = _root(text, words)
    etree.strip_elements(root, *_SKIPPED, with_tail=False)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return tuple(with_their_markers(_blocks(root))), language


def _root(text: str, words: Words) -> etree._Element:
    """The page: read strictly where it says it is XML, where a script may close itself."""
    if text.lstrip("\ufeff \r\n\t").startswith("<?xml"):
        try:
            root = parse_xml(text, words)
        except Refused:
            return parse_html(text, words)
        for element in root.iter():
            element.tag = local(element)
        return root
    return parse_html(text, words)


def _blocks(root: etree._Element) -> Iterator[Block]:
    parts: list[str] = []
    level: int | None = None
    cells = 0

    def block() -> Block:
        made = Block("".join(parts), level=level, cell=cells > 0)
        parts.clear()
        return made

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in _BLOCKS:
            if parts:
                yield block()
            step = 1 if event == "start" else -1
            cells += step * (tag in _CELLS)
            if tag in _LEVELS:
                level = _LEVELS[tag] if event == "start" else None
        added = element.text if event == "start" else element.tail
        if added and tag == "pre" and event == "start":
            yield from (Block(line, cell=cells > 0) for line in added.splitlines())
        elif added:
            parts.append(added)
    if parts:
        yield block()
