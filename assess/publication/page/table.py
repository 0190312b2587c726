"""Tables that stay tables where a narrow page lays each row out as a card."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from assess.publication.markup import Cell, el


def table(
    caption: str, head: tuple[str, ...], rows: Iterable[Element], class_: str | None = None
) -> Element:
    """A table whose first column heads its rows. The roles keep it one whatever its layout."""
    columns = (el("th", each, scope="col", role="columnheader") for each in head)
    return el(
        "table",
        el("caption", caption),
        el("thead", el("tr", *columns, role="row")),
        el("tbody", *rows),
        role="table",
        class_=class_,
    )


def row(*cells: Cell, heads: tuple[str, ...] = (), class_: str | None = None) -> Element:
    """One row. The last cells carry the heads of their columns, for where those are out of sight;
    a cell that needs none is plain without."""
    first, *others = cells
    named = (*(None for _ in others[len(heads) :]), *heads)
    return el(
        "tr",
        el("th", *first, scope="row", role="rowheader"),
        *(
            el("td", *cell, role="cell", data_head=head)
            for cell, head in zip(others, named, strict=True)
        ),
        role="row",
        class_=class_,
    )
