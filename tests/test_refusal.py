"""What a model refuses is said in plain words, with the place and how to mend it."""

from __future__ import annotations

import datetime
from gettext import NullTranslations
from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from assess.assessment import Assessment, Judgement, Sides
from assess.framework import Link
from assess.proposal import Draft
from assess.refusal import MOST, did_you_mean, path, refusals, shown
from assess.text import Words
from assess.value import Line, Value


class Box(Value):
    """One field of each kind that our models have none of, or none with this limit."""

    share: float = Field(default=0, ge=0, le=1, allow_inf_nan=False)
    open: bool = False
    few: tuple[Line, ...] = Field(default=("x",), min_length=1)
    pair: tuple[int, Line] = (1, "x")
    code: str = Field(default="A1", pattern="^[A-Z][0-9]$")
    maybe: Link | None = None
    duo: tuple[int, Link] | None = None
    marked: tuple[Annotated[Link, Field(title="x")], ...] = ()
    either: Link | Sides = Sides()
    when: datetime.time | None = None
    names: dict[str, Link] = Field(default_factory=dict)


def said(model, document) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(document)
    return [f"{path(each.loc)}: {each.message}" for each in refusals(caught.value, model)]


REFUSED = [
    (Judgement, {}, "node: missing; add it"),
    (Judgement, {"node": "a", "harms": 1}, "harms: unknown field; did you mean harm?"),
    (Judgement, {"node": "a", "sides": {"konsumer": ""}}, "did you mean consumer?"),
    (Judgement, {"node": "a", "sides": {"zzzzz": ""}}, "use one of: consumer, provider,"),
    (Judgement, {"node": "a", "answer": "efect"}, '"efect" is not a choice here; did you mean eff'),
    (Judgement, {"node": "a", "evidence": 3}, "3 is not a choice here; use one of: strong, mod"),
    (Judgement, {"node": "a", "sides": None}, "sides: must be a group of fields, not nothing"),
    (Judgement, {"node": "A b"}, 'node: "A b" is not an identifier; use lower-case letters'),
    (Judgement, {"node": 3}, "node: must be text, not a number; put it in quotation marks"),
    (Judgement, {"node": True}, "node: must be text, not true or false"),
    (Judgement, {"node": ["a"]}, "node: must be text, not a list"),
    (Judgement, {"node": {}}, "node: must be text, not a group of fields"),
    (Judgement, {"node": "a", "part": "two"}, "part: must be a whole number, not text"),
    (Judgement, {"node": "a", "part": 0}, "part: too small; the least allowed is 1"),
    (Judgement, {"node": "a", "part": 21}, "part: too large; the most allowed is 20"),
    (Judgement, {"node": "a", "provisions": "6"}, "provisions: must be a list, not text"),
    (Judgement, {"node": "a", "provisions": ["6"] * 201}, "too many: 201; at most 200 are allowed"),
    (Judgement, {"node": "a", "rationale": "x" * 20_001}, "too long: 20001 characters; shorten it"),
    (Judgement, {"node": "a", "rationale": "a\x07"}, "character 2 (U+0007) is a control character"),
    (Judgement, {"node": "a", "rationale": "\ud800"}, "rationale: holds half a character"),
    (Judgement, {"node": "a", "harm": "minor"}, 'harm and benefit need answer "effect"'),
    (Draft, {"id": "d1", "date": "yesterday"}, "date: must be a date, written as in 2026-11-30"),
    (Draft, {"id": "d1", "provisions": [{"id": ""}]}, "provisions[0].id: empty; write something"),
    (Draft, {"id": "d1", "provisions": [{"id": "1", "txt": ""}]}, "txt: unknown field; did you m"),
    (Assessment, {"framework": {"id": "a", "version": "1"}}, '"1" is not a version; write three'),
    (Assessment, {"framework": {"id": "a", "version": "1.0.0"}, "drafts": []}, "drafts: empty; at"),
    (Box, {"share": "much"}, "share: must be a number, not text"),
    (Box, {"share": float("inf")}, "share: must be a finite number"),
    (Box, {"share": 2}, "share: too large; the most allowed is 1"),
    (Box, {"open": "perhaps"}, "open: must be true or false, not text"),
    (Box, {"code": "a1"}, 'code: "a1" does not have the form ^[A-Z][0-9]$'),
    (Box, {"pair": [1, "a\n"]}, "pair[1]: must be a single line"),
    (Box, {"maybe": {"form": 1}}, "maybe.form: unknown field; did you mean from?"),
    (Box, {"duo": [1, {"form": 1}]}, "duo[1].form: unknown field; did you mean from?"),
    (Box, {"marked": [{"form": 1}]}, "marked[0].form: unknown field; did you mean from?"),
    (Box, {"either": {"form": 1}}, "either.Sides.form: unknown field; remove it"),
    (Box, {"when": "noon"}, "when: Input should be"),
    (Judgement, {"node": "a", "evidence": []}, "evidence: [] is not a choice here"),
    (Judgement, {"node": "a", "sides": {"consumer": None}}, "must be text, not nothing"),
    (Draft, {"id": None}, "id: must be text, not nothing"),
    (Assessment, {"triage": {"depth": None}}, "triage.depth: nothing is not a choice here; use"),
    (Box, {"names": []}, "names: must be a group of fields, not a list"),
    (Box, {"names": {"x": {"form": 1}}}, "names.x.form: unknown field; did you mean from?"),
]


@pytest.mark.parametrize(("model", "document", "words"), REFUSED, ids=[r[2][:40] for r in REFUSED])
def test_a_mistake_is_told_with_its_place_and_cure(model, document, words) -> None:
    assert any(words in each for each in said(model, document))


def test_all_mistakes_are_told_at_once() -> None:
    document = {"node": "A", "answer": "no", "part": "x", "extra": 1, "people": None}
    assert {each.split(":")[0] for each in said(Judgement, document)} == set(document)


def test_a_list_with_bad_items_is_not_called_empty() -> None:
    document = {"framework": {"id": "a", "version": "1.0.0"}, "drafts": [{"id": "D"}]}
    assert [each.split(":")[0] for each in said(Assessment, document)] == ["drafts[0].id"]


def test_a_bad_key_is_told_where_it_stands() -> None:
    ref = {"id": "a", "version": "1.0.0"}
    told = said(Assessment, {"framework": ref, "triage": {"answers": {"No Slug": "yes"}}})
    assert [each.split(": ")[0] for each in told] == ["triage.answers.No Slug"]


def test_what_was_written_is_repeated_safely() -> None:
    assert shown("a\x1b[31m\u202e\ud800") == "a\\u001b[31m\\u202e\\ud800"
    assert shown("x" * 100) == "x" * 80 + "…"
    assert shown("ข้อ é") == "ข้อ é"


def test_a_long_list_of_choices_is_cut_to_the_nearest() -> None:
    names = [f"kind-{number}" for number in range(30)]
    assert did_you_mean("qq-7", names).startswith("the nearest of 30 are: kind-7, ")
    assert did_you_mean("qq", ["ab", "cd"]) == "use one of: ab, cd"


def test_a_flood_of_mistakes_is_cut_off() -> None:
    assert len(said(Judgement, {"node": "a", **{f"x{n}": 1 for n in range(3000)}})) == MOST


def test_the_words_are_those_of_the_reader() -> None:
    class Backwards(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"<{message}>"

    with pytest.raises(ValidationError) as caught:
        Judgement.model_validate({"harm": "minor"})
    (told,) = refusals(caught.value, Judgement, Words("xx", Backwards()))
    assert told.message == "<missing; add it>"
