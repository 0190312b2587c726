"""Random trees of every format: nothing but FileProblems is raised, no word is made up or lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from assess.bill.extract import Extract
from assess.bill.reading import read
from assess.bill.reading.schemas import INLINE, SCHEMAS, Schema, tags
from assess.bill.splitting import split
from assess.errors import FileProblems
from tests.bill.reading.made import docx

WORDS = [
    "Article 1",
    "12a",
    "(b)",
    "§ 3",
    "1 bis",
    "Networks",
    "stay",
    "open; ",
    "—",
    "“Nets”",
    "&",
]
TEXTS = st.one_of(st.sampled_from(["", " ", "\n  "]), st.sampled_from(WORDS))
OTHERS = ("p", "unknown", "td", "br")
HTML = tags("div p span b table tr td ul li h1 h3 a br pre em script title select")
WORD = tags("p r t tbl tr tc pPr ins del moveFrom tab br sdt hyperlink txbxContent")

few = settings(max_examples=200, deadline=None)


@st.composite
def trees(draw, names):
    """Steps through a tree: how many tags to close, what is said then, what to open, and there.

    `names` are groups of tags, each as likely as the next; a tree has few, so that they meet.
    """
    name = st.one_of(*(st.sampled_from(sorted(group)) for group in names if group))
    few_names = draw(st.lists(name, min_size=1, max_size=5))
    steps = st.tuples(st.integers(0, 3), TEXTS, st.sampled_from(few_names), TEXTS)
    return draw(st.lists(steps, max_size=12))


def written(root: str, tree, prefix: str = "") -> str:
    """The tree as XML under a root."""
    parts, opened = [f"<{root}>"], []
    for closed, behind, tag, text in tree:
        parts += [f"</{opened.pop()}>" for _ in range(min(closed, len(opened)))]
        opened.append(f"{prefix}{tag}")
        parts.append(f"{escape(behind)}<{opened[-1]}>{escape(text)}")
    parts += [f"</{tag}>" for tag in reversed(opened)]
    return "".join([*parts, f"</{root}>"])


def said(tree, skipped=frozenset()) -> str:
    """All that the tree says outside what is skipped."""
    texts, opened = [], []
    for closed, behind, tag, text in tree:
        del opened[len(opened) - min(closed, len(opened)) :]
        texts += [] if skipped & set(opened) else [behind]
        opened.append(tag)
        texts += [] if skipped & set(opened) else [text]
    return "".join(texts)


def letters(text: str) -> Counter[str]:
    """How often each letter and digit occurs; signs are left out: some formats add brackets."""
    return Counter(filter(str.isalnum, text))


def read_or_refused(data: bytes) -> Extract | None:
    try:
        return read(data)
    except FileProblems:
        return None


def groups(schema: Schema) -> tuple[Collection[str], ...]:
    """The tags of a schema by what they are."""
    return (
        *(schema.provisions, schema.numbers, schema.headings, schema.margins, schema.recitals),
        *(schema.preambles, schema.annexes, schema.divisions, schema.bracketed, schema.skipped),
        *(sorted(INLINE)[:4], OTHERS),
    )


@st.composite
def laws(draw):
    """A root of some schema, its schema, and a tree of its tags."""
    schema = draw(
        st.sampled_from([*SCHEMAS, Schema("", frozenset(["law"]), (), *[frozenset()] * 2)])
    )
    return draw(st.sampled_from(sorted(schema.roots))), schema, draw(trees(groups(schema)))


@few
@given(laws())
def test_legal_xml_gives_every_word_once_and_pieces_in_their_places(law) -> None:
    root, schema, tree = law
    true = letters(said(tree, schema.skipped))
    extract = read_or_refused(written(root, tree).encode())
    if extract is None:
        assert not true
        return
    assert letters(extract.text) == true
    places = [place for piece in extract.pieces for place in (piece.start, piece.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(extract.text) for place in places)
    clauses = split(extract).clauses
    assert letters("".join(clause.text for clause in clauses)) == true


@few
@given(trees([HTML]))
def test_a_page_gives_no_word_that_is_not_in_it(tree) -> None:
    extract = read_or_refused(f"<html><body>{written('div', tree)}</body></html>".encode())
    assert extract is None or not letters(extract.text) - letters(said(tree))


@few
@given(trees([WORD]))
def test_a_word_file_gives_no_word_that_is_not_in_it(tree) -> None:
    extract = read_or_refused(docx(written("w:p", tree, "w:")))
    assert extract is None or not letters(extract.text) - letters(said(tree))


@few
@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<act>"]))
def test_any_bytes_are_read_or_refused(data, head) -> None:
    extract = read_or_refused(head + data)
    assert extract is None or extract.lines or extract.scanned
