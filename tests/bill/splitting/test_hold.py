"""Whatever the text: clauses stand side by side, lose nothing, and every end is a good end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.bill.clause import Split
from assess.bill.extract import Extract, Line, Piece
from assess.bill.splitting import divide, draft, merge, parts, rename, split
from assess.proposal import Draft, Provision
from assess.value import LINE_LIMIT, PROVISION_LIMIT
from tests.bill.splitting import laws
from tests.bill.splitting.laws import extract

STARTS = [
    *("Article 1", "Article 2", "Art. 3", "ARTICLE IV", "Article 1er A", "Article 5 bis", "§ 1"),
    *("§ 2a", "1 §", "第一条", "第二条", "제1조", "المادة الأولى", "مادة (٢)", "धारा १", "SEC. 2."),
    *("1.", "2.", "12 (1)", "3.1", "(1)", "(2)", "CHAPTER I", "2 luku", "第一章", "ANNEX I"),
    *("Schedule 1", "Whereas:", "HAVE ADOPTED THIS LAW:", "‘Article 5", "« Art. 6. –", "5 to 8 ["),
    *("Section 4 is replaced by the following:", "Article 2 of the Act", "Artículos transitorios"),
]
lines_of_law = st.lists(
    st.one_of(
        st.sampled_from(STARTS),
        st.builds("{} {}".format, st.sampled_from(STARTS), st.text(max_size=40)),
        st.text(max_size=80),
    ),
    max_size=40,
)
any_law = lines_of_law.map(lambda lines: extract("\n".join(lines).replace("\r", " ")))
LAWS = [extract(text) for name, text in vars(laws).items() if name.isupper()]


def provisions(found: Split) -> tuple[Provision, ...]:
    """What a draft takes over; Provision itself refuses what it cannot hold."""
    return tuple(Provision(**part._asdict()) for part in parts(found))


def holds(found: Split, text: str) -> None:
    at = 0
    for clause in found.clauses:
        assert clause.start - at in (0, 1)
        assert text[at : clause.start] in ("", "\n")
        assert text[clause.start : clause.end] == clause.text
        for each in clause.quoted:
            assert clause.start <= each.start <= each.end <= clause.end
            assert text[each.start : each.end] == each.text
        at = clause.end
    assert not text[at:].strip()
    ids = [clause.id for clause in found.clauses]
    assert len(ids) == len(set(ids))
    assert all(0 < len(each) <= 300 for each in ids)
    assert all(set(clause.refers) < set(ids) | {""} for clause in found.clauses if clause.refers)


@settings(max_examples=150, deadline=None)
@given(any_law)
def test_any_text_is_cut_without_loss(law: Extract) -> None:
    found = split(law)
    holds(found, law.text)
    assert found.chain.count == len(found.provisions)
    Draft(id="d", provisions=provisions(found))


@settings(max_examples=60, deadline=None)
@given(any_law, st.data())
def test_marks_of_a_format_may_lie_anywhere(law: Extract, data: st.DataObject) -> None:
    place = st.integers(-5, len(law.text) + 5)
    kinds = st.sampled_from(["provision", "recital", "annex", "preamble"])
    piece = st.builds(
        Piece, kinds, st.text(max_size=5), st.text(max_size=9), st.just(""), place, place
    )
    pieces = tuple(data.draw(st.lists(piece, max_size=6)))
    marked = Extract(law.kind, law.lines, pieces=pieces, schema="made up")
    found = split(marked)
    holds(found, law.text)
    Draft(id="d", provisions=provisions(found))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(LAWS), st.data())
def test_corrections_keep_every_character(law: Extract, data: st.DataObject) -> None:
    found = split(law)
    for _ in range(5):
        clause = data.draw(st.sampled_from(found.clauses))
        verb = data.draw(st.sampled_from(["merge", "divide", "rename"]))
        if verb == "merge" and clause is not found.clauses[0]:
            found = merge(found, clause.id)
        elif verb == "divide" and len(clause.text) > 1:
            found = divide(found, clause.id, data.draw(st.integers(1, len(clause.text) - 1)))
        elif verb == "rename":
            found = rename(found, clause.id, f"new {len(found.clauses)} {clause.start}")
        holds(found, law.text)


def test_what_was_divided_is_merged_again() -> None:
    law = extract(laws.GERMANY)
    found = split(law)
    halves = divide(found, "2", found.provisions[1].text.index("Das Nähere"))
    assert [c.id for c in halves.provisions][:4] == ["1", "2", "2 [2]", "2a"]
    assert halves.chain.count == 6
    again = merge(halves, "2 [2]")
    assert [c.text for c in again.clauses] == [c.text for c in found.clauses]


def test_a_renamed_provision_is_named_so_by_the_others() -> None:
    found = rename(split(extract(laws.GERMANY)), "2a", "2 a")
    (penalty,) = [c for c in found.provisions if c.id == "3"]
    assert penalty.refers == ("2 a",)


WRONG = [
    (lambda s: merge(s, "99"), "there is no provision 99; reload the list and choose one of it"),
    (lambda s: merge(s, "preamble"), "preamble is the first; there is nothing before it"),
    (lambda s: divide(s, "1", 0), "0 is no place inside 1; it has"),
    (lambda s: divide(s, "1", 10_000), "10000 is no place inside 1"),
    (lambda s: rename(s, "1", "2"), "2 is taken; choose another number or join the two"),
    (lambda s: rename(s, "1", "  "), "a number has 1 to 300 characters"),
]


@pytest.mark.parametrize(("verb", "words"), WRONG)
def test_a_correction_that_cannot_be_says_why(verb, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        verb(split(extract(laws.GERMANY)))


def test_provisions_of_a_draft_have_neither_marker_nor_heading_in_their_text() -> None:
    made = provisions(split(extract(laws.UNION)))
    assert [each.id for each in made] == ["1", "2", "3", "ANNEX I", "ANNEX II"]
    assert made[2].heading == "Entry into force"
    assert made[2].text.startswith("This Regulation shall enter")


def test_a_provision_that_is_too_long_goes_on_under_its_number() -> None:
    law = "Article 1\n" + "word " * 90_000 + "\nArticle 2\nThe end of this law."
    made = provisions(split(extract(law)))
    assert [each.id for each in made] == ["1", "1 [2]", "1 [3]", "2"]
    assert sum(len(each.text) for each in made[:3]) == 450_000


def test_what_a_draft_can_hold_is_said_twice_and_alike() -> None:
    assert (draft.HEADING, draft.TEXT) == (LINE_LIMIT, PROVISION_LIMIT)
    Draft(id="d", provisions=[{"id": str(n)} for n in range(draft.MOST)])


def test_more_provisions_than_a_draft_holds_are_joined_with_their_neighbours() -> None:
    law = "\n".join(f"Article {n}\nText of article number {n}." for n in range(1, 2_502))
    made = provisions(split(extract(law)))
    assert len(made) <= 2_000
    assert made[0].id == "1–2"
    assert "Text of article number 2." in made[0].text
    assert made[-1].id == "2501"


def test_a_mark_of_white_space_alone_is_no_name() -> None:
    law = extract("Article 1")
    marked = Extract(law.kind, law.lines, (Piece("provision", "", "\r", "", 0, 9),), "made up")
    assert [clause.id for clause in split(marked).clauses] == ["provision"]


def lots(*texts: str, of: int) -> Extract:
    made: list[Line] = []
    start = 0
    for _ in range(of // len(texts)):
        for text in texts:
            made.append(Line(text, start))
            start += len(text) + 1
    return Extract("text", tuple(made))


OVER_AND_OVER = "See Articles 1 to 1999 of this Act. " * 5_000
HOSTILE = [
    ("one marker again and again", lots("Article 1", of=100_000)),
    ("markers without text", lots("1.", "2.", "3.", "4.", of=100_000)),
    ("quotations that never end", lots("is replaced by the following:", "« Article 5", of=40_000)),
    (
        "an act replaced again and again",
        lots("Article 1 is replaced by the following:", "“Article 2", of=80_000),
    ),
    (
        "provisions that name all the others, over and over",
        extract("\n".join(f"Article {n}\n{OVER_AND_OVER * (n <= 12)}" for n in range(1, 2_001))),
    ),
    ("nothing but annexes", lots("ANNEX I", "ANNEX II", of=100_000)),
    ("one endless line", lots("Article 1 " * 500_000, of=1)),
    ("one endless number", lots("1" * 5_000_000, of=1)),
    ("suffixes without end", lots("Article 1" + " bis" * 40 + "-1" * 40, of=20_000)),
    ("blanks without end", lots("Article" + " " * 5_000 + "1", of=2_000)),
]


@pytest.mark.parametrize("law", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_hostile_text_ends_soon(law: Extract) -> None:
    begun = time.process_time()
    made = provisions(split(law))
    assert time.process_time() - begun < 6
    assert 1 <= len(made) <= 2_000
