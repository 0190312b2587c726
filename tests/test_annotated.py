"""A file with comments is read back as the data it was written from."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as some

from assess.yamlfile import annotated, parsed

LONG = "A sentence that is longer than one line. " * 6

TEXTS = some.text(
    some.one_of(
        some.characters(exclude_categories=("Cs", "Cc")),
        some.sampled_from("\n\t :#-'\"{}[]|>&*!%@`,?"),
    ),
    max_size=150,
)


@given(some.lists(TEXTS, max_size=3), TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_texts_are_read_back(words: list[str], text: str) -> None:
    data = {"a": text, "b": {"c": words, "d": [{"e": text, "f": text * 3}]}, "g": None}
    written = annotated(
        data, "head", {("b",): "above: #"}, {("a",): "beside", ("b", "d", "e"): "x"}
    )
    document = parsed(written.encode(), "x")
    assert document.data == data
    assert document.problems == ()


def test_it_is_written_as_people_write() -> None:
    data = {
        "title": "A: b",
        "open": None,
        "year": 2026,
        "date": datetime.date(2026, 11, 22),
        "names": ["a", "no"],
        "nothing": [],
        "rows": [{"id": "6", "text": LONG.strip()}, {"id": "x", "text": "one\n\ntwo"}],
    }
    above = {("rows",): "Each row.", ("rows", "id"): "Told once."}
    assert annotated(data, "Head.\n\nMore.", above, {("open",): "fill in"}) == (
        "# Head.\n#\n# More.\n\n"
        'title: "A: b"\n'
        "open:  # fill in\n"
        "year: 2026\n"
        "date: 2026-11-22\n"
        'names: [a, "no"]\n'
        "nothing: []\n"
        "\n# Each row.\n"
        "rows:\n"
        "    # Told once.\n"
        '  - id: "6"\n'
        "    text: >-\n"
        "      A sentence that is longer than one line. A sentence that is longer than one line. A"
        " sentence that is\n"
        "      longer than one line. A sentence that is longer than one line. A sentence that is"
        " longer than one\n"
        "      line. A sentence that is longer than one line.\n"
        "  - id: x\n"
        "    text: |-\n"
        "      one\n"
        "\n"
        "      two\n"
    )
